import type { Delivery, EarlierPlace, SendVia } from '../item/types';
import { slackIdOf } from './owners/slackId';
import type { Destination } from './recipient';
import type { DeliverySettings } from './settings';

/** A conversation, not a member: only that can be read. */
const CONVERSATION = /^[CDG]/;

/**
 * How a new message is sent that may stand in Slack already: by way of a look into its conversation, where that is
 * wanted and it is known which one that is.
 */
export function repeatOf(
	{ channel, recipient }: Pick<Destination, 'channel' | 'recipient'>,
	via: SendVia,
	{ looksFirst }: DeliverySettings,
	delivery: Pick<Delivery, 'mayBeRepeat' | 'earlier'> | undefined,
): { via: SendVia; earlier?: EarlierPlace } {
	const { earlier, mayBeRepeat } = delivery ?? {};
	if (!looksFirst || mayBeRepeat !== true || earlier === undefined) return { via };
	if (channel !== 'slack' || via !== 'slack') return { via };
	const named = slackIdOf(recipient.slack ?? '');
	const isNamed = named !== undefined && CONVERSATION.test(named);
	return { via: 'slackRepeat', earlier: isNamed ? { ...earlier, channel: named } : earlier };
}
