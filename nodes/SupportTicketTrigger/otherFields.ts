import type { INodeProperties } from 'n8n-workflow';

import { textField } from '../shared/textField';

const show = { helpdesk: ['other'] };
const signed = { helpdesk: ['other'], authentication: ['signature'] };

/** Which field of an unknown helpdesk's payload holds what. The defaults are those of DEFAULT_MAPPING. */
export const otherFields: INodeProperties[] = [
	textField(
		'Signature Header',
		'signatureHeader',
		'e.g. X-Signature',
		'The header that holds the HMAC-SHA256 of the raw body, in hex or base64, with or without "sha256=" in front',
		{ displayOptions: { show: signed }, required: true },
	),
	textField(
		'Helpdesk Name',
		'helpdeskName',
		'e.g. gorgias',
		'What this helpdesk is called in the log and in alerts. It is part of each ticket’s key: do not change it later.',
		{ displayOptions: { show }, default: 'other' },
	),
	textField('Ticket ID Field', 'idField', 'e.g. ticket.id', 'Holds the ticket’s ID', {
		displayOptions: { show },
		default: 'ticketId',
	}),
	textField(
		'Message Field',
		'bodyField',
		'e.g. ticket.description',
		'Holds what the customer wrote',
		{
			displayOptions: { show },
			default: 'body',
		},
	),
	textField(
		'Requester Email Field',
		'emailField',
		'e.g. ticket.requester.email',
		'Holds the customer’s address',
		{ displayOptions: { show }, default: 'requesterEmail' },
	),
	{
		displayName: 'More Fields',
		name: 'moreFields',
		type: 'collection',
		placeholder: 'Add field',
		displayOptions: { show },
		default: {},
		options: [
			textField(
				'Created At Field',
				'createdAt',
				'e.g. ticket.created_at',
				'Holds the time it was written; createdAt unless told',
			),
			textField(
				'Event Field',
				'event',
				'e.g. event.kind',
				'Holds new, reply or csat; event unless told. Without it each message counts as new.',
			),
			textField(
				'Message ID Field',
				'messageId',
				'e.g. comment.id',
				'Holds what tells the messages of one ticket apart; messageId unless told. Without it only the first message of each ticket counts.',
			),
			textField(
				'Organization ID Field',
				'organizationId',
				'e.g. ticket.company.id',
				'Holds the customer’s company in the helpdesk; organizationId unless told',
			),
			textField(
				'Organization Name Field',
				'organizationName',
				'e.g. ticket.company.name',
				'Holds the name of the customer’s company; organizationName unless told',
			),
			textField(
				'Requester Name Field',
				'name',
				'e.g. ticket.requester.name',
				'Holds the customer’s name; requesterName unless told',
			),
			textField(
				'Subject Field',
				'subject',
				'e.g. ticket.subject',
				'Holds the subject; subject unless told',
			),
			textField(
				'Tags Field',
				'tags',
				'e.g. ticket.labels',
				'Holds the tags, as a list or with commas between; tags unless told',
			),
			textField(
				'Ticket Link',
				'link',
				'e.g. https://desk.example.com/tickets/{id}',
				'Where agents open the ticket; {id} becomes its ID. Links of the payload are never taken over.',
			),
		],
	},
];
