import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import {
	ADDRESS,
	answered,
	deliver,
	RESPONSES,
	standing,
	standingAlert,
	tokenOf,
} from './lifeRig.ts';
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

onBothDatabases((open) => {
	describe('the links of an alert', () => {
		it('are there once somebody takes answers, lead to the newest address, and end with it', async () => {
			const { log } = await open();
			const linksOf = async (id: number, now: Date) => {
				await log.recordDecisions([decisionOf(id, { accountId: `a${id}` })], now);
				return (await deliveryDue(log, now)).delivery.links;
			};
			expect(await linksOf(1, NOW)).toBeUndefined();
			await log.saveResponseAddress(RESPONSES, ADDRESS, NOW);
			expect((await linksOf(2, NOW))?.acknowledge).toMatch(
				/^https:\/\/n8n\.acme\.example\/webhook\/answers\?token=[\w-]{32}&action=acknowledge$/,
			);
			await log.saveResponseAddress('w/other', 'https://other.example/answers', after(1));
			expect((await linksOf(3, NOW))?.close).toContain('https://other.example/answers?token=');
			await log.forgetResponseAddress('w/other');
			expect((await linksOf(4, NOW))?.close).toContain(ADDRESS);
			await log.forgetResponseAddress(RESPONSES);
			expect(await linksOf(5, NOW)).toBeUndefined();
		});

		it('offer to attach the sender only where the account is not known', async () => {
			const { log } = await open();
			await log.saveResponseAddress(RESPONSES, ADDRESS, NOW);
			await log.recordDecisions([decisionOf(1), decisionOf(2, { accountId: null })], NOW);
			const both = [await deliveryDue(log, NOW), await deliveryDue(log, NOW)];
			const actions = both.map(({ delivery }) => Object.keys(delivery.links ?? {}));
			const common = ['acknowledge', 'useful', 'noise', 'wrongAccount', 'wrongOwner'];
			expect(actions).toContainEqual([...common, 'snooze', 'close']);
			expect(actions).toContainEqual([...common, 'snooze', 'close', 'attach']);
		});

		it('hold a token of which the log keeps only the hash, for 30 days', async () => {
			const { log, database } = await open();
			const { token, alertId } = await standingAlert(log);
			const rows = await database.query('select hash, alert_id, person, expires_at from @tokens');
			const hash = createHash('sha256').update(token).digest('hex');
			const expires_at = after(30 * DAY).getTime();
			expect(rows).toEqual([{ hash, alert_id: alertId, person: 'Dana Reyes', expires_at }]);
		});

		it('of an earlier attempt stay valid, and each attempt is bound to whom it went to', async () => {
			const { log } = await open();
			await log.saveResponseAddress(RESPONSES, ADDRESS, NOW);
			await log.recordDecisions([decisionOf(1)], NOW);
			const first = await deliveryDue(log, NOW);
			const lost = { isDelivered: false, mayHaveArrived: true, recipient: 'U7' };
			await log.recordDelivery(first.delivery.id, 1, lost, NOW);
			const second = await deliver(log, LATER, { recipientName: 'Ben' });
			const persons = [];
			for (const delivery of [first.delivery, second]) {
				persons.push((await log.readAnswerTarget(tokenOf(delivery), LATER))?.person);
			}
			expect(persons).toEqual(['U7', 'Ben']);
			expect(await answered(log, tokenOf(first.delivery), 'acknowledge', LATER)).toBe('applied');
		});

		it('show what they open, and change nothing by that', async () => {
			const { log, database } = await open();
			const { token, alertId } = await standingAlert(log);
			const ticket = { receivedAt: LATER.toISOString() };
			await log.recordDecisions([decisionOf(2, { score: 74, ticket })], LATER);
			const before = await database.query('select * from @alerts');
			expect(await log.readAnswerTarget(token, LATER)).toMatchObject({
				alertId,
				person: 'Dana Reyes',
				isExpired: false,
				isTest: false,
				standing: { state: 'open', openedAt: NOW.toISOString() },
				account: { id: 'globex', name: 'Globex' },
				candidates: [],
				topic: 'Export',
				score: 74,
				severity: 'high',
				subject: 'Export 2 fails',
				requesterEmail: 'mia@globex.example',
			});
			expect(await database.query('select * from @alerts')).toEqual(before);
			expect(await log.readAnswerTarget('none of ours', LATER)).toBeUndefined();
		});
	});

	describe('an answer', () => {
		it('by a token that is none of ours or too old changes nothing', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log);
			expect(await log.answer({ token: 'x', action: 'close' }, NOW)).toEqual({ result: 'unknown' });
			const late = after(30 * DAY);
			const outcome = await log.answer({ token, action: 'close' }, late);
			expect(outcome).toMatchObject({ result: 'expired', target: { isExpired: true } });
			expect((await standing(log, token, late)).state).toBe('open');
		});

		it('is told that its link is too old for two months more, then the link is none of ours', async () => {
			const { log, database } = await open();
			const { token } = await standingAlert(log);
			const resultAfter = async (days: number) => {
				await database.query('update @tokens set expires_at = $1', [Date.now() - days * DAY]);
				await log.purge({ textsBefore: NOW });
				return await answered(log, token, 'useful', new Date());
			};
			expect(await resultAfter(59)).toBe('expired');
			expect(await resultAfter(61)).toBe('unknown');
		});

		it('is told by an edit that carries the alert, also when its texts have left the log', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log);
			await answered(log, token, 'acknowledge', LATER);
			await log.purge({ textsBefore: after(DAY) });
			const { delivery } = await deliveryDue(log, LATER);
			expect(delivery.kind).toBe('answer');
			expect(delivery.content).toMatchObject({
				ticket: { key: 'zendesk:acme:1' },
				gate: { route: 'alert' },
				account: { name: 'Globex' },
			});
			expect(delivery.content).toEqual(delivery.sent);
		});

		it('leaves the reply that the alert suggested where it stands', async () => {
			const { log } = await open();
			await log.saveResponseAddress(RESPONSES, ADDRESS, NOW);
			await log.recordDecisions([decisionOf(1)], NOW);
			const alert = await deliver(log, NOW, { replyDraft: 'We are sorry.' });
			await answered(log, tokenOf(alert), 'acknowledge', after(MINUTE));
			const edit = await deliver(log, after(MINUTE));
			expect(edit).toMatchObject({ kind: 'answer', sent: { replyDraft: 'We are sorry.' } });
			expect(edit.content).not.toHaveProperty('replyDraft');
			// What comes again is asked for anew.
			await log.recordDecisions([decisionOf(2, { score: 99 })], after(2 * MINUTE));
			const again = await deliver(log, after(2 * MINUTE));
			expect(again).toMatchObject({ kind: 'alert' });
			expect(JSON.stringify(again)).not.toContain('We are sorry');
		});

		it('is written into Slack, too, where what came after the alert went another way', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log);
			await log.recordDecisions([decisionOf(2)], LATER);
			await answered(log, token, 'acknowledge', LATER);
			const { delivery } = await deliveryDue(log, LATER);
			expect(delivery.kind).toBe('update');
			const sent = { isDelivered: true, channel: 'teams' };
			await log.recordDelivery(delivery.id, delivery.attempt, sent, LATER);
			const edit = (await deliveryDue(log, after(MINUTE, LATER))).delivery;
			expect(edit).toMatchObject({ kind: 'answer', standing: { state: 'acknowledged' } });
		});

		it('acknowledges once, also when two come at the same instant over two connections', async () => {
			const { log, another, database } = await open();
			const other = await another();
			const { token } = await standingAlert(log);
			const results = await Promise.all(
				[log, other, log, other].map(
					async (one, n) => await answered(one, token, 'acknowledge', after(n)),
				),
			);
			expect(results.sort()).toEqual(['already', 'already', 'already', 'applied']);
			expect(await standing(log, token, LATER)).toMatchObject({
				state: 'acknowledged',
				acknowledgedBy: 'Dana Reyes',
			});
			const events = await database.query(
				`select by_whom from @alert_events where kind = 'acknowledged'`,
			);
			expect(events).toEqual([{ by_whom: 'Dana Reyes' }]);
		});

		it('names who gave it, where that is known better than by the link', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log);
			await log.answer({ token, action: 'close', by: 'Ben Ode' }, LATER);
			expect(await standing(log, token, LATER)).toEqual({
				state: 'closed',
				openedAt: NOW.toISOString(),
				closedAt: LATER.toISOString(),
				closedBy: 'Ben Ode',
			});
		});

		it.each([
			['useful', 'acknowledged', undefined],
			['noise', 'closed', 'Noise: this was not worth an alert'],
			['wrongAccount', 'closed', 'The account was the wrong one'],
		] as const)('that says %s leaves the alert %s', async (verdict, state, closedBecause) => {
			const { log } = await open();
			const { token } = await standingAlert(log);
			expect(await answered(log, token, verdict, LATER)).toBe('applied');
			const stands = await standing(log, token, LATER);
			expect(stands).toMatchObject({ state, verdict, verdictBy: 'Dana Reyes' });
			expect(stands.closedBecause).toBe(closedBecause);
			expect(stands.acknowledgedAt).toBe(LATER.toISOString());
			expect(await answered(log, token, verdict, after(HOUR))).toBe('already');
		});

		it('that judges is replaced by a later one, with an event each, also after the end', async () => {
			const { log, database } = await open();
			const { token } = await standingAlert(log);
			for (const verdict of ['useful', 'noise', 'useful', 'wrongAccount'] as const) {
				expect(await answered(log, token, verdict, LATER)).toBe('applied');
			}
			expect(await standing(log, token, LATER)).toMatchObject({
				state: 'closed',
				verdict: 'wrongAccount',
				closedBecause: 'Noise: this was not worth an alert',
			});
			const events = await database.query(
				`select detail, by_whom from @alert_events where kind = 'verdict' order by seq`,
			);
			expect(events.map(({ detail }) => detail)).toEqual([
				...['useful', 'noise', 'useful', 'wrongAccount'],
			]);
		});

		it('to an alert that has ended is too late, but for a verdict', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log);
			await answered(log, token, 'close', LATER);
			for (const action of ['acknowledge', 'snooze', 'close', 'attach'] as const) {
				expect(await answered(log, token, action, LATER, { accountId: 'a' })).toBe('closed');
			}
			expect(await answered(log, token, 'useful', LATER)).toBe('applied');
			expect(await standing(log, token, LATER)).toMatchObject({
				state: 'closed',
				verdict: 'useful',
			});
		});

		it.each([
			[undefined, 7],
			[1, 1],
			[90, 90],
			[0, 1],
			[-3, 1],
			[1000, 90],
			[2.4, 2],
			[Number.NaN, 7],
		])('that snoozes for %s days does so for %i', async (days, lasts) => {
			const { log } = await open();
			const { token } = await standingAlert(log);
			expect(await answered(log, token, 'snooze', LATER, { days })).toBe('applied');
			expect(await standing(log, token, LATER)).toMatchObject({
				state: 'snoozed',
				snoozedUntil: after(lasts * DAY, LATER).toISOString(),
				snoozedBy: 'Dana Reyes',
			});
			expect(await answered(log, token, 'snooze', after(1000, LATER), { days })).toBe('already');
		});

		it('is shown by one edit of the message in Slack, however many there are before it is sent', async () => {
			const { log } = await open();
			const { token, alertId } = await standingAlert(log);
			for (const action of ['acknowledge', 'useful', 'snooze'] as const) {
				await answered(log, token, action, LATER);
			}
			const edit = await deliver(log, LATER);
			expect(edit).toMatchObject({
				kind: 'answer',
				alertId,
				message: { channel: 'D1', ts: '17.1' },
				sent: { ticket: { key: 'zendesk:acme:1' }, gate: { severity: 'high' } },
				standing: { state: 'snoozed', verdict: 'useful', acknowledgedBy: 'Dana Reyes' },
				content: {},
			});
			expect((await log.leaseDelivery(LEASE_MS, after(HOUR))).delivery).toBeUndefined();
			await answered(log, token, 'close', after(HOUR));
			expect((await deliver(log, after(HOUR))).standing).toMatchObject({ state: 'closed' });
		});

		it('sends nothing where nothing stands in Slack', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log, { ts: null });
			await answered(log, token, 'acknowledge', LATER);
			expect((await log.leaseDelivery(LEASE_MS, after(HOUR))).delivery).toBeUndefined();
		});
	});
});
