import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { CsAlertResponseTrigger } from '../../nodes/CsAlertResponseTrigger/CsAlertResponseTrigger.node';
import { elementsOf, textOfPage } from '../core/response/readPage';
import { DAY } from '../log/rig';
import { openLink, postForm, sentAlert } from '../support/responseRig';
import { useTemporaryLog } from '../support/temporaryLog';
import { triggerDouble } from '../support/triggerDouble';

const log = useTemporaryLog();
const ago = (ms: number) => new Date(Date.now() - ms);

const sent = async (options: Parameters<typeof sentAlert>[1] = {}) =>
	await sentAlert(await log.open(), options);

describe('a link that is opened', () => {
	it.each([
		['by a person', 'GET', {}],
		['by a browser that fetches ahead', 'GET', { purpose: 'prefetch', 'sec-purpose': 'prefetch' }],
		['by a mail scanner', 'GET', { 'user-agent': 'Mozilla/5.0 (compatible; SafeLinks)' }],
		['by a chat’s preview', 'GET', { 'user-agent': 'Slackbot-LinkExpanding 1.0' }],
		['by who asks for its headers', 'HEAD', {}],
	])('%s changes nothing, however often', async (_, method, headers) => {
		const { token, state } = await sent();
		const before = await state();
		for (const action of ['acknowledge', 'close', 'noise', 'snooze']) {
			for (let times = 0; times < 3; times += 1) {
				const { status, result } = await openLink({ token, action }, { method, headers });
				expect(status).toBe(200);
				expect(result).toEqual({ noWebhookResponse: true });
			}
		}
		expect(await state()).toEqual(before);
	});

	it('shows what it is about, by the clocks of the workflow', async () => {
		const { token } = await sent();
		const text = textOfPage((await openLink({ token, action: 'acknowledge' })).page);
		expect(text).toMatch(/^Acknowledge this alert\?/);
		expect(text).toContain('Account Globex Score 70 of 100, high Topic Export');
		expect(text).toContain('Ticket “Export 1 fails” From mia@globex.example');
		expect(text).toMatch(/Open since .* GMT\+[12]/);
		expect(text).toContain('This link is for Dana Reyes');
	});

	it('is kept out of caches, search engines and addresses that are passed on, and runs no script', async () => {
		const { token } = await sent();
		const { headers, page } = await openLink({ token, action: 'acknowledge' });
		expect(headers).toEqual({
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy':
				"default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
			'cache-control': 'no-store',
			'referrer-policy': 'no-referrer',
			'x-content-type-options': 'nosniff',
			'x-robots-tag': 'noindex',
		});
		const names = elementsOf(page).map(({ name }) => name);
		expect(names).not.toContain('script');
		expect(names).not.toContain('img');
		expect(names).not.toContain('link');
	});

	it('by HEAD has the same headers and no body', async () => {
		const { token } = await sent();
		const get = await openLink({ token, action: 'close' });
		const head = await openLink({ token, action: 'close' }, { method: 'HEAD' });
		expect(head).toMatchObject({ status: 200, headers: get.headers, isEnded: true });
		expect(head.body).toBeUndefined();
	});

	it('without an answer asks for the usual one', async () => {
		const { token } = await sent();
		expect((await openLink({ token })).page).toContain('Acknowledge this alert?');
	});

	it.each([
		['that is forged', { token: 'A'.repeat(32), action: 'close' }, 404],
		['without its token', { action: 'close' }, 404],
		['with a list of tokens', { token: ['a', 'b'], action: 'close' }, 404],
		['with an object for a token', { token: { a: 'b' }, action: 'close' }, 404],
		['of prototypes', JSON.parse('{"__proto__":{"token":"a","action":"close"}}'), 404],
		['with nothing', {}, 404],
	])('%s says that it is not known', async (_, query, status) => {
		const { state } = await sent();
		const before = await state();
		const answer = await openLink(query);
		expect(answer.status).toBe(status);
		expect(textOfPage(answer.page)).toMatch(/^This link is not known/);
		expect(answer.page).not.toContain('Globex');
		expect(await state()).toEqual(before);
	});

	it.each([['explode'], [['close']], [{ a: 1 }], ['dismiss'], ['attach']])(
		'for the answer %j, which there is none to give, says so',
		async (action) => {
			const { token } = await sent();
			const { status, page } = await openLink({ token, action });
			expect(status).toBe(400);
			expect(textOfPage(page)).toMatch(/^This cannot be answered here/);
		},
	);

	it('after its 30 days says so, and nothing of the customer', async () => {
		const { token } = await sent({ now: ago(31 * DAY) });
		const { status, page } = await openLink({ token, action: 'acknowledge' });
		expect(status).toBe(410);
		expect(textOfPage(page)).toMatch(/^This link has expired It worked until/);
		expect(page).not.toMatch(/Globex|Export|mia@/);
	});

	it('of an alert that was closed says so, and still takes a verdict', async () => {
		const { token } = await sent();
		await postForm({ token, action: 'close' });
		const { status, page } = await openLink({ token, action: 'acknowledge' });
		expect(status).toBe(200);
		expect(textOfPage(page)).toMatch(/^This alert is closed/);
		expect(textOfPage(page)).toContain('Closed by Dana Reyes');
		expect((await openLink({ token, action: 'useful' })).page).toContain('Was this alert useful?');
	});

	it('while the log is down asks to come again; where the log is stands in n8n’s own log only', async () => {
		writeFileSync(join(log.folder(), '.n8n'), 'in the way');
		const { status, page, told } = await openLink({ token: 'a'.repeat(32), action: 'close' });
		expect(status).toBe(503);
		expect(textOfPage(page)).toMatch(/^Please try again in a minute/);
		expect(page).not.toContain(log.folder());
		expect(told[0]).toContain(log.folder());
	});
});

