import { readDelivery, readDigest } from '../item/deliveryReaders';
import { readAccount, readGate, readSentiment, readTicket } from '../item/readers';
import type { SendableMessage } from '../item/types';
import { composeAlert } from './compose';
import { composeDigestMessage } from './digestMessage';
import type { DeliverySettings } from './recipient';

/**
 * Writes what an item asks for: the digest it brings, or else the alert or update of its ticket.
 * @param json an item of CS Alert Trigger, or straight from Threshold Gate
 * @throws Error when the item lacks something, or there is nobody to send it to
 */
export function composeForItem(
	json: Record<string, unknown>,
	settings: DeliverySettings,
	now: Date,
): SendableMessage {
	const delivery = readDelivery(json);
	if (delivery?.kind === 'digest') {
		return composeDigestMessage(readDigest(json), settings, delivery);
	}
	const input = {
		ticket: readTicket(json),
		sentiment: readSentiment(json),
		account: readAccount(json),
		gate: readGate(json),
	};
	return composeAlert(input, settings, now, delivery);
}
