import { Canvas, type Template } from '../canvas/canvas.ts';
import { TYPES } from '../canvas/nodeTypes.ts';

/** Puts each mail of a support mailbox into the log; the main workflow's trigger hands them on. */
export function buildMailbox(): Template {
	const canvas = new Canvas({
		id: 'csAlertsMailbox1',
		name: 'Tickets From a Mailbox',
		description:
			'Takes in each mail of a support mailbox as a ticket. CS Alerts scores it, with its trigger Other Tickets.',
	});
	const mailbox = canvas.add('Support Mailbox', TYPES.emailReadImap, [0, 0], {
		disabled: true,
		// Only this format gives mail that is HTML alone as text, too.
		parameters: { format: 'resolved', options: {} },
	});
	const takeIn = canvas.add('Take In', TYPES.ticketLog, [1.5, 0], {
		parameters: {
			operation: 'takeIn',
			ticketId: '={{ $json.messageId }}',
			helpdeskName: 'Mailbox',
			subject: '={{ $json.subject }}',
			body: '={{ $json.text }}',
			requesterEmail: '={{ $json.from.text }}',
			ticketFields: {
				channel: 'email',
				createdAt: '={{ $json.date }}',
				mailHeaders: '={{ $json.headers }}',
			},
		},
		// A mail that cannot be taken in holds up no other that came with it, and the run fails.
		onError: 'continueErrorOutput',
	});
	const problem = canvas.add('Tell of Problem', TYPES.stopAndError, [3, 1], {
		parameters: { errorMessage: '={{ $json.error.message }}' },
	});
	canvas.connect(mailbox, takeIn);
	canvas.connect(takeIn, problem, 1);
	canvas.note(CONNECT, [-0.3, -1.55], [4.6, 1.3]);
	canvas.note(NEXT, [2.5, -0.05], [1.8, 0.8], 'green');
	canvas.note(MAIL, [-0.3, 1.05], [2.9, 0.95], 'green');
	return canvas.build();
}

const CONNECT = `# Tickets from a mailbox
## 1. In CS Alerts: enable Other Tickets (select it, press D) with any Header Auth credential, and publish. It hands these mails on.
## 2. Here: choose the IMAP credential in Support Mailbox and enable it; name your own domain in Take In; publish.`;

const NEXT = `# Nothing follows
## Scoring starts at Other Tickets.`;

const MAIL = `# Each mail is a ticket
## A failed run is a mail that was not taken in: open it in Executions and retry it.`;
