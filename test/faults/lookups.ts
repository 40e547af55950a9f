import { describe, expect, it } from 'vitest';

import type { Execution, JsonObject, WorkflowJson } from '../n8n/types.ts';
import { readTemplate, type Posted, type Rig } from '../support/rig.ts';
import { changeNodes, helpdeskChange, proofOf } from '../support/connect.ts';
import { copiesOf, rowOnce, saysMayBeRepeat, untilEnded } from './ends.ts';
import type { Hands } from './hands.ts';
import { post, ticketOf } from './helpdesks.ts';

const CRM_PATH = 'cs-alerts/zendesk-crm';

interface Lookups {
	rig: Rig;
	hands: Hands;
	/** Changed to cut the connections to HubSpot, or to have a proxy answer in its place. */
	hubspot: { way: 'open' | 'cut' | 'blocked' };
}

/** The systems a decision asks, and a channel nobody has switched on. */
export function lookups(of: () => Lookups): void {
	const failedRunOf = async (workflowId: string) => {
		const { rig } = of();
		await rig.idle();
		const { data } = await rig.n8n.api<{ data: Execution[] }>('GET', '/executions', {
			query: { workflowId, status: 'error', includeData: 'true', limit: '1' },
		});
		return data[0];
	};

	describe('the CRM cannot be reached', () => {
		const frustrated = (id: number) =>
			ticketOf(id, { from: 'ops@crm-only.example', mood: 'frustrated' });

		it('is said so, and the ticket waits for it', async () => {
			const { rig, hands, hubspot } = of();
			const crm = await importCrmWorkflow(rig);
			hubspot.way = 'cut';
			const ticket = frustrated(500);
			expect((await post(crm, ticket)).body).toEqual({ received: true });
			const waiting = await rowOnce(rig, ticket.ticketKey, ({ reason }) => reason !== null);
			expect(waiting).toMatchObject({ state: 'received' });
			expect(String(waiting.reason)).toContain('HubSpot could not be reached');
			expect(String(waiting.reason)).toContain('HubSpot could not be reached');
			const run = await failedRunOf(crm.id);
			expect(run).toMatchObject({ status: 'error' });
			expect(run?.data?.resultData.error?.message).toContain('HubSpot could not be reached');
			hubspot.way = 'open';
			const [row] = await untilEnded(rig, [ticket.ticketKey], { between: hands.hurry });
			expect(row).toMatchObject({ state: 'alerted', account_id: '501' });
			await rig.n8n.unpublish(crm.id);
		});

		it('also when a proxy refuses the way to it', async () => {
			const { rig, hubspot } = of();
			const crm = await importCrmWorkflow(rig);
			hubspot.way = 'blocked';
			const ticket = frustrated(501);
			await post(crm, ticket);
			const waiting = await rowOnce(rig, ticket.ticketKey, ({ reason }) => reason !== null);
			hubspot.way = 'open';
			await rig.n8n.unpublish(crm.id);
			expect(String(waiting.reason)).toContain('HubSpot could not be reached');
		});
	});

	describe('the accounts table is gone', () => {
		it('the run is red, and the ticket waits until the table is back', async () => {
			const { rig, hands } = of();
			const { id } = await rig.n8n.dataTable('cs_accounts');
			const rename = async (name: string) =>
				await rig.n8n.api('PATCH', `/data-tables/${id}`, { body: { name } });
			await rename('somewhere_else');
			const ticket = ticketOf(510, { from: 'mia@globex.example' });
			expect((await post(rig, ticket)).body).toEqual({ received: true });
			const waiting = await rowOnce(rig, ticket.ticketKey, ({ reason }) => reason !== null);
			expect(waiting).toMatchObject({ state: 'received', account_id: null });
			expect(await failedRunOf(rig.workflows['cs-alerts.json'].id)).toMatchObject({
				status: 'error',
				data: { resultData: { lastNodeExecuted: 'Known Accounts' } },
			});
			expect(copiesOf(rig.outbox.messages, ticket.link)).toEqual([]);
			await rename('cs_accounts');
			const [row] = await untilEnded(rig, [ticket.ticketKey], { between: hands.hurry });
			expect(row).toMatchObject({ state: 'alerted', account_id: 'sample-globex' });
		});

		it('Setup makes a new one, once also when it is run twice at once, and the log forgets nothing', async () => {
			const { rig } = of();
			const { id } = await rig.n8n.dataTable('cs_accounts');
			const rename = async (table: string, name: string) =>
				await rig.n8n.api('PATCH', `/data-tables/${table}`, { body: { name } });
			const ticket = ticketOf(511, { from: 'mia@globex.example', mood: 'calm' });
			await post(rig, ticket);
			await untilEnded(rig, [ticket.ticketKey]);
			await rename(id, 'somewhere_else');
			const setup = rig.workflows['setup.json'].id;
			const runs = await Promise.all(
				[1, 2].map(async () => await rig.n8n.runManually(setup, 'Run Setup')),
			);
			expect(runs.map(({ status }) => status)).toEqual(['success', 'success']);
			const made = (await rig.n8n.dataTables()).filter(({ name }) => name === 'cs_accounts');
			expect(made).toHaveLength(1);
			expect((await post(rig, ticket)).body).toMatchObject({ duplicate: true });
			expect(await rig.log.messagesOf(ticket.ticketKey)).toHaveLength(1);
			for (const table of made) await rename(table.id, 'of_the_second_setup');
			await rename(id, 'cs_accounts');
		});
	});

	describe('the Slack node is disabled', () => {
		it('its alerts go by email at once, saying why, and its run is no success', async () => {
			const { rig } = of();
			await switchSlack(rig, { disabled: true });
			const ticket = ticketOf(520, { from: 'owner@no-slack.example' });
			expect((await post(rig, ticket)).body).toEqual({ received: true });
			const [row] = await untilEnded(rig, [ticket.ticketKey]);
			expect(row).toMatchObject({ state: 'alerted' });
			expect(await failedRunOf(rig.workflows['cs-alerts.json'].id)).toMatchObject({
				status: 'error',
			});
			await switchSlack(rig, { disabled: false });
			const copies = copiesOf(rig.outbox.messages, ticket.link);
			expect(copies).toMatchObject([
				{
					kind: 'email',
					text: expect.stringContaining(
						'it could not be delivered to #cs-alerts in Slack',
					) as string,
				},
			]);
			expect(copies.some(saysMayBeRepeat)).toBe(false);
		});
	});
}

