import type { DeliveryKind, SlackMessageId } from '../core/item/types';
import type { SqlRow } from './database';
import { numberIn, textIn } from './rows';

/** The alert's message in Slack, and what changes or joins it. */

/** The alert's message in Slack; absent while there is none. */
export function messageIn(row: SqlRow): SlackMessageId | undefined {
	const [channel, ts] = [textIn(row, 'message_channel'), textIn(row, 'message_ts')];
	return channel === undefined || ts === undefined ? undefined : { channel, ts };
}

/** An alert's message in Slack is edited; nobody who misses that misses an alert. */
export const EDITS: readonly DeliveryKind[] = ['answer', 'closed'];

/**
 * The message in Slack that something of an alert changes or is a reply to. Where the alert was handed on, its message
 * is the former owner's: it is kept true, but whoever has the alert now gets messages of their own, until it comes anew.
 */
export function joinedMessage(alert: SqlRow, kind: DeliveryKind): SlackMessageId | undefined {
	const handedOnAt = numberIn(alert, 'handed_on_at');
	const isFormerOwners =
		handedOnAt !== undefined && handedOnAt >= (numberIn(alert, 'sent_at') ?? 0);
	return isFormerOwners && !EDITS.includes(kind) ? undefined : messageIn(alert);
}
