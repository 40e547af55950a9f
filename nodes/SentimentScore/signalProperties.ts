import type { INodeProperties } from 'n8n-workflow';

import type { RiskLevel } from '../core/item/types';
import { RISK_WEIGHTS, TAXONOMY_PRESETS, weightOf } from '../core/score/wordList';
import { BUILT_IN_SIGNALS } from '../core/score/wordList/compose';

const RISK_NAMES: Record<RiskLevel, string> = {
	critical: 'Critical',
	high: 'High',
	mediumHigh: 'Medium-High',
	lowMedium: 'Low-Medium',
};

const weightField = (
	displayOptions: INodeProperties['displayOptions'],
	start: number | '',
): INodeProperties => ({
	displayName: 'Weight',
	name: 'weight',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100 },
	displayOptions,
	default: start,
	placeholder: 'e.g. 75',
	description: 'The score, from 0 to 100, that the signal gives on its own',
});

const ownFields: INodeProperties[] = [
	{
		displayName: 'Signal Name',
		name: 'signal',
		type: 'string',
		default: '',
		placeholder: 'e.g. Export failure',
		description:
			'What alerts call it. With the name of a built-in signal your phrases are added to it.',
	},
	{
		displayName: 'Phrases',
		name: 'phrases',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: "e.g. can't export\nexport fails",
		description: 'What customers write, one phrase per line',
		hint: 'Finds other forms, small gaps and typos: <i>can\'t export</i> also finds "cannot properly export". <i>slow|laggy</i> means either word, <i>(very)? slow</i> that "very" may stand there.<br>Put a phrase in "quotes" to find it exactly as written.',
	},
	{
		displayName: 'Risk Level',
		name: 'riskLevel',
		type: 'options',
		options: (Object.keys(RISK_NAMES) as RiskLevel[]).map((value) => ({
			name: `${RISK_NAMES[value]} (${RISK_WEIGHTS[value]})`,
			value,
		})),
		default: 'high',
		description: 'How alarming the signal is; the number is the score it gives on its own',
	},
	{
		displayName: 'Topic',
		name: 'topic',
		type: 'string',
		default: '',
		placeholder: 'e.g. export',
		description: 'The topic of tickets with this signal; empty to tell it from the text',
	},
	{
		displayName: 'Use Custom Weight',
		name: 'ownWeight',
		type: 'boolean',
		default: false,
		description: 'Whether to give this signal a score of its own instead of that of its risk level',
	},
	weightField({ show: { ownWeight: [true] } }, 75),
];

const changeFields: INodeProperties[] = [
	{
		displayName: 'Signal',
		name: 'signal',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Choose a Signal', value: '' },
			...BUILT_IN_SIGNALS.map((row) => ({
				name: `${row.signal} (${weightOf(row)})`,
				value: row.signal,
				...(row.preset !== undefined && {
					description: `Of the words for ${TAXONOMY_PRESETS[row.preset]?.name}`,
				}),
			})),
		],
		default: '',
		description: 'The built-in signal to change; the number is the score it gives on its own',
	},
	{
		displayName: 'Change',
		name: 'change',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Set Topic', value: 'topic', description: 'The topic of tickets with this signal' },
			{ name: 'Set Weight', value: 'weight', description: 'The score it gives on its own' },
			{ name: 'Switch Off', value: 'off', description: 'Its phrases are not looked for' },
		],
		default: 'weight',
		description: 'What to change about it',
	},
	weightField({ show: { change: ['weight'] } }, ''),
	{
		displayName: 'Topic',
		name: 'topic',
		type: 'string',
		displayOptions: { show: { change: ['topic'] } },
		default: '',
		placeholder: 'e.g. export',
		description: 'The topic of tickets with this signal; empty to tell it from the text',
	},
];

/** The admin's own words, then what is taken of the built-in ones. */
export const signalProperties: INodeProperties[] = [
	{
		displayName: 'Your Own Signals From',
		name: 'ownSignalsFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Define Below', value: 'rows' },
			{
				name: 'JSON',
				value: 'json',
				description: 'For lists that are kept elsewhere, e.g. in a data table',
			},
		],
		default: 'rows',
		description: 'Where your own signals and their phrases come from',
	},
	{
		displayName: 'Your Own Signals',
		name: 'ownSignals',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		displayOptions: { show: { ownSignalsFrom: ['rows'] } },
		placeholder: 'Add Signal',
		default: {},
		options: [{ displayName: 'Signal', name: 'row', values: ownFields }],
		description:
			"What frustrated customers write about your product, e.g. <i>Export failure</i> with the phrases <i>can't export</i> and <i>export fails</i>. They count besides the built-in words.",
	},
	{
		displayName: 'Your Own Signals (JSON)',
		name: 'ownSignalsJson',
		type: 'json',
		typeOptions: { rows: 6 },
		displayOptions: { show: { ownSignalsFrom: ['json'] } },
		default: '[]',
		placeholder:
			'e.g. [{"signal": "Export failure", "topic": "export", "riskLevel": "high", "phrases": ["can\'t export"]}]',
		description:
			'A list of signals, each with signal, topic, riskLevel (critical, high, mediumHigh or lowMedium), phrases, and weight (0 to 100) if it has one of its own',
	},
	{
		displayName: 'Use the Built-In Words',
		name: 'useBuiltInWords',
		type: 'boolean',
		default: true,
		description:
			'Whether to look for the phrases that come with this node, in six languages. To read them, run the operation <i>Show Built-In Words</i>.',
	},
	{
		displayName: 'Change Built-In Signals',
		name: 'builtInChanges',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Change',
		default: {},
		options: [{ displayName: 'Change', name: 'row', values: changeFields }],
		description: 'Built-in signals that weigh more or less for you, or that you do not want',
	},
	{
		displayName: 'Add Words For',
		name: 'presets',
		type: 'multiOptions',
		noDataExpression: true,
		options: Object.entries(TAXONOMY_PRESETS).map(([value, { name, description }]) => ({
			name,
			value,
			description,
		})),
		default: [],
		description: 'Signals that matter for your kind of product',
	},
	{
		displayName: 'Your Own Topics',
		name: 'ownTopics',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. time tracking: timesheet, time entry',
		hint: 'One topic per line, then a colon and its words. <i>(a|b)</i> means either one, a word after <i>~</i> is only a hint.',
		description:
			'What tickets can be about besides the built-in topics. A model chooses from the same topics.',
	},
	{
		displayName: 'Use the Built-In Topics',
		name: 'useBuiltInTopics',
		type: 'boolean',
		default: true,
		description:
			'Whether tickets can also be about the topics that come with this node, e.g. billing, export or access',
	},
];
