import { readDelivery, readDigest, readReview } from '../item/deliveryReaders';
import { readAccount, readGate, readSentiment, readTicket } from '../item/readers';
import { composeAlert, type Composed } from './compose';
import { reviewList } from './review';
import type { DeliverySettings } from './settings';
import { composeListMessage } from './sharedMessage';

/**
 * Writes what an item asks for: the digest or the list of Review it brings, or else the message about its ticket.
 * @param json an item of CS Alert Trigger, or straight from Threshold Gate
 * @throws Error when the item lacks something, or there is nobody to send it to
 */
export function composeForItem(
	json: Record<string, unknown>,
	settings: DeliverySettings,
	now: Date,
): Composed {
	const delivery = readDelivery(json);
	if (delivery?.kind === 'digest') {
		return composeListMessage(readDigest(json), 'The digest', settings, delivery);
	}
	if (delivery?.kind === 'review') {
		return composeListMessage(
			reviewList(readReview(json)),
			'The list of Review',
			settings,
			delivery,
		);
	}
	const input = {
		ticket: readTicket(json),
		sentiment: readSentiment(json),
		account: readAccount(json),
		gate: readGate(json),
	};
	return composeAlert(input, settings, now, delivery);
}
