import { Canvas, type Template } from '../canvas/canvas.ts';
import { TYPES } from '../canvas/nodeTypes.ts';
import { ACCOUNTS_TABLE } from '../steps/accountsTable.ts';
import { OWNERS_TABLE } from '../steps/ownersTable.ts';
import { addDecision } from '../steps/decision.ts';
import { addDelivery } from '../steps/delivery.ts';
import { addTicketTriggers } from '../steps/ticketTriggers.ts';
import { addWriteBack } from '../steps/writeBack.ts';

/** The main workflow: tickets are decided in the upper lane, what is due is sent in the lower one, answers come in beside. */
export function buildCsAlerts(): Template {
	const canvas = new Canvas({
		id: 'csAlertsMain0001',
		name: 'CS Alerts',
		description:
			'Scores every support ticket, finds its account, and alerts the customer-success owner when it matters.',
	});
	const triggers = addTicketTriggers(canvas, [0, 0]);
	addDecision(canvas, triggers, [1.5, 2]);
	// Lanes and notes fill a screen that is wider than high, so that n8n shows them as large as it can.
	const delivered = addDelivery(canvas, [0, 7]);
	addWriteBack(canvas, delivered, [6.5, 7]);
	canvas.add('CS Alert Responses', TYPES.csAlertResponseTrigger, [6.5, 0], {
		parameters: { slackButtons: 'none' },
	});
	canvas.note(TRY, [-4, -0.1], [2.7, 1.15]);
	canvas.note(HELPDESK, [-4, 1.2], [2.7, 1.6]);
	canvas.note(CHANNELS, [-4, 6.8], [2.7, 2.8]);
	canvas.note(RULES, [1.3, 0.95], [4.6, 0.95]);
	canvas.note(ACCOUNTS, [1.1, 3.95], [2.25, 1.15]);
	canvas.note(SAFETY, [-0.1, 5.4], [3.1, 0.85], 'green');
	canvas.note(ANSWERS, [6.3, 0.9], [2.15, 1.2], 'green');
	canvas.note(WRITE_BACK, [6.3, 2.15], [2.15, 1.9], 'green');
	return canvas.build();
}

// Headings throughout: n8n opens a workflow at about a third of its size on a small screen.

const ACCOUNTS = `# 1. Run CS Alerts Setup
## It makes the table ${ACCOUNTS_TABLE.name} of your customers, and ${OWNERS_TABLE.name} of your team. No other table’s name may contain these.`;

const CHANNELS = `# 2. Choose where alerts go
## Choose the credential, press D to enable, fill in CS Alert Formatter:
## Slack: the five Slack nodes; Slack Channel.
## Email: Send Email with your From Email; Default Channel.
## Teams: Post to Teams; Teams Channel Link, Default Channel.
## Always: Fallback Owner Email.
## Tell of Problem runs when every way failed: it starts your error workflow. Put in its place what surely reaches you.`;

const TRY = `# 3. Publish, then run Try It
## An alert arrives, marked as a test: by Default Channel, to the fallback owner.
## Publish again after every change.`;

const HELPDESK = `# 4. Connect your helpdesk
## Open its trigger, choose the credential, follow the steps in the panel. Select it, press D to enable it, publish.
## Leave the others disabled.`;

const RULES = `# 5. Set what counts
## Sentiment Score: your words. Threshold Gate: your rules; start from a preset.
## After Try It, open Threshold Gate: it says what your last 30 days would have given.`;

const SAFETY = `# Nothing is lost
## Logged before the helpdesk is answered. What fails is tried again for 48 hours.`;

const ANSWERS = `# Answers
## While this is published, alerts carry links: acknowledge, useful, noise, snooze, close. Connect nodes here to do more with an answer.`;

const WRITE_BACK = `# If you like: tell support and the CRM
## Off as it comes. Choose a credential and press D: a private note on the ticket says who in CS was told and when, with the tag cs_told in Zendesk; the CRM gets a task on the account. In Intercom, enter a teammate’s ID as admin_id.`;
