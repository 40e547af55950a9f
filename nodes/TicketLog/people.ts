import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { composeDigest } from '../core/report/digest';
import { openLog } from '../log/open';
import { toItemError } from '../shared/itemError';
import { runItems } from '../shared/runItems';
import { daysBack, readMessageFilter } from './TicketLog.properties';

/** More messages than this are summed up from the newest of them, and the digest says so. */
const MOST_DIGEST_MESSAGES = 20_000;

/** One item a message, newest first, for each item that asks. */
export async function getMessages(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const output: INodeExecutionData[] = [];
	const now = new Date();
	for (const itemIndex of context.getInputData().keys()) {
		try {
			const log = await openLog();
			const messages = await log.findMessages(readMessageFilter(context, itemIndex, now));
			for (const message of messages) {
				output.push({ json: { ...message } as IDataObject, pairedItem: { item: itemIndex } });
			}
		} catch (cause) {
			throw toItemError(context.getNode(), cause, itemIndex);
		}
	}
	return [output];
}

/** Sums up the last days and puts it into the outbox: once, however often the run is repeated. */
export async function queueDigest(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const now = new Date();
	return await runItems(context, async (_item, itemIndex) => {
		const log = await openLog();
		const since = daysBack(context, 'digestDays', itemIndex, now);
		const messages = await log.findMessages({ since, limit: MOST_DIGEST_MESSAGES });
		const digest = composeDigest(messages, {
			since,
			until: now,
			isCut: messages.length === MOST_DIGEST_MESSAGES,
		});
		const onceKey = `digest:${context.getExecutionId()}:${itemIndex}`;
		const isQueued = await log.queueDelivery('digest', onceKey, { digest }, now);
		return { adds: { digest: { ...digest } as IDataObject, log: { isQueued } } };
	});
}

export async function tryAgain(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await runItems(context, async (_item, itemIndex) => {
		const what = context.getNodeParameter('what', itemIndex, []) as string[];
		if (what.length === 0) throw new Error('What to Try Again is empty. Choose at least one entry');
		const ticketKey = String(context.getNodeParameter('againTicketKey', itemIndex, '')).trim();
		const log = await openLog();
		const again = await log.tryAgain(
			{
				failed: what.includes('failed'),
				undelivered: what.includes('undelivered'),
				...(ticketKey !== '' && { ticketKey }),
			},
			new Date(),
		);
		return { adds: { log: { ticketsDue: again.messages, alertsDue: again.deliveries } } };
	});
}

export async function purge(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const now = new Date();
	return await runItems(context, async (_item, itemIndex) => {
		const log = await openLog();
		const keepsEntries = Number(context.getNodeParameter('deleteDays', itemIndex)) <= 0;
		const purged = await log.purge({
			textsBefore: daysBack(context, 'textDays', itemIndex, now),
			...(!keepsEntries && { deleteBefore: daysBack(context, 'deleteDays', itemIndex, now) }),
		});
		return { adds: { log: { ...purged } } };
	});
}
