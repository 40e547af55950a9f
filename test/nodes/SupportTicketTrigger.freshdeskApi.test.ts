import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPayload } from '../../nodes/core/helpdesk';
import { readFreshdeskNotice } from '../../nodes/core/helpdesk/freshdeskNotice';
import { freshdeskApi } from '../../nodes/SupportTicketTrigger/freshdesk/freshdeskApi';
import { bodyOf } from '../support/faults';
import { freshdeskAutomation } from '../support/freshdesk/automation';
import { deskOf, type FreshdeskDesk } from '../support/freshdesk/desk';
import { type FreshdeskStandIn, startFreshdesk } from '../support/freshdesk/server';
import { failureOf, walkPages } from '../support/helpdeskApi';
import { httpAsk } from '../support/httpAsk';

const HOST = 'northwind.freshdesk.com';

let clock: Date;
let freshdesk: FreshdeskStandIn;
let desk: FreshdeskDesk;
const now = () => clock;
const pass = (seconds: number) => {
	clock = new Date(clock.getTime() + seconds * 1000);
};

beforeEach(async () => {
	clock = new Date('2026-11-23T09:00:00Z');
	freshdesk = await startFreshdesk(now);
	desk = deskOf(freshdesk, now);
});
afterEach(async () => await freshdesk.close());

const api = (key = 'good-key') =>
	freshdeskApi(httpAsk(freshdesk.url, `Basic ${Buffer.from(`${key}:X`).toString('base64')}`), HOST);

