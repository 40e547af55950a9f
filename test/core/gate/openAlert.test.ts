import { describe, expect, it } from 'vitest';

import {
	DEFAULT_GATE,
	groupByTopic,
	historyOfMessages,
	openGate,
	readHistoryRows,
	type Before,
	type GateSettings,
} from '../../../nodes/core/gate';
import type { Account, OpenAlert } from '../../../nodes/core/item/types';

const NOW = new Date('2026-11-28T12:00:00Z');
const acme: Account = { status: 'matched', id: 'acme', mrr: 3000, currency: 'USD' };
const open: OpenAlert = { state: 'open', openedAt: '2026-11-26T09:00:00.000Z', score: 72 };

const gate = (alert?: OpenAlert, settings: Partial<GateSettings> = {}) => {
	const before: Before = {
		history: historyOfMessages([], new Map(alert ? [['acme', alert]] : [])),
	};
	return openGate({ ...DEFAULT_GATE, ...settings }, NOW, before);
};

/** What the reason says behind the rules. */
const news = (alert: OpenAlert, score: number, settings: Partial<GateSettings> = {}) =>
	gate(alert, settings)({ score, account: acme }).reason.split('. ').slice(1).join('. ');

describe('while an alert of the account is open', () => {
	it('the decision shows it, and the reason says that this one joins it', () => {
		const decision = gate(open)({ score: 74, account: acme });
		expect(decision.route).toBe('alert');
		expect(decision.history.openAlert).toEqual(open);
		expect(decision.reason).toBe(
			'Frustrated paying account: score 74 is at least 65 and MRR $3,000 is at least $1,000. ' +
				'An alert of this account has been open for 2 days (score 72), so this joins it',
		);
	});

	it.each([
		[72, 79, 10, ''],
		[70, 79, 10, ''],
		[69, 79, 10, ' and sends it again. Worse: score 79, before 69'],
		[69, 79, 15, ''],
		[79, 80, 10, ' and sends it again. Critical for the first time: score 80, before 79'],
	])('from score %i to %i with a step of %i: "%s"', (before, score, worseByPoints, words) => {
		expect(news({ ...open, score: before }, score, { worseByPoints })).toBe(
			`An alert of this account has been open for 2 days (score ${before}), so this joins it${words}`,
		);
	});

	it('one that was acknowledged is said to be', () => {
		expect(news({ ...open, state: 'acknowledged' }, 74)).toBe(
			'An alert of this account has been open for 2 days (score 72) and is acknowledged, so this joins it',
		);
	});

	it('one that is snoozed stays quiet until its time is over, unless things become critical', () => {
		const snoozed = {
			...open,
			score: 66,
			state: 'snoozed',
			snoozedUntil: '2026-12-01T09:00:00Z',
		} as const;
		const told = 'The open alert of this account (score 66) is snoozed until 1 Dec 2026';
		expect(news(snoozed, 79)).toBe(`${told}, so this joins it quietly`);
		expect(news(snoozed, 80)).toBe(
			`${told}, but this sends it again. Critical for the first time: score 80, before 66`,
		);
		expect(news({ ...snoozed, snoozedUntil: '2026-11-28T09:00:00Z' }, 79)).toContain(
			'so this joins it and sends it again. Worse: score 79, before 66',
		);
	});

	it('the day a snooze ends is that of the gate’s time zone', () => {
		const late = { ...open, state: 'snoozed', snoozedUntil: '2026-12-01T23:30:00Z' } as const;
		expect(news(late, 79)).toContain('until 1 Dec 2026');
		expect(news(late, 79, { timeZone: 'Europe/Warsaw' })).toContain('until 2 Dec 2026');
	});

	it('a quiet ticket says nothing of it, but shows it', () => {
		const decision = gate(open)({ score: 10, account: acme });
		expect(decision.reason).toBe('Score 10 is below 50, the lowest score of any rule');
		expect(decision.history.openAlert).toEqual(open);
	});

	it('a test joins no alert and opens none', () => {
		const decide = gate();
		expect(
			decide({ score: 90, account: acme, standsAlone: true }).history.openAlert,
		).toBeUndefined();
		expect(decide({ score: 90, account: acme }).history.openAlert).toBeUndefined();
		const tried = gate(open)({ score: 90, account: acme, standsAlone: true });
		expect(tried.history.openAlert).toBeUndefined();
		expect(tried.reason).not.toContain('joins');
	});
});

