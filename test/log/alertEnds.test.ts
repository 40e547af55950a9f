import { describe, expect, it } from 'vitest';

import { DEFAULT_GATE } from '../../nodes/core/gate';
import { joinsOpenAlert } from '../../nodes/core/gate/openAlert';
import type { TicketStatus } from '../../nodes/core/helpdesk/lookedTicket';
import type { LeasedDelivery, TicketLog } from '../../nodes/log/ticketLog';
import { ADDRESS, answered, deliver, RESPONSES, standing, standingAlert } from './lifeRig.ts';
import {
	after,
	DAY,
	decisionOf,
	deliveryDue,
	HOUR,
	LEASE_MS,
	looking,
	lookOf,
	messageOf,
	MINUTE,
	noticeOf,
	NOW,
	onBothDatabases,
} from './rig.ts';

/** Has the helpdesk say how a ticket stands. */
async function saySo(
	log: TicketLog,
	id: number,
	status: TicketStatus,
	updatedAt: Date | undefined,
	now: Date,
): Promise<void> {
	await log.notice([noticeOf(id)], now);
	const { token } = await log.leaseNotices(looking(), now);
	const result = lookOf(id, { status, updatedAt: updatedAt?.toISOString(), messages: [] });
	await log.recordLooks(token, [result], now);
}

const SOLVED = 'The helpdesk solved the ticket and the customer was not unhappy since';

