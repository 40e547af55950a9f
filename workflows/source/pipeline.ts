import { TYPES, type Canvas, type NodeOptions } from './canvas.ts';
import { switchOf } from './canvasParts.ts';
import { equals, getRows, insertRow, updateRows } from './tables.ts';

/** The node every template has, whose items carry `ticket`: the pipeline's way in. */
export const TICKET = 'Ticket';

const GATE = 'Threshold Gate';
const FORMATTER = 'CS Alert Formatter';
const keepGoing = { onError: 'continueRegularOutput' } as const;

const ticketKey = equals('ticket_key', `={{ $('${TICKET}').item.json.ticket.key }}`);

/** What every end of the pipeline writes to the log about the decision. */
const decision = {
	score: `={{ $('${GATE}').item.json.sentiment?.score }}`,
	label: `={{ $('${GATE}').item.json.sentiment?.label }}`,
	topic: `={{ $('${GATE}').item.json.sentiment?.topic }}`,
	account_id: `={{ $('${GATE}').item.json.account?.id }}`,
	account_name: `={{ $('${GATE}').item.json.account?.name }}`,
	health_score: `={{ $('${GATE}').item.json.account?.healthScore }}`,
	severity: `={{ $('${GATE}').item.json.gate?.severity }}`,
	decided_at: '={{ $now }}',
};

/** A ticket that has its end needs no replay, so its text is not kept any longer. */
const ended = { ...decision, ticket: null };

/** Slack and Send Email wait, disabled, for the credential that only the user can choose. */
export const slackMessage = (channel: string, text: string, blocks?: string): NodeOptions => ({
	disabled: true,
	parameters: {
		select: 'channel',
		channelId: { __rl: true, mode: channel.startsWith('#') ? 'name' : 'id', value: channel },
		...(blocks === undefined ? { text } : { messageType: 'block', blocksUi: blocks, text }),
		otherOptions: { includeLinkToWorkflow: false, ...(blocks === undefined && { mrkdwn: true }) },
	},
});

/** As {@link slackMessage}. */
export const emailMessage = (
	to: string,
	subject: string,
	text: string,
	html: string,
): NodeOptions => ({
	disabled: true,
	parameters: {
		fromEmail: 'cs-alerts@example.com',
		toEmail: to,
		subject,
		emailFormat: 'both',
		text,
		html,
		options: { appendAttribution: false },
	},
});

/**
 * Adds everything from the scored ticket to the last log entry, to the right of a node called
 * "Ticket" whose items carry `ticket`. Every item ends in one state: alerted, monitored, unattached
 * or failed.
 * @param column the grid column of the first node
 */
export function addPipeline(canvas: Canvas, column: number): void {
	const at = (offset: number, row: number): [number, number] => [column + offset, row];

	const score = canvas.add('Sentiment Score', TYPES.sentimentScore, at(0, 0), keepGoing);
	const known = canvas.add('Known Accounts', TYPES.dataTable, at(0, 1), {
		...getRows(
			'cs_accounts',
			[
				{
					keyName: 'contact_emails',
					condition: 'ilike',
					keyValue: `={{ '%' + ($json.ticket.requester?.email || 'no-address') + '%' }}`,
				},
				{
					keyName: 'domains',
					condition: 'ilike',
					keyValue: `={{ '%' + (($json.ticket.requester?.email || '').split('@').pop().split('.').slice(-2).join('.') || 'no-domain') + '%' }}`,
				},
			],
			{ match: 'anyCondition' },
		),
		...keepGoing,
	});
	const lookup = canvas.add('Account Lookup', TYPES.accountLookup, at(1, 0), keepGoing);
	const history = canvas.add('Account History', TYPES.dataTable, at(2, 1), {
		// Calm tickets say nothing to the gate, and a busy account has hundreds of them.
		...getRows(
			'cs_ticket_log',
			[
				equals('account_id', `={{ $json.account?.id ?? 'no-account' }}`),
				{ keyName: 'score', condition: 'gte', keyValue: '={{ 50 }}' },
				{
					keyName: 'received_at',
					condition: 'gte',
					keyValue: '={{ $now.minus({ days: 30 }).toISO() }}',
				},
			],
			{ limit: 100, newestFirst: true },
		),
		...keepGoing,
	});
	const gate = canvas.add(GATE, TYPES.thresholdGate, at(3, 0), keepGoing);

	canvas.connect(TICKET, score);
	canvas.connect(TICKET, known);
	canvas.chain(score, lookup, gate);
	canvas.connect(known, lookup, 0, 1);
	canvas.connect(lookup, history);
	canvas.connect(history, gate, 0, 1);

	addAlertBranch(canvas, gate, at);

	const review = canvas.add('Log Unattached', TYPES.dataTable, at(4, 1), {
		...updateRows('cs_ticket_log', [ticketKey], {
			...decision,
			ticket: `={{ $json.error && !/has no text/.test($json.error.message) ? JSON.stringify($json.ticket) : null }}`,
			// A ticket without any text will not get one by being tried again.
			state: `={{ $json.error && !/has no text/.test($json.error.message) ? 'failed' : 'unattached' }}`,
			reason: '={{ $json.gate?.reason ?? $json.error?.message ?? $json.error }}',
		}),
	});
	const digest = canvas.add('Log Monitored', TYPES.dataTable, at(4, 2), {
		...updateRows('cs_ticket_log', [ticketKey], {
			...ended,
			state: 'monitored',
			reason: '={{ $json.gate?.reason }}',
		}),
	});
	canvas.connect(gate, review, 1);
	canvas.connect(gate, digest, 2);
}

