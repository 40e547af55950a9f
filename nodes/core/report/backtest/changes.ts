import type { GateSettings } from '../../gate';
import { identifyRules } from '../../gate';
import { shown } from '../../text/shown';
import { counted, shownCount, shownMrr, whoseName } from '../accountWords';
import type { ReportSection } from '../types';
import { alertsOn, busiestDay, type Load } from './desks';
import type { Replay, ReplayedAccount } from './replay';
import type { Capacity, Suggestion } from './suggest';

/** What the rules being considered would change against what was decided, in words and as data. */

const MOST_ACCOUNTS = 20;
const MOST_IN_FIGURES = 500;
const MOST_REASON = 200;

export function changesSection(replay: Replay): ReportSection {
	const { newlyAlerting, noLongerAlerting } = replay;
	const changed = changedAccounts(replay);
	const most = changed.slice(0, MOST_ACCOUNTS);
	return {
		title: 'What would change against what was decided',
		lines: [
			newlyAlerting + noLongerAlerting === 0
				? 'Every message would have gone where it went.'
				: `${counted(newlyAlerting, 'message')} more would have alerted, and ${counted(noLongerAlerting, 'message')} that did would not have, at ${counted(changed.length, 'account')}.`,
		],
		...(most.length > 0 && {
			table: {
				columns: [
					{ title: 'Account' },
					{ title: 'MRR', isNumber: true },
					{ title: 'Highest score', isNumber: true },
					{ title: 'Alerts then', isNumber: true },
					{ title: 'With these rules', isNumber: true },
					{ title: 'Why' },
				],
				rows: most.map((entry) => [
					whoseName(entry.account, entry.sender),
					shownMrr(entry.account),
					entry.score === undefined ? '' : String(entry.score),
					shownCount(entry.happened),
					shownCount(entry.alerts),
					shown(entry.because, MOST_REASON) ?? '',
				]),
				more: changed.length - most.length,
			},
		}),
	};
}

/** Accounts with messages that go elsewhere, the most worth first; an unknown MRR comes last. */
function changedAccounts({ accounts }: Replay): ReplayedAccount[] {
	return accounts
		.filter((entry) => entry.newlyAlerting + entry.noLongerAlerting > 0)
		.sort(
			(a, b) => (b.account?.mrr ?? -1) - (a.account?.mrr ?? -1) || (b.score ?? 0) - (a.score ?? 0),
		);
}

/** The whole of it as data. */
export function figuresOf(
	replay: Replay,
	load: Load,
	gate: GateSettings,
	suggestion: Suggestion,
	capacity: Capacity,
): Record<string, unknown> {
	const { messages, backfilled, unscored, routes, versions, days, workingDays } = replay;
	return {
		messages,
		backfilled,
		unscored,
		routes,
		versions,
		days: days.length,
		workingDays,
		capacity,
		load,
		managers: replay.desks.map((desk) => ({
			owner: desk.owner,
			alerts: desk.opened,
			again: desk.again,
			perWorkingDay: alertsOn(desk) / Math.max(1, workingDays),
			busiestDay: busiestDay(desk),
			byDay: Object.fromEntries(desk.byDay),
		})),
		asDecided: replay.happened.map((desk) => ({
			owner: desk.owner,
			alerts: desk.opened,
			again: desk.again,
		})),
		rules: identifyRules(gate.rules).map((rule) => ({
			...rule,
			alerts: replay.rules.get(rule.id) ?? 0,
			alone: replay.alone.get(rule.id) ?? 0,
		})),
		newlyAlerting: replay.newlyAlerting,
		noLongerAlerting: replay.noLongerAlerting,
		changedAccounts: changedAccounts(replay)
			.slice(0, MOST_IN_FIGURES)
			.map(({ account, sender, lastAt, ...entry }) => ({
				accountId: account?.id,
				accountName: account?.name,
				sender,
				...entry,
				lastAt: lastAt.toISOString(),
			})),
		suggestion: suggestionFigures(suggestion),
	};
}

function suggestionFigures(suggestion: Suggestion): Record<string, unknown> {
	if (suggestion.kind !== 'move') {
		return suggestion.kind === 'none'
			? { kind: 'none', because: suggestion.because }
			: { kind: 'fits' };
	}
	const { average, busiest, alerts, distance } = suggestion.best;
	return {
		kind: 'move',
		rules: suggestion.rules,
		average,
		busiest,
		alerts,
		isFitting: distance === 0,
	};
}
