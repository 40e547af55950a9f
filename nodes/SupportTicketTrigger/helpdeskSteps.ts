import type { INodeProperties } from 'n8n-workflow';

/** What to click in each helpdesk, as notes in the panel. */

/** n8n folds the addresses away at the top of the panel. */
const ADDRESS =
	'the Production URL (open "Webhook URLs" at the top of this panel and click it to copy)';

/** A note is one run of text to n8n's editor, which of all HTML leaves only links and lists. */
const list = (title: string, ...items: string[]): string =>
	`${title}<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

const ZENDESK_API = list(
	'Nothing to set up in Zendesk:',
	'When you publish this workflow, the trigger creates its webhook and its business rule there ("CS Alerts: …"); it removes them when you unpublish it.',
	'The credential must be that of a Zendesk admin, and Zendesk must be able to reach this n8n.',
);

const ZENDESK_BY_HAND = [
	list(
		'In Zendesk’s Admin Center:',
		`Apps and integrations → Webhooks → Create webhook → "Trigger or automation": ${ADDRESS}, method POST, request format "Form encoded".`,
		'Put its signing secret, or the header you chose, into the credential above.',
		'Objects and rules → Business rules → Triggers: a new trigger, condition "Ticket is Created", action "Notify active webhook", with these parameters:',
	),
	list(
		'',
		'id {{ticket.id}}',
		'subject {{ticket.title}}',
		'description {{ticket.description}}',
		'requester_email {{ticket.requester.email}}',
		'requester_name {{ticket.requester.name}}',
		'created_at {{ticket.created_at_with_timestamp}}',
		'link {{ticket.link}}',
		'via {{ticket.via}}',
	),
	'Only new tickets come this way: replies, ratings and missed tickets need an API credential.',
].join('');

const INTERCOM = list(
	'In Intercom’s Developer Hub, in your app:',
	'Basic information → Client secret, and Authentication → Access token: both go into the credential above. The app needs the permission "Read conversations".',
	'Publish this workflow: Intercom checks that the address answers.',
	`Webhooks: ${ADDRESS}.`,
	'Subscribe there to conversation.user.created, conversation.user.replied, conversation.rating.added and conversation.admin.closed.',
);

const FRESHDESK_WEBHOOK = `action "Trigger webhook": POST to ${ADDRESS}, encoding JSON, your header under "Custom headers", content "Advanced":`;

const FRESHDESK_API = list(
	'In Freshdesk, under Admin → Workflows → Automations:',
	`Ticket creation → new rule, ${FRESHDESK_WEBHOOK} {"freshdesk_webhook":{"ticket_id":"{{ticket.id}}"}}`,
	'The same again under "Ticket updates", for: the requester sends a reply, the status changes, a rating comes in.',
	'The rest is read by the API.',
);

const FRESHDESK_BY_HAND = list(
	'In Freshdesk, under Admin → Workflows → Automations:',
	`Ticket creation → new rule, ${FRESHDESK_WEBHOOK}`,
	'{"freshdesk_webhook":{"ticket_id":"{{ticket.id}}", "ticket_url":"{{ticket.url}}", "ticket_subject":"{{ticket.subject}}", "ticket_description":"{{ticket.description}}", "requester_name":"{{ticket.requester.name}}", "requester_email":"{{ticket.requester.email}}"}}',
	'Only new tickets come this way: replies, ratings and missed tickets need the API.',
);

const OTHER = list(
	'Two ways in:',
	`A helpdesk or form POSTs each message, as JSON or form fields, to ${ADDRESS}, with the header of the credential above or signed with its secret. Say below which field holds what: "ticket.id" is the field "id" inside "ticket".`,
	'Another node of n8n (a mailbox, HubSpot, Salesforce) puts it in by Ticket Log → Take In. This trigger hands it on, and needs a credential all the same.',
);

const step = (
	name: string,
	displayName: string,
	show: NonNullable<INodeProperties['displayOptions']>['show'],
): INodeProperties => ({
	displayName,
	name,
	type: 'notice',
	displayOptions: { show },
	default: '',
});

/** The notes, each shown where its way is chosen. */
export const helpdeskSteps: INodeProperties[] = [
	step('zendeskApiSteps', ZENDESK_API, {
		helpdesk: ['zendesk'],
		authentication: ['zendeskApi', 'zendeskOAuth2Api'],
	}),
	step('zendeskSteps', ZENDESK_BY_HAND, {
		helpdesk: ['zendesk'],
		authentication: ['signature', 'headerAuth'],
	}),
	step('intercomSteps', INTERCOM, { helpdesk: ['intercom'] }),
	step('freshdeskApiSteps', FRESHDESK_API, { helpdesk: ['freshdesk'], readTicketsBy: ['api'] }),
	step('freshdeskSteps', FRESHDESK_BY_HAND, {
		helpdesk: ['freshdesk'],
		readTicketsBy: ['webhook'],
	}),
	step('otherSteps', OTHER, { helpdesk: ['other'] }),
];