describe('a look at tickets of Freshdesk', () => {
	it('gives each with its customer, their company and every reply', async () => {
		const acme = desk.addCompany('Acme', ['acme.example']);
		const jo = desk.addContact('jo@acme.example', { company_id: acme.id });
		const kim = desk.addContact('kim@acme.example', { name: 'Kim' });
		const sam = desk.addAgent('sam@northwind.example');
		const id = desk.open(jo, 'All is gone', { responder_id: sam.id, tags: ['vip'] });
		for (let index = 0; index < 120; index++) desk.reply(id, jo, `No. ${index}`);
		pass(60);
		desk.reply(id, sam, 'We look into it');
		const last = desk.reply(id, kim, 'Same here');
		const [look] = await api().look([id], clock);
		expect(look).toMatchObject({
			id,
			ticket: {
				key: `freshdesk:${HOST}:${id}`,
				status: 'open',
				assignee: { id: String(sam.id), name: 'Sam Agent', email: 'sam@northwind.example' },
				lastAgentReplyAt: '2026-11-23T09:01:00.000Z',
			},
		});
		const messages = look && 'ticket' in look ? look.ticket.messages : [];
		expect(messages).toHaveLength(122);
		expect(messages[0]?.ticket).toMatchObject({
			messageId: 'new',
			body: '<div>All is gone</div>',
			requester: { email: 'jo@acme.example' },
			organization: { id: String(acme.id), name: 'Acme', domains: ['acme.example'] },
			tags: ['vip'],
		});
		expect(messages.at(-1)?.ticket).toMatchObject({
			messageId: last,
			event: 'reply',
			requester: { email: 'kim@acme.example', name: 'Kim' },
		});
	});

	it('asks once in a look for each company and agent, and for ratings where there can be some', async () => {
		const acme = desk.addCompany('Acme');
		const jo = desk.addContact('jo@acme.example', { company_id: acme.id });
		const sam = desk.addAgent('sam@northwind.example');
		const untouched = desk.open(jo, 'A', { responder_id: sam.id });
		const answered = desk.open(jo, 'B', { responder_id: sam.id });
		desk.reply(answered, sam, 'Hi');
		const solved = desk.open(jo, 'C', { status: 4 });
		await api().look([untouched, answered, solved], clock);
		const ofKind = (kind: string) => freshdesk.calls.filter((call) => call.includes(kind));
		expect(ofKind('/companies/')).toHaveLength(1);
		expect(ofKind('/agents/')).toHaveLength(1);
		expect(ofKind('satisfaction_ratings')).toEqual([
			`GET /api/v2/tickets/${answered}/satisfaction_ratings`,
			`GET /api/v2/tickets/${solved}/satisfaction_ratings`,
		]);
	});

	it('tells what became of a ticket: rated badly, merged, spam, deleted, gone', async () => {
		const jo = desk.addContact('jo@acme.example');
		const sam = desk.addAgent('sam@northwind.example');
		const rated = desk.open(jo, 'A', { status: 5 });
		desk.rate(rated, 103, 'Great');
		const rating = desk.rate(rated, -102, 'Slow');
		const merged = desk.open(jo, 'B');
		desk.merge(merged, rated, sam);
		const spam = desk.open(jo, 'C', { spam: true });
		const deleted = desk.open(jo, 'D', { deleted: true });
		const gone = desk.open(jo, 'E');
		desk.remove(gone);
		const looks = await api().look([rated, merged, spam, deleted, gone], clock);
		expect(looks).toMatchObject([
			{
				ticket: {
					status: 'closed',
					messages: [{}, { ticket: { messageId: `csat:${rating}`, event: 'csat', body: 'Slow' } }],
				},
			},
			{ ticket: { status: 'merged', mergedInto: `freshdesk:${HOST}:${rated}` } },
			{ ticket: { status: 'spam' } },
			{ ticket: { status: 'deleted' } },
			{ id: gone, gone: true },
		]);
	});

	it('reads all replies, were they given by thirty', async () => {
		const jo = desk.addContact('jo@acme.example');
		const id = desk.open(jo, 'All is gone');
		for (let index = 0; index < 70; index++) desk.reply(id, jo, `No. ${index}`);
		const ask = httpAsk(freshdesk.url, `Basic ${Buffer.from('good-key:X').toString('base64')}`);
		const byThirty = freshdeskApi(async (request) => {
			const query = { ...request.query };
			if (request.path.endsWith('/conversations')) delete query.per_page;
			return await ask({ ...request, query });
		}, HOST);
		const [look] = await byThirty.look([id], clock);
		expect(look && 'ticket' in look ? look.ticket.messages : []).toHaveLength(71);
	});

	it('goes on without what the key or the plan does not allow', async () => {
		const acme = desk.addCompany('Acme', ['acme.example']);
		const jo = desk.addContact('jo@acme.example', { company_id: acme.id });
		const id = desk.open(jo, 'All is gone', { status: 5 });
		const body = { code: 'require_feature', message: 'The Surveys feature is not supported' };
		freshdesk.faults.push({ match: /companies|satisfaction/, status: 403, body });
		const [look] = await api().look([id], clock);
		expect(look).toMatchObject({
			ticket: { messages: [{ ticket: { organization: { name: 'Acme' } } }] },
		});
	});

	it('never takes a page of a proxy, or of an unknown domain, for an answer of Freshdesk', async () => {
		freshdesk.faults.push({ match: /tickets/, status: 404, body: '<h1>There is no helpdesk</h1>' });
		expect((await failureOf(api().look(['5'], clock))).message).toContain('Domain');
		freshdesk.faults.splice(0, 1, { match: /tickets/, status: 200, body: 'Sign in' });
		expect((await failureOf(api().look(['5'], clock))).isLasting).toBe(false);
		expect((await failureOf(api().changedSince(undefined, clock, clock))).isLasting).toBe(false);
	});
});

