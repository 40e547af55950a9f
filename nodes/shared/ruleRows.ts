import type {
	DisplayCondition,
	IExecuteFunctions,
	INodeParameters,
	INodeProperties,
	NodeParameterValue,
} from 'n8n-workflow';

import { GATE_PRESETS, type GatePreset, type GateRule } from '../core/gate';
import { ruleFields, toRule, type RuleRow } from './ruleFields';

/** Rows of rules in a panel, with a preset to start from: the same in every node that asks for rules. */

/** Every preset has rows of its own, so that choosing one shows its rows, ready to edit. */
const rowsField = (preset: string) => `rules_${preset}`;

/** When a field is in view, by the values of others. */
type Show = Record<string, string[]>;

/**
 * The field for the preset, and the rows of every set.
 * @param show when they are in view, where that is not always; its names begin with "/", since the editor empties the
 * rows when a field they name without it changes
 */
export function ruleProperties(show?: Show): INodeProperties[] {
	return [
		{
			displayName: 'Start From',
			name: 'preset',
			type: 'options',
			noDataExpression: true,
			...(show && { displayOptions: { show } }),
			options: GATE_PRESETS.map(({ name, value, description }) => ({ name, value, description })),
			default: 'recommended',
			description:
				'Fills the rules below; edit them as you like. Your edits stay with the set you made them in: choosing another one shows the rules of that set, and choosing this one again brings yours back.',
			hint: 'The rules below are those that count',
		},
		...GATE_PRESETS.flatMap((preset) => setProperties(preset, show)),
	];
}

/**
 * Rows of every set. n8n's editor throws a value away whose name is on no field in view, so a set with changes of the
 * admin's keeps its name on a line that says so while another one is chosen. The "/" in front of a name keeps the
 * editor from emptying a field that comes into view when another choice is made.
 */
function setProperties({ value, name: title, rules }: GatePreset, show?: Show): INodeProperties[] {
	const name = rowsField(value);
	const rule = rules.map(toRow);
	return [
		{
			displayName: 'Rules',
			name,
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			displayOptions: { show: { ...show, '/preset': [value] } },
			placeholder: 'Add Rule',
			default: { rule },
			options: [{ displayName: 'Rule', name: 'rule', values: ruleFields }],
		},
		{
			displayName: `Your changes to the rules of <b>${title}</b> are kept. They count again when you choose it under Start From.`,
			name,
			type: 'notice',
			displayOptions: {
				show: { ...show, [`/${name}`]: [{ _cnd: { exists: true } }] },
				hide: { '/preset': [value], [`/${name}`]: [equals({ rule })] },
			},
			default: { rule },
		},
		{
			displayName: 'Rules Kept',
			name,
			type: 'hidden',
			displayOptions: { ...(show && { show }), hide: { '/preset': [value] } },
			default: { rule },
		},
	];
}

/** n8n compares whole values, too; its types know of simple ones only. */
function equals(value: INodeParameters): DisplayCondition {
	return { _cnd: { eq: value as unknown as NodeParameterValue } };
}

/** The rules in view as they are for one item, unchecked. */
export function readRuleRows(context: IExecuteFunctions, itemIndex: number): GateRule[] {
	const preset = context.getNodeParameter('preset', itemIndex) as string;
	const rows = context.getNodeParameter(`${rowsField(preset)}.rule`, itemIndex, []) as RuleRow[];
	return rows.map(toRule);
}

/** The row of a preset's rule. */
function toRow(rule: GateRule): INodeParameters {
	const { name = '', minScore, mrrAtLeast, mrrMoreThan, renewalWithinDays } = rule;
	return {
		name,
		minScore,
		conditions: {
			...(mrrAtLeast !== undefined && { mrrAtLeast }),
			...(mrrMoreThan !== undefined && { mrrMoreThan }),
			...(renewalWithinDays !== undefined && { renewalWithinDays }),
		},
	};
}
