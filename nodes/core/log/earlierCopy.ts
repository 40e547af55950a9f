import { blockIdOf } from '../alert/render/slackBlocks';
import { isObject } from '../item/fields';
import { textOf } from '../values/text';

/** What a look into a conversation in Slack showed. */
export interface EarlierCopy {
	/** Slack's own name of the copy; absent where none was found. */
	ts?: string;
	/** Why Slack showed nothing, in its own words. */
	problem?: unknown;
}

/**
 * Looks for a delivery among the messages that n8n's Slack node read from a conversation. Only an app's message counts:
 * nobody else can give a block the delivery's ID.
 * @param messages what the node gave out: messages as conversations.history has them, one item without any where there
 * are none, or its `error`
 */
export function findEarlierCopy(messages: readonly unknown[], deliveryId: string): EarlierCopy {
	const known = messages.filter(isObject);
	const copy = known.find(
		({ bot_id, blocks }) =>
			textOf(bot_id) !== undefined &&
			Array.isArray(blocks) &&
			blocks.some((block) => isObject(block) && block.block_id === blockIdOf(deliveryId)),
	);
	const ts = textOf(copy?.ts);
	if (ts !== undefined) return { ts };
	const problem = known.find(({ error }) => error !== undefined)?.error;
	return problem === undefined ? {} : { problem };
}
