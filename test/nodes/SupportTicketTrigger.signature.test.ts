import { createHmac } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import {
	credentialProblem,
	isAuthentic,
	secretProblem,
} from '../../nodes/SupportTicketTrigger/secrets';
import { SupportTicketTrigger } from '../../nodes/SupportTicketTrigger/SupportTicketTrigger.node';
import type { ProofSettings } from '../../nodes/SupportTicketTrigger/settings';
import { triggerDouble } from '../support/triggerDouble';
import { webhookDouble } from '../support/webhookDouble';
import { forgetSecrets } from '../../nodes/SupportTicketTrigger/keptSecrets';

beforeEach(() => {
	forgetSecrets();
});

/** Zendesk's published secret for its own tests, and a third party's vector made with it (API-REFERENCE.md §1). */
const SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';
const SIGNED_AT = '2021-03-25T05:09:27Z';
const BODY = '{"event":"ticket.updated","id":123}';
const SIGNATURE = 'S/RDdU2ERmj7LHDDoWJ2onPYH+t7/f2+LTM4dL7UiLM=';

const NAME = 'x-zendesk-webhook-signature';
const TIME = 'x-zendesk-webhook-signature-timestamp';
const HEADERS = { [NAME]: SIGNATURE, [TIME]: SIGNED_AT };
const later = (seconds: number) => new Date(Date.parse(SIGNED_AT) + seconds * 1000);
const signed = (body: string | Buffer, at = SIGNED_AT, secret = SECRET) =>
	createHmac('sha256', secret).update(at).update(body).digest('base64');

const ZENDESK: ProofSettings = { helpdesk: 'zendesk', proof: 'signature' };
const INTERCOM: ProofSettings = { helpdesk: 'intercom', proof: 'intercomApi' };
const FRESHDESK: ProofSettings = { helpdesk: 'freshdesk', proof: 'headerAuth' };

async function check(
	settings: ProofSettings,
	headers: Record<string, unknown>,
	{ body = BODY as string | Buffer, now = later(0), secret = SECRET as unknown, header = {} } = {},
) {
	const { context } = webhookDouble({
		headers,
		credentials: {
			csAlertsSigningSecretApi: { secret: secret as string },
			csAlertsIntercomApi: { clientSecret: secret as string },
			httpHeaderAuth: header,
		},
	});
	return await isAuthentic(context, settings, 'workflow-1/node-1', Buffer.from(body), now);
}

