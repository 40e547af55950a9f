import { checkRules, evaluateGate, identifyRules, type GateRule, type GateSettings } from '../gate';
import type { GateDecision } from '../item/types';
import { isObject } from '../item/fields';
import { formatMoney } from '../values/wording';
import type { LoggedScore } from './rows';

/** All that reports know of how a rule of the gate is written down; what it means, only the gate knows. */

const POLICIES: Omit<GateSettings, 'rules'> = { unknownFacts: 'review', unsureScores: 'review' };

/** Decides logged messages as the gate would have at their times, with the facts as they were. */
export function deciderOf(settings: GateSettings): (message: LoggedScore) => GateDecision {
	return ({ ticketKey, score, flags, account, receivedAt }) =>
		evaluateGate({ ticketKey, score, flags, account }, settings, receivedAt);
}

/** What a rule asks of the MRR, per month; absent where it asks nothing. */
export function mrrFloorOf({ mrr }: GateRule): number | undefined {
	return mrr?.amount;
}

/** The same rule with another score and, where it asks for an MRR at all, another floor of it. */
export function withThresholds(rule: GateRule, minScore: number, mrrFloor?: number): GateRule {
	return {
		...rule,
		minScore,
		...(rule.mrr !== undefined &&
			mrrFloor !== undefined &&
			mrrFloor !== rule.mrr.amount && { mrr: { operator: 'atLeast', amount: mrrFloor } }),
	};
}

/** The same rule without its two thresholds: it fires where all its other conditions hold. */
export function withoutThresholds(rule: GateRule): GateRule {
	return { ...rule, minScore: 0, mrr: undefined };
}

/** Tells whether an account's MRR is known to reach what a rule asks of it, in the gate's own reckoning. */
export function reachOf(rule: GateRule, settings: GateSettings): (message: LoggedScore) => boolean {
	const asked: GateRule = { minScore: 0, mrr: rule.mrr };
	const decide = deciderOf({ ...settings, rules: [asked] });
	return (message) => decide({ ...message, score: 100, flags: [] }).rules.length > 0;
}

/** "score 65, MRR $1,000": the part of a rule that a suggestion moves. */
export function thresholdsOf({ minScore, mrr }: GateRule): string {
	if (mrr === undefined) return `score ${minScore}`;
	const more = mrr.operator === 'moreThan' ? 'above ' : '';
	return `score ${minScore}, MRR ${more}${formatMoney(mrr.amount)}`;
}

/** What a rule is called: its name, else what it asks for. */
export function ruleNames(rules: readonly GateRule[]): Map<string, string> {
	return new Map(identifyRules(rules).map(({ id, name }) => [id, name ?? id.replaceAll('-', ' ')]));
}

/** What a rule should be changed to before it is tried. */
export interface RuleChange {
	/** The rule's name or ID; capital letters do not matter. */
	rule: string;
	minScore?: number;
	mrr?: number;
}

/**
 * The settings with some of their thresholds changed.
 * @throws Error naming the rule, when there is none of that name, or when it asks for no MRR that could be changed
 */
export function changeRules(settings: GateSettings, changes: readonly RuleChange[]): GateSettings {
	const named = identifyRules(settings.rules);
	const rules = [...settings.rules];
	for (const { rule, minScore, mrr } of changes) {
		const wanted = rule.trim().toLowerCase();
		const index = named.findIndex(
			({ id, name }) => id === wanted || name?.trim().toLowerCase() === wanted,
		);
		const found = rules[index];
		if (found === undefined) {
			const names = [...ruleNames(settings.rules).values()].map((name) => `"${name}"`).join(', ');
			throw new Error(`Changes to Try: there is no rule "${rule}". The rules are ${names}`);
		}
		if (mrr !== undefined && mrrFloorOf(found) === undefined) {
			throw new Error(
				`Changes to Try: the rule "${rule}" asks for no MRR. Leave MRR Floor empty, or give the rules as JSON`,
			);
		}
		rules[index] = withThresholds(found, minScore ?? found.minScore, mrr);
	}
	checkRules(rules);
	return { ...settings, rules };
}

/**
 * Reads settings of a gate from JSON: a list of rules, or an object with `rules` and the gate's policies.
 * @throws Error saying what is wrong, in the words of the gate
 */
export function readSettings(value: unknown): GateSettings {
	const given = Array.isArray(value) ? { rules: value } : value;
	if (!isObject(given) || !Array.isArray(given.rules) || !given.rules.every(isRule)) {
		throw new Error(
			'The rules must be a list such as [{"name": "Critical ticket", "minScore": 80}], each with a number as minScore',
		);
	}
	const { rules } = given;
	checkRules(rules);
	return {
		rules,
		unknownFacts: given.unknownFacts === 'otherRules' ? 'otherRules' : POLICIES.unknownFacts,
		unsureScores: given.unsureScores === 'trust' ? 'trust' : POLICIES.unsureScores,
	};
}

function isRule(value: unknown): value is GateRule {
	if (!isObject(value) || typeof value.minScore !== 'number') return false;
	const { name, mrr, renewalWithinDays, noReplyDays } = value;
	const isNumber = (one: unknown) => one === undefined || typeof one === 'number';
	const isFloor =
		mrr === undefined ||
		(isObject(mrr) &&
			typeof mrr.amount === 'number' &&
			(mrr.operator === 'atLeast' || mrr.operator === 'moreThan'));
	const isNamed = name === undefined || typeof name === 'string';
	return isNamed && isFloor && isNumber(renewalWithinDays) && isNumber(noReplyDays);
}
