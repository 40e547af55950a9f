import { beforeEach, describe, expect, it } from 'vitest';

import { readPayload, type IncomingTicket } from '../../nodes/core/helpdesk';
import { LogError } from '../../nodes/log/errors';
import { receive, type Receiving } from '../../nodes/SupportTicketTrigger/receive';
import { forgetSecrets } from '../../nodes/SupportTicketTrigger/keptSecrets';

beforeEach(() => {
	forgetSecrets();
});

const NOW = new Date('2026-11-23T10:00:00.000Z');
const TICKET = { id: '4811', subject: 'Export broken', requester_email: 'mia@globex.example' };

/** One delivery; gives back its answer, what was taken in, and in which order the ports were asked. */
async function deliver(extra: Partial<Receiving> = {}) {
	const taken: Array<{ ticket: IncomingTicket; skippedBecause?: string }> = [];
	const asked: string[] = [];
	const told: unknown[] = [];
	const body = 'body' in extra ? extra.body : TICKET;
	const rawBody = Buffer.from(JSON.stringify(body) ?? '');
	const { isAuthentic, takeIn, ...rest } = extra;
	const answer = await receive({
		helpdesk: 'zendesk',
		connect: async () => await Promise.resolve(),
		read: (body) => readPayload(extra.helpdesk ?? 'zendesk', body, { now: NOW }),
		notice: async () => await Promise.resolve(),
		rawBody,
		bodyBytes: rawBody.length,
		body,
		now: NOW,
		onError: (error) => told.push(error),
		...rest,
		isAuthentic: async (bytes) => {
			asked.push('secret');
			return (await isAuthentic?.(bytes)) ?? true;
		},
		takeIn: async (ticket, skippedBecause) => {
			asked.push('log');
			taken.push({ ticket, skippedBecause });
			return (await takeIn?.(ticket, skippedBecause)) ?? 'new';
		},
	});
	return { answer, taken, asked, told };
}

describe('a delivery', () => {
	it('is answered after it stands in the log', async () => {
		const { answer, taken, asked } = await deliver();
		expect(answer).toEqual({ status: 200, body: { received: true } });
		expect(asked).toEqual(['secret', 'log']);
		expect(taken[0]?.ticket).toMatchObject({
			key: 'zendesk:zendesk:4811',
			subject: 'Export broken',
		});
	});

	it.each([
		['new', { received: true }],
		['again', { received: true }],
		['known', { received: true, duplicate: true }],
	] as const)('that is %s to the log is answered with 200', async (outcome, body) => {
		const { answer } = await deliver({ takeIn: async () => outcome });
		expect(answer).toEqual({ status: 200, body });
	});

	it('that is too large is refused before anything is done, whether it knows the secret or not', async () => {
		const { answer, asked } = await deliver({ bodyBytes: 1_000_001 });
		expect(answer.status).toBe(413);
		expect(asked).toEqual([]);
		expect((await deliver({ bodyBytes: 1_000_000 })).answer.status).toBe(200);
	});

	it('without the secret is refused before it is read, and leaves nothing', async () => {
		for (const body of [TICKET, {}, 'nonsense', { type: 'zen:event-type:x' }]) {
			const { answer, asked } = await deliver({ body, isAuthentic: async () => false });
			expect(answer).toEqual({
				status: 401,
				body: { received: false, error: 'The secret or signature is missing or wrong' },
			});
			expect(asked).toEqual(['secret']);
		}
	});

	it('of which n8n kept no bytes cannot be verified', async () => {
		const { answer, asked } = await deliver({ rawBody: undefined });
		expect(answer.status).toBe(401);
		expect(asked).toEqual([]);
	});

	it('is to come again when the credential cannot be read; the sender is not told why', async () => {
		const problem = new Error('Credential with ID "abc" does not exist');
		const { answer, asked, told } = await deliver({
			isAuthentic: async () => await Promise.reject(problem),
		});
		expect(answer.status).toBe(503);
		expect(JSON.stringify(answer)).not.toContain('abc');
		expect(asked).toEqual(['secret']);
		expect(told).toEqual([problem]);
	});

	it('is to come again when the log is down; the sender is not told where it is', async () => {
		const problem = new LogError('The log /home/node/.n8n/log.sqlite is full', { isPassing: true });
		const { answer, told } = await deliver({ takeIn: async () => await Promise.reject(problem) });
		expect(answer).toEqual({
			status: 503,
			body: { received: false, error: 'The log cannot take it now. Send it again later' },
		});
		expect(told).toEqual([problem]);
	});

	it('fails loudly when we have a fault of our own', async () => {
		const fault = new TypeError('x is not a function');
		await expect(deliver({ takeIn: async () => await Promise.reject(fault) })).rejects.toBe(fault);
	});
});

