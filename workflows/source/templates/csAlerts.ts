import { Canvas, type Template } from '../canvas/canvas.ts';
import { ACCOUNTS_TABLE } from '../steps/accountsTable.ts';
import { addDecision } from '../steps/decision.ts';
import { addDelivery } from '../steps/delivery.ts';
import { addTicketTriggers } from '../steps/ticketTriggers.ts';

/** The main workflow: tickets are decided in the upper lane, what is due is sent in the lower one. */
export function buildCsAlerts(): Template {
	const canvas = new Canvas({
		id: 'csAlertsMain0001',
		name: 'CS Alerts',
		description:
			'Scores every support ticket, finds its account, and alerts the customer-success owner when it matters.',
	});
	const triggers = addTicketTriggers(canvas, [0, 0]);
	addDecision(canvas, triggers, [1.5, 2]);
	addDelivery(canvas, [0, 6.2]);
	canvas.note(HELPDESK, [-4, 0], [2.7, 2.6]);
	canvas.note(RULES, [1.3, 1], [4.8, 0.8]);
	canvas.note(ACCOUNTS, [2.1, 2.95], [2.2, 1.05]);
	canvas.note(CHANNELS, [-4, 5.2], [2.7, 2.6]);
	canvas.note(SAFETY, [-0.1, 5.2], [3.1, 0.85], 'green');
	canvas.note(PUBLISH, [4.55, 7.3], [1.6, 0.8]);
	return canvas.build();
}

// Headings throughout: n8n shows a whole workflow at about half size on a small screen.

const HELPDESK = `# 1. Connect your helpdesk
## Try it first: run Try It.
## Open the trigger of your helpdesk, choose its credential and follow the steps in the panel.
## Enable it: select it, press D. Leave the others disabled.`;

const ACCOUNTS = `# 2. Add your accounts
## Run CS Alerts Setup, fill the table ${ACCOUNTS_TABLE}. No other table's name may contain ${ACCOUNTS_TABLE}.`;

const RULES = `# 3. Set what counts
## Sentiment Score: your words. Threshold Gate: your rules; start from a preset.`;

const CHANNELS = `# 4. Choose where alerts go
## Slack nodes, Send Email: choose a credential, press D to enable.
## CS Alert Formatter: the Slack channel, and the fallback owner for unknown senders.
## Tell of Problem runs when every way failed: it starts your error workflow. Put in its place what surely reaches you.`;

const SAFETY = `# Nothing is lost
## Logged before the helpdesk is answered. What fails is tried again for 48 hours.`;

const PUBLISH = `# 5. Publish
## Again after every change.`;