async function switchSlack(rig: Rig, { disabled }: { disabled: boolean }): Promise<void> {
	const { id } = rig.workflows['cs-alerts.json'];
	const { nodes } = await rig.n8n.workflow(id);
	await rig.n8n.updateWorkflow(id, {
		nodes: nodes.map((node) =>
			node.type === 'n8n-nodes-base.slack' ? { ...node, disabled } : node,
		),
	});
	await rig.n8n.publish(id);
	await rig.n8n.waitForWebhook('cs-alerts/zendesk');
}

/** The deciding half of the template with HubSpot in the place of the accounts table, under a path of its own. */
async function importCrmWorkflow(rig: Rig) {
	const hubspotAppToken = await rig.n8n.createCredential('HubSpot', 'hubspotAppToken', {
		appToken: 'good-token',
	});
	const template = crmTemplate(readTemplate('cs-alerts.json'));
	const helpdesk = await helpdeskChange(rig.n8n, rig.secrets);
	const { id } = await rig.n8n.importWorkflow(
		changeNodes(template, [
			helpdesk,
			(node) =>
				node.name === 'Account Lookup' ? { ...node, credentials: { hubspotAppToken } } : node,
		]),
	);
	await rig.n8n.publish(id);
	await rig.n8n.waitForWebhook(CRM_PATH);
	return {
		id,
		deliver: async ({ helpdesk: from, contentType, body }: Posted) =>
			await fetch(rig.n8n.webhookUrl(CRM_PATH), {
				method: 'POST',
				headers: { 'content-type': contentType, ...proofOf(from, body, rig.secrets) },
				body,
			}),
	};
}

type Connections = Record<string, { main?: Array<Array<{ node: string }> | null> }>;

function crmTemplate(template: WorkflowJson): WorkflowJson {
	const kept = new Set([
		'Zendesk Tickets',
		'Sentiment Score',
		'Account Lookup',
		'Threshold Gate',
		'To Review',
		'Record Decision',
	]);
	const parameters: Record<string, JsonObject> = {
		'Zendesk Tickets': { options: { path: CRM_PATH } },
		'Account Lookup': {
			source: 'hubspot',
			hubspotAuthentication: 'hubspotAppToken',
			mrrField: 'mrr',
			options: { cacheMinutes: 0 },
		},
	};
	const connections = Object.entries(template.connections as Connections).filter(([name]) =>
		kept.has(name),
	);
	return {
		...template,
		name: 'CS Alerts with HubSpot',
		nodes: template.nodes
			.filter(({ name }) => kept.has(name))
			.map((node) => ({ ...node, parameters: { ...node.parameters, ...parameters[node.name] } })),
		connections: Object.fromEntries(
			connections.map(([name, { main = [] }]) => [
				name,
				{ main: main.map((ends) => (ends ?? []).filter(({ node }) => kept.has(node))) },
			]),
		),
	};
}
