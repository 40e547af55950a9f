import { describe, expect, it } from 'vitest';

import {
	after,
	DAY,
	HOUR,
	LEASE_MS,
	looking,
	lookOf,
	messageOf,
	MINUTE,
	normal,
	noticeOf,
	NOW,
	onBothDatabases,
	rowOf,
	SOURCE,
	ticketOf,
	toldProblems,
} from './rig.ts';

const idsOf = ({ entries }: { entries: ReadonlyArray<{ id: string }> }) =>
	entries.map(({ id }) => id);

onBothDatabases((open) => {
	describe('noticing', () => {
		it('makes a ticket be looked at once, however often it is noticed before', async () => {
			const { log, another } = await open();
			const logs = [log, await another()];
			await Promise.all(
				Array.from({ length: 60 }, async (_, index) => {
					await logs[index % 2]?.notice([noticeOf(index % 3)], NOW);
				}),
			);
			const lease = await log.leaseNotices(looking(), NOW);
			expect(idsOf(lease).sort()).toEqual(['0', '1', '2']);
			expect(lease.entries[0]).toMatchObject({
				helpdesk: 'zendesk',
				instance: 'acme',
				source: SOURCE,
				workflowId: 'workflow-1',
				foundBy: 'webhook',
				attempt: 1,
				noticedAt: NOW,
			});
			expect((await log.leaseNotices(looking(), NOW)).entries).toEqual([]);
		});

		it('takes a page at once, in which a ticket may stand twice', async () => {
			const { log } = await open();
			const page = [3, 1, 2, 1].map((id) => noticeOf(id, { foundBy: 'reconcile' }));
			await log.notice(page, NOW);
			await log.notice([], NOW);
			expect(idsOf(await log.leaseNotices(looking(), NOW)).sort()).toEqual(['1', '2', '3']);
		});

		it('refuses a notice that names no ticket', async () => {
			const { log } = await open();
			await expect(log.notice([noticeOf(1, { key: '' })], NOW)).rejects.toThrow(/names no ticket/);
		});

		it('tells whoever looks, in this process and in others, and not who waits for messages', async () => {
			const { log, another } = await open();
			const other = await another();
			const heard: string[] = [];
			other.onNews('notices', () => heard.push('notices'));
			other.onNews('inbox', () => heard.push('inbox'));
			await expect.poll(() => heard.length).toBeGreaterThanOrEqual(log.kind === 'postgres' ? 2 : 0);
			heard.length = 0;
			await other.notice([noticeOf(1)], NOW);
			await expect.poll(() => heard).toContain('notices');
			await log.notice([noticeOf(2)], NOW);
			if (log.kind === 'postgres') await expect.poll(() => heard.length).toBeGreaterThan(1);
			expect(heard).not.toContain('inbox');
		});

		it('during its look makes the ticket be looked at again', async () => {
			const { log } = await open();
			await log.notice([noticeOf(1)], NOW);
			const { token } = await log.leaseNotices(looking(), NOW);
			const later = after(1000);
			await log.notice([noticeOf(1)], later);
			// Not by somebody else at the same time.
			expect((await log.leaseNotices(looking(), later)).entries).toEqual([]);
			await log.recordLooks(token, [lookOf(1)], later);
			const again = await log.leaseNotices(looking(), later);
			expect(again.entries).toMatchObject([{ id: '1', attempt: 1, noticedAt: later }]);
			await log.recordLooks(again.token, [lookOf(1)], later);
			expect((await log.leaseNotices(looking(), after(DAY))).entries).toEqual([]);
		});

		it.each([
			['webhook', 'backfill', 'webhook'],
			['backfill', 'webhook', 'webhook'],
			['reconcile', 'backfill', 'reconcile'],
			['reconcile', 'webhook', 'webhook'],
			['webhook', 'reconcile', 'webhook'],
			['backfill', 'backfill', 'backfill'],
		] as const)('first by %s, then by %s, counts as %s', async (first, second, foundBy) => {
			const { log } = await open();
			const wanted = (by: typeof first) =>
				noticeOf(1, { foundBy: by, ...(by === 'backfill' && { backfillId: 'b1' }) });
			await log.notice([wanted(first)], NOW);
			await log.notice([wanted(second)], NOW);
			const { entries } = await log.leaseNotices(looking(), NOW);
			const backfillId = [first, second].includes('backfill') ? 'b1' : undefined;
			expect(entries).toMatchObject([{ foundBy, backfillId }]);
		});

		it('hands the ticket to the trigger that heard of it last, but not to a backfill', async () => {
			const { log } = await open();
			await log.notice([noticeOf(1)], NOW);
			await log.notice([noticeOf(1, { source: 'w/2' })], NOW);
			await log.notice([noticeOf(1, { source: 'w/3', foundBy: 'backfill' })], NOW);
			expect((await log.leaseNotices(looking(5, 'w/3'), NOW)).entries).toEqual([]);
			expect((await log.leaseNotices(looking(5, 'w/2'), NOW)).entries).toHaveLength(1);
		});
	});

	describe('leases of notices', () => {
		it('hand every ticket to one of eight lessees, none twice', async () => {
			const { log, another } = await open();
			const logs = [log, await another()] as const;
			await log.notice(
				Array.from({ length: 300 }, (_, id) => noticeOf(id)),
				NOW,
			);
			const got: string[] = [];
			await Promise.all(
				Array.from({ length: 8 }, async (_, lessee) => {
					for (;;) {
						const lease = await logs[lessee % 2 === 0 ? 0 : 1].leaseNotices(looking(7), NOW);
						if (lease.entries.length === 0) return;
						expect(lease.entries.length).toBeLessThanOrEqual(7);
						got.push(...idsOf(lease));
					}
				}),
			);
			expect(got).toHaveLength(300);
			expect(new Set(got).size).toBe(300);
		});

		it('give the oldest first, those of a backfill only when no others are due', async () => {
			const { log } = await open();
			await log.notice([noticeOf(1, { foundBy: 'backfill' })], NOW);
			await log.notice([noticeOf(2)], after(2000));
			await log.notice([noticeOf(3, { foundBy: 'reconcile' })], after(1000));
			const later = after(3000);
			expect(idsOf(await log.leaseNotices(looking(), later))).toEqual(['3', '2']);
			expect(idsOf(await log.leaseNotices(looking(), later))).toEqual(['1']);
		});

		it('say when the next one is due', async () => {
			const { log } = await open();
			expect((await log.leaseNotices(looking(), NOW)).nextAt).toBeUndefined();
			await log.notice([noticeOf(1), noticeOf(2, { foundBy: 'backfill' })], NOW);
			const first = await log.leaseNotices(looking(1), NOW);
			await log.postponeNotices(first.token, { error: '429', retryAt: after(30_000) }, NOW);
			await log.leaseNotices(looking(1), NOW);
			expect((await log.leaseNotices(looking(), NOW)).nextAt).toEqual(after(30_000));
		});

		it('end when nobody renews them, and last until the time they are renewed to', async () => {
			const { log } = await open();
			await log.notice([noticeOf(1)], NOW);
			const { token } = await log.leaseNotices(looking(), NOW);
			await log.renewLease(token, after(HOUR));
			expect((await log.leaseNotices(looking(), after(HOUR - 1))).entries).toEqual([]);
			expect((await log.leaseNotices(looking(), after(HOUR))).entries).toMatchObject([
				{ id: '1', attempt: 2 },
			]);
		});

		it('of a process that is gone end at once, those of this one do not', async () => {
			const { log, database } = await open();
			await log.notice([noticeOf(1), noticeOf(2)], NOW);
			await log.leaseNotices(looking(), NOW);
			await database.query(`update @notices set lease_token = 'gone:1' where ticket_id = '1'`);
			await log.endForeignLeases(NOW);
			expect(idsOf(await log.leaseNotices(looking(), NOW))).toEqual(['1']);
		});

		it('that were lost write nothing: whoever has the ticket now writes it', async () => {
			const { log } = await open();
			await log.notice([noticeOf(1)], NOW);
			const lost = await log.leaseNotices(looking(), NOW);
			const later = after(LEASE_MS);
			const mine = await log.leaseNotices(looking(), later);
			expect(await log.recordLooks(lost.token, [lookOf(1)], later)).toEqual({ taken: 0 });
			expect(await log.findMessages({ limit: 9 })).toEqual([]);
			await log.postponeNotices(lost.token, { error: 'late' }, later);
			expect(await log.recordLooks(mine.token, [lookOf(1)], later)).toEqual({ taken: 1 });
			expect(await log.recordLooks(mine.token, [lookOf(1)], later)).toEqual({ taken: 0 });
		});

		it('that take n8n down each time end as failed, and hold up nobody', async () => {
			const { log, database } = await open();
			await log.notice([noticeOf(1)], NOW);
			let now = NOW;
			for (let looks = 1; looks <= 5; looks += 1) {
				expect((await log.leaseNotices(looking(), now)).entries).toHaveLength(1);
				await database.query(`update @notices set lease_token = 'gone:1'`);
				await log.endForeignLeases(now);
				now = after(HOUR, now);
			}
			await log.leaseNotices(looking(), now);
			const late = after(2 * DAY + HOUR);
			await log.notice([noticeOf(2, { foundBy: 'reconcile' })], late);
			expect(idsOf(await log.leaseNotices(looking(), late))).toEqual(['2']);
			expect(await rowOf(log, 1)).toMatchObject({
				state: 'failed',
				reason: expect.stringContaining('n8n ended'),
			});
		});
	});

	describe('a look that failed', () => {
		it('is tried after 1, 5, 15 and 60 minutes, then hourly, and fails after 48 hours', async () => {
			const { log } = await open();
			await log.notice([noticeOf(1)], NOW);
			const waits: number[] = [];
			let now = NOW;
			for (;;) {
				const { token, entries } = await log.leaseNotices(looking(), now);
				expect(entries).toHaveLength(1);
				await log.postponeNotices(token, { error: 'Zendesk answered 500' }, now);
				const { nextAt } = await log.leaseNotices(looking(), now);
				if (nextAt === undefined) break;
				waits.push((nextAt.getTime() - now.getTime()) / MINUTE);
				now = nextAt;
			}
			expect(waits.slice(0, 6)).toEqual([1, 5, 15, 60, 60, 60]);
			expect(now.getTime() - NOW.getTime()).toBeGreaterThan(46 * HOUR);
			expect(await rowOf(log, 1)).toMatchObject({
				messageId: 'look',
				state: 'failed',
				reason: 'Zendesk answered 500',
				helpdesk: 'zendesk',
			});
			expect(await toldProblems(log, now)).toMatchObject([
				{ kind: 'failed', ticketKey: 'zendesk:acme:1', reason: 'Zendesk answered 500' },
			]);
			expect(await toldProblems(log, now)).toEqual([]);
		});

		it('is tried when the helpdesk wants to be asked again', async () => {
			const { log } = await open();
			await log.notice([noticeOf(1), noticeOf(2)], NOW);
			const { token } = await log.leaseNotices(looking(), NOW);
			await log.recordLooks(token, [lookOf(1)], NOW);
			await log.postponeNotices(token, { error: '429', retryAt: after(90_000) }, NOW);
			expect((await log.leaseNotices(looking(), after(89_999))).entries).toEqual([]);
			expect(idsOf(await log.leaseNotices(looking(), after(90_000)))).toEqual(['2']);
		});

		it('is tried at once when its ticket is noticed again', async () => {
			const { log } = await open();
			await log.notice([noticeOf(1)], NOW);
			const { token } = await log.leaseNotices(looking(), NOW);
			await log.postponeNotices(token, { error: 'x', retryAt: after(HOUR) }, NOW);
			await log.notice([noticeOf(1)], after(1000));
			expect((await log.leaseNotices(looking(), after(1000))).entries).toHaveLength(1);
		});

		const fail = async (log: Awaited<ReturnType<typeof open>>['log'], over = {}) => {
			await log.notice([noticeOf(1, over)], NOW);
			const { token } = await log.leaseNotices(looking(), NOW);
			const late = after(3 * DAY);
			await log.postponeNotices(token, { error: 'no access', retryAt: late }, NOW);
			expect(await rowOf(log, 1)).toMatchObject({ state: 'failed', messageId: 'look' });
		};

		it('for good is looked at again by Try Again, and is no message to be scored', async () => {
			const { log } = await open();
			await fail(log);
			const late = after(3 * DAY);
			const again = await log.tryAgain({ failed: true, undelivered: false }, late);
			expect(again).toEqual({ messages: 1, deliveries: 0 });
			expect((await log.leaseMessages(normal(), late)).entries).toEqual([]);
			const { token, entries } = await log.leaseNotices(looking(), late);
			expect(entries).toMatchObject([{ ...noticeOf(1), foundBy: 'webhook', attempt: 1 }]);
			await log.recordLooks(token, [lookOf(1)], late);
			expect(await log.findMessages({ limit: 9 })).toMatchObject([
				{ messageId: 'first', state: 'received' },
			]);
		});

		it('for good is looked at again when its ticket is noticed again', async () => {
			const { log } = await open();
			await fail(log);
			const late = after(3 * DAY);
			await log.notice([noticeOf(1)], late);
			const { token } = await log.leaseNotices(looking(), late);
			await log.recordLooks(token, [lookOf(1)], late);
			expect(await log.findMessages({ limit: 9 })).toMatchObject([{ messageId: 'first' }]);
		});

		it('for good once more is told once more', async () => {
			const { log } = await open();
			await fail(log);
			expect(await toldProblems(log, NOW)).toHaveLength(1);
			await fail(log);
			expect(await toldProblems(log, NOW)).toHaveLength(1);
		});

		it('of a backfill stays one of a backfill when it is tried again', async () => {
			const { log } = await open();
			await log.saveTrigger({ source: SOURCE, workflowId: 'workflow-1' }, NOW);
			await fail(log, { foundBy: 'backfill', backfillId: 'purged' });
			await log.tryAgain({ failed: true, undelivered: false, ticketKey: 'zendesk:acme:1' }, NOW);
			const { token, entries } = await log.leaseNotices(looking(), NOW);
			expect(entries).toMatchObject([{ foundBy: 'backfill', backfillId: 'purged' }]);
			await log.recordLooks(token, [lookOf(1)], NOW);
			expect(await rowOf(log, 1)).toMatchObject({ backfill: true });
		});
	});

	describe('notices of triggers that are gone', () => {
		const ours = { source: 'workflow-1/new', workflowId: 'workflow-1', helpdesk: 'zendesk' };

		it('are taken over with their backfills, by one of the same workflow and helpdesk', async () => {
			const { log } = await open();
			await log.saveTrigger({ ...ours, source: SOURCE }, NOW);
			const backfill = await log.startBackfill({ source: SOURCE, from: after(-DAY), to: NOW }, NOW);
			await log.notice(
				[
					noticeOf(1),
					noticeOf(2, { workflowId: 'workflow-2' }),
					noticeOf(3, { helpdesk: 'intercom' }),
				],
				NOW,
			);
			await log.adoptMessages(ours, after(4 * MINUTE));
			expect((await log.leaseNotices(looking(9, ours.source), NOW)).entries).toEqual([]);
			await log.adoptMessages(ours, after(6 * MINUTE));
			expect(idsOf(await log.leaseNotices(looking(9, ours.source), NOW))).toEqual(['1']);
			expect(await log.backfills({ source: ours.source, limit: 9 })).toMatchObject([
				{ id: backfill.id },
			]);
		});

		it('fail after 48 hours and are told; those of a backfill wait with it, told to nobody', async () => {
			const { log } = await open();
			await log.saveTrigger({ source: SOURCE, workflowId: 'workflow-1' }, NOW);
			const { id } = await log.startBackfill({ source: SOURCE, from: after(-DAY), to: NOW }, NOW);
			const wanted = noticeOf(2, { foundBy: 'backfill', backfillId: id });
			await log.notice([noticeOf(1), wanted], NOW);
			await log.takeIn(messageOf(3, { backfill: true }), NOW);
			const late = after(2 * DAY + MINUTE);
			expect(await log.endAbandoned(late)).toBe(2);
			expect(await toldProblems(log, late)).toMatchObject([
				{ ticketKey: 'zendesk:acme:1', reason: expect.stringContaining('Publish the workflow') },
			]);
			expect(await log.backfills({ limit: 9 })).toMatchObject([
				{ state: 'failed', waiting: 1, error: expect.stringContaining('Publish the workflow') },
			]);
			await log.saveTrigger({ source: SOURCE, workflowId: 'workflow-1' }, late);
			expect((await log.leaseNotices(looking(), late)).entries).toEqual([]);
			await log.setBackfillState(id, 'running', late);
			expect(idsOf(await log.leaseNotices(looking(), late))).toEqual(['2']);
		});

		it('stay while their trigger lives', async () => {
			const { log } = await open();
			await log.notice([noticeOf(1)], NOW);
			const late = after(3 * DAY);
			await log.saveTrigger({ source: SOURCE, workflowId: 'workflow-1' }, late);
			expect(await log.endAbandoned(late)).toBe(0);
			const { token, entries } = await log.leaseNotices(looking(), late);
			expect(entries).toHaveLength(1);
			const ticket = { ticket: ticketOf(1) };
			await log.recordLooks(token, [lookOf(1, { messages: [ticket] })], late);
			expect((await rowOf(log, 1)).state).toBe('received');
		});
	});
});