describe('while somebody listens in the editor', () => {
	const listening = { mode: 'manual' } as const;

	it('the test URL as it is shows a sample, and its form runs the workflow as a test', async () => {
		const { status, page } = await openLink({}, listening);
		expect(status).toBe(200);
		expect(textOfPage(page)).toContain('This is a test');
		const token = elementsOf(page).find(({ attributes }) => attributes.name === 'token');
		expect(token?.attributes.value).toBe('sample');
		const posted = await postForm({ token: 'sample', action: 'snooze', days: '2' }, listening);
		expect(posted.event).toMatchObject({ action: 'snooze', alertId: 'sample', isTest: true });
		expect(posted.result.noWebhookResponse).toBe(true);
	});

	it('an answer is handed to the run it starts, once, and a real one to no run of the editor', async () => {
		const { context, emitted, errors } = triggerDouble({ mode: 'manual' });
		const runInEditor = async () => {
			const { manualTriggerFunction } = await new CsAlertResponseTrigger().trigger.call(context);
			await manualTriggerFunction?.();
		};
		const { event } = await postForm({ token: 'sample', action: 'acknowledge' }, listening);
		const { token } = await sent();
		expect((await postForm({ token, action: 'close' })).event).toBeDefined();
		await runInEditor();
		expect(emitted.map(({ outputs }) => outputs)).toEqual([[[{ json: { response: event } }]]]);
		await runInEditor();
		expect(emitted).toHaveLength(1);
		expect(errors[0]?.message).toContain('open the Test URL in your browser');
	});

	it('works also when the log is down', async () => {
		writeFileSync(join(log.folder(), '.n8n'), 'in the way');
		const posted = await postForm({ token: 'sample', action: 'acknowledge' }, listening);
		expect(posted.status).toBe(200);
	});

	it('a real link is answered as always', async () => {
		const { token, state } = await sent();
		expect((await postForm({ token, action: 'acknowledge' }, listening)).event).toMatchObject({
			isTest: false,
		});
		expect((await state()).state).toBe('acknowledged');
	});

	it('the sample is known nowhere else', async () => {
		expect((await openLink({ token: 'sample' })).status).toBe(404);
		expect((await postForm({ token: 'sample', action: 'close' })).status).toBe(404);
	});
});
