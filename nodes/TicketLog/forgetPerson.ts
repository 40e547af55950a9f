import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { countOf } from '../core/values/wording';
import { openLog } from '../log/open';
import type { Forgotten, TicketLog } from '../log/ticketLog';
import { readForgetting } from './forgetProperties';
import { toLogEntry } from './logEntry';
import { logItems } from './logItems';

/** Takes the person of each item out of the log, and gives a receipt. */
export async function forgetPerson(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const now = new Date();
	return await logItems(context, async (_item, itemIndex) => {
		const { email, isOnlyCount } = readForgetting(context, itemIndex);
		const log = await openLog();
		const forgotten = await log.forgetPerson(email, { isOnlyCount }, now);
		return { adds: { log: toLogEntry(receiptOf(forgotten, log, isOnlyCount, now)) } };
	});
}

/** The log itself keeps no note of it: a note would name the person once more. */
function receiptOf(forgotten: Forgotten, log: TicketLog, isOnlyCount: boolean, now: Date) {
	const { areFilesClean, ...counts } = forgotten;
	return {
		...counts,
		isOnlyCount,
		...(!isOnlyCount && { forgottenAt: now }),
		summary: summaryOf(forgotten, isOnlyCount),
		whatStays: WHAT_STAYS,
		whatElseToDo: [
			...slackTasks(forgotten),
			'Email and Teams: delete the alerts, reviews and digests that went out about this person’s tickets; what was sent cannot be taken back from here.',
			'n8n: delete the executions that handled these tickets, and this one, whose receipt names the address. They hold whole tickets until n8n prunes them.',
			'Helpdesk: erase the person and their tickets there, best before this. A ticket that it sends later is taken in as anyone’s.',
			'CRM, Data Tables and sheets: erase the person’s contact, and rows that name the address.',
			...(areFilesClean === false ? [fileTask(log)] : []),
			'Backups of the log: they keep what they held until they are overwritten. After restoring one, forget the person again.',
		],
	};
}

function summaryOf(forgotten: Forgotten, isOnlyCount: boolean): string {
	const { rows, messagesEnded, deliveriesWithdrawn, alertsClosed } = forgotten;
	const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
	if (all === 0) return 'Nothing of this person is in the log.';
	const lost = isOnlyCount ? 'would lose' : 'lost';
	const ended = isOnlyCount ? 'would end' : 'ended';
	const been = (count: number) => (isOnlyCount ? 'would be' : count === 1 ? 'was' : 'were');
	const parts = [
		`${countOf(all, 'row')} ${lost} this person’s words, name or address.`,
		messagesEnded > 0 &&
			`${countOf(messagesEnded, 'message')} under way or in Review ${ended}: skipped, or reviewed, because the sender was forgotten.`,
		deliveriesWithdrawn > 0 &&
			`${countOf(deliveriesWithdrawn, 'message')} to owners ${been(deliveriesWithdrawn)} taken back unsent.`,
		alertsClosed > 0 &&
			`${countOf(alertsClosed, 'alert')} of which nobody had been told ${been(alertsClosed)} closed.`,
	];
	return parts.filter((part) => part !== false).join(' ');
}

const WHAT_STAYS = [
	'Scores, labels, topics, routes, rules, accounts and times of the messages, so that reports stay true. A random word in place of the address says that they came from one sender; it leads nowhere.',
	'The number and the link of each ticket at the helpdesk, so that a late delivery of the same message is known and not taken in again.',
	'How alerts stand. What still follows an open one is sent without the person’s words.',
	'What other people wrote about this person without the address.',
];

function slackTasks({ slackMessages }: Forgotten): string[] {
	return slackMessages.length === 0
		? [
				'Slack: the log knows of no message there; look for direct messages and digests all the same.',
			]
		: [
				`Slack: delete the ${countOf(slackMessages.length, 'message')} of slackMessages with their threads (Slack node, Message: Delete, with channel and ts), and reviews and digests that list these tickets.`,
			];
}

function fileTask({ kind }: TicketLog): string {
	return kind === 'sqlite'
		? 'The log’s file: another program had it open, so words may stand in log.sqlite-wal until n8n’s next restart. Close that program and run this again.'
		: 'PostgreSQL: its server overwrites the old rows at its next vacuum. To be sure at once, run VACUUM FULL on the tables of the schema cs_alerts; archived write-ahead logs keep them until they expire.';
}
