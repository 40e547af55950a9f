import { describe, expect, it } from 'vitest';

import { digestFigures } from '../../nodes/core/report/digest/digestFigures';
import { leadDigest, USUAL_CAPACITY } from '../../nodes/core/report/digest/digestReport';
import type { StandingAlert } from '../../nodes/core/report/digest/alertFigures';
import type { DigestRow } from '../../nodes/core/report/digest/digestRow';
import { DEFAULT_GATE } from '../../nodes/core/gate';
import type { TicketLog } from '../../nodes/log/ticketLog';
import {
	after,
	DAY,
	decisionOf,
	deliveryDue,
	HOUR,
	messageOf,
	MINUTE,
	NOW,
	onBothDatabases,
} from './rig';

const WEEK = { since: after(-7 * DAY), until: after(HOUR) };

async function allOf<T>(pages: AsyncIterable<T[]>): Promise<T[]> {
	const found: T[] = [];
	for await (const page of pages) found.push(...page);
	return found;
}
const received = (days: number) => ({ receivedAt: after(days * DAY).toISOString() });

async function decide(log: TicketLog, id: number, over: Parameters<typeof decisionOf>[1] = {}) {
	await log.takeIn(messageOf(id, over.ticket), NOW);
	await log.recordDecisions([decisionOf(id, over)], NOW);
}

onBothDatabases((open) => {
	describe('what a digest reads', () => {
		it('counts live messages by state and their tickets; what was looked at in Review is monitored', async () => {
			const { log, database } = await open();
			await decide(log, 1);
			await decide(log, 2, { route: 'digest', score: 10 });
			await decide(log, 3, {
				route: 'digest',
				ticket: { key: 'zendesk:acme:2', messageId: 'second' },
			});
			await decide(log, 4, { route: 'review' });
			await decide(log, 5, { route: 'review' });
			await decide(log, 6, { route: 'review', ticket: received(-8) });
			await decide(log, 7, { ticket: { isTest: true }, accountId: 'other' });
			await decide(log, 8, { ticket: { backfill: true } });
			await log.takeIn(messageOf(9, received(1)), NOW);
			await database.query(`update @messages set reviewed_at = 1 where ticket_id = '5'`);
			expect(await log.messageCounts(WEEK)).toEqual({
				states: { alerting: 1, monitored: 3, unattached: 1 },
				tickets: 4,
				reviewBefore: 1,
			});
			const nothing = { since: after(-30 * DAY), until: after(-29 * DAY) };
			expect(await log.messageCounts(nothing)).toEqual({
				states: {},
				tickets: 0,
				reviewBefore: 0,
			});
		});

		it('gives what is unsettled, each once over several pages, with how its delivery stands', async () => {
			const { log, database } = await open();
			await decide(log, 1);
			const { delivery } = await deliveryDue(log, NOW);
			await log.recordDelivery(delivery.id, 1, { isDelivered: false, error: 'down' }, NOW);
			await decide(log, 2, { route: 'digest' });
			const found = await allOf<DigestRow>(log.unsettledMessages(WEEK));
			expect(found).toEqual([
				expect.objectContaining({
					...{ ticketKey: 'zendesk:acme:1', state: 'alerting', accountName: 'Globex', score: 70 },
					delivery: { state: 'due', error: 'down' },
				}),
			]);
			for (let start = 0; start < 1200; start += 200) {
				const rows = Array.from({ length: 200 }, (_, index) => {
					const number = start + index;
					const at = NOW.getTime() - (number % 5 === 0 ? number : 0);
					return `('r${number}', 'k${number}', 'first', 'new', 's', 'w', 'skipped', ${at}, ${at})`;
				});
				await database.query(
					`insert into @messages (id, ticket_key, message_id, event, source, workflow_id, state, tried_since, received_at)
					values ${rows.join(', ')}`,
				);
			}
			const pages: number[] = [];
			const keys = new Set<string>();
			for await (const page of log.unsettledMessages(WEEK)) {
				pages.push(page.length);
				for (const { ticketKey } of page) keys.add(ticketKey);
			}
			expect(pages).toEqual([500, 500, 201]);
			expect(keys.size).toBe(1201);
		});

		it('gives alerts that have not ended, whenever they were opened', async () => {
			const { log, database } = await open();
			await decide(log, 1, { accountId: 'old' });
			await decide(log, 2, { accountId: 'closed' });
			await decide(log, 3, { accountId: 'snoozed' });
			await decide(log, 4, { accountId: 'test', ticket: { isTest: true } });
			const set = async (account: string, sets: string) =>
				await database.query(`update @alerts set ${sets} where account_id = $1`, [account]);
			await set('old', `opened_at = ${after(-90 * DAY).getTime()}`);
			await set('closed', `state = 'closed'`);
			await set('snoozed', `state = 'snoozed'`);
			const found = await allOf<StandingAlert>(log.standingAlerts(WEEK.until));
			expect(found).toEqual([
				expect.objectContaining({ accountId: 'old', state: 'open', sentAt: NOW }),
				expect.objectContaining({ accountId: 'snoozed', state: 'snoozed' }),
			]);
			expect(await allOf(log.standingAlerts(after(-99 * DAY)))).toEqual([]);
		});

		it('comes to a digest of a week', async () => {
			const { log } = await open();
			await log.saveGateConfig('abc', DEFAULT_GATE, NOW);
			await decide(log, 1);
			const { delivery } = await deliveryDue(log, after(MINUTE));
			await log.recordDelivery(delivery.id, 1, { isDelivered: true }, after(MINUTE));
			await decide(log, 2, { score: 62, route: 'digest', accountId: 'initech' });
			await decide(log, 3, { route: 'review', accountId: null, score: 88 });
			const settings = { timeZone: 'Europe/Berlin', forEachOwner: true };
			const figures = await digestFigures(log, WEEK, settings);
			expect(figures).toMatchObject({
				states: { alerted: 1, monitored: 1, unattached: 1 },
				tickets: 3,
				inReview: 1,
				isGateKnown: true,
				alerts: {
					opened: 1,
					delivered: 1,
					timeToAlert: { p50: 3 * MINUTE },
					standing: { open: 1 },
				},
				near: [{ alertsAt: 65, subject: 'Export 2 fails' }],
			});
			const report = leadDigest(figures, WEEK, USUAL_CAPACITY);
			expect(report.title).toContain('1 alert in 3 tickets');
			expect(report.sections.map(({ title }) => title)).toEqual([
				'Alerts that have not ended',
				'To review',
				'Near misses',
				'Alerts by owner',
				'Topics',
				'From ticket to alert',
			]);
		});
	});
});
