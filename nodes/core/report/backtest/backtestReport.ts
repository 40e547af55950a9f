import { identifyRules, type GateSettings } from '../../gate';
import { shown } from '../../text/shown';
import {
	accountName,
	counted,
	shownCount,
	shownMrr,
	shownOwner,
	shownRate,
	whoseName,
} from '../accountWords';
import { shownDay } from '../days';
import { ruleNames, thresholdsOf } from '../gateRules';
import type { Period } from '../rows';
import type { Report, ReportSection } from '../types';
import { changesSection, figuresOf } from './changes';
import { alertsOn, busiestDay, loadOf, type Load } from './desks';
import type { Replay } from './replay';
import { leftOut, loadWords, madeWords } from './replayWords';
import { suggest, type Capacity } from './suggest';
import { suggestionSection } from './suggestionWords';
import { versionsSection, type Rescoring } from './versions';

const MOST_MANAGERS = 40;
const MOST_ACCOUNTS = 20;

export interface BacktestSettings {
	/** The rules being considered. */
	gate: GateSettings;
	/** What they are, e.g. "Current rules" or "Current rules with 1 change". */
	rulesName: string;
	/** What a reader has to know of them, one sentence each. */
	rulesNotes: readonly string[];
	/** How many days were asked for, where the log may not go back so far. */
	askedDays?: number;
	rescoring: Rescoring;
	capacity: Capacity;
}

/**
 * Writes down what a replay found.
 * @param pause lets everybody else have a turn while thresholds are tried
 */
export async function backtestReport(
	replay: Replay,
	period: Period,
	settings: BacktestSettings,
	pause: () => Promise<void>,
): Promise<Report> {
	const { gate, capacity, rulesName, rulesNotes, askedDays = 0, rescoring } = settings;
	const load = loadOf(replay.desks, replay.workingDays);
	const suggestion = await suggest(replay.candidates, capacity, replay.workingDays, pause);
	const versions = versionsSection(replay, rescoring);
	return {
		kind: 'backtest',
		title: `Backtest: ${rulesName}, ${counted(replay.days.length, 'day')} to ${shownDay(replay.days.at(-1) ?? '')}`,
		lead: leadOf(replay, load, capacity),
		...period,
		notes: [...rulesNotes, ...shortNote(replay, askedDays), ...notesOf(replay, load, gate)],
		sections: [
			desksSection(replay, capacity),
			suggestionSection(suggestion, capacity),
			rulesSection(replay, gate),
			changesSection(replay),
			accountsSection(replay),
			...(versions === undefined ? [] : [versions]),
		],
		figures: {
			...figuresOf(replay, load, gate, suggestion, capacity),
			...(rescoring.kind === 'done' && { rescored: rescoring.rescored }),
		},
	};
}

function leadOf(replay: Replay, load: Load, { from, to }: Capacity): string {
	if (replay.messages === 0) {
		return 'The log has no decided messages in this period, so there is nothing to replay.';
	}
	const made = `${madeWords(replay)} ${loadWords(load)}`;
	if (load.managers === 0) return `${made}.`;
	const where =
		load.busiest > to
			? `more than the ${to} a team is set to handle`
			: load.average < from
				? `fewer than the ${from} to ${to} a team is set to handle`
				: `within the ${from} to ${to} a team is set to handle`;
	return `${made}: ${where}.`;
}

/** Days from before the log would count as days without alerts. */
function shortNote({ days }: Replay, askedDays: number): string[] {
	if (days.length >= askedDays) return [];
	return [
		`The log does not go back ${counted(askedDays, 'day')}: its ${counted(days.length, 'day')} are all that counts here.`,
	];
}

