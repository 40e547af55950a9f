import { createHmac } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';
import { beforeEach, describe, expect, it } from 'vitest';

import { readPayload } from '../../nodes/core/helpdesk';
import { SupportTicketTrigger } from '../../nodes/SupportTicketTrigger/SupportTicketTrigger.node';
import { supportTicketTriggerProperties } from '../../nodes/SupportTicketTrigger/SupportTicketTrigger.properties';
import { hookDouble } from '../support/hookDouble';
import { useTemporaryLog } from '../support/temporaryLog';
import { webhookDouble } from '../support/webhookDouble';
import { forgetSecrets } from '../../nodes/SupportTicketTrigger/keptSecrets';

beforeEach(() => {
	forgetSecrets();
});

const log = useTemporaryLog();

const SECRET = 'a secret that is long enough';
const BODY = JSON.stringify({
	id: '4811',
	subject: 'Export broken',
	description: 'The export shows last month.',
	requester_email: 'mia@globex.example',
	link: 'https://northwind.zendesk.com/agent/tickets/4811',
});

type Options = Parameters<typeof webhookDouble>[0];

const signature = (raw: string | Buffer, at = new Date().toISOString()) => ({
	'x-zendesk-webhook-signature': createHmac('sha256', SECRET)
		.update(at)
		.update(raw)
		.digest('base64'),
	'x-zendesk-webhook-signature-timestamp': at,
});

/** One signed call of Zendesk's webhook, answered by the node itself. */
async function call(extra: Options = {}) {
	const raw = extra.raw ?? BODY;
	const double = webhookDouble({
		raw,
		parameters: { helpdesk: 'zendesk', authentication: 'signature' },
		credentials: { csAlertsSigningSecretApi: { secret: SECRET } },
		...extra,
		headers: { ...signature(raw), ...extra.headers },
	});
	const result = await new SupportTicketTrigger().webhook.call(double.context);
	return { result, answer: double.answer, told: double.told };
}

