import type { WrittenAmount } from '../item/types';
import { shown } from '../text/shown';
import type { Check, Facts } from './conditions/condition';
import { conditionsOf, type RuleCondition } from './conditions/table';
import { identifyRules, type IdentifiedRule } from './identity';
import type { GateRule } from './settings';

/** A rule made ready for many tickets. */
export interface ReadyRule {
	rule: IdentifiedRule;
	/** As it may stand on a line. Absent when it has none. */
	name?: string;
	/** The rule's currency, ISO 4217. */
	currency: string;
	conditions: readonly RuleCondition[];
}

/** @param home currency of rules that name none, ISO 4217 */
export function readyRules(rules: readonly GateRule[], home: string): ReadyRule[] {
	return identifyRules(rules).map((rule) => ({
		rule,
		name: shown(rule.name),
		currency: rule.currency ?? home,
		conditions: conditionsOf(rule),
	}));
}

/** A condition together with how it came out. */
export interface Outcome {
	condition: RuleCondition;
	check: Check;
}

export interface RuleOutcome extends ReadyRule {
	/**
	 * 'fires': every condition holds. 'fails': one does not. 'unknown': none fails, but at least one
	 * fact is missing.
	 */
	result: 'fires' | 'fails' | 'unknown';
	scoreHolds: boolean;
	/** The conditions other than the score that do not hold, or that nobody can tell. */
	open: Outcome[];
	/** Name and comparisons in plain words, on one line. */
	text: string;
	/** The comparisons that failed, in plain words. */
	failed: string[];
	/** What is unknown, e.g. "MRR". */
	missing: string[];
	/** The money in {@link text} and in {@link failed}. */
	amounts: WrittenAmount[];
	/** Whether exchange rates, and whether other facts are among what is unknown. */
	missesRate: boolean;
	missesFact: boolean;
}

/** Holds one rule against a score and what is known. */
export function evaluateRule(ready: ReadyRule, score: number, facts: Facts): RuleOutcome {
	const { rule, name, currency, conditions } = ready;
	const scoreHolds = score >= rule.minScore;
	const scoreText = `score ${score} is ${scoreHolds ? 'at least' : 'below'} ${rule.minScore}`;
	const outcomes = conditions.map((condition): Outcome => {
		const check = condition.check(facts, currency);
		return { condition, check };
	});
	const checks = outcomes.map(({ check }) => check);
	const unknowns = checks.filter((check) => check.holds === undefined);
	const failed = checks.filter(({ holds }) => holds === false).map(({ text }) => text);
	const comparisons = [scoreText, ...checks.map(({ text }) => text)].join(' and ');
	return {
		...ready,
		result: !scoreHolds || failed.length > 0 ? 'fails' : unknowns.length > 0 ? 'unknown' : 'fires',
		scoreHolds,
		open: outcomes.filter(({ check }) => check.holds !== true),
		text: name === undefined ? capitalise(comparisons) : `${name}: ${comparisons}`,
		failed: scoreHolds ? failed : [scoreText, ...failed],
		missing: unknowns.map(({ fact }) => fact),
		amounts: checks.flatMap(({ amounts = [] }) => amounts),
		missesRate: unknowns.some(({ isRate }) => isRate === true),
		missesFact: unknowns.some(({ isRate }) => isRate !== true),
	};
}

function capitalise(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
