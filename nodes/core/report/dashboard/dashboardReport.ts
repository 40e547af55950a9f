import type { GateSettings } from '../../gate';
import { identifyRules } from '../../gate';
import { shown } from '../../text/shown';
import { counted, shownCount, shownRate } from '../accountWords';
import { alertsOn, loadOf } from '../backtest/desks';
import type { Capacity } from '../backtest/suggest';
import type { Judged } from '../calibration/judge';
import { groupSection } from '../calibration/calibrationReport';
import { isWorkingDay, shownDay } from '../days';
import { ruleNames } from '../gateRules';
import type { Period } from '../rows';
import type { Report, ReportSection } from '../types';
import { BIN, type Dashboard } from './dashboard';

const MOST_MANAGERS = 40;

export interface DashboardSettings {
	capacity: Capacity;
	/** The rules of today; absent where they are not known. */
	gate?: GateSettings;
}

/** Writes the page of the last days. */
export function dashboardReport(
	board: Dashboard,
	judged: Judged,
	period: Period,
	{ capacity, gate }: DashboardSettings,
): Report {
	return {
		kind: 'dashboard',
		title: `Support frustration, ${counted(board.days.length, 'day')} to ${shownDay(board.days.at(-1) ?? '')}`,
		lead: leadOf(board, capacity),
		...period,
		notes: [
			'Test tickets and those fetched from months back are left out.',
			'Precision is that of alerts somebody has judged; the others may differ.',
			...(gate === undefined
				? ['The rules of the gate are not in the log, so no thresholds are drawn in.']
				: []),
		],
		sections: [
			weeksSection(board),
			daysSection(board, capacity),
			managersSection(board),
			scoresSection(board, gate),
			groupSection('Precision per rule', 'Rule', judged.rules, true),
			ladderSection(board),
		],
		figures: {
			messages: board.messages,
			routes: board.routes,
			weeks: board.weeks,
			scores: board.scores,
			managers: board.desks.map((desk) => ({
				owner: desk.owner,
				alerts: desk.opened,
				perWorkingDay: alertsOn(desk) / Math.max(1, board.workingDays),
				byDay: Object.fromEntries(desk.byDay),
			})),
			workingDays: board.workingDays,
			capacity,
			precision: judged.rules.map(({ id, name, right, alerts }) => ({
				id,
				name,
				alerts: alerts.length,
				right,
			})),
			ladder: board.ladder,
		},
	};
}

function leadOf(
	{ messages, ladder, routes, desks, workingDays }: Dashboard,
	{ from, to }: Capacity,
) {
	if (messages === 0 && ladder.opened === 0) return 'No tickets came in during this period.';
	const load = loadOf(desks, workingDays);
	const waiting =
		ladder.waiting === 0
			? 'None waits for an answer.'
			: `${counted(ladder.waiting, 'alert')} without an answer.`;
	const average =
		load.managers === 0
			? ''
			: ` That is ${shownRate(load.average)} for each manager on a working day; ${from} to ${to} can be handled.`;
	return `${counted(messages, 'message')} made ${counted(ladder.opened, 'alert')}, and ${shownCount(routes.review)} went to Review.${average} ${waiting}`;
}

function weeksSection({ weeks }: Dashboard): ReportSection {
	return {
		title: 'Frustration by week',
		chart: {
			kind: 'bars',
			title: 'Frustrated and critical messages by week',
			description:
				'A bar for each week, of messages with scores from 65 to 79 and, on top, from 80 on.',
			unit: 'Messages',
			labels: weeks.map(({ monday }) => shownDay(monday).replace(/ \d{4}$/, '')),
			series: [
				{ name: 'Frustrated (65–79)', values: weeks.map(({ frustrated }) => frustrated) },
				{ name: 'Critical (80–100)', values: weeks.map(({ critical }) => critical) },
			],
		},
		table: {
			columns: [
				{ title: 'Week of' },
				{ title: 'Messages', isNumber: true },
				{ title: 'Frustrated', isNumber: true },
				{ title: 'Critical', isNumber: true },
				{ title: 'Accounts', isNumber: true },
			],
			rows: weeks.map(({ monday, messages, frustrated, critical, whose }) => [
				shownDay(monday),
				...[messages, frustrated, critical, whose].map(shownCount),
			]),
		},
	};
}

