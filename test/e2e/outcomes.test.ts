import type { ServerResponse } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DELIVERIES } from '../demo/deliveries.ts';
import { outputOf } from '../n8n/client.ts';
import type { Execution, WorkflowNode } from '../n8n/types.ts';
import type { StandIn } from '../outbox/types.ts';
import { startRig, type Rig } from '../support/rig.ts';

const FILE = 'reports.json';
const ORG = 'northwind.my.salesforce.com';
const DAY_MS = 86_400_000;
const today = new Date().toISOString().slice(0, 10);

/** What the CRMs were asked. */
const asked: URL[] = [];
const answer = (response: ServerResponse, body: unknown) => {
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(JSON.stringify(body));
};
const salesforce: StandIn = ({ url, headers }, response) => {
	asked.push(new URL(url ?? '/', `https://${ORG}`));
	if (headers.authorization !== 'Bearer good-token') {
		response.writeHead(401).end();
		return;
	}
	const renewal = (AccountId: string, IsWon: boolean) => ({
		attributes: { type: 'Opportunity' },
		...{ AccountId, CloseDate: today, IsWon },
	});
	const records = [renewal('sample-acme', true), renewal('sf-gone', false)];
	answer(response, { totalSize: 2, done: true, records });
};
/** HubSpot's deals as its API gives them: values are texts, times milliseconds, companies beside them. */
const hubspot: StandIn = ({ url, headers }, response) => {
	asked.push(new URL(url ?? '/', 'https://api.hubapi.com'));
	if (headers.authorization !== 'Bearer good-token') {
		response.writeHead(401).end();
		return;
	}
	const deal = (company: number, values: Record<string, string>) => ({
		dealId: company,
		associations: { associatedVids: [], associatedCompanyIds: [company], associatedDealIds: [] },
		properties: Object.fromEntries(
			Object.entries({ dealtype: 'existingbusiness', hs_is_closed: 'true', ...values }).map(
				([name, value]) => [name, { value }],
			),
		),
	});
	const closedate = String(Date.now() - DAY_MS);
	answer(response, {
		hasMore: false,
		offset: 0,
		deals: [
			deal(501, { closedate, hs_is_closed_won: 'false' }),
			deal(502, { closedate, hs_is_closed_won: 'true' }),
			deal(503, { closedate, hs_is_closed_won: 'false', hs_is_closed: 'false' }),
			deal(504, { closedate, hs_is_closed_won: 'false', dealtype: 'newbusiness' }),
		],
	});
};

let rig: Rig;

beforeAll(async () => {
	rig = await startRig({ standIns: { [ORG]: salesforce, 'api.hubapi.com': hubspot } });
	for (const delivery of DELIVERIES) {
		await rig.deliver(delivery);
		await rig.idle();
	}
});
afterAll(async () => {
	await rig?.stop();
});

async function report(): Promise<Execution> {
	const run = await rig.n8n.runManually(rig.workflows[FILE].id, 'Every 2 Months');
	expect(run.data?.resultData.error?.message).toBeUndefined();
	expect(run.status).toBe('success');
	// Each mail goes out once, whatever the CRMs bring.
	for (const node of ['All Outcomes', 'Calibration', 'Impact']) {
		expect(run.data?.resultData.runData[node], node).toHaveLength(1);
	}
	return run;
}
const rowsOf = (run: Execution) =>
	outputOf(run, 'All Outcomes')
		.slice(6)
		.map(({ account_id, outcome }) => [account_id, outcome])
		.sort();
async function enable(name: string, credentials: WorkflowNode['credentials']): Promise<void> {
	const { id } = rig.workflows[FILE];
	const { nodes } = await rig.n8n.workflow(id);
	await rig.n8n.updateWorkflow(id, {
		nodes: nodes.map((node) =>
			node.name === name ? { ...node, disabled: false, credentials } : node,
		),
	});
}
const figuresOf = (run: Execution, node: string) =>
	(outputOf(run, node) as Array<{ report: { figures: Record<string, unknown> } }>).map(
		({ report: { figures } }) => figures,
	);

describe('outcomes in CS Alerts Reports', () => {
	it('are those of cs_outcomes, of which the samples count in no report', async () => {
		expect(await rig.n8n.rows('cs_outcomes')).toHaveLength(4);
		const run = await report();
		expect(outputOf(run, 'All Outcomes')).toHaveLength(4);
		expect(figuresOf(run, 'Calibration')).toMatchObject([{ churned: 0 }]);
		expect(figuresOf(run, 'Impact')).toMatchObject([{ hasOutcomes: false }]);
	});

	it('count once somebody writes them in, in both reports, which go out by email', async () => {
		await rig.n8n.insertRows('cs_outcomes', [
			{ account_id: 'sample-acme', outcome: 'renewed', date: '2099-01-01' },
			{ account_id: 'nobody', outcome: 'churned', date: today },
		]);
		const before = rig.outbox.messages.length;
		const run = await report();
		expect(figuresOf(run, 'Calibration')).toMatchObject([{ churned: 1 }]);
		expect(figuresOf(run, 'Impact')).toMatchObject([{ hasOutcomes: true, saved: { count: 1 } }]);
		const subjects = rig.outbox.messages
			.slice(before)
			.map((message) => (message.kind === 'email' ? message.subject : ''));
		expect(subjects).toHaveLength(2);
		expect(subjects.join()).toMatch(/alibration/);
	});

	it('come from the closed renewals of Salesforce, too, once it is enabled', async () => {
		const salesforceOAuth2Api = await rig.n8n.createCredential(
			'Salesforce',
			'salesforceOAuth2Api',
			{
				environment: 'production',
				clientId: 'client',
				clientSecret: 'secret',
				oauthTokenData: {
					access_token: 'good-token',
					refresh_token: 'refresh-1',
					instance_url: `https://${ORG}`,
					token_type: 'Bearer',
				},
			},
		);
		await enable('Salesforce Renewals', { salesforceOAuth2Api });
		expect(rowsOf(await report())).toEqual([
			['sample-acme', 'renewed'],
			['sf-gone', 'churned'],
		]);
		const query = asked.find(({ host }) => host === ORG)?.searchParams.get('q');
		expect(query).toContain("IsClosed = true AND Type = 'Renewal'");
	});

	it('and from those of HubSpot: what is open or new business is left out', async () => {
		const hubspotAppToken = await rig.n8n.createCredential('HubSpot', 'hubspotAppToken', {
			appToken: 'good-token',
		});
		await enable('HubSpot Deals', { hubspotAppToken });
		const run = await report();
		expect(rowsOf(run)).toEqual([
			['501', 'churned'],
			['502', 'renewed'],
			['sample-acme', 'renewed'],
			['sf-gone', 'churned'],
		]);
		expect(figuresOf(run, 'Calibration')).toMatchObject([{ churned: 3 }]);
		const wanted = asked.find(({ host }) => host !== ORG)?.searchParams;
		expect(wanted?.get('includeAssociations')).toBe('true');
		expect(wanted?.getAll('properties')).toContain('hs_is_closed_won');
	});
});