onBothDatabases((open) => {
	describe('an alert whose ticket the helpdesk solved', () => {
		it('ends, and its message in Slack says so', async () => {
			const { log, database } = await open();
			const { token } = await standingAlert(log);
			await saySo(log, 1, 'open', after(HOUR), after(HOUR));
			expect(await log.closeSolved(after(HOUR))).toBe(0);
			await saySo(log, 1, 'solved', after(2 * HOUR), after(2 * HOUR));
			expect(await log.closeSolved(after(2 * HOUR))).toBe(1);
			expect(await log.closeSolved(after(2 * HOUR))).toBe(0);
			expect(await standing(log, token, after(2 * HOUR))).toEqual({
				state: 'closed',
				openedAt: NOW.toISOString(),
				closedAt: after(2 * HOUR).toISOString(),
				closedBecause: SOLVED,
			});
			const edit = await deliver(log, after(2 * HOUR));
			expect(edit).toMatchObject({ kind: 'closed', standing: { closedBecause: SOLVED } });
			expect(Object.keys(edit.links ?? {})).toEqual([
				...['useful', 'noise', 'wrongAccount', 'wrongOwner'],
			]);
			const events = await database.query(`select detail from @alert_events where kind = 'closed'`);
			expect(events).toEqual([{ detail: SOLVED }]);
		});

		it('ends once, also when two processes look at the same instant', async () => {
			const { log, another } = await open();
			const other = await another();
			await standingAlert(log);
			await saySo(log, 1, 'closed', after(HOUR), after(HOUR));
			const closed = await Promise.all(
				[log, other, log, other].map(async (one) => await one.closeSolved(after(HOUR))),
			);
			expect(closed.reduce((sum, one) => sum + one, 0)).toBe(1);
		});

		it('stays open while any of its tickets is not solved, or not known', async () => {
			const { log } = await open();
			await standingAlert(log);
			await log.recordDecisions([decisionOf(2)], NOW);
			await deliver(log, after(MINUTE));
			await saySo(log, 1, 'solved', after(HOUR), after(HOUR));
			expect(await log.closeSolved(after(HOUR))).toBe(0);
			await saySo(log, 2, 'open', after(HOUR), after(HOUR));
			expect(await log.closeSolved(after(HOUR))).toBe(0);
			await saySo(log, 2, 'closed', after(2 * HOUR), after(2 * HOUR));
			expect(await log.closeSolved(after(2 * HOUR))).toBe(1);
		});

		it.each(['spam', 'deleted', 'merged'] as const)('does not end by "%s"', async (status) => {
			const { log } = await open();
			await standingAlert(log);
			await saySo(log, 1, status, after(HOUR), after(HOUR));
			expect(await log.closeSolved(after(HOUR))).toBe(0);
		});

		it('stays open where nobody knows when it was solved', async () => {
			const { log } = await open();
			await standingAlert(log);
			await saySo(log, 1, 'solved', undefined, after(HOUR));
			expect(await log.closeSolved(after(HOUR))).toBe(0);
		});

		it.each([
			['frustrated', 65, 0],
			['calm', 64, 1],
		])('and whose customer was %s since ends %s', async (_how, score, ends) => {
			const { log } = await open();
			await standingAlert(log);
			await saySo(log, 1, 'solved', after(HOUR), after(HOUR));
			const ticket = { messageId: 'second', createdAt: after(2 * HOUR).toISOString() };
			await log.recordDecisions(
				[decisionOf(1, { route: 'digest', score, ticket })],
				after(2 * HOUR),
			);
			expect(await log.closeSolved(after(2 * HOUR))).toBe(ends);
		});

		it.each([
			['a bad rating', 'csat', 2 * HOUR, 0],
			['a reply', 'reply', 2 * HOUR, 1],
			['a bad rating and then a reply', 'csat', HOUR / 2, 1],
		] as const)('and that took in %s last ends as that says', async (_what, event, wrote, ends) => {
			const { log } = await open();
			await standingAlert(log, {
				decision: decisionOf(1, { ticket: { createdAt: after(HOUR).toISOString() } }),
			});
			const ticket = { messageId: 'second', event, createdAt: after(wrote).toISOString() };
			await log.recordDecisions([decisionOf(1, { ticket })], after(2 * HOUR));
			// The helpdesk counts a rating as an update of the ticket.
			await saySo(log, 1, 'solved', after(2 * HOUR + 1), after(3 * HOUR));
			expect(await log.closeSolved(after(3 * HOUR))).toBe(ends);
		});

		it('waits for what its customer has just written and nobody has scored', async () => {
			const { log } = await open();
			await standingAlert(log);
			await saySo(log, 1, 'solved', after(HOUR), after(HOUR));
			await log.takeIn(messageOf(1, { messageId: 'second' }), after(HOUR));
			expect(await log.closeSolved(after(HOUR))).toBe(0);
		});

		it('and that nobody has got yet stays, so that it is still sent', async () => {
			const { log } = await open();
			await log.recordDecisions([decisionOf(1)], NOW);
			await saySo(log, 1, 'solved', after(HOUR), after(HOUR));
			expect(await log.closeSolved(after(HOUR))).toBe(0);
		});
	});

	describe('an alert that went quiet', () => {
		it('ends after seven days without another message, and its message says so', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log);
			await answered(log, token, 'acknowledge', NOW);
			await deliver(log, after(MINUTE));
			expect(await log.closeQuiet(after(7 * DAY))).toBe(0);
			expect(await log.closeQuiet(after(7 * DAY + 1))).toBe(1);
			const edit = await deliver(log, after(8 * DAY));
			expect(edit).toMatchObject({
				kind: 'closed',
				standing: { closedBecause: 'Nothing more came within 7 days' },
			});
		});
	});

	describe('the open alerts of accounts', () => {
		it('are told with the score a further message is compared with: that of when they were last sent', async () => {
			const { log } = await open();
			await standingAlert(log, { decision: decisionOf(1, { score: 65 }) });
			const [second] = await log.recordDecisions([decisionOf(2, { score: 72 })], after(MINUTE));
			expect(second?.kind).toBe('update');
			const standing = (await log.openAlerts(['globex'])).get('globex');
			expect(standing?.score).toBe(65);
			const told = standing && joinsOpenAlert(standing, 76, DEFAULT_GATE, after(HOUR));
			expect(told).toMatch(/so this joins it and sends it again\. Worse: score 76, before 65$/);
			const [third] = await log.recordDecisions([decisionOf(3, { score: 76 })], after(HOUR));
			expect(third?.kind).toBe('alert');
			expect((await log.openAlerts(['globex'])).get('globex')?.score).toBe(76);
		});

		it('are told with their score and how they stand, without those of tests', async () => {
			const { log } = await open();
			const { token } = await standingAlert(log);
			await log.recordDecisions([decisionOf(2, { score: 74 })], after(MINUTE));
			await log.recordDecisions(
				[
					decisionOf(3, { accountId: 'b', ticket: { isTest: true } }),
					decisionOf(4, { accountId: 'c' }),
				],
				after(MINUTE),
			);
			await answered(log, token, 'snooze', after(HOUR), { days: 2 });
			expect(await log.openAlerts(['globex', 'b', 'c', 'd', 'c'])).toEqual(
				new Map([
					[
						'globex',
						{
							state: 'snoozed',
							openedAt: NOW.toISOString(),
							score: 70,
							snoozedUntil: after(2 * DAY, after(HOUR)).toISOString(),
						},
					],
					['c', { state: 'open', openedAt: after(MINUTE).toISOString(), score: 70 }],
				]),
			);
			await answered(log, token, 'close', after(HOUR));
			expect([...(await log.openAlerts(['globex'])).keys()]).toEqual([]);
			expect(await log.openAlerts([])).toEqual(new Map());
		});
	});

	describe('the accounts that wrote about a topic', () => {
		it('are told once each, with the newest time, as far as they were frustrated and no test', async () => {
			const { log } = await open();
			const at = (minutes: number) => after(minutes * MINUTE).toISOString();
			const record = async (
				id: number,
				accountId: string,
				over: Parameters<typeof decisionOf>[1] & { minute: number },
			) => {
				const { minute, ticket, ...rest } = over;
				const decision = { ...rest, accountId, ticket: { ...ticket, receivedAt: at(minute) } };
				await log.recordDecisions([decisionOf(id, decision)], NOW);
			};
			await record(1, 'a', { minute: 1 });
			await record(2, 'a', { minute: 5, route: 'digest' });
			await record(3, 'b', { minute: 3 });
			await record(4, 'c', { minute: 4, score: 64, route: 'digest' });
			await record(5, 'd', { minute: 4, ticket: { isTest: true } });
			await record(6, 'e', { minute: 4, ticket: { backfill: true } });
			await record(7, 'f', { minute: -10 });
			const { sentiment } = decisionOf(8);
			await record(8, 'g', { minute: 4, sentiment: sentiment && { ...sentiment, topic: 'Login' } });
			expect(await log.topicAccounts(['Export', 'Billing'], NOW, 65)).toEqual([
				{ topic: 'Export', accountId: 'a', at: after(5 * MINUTE) },
				{ topic: 'Export', accountId: 'b', at: after(3 * MINUTE) },
			]);
			expect(await log.topicAccounts([], NOW, 65)).toEqual([]);
		});

		it('are found however the topic is written', async () => {
			const { log } = await open();
			const { sentiment } = decisionOf(1);
			const about = (topic: string) => sentiment && { ...sentiment, topic };
			await log.recordDecisions(
				[
					decisionOf(1, { accountId: 'a', sentiment: about('Sync') }),
					decisionOf(2, { accountId: 'b', sentiment: about('SYNC') }),
				],
				NOW,
			);
			const told = await log.topicAccounts(['sync', 'Sync'], NOW, 65);
			expect(told.map(({ accountId }) => accountId).sort()).toEqual(['a', 'b']);
		});
	});

	it('says that it ended also where an update went out before anybody knew of its message', async () => {
		const { log } = await open();
		await log.saveResponseAddress(RESPONSES, ADDRESS, NOW);
		await log.recordDecisions([decisionOf(1)], NOW);
		const { delivery: alert } = await deliveryDue(log, NOW);
		await log.recordDecisions([decisionOf(2)], after(MINUTE));
		let later = after(8 * DAY);
		expect(await log.closeQuiet(later)).toBe(1);
		let update: LeasedDelivery | undefined;
		// Runs that vanish are followed by others, until the alert is given up.
		for (let minutes = 0; update?.kind !== 'update' && minutes < 60; minutes += 1) {
			later = after(MINUTE, later);
			update = (await log.leaseDelivery(LEASE_MS, later)).delivery ?? update;
		}
		if (update === undefined) throw new Error('Nothing was due');
		expect(update).toMatchObject({ kind: 'update' });
		expect(update.message).toBeUndefined();
		const inSlack = (ts: string) => ({
			isDelivered: true,
			channel: 'slack',
			message: { channel: 'D1', ts },
		});
		await log.recordDelivery(alert.id, alert.attempt, inSlack('17.1'), later);
		await log.recordDelivery(update.id, update.attempt, inSlack('17.2'), later);
		const { delivery: edit } = await deliveryDue(log, after(MINUTE, later));
		expect(edit).toMatchObject({
			kind: 'closed',
			message: { channel: 'D1', ts: '17.1' },
			standing: { state: 'closed' },
		});
	});
});
