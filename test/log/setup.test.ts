import { describe, expect, it } from 'vitest';

import type { DeliveryAnswer } from '../../nodes/log/delivery';
import { SCHEMA_VERSION } from '../../nodes/log/schema';
import {
	after,
	DAY,
	decisionOf,
	HOUR,
	LEASE_MS,
	messageOf,
	MINUTE,
	NOW,
	onBothDatabases,
	SOURCE,
} from './rig';

onBothDatabases((open, kind) => {
	describe('a trial write', () => {
		it('leaves nothing behind', async () => {
			const { log, database } = await open();
			await log.tryWriting(NOW);
			await log.tryWriting(NOW);
			expect(await database.query('select * from @paces')).toEqual([]);
		});

		it('that is refused says why', async () => {
			const { log, database } = await open();
			await database.query('alter table @paces rename to elsewhere').catch(() => undefined);
			await expect(log.tryWriting(NOW)).rejects.toThrow();
			const back = kind === 'postgres' ? '@elsewhere' : 'elsewhere';
			await database.query(`alter table ${back} rename to paces`);
		});
	});

	describe('what the log says of itself', () => {
		it('is little while it is empty', async () => {
			const { log } = await open();
			const facts = await log.setupFacts(NOW);
			expect(facts).toMatchObject({
				kind,
				place: log.place,
				schemaVersion: SCHEMA_VERSION,
				messages: {},
				overdueMessages: 0,
				overdueDeliveries: 0,
				failed: 0,
				undelivered: 0,
				retried: 0,
				unansweredEscalations: 0,
			});
			expect(facts.bytes).toBeGreaterThan(10_000);
			if (kind === 'sqlite') expect(facts.freeBytes).toBeGreaterThan(0);
			else expect(facts.freeBytes).toBeUndefined();
			for (const absent of ['oldestWaitingAt', 'responseAddress', 'test'] as const) {
				expect(facts[absent]).toBeUndefined();
			}
		});

		it('counts messages by state, and says when the oldest came that waits', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1, { receivedAt: after(-2 * HOUR).toISOString() }), NOW);
			await log.takeIn(messageOf(2), NOW);
			await log.takeIn(messageOf(3), NOW);
			await log.takeIn(
				messageOf(4, { backfill: true, receivedAt: after(-DAY).toISOString() }),
				NOW,
			);
			await log.recordDecisions([decisionOf(3, { score: 10, route: 'digest' })], NOW);
			const facts = await log.setupFacts(NOW);
			expect(facts.messages).toEqual({ received: 3, monitored: 1 });
			expect(facts.oldestWaitingAt).toEqual(after(-2 * HOUR));
		});

		it('counts what is late by ten minutes, and neither what is worked on nor months back', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.takeIn(messageOf(2, { backfill: true }), NOW);
			const late = async (now: Date) => (await log.setupFacts(now)).overdueMessages;
			expect(await late(after(9 * MINUTE))).toBe(0);
			expect(await late(after(11 * MINUTE))).toBe(1);
			const options = { source: SOURCE, limit: 50, leaseMs: LEASE_MS, kind: 'normal' } as const;
			await log.leaseMessages(options, after(10 * MINUTE));
			expect(await late(after(11 * MINUTE))).toBe(0);
		});

		it('counts alerts that nobody sends', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.recordDecisions([decisionOf(1)], NOW);
			expect((await log.setupFacts(after(MINUTE))).overdueDeliveries).toBe(0);
			expect((await log.setupFacts(after(HOUR))).overdueDeliveries).toBe(1);
		});

		it('counts what failed on every way, with the newest reason, until it has arrived', async () => {
			const { log, database } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.recordDecisions([decisionOf(1)], NOW);
			let now = NOW;
			const attempt = async (answer: DeliveryAnswer) => {
				const { delivery } = await log.leaseDelivery(LEASE_MS, now);
				if (delivery === undefined) return;
				await log.recordDelivery(delivery.id, delivery.attempt, answer, now);
				now = after(HOUR, now);
			};
			for (let attempts = 0; attempts < 6; attempts += 1) {
				await attempt({ isDelivered: false, error: 'channel_not_found' });
			}
			const facts = await log.setupFacts(now);
			expect(facts).toMatchObject({ undelivered: 1, overdueDeliveries: 0 });
			expect(facts.undeliveredBecause).toContain('channel_not_found');
			const undelivered = async (at: Date) => (await log.setupFacts(at)).undelivered;
			await database.query('update @deliveries set due_at = null');
			expect([await undelivered(now), await undelivered(after(9 * DAY))]).toEqual([1, 0]);
			await database.query('update @deliveries set due_at = $1', [now.getTime()]);
			await attempt({ isDelivered: true });
			expect((await log.setupFacts(now)).undelivered).toBe(0);
		});

		it('counts what waits for its next try, a test too, until it has arrived or failed on every way', async () => {
			const { log } = await open();
			await log.recordDecisions([decisionOf(1, { ticket: { isTest: true } })], NOW);
			const retried = async () => {
				const { retried: count, retriedBecause } = await log.setupFacts(NOW);
				return [count, retriedBecause];
			};
			expect(await retried()).toEqual([0, undefined]);
			let now = NOW;
			for (let attempt = 1; attempt <= 6; attempt += 1) {
				const { delivery } = await log.leaseDelivery(LEASE_MS, now);
				const answer = { isDelivered: false, error: `refused ${attempt}` };
				await log.recordDelivery(delivery?.id ?? '', attempt, answer, now);
				now = after(HOUR, now);
				if (attempt === 2) expect(await retried()).toEqual([1, 'refused 2']);
			}
			expect(await retried()).toEqual([0, undefined]);
			expect(await log.setupFacts(now)).toMatchObject({ undelivered: 1 });
			const { delivery } = await log.leaseDelivery(LEASE_MS, now);
			await log.recordDelivery(delivery?.id ?? '', 7, { isDelivered: true }, now);
			expect(await log.setupFacts(now)).toMatchObject({ undelivered: 0, retried: 0 });
		});

		it('counts what failed within the week', async () => {
			const { log, database } = await open();
			await log.takeIn(messageOf(1), NOW);
			await database.query(`update @messages set state = 'failed', ended_at = $1`, [NOW.getTime()]);
			expect((await log.setupFacts(after(6 * DAY))).failed).toBe(1);
			expect((await log.setupFacts(after(8 * DAY))).failed).toBe(0);
		});

		it('counts escalations that nobody answered', async () => {
			const { log, database } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.recordDecisions([decisionOf(1)], NOW);
			await database.query('update @alerts set escalated_at = $1', [NOW.getTime()]);
			expect((await log.setupFacts(NOW)).unansweredEscalations).toBe(1);
			await database.query('update @alerts set acknowledged_at = $1', [NOW.getTime()]);
			expect((await log.setupFacts(NOW)).unansweredEscalations).toBe(0);
		});

		it('names where answers are taken', async () => {
			const { log } = await open();
			await log.saveResponseAddress('w/n', 'https://n8n.example/webhook/a', NOW);
			expect((await log.setupFacts(NOW)).responseAddress).toBe('https://n8n.example/webhook/a');
		});

		it('knows what became of the newest test ticket, for 30 days', async () => {
			const { log } = await open();
			const at = (ms: number) => ({ isTest: true, receivedAt: after(ms).toISOString() });
			await log.recordDecisions(
				[
					decisionOf(1, { ticket: at(-HOUR), route: 'review', accountId: null }),
					decisionOf(2, { ticket: at(0) }),
				],
				NOW,
			);
			const { delivery } = await log.leaseDelivery(LEASE_MS, after(MINUTE));
			if (delivery === undefined) throw new Error('Nothing to send');
			await log.recordDelivery(
				delivery.id,
				delivery.attempt,
				{ isDelivered: true, channel: 'email', recipient: 'cs@team.example' },
				after(MINUTE),
			);
			expect((await log.setupFacts(after(HOUR))).test).toMatchObject({
				at: NOW,
				state: 'alerted',
				delivery: { state: 'delivered', channel: 'email', recipient: 'cs@team.example' },
			});
			expect((await log.setupFacts(after(31 * DAY))).test).toBeUndefined();
		});
	});

	describe('arrivals', () => {
		it('are those of one source, without tests and months back', async () => {
			const { log } = await open();
			const at = (hours: number) => ({ receivedAt: after(hours * HOUR).toISOString() });
			await log.takeIn(messageOf(1, at(-50)), NOW);
			await log.takeIn(messageOf(2, at(-30)), NOW);
			await log.takeIn(messageOf(3, { ...at(-3), isTest: true }), NOW);
			await log.takeIn(messageOf(4, { ...at(-2), backfill: true }), NOW);
			await log.takeIn(messageOf(5, at(-1), { source: 'w/other' }), NOW);
			expect(await log.lastArrival(SOURCE, after(-9 * DAY))).toEqual(after(-30 * HOUR));
			expect(await log.lastArrival(SOURCE, after(-29 * HOUR))).toBeUndefined();
			const span = (from: number, to: number) => ({
				since: after(from * HOUR),
				until: after(to * HOUR),
			});
			expect(
				await log.countArrivals(SOURCE, [
					span(-60, 0),
					span(-40, 0),
					span(-30, -29),
					span(-50, -30),
					span(-9, 0),
				]),
			).toEqual([2, 1, 1, 1, 0]);
		});
	});
});
