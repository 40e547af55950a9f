import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { IConnections, INode, INodeExecutionData, INodeType } from 'n8n-workflow';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { AccountLookup } from '../../nodes/AccountLookup/AccountLookup.node';
import { SentimentScore } from '../../nodes/SentimentScore/SentimentScore.node';
import { ThresholdGate } from '../../nodes/ThresholdGate/ThresholdGate.node';
import { readTicketKey } from '../../nodes/core/item/readers';
import { openLog } from '../../nodes/log/open';
import { buildTemplates } from '../../workflows/source/build.ts';
import { runWorkflow, source } from '../support/engine';

// The gate reads earlier tickets from the log: here from one of the test's own.
const userFolder = mkdtempSync(join(tmpdir(), 'cs-alerts-workflow-'));
const before = process.env.N8N_USER_FOLDER;
beforeAll(() => {
	process.env.N8N_USER_FOLDER = userFolder;
});
afterAll(async () => {
	await (await openLog()).close();
	if (before === undefined) delete process.env.N8N_USER_FOLDER;
	else process.env.N8N_USER_FOLDER = before;
	rmSync(userFolder, { recursive: true, force: true });
});

/** The first ticket loads the word lists and the language tables. */
const TIMEOUT_MS = 30_000;

const template = buildTemplates()['cs-alerts.json'];

const ticket = (key: string, body: string, email = 'jo@acme.example') => ({
	json: { ticket: { key, subject: 'Data', body, requester: { email } } },
});

/** Runs the decide lane of the template on n8n's engine, with a log that cannot decide failed tickets. */
async function decide(tickets: INodeExecutionData[]) {
	const recorded: string[] = [];
	const passOn: INodeType = {
		...source('Pass On', [[]]),
		async execute() {
			return [this.getInputData()];
		},
	};
	const log: INodeType = {
		...source('Ticket Log', [[]]),
		async execute() {
			const items = this.getInputData();
			if (items.some(({ json }) => 'error' in json)) throw new Error('could not be decided');
			recorded.push(...items.flatMap(({ json }) => readTicketKey(json) ?? []));
			return [items];
		},
	};
	const run = await runWorkflow({
		nodes: (template?.nodes ?? []).map((node) => ({ ...node, disabled: false })) as INode[],
		connections: template?.connections as IConnections,
		types: {
			'n8n-nodes-cs-alerts.supportTicketTrigger': source('Tickets', [tickets]),
			'n8n-nodes-base.dataTable': source('Known Accounts', [
				[{ json: { name: 'Acme', domains: 'acme.example', mrr: 3200, currency: 'USD' } }],
			]),
			'n8n-nodes-cs-alerts.sentimentScore': new SentimentScore(),
			'n8n-nodes-cs-alerts.accountLookup': new AccountLookup(),
			'n8n-nodes-cs-alerts.thresholdGate': new ThresholdGate(),
			'n8n-nodes-cs-alerts.ticketLog': log,
			'n8n-nodes-base.noOp': passOn,
			// What the other lane has is known to the engine, and never runs here.
			...Object.fromEntries(
				['csAlertTrigger', 'csAlertFormatter', 'csAlertResponseTrigger'].map((type) => [
					`n8n-nodes-cs-alerts.${type}`,
					passOn,
				]),
			),
			...Object.fromEntries(
				[
					'slack',
					'emailSend',
					'httpRequest',
					'hubspot',
					'salesforce',
					'switch',
					'stickyNote',
					'stopAndError',
					'manualTrigger',
				].map((type) => [`n8n-nodes-base.${type}`, passOn]),
			),
		},
		start: 'Zendesk Tickets',
	});
	return { recorded, error: run.data.resultData.error?.message };
}

it(
	'a ticket that fails holds up no other of its run, and the run fails for all to see',
	async () => {
		const { recorded, error } = await decide([
			{ json: { ticket: 'no ticket' } },
			ticket('zendesk:calm', 'How do I invite a colleague?'),
			ticket('zendesk:review', 'Our exports are broken and nobody answers.', 'x@nobody.example'),
			ticket('zendesk:alert', "All of our data has disappeared and we can't work."),
		]);
		expect(error).toBe('could not be decided');
		expect(recorded.sort()).toEqual(['zendesk:alert', 'zendesk:calm']);
	},
	TIMEOUT_MS,
);

it(
	'every ticket of a run is recorded once',
	async () => {
		const { recorded, error } = await decide([
			ticket('zendesk:calm', 'How do I invite a colleague?'),
			ticket('zendesk:review', 'Our exports are broken and nobody answers.', 'x@nobody.example'),
			ticket('zendesk:alert', "All of our data has disappeared and we can't work."),
		]);
		expect(error).toBeUndefined();
		expect(recorded.sort()).toEqual(['zendesk:alert', 'zendesk:calm', 'zendesk:review']);
	},
	TIMEOUT_MS,
);
