import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readOtherTicket } from '../core/helpdesk';
import { isAlive } from '../core/log/alive';
import { TAKEN_IN } from '../core/log/source';
import { openLog } from '../log/open';
import { logItems } from './logItems';
import { readOtherFields } from './takeInProperties';

/** Puts the ticket of each item into the log, once; a trigger of ours hands it on. */
export async function takeIn(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const now = new Date();
	const workflowId = context.getWorkflow().id ?? '';
	let isWaiting = false;
	const outputs = await logItems(context, async (_item, itemIndex) => {
		const { fields, isTest } = readOtherFields(context, itemIndex);
		const reading = readOtherTicket(fields, now);
		if (reading.kind !== 'ticket') throw new Error(reading.reason);
		const { ticket } = reading;
		const log = await openLog();
		const { outcome } = await log.takeIn(
			{ ticket: { ...ticket, ...(isTest && { isTest }) }, source: TAKEN_IN, workflowId },
			now,
		);
		if (outcome !== 'known') isWaiting = true;
		const { key: ticketKey, messageId } = ticket;
		return { adds: { log: { outcome, ticketKey, messageId } } };
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
