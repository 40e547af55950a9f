import type { ConditionName, ConditionValues, GateRule } from '../settings';
import { accountFields, healthBelow, healthDrop, renewalWithinDays } from './account';
import type { Check, Condition, Facts } from './condition';
import { mrrAtLeast, mrrMoreThan } from './money';
import { events, frustratedTickets, labelAtLeast, noReplyDays, topics } from './ticket';

/** Every condition there is, in the order in which reasons name them. */
const CONDITIONS: { readonly [Name in ConditionName]: Condition<ConditionValues[Name]> } = {
	mrrAtLeast,
	mrrMoreThan,
	renewalWithinDays,
	healthBelow,
	healthDrop,
	accountFields,
	labelAtLeast,
	topics,
	events,
	frustratedTickets,
	noReplyDays,
};

const NAMES = Object.keys(CONDITIONS) as ConditionName[];

/** A condition together with what a rule compares it with. */
export interface RuleCondition {
	name: ConditionName;
	/** As the panel calls it. */
	label: string;
	/** Whether it compares money. */
	isMoney: boolean;
	problem: string | undefined;
	id: string;
	canonical: unknown;
	words(currency: string): string;
	check(facts: Facts, currency: string): Check;
}

/** The conditions that a rule names. */
export function conditionsOf(rule: GateRule): RuleCondition[] {
	return NAMES.flatMap((name) => bound(name, rule));
}

function bound<Name extends ConditionName>(name: Name, rule: GateRule): RuleCondition[] {
	const condition: Condition<ConditionValues[Name]> = CONDITIONS[name];
	const values: Partial<ConditionValues> = rule;
	const value: ConditionValues[Name] | undefined = values[name];
	if (value === undefined) return [];
	return [
		{
			name,
			label: condition.label,
			isMoney: name === 'mrrAtLeast' || name === 'mrrMoreThan',
			problem: condition.problem(value),
			id: condition.id(value),
			canonical: condition.canonical(value),
			words: (currency) => condition.words(value, currency),
			check: (facts, currency) => condition.check(value, facts, currency),
		},
	];
}