function notesOf(replay: Replay, load: Load, gate: GateSettings): string[] {
	const { backfilled } = replay;
	return [
		'An alert counts once while it is open, and again only when it got worse. Here it ends after 7 quiet days; people may have closed it earlier, which then makes more alerts.',
		'Days are working days, Monday to Friday. What comes at the weekend lies there on Monday.',
		backfilled > 0
			? `${counted(backfilled, 'message')} came from months back: scored, but nobody was alerted of them. The facts of their accounts are those of the day they were fetched.`
			: '',
		...leftOut(replay, load, gate),
	].filter((note) => note !== '');
}

function desksSection({ desks, happened, workingDays }: Replay, capacity: Capacity): ReportSection {
	const days = Math.max(1, workingDays);
	const before = new Map(happened.map((desk) => [desk.owner, alertsOn(desk) / days]));
	const shownDesks = desks.slice(0, MOST_MANAGERS);
	const nameOf = (owner: string | undefined) => owner ?? 'No owner';
	return {
		title: 'Alerts per manager and working day',
		...(shownDesks.length > 0 && {
			chart: {
				kind: 'bars',
				isLying: true,
				title: 'Alerts per manager and working day',
				description: `Bars for each manager: with these rules, and as it was decided. The band from ${capacity.from} to ${capacity.to} is what a manager can handle.`,
				unit: 'Alerts a working day',
				labels: shownDesks.map(({ owner }) => nameOf(owner)),
				series: [
					{ name: 'With these rules', values: shownDesks.map((desk) => alertsOn(desk) / days) },
					{ name: 'As decided', values: shownDesks.map(({ owner }) => before.get(owner) ?? 0) },
				],
				isBesides: true,
				band: { ...capacity, name: 'Can be handled' },
			},
		}),
		table: {
			columns: [
				{ title: 'Manager' },
				{ title: 'A working day', isNumber: true },
				{ title: 'As decided', isNumber: true },
				{ title: 'Alerts', isNumber: true },
				{ title: 'Came again', isNumber: true },
				{ title: 'Busiest day' },
			],
			rows: shownDesks.map((desk) => {
				const busiest = busiestDay(desk);
				return [
					nameOf(desk.owner),
					shownRate(alertsOn(desk) / days),
					shownRate(before.get(desk.owner) ?? 0),
					shownCount(desk.opened),
					shownCount(desk.again),
					busiest === undefined ? '' : `${shownDay(busiest.day)}: ${busiest.alerts}`,
				];
			}),
			more: desks.length - shownDesks.length,
		},
	};
}

function rulesSection({ rules, alone }: Replay, { rules: rows }: GateSettings): ReportSection {
	const names = ruleNames(rows);
	return {
		title: 'Alerts per rule',
		table: {
			columns: [
				{ title: 'Rule' },
				{ title: 'Thresholds' },
				{ title: 'Alerts', isNumber: true },
				{ title: 'Only by this rule', isNumber: true },
			],
			rows: identifyRules(rows).map((rule) => [
				shown(names.get(rule.id), 80) ?? rule.id,
				thresholdsOf(rule),
				shownCount(rules.get(rule.id) ?? 0),
				shownCount(alone.get(rule.id) ?? 0),
			]),
		},
	};
}

function accountsSection({ accounts }: Replay): ReportSection {
	const alerting = accounts
		.filter(({ alerts }) => alerts > 0)
		.sort((a, b) => b.alerts - a.alerts || (b.score ?? 0) - (a.score ?? 0));
	const most = alerting.slice(0, MOST_ACCOUNTS);
	return {
		title: 'Accounts that would have alerted most',
		table: {
			columns: [
				{ title: 'Account' },
				{ title: 'Manager' },
				{ title: 'MRR', isNumber: true },
				{ title: 'Highest score', isNumber: true },
				{ title: 'Alerts', isNumber: true },
			],
			rows: most.map(({ account, sender, score, alerts }) => [
				account === undefined ? whoseName(undefined, sender) : accountName(account),
				shownOwner(account),
				shownMrr(account),
				score === undefined ? '' : String(score),
				shownCount(alerts),
			]),
			more: alerting.length - most.length,
		},
	};
}
