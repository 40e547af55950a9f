import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { OtherFields } from '../core/helpdesk';
import { senderFields } from '../shared/senderFields';
import { forOperation } from './operationProperty';

const displayOptions = forOperation('takeIn');

export const takeInProperties: INodeProperties[] = [
	{
		displayName:
			'For tickets that come by another trigger: a mailbox, HubSpot tickets, Salesforce cases, a form. Each message is taken in once, known by Helpdesk Name, Ticket ID and Message ID, and handed on by a <b>Support Ticket Trigger</b> like a ticket of its own helpdesk, also when n8n was down meanwhile. Nothing needs to stand behind this node: scoring starts at that trigger.',
		name: 'takeInNotice',
		type: 'notice',
		displayOptions,
		default: '',
	},
	{
		displayName: 'Ticket ID',
		name: 'ticketId',
		type: 'string',
		displayOptions,
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.hs_ticket_id }}',
		description:
			'What tells this ticket from all others of its system, e.g. the case number or the ID of the first mail of a thread',
	},
	{
		displayName: 'Helpdesk Name',
		name: 'helpdeskName',
		type: 'string',
		displayOptions,
		default: '',
		placeholder: 'e.g. HubSpot',
		description:
			'What the system is called in alerts. Together with the ticket ID it makes the ticket known, so keep it as it is once tickets have come.',
	},
	{
		displayName: 'Subject',
		name: 'subject',
		type: 'string',
		displayOptions,
		default: '',
		placeholder: 'e.g. {{ $json.subject }}',
		description: 'The subject of the ticket',
	},
	{
		displayName: 'Body',
		name: 'body',
		type: 'string',
		typeOptions: { rows: 4 },
		displayOptions,
		default: '',
		placeholder: 'e.g. {{ $json.textPlain }}',
		description:
			'What the customer wrote in this message, as text or HTML. Quoted mail, signatures and legal footers are left out when it is scored.',
	},
	{
		displayName: 'Requester Email',
		name: 'requesterEmail',
		type: 'string',
		displayOptions,
		default: '',
		placeholder: 'e.g. mia@globex.example',
		description:
			'The address of the customer who wrote; the account is found by it. "Mia Chen &lt;mia@globex.example&gt;" works, too.',
	},
	{
		displayName: 'Requester Name',
		name: 'requesterName',
		type: 'string',
		displayOptions,
		default: '',
		placeholder: 'e.g. Mia Chen',
		description: 'The name of the customer who wrote',
	},
	{
		displayName: 'Event',
		name: 'event',
		type: 'options',
		displayOptions,
		options: [
			{ name: 'Bad Rating', value: 'csat', description: 'The customer rated the ticket' },
			{ name: 'Customer Reply', value: 'reply', description: 'The customer wrote again' },
			{ name: 'New Ticket', value: 'new', description: 'What opened the ticket' },
		],
		default: 'new',
		description: 'What made this message come',
	},
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		displayOptions,
		default: '',
		placeholder: 'e.g. {{ $json.messageId }}',
		description:
			'What tells this message from all others of its ticket. Needed for replies and ratings; left empty, it is the first message.',
	},
	...senderFields(displayOptions),
	{
		displayName: 'Additional Fields',
		name: 'ticketFields',
		type: 'collection',
		placeholder: 'Add Field',
		displayOptions,
		default: {},
		options: [
			{
				displayName: 'Channel',
				name: 'channel',
				type: 'string',
				default: '',
				placeholder: 'e.g. email',
				description: 'How the customer wrote',
			},
			{
				displayName: 'Created At',
				name: 'createdAt',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-11-23T09:00:00Z',
				description:
					'When the customer wrote: an ISO date, a Unix time or the date of a mail. Without a time zone it is UTC.',
			},
			{
				displayName: 'Is Test',
				name: 'isTest',
				type: 'boolean',
				default: false,
				description:
					'Whether the ticket only tries the workflow out: its alert says so, and it counts in no figure',
			},
			{
				displayName: 'Mail Headers',
				name: 'mailHeaders',
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.headers }}',
				description:
					'The headers of a mail, as a mail node gives them. By them absence notes, bounces and mass mail are told and logged as skipped.',
			},
			{
				displayName: 'Organization External ID',
				name: 'organizationExternalId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 0015g00000XyZ12AAB',
				description: 'The ID of the customer in another system, mostly the account ID in the CRM',
			},
			{
				displayName: 'Organization ID',
				name: 'organizationId',
				type: 'string',
				default: '',
				description: 'The ID of the customer in the system the ticket is from',
			},
			{
				displayName: 'Organization Name',
				name: 'organizationName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Globex',
				description: 'The name of the customer',
			},
			{
				displayName: 'Tags',
				name: 'tags',
				type: 'string',
				default: '',
				placeholder: 'e.g. billing, vip',
				description: 'Tags of the ticket, parted by commas, or a list from an expression',
			},
			{
				displayName: 'Ticket Link',
				name: 'url',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://app.hubspot.com/contacts/1/ticket/4811',
				description: 'Where agents see the ticket; alerts lead there. Only web links are kept.',
			},
		],
	},
];

/** What an item's fields hold, still as it came. */
export function readOtherFields(
	context: IExecuteFunctions,
	itemIndex: number,
): { fields: OtherFields; isTest: boolean; mailHeaders: unknown } {
	const field = (name: string): unknown => context.getNodeParameter(name, itemIndex, '');
	const more = context.getNodeParameter('ticketFields', itemIndex, {}) as IDataObject;
	return {
		fields: {
			ticketId: field('ticketId'),
			helpdeskName: field('helpdeskName'),
			subject: field('subject'),
			body: field('body'),
			requesterEmail: field('requesterEmail'),
			requesterName: field('requesterName'),
			event: field('event'),
			messageId: field('messageId'),
			channel: more.channel,
			createdAt: timeTextOf(more.createdAt),
			organizationExternalId: more.organizationExternalId,
			organizationId: more.organizationId,
			organizationName: more.organizationName,
			tags: more.tags,
			url: more.url,
		},
		isTest: more.isTest === true,
		mailHeaders: more.mailHeaders,
	};
}

/** n8n's expressions give dates as objects of their own, e.g. `$now`; as text they are ISO 8601. */
export function timeTextOf(value: unknown): unknown {
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
	const isTime = typeof value === 'object' && value !== null && 'toISO' in value;
	return isTime ? String(value) : value;
}
