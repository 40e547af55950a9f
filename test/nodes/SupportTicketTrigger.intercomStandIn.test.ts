import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPayload } from '../../nodes/core/helpdesk';
import { readIntercomNotice } from '../../nodes/core/helpdesk/intercomNotice';
import { intercomApi } from '../../nodes/SupportTicketTrigger/intercom/intercomApi';
import { bodyOf } from '../support/faults';
import { httpAsk } from '../support/httpAsk';
import { hasIntercomContract, readIntercomContract } from '../support/intercom/contract';
import { AGENT, BOT, deskOf } from '../support/intercom/desk';
import { intercomWebhooks } from '../support/intercom/notifications';
import { type IntercomStandIn, startIntercom } from '../support/intercom/server';
import { hasRecordings, readRecording } from '../support/recorded';

const NOW = new Date('2026-11-23T09:00:00Z');
const TOPICS = ['conversation.user.created', 'conversation.user.replied', 'conversation.deleted'];

let intercom: IntercomStandIn;

beforeEach(async () => {
	intercom = await startIntercom({ now: () => NOW });
});
afterEach(async () => await intercom.close());

async function answer(path: string, body?: object): Promise<unknown> {
	const response = await fetch(new URL(path, intercom.url), {
		...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
		headers: { authorization: 'Bearer good-token' },
	});
	return await response.json();
}

describe.skipIf(!hasIntercomContract)("what the stand-in says, by Intercom's description", () => {
	it('is what Intercom says', async () => {
		const check = readIntercomContract();
		const desk = deskOf(intercom, () => NOW);
		intercom.workspace.companies.set('c1', { id: 'c1', company_id: 'A', name: 'Acme' });
		const jo = desk.addContact({
			id: 'u1',
			email: 'jo@acme.example',
			name: 'Jo',
			companies: ['c1'],
		});
		const id = desk.open(jo, 'Hi', { subject: 'Help', tags: ['vip'], title: 'Help' });
		desk.say(id, AGENT, 'Hello');
		desk.rate(id, 1, 'Slow');
		const { conversation_parts, ...conversation } = (await answer(`/conversations/${id}`)) as {
			conversation_parts: object;
		};
		expect(conversation_parts).toHaveProperty('total_count', 1);
		expect(check('conversation', conversation)).toEqual([]);
		expect(check('contact', await answer('/contacts/u1'))).toEqual([]);
		expect(check('contact_attached_companies', await answer('/contacts/u1/companies'))).toEqual([]);
		expect(check('admin_with_app', await answer('/me'))).toEqual([]);
		expect(check('error', await answer('/conversations/1'))).toEqual([]);
		expect(check('conversation', { ...conversation, contacts: ['u1'] })).not.toEqual([]);
	});

	it('is asked as Intercom wants to be', async () => {
		const check = readIntercomContract();
		const api = intercomApi(httpAsk(intercom.url, 'Bearer good-token'));
		await api.changedSince(undefined, NOW, NOW);
		await api.createdIn({ from: new Date(NOW.getTime() - 1000), to: NOW }, undefined, NOW);
		for (const body of intercom.searches) {
			expect(check('contact_search_request', body)).toEqual([]);
		}
		expect(intercom.searches).toHaveLength(2);
	});
});

describe.skipIf(!hasRecordings)('what the stand-in says, by what others recorded', () => {
	it('has the keys of a contact and of an error', async () => {
		deskOf(intercom, () => NOW).addContact({ id: 'u1', email: 'jo@acme.example' });
		const keysOf = (value: unknown) => Object.keys(value as object);
		const contact = readRecording('intercom.contact.200').response.body;
		expect(keysOf(contact)).toEqual(expect.arrayContaining(keysOf(await answer('/contacts/u1'))));
		const missing = readRecording('intercom.contact-missing.404').response.body;
		expect(await answer('/contacts/u2')).toMatchObject({
			type: 'error.list',
			errors: (missing as { errors: object[] }).errors,
		});
	});
});

