import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import {
	GATE_PRESETS,
	checkRules,
	type GateRule,
	type GateSettings,
	type UnknownFactsPolicy,
	type UnsureScoresPolicy,
} from '../core/gate/rules';

// A type, not an interface: n8n's parameter types ask for an index signature.
type RuleRow = {
	name: string;
	minScore: number;
	mrrCondition: 'any' | 'atLeast' | 'moreThan';
	mrrAmount: number;
	renewalCondition: 'any' | 'within';
	renewalDays: number;
	replyCondition: 'any' | 'none';
	noReplyDays: number;
};

/** Every preset has rows of its own, so that choosing one shows its rows, ready to edit. */
const rowsField = (preset: string) => `rules_${preset}`;

const ruleFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Frustrated paying account',
		description: 'What alerts call this rule when they say why they came',
	},
	{
		displayName: 'Minimum Score',
		name: 'minScore',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 65,
		description: 'The lowest frustration score, from 0 to 100, at which the rule fires',
	},
	{
		displayName: 'MRR Condition',
		name: 'mrrCondition',
		type: 'options',
		options: [
			{ name: 'Any or Unknown', value: 'any' },
			{ name: 'At Least', value: 'atLeast' },
			{ name: 'More Than', value: 'moreThan' },
		],
		default: 'any',
		description: 'What the rule asks of the monthly recurring revenue of the account',
	},
	{
		displayName: 'MRR Amount',
		name: 'mrrAmount',
		type: 'number',
		typeOptions: { minValue: 0 },
		displayOptions: { show: { mrrCondition: ['atLeast', 'moreThan'] } },
		default: 1000,
		description: 'Compared with the monthly recurring revenue of the account',
		hint: 'Per month, in the currency of the account',
	},
	{
		displayName: 'Renewal Condition',
		name: 'renewalCondition',
		type: 'options',
		options: [
			{ name: 'Any or Unknown', value: 'any' },
			{ name: 'Within Days', value: 'within' },
		],
		default: 'any',
		description: 'What the rule asks of the next renewal date of the account',
	},
	{
		displayName: 'Renewal Within Days',
		name: 'renewalDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		displayOptions: { show: { renewalCondition: ['within'] } },
		default: 60,
		description: 'The renewal lies between today and this many days ahead',
	},
	{
		displayName: 'Reply Condition',
		name: 'replyCondition',
		type: 'options',
		options: [
			{ name: 'Any or Unknown', value: 'any' },
			{ name: 'No Answer for Days', value: 'none' },
		],
		default: 'any',
		description:
			'What the rule asks of the agents. Known where the trigger reads tickets by the helpdesk’s API.',
	},
	{
		displayName: 'No Answer for Days',
		name: 'noReplyDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { replyCondition: ['none'] } },
		default: 2,
		description: 'The customer has waited at least so many days for an agent',
	},
];

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
			'Fills the rules below; edit them as you like. Choosing another set replaces the rules, and your edits with them.',
	},
	...GATE_PRESETS.map(
		({ value, rules }): INodeProperties => ({
			displayName: 'Rules',
			name: rowsField(value),
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			displayOptions: { show: { preset: [value] } },
			placeholder: 'Add Rule',
			default: { rule: rules.map(toRow) },
			options: [{ displayName: 'Rule', name: 'rule', values: ruleFields }],
		}),
	),
	{
		displayName: 'When a Fact Is Unknown',
		name: 'unknownFacts',
		type: 'options',
		options: [
			{
				name: 'Send Would-Be Alerts to Review',
				value: 'review',
				description:
					'A ticket that only misses an alert because the MRR or renewal date is unknown goes to Review',
			},
			{
				name: 'Let the Other Rules Decide',
				value: 'otherRules',
				description: 'A rule that asks for an unknown fact does not fire, and that is all',
			},
		],
		default: 'review',
		description: 'An unknown MRR or renewal date never counts as 0 and never fires a rule',
	},
	{
		displayName: 'When the Score Is Unsure',
		name: 'unsureScores',
		type: 'options',
		options: [
			{
				name: 'Send to Review',
				value: 'review',
				description:
					'Never an alert by itself: a ticket in a language the built-in scoring does not cover, one too long to read whole, and mail that no person seems to have written go to Review, with the reason',
			},
			{
				name: 'Trust the Score',
				value: 'trust',
				description: 'The rules decide as for any other ticket',
			},
		],
		default: 'review',
		description: 'A score that may be too low must not look calm',
	},
	{
		displayName: 'History',
		name: 'history',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'From the Log',
				value: 'log',
				description: 'What the Ticket Log has of the accounts within the last 30 days',
			},
			{
				name: 'From Second Input',
				value: 'input',
				description:
					'Rows with accountId, ticketKey, score, receivedAt and state, as Ticket Log gives them out, or under similar names',
			},
			{
				name: 'None',
				value: 'none',
				description: 'Alerts then say nothing of earlier tickets',
			},
		],
		default: 'log',
		description:
			'Where earlier frustrated tickets of an account come from. They decide nothing; alerts name them.',
	},
];

/** Where earlier tickets come from. */
export type HistorySource = 'log' | 'input' | 'none';

/** The chosen source; workflows that were saved before there was a choice read the log. */
export function readHistorySource(context: IExecuteFunctions): HistorySource {
	const value = context.getNodeParameter('history', 0, 'log');
	return value === 'input' || value === 'none' ? value : 'log';
}

/**
 * The gate's settings, the same for every item of a run.
 * @throws Error naming the row and the field, when a row could never be meant that way
 */
export function readGateSettings(context: IExecuteFunctions): GateSettings {
	const preset = context.getNodeParameter('preset', 0) as string;
	const rows = context.getNodeParameter(`${rowsField(preset)}.rule`, 0, []) as RuleRow[];
	const rules = rows.map(toRule);
	checkRules(rules);
	return {
		rules,
		unknownFacts: context.getNodeParameter('unknownFacts', 0) as UnknownFactsPolicy,
		unsureScores: context.getNodeParameter('unsureScores', 0) as UnsureScoresPolicy,
	};
}

function toRow({ name = '', minScore, mrr, renewalWithinDays, noReplyDays }: GateRule): RuleRow {
	return {
		name,
		minScore,
		mrrCondition: mrr?.operator ?? 'any',
		mrrAmount: mrr?.amount ?? 1000,
		renewalCondition: renewalWithinDays === undefined ? 'any' : 'within',
		renewalDays: renewalWithinDays ?? 60,
		replyCondition: noReplyDays === undefined ? 'any' : 'none',
		noReplyDays: noReplyDays ?? 2,
	};
}

function toRule(row: RuleRow): GateRule {
	const { name, minScore, mrrCondition, mrrAmount, renewalCondition, renewalDays } = row;
	const { replyCondition, noReplyDays } = row;
	return {
		...(name && { name }),
		minScore,
		...((mrrCondition === 'atLeast' || mrrCondition === 'moreThan') && {
			mrr: { operator: mrrCondition, amount: mrrAmount },
		}),
		...(renewalCondition === 'within' && { renewalWithinDays: renewalDays }),
		...(replyCondition === 'none' && { noReplyDays }),
	};
}
