import { daysUntil } from '../values/dates';
import { CRITICAL_FROM, FRUSTRATED_FROM } from '../labels';
import type {
	Account,
	AccountFacts,
	FiredRule,
	GateDecision,
	Route,
	Severity,
} from '../item/types';
import { NO_PERSON_FLAG } from '../noPerson';
import { listOf } from '../values/wording';
import { evaluateRule, type RuleOutcome } from './evaluateRule';
import { historyOf, type History } from './history';
import { hashSettings, identifyRules, lowestScore, type GateSettings } from './rules';

/** What the gate decides on. */
export interface GateInput {
	ticketKey?: string;
	/** 0–100; absent when the ticket could not be scored. */
	score?: number;
	/** What the score says of itself, e.g. "language-not-covered:zh" or "truncated". */
	flags?: readonly string[];
	/** Absent when no account was looked up. */
	account?: Account;
	/** Whole days that the customer has waited for an answer; absent when it is not known. */
	waitedDays?: number;
	/** What went wrong on the way here, in plain words. */
	failure?: string;
	/** Earlier tickets; absent when no history came in. */
	history?: History;
	/** The ticket's place in its batch, where the history holds tickets of the batch. */
	position?: number;
}

/** A frustrated ticket this close to the renewal is critical (recipe, step 4). */
const CRITICAL_RENEWAL_DAYS = 30;

/**
 * Decides where a ticket goes: `alert` when any rule fires, `review` when a person has to look (no
 * score, no account for a frustrated ticket, several accounts, a failed look-up, a fact that a rule
 * needs is unknown), else `digest`.
 */
export function evaluateGate(input: GateInput, settings: GateSettings, now: Date): GateDecision {
	const history = historyOf(input.account?.id, input.ticketKey, input.history, now, input.position);
	const config = hashSettings(settings);
	if (input.score === undefined) {
		return {
			route: 'review',
			severity: 'medium',
			rules: [],
			reason: `Could not be scored: ${input.failure ?? 'the ticket has no score'}`,
			missing: ['score'],
			counterfactual: 'No rule could be decided without a score',
			history,
			config,
		};
	}
	const { score } = input;
	const account = input.account ?? { status: 'unmatched' };
	const facts: AccountFacts = account.status === 'matched' ? account : {};
	const outcomes = identifyRules(settings.rules).map((rule) =>
		evaluateRule(rule, score, facts, now, input.waitedDays),
	);
	const fired = outcomes.filter(({ result }) => result === 'fires');
	const { route, reason } = decide(input, score, account, outcomes, settings);
	return {
		route,
		severity: severityOf(route, score, daysUntil(facts.renewalDate, now)),
		rules: fired.map(firedRule),
		reason,
		missing: [...new Set(outcomes.flatMap(({ missing }) => missing))],
		counterfactual: counterfactualOf(route, outcomes),
		history,
		config,
	};
}

function firedRule({ rule: { id, name }, text }: RuleOutcome): FiredRule {
	return { id, ...(name !== undefined && { name }), text };
}

