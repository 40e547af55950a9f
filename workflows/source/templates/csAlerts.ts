import { Canvas, type Template } from '../canvas/canvas.ts';
import { TYPES } from '../canvas/nodeTypes.ts';
import { ACCOUNTS_TABLE } from '../steps/accountsTable.ts';
import { OWNERS_TABLE } from '../steps/ownersTable.ts';
import { addDecision } from '../steps/decision.ts';
import { addDelivery } from '../steps/delivery.ts';
import { addTicketTriggers } from '../steps/ticketTriggers.ts';
import { addWriteBack } from '../steps/writeBack.ts';

/** The main workflow: tickets are decided in the upper lane, what is due is sent in the middle one, answers come in below. */
export function buildCsAlerts(): Template {
	const canvas = new Canvas({
		id: 'csAlertsMain0001',
		name: 'CS Alerts',
		description:
			'Scores every support ticket, finds its account, and alerts the customer-success owner when it matters.',
	});
	const triggers = addTicketTriggers(canvas, [0, 0]);
	addDecision(canvas, triggers, [1.5, 2]);
	const delivered = addDelivery(canvas, [0, 8]);
	addWriteBack(canvas, delivered, [5.5, 11.4]);
	canvas.add('CS Alert Responses', TYPES.csAlertResponseTrigger, [0, 11.4], {
		parameters: { slackButtons: 'none' },
	});
	canvas.note(ANSWERS, [0.8, 11.2], [4.2, 0.9], 'green');
	canvas.note(WRITE_BACK, [0.8, 12.3], [4.2, 1.25], 'green');
	canvas.note(TRY, [-4, -0.1], [2.7, 1.15]);
	canvas.note(HELPDESK, [-4, 1.2], [2.7, 1.6]);
	canvas.note(RULES, [1.3, 1], [4.8, 0.8]);
	canvas.note(ACCOUNTS, [2.1, 3.05], [2.2, 1.3]);
	canvas.note(CHANNELS, [-4, 7], [2.7, 3]);
	canvas.note(SAFETY, [-0.1, 6.3], [3.1, 0.85], 'green');
	return canvas.build();
}

// Headings throughout: n8n shows a whole workflow at about half size on a small screen.

const ACCOUNTS = `# 1. Run CS Alerts Setup
## It makes the table ${ACCOUNTS_TABLE.name} of your customers, and ${OWNERS_TABLE.name} of your team. No other table’s name may contain these.`;

const CHANNELS = `# 2. Choose where alerts go
## Slack nodes, Send Email, Post to Teams: choose a credential, press D to enable.
## CS Alert Formatter: the Slack channel, and the fallback owner for unknown senders.
## Tell of Problem runs when every way failed: it starts your error workflow. Put in its place what surely reaches you.`;

const TRY = `# 3. Publish, then run Try It
## An alert arrives, marked as a test.
## Publish again after every change.`;

const HELPDESK = `# 4. Connect your helpdesk
## Open its trigger, choose the credential, follow the steps in the panel. Select it, press D to enable it, publish.
## Leave the others disabled.`;

const RULES = `# 5. Set what counts
## Sentiment Score: your words. Threshold Gate: your rules; start from a preset.`;

const SAFETY = `# Nothing is lost
## Logged before the helpdesk is answered. What fails is tried again for 48 hours.`;

const ANSWERS = `# Answers
## While this is published, alerts carry links: acknowledge, useful, noise, snooze, close. Connect nodes here to do more with an answer.`;

const WRITE_BACK = `# If you like: tell support and the CRM
## Off as it comes. Choose a credential and press D: a private note on the ticket says who in CS was told and when, with the tag cs_told in Zendesk; the CRM gets a task on the account. In Intercom, enter a teammate’s ID as admin_id.`;
