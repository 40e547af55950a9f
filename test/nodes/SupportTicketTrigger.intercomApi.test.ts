import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { intercomApi } from '../../nodes/SupportTicketTrigger/intercom/intercomApi';
import { intercomBaseUrl } from '../../nodes/SupportTicketTrigger/intercom/requests';
import { failureOf, walkPages } from '../support/helpdeskApi';
import { httpAsk } from '../support/httpAsk';
import { AGENT, BOT, deskOf, type IntercomDesk } from '../support/intercom/desk';
import { type IntercomStandIn, startIntercom } from '../support/intercom/server';

let clock: Date;
let intercom: IntercomStandIn;
let desk: IntercomDesk;
const now = () => clock;
const pass = (seconds: number) => {
	clock = new Date(clock.getTime() + seconds * 1000);
};

beforeEach(async () => {
	clock = new Date('2026-11-23T09:00:00Z');
	intercom = await startIntercom({ now });
	desk = deskOf(intercom, now);
});
afterEach(async () => await intercom.close());

const api = (settings = {}, token = 'good-token') =>
	intercomApi(httpAsk(intercom.url, `Bearer ${token}`), settings);

describe('a look at conversations of Intercom', () => {
	it('gives each with its customer, their company and the key of the webhooks', async () => {
		intercom.workspace.companies.set('c1', {
			id: 'c1',
			company_id: 'ACME-7',
			name: 'Acme',
			website: 'https://www.acme.example',
		});
		const lena = desk.addContact({ id: 'u1', email: 'lena@acme.example', companies: ['c1'] });
		const id = desk.open({ ...lena, email: null }, '<p>All is gone</p>', { subject: 'Help' });
		pass(60);
		desk.say(id, AGENT, 'We look into it');
		pass(60);
		const reply = desk.say(id, { ...lena, email: null }, 'And?');
		const [look] = await api({ region: 'api.eu.intercom.io' }).look([id], clock);
		expect(look).toMatchObject({
			id,
			ticket: {
				key: `intercom:nw7x2k1q:${id}`,
				status: 'open',
				lastAgentReplyAt: '2026-11-23T09:01:00.000Z',
				updatedAt: '2026-11-23T09:02:00.000Z',
			},
		});
		const messages = look && 'ticket' in look ? look.ticket.messages : [];
		expect(messages.map(({ ticket }) => ticket)).toMatchObject([
			{
				messageId: 'new',
				subject: 'Help',
				body: '<p>All is gone</p>',
				requester: { email: 'lena@acme.example' },
				organization: { id: 'c1', externalId: 'ACME-7', domains: ['acme.example'] },
				url: `https://app.eu.intercom.com/a/inbox/nw7x2k1q/inbox/conversation/${id}`,
			},
			{ messageId: reply, event: 'reply', body: 'And?' },
		]);
		expect([...intercom.versions]).toEqual(['2.16']);
	});

	it('asks for a contact once in a look, and for no address that is known', async () => {
		const jo = desk.addContact({ id: 'u1', email: 'jo@acme.example' });
		const ids = [1, 2, 3].map((number) => desk.open({ ...jo, email: null }, `No. ${number}`));
		const kim = desk.addContact({ id: 'u2', email: 'kim@acme.example' });
		ids.push(desk.open(kim, 'Hi'));
		await api({ app: 'nw7x2k1q' }).look(ids, clock);
		expect(intercom.calls.filter((call) => call.includes('/contacts/'))).toEqual([
			'GET /contacts/u1',
			'GET /contacts/u1/companies',
			'GET /contacts/u2/companies',
		]);
		expect(intercom.calls).not.toContain('GET /me');
	});

	it('goes on where a contact has no address, or is gone', async () => {
		const lead = desk.addContact({ id: 'l1', role: 'lead', name: 'Visitor' });
		const gone = { type: 'user' as const, id: 'u9', name: null, email: null };
		const ids = [desk.open(lead, 'Hello'), desk.open(gone, 'Hello')];
		const looks = await api().look(ids, clock);
		const first = looks.map((look) =>
			'ticket' in look ? look.ticket.messages[0]?.ticket : undefined,
		);
		expect(first[0]?.requester).toEqual({ name: 'Visitor' });
		expect(first[1]).toMatchObject({ body: 'Hello' });
		expect(first[1]).not.toHaveProperty('requester');
	});

	it("begins with the customer's words where a bot began, and counts no bot's or agent's", async () => {
		const jo = desk.addContact({ id: 'u1', email: 'jo@acme.example' });
		const id = desk.open(BOT, 'How can we help?', { contacts: ['u1'] });
		desk.say(id, jo, 'Other', { metadata: { quick_reply_uuid: 'x' } });
		desk.say(id, BOT, 'Tell us more');
		desk.say(id, jo, 'It is all gone');
		desk.say(id, AGENT, 'They are angry', { part_type: 'note' });
		const [look] = await api().look([id], clock);
		expect(look).toMatchObject({ ticket: { messages: [{ ticket: { messageId: 'new' } }] } });
	});

	it('tells what became of a conversation: closed, rated badly, gone', async () => {
		const jo = desk.addContact({ id: 'u1', email: 'jo@acme.example' });
		const closed = desk.open(jo, 'Hi');
		desk.setState(closed, 'closed');
		desk.rate(closed, 1, 'Useless');
		const removed = desk.open(jo, 'Hi');
		desk.remove(removed);
		const looks = await api().look([closed, removed, '99'], clock);
		expect(looks).toMatchObject([
			{ id: closed, ticket: { status: 'closed', messages: [{}, { ticket: { body: 'Useless' } }] } },
			{ id: removed, gone: true },
			{ id: '99', gone: true },
		]);
	});

	it('never takes a page of a proxy for an answer of Intercom', async () => {
		intercom.faults.push({ match: /conversations/, status: 404, body: '<h1>Not found</h1>' });
		expect((await failureOf(api().look(['5'], clock))).isLasting).toBe(false);
		intercom.faults.splice(0, 1, { match: /conversations/, status: 200, body: 'Sign in' });
		expect((await failureOf(api().look(['5'], clock))).message).toContain('proxy');
	});
});

