import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { forgetSecrets } from '../../nodes/SupportTicketTrigger/keptSecrets';
import { isSetUp, setUp } from '../../nodes/SupportTicketTrigger/registration';
import { answerWebhook } from '../../nodes/SupportTicketTrigger/webhook';
import { forgetZendeskSecrets } from '../../nodes/SupportTicketTrigger/zendeskSecret';
import { hookDouble } from '../support/hookDouble';
import { useTemporaryLog } from '../support/temporaryLog';
import { webhookDouble } from '../support/webhookDouble';
import type { Webhook } from '../support/zendesk/deliveries';
import { startZendesk, type ZendeskStandIn } from '../support/zendesk/server';
import { BY_API, signedBy } from '../support/zendesk/signed';

const log = useTemporaryLog();
const START = Date.parse('2026-11-23T09:00:00Z');

let zendesk: ZendeskStandIn;
beforeEach(async () => {
	vi.useFakeTimers({ now: START, toFake: ['Date'] });
	forgetSecrets();
	forgetZendeskSecrets();
	zendesk = await startZendesk();
	const { context } = hookDouble(settings());
	if (!(await isSetUp(context))) await setUp(context);
	zendesk.calls.length = 0;
});
afterEach(async () => {
	await zendesk.close();
	vi.useRealTimers();
});

const settings = () => ({
	...BY_API,
	hosts: { 'northwind.zendesk.com': zendesk.url },
});

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const webhookOf = (): Webhook => {
	const [webhook] = zendesk.webhooks.values();
	if (webhook === undefined) throw new Error('Nothing is registered');
	return webhook;
};
const secretsAsked = () => zendesk.calls.filter((call) => call.includes('signing_secret')).length;

const RAW = '{"ticket_id":"101"}';
const signed = (secret = webhookOf().secret, at = new Date(), raw = RAW) =>
	signedBy(secret, raw, at);

/** One delivery to the node itself; signed as Zendesk does unless told. */
async function deliver(
	headers: Record<string, string> = signed(),
	over: { raw?: string; mode?: 'webhook' | 'manual'; staticData?: IDataObject } = {},
) {
	const double = webhookDouble({ raw: RAW, ...settings(), ...over, headers });
	await answerWebhook(double.context);
	return { ...double.answer, told: double.told };
}

/** As if n8n had been started again. */
const restart = () => {
	forgetZendeskSecrets();
	forgetSecrets();
};

describe('the secret that Zendesk signs with', () => {
	it('is fetched with the first delivery, once', async () => {
		for (let times = 0; times < 3; times += 1) expect((await deliver()).status).toBe(200);
		expect(secretsAsked()).toBe(1);
	});

	it('is fetched again after a restart', async () => {
		await deliver();
		restart();
		expect((await deliver()).status).toBe(200);
		expect(secretsAsked()).toBe(2);
	});

	it('is in no file of the log', async () => {
		await deliver();
		const folder = join(log.folder(), '.n8n', 'cs-alerts');
		const { secret } = webhookOf();
		for (const file of readdirSync(folder)) {
			expect(readFileSync(join(folder, file)).includes(secret)).toBe(false);
		}
	});

	it.each<[string, object]>([
		['is down', { status: 500 }],
		['is busy', { status: 429, body: 'Too many', headers: { 'Retry-After': '30' } }],
		['cannot be reached', { wire: 'reset' }],
		['has no more access for the credential', { status: 401, body: {} }],
	])('that cannot be fetched since Zendesk %s: 503 with a time, never 401', async (_, fault) => {
		restart();
		zendesk.faults.push({ match: /signing_secret/, ...fault });
		const answer = await deliver();
		expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '20' } });
		expect(JSON.stringify(answer.body)).not.toMatch(/northwind|zendesk/i);
		expect(answer.told).toHaveLength(1);
		expect(await (await log.open()).leaseNotices(LEASE, new Date())).toMatchObject({ entries: [] });
		// The sender comes again when it was told to.
		zendesk.faults.length = 0;
		pass(20);
		expect((await deliver()).status).toBe(200);
	});

	it('is not asked for while the log cannot say which webhook is ours: 503', async () => {
		restart();
		await (await log.open()).close();
		const folder = join(log.folder(), 'gone');
		writeFileSync(folder, 'in the way');
		process.env.N8N_USER_FOLDER = folder;
		const answer = await deliver();
		expect(answer).toMatchObject({
			status: 503,
			body: { error: 'The log cannot take it now. Send it again later' },
		});
		expect(zendesk.calls).toEqual([]);
	});

	it('that was reset at Zendesk is picked up with the next delivery', async () => {
		await deliver();
		webhookOf().secret = 'another secret that Zendesk has made';
		pass(10);
		expect((await deliver()).status).toBe(200);
		expect(secretsAsked()).toBe(2);
	});

	it('of the test address is another one', async () => {
		const staticData: IDataObject = {};
		const listening = { mode: 'manual' as const, staticData };
		const address = 'https://n8n.example/webhook-test/cs-alerts/zendesk';
		const { context } = hookDouble({ ...settings(), ...listening, address });
		await setUp(context);
		const [published, test] = [...zendesk.webhooks.values()].map(({ secret }) => secret);
		expect((await deliver(signed(published), listening)).status).toBe(401);
		pass(10);
		expect((await deliver(signed(test), listening)).status).toBe(200);
		expect((await deliver(signed(test))).status).toBe(401);
	});
});

