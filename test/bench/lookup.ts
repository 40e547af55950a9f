/**
 * What a look-up costs: calls to the CRM and time for 1,000 tickets of 300 requesters, by Account Lookup and
 * by n8n's own nodes as people chain them today, in the same real n8n against the same stand-ins.
 */
import { outputOf } from '../n8n/client.ts';
import type { CredentialRef, JsonObject, WorkflowNode } from '../n8n/types.ts';
import { ORG_URL, startCrmRig, workflowOf } from '../support/crmRig.ts';
import { COMPANIES, hubSpotAccount, org, requesters } from './crmData.ts';

const TICKETS = 1000;

type BenchNode = Pick<WorkflowNode, 'name' | 'type' | 'typeVersion' | 'parameters' | 'credentials'>;

const tickets: JsonObject[] = Array.from({ length: TICKETS }, (_, index) => ({
	ticket: {
		key: `zendesk:acme:${index}`,
		requester: { email: requesters[index % requesters.length] },
	},
}));

function accountLookup(
	parameters: JsonObject,
	type: string,
	credential: CredentialRef,
): BenchNode[] {
	return [
		{
			name: 'Result',
			type: 'n8n-nodes-cs-alerts.accountLookup',
			typeVersion: 1,
			parameters: { ...parameters, options: { cacheMinutes: 0 } },
			credentials: { [type]: credential },
		},
	];
}

/** A contact by its address, then its account: the least that names an MRR and an owner's ID. */
function salesforceNodes(credential: CredentialRef): BenchNode[] {
	const shared = {
		type: 'n8n-nodes-base.salesforce',
		typeVersion: 1.1,
		credentials: { salesforceOAuth2Api: credential },
	};
	return [
		{
			...shared,
			name: 'Contact',
			parameters: {
				resource: 'contact',
				operation: 'getAll',
				limit: 1,
				options: {
					fields: 'Id,Email,AccountId',
					conditionsUi: {
						conditionValues: [
							{ field: 'Email', operation: 'equal', value: '={{ $json.ticket.requester.email }}' },
						],
					},
				},
			},
		},
		{
			...shared,
			name: 'Result',
			parameters: { resource: 'account', operation: 'get', accountId: '={{ $json.AccountId }}' },
		},
	];
}

function hubSpotNodes(credential: CredentialRef): BenchNode[] {
	const shared = {
		type: 'n8n-nodes-base.hubspot',
		typeVersion: 2.2,
		credentials: { hubspotAppToken: credential },
	};
	return [
		{
			...shared,
			name: 'Contact',
			parameters: {
				authentication: 'appToken',
				resource: 'contact',
				operation: 'search',
				limit: 1,
				filterGroupsUi: {
					filterGroupsValues: [
						{
							filtersUi: {
								filterValues: [
									{
										propertyName: 'email|string',
										type: 'string',
										operator: 'EQ',
										value: '={{ $json.ticket.requester.email }}',
									},
								],
							},
						},
					],
				},
				additionalFields: { properties: ['email', 'associatedcompanyid'] },
			},
		},
		{
			...shared,
			name: 'Result',
			parameters: {
				authentication: 'appToken',
				resource: 'company',
				operation: 'get',
				companyId: {
					__rl: true,
					mode: 'id',
					value: '={{ $json.properties.associatedcompanyid }}',
				},
				additionalFields: {},
			},
		},
	];
}

const rig = await startCrmRig(org, hubSpotAccount, (line) => console.log(line));
try {
	const salesforce = await rig.n8n.createCredential('Salesforce', 'salesforceOAuth2Api', {
		environment: 'production',
		clientId: 'client',
		clientSecret: 'secret',
		oauthTokenData: { access_token: 'good-token', instance_url: ORG_URL, token_type: 'Bearer' },
	});
	const hubspot = await rig.n8n.createCredential('HubSpot', 'hubspotAppToken', {
		appToken: 'good-token',
	});
	const runs: Array<[crm: 'Salesforce' | 'HubSpot', by: string, nodes: BenchNode[]]> = [
		[
			'Salesforce',
			'Account Lookup',
			accountLookup(
				{
					source: 'salesforce',
					salesforceAuthentication: 'salesforceOAuth2Api',
					mrrField: 'MRR__c',
					renewalField: 'Renewal__c',
					healthField: 'Health__c',
				},
				'salesforceOAuth2Api',
				salesforce,
			),
		],
		['Salesforce', "n8n's own nodes", salesforceNodes(salesforce)],
		[
			'HubSpot',
			'Account Lookup',
			accountLookup(
				{
					source: 'hubspot',
					hubspotAuthentication: 'hubspotAppToken',
					mrrField: 'mrr',
					renewalField: 'renewal_date',
					healthField: 'health',
				},
				'hubspotAppToken',
				hubspot,
			),
		],
		['HubSpot', "n8n's own nodes", hubSpotNodes(hubspot)],
	];
	console.log(`\n${TICKETS} tickets of ${requesters.length} requesters, ${COMPANIES} accounts`);
	console.table(await measureAll(runs));
} finally {
	await rig.stop();
}

async function measureAll(
	runs: Array<[crm: 'Salesforce' | 'HubSpot', by: string, nodes: BenchNode[]]>,
) {
	const rows: Array<Record<string, string | number>> = [];
	for (const [crm, by, nodes] of runs) {
		const standIn = crm === 'Salesforce' ? rig.salesforce : rig.hubspot;
		const workflow = await rig.n8n.importWorkflow(workflowOf(`${crm}: ${by}`, tickets, nodes));
		standIn.calls.length = 0;
		const run = await rig.n8n.runManually(workflow.id, 'Run', 600_000);
		const failed = run.data?.resultData.error?.message;
		if (failed !== undefined) throw new Error(`${crm}, ${by}: ${failed}`);
		const time = nodes.reduce(
			(sum, { name }) => sum + (run.data?.resultData.runData[name]?.[0]?.executionTime ?? 0),
			0,
		);
		const items = outputOf(run, 'Result');
		const withAccount = items.filter(({ account }) => {
			const { status } = (account ?? { status: 'matched' }) as { status: string };
			return status === 'matched';
		});
		rows.push({
			CRM: crm,
			by,
			calls: standIn.calls.length,
			'time (ms)': time,
			'items out': items.length,
			'with account': withAccount.length,
		});
	}
	return rows;
}
