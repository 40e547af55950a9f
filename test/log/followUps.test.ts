import { describe, expect, it } from 'vitest';

import type { TicketLog } from '../../nodes/log/ticketLog';
import { answered, deliver, followUpsFrom, standing, standingAlert } from './lifeRig.ts';
import {
	after,
	DAY,
	decisionOf,
	deliveryDue,
	HOUR,
	LEASE_MS,
	MINUTE,
	NOW,
	onBothDatabases,
	rowOf,
	toldProblems,
} from './rig.ts';

const followed = (now = NOW) => ({ followUps: followUpsFrom(now) });
const isIdle = async (log: TicketLog, now: Date) =>
	expect((await log.leaseDelivery(LEASE_MS, now)).delivery).toBeUndefined();

onBothDatabases((open) => {
	describe('while nobody answers an alert', () => {
		it('its owner is reminded and their manager told, each once and at its time', async () => {
			const { log } = await open();
			const { token, alertId } = await standingAlert(log, followed());
			expect(await log.leaseDelivery(LEASE_MS, after(HOUR))).toMatchObject({
				nextAt: after(2 * HOUR),
			});
			await isIdle(log, after(2 * HOUR - 1));
			const reminder = await deliver(log, after(2 * HOUR), { ts: '17.2', ...followed() });
			expect(reminder).toMatchObject({
				kind: 'reminder',
				alertId,
				message: { ts: '17.1' },
				content: { ticket: { key: 'zendesk:acme:1' }, sentiment: { score: 70 } },
				sent: { ticket: { key: 'zendesk:acme:1' } },
				standing: { state: 'open' },
			});
			expect(reminder).not.toHaveProperty('news');
			await isIdle(log, after(4 * HOUR - 1));
			const escalation = await deliver(log, after(4 * HOUR), { ts: '88.1', ...followed() });
			expect(escalation).toMatchObject({ kind: 'escalation', message: { ts: '17.1' } });
			expect(await standing(log, token, after(4 * HOUR))).toMatchObject({
				state: 'open',
				escalatedAt: after(4 * HOUR).toISOString(),
			});
			// The owner sees that their manager was told.
			const edit = await deliver(log, after(5 * HOUR));
			expect(edit).toMatchObject({ kind: 'answer', message: { ts: '17.1' } });
			await isIdle(log, after(DAY));
		});

		it('each step is sent once, also when two processes look at the same instant', async () => {
			const { log, another } = await open();
			const other = await another();
			await standingAlert(log, followed());
			const leases = await Promise.all(
				[log, other, log, other].map(async (one) => await one.leaseDelivery(LEASE_MS, after(DAY))),
			);
			const kinds = leases.flatMap(({ delivery }) => (delivery ? [delivery.kind] : []));
			expect(kinds).toEqual(['reminder']);
		});

		it.each(['acknowledge', 'useful', 'noise', 'close', 'snooze'] as const)(
			'nothing follows after "%s"',
			async (action) => {
				const { log, database } = await open();
				const { token } = await standingAlert(log, { ...followed(), ts: null });
				await answered(log, token, action, after(HOUR));
				await isIdle(log, after(6 * DAY));
				const left = await database.query('select kind from @follow_ups');
				expect(left).toEqual(action === 'snooze' ? [{ kind: 'snoozeEnd' }] : []);
			},
		);

		it('a reminder that is due, and has not gone out, is taken back by an answer', async () => {
			const { log, database } = await open();
			const { token } = await standingAlert(log, { ...followed(), ts: null });
			const { delivery } = await deliveryDue(log, after(3 * HOUR));
			const refused = { isDelivered: false, error: 'no' };
			await log.recordDelivery(delivery.id, 1, refused, after(3 * HOUR));
			await answered(log, token, 'acknowledge', after(3 * HOUR));
			await isIdle(log, after(DAY));
			const left = await database.query(
				`select state, due_at, content from @deliveries where kind = 'reminder'`,
			);
			expect(left).toEqual([{ state: 'undelivered', due_at: null, content: null }]);
			expect(await toldProblems(log, after(DAY))).toEqual([]);
			const again = await log.tryAgain({ failed: true, undelivered: true }, after(DAY));
			expect(again.deliveries).toBe(0);
		});

		it('a reminder whose run vanished is not sent again after an answer', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log, { ...followed(), ts: null });
			const { delivery } = await deliveryDue(log, after(3 * HOUR));
			await answered(log, token, 'acknowledge', after(3 * HOUR));
			await isIdle(log, after(DAY));
			// It had arrived after all.
			const late = await log.recordDelivery(delivery.id, 1, { isDelivered: true }, after(DAY));
			expect(late).toMatchObject({ state: 'delivered', isRepeat: false });
		});

		it('that it was told again begins the steps anew', async () => {
			const { log } = await open();
			const { alertId } = await standingAlert(log, followed());
			await log.recordDecisions([decisionOf(2, { score: 95 })], after(HOUR));
			expect(await deliver(log, after(HOUR), followed(after(HOUR)))).toMatchObject({
				kind: 'alert',
				alertId,
			});
			await isIdle(log, after(3 * HOUR - 1));
			expect((await deliver(log, after(3 * HOUR))).kind).toBe('reminder');
		});

		it('an update begins nothing', async () => {
			const { log, database } = await open();
			await standingAlert(log);
			await log.recordDecisions([decisionOf(2)], NOW);
			expect((await deliver(log, after(MINUTE), followed())).kind).toBe('update');
			expect(await database.query('select * from @follow_ups')).toEqual([]);
		});
	});

	describe('a snooze', () => {
		it('that ends opens the alert again, and says what came meanwhile', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log, { ...followed(), ts: null });
			await answered(log, token, 'acknowledge', after(MINUTE));
			await answered(log, token, 'snooze', after(HOUR), { days: 1 });
			await log.recordDecisions([decisionOf(2), decisionOf(3, { score: 79 })], after(2 * HOUR));
			for (const id of [2, 3]) {
				expect(await rowOf(log, id)).toMatchObject({
					state: 'updated',
					endedAt: after(2 * HOUR).toISOString(),
				});
			}
			await isIdle(log, after(25 * HOUR - 1));
			const begun = { ...followed(after(25 * HOUR)), ts: null };
			const woken = await deliver(log, after(25 * HOUR), begun);
			expect(woken).toMatchObject({
				kind: 'reminder',
				news: 'The snooze is over; 2 messages came meanwhile',
				messages: 3,
			});
			expect(woken.standing).toEqual({ state: 'open', openedAt: NOW.toISOString() });
			// What follows begins anew; an ordinary reminder begins nothing.
			await isIdle(log, after(27 * HOUR - 1));
			const ordinary = { ...followed(after(DAY)), ts: null };
			expect((await deliver(log, after(27 * HOUR), ordinary)).kind).toBe('reminder');
			expect((await deliver(log, after(29 * HOUR), ordinary)).kind).toBe('escalation');
			await isIdle(log, after(5 * DAY));
		});

		it.each([
			[0, 'nothing came meanwhile'],
			[1, '1 message came meanwhile'],
		])('of %i messages says so', async (count, words) => {
			const { log } = await open();
			const { token } = await standingAlert(log, { ts: null });
			await answered(log, token, 'snooze', NOW);
			if (count > 0) await log.recordDecisions([decisionOf(2)], after(DAY));
			expect((await deliveryDue(log, after(7 * DAY))).delivery.news).toBe(
				`The snooze is over; ${words}`,
			);
		});

		it('ends early when the alert is critical for the first time, and by nothing less', async () => {
			const { log, database } = await open();
			const decision = decisionOf(1, { score: 60 });
			const { token } = await standingAlert(log, { decision, ts: null });
			await answered(log, token, 'snooze', NOW);
			const [quiet] = await log.recordDecisions([decisionOf(2, { score: 79 })], after(HOUR));
			expect(quiet).toMatchObject({ state: 'updated' });
			expect(quiet).not.toHaveProperty('kind');
			const [again] = await log.recordDecisions([decisionOf(3, { score: 80 })], after(HOUR));
			expect(again).toMatchObject({ state: 'alerting', kind: 'alert' });
			const { delivery } = await deliveryDue(log, after(HOUR));
			expect(delivery).toMatchObject({
				kind: 'alert',
				news: 'Critical for the first time: score 80, before 60',
				standing: { state: 'open' },
			});
			expect(delivery.standing).not.toHaveProperty('snoozedUntil');
			expect(await database.query('select * from @follow_ups')).toEqual([]);
			const events = await database.query(
				'select kind from @alert_events order by seq desc limit 2',
			);
			expect(events).toEqual([{ kind: 'open again' }, { kind: 'worsened' }]);
		});

		it('outlives the days after which a quiet alert is over, and a week more begins at its end', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log, { ts: null });
			await answered(log, token, 'snooze', NOW, { days: 30 });
			expect(await log.closeQuiet(after(29 * DAY))).toBe(0);
			await deliver(log, after(30 * DAY), { ts: null });
			expect(await log.closeQuiet(after(36 * DAY))).toBe(0);
			expect(await log.closeQuiet(after(37 * DAY + 1))).toBe(1);
		});

		it('whose alert has lost its texts meanwhile still ends with a reminder', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log, { ts: null });
			await answered(log, token, 'snooze', NOW, { days: 60 });
			await log.purge({ textsBefore: after(50 * DAY) });
			expect((await deliveryDue(log, after(60 * DAY))).delivery).toMatchObject({
				kind: 'reminder',
				content: {
					ticket: { key: 'zendesk:acme:1' },
					account: { name: 'Globex', owner: { slackId: 'U0GLOBEX' } },
					gate: { route: 'alert', severity: 'high', reason: 'Score 70 is at least 65' },
				},
			});
		});
	});

	describe('an alert that was acknowledged', () => {
		it('is open again when it gets worse', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log);
			await answered(log, token, 'acknowledge', NOW);
			await log.recordDecisions([decisionOf(2)], after(MINUTE));
			expect((await standing(log, token, after(MINUTE))).state).toBe('acknowledged');
			const [again] = await log.recordDecisions([decisionOf(3, { score: 80 })], after(HOUR));
			expect(again?.kind).toBe('alert');
			expect(await standing(log, token, after(HOUR))).toEqual({
				state: 'open',
				openedAt: NOW.toISOString(),
			});
		});

		it('comes again from the rise on that the gate names', async () => {
			const { log } = await open();
			await standingAlert(log);
			const record = async (id: number, score: number, worseByPoints: number) => {
				const { gate } = decisionOf(id);
				const decision = decisionOf(id, { score, gate: gate && { ...gate, worseByPoints } });
				return (await log.recordDecisions([decision], NOW))[0]?.kind;
			};
			expect(await record(2, 75, 6)).toBe('update');
			expect(await record(3, 75, 5)).toBe('alert');
			expect(await record(4, 79, 3)).toBe('alert');
		});
	});

	describe('the edit of a message in Slack', () => {
		const REFUSED = { isDelivered: false, error: 'message_not_found', channel: 'slack' };

		it('that is refused four times is given up, and nobody is alarmed', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log);
			await answered(log, token, 'acknowledge', NOW);
			let now = after(MINUTE);
			const waits: number[] = [];
			for (let attempt = 1; ; attempt += 1) {
				const { delivery } = await deliveryDue(log, now);
				const recorded = await log.recordDelivery(delivery.id, attempt, REFUSED, now);
				expect(recorded.isNewlyUndelivered).toBe(false);
				if (recorded.dueAt === undefined) break;
				waits.push((recorded.dueAt.getTime() - now.getTime()) / MINUTE);
				now = recorded.dueAt;
			}
			expect(waits).toEqual([1, 5, 15]);
			expect(await toldProblems(log, after(DAY))).toEqual([]);
			await isIdle(log, after(DAY));
			const again = await log.tryAgain({ failed: true, undelivered: true }, after(DAY));
			expect(again.deliveries).toBe(0);
			await answered(log, token, 'close', after(DAY));
			expect((await deliveryDue(log, after(DAY))).delivery.standing?.state).toBe('closed');
		});

		it('makes way for an alert, which shows the same', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log);
			await answered(log, token, 'useful', NOW);
			const edit = await deliveryDue(log, after(MINUTE));
			await log.recordDelivery(edit.delivery.id, 1, REFUSED, after(MINUTE));
			await log.recordDecisions([decisionOf(2, { score: 95 })], after(MINUTE));
			const alert = await deliver(log, after(MINUTE + 1000), { ts: '18.1' });
			expect(alert).toMatchObject({
				kind: 'alert',
				standing: { state: 'open', verdict: 'useful' },
			});
			await isIdle(log, after(DAY));
		});

		it('under way when something else comes makes way once it is refused', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log);
			await answered(log, token, 'useful', NOW);
			const edit = await deliveryDue(log, after(MINUTE));
			await log.recordDecisions([decisionOf(2)], after(MINUTE));
			await isIdle(log, after(MINUTE + 1000));
			await log.recordDelivery(edit.delivery.id, 1, REFUSED, after(MINUTE + 1000));
			const update = await deliver(log, after(2 * MINUTE));
			expect(update).toMatchObject({ kind: 'update', standing: { verdict: 'useful' } });
			await isIdle(log, after(DAY));
		});

		it('follows an answer that came while something else was under way', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log);
			await log.recordDecisions([decisionOf(2)], NOW);
			const update = await deliveryDue(log, after(MINUTE));
			expect(update.delivery.standing?.state).toBe('open');
			await answered(log, token, 'acknowledge', after(MINUTE));
			const delivered = { isDelivered: true, channel: 'slack' };
			await log.recordDelivery(update.delivery.id, 1, delivered, after(2 * MINUTE));
			expect(await deliver(log, after(3 * MINUTE))).toMatchObject({
				kind: 'answer',
				standing: { state: 'acknowledged' },
			});
			await isIdle(log, after(DAY));
		});
	});
});
