import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { outputOf } from '../n8n/client.ts';
import type { CredentialRef, JsonObject } from '../n8n/types.ts';
import { ORG_URL, startCrmRig, workflowOf, type CrmRig } from '../support/crmRig.ts';
import { orgWith, recordId } from '../support/salesforce/org.ts';

const acme = {
	Id: recordId('001', 1),
	Name: 'Acme',
	Website: 'https://www.acme.example',
	MRR__c: 2400,
	Owner: { Name: 'Maria Silva', Email: 'maria@us.example', IsActive: true },
};
const tickets = [
	{ ticket: { key: 'zendesk:1', requester: { email: 'jane@acme.example' } } },
	{ ticket: { key: 'zendesk:2', requester: { email: "o'neil@nobody.example" } } },
];

let rig: CrmRig;

beforeAll(async () => {
	const org = {
		...orgWith({ accounts: [acme] }, { MRR__c: { type: 'currency' } }),
		recordTypes: { Opportunity: [{ recordTypeId: recordId('012', 1), name: 'Renewal' }] },
	};
	rig = await startCrmRig(org, {
		pipelines: [{ id: 'renewals', label: 'Renewals' }],
		contacts: [],
		companies: [{ id: '501', properties: { name: 'Acme', domain: 'acme.example', mrr: '2400' } }],
		deals: [],
		owners: [],
		companyProperties: { mrr: 'number' },
		dealProperties: { hs_mrr: 'number' },
	});
});
afterAll(async () => {
	await rig?.stop();
});
beforeEach(() => {
	rig.salesforce.tokenRequests.length = 0;
	rig.salesforce.calls.length = 0;
	rig.salesforce.tokens.clear();
});

async function lookUp(type: string, credential: CredentialRef, parameters: JsonObject) {
	const workflow = await rig.n8n.importWorkflow(
		workflowOf(`Look-up by ${type}`, tickets, [
			{
				name: 'Account Lookup',
				type: 'n8n-nodes-cs-alerts.accountLookup',
				typeVersion: 1,
				parameters: { mrrField: 'MRR__c', options: { cacheMinutes: 0 }, ...parameters },
				credentials: { [type]: credential },
			},
		]),
	);
	return async () => {
		const run = await rig.n8n.runManually(workflow.id, 'Run');
		expect(run.data?.resultData.error?.message).toBeUndefined();
		return outputOf(run, 'Account Lookup');
	};
}

const found = [
	{
		ticket: { key: 'zendesk:1' },
		account: {
			status: 'matched',
			matchedBy: 'domain',
			id: acme.Id,
			mrr: 2400,
			owner: { email: 'maria@us.example' },
		},
	},
	{ ticket: { key: 'zendesk:2' }, account: { status: 'unmatched' } },
];

