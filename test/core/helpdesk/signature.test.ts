import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
	intercomSignature,
	isFreshTimestamp,
	zendeskSignature,
} from '../../../nodes/core/helpdesk';

const SIGNATURE = 'x-zendesk-webhook-signature';
const TIMESTAMP = 'x-zendesk-webhook-signature-timestamp';

/** A third party's vector, with the secret Zendesk signs its own tests with (contracts/API-REFERENCE.md §1). */
const VECTOR = {
	secret: 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==',
	timestamp: '2021-03-25T05:09:27Z',
	body: '{"event":"ticket.updated","id":123}',
	signature: 'S/RDdU2ERmj7LHDDoWJ2onPYH+t7/f2+LTM4dL7UiLM=',
};
const HEADERS = { [SIGNATURE]: VECTOR.signature, [TIMESTAMP]: VECTOR.timestamp };

describe("Zendesk's signature", () => {
	it('says what was signed, so that the HMAC can be made and compared', () => {
		const claim = zendeskSignature(HEADERS);
		expect(claim).toEqual({
			algorithm: 'sha256',
			encoding: 'base64',
			signedPrefix: VECTOR.timestamp,
			signature: VECTOR.signature,
			timestamp: VECTOR.timestamp,
		});
		const made = createHmac('sha256', VECTOR.secret)
			.update(`${claim?.signedPrefix ?? ''}${VECTOR.body}`)
			.digest('base64');
		expect(made).toBe(claim?.signature);
	});

	it('is found whatever the case of the headers', () => {
		const headers = {
			'X-Zendesk-Webhook-Signature': VECTOR.signature,
			'X-Zendesk-Webhook-Signature-Timestamp': VECTOR.timestamp,
		};
		expect(zendeskSignature(headers)).toEqual(zendeskSignature(HEADERS));
	});

	it.each([
		{},
		{ [SIGNATURE]: VECTOR.signature },
		{ [TIMESTAMP]: VECTOR.timestamp },
		{ ...HEADERS, [SIGNATURE]: [VECTOR.signature, VECTOR.signature] },
		{ ...HEADERS, [SIGNATURE]: `${VECTOR.signature}, ${VECTOR.signature}` },
		{ ...HEADERS, 'X-Zendesk-Webhook-Signature': VECTOR.signature },
		{ ...HEADERS, [TIMESTAMP]: `${VECTOR.timestamp}, ${VECTOR.timestamp}` },
		{ ...HEADERS, [SIGNATURE]: '' },
		{ ...HEADERS, [SIGNATURE]: VECTOR.signature.slice(0, -1) },
		{ ...HEADERS, [SIGNATURE]: VECTOR.signature.replace('M=', 'N=') },
		{ ...HEADERS, [SIGNATURE]: `sha256=${VECTOR.signature}` },
		{ ...HEADERS, [TIMESTAMP]: 'now' },
		{ ...HEADERS, [TIMESTAMP]: '1616648967' },
		{ ...HEADERS, [TIMESTAMP]: undefined },
	])('is none: %j', (headers) => {
		expect(zendeskSignature(headers)).toBeUndefined();
	});
});

describe("Intercom's signature", () => {
	const hex = createHmac('sha1', 'client secret').update('{}').digest('hex');

	it('is over the body alone', () => {
		const claim = { algorithm: 'sha1', encoding: 'hex', signature: hex };
		expect(intercomSignature({ 'x-hub-signature': `sha1=${hex}` })).toEqual(claim);
		expect(intercomSignature({ 'X-Hub-Signature': `sha1=${hex.toUpperCase()}` })).toEqual(claim);
	});

	it.each([
		undefined,
		'',
		hex,
		`sha256=${hex}`,
		`sha1=${hex.slice(1)}`,
		`sha1=${hex}, sha1=${hex}`,
		[`sha1=${hex}`],
	])('is none: %j', (value) => {
		expect(intercomSignature({ 'x-hub-signature': value })).toBeUndefined();
	});
});

describe('isFreshTimestamp', () => {
	const now = new Date('2026-11-23T09:00:00Z');

	it.each([
		['2026-11-23T09:00:00Z', true],
		['2026-11-23T08:55:00Z', true],
		['2026-11-23T08:54:59Z', false],
		['2026-11-23T09:05:00Z', true],
		['2026-11-23T09:05:01Z', false],
		['2026-11-23T10:00:00+01:00', true],
		['', false],
		['now', false],
		['2026-02-30T09:00:00Z', false],
	])('%s is fresh: %s', (timestamp, isFresh) => {
		expect(isFreshTimestamp(timestamp, now)).toBe(isFresh);
	});

	it('takes another age', () => {
		expect(isFreshTimestamp('2026-11-23T08:59:58Z', now, 1000)).toBe(false);
		expect(isFreshTimestamp('2026-11-23T08:59:59Z', now, 1000)).toBe(true);
		expect(isFreshTimestamp('2026-11-23T09:00:00Z', new Date(NaN))).toBe(false);
	});
});
