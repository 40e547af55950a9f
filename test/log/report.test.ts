import { describe, expect, it } from 'vitest';

import type { LoggedAlert, LoggedScore } from '../../nodes/core/report/rows';
import type { Decision, TicketLog } from '../../nodes/log/ticketLog';
import { after, DAY, decisionOf, HOUR, messageOf, MINUTE, NOW, onBothDatabases } from './rig';

const WEEK = { since: after(-7 * DAY), until: after(7 * DAY) };

async function scoresOf(log: TicketLog, period = WEEK): Promise<LoggedScore[]> {
	const found: LoggedScore[] = [];
	for await (const page of log.loggedScores(period)) found.push(...page);
	return found;
}

async function alertsOf(log: TicketLog, period = WEEK): Promise<LoggedAlert[]> {
	const found: LoggedAlert[] = [];
	for await (const page of log.loggedAlerts(period)) found.push(...page);
	return found;
}

const scoredBy = (version: string, decision: Decision): Decision => ({
	...decision,
	...(decision.sentiment && { sentiment: { ...decision.sentiment, version } }),
});

onBothDatabases((open) => {
	describe('logged scores', () => {
		it('come with the facts as they were, oldest first', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1, { receivedAt: after(HOUR).toISOString() }), NOW);
			await log.takeIn(messageOf(2), NOW);
			await log.takeIn(messageOf(3), NOW);
			await log.recordDecisions([decisionOf(1)], after(2 * HOUR));
			await log.recordDecisions([decisionOf(2, { score: 20, route: 'digest' })], after(2 * HOUR));
			const found = await scoresOf(log);
			expect(found).toEqual([
				expect.objectContaining({
					ticketKey: 'zendesk:acme:2',
					receivedAt: NOW,
					score: 20,
					route: 'digest',
				}),
				{
					id: expect.any(String) as string,
					ticketKey: 'zendesk:acme:1',
					event: 'new',
					receivedAt: after(HOUR),
					score: 70,
					label: 'Frustrated',
					topic: 'Export',
					flags: [],
					version: '1',
					account: {
						status: 'matched',
						id: 'globex',
						name: 'Globex',
						mrr: 2400,
						currency: 'USD',
						healthScore: 41,
						owner: { name: 'Ana', email: 'ana@acme.example', slackId: 'U0GLOBEX' },
					},
					requesterEmail: 'mia@globex.example',
					route: 'alert',
					rules: ['mrr'],
					config: 'abc',
					isBackfill: false,
				},
			]);
		});

		it('tell how long the customer had waited when the gate decided, where it knew and it was no message of months back', async () => {
			const { log } = await open();
			await log.recordDecisions(
				[2, undefined, 90].map((daysWithoutReply, id): Decision => {
					const monthsBack = { backfill: true, createdAt: NOW.toISOString() };
					const ticket = daysWithoutReply === 90 ? monthsBack : {};
					const decision = decisionOf(id, { accountId: `a${id}`, ticket });
					const history = daysWithoutReply === undefined ? {} : { daysWithoutReply };
					return { ...decision, ...(decision.gate && { gate: { ...decision.gate, history } }) };
				}),
				NOW,
			);
			const found = (await scoresOf(log)).map(({ ticketKey, waitedDays }) => [
				ticketKey,
				waitedDays,
			]);
			expect(found.sort()).toEqual([
				['zendesk:acme:0', 2],
				['zendesk:acme:1', undefined],
				['zendesk:acme:2', undefined],
			]);
		});

		it('leave out tests, what came before or after, and what is not decided', async () => {
			const { log } = await open();
			await log.takeIn(messageOf(1, { receivedAt: after(-8 * DAY).toISOString() }), NOW);
			await log.takeIn(messageOf(2, { receivedAt: WEEK.until.toISOString() }), NOW);
			await log.takeIn(messageOf(3, { isTest: true }), NOW);
			await log.takeIn(messageOf(4), NOW);
			await log.takeIn(messageOf(5, { backfill: true, createdAt: WEEK.since.toISOString() }), NOW);
			await log.recordDecisions(
				[decisionOf(1), decisionOf(2), decisionOf(3, { ticket: { isTest: true } }), decisionOf(5)],
				after(HOUR),
			);
			expect(
				(await scoresOf(log)).map(({ ticketKey, isBackfill }) => [ticketKey, isBackfill]),
			).toEqual([['zendesk:acme:5', true]]);
		});

		it('begin with the first decided message, or the first that was written of months back', async () => {
			const { log } = await open();
			expect(await log.firstDecidedAt()).toBeUndefined();
			expect(await log.firstLiveAt()).toBeUndefined();
			const early = after(-90 * DAY).toISOString();
			await log.takeIn(messageOf(1, { isTest: true, receivedAt: early }), NOW);
			await log.takeIn(messageOf(2, { receivedAt: early }), NOW);
			await log.takeIn(messageOf(3, { receivedAt: after(-2 * DAY).toISOString() }), NOW);
			await log.takeIn(messageOf(4, { receivedAt: after(-DAY).toISOString() }), NOW);
			await log.recordDecisions(
				[decisionOf(1, { ticket: { isTest: true } }), decisionOf(3), decisionOf(4)],
				NOW,
			);
			expect(await log.firstDecidedAt()).toEqual(after(-2 * DAY));
			await log.takeIn(messageOf(5, { backfill: true, createdAt: early, receivedAt: early }), NOW);
			await log.recordDecisions([decisionOf(5)], NOW);
			expect(await log.firstDecidedAt()).toEqual(new Date(early));
			expect(await log.firstLiveAt()).toEqual(after(-2 * DAY));
		});

		it('come each once over several pages, also where hundreds came at the same instant', async () => {
			const { log, database } = await open();
			for (let start = 0; start < 1200; start += 200) {
				const rows = Array.from({ length: 200 }, (_, index) => {
					const number = start + index;
					const at = NOW.getTime() + (number % 5 === 0 ? number : 0);
					return `('r${number}', 'k${number}', 'first', 'new', 's', 'w', 'monitored', ${at}, ${at}, 'digest', ${number % 101})`;
				});
				await database.query(
					`insert into @messages (id, ticket_key, message_id, event, source, workflow_id, state, tried_since, received_at, route, score)
					values ${rows.join(', ')}`,
				);
			}
			const pages: number[] = [];
			const seen = new Set<string>();
			let last = 0;
			for await (const page of log.loggedScores(WEEK)) {
				pages.push(page.length);
				for (const { id, receivedAt } of page) {
					seen.add(id);
					expect(receivedAt.getTime()).toBeGreaterThanOrEqual(last);
					last = receivedAt.getTime();
				}
			}
			expect(Math.max(...pages)).toBe(500);
			expect(pages.length).toBeLessThan(6);
			expect(pages.reduce((sum, length) => sum + length)).toBe(1200);
			expect(seen.size).toBe(1200);
		});

		it('of months back come where they were written, between those that came in then', async () => {
			const { log, database } = await open();
			const rows = Array.from({ length: 1300 }, (_, number) => {
				const isBackfill = number % 3 === 0 ? 1 : 0;
				const at = NOW.getTime() + number * 1000;
				const received = isBackfill ? NOW.getTime() + 5 * DAY : at;
				return `('r${number}', 'k${number}', 'first', 'new', 's', 'w', 'monitored', ${at}, ${received}, ${at}, 'digest', ${isBackfill})`;
			});
			await database.query(
				`insert into @messages (id, ticket_key, message_id, event, source, workflow_id, state, tried_since, received_at, created_at, route, backfill)
				values ${rows.join(', ')}`,
			);
			const found = await scoresOf(log);
			expect(found.map(({ ticketKey }) => ticketKey)).toEqual(
				rows.map((_, number) => `k${number}`),
			);
			expect(found[0]).toMatchObject({ receivedAt: NOW, isBackfill: true });
		});

		it('bring what the log has of the texts of other versions, where that is asked for', async () => {
			const { log } = await open();
			for (const id of [1, 2, 3]) await log.takeIn(messageOf(id), NOW);
			await log.recordDecisions(
				[
					decisionOf(1, { route: 'digest' }),
					scoredBy('old', decisionOf(2, { route: 'digest' })),
					scoredBy('old', decisionOf(3, { route: 'review', accountId: null })),
				],
				NOW,
			);
			expect((await scoresOf(log)).every((message) => !('kept' in message))).toBe(true);
			const found: LoggedScore[] = [];
			for await (const page of log.loggedScores(WEEK, '1')) found.push(...page);
			const keptOf = (id: number) =>
				found.find(({ ticketKey }) => ticketKey === `zendesk:acme:${id}`)?.kept;
			expect(keptOf(1)).toBeUndefined();
			const { subject, body } = messageOf(3).ticket;
			expect(keptOf(2)).toEqual({
				subject: messageOf(2).ticket.subject,
				summary: 'The export fails.',
			});
			expect(keptOf(3)).toEqual({ whole: expect.objectContaining({ subject, body }) as object });
		});

		it('are most of one version of late, as far as any is known', async () => {
			const { log, database } = await open();
			expect(await log.newestScoreVersion()).toBeUndefined();
			const versions = [...Array.from({ length: 250 }, () => 'old'), 'new', 'machine', 'new'];
			const rows = versions.map((version, index) => {
				const at = NOW.getTime() + index * (version === 'old' ? 1 : 1000);
				return `('r${index}', 'k${index}', 'first', 'new', 's', 'w', 'monitored', ${at}, ${at}, 'digest', '${version}')`;
			});
			await database.query(
				`insert into @messages (id, ticket_key, message_id, event, source, workflow_id, state, tried_since, received_at, route, sentiment_version)
				values ${rows.join(', ')}`,
			);
			expect(await log.newestScoreVersion()).toBe('old');
			await database.query(`delete from @messages where sentiment_version = 'old'`);
			expect(await log.newestScoreVersion()).toBe('new');
		});

		it('live through facts that cannot be read', async () => {
			const { log, database } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.recordDecisions([decisionOf(1)], NOW);
			await database.query(
				`update @messages set account = '{"status":', flags = '7', rules = '[null, {"id": 3}]'`,
			);
			expect(await scoresOf(log)).toEqual([
				expect.objectContaining({ account: undefined, flags: [], rules: [] }),
			]);
		});

		it('of an empty log are none', async () => {
			const { log } = await open();
			expect(await scoresOf(log)).toEqual([]);
			expect(await alertsOf(log)).toEqual([]);
			expect(await log.newestGateConfig()).toBeUndefined();
			expect(await log.gateConfig('abc')).toBeUndefined();
			expect(await log.loggedTexts([])).toEqual([]);
		});
	});

	describe('logged alerts', () => {
		it('come with the message that opened them, and with what people did', async () => {
			const { log, database } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.takeIn(messageOf(2), NOW);
			await log.recordDecisions([decisionOf(1)], NOW);
			await log.recordDecisions([decisionOf(2, { score: 95 })], after(MINUTE));
			const [alert] = await database.query<{ id: string }>('select id from @alerts');
			const id = alert?.id ?? '';
			await database.query(
				`update @alerts set delivered_at = $1, acknowledged_at = $2, verdict = 'useful', closed_at = $3`,
				[after(MINUTE).getTime(), after(HOUR).getTime(), after(DAY).getTime()],
			);
			for (const [kind, at, by, detail] of [
				['closed', after(2 * MINUTE), null, null],
				['verdict', after(10 * MINUTE), 'ana', 'wrongOwner'],
				['verdict', after(30 * MINUTE), 'kim', 'useful'],
				['acknowledged', after(HOUR), 'kim', null],
			] as const) {
				await database.query(
					'insert into @alert_events (alert_id, at, kind, by_whom, detail) values ($1, $2, $3, $4, $5)',
					[id, at.getTime(), kind, by, detail],
				);
			}
			await log.queueDelivery('reminder', 'once', {}, after(HOUR));
			await database.query(
				`update @deliveries set alert_id = $1, state = 'delivered' where kind = 'reminder'`,
				[id],
			);
			expect(await alertsOf(log)).toEqual([
				{
					id,
					accountId: 'globex',
					accountName: 'Globex',
					owner: { name: 'Ana', email: 'ana@acme.example', slackId: 'U0GLOBEX' },
					mrr: 2400,
					currency: 'USD',
					// The customer wrote it two minutes before it came in.
					ticketAt: after(-2 * MINUTE),
					openedAt: NOW,
					deliveredAt: after(MINUTE),
					// Closing by itself is no answer.
					answeredAt: after(30 * MINUTE),
					acknowledgedAt: after(HOUR),
					isReminded: true,
					escalatedAt: undefined,
					closedAt: after(DAY),
					verdict: 'useful',
					score: 70,
					rules: [{ id: 'mrr', name: 'Frustrated and paying' }],
					signals: [{ name: 'outage', quote: 'has failed since Monday' }],
					topic: expect.any(String) as string,
				},
			]);
		});

		it('come without their message when the log has deleted it, and without tests', async () => {
			const { log, database } = await open();
			await log.takeIn(messageOf(1), NOW);
			await log.takeIn(messageOf(2, { isTest: true }), NOW);
			await log.recordDecisions(
				[decisionOf(1), decisionOf(2, { accountId: 'other', ticket: { isTest: true } })],
				NOW,
			);
			await database.query('delete from @messages');
			const [alert, ...others] = await alertsOf(log);
			expect(others).toEqual([]);
			expect(alert).toMatchObject({
				accountId: 'globex',
				rules: [],
				signals: [],
				isReminded: false,
			});
			expect(alert?.owner).toBeUndefined();
		});
	});

	describe('what stands behind alerts', () => {
		it('is all that alerted in each: its score, what the model alone made of it, signals, rules and gate', async () => {
			const { log, database } = await open();
			for (const id of [1, 2, 3, 4]) {
				await log.takeIn(messageOf(id, { receivedAt: after(id).toISOString() }), NOW);
			}
			const withModel = (decision: Decision): Decision => ({
				...decision,
				...(decision.sentiment && { sentiment: { ...decision.sentiment, unlistedScore: 41 } }),
			});
			await log.recordDecisions(
				[
					withModel(decisionOf(1)),
					decisionOf(2, { score: 95 }),
					decisionOf(3, { accountId: 'other' }),
					decisionOf(4, { route: 'digest' }),
				],
				NOW,
			);
			const [one] = (await alertsOf(log)).filter(({ accountId }) => accountId === 'globex');
			const found = await log.alertMessages([one?.id ?? '', 'none']);
			const same = {
				alertId: one?.id,
				signals: [expect.objectContaining({ name: 'outage', riskLevel: 'high', weight: 75 })],
				flags: [],
				version: '1',
				isFirst: true,
				rules: ['mrr'],
				config: 'abc',
			};
			expect(found).toEqual([
				{ ...same, score: 70, unlistedScore: 41 },
				{ ...same, score: 95, unlistedScore: undefined },
			]);
			await database.query('update @messages set signals = null');
			expect((await log.alertMessages([one?.id ?? '']))[0]).toMatchObject({ signals: undefined });
			expect(await log.alertMessages([])).toEqual([]);
		});

		it('is read of hundreds of alerts', async () => {
			const { log, database } = await open();
			const rows = Array.from({ length: 450 }, (_, index) => {
				return `('r${index}', 'k${index}', 'first', 'new', 's', 'w', 'updated', 1, ${index}, 'alert', 70, 'a${index}')`;
			});
			await database.query(
				`insert into @messages (id, ticket_key, message_id, event, source, workflow_id, state, tried_since, received_at, route, score, alert_id)
				values ${rows.join(', ')}`,
			);
			const found = await log.alertMessages(rows.map((_, index) => `a${index}`));
			expect(new Set(found.map(({ alertId }) => alertId)).size).toBe(450);
		});
	});

	describe('texts and gates', () => {
		it('are those of the messages asked for, and the worst of an account', async () => {
			const { log } = await open();
			for (const [id, score] of [
				[1, 40],
				[2, 60],
				[3, 50],
			] as const) {
				await log.takeIn(messageOf(id, { receivedAt: after(id * MINUTE).toISOString() }), NOW);
				await log.recordDecisions([decisionOf(id, { score, route: 'digest' })], after(HOUR));
			}
			const worst = await log.worstTexts('globex', WEEK, 2);
			expect(worst.map(({ score }) => score)).toEqual([60, 50]);
			expect(worst[0]).toMatchObject({
				ticketKey: 'zendesk:acme:2',
				accountName: 'Globex',
				subject: 'Export 2 fails',
				summary: 'The export fails.',
				url: 'https://acme.zendesk.example/agent/tickets/2',
			});
			const ids = worst.map(({ id }) => id);
			expect((await log.loggedTexts([...ids, 'none'])).map(({ score }) => score)).toEqual([60, 50]);
			expect(await log.worstTexts('hooli', WEEK, 2)).toEqual([]);
		});

		it('are the newest that decided, with its rules', async () => {
			const { log } = await open();
			await log.saveGateConfig('abc', { rules: [{ minScore: 80 }] }, NOW);
			await log.takeIn(messageOf(1), NOW);
			await log.recordDecisions([decisionOf(1)], NOW);
			expect(await log.newestGateConfig()).toBe('abc');
			expect(await log.gateConfig('abc')).toEqual({ rules: [{ minScore: 80 }] });
		});

		it('are those that months back were decided by, the last of them, only while nothing else has come', async () => {
			const { log, database } = await open();
			const decide = async (id: number, config: string, at: Date, createdAt?: Date) => {
				const ticket = createdAt && { createdAt: createdAt.toISOString() };
				const backfill = createdAt !== undefined;
				await log.takeIn(messageOf(id, { ...ticket, backfill }), at);
				await log.recordDecisions([decisionOf(id, { ticket: { backfill } })], at);
				await database.query('update @messages set config = $2 where ticket_key = $1', [
					messageOf(id).ticket.key,
					config,
				]);
			};
			await decide(1, 'earlier', NOW, after(-2 * DAY));
			// Written before the other, decided after it.
			await decide(2, 'later', after(HOUR), after(-9 * DAY));
			expect(await log.newestGateConfig()).toBe('later');
			await decide(3, 'live', after(MINUTE));
			expect(await log.newestGateConfig()).toBe('live');
		});
	});
});
