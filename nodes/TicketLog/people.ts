import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { ownerKeyOf } from '../core/item/ownerKey';
import { digestFigures } from '../core/report/digest/digestFigures';
import { queuedDigests, USUAL_CAPACITY } from '../core/report/digest/digestReport';
import { trimmedTextOf } from '../core/values/text';
import { openLog } from '../log/open';
import { logItems } from './logItems';
import { manyItems } from './manyItems';
import { daysBack, readMessageFilter } from './TicketLog.properties';

/** One item a message, newest first, for each item that asks. */
export async function getMessages(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const now = new Date();
	return await manyItems(context, async (itemIndex) => {
		const log = await openLog();
		const messages = await log.findMessages(readMessageFilter(context, itemIndex, now));
		return messages.map((message): IDataObject => ({ ...message }));
	});
}

/**
 * Sums up the last days and puts it into the outbox, one item a reader: each once an execution, however often n8n
 * tries its node again.
 */
export async function queueDigest(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const now = new Date();
	return await logItems(context, async (_item, itemIndex) => {
		const log = await openLog();
		const period = { since: daysBack(context, 'digestDays', itemIndex, now), until: now };
		const forEachOwner = context.getNodeParameter('digestForOwners', itemIndex, true) === true;
		const settings = { timeZone: context.getTimezone(), forEachOwner };
		const figures = await digestFigures(log, period, settings);
		const added: IDataObject[] = [];
		for (const digest of queuedDigests(figures, period, USUAL_CAPACITY)) {
			const { owner } = digest;
			const reader = ownerKeyOf(owner);
			const onceKey = ['digest', context.getExecutionId(), itemIndex, reader]
				.filter((part) => part !== undefined)
				.join(':');
			const isQueued = await log.queueDelivery('digest', onceKey, { digest }, now);
			added.push({ digest: { ...digest } as IDataObject, log: { isQueued } });
		}
		const [adds = {}, ...further] = added;
		return { adds, further };
	});
}

export async function tryAgain(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await logItems(context, async (_item, itemIndex) => {
		const what = context.getNodeParameter('what', itemIndex, []) as string[];
		if (what.length === 0) throw new Error('What to Try Again is empty. Choose at least one entry');
		const ticketKey = trimmedTextOf(context.getNodeParameter('againTicketKey', itemIndex, ''));
		const log = await openLog();
		const again = await log.tryAgain(
			{
				failed: what.includes('failed'),
				undelivered: what.includes('undelivered'),
				...(ticketKey !== undefined && { ticketKey }),
			},
			new Date(),
		);
		return { adds: { log: { ticketsDue: again.messages, alertsDue: again.deliveries } } };
	});
}

export async function purge(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const now = new Date();
	return await logItems(context, async (_item, itemIndex) => {
		const log = await openLog();
		const deleteBefore = daysBack(context, 'deleteDays', itemIndex, now);
		const purged = await log.purge({
			textsBefore: daysBack(context, 'textDays', itemIndex, now),
			...(deleteBefore < now && { deleteBefore }),
		});
		return { adds: { log: { ...purged } } };
	});
}
