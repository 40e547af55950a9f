import { daysUntil } from '../values/dates';
import type { AccountFacts } from '../item/types';
import { formatDaysAhead, formatMoney } from '../values/wording';
import type { GateRule, IdentifiedRule } from './rules';

/** A fact that a rule may ask for besides the score. */
export type RuleFact = 'MRR' | 'renewal date' | 'time without an answer';

/** One condition of a rule held against what is known. */
interface Check {
	/** Absent when the fact is unknown. */
	holds?: boolean;
	/** The comparison with its numbers, e.g. "MRR $3,200 is at least $1,000". */
	text: string;
	fact?: RuleFact;
}

export interface RuleOutcome {
	rule: IdentifiedRule;
	/**
	 * 'fires': every condition holds. 'fails': one does not. 'unknown': none fails, but at least one
	 * fact is missing.
	 */
	result: 'fires' | 'fails' | 'unknown';
	/** Whether the conditions other than the score hold, so that the score alone decides. */
	accountHolds: boolean;
	/** Name and comparisons in plain words. */
	text: string;
	/** The comparisons that failed, in plain words. */
	failed: string[];
	missing: RuleFact[];
}

/**
 * Holds one rule against a score and the facts known of the account and the ticket.
 * @param waitedDays whole days that the customer has waited for an answer; absent when it is not known
 */
export function evaluateRule(
	rule: IdentifiedRule,
	score: number,
	account: AccountFacts,
	now: Date,
	waitedDays?: number,
): RuleOutcome {
	const scoreCheck = checkScore(rule, score);
	const accountChecks = [
		checkMrr(rule, account),
		checkRenewal(rule, account, now),
		checkWaiting(rule, waitedDays),
	].filter((check) => check !== undefined);
	const checks = [scoreCheck, ...accountChecks];
	const missing = accountChecks.flatMap(({ holds, fact }) =>
		holds === undefined && fact !== undefined ? [fact] : [],
	);
	const failed = checks.filter(({ holds }) => holds === false).map(({ text }) => text);
	const comparisons = checks.map(({ text }) => text).join(' and ');
	return {
		rule,
		result: failed.length > 0 ? 'fails' : missing.length > 0 ? 'unknown' : 'fires',
		accountHolds: accountChecks.every(({ holds }) => holds === true),
		text: rule.name ? `${rule.name}: ${comparisons}` : capitalise(comparisons),
		failed,
		missing,
	};
}

function checkScore(rule: GateRule, score: number): Check {
	const holds = score >= rule.minScore;
	return {
		holds,
		text: `score ${score} is ${holds ? 'at least' : 'below'} ${rule.minScore}`,
	};
}

function checkMrr({ mrr }: GateRule, { mrr: known, currency }: AccountFacts): Check | undefined {
	if (mrr === undefined) return undefined;
	if (known === undefined || !Number.isFinite(known)) {
		return { text: 'MRR is unknown', fact: 'MRR' };
	}
	const holds = mrr.operator === 'moreThan' ? known > mrr.amount : known >= mrr.amount;
	const relation =
		mrr.operator === 'moreThan'
			? holds
				? 'more than'
				: 'not more than'
			: holds
				? 'at least'
				: 'below';
	return {
		holds,
		text: `MRR ${formatMoney(known, currency)} is ${relation} ${formatMoney(mrr.amount, currency)}`,
		fact: 'MRR',
	};
}

/**
 * A renewal date that has passed says nothing of the next renewal, so it counts as unknown: the CRM
 * was not kept up, or the contract has just lapsed, and both are worth a look.
 */
function checkRenewal(
	{ renewalWithinDays }: GateRule,
	{ renewalDate }: AccountFacts,
	now: Date,
): Check | undefined {
	if (renewalWithinDays === undefined) return undefined;
	const days = daysUntil(renewalDate, now);
	if (days === undefined) return { text: 'renewal date is unknown', fact: 'renewal date' };
	if (days < 0) {
		return { text: `renewal date passed ${formatDaysAhead(days)}`, fact: 'renewal date' };
	}
	const holds = days <= renewalWithinDays;
	return {
		holds,
		text: `renewal ${formatDaysAhead(days)} is ${holds ? 'within' : 'later than'} ${renewalWithinDays} days`,
		fact: 'renewal date',
	};
}

function checkWaiting(
	{ noReplyDays }: GateRule,
	waitedDays: number | undefined,
): Check | undefined {
	if (noReplyDays === undefined) return undefined;
	const fact = 'time without an answer';
	if (waitedDays === undefined) return { text: `${fact} is unknown`, fact };
	const holds = waitedDays >= noReplyDays;
	const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;
	return {
		holds,
		text: `${days(waitedDays)} without an answer ${holds ? 'are at least' : 'are fewer than'} ${noReplyDays}`,
		fact,
	};
}

function capitalise(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
