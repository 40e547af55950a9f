import type { IncomingMessage, ServerResponse } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { zendesk } from '../demo/deliveries.ts';
import type { JsonObject } from '../outbox/types.ts';
import { startRig, type Rig } from '../support/rig.ts';

const FILE = 'cs-alerts.json';
const NODES = ['Note in Zendesk', 'Task in HubSpot', 'Post to Teams'];

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

const CHANNEL_LINK =
	'https://teams.microsoft.com/l/channel/19%3Aalerts%40thread.tacv2/CS%20Alerts?groupId=0b1c2d3e-0000-4000-8000-000000000001&tenantId=t';

describe('what comes disabled, once its nodes are enabled', () => {
	const [helpdesk, crm, graph]: [Asked[], Asked[], Asked[]] = [[], [], []];
	let rig: Rig;

	beforeAll(async () => {
		rig = await startRig({
			standIns: {
				'northwind.zendesk.com': recorder(helpdesk),
				'api.hubapi.com': recorder(crm),
				'graph.microsoft.com': recorder(graph),
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
			microsoftTeamsOAuth2Api: await n8n.createCredential('Teams', 'microsoftTeamsOAuth2Api', {
				clientId: 'client',
				clientSecret: 'only-for-this-test',
				oauthTokenData: { access_token: 'only-for-this-test', token_type: 'Bearer' },
			}),
		};
		await n8n.insertRows('cs_accounts', [
			{
				account_id: 'umbra',
				name: 'Umbra',
				domains: 'umbra.example',
				mrr: 2000,
				currency: 'USD',
				owner_name: 'Tess Moreau',
				owner_channel: 'teams',
				owner_email: 'tess.moreau@cs-team.example',
			},
		]);
		const { nodes } = await n8n.workflow(id);
		await n8n.updateWorkflow(id, {
			nodes: nodes.map((node) => {
				if (NODES.includes(node.name)) return { ...node, disabled: false, credentials };
				if (node.name !== 'CS Alert Formatter') return node;
				return { ...node, parameters: { ...node.parameters, teamsChannelLink: CHANNEL_LINK } };
			}),
		});
		await n8n.publish(id);
	});
	afterAll(async () => await rig?.stop());

	const send = async (id: string, text: string, from = 'jo.oneil@acme.example') => {
		const before = rig.outbox.messages.length;
		const posted = zendesk({
			id,
			from,
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

	it('an owner who reads Teams gets a card in its channel by Microsoft Graph', async () => {
		await send('4900', "All of our data has disappeared and we can't work.", 'ops@umbra.example');
		await expect.poll(() => graph.length, { timeout: 30_000 }).toBe(1);
		const [post] = graph;
		expect(post?.path).toBe(
			'/v1.0/teams/0b1c2d3e-0000-4000-8000-000000000001/channels/19%3Aalerts%40thread.tacv2/messages',
		);
		const { attachments } = post?.body as { attachments: Array<{ content: string }> };
		const card = JSON.parse(attachments[0]?.content ?? '{}') as JsonObject;
		expect(card).toMatchObject({ type: 'AdaptiveCard' });
		expect(JSON.stringify(card)).toContain('Umbra');
		await rig.idle();
		expect(await rig.log.deliveriesOf('zendesk:northwind.zendesk.com:4900')).toMatchObject([
			{ state: 'delivered', channel: 'teams' },
		]);
	});
});