function decide(
	input: GateInput,
	score: number,
	account: Account,
	outcomes: readonly RuleOutcome[],
	{ rules, unknownFacts, unsureScores }: GateSettings,
): { route: Route; reason: string } {
	// Asked before the rules: an unsure score never alerts by itself (DESIGN §3.5).
	const unsure = unsureScores === 'review' ? whyUnsure(input.flags ?? []) : undefined;
	if (unsure !== undefined) {
		return { route: 'review', reason: `Score ${score} is unsure: ${unsure}` };
	}
	const fired = outcomes.filter(({ result }) => result === 'fires');
	if (fired.length > 0) {
		return { route: 'alert', reason: fired.map(({ text }) => text).join('; ') };
	}
	if (account.status === 'error') {
		return {
			route: 'review',
			reason: `The account could not be looked up: ${account.reason ?? 'unknown reason'}`,
		};
	}
	if (input.failure !== undefined) return { route: 'review', reason: input.failure };
	if (account.status === 'ambiguous') {
		const names = (account.candidates ?? []).map(({ name, id }) => name ?? id ?? 'unnamed');
		return {
			route: 'review',
			reason: account.reason ?? `Several accounts fit: ${listOf(names)}`,
		};
	}
	const floor = lowestScore(rules);
	if (account.status !== 'matched') {
		const why = account.reason ?? 'No account was found';
		return score >= floor
			? { route: 'review', reason: `${why}; score ${score} is at least ${floor}` }
			: { route: 'digest', reason: `${why}; score ${score} is below ${floor}` };
	}
	const undecided = outcomes.filter(({ result }) => result === 'unknown');
	if (undecided.length > 0 && unknownFacts === 'review') {
		return {
			route: 'review',
			reason: `Would alert if a fact were known. ${undecided.map(({ text }) => text).join('; ')}`,
		};
	}
	return { route: 'digest', reason: whyQuiet(score, floor, outcomes) };
}

/** Why a score says little; absent when nothing speaks for it. */
function whyUnsure(flags: readonly string[]): string | undefined {
	const machine = flags.find((flag) => flag.startsWith(NO_PERSON_FLAG));
	if (machine !== undefined) {
		const kind = machine.split(':')[1];
		return `no customer seems to stand behind the text${kind ? ` (${kind.replaceAll('-', ' ')})` : ''}`;
	}
	const uncovered = flags.find((flag) => flag.startsWith('language-not-covered'));
	if (uncovered !== undefined) {
		const language = uncovered.split(':')[1];
		return `the built-in scoring does not cover the language${language ? ` (${nameOfLanguage(language)})` : ''}`;
	}
	return flags.includes('truncated') ? 'the text was too long to be read whole' : undefined;
}

let languageNames: Intl.DisplayNames | undefined;

/** "Polish" for "pl"; a code that is none as it is. */
function nameOfLanguage(code: string): string {
	languageNames ??= new Intl.DisplayNames('en', { type: 'language' });
	try {
		return languageNames.of(code) ?? code;
	} catch {
		return code;
	}
}

/** Why no rule fired: the score where it is too low for every rule, else the comparisons that failed. */
function whyQuiet(score: number, floor: number, outcomes: readonly RuleOutcome[]): string {
	if (score < floor) return `Score ${score} is below ${floor}, the lowest score of any rule`;
	const failed = [...new Set(outcomes.flatMap((outcome) => outcome.failed))];
	const unknown = [...new Set(outcomes.flatMap((outcome) => outcome.missing))];
	const parts = [...failed, ...unknown.map((fact) => `${fact} is unknown`)];
	return `No rule fired: ${parts.join('; ')}`;
}

/** The lowest score at which a rule whose account conditions hold would fire. */
function counterfactualOf(route: Route, outcomes: readonly RuleOutcome[]): string {
	const within = outcomes.filter(({ accountHolds }) => accountHolds);
	if (within.length === 0) {
		return 'No score would have alerted: every rule asks for a fact that does not hold';
	}
	const needed = lowestScore(within.map(({ rule }) => rule));
	if (route !== 'alert') return `Would have alerted at a score of ${needed}`;
	return needed <= 0
		? 'Would have alerted at any score'
		: `Would not have alerted below a score of ${needed}`;
}

function severityOf(route: Route, score: number, renewalInDays: number | undefined): Severity {
	const renewsSoon =
		renewalInDays !== undefined && renewalInDays >= 0 && renewalInDays <= CRITICAL_RENEWAL_DAYS;
	if (score >= CRITICAL_FROM) return 'critical';
	if (score >= FRUSTRATED_FROM) return route === 'alert' && renewsSoon ? 'critical' : 'high';
	return route === 'digest' ? 'low' : 'medium';
}
