import { WEBHOOK_RESOLVERS, type INodeParameters, type INodeProperties } from 'n8n-workflow';

import { fieldOf } from '../core/helpdesk/fields';
import { senderFields } from '../shared/senderFields';

import { helpdeskSteps } from './helpdeskSteps';
import { otherFields } from './otherFields';

const HELPDESKS = ['zendesk', 'intercom', 'freshdesk', 'other'] as const;
type Helpdesk = (typeof HELPDESKS)[number];

/**
 * Shows a field for these helpdesks only. By "hide", since n8n's editor takes a field that decides on a
 * credential off the screen, and with it every field that one names under "show": Helpdesk itself.
 */
export const onlyFor = (...helpdesks: Helpdesk[]) => ({
	hide: { helpdesk: HELPDESKS.filter((other) => !helpdesks.includes(other)) },
});

const helpdeskAndProof: INodeProperties[] = [
	{
		displayName: 'Helpdesk',
		name: 'helpdesk',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Freshdesk', value: 'freshdesk' },
			{ name: 'Intercom', value: 'intercom' },
			{
				name: 'Other',
				value: 'other',
				description: 'Any helpdesk, form or mailbox, by a webhook or by Ticket Log’s Take In',
			},
			{ name: 'Zendesk', value: 'zendesk' },
		],
		default: 'zendesk',
		description: 'Where the tickets come from',
	},
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		noDataExpression: true,
		displayOptions: onlyFor('zendesk'),
		options: [
			{
				name: 'API Token',
				value: 'zendeskApi',
				description: 'Registers itself, reads replies and ratings, and finds what was missed',
			},
			{
				name: 'Header Auth (Set Up by Hand)',
				value: 'headerAuth',
				description: 'New tickets only: Zendesk sends a header of your choice',
			},
			{
				name: 'OAuth2',
				value: 'zendeskOAuth2Api',
				description: 'As API Token, by signing in',
			},
			{
				name: 'Signing Secret (Set Up by Hand)',
				value: 'signature',
				description: 'New tickets only: Zendesk signs each delivery with the webhook’s secret',
			},
		],
		default: 'zendeskApi',
		description: 'How the trigger and Zendesk know each other; any other sender gets a 401',
	},
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'hidden',
		displayOptions: onlyFor('intercom'),
		default: 'csAlertsIntercomApi',
	},
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'hidden',
		displayOptions: onlyFor('freshdesk'),
		default: 'headerAuth',
	},
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		noDataExpression: true,
		displayOptions: onlyFor('other'),
		options: [
			{
				name: 'Header Auth',
				value: 'headerAuth',
				description: 'The sender adds a header with a secret',
			},
			{
				name: 'Signing Secret',
				value: 'signature',
				description: 'The sender signs the body (HMAC) with a secret',
			},
		],
		default: 'headerAuth',
		description: 'How a delivery proves where it comes from; anything else gets a 401',
	},
	{
		displayName: 'Read Tickets By',
		name: 'readTicketsBy',
		type: 'options',
		noDataExpression: true,
		displayOptions: onlyFor('freshdesk'),
		options: [
			{
				name: 'API',
				value: 'api',
				description: 'The webhook only names the ticket; replies and ratings count, too',
			},
			{
				name: 'Webhook',
				value: 'webhook',
				description: 'New tickets only, with the text that the automation rule sends',
			},
		],
		default: 'api',
		description: 'Where the text of a ticket comes from',
	},
];

const instance: INodeProperties[] = [
	{
		displayName: 'Zendesk Host',
		name: 'instance',
		type: 'string',
		required: true,
		displayOptions: {
			show: { helpdesk: ['zendesk'], authentication: ['signature', 'headerAuth'] },
		},
		default: '',
		placeholder: 'e.g. northwind.zendesk.com',
		description:
			'Makes the ticket links and tells several Zendesk accounts apart. It is part of each ticket’s key: do not change it later.',
	},
	{
		displayName: 'Freshdesk Host',
		name: 'instance',
		type: 'string',
		required: true,
		displayOptions: { show: { helpdesk: ['freshdesk'], readTicketsBy: ['webhook'] } },
		default: '',
		placeholder: 'e.g. northwind.freshdesk.com',
		description:
			'Makes the ticket links and tells several Freshdesk accounts apart. It is part of each ticket’s key: do not change it later.',
	},
];

/** The ways that read tickets by API, so that more than new tickets can come. */
const BY_API: Array<NonNullable<INodeProperties['displayOptions']>['show']> = [
	{ helpdesk: ['zendesk'], authentication: ['zendeskApi', 'zendeskOAuth2Api'] },
	{ helpdesk: ['intercom'] },
	{ helpdesk: ['freshdesk'], readTicketsBy: ['api'] },
];

const whatCounts: INodeProperties[] = [
	...BY_API.map(
		(show): INodeProperties => ({
			displayName: 'What Counts',
			name: 'counts',
			type: 'multiOptions',
			displayOptions: { show },
			options: [
				{
					name: 'Bad Ratings',
					value: 'csat',
					description: 'A satisfaction rating that says bad, with its comment',
				},
				{
					name: 'Customer Replies',
					value: 'reply',
					description: 'Each further message of the customer in a ticket',
				},
				{ name: 'New Tickets', value: 'new', description: 'The first message of each ticket' },
			],
			default: ['new', 'reply'],
			description:
				'Which messages are scored. First messages read worse than they are; the turn often comes in a reply.',
		}),
	),
	...senderFields(),
	...BY_API.map(
		(show): INodeProperties => ({
			displayName: 'Reconcile Every Hour',
			name: 'reconcile',
			type: 'boolean',
			displayOptions: { show },
			default: true,
			description:
				'Whether to ask the helpdesk every hour, and after each start of n8n, for tickets that never arrived',
		}),
	),
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Batch Size',
			name: 'batchSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 500 },
			default: 50,
			description:
				'Most tickets of one run when many wait; a single ticket never waits for others. Tickets of one run are looked up in the CRM together.',
		},
		{
			displayName: 'Parallel Runs',
			name: 'parallelRuns',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 20 },
			default: 2,
			description: 'Most runs of this trigger at once',
		},
		{
			displayName: 'Path',
			name: 'path',
			type: 'string',
			default: '',
			placeholder: 'e.g. cs-alerts/zendesk-eu',
			description:
				'Path of the webhook, when two triggers of one helpdesk need different ones. Left empty, it is cs-alerts/ and the helpdesk.',
		},
	],
};

export const supportTicketTriggerProperties: INodeProperties[] = [
	...helpdeskAndProof,
	...helpdeskSteps,
	...instance,
	...otherFields,
	...whatCounts,
	options,
];

/** Path of the webhook, as an expression of n8n. */
const WEBHOOK_PATH =
	'={{ $parameter["options"]["path"] || "cs-alerts/" + $parameter["helpdesk"] }}';

/**
 * The path for the editor as an expression, and for n8n's server as a function: without it, n8n 2.41 would
 * start its expression engine twice for every call of the helpdesk.
 */
export const webhookPath = {
	path: WEBHOOK_PATH,
	[WEBHOOK_RESOLVERS]: {
		path: {
			template: WEBHOOK_PATH,
			resolve: ({ options, helpdesk }: INodeParameters) => {
				const path = fieldOf(options, 'path');
				return typeof path === 'string' && path !== '' ? path : `cs-alerts/${String(helpdesk)}`;
			},
		},
	},
};
