import { describe, expect, it } from 'vitest';

import type { TicketLog } from '../../nodes/log/ticketLog';
import {
	after,
	DAY,
	decisionOf,
	deliveryDue,
	HOUR,
	LEASE_MS,
	messageOf,
	MINUTE,
	NOW,
	onBothDatabases,
	rowOf,
	toldProblems,
} from './rig.ts';

const DELIVERED = { isDelivered: true, channel: 'slack', recipient: 'Ana' };
const REFUSED = { isDelivered: false, error: 'channel_not_found', channel: 'slack' };

async function alert(log: TicketLog, id: number | string, now = NOW, accountId = 'globex') {
	await log.takeIn(messageOf(id), now);
	await log.recordDecisions([decisionOf(id, { accountId })], now);
}

onBothDatabases((open) => {
	describe('a delivery', () => {
		it('ends as delivered, and its message as alerted, once the channel has said so', async () => {
			const { log, database } = await open();
			await alert(log, 1);
			const { delivery } = await deliveryDue(log, NOW);
			expect(delivery).toMatchObject({
				kind: 'alert',
				attempt: 1,
				step: 'owner',
				mayBeRepeat: false,
				content: {
					ticket: { key: 'zendesk:acme:1', subject: 'Export 1 fails' },
					account: { name: 'Globex', mrr: 2400 },
					gate: { reason: 'Score 70 is at least 65' },
				},
			});
			expect(delivery.content.ticket).not.toHaveProperty('body');
			expect(await rowOf(log, 1)).toMatchObject({ state: 'alerting' });
			const answer = { ...DELIVERED, message: { channel: 'D1', ts: '17.1' } };
			const recorded = await log.recordDelivery(delivery.id, 1, answer, after(5));
			expect(recorded).toMatchObject({ state: 'delivered', isRepeat: false });
			expect(recorded.title).toBe('alert for Globex, zendesk:acme:1');
			expect(await rowOf(log, 1)).toMatchObject({
				state: 'alerted',
				endedAt: after(5).toISOString(),
				delivery: { state: 'delivered', attempts: 1, channel: 'slack', recipient: 'Ana' },
			});
			expect(await database.query('select content from @deliveries')).toEqual([{ content: null }]);
			expect(await log.leaseDelivery(MINUTE, after(DAY))).not.toHaveProperty('delivery');
		});

		it('of which there was no message goes the next way at once, and is undelivered when there is none left', async () => {
			const { log } = await open();
			await alert(log, 1);
			const unwritten = { isDelivered: false, error: 'Nobody to go to', isUnwritten: true };
			const steps: string[] = [];
			let now = NOW;
			for (let tries = 0; tries < 4; tries += 1) {
				const { token, delivery } = await deliveryDue(log, now);
				steps.push(delivery.step);
				await log.settleDelivery(token, unwritten, now);
				now = after(tries < 2 ? 1000 : HOUR, now);
			}
			expect(steps).toEqual(['owner', 'otherChannel', 'manager', 'owner']);
			const [problem] = await log.leaseProblems(MINUTE, now);
			expect(problem?.problem.text).toContain('could not be delivered on any way: Nobody to go to');
			// Once somebody was named, it arrives.
			const { delivery } = await deliveryDue(log, now);
			expect(delivery).toMatchObject({ step: 'otherChannel', mayBeRepeat: false });
			await log.recordDelivery(delivery.id, delivery.attempt, DELIVERED, now);
			expect(await rowOf(log, 1)).toMatchObject({ state: 'alerted' });
		});

		it('of a test that did not arrive makes way for the next test, which goes at once and by the first way', async () => {
			const { log } = await open();
			const tryIt = async (id: number, now: Date) => {
				const [recorded] = await log.recordDecisions(
					[decisionOf(id, { ticket: { isTest: true } })],
					now,
				);
				return recorded;
			};
			await tryIt(1, NOW);
			const first = await deliveryDue(log, NOW);
			await log.recordDelivery(first.delivery.id, 1, REFUSED, NOW);
			// Mended and tried again, long before the first is due again.
			const mended = after(10_000);
			expect(await tryIt(2, mended)).toMatchObject({ state: 'alerting', kind: 'alert' });
			expect(await rowOf(log, 1)).toMatchObject({ state: 'updated' });
			const second = await deliveryDue(log, mended);
			expect(second.delivery).toMatchObject({
				kind: 'alert',
				attempt: 1,
				step: 'owner',
				messages: 2,
			});
			// One that is under way is not taken back: what comes meanwhile follows it.
			expect(await tryIt(3, mended)).toMatchObject({ state: 'alerting', kind: 'update' });
			await log.recordDelivery(second.delivery.id, 1, DELIVERED, mended);
			const third = await deliveryDue(log, after(2000, mended));
			expect(third.delivery).toMatchObject({ kind: 'update' });
			await log.recordDelivery(third.delivery.id, 1, DELIVERED, after(2000, mended));
			expect(await log.leaseDelivery(MINUTE, after(DAY))).not.toHaveProperty('delivery');
			expect(await log.leaseProblems(MINUTE, after(DAY))).toEqual([]);
			expect(await rowOf(log, 2)).toMatchObject({ state: 'alerted' });
			expect(await rowOf(log, 3)).toMatchObject({ state: 'updated' });
		});

		it('of a real ticket is waited for by the next one', async () => {
			const { log } = await open();
			await alert(log, 1);
			const { delivery } = await deliveryDue(log, NOW);
			await log.recordDelivery(delivery.id, 1, REFUSED, NOW);
			await alert(log, 2, after(10_000));
			expect(await log.leaseDelivery(MINUTE, after(10_000))).toMatchObject({
				nextAt: after(MINUTE),
			});
			expect((await deliveryDue(log, after(MINUTE))).delivery.id).toBe(delivery.id);
		});

		it('is leased once, by whoever of two processes is first', async () => {
			const { log, another } = await open();
			const logs = [log, await another()] as const;
			for (let id = 0; id < 12; id += 1) await alert(log, id, NOW, `account-${id}`);
			const leases = await Promise.all(
				Array.from({ length: 40 }, async (_, n) => {
					return await logs[n % 2 === 0 ? 0 : 1].leaseDelivery(MINUTE, NOW);
				}),
			);
			const got = leases.flatMap(({ delivery }) => (delivery ? [delivery.id] : []));
			expect(new Set(got).size).toBe(got.length);
			const rest: string[] = [];
			for (;;) {
				const { delivery } = await log.leaseDelivery(MINUTE, NOW);
				if (delivery === undefined) break;
				rest.push(delivery.id);
			}
			expect(new Set([...got, ...rest]).size).toBe(12);
		});

		it('is tried after 1, 5 and 15 minutes, then elsewhere, then at the manager, then hourly, until 48 hours are over', async () => {
			const { log } = await open();
			await alert(log, 1);
			let now = NOW;
			const seen: Array<{ wait: number; step: string; isTold: boolean }> = [];
			for (let attempt = 1; ; attempt += 1) {
				const { delivery } = await deliveryDue(log, now);
				expect(delivery).toMatchObject({ attempt, mayBeRepeat: false });
				const recorded = await log.recordDelivery(delivery.id, attempt, REFUSED, now);
				const wait = ((recorded.dueAt?.getTime() ?? Number.NaN) - now.getTime()) / MINUTE;
				seen.push({ wait, step: delivery.step, isTold: recorded.isNewlyUndelivered });
				if (attempt === 6) {
					expect(recorded.state).toBe('undelivered');
					expect(await rowOf(log, 1)).toMatchObject({
						state: 'alerting',
						delivery: { state: 'undelivered', error: 'channel_not_found' },
					});
				}
				if (recorded.dueAt === undefined) break;
				expect(recorded.dueAt.getTime() - NOW.getTime()).toBeLessThanOrEqual(48 * HOUR);
				if (wait > 0) {
					const { delivery: early } = await log.leaseDelivery(1, after(-1, recorded.dueAt));
					expect(early).toBeUndefined();
				}
				// A message a second and channel.
				now = after(1000, recorded.dueAt);
			}
			expect(seen.slice(0, 8)).toEqual([
				{ wait: 1, step: 'owner', isTold: false },
				{ wait: 5, step: 'owner', isTold: false },
				{ wait: 15, step: 'owner', isTold: false },
				{ wait: 0, step: 'owner', isTold: false },
				{ wait: 0, step: 'otherChannel', isTold: false },
				{ wait: 60, step: 'manager', isTold: true },
				{ wait: 60, step: 'owner', isTold: false },
				{ wait: 60, step: 'otherChannel', isTold: false },
			]);
			// Told once when every way was tried, and once when it is given up.
			expect(seen.filter(({ isTold }) => isTold)).toHaveLength(2);
			expect(seen.at(-1)).toMatchObject({ isTold: true });
			expect(await rowOf(log, 1)).toMatchObject({
				state: 'failed',
				reason: 'The alert was never delivered: channel_not_found',
			});
			expect(await log.leaseDelivery(MINUTE, after(30 * DAY))).not.toHaveProperty('delivery');
		});

		it('that failed on every way is told to one asker, once, and again when it was revived and fails again', async () => {
			const { log, another } = await open();
			const other = await another();
			await alert(log, 1);
			const late = after(3 * DAY);
			const { delivery } = await deliveryDue(log, late);
			expect(await toldProblems(log, late)).toEqual([]);
			await log.recordDelivery(delivery.id, 1, REFUSED, late);
			const asked = await Promise.all([log, other, log].map((one) => toldProblems(one, late)));
			expect(
				asked
					.flat()
					.map(({ kind }) => kind)
					.sort(),
			).toEqual(['failed', 'undelivered']);
			expect(asked.flat()[0]?.text).toContain('channel_not_found');
			await log.takeIn(messageOf(1), late);
			await log.recordDecisions([decisionOf(1)], late);
			expect(await toldProblems(log, late)).toEqual([]);
			const much = after(3 * DAY, late);
			const again = await deliveryDue(log, much);
			await log.recordDelivery(again.delivery.id, 2, REFUSED, much);
			expect(await toldProblems(log, much)).toHaveLength(2);
		});

		it('whose telling ends nobody knows how is told again, rather than never; renewed it is not', async () => {
			const { log, another } = await open();
			const other = await another();
			await alert(log, 1);
			const late = after(3 * DAY);
			const { delivery } = await deliveryDue(log, late);
			await log.recordDelivery(delivery.id, 1, REFUSED, late);
			const first = await log.leaseProblems(MINUTE, late);
			expect(first.map(({ problem }) => problem.kind)).toEqual(['undelivered', 'failed']);
			const [undelivered, failed] = first.map(({ lease }) => lease);
			if (undelivered === undefined || failed === undefined) throw new Error('Nothing to tell');
			await log.renewProblem(failed, after(2 * MINUTE, late));
			expect(await other.leaseProblems(MINUTE, after(MINUTE - 1, late))).toEqual([]);
			const again = await other.leaseProblems(5 * MINUTE, after(MINUTE, late));
			expect(again.map(({ problem }) => problem.kind)).toEqual(['undelivered']);
			// The first teller comes back: the other is at it by now.
			await log.problemTold(undelivered, after(MINUTE, late));
			await log.problemTold(failed, after(MINUTE, late));
			expect(await log.leaseProblems(MINUTE, after(HOUR, late))).toMatchObject([
				{ problem: { kind: 'undelivered' } },
			]);
		});

		it('that was tried again while somebody was being told is told anew when it fails again', async () => {
			const { log } = await open();
			await alert(log, 1);
			const late = after(3 * DAY);
			const { delivery } = await deliveryDue(log, late);
			await log.recordDelivery(delivery.id, 1, REFUSED, late);
			const first = await log.leaseProblems(HOUR, late);
			await log.tryAgain({ failed: false, undelivered: true }, late);
			const again = await deliveryDue(log, after(3 * DAY, late));
			await log.recordDelivery(again.delivery.id, 2, REFUSED, after(3 * DAY, late));
			await Promise.all(first.map(async ({ lease }) => await log.problemTold(lease, late)));
			expect(await toldProblems(log, after(3 * DAY, late))).toMatchObject([
				{ kind: 'undelivered' },
			]);
		});

		it('is tried again by hand from the first step on', async () => {
			const { log } = await open();
			await alert(log, 1);
			const { delivery } = await deliveryDue(log, after(3 * DAY));
			const late = after(3 * DAY + 1000);
			await log.recordDelivery(delivery.id, 1, REFUSED, late);
			expect(await rowOf(log, 1)).toMatchObject({ state: 'failed' });
			const again = await log.tryAgain({ failed: false, undelivered: true }, late);
			expect(again).toEqual({ messages: 0, deliveries: 1 });
			expect((await rowOf(log, 1)).state).toBe('alerting');
			expect((await rowOf(log, 1)).reason).toBeUndefined();
			const second = await deliveryDue(log, after(1000, late));
			expect(second.delivery).toMatchObject({ attempt: 2, step: 'owner' });
			// What the first attempt says now is of no account for the second.
			expect(await log.recordDelivery(delivery.id, 1, REFUSED, late)).toMatchObject({
				isRepeat: true,
			});
			const recorded = await log.recordDelivery(delivery.id, 2, REFUSED, late);
			expect(recorded.dueAt).toEqual(after(MINUTE, late));
		});

		it('waits as long as the channel asks, and so do the others of that channel', async () => {
			const { log } = await open();
			await alert(log, 1);
			await log.recordDecisions(
				[decisionOf(2, { ticket: { isTest: true } }), decisionOf(3, { accountId: 'other' })],
				NOW,
			);
			const { delivery } = await deliveryDue(log, NOW);
			expect(delivery.content).toMatchObject({ account: { id: 'globex' } });
			const slow = { ...REFUSED, retryAfterMs: 90_000 };
			const recorded = await log.recordDelivery(delivery.id, 1, slow, NOW);
			expect(recorded.dueAt).toEqual(after(90_000));
			const other = await deliveryDue(log, after(2000));
			expect(other.delivery.content).toMatchObject({ account: { id: 'other' } });
			const idle = await log.leaseDelivery(MINUTE, after(80_000));
			expect(idle).toMatchObject({ nextAt: after(90_000) });
			expect(idle.delivery).toBeUndefined();
			expect((await deliveryDue(log, after(90_000))).delivery.id).not.toBe(other.delivery.id);
		});

		it('goes to one channel once a second, and says when it is worth asking again', async () => {
			const { log } = await open();
			for (const id of [1, 2, 3]) {
				await log.recordDecisions([decisionOf(id, { score: 60 + id * 10 })], NOW);
				const { delivery } = await deliveryDue(log, after(id * 1000));
				await log.recordDelivery(delivery.id, 1, DELIVERED, after(id * 1000));
			}
			const shared = (id: number) => decisionOf(id, { accountId: null, ticket: { requester: {} } });
			await log.recordDecisions([11, 12, 13].map(shared), NOW);
			const now = after(HOUR);
			await deliveryDue(log, now);
			expect(await log.leaseDelivery(MINUTE, after(999, now))).toMatchObject({
				nextAt: after(1000, now),
			});
			await deliveryDue(log, after(1000, now));
			await log.recordDecisions([decisionOf(4, { accountId: 'other' })], now);
			expect((await deliveryDue(log, after(1001, now))).delivery.content).toMatchObject({
				account: { id: 'other' },
			});
			await deliveryDue(log, after(2000, now));
		});

		it('by e-mail needs no pace', async () => {
			const { log } = await open();
			const mail = (id: number) =>
				decisionOf(id, {
					account: { status: 'matched', id: `a${id}`, owner: { channel: 'email' } },
				});
			await log.recordDecisions([mail(1), mail(2), mail(3)], NOW);
			for (let count = 0; count < 3; count += 1) await deliveryDue(log, NOW);
		});

		it('of an update waits for the alert’s message, and gets its name', async () => {
			const { log } = await open();
			await alert(log, 1);
			await alert(log, 2);
			const first = await deliveryDue(log, NOW);
			expect(first.delivery.kind).toBe('alert');
			const waiting = await log.leaseDelivery(MINUTE, after(MINUTE));
			expect(waiting.delivery).toBeUndefined();
			expect(waiting.nextAt).toEqual(after(LEASE_MS));
			const message = { channel: 'D1', ts: '17.1' };
			await log.recordDelivery(first.delivery.id, 1, { ...DELIVERED, message }, after(MINUTE));
			// A message a second goes to where the alert turned out to stand.
			expect((await log.leaseDelivery(MINUTE, after(MINUTE))).nextAt).toEqual(after(MINUTE + 1000));
			const { delivery } = await deliveryDue(log, after(MINUTE + 1000));
			expect(delivery).toMatchObject({ kind: 'update', message });
			const reply = { ...DELIVERED, message: { channel: 'D1', ts: '17.9' } };
			await log.recordDelivery(delivery.id, 1, reply, after(MINUTE));
			expect(await rowOf(log, 2)).toMatchObject({ state: 'updated' });
			await alert(log, 3);
			expect((await deliveryDue(log, after(HOUR))).delivery.message).toEqual(message);
		});

		it('of an update never waits for one that ended at the same instant', async () => {
			const { log, another } = await open();
			const other = await another();
			for (let round = 0; round < 10; round += 1) {
				const now = after(round * HOUR);
				await alert(log, `a${round}`, now, `account-${round}`);
				const { delivery } = await deliveryDue(log, now);
				const answer = round % 2 === 0 ? DELIVERED : REFUSED;
				const end = round % 2 === 0 ? now : after(3 * DAY, now);
				await Promise.all([
					other.recordDelivery(delivery.id, 1, answer, end),
					alert(log, `b${round}`, now, `account-${round}`),
				]);
				const next = await deliveryDue(log, after(1000, now));
				expect(next.delivery.content.ticket).toMatchObject({ id: `b${round}` });
				await log.recordDelivery(next.delivery.id, 1, DELIVERED, now);
			}
		});

		it('tried again by hand keeps its place in its alert’s line', async () => {
			const { log } = await open();
			await alert(log, 1);
			const late = after(3 * DAY);
			const { delivery } = await deliveryDue(log, late);
			await alert(log, 2, late);
			await log.recordDelivery(delivery.id, 1, REFUSED, late);
			await log.tryAgain({ failed: false, undelivered: true }, late);
			const first = await deliveryDue(log, after(1000, late));
			expect(first.delivery.content.ticket).toMatchObject({ id: '1' });
			expect(await log.leaseDelivery(MINUTE, after(2000, late))).not.toHaveProperty('delivery');
			await log.recordDelivery(first.delivery.id, 2, DELIVERED, late);
			const second = await deliveryDue(log, after(3000, late));
			expect(second.delivery.content.ticket).toMatchObject({ id: '2' });
		});

		it('may be a repeat where its run vanished, and not where the channel refused it', async () => {
			const { log } = await open();
			await alert(log, 1);
			await deliveryDue(log, NOW);
			const again = await deliveryDue(log, after(LEASE_MS));
			expect(again.delivery).toMatchObject({ attempt: 2, mayBeRepeat: true });
		});

		it('may be a repeat where the answer was lost', async () => {
			const { log } = await open();
			await alert(log, 1);
			const { delivery } = await deliveryDue(log, NOW);
			await log.recordDelivery(delivery.id, 1, { ...REFUSED, mayHaveArrived: true }, NOW);
			expect((await deliveryDue(log, after(MINUTE))).delivery.mayBeRepeat).toBe(true);
		});

		it('that arrived late after all counts, and is not sent again', async () => {
			const { log } = await open();
			await alert(log, 1);
			const { delivery } = await deliveryDue(log, NOW);
			await log.recordDelivery(delivery.id, 1, { ...REFUSED, mayHaveArrived: true }, NOW);
			const late = await log.recordDelivery(delivery.id, 1, DELIVERED, after(30_000));
			expect(late).toMatchObject({ state: 'delivered', isRepeat: false });
			expect(await rowOf(log, 1)).toMatchObject({ state: 'alerted' });
			expect(await log.leaseDelivery(MINUTE, after(DAY))).not.toHaveProperty('delivery');
			const twice = await log.recordDelivery(delivery.id, 1, DELIVERED, after(40_000));
			expect(twice).toMatchObject({ state: 'delivered', isRepeat: true });
		});

		it('that failed late does not count: another attempt is under way, or it has arrived', async () => {
			const { log } = await open();
			await alert(log, 1);
			const { delivery } = await deliveryDue(log, NOW);
			const second = await deliveryDue(log, after(LEASE_MS));
			expect(await log.recordDelivery(delivery.id, 1, REFUSED, after(LEASE_MS))).toMatchObject({
				state: 'sending',
				isRepeat: true,
			});
			await log.recordDelivery(second.delivery.id, 2, DELIVERED, after(LEASE_MS));
			const late = await log.recordDelivery(second.delivery.id, 2, REFUSED, after(HOUR));
			expect(late).toMatchObject({ state: 'delivered', isRepeat: true });
		});

		it('given up and then arrived after all makes its message alerted', async () => {
			const { log } = await open();
			await alert(log, 1);
			const { delivery } = await deliveryDue(log, after(3 * DAY));
			await log.recordDelivery(delivery.id, 1, REFUSED, after(3 * DAY));
			expect(await rowOf(log, 1)).toMatchObject({ state: 'failed' });
			await log.recordDelivery(delivery.id, 1, DELIVERED, after(3 * DAY));
			expect((await rowOf(log, 1)).state).toBe('alerted');
			expect((await rowOf(log, 1)).reason).toBeUndefined();
		});

		it('whose run recorded nothing is no delivery, and says what is known of it', async () => {
			const { log } = await open();
			await alert(log, 1);
			const first = await deliveryDue(log, NOW);
			const lost = { isDelivered: false, error: 'Connect Record Delivery', mayHaveArrived: true };
			const settled = await log.settleDelivery(first.token, lost, NOW);
			expect(settled).toMatchObject({ state: 'due', dueAt: after(MINUTE) });
			expect((await rowOf(log, 1)).delivery?.error).toBe('Connect Record Delivery');
			const second = await deliveryDue(log, after(MINUTE));
			expect(second.delivery.mayBeRepeat).toBe(true);
			const refused = { isDelivered: false, error: 'The node is disabled' };
			await log.settleDelivery(second.token, refused, after(MINUTE));
			expect((await rowOf(log, 1)).delivery?.error).toBe('The node is disabled');
			expect(await log.settleDelivery(second.token, refused, after(MINUTE))).toBeUndefined();
		});

		it('that was recorded is left alone when its run ends', async () => {
			const { log } = await open();
			await alert(log, 1);
			const { token, delivery } = await deliveryDue(log, NOW);
			await log.recordDelivery(delivery.id, 1, DELIVERED, NOW);
			expect(await log.settleDelivery(token, { isDelivered: false }, NOW)).toBeUndefined();
			expect(await rowOf(log, 1)).toMatchObject({ state: 'alerted' });
		});

		it('whose runs took n8n down with them for 48 hours is given up', async () => {
			const { log } = await open();
			await alert(log, 1);
			for (let attempt = 1; attempt <= 6; attempt += 1) {
				await deliveryDue(log, after(attempt * LEASE_MS));
			}
			expect(await log.leaseDelivery(MINUTE, after(3 * DAY))).not.toHaveProperty('delivery');
			expect(await rowOf(log, 1)).toMatchObject({ state: 'failed' });
		});

		it('that nobody knows is refused, saying what to connect', async () => {
			const { log } = await open();
			await expect(log.recordDelivery('none', 1, DELIVERED, NOW)).rejects.toThrow(
				/CS Alert Trigger/,
			);
		});

		it('that belongs to no message is queued once for each key', async () => {
			const { log } = await open();
			expect(await log.queueDelivery('digest', 'digest:2026-10', { total: 7 }, NOW)).toBe(true);
			expect(await log.queueDelivery('digest', 'digest:2026-10', { total: 8 }, NOW)).toBe(false);
			const { delivery } = await deliveryDue(log, NOW);
			expect(delivery).toMatchObject({ kind: 'digest', content: { total: 7 } });
			const recorded = await log.recordDelivery(delivery.id, 1, DELIVERED, NOW);
			expect(recorded).toMatchObject({ state: 'delivered', title: 'digest' });
		});

		it('that has a reader shares its pace with what goes to them, and is told by their name', async () => {
			const { log } = await open();
			const [ana, bo] = [
				{ name: 'Ana', slackId: 'U0ANA' },
				{ email: 'bo@team.example', channel: 'email' as const },
			];
			for (const [key, digest] of [
				['a', {}],
				['b', { owner: ana }],
				['c', { owner: ana }],
				['d', { owner: bo }],
				['e', { owner: bo }],
			] as const) {
				await log.queueDelivery('digest', key, { digest }, NOW);
			}
			const titles = [];
			for (let count = 0; count < 4; count += 1) {
				const { delivery } = await deliveryDue(log, NOW);
				titles.push((await log.recordDelivery(delivery.id, 1, REFUSED, NOW)).title);
			}
			expect(titles).toEqual(['digest', 'digest for Ana', 'digest', 'digest']);
			expect((await log.leaseDelivery(MINUTE, NOW)).delivery).toBeUndefined();
			// The second of Ana's waits for its second; mail needs no pace.
			expect((await log.leaseDelivery(MINUTE, after(1000))).delivery).toBeDefined();
		});

		it('to one reader says nothing of where the channel of all is', async () => {
			const { log } = await open();
			const digest = { owner: { name: 'Ana', slackId: 'U0ANA' } };
			await log.queueDelivery('digest', 'hers', { digest }, NOW);
			const { delivery } = await deliveryDue(log, NOW);
			const message = { channel: 'D0ANA', ts: '17.1' };
			const recipient = 'U0ANA';
			await log.recordDelivery(delivery.id, 1, { ...DELIVERED, recipient, message }, NOW);
			// Her conversation rests for a second; the channel does not.
			await log.queueDelivery('digest', 'again', { digest }, NOW);
			await log.queueDelivery('digest', 'the lead’s', { digest: {} }, NOW);
			const next = await deliveryDue(log, NOW);
			expect(next.delivery.content).toEqual({ digest: {} });
			expect((await log.leaseDelivery(MINUTE, NOW)).delivery).toBeUndefined();
		});

		it('is renewed while its run lives', async () => {
			const { log } = await open();
			await alert(log, 1);
			const { token } = await deliveryDue(log, NOW);
			await log.renewLease(token, after(HOUR));
			expect(await log.leaseDelivery(MINUTE, after(HOUR - 1))).toMatchObject({
				nextAt: after(HOUR),
			});
		});
	});
});
