import { request as httpRequest } from 'node:http';
import { N8nClient } from '../n8n/client.ts';
import { ensureN8n } from '../n8n/install.ts';
import { packPack } from '../n8n/pack.ts';
import { startN8n, type N8nServer } from '../n8n/server.ts';
import type { JsonObject, WorkflowJson, WorkflowNode } from '../n8n/types.ts';
import { startOutbox } from '../outbox/outbox.ts';
import type { StandIn } from '../outbox/types.ts';
import { startHubSpot, type HubSpotAccount, type HubSpotStandIn } from './hubspot/server.ts';
import {
	startSalesforce,
	type SalesforceOrg,
	type SalesforceStandIn,
} from './salesforce/server.ts';

export const ORG_URL = 'https://acme.my.salesforce.com';

export interface CrmRig {
	n8n: N8nClient;
	server: N8nServer;
	salesforce: SalesforceStandIn;
	hubspot: HubSpotStandIn;
	stop(): Promise<void>;
}

/** A real n8n with the packed pack, whose calls to Salesforce and HubSpot reach the stand-ins instead. */
export async function startCrmRig(
	org: SalesforceOrg,
	account: HubSpotAccount,
	onProgress: (line: string) => void = () => {},
): Promise<CrmRig> {
	const install = await ensureN8n({ onProgress });
	const [salesforce, hubspot, tarball] = await Promise.all([
		startSalesforce(org),
		startHubSpot(account),
		packPack(),
	]);
	salesforce.instanceUrl = ORG_URL;
	const toSalesforce = forwardTo(salesforce.url);
	const outbox = await startOutbox({
		standIns: {
			[new URL(ORG_URL).host]: toSalesforce,
			'login.salesforce.com': toSalesforce,
			'api.hubapi.com': forwardTo(hubspot.url),
		},
	});
	const server = await startN8n({ install, packs: [tarball], env: outbox.env });
	return {
		server,
		n8n: await N8nClient.login(server),
		salesforce,
		hubspot,
		stop: async () => {
			await server.stop();
			await Promise.all([outbox.stop(), salesforce.close(), hubspot.close()]);
		},
	};
}

/** A workflow that is run by hand: these tickets, then these nodes in a row. */
export function workflowOf(
	name: string,
	tickets: JsonObject[],
	nodes: Array<Pick<WorkflowNode, 'name' | 'type' | 'typeVersion' | 'parameters' | 'credentials'>>,
): WorkflowJson {
	const all = [
		{ name: 'Run', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			name: 'Tickets',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { mode: 'raw', jsonOutput: JSON.stringify({ tickets }), options: {} },
		},
		{
			name: 'One by One',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'tickets', options: {} },
		},
		...nodes,
	];
	return {
		name,
		nodes: all.map((node, index) => ({ ...node, id: `node-${index}`, position: [index * 220, 0] })),
		connections: Object.fromEntries(
			all
				.slice(0, -1)
				.map((node, index) => [
					node.name,
					{ main: [[{ node: all[index + 1]?.name ?? '', type: 'main', index: 0 }]] },
				]),
		),
		settings: { executionOrder: 'v1' },
	};
}

/** Hands requests on to a stand-in that listens on an address of its own. */
export function forwardTo(target: string): StandIn {
	return async (request, response) => {
		await new Promise<void>((resolve, reject) => {
			const forwarded = httpRequest(
				`${target}${request.url ?? '/'}`,
				{ method: request.method, headers: request.headers },
				(answer) => {
					response.writeHead(answer.statusCode ?? 502, answer.headers);
					answer.pipe(response);
					answer.once('end', resolve);
				},
			);
			forwarded.once('error', reject);
			request.pipe(forwarded);
		});
	};
}