describe('what changed at Freshdesk', () => {
	const since = new Date('2026-11-23T08:00:00Z');
	const walk = async (position?: string, between: () => void = () => undefined) =>
		await walkPages(
			async (from) => await api().changedSince(from, since, clock),
			position,
			between,
		);
	const openMany = (count: number, secondsApart = 1) => {
		const jo = desk.addContact('jo@acme.example');
		return Array.from({ length: count }, () => {
			pass(secondsApart);
			return desk.open(jo, 'Hi');
		});
	};

	it('comes oldest first, in pages, each ticket once', async () => {
		const ids = openMany(250);
		pass(120);
		expect((await walk()).ids).toEqual(ids);
		const first = await api().changedSince(undefined, since, clock);
		expect(first.changes[0]).toEqual({ id: ids[0], updatedAt: '2026-11-23T09:00:01.000Z' });
		expect(first).not.toHaveProperty('total');
	});

	it('gets through a bulk action, which changes more in one second than a page holds', async () => {
		const ids = [...openMany(230, 0), ...openMany(2)];
		const { ids: found } = await walk();
		expect(new Set(found)).toEqual(new Set(ids));
		expect(found).toHaveLength(ids.length);
	});

	it('is complete although tickets change meanwhile', async () => {
		const ids = openMany(330);
		const touched = ids.slice(100, 106);
		const { ids: found } = await walk(undefined, () => {
			pass(1);
			const id = touched.shift();
			if (id !== undefined) desk.change(id, { priority: 4 });
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
		const sameSecond = openMany(1, 0);
		expect((await walk(next.position)).ids).toEqual([...late, ...sameSecond]);
	});

	it('goes past the 300th page of one second', async () => {
		const full = Array.from({ length: 100 }, (_, index) => ({
			id: index + 1,
			created_at: '2026-11-23T09:00:00Z',
			updated_at: '2026-11-23T09:00:00Z',
		}));
		freshdesk.faults.push({ match: /tickets/, status: 200, body: full });
		const position = JSON.stringify({ from: clock.getTime() / 1000, page: '300' });
		const step = await api().changedSince(position, since, clock);
		expect(step).toMatchObject({ isLast: false });
		expect(step.changes).toHaveLength(100);
		expect(JSON.parse(step.position)).toMatchObject({ from: clock.getTime() / 1000 + 1 });
	});

	it('holds all that was created in a period, whatever changed since', async () => {
		const before = openMany(3);
		const from = clock;
		pass(1);
		const ids = openMany(150);
		pass(1);
		const to = clock;
		openMany(3);
		for (const id of [...before, ...ids.slice(0, 20)]) desk.change(id, { priority: 4 });
		const found: string[] = [];
		let position: string | undefined;
		for (;;) {
			const period = { from: new Date(from.getTime() + 1000), to };
			const step = await api().createdIn(period, position, clock);
			found.push(...step.changes.map(({ id }) => id));
			({ position } = step);
			if (step.isLast) break;
		}
		expect(new Set(found)).toEqual(new Set(ids));
		expect(found).toHaveLength(ids.length);
	});
});

describe('a refusal of Freshdesk', () => {
	it('of the key is lasting and names the credential', async () => {
		const error = await failureOf(api('old-key').look(['5'], clock));
		expect(error.isLasting).toBe(true);
		expect(error.message).toMatch(/401.*logged in.*API Key/);
		expect(error.message).not.toContain('old-key');
	});

	it('of a permission is lasting', async () => {
		const body = { code: 'access_denied', message: 'You are not authorized' };
		freshdesk.faults.push({ match: /tickets/, status: 403, body });
		const error = await failureOf(api().changedSince(undefined, clock, clock));
		expect(error).toMatchObject({ isLasting: true });
		expect(error.message).toContain('all tickets');
	});

	it('for its rate limit says when to come back', async () => {
		pass(45);
		freshdesk.limit = 1;
		const jo = desk.addContact('jo@acme.example');
		const id = desk.open(jo, 'Hi');
		const error = await failureOf(api().look([id], clock));
		expect(error.isLasting).toBe(false);
		expect(error.retryAt?.toISOString()).toBe('2026-11-23T09:01:00.000Z');
	});

	it('to answer at all passes', async () => {
		freshdesk.faults.push({ match: /./, wire: 'reset' });
		expect((await failureOf(api().look(['5'], clock))).message).toContain('did not answer');
	});
});

describe('what an automation rule sends', () => {
	it('carries its header and names the ticket, for both readers', async () => {
		const received: Array<{ header: unknown; body: unknown }> = [];
		const statuses = [200, 503];
		const receiver = createServer((request, response) => {
			void bodyOf(request).then((text) => {
				received.push({ header: request.headers['x-cs-alerts'], body: JSON.parse(text) });
				response.writeHead(statuses.shift() ?? 200).end();
			});
		});
		await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
		const rule = freshdeskAutomation({
			url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
			header: { name: 'X-CS-Alerts', value: 'a secret of sixteen' },
		});
		expect(await rule.deliver('912', { triggered_event: '{ticket_action:created}' })).toBe(true);
		expect(await rule.deliver('913')).toBe(false);
		await new Promise<void>((resolve) => receiver.close(() => resolve()));
		expect(rule.counts).toEqual({ sent: 2, accepted: 1, lost: 1 });
		expect(received.map(({ header }) => header)).toEqual(Array(2).fill('a secret of sixteen'));
		const body = received[0]?.body;
		expect(readFreshdeskNotice(body)).toEqual({ kind: 'ticket', id: '912' });
		expect(readPayload('freshdesk', body, { now: clock }).kind).toBe('ticket');
	});
});
