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
	addDecision(canvas, triggers, [1.5, 1]);
	addDelivery(canvas, [0, 4.2]);
	canvas.note(HELPDESK, [-2.4, 0], [2.1, 2.85]);
	canvas.note(RULES, [1.3, 0], [4.7, 0.85]);
	canvas.note(ACCOUNTS, [2.2, 2], [2.1, 1]);
	canvas.note(CHANNELS, [-2.4, 3.2], [2.1, 2.85]);
	canvas.note(SAFETY, [-0.1, 3.2], [3.2, 0.85], 'green');
	canvas.note(PROBLEM, [-0.1, 5.2], [1.4, 0.85], 'green');
	canvas.note(PUBLISH, [4.2, 5.2], [1.8, 0.85]);
	return canvas.build();
}

const HELPDESK = `## 1. Connect your helpdesk
### Open your helpdesk's trigger and follow the steps in its panel: secret, host, address.
### Enable it (select it, press D). Leave the others disabled.`;

const ACCOUNTS = `## 2. Add your accounts
Run **CS Alerts Setup**, then fill the data table **${ACCOUNTS_TABLE}**. No other table's name may contain "${ACCOUNTS_TABLE}". Or put Postgres, Sheets … in the place of **Known Accounts**.`;

const RULES = `## 3. Set what counts
### **Sentiment Score**: your own words. **Threshold Gate**: the rules; start from a preset.`;

const CHANNELS = `## 4. Choose where alerts go
### Slack nodes and **Send Email**: choose a credential, enable them (press D). Email: set the sender.
### **CS Alert Formatter**: Slack channel, and the fallback owner for unknown senders.`;

const SAFETY = `## Nothing is lost
### Tickets are logged before the helpdesk is answered. What fails is tried again for 48 hours.`;

const PROBLEM = `**Tell of Problem** fails the run, so your error workflow starts. Put in its place whatever reaches you when Slack and email both fail.`;

const PUBLISH = `## 5. Publish
### After every change: publish again.`;