describe("a delivery signed with Zendesk's secret", () => {
	it('is known by the published vector', async () => {
		expect(await check(ZENDESK, HEADERS)).toBe(true);
	});

	it('is known by its bytes, not by the text they may be', async () => {
		const body = Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x7d]);
		expect(await check(ZENDESK, { ...HEADERS, [NAME]: signed(body) }, { body })).toBe(true);
		expect(await check(ZENDESK, { ...HEADERS, [NAME]: signed('') }, { body: '' })).toBe(true);
	});

	it('is known with a secret that was pasted with a line break', async () => {
		expect(await check(ZENDESK, HEADERS, { secret: `${SECRET}\n` })).toBe(true);
	});

	it.each([
		[300, true],
		[301, false],
		[-300, true],
		[-301, false],
		[86_400, false],
	])('counts for five minutes: %i seconds later it is %s', async (seconds, holds) => {
		expect(await check(ZENDESK, HEADERS, { now: later(seconds) })).toBe(holds);
	});

	const bytes = Buffer.from(SIGNATURE, 'base64');
	it.each<[string, Record<string, unknown>, Parameters<typeof check>[2]?]>([
		['cut', { ...HEADERS, [NAME]: SIGNATURE.slice(0, -4) }],
		['cut to half and padded', { ...HEADERS, [NAME]: bytes.subarray(0, 16).toString('base64') }],
		['longer', { ...HEADERS, [NAME]: Buffer.concat([bytes, bytes]).toString('base64') }],
		['in hex', { ...HEADERS, [NAME]: bytes.toString('hex') }],
		['in base64url', { ...HEADERS, [NAME]: bytes.toString('base64url') }],
		['without its padding', { ...HEADERS, [NAME]: SIGNATURE.replace('=', '') }],
		['in other letters', { ...HEADERS, [NAME]: SIGNATURE.toLowerCase() }],
		['empty', { ...HEADERS, [NAME]: '' }],
		['missing', { [TIME]: SIGNED_AT }],
		['given twice', { ...HEADERS, [NAME]: [SIGNATURE, SIGNATURE] }],
		['given twice, joined', { ...HEADERS, [NAME]: `${SIGNATURE}, ${SIGNATURE}` }],
		['given under two names', { ...HEADERS, [NAME.toUpperCase()]: SIGNATURE }],
		['without its time', { [NAME]: SIGNATURE }],
		['with another time', { ...HEADERS, [TIME]: '2021-03-25T05:09:28Z' }],
		['with the same time in other words', { ...HEADERS, [TIME]: '2021-03-25T05:09:27.000Z' }],
		['with a time that is none', { ...HEADERS, [TIME]: 'now' }],
		['of another body', HEADERS, { body: BODY.replace('123', '124') }],
		['of a body with one more line break', HEADERS, { body: `${BODY}\n` }],
		['with another secret', HEADERS, { secret: 'another secret, long enough' }],
		[
			'with the secret decoded',
			{ ...HEADERS, [NAME]: signed(BODY, SIGNED_AT, 'this_secret_is_for_testing_only') },
		],
		[
			'where the secret is empty',
			{ ...HEADERS, [NAME]: signed(BODY, SIGNED_AT, '') },
			{ secret: '' },
		],
		[
			'where the secret is blank',
			{ ...HEADERS, [NAME]: signed(BODY, SIGNED_AT, '   ') },
			{ secret: '   ' },
		],
		[
			'where the secret is missing',
			{ ...HEADERS, [NAME]: signed(BODY, SIGNED_AT, '') },
			{ secret: undefined },
		],
		[
			'where the secret can be guessed',
			{ ...HEADERS, [NAME]: signed(BODY, SIGNED_AT, 'hunter2') },
			{ secret: 'hunter2' },
		],
	])('is not known when the signature is %s', async (_, headers, extra) => {
		expect(await check(ZENDESK, headers, extra)).toBe(false);
	});
});

describe("a delivery signed with Intercom's client secret", () => {
	const mac = (body: string, secret = SECRET) =>
		createHmac('sha1', secret).update(body).digest('hex');
	const headers = { 'x-hub-signature': `sha1=${mac(BODY)}` };

	it('is known, in either case of its letters, however old', async () => {
		expect(await check(INTERCOM, headers, { now: later(86_400) })).toBe(true);
		expect(await check(INTERCOM, { 'x-hub-signature': `sha1=${mac(BODY).toUpperCase()}` })).toBe(
			true,
		);
	});

	it.each<[string, Record<string, unknown>, Parameters<typeof check>[2]?]>([
		['cut', { 'x-hub-signature': `sha1=${mac(BODY).slice(0, 38)}` }],
		['of another kind', { 'x-hub-signature': `sha256=${mac(BODY)}` }],
		['without its kind', { 'x-hub-signature': mac(BODY) }],
		[
			'in base64',
			{ 'x-hub-signature': `sha1=${Buffer.from(mac(BODY), 'hex').toString('base64')}` },
		],
		['missing', {}],
		[
			'given twice',
			{ 'x-hub-signature': [headers['x-hub-signature'], headers['x-hub-signature']] },
		],
		['of another body', headers, { body: `${BODY} ` }],
		['with another secret', headers, { secret: 'another secret, long enough' }],
		['where the secret is empty', { 'x-hub-signature': `sha1=${mac(BODY, '')}` }, { secret: '' }],
		["Zendesk's", HEADERS],
	])('is not known when the signature is %s', async (_, given, extra) => {
		expect(await check(INTERCOM, given, extra)).toBe(false);
	});

	it("does not pass at Zendesk's trigger", async () => {
		expect(await check(ZENDESK, headers)).toBe(false);
	});
});

