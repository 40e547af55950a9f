import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readOtherTicket } from '../core/helpdesk';
import { machineMailReason } from '../core/helpdesk/machineMail';
import { whetherItCounts } from '../core/helpdesk/whoCounts';
import { isAlive } from '../core/log/alive';
import { TAKEN_IN } from '../core/log/source';
import { openLog } from '../log/open';
import { readSenderFields } from '../shared/readSenderFields';
import { logItems } from './logItems';
import { readOtherFields } from './takeInProperties';

/** Puts the ticket of each item into the log, once; a trigger of ours hands on those that count. */
export async function takeIn(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const now = new Date();
	const workflowId = context.getWorkflow().id ?? '';
	let isWaiting = false;
	const outputs = await logItems(context, async (_item, itemIndex) => {
		const { fields, isTest, mailHeaders } = readOtherFields(context, itemIndex);
		const reading = readOtherTicket(fields, now);
		if (reading.kind !== 'ticket') throw new Error(reading.reason);
		const { who, problem } = readSenderFields((name) =>
			context.getNodeParameter(name, itemIndex, ''),
		);
		if (problem !== undefined) throw new Error(problem);
		const { ticket, ...counted } = whetherItCounts(reading.ticket, who);
		const skippedBecause = counted.skippedBecause ?? machineMailReason(mailHeaders);
		const log = await openLog();
		const { outcome } = await log.takeIn(
			{
				ticket: { ...ticket, ...(isTest && { isTest }) },
				source: TAKEN_IN,
				workflowId,
				skippedBecause,
			},
			now,
		);
		if (outcome !== 'known' && skippedBecause === undefined) isWaiting = true;
		const { key: ticketKey, messageId } = ticket;
		const skipped = skippedBecause !== undefined && { skippedBecause };
		return { adds: { log: { outcome, ticketKey, messageId, ...skipped } } };
	});
	if (isWaiting) await sayWhoHandsOn(context, now);
	return outputs;
}

/** Tickets that nobody hands on would wait unseen until they fail. */
async function sayWhoHandsOn(context: IExecuteFunctions, now: Date): Promise<void> {
	const triggers = await (await openLog()).intakeStatus();
	if (triggers.some((one) => one.takenInWaiting !== undefined && isAlive(one, now))) return;
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message:
			'No Support Ticket Trigger hands these tickets on yet. Publish the workflow that has one: they wait in the log for 48 hours.',
	});
}