describe('what changed at Intercom', () => {
	const since = new Date('2026-11-23T08:00:00Z');
	const walk = async (position?: string, between: () => void = () => undefined) =>
		await walkPages(
			async (from) => await api().changedSince(from, since, clock),
			position,
			between,
		);
	const openMany = (count: number, secondsApart = 1) => {
		const jo = desk.addContact({ id: 'u1', email: 'jo@acme.example' });
		return Array.from({ length: count }, () => {
			pass(secondsApart);
			return desk.open(jo, 'Hi');
		});
	};

	it('comes oldest first, in pages, each conversation once', async () => {
		const ids = openMany(400);
		pass(120);
		expect((await walk()).ids).toEqual(ids);
		const first = await api().changedSince(undefined, since, clock);
		expect(first.total).toBe(400);
		expect(first.changes[0]).toEqual({ id: ids[0], updatedAt: '2026-11-23T09:00:01.000Z' });
	});

	it('gets through a bulk action, which changes more in one second than a page holds', async () => {
		const ids = openMany(320, 0);
		const later = openMany(2);
		expect(new Set((await walk()).ids)).toEqual(new Set([...ids, ...later]));
	});

	it('is complete although conversations change meanwhile', async () => {
		const ids = openMany(330);
		const touched = ids.slice(150, 155);
		const { ids: found } = await walk(undefined, () => {
			pass(1);
			const id = touched.shift();
			if (id !== undefined) desk.touch(id);
		});
		expect(new Set(found)).toEqual(new Set(ids));
	});

	it('is taken up again without loss and without all that was seen', async () => {
		openMany(5);
		pass(600);
		const { position } = await walk();
		expect((await walk(position)).ids).toEqual([]);
		const late = openMany(1);
		const next = await walk(position);
		expect(next.ids).toEqual(late);
		// In the very second of the last walk, and of the last change.
		const sameSecond = openMany(1, 0);
		expect((await walk(next.position)).ids).toEqual([...late, ...sameSecond]);
	});

	it('survives a cursor that Intercom knows no more', async () => {
		const ids = openMany(320, 0);
		// The first page finds out that there is but one second, the next one begins it.
		const { position: found } = await api().changedSince(undefined, since, clock);
		const { position } = await api().changedSince(found, since, clock);
		const stale = position.replace(/"page":"[^"]*"/, '"page":"gone"');
		expect(stale).not.toBe(position);
		expect(new Set((await walk(stale)).ids)).toEqual(new Set(ids));
	});

	it('is the same for a period of creation, whatever changed since', async () => {
		openMany(3);
		const from = new Date(clock.getTime() + 500);
		const ids = openMany(200);
		const to = new Date(clock.getTime() + 1000);
		openMany(3);
		ids.slice(0, 20).forEach((id) => desk.touch(id));
		const found: string[] = [];
		let position: string | undefined;
		for (;;) {
			const step = await api().createdIn({ from, to }, position, clock);
			expect(step.total).toBe(201);
			found.push(...step.changes.map(({ id }) => id));
			({ position } = step);
			if (step.isLast) break;
		}
		// The second in which the period begins is whole.
		expect(found.slice(1)).toEqual(ids);
	});
});