describe('a delivery with a header of the admin’s choice', () => {
	const header = { name: 'X-CS-Secret', value: 'a long random value' };

	it.each([
		['as it stands', 'a long random value'],
		['with white space around', ' a long random value '],
	])('is known: %s', async (_, value) => {
		expect(await check(FRESHDESK, { 'x-cs-secret': value }, { header })).toBe(true);
	});

	it('is known where the credential was pasted with white space', async () => {
		const pasted = { name: ' X-CS-Secret ', value: 'a long random value\n' };
		expect(
			await check(FRESHDESK, { 'x-cs-secret': 'a long random value' }, { header: pasted }),
		).toBe(true);
	});

	it.each<[string, Record<string, unknown>, object?]>([
		['is missing', {}],
		['is wrong', { 'x-cs-secret': 'a long random valuE' }],
		['is empty', { 'x-cs-secret': '' }],
		['is cut', { 'x-cs-secret': 'a long random valu' }],
		['comes twice', { 'x-cs-secret': 'a long random value, a long random value' }],
		['comes as a list', { 'x-cs-secret': ['a long random value'] }],
		['has another name', { 'x-cs-secret2': 'a long random value' }],
		['belongs to an empty credential', { '': '', 'x-cs-secret': '' }, { name: '', value: '' }],
		[
			'belongs to a credential without a value',
			{ 'x-cs-secret': '' },
			{ name: 'X-CS-Secret', value: '' },
		],
		['belongs to a credential without a name', { '': 'v', undefined: 'v' }, { value: 'v' }],
		['is one that every object has', {}, { name: 'constructor', value: 'x' }],
		['is one that every object has', {}, { name: '__proto__', value: '[object Object]' }],
	])('is not known when the header %s', async (_, headers, other) => {
		expect(await check(FRESHDESK, headers, { header: other ?? header })).toBe(false);
	});
});

describe('a secret', () => {
	it.each([
		[SECRET, undefined],
		['', 'Signing Secret is empty'],
		['   ', 'Signing Secret is empty'],
		[undefined, 'Signing Secret is empty'],
		[{}, 'Signing Secret is empty'],
		['hunter2', 'Signing Secret has fewer than 16 characters. Copy it whole from the helpdesk'],
	])('%j is looked at before it is used', (secret, problem) => {
		expect(secretProblem(secret)).toBe(problem);
	});

	it('is tested in the credential panel', async () => {
		const test = new SupportTicketTrigger().methods.credentialTest.testSigningSecret;
		const result = async (secret: string) =>
			await test.call(undefined as never, { data: { secret } } as never);
		expect(await result(SECRET)).toEqual({ status: 'OK', message: 'The secret can be used' });
		expect(await result('')).toEqual({ status: 'Error', message: 'Signing Secret is empty' });
	});

	it.each<[ProofSettings, object, string | undefined]>([
		[ZENDESK, { csAlertsSigningSecretApi: { secret: SECRET } }, undefined],
		[ZENDESK, { csAlertsSigningSecretApi: { secret: '' } }, 'Signing Secret is empty'],
		[FRESHDESK, { httpHeaderAuth: { name: 'X', value: 'y' } }, undefined],
		[
			FRESHDESK,
			{ httpHeaderAuth: { name: 'X', value: ' ' } },
			'The Header Auth credential has no name or no value, so every delivery would be refused. Fill in both',
		],
	])(
		'is looked at when the workflow is published: %j %j',
		async (settings, credentials, problem) => {
			const { context } = triggerDouble({ credentials: credentials as never });
			expect(await credentialProblem(context, settings)).toBe(problem);
		},
	);
});
