import { createHmac } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import { forgetSecrets } from '../../nodes/SupportTicketTrigger/keptSecrets';
import { SupportTicketTrigger } from '../../nodes/SupportTicketTrigger/SupportTicketTrigger.node';
import { useTemporaryLog } from '../support/temporaryLog';
import { webhookDouble } from '../support/webhookDouble';

const log = useTemporaryLog();
beforeEach(() => {
	forgetSecrets();
});

const SECRET = 'a secret that is long enough';

/** One call of a helpdesk we do not know, signed as most of them do, answered by the node itself. */
async function call(
	body: unknown,
	{ parameters = {}, header = 'x-signature', sign = hex, raw = JSON.stringify(body) } = {},
) {
	const double = webhookDouble({
		raw,
		body,
		parameters: {
			helpdesk: 'other',
			authentication: 'signature',
			signatureHeader: 'X-Signature',
			helpdeskName: 'gorgias',
			...parameters,
		},
		credentials: { csAlertsSigningSecretApi: { secret: SECRET } },
		headers: { [header]: sign(raw) },
	});
	await new SupportTicketTrigger().webhook.call(double.context);
	return double.answer;
}

const hmac = (raw: string) => createHmac('sha256', SECRET).update(raw);
const hex = (raw: string) => hmac(raw).digest('hex');

describe('a delivery of any other helpdesk', () => {
	it.each([
		['in hex', hex],
		['in hex, named', (raw: string) => `sha256=${hex(raw)}`],
		['in base64', (raw: string) => hmac(raw).digest('base64')],
	])('is known by its signature %s', async (_form, sign) => {
		expect(await call({ ticketId: '1', body: 'Hello' }, { sign })).toMatchObject({ status: 200 });
		expect(await log.messages()).toMatchObject([{ ticketKey: 'other:gorgias:1' }]);
	});

	it.each([
		['under another header', { header: 'x-other' }],
		['of another body', { sign: () => hex('{}') }],
		['that is none', { sign: () => 'sha256=abc' }],
		['where no header is named', { parameters: { signatureHeader: '' } }],
	])('with a signature %s is refused, and leaves nothing', async (_what, options) => {
		expect(await call({ ticketId: '1' }, options)).toMatchObject({ status: 401 });
		expect(await log.messages()).toEqual([]);
	});

	it('counts with whatever event it is sent: new, reply or rating', async () => {
		for (const event of ['new', 'reply', 'csat']) {
			const body = { ticketId: '1', messageId: event, event, body: 'Slow.' };
			expect(await call(body)).toMatchObject({ status: 200, body: { received: true } });
		}
		const events = (await log.messages()).map(({ event }) => event).sort();
		expect(events).toEqual(['csat', 'new', 'reply']);
	});

	it('is refused with the field to correct where the ticket’s ID is not where it should be', async () => {
		const answer = await call({ ticket: { id: 7 } });
		expect(answer.status).toBe(400);
		expect(answer.body).toMatchObject({
			error: expect.stringContaining('no field "ticketId". Correct Ticket ID Field') as string,
		});
		expect(
			await call({ ticket: { id: 7 } }, { parameters: { idField: 'ticket.id' } }),
		).toMatchObject({
			status: 200,
		});
	});
});
