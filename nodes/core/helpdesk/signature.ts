import { timeOf } from './dates';

/**
 * What a helpdesk's headers say about who sent a body. The HMAC over the raw bytes and the comparison in
 * constant time need `node:crypto`, which this room does not import: the trigger does both.
 */
export interface SignatureClaim {
	algorithm: 'sha256' | 'sha1';
	encoding: 'base64' | 'hex';
	/** Signed in front of the raw body, with nothing between. Absent when the body alone is signed. */
	signedPrefix?: string;
	signature: string;
	/** When it was signed; to be asked of {@link isFreshTimestamp}. Absent when the sender says no time. */
	timestamp?: string;
}

export type Headers = Readonly<Record<string, unknown>>;

/** 32 bytes in base64: the last letter before "=" carries four bits. */
const SHA256_BASE64 = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;
const SHA1_HEX = /^sha1=([0-9a-f]{40})$/i;
const ISO_WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})$/;
const MAX_AGE = 5 * 60_000;

/**
 * Zendesk: base64(HMAC-SHA256(secret, timestamp + raw body)), the secret as it is shown.
 * Source: developer.zendesk.com, "Verifying webhooks" (API-REFERENCE.md §1).
 * @returns undefined when one of the two headers is missing, repeated or malformed
 */
export function zendeskSignature(headers: Headers): SignatureClaim | undefined {
	const signature = headerOf(headers, 'x-zendesk-webhook-signature');
	const timestamp = headerOf(headers, 'x-zendesk-webhook-signature-timestamp');
	if (signature === undefined || !SHA256_BASE64.test(signature)) return undefined;
	if (timestamp === undefined || !ISO_WITH_ZONE.test(timestamp)) return undefined;
	return { algorithm: 'sha256', encoding: 'base64', signedPrefix: timestamp, signature, timestamp };
}

/**
 * Intercom: "sha1=" + hex(HMAC-SHA1(the app's client secret, raw body)), without a time, so that an old
 * delivery can be sent again by whoever saw it. Source: developers.intercom.com (API-REFERENCE.md §2).
 * @returns undefined when the header is missing, repeated or malformed
 */
export function intercomSignature(headers: Headers): SignatureClaim | undefined {
	const signature = SHA1_HEX.exec(headerOf(headers, 'x-hub-signature') ?? '')?.[1];
	if (signature === undefined) return undefined;
	return { algorithm: 'sha1', encoding: 'hex', signature: signature.toLowerCase() };
}

const HMAC_HEX = /^(?:sha256=|v1=)?([0-9a-f]{64})$/i;
const HMAC_BASE64 = /^(?:sha256=)?([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)$/;

/**
 * Any other helpdesk: HMAC-SHA256 over the raw body, in hex or base64, as most of them send it.
 * @param name the header, in lower case; an empty one holds nothing
 * @returns undefined when the header is missing, repeated or malformed
 */
export function otherSignature(headers: Headers, name: string): SignatureClaim | undefined {
	const value = name === '' ? undefined : headerOf(headers, name);
	const hex = HMAC_HEX.exec(value ?? '')?.[1];
	if (hex !== undefined) {
		return { algorithm: 'sha256', encoding: 'hex', signature: hex.toLowerCase() };
	}
	const base64 = HMAC_BASE64.exec(value ?? '')?.[1];
	return base64 === undefined
		? undefined
		: { algorithm: 'sha256', encoding: 'base64', signature: base64 };
}

/** Whether a signature's time is at most `maxAgeMs` before or after now: clocks differ both ways. */
export function isFreshTimestamp(timestamp: string, now: Date, maxAgeMs = MAX_AGE): boolean {
	const time = timeOf(timestamp);
	return time !== undefined && Math.abs(now.getTime() - time) <= maxAgeMs;
}

/** A header that came once, as text. Node joins what came twice with a comma, or gives a list. */
export function headerOf(headers: Headers, name: string): string | undefined {
	const found = Object.keys(headers).filter((key) => key.toLowerCase() === name);
	const [key] = found;
	const value = key !== undefined && found.length === 1 ? headers[key] : undefined;
	return typeof value === 'string' ? value.trim() : undefined;
}