function addAlertBranch(
	canvas: Canvas,
	gate: string,
	at: (offset: number, row: number) => [number, number],
): void {
	const alert = `$('${FORMATTER}').item.json`;
	const formatter = canvas.add(FORMATTER, TYPES.csAlertFormatter, at(4, -1), {
		onError: 'continueErrorOutput',
	});
	const outbox = canvas.add('Alert Outbox', TYPES.dataTable, at(5, -2), {
		...insertRow('cs_alert_outbox', {
			kind: 'alert',
			ticket_key: '={{ $json.ticket.key }}',
			account_name: '={{ $json.account?.name }}',
			recipient: `={{ $json.alert.channel === 'slack' ? $json.alert.recipient.slack : $json.alert.recipient.email }}`,
			channel: '={{ $json.alert.channel }}',
			subject: '={{ $json.alert.email.subject }}',
			body: '={{ $json.alert.email.text }}',
		}),
		...keepGoing,
	});
	const channel = canvas.add(
		'By Channel',
		TYPES.switch,
		at(5, -1),
		switchOf([
			{ output: 'Slack', when: `$json.alert.channel === 'slack'` },
			{ output: 'Email', when: `$json.alert.channel === 'email'` },
		]),
	);
	const slack = canvas.add('Post to Slack', TYPES.slack, at(6, -1.5), {
		...slackMessage(
			'={{ $json.alert.recipient.slack }}',
			'={{ $json.alert.slack.text }}',
			'={{ { blocks: $json.alert.slack.blocks } }}',
		),
		retryOnFail: true,
		maxTries: 3,
		waitBetweenTries: 2000,
		onError: 'continueErrorOutput',
	});
	const email = canvas.add('Send Email', TYPES.emailSend, at(6, -0.5), {
		...emailMessage(
			'={{ $json.alert.recipient.email }}',
			'={{ $json.alert.email.subject }}',
			'={{ $json.alert.email.text }}',
			'={{ $json.alert.email.html }}',
		),
		retryOnFail: true,
		maxTries: 3,
		waitBetweenTries: 2000,
		onError: 'continueErrorOutput',
	});
	const alerted = canvas.add('Log Alerted', TYPES.dataTable, at(7, -1.5), {
		...updateRows('cs_ticket_log', [ticketKey], {
			...ended,
			state: 'alerted',
			reason: `={{ ${alert}.gate.reason }}`,
			owner_name: `={{ ${alert}.alert.recipient.name ?? ${alert}.alert.recipient.email }}`,
			// A disabled node passes the alert on untouched: then it stands in the outbox and nowhere else.
			channel: `={{ $json.alert ? 'outbox' : ${alert}.alert.channel }}`,
		}),
	});
	const failed = canvas.add('Log Failed', TYPES.dataTable, at(7, 0.5), {
		...updateRows('cs_ticket_log', [ticketKey], {
			...decision,
			state: 'failed',
			reason: `={{ 'The alert was not delivered: ' + ($json.error?.message ?? $json.error) }}`,
		}),
	});
	canvas.connect(gate, formatter, 0);
	canvas.connect(formatter, outbox);
	canvas.connect(formatter, channel);
	canvas.connect(formatter, failed, 1);
	canvas.connect(channel, slack, 0);
	canvas.connect(channel, email, 1);
	for (const sender of [slack, email]) {
		canvas.connect(sender, alerted, 0);
		canvas.connect(sender, failed, 1);
	}
}

/**
 * The notes that say what to fill in along the pipeline.
 * @param first the number of the first step
 */
export function addPipelineNotes(canvas: Canvas, column: number, first: number): void {
	canvas.note(accountsNote(first), [column - 0.2, 2.1], [2.4, 0.8], 5);
	canvas.note(thresholdsNote(first + 1), [column - 0.2, -1.1], [3, 0.7], 5);
	canvas.note(channelsNote(first + 2), [column + 4, -3.3], [3.6, 1], 5);
	canvas.note(ENDS_NOTE, [column + 5, 1.3], [2.8, 0.95], 4);
}

const accountsNote = (step: number) => `## ${step}. Add your accounts
**Known Accounts** reads the table **cs_accounts** (Overview → Data tables). Fill it in, import a CSV, or put another node in its place: Postgres, Google Sheets, anything that gives rows.`;

const thresholdsNote = (step: number) => `## ${step}. Set what counts
**Sentiment Score** holds your word list.
**Threshold Gate** holds the rules: pick a starting point for your team, then edit the rows. No code.`;

const channelsNote = (step: number) => `## ${step}. Choose where alerts go
Until you do, alerts are only saved in the table **cs_alert_outbox**.
1. **Post to Slack**: choose your Slack credential, then enable the node (select it, press D).
2. **Send Email**: choose your SMTP credential, set *From Email*, enable the node.
3. **CS Alert Formatter**: set the fallback owner, who gets alerts of unknown senders. An owner whose **owner_slack_id** is filled in gets a direct message.`;

const ENDS_NOTE = `## Every ticket has one end
*alerted*: the owner got an alert.
*unattached* (Review): a person has to look.
*monitored* (Digest): quiet, it goes to the weekly digest.
*failed*: could not be scored or delivered; **Recover Tickets** tries again.
*skipped*: the payload was no ticket.`;
