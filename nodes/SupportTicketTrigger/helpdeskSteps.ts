import type { INodeProperties } from 'n8n-workflow';

/** What to click in each helpdesk, as notes in the panel. */

const ADDRESS = 'the <b>Production URL</b> from the top of this panel';

const ZENDESK_API =
	'Nothing to set up in Zendesk: when you publish this workflow, the trigger creates its webhook and its business rule there ("CS Alerts"), and removes them when you unpublish it. The credential must be that of a Zendesk <b>admin</b>, and this n8n must be reachable from the internet.';

const ZENDESK_BY_HAND =
	'In Zendesk: <b>1.</b> Admin Center → Apps and integrations → Webhooks → Create webhook → <i>Trigger or automation</i>: ' +
	ADDRESS +
	', method POST, request format <b>Form encoded</b>. <b>2.</b> Put its signing secret (or the header you chose) into the credential above. <b>3.</b> Business rules → Triggers → <i>Ticket is Created</i> → <i>Notify active webhook</i> with these parameters: id {{ticket.id}}, subject {{ticket.title}}, description {{ticket.description}}, requester_email {{ticket.requester.email}}, requester_name {{ticket.requester.name}}, created_at {{ticket.created_at_with_timestamp}}, link {{ticket.link}}, via {{ticket.via}}. Only new tickets come this way: replies, ratings and missed tickets need an API credential.';

const INTERCOM =
	'In Intercom: <b>1.</b> Publish this workflow first, since Intercom checks that the address answers. <b>2.</b> Developer Hub → your app → Webhooks: ' +
	ADDRESS +
	'. <b>3.</b> Subscribe to <b>conversation.user.created</b>, <b>conversation.user.replied</b>, <b>conversation.rating.added</b> and <b>conversation.admin.closed</b>; the app needs the permission <i>Read conversations</i>. <b>4.</b> Basic information → Client secret, and Authentication → Access token: both go into the credential above.';

const FRESHDESK_API =
	'In Freshdesk: Admin → Workflows → Automations, once under <i>Ticket creation</i> and once under <i>Ticket updates</i> (when a reply is sent by the requester, or the status changes, or a rating comes in): new rule → action <i>Trigger webhook</i>: POST to ' +
	ADDRESS +
	', encoding JSON, your header under <i>Custom headers</i>, content <i>Advanced</i>: <code>{"freshdesk_webhook":{"ticket_id":"{{ticket.id}}"}}</code>. The rest is read by the API.';

const FRESHDESK_BY_HAND =
	'In Freshdesk: Admin → Workflows → Automations → <i>Ticket creation</i> → new rule → action <i>Trigger webhook</i>: POST to ' +
	ADDRESS +
	', encoding JSON, your header under <i>Custom headers</i>, content <i>Advanced</i> as the README of this pack shows it. Only new tickets come this way: replies, ratings and missed tickets need the API.';

const OTHER =
	'Let your helpdesk or form POST each message as JSON or form fields to ' +
	ADDRESS +
	', with the header of the credential above or signed with its secret. Below, say which field holds what: "ticket.id" is the field "id" inside "ticket". Tickets that come from another node of n8n go in by Ticket Log → Take In, and this trigger hands them on, too.';

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
