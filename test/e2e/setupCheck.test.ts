import { request as httpRequest } from 'node:http';

import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { SetupResult } from '../../nodes/core/setupCheck/setupPage.ts';
import type { CheckStatus } from '../../nodes/core/setupCheck/types.ts';
import { outputOf } from '../n8n/client.ts';
import type { Execution, WorkflowNode } from '../n8n/types.ts';
import { channelId } from '../outbox/slack.ts';
import type { StandIn } from '../outbox/types.ts';
import { CHROMIUM_ARGS, chromiumProgram } from '../support/chromium.ts';
import { inspectPage, keepPage, VIEWS } from '../support/inspectPage.ts';
import { startRig, type Rig } from '../support/rig.ts';

/** Where this n8n is for others. */
const HOST = 'n8n.northwind.test';
const FILE = 'setup.json';

let rig: Rig;
/** What was called from the outside. */
const called: string[] = [];

/** The proxy before n8n: what comes in at its public address goes to n8n. */
const publicN8n: StandIn = (request, response) => {
	called.push(`${request.method} ${request.url}`);
	const { port } = new URL(rig.server.url);
	const forwarded = httpRequest(
		{
			host: '127.0.0.1',
			port,
			path: request.url,
			method: request.method,
			headers: request.headers,
		},
		(answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		},
	);
	forwarded.on('error', () => response.destroy());
	request.pipe(forwarded);
};

beforeAll(async () => {
	rig = await startRig({
		standIns: { [HOST]: publicN8n },
		env: {
			N8N_WEBHOOK_URL: `https://${HOST}/`,
			N8N_EDITOR_BASE_URL: `https://${HOST}`,
			GENERIC_TIMEZONE: 'Europe/Berlin',
		},
	});
});
afterAll(async () => {
	await rig?.stop();
});

const resultOf = (run: Execution) => outputOf(run, 'Check Setup')[0] as unknown as SetupResult;
const statusesOf = ({ checks }: SetupResult) =>
	Object.fromEntries(
		checks.map(({ id, name, status }) => [id.startsWith('trigger:') ? name : id, status]),
	);

async function runSetup(): Promise<{ run: Execution; result: SetupResult }> {
	const run = await rig.n8n.runManually(rig.workflows[FILE].id, 'Run Setup');
	expect(run.status).toBe('success');
	return { run, result: resultOf(run) };
}

async function change(changes: Record<string, Partial<WorkflowNode>>): Promise<void> {
	const { id } = rig.workflows[FILE];
	const { nodes } = await rig.n8n.workflow(id);
	await rig.n8n.updateWorkflow(id, {
		nodes: nodes.map((node) => ({ ...node, ...changes[node.name] })),
	});
}