describe('a refusal of Intercom', () => {
	it('of the token is lasting and names the credential', async () => {
		const error = await failureOf(api({}, 'old-token').look(['5'], clock));
		expect(error.isLasting).toBe(true);
		expect(error.message).toMatch(/401.*"CS Alerts Intercom API".*Access Token/);
		expect(error.message).not.toContain('old-token');
	});

	it('of a permission is lasting and names it', async () => {
		const body = { type: 'error.list', errors: [{ code: 'forbidden', message: 'Missing scope' }] };
		intercom.faults.push({ match: /search/, status: 403, body });
		const error = await failureOf(api().changedSince(undefined, clock, clock));
		expect(error.isLasting).toBe(true);
		expect(error.message).toMatch(/Missing scope.*"Read conversations"/);
	});

	it('for its rate limit says when to come back', async () => {
		intercom.limit = 2;
		const jo = desk.addContact({ id: 'u1', email: 'jo@acme.example' });
		const id = desk.open(jo, 'Hi');
		const error = await failureOf(api().look([id], clock));
		expect(error).toMatchObject({ isLasting: false });
		expect(error.retryAt?.toISOString()).toBe('2026-11-23T09:00:10.000Z');
		pass(10);
		await expect(api({ app: 'x' }).look([id], clock)).resolves.toHaveLength(1);
	});

	it.each([500, 502, 418])('with %i passes', async (status) => {
		intercom.faults.push({ match: /./, status, body: {} });
		const error = await failureOf(api().look(['5'], clock));
		expect(error.isLasting).toBe(false);
		expect(error.message).toContain(String(status));
	});

	it('to answer at all passes', async () => {
		intercom.faults.push({ match: /./, wire: 'reset' });
		expect((await failureOf(api().look(['5'], clock))).message).toContain('did not answer');
	});
});

describe('the host of a region', () => {
	it('is one of three, whatever is written', () => {
		expect(intercomBaseUrl('api.eu.intercom.io')).toBe('https://api.eu.intercom.io');
		expect(intercomBaseUrl('api.au.intercom.io')).toBe('https://api.au.intercom.io');
		for (const other of ['api.intercom.io', undefined, '', 'evil.example', 7]) {
			expect(intercomBaseUrl(other)).toBe('https://api.intercom.io');
		}
	});
});
