/**
 * `npm run screenshots` makes the README's pictures from a real n8n: the canvas of every template,
 * the panel of each node with data in it, the list of nodes, an alert as its reader sees it. Needs
 * Chromium (CHROMIUM=/path/to/chromium where it is not /usr/bin/chromium).
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { DELIVERIES } from '../demo/deliveries.ts';
import { TEMPLATE_FILES, startRig, type TemplateFile } from '../support/rig.ts';
import { editorOf } from './editor.ts';
import { shootAlert } from './outboxPage.ts';

const FOLDER = fileURLToPath(new URL('../../.github/images/', import.meta.url));
const ZENDESK: TemplateFile = 'ticket-to-cs-alert-zendesk.json';
/** With the fields that their items already had. */
const NODES: Record<string, { node: string; given: string[] }> = {
	'sentiment-score': { node: 'Sentiment Score', given: ['ticket'] },
	'account-lookup': { node: 'Account Lookup', given: ['ticket', 'sentiment'] },
	'threshold-gate': { node: 'Threshold Gate', given: ['ticket', 'sentiment', 'account'] },
	'cs-alert-formatter': {
		node: 'CS Alert Formatter',
		given: ['ticket', 'sentiment', 'account', 'gate'],
	},
};
/** A frustrated ticket of an account that the example accounts hold. */
const SHOWN = DELIVERIES.find(({ ticketKey }) => ticketKey === 'zendesk:northwind:4811');

const picture = (name: string) => `${FOLDER}${name}.png`;

const rig = await startRig({ onProgress: (line) => console.log(line) });
try {
	if (SHOWN === undefined)
		throw new Error('The demo has no ticket zendesk:northwind:4811 to show.');
	const deliver = async (
		url: string,
		{ contentType, body }: { contentType: string; body: string },
	) => await fetch(url, { method: 'POST', headers: { 'content-type': contentType }, body });
	for (const delivery of DELIVERIES) await deliver(rig.n8n.webhookUrl(delivery.path), delivery);
	await rig.idle();

	mkdirSync(FOLDER, { recursive: true });
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
	try {
		console.log('The alerts …');
		await shootAlert(browser, rig.outbox.url, 'light', picture('alert'));
		await shootAlert(browser, rig.outbox.url, 'dark', picture('alert-dark'));

		console.log('The canvases …');
		const light = await editorOf(browser, rig, 'light');
		for (const file of TEMPLATE_FILES) {
			const name = file === ZENDESK ? 'canvas' : `canvas-${file.replace('.json', '')}`;
			await light.shootCanvas(file, picture(name));
		}
		await light.shootNodeList(ZENDESK, 'churn', picture('nodes'));

		console.log('The panels …');
		// A run by hand, since the panels of a past execution are read-only and greyed out. Another
		// ticket number, or the template would recognise the ticket and stop.
		const body = SHOWN.body.replaceAll('4811', '4890');
		await light.runByWebhook(ZENDESK, async () => {
			const url = rig.n8n.webhookUrl(SHOWN.path).replace('/webhook/', '/webhook-test/');
			await deliver(url, { ...SHOWN, body });
		});
		for (const [name, { node, given }] of Object.entries(NODES)) {
			await light.shootPanel(node, given, picture(`node-${name}`));
		}

		const dark = await editorOf(browser, rig, 'dark');
		await dark.shootCanvas(ZENDESK, picture('canvas-dark'));
		await dark.shootNodeList(ZENDESK, 'churn', picture('nodes-dark'));
		console.log(`Pictures are in ${FOLDER}`);
	} finally {
		await browser.close();
	}
} finally {
	await rig.stop();
}