describe('CS Alerts Setup in a real n8n', () => {
	it('said before anything was published that no ticket comes in, and made the tables all the same', async () => {
		const [first] = await rig.n8n.executions(rig.workflows[FILE].id);
		if (first === undefined) throw new Error('Setup was not run');
		const result = resultOf(first);
		expect(result.ok).toBe(false);
		expect(result.checks.filter(({ status }) => status === 'problem')).toMatchObject([
			{ id: 'triggers', found: expect.stringContaining('None is published') as string },
		]);
		expect(await rig.n8n.rows('cs_owners')).toHaveLength(3);
	});

	it('sends a test alert, marked as one, to the fallback owner', async () => {
		const run = await rig.n8n.runManually(rig.workflows[FILE].id, 'Send Test Alert');
		expect(run.status).toBe('success');
		const message = await rig.outbox.waitFor((one) =>
			JSON.stringify(one).includes('Example Customer (test)'),
		);
		expect(JSON.stringify(message)).toMatch(/\btest\b/i);
		await rig.idle();
	});

	it('is in order once all is published, but for what it says it has not looked at', async () => {
		called.length = 0;
		const { run, result } = await runSetup();
		const ok: CheckStatus = 'ok';
		expect(statusesOf(result)).toEqual({
			storage: ok,
			size: ok,
			publicAddress: ok,
			'Support Ticket Trigger, Zendesk': ok,
			'Support Ticket Trigger, Intercom': ok,
			'Support Ticket Trigger, Freshdesk': ok,
			answers: ok,
			'arrivals:Zendesk': 'skipped',
			'arrivals:Intercom': 'skipped',
			'arrivals:Freshdesk': 'skipped',
			overdue: ok,
			undelivered: ok,
			failed: ok,
			unanswered: ok,
			testAlert: ok,
			timeZone: ok,
			owners: ok,
			accounts: ok,
			contact: ok,
			outcomes: ok,
			slack: 'skipped',
		});
		expect(result.ok).toBe(true);
		expect(outputOf(run, 'Show Page')).toEqual([{ html: result.html }]);
		expect(called.sort()).toEqual([
			'GET /webhook/cs-alerts/answer',
			'POST /webhook/cs-alerts/freshdesk',
			'POST /webhook/cs-alerts/intercom',
			'POST /webhook/cs-alerts/zendesk',
		]);
	});

	it('leaves no row and no run behind by calling its own addresses', async () => {
		const main = rig.workflows['cs-alerts.json'].id;
		const before = (await rig.n8n.runs(main)).length;
		const { result } = await runSetup();
		await rig.idle();
		expect((await rig.n8n.runs(main)).length).toBe(before);
		const size = result.checks.find(({ id }) => id === 'size');
		expect(size?.found).toContain('1 message (1 alerted)');
	});

	it('writes no Slack ID while Find in Slack is disabled, and adds no rows when run again', async () => {
		const rows = await rig.n8n.rows('cs_owners');
		expect(rows).toHaveLength(3);
		expect(rows.filter((row) => Boolean(row.slack_id))).toEqual([]);
		expect(await rig.n8n.rows('cs_accounts')).toHaveLength(9);
	});

	it('with Slack, fills in the member IDs it knows, and looks at the app and its channel', async () => {
		const slackApi = await rig.n8n.createCredential(
			'Slack of Setup',
			'slackApi',
			rig.outbox.slackCredential,
		);
		await rig.n8n.insertRows('cs_owners', [
			{ email: 'Dana.Reyes@CS-Team.example', name: 'Dana, written otherwise' },
			{ email: 'kept@cs-team.example', slack_id: 'U0KEPT001' },
		]);
		const parameters = {
			operation: 'checkSetup',
			slack: 'slackApi',
			slackChannelId: channelId('cs-alerts'),
		};
		await change({
			'Find in Slack': { disabled: false, credentials: { slackApi } },
			'Check Setup': { parameters, credentials: { slackApi } },
		});
		const { result } = await runSetup();
		expect(statusesOf(result)).toMatchObject({ slack: 'ok', slackChannel: 'ok' });
		const ids = Object.fromEntries(
			(await rig.n8n.rows('cs_owners')).map(({ email, slack_id }) => [email, slack_id]),
		);
		expect(ids).toEqual({
			'dana.reyes@cs-team.example': 'U01DANA',
			'Dana.Reyes@CS-Team.example': 'U01DANA',
			'sam.okafor@cs-team.example': null,
			'kim.lee@cs-team.example': null,
			'kept@cs-team.example': 'U0KEPT001',
		});
	});
});

const program = chromiumProgram();

/** The page in a browser: axe finds nothing, no script runs, nothing is fetched, nothing is wider than the window. */
async function lookAt(html: string, name: string): Promise<void> {
	const url = keepPage(name, html);
	const browser = await chromium.launch({ executablePath: program, args: CHROMIUM_ARGS });
	try {
		for (const [scheme, width] of VIEWS) await inspectPage(browser, url, { name, scheme, width });
	} finally {
		await browser.close();
	}
}

/** The page of the run before. */
let broken = '';

describe('CS Alerts Setup, when CS Alerts is not published any more', () => {
	it('names each trigger, and where to publish it', async () => {
		await rig.n8n.unpublish(rig.workflows['cs-alerts.json'].id);
		const { result } = await runSetup();
		expect(result.ok).toBe(false);
		const triggers = result.checks.filter(({ id }) => id.startsWith('trigger:'));
		expect(triggers).toHaveLength(3);
		for (const { status, found, whatToDo, link } of triggers) {
			expect(status).toBe('problem');
			expect(found).toContain('n8n answers 404 at');
			expect(whatToDo).toContain('choose Unpublish under ⌄ beside Published, then publish it');
			expect(link).toBe(`https://${HOST}/workflow/${rig.workflows['cs-alerts.json'].id}`);
		}
		expect(statusesOf(result)).toMatchObject({ answers: 'warning' });
		broken = result.html;
	});
});

describe.skipIf(program === undefined)('its page, in a browser (needs Chromium)', () => {
	it('shows what is broken, light and dark, narrow and wide', async () => {
		expect(broken).toContain('To mend');
		await lookAt(broken, 'setup-check-broken');
	});

	it('shows that all is in order', async () => {
		await rig.n8n.publish(rig.workflows['cs-alerts.json'].id);
		await rig.n8n.waitForWebhook('cs-alerts/answer', 'GET');
		const { result } = await runSetup();
		expect(result.ok).toBe(true);
		await lookAt(result.html, 'setup-check');
	});
});