describe('a call in production', () => {
	it('stands in the log when it is answered, and starts no run by itself', async () => {
		const { result, answer } = await call();
		expect(answer).toEqual({ status: 200, body: { received: true }, isEnded: true });
		expect(result).toEqual({ noWebhookResponse: true });
		expect(await log.messages()).toEqual([
			expect.objectContaining({
				ticketKey: 'zendesk:northwind.zendesk.com:4811',
				state: 'received',
				subject: 'Export broken',
				requesterEmail: 'mia@globex.example',
				url: 'https://northwind.zendesk.com/agent/tickets/4811',
			}),
		]);
	});

	it('of a content type that n8n does not read is read all the same', async () => {
		const { answer } = await call({ isUnread: true, contentType: 'text/json', body: undefined });
		expect(answer.status).toBe(200);
		expect(await log.messages()).toEqual([expect.objectContaining({ subject: 'Export broken' })]);
	});

	it.each([
		['that is a form with files', { contentType: 'multipart/form-data' }],
		['that cannot be unpacked', { readFailure: new Error('incorrect header check') }],
	])('%s is nobody’s we know, since nothing can be verified', async (_, extra) => {
		const { answer } = await call({ isUnread: true, body: undefined, ...extra });
		expect(answer.status).toBe(401);
		expect(await log.messages()).toEqual([]);
	});

	it('that is larger than n8n takes is told so', async () => {
		const readFailure = Object.assign(new Error('request entity too large'), {
			type: 'entity.too.large',
		});
		expect((await call({ isUnread: true, readFailure })).answer.status).toBe(413);
	});

	it('that announces more than 1 MB is not even read', async () => {
		const { answer } = await call({
			isUnread: true,
			readFailure: new Error('The body was read'),
			headers: { 'content-length': '1000001' },
		});
		expect(answer.status).toBe(413);
	});

	it('that comes again is known', async () => {
		await call();
		expect((await call()).answer.body).toEqual({ received: true, duplicate: true });
		expect(await log.messages()).toHaveLength(1);
	});

	it('without the secret leaves nothing, and does not even open the log', async () => {
		const { answer } = await call({ headers: { 'x-zendesk-webhook-signature': 'x' } });
		expect(answer.status).toBe(401);
		expect(await log.messages()).toEqual([]);
	});

	it('that cannot be read leaves one row, with the reason', async () => {
		const raw = JSON.stringify({ subject: 'no ID', description: 'x'.repeat(10_000) });
		expect((await call({ raw })).answer.status).toBe(400);
		expect((await call({ raw })).answer.status).toBe(400);
		const rows = await log.messages();
		expect(rows).toEqual([
			expect.objectContaining({
				state: 'skipped',
				reason: expect.stringContaining('{{ticket.id}}'),
			}),
		]);
		expect(rows[0]?.subject?.length).toBeLessThanOrEqual(2000);
	});

	it.each<[string, Record<string, string>, number]>([
		['says it is small', { 'content-length': '10' }, 413],
		['says it is negative', { 'content-length': '-1' }, 413],
		['says nothing of use', { 'content-length': 'many' }, 413],
		['says nothing', {}, 413],
	])('of more than 1 MB is refused when its length %s', async (_, headers, status) => {
		const raw = JSON.stringify({ id: '1', description: 'x'.repeat(1_000_000) });
		expect((await call({ raw, headers })).answer.status).toBe(status);
	});

	it('that announces more than 1 MB is refused by that', async () => {
		expect((await call({ headers: { 'content-length': '1000001' } })).answer.status).toBe(413);
	});

	it.each([
		['an empty object', {}],
		['nothing', undefined],
		['text', BODY],
	])('whose body n8n gave as %s is read from its bytes', async (_, body) => {
		expect((await call({ body })).answer.status).toBe(200);
		expect((await log.messages())[0]?.ticketKey).toBe('zendesk:northwind.zendesk.com:4811');
	});

	it('whose body came compressed is refused: what n8n signs is not what was sent', async () => {
		const raw = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
		const { answer } = await call({ raw, body: undefined });
		expect(answer.status).toBe(400);
	});

	it('of form fields without a prototype is read, as n8n gives them', async () => {
		const body = Object.assign(Object.create(null) as object, JSON.parse(BODY) as object);
		expect((await call({ body })).answer.status).toBe(200);
	});

	it('is to come again when the credential is gone; only n8n’s own log says which', async () => {
		const { answer, told } = await call({ credentials: {} });
		expect(answer.status).toBe(503);
		expect(JSON.stringify(answer)).not.toContain('csAlertsSigningSecretApi');
		expect(told).toEqual([
			'Under Test: Node does not have credentials of type "csAlertsSigningSecretApi"',
		]);
	});

	it('is to come again when the log cannot be opened; the sender is not told where it is', async () => {
		mkdirSync(join(log.folder(), '.n8n'));
		writeFileSync(join(log.folder(), '.n8n', 'cs-alerts'), 'in the way');
		const { answer, told } = await call();
		expect(answer.status).toBe(503);
		expect(JSON.stringify(answer)).not.toContain(log.folder());
		expect(told[0]).toContain(log.folder());
	});

	it('says nothing of the customer in n8n’s own log', async () => {
		const { told } = await call({ raw: JSON.stringify({ subject: 'My password is hunter2' }) });
		expect(told).toEqual([]);
	});
});

describe('a call while somebody listens in the editor', () => {
	it('hands its ticket over, marked as a test, and logs nothing', async () => {
		const { result, answer } = await call({ mode: 'manual' });
		expect(answer.status).toBe(200);
		expect(result.workflowData?.[0]).toEqual([
			{
				json: {
					ticket: expect.objectContaining({
						key: 'zendesk:northwind.zendesk.com:4811',
						isTest: true,
					}) as IDataObject,
				},
			},
		]);
		expect(await log.messages()).toEqual([]);
	});

	it('needs the secret as always', async () => {
		const headers = { 'x-zendesk-webhook-signature': 'x' };
		const { result, answer } = await call({ mode: 'manual', headers });
		expect(answer.status).toBe(401);
		expect(result.workflowData).toBeUndefined();
	});

	it('works also when the log is down', async () => {
		writeFileSync(join(log.folder(), '.n8n'), 'in the way');
		expect((await call({ mode: 'manual' })).answer.status).toBe(200);
	});

	it('that is no ticket starts nothing, and says why', async () => {
		const { result, answer } = await call({ mode: 'manual', raw: '{"subject":"no ID"}' });
		expect(answer).toMatchObject({ status: 400, body: { error: expect.stringContaining('id') } });
		expect(result).toEqual({ noWebhookResponse: true });
		expect(await log.messages()).toEqual([]);
	});
});