/** Working days, and of the others those on which alerts came: an alert of a Saturday must not be missed. */
function daysSection({ desks, days }: Dashboard, capacity: Capacity): ReportSection {
	const owned = desks.filter(({ owner }) => owner !== undefined);
	const alertsOf = (day: string) =>
		owned.reduce((sum, { byDay }) => sum + (byDay.get(day) ?? 0), 0);
	const drawn = days.filter((day) => isWorkingDay(day) || alertsOf(day) > 0);
	const freeDays = drawn.filter((day) => !isWorkingDay(day)).length;
	const perManager = drawn.map((day) => (owned.length === 0 ? 0 : alertsOf(day) / owned.length));
	const only = (isWanted: (day: string) => boolean) =>
		perManager.map((alerts, index) => (isWanted(drawn[index] ?? '') ? alerts : 0));
	const isFree = (day: string) => !isWorkingDay(day);
	return {
		title: 'Alerts per manager by day',
		...(freeDays > 0 && {
			lines: [
				`With ${counted(freeDays, 'day')} at the weekend on which alerts came; they lie there on the next working day.`,
			],
		}),
		chart: {
			kind: 'bars',
			title: 'Alerts per manager by day',
			description: `A bar for each working day, and for days at the weekend on which alerts came, the average over all managers. The band from ${capacity.from} to ${capacity.to} is what a manager can handle.`,
			unit: 'Alerts per manager',
			labels: drawn.map((day) => shownDay(day).replace(/ \d{4}$/, '')),
			series: [
				{ name: 'Working day', values: only(isWorkingDay) },
				...(freeDays > 0 ? [{ name: 'Weekend', values: only(isFree) }] : []),
			],
			band: { ...capacity, name: 'Can be handled' },
		},
		table: {
			isFolded: true,
			columns: [{ title: 'Day' }, { title: 'Alerts per manager', isNumber: true }],
			rows: drawn.map((day, index) => [
				`${shownDay(day)}${isFree(day) ? ' (weekend)' : ''}`,
				shownRate(perManager[index] ?? 0),
			]),
		},
	};
}

function managersSection({ desks, workingDays }: Dashboard): ReportSection {
	const days = Math.max(1, workingDays);
	const most = desks.slice(0, MOST_MANAGERS);
	return {
		title: 'Alerts by manager',
		table: {
			columns: [
				{ title: 'Manager' },
				{ title: 'Alerts', isNumber: true },
				{ title: 'A working day', isNumber: true },
			],
			rows: most.map((desk) => [
				desk.owner ?? 'No owner',
				shownCount(desk.opened),
				shownRate(alertsOn(desk) / days),
			]),
			more: desks.length - most.length,
		},
	};
}

function scoresSection({ scores }: Dashboard, gate: GateSettings | undefined): ReportSection {
	const names = ruleNames(gate?.rules ?? []);
	const marks = identifyRules(gate?.rules ?? []).map(({ id, minScore }) => ({
		at: minScore,
		name: `${minScore} ${shown(names.get(id), 30) ?? ''}`.trim(),
	}));
	return {
		title: 'Scores and thresholds',
		chart: {
			kind: 'histogram',
			title: 'Messages by score',
			description:
				'How many messages have each score, in steps of 5, with a line where each rule begins.',
			unit: 'Messages',
			from: 0,
			size: BIN,
			counts: scores,
			marks: marks.sort((a, b) => a.at - b.at),
		},
		table: {
			isFolded: true,
			columns: [{ title: 'Score' }, { title: 'Messages', isNumber: true }],
			rows: scores.map((count, index) => [
				`${index * BIN}–${index === scores.length - 1 ? 100 : index * BIN + BIN - 1}`,
				shownCount(count),
			]),
		},
	};
}

function ladderSection({ ladder }: Dashboard): ReportSection {
	const steps: Array<[string, number]> = [
		['Opened', ladder.opened],
		['Sent', ladder.sent],
		['Answered', ladder.answered],
		['Reminded', ladder.reminded],
		['Escalated', ladder.escalated],
		['Closed', ladder.closed],
	];
	return {
		title: 'What became of the alerts',
		chart: {
			kind: 'bars',
			isLying: true,
			title: 'How far alerts came',
			description:
				'A bar each for alerts that were opened, sent, answered, reminded of, escalated and closed.',
			unit: 'Alerts',
			labels: steps.map(([name]) => name),
			series: [{ name: 'Alerts', values: steps.map(([, count]) => count) }],
		},
		table: {
			columns: [{ title: 'Step' }, { title: 'Alerts', isNumber: true }],
			rows: steps.map(([name, count]) => [name, shownCount(count)]),
		},
	};
}
