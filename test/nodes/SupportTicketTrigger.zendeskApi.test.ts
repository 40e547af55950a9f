import { afterEach, describe, expect, it } from 'vitest';

import type { ChangePage, Look, LookedTicket } from '../../nodes/core/helpdesk/lookedTicket';
import { failureOf } from '../support/helpdeskApi';
import { START, startAccount } from '../support/zendesk/account';
import { ADMIN, type ZendeskOptions } from '../support/zendesk/server';

const HOUR = 3_600_000;

const open: Array<() => Promise<void>> = [];
afterEach(async () => {
	for (const close of open.splice(0)) await close();
});

async function start(options: ZendeskOptions = {}) {
	const account = await startAccount(options);
	open.push(account.zendesk.close);
	return account;
}

const ticketOf = (look: Look | undefined): LookedTicket => {
	if (look === undefined || !('ticket' in look)) throw new Error('the ticket is gone');
	return look.ticket;
};

/** All pages until the last. */
async function allPages(next: (position: string | undefined) => Promise<ChangePage>) {
	const pages: ChangePage[] = [];
	do pages.push(await next(pages.at(-1)?.position));
	while (pages.at(-1)?.isLast === false);
	return pages;
}

describe('look', () => {
	it('reads a ticket with its organization, replies, rating and last answer', async () => {
		const { desk, mia, ann, api, ticket, clock, now } = await start();
		const id = ticket();
		clock.time += HOUR;
		desk.addComment(id, { author: ann, body: 'We look into it.' });
		clock.time += HOUR;
		desk.addComment(id, { author: ann, body: 'Who is this?', isPublic: false });
		desk.addComment(id, { author: mia, body: 'Any <update>?' });
		desk.solve(id, ann);
		desk.rate(id, 'bad', 'Too slow');
		const [look] = await api.look([String(id)], now());
		const read = ticketOf(look);
		expect(read).toMatchObject({
			key: `zendesk:northwind.zendesk.com:${id}`,
			status: 'solved',
			lastAgentReplyAt: '2026-11-23T10:00:00.000Z',
		});
		expect(read.messages.map(({ ticket }) => [ticket.event, ticket.body])).toEqual([
			['new', '<div class="zd-comment" dir="auto">The export is broken.</div>'],
			['reply', '<div class="zd-comment" dir="auto">Any &lt;update&gt;?</div>'],
			['csat', 'Too slow'],
		]);
		expect(read.messages[0]?.ticket.organization).toMatchObject({
			name: 'Globex',
			domains: ['globex.example'],
		});
	});

	it('asks once for many new tickets, and for the comments of those that need it', async () => {
		const { zendesk, desk, ann, api, ticket, now } = await start();
		const ids = Array.from({ length: 20 }, () => ticket());
		await api.look(ids.map(String), now());
		expect(zendesk.calls).toHaveLength(1);
		desk.addComment(ids[3] ?? 0, { author: ann, body: 'Hello' });
		zendesk.calls.length = 0;
		await api.look(ids.map(String), now());
		expect(zendesk.calls.slice(1)).toEqual([
			`GET /api/v2/tickets/${ids[3]}/comments.json?include=users&page[size]=100`,
		]);
	});

	it('answers for each ID asked, in order, also for those that are gone or none', async () => {
		const { desk, api, ticket, now } = await start();
		const [kept, deleted] = [ticket(), ticket()];
		desk.delete(deleted);
		const ids = [String(deleted), 'x-1', '77', String(kept), String(kept)];
		const looks = await api.look(ids, now());
		expect(looks.map(({ id }) => id)).toEqual(ids);
		expect(looks.map((look) => 'gone' in look)).toEqual([true, true, true, false, false]);
	});

	it('asks for nothing where no ID can be one', async () => {
		const { zendesk, api, now } = await start();
		expect(await api.look(['x', '1/../2'], now())).toEqual([
			{ id: 'x', gone: true },
			{ id: '1/../2', gone: true },
		]);
		expect(zendesk.calls).toEqual([]);
	});

	it('takes a ticket for gone that is deleted while its comments are asked for', async () => {
		const { zendesk, desk, ann, api, ticket, now } = await start();
		const id = ticket();
		desk.addComment(id, { author: ann, body: 'Hello' });
		zendesk.faults.push({ match: /comments/, status: 404, body: { error: 'RecordNotFound' } });
		expect(await api.look([String(id)], now())).toEqual([{ id: String(id), gone: true }]);
	});

	it('reads the comments of a long ticket page by page', async () => {
		const { zendesk, desk, mia, ann, api, ticket, now } = await start();
		const id = ticket();
		for (let round = 0; round < 120; round++) {
			desk.addComment(id, { author: ann, body: `answer ${round}` });
			desk.addComment(id, { author: mia, body: `question ${round}` });
		}
		const [look] = await api.look([String(id)], now());
		expect(ticketOf(look).messages).toHaveLength(121);
		expect(zendesk.calls).toHaveLength(4);
	});

	it('tells what a ticket was merged into', async () => {
		const { desk, ann, api, ticket, now } = await start();
		const [source, target] = [ticket(), ticket()];
		desk.merge(source, target, ann);
		const [look, kept] = await api.look([String(source), String(target)], now());
		expect(ticketOf(look)).toMatchObject({
			status: 'merged',
			mergedInto: `zendesk:northwind.zendesk.com:${target}`,
		});
		expect(ticketOf(kept).status).toBe('open');
		expect(ticketOf(kept).lastAgentReplyAt).toBeUndefined();
	});

	it('skips what an agent opened on their own, and not what they opened for a customer', async () => {
		const { desk, mia, ann, api, now } = await start();
		const own = desk.addTicket({ subject: 'Note', body: 'x', requester: ann });
		const forMia = desk.addTicket({ subject: 'Call', body: 'x', requester: mia, submitter: ann });
		const looks = await api.look([String(own), String(forMia)], now());
		expect(looks.map((look) => ticketOf(look).messages[0]?.skippedBecause)).toEqual([
			'An agent opened this ticket on their own',
			undefined,
		]);
	});
});

