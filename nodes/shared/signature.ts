import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import { isFreshTimestamp, type SignatureClaim } from '../core/helpdesk';

/**
 * Whether a claim holds: the HMAC over the raw bytes is the one the secret gives, and its time, where
 * it has one, is near enough to now. An empty secret signs nothing.
 */
export function holds(
	claim: SignatureClaim | undefined,
	rawBody: Buffer,
	secret: string,
	now: Date,
): boolean {
	if (claim === undefined || secret === '') return false;
	if (claim.timestamp !== undefined && !isFreshTimestamp(claim.timestamp, now)) return false;
	const expected = createHmac(claim.algorithm, secret)
		.update(claim.signedPrefix ?? '')
		.update(rawBody)
		.digest(claim.encoding);
	return isSameText(claim.signature, expected);
}

/** Compares in a time that tells nothing of where two texts differ, nor of how long the secret is. */
export function isSameText(given: string, expected: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(given), digest(expected));
}
