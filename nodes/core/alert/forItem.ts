import { readDelivery, readDigest, readReview } from '../item/deliveryReaders';
import { readAccount, readGate, readSentiment, readTicket } from '../item/readers';
import { composeAlert, type Composed } from './compose';
import type { AlertInput } from './occasion';
import { draftWishOf, type DraftWish } from './replyDraft';
import { reviewList } from './review';
import type { DeliverySettings } from './settings';
import { composeListMessage } from './sharedMessage';

type Json = Record<string, unknown>;

/**
 * Writes what an item asks for: the digest or the list of Review it brings, or else the message about its ticket.
 * @param json an item of CS Alert Trigger, or straight from Threshold Gate
 * @param replyDraft what a chat model suggests to answer, where {@link wantedDraft} asked one
 * @throws Error when the item lacks something, or there is nobody to send it to
 */
export function composeForItem(
	json: Json,
	settings: DeliverySettings,
	now: Date,
	replyDraft?: string,
): Composed {
	const delivery = readDelivery(json);
	if (delivery?.kind === 'digest') {
		return composeListMessage(readDigest(json), 'The digest', settings, delivery);
	}
	if (delivery?.kind === 'review') {
		return composeListMessage(
			reviewList(readReview(json), now, settings.regional),
			'The list of Review',
			settings,
			delivery,
		);
	}
	return composeAlert({ ...inputOf(json), replyDraft }, settings, now, delivery);
}

/**
 * What to ask a chat model for a reply with, for an item that {@link composeForItem} can write.
 * @param guidance the admin's own words on how to write; '' for none
 */
export function wantedDraft(json: Json, guidance: string): DraftWish {
	const delivery = readDelivery(json);
	if (delivery?.kind === 'digest' || delivery?.kind === 'review') return undefined;
	return draftWishOf(inputOf(json), delivery, guidance);
}

function inputOf(json: Json): AlertInput {
	return {
		ticket: readTicket(json),
		sentiment: readSentiment(json),
		account: readAccount(json),
		gate: readGate(json),
	};
}
