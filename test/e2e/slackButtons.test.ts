import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ResponseAction } from '../../nodes/core/item/types.ts';
import { DELIVERIES } from '../demo/deliveries.ts';
import { readBody } from '../outbox/readBody.ts';
import { SLACK_SIGNING_SECRET } from '../outbox/slack.ts';
import type { SlackMessage } from '../outbox/types.ts';
import { answerLinksIn } from '../support/answers.ts';
import { startRig, type Rig } from '../support/rig.ts';
import { buttonsIn, pressBody, signedBySlack } from '../support/slackPress.ts';

const TICKET = 'zendesk:northwind.zendesk.com:4811';
const DANA = { id: 'U01DANA', name: 'dana', email: 'dana.reyes@cs-team.example' };
/** Slack shows an error to whoever pressed when an app takes longer. */
const SLACK_WAITS_MS = 3000;
const SIX_MINUTES = 6 * 60_000;

/** As good as a password for the conversation. */
const RESPONSE_PATH = '/actions/T0OUTBOX0/1/abc';

let rig: Rig;
let message: SlackMessage;
/** Of the message as it was sent. */
let firstBlocks: SlackMessage['blocks'];
/** What whoever pressed was told, at the address that Slack gave for it. */
const told: Array<{ path: string; text: string; type: string }> = [];

beforeAll(async () => {
	rig = await startRig({
		bySlackApp: true,
		standIns: {
			'hooks.slack.com': async (request, response) => {
				const { text, response_type: type } = JSON.parse(await readBody(request)) as {
					text: string;
					response_type: string;
				};
				told.push({ path: request.url ?? '', text, type });
				response.end('ok');
			},
		},
	});
	const ticket = DELIVERIES.find(({ ticketKey }) => ticketKey === TICKET);
	if (ticket === undefined) throw new Error('The sample ticket is gone');
	await rig.deliver(ticket);
	const sent = await rig.outbox.waitFor(
		(one) => one.kind === 'slack' && buttonsIn(one).size > 0,
		30_000,
	);
	if (sent.kind === 'slack') message = sent;
	firstBlocks = message.blocks;
	await rig.idle();
});
afterAll(async () => {
	await rig?.stop();
});

/** What CS Alert Response Trigger's production URL answers to a press, and how long that took. */
async function press(
	action: ResponseAction,
	{ secret = SLACK_SIGNING_SECRET, at = new Date() }: { secret?: string; at?: Date } = {},
	body = pressBody(message, action, DANA, {
		response_url: `https://hooks.slack.com${RESPONSE_PATH}`,
	}),
) {
	const begun = performance.now();
	const answer = await fetch(rig.n8n.webhookUrl('cs-alerts/answer'), {
		method: 'POST',
		headers: signedBySlack(body, secret, at),
		body,
	});
	const text = await answer.text();
	return { status: answer.status, text, ms: performance.now() - begun };
}

const shown = () => JSON.stringify(message.blocks);

async function alert() {
	const [row] = await rig.log.all('alerts');
	return row;
}

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
	for (const end = Date.now() + 30_000; !(await holds()); await sleep(100)) {
		if (Date.now() > end) throw new Error(`Waited 30 s for ${what}`);
	}
}

describe('a button in Slack, in a real n8n', () => {
	it.each([
		['forged', { secret: 'the secret of another app, or none' }],
		['of six minutes ago', { at: new Date(Date.now() - SIX_MINUTES) }],
	])('%s changes nothing', async (_, how) => {
		const before = await alert();
		const { status } = await press('close', how);
		expect(status).toBe(401);
		await rig.idle();
		expect(await alert()).toEqual(before);
		expect(message.edits).toBe(0);
	});

	it('answers the alert in time, in the name of who pressed it, and the message says so', async () => {
		const { status, text, ms } = await press('acknowledge');
		expect({ status, text }).toEqual({ status: 200, text: '' });
		expect(ms).toBeLessThan(SLACK_WAITS_MS);
		expect(await alert()).toMatchObject({ state: 'acknowledged', acknowledged_by: '@dana' });
		await until(() => /Acknowledged by @dana/.test(shown()), 'the message to say so');
		expect(buttonsIn(message).has('acknowledge')).toBe(false);
		expect(buttonsIn(message).has('close')).toBe(true);
		expect(told).toEqual([]);
	});

	it('tells whoever presses it again, for their eyes only, that it was done before', async () => {
		const pressed = rig.outbox.messages.length;
		// The message as it stood on a screen that was not brought up to date.
		const before = { ...message, blocks: firstBlocks };
		const body = pressBody(before, 'acknowledge', DANA, {
			response_url: `https://hooks.slack.com${RESPONSE_PATH}`,
		});
		expect((await press('acknowledge', {}, body)).status).toBe(200);
		await until(() => told.length > 0, 'a word');
		expect(told).toEqual([
			{
				path: RESPONSE_PATH,
				type: 'ephemeral',
				text: expect.stringContaining(
					'Acknowledge was answered before. Acknowledged by @dana',
				) as string,
			},
		]);
		expect(rig.outbox.messages).toHaveLength(pressed);
	});

	it('pressed again, as Slack sends it once more, is one answer', async () => {
		const body = pressBody(message, 'useful', DANA);
		const at = new Date();
		expect((await press('useful', { at }, body)).status).toBe(200);
		await until(() => shown().includes('👍 Useful, says @dana'), 'the message to say so');
		await rig.idle();
		const [before, edits] = [await alert(), message.edits];
		for (let times = 0; times < 2; times += 1) {
			expect((await press('useful', { at }, body)).status).toBe(200);
		}
		await rig.idle();
		expect(await alert()).toEqual(before);
		expect(message.edits).toBe(edits);
	});

	it('that says the owner is wrong hands the alert on, and the message says to whom', async () => {
		const body = pressBody({ ...message, blocks: firstBlocks }, 'wrongOwner', DANA);
		expect((await press('wrongOwner', {}, body)).status).toBe(200);
		const mail = await rig.outbox.waitFor(
			(one) => one.kind === 'email' && one.to.includes('kim.lee@cs-team.example'),
			30_000,
		);
		expect(mail).toMatchObject({
			text: expect.stringContaining('@dana says the account is not theirs') as string,
		});
		expect(answerLinksIn(mail).map(([action]) => action)).not.toContain('wrongOwner');
		await until(() => shown().includes('↪️ Handed on to Kim Lee'), 'the message to say so');
		expect(await alert()).toMatchObject({ state: 'open', handed_on_to: 'Kim Lee' });
		const following = (await rig.log.all('follow_ups')).map(({ kind }) => kind);
		expect(following).toEqual(['reminder', 'escalation']);
	});

	it('starts one run of the workflow for each answer that changed something', async () => {
		const { id } = rig.workflows['cs-alerts.json'];
		const runs = await rig.n8n.executions(id);
		const events = runs.flatMap(
			({ data }) =>
				data?.resultData.runData['CS Alert Responses']?.[0]?.data?.main?.[0]?.[0]?.json.response ??
				[],
		);
		expect(events).toHaveLength(3);
		expect(events).toContainEqual(
			expect.objectContaining({ action: 'acknowledge', by: '@dana', isTest: false }),
		);
	});
});
