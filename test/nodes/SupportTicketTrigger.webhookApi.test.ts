import type { IDataObject } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { SupportTicketTrigger } from '../../nodes/SupportTicketTrigger/SupportTicketTrigger.node';
import { forgetSecrets } from '../../nodes/SupportTicketTrigger/keptSecrets';
import { setUp } from '../../nodes/SupportTicketTrigger/registration';
import { forgetZendeskSecrets } from '../../nodes/SupportTicketTrigger/zendeskSecret';
import { deskOf as freshdeskDesk } from '../support/freshdesk/desk';
import { startFreshdesk, type FreshdeskStandIn } from '../support/freshdesk/server';
import { hookDouble } from '../support/hookDouble';
import { startIntercom, type IntercomStandIn } from '../support/intercom/server';
import { HELPDESKS, proofOf, READ_BY_API, type Helpdesk } from '../support/readByApi';
import { useTemporaryLog } from '../support/temporaryLog';
import { triggerDouble } from '../support/triggerDouble';
import { webhookDouble } from '../support/webhookDouble';
import { startZendesk, type ZendeskStandIn } from '../support/zendesk/server';
import { signedBy } from '../support/zendesk/signed';

const log = useTemporaryLog();
const SOURCE = 'workflow-1/node-1';

let zendesk: ZendeskStandIn;
let intercom: IntercomStandIn;
let freshdesk: FreshdeskStandIn;
beforeEach(async () => {
	forgetSecrets();
	forgetZendeskSecrets();
	[zendesk, intercom, freshdesk] = await Promise.all([
		startZendesk(),
		startIntercom(),
		startFreshdesk(),
	]);
});
afterEach(async () => {
	await Promise.all([zendesk.close(), intercom.close(), freshdesk.close()]);
});

const settings = (helpdesk: Helpdesk) => ({
	...READ_BY_API[helpdesk],
	hosts: {
		'northwind.zendesk.com': zendesk.url,
		'api.intercom.io': intercom.url,
		'northwind.freshdesk.com': freshdesk.url,
	},
});

const notification = (topic: string, item: object) =>
	JSON.stringify({ type: 'notification_event', app_id: 'nw7x2k1q', topic, data: { item } });

/** What each helpdesk sends of a ticket. */
const naming = (helpdesk: Helpdesk, id: string) =>
	({
		zendesk: JSON.stringify({ ticket_id: id }),
		intercom: notification('conversation.user.created', { type: 'conversation', id }),
		freshdesk: JSON.stringify({ freshdesk_webhook: { ticket_id: id } }),
	})[helpdesk];

const INSTANCES = {
	zendesk: 'northwind.zendesk.com',
	intercom: 'nw7x2k1q',
	freshdesk: 'northwind.freshdesk.com',
};

interface Call {
	mode?: 'webhook' | 'manual';
	staticData?: IDataObject;
	headers?: Record<string, string>;
	webhookName?: string;
}

/** One delivery to the node itself, with the helpdesk's proof. */
async function call(helpdesk: Helpdesk, raw: string, { headers = {}, ...over }: Call = {}) {
	const proof = proofOf(helpdesk, raw, [...zendesk.webhooks.values()].at(-1)?.secret);
	const double = webhookDouble({
		raw,
		...settings(helpdesk),
		...over,
		headers: { ...proof, ...headers },
	});
	const result = await new SupportTicketTrigger().webhook.call(double.context);
	return { ...double.answer, result, told: double.told };
}

const publish = async (over: Call = {}) =>
	await setUp(hookDouble({ ...settings('zendesk'), ...over }).context);

const notices = async () =>
	(await (await log.open()).leaseNotices({ source: SOURCE, limit: 10, leaseMs: 1000 }, new Date()))
		.entries;

