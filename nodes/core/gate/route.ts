import type { Account, Route } from '../item/types';
import { oneLine, shown } from '../text/shown';
import { listOf } from '../values/wording';
import type { RuleOutcome } from './evaluateRule';
import { lowestScore } from './identity';
import type { GateSettings } from './settings';
import { whyNoPerson, whyUnsure } from './unsure';

/** What a route depends on besides the rules. */
export interface RouteInput {
	/** 0–100. */
	score: number;
	flags: readonly string[];
	account: Account;
	/** What went wrong on the way here, in plain words. */
	failure?: string;
}

export interface RouteTaken {
	route: Route;
	/** In plain words, on one line. */
	reason: string;
}

/** Where a scored ticket goes, and why: the policies around the rules, in the order in which they are asked. */
export function routeOf(
	input: RouteInput,
	outcomes: readonly RuleOutcome[],
	settings: GateSettings,
): RouteTaken {
	return (
		// Asked before the rules: an unsure score never alerts by itself (DESIGN §3.5).
		byUnsureScore(input, settings) ??
		byRules(outcomes) ??
		byTrouble(input) ??
		byAccount(input, settings) ??
		byUnknownFacts(outcomes, settings) ?? {
			route: 'digest',
			reason: whyQuiet(input.score, lowestScore(settings.rules), outcomes),
		}
	);
}

function byUnsureScore(
	{ score, flags }: RouteInput,
	{ noPerson, unsureScores }: GateSettings,
): RouteTaken | undefined {
	const machine = noPerson === 'trust' ? undefined : whyNoPerson(flags);
	if (machine !== undefined) {
		return { route: noPerson === 'digest' ? 'digest' : 'review', reason: unsure(score, machine) };
	}
	const why = unsureScores === 'trust' ? undefined : whyUnsure(flags);
	return why === undefined ? undefined : { route: 'review', reason: unsure(score, why) };
}

function unsure(score: number, why: string): string {
	return `Score ${score} is unsure: ${why}`;
}

function byRules(outcomes: readonly RuleOutcome[]): RouteTaken | undefined {
	const fired = outcomes.filter(({ result }) => result === 'fires');
	if (fired.length === 0) return undefined;
	return { route: 'alert', reason: fired.map(({ text }) => text).join('; ') };
}

/** What failed, or cannot be told, never hides in Digest. */
function byTrouble({ account, failure }: RouteInput): RouteTaken | undefined {
	if (account.status === 'error') {
		return {
			route: 'review',
			reason: `The account could not be looked up: ${oneLine(account.reason ?? 'unknown reason')}`,
		};
	}
	if (failure !== undefined) return { route: 'review', reason: oneLine(failure) };
	if (account.status !== 'ambiguous') return undefined;
	const names = (account.candidates ?? []).map(({ name, id }) => shown(name ?? id) ?? 'unnamed');
	return {
		route: 'review',
		reason: oneLine(account.reason ?? `Several accounts fit: ${listOf(names)}`),
	};
}

function byAccount(
	{ score, account }: RouteInput,
	{ rules, noAccount }: GateSettings,
): RouteTaken | undefined {
	if (account.status === 'matched') return undefined;
	const floor = lowestScore(rules);
	const why = oneLine(account.reason ?? 'No account was found');
	if (score < floor) return { route: 'digest', reason: `${why}; score ${score} is below ${floor}` };
	return noAccount === 'review'
		? { route: 'review', reason: `${why}; score ${score} is at least ${floor}` }
		: { route: 'digest', reason: `${why}, and no rule fires without one` };
}

/** A rule that stays unknown is worth a look only where the admin wants one for all that it lacks. */
function byUnknownFacts(
	outcomes: readonly RuleOutcome[],
	{ unknownFacts, unknownRates }: GateSettings,
): RouteTaken | undefined {
	const undecided = outcomes.filter(
		({ result, missesFact, missesRate }) =>
			result === 'unknown' &&
			(!missesFact || unknownFacts === 'review') &&
			(!missesRate || unknownRates === 'review'),
	);
	if (undecided.length === 0) return undefined;
	return {
		route: 'review',
		reason: `Would alert if a fact were known. ${undecided.map(({ text }) => text).join('; ')}`,
	};
}

/** Why no rule fired: the score where it is too low for every rule, else the comparisons that failed. */
function whyQuiet(score: number, floor: number, outcomes: readonly RuleOutcome[]): string {
	if (score < floor) return `Score ${score} is below ${floor}, the lowest score of any rule`;
	const failed = outcomes.flatMap((outcome) => outcome.failed);
	const unknown = outcomes.flatMap(({ open }) =>
		open.flatMap(({ check }) => (check.holds === undefined ? [check.text] : [])),
	);
	return `No rule fired: ${[...new Set([...failed, ...unknown])].join('; ')}`;
}
