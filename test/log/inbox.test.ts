import { describe, expect, it } from 'vitest';

import {
	after,
	DAY,
	decisionOf,
	HOUR,
	LEASE_MS,
	messageOf,
	MINUTE,
	normal,
	NOW,
	onBothDatabases,
	rowOf,
	SOURCE,
	suspect,
	ticketOf,
	toldProblems,
} from './rig.ts';

const FAILED = { isSuccess: false, error: 'The CRM did not answer' };

onBothDatabases((open) => {
	describe('taking in', () => {
		it('tells new from known, by ticket and message', async () => {
			const { log } = await open();
			expect(await log.takeIn(messageOf(1), NOW)).toMatchObject({ outcome: 'new' });
			expect(await log.takeIn(messageOf(1), NOW)).toEqual({ outcome: 'known' });
			const reply = messageOf(1, { messageId: 'reply-1', event: 'reply' });
			expect(await log.takeIn(reply, NOW)).toMatchObject({ outcome: 'new' });
			const other = messageOf(2);
			expect(await log.takeIn(other, NOW)).toMatchObject({ outcome: 'new' });
		});

		it('starts one message once, however often it is delivered at the same instant', async () => {
			const { log, another } = await open();
			const logs = [log, await another()];
			const taken = await Promise.all(
				Array.from({ length: 100 }, async (_, index) => {
					return await logs[index % 2]?.takeIn(messageOf(index % 5), NOW);
				}),
			);
			expect(taken.filter((one) => one?.outcome === 'new')).toHaveLength(5);
			expect((await log.leaseMessages(normal(), NOW)).entries).toHaveLength(5);
		});

		it('treats a message without an ID as the one message of its ticket', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1, { messageId: undefined }), NOW);
			expect(await log.takeIn(messageOf(1, { messageId: undefined }), NOW)).toEqual({
				outcome: 'known',
			});
		});

		it('refuses a ticket without a key, saying what to map', async () => {
			const { log } = await open();
			await expect(log.takeIn(messageOf(1, { key: '' }), NOW)).rejects.toThrow(/no "key"/);
		});

		it('takes a failed message in again, with its new text and all its tries', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			const late = after(3 * DAY);
			const { token } = await log.leaseMessages(normal(), late);
			await log.settleMessages(token, FAILED, late);
			expect((await rowOf(log, 1)).state).toBe('failed');

			const again = messageOf(1, { subject: 'Sent again' });
			expect(await log.takeIn(again, after(MINUTE, late))).toMatchObject({ outcome: 'again' });
			expect(await rowOf(log, 1)).toMatchObject({ state: 'received', subject: 'Sent again' });
			const lease = await log.leaseMessages(normal(), after(MINUTE, late));
			expect(lease.entries).toMatchObject([{ attempt: 1, ticket: { subject: 'Sent again' } }]);
		});

		it('then has all of it from what came again, as its text is', async () => {
			const { log, database } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.settleMessages(
				(await log.leaseMessages(normal(), NOW)).token,
				FAILED,
				after(3 * DAY),
			);
			const again = messageOf(1, {
				event: 'reply',
				createdAt: after(HOUR).toISOString(),
				url: 'https://support.acme.example/1',
				requester: { email: 'leo@globex.example', name: 'Leo' },
			});
			expect(await log.takeIn(again, after(3 * DAY))).toMatchObject({ outcome: 'again' });
			expect(
				await database.query(
					'select event, created_at, url, requester_email, requester_name from @messages',
				),
			).toEqual([
				{
					event: 'reply',
					created_at: after(HOUR).getTime(),
					url: 'https://support.acme.example/1',
					requester_email: 'leo@globex.example',
					requester_name: 'Leo',
				},
			]);
		});

		it('ends a skipped message at once, with its reason, and hands it to nobody', async () => {
			const { log } = await open();
			const skipped = messageOf(1, {}, { skippedBecause: 'Opened by an agent' });
			expect(await log.takeIn(skipped, NOW)).toMatchObject({ outcome: 'new' });
			expect(await rowOf(log, 1)).toMatchObject({ state: 'skipped', reason: 'Opened by an agent' });
			expect((await log.leaseMessages(normal(), after(DAY))).entries).toEqual([]);
			expect(await log.takeIn(messageOf(1), NOW)).toEqual({ outcome: 'known' });
		});

		it('tells whoever listens, in this process and in others', async () => {
			const { log, another } = await open();
			const other = await another();
			const heard: string[] = [];
			const stop = other.onNews('inbox', () => heard.push('inbox'));
			other.onNews('outbox', () => heard.push('outbox'));
			await expect.poll(() => heard.length).toBeGreaterThanOrEqual(log.kind === 'postgres' ? 2 : 0);
			heard.length = 0;
			await log.takeIn(messageOf(1), NOW);
			if (log.kind === 'postgres') await expect.poll(() => heard).toEqual(['inbox']);
			await other.takeIn(messageOf(2), NOW);
			await expect.poll(() => heard).toContain('inbox');
			stop();
			heard.length = 0;
			await other.takeIn(messageOf(3), NOW);
			await new Promise((resolve) => setTimeout(resolve, 50));
			expect(heard).toEqual([]);
		});
	});

	describe('leases', () => {
		it('hand every message to one of eight lessees, none twice', async () => {
			const { log, another } = await open();
			const logs = [log, await another()] as const;
			await Promise.all(
				Array.from({ length: 500 }, async (_, id) => await log.takeIn(messageOf(id), NOW)),
			);
			const got: string[] = [];
			await Promise.all(
				Array.from({ length: 8 }, async (_, lessee) => {
					for (;;) {
						const { entries } = await logs[lessee % 2 === 0 ? 0 : 1].leaseMessages(normal(7), NOW);
						if (entries.length === 0) return;
						expect(entries.length).toBeLessThanOrEqual(7);
						got.push(...entries.map(({ ticket }) => ticket.key));
					}
				}),
			);
			expect(got).toHaveLength(500);
			expect(new Set(got).size).toBe(500);
		});

		it('give the oldest first, with the ticket as it was taken in', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(2), after(1000));
			await log.takeIn(messageOf(1), NOW);
			const { entries } = await log.leaseMessages(normal(), after(2000));
			expect(entries.map(({ ticket }) => ticket.id)).toEqual(['1', '2']);
			const { key, subject, body, requester, messageId, url } = ticketOf(1);
			expect(entries[0]?.ticket).toMatchObject({ key, subject, body, requester, messageId, url });
		});

		it('give nothing of another trigger', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			expect((await log.leaseMessages(normal(50, 'workflow-2/trigger'), NOW)).entries).toEqual([]);
		});

		it('end when nobody renews them, and mark the message as a suspect', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.leaseMessages(normal(), NOW);
			const end = after(LEASE_MS);
			expect((await log.leaseMessages(suspect(), after(-1, end))).entries).toEqual([]);
			expect((await log.leaseMessages(normal(), end)).entries).toEqual([]);
			expect((await log.leaseMessages(suspect(), end)).entries).toMatchObject([{ attempt: 2 }]);
		});

		it('last until the time they are renewed to', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			const { token } = await log.leaseMessages(normal(), NOW);
			await log.renewLease(token, after(HOUR));
			expect((await log.leaseMessages(suspect(), after(HOUR - 1))).entries).toEqual([]);
			expect((await log.leaseMessages(suspect(), after(HOUR))).entries).toHaveLength(1);
		});

		it('give suspects alone, and the others without them', async () => {
			const { log } = await open();
			for (const id of [1, 2, 3]) await log.takeIn(messageOf(id), NOW);
			const { token } = await log.leaseMessages(normal(), NOW);
			await log.settleMessages(token, FAILED, NOW);
			await log.takeIn(messageOf(4), NOW);
			const later = after(MINUTE);
			const fresh = await log.leaseMessages(normal(), later);
			expect(fresh.entries.map(({ ticket }) => ticket.id)).toEqual(['4']);
			for (let count = 0; count < 3; count += 1) {
				expect((await log.leaseMessages(suspect(), later)).entries).toHaveLength(1);
			}
			expect((await log.leaseMessages(suspect(), later)).entries).toEqual([]);
		});

		it.each(['', '{"subj', 'null', '[]', '"text"'])(
			'end a message whose stored text is %j as failed, and hand out the others',
			async (payload) => {
				const { log, database } = await open();
				await log.takeIn(messageOf(1), NOW);
				await log.takeIn(messageOf(2), NOW);
				await database.query(`update @messages set payload = $1 where ticket_id = '1'`, [payload]);
				const { entries } = await log.leaseMessages(normal(), NOW);
				expect(entries.map(({ ticket }) => ticket.id)).toEqual(['2']);
				expect(await rowOf(log, 1)).toMatchObject({
					state: 'failed',
					reason: expect.stringContaining('cannot be read'),
				});
				expect(await log.takeIn(messageOf(1), NOW)).toMatchObject({ outcome: 'again' });
			},
		);

		it('of a process that is gone end at once, those of this one do not', async () => {
			const { log, database } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.takeIn(messageOf(2), NOW);
			await log.recordDecisions([decisionOf(3)], NOW);
			await log.leaseMessages(normal(1), NOW);
			await log.leaseDelivery(HOUR, NOW);
			await database.query(`update @messages set lease_token = 'gone:1' where ticket_id = '1'`);
			await database.query(`update @deliveries set lease_token = 'gone:2'`);
			await log.leaseMessages(normal(), NOW);
			await log.endForeignLeases(NOW);
			const { entries } = await log.leaseMessages(suspect(), NOW);
			expect(entries.map(({ ticket }) => ticket.id)).toEqual(['1']);
			expect((await log.leaseMessages(suspect(), NOW)).entries).toEqual([]);
			const later = after(1000);
			expect((await log.leaseDelivery(HOUR, later)).delivery).toMatchObject({ mayBeRepeat: true });
		});

		it('leave a message that takes n8n down with it longer and longer, and end it after 48 hours', async () => {
			const { log, database } = await open();
			await log.takeIn(messageOf(1), NOW);
			let now = NOW;
			await log.leaseMessages(normal(), now);
			for (const wait of [0, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR]) {
				await database.query(`update @messages set lease_token = 'gone:1'`);
				await log.endForeignLeases(now);
				if (wait > 0) {
					expect((await log.leaseMessages(suspect(), after(wait - 1, now))).entries).toEqual([]);
				}
				now = after(wait, now);
				expect((await log.leaseMessages(suspect(), now)).entries).toHaveLength(1);
			}
			const late = after(2 * DAY + 1);
			expect((await log.leaseMessages(suspect(), late)).entries).toEqual([]);
			expect(await rowOf(log, 1)).toMatchObject({ state: 'failed', attempts: 7 });
		});

		it('are given once more to a message that waited longer than 48 hours for n8n', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.leaseMessages(normal(), NOW);
			expect((await log.leaseMessages(suspect(), after(5 * DAY))).entries).toHaveLength(1);
		});
	});

	describe('settling a run', () => {
		it('ends what it left undecided as done when it succeeded, and takes its text out', async () => {
			const { log, database } = await open();
			await log.takeIn(messageOf(1), NOW);
			const { token } = await log.leaseMessages(normal(), NOW);
			const left = await log.settleMessages(token, { isSuccess: true }, after(5));
			expect(left).toMatchObject([{ ticketKey: 'zendesk:acme:1', state: 'done' }]);
			expect(await rowOf(log, 1)).toMatchObject({
				state: 'done',
				reason: expect.stringContaining('Record Decision'),
				endedAt: after(5).toISOString(),
			});
			expect(await database.query('select payload from @messages')).toEqual([{ payload: null }]);
		});

		it('tries a failed one again after 1, 5, 15 and 60 minutes, then hourly, and fails it after 48 hours', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			let now = NOW;
			const waits: number[] = [];
			for (let attempt = 1; ; attempt += 1) {
				const kind = attempt === 1 ? normal() : suspect();
				const { token, entries } = await log.leaseMessages(kind, now);
				expect(entries).toMatchObject([{ attempt }]);
				const [left] = await log.settleMessages(token, FAILED, now);
				expect(left?.reason).toBe('The CRM did not answer');
				if (left?.dueAt === undefined) {
					expect(left?.state).toBe('failed');
					break;
				}
				expect((await log.leaseMessages(suspect(), after(-1, left.dueAt))).entries).toEqual([]);
				waits.push((left.dueAt.getTime() - now.getTime()) / MINUTE);
				now = left.dueAt;
			}
			expect(waits.slice(0, 6)).toEqual([1, 5, 15, 60, 60, 60]);
			expect(new Set(waits.slice(3))).toEqual(new Set([60]));
			expect(now.getTime() - NOW.getTime()).toBeLessThanOrEqual(48 * HOUR);
			expect(now.getTime() - NOW.getTime()).toBeGreaterThan(47 * HOUR - 1);
			expect(await rowOf(log, 1)).toMatchObject({
				state: 'failed',
				reason: 'The CRM did not answer',
			});
			// Its text is kept, so that it can be tried again by hand.
			expect(await log.tryAgain({ failed: true, undelivered: false }, now)).toEqual({
				messages: 1,
				deliveries: 0,
			});
			expect((await log.leaseMessages(normal(), now)).entries).toMatchObject([
				{ attempt: 1, ticket: { body: ticketOf(1).body } },
			]);
		});

		it('leaves what was decided and what another run has got by now', async () => {
			const { log } = await open();
			for (const id of [1, 2]) await log.takeIn(messageOf(id), NOW);
			const first = await log.leaseMessages(normal(), NOW);
			await log.recordDecisions([decisionOf(1)], NOW);
			const later = after(LEASE_MS);
			const second = await log.leaseMessages(suspect(), later);
			expect(second.entries.map(({ ticket }) => ticket.id)).toEqual(['2']);
			expect(await log.settleMessages(first.token, FAILED, later)).toEqual([]);
			expect(await log.settleMessages(first.token, { isSuccess: true }, later)).toEqual([]);
			expect(await rowOf(log, 1)).toMatchObject({ state: 'alerting' });
			expect(await rowOf(log, 2)).toMatchObject({ state: 'received' });
		});
	});

	describe('adopting', () => {
		const ours = { source: 'workflow-1/new-trigger', workflowId: 'workflow-1' };

		it('takes the messages of a trigger that is gone, of the same workflow and helpdesk', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.takeIn(messageOf(2, { helpdesk: 'intercom' }), NOW);
			await log.takeIn(messageOf(3, {}, { workflowId: 'workflow-2' }), NOW);
			expect(await log.adoptMessages({ ...ours, helpdesk: 'zendesk' }, NOW)).toBe(1);
			const { entries } = await log.leaseMessages(normal(50, ours.source), NOW);
			expect(entries.map(({ ticket }) => ticket.id)).toEqual(['1']);
		});

		it('leaves those of a trigger that was seen within five minutes', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.saveTrigger({ source: SOURCE, workflowId: 'workflow-1' }, NOW);
			const trigger = { ...ours, helpdesk: 'zendesk' };
			expect(await log.adoptMessages(trigger, after(4 * MINUTE))).toBe(0);
			expect(await log.adoptMessages(trigger, after(6 * MINUTE))).toBe(1);
		});

		it('takes tickets without a helpdesk for a trigger without one', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1, { helpdesk: undefined }), NOW);
			expect(await log.adoptMessages(ours, NOW)).toBe(1);
		});
	});

	describe('messages that nobody takes up', () => {
		it('fail after 48 hours and are told once, unless their trigger lives', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.takeIn(messageOf(2, {}, { source: 'gone/trigger' }), NOW);
			await log.saveTrigger({ source: SOURCE, workflowId: 'workflow-1' }, after(2 * DAY));
			expect(await log.endAbandoned(after(2 * DAY))).toBe(0);
			expect(await log.endAbandoned(after(2 * DAY + MINUTE))).toBe(1);
			expect(await rowOf(log, 2)).toMatchObject({
				state: 'failed',
				reason: expect.stringContaining('Publish the workflow'),
			});
			expect(await toldProblems(log, after(2 * DAY + MINUTE))).toMatchObject([
				{ kind: 'failed', text: expect.stringContaining('Publish the workflow') },
			]);
			expect(await toldProblems(log, after(2 * DAY + MINUTE))).toEqual([]);
			expect((await rowOf(log, 1)).state).toBe('received');
		});
	});
});
