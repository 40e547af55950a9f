import { comparableEmail } from '../account/email';
import { LONE_SURROGATE } from '../text/characters';
import { lineOf } from './fields';
import { type IncomingTicket, LIMITS } from './ticket';

/** Longer than any display name with its address; what is longer is no address. */
const MAX_EMAIL_SOURCE = 2000;
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** Who wrote, with the address in the one form it is looked up in; absent when neither is known. */
export function requesterOf(email: unknown, name: unknown): IncomingTicket['requester'] {
	const address = addressOf(email);
	const line = lineOf(name, LIMITS.name);
	if (address === undefined && line === undefined) return undefined;
	return {
		...(address !== undefined && { email: address }),
		...(line !== undefined && { name: line }),
	};
}

function addressOf(value: unknown): string | undefined {
	if (typeof value !== 'string' || value.length > MAX_EMAIL_SOURCE) return undefined;
	// Typed on a Japanese or Chinese keyboard, "@" and letters are full-width characters.
	const plain = value.replace(FULL_WIDTH, (character) => character.normalize('NFKC'));
	const address = comparableEmail(plain);
	if (address === undefined || address.length > LIMITS.email) return undefined;
	return address.search(LONE_SURROGATE) === -1 ? address : undefined;
}
