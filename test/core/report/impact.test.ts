import { describe, expect, it } from 'vitest';

import { dashboardCounter } from '../../../nodes/core/report/dashboard/dashboard';
import { dashboardReport } from '../../../nodes/core/report/dashboard/dashboardReport';
import { judge } from '../../../nodes/core/report/calibration/judge';
import {
	dayReader,
	daysBackTo,
	daysOf,
	lastDays,
	MOST_REPORT_DAYS,
	weekOf,
} from '../../../nodes/core/report/days';
import { impactCounter, medianOf } from '../../../nodes/core/report/impact/impact';
import { impactReport, shownTime } from '../../../nodes/core/report/impact/impactReport';
import type { Outcome } from '../../../nodes/core/report/outcomes';
import type { LoggedAlert } from '../../../nodes/core/report/rows';
import { alerted, at, DAY, gate, globex, scored, START } from './fixtures';

const period = { since: START, until: new Date(START.getTime() + 14 * DAY) };
const HOUR = DAY / 24;

const impactOf = (alerts: LoggedAlert[], outcomes: Outcome[] = []) => {
	const counter = impactCounter(outcomes);
	counter.add(alerts);
	return counter.result();
};

describe('impact', () => {
	const acted = { acknowledgedAt: at(0, 12), answeredAt: at(0, 12) };
	const alerts = [
		alerted({ accountId: 'a', ...acted }),
		alerted({ accountId: 'a', openedAt: at(9), deliveredAt: at(9, 10), mrr: 3000 }),
		alerted({ accountId: 'b', verdict: 'useful', answeredAt: at(0, 11), currency: 'EUR' }),
		alerted({ accountId: 'c', verdict: 'noise', answeredAt: at(0, 14) }),
		alerted({ accountId: 'd', mrr: undefined, owner: { name: 'Ben' } }),
		alerted({ accountId: 'e', deliveredAt: undefined }),
	];
	const outcome = (accountId: string, kind: Outcome['kind'], day: number): Outcome => ({
		accountId,
		kind,
		at: at(day),
		end: at(day),
	});

	it.each([
		['useful', true],
		['noise', false],
		['wrongOwner', false],
		[undefined, true],
	] as const)('an alert taken up and called %s counts as acted on: %s', (verdict, isActedOn) => {
		const counter = impactCounter([]);
		counter.add([alerted({ acknowledgedAt: at(0, 12), answeredAt: at(0, 12), verdict })]);
		expect(counter.result()).toMatchObject({ answered: 1, actedOn: isActedOn ? 1 : 0 });
	});

	it('counts what was sent, answered and acted on; what never arrived counts for nothing', () => {
		expect(impactOf(alerts)).toMatchObject({
			opened: 6,
			sent: 5,
			answered: 3,
			actedOn: 2,
			useful: 1,
			medianAnswerMs: 2 * HOUR,
			accounts: { count: 4, mrr: { USD: 5400, EUR: 2400 }, unknownMrr: 1 },
			managers: [
				{ owner: 'Ana', sent: 4, answered: 3, actedOn: 2 },
				{ owner: 'Ben', sent: 1, answered: 0, actedOn: 0, medianAnswerMs: undefined },
			],
		});
	});

	it('counts accounts once, by their last outcome after an alert, with the MRR of the last one', () => {
		const impact = impactOf(alerts, [
			outcome('a', 'contracted', 2),
			outcome('a', 'renewed', 20),
			outcome('b', 'expanded', 3),
			outcome('c', 'churned', 3),
			outcome('d', 'renewed', -1),
			outcome('e', 'renewed', 5),
			outcome('never alerted', 'churned', 5),
		]);
		expect(impact).toMatchObject({
			saved: { count: 2, mrr: { USD: 3000, EUR: 2400 } },
			lost: { count: 1, mrr: { USD: 2400 } },
			withAction: { saved: 2, lost: 0 },
			withoutAction: { saved: 0, lost: 1 },
		});
	});

	it('tells a manager by the Slack ID where nothing else is known of them', () => {
		const { managers } = impactOf([alerted({ owner: { slackId: 'U0CLEO' } })]);
		expect(managers).toMatchObject([{ owner: 'U0CLEO', sent: 1 }]);
	});

	it('counts an outcome of the day of the alert, of which only the day is known', () => {
		const dayOnly = { ...outcome('a', 'churned', 0), at: at(0, 0), end: at(0, 24) };
		expect(impactOf([alerted({ accountId: 'a' })], [dayOnly]).lost.count).toBe(1);
		const before = { ...dayOnly, end: at(0, 8) };
		expect(impactOf([alerted({ accountId: 'a' })], [before]).lost.count).toBe(0);
	});

	it('is said with what cannot be concluded', () => {
		const with2 = impactReport(impactOf(alerts, [outcome('a', 'renewed', 20)]), period, true);
		expect(with2.lead).toBe(
			'Of 5 alerts that went out, 2 led somebody to act. Half of the answers came within 2 hours. After an alert 1 account renewed or expanded ($3,000 MRR), and 0 accounts churned or contracted (MRR unknown).',
		);
		expect(with2.notes[0]).toContain('does not show that it renewed because of it');
		const without = impactReport(impactOf(alerts), period, false);
		expect(without.lead).not.toContain('renewed');
		expect(without.notes.join(' ')).toContain('hand in their outcomes on the second input');
	});

	it('knows medians and says times', () => {
		expect([medianOf([]), medianOf([5]), medianOf([9, 1, 5]), medianOf([4, 1, 3, 2])]).toEqual([
			undefined,
			5,
			5,
			2.5,
		]);
		expect([shownTime(20_000), shownTime(90 * 60_000), shownTime(72 * HOUR)]).toEqual([
			'1 minute',
			'1.5 hours',
			'3 days',
		]);
	});
});