describe('a HEAD call', () => {
	it('is answered, since Intercom asks so before it saves the address', async () => {
		const { result, answer } = await call({ webhookName: 'setup', raw: undefined, headers: {} });
		expect(answer).toEqual({ status: 200, isEnded: true });
		expect(result).toEqual({ noWebhookResponse: true });
		expect(await log.messages()).toEqual([]);
	});
});

describe('settings', () => {
	it.each([
		['a subdomain', 'northwind', 'zendesk:northwind.zendesk.com:1'],
		['a host with white space', ' northwind.zendesk.com ', 'zendesk:northwind.zendesk.com:1'],
		['nothing', '', 'zendesk:zendesk:1'],
		['what an expression found nothing for', null, 'zendesk:zendesk:1'],
		['a number', 7, 'zendesk:7.zendesk.com:1'],
	])('the instance may be %s', async (_, instance, key) => {
		const parameters = { helpdesk: 'zendesk', authentication: 'signature', instance };
		await call({ raw: '{"id":"1"}', parameters });
		expect((await log.messages())[0]?.ticketKey).toBe(key);
	});

	it('the steps in the Zendesk panel make a payload that is read whole', () => {
		const notice = supportTicketTriggerProperties.find(({ name }) => name === 'zendeskSteps');
		const names = [...(notice?.displayName ?? '').matchAll(/(\w+) \{\{[^}]+\}\}/g)].map(
			([, name]) => name,
		);
		const values: Record<string, string> = {
			id: '7',
			subject: 'S',
			description: 'D',
			requester_email: 'mia@globex.example',
			requester_name: 'Mia',
			created_at: '2026-11-23T10:00Z',
			link: 'https://northwind.zendesk.com/agent/tickets/7',
			via: 'Web Form',
		};
		expect(names).toEqual(Object.keys(values));
		expect(readPayload('zendesk', values, { now: new Date() })).toMatchObject({
			kind: 'ticket',
			ticket: {
				key: 'zendesk:northwind.zendesk.com:7',
				subject: 'S',
				body: 'D',
				requester: { email: 'mia@globex.example', name: 'Mia' },
				createdAt: '2026-11-23T10:00:00.000Z',
				channel: 'Web Form',
			},
		});
	});
});

describe("the trigger's address", () => {
	const hook = (mode: 'trigger' | 'manual', address?: string) =>
		hookDouble({ mode, address, parameters: { helpdesk: 'zendesk' } }).context;
	const { checkExists, create } = new SupportTicketTrigger().webhookMethods.default;

	it('is remembered when the workflow is published', async () => {
		expect(await checkExists.call(hook('trigger'))).toBe(false);
		expect(await create.call(hook('trigger'))).toBe(true);
		expect(await checkExists.call(hook('trigger'))).toBe(true);
		expect(await (await log.open()).triggers()).toEqual([
			expect.objectContaining({
				source: 'workflow-1/node-1',
				workflowId: 'workflow-1',
				helpdesk: 'zendesk',
				address: 'https://n8n.example/webhook/cs-alerts/zendesk',
			}),
		]);
	});

	it('is remembered anew when it has changed', async () => {
		await create.call(hook('trigger'));
		expect(await checkExists.call(hook('trigger', 'https://new.example/webhook/x'))).toBe(false);
	});

	it('of a test in the editor is not: it is gone after two minutes', async () => {
		const test = hook('manual', 'https://n8n.example/webhook-test/cs-alerts/zendesk');
		expect(await checkExists.call(test)).toBe(true);
		await create.call(test);
		expect(await (await log.open()).triggers()).toEqual([]);
	});

	it('that the log cannot take keeps the workflow from being published, in plain words', async () => {
		writeFileSync(join(log.folder(), '.n8n'), 'in the way');
		await expect(create.call(hook('trigger'))).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining(log.folder()),
		});
	});
});
