/**
 * `npm run screenshots` makes the README's pictures from a real n8n: the canvas of every template,
 * the panel of each node with data in it, the list of nodes, an alert as its reader sees it. Needs
 * Chromium (CHROMIUM=/path/to/chromium where it is not /usr/bin/chromium).
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { DELIVERIES } from '../demo/deliveries.ts';
import { outputOf } from '../n8n/client.ts';
import type { JsonObject } from '../n8n/types.ts';
import { CHROMIUM_ARGS, chromiumProgram } from '../support/chromium.ts';
import { TEMPLATE_FILES, startRig, type Rig, type TemplateFile } from '../support/rig.ts';
import { editorOf, type Editor } from './editor.ts';
import { writeQuarterReports } from '../demo/quarterReports.ts';
import { shootAlert, shootAnswer, shootThread } from './outboxPage.ts';
import { shootCard, shootReport } from './pages.ts';

const FOLDER = fileURLToPath(new URL('../../.github/images/', import.meta.url));
const MAIN: TemplateFile = 'cs-alerts.json';
const TRIGGER = 'Zendesk Tickets';
/** With the fields that their items already had. */
const NODES: Record<string, { node: string; given: string[] }> = {
	'sentiment-score': { node: 'Sentiment Score', given: ['ticket'] },
	'account-lookup': { node: 'Account Lookup', given: ['ticket', 'sentiment'] },
	'threshold-gate': { node: 'Threshold Gate', given: ['ticket', 'sentiment', 'account'] },
	'support-ticket-trigger': { node: TRIGGER, given: [] },
	'ticket-log': { node: 'Record Decision', given: ['ticket', 'sentiment', 'account', 'gate'] },
};
/** Run by hand, CS Alert Trigger gives out a sample. */
const SENT: typeof NODES = {
	'cs-alert-trigger': {
		node: 'CS Alert Trigger',
		given: ['ticket', 'sentiment', 'account', 'gate'],
	},
	// What it adds stands first.
	'cs-alert-formatter': { node: 'CS Alert Formatter', given: [] },
};
/** Each way tickets come in, with the trigger of the template that it is a setting of. */
const WAYS: Record<string, { node: string; parameters: JsonObject }> = {
	zendesk: { node: TRIGGER, parameters: { authentication: 'zendeskApi' } },
	'zendesk-by-hand': { node: TRIGGER, parameters: { authentication: 'headerAuth' } },
	intercom: { node: 'Intercom Tickets', parameters: {} },
	freshdesk: { node: 'Freshdesk Tickets', parameters: { readTicketsBy: 'api' } },
	'freshdesk-by-hand': { node: 'Freshdesk Tickets', parameters: { readTicketsBy: 'webhook' } },
	other: { node: 'Other Tickets', parameters: {} },
};

/** Sets a trigger's way, in the draft only, and shows its settings. */
async function shootWay({ n8n, workflows }: Rig, editor: Editor, way: string): Promise<void> {
	const { node: name, parameters } = WAYS[way] as (typeof WAYS)[string];
	const { id } = workflows[MAIN];
	const { nodes } = await n8n.workflow(id);
	// Opened without a credential, a trigger would take the first that fits, and its way with it.
	const header = nodes.find((node) => node.name === TRIGGER)?.credentials;
	const changed = nodes.map((node) => {
		if (node.name !== name) return node;
		const credentials = node.credentials ?? header;
		return { ...node, parameters: { ...node.parameters, ...parameters }, credentials };
	});
	await n8n.updateWorkflow(id, { nodes: changed });
	await editor.shootSettings(MAIN, name, picture(`trigger-${way}`));
}

/** Pins a frustrated ticket of an account that the example accounts hold to its trigger, as a test and under another number. */
async function pinTicket({ n8n, workflows }: Rig): Promise<void> {
	const { id } = workflows[MAIN];
	const items = (await n8n.executions(id)).flatMap((execution) => outputOf(execution, TRIGGER));
	const text = JSON.stringify(items.find((item) => JSON.stringify(item).includes('4811')));
	const { ticket } = JSON.parse(text.replaceAll('4811', '4890')) as { ticket: JsonObject };
	const pinned = { json: { ticket: { ...ticket, isTest: true } } };
	await n8n.updateWorkflow(id, { pinData: { [TRIGGER]: [pinned] } });
}