describe.each(HELPDESKS)('a delivery of %s that only names a ticket', (helpdesk) => {
	beforeEach(async () => {
		if (helpdesk === 'zendesk') await publish();
		zendesk.calls.length = 0;
	});
	const asked = () =>
		[...zendesk.calls, ...intercom.calls, ...freshdesk.calls].filter(
			(line) => !line.includes('signing_secret'),
		);

	it('is answered once it is in the log that the ticket is to be looked at; nothing is asked', async () => {
		const { status, body, result } = await call(helpdesk, naming(helpdesk, '101'));
		expect({ status, body, result }).toEqual({
			status: 200,
			body: { received: true },
			result: { noWebhookResponse: true },
		});
		expect(await notices()).toMatchObject([
			{
				key: `${helpdesk}:${INSTANCES[helpdesk]}:101`,
				id: '101',
				instance: INSTANCES[helpdesk],
				source: SOURCE,
				workflowId: 'workflow-1',
				foundBy: 'webhook',
			},
		]);
		expect(await log.messages()).toEqual([]);
		expect(asked()).toEqual([]);
	});

	it('without the proof is refused and leaves nothing', async () => {
		const proofs = ['x-zendesk-webhook-signature', 'x-hub-signature', 'x-cs-alerts-secret'];
		for (const value of ['', 'x', `sha1=${'0'.repeat(40)}`]) {
			const headers = Object.fromEntries(proofs.map((name) => [name, value]));
			const { status, told } = await call(helpdesk, naming(helpdesk, '101'), { headers });
			expect({ status, told }).toEqual({ status: 401, told: [] });
		}
		expect([await notices(), await log.messages(), asked()]).toEqual([[], [], []]);
	});

	it('that names none is refused with the reason, and seen in the log once', async () => {
		const raw =
			helpdesk === 'intercom'
				? notification('conversation.user.created', { type: 'conversation' })
				: '{"subject":"no ID"}';
		const { status, body } = await call(helpdesk, raw);
		expect(status).toBe(400);
		await call(helpdesk, raw);
		const { error } = body as { error: string };
		expect(error.length).toBeGreaterThan(20);
		expect(await log.messages()).toMatchObject([{ state: 'skipped', reason: error }]);
		expect(await notices()).toEqual([]);
	});

	it('of more than 1 MB is refused before anything is done', async () => {
		const raw = naming(helpdesk, 'x'.repeat(1_000_001));
		expect((await call(helpdesk, raw)).status).toBe(413);
		const headers = { 'content-length': '1000001' };
		expect((await call(helpdesk, naming(helpdesk, '1'), { headers })).status).toBe(413);
		expect(zendesk.calls).toEqual([]);
	});

	it('is to come again while the log cannot take it', async () => {
		await call(helpdesk, naming(helpdesk, '101'));
		await (await log.open()).close();
		process.env.CS_ALERTS_DATABASE_URL = 'postgres://127.0.0.1:1/nothing';
		const answer = await call(helpdesk, naming(helpdesk, '101'));
		delete process.env.CS_ALERTS_DATABASE_URL;
		expect(answer).toMatchObject({
			status: 503,
			headers: { 'retry-after': '20' },
			body: { error: 'The log cannot take it now. Send it again later' },
		});
	});

	it('is answered to HEAD', async () => {
		const answer = await call(helpdesk, '', { webhookName: 'setup' });
		expect(answer).toMatchObject({ status: 200, isEnded: true });
		expect(await notices()).toEqual([]);
	});
});

describe('what is not about a message', () => {
	it.each<[Helpdesk, string, string]>([
		['intercom', 'a ping', notification('ping', { type: 'ping', message: 'something' })],
		['intercom', 'another topic', notification('contact.created', { type: 'contact', id: '1' })],
		['zendesk', 'another event', '{"type":"zen:event-type:user.created","detail":{"id":"1"}}'],
	])(
		'of %s, %s, is answered with 200 and the reason, and leaves nothing',
		async (helpdesk, _, raw) => {
			if (helpdesk === 'zendesk') await publish();
			const { status, body } = await call(helpdesk, raw);
			expect({ status, body }).toEqual({
				status: 200,
				body: { received: true, ignored: expect.any(String) as string },
			});
			expect([await notices(), await log.messages()]).toEqual([[], []]);
		},
	);
});

