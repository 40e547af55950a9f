import { describe, expect, it } from 'vitest';

import { backfills } from '../../nodes/log/backfills';
import {
	after,
	DAY,
	HOUR,
	looking,
	lookOf,
	MINUTE,
	normal,
	noticeOf,
	NOW,
	onBothDatabases,
	SOURCE,
	ticketOf,
	type OpenedLog,
} from './rig.ts';

type Log = OpenedLog['log'];
const PERIOD = { source: SOURCE, from: after(-90 * DAY), to: NOW };
const wantedBy = (backfillId: string, id: number) =>
	noticeOf(id, { foundBy: 'backfill', backfillId });
const oldLook = (id: number) =>
	lookOf(id, {
		messages: [{ ticket: ticketOf(id, { createdAt: after(-50 * DAY).toISOString() }) }],
	});

async function only(log: Log) {
	const [one, ...others] = await log.backfills({ limit: 9 });
	expect(others).toEqual([]);
	if (one === undefined) throw new Error('There is no backfill');
	return one;
}

onBothDatabases((open) => {
	describe('a backfill', () => {
		it('begins with its period, which ends now at the latest', async () => {
			const { log } = await open();
			const started = await log.startBackfill({ ...PERIOD, to: after(DAY) }, NOW);
			expect(started).toEqual({
				id: expect.any(String) as string,
				source: SOURCE,
				from: PERIOD.from,
				to: NOW,
				isRead: false,
				state: 'running',
				tickets: 0,
				waiting: 0,
				messages: 0,
				ended: 0,
				startedAt: NOW,
				runningMs: 0,
			});
		});

		it('is refused for a period that is none, and while another of its trigger runs', async () => {
			const { log } = await open();
			await expect(log.startBackfill({ ...PERIOD, from: NOW }, NOW)).rejects.toThrow(
				'has to begin',
			);
			const none = { ...PERIOD, from: new Date(NaN) };
			await expect(log.startBackfill(none, NOW)).rejects.toThrow('has to begin');
			const { id } = await log.startBackfill(PERIOD, NOW);
			await expect(log.startBackfill(PERIOD, NOW)).rejects.toThrow('is running');
			await log.startBackfill({ ...PERIOD, source: 'w/other' }, NOW);
			await log.setBackfillState(id, 'stopped', NOW);
			await log.startBackfill(PERIOD, NOW);
			await expect(log.setBackfillState(id, 'running', NOW)).rejects.toThrow('is running');
		});

		it('tells whoever looks', async () => {
			const { log } = await open();
			const heard: string[] = [];
			log.onNews('notices', () => heard.push('notices'));
			if (log.kind === 'postgres') await expect.poll(() => heard.length).toBeGreaterThan(0);
			heard.length = 0;
			await log.startBackfill(PERIOD, NOW);
			expect(heard).toEqual(['notices']);
		});

		it('counts its tickets and messages, page by page, and is done when none waits', async () => {
			const { log } = await open();
			await log.saveTrigger({ source: SOURCE, workflowId: 'workflow-1' }, NOW);
			const { id } = await log.startBackfill(PERIOD, NOW);
			await log.notice([wantedBy(id, 1), wantedBy(id, 2)], NOW);
			await log.saveBackfillPage(id, { position: 'p2', tickets: 2, total: 3 }, NOW);
			await log.notice([wantedBy(id, 3)], NOW);
			await log.saveBackfillPage(id, { position: 'p3', tickets: 1, isLast: true }, NOW);
			expect(await only(log)).toMatchObject({
				state: 'running',
				position: 'p3',
				tickets: 3,
				total: 3,
				waiting: 3,
				messages: 0,
			});
			const first = await log.leaseNotices(looking(2), NOW);
			await log.recordLooks(first.token, [oldLook(1), oldLook(2)], NOW);
			expect(await only(log)).toMatchObject({
				state: 'running',
				waiting: 1,
				messages: 2,
				ended: 0,
			});
			const last = await log.leaseNotices(looking(), NOW);
			await log.recordLooks(last.token, [oldLook(3)], after(MINUTE));
			const lease = await log.leaseMessages(normal(1), NOW);
			await log.settleMessages(lease.token, { isSuccess: true }, NOW);
			const done = await only(log);
			expect(done).toMatchObject({
				state: 'done',
				waiting: 0,
				messages: 3,
				ended: 1,
				endedAt: after(MINUTE),
				runningMs: MINUTE,
			});
			expect(await log.setBackfillState(id, 'stopped', after(HOUR))).toEqual(done);
			expect(await log.setBackfillState(id, 'running', after(HOUR))).toEqual(done);
		});

		it('without any ticket is done at once', async () => {
			const { log } = await open();
			const { id } = await log.startBackfill(PERIOD, NOW);
			await log.saveBackfillPage(id, { isLast: true }, NOW);
			expect(await only(log)).toMatchObject({ state: 'done', tickets: 0 });
		});

		it('ends, too, when a ticket of it can never be looked at', async () => {
			const { log } = await open();
			const { id } = await log.startBackfill(PERIOD, NOW);
			await log.notice([wantedBy(id, 1)], NOW);
			await log.saveBackfillPage(id, { tickets: 1, isLast: true }, NOW);
			const { token } = await log.leaseNotices(looking(), NOW);
			await log.postponeNotices(token, { error: 'x', retryAt: after(3 * DAY) }, NOW);
			expect(await only(log)).toMatchObject({ state: 'done' });
		});

		it('that is stopped holds its tickets and its messages until it goes on', async () => {
			const { log } = await open();
			await log.saveTrigger({ source: SOURCE, workflowId: 'workflow-1' }, NOW);
			const { id } = await log.startBackfill(PERIOD, NOW);
			await log.notice(
				[1, 2, 3].map((ticket) => wantedBy(id, ticket)),
				NOW,
			);
			const { token, entries } = await log.leaseNotices(looking(2), NOW);
			const [a, b] = entries.map((entry) => oldLook(Number(entry.id)));
			if (a === undefined || b === undefined) throw new Error('Two were to be leased');
			await log.recordLooks(token, [a], NOW);

			const stopped = await log.setBackfillState(id, 'stopped', after(MINUTE));
			expect(stopped).toMatchObject({
				state: 'stopped',
				runningMs: MINUTE,
				waiting: 2,
				messages: 1,
			});
			const later = after(HOUR);
			expect((await log.leaseMessages(normal(), later)).entries).toEqual([]);
			// What was under way is finished, and a live ticket goes on as ever.
			await log.recordLooks(token, [b], after(MINUTE));
			await log.notice([noticeOf(9)], later);
			const live = await log.leaseNotices(looking(), later);
			expect(live.entries).toMatchObject([{ id: '9' }]);
			expect((await log.leaseNotices(looking(), later)).entries).toEqual([]);

			const late = after(3 * DAY);
			const again = await log.setBackfillState(id, 'running', late);
			expect(again).toMatchObject({ state: 'running', runningMs: MINUTE });
			expect((await log.leaseNotices(looking(), late)).entries.length).toBeGreaterThan(0);
			const { entries: messages, token: run } = await log.leaseMessages(normal(), late);
			expect(messages.map(({ ticket }) => ticket.id)).toContain(a.id);
			// What was held has all its tries before it.
			const left = await log.settleMessages(run, { isSuccess: false, error: 'x' }, late);
			expect(left.find(({ ticketKey }) => ticketKey === a.key)?.dueAt).toEqual(after(MINUTE, late));
		});

		it('that was read to its end while it was stopped is done when it goes on', async () => {
			const { log } = await open();
			const { id } = await log.startBackfill(PERIOD, NOW);
			await log.setBackfillState(id, 'stopped', NOW);
			await log.saveBackfillPage(id, { isLast: true }, NOW);
			expect(await only(log)).toMatchObject({ state: 'stopped' });
			expect(await log.setBackfillState(id, 'running', NOW)).toMatchObject({ state: 'done' });
		});

		it('stands still with the reason, and fails when that lasts for 48 hours', async () => {
			const { log } = await open();
			const { id } = await log.startBackfill(PERIOD, NOW);
			await log.saveBackfillPage(id, { error: 'Zendesk answered 503' }, NOW);
			expect(await only(log)).toMatchObject({ state: 'running', error: 'Zendesk answered 503' });
			await log.saveBackfillPage(id, { position: 'p2' }, after(HOUR));
			expect((await only(log)).error).toBeUndefined();
			await log.saveBackfillPage(id, { error: 'no access' }, after(2 * HOUR));
			await log.saveBackfillPage(id, { error: 'no access' }, after(2 * DAY));
			expect(await only(log)).toMatchObject({ state: 'running' });
			await log.saveBackfillPage(id, { error: 'no access' }, after(2 * DAY + 2 * HOUR));
			expect(await only(log)).toMatchObject({
				state: 'failed',
				error: 'no access',
				runningMs: 2 * DAY + 2 * HOUR,
				position: 'p2',
			});
			const again = await log.setBackfillState(id, 'running', after(3 * DAY));
			expect(again).toMatchObject({ state: 'running', position: 'p2' });
			expect(again.error).toBeUndefined();
		});

		it('says how long it has been running by now', async () => {
			const { log, database } = await open();
			await log.startBackfill(PERIOD, NOW);
			const [one] = await backfills(database.query, { limit: 1 }, after(HOUR));
			expect(one?.runningMs).toBe(HOUR);
		});

		it('is found by its trigger and state, and unknown ones are named', async () => {
			const { log } = await open();
			const { id } = await log.startBackfill(PERIOD, NOW);
			await log.startBackfill({ ...PERIOD, source: 'w/other' }, after(1));
			await log.setBackfillState(id, 'stopped', NOW);
			const found = await log.backfills({ source: SOURCE, state: 'stopped', limit: 9 });
			expect(found.map((one) => one.id)).toEqual([id]);
			expect(await log.backfills({ source: SOURCE, state: 'done', limit: 9 })).toEqual([]);
			expect(await log.backfills({ limit: 1 })).toMatchObject([{ source: 'w/other' }]);
			await expect(log.setBackfillState('none', 'stopped', NOW)).rejects.toThrow(
				'no backfill "none"',
			);
		});

		it('leaves with what ended as long ago', async () => {
			const { log } = await open();
			const { id } = await log.startBackfill(PERIOD, NOW);
			await log.saveBackfillPage(id, { isLast: true }, NOW);
			await log.purge({ textsBefore: NOW, deleteBefore: NOW });
			await only(log);
			await log.purge({ textsBefore: NOW, deleteBefore: after(1) });
			expect(await log.backfills({ limit: 9 })).toEqual([]);
		});
	});
});