const TEAMS_LINK =
	'https://teams.microsoft.com/l/channel/19%3Aalerts%40thread.tacv2/CS%20Alerts?groupId=0b1c2d3e-0000-4000-8000-000000000001&tenantId=t';

/** The card that an owner who reads Microsoft Teams would get. */
async function teamsCard({ n8n, workflows }: Rig): Promise<JsonObject> {
	const { id } = workflows[MAIN];
	const { nodes } = await n8n.workflow(id);
	const changed = nodes.map((node) =>
		node.name === 'CS Alert Formatter'
			? {
					...node,
					parameters: { ...node.parameters, channel: 'teams', teamsChannelLink: TEAMS_LINK },
				}
			: node,
	);
	await n8n.updateWorkflow(id, { nodes: changed });
	const run = await n8n.runManually(id, 'CS Alert Trigger');
	await n8n.updateWorkflow(id, { nodes });
	const [item] = outputOf(run, 'CS Alert Formatter');
	const { alert } = item as unknown as {
		alert: { teams: { body: { attachments: Array<{ content: string }> } } };
	};
	return JSON.parse(alert.teams.body.attachments[0]?.content ?? '{}') as JsonObject;
}

const picture = (name: string) => `${FOLDER}${name}.png`;

const rig = await startRig({ onProgress: (line) => console.log(line) });
try {
	for (const delivery of DELIVERIES) {
		await rig.deliver(delivery);
		await rig.idle();
	}

	mkdirSync(FOLDER, { recursive: true });
	const browser = await chromium.launch({
		executablePath: chromiumProgram(),
		args: CHROMIUM_ARGS,
	});
	try {
		console.log('The alerts …');
		await shootAlert(browser, rig.outbox.url, 'light', picture('alert'));
		await shootAlert(browser, rig.outbox.url, 'dark', picture('alert-dark'));
		await shootAnswer(browser, rig.outbox.messages, 'light', picture('answer'));
		await shootAnswer(browser, rig.outbox.messages, 'dark', picture('answer-dark'));

		for (const scheme of ['light', 'dark'] as const) {
			const end = scheme === 'dark' ? '-dark' : '';
			await shootThread(browser, rig.outbox, scheme, picture(`alert-update${end}`));
			await shootCard(browser, await teamsCard(rig), scheme, picture(`alert-teams${end}`));
		}

		console.log('The reports …');
		const pages = mkdtempSync(join(tmpdir(), 'cs-alerts-pictures-'));
		for (const [operation, file] of Object.entries(await writeQuarterReports(rig, pages))) {
			await shootReport(browser, file, 'light', picture(`report-${operation}`));
		}
		rmSync(pages, { recursive: true });

		console.log('The canvases …');
		const dark = await editorOf(browser, rig, 'dark');
		await dark.shootCanvas(MAIN, picture('canvas-dark'));
		await dark.shootNodeList(MAIN, 'churn', picture('nodes-dark'));
		await dark.close();
		const light = await editorOf(browser, rig, 'light');
		for (const file of TEMPLATE_FILES) {
			const name = file === MAIN ? 'canvas' : `canvas-${file.replace('.json', '')}`;
			await light.shootCanvas(file, picture(name));
		}
		await light.shootNodeList(MAIN, 'churn', picture('nodes'));

		console.log('The panels …');
		// Runs by hand, since the panels of a past execution are read-only and greyed out.
		await pinTicket(rig);
		await light.run(MAIN, TRIGGER);
		for (const [name, { node, given }] of Object.entries(NODES)) {
			await light.shootPanel(node, given, picture(`node-${name}`));
		}
		await light.run(MAIN, 'CS Alert Trigger');
		for (const [name, { node, given }] of Object.entries(SENT)) {
			await light.shootPanel(node, given, picture(`node-${name}`));
		}

		for (const way of Object.keys(WAYS)) await shootWay(rig, light, way);
		console.log(`Pictures are in ${FOLDER}`);
	} finally {
		await browser.close();
	}
} finally {
	await rig.stop();
}
