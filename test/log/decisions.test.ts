import { describe, expect, it } from 'vitest';

import {
	after,
	DAY,
	decisionOf,
	deliveryDue,
	HOUR,
	messageOf,
	MINUTE,
	normal,
	NOW,
	onBothDatabases,
	rowOf,
	suspect,
} from './rig.ts';

const DELIVERED = { isDelivered: true, channel: 'slack', recipient: 'Ana' };

onBothDatabases((open) => {
	describe('a decision', () => {
		it.each([
			['alert', 'alerting', 'alert'],
			['review', 'unattached', 'review'],
			['digest', 'monitored', undefined],
		] as const)('for %s leaves the message %s', async (route, state, kind) => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			const [recorded] = await log.recordDecisions([decisionOf(1, { route })], after(5));
			expect(recorded).toMatchObject({ state, isRepeat: false });
			expect(recorded?.kind).toBe(kind);
			expect(await rowOf(log, 1)).toMatchObject({
				state,
				route,
				score: 70,
				topic: 'Export',
				evidence: ['has failed since Monday'],
				accountName: 'Globex',
				ownerName: 'Ana',
				decidedAt: after(5).toISOString(),
			});
			expect((await log.leaseDelivery(MINUTE, NOW)).delivery === undefined).toBe(true);
			expect((await log.leaseDelivery(MINUTE, after(5))).delivery !== undefined).toBe(
				kind !== undefined,
			);
		});

		it('recorded twice changes nothing the second time', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			const [first] = await log.recordDecisions([decisionOf(1)], NOW);
			const other = decisionOf(1, { route: 'digest', score: 5 });
			const [second] = await log.recordDecisions([other], after(MINUTE));
			expect(second).toMatchObject({ state: 'alerting', isRepeat: true, alertId: first?.alertId });
			expect(await rowOf(log, 1)).toMatchObject({ state: 'alerting', score: 70 });
			const { delivery } = await deliveryDue(log, after(MINUTE));
			await log.recordDelivery(delivery.id, 1, DELIVERED, after(MINUTE));
			expect((await log.leaseDelivery(MINUTE, after(DAY))).delivery).toBeUndefined();
		});

		it('twice in one batch is one', async () => {
			const { log } = await open();
			const recorded = await log.recordDecisions([decisionOf(1), decisionOf(1)], NOW);
			expect(recorded.map(({ isRepeat }) => isRepeat).sort()).toEqual([false, true]);
		});

		it('of a message that no trigger took in makes its row', async () => {
			const { log } = await open();
			const [recorded] = await log.recordDecisions([decisionOf(7, { route: 'digest' })], NOW);
			expect(recorded).toMatchObject({ state: 'monitored', isRepeat: false });
			expect(await log.takeIn(messageOf(7), NOW)).toEqual({ outcome: 'known' });
		});

		it('answers a batch in the order it was asked in', async () => {
			const { log } = await open();
			const batch = [
				decisionOf(3, { accountId: 'z' }),
				decisionOf(1, { accountId: 'm', route: 'digest' }),
				decisionOf(2, { accountId: 'a', route: 'review' }),
			];
			const recorded = await log.recordDecisions(batch, NOW);
			expect(recorded.map(({ state }) => state)).toEqual(['alerting', 'monitored', 'unattached']);
		});

		it('that cannot be written takes none of the others of its batch with it', async () => {
			const { log } = await open();
			const broken = decisionOf(2, { ticket: { key: '' } });
			await expect(
				log.recordDecisions([decisionOf(1), broken, decisionOf(3)], NOW),
			).rejects.toThrow(/no "key"/);
			expect(await rowOf(log, 1)).toMatchObject({ state: 'alerting' });
			expect(await rowOf(log, 3)).toMatchObject({ state: 'alerting' });
		});

		it('takes the text out of the row, but for quotes and summary, and out of what is sent', async () => {
			const { log, database } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.recordDecisions([decisionOf(1)], NOW);
			const text = JSON.stringify([
				await database.query('select * from @messages'),
				await database.query('select * from @deliveries'),
			]);
			expect(text).not.toContain('The export 1 has failed since Monday.');
			expect(text).toContain('has failed since Monday');
			expect(text).toContain('The export fails.');
		});

		it('too late writes over no other end', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			const late = after(3 * DAY);
			const { token } = await log.leaseMessages(normal(), late);
			await log.settleMessages(token, { isSuccess: false, error: 'The run was cancelled' }, late);
			const [recorded] = await log.recordDecisions([decisionOf(1)], late);
			expect(recorded).toMatchObject({ state: 'failed', isRepeat: true });
			expect(await rowOf(log, 1)).toMatchObject({ state: 'failed' });
		});

		it('that failed is never written over one that alerted', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			const { token } = await log.leaseMessages(normal(), NOW);
			await log.recordDecisions([decisionOf(1)], NOW);
			const { delivery } = await deliveryDue(log, NOW);
			await log.recordDelivery(delivery.id, 1, DELIVERED, NOW);
			const late = after(3 * DAY);
			await log.settleMessages(token, { isSuccess: false, error: 'Killed' }, late);
			const [failed] = await log.recordDecisions([decisionOf(1, { failure: 'No CRM' })], late);
			expect(failed).toMatchObject({ state: 'alerted', isRepeat: true });
			expect(await rowOf(log, 1)).toMatchObject({ state: 'alerted' });
		});

		it('of a step that failed puts the message off with its text, as no suspect', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.leaseMessages(normal(), NOW);
			const failure = 'HubSpot did not answer';
			const [recorded] = await log.recordDecisions([decisionOf(1, { failure })], NOW);
			expect(recorded).toMatchObject({ state: 'received', reason: failure, dueAt: after(MINUTE) });
			expect(await rowOf(log, 1)).toMatchObject({ state: 'received', reason: failure });
			expect((await log.leaseMessages(suspect(), after(HOUR))).entries).toEqual([]);
			const { entries } = await log.leaseMessages(normal(), after(MINUTE));
			expect(entries).toMatchObject([{ attempt: 2, ticket: { body: messageOf(1).ticket.body } }]);
		});

		it('without a gate says what to connect', async () => {
			const { log } = await open();
			const [recorded] = await log.recordDecisions([decisionOf(1, { gate: undefined })], NOW);
			expect(recorded?.reason).toContain('Threshold Gate');
		});
	});

	describe('an alert', () => {
		it('is one an account, also when 20 decisions come at the same instant over two connections', async () => {
			const { log, another, database } = await open();
			const logs = [log, await another()] as const;
			const recorded = await Promise.all(
				Array.from({ length: 20 }, async (_, id) => {
					return (await logs[id % 2 === 0 ? 0 : 1].recordDecisions([decisionOf(id)], NOW))[0];
				}),
			);
			expect(new Set(recorded.map((one) => one?.alertId)).size).toBe(1);
			expect(recorded.filter((one) => one?.kind === 'alert')).toHaveLength(1);
			expect(recorded.filter((one) => one?.kind === 'update')).toHaveLength(19);
			expect(await database.query('select account_key, messages from @alerts')).toEqual([
				{ account_key: 'account:globex', messages: 20 },
			]);
		});

		it('is one an account when batches about the same accounts meet in both orders', async () => {
			const { log, another, database } = await open();
			const logs = [log, await another()] as const;
			const accounts = Array.from({ length: 10 }, (_, index) => `account-${index}`);
			await Promise.all(
				Array.from({ length: 8 }, async (_, batch) => {
					const order = batch % 2 === 0 ? accounts : [...accounts].reverse();
					const decisions = order.map((accountId) =>
						decisionOf(`${batch}-${accountId}`, { accountId }),
					);
					await logs[batch % 2 === 0 ? 0 : 1].recordDecisions(decisions, NOW);
				}),
			);
			expect(await database.query('select count(*) as n, sum(messages) as m from @alerts')).toEqual(
				[{ n: 10, m: log.kind === 'postgres' ? '80' : 80 }],
			);
		});

		it('is updated by a further message, and comes again when it is worse', async () => {
			const { log } = await open();
			const record = async (id: number, score: number, renewalDate?: string) => {
				const { account } = decisionOf(id);
				const decision = decisionOf(id, {
					score,
					account: { ...account, status: 'matched', renewalDate },
				});
				return (await log.recordDecisions([decision], NOW))[0]?.kind;
			};
			expect(await record(1, 66)).toBe('alert');
			expect(await record(2, 75)).toBe('update');
			expect(await record(3, 76)).toBe('alert');
			expect(await record(4, 60)).toBe('update');
			expect(await record(5, 80)).toBe('alert');
			expect(await record(6, 85)).toBe('update');
			expect(await record(7, 50, '2026-04-20')).toBe('alert');
			// The highest score counts: 60 after 50 is no rise.
			expect(await record(8, 60, '2026-04-20')).toBe('update');
		});

		it('says what is new when it comes again', async () => {
			const { log } = await open();
			await log.recordDecisions([decisionOf(1, { score: 66 })], NOW);
			const first = await deliveryDue(log, NOW);
			await log.recordDelivery(first.delivery.id, 1, DELIVERED, NOW);
			await log.recordDecisions([decisionOf(2, { score: 90 })], NOW);
			const { delivery } = await deliveryDue(log, after(1000));
			expect(delivery.news).toBe('Critical for the first time: score 90, before 66');
		});

		it('is over after seven quiet days', async () => {
			const { log } = await open();
			const [first] = await log.recordDecisions([decisionOf(1)], NOW);
			const [second] = await log.recordDecisions([decisionOf(2)], after(7 * DAY));
			expect(second).toMatchObject({ kind: 'update', alertId: first?.alertId });
			const [third] = await log.recordDecisions([decisionOf(3)], after(14 * DAY + 1));
			expect(third?.kind).toBe('alert');
			expect(third?.alertId).not.toBe(first?.alertId);
		});

		it('follows the sender where no account is known, and the ticket where nobody is', async () => {
			const { log } = await open();
			const record = async (id: number, ticket = {}) => {
				const decision = decisionOf(id, { accountId: null, ticket });
				return (await log.recordDecisions([decision], NOW))[0]?.kind;
			};
			expect(await record(1)).toBe('alert');
			expect(await record(2, { requester: { email: 'MIA@globex.example' } })).toBe('update');
			expect(await record(3, { requester: { email: 'joe@globex.example' } })).toBe('alert');
			expect(await record(4, { requester: undefined })).toBe('alert');
			expect(await record(5, { requester: undefined })).toBe('alert');
		});

		it('of a test ticket is apart from the account’s own', async () => {
			const { log } = await open();
			const test = decisionOf(1, { ticket: { isTest: true } });
			expect((await log.recordDecisions([test], NOW))[0]?.kind).toBe('alert');
			expect((await log.recordDecisions([decisionOf(2)], NOW))[0]?.kind).toBe('alert');
			expect(await log.accountMessages(['globex'], NOW, 0)).toHaveLength(1);
		});

		it('never comes of a message months old, also where a node dropped the mark', async () => {
			const { log } = await open();
			const marked = decisionOf(1, { ticket: { backfill: true } });
			expect((await log.recordDecisions([marked], NOW))[0]).toMatchObject({ state: 'monitored' });
			await log.takeIn(messageOf(2, { backfill: true }), NOW);
			expect((await log.recordDecisions([decisionOf(2)], NOW))[0]).toMatchObject({
				state: 'monitored',
			});
			const review = decisionOf(3, { route: 'review', ticket: { backfill: true } });
			expect((await log.recordDecisions([review], NOW))[0]).toMatchObject({ state: 'monitored' });
			expect((await log.leaseDelivery(MINUTE, NOW)).delivery).toBeUndefined();
			expect(await log.accountMessages(['globex'], NOW, 0)).toEqual([]);
			expect(await log.accountFacts(['globex'], '2026-01-01')).toEqual([]);
			expect(await rowOf(log, 2)).toMatchObject({ backfill: true, score: 70 });
		});

		it('that was given up is sent when its message comes in again', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.recordDecisions([decisionOf(1)], NOW);
			const late = after(3 * DAY);
			const { delivery } = await deliveryDue(log, late);
			await log.recordDelivery(delivery.id, 1, { isDelivered: false, error: 'no' }, late);
			expect(await rowOf(log, 1)).toMatchObject({ state: 'failed' });

			expect(await log.takeIn(messageOf(1), late)).toMatchObject({ outcome: 'again' });
			const [recorded] = await log.recordDecisions([decisionOf(1)], late);
			expect(recorded?.state).toBe('alerting');
			const again = await deliveryDue(log, after(MINUTE, late));
			expect(again.delivery).toMatchObject({ attempt: 2, step: 'owner' });
			await log.recordDelivery(again.delivery.id, 2, DELIVERED, late);
			expect(await rowOf(log, 1)).toMatchObject({ state: 'alerted' });
		});

		it('that was given up is no alert to add to: the account’s next message is one', async () => {
			const { log } = await open();
			await log.recordDecisions([decisionOf(1)], NOW);
			expect((await log.recordDecisions([decisionOf(2)], NOW))[0]?.kind).toBe('update');
			const late = after(3 * DAY);
			for (const at of [0, 1000]) {
				const { delivery } = await deliveryDue(log, after(at, late));
				const answer = { isDelivered: false, error: 'no' };
				await log.recordDelivery(delivery.id, 1, answer, after(at, late));
			}
			expect((await log.recordDecisions([decisionOf(3)], late))[0]?.kind).toBe('alert');
			expect((await log.recordDecisions([decisionOf(4)], late))[0]?.kind).toBe('update');
		});

		it('that arrived late after all is not sent again when its message comes in again', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.recordDecisions([decisionOf(1)], NOW);
			const late = after(3 * DAY);
			const { delivery } = await deliveryDue(log, late);
			await log.recordDelivery(delivery.id, 1, { isDelivered: false, error: 'no' }, late);
			await log.takeIn(messageOf(1), late);
			await log.recordDelivery(delivery.id, 1, DELIVERED, late);
			const [recorded] = await log.recordDecisions([decisionOf(1)], late);
			expect(recorded).toMatchObject({ state: 'alerted', isRepeat: false });
			expect((await log.leaseDelivery(MINUTE, after(DAY, late))).delivery).toBeUndefined();
		});
	});
});
