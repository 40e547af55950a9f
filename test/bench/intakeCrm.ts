import { setTimeout as sleep } from 'node:timers/promises';

import { zendesk } from '../demo/deliveries.ts';
import type { N8nClient } from '../n8n/client.ts';
import type { JsonObject, WorkflowJson } from '../n8n/types.ts';
import type { StandIn } from '../outbox/types.ts';
import { forwardTo, ORG_URL } from '../support/crmRig.ts';
import { startHubSpot } from '../support/hubspot/server.ts';
import { startRig } from '../support/rig.ts';
import { startSalesforce } from '../support/salesforce/server.ts';
import { hubSpotAccount, org, requesters } from './crmData.ts';

interface CrmCount {
	crm: 'Salesforce' | 'HubSpot';
	calls: number;
	tickets: number;
	requesters: number;
	runs: number;
}

const LOOKUPS: Record<CrmCount['crm'], { type: string; data: JsonObject; parameters: JsonObject }> =
	{
		Salesforce: {
			type: 'salesforceOAuth2Api',
			data: {
				environment: 'production',
				clientId: 'client',
				clientSecret: 'secret',
				oauthTokenData: { access_token: 'good-token', instance_url: ORG_URL, token_type: 'Bearer' },
			},
			parameters: {
				source: 'salesforce',
				salesforceAuthentication: 'salesforceOAuth2Api',
				mrrField: 'MRR__c',
				renewalField: 'Renewal__c',
				healthField: 'Health__c',
			},
		},
		HubSpot: {
			type: 'hubspotAppToken',
			data: { appToken: 'good-token' },
			parameters: {
				source: 'hubspot',
				hubspotAuthentication: 'hubspotAppToken',
				mrrField: 'mrr',
				renewalField: 'renewal_date',
				healthField: 'health',
			},
		},
	};

/** Calls to each CRM for tickets that come in as fast as they are taken, in the main workflow as it runs. */
export async function countCrmCalls(tickets: number): Promise<CrmCount[]> {
	const [salesforce, hubspot] = await Promise.all([
		startSalesforce(org),
		startHubSpot(hubSpotAccount),
	]);
	salesforce.instanceUrl = ORG_URL;
	const standIns = {
		[new URL(ORG_URL).host]: forwardTo(salesforce.url),
		'api.hubapi.com': forwardTo(hubspot.url),
	};
	const counts: CrmCount[] = [];
	try {
		for (const crm of ['Salesforce', 'HubSpot'] as const) {
			const standIn = crm === 'Salesforce' ? salesforce : hubspot;
			standIn.calls.length = 0;
			counts.push({ ...(await countOne(crm, tickets, standIns)), calls: standIn.calls.length });
		}
	} finally {
		await Promise.all([salesforce.close(), hubspot.close()]);
	}
	return counts;
}

async function countOne(
	crm: CrmCount['crm'],
	tickets: number,
	standIns: Record<string, StandIn>,
): Promise<CrmCount> {
	const rig = await startRig({ standIns, markIncidents: false });
	try {
		const id = rig.workflows['cs-alerts.json'].id;
		await lookUpIn(rig.n8n, id, crm);
		const before = await runsOf(rig.n8n, id);
		let sent = 0;
		await Promise.all(
			Array.from({ length: 20 }, async () => {
				while (sent < tickets) {
					sent += 1;
					const delivery = zendesk({
						id: String(sent),
						from: requesters[sent % requesters.length] ?? '',
						name: 'Mia Chen',
						subject: 'How do I add a colleague?',
						text: 'Hello, where can I invite a colleague to our workspace? Thank you!',
						expected: 'monitored',
					});
					await rig.deliver({ ...delivery, helpdesk: 'zendesk' });
				}
			}),
		);
		for (;;) {
			const rows = await rig.log.all('messages');
			const waiting = rows.filter(({ ended_at }) => ended_at === null);
			if (rows.length === tickets && waiting.length === 0) break;
			await sleep(250);
		}
		const matched = (await rig.log.all('messages')).filter(
			({ account_status }) => account_status === 'matched',
		);
		if (matched.length === 0) throw new Error(`No ticket found its account in ${crm}`);
		const runs = (await runsOf(rig.n8n, id)) - before;
		return { crm, calls: 0, tickets, requesters: requesters.length, runs };
	} finally {
		await rig.stop();
	}
}

/** Points Account Lookup at the CRM, as an admin does, and publishes that. */
async function lookUpIn(n8n: N8nClient, id: string, crm: CrmCount['crm']): Promise<void> {
	const { type, data, parameters } = LOOKUPS[crm];
	const credential = await n8n.createCredential(crm, type, data);
	const workflow: WorkflowJson = await n8n.workflow(id);
	await n8n.updateWorkflow(id, {
		nodes: workflow.nodes.map((node) =>
			node.type === 'n8n-nodes-cs-alerts.accountLookup'
				? {
						...node,
						parameters: { ...node.parameters, ...parameters },
						credentials: { [type]: credential },
					}
				: node,
		),
	});
	await n8n.publish(id);
	await sleep(2000);
}

async function runsOf(n8n: N8nClient, workflowId: string): Promise<number> {
	return (await n8n.runs(workflowId)).length;
}
