import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readDelivery } from '../core/item/deliveryReaders';
import { readEarlierPlace } from '../core/item/earlierPlace';
import { wordsOfError } from '../core/log/channelAnswer';
import { findEarlierCopy } from '../core/log/earlierCopy';
import { toItemError } from '../shared/itemError';
import { readSentItem } from './sentItem';

/**
 * Tells whether a message that may be a repeat stands in Slack already. What comes in is what a Slack node read from
 * the conversation, all of it one question. The message itself goes on to be sent; a copy that was found goes on as
 * Slack's answer to it.
 * @throws NodeOperationError when there is nothing to look for: the run fails, and the outbox tries again
 */
export async function findEarlierCopies(
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const pairedItem = items.map((_, item) => ({ item }));
	try {
		const sent = readSentItem(context, 0);
		const delivery = readDelivery(sent);
		const place = readEarlierPlace(sent);
		if (delivery === undefined || place === undefined) return [[{ json: sent, pairedItem }], []];
		const { ts, problem } = findEarlierCopy(
			items.map(({ json }) => json),
			delivery.id,
		);
		if (problem !== undefined) {
			context.addExecutionHints({
				type: 'warning',
				location: 'outputPane',
				message: `Slack did not say whether the message is there already, so it goes out marked as a repeat: ${wordsOfError(problem)}`,
			});
		}
		if (ts === undefined) return [[{ json: sent, pairedItem }], []];
		const answer = {
			ok: true,
			channel: place.channel,
			message_timestamp: ts,
			earlierCopy: true,
		};
		return [[], [{ json: answer, pairedItem }]];
	} catch (cause) {
		throw toItemError(context.getNode(), cause, 0);
	}
}