describe('what the stand-in sends', () => {
	let receiver: Server;
	let statuses: number[];
	let received: Array<{ body: string; signature: string | undefined }>;

	beforeEach(async () => {
		statuses = [];
		received = [];
		receiver = createServer((request, response) => {
			void bodyOf(request).then((body) => {
				if (request.method === 'POST') {
					const signature = request.headers['x-hub-signature'];
					received.push({ body, signature: Array.isArray(signature) ? undefined : signature });
				}
				response.writeHead(statuses.shift() ?? 200).end();
			});
		});
		await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
	});
	afterEach(async () => {
		receiver.closeAllConnections();
		await new Promise<void>((resolve) => receiver.close(() => resolve()));
	});

	const waits: number[] = [];
	const webhooks = () =>
		intercomWebhooks(intercom.workspace, {
			url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
			clientSecret: 'a client secret of Intercom',
			topics: TOPICS,
			now: () => NOW,
			wait: async (ms) => {
				waits.push(ms);
			},
		});
	const begun = () => {
		const desk = deskOf(intercom, () => NOW);
		const jo = desk.addContact({ id: 'u1', email: 'jo@acme.example' });
		const id = desk.open(BOT, 'Hi', { contacts: ['u1'] });
		desk.say(id, jo, 'It broke');
		return { desk, jo, id };
	};

	it('is signed, and read by both readers', async () => {
		const { desk, jo, id } = begun();
		const hooks = webhooks();
		await hooks.deliver('conversation.user.created', id);
		desk.say(id, AGENT, 'Soon');
		const reply = desk.say(id, jo, 'When?');
		await hooks.deliver('conversation.user.replied', id);
		desk.remove(id);
		await hooks.deliver('conversation.deleted', id);
		await hooks.deliver('conversation.read', id);
		await hooks.ping();
		expect(hooks.counts).toEqual({ sent: 4, accepted: 4, retried: 0, dropped: 0 });
		const [first] = received;
		const hmac = createHmac('sha1', 'a client secret of Intercom').update(first?.body ?? '');
		expect(first?.signature).toBe(`sha1=${hmac.digest('hex')}`);
		const bodies = received.map(({ body }) => JSON.parse(body) as unknown);
		const named = { kind: 'ticket', id, app: 'nw7x2k1q' };
		expect(bodies.map((body) => readIntercomNotice(body))).toMatchObject([
			named,
			named,
			named,
			{ kind: 'ignored' },
		]);
		const readings = bodies.map((body) => readPayload('intercom', body, { now: NOW }));
		expect(readings).toMatchObject([
			{ kind: 'ticket', ticket: { messageId: 'new', body: 'It broke' } },
			{ kind: 'ticket', ticket: { messageId: reply, event: 'reply', body: 'When?' } },
			{ kind: 'ignored' },
			{ kind: 'ignored' },
		]);
	});

	it('is sent once more after a minute, and then given up', async () => {
		const { id } = begun();
		const hooks = webhooks();
		statuses = [503, 200, 500, 404];
		await hooks.deliver('conversation.user.created', id);
		await hooks.deliver('conversation.user.created', id);
		expect(hooks.counts).toEqual({ sent: 4, accepted: 1, retried: 2, dropped: 1 });
		expect(waits).toEqual([60_000, 60_000]);
		expect(JSON.parse(received[1]?.body ?? '')).toMatchObject({
			delivery_status: 'retry',
			delivery_attempts: 2,
		});
	});

	it('ends with a 410', async () => {
		const { id } = begun();
		const hooks = webhooks();
		statuses = [410];
		await hooks.deliver('conversation.user.created', id);
		await hooks.deliver('conversation.user.created', id);
		expect(hooks.isDisabled()).toBe(true);
		expect(hooks.counts.sent).toBe(1);
	});

	it('goes where a HEAD is answered', async () => {
		statuses = [200, 404];
		expect(await webhooks().check()).toBe(true);
		expect(await webhooks().check()).toBe(false);
	});
});