describe('an Intercom workspace', () => {
	const UNNAMED = JSON.stringify({
		topic: 'conversation.user.created',
		data: { item: { type: 'conversation', id: '101' } },
	});

	it('that its notification does not name is asked for', async () => {
		expect((await call('intercom', UNNAMED)).status).toBe(200);
		expect(intercom.calls).toEqual(['GET /me']);
		expect(await notices()).toMatchObject([{ key: 'intercom:nw7x2k1q:101' }]);
	});

	it('that cannot be asked for is answered with 503', async () => {
		intercom.faults.push({ match: /me/, status: 500 });
		expect(await call('intercom', UNNAMED)).toMatchObject({
			status: 503,
			body: { error: 'The helpdesk cannot be asked now. Send it again later' },
		});
		expect(await notices()).toEqual([]);
	});
});

describe('a delivery while somebody listens in the editor', () => {
	const listening: Call = { mode: 'manual' };

	function ticket(): string {
		const desk = freshdeskDesk(freshdesk, () => new Date());
		const mia = desk.addContact('mia@globex.example');
		const id = desk.open(mia, 'The export is broken.');
		desk.reply(id, mia, 'Any update?');
		return id;
	}

	it('hands over the newest message of the ticket, marked as a test, and logs nothing', async () => {
		const id = ticket();
		const { status, result } = await call('freshdesk', naming('freshdesk', id), listening);
		expect(status).toBe(200);
		const heard = expect.objectContaining({
			key: `freshdesk:northwind.freshdesk.com:${id}`,
			event: 'reply',
			isTest: true,
			// Not the message that the published trigger takes in.
			messageId: expect.stringMatching(/-test-\d+$/) as string,
			requester: expect.objectContaining({ email: 'mia@globex.example' }) as IDataObject,
		}) as IDataObject;
		expect(result.workflowData).toEqual([[{ json: { ticket: heard } }]]);
		const { context, emitted } = triggerDouble({ mode: 'manual' });
		const { manualTriggerFunction } = await new SupportTicketTrigger().trigger.call(context);
		await manualTriggerFunction?.();
		expect(emitted.map(({ outputs }) => outputs)).toEqual([[[{ json: { ticket: heard } }]]]);
		expect([await notices(), await log.messages()]).toEqual([[], []]);
	});

	it('of Zendesk is known by the secret of the test address', async () => {
		await publish();
		const [published] = zendesk.webhooks.values();
		const staticData: IDataObject = {};
		await publish({ ...listening, staticData });
		const mia = zendesk.desk.addUser({ name: 'Mia', email: 'mia@globex.example' });
		const id = zendesk.desk.addTicket({ subject: 'Export', body: 'Broken', requester: mia });
		const raw = naming('zendesk', String(id));
		const test = { ...listening, staticData };
		const { result } = await call('zendesk', raw, test);
		expect(result.workflowData?.[0]?.[0]?.json.ticket).toMatchObject({
			key: `zendesk:northwind.zendesk.com:${id}`,
			subject: 'Export',
			isTest: true,
		});
		const headers = signedBy(published?.secret ?? '', raw);
		expect((await call('zendesk', raw, { ...test, headers })).status).toBe(401);
		expect([await notices(), await log.messages()]).toEqual([[], []]);
	});

	it('of a ticket that is there no more starts nothing', async () => {
		const { status, result } = await call('freshdesk', naming('freshdesk', '999'), listening);
		expect({ status, result }).toEqual({ status: 200, result: { noWebhookResponse: true } });
	});

	it('is to come again while the helpdesk cannot be asked', async () => {
		const id = ticket();
		freshdesk.faults.push({ match: /tickets/, status: 500 });
		const { status, result } = await call('freshdesk', naming('freshdesk', id), listening);
		expect({ status, result }).toEqual({ status: 503, result: { noWebhookResponse: true } });
	});
});