describe('changedSince', () => {
	it('pages through everything that changed, each ticket once, and goes on where it ended', async () => {
		const { api, ticket, clock, now } = await start();
		const since = now();
		const ids = Array.from({ length: 1200 }, () => {
			clock.time += 1000;
			return String(ticket());
		});
		clock.time += 2 * 60_000;
		const pages = await allPages(async (at) => await api.changedSince(at, since, now()));
		expect(pages.map(({ changes }) => changes.length)).toEqual([500, 500, 200]);
		expect(pages.flatMap(({ changes }) => changes.map(({ id }) => id))).toEqual(ids);

		const late = String(ticket());
		const end = pages.at(-1)?.position;
		expect((await api.changedSince(end, since, now())).changes).toEqual([]);
		clock.time += 2 * 60_000;
		const more = await api.changedSince(end, since, now());
		expect(more).toMatchObject({ changes: [{ id: late }], isLast: true });
	});

	it('begins over a minute ago, and goes on from there where nothing changed yet', async () => {
		const { zendesk, api, ticket, clock, now } = await start();
		const first = await api.changedSince(undefined, new Date(clock.time + HOUR), now());
		expect(first).toMatchObject({ changes: [], isLast: true });
		expect(zendesk.calls[0]).toContain(`start_time=${START / 1000 - 61}`);
		const id = String(ticket());
		clock.time += 2 * 60_000;
		const next = await api.changedSince(first.position, now(), now());
		expect(next.changes.map((change) => change.id)).toEqual([id]);
	});

	it('names deleted tickets as well', async () => {
		const { desk, api, ticket, clock, now } = await start();
		const since = now();
		const id = ticket();
		desk.delete(id);
		clock.time += 2 * 60_000;
		const { changes } = await api.changedSince(undefined, since, now());
		expect(changes).toEqual([{ id: String(id), updatedAt: '2026-11-23T09:00:00.000Z' }]);
	});

	it('begins anew where its position is not known any more', async () => {
		const { api, ticket, clock, now } = await start();
		const since = now();
		const id = String(ticket());
		clock.time += 2 * 60_000;
		const page = await api.changedSince('nonsense', since, now());
		expect(page.changes.map((change) => change.id)).toEqual([id]);
	});

	it('says when to ask again after ten calls in a minute', async () => {
		const { api, clock, now } = await start();
		const since = new Date(clock.time - HOUR);
		for (let call = 0; call < 10; call++) await api.changedSince(undefined, since, now());
		const before = Date.now();
		const error = await failureOf(api.changedSince(undefined, since, now()));
		expect(error.isLasting).toBe(false);
		expect(error.message).toContain('too many requests');
		expect(Math.round(((error.retryAt?.getTime() ?? 0) - before) / 1000)).toBe(60);
	});

	it('tells an agent’s credential that it needs an admin', async () => {
		const access = [{ ...ADMIN, role: 'agent' as const }];
		const { api, now } = await start({ access });
		const error = await failureOf(api.changedSince(undefined, now(), now()));
		expect(error.isLasting).toBe(true);
		expect(error.message).toContain('"Zendesk account"');
		expect(error.message).toContain('needs an admin');
	});
});

describe('createdIn', () => {
	it('names what was created in the period, over all pages, and not what only changed in it', async () => {
		const { desk, mia, api, ticket, clock, now } = await start();
		const before = ticket();
		clock.time += HOUR;
		const from = now();
		const ids = Array.from({ length: 1100 }, () => {
			clock.time += 1000;
			return ticket();
		});
		const to = new Date(clock.time + 1000);
		clock.time += HOUR;
		desk.addComment(before, { author: mia, body: 'And now?' });
		desk.addComment(ids[5] ?? 0, { author: mia, body: 'And now?' });
		desk.delete(ids[6] ?? 0);
		ticket();
		clock.time += 2 * 60_000;
		const pages = await allPages(async (at) => await api.createdIn({ from, to }, at, now()));
		const found = pages.flatMap(({ changes }) => changes.map(({ id }) => Number(id)));
		expect(found).toHaveLength(1099);
		expect(new Set(found)).toEqual(new Set(ids.filter((id) => id !== ids[6])));
	});
});
