import type { Route } from '../item/types';
import type { RuleOutcome } from './evaluateRule';
import { lowestScore } from './identity';

/**
 * What would have changed a decision, in one line: the lowest score at which a rule whose other conditions hold
 * would have fired; where there is none, what a rule that the score is enough for still lacks.
 */
export function counterfactualOf(route: Route, outcomes: readonly RuleOutcome[]): string {
	const within = outcomes.filter(({ open }) => open.length === 0);
	if (route === 'alert') {
		const needed = lowestScore(within.map(({ rule }) => rule));
		return needed <= 0
			? 'Would have alerted at any score'
			: `Would not have alerted below a score of ${needed}`;
	}
	if (within.some(({ scoreHolds }) => scoreHolds)) {
		return 'Would have alerted if its score could be trusted';
	}
	const facts = [...new Set(outcomes.flatMap(whatItLacks))];
	const withFacts = facts.length === 0 ? [] : [`with ${facts.join(', or with ')}`];
	if (within.length > 0) {
		const needed = `at a score of ${lowestScore(within.map(({ rule }) => rule))}`;
		return `Would have alerted ${[needed, ...withFacts].join(', or ')}`;
	}
	return facts.length === 0
		? 'No score would have alerted: every rule asks for a fact that does not hold'
		: `No score would have alerted, but it would have ${withFacts.join('')}`;
}

/** Of a rule that the score is enough for: its open condition, when it is the only one. */
function whatItLacks({ scoreHolds, open, currency }: RuleOutcome): string[] {
	const [only, ...others] = open;
	if (!scoreHolds || only === undefined || others.length > 0) return [];
	return [only.condition.words(currency)];
}
