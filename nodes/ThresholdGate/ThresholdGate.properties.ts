import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { GATE_PRESETS, checkSettings, type GateSettings } from '../core/gate';
import { policyProperties, readPolicies } from './policyProperties';
import { rowsField, ruleRows, toRule, type RuleRow } from './ruleProperties';

export const thresholdGateProperties: INodeProperties[] = [
	{
		displayName:
			'A ticket goes to Alert when <b>any</b> rule fires; a rule fires when <b>all</b> of its conditions hold. Frustrated tickets that need a person to look go to Review, everything else to Digest.',
		name: 'howItWorks',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Start From',
		name: 'preset',
		type: 'options',
		noDataExpression: true,
		options: GATE_PRESETS.map(({ name, value, description }) => ({ name, value, description })),
		default: 'recommended',
		description:
			'Fills the rules below; edit them as you like. Your edits stay with the set you made them in: choosing another one shows the rules of that set, and choosing this one again brings yours back.',
		hint: 'The rules below are those that decide',
	},
	...ruleRows,
	...policyProperties,
];

/**
 * The gate's settings, the same for every item of a run.
 * @throws Error naming the row and the field, when they could never be meant that way
 */
export function readGateSettings(context: IExecuteFunctions): GateSettings {
	const preset = context.getNodeParameter('preset', 0) as string;
	const rows = context.getNodeParameter(`${rowsField(preset)}.rule`, 0, []) as RuleRow[];
	const settings = { rules: rows.map(toRule), ...readPolicies(context) };
	checkSettings(settings);
	return settings;
}
