import type { INodeProperties } from 'n8n-workflow';

/** What to click in each helpdesk, as notes in the panel. */

/** n8n folds the addresses away at the top of the panel. */
const ADDRESS =
	'the <b>Production URL</b> (open <b>Webhook URLs</b> at the top of this panel, click to copy)';

const lines = (...parts: string[]): string => parts.join('<br>');

const ZENDESK_API = lines(
	'<b>Nothing to set up in Zendesk.</b> When you publish this workflow, the trigger creates its webhook and its business rule there ("CS Alerts: …"); it removes them when you unpublish it.',
	'The credential must be that of a Zendesk <b>admin</b>, and Zendesk must be able to reach this n8n.',
);

const ZENDESK_BY_HAND = lines(
	'<b>In Zendesk:</b>',
	`<b>1.</b> Admin Center → Apps and integrations → Webhooks → Create webhook → <i>Trigger or automation</i>: ${ADDRESS}, method POST, request format <b>Form encoded</b>.`,
	'<b>2.</b> Put its signing secret, or the header you chose, into the credential above.',
	'<b>3.</b> Admin Center → Objects and rules → Business rules → Triggers → new trigger, condition <i>Ticket is Created</i>, action <i>Notify active webhook</i> with these parameters:',
	'id {{ticket.id}}',
	'subject {{ticket.title}}',
	'description {{ticket.description}}',
	'requester_email {{ticket.requester.email}}',
	'requester_name {{ticket.requester.name}}',
	'created_at {{ticket.created_at_with_timestamp}}',
	'link {{ticket.link}}',
	'via {{ticket.via}}',
	'Only new tickets come this way: replies, ratings and missed tickets need an API credential.',
);

const INTERCOM = lines(
	'<b>In Intercom:</b>',
	'<b>1.</b> Developer Hub → your app → Basic information → Client secret, and Authentication → Access token: both go into the credential above. The app needs the permission <i>Read conversations</i>.',
	'<b>2.</b> Publish this workflow: Intercom checks that the address answers.',
	`<b>3.</b> Developer Hub → your app → Webhooks: ${ADDRESS}.`,
	'<b>4.</b> Subscribe there to conversation.user.created, conversation.user.replied, conversation.rating.added and conversation.admin.closed.',
);

const FRESHDESK_WEBHOOK = `action <i>Trigger webhook</i>: POST to ${ADDRESS}, encoding JSON, your header under <i>Custom headers</i>, content <i>Advanced</i>:`;

const FRESHDESK_API = lines(
	'<b>In Freshdesk:</b>',
	`<b>1.</b> Admin → Workflows → Automations → <i>Ticket creation</i> → new rule, ${FRESHDESK_WEBHOOK}`,
	'{"freshdesk_webhook":{"ticket_id":"{{ticket.id}}"}}',
	'<b>2.</b> The same again under <i>Ticket updates</i>, for: the requester sends a reply, the status changes, a rating comes in.',
	'The rest is read by the API.',
);

const FRESHDESK_BY_HAND = lines(
	`<b>In Freshdesk:</b> Admin → Workflows → Automations → <i>Ticket creation</i> → new rule, ${FRESHDESK_WEBHOOK}`,
	'{"freshdesk_webhook":{"ticket_id":"{{ticket.id}}", "ticket_url":"{{ticket.url}}", "ticket_subject":"{{ticket.subject}}", "ticket_description":"{{ticket.description}}", "requester_name":"{{ticket.requester.name}}", "requester_email":"{{ticket.requester.email}}"}}',
	'Only new tickets come this way: replies, ratings and missed tickets need the API.',
);

const OTHER = lines(
	`<b>From a helpdesk or form:</b> let it POST each message, as JSON or form fields, to ${ADDRESS}, with the header of the credential above or signed with its secret. Say below which field holds what: "ticket.id" is the field "id" inside "ticket".`,
	'<b>From another node of n8n</b> (a mailbox, HubSpot, Salesforce): Ticket Log → Take In. This trigger hands those tickets on, and needs a credential all the same.',
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
