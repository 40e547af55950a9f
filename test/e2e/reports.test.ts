import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DELIVERIES } from '../demo/deliveries.ts';
import { outputOf } from '../n8n/client.ts';
import type { EmailMessage } from '../outbox/types.ts';
import { CHROMIUM_ARGS, chromiumProgram } from '../support/chromium.ts';
import { inspectPage, keepPage, PICTURES, VIEWS } from '../support/inspectPage.ts';
import { startRig, type Rig } from '../support/rig.ts';

const PASSWORD = { user: 'cs-team', password: 'only-for-this-test' };
const authorization = `Basic ${btoa(`${PASSWORD.user}:${PASSWORD.password}`)}`;
const FILE = 'reports.json';

let rig: Rig;

/** What the notes ask for: one Basic Auth credential, chosen in both nodes, which are then enabled. */
async function openPages({ n8n, workflows }: Rig): Promise<void> {
	const { id } = workflows[FILE];
	const httpBasicAuth = await n8n.createCredential('CS team', 'httpBasicAuth', PASSWORD);
	const { nodes } = await n8n.workflow(id);
	const enabled = nodes.map((node) =>
		['Dashboard', 'Try Rules'].includes(node.name)
			? { ...node, disabled: false, credentials: { httpBasicAuth } }
			: node,
	);
	await n8n.updateWorkflow(id, { nodes: enabled });
	await n8n.publish(id);
	await n8n.waitForWebhook('cs-alerts/dashboard', 'GET');
}

const dashboard = () => rig.n8n.webhookUrl('cs-alerts/dashboard');
const form = () => `${rig.server.url}/form/cs-alerts/try-rules`;

/** Fills the form in as its page does, and opens the page it leads to. */
async function tryRules(over: Record<string, string>): Promise<{ url: string; page: string }> {
	const values = { days: '90', from: '3', to: '8', rule: '', score: '', mrr: '', ...over };
	const body = new FormData();
	Object.values(values).forEach((value, index) => body.append(`field-${index}`, value));
	const answer = await fetch(form(), { method: 'POST', headers: { authorization }, body });
	expect(answer.status).toBe(200);
	const { formWaitingUrl } = (await answer.json()) as { formWaitingUrl: string };
	const url = new URL(formWaitingUrl, rig.server.url).href;
	for (let tries = 0; tries < 100; tries += 1) {
		const status = await fetch(url.replace('?', '/n8n-execution-status?'));
		if ((await status.text()) === 'form-waiting') break;
		await sleep(100);
	}
	const opened = await fetch(url);
	expect(opened.status).toBe(200);
	return { url, page: await opened.text() };
}

beforeAll(async () => {
	rig = await startRig();
	for (const delivery of DELIVERIES) {
		await rig.deliver(delivery);
		await rig.idle();
	}
});
afterAll(async () => {
	await rig?.stop();
});

describe('the pages', () => {
	it('are not there before their password is chosen', async () => {
		for (const url of [dashboard(), form()]) expect((await fetch(url)).status).toBe(404);
		await openPages(rig);
	});

	it('the dashboard is shown with the password alone, and nothing in it runs', async () => {
		const refused = await fetch(dashboard());
		expect(refused.status).toBe(401);
		expect(refused.headers.get('www-authenticate')).toContain('Basic');
		expect(await refused.text()).not.toContain('Acme');
		const answer = await fetch(dashboard(), { headers: { authorization } });
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(answer.headers.get('content-security-policy')).toContain('sandbox');
		const page = await answer.text();
		expect(page).toContain('Dana Reyes');
		expect(page).toContain('<svg');
		expect(page).not.toMatch(/<script/i);
	});

	it('the form asks for the password, too', async () => {
		expect((await fetch(form())).status).toBe(401);
		expect((await fetch(form(), { method: 'POST', body: new FormData() })).status).toBe(401);
		const page = await fetch(form(), { headers: { authorization } });
		expect(await page.text()).toContain('Its minimum score (optional)');
	});

	it('the form shows what the current rules would have done, with its last fields left empty', async () => {
		const { page, url } = await tryRules({});
		expect(page).toContain('current rules');
		expect(page).not.toContain('current rules with');
		// The address alone, without what n8n signed it with, shows nothing.
		const bare = await fetch(url.replace(/\?.*/, ''));
		expect(bare.ok).toBe(false);
	});

	it('a change of both thresholds is tried', async () => {
		const change = { rule: 'Frustrated paying account', score: '80', mrr: '5000' };
		expect((await tryRules(change)).page).toContain('current rules with 2 changes');
	});

	it('says what was wrong with what was filled in', async () => {
		const { page } = await tryRules({ rule: 'No such rule', score: '70' });
		expect(page).toContain('The rules were not tried');
		expect(page).toContain('there is no rule');
	});
});

