import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';

import { readTicket } from '../core/item/readers';
import type { ScoredTicket } from '../core/score/scoreTicket';
import type { ChangeRow } from '../core/score/wordList/changes';
import { methodProperties, modelOptions } from './methodProperties';
import { METHODS, type Method } from './modelSettings';
import { signalProperties } from './signalProperties';
import type { Words } from './words';
import { reasonOf } from '../shared/reasonOf';

const forTools = { show: { '@tool': [true] } };

const textProperties: INodeProperties[] = [
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
			{ name: 'Define Below', value: 'define', description: 'From any other fields' },
		],
		displayOptions: { hide: { '@tool': [true] } },
		default: 'ticket',
		description: 'Where the text to score stands',
	},
	{
		displayName: 'Subject',
		name: 'subject',
		type: 'string',
		displayOptions: { show: { textFrom: ['define'] }, hide: { '@tool': [true] } },
		default: '',
		placeholder: 'e.g. {{ $json.title }}',
		description: 'Subject of the ticket; may stay empty',
	},
	{
		displayName: 'Body',
		name: 'body',
		type: 'string',
		typeOptions: { rows: 4 },
		displayOptions: { show: { textFrom: ['define'] }, hide: { '@tool': [true] } },
		default: '',
		placeholder: 'e.g. {{ $json.description }}',
		description: 'Text or HTML, as the customer sent it',
	},
	{
		displayName: 'Subject',
		name: 'subject',
		type: 'string',
		displayOptions: forTools,
		default:
			"={{ $fromAI('subject', 'Subject of the support ticket; an empty text if it has none', 'string', '') }}",
		description: 'Subject of the ticket, which the agent fills in; may stay empty',
	},
	{
		displayName: 'Body',
		name: 'body',
		type: 'string',
		typeOptions: { rows: 4 },
		displayOptions: forTools,
		default:
			"={{ $fromAI('body', 'What the customer wrote, word for word, as text or HTML', 'string') }}",
		description: 'What the customer wrote, which the agent fills in',
	},
];

const explainProperty: INodeProperties = {
	displayName: 'Explain Score',
	name: 'explain',
	type: 'boolean',
	displayOptions: { show: { method: ['builtIn'] } },
	default: false,
	description:
		'Whether to add the words that raised or lowered the score most, under sentiment.words. For finding out why a ticket scored as it did.',
};

/** Fields that mean something only where tickets are scored. */
const forScoring = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: {
		...property.displayOptions,
		show: { operation: ['score'], ...property.displayOptions?.show },
	},
});

export const sentimentScoreProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Score Tickets',
				value: 'score',
				action: 'Score tickets',
				description: 'Add the score of each ticket to its item',
			},
			{
				name: 'Show Built-In Words',
				value: 'showWords',
				action: 'Show built in words',
				description:
					'Give out the signals and topics that come with this node, one item each, to read or copy',
			},
		],
		default: 'score',
	},
	...[
		...methodProperties,
		...textProperties,
		...signalProperties,
		explainProperty,
		...modelOptions,
	].map(forScoring),
];

/** Whether the node is asked what it knows, and not to score. */
export function showsWords(context: IExecuteFunctions): boolean {
	return context.getNodeParameter('operation', 0, 'score') === 'showWords';
}

/** Whether an AI agent calls the node as its tool: n8n adds this ending to the type. */
export function isTool(context: IExecuteFunctions): boolean {
	return context.getNode().type.endsWith('Tool');
}

/** The chosen method. */
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

/**
 * The text to score, as the ticket has it or as the fields say.
 * @throws Error when there is no ticket, or both fields are empty, saying how to get going again
 */
export function readText(
	context: IExecuteFunctions,
	json: IDataObject,
	itemIndex: number,
): ScoredTicket {
	if (context.getNodeParameter('textFrom', itemIndex, 'define') === 'ticket') {
		try {
			return readTicket(json);
		} catch (error) {
			throw new NodeOperationError(
				context.getNode(),
				`${reasonOf(error)}. Or set "Text From" to "Define Below" and choose the fields that hold subject and body`,
				{ itemIndex },
			);
		}
	}
	const text = (name: string): string | undefined => {
		const value: unknown = context.getNodeParameter(name, itemIndex, '');
		const written = typeof value === 'number' ? String(value) : value;
		return typeof written === 'string' && written.trim() !== '' ? written : undefined;
	};
	const read = { subject: text('subject'), body: text('body') };
	if (read.subject === undefined && read.body === undefined) {
		throw new Error(
			'"Subject" and "Body" are both empty. Drag the fields that hold the customer\'s text into them, or set "Text From" to "Ticket"',
		);
	}
	return read;
}

type OwnRow = { ownWeight?: boolean; weight?: number } & IDataObject;

/** The words and topics as an admin left them, unchecked. */
export function readWords(context: IExecuteFunctions): Words {
	const own =
		context.getNodeParameter('ownSignalsFrom', 0, 'rows') === 'json'
			? context.getNodeParameter('ownSignalsJson', 0, '[]')
			: (context.getNodeParameter('ownSignals.row', 0, []) as OwnRow[]).map(
					({ ownWeight, weight, ...row }) => ({ ...row, ...(ownWeight && { weight }) }),
				);
	return {
		own,
		usesBuiltIn: context.getNodeParameter('useBuiltInWords', 0, true) === true,
		presets: context.getNodeParameter('presets', 0, []) as string[],
		changes: context.getNodeParameter('builtInChanges.row', 0, []) as ChangeRow[],
		ownTopics: String(context.getNodeParameter('ownTopics', 0, '')),
		usesBuiltInTopics: context.getNodeParameter('useBuiltInTopics', 0, true) === true,
	};
}