describe('what is no ticket', () => {
	it('is answered with 200 when it is nothing for us, and not logged', async () => {
		const { answer, taken } = await deliver({
			helpdesk: 'intercom',
			body: { type: 'notification_event', topic: 'ping', data: { item: {} } },
		});
		expect(answer).toEqual({ status: 200, body: { received: true, ignored: expect.any(String) } });
		expect(taken).toEqual([]);
	});

	it('is logged with the reason when no customer wrote it', async () => {
		const body = {
			type: 'notification_event',
			topic: 'conversation.user.created',
			app_id: 'nw7x2k1q',
			data: {
				item: {
					id: '1',
					source: { body: 'Hello', author: { type: 'admin', id: '5' } },
					conversation_parts: { conversation_parts: [], total_count: 0 },
				},
			},
		};
		const { answer, taken } = await deliver({ helpdesk: 'intercom', body });
		expect(answer).toEqual({ status: 200, body: { received: true, skipped: expect.any(String) } });
		expect(taken).toEqual([
			{
				ticket: expect.objectContaining({ helpdesk: 'intercom' }),
				skippedBecause: answer.body.skipped,
			},
		]);
	});

	it('is refused with the reason when it cannot be read, and leaves a row for the admin', async () => {
		const { answer, taken } = await deliver({ body: { subject: 'no ID' } });
		expect(answer).toEqual({
			status: 400,
			body: { received: false, error: expect.stringContaining('{{ticket.id}}') },
		});
		expect(taken).toEqual([
			{
				ticket: {
					key: expect.stringMatching(/^zendesk:unreadable:[0-9a-f]{16}$/),
					messageId: 'unreadable',
					event: 'new',
					helpdesk: 'zendesk',
					instance: 'unreadable',
					id: expect.any(String),
					subject: '{"subject":"no ID"}',
					receivedAt: NOW.toISOString(),
				},
				skippedBecause: answer.body.error,
			},
		]);
	});

	it('leaves at most 2,000 characters, and the same row each time it comes', async () => {
		const body = { subject: 'x'.repeat(500_000) };
		const [first, again, other] = [
			await deliver({ body }),
			await deliver({ body }),
			await deliver({ body: { subject: 'y' } }),
		].map(({ taken }) => taken[0]?.ticket);
		expect(JSON.stringify(first).length).toBeLessThan(2500);
		expect(first?.subject?.length).toBeLessThanOrEqual(2000);
		expect(again?.key).toBe(first?.key);
		expect(other?.key).not.toBe(first?.key);
	});

	it.each(['{"id":', '\0\uD800', '[]', 'null', '<xml/>', ''])(
		'is refused whatever its bytes are: %j',
		async (text) => {
			const { answer } = await deliver({ body: undefined, rawBody: Buffer.from(text) });
			expect(answer.status).toBe(400);
		},
	);

	it('is never answered with 410, since that would end the subscription', async () => {
		const bodies = [undefined, null, '', 7, [], {}, 'x', { id: {} }, { id: '' }, { ticket: null }];
		for (const helpdesk of ['zendesk', 'intercom', 'freshdesk'] as const) {
			for (const body of bodies) {
				const { answer } = await deliver({ helpdesk, body });
				expect([200, 400]).toContain(answer.status);
			}
		}
	});
});

describe('a body that n8n did not read', () => {
	const rawBody = Buffer.from(JSON.stringify(TICKET));

	it.each([
		['nothing', undefined],
		['an empty object', {}],
		['its text', rawBody.toString()],
	])('is read from its bytes, when n8n gave %s', async (_, body) => {
		const { answer, taken } = await deliver({ body, rawBody });
		expect(answer.status).toBe(200);
		expect(taken[0]?.ticket.id).toBe('4811');
	});

	it('leaves its first bytes for the admin when they are no JSON', async () => {
		const { taken } = await deliver({ body: {}, rawBody: Buffer.from('<ticket id="7"/>') });
		expect(taken[0]?.ticket.subject).toBe('<ticket id="7"/>');
	});
});
