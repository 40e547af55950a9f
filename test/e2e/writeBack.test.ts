import type { IncomingMessage, ServerResponse } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { zendesk } from '../demo/deliveries.ts';
import type { JsonObject } from '../outbox/types.ts';
import { startRig, type Rig } from '../support/rig.ts';

const FILE = 'cs-alerts.json';
const NODES = ['Note in Zendesk', 'Task in HubSpot'];

interface Asked {
	path: string;
	method?: string;
	body: JsonObject;
}

/** Keeps what is asked of it and answers as if it was done. */
function recorder(kept: Asked[]) {
	return async (request: IncomingMessage, response: ServerResponse) => {
		let text = '';
		for await (const part of request) text += String(part);
		const body = JSON.parse(text === '' ? '{}' : text) as JsonObject;
		kept.push({ path: request.url ?? '', method: request.method, body });
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ job_status: { id: 'job-1', status: 'queued' } }));
	};
}

describe('what comes after a delivered alert, once its nodes are enabled', () => {
	const [helpdesk, crm]: [Asked[], Asked[]] = [[], []];
	let rig: Rig;

	beforeAll(async () => {
		rig = await startRig({
			standIns: {
				'northwind.zendesk.com': recorder(helpdesk),
				'api.hubapi.com': recorder(crm),
			},
		});
		const { n8n, workflows } = rig;
		const { id } = workflows[FILE];
		const credentials = {
			zendeskApi: await n8n.createCredential('Support', 'zendeskApi', {
				subdomain: 'northwind',
				email: 'agent@northwind.example',
				apiToken: 'only-for-this-test',
			}),
			hubspotAppToken: await n8n.createCredential('CRM', 'hubspotAppToken', {
				appToken: 'only-for-this-test',
			}),
		};
		const { nodes } = await n8n.workflow(id);
		await n8n.updateWorkflow(id, {
			nodes: nodes.map((node) =>
				NODES.includes(node.name) ? { ...node, disabled: false, credentials } : node,
			),
		});
		await n8n.publish(id);
	});
	afterAll(async () => await rig?.stop());

	const send = async (id: string, text: string) => {
		const before = rig.outbox.messages.length;
		const posted = zendesk({
			id,
			from: 'jo.oneil@acme.example',
			name: "Jo O'Neil",
			subject: 'All our data is gone',
			text,
			expected: 'alerted',
		});
		const answer = await rig.deliver({ ...posted, helpdesk: 'zendesk' });
		expect(answer.status).toBe(200);
		return before;
	};

	it('the ticket gets one private note with a tag, and the account one task', async () => {
		await send('4811', "All of our data has disappeared and we can't work.");
		await expect.poll(() => helpdesk.length + crm.length, { timeout: 30_000 }).toBe(2);
		expect(helpdesk).toEqual([
			{
				method: 'PUT',
				path: '/api/v2/tickets/update_many.json?ids=4811',
				body: {
					ticket: {
						comment: { body: expect.stringMatching(/^CS told: .+ \(Slack\), /), public: false },
						additional_tags: ['cs_told'],
					},
				},
			},
		]);
		const [task] = crm;
		expect(task).toMatchObject({
			method: 'POST',
			path: '/engagements/v1/engagements',
			body: { engagement: { type: 'TASK' }, metadata: { forObjectType: 'COMPANY' } },
		});
		expect(JSON.stringify(task)).toContain('ticket 4811');
		expect(JSON.stringify(task)).not.toContain('cs-alerts/answer');
	});

	it('an update says nothing again, and its run is no failure', async () => {
		const before = await send('4812', 'Still all gone. We cancel our contract today.');
		const updates = () => rig.outbox.messages.slice(before).length;
		await expect.poll(updates, { timeout: 30_000 }).toBeGreaterThan(0);
		await rig.idle();
		expect(helpdesk).toHaveLength(1);
		expect(crm).toHaveLength(1);
		const runs = await rig.n8n.runs(rig.workflows[FILE].id);
		expect(runs.filter(({ status }) => status !== 'success')).toEqual([]);
	});
});