describe('calibration', () => {
	it('is made and sent by email', async () => {
		const run = await rig.n8n.runManually(rig.workflows[FILE].id, 'Every 2 Months');
		expect(run.status).toBe('success');
		expect(outputOf(run, 'Calibration')).toMatchObject([{ report: { kind: 'calibration' } }]);
		const email = rig.outbox.messages.find(
			(message): message is EmailMessage =>
				message.kind === 'email' && message.subject.includes('alibration'),
		);
		expect(email?.html).toContain('<');
	});
});

const program = chromiumProgram();

/** A workflow that makes the reports that have no page of their own address. */
const OPERATIONS = ['digest', 'backtest', 'calibration', 'impact'] as const;
const onePosition: [number, number] = [0, 0];
const reportsWorkflow = {
	name: 'Reports to look at',
	nodes: [
		{
			id: 'start',
			name: 'Start',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: onePosition,
			parameters: {},
		},
		...OPERATIONS.map((operation) => ({
			id: operation,
			name: operation,
			type: 'n8n-nodes-cs-alerts.csAlertReport',
			typeVersion: 1,
			position: onePosition,
			parameters: { operation },
		})),
	],
	connections: {
		Start: { main: [OPERATIONS.map((node) => ({ node, type: 'main', index: 0 }))] },
	},
};

async function makePages({ n8n }: Rig): Promise<Array<[string, string]>> {
	const { id } = await n8n.importWorkflow(reportsWorkflow);
	const run = await n8n.runManually(id, 'Start');
	expect(run.status).toBe('success');
	return OPERATIONS.map((operation) => {
		const [item] = outputOf(run, operation) as Array<{ report: { html: string } }>;
		return [operation, item?.report.html ?? ''];
	});
}

describe.skipIf(program === undefined)('in a browser (needs Chromium)', () => {
	let browser: Browser;
	let pages: Array<[string, string]> = [];

	beforeAll(async () => {
		pages = await makePages(rig);
		browser = await chromium.launch({ executablePath: program, args: CHROMIUM_ARGS });
	});
	afterAll(async () => {
		await browser.close();
	});

	const httpCredentials = { username: PASSWORD.user, password: PASSWORD.password };

	it.each(VIEWS)('the dashboard, %s, %d pixels wide: axe finds nothing', async (scheme, width) => {
		await inspectPage(browser, dashboard(), { name: 'dashboard', scheme, width, httpCredentials });
	});

	it.each(VIEWS)(
		'digest, backtest, calibration and impact, %s, %d pixels wide: axe finds nothing',
		async (scheme, width) => {
			for (const [operation, html] of pages) {
				await inspectPage(browser, keepPage(operation, html), { name: operation, scheme, width });
			}
		},
	);

	it('the form leads to the page of its result', async () => {
		const page = await browser.newPage({
			viewport: { width: 1000, height: 900 },
			httpCredentials,
		});
		await page.goto(form());
		await page.screenshot({ path: join(PICTURES, 'try-rules.png'), fullPage: true });
		await page.locator('#submit-btn').click();
		await page.locator('main h1').waitFor();
		const chart = page.locator('figure:visible svg').first();
		expect((await chart.boundingBox())?.width).toBeGreaterThan(500);
		await page.screenshot({ path: join(PICTURES, 'try-rules-result.png'), fullPage: true });
		await page.close();
	});
});
