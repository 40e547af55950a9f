import type { Canvas, Grid } from '../canvas/canvas.ts';
import { switchOn } from '../canvas/canvasParts.ts';
import { TYPES } from '../canvas/nodeTypes.ts';
import {
	FORMATTER,
	postToSlack,
	postToTeams,
	readConversation,
	replyInThread,
	sendEmail,
	updateInSlack,
} from './channels.ts';
import { readTable } from './dataTable.ts';
import { OWNERS_TABLE } from './ownersTable.ts';

/** The ways of `alert.via`, in the order of the outputs. */
const WAYS = {
	'Slack Repeat': 'slackRepeat',
	Slack: 'slack',
	'Slack Update': 'slackUpdate',
	'Slack Edit': 'slackEdit',
	'Slack Reply': 'slackReply',
	Email: 'email',
	Teams: 'teams',
	'Quiet Hours': 'hold',
} as const;

const FORMATTED = `={{ $('${FORMATTER}').first().json }}`;

/**
 * Adds the way of a message from the outbox to a person. A channel that fails stops its run, and the
 * outbox tries again by itself: no error outputs, no retries of n8n's.
 * @param place of the trigger
 * @returns the node that records what was sent
 */
export function addDelivery(canvas: Canvas, place: Grid): string {
	const at = (columns: number, rows: number): Grid => [place[0] + columns, place[1] + rows];
	const trigger = canvas.add('CS Alert Trigger', TYPES.csAlertTrigger, at(0, 0), {
		parameters: { options: {} },
	});
	// Without the table an alert goes to the owner that the account names: better than not at all.
	const owners = canvas.add('CS Owners', TYPES.dataTable, at(0.75, 1), {
		...readTable(OWNERS_TABLE),
		onError: 'continueRegularOutput',
	});
	const formatter = canvas.add(FORMATTER, TYPES.csAlertFormatter, at(1.5, 0), {
		parameters: { owners: 'input', options: { looksFirst: true } },
	});
	const problem = canvas.add('Tell of Problem', TYPES.stopAndError, at(1.5, 2), {
		parameters: { errorMessage: '={{ $json.problem.text }}' },
	});
	const channel = canvas.add(
		'By Channel',
		TYPES.switch,
		at(2.5, 0),
		switchOn(
			'={{ $json.alert.via }}',
			Object.fromEntries(
				Object.entries(WAYS).map(([name, to]) => [name, { operation: 'equals', to }]),
			),
		),
	);
	const look = canvas.add('Look in Slack', TYPES.slack, at(3.5, -3), readConversation);
	const find = canvas.add('Was It Sent?', TYPES.ticketLog, at(4.5, -3), {
		parameters: { operation: 'findEarlierCopy', sentItem: FORMATTED },
	});
	const post = canvas.add('Post to Slack', TYPES.slack, at(4.5, -2), postToSlack);
	const update = canvas.add('Update in Slack', TYPES.slack, at(3.5, -1), updateInSlack);
	const edit = canvas.add('Edit in Slack', TYPES.slack, at(3.5, 0), updateInSlack);
	const reply = canvas.add('Reply in Thread', TYPES.slack, at(4.5, -1), replyInThread);
	const email = canvas.add('Send Email', TYPES.emailSend, at(3.5, 1), sendEmail);
	const teams = canvas.add('Post to Teams', TYPES.httpRequest, at(3.5, 2), postToTeams);
	const record = canvas.add('Record Delivery', TYPES.ticketLog, at(5.5, 0), {
		parameters: {
			operation: 'recordDelivery',
			sentItem: FORMATTED,
		},
	});
	canvas.connect(trigger, formatter, 0);
	canvas.connect(trigger, owners, 0);
	canvas.connect(trigger, problem, 1);
	canvas.connect(owners, formatter, 0, 1);
	canvas.connect(formatter, channel);
	[look, post, update, edit, reply, email, teams, record].forEach((node, output) => {
		canvas.connect(channel, node, output);
	});
	canvas.chain(look, find, post);
	canvas.connect(find, record, 1);
	canvas.connect(update, reply);
	for (const last of [post, edit, reply, email, teams]) canvas.connect(last, record);
	return record;
}
