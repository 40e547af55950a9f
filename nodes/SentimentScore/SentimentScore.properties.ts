import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import {
	DEFAULT_TAXONOMY,
	RISK_WEIGHTS,
	TAXONOMY_PRESETS,
	type TaxonomyRow,
} from '../core/taxonomy';
import { DEFAULT_TOPICS, writeTopics } from '../core/topicList';
import type { RiskLevel } from '../core/item/types';
import { methodProperties, modelOptions } from './methodProperties';
import { METHODS, type Method } from './modelSettings';
import type { WordList } from './wordLists';

const RISK_NAMES: Record<RiskLevel, string> = {
	critical: 'Critical',
	high: 'High',
	mediumHigh: 'Medium-High',
	lowMedium: 'Low-Medium',
};

// A type, not an interface: n8n's parameter types ask for an index signature.
type WordListRow = {
	signal: string;
	topic: string;
	riskLevel: RiskLevel;
	ownWeight: boolean;
	weight: number;
	phrases: string;
};

/** The phrases a newcomer understands at a glance come first; their order means nothing to the score. */
const plainFirst = (phrases: readonly string[]): string[] => [
	...phrases.filter((phrase) => !/[|(]/.test(phrase)),
	...phrases.filter((phrase) => /[|(]/.test(phrase)),
];

const toRow = ({ signal, topic, riskLevel, weight, phrases }: TaxonomyRow): WordListRow => ({
	signal,
	topic,
	riskLevel,
	ownWeight: weight !== undefined,
	weight: weight ?? RISK_WEIGHTS[riskLevel],
	phrases: plainFirst(phrases).join('\n'),
});

const rowFields: INodeProperties[] = [
	{
		displayName: 'Signal Name',
		name: 'signal',
		type: 'string',
		default: '',
		placeholder: 'e.g. Core workflow failure',
		description: 'What alerts call it',
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
		displayName: 'Use Custom Weight',
		name: 'ownWeight',
		type: 'boolean',
		default: false,
		description: 'Whether to give this signal a score of its own instead of that of its risk level',
	},
	{
		displayName: 'Weight',
		name: 'weight',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		displayOptions: { show: { ownWeight: [true] } },
		default: 75,
		description: 'The score, from 0 to 100, that the signal gives on its own',
	},
	{
		displayName: 'Phrases',
		name: 'phrases',
		type: 'string',
		typeOptions: { rows: 8 },
		default: '',
		placeholder: "e.g. can't export",
		description: 'What customers write, one phrase per line',
		hint: 'Finds other forms, small gaps and typos: <i>can\'t export</i> also finds "cannot properly export". <i>slow|laggy</i> means either word, <i>(very)? slow</i> that "very" may stand there.<br>Put a phrase in "quotes" to find it exactly as written.',
	},
];

export const sentimentScoreProperties: INodeProperties[] = [
	...methodProperties,
	{
		displayName: 'Text From',
		name: 'textFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Ticket',
				value: 'ticket',
				description: 'From ticket.subject and ticket.body of each item',
			},
			{ name: 'Define Below', value: 'define' },
		],
		default: 'ticket',
		description: 'Where the text to score stands',
	},
	{
		displayName: 'Subject',
		name: 'subject',
		type: 'string',
		displayOptions: { show: { textFrom: ['define'] } },
		default: '',
		placeholder: 'e.g. {{ $json.title }}',
		description: 'Subject of the ticket; may stay empty',
	},
	{
		displayName: 'Body',
		name: 'body',
		type: 'string',
		typeOptions: { rows: 4 },
		displayOptions: { show: { textFrom: ['define'] } },
		default: '',
		placeholder: 'e.g. {{ $json.description }}',
		description: 'Text or HTML, as the customer sent it',
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
		description: 'Signals that matter for your kind of product, besides the ones in the word list',
	},
	{
		displayName: 'Topics',
		name: 'topics',
		type: 'string',
		typeOptions: { rows: 6 },
		default: writeTopics(DEFAULT_TOPICS),
		placeholder: 'e.g. export: csv, download report',
		hint: 'One topic per line, then a colon and its words. <i>(a|b)</i> means either one, a word after <i>~</i> is only a hint.',
		description:
			'What tickets can be about: one topic per line, then a colon and the words that speak for it. A model chooses from the same topics.',
	},
	{
		displayName: 'Explain Score',
		name: 'explain',
		type: 'boolean',
		displayOptions: { show: { method: ['builtIn'] } },
		default: false,
		description:
			'Whether to add the words that raised or lowered the score most, under sentiment.words. For finding out why a ticket scored as it did.',
	},
	{
		displayName: 'Word List',
		name: 'wordListSource',
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
		description: 'Where the signals and their phrases come from',
	},
	{
		displayName: 'Signals',
		name: 'wordList',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		displayOptions: { show: { wordListSource: ['rows'] } },
		placeholder: 'Add Signal',
		default: { row: DEFAULT_TAXONOMY.map(toRow) },
		options: [{ displayName: 'Signal', name: 'row', values: rowFields }],
		description:
			'What frustrated customers write about your product; the more of your own words, the better',
	},
	{
		displayName: 'Word List (JSON)',
		name: 'wordListJson',
		type: 'json',
		typeOptions: { rows: 10 },
		displayOptions: { show: { wordListSource: ['json'] } },
		default: JSON.stringify(
			[
				{
					signal: 'Export failure',
					topic: 'export',
					riskLevel: 'high',
					phrases: ["can't export", 'export fails'],
				},
			],
			undefined,
			2,
		),
		description:
			'A list of signals, each with signal, topic, riskLevel (critical, high, mediumHigh or lowMedium), phrases, and weight (0 to 100) if it has one of its own',
	},
	...modelOptions,
];

