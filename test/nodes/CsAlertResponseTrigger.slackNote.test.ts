import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { DAY, decisionOf } from '../log/rig';
import { press, pressOf, sentAlert } from '../support/responseRig';
import { useTemporaryLog } from '../support/temporaryLog';

const log = useTemporaryLog();

/** Where Slack takes a word to somebody; the path is as good as a password. */
const SECRET_PATH = '/actions/T0/123/s3cr3t';
const RESPONSE_URL = `https://hooks.slack.com${SECRET_PATH}`;
/** Of the message that {@link sentAlert} sends. */
const ALERT_TS = '17.1';

interface Told {
	path: string;
	body: Record<string, unknown>;
}

let server: Server;
let told: Told[] = [];
let answer: (response: ServerResponse) => void;

beforeAll(async () => {
	server = createServer((request, response) => {
		let text = '';
		request.on('data', (chunk: Buffer) => (text += String(chunk)));
		request.on('end', () => {
			told.push({ path: request.url ?? '', body: JSON.parse(text) as Told['body'] });
			answer(response);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});
beforeEach(() => {
	told = [];
	answer = (response) => response.end('ok');
});

const hosts = () => {
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		'hooks.slack.com': url,
		'hooks.slack-gov.com': url,
		'hooks.slack.com.evil.example': url,
	};
};

/** Presses a button of a message in Slack, which names where whoever pressed can be told. */
async function pressed(
	action: string,
	token: string,
	{ responseUrl = RESPONSE_URL as unknown, ts = ALERT_TS, threadTs = undefined as unknown } = {},
) {
	const body = pressOf({ type: 'button', action_id: `cs_${action}`, value: token }, undefined, {
		response_url: responseUrl,
		container: { type: 'message', message_ts: ts, channel_id: 'D1', thread_ts: threadTs },
	});
	return await press(body, {}, { hosts: hosts() });
}

/** The one word that came; what is sent, is sent after Slack has its answer. */
async function word(): Promise<Record<string, unknown>> {
	for (let tries = 0; told.length === 0 && tries < 100; tries += 1) await sleep(10);
	expect(told).toHaveLength(1);
	return told[0]?.body ?? {};
}

/** Long enough for a word that is not to come. */
async function nothingTold(): Promise<void> {
	await sleep(100);
	expect(told).toEqual([]);
}

const sent = async (options: Parameters<typeof sentAlert>[1] = {}) =>
	await sentAlert(await log.open(), options);

describe('whoever pressed a button in Slack', () => {
	it('sees it by the message alone where it did what it says', async () => {
		const { token } = await sent();
		expect((await pressed('acknowledge', token)).event).toBeDefined();
		await nothingTold();
	});

	it('is told that the alert goes on, which the message shows only when it has arrived there', async () => {
		const { token } = await sent();
		expect((await pressed('wrongOwner', token)).event).toBeDefined();
		expect((await word()).text).toMatch(/^Marked as wrong owner\. Thank you\. The alert goes on/);
	});

	it('is told no more than that it is in the log, where the alert goes on to nobody', async () => {
		const { token } = await sent({ decision: decisionOf(1, { accountId: null }) });
		await pressed('wrongOwner', token);
		expect((await word()).text).toBe(
			'Marked as wrong owner. Thank you: whoever looks after the alerts finds it in the log.',
		);
	});

	it('is told that it was done before, for their eyes only, and the message stays', async () => {
		const { token } = await sent();
		await pressed('acknowledge', token);
		const { status, event } = await pressed('acknowledge', token);
		expect({ status, event }).toEqual({ status: 200, event: undefined });
		const text = expect.stringMatching(
			/^Acknowledge was answered before\. Acknowledged by @dana on .+\. Nothing was changed\.$/,
		) as string;
		expect(await word()).toEqual({
			response_type: 'ephemeral',
			replace_original: false,
			text,
			blocks: [{ type: 'section', text: { type: 'plain_text', text, emoji: false } }],
		});
		expect(told[0]?.path).toBe(SECRET_PATH);
	});

	it.each([
		[
			'of an alert that is closed',
			'This alert is closed. Closed by @dana',
			async () => {
				const { token } = await sent();
				await pressed('close', token);
				return token;
			},
		],
		[
			'whose time is over',
			'This button worked until',
			async () => {
				return (await sent({ now: new Date(Date.now() - 31 * DAY) })).token;
			},
		],
		[
			'of no alert',
			'This button is not known',
			async () => {
				return await Promise.resolve('A'.repeat(32));
			},
		],
	])('%s is told so', async (_, words, tokenOf) => {
		const { status } = await pressed('acknowledge', await tokenOf());
		expect(status).toBe(200);
		expect((await word()).text).toContain(words);
	});

	it('on a message that is not the alert’s own, as the manager’s, is told that it is done', async () => {
		const { token } = await sent();
		await pressed('acknowledge', token, { ts: '99.9', threadTs: ALERT_TS });
		const { text, thread_ts } = await word();
		expect(text).toMatch(/^Acknowledged\. No reminder/);
		expect(thread_ts).toBe(ALERT_TS);
	});

	it('of GovSlack is told there', async () => {
		const responseUrl = RESPONSE_URL.replace('slack.com', 'slack-gov.com');
		await pressed('acknowledge', 'A'.repeat(32), { responseUrl });
		await word();
	});

	it.each([
		['another host', 'https://evil.example/actions/1'],
		['a host that looks like it', 'https://hooks.slack.com.evil.example/actions/1'],
		['another port', 'https://hooks.slack.com:8443/actions/1'],
		['no encryption', 'http://hooks.slack.com/actions/1'],
		['somebody’s name', 'https://hooks.slack.com@evil.example/actions/1'],
		['a name at Slack’s host', 'https://a:b@hooks.slack.com/actions/1'],
		['no address', 'hooks.slack.com'],
		['no text', { url: RESPONSE_URL }],
		['nothing', null],
	])('is told nothing by %s', async (_, responseUrl) => {
		const { status, told: log } = await pressed('close', 'A'.repeat(32), { responseUrl });
		expect(status).toBe(200);
		await nothingTold();
		expect(log).toHaveLength(1);
	});

	it('is answered at once also while Slack takes no word, and n8n’s log holds no secret', async () => {
		const hung: ServerResponse[] = [];
		answer = (response) => void hung.push(response);
		const begun = performance.now();
		const { status, isEnded, told: log } = await pressed('close', 'A'.repeat(32));
		expect({ status, isEnded }).toEqual({ status: 200, isEnded: true });
		expect(performance.now() - begun).toBeLessThan(1000);
		await word();
		hung[0]?.writeHead(404).end('expired_url');
		for (let tries = 0; log.length < 2 && tries < 100; tries += 1) await sleep(10);
		expect(log[1]).toContain('could not be told what became of it (status 404)');
		expect(log.join()).not.toContain('s3cr3t');
	});

	it('is told nothing where Slack cannot be reached, and n8n’s log says so', async () => {
		const body = pressOf(
			{ type: 'button', action_id: 'cs_close', value: 'A'.repeat(32) },
			undefined,
			{ response_url: RESPONSE_URL },
		);
		const { status, told: log } = await press(body, {}, { hosts: {} });
		expect(status).toBe(200);
		for (let tries = 0; log.length < 2 && tries < 100; tries += 1) await sleep(10);
		expect(log[1]).toContain('could not be told');
		expect(log.join()).not.toContain('s3cr3t');
	});

	it('is told nothing by a request that is not Slack’s', async () => {
		const body = pressOf(
			{ type: 'button', action_id: 'cs_close', value: 'A'.repeat(32) },
			undefined,
			{ response_url: RESPONSE_URL },
		);
		const forged = await press(body, { secret: 'not the secret of this app' }, { hosts: hosts() });
		expect(forged.status).toBe(401);
		await nothingTold();
	});
});
