import type { Intake } from './intake.ts';

/** The host of a web address, e.g. "acme.zendesk.com"; empty when there is none. */
const hostOf = (url: string) => `((typeof ${url} === 'string' ? ${url} : '').split('/')[2] || '')`;

export const zendesk: Intake = {
	id: 'csAlertsZendesk1',
	name: 'Ticket to CS Alert (Zendesk)',
	helpdesk: 'Zendesk',
	instructionRows: 2.9,
	path: 'cs-alerts/zendesk',
	fields: {
		instance: `(${hostOf('payload.link')}.split('.')[0] || 'zendesk')`,
		id: 'payload.id',
		subject: 'payload.subject',
		body: 'payload.description',
		email: 'payload.requester_email',
		name: 'payload.requester_name',
		createdAt: `DateTime.fromISO(String(payload.created_at || '')).toUTC().toISO()`,
		url: 'payload.link',
		channel: 'payload.via',
	},
	instructions: `## 1. Connect Zendesk
1. Run **CS Alerts Setup** once.
2. Zendesk Admin Center → Webhooks → create one of kind *Trigger or automation*: method **POST**, request format **Form encoded** (it keeps quotes and line breaks safe), endpoint = the production URL of **Zendesk Webhook**.
3. Business rules → Triggers → add one: *Ticket is Created* → *Notify active webhook*, with the parameters below.
4. Let nobody else in: set *Authentication* of **Zendesk Webhook** to Header Auth, and the same header in Zendesk.
5. After notes 2 to 4: publish this workflow.

| key | value |
|---|---|
| id | \`{{ticket.id}}\` |
| subject | \`{{ticket.title}}\` |
| description | \`{{ticket.description}}\` |
| requester_email | \`{{ticket.requester.email}}\` |
| requester_name | \`{{ticket.requester.name}}\` |
| created_at | \`{{ticket.created_at_with_timestamp}}\` |
| link | \`{{ticket.link}}\` |
| via | \`{{ticket.via}}\` |`,
};

const conversation = 'payload.data?.item';
const message = `(${conversation}?.source ?? ${conversation}?.conversation_message)`;
const author = `(${conversation}?.source?.author ?? ${conversation}?.user)`;

export const intercom: Intake = {
	id: 'csAlertsIntercom',
	name: 'Ticket to CS Alert (Intercom)',
	helpdesk: 'Intercom',
	instructionRows: 1.6,
	path: 'cs-alerts/intercom',
	answersHead: true,
	// What names no topic is no event of Intercom's: it goes on, and is logged as unreadable.
	isNewTicket: `typeof $json.body?.topic !== 'string' || $json.body.topic === '' || $json.body.topic === 'conversation.user.created'`,
	fields: {
		instance: `(typeof payload.app_id === 'string' && payload.app_id || 'intercom')`,
		id: `${conversation}?.id`,
		subject: `(${message}?.subject || ${conversation}?.title)`,
		body: `${message}?.body`,
		email: `${author}?.email`,
		name: `${author}?.name`,
		createdAt: `DateTime.fromSeconds(Number(${conversation}?.created_at)).toUTC().toISO()`,
		url: `(${conversation}?.id ? 'https://app.intercom.com/a/inbox/' + payload.app_id + '/inbox/conversation/' + ${conversation}.id : '')`,
		channel: `(${conversation}?.source?.type || 'conversation')`,
	},
	instructions: `## 1. Connect Intercom
1. Run **CS Alerts Setup** once, then publish this workflow.
2. Intercom Developer Hub → your app → *Webhooks*: endpoint = the production URL of **Intercom Webhook** (Intercom checks that it answers).
3. Subscribe to the topic **conversation.user.created** and give the app the permission *Read conversations*.
4. The EU or Australian region: change the host in *ticket.url* of **Read Payload** to app.eu.intercom.com or app.au.intercom.com.
5. Let nobody else in: Intercom sends no header of your choice, so change *Path* of **Intercom Webhook** to something nobody can guess, before you give the address to Intercom.
6. A contact without an email address in the payload finds no account and goes to Review when frustrated.

Other events are answered and left alone.`,
};

const hook = 'payload.freshdesk_webhook';

export const freshdesk: Intake = {
	id: 'csAlertsFreshdesk',
	name: 'Ticket to CS Alert (Freshdesk)',
	helpdesk: 'Freshdesk',
	instructionRows: 1.9,
	path: 'cs-alerts/freshdesk',
	fields: {
		instance: `(${hostOf(`${hook}?.ticket_url`)}.split('.')[0] || 'freshdesk')`,
		id: `${hook}?.ticket_id`,
		subject: `${hook}?.ticket_subject`,
		body: `${hook}?.ticket_description`,
		// The content "Simple" of Freshdesk names them otherwise than our body for "Advanced".
		email: `(${hook}?.requester_email || ${hook}?.ticket_requester_email || ${hook}?.ticket_contact_email)`,
		name: `(${hook}?.requester_name || ${hook}?.ticket_requester_name || ${hook}?.ticket_contact_name)`,
		createdAt: `DateTime.fromISO(String(${hook}?.created_at || '')).toUTC().toISO()`,
		url: `(${hook}?.ticket_url ? 'https://' + ${hostOf(`${hook}?.ticket_url`)} + '/a/tickets/' + ${hook}?.ticket_id : '')`,
		channel: `(${hook}?.ticket_source || 'freshdesk')`,
	},
	instructions: `## 1. Connect Freshdesk
1. Run **CS Alerts Setup** once.
2. Freshdesk Admin → Automations → *Ticket creation* → new rule → action *Trigger webhook*: **POST**, URL = the production URL of **Freshdesk Webhook**, encoding JSON, content *Advanced*, the body below.
3. Let nobody else in: set *Authentication* of **Freshdesk Webhook** to Header Auth, and the same header as a custom header in Freshdesk.
4. After notes 2 to 4: publish this workflow.

\`\`\`
{ "freshdesk_webhook": {
  "ticket_id": "{{ticket.id}}",
  "ticket_url": "{{ticket.url}}",
  "ticket_subject": "{{ticket.subject}}",
  "ticket_description": "{{ticket.description}}",
  "requester_name": "{{ticket.requester.name}}",
  "requester_email": "{{ticket.requester.email}}"
} }
\`\`\``,
};
