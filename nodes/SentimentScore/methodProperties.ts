import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_MODEL } from '../core/chatModel/models';
import { METHODS } from './modelSettings';

const OPENAI_METHODS = ['openAi', 'openAiWithFloor'];
const MODEL_METHODS = METHODS.filter((method) => method !== 'builtIn');

export const forOpenAi = { show: { method: OPENAI_METHODS } };
const forModels = { show: { method: MODEL_METHODS } };

const optionFields: INodeProperties[] = [
	{
		displayName: 'Concurrency',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 5,
		description: 'How many tickets the model is asked about at the same time',
	},
	{
		displayName: 'If the Model Cannot Be Used',
		name: 'withoutModel',
		type: 'options',
		options: [
			{
				name: 'Fall Back to Built-In',
				value: 'fallBack',
				description: 'Score all tickets by Built-In and show a warning',
			},
			{ name: 'Stop', value: 'stop', description: 'Fail with the reason' },
		],
		default: 'fallBack',
		description:
			'What to do when the API key is wrong, the account has no credit, or the model does not exist. When a single ticket gets no usable answer, Built-In always scores it.',
	},
	{
		displayName: 'Redact Personal Data',
		name: 'redact',
		type: 'boolean',
		default: true,
		description:
			'Whether to replace email addresses, phone numbers, card numbers, bank accounts, keys and passwords by placeholders like [email] before the text is sent to the model',
	},
	{
		displayName: 'Retries',
		name: 'retries',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 10 },
		default: 2,
		description:
			'How often to ask again about a ticket when the model is busy or out of order, within the timeout',
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 0.1, maxValue: 600 },
		default: 30,
		description: 'Seconds a ticket may take in all; Built-In scores it when they are over',
	},
];

/** What chooses and sets up the method. */
export const methodProperties: INodeProperties[] = [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Built-In',
				value: 'builtIn',
				description: 'Word list and general model of this node. No key, no network, no cost.',
			},
			{
				name: 'OpenAI',
				value: 'openAi',
				description: 'OpenAI or a compatible server judges each ticket',
			},
			{
				name: 'OpenAI With Built-In Floor (Recommended With a Key)',
				value: 'openAiWithFloor',
				description:
					'OpenAI judges, and Critical and High signals of the word list set a score it cannot go under',
			},
			{
				name: 'Connected Model',
				value: 'connectedModel',
				description: 'Any chat model attached to the Model input, e.g. Anthropic, Azure or Ollama',
				// As a tool of an agent the node has no inputs.
				displayOptions: { hide: { '@tool': [true] } },
			},
		],
		default: 'builtIn',
		description: 'Who judges the tickets. Built-In takes over when a model gives no usable answer.',
	},
	{
		displayName: 'Model',
		name: 'model',
		type: 'resourceLocator',
		displayOptions: forOpenAi,
		default: { mode: 'list', value: DEFAULT_MODEL, cachedResultName: DEFAULT_MODEL },
		required: true,
		description: 'The model to ask',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchModels', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: `e.g. ${DEFAULT_MODEL}`,
			},
		],
	},
];

export const modelOptions: INodeProperties[] = [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		displayOptions: forModels,
		placeholder: 'Add Option',
		default: {},
		options: optionFields,
	},
];
