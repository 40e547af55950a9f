import { describe, expect, it } from 'vitest';

import type { TicketLog } from '../../nodes/log/ticketLog';
import { answered, deliver, followUpsFrom, standing, standingAlert, tokenOf } from './lifeRig.ts';
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
} from './rig.ts';

const LATER = after(MINUTE);
const DANA_SAYS = { state: 'open', verdict: 'wrongOwner', verdictBy: 'Dana Reyes' };

const isIdle = async (log: TicketLog, now: Date) =>
	expect((await log.leaseDelivery(LEASE_MS, now)).delivery).toBeUndefined();

/** An alert whose owner said that the account is not theirs, and which has reached whoever is next. */
async function handedOn(log: TicketLog, options: Parameters<typeof standingAlert>[1] = {}) {
	const { token, alertId } = await standingAlert(log, {
		followUps: followUpsFrom(NOW),
		...options,
	});
	await answered(log, token, 'wrongOwner', LATER);
	const alert = await deliver(log, LATER, {
		ts: '99.1',
		recipientName: 'Kim Lee',
		followUps: followUpsFrom(LATER),
	});
	return { token, alertId, alert, next: tokenOf(alert) };
}

onBothDatabases((open) => {
	describe('an alert whose owner says that the account is not theirs', () => {
		it('stays open, and goes to whoever is next with links of their own', async () => {
			const { log, database } = await open();
			const { token, alertId, alert, next } = await handedOn(log);
			expect(alert).toMatchObject({
				kind: 'alert',
				alertId,
				content: { ticket: { key: 'zendesk:acme:1' }, account: { name: 'Globex' } },
				standing: { ...DANA_SAYS, handedOnAt: LATER.toISOString() },
			});
			expect(alert).not.toHaveProperty('message');
			expect(await standing(log, token, LATER)).toEqual({
				...DANA_SAYS,
				openedAt: NOW.toISOString(),
				handedOnAt: LATER.toISOString(),
				handedOnTo: 'Kim Lee',
			});
			expect(await log.readAnswerTarget(next, LATER)).toMatchObject({ person: 'Kim Lee' });
			const kinds = await database.query('select kind from @alert_events order by seq');
			expect(kinds.map(({ kind }) => kind)).toEqual([
				...['opened', 'alert delivered', 'verdict', 'handed on', 'alert delivered'],
			]);
		});

		it('says so where it stands, and the message of whoever is next is not edited', async () => {
			const { log } = await open();
			const { next } = await handedOn(log);
			const edit = await deliver(log, after(MINUTE, LATER));
			expect(edit).toMatchObject({
				kind: 'answer',
				message: { ts: '17.1' },
				standing: { handedOnTo: 'Kim Lee' },
			});
			await isIdle(log, after(HOUR));
			await answered(log, next, 'acknowledge', after(HOUR));
			expect(await deliver(log, after(HOUR))).toMatchObject({
				kind: 'answer',
				message: { ts: '17.1' },
				standing: { state: 'acknowledged', acknowledgedBy: 'Kim Lee' },
			});
		});

		it('is followed up anew for them, by messages of their own, until they act', async () => {
			const { log } = await open();
			const { next } = await handedOn(log);
			await deliver(log, after(MINUTE, LATER));
			await isIdle(log, after(2 * HOUR));
			const reminder = await deliver(log, after(2 * HOUR, LATER), { ts: '99.2' });
			expect(reminder).toMatchObject({ kind: 'reminder', standing: { handedOnTo: 'Kim Lee' } });
			expect(reminder).not.toHaveProperty('message');
			const escalation = await deliver(log, after(4 * HOUR, LATER), { ts: '99.3' });
			expect(escalation).toMatchObject({ kind: 'escalation' });
			await deliver(log, after(5 * HOUR, LATER));
			await isIdle(log, after(DAY));
			expect(await answered(log, next, 'acknowledge', after(DAY))).toBe('applied');
		});

		it('and is answered by whoever is next is followed up no more', async () => {
			const { log, database } = await open();
			const { next } = await handedOn(log, { ts: null });
			await answered(log, next, 'acknowledge', after(HOUR));
			expect(await database.query('select kind from @follow_ups')).toEqual([]);
			await isIdle(log, after(6 * DAY));
		});

		it('is handed on once, whoever says so again, and also at the same instant', async () => {
			const { log, another } = await open();
			const other = await another();
			const { token } = await standingAlert(log, { followUps: followUpsFrom(NOW) });
			const results = await Promise.all(
				[log, other, log].map(async (one) => await answered(one, token, 'wrongOwner', LATER)),
			);
			expect(results.sort()).toEqual(['already', 'already', 'applied']);
			const alert = await deliver(log, LATER, { ts: '99.1', recipientName: 'Kim Lee' });
			expect(await answered(log, tokenOf(alert), 'wrongOwner', after(HOUR))).toBe('already');
			await deliver(log, after(HOUR));
			await isIdle(log, after(DAY));
		});

		it('keeps an update from the former owner’s thread, and is told of it by itself', async () => {
			const { log } = await open();
			await handedOn(log);
			await deliver(log, after(MINUTE, LATER));
			await log.recordDecisions([decisionOf(2)], after(HOUR));
			const update = await deliver(log, after(HOUR), { ts: '99.4' });
			expect(update).toMatchObject({ kind: 'update', messages: 2 });
			expect(update).not.toHaveProperty('message');
		});

		it('does not wait behind an update that waits for the end of the former owner’s quiet hours', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log, { ts: null });
			await log.recordDecisions([decisionOf(2)], LATER);
			const { delivery } = await deliveryDue(log, LATER);
			await log.holdDelivery(delivery.id, delivery.attempt, after(9 * HOUR), LATER);
			await answered(log, token, 'wrongOwner', LATER);
			expect(await deliver(log, LATER, { ts: null })).toMatchObject({ kind: 'update' });
			expect(await deliver(log, after(MINUTE, LATER))).toMatchObject({ kind: 'alert' });
		});

		it('goes once to whoever is next where it was still to be sent, who then counts as told', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log, { ts: null });
			await log.recordDecisions([decisionOf(2, { score: 90 })], LATER);
			const { delivery } = await deliveryDue(log, LATER);
			await log.holdDelivery(delivery.id, delivery.attempt, after(9 * HOUR), LATER);
			await answered(log, token, 'wrongOwner', LATER);
			const alert = await deliver(log, LATER, {
				ts: null,
				recipientName: 'Kim Lee',
				followUps: followUpsFrom(LATER),
			});
			expect(alert).toMatchObject({
				id: delivery.id,
				standing: { handedOnAt: LATER.toISOString() },
			});
			expect(await standing(log, token, LATER)).toMatchObject({ handedOnTo: 'Kim Lee' });
			await isIdle(log, after(HOUR));
			expect(await deliver(log, after(2 * HOUR, LATER))).toMatchObject({ kind: 'reminder' });
		});

		it('counts as told to whoever is next, not to the former owner who was being sent it just then', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log, { ts: null });
			await log.recordDecisions([decisionOf(2, { score: 90 })], LATER);
			const { delivery } = await deliveryDue(log, LATER);
			await answered(log, token, 'wrongOwner', LATER);
			const sent = { isDelivered: true, channel: 'email', recipientName: 'Dana Reyes' };
			await log.recordDelivery(delivery.id, delivery.attempt, sent, LATER);
			expect(await standing(log, token, LATER)).not.toHaveProperty('handedOnTo');
			await deliver(log, after(MINUTE, LATER), { ts: null, recipientName: 'Kim Lee' });
			expect(await standing(log, token, after(HOUR))).toMatchObject({ handedOnTo: 'Kim Lee' });
		});

		it.each(['acknowledge', 'useful', 'snooze'] as const)(
			'is open again after "%s": whoever gave it is not on it',
			async (first) => {
				const { log, database } = await open();
				const { token } = await standingAlert(log, { ts: null });
				await answered(log, token, first, LATER);
				expect(await answered(log, token, 'wrongOwner', LATER)).toBe('applied');
				const stands = await standing(log, token, LATER);
				expect(stands).toMatchObject(DANA_SAYS);
				expect(stands).not.toHaveProperty('acknowledgedBy');
				expect(await database.query('select kind from @follow_ups')).toEqual([]);
				await deliver(log, LATER, { ts: null, followUps: followUpsFrom(LATER) });
				expect(await deliver(log, after(DAY), { ts: null })).toMatchObject({ kind: 'reminder' });
			},
		);

		it('stays with whoever is next when it comes again, unless the account has another owner', async () => {
			const { log } = await open();
			const { token } = await handedOn(log, { ts: null });
			await log.recordDecisions([decisionOf(2, { score: 90 })], after(HOUR));
			const again = await deliver(log, after(HOUR), { ts: null });
			expect(again).toMatchObject({ kind: 'alert', standing: { handedOnTo: 'Kim Lee' } });
			const owned = decisionOf(3, { score: 100 });
			const account = { ...owned.account!, owner: { name: 'Ben', email: 'ben@acme.example' } };
			await log.recordDecisions([{ ...owned, account }], after(2 * HOUR));
			const theirs = await deliver(log, after(2 * HOUR), { ts: null });
			expect(theirs.standing).not.toHaveProperty('handedOnAt');
			// It can be handed on by its new owner.
			expect(await answered(log, tokenOf(theirs), 'wrongOwner', after(3 * HOUR))).toBe('applied');
			expect(await standing(log, token, after(3 * HOUR))).toMatchObject({
				handedOnAt: after(3 * HOUR).toISOString(),
			});
		});

		it('that came again by e-mail leaves nothing in the former owner’s thread', async () => {
			const { log } = await open();
			await handedOn(log);
			await deliver(log, after(MINUTE, LATER));
			await log.recordDecisions([decisionOf(2, { score: 90 })], after(HOUR));
			await deliver(log, after(HOUR), { ts: null });
			await log.recordDecisions([decisionOf(3)], after(2 * HOUR));
			const update = await deliver(log, after(2 * HOUR), { ts: null });
			expect(update).toMatchObject({ kind: 'update', messages: 3 });
			expect(update).not.toHaveProperty('message');
		});

		it('comes anew to the other owner whom the account has by now, though nothing is worse', async () => {
			const { log } = await open();
			await handedOn(log, { ts: null });
			const owned = decisionOf(2);
			const account = { ...owned.account!, owner: { name: 'Ben', email: 'ben@acme.example' } };
			await log.recordDecisions([{ ...owned, account }], after(HOUR));
			const theirs = await deliver(log, after(HOUR), { ts: null });
			expect(theirs).toMatchObject({ kind: 'alert', content: { account } });
			expect(theirs.standing).not.toHaveProperty('handedOnAt');
			// To them nothing has got worse.
			expect(theirs).not.toHaveProperty('news');
		});

		it('does not come anew while it is snoozed, nor since nobody owns the account any more', async () => {
			const { log } = await open();
			const { next } = await handedOn(log, { ts: null });
			const { account } = decisionOf(2);
			await log.recordDecisions(
				[{ ...decisionOf(2), account: { ...account!, owner: undefined } }],
				after(HOUR),
			);
			expect(await deliver(log, after(HOUR), { ts: null })).toMatchObject({
				kind: 'update',
				standing: { handedOnTo: 'Kim Lee' },
			});
			await answered(log, next, 'snooze', after(HOUR));
			const owner = { name: 'Ben', email: 'ben@acme.example' };
			const later = { ...decisionOf(3), account: { ...account!, owner } };
			await log.recordDecisions([later], after(2 * HOUR));
			await isIdle(log, after(2 * HOUR));
		});

		it('stays with the fallback owner, with all that follows, where nobody owns the account', async () => {
			const { log, database } = await open();
			const decision = decisionOf(1, { accountId: null });
			const { token } = await standingAlert(log, {
				decision,
				ts: null,
				followUps: followUpsFrom(NOW),
			});
			expect(await answered(log, token, 'wrongOwner', LATER)).toBe('applied');
			const stands = await standing(log, token, LATER);
			expect(stands).toMatchObject({ state: 'open', verdict: 'wrongOwner' });
			expect(stands).not.toHaveProperty('handedOnAt');
			expect(await database.query('select kind from @follow_ups order by at')).toEqual([
				{ kind: 'reminder' },
				{ kind: 'escalation' },
			]);
		});

		it('is answered, as reports tell, once whoever is next has answered it', async () => {
			const { log } = await open();
			const { next } = await handedOn(log);
			const week = { since: after(-DAY), until: after(DAY) };
			const answeredAt = async () => {
				for await (const [alert] of log.loggedAlerts(week)) return alert?.answeredAt;
				return undefined;
			};
			expect(await answeredAt()).toBeUndefined();
			await answered(log, next, 'useful', after(HOUR));
			expect(await answeredAt()).toEqual(after(HOUR));
		});

		it('and has ended stays so: the verdict is kept', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log, { ts: null });
			await answered(log, token, 'close', LATER);
			expect(await answered(log, token, 'wrongOwner', LATER)).toBe('applied');
			const stands = await standing(log, token, LATER);
			expect(stands).toMatchObject({ state: 'closed', verdict: 'wrongOwner' });
			expect(stands).not.toHaveProperty('handedOnAt');
			await isIdle(log, after(DAY));
		});

		it('is handed on although its texts have left the log', async () => {
			const { log, database } = await open();
			const { token } = await standingAlert(log, { ts: null });
			await database.query('update @alerts set content = null');
			await answered(log, token, 'wrongOwner', LATER);
			expect(await deliver(log, LATER)).toMatchObject({
				kind: 'alert',
				content: { account: { name: 'Globex' } },
			});
		});
	});
});