describe('within a batch', () => {
	it('the alert of an earlier ticket is open for those behind it', () => {
		const decide = gate();
		expect(decide({ score: 70, account: acme }).history).toEqual({ frustratedTickets30Days: 0 });
		const second = decide({ score: 85, account: acme });
		expect(second.history.openAlert).toEqual({
			state: 'open',
			openedAt: NOW.toISOString(),
			score: 70,
		});
		expect(second.reason).toContain(
			'An alert of this account has been open for less than a day (score 70), so this joins it and sends it again',
		);
		expect(decide({ score: 86, account: acme }).reason).toMatch(/\(score 85\), so this joins it$/);
		expect(decide({ score: 86, account: { ...acme, id: 'b' } }).history.openAlert).toBeUndefined();
	});

	it('a rise is measured from the score the alert was last sent with, not from what joined it since', () => {
		const decide = gate({ ...open, score: 65, state: 'acknowledged' });
		expect(decide({ score: 72, account: acme }).reason).toMatch(/so this joins it$/);
		const third = decide({ score: 76, account: acme });
		expect(third.reason).toMatch(/and sends it again\. Worse: score 76, before 65$/);
		// Sent again it is as new: nobody has answered it.
		expect(decide({ score: 77, account: acme }).history.openAlert).toEqual({
			state: 'open',
			openedAt: open.openedAt,
			score: 76,
		});
	});

	it('what joins a snoozed alert quietly leaves it as it is, what wakes it opens it', () => {
		const snoozed = { ...open, state: 'snoozed', snoozedUntil: '2026-12-01T09:00:00Z' } as const;
		const decide = gate({ ...snoozed, score: 66 });
		decide({ score: 79, account: acme });
		expect(decide({ score: 85, account: acme }).history.openAlert).toEqual({
			...snoozed,
			score: 66,
		});
		expect(decide({ score: 86, account: acme }).history.openAlert).toEqual({
			state: 'open',
			openedAt: open.openedAt,
			score: 85,
		});
	});

	it('an alert that is taken for part of an incident opens none of its account', () => {
		const told = Array.from({ length: 5 }, (_, index) => ({
			topic: 'sync',
			accountId: `a${index}`,
		}));
		const decide = openGate(DEFAULT_GATE, NOW, {
			history: historyOfMessages([]),
			topics: groupByTopic(told),
		});
		expect(decide({ score: 70, account: acme, topic: 'sync' }).incident).toBeDefined();
		expect(decide({ score: 70, account: acme }).history.openAlert).toBeUndefined();
	});

	it('nothing joins where there is no log to join it in', () => {
		const decide = gate(undefined, { history: 'none' });
		decide({ score: 70, account: acme });
		expect(decide({ score: 70, account: acme }).history.openAlert).toBeUndefined();
	});
});

describe('what a decision tells the log', () => {
	it('is the step from which an open alert comes again', () => {
		expect(gate()({ score: 70, account: acme }).worseByPoints).toBe(10);
		expect(gate(open, { worseByPoints: 20 })({ score: 70 }).worseByPoints).toBe(20);
	});
});

describe('rows of the second input', () => {
	const read = (...rows: Array<Record<string, unknown>>) =>
		readHistoryRows(rows.map((row) => ({ accountId: 'acme', ...row }))).openAlerts.get('acme');
	const row = {
		alert_state: 'snoozed',
		alert_opened_at: '2026-11-26T09:00:00Z',
		alert_score: '72',
		snoozed_until: '2026-12-01',
	};

	it('tell of the open alert, its score and its snooze', () => {
		expect(read(row)).toEqual({
			state: 'snoozed',
			openedAt: '2026-11-26T09:00:00.000Z',
			score: 72,
			snoozedUntil: '2026-12-01T00:00:00.000Z',
		});
	});

	it('tell of the one opened last', () => {
		const later = { alertState: 'open', alertOpenedAt: '2026-11-27T09:00:00Z' };
		expect(read(later, row)).toEqual({ state: 'open', openedAt: '2026-11-27T09:00:00.000Z' });
	});

	it('tell of none that is closed, or of which nobody knows since when', () => {
		expect(read({ ...row, alert_state: 'closed' })).toBeUndefined();
		expect(read({ ...row, alert_opened_at: 'lately' })).toBeUndefined();
	});
});