/** The chosen method; workflows that were saved before there was a choice have Built-In. */
export function readMethod(context: IExecuteFunctions): Method {
	const value = context.getNodeParameter('method', 0, 'builtIn');
	const method = METHODS.find((known) => known === value);
	if (method === undefined) throw new Error(`"Method" is "${String(value)}", which is none`);
	return method;
}

/** Whether the words behind the score are asked for. */
export function readExplains(context: IExecuteFunctions): boolean {
	return context.getNodeParameter('explain', 0, false) === true;
}

/** The topic list as an admin left it, one topic per line. */
export function readTopicList(context: IExecuteFunctions): string {
	const text = context.getNodeParameter('topics', 0, writeTopics(DEFAULT_TOPICS));
	return typeof text === 'string' ? text : '';
}

/** The text to score, as the ticket has it or as the fields say. */
export function readText(
	context: IExecuteFunctions,
	json: IDataObject,
	itemIndex: number,
	readTicket: (json: IDataObject) => { subject?: string; body?: string },
): { subject?: string; body?: string } {
	if (context.getNodeParameter('textFrom', itemIndex) === 'ticket') return readTicket(json);
	const text = (name: string) => {
		const value = context.getNodeParameter(name, itemIndex, '');
		return typeof value === 'string' && value.trim() !== '' ? value : undefined;
	};
	return { subject: text('subject'), body: text('body') };
}

/** The word list as an admin left it, unchecked: what `parseTaxonomy` reads, and the chosen presets. */
export function readWordList(context: IExecuteFunctions): WordList {
	const presets = (context.getNodeParameter('presets', 0) as string[]).flatMap(
		(preset) => TAXONOMY_PRESETS[preset]?.rows ?? [],
	);
	if (context.getNodeParameter('wordListSource', 0) === 'json') {
		return { list: context.getNodeParameter('wordListJson', 0), presets };
	}
	const rows = context.getNodeParameter('wordList.row', 0, []) as WordListRow[];
	const list = rows.map(({ ownWeight, weight, ...row }) => ({
		...row,
		...(ownWeight && { weight }),
	}));
	return { list, presets };
}