describe('in a real n8n', () => {
	it("renews an expired token of n8n's own Salesforce OAuth2 credential, once for all later runs", async () => {
		const credential = await rig.n8n.createCredential('Salesforce', 'salesforceOAuth2Api', {
			environment: 'production',
			clientId: 'client',
			clientSecret: 'secret',
			oauthTokenData: {
				access_token: 'expired',
				refresh_token: 'refresh-1',
				instance_url: ORG_URL,
				token_type: 'Bearer',
			},
		});
		const run = await lookUp('salesforceOAuth2Api', credential, {
			source: 'salesforce',
			salesforceAuthentication: 'salesforceOAuth2Api',
		});
		expect(await run()).toMatchObject(found);
		expect(rig.salesforce.tokenRequests).toMatchObject([
			{ grant_type: 'refresh_token', refresh_token: 'refresh-1' },
		]);
		expect(await run()).toMatchObject(found);
		expect(rig.salesforce.tokenRequests).toHaveLength(1);
	});

	it("gets and renews the session of n8n's own Salesforce JWT credential", async () => {
		const { privateKey } = generateKeyPairSync('rsa', {
			modulusLength: 2048,
			privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
			publicKeyEncoding: { type: 'spki', format: 'pem' },
		});
		const credential = await rig.n8n.createCredential('Salesforce JWT', 'salesforceJwtApi', {
			environment: 'production',
			clientId: 'client',
			username: 'bot@acme.example',
			privateKey,
		});
		const run = await lookUp('salesforceJwtApi', credential, {
			source: 'salesforce',
			salesforceAuthentication: 'salesforceJwtApi',
		});
		expect(await run()).toMatchObject(found);
		rig.salesforce.tokens.clear();
		expect(await run()).toMatchObject(found);
		expect(rig.salesforce.tokenRequests.map(({ grant_type }) => grant_type)).toEqual([
			'urn:ietf:params:oauth:grant-type:jwt-bearer',
			'urn:ietf:params:oauth:grant-type:jwt-bearer',
		]);
	});

	it('gets and renews the session of the client credentials type of this pack', async () => {
		const type = 'csAlertsSalesforceClientCredentialsOAuth2Api';
		const credential = await rig.n8n.createCredential('Salesforce Bot', type, {
			instanceUrl: `${ORG_URL}/`,
			clientId: 'client',
			clientSecret: 'secret',
		});
		const run = await lookUp(type, credential, {
			source: 'salesforce',
			salesforceAuthentication: type,
		});
		expect(await run()).toMatchObject(found);
		rig.salesforce.tokens.clear();
		expect(await run()).toMatchObject(found);
		expect(rig.salesforce.tokenRequests.map(({ grant_type }) => grant_type)).toEqual([
			'client_credentials',
			'client_credentials',
		]);
	});

	it("looks up with n8n's own HubSpot credential", async () => {
		const credential = await rig.n8n.createCredential('HubSpot', 'hubspotAppToken', {
			appToken: 'good-token',
		});
		const run = await lookUp('hubspotAppToken', credential, {
			source: 'hubspot',
			hubspotAuthentication: 'hubspotAppToken',
			mrrField: 'mrr',
		});
		expect(await run()).toMatchObject([
			{ account: { status: 'matched', id: '501', mrr: 2400 } },
			{ account: { status: 'unmatched' } },
		]);
	});

	it("renews an expired token of n8n's own HubSpot OAuth2 credential", async () => {
		const credential = await rig.n8n.createCredential('HubSpot OAuth2', 'hubspotOAuth2Api', {
			clientId: 'client',
			clientSecret: 'secret',
			oauthTokenData: { access_token: 'expired', refresh_token: 'refresh-1', token_type: 'bearer' },
		});
		const run = await lookUp('hubspotOAuth2Api', credential, {
			source: 'hubspot',
			hubspotAuthentication: 'hubspotOAuth2Api',
			mrrField: 'mrr',
		});
		expect(await run()).toMatchObject([{ account: { id: '501' } }, {}]);
		expect(await run()).toMatchObject([{ account: { id: '501' } }, {}]);
		expect(rig.hubspot.tokenRequests).toMatchObject([
			{ grant_type: 'refresh_token', refresh_token: 'refresh-1' },
		]);
	});

	it.each([
		['getNumberFields', 'salesforce', ['MRR__c']],
		['getDealNumberFields', 'salesforce', ['Amount']],
		['getUserFields', 'salesforce', ['OwnerId']],
		['getDealGroups', 'salesforce', [recordId('012', 1)]],
		['getNumberFields', 'hubspot', ['mrr']],
		['getDealNumberFields', 'hubspot', ['hs_mrr']],
		['getUserFields', 'hubspot', ['hubspot_owner_id']],
		['getDealGroups', 'hubspot', ['renewals']],
	])('fills the picker %s from %s', async (methodName, source, [first]) => {
		rig.salesforce.tokens.add('good-token');
		const type = source === 'hubspot' ? 'hubspotAppToken' : 'salesforceOAuth2Api';
		const credential = await rig.n8n.createCredential(
			`Picker ${source}`,
			type,
			source === 'hubspot'
				? { appToken: 'good-token' }
				: {
						environment: 'production',
						clientId: 'client',
						clientSecret: 'secret',
						oauthTokenData: { access_token: 'good-token', instance_url: ORG_URL },
					},
		);
		const options = await rig.n8n.rest<Array<{ value: string }>>(
			'POST',
			'/dynamic-node-parameters/options',
			{
				body: {
					path: 'parameters.mrrField',
					methodName,
					nodeTypeAndVersion: { name: 'n8n-nodes-cs-alerts.accountLookup', version: 1 },
					currentNodeParameters: { source, [`${source}Authentication`]: type },
					credentials: { [type]: credential },
				},
			},
		);
		expect(options[0]?.value).toBe(first);
	});
});
