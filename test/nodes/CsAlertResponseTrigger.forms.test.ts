import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { textOfPage } from '../core/response/readPage';
import { DAY, decisionOf } from '../log/rig';
import { openLink, postForm, sentAlert } from '../support/responseRig';
import { useTemporaryLog } from '../support/temporaryLog';

const log = useTemporaryLog();
const ago = (ms: number) => new Date(Date.now() - ms);

const sent = async (options: Parameters<typeof sentAlert>[1] = {}) =>
	await sentAlert(await log.open(), options);

describe('a form that is posted', () => {
	it('is applied once, and the workflow is told once', async () => {
		const { token, alertId, state } = await sent();
		const first = await postForm({ token, action: 'acknowledge' });
		expect(first.status).toBe(200);
		expect(textOfPage(first.page)).toMatch(/^Acknowledged No reminder/);
		expect(first.event).toEqual({
			action: 'acknowledge',
			result: 'applied',
			by: 'Dana Reyes',
			at: expect.stringMatching(/Z$/),
			alertId,
			account: { id: 'globex', name: 'Globex' },
			ticketKey: 'zendesk:acme:1',
			isTest: false,
		});
		expect(await state()).toMatchObject({ state: 'acknowledged', acknowledgedBy: 'Dana Reyes' });
		const before = await state();
		const second = await postForm({ token, action: 'acknowledge' });
		expect(second.status).toBe(200);
		expect(textOfPage(second.page)).toMatch(/^Already done Acknowledged by Dana Reyes on/);
		expect(second.result).toEqual({ noWebhookResponse: true });
		expect(await state()).toEqual(before);
	});

	it('by two people at the same instant is applied once', async () => {
		const { token } = await sent();
		const answers = await Promise.all(
			[1, 2, 3, 4].map(async () => await postForm({ token, action: 'acknowledge' })),
		);
		expect(answers.filter(({ event }) => event !== undefined)).toHaveLength(1);
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
	});

	it.each(['useful', 'noise', 'wrongAccount', 'wrongOwner'])(
		'gives the verdict %s',
		async (action) => {
			const { token, state } = await sent();
			const { event } = await postForm({ token, action });
			expect(event).toMatchObject({ action, verdict: action });
			expect(await state()).toMatchObject({ verdict: action, verdictBy: 'Dana Reyes' });
		},
	);

	it('snoozes for as long as it says, as the page’s own form sends it', async () => {
		const { token, state } = await sent();
		const { event } = await postForm([
			['token', token],
			['action', 'snooze'],
			['days', '3'],
			['action', 'snooze'],
		]);
		const { snoozedUntil = '' } = await state();
		expect(event).toMatchObject({ action: 'snooze', snoozedUntil });
		expect(Date.parse(snoozedUntil) - Date.now()).toBeGreaterThan(3 * DAY - 60_000);
		expect(Date.parse(snoozedUntil) - Date.now()).toBeLessThanOrEqual(3 * DAY);
	});

	it('for too many days is asked for again, and changes nothing', async () => {
		const { token, state } = await sent();
		const before = await state();
		const { status, page, event } = await postForm({ token, action: 'snooze', days: '400' });
		expect(status).toBe(400);
		expect(textOfPage(page)).toContain('Days must be a whole number from 1 to 90');
		expect(page).toContain('value="400"');
		expect(event).toBeUndefined();
		expect(await state()).toEqual(before);
	});

	it('attaches the sender of an alert without an account', async () => {
		const { token, state } = await sent({ decision: decisionOf(1, { accountId: null }) });
		expect((await openLink({ token, action: 'attach' })).page).toContain('Account ID');
		const { status, page, event } = await postForm({
			token,
			action: 'attach',
			accountId: 'G-7',
			accountName: 'Globex',
		});
		expect(status).toBe(200);
		expect(textOfPage(page)).toContain('Remembered: messages of mia@globex.example');
		expect(event).toMatchObject({
			action: 'attach',
			attached: ['mia@globex.example'],
			account: { id: 'G-7', name: 'Globex' },
		});
		expect((await state()).state).toBe('closed');
	});

	it('to attach without an account is asked for again', async () => {
		const { token } = await sent({ decision: decisionOf(1, { accountId: null }) });
		const { status, page } = await postForm({ token, action: 'attach' });
		expect(status).toBe(400);
		expect(textOfPage(page)).toContain('Enter the account’s ID under Account ID');
	});

	it('after the alert was closed changes nothing', async () => {
		const { token } = await sent();
		await postForm({ token, action: 'close' });
		const { status, page, event } = await postForm({ token, action: 'acknowledge' });
		expect(status).toBe(200);
		expect(textOfPage(page)).toMatch(/^This alert is closed/);
		expect(event).toBeUndefined();
	});

	it('that is forged, or for no answer of ours, changes nothing', async () => {
		const { token, state } = await sent();
		const before = await state();
		expect((await postForm({ token: 'A'.repeat(32), action: 'close' })).status).toBe(404);
		expect((await postForm({ action: 'close' })).status).toBe(404);
		expect((await postForm({ token, action: 'explode' })).status).toBe(400);
		expect((await postForm({ token, action: 'dismiss' })).status).toBe(400);
		expect(await state()).toEqual(before);
	});

	it('after its 30 days changes nothing', async () => {
		const { token, state } = await sent({ now: ago(31 * DAY) });
		const { status, event } = await postForm({ token, action: 'close' });
		expect(status).toBe(410);
		expect(event).toBeUndefined();
		expect((await state()).state).toBe('open');
	});

	it.each([
		['JSON', 'application/json', 400],
		['plain text', 'text/plain', 400],
		['a form with files', 'multipart/form-data; boundary=x', 400],
		['no type', undefined, 400],
		['a form with a charset', 'Application/X-WWW-Form-urlencoded; charset=UTF-8', 200],
	])('as %s is answered with its status', async (_, type, status) => {
		const { token } = await sent();
		const raw = new URLSearchParams({ token, action: 'acknowledge' }).toString();
		expect((await postForm(raw, { headers: { 'content-type': type } })).status).toBe(status);
	});

	it('without bytes that n8n kept cannot be read', async () => {
		const { status, page } = await postForm('', { raw: undefined, body: {} });
		expect(status).toBe(400);
		expect(textOfPage(page)).toMatch(/^This could not be read/);
	});

	it.each([64_001, 1_000_000])('of %i bytes is refused before anything is read', async (bytes) => {
		const { token, state } = await sent();
		const raw = `token=${token}&action=close&x=`.padEnd(bytes, 'x');
		const { status, page } = await postForm(raw);
		expect(status).toBe(413);
		expect(textOfPage(page)).toMatch(/^This is too much/);
		expect((await state()).state).toBe('open');
	});

	it('while the log is down says that the answer may not have been taken', async () => {
		writeFileSync(join(log.folder(), '.n8n'), 'in the way');
		const { status, page, event } = await postForm({ token: 'a'.repeat(32), action: 'close' });
		expect(status).toBe(503);
		expect(textOfPage(page)).toContain('send it again in a minute: it counts once');
		expect(event).toBeUndefined();
	});
});
