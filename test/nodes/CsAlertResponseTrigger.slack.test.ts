import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { DAY } from '../log/rig';
import { openLink, press, pressOf, sentAlert } from '../support/responseRig';
import { useTemporaryLog } from '../support/temporaryLog';

const log = useTemporaryLog();
const MINUTE = 60_000;
const ago = (ms: number) => new Date(Date.now() - ms);

const sent = async (options: Parameters<typeof sentAlert>[1] = {}) =>
	await sentAlert(await log.open(), options);

const button = (action: string, value?: string) =>
	pressOf({ type: 'button', action_id: `cs_${action}`, value });

describe('a button that is pressed in Slack', () => {
	it('is applied in the name of who pressed it, with an empty answer', async () => {
		const { token, alertId, state } = await sent();
		const { status, body, isEnded, event } = await press(button('acknowledge', token));
		expect({ status, body, isEnded }).toEqual({ status: 200, body: undefined, isEnded: true });
		expect(event).toMatchObject({ action: 'acknowledge', by: '@dana', alertId, isTest: false });
		expect(await state()).toMatchObject({ state: 'acknowledged', acknowledgedBy: '@dana' });
	});

	it('is verified with the secret of the OAuth2 credential, where that is chosen', async () => {
		const { token, state } = await sent();
		const oauth = {
			parameters: { slackButtons: 'slackOAuth2Api' },
			credentials: { slackOAuth2Api: { signatureSecret: 'another secret, long enough' } },
		};
		const wrong = await press(button('close', token), {}, oauth);
		expect(wrong.status).toBe(401);
		const right = { secret: 'another secret, long enough' };
		expect((await press(button('close', token), right, oauth)).status).toBe(200);
		expect(await state()).toMatchObject({ state: 'closed', closedBy: '@dana' });
	});

	it('snoozes for 7 days', async () => {
		const { token, state } = await sent();
		await press(button('snooze', token));
		const { snoozedUntil = '' } = await state();
		expect(Math.round((Date.parse(snoozedUntil) - Date.now()) / DAY)).toBe(7);
	});

	it('that comes again is done once', async () => {
		const { token, state } = await sent();
		const body = button('noise', token);
		const at = new Date();
		expect((await press(body, { at })).event).toBeDefined();
		const before = await state();
		for (let times = 0; times < 3; times += 1) {
			const { status, event, told } = await press(body, { at });
			expect({ status, event }).toEqual({ status: 200, event: undefined });
			expect(told[0]).toContain('Noise was pressed in Slack, but was done before');
		}
		expect(await state()).toEqual(before);
	});

	it.each([
		['with another secret', { secret: 'not the secret of this app' }],
		['with another body', { raw: 'payload=%7B%7D' }],
		['more than five minutes old', { at: ago(6 * MINUTE) }],
		['more than five minutes ahead', { at: ago(-6 * MINUTE) }],
		['without a signature', { headers: { 'x-slack-signature': undefined } }],
		['with an empty signature', { headers: { 'x-slack-signature': '' } }],
		['with half a signature', { headers: { 'x-slack-signature': `v0=${'a'.repeat(32)}` } }],
		['with two signatures', { headers: { 'x-slack-signature': ['v0=a', 'v0=b'] } }],
		['without a time', { headers: { 'x-slack-request-timestamp': undefined } }],
		['with another time', { headers: { 'x-slack-request-timestamp': '1531420618' } }],
	])('%s is refused, and changes nothing', async (_, how) => {
		const { token, state } = await sent();
		const before = await state();
		const { status, event } = await press(button('close', token), how);
		expect({ status, event }).toEqual({ status: 401, event: undefined });
		expect(await state()).toEqual(before);
	});

	it('almost five minutes old is taken', async () => {
		const { token } = await sent();
		const { status, event } = await press(button('close', token), { at: ago(4.9 * MINUTE) });
		expect(status).toBe(200);
		expect(event).toBeDefined();
	});

	it.each([
		['no Slack app', { parameters: {} }, 'Slack Buttons is not set up'],
		[
			'a credential without its secret',
			{ credentials: { slackApi: { accessToken: 'xoxb', signatureSecret: ' ' } } },
			'has no Signature Secret',
		],
	])('where %s is set up is refused in plain words', async (_, more, words) => {
		const { token } = await sent();
		const { status, body, told } = await press(button('close', token), {}, more);
		expect(status).toBe(401);
		expect(body).toContain(words);
		expect(told[0]).toContain(words);
	});

	it('that an empty secret would sign is refused', async () => {
		const { token } = await sent();
		const more = { credentials: { slackApi: { signatureSecret: '' } } };
		expect((await press(button('close', token), { secret: '' }, more)).status).toBe(401);
	});

	it('whose credential is gone is to come again', async () => {
		const { token } = await sent();
		const { status, body } = await press(button('close', token), {}, { credentials: {} });
		expect(status).toBe(503);
		expect(body).not.toContain('slackApi');
	});

	it.each([
		['a link, which Slack tells of, too', () => button('acknowledge')],
		['a link to the ticket', () => pressOf({ type: 'button', action_id: 'open_ticket' })],
		['attaching, which asks on a page', (token: string) => button('attach', token)],
		['a dialog', () => new URLSearchParams({ payload: '{"type":"view_closed"}' }).toString()],
		['a payload that is none', () => 'payload=%7B'],
		['no payload', () => 'ssl_check=1'],
	])('%s is answered, and changes nothing', async (_, body) => {
		const { token, state } = await sent();
		const before = await state();
		const { status, body: text, event } = await press(body(token));
		expect({ status, text, event }).toEqual({ status: 200, text: undefined, event: undefined });
		expect(await state()).toEqual(before);
	});

	it.each([
		['whose time is over', async () => (await sent({ now: ago(31 * DAY) })).token, 'has expired'],
		['of no alert', async () => await Promise.resolve('A'.repeat(32)), 'belongs to no alert'],
	])('%s is answered, changes nothing, and n8n’s log says so', async (_, token, words) => {
		const { status, event, told } = await press(button('close', await token()));
		expect({ status, event }).toEqual({ status: 200, event: undefined });
		expect(told).toEqual([expect.stringContaining(words)]);
	});

	it('of a closed alert changes nothing', async () => {
		const { token } = await sent();
		await press(button('close', token));
		const { status, event, told } = await press(button('acknowledge', token));
		expect({ status, event }).toEqual({ status: 200, event: undefined });
		expect(told[0]).toContain('the alert is closed');
	});

	it('with a long message around it is taken; one of 1 MB is refused', async () => {
		const { token } = await sent();
		const long = (bytes: number) => `${button('useful', token)}&message=`.padEnd(bytes, 'x');
		expect((await press(long(1_000_000))).status).toBe(413);
		expect((await press(long(300_000))).event).toBeDefined();
	});

	it('while the log is down is to be pressed again: Slack shows that it failed', async () => {
		const body = button('close', 'a'.repeat(32));
		writeFileSync(join(log.folder(), '.n8n'), 'in the way');
		const { status, body: text } = await press(body);
		expect(status).toBe(503);
		expect(text).not.toContain(log.folder());
	});

	it('does not keep links from working', async () => {
		const { token } = await sent();
		expect((await openLink({ token, action: 'close' })).status).toBe(200);
	});
});