const LEASE = { source: 'workflow-1/node-1', limit: 10, leaseMs: 1000 };

describe('what Zendesk has not signed', () => {
	const FORGED = () => signed('a secret that somebody guessed');

	/** What there is besides the answer: nothing may be. */
	const traces = async () => {
		const opened = await log.open();
		const { entries } = await opened.leaseNotices(LEASE, new Date());
		return { messages: await log.messages(), notices: entries };
	};
	const NONE = { messages: [], notices: [] };

	it.each<[string, () => Record<string, string>]>([
		['nothing', () => ({})],
		['a signature without a time', () => ({ 'x-zendesk-webhook-signature': 'x' })],
		[
			'a truncated signature',
			() => ({
				...signed(),
				'x-zendesk-webhook-signature': signed()['x-zendesk-webhook-signature'].slice(0, -2),
			}),
		],
		['a signature five minutes old', () => signed(undefined, new Date(Date.now() - 301_000))],
		[
			'a signature five minutes ahead of us',
			() => signed(undefined, new Date(Date.now() + 301_000)),
		],
	])('with %s is refused at once, without a question to Zendesk', async (_, headers) => {
		restart();
		expect((await deliver(headers())).status).toBe(401);
		expect(zendesk.calls).toEqual([]);
		expect(await traces()).toEqual(NONE);
	});

	it('with the signature of another body or time is refused', async () => {
		expect((await deliver(signed(), { raw: '{"ticket_id":"102"}' })).status).toBe(401);
		const old = signed(undefined, new Date(Date.now() - 60_000));
		const time = new Date().toISOString();
		const moved = { ...old, 'x-zendesk-webhook-signature-timestamp': time };
		expect((await deliver(moved)).status).toBe(401);
		expect(await traces()).toEqual(NONE);
	});

	it('within five minutes and with the right signature is taken, and once more is one look', async () => {
		const headers = signed(undefined, new Date(Date.now() - 299_000));
		expect((await deliver(headers)).status).toBe(200);
		expect((await deliver(headers)).status).toBe(200);
		expect((await traces()).notices).toHaveLength(1);
	});

	it.each([
		['before any secret is known', restart],
		['once it is known', () => undefined],
	])(
		'costs no row and a question each ten seconds at most, %s: also 100 at the same instant',
		async (_, before) => {
			await deliver(signed(undefined, undefined, '{}'), { raw: '{}' });
			before();
			pass(10);
			zendesk.calls.length = 0;
			for (const [seconds, asked] of [
				[0, 1],
				[9, 1],
				[1, 2],
			] as const) {
				pass(seconds);
				const answers = await Promise.all(
					Array.from({ length: 100 }, async () => await deliver(FORGED())),
				);
				expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
				expect(secretsAsked()).toBe(asked);
			}
			expect((await traces()).notices).toEqual([]);
			// What is real gets through in the midst of it.
			expect((await deliver()).status).toBe(200);
		},
	);

	it('costs one question each ten seconds also while Zendesk is down, and keeps out nothing real', async () => {
		await deliver();
		pass(10);
		zendesk.faults.push({ match: /signing_secret/, status: 500 });
		zendesk.calls.length = 0;
		for (let times = 0; times < 20; times += 1) await deliver(FORGED());
		expect(secretsAsked()).toBe(1);
		expect((await deliver()).status).toBe(200);
	});
});
