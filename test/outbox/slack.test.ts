import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { slackStandIn, SLACK_TOKEN } from './slack.ts';
import type { Failure, JsonObject, SlackMessage } from './types.ts';

const dana = { id: 'U01DANA', name: 'Dana Reyes', email: 'dana@us.example' };
let messages: SlackMessage[];
let failures: Array<Extract<Failure, { of: 'slack' }>>;
let server: Server;
let url: string;

async function listen(channels?: string[]): Promise<void> {
	const standIn = slackStandIn({
		users: [dana],
		...(channels && { channels }),
		keep: (message) => {
			const isKnown = messages.some(({ ts }) => ts === message.ts);
			if (!isKnown) messages.push({ ...message, id: messages.length + 1, at: '' });
		},
		messages: () => messages,
		nextFailure: () => failures.shift(),
		now: () => 1_800_000_000_000,
	});
	server = createServer((request, response) => void standIn(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

async function call(
	method: string,
	body: JsonObject | string,
	token = SLACK_TOKEN,
): Promise<JsonObject> {
	const isForm = typeof body === 'string';
	const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json; charset=utf-8';
	const response = await fetch(`${url}/${method}`, {
		method: 'POST',
		headers: { 'Content-Type': type, ...(token && { Authorization: `Bearer ${token}` }) },
		body: isForm ? body : JSON.stringify(body),
	});
	expect(response.status).toBe(200);
	return (await response.json()) as JsonObject;
}

beforeEach(() => {
	messages = [];
	failures = [];
});

afterEach(async () => {
	await new Promise((resolve) => server.close(resolve));
});

describe('chat.postMessage', () => {
	const blocks = [{ type: 'divider' }];

	it('keeps a JSON message and a form message alike', async () => {
		await listen();
		const answer = await call('chat.postMessage', { channel: '#cs-alerts', text: 'a', blocks });
		expect(answer).toMatchObject({ ok: true, ts: '1800000000.000000', message: { text: 'a' } });
		const form = new URLSearchParams({ channel: 'cs-alerts', blocks: JSON.stringify(blocks) });
		expect((await call('chat.postMessage', form.toString())).ok).toBe(true);
		expect(messages.map(({ channel }) => channel)).toEqual(['#cs-alerts', '#cs-alerts']);
		expect(messages[1]?.blocks).toEqual(blocks);
		expect(new Set(messages.map(({ ts }) => ts)).size).toBe(2);
	});

	it('takes the channel id that it gave out, and a person', async () => {
		await listen();
		const { channel } = await call('chat.postMessage', { channel: 'cs-alerts', text: 'a' });
		await call('chat.postMessage', { channel: channel ?? '', text: 'b' });
		await call('chat.postMessage', { channel: 'U01DANA', text: 'c' });
		expect(messages.map((message) => message.user?.name ?? message.channel)).toEqual([
			'#cs-alerts',
			'#cs-alerts',
			'Dana Reyes',
		]);
	});

	it.each([
		['an unknown person', { channel: 'U09NOBODY', text: 'a' }, 'channel_not_found'],
		['a channel that is not there', { channel: '#other', text: 'a' }, 'channel_not_found'],
		['no channel', { text: 'a' }, 'channel_not_found'],
		['no text', { channel: '#cs-alerts' }, 'no_text'],
		['no text and no blocks', { channel: '#cs-alerts', blocks: [] }, 'no_text'],
		['text beyond 40,000', { channel: '#cs-alerts', text: 'x'.repeat(40_001) }, 'msg_too_long'],
		['a bad block', { channel: '#cs-alerts', blocks: [{ type: 'x' }] }, 'invalid_blocks'],
	])('refuses %s as Slack does and keeps nothing', async (_, message, error) => {
		await listen(['cs-alerts']);
		const answer = await call('chat.postMessage', message as JsonObject);
		expect(answer).toMatchObject({ ok: false, error });
		expect(messages).toEqual([]);
	});

	it('refuses a missing and a wrong token', async () => {
		await listen();
		const message = { channel: 'a', text: 'a' };
		expect((await call('chat.postMessage', message, '')).error).toBe('not_authed');
		expect((await call('chat.postMessage', message, 'xoxb-other')).error).toBe('invalid_auth');
	});

	it('fails once as told, then works again', async () => {
		await listen();
		failures.push({ of: 'slack', error: 'is_archived' });
		const message = { channel: 'a', text: 'a' };
		expect((await call('chat.postMessage', message)).error).toBe('is_archived');
		expect((await call('chat.postMessage', message)).ok).toBe(true);
	});

	it('limits the rate with Retry-After when told', async () => {
		await listen();
		failures.push({ of: 'slack', status: 429, retryAfter: 7 });
		const response = await fetch(`${url}/chat.postMessage`, { method: 'POST' });
		expect(response.status).toBe(429);
		expect(response.headers.get('retry-after')).toBe('7');
	});
});

describe('an answer that is not what it should be', () => {
	it('comes late, after the message was kept', async () => {
		await listen();
		failures.push({ of: 'slack', answer: 'late', afterMs: 50 });
		const answer = call('chat.postMessage', { channel: 'a', text: 'slow' });
		await vi.waitFor(() => expect(messages).toHaveLength(1), { interval: 1 });
		expect(await Promise.race([answer, 'not yet'])).toBe('not yet');
		expect((await answer).ok).toBe(true);
	});

	it('is lost, although the message was kept', async () => {
		await listen();
		failures.push({ of: 'slack', answer: 'lost' });
		await expect(call('chat.postMessage', { channel: 'a', text: 'kept' })).rejects.toThrow();
		expect(messages).toMatchObject([{ text: 'kept' }]);
	});
});

describe('other methods', () => {
	it('changes a message in its place', async () => {
		await listen();
		const { ts, channel } = await call('chat.postMessage', { channel: 'a', text: 'old' });
		const change = { channel: channel ?? '', ts: ts ?? '', text: 'new' };
		expect((await call('chat.update', change)).ok).toBe(true);
		expect(messages).toMatchObject([{ text: 'new', edits: 1 }]);
		expect((await call('chat.update', { ...change, ts: '1.1' })).error).toBe('message_not_found');
	});

	it('finds a person by e-mail, whatever the capitals, and nobody else', async () => {
		await listen();
		const found = await call('users.lookupByEmail?email=Dana@US.example', '');
		expect(found).toMatchObject({ ok: true, user: { id: 'U01DANA' } });
		const unknown = await call('users.lookupByEmail?email=x@us.example', '');
		expect(unknown.error).toBe('users_not_found');
	});

	it('knows no method that Slack has not, nor those of Object', async () => {
		await listen();
		expect((await call('chat.shout', {})).error).toBe('unknown_method');
		expect((await call('constructor', {})).error).toBe('unknown_method');
	});
});
