import { describe, expect, it } from 'vitest';

import {
	after,
	decisionOf,
	deliveryDue,
	HOUR,
	MINUTE,
	NOW,
	onBothDatabases,
	rowOf,
} from './rig.ts';

onBothDatabases((open) => {
	describe('a message that waits for the end of quiet hours', () => {
		it('comes again then, as its first attempt', async () => {
			const { log } = await open();
			await log.recordDecisions([decisionOf(1, { score: 70 })], NOW);
			const { delivery } = await deliveryDue(log, NOW);
			expect(delivery.mayWait).toBe(true);
			const held = await log.holdDelivery(delivery.id, delivery.attempt, after(9 * HOUR), NOW);
			expect(held).toMatchObject({ state: 'due', dueAt: after(9 * HOUR), isRepeat: false });
			expect(await log.leaseDelivery(MINUTE, after(8 * HOUR))).toMatchObject({
				nextAt: after(9 * HOUR),
			});
			const again = await deliveryDue(log, after(9 * HOUR));
			expect(again.delivery).toMatchObject({ id: delivery.id, attempt: 1, mayBeRepeat: false });
			expect((await rowOf(log, 1)).state).toBe('alerting');
		});

		it('waits for a day at most', async () => {
			const { log } = await open();
			await log.recordDecisions([decisionOf(1, { score: 70 })], NOW);
			const { delivery } = await deliveryDue(log, NOW);
			const held = await log.holdDelivery(delivery.id, 1, after(1000 * HOUR), NOW);
			expect(held.dueAt).toEqual(after(24 * HOUR));
		});

		it('goes at once when its alert becomes critical', async () => {
			const { log } = await open();
			await log.recordDecisions([decisionOf(1, { score: 70, accountId: 'acme' })], NOW);
			const { delivery } = await deliveryDue(log, NOW);
			await log.holdDelivery(delivery.id, 1, after(9 * HOUR), NOW);
			const worse = decisionOf(2, { score: 95, accountId: 'acme' });
			const gate = worse.gate && { ...worse.gate, severity: 'critical' as const };
			await log.recordDecisions([{ ...worse, gate }], after(MINUTE));
			const first = await deliveryDue(log, after(MINUTE));
			expect(first.delivery.id).toBe(delivery.id);
			expect(first.delivery).not.toHaveProperty('mayWait');
		});

		it('stays as it is when it has arrived meanwhile', async () => {
			const { log } = await open();
			await log.recordDecisions([decisionOf(1)], NOW);
			const { delivery } = await deliveryDue(log, NOW);
			await log.recordDelivery(delivery.id, 1, { isDelivered: true }, NOW);
			const held = await log.holdDelivery(delivery.id, 1, after(HOUR), NOW);
			expect(held).toMatchObject({ state: 'delivered', isRepeat: true });
		});

		it('is refused where the log knows none', async () => {
			const { log } = await open();
			await expect(log.holdDelivery('nothing', 1, after(HOUR), NOW)).rejects.toThrow('no delivery');
		});
	});
});
