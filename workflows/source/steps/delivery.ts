import type { Canvas, Grid } from '../canvas/canvas.ts';
import { switchOn } from '../canvas/canvasParts.ts';
import { TYPES } from '../canvas/nodeTypes.ts';
import { FORMATTER, postToSlack, replyInThread, sendEmail, updateInSlack } from './channels.ts';

/**
 * Adds the way of a message from the outbox to a person. A channel that fails stops its run, and the
 * outbox tries again by itself: no error outputs, no retries of n8n's.
 * @param place of the trigger
 */
export function addDelivery(canvas: Canvas, place: Grid): void {
	const at = (columns: number, rows: number): Grid => [place[0] + columns, place[1] + rows];
	const trigger = canvas.add('CS Alert Trigger', TYPES.csAlertTrigger, at(0, 0), {
		parameters: { options: {} },
	});
	const formatter = canvas.add(FORMATTER, TYPES.csAlertFormatter, at(1.5, 0));
	const problem = canvas.add('Tell of Problem', TYPES.stopAndError, at(1.5, 1), {
		parameters: { errorMessage: '={{ $json.problem.text }}' },
	});
	const channel = canvas.add(
		'By Channel',
		TYPES.switch,
		at(2.5, 0),
		switchOn('={{ $json.alert.via }}', {
			Slack: { operation: 'equals', to: 'slack' },
			'Slack Update': { operation: 'equals', to: 'slackUpdate' },
			Email: { operation: 'equals', to: 'email' },
		}),
	);
	const post = canvas.add('Post to Slack', TYPES.slack, at(3.5, -1), postToSlack);
	const update = canvas.add('Update in Slack', TYPES.slack, at(3.5, 0), updateInSlack);
	const reply = canvas.add('Reply in Thread', TYPES.slack, at(4.5, 0), replyInThread);
	const email = canvas.add('Send Email', TYPES.emailSend, at(3.5, 1), sendEmail);
	const record = canvas.add('Record Delivery', TYPES.ticketLog, at(5.5, 0), {
		parameters: {
			operation: 'recordDelivery',
			sentItem: `={{ $('${FORMATTER}').first().json }}`,
		},
	});
	canvas.connect(trigger, formatter, 0);
	canvas.connect(trigger, problem, 1);
	canvas.connect(formatter, channel);
	canvas.connect(channel, post, 0);
	canvas.connect(channel, update, 1);
	canvas.connect(channel, email, 2);
	canvas.connect(update, reply);
	for (const last of [post, reply, email]) canvas.connect(last, record);
}