describe('the dashboard', () => {
	it('counts weeks, scores, days and how far alerts came', () => {
		const counter = dashboardCounter(period, 'UTC');
		counter.addScores([
			scored({ score: 65, receivedAt: at(0) }),
			scored({ score: 80, receivedAt: at(6) }),
			scored({ score: 100, receivedAt: at(7), account: { ...globex, id: 'b' } }),
			scored({ score: 64, receivedAt: at(7) }),
			scored({ score: undefined, receivedAt: at(8) }),
			scored({ score: 99, receivedAt: at(8), isBackfill: true }),
		]);
		counter.addAlerts([
			alerted({ openedAt: at(0), answeredAt: at(1) }),
			alerted({ openedAt: at(0), isReminded: true, escalatedAt: at(2) }),
			alerted({ openedAt: at(1), closedAt: at(3), owner: undefined }),
			alerted({ openedAt: at(1), deliveredAt: undefined }),
		]);
		const board = counter.result();
		expect(board).toMatchObject({
			messages: 5,
			workingDays: 10,
			weeks: [
				{ monday: '2026-03-02', messages: 2, frustrated: 1, critical: 1, whose: 1 },
				{ monday: '2026-03-09', messages: 3, frustrated: 0, critical: 1, whose: 1 },
			],
			ladder: { opened: 4, sent: 3, answered: 1, reminded: 1, escalated: 1, closed: 1, waiting: 1 },
		});
		expect(board.scores.map((count, bin) => [bin * 5, count]).filter(([, count]) => count)).toEqual(
			[
				[60, 1],
				[65, 1],
				[80, 1],
				[95, 1],
			],
		);
		const { sections, lead } = dashboardReport(board, judge([], period).result(), period, {
			capacity: { from: 3, to: 8 },
			gate,
		});
		expect(lead).toContain('5 messages made 4 alerts, and 1 went to Review');
		expect(lead).toContain('1 alert without an answer');
		expect(sections.find(({ chart }) => chart?.kind === 'histogram')?.chart).toMatchObject({
			marks: [
				{ at: 50, name: '50 Renewal is near' },
				{ at: 65, name: '65 Frustrated paying account' },
				{ at: 80, name: '80 Critical ticket' },
			],
		});
	});
});

