import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { checkSettings, type GateSettings } from '../core/gate';
import { readRuleRows, ruleProperties } from '../shared/ruleRows';
import { policyProperties, readPolicies } from './policyProperties';

export const thresholdGateProperties: INodeProperties[] = [
	{
		displayName:
			'A ticket goes to Alert when <b>any</b> rule fires; a rule fires when <b>all</b> of its conditions hold. Frustrated tickets that need a person to look go to Review, everything else to Digest.',
		name: 'howItWorks',
		type: 'notice',
		default: '',
	},
	...ruleProperties(),
	...policyProperties,
];

/**
 * The gate's settings, the same for every item of a run.
 * @throws Error naming the row and the field, when they could never be meant that way
 */
export function readGateSettings(context: IExecuteFunctions): GateSettings {
	const settings = { rules: readRuleRows(context, 0), ...readPolicies(context) };
	checkSettings(settings);
	return settings;
}

/** The same; absent where they are wrong: each item fails of that by itself, in the loop over the items. */
export function knownSettings(settings: () => GateSettings): GateSettings | undefined {
	try {
		return settings();
	} catch {
		return undefined;
	}
}
