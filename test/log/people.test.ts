import { describe, expect, it } from 'vitest';

import type { Query } from '../../nodes/log/database';
import { purge } from '../../nodes/log/purge';
import {
	after,
	DAY,
	decisionOf,
	deliveryDue,
	fillMonitored,
	HOUR,
	messageOf,
	MINUTE,
	normal,
	NOW,
	onBothDatabases,
	rowOf,
} from './rig.ts';

onBothDatabases((open) => {
	describe('finding messages', () => {
		it('gives those that fit, newest first, without tests unless asked', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1, { receivedAt: after(-3 * DAY).toISOString() }), NOW);
			await log.takeIn(messageOf(2, { requester: { email: 'Joe@Initech.example' } }), NOW);
			await log.recordDecisions([decisionOf(3, { route: 'digest', score: 20 })], NOW);
			await log.recordDecisions([decisionOf(4, { accountId: 'initech', score: 90 })], NOW);
			const test = { isTest: true, receivedAt: after(1).toISOString() };
			await log.recordDecisions([decisionOf(5, { ticket: test })], NOW);
			const find = async (filter: object) =>
				(await log.findMessages({ limit: 50, ...filter })).map(({ ticketKey }) =>
					Number(ticketKey.split(':')[2]),
				);
			expect((await find({})).at(-1)).toBe(1);
			expect((await find({})).sort()).toEqual([1, 2, 3, 4]);
			expect((await find({ includeTests: true }))[0]).toBe(5);
			expect((await find({ since: NOW })).sort()).toEqual([2, 3, 4]);
			expect((await find({ states: ['received', 'monitored'] })).sort()).toEqual([1, 2, 3]);
			expect(await find({ accountId: 'initech' })).toEqual([4]);
			expect(await find({ ticketKey: 'zendesk:acme:2' })).toEqual([2]);
			expect(await find({ requesterEmail: 'joe@initech.example' })).toEqual([2]);
			expect(await find({ minimumScore: 65 })).toEqual([4]);
			expect(await find({ minimumScore: 65, states: ['monitored'], since: NOW })).toEqual([]);
			expect(await find({ limit: 0 })).toEqual([]);
			expect(await find({ limit: 2 })).toHaveLength(2);
		});

		it('gives more than a page, each once', async () => {
			const { log, database } = await open();
			await fillMonitored(database, { count: 1300, accountId: 'globex', newest: NOW });
			const found = await log.findMessages({ limit: 1201 });
			expect(found).toHaveLength(1201);
			expect(new Set(found.map(({ ticketKey }) => ticketKey)).size).toBe(1201);
		});
	});

	describe('trying again', () => {
		it('makes failed messages due, all or those of one ticket, unless their text is gone', async () => {
			const { log, database } = await open();
			for (const id of [1, 2, 3]) await log.takeIn(messageOf(id), NOW);
			const late = after(3 * DAY);
			const { token } = await log.leaseMessages(normal(), late);
			await log.settleMessages(token, { isSuccess: false, error: 'down' }, late);
			await database.query(`update @messages set payload = null where ticket_id = '3'`);
			const of = (ticketKey?: string) => ({ failed: true, undelivered: true, ticketKey });
			expect(await log.tryAgain(of('zendesk:acme:1'), late)).toEqual({
				messages: 1,
				deliveries: 0,
			});
			expect((await rowOf(log, 2)).state).toBe('failed');
			expect(await log.tryAgain(of(), late)).toEqual({ messages: 1, deliveries: 0 });
			expect((await rowOf(log, 3)).state).toBe('failed');
			expect((await log.leaseMessages(normal(), late)).entries).toHaveLength(2);
		});
	});

	describe('clearing out', () => {
		it('takes customers’ words out of what ended before, and leaves the figures', async () => {
			const { log, database } = await open();
			await log.recordDecisions([decisionOf(1, { route: 'digest' })], NOW);
			await log.recordDecisions([decisionOf(2, { route: 'digest' })], after(10 * DAY));
			await log.takeIn(messageOf(3), NOW);
			expect(await log.purge({ textsBefore: after(5 * DAY) })).toEqual({
				messagesWithoutText: 1,
				messagesDeleted: 0,
			});
			const cleared = await rowOf(log, 1);
			expect(cleared).toMatchObject({ state: 'monitored', score: 70, accountName: 'Globex' });
			expect(cleared).not.toHaveProperty('subject');
			expect(cleared).not.toHaveProperty('summary');
			expect(cleared).not.toHaveProperty('evidence');
			expect(cleared).not.toHaveProperty('requesterName');
			expect(await rowOf(log, 2)).toMatchObject({ subject: 'Export 2 fails' });
			// What still waits keeps what it needs.
			expect((await log.leaseMessages(normal(), NOW)).entries).toHaveLength(1);
			const text = JSON.stringify(
				await database.query(`select * from @messages where ticket_id = '1'`),
			);
			expect(text).not.toMatch(/Export 1|since Monday|Mia Chen/);
		});

		it('takes a sender’s name along where there never was a text, and quotes without a summary', async () => {
			const { log, database } = await open();
			await log.recordDecisions(
				[
					decisionOf(1, { route: 'digest', ticket: { subject: undefined, body: undefined } }),
					decisionOf(2, { route: 'digest', ticket: { subject: undefined, requester: {} } }),
				],
				NOW,
			);
			await database.query('update @messages set summary = null, payload = null');
			await database.query(`update @messages set signals = null where ticket_id = '1'`);
			expect(await log.purge({ textsBefore: after(DAY) })).toMatchObject({
				messagesWithoutText: 2,
			});
			const rows = await database.query('select requester_name, signals from @messages');
			expect(rows).toEqual(rows.map(() => ({ requester_name: null, signals: null })));
			// And there is nothing more to take.
			expect(await log.purge({ textsBefore: after(DAY) })).toMatchObject({
				messagesWithoutText: 0,
			});
		});

		it('finds whose text is to be cleared by an index, however much has been', async () => {
			const { database } = await open();
			await fillMonitored(database, { count: 3000, accountId: 'globex', newest: NOW });
			await database.query('update @messages set subject = null');
			if (database.kind === 'postgres') await database.query('analyze @messages');
			const asked: string[] = [];
			const query: Query = async (text, values) => {
				asked.push(text);
				return await database.query(text, values);
			};
			await purge(query, { textsBefore: NOW }, after(DAY));
			const clearing = asked.find((text) => text.includes('requester_name = null')) ?? '';
			const explain = database.kind === 'postgres' ? 'explain' : 'explain query plan';
			const plan = await database.query(`${explain} ${clearing}`, [NOW.getTime()]);
			expect(JSON.stringify(plan)).toContain('messages_with_text');
		});

		it('takes the text of failed messages and given-up alerts out after 14 days', async () => {
			const { log, database } = await open();
			const long = new Date(Date.now() - 20 * DAY);
			for (const id of [1, 2]) await log.takeIn(messageOf(id), long);
			await log.recordDecisions([decisionOf(2)], long);
			const late = new Date(Date.now() - 16 * DAY);
			const { token } = await log.leaseMessages(normal(), late);
			await log.settleMessages(token, { isSuccess: false, error: 'down' }, late);
			const { delivery } = await deliveryDue(log, late);
			await log.recordDelivery(delivery.id, 1, { isDelivered: false, error: 'no' }, late);
			await log.purge({ textsBefore: new Date(0) });
			expect(
				await database.query('select payload from @messages where payload is not null'),
			).toEqual([]);
			expect(await database.query('select content from @deliveries')).toEqual([{ content: null }]);
			expect((await rowOf(log, 1)).subject).toBe('Export 1 fails');
		});

		it('deletes what ended before, in steps, and nothing that waits', async () => {
			const { log, database } = await open();
			const old = after(-400 * DAY);
			const receivedAt = old.toISOString();
			await fillMonitored(database, { count: 1100, accountId: 'globex', newest: old });
			await log.recordDecisions([decisionOf('done', { ticket: { receivedAt } })], old);
			const { delivery } = await deliveryDue(log, old);
			await log.recordDelivery(delivery.id, 1, { isDelivered: true }, old);
			// The account's next message, a year later, closes that alert.
			await log.recordDecisions([decisionOf('next')], NOW);
			await log.takeIn(messageOf('waiting', { receivedAt }), old);
			const purged = await log.purge({
				textsBefore: after(-90 * DAY),
				deleteBefore: after(-365 * DAY),
			});
			expect(purged.messagesDeleted).toBe(1101);
			const left = await log.findMessages({ limit: 50 });
			expect(left.map(({ ticketKey }) => ticketKey).sort()).toEqual([
				'zendesk:acme:next',
				'zendesk:acme:waiting',
			]);
			expect(await database.query('select alert_id from @deliveries')).toHaveLength(1);
			expect(await log.accountFacts(['globex'], '2020-01-01')).toHaveLength(1);
		});
	});

	describe('what the log knows of accounts', () => {
		it('gives the history of accounts since then, from a score on', async () => {
			const { log } = await open();
			const at = (days: number) => ({ receivedAt: after(-days * DAY).toISOString() });
			await log.recordDecisions(
				[
					decisionOf(1, { score: 90, ticket: at(40) }),
					decisionOf(2, { score: 90, ticket: at(20) }),
					decisionOf(3, { score: 40, ticket: at(10), route: 'digest' }),
					decisionOf(4, { score: 65, ticket: at(5), accountId: 'initech' }),
					decisionOf(5, { score: 66, ticket: at(1), accountId: 'hooli' }),
				],
				NOW,
			);
			const history = await log.accountMessages(
				['globex', 'initech', 'initech'],
				after(-30 * DAY),
				60,
			);
			expect(history).toEqual([
				{
					accountId: 'initech',
					ticketKey: 'zendesk:acme:4',
					score: 65,
					receivedAt: after(-5 * DAY),
					url: 'https://acme.zendesk.example/agent/tickets/4',
					alerted: false,
				},
				expect.objectContaining({ accountId: 'globex', ticketKey: 'zendesk:acme:2' }),
			]);
			expect(await log.accountMessages([], NOW, 0)).toEqual([]);
		});

		it('gives each account its 500 newest messages, however many another has', async () => {
			const { log, database } = await open();
			const at = (minutes: number) => ({ receivedAt: after(-minutes * MINUTE).toISOString() });
			await log.recordDecisions(
				[decisionOf('quiet', { accountId: 'quiet', ticket: at(1000) })],
				NOW,
			);
			await fillMonitored(database, { count: 520, accountId: 'loud', newest: NOW });
			const history = await log.accountMessages(['loud', 'quiet'], after(-30 * DAY), 0);
			expect(history.filter(({ accountId }) => accountId === 'loud')).toHaveLength(500);
			expect(history.filter(({ accountId }) => accountId === 'quiet')).toHaveLength(1);
			expect(history[0]?.ticketKey).toBe('loud:1');
		});

		it('keeps the facts of each day, the last of a day counting, and nothing unknown as 0', async () => {
			const { log } = await open();
			const record = async (id: number, healthScore: number | undefined, at: Date) => {
				const { account } = decisionOf(id);
				const decision = decisionOf(id, {
					route: 'digest',
					account: { ...account, status: 'matched', healthScore, mrr: 99.5 },
				});
				await log.recordDecisions([decision], at);
			};
			await record(1, 60, NOW);
			await record(2, 41, after(HOUR));
			await record(3, undefined, after(DAY));
			expect(await log.accountFacts(['globex'], '2026-03-01')).toEqual([
				{ accountId: 'globex', day: '2026-03-02', healthScore: 41, mrr: 99.5 },
				{ accountId: 'globex', day: '2026-03-03', healthScore: undefined, mrr: 99.5 },
			]);
			expect(await log.accountFacts(['globex'], '2026-03-03')).toHaveLength(1);
			expect(await log.accountFacts([], '2026-03-03')).toEqual([]);
		});

		it('keeps what a look-up knows of hundreds of accounts in one go, again within the day', async () => {
			const { log, database } = await open();
			const many = Array.from({ length: 250 }, (_, index) => ({
				id: `a${index}`,
				name: `Account ${index}`,
				healthScore: index % 101,
				...(index > 0 && { mrr: index / 4 }),
			}));
			await log.saveAccountFacts([...many, { id: 'a0', healthScore: 7 }, { name: 'no ID' }], NOW);
			const ids = many.map(({ id }) => id);
			expect(await log.accountFacts(ids, '2026-03-01')).toHaveLength(250);
			expect(await log.accountFacts(['a0', 'a3'], '2026-03-01')).toEqual(
				expect.arrayContaining([
					{ accountId: 'a0', day: '2026-03-02', healthScore: 7, mrr: undefined },
					{ accountId: 'a3', day: '2026-03-02', healthScore: 3, mrr: 0.75 },
				]),
			);
			await log.saveAccountFacts([{ id: 'a3', healthScore: 50, mrr: 1 }], after(HOUR));
			expect(await log.accountFacts(['a3'], '2026-03-01')).toEqual([
				{ accountId: 'a3', day: '2026-03-02', healthScore: 50, mrr: 1 },
			]);
			await log.saveAccountFacts([], NOW);
			expect(await database.query('select count(*) as n from @account_facts')).toEqual([
				{ n: 250 },
			]);
		});

		it('remembers addresses attached by hand, whatever their case, the last one counting', async () => {
			const { log } = await open();
			await log.saveAlias({ address: 'Mia@Home.example', accountId: 'a' }, NOW);
			const alias = { address: 'mia@home.example', accountId: 'globex', accountName: 'Globex' };
			await log.saveAlias({ ...alias, byWhom: 'Ana' }, NOW);
			expect(await log.findAliases(['MIA@home.example', 'joe@home.example'])).toEqual([
				{ ...alias, byWhom: 'Ana' },
			]);
			expect(await log.findAliases([])).toEqual([]);
		});
	});

	describe('whose messages wait', () => {
		it('is told for one workflow, the longest waiting first, each address once', async () => {
			const { log } = await open();
			const from = (email: string, minutes: number) => ({
				requester: { email },
				receivedAt: after(minutes * MINUTE).toISOString(),
			});
			await log.takeIn(messageOf(1, from('leased@globex.example', 0)), NOW);
			await log.leaseMessages(normal(1), NOW);
			await log.takeIn(messageOf(2, from('joe@globex.example', 2)), NOW);
			await log.takeIn(messageOf(3, from('mia@globex.example', 1)), NOW);
			await log.takeIn(messageOf(4, from('joe@globex.example', 3)), NOW);
			await log.takeIn(messageOf(5, from('else@globex.example', 1), { workflowId: 'w2' }), NOW);
			const taken = { workflowId: 'w3', source: 'taken-in' };
			await log.takeIn(messageOf(6, from('taken@globex.example', 4), taken), NOW);
			await log.takeIn(messageOf(7, { requester: {} }), NOW);
			await log.takeIn(messageOf(8, from('old@globex.example', 1), { skippedBecause: 'x' }), NOW);
			await log.takeIn(messageOf(9, { ...from('b@globex.example', 1), backfill: true }), NOW);
			expect(await log.waitingRequesters('workflow-1', 10)).toEqual([
				'mia@globex.example',
				'joe@globex.example',
				'taken@globex.example',
			]);
			expect(await log.waitingRequesters('workflow-1', 1)).toEqual(['mia@globex.example']);
			expect(await log.waitingRequesters('', 10)).toEqual(['taken@globex.example']);
		});
	});

	describe('a trigger', () => {
		it('is remembered with what it last knew', async () => {
			const { log } = await open();
			const trigger = { source: 'w/t', workflowId: 'w', helpdesk: 'zendesk', address: 'https://x' };
			await log.saveTrigger(trigger, NOW);
			await log.saveTrigger({ source: 'w/t', workflowId: 'w' }, after(MINUTE));
			expect(await log.triggers()).toEqual([{ ...trigger, seenAt: after(MINUTE) }]);
		});
	});
});