describe('the rate of a dashboard', () => {
	it('is by the working days on which the log was there', () => {
		const counter = dashboardCounter(period, 'UTC');
		const days = (first?: Date) => counter.result(first).workingDays;
		expect([days(), days(at(-9)), days(at(0))]).toEqual([10, 10, 10]);
		// From the second Thursday, and from its Saturday on.
		expect([days(at(10)), days(at(12))]).toEqual([2, 0]);
	});
});

describe('alerts per manager by day', () => {
	const daysOfAlerts = (...days: number[]) => {
		const period = { since: at(0, 0), until: at(7, 0) };
		const counter = dashboardCounter(period, 'UTC');
		counter.addAlerts(days.map((day) => alerted({ openedAt: at(day) })));
		const settings = { capacity: { from: 3, to: 8 }, gate };
		const judged = judge([], period).result();
		const { sections } = dashboardReport(counter.result(), judged, period, settings);
		return sections.find(({ title }) => title === 'Alerts per manager by day');
	};

	it('show a day at the weekend on which alerts came, and say so', () => {
		const section = daysOfAlerts(1, 5, 5);
		expect(section?.chart).toMatchObject({
			labels: ['2 Mar', '3 Mar', '4 Mar', '5 Mar', '6 Mar', '7 Mar'],
			series: [
				{ name: 'Working day', values: [0, 1, 0, 0, 0, 0] },
				{ name: 'Weekend', values: [0, 0, 0, 0, 0, 2] },
			],
		});
		expect(section?.lines?.[0]).toContain('With 1 day at the weekend on which alerts came');
		expect(section?.table?.rows.at(-1)).toEqual(['7 Mar 2026 (weekend)', '2']);
	});

	it('leave out weekends without any', () => {
		const section = daysOfAlerts(1);
		expect(section?.chart).toMatchObject({ labels: ['2 Mar', '3 Mar', '4 Mar', '5 Mar', '6 Mar'] });
		expect(section).not.toHaveProperty('lines');
	});
});

describe('days', () => {
	it('are those of the time zone, over the night the clocks change', () => {
		const dayOf = dayReader('Europe/Berlin');
		expect(dayOf(Date.parse('2026-03-28T22:59:59Z'))).toBe('2026-03-28');
		expect(dayOf(Date.parse('2026-03-28T23:00:00Z'))).toBe('2026-03-29');
		expect(dayOf(Date.parse('2026-03-29T22:00:00Z'))).toBe('2026-03-30');
		expect(dayReader('Asia/Kathmandu')(Date.parse('2026-03-28T18:15:00Z'))).toBe('2026-03-29');
		expect(dayReader('Nowhere/Land')(Date.parse('2026-03-28T23:59:00Z'))).toBe('2026-03-28');
	});

	it('of a period are all it touches, and the last ones end today', () => {
		const now = new Date('2026-03-30T10:00:00Z');
		const last = lastDays(3, now, 'Europe/Berlin');
		expect(last).toEqual({ since: new Date('2026-03-27T23:00:00Z'), until: now });
		expect(daysOf(last.since, last.until, dayReader('Europe/Berlin'))).toEqual([
			'2026-03-28',
			'2026-03-29',
			'2026-03-30',
		]);
	});

	it('of a report reach back to the one on which something began, for three years at most', () => {
		const now = new Date('2026-03-30T10:00:00Z');
		const reach = (from: string) => daysBackTo(new Date(from), now, 'Europe/Berlin');
		expect(reach('2026-03-27T23:00:00Z')).toBe(3);
		expect(reach('2026-03-27T22:59:59Z')).toBe(4);
		expect(lastDays(4, now, 'Europe/Berlin').since).toEqual(new Date('2026-03-26T23:00:00Z'));
		expect(reach('2026-03-30T09:59:00Z')).toBe(1);
		expect(reach('2019-01-01T00:00:00Z')).toBe(MOST_REPORT_DAYS);
	});

	it('belong to the week of their Monday', () => {
		expect(['2026-03-01', '2026-03-02', '2026-03-08'].map(weekOf)).toEqual([
			'2026-02-23',
			'2026-03-02',
			'2026-03-02',
		]);
	});
});
