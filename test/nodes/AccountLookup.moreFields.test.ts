import type { IDataObject } from 'n8n-workflow';
import { afterEach, describe, expect, it } from 'vitest';
import { AccountLookup } from '../../nodes/AccountLookup/AccountLookup.node';
import { getPlainFields } from '../../nodes/AccountLookup/fieldPickers';
import { ThresholdGate } from '../../nodes/ThresholdGate/ThresholdGate.node';
import { runNode } from '../support/engine';
import { startHubSpot } from '../support/hubspot/server';
import { orgWith, recordId } from '../support/salesforce/org';
import { startSalesforce, type Row } from '../support/salesforce/server';
import { useTemporaryLog } from '../support/temporaryLog';

useTemporaryLog();

const open: Array<{ close(): Promise<void> }> = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((standIn) => standIn.close()));
});

const ticket = (key: string, email: string) => ({ ticket: { key, requester: { email } } });
const byContact = ticket('t1', 'jane@acme.com');
const byDomain = ticket('t2', 'stranger@beta.example');
const accountsOf = (run: Awaited<ReturnType<typeof runNode>>) =>
	run.outputs[0]?.map((item) => item.json.account);
/** Each test has stand-ins of its own behind the same credential. */
const options = (more: IDataObject = {}) => ({ cacheMinutes: 0, ...more });

describe('other columns of a table', () => {
	const rows = [
		{ id: 1, account_id: 'a1', name: 'Acme', domain: 'acme.com', Plan: 'Gold' },
		{ id: 2, account_id: 'a2', name: 'Acme Two', domain: 'acme.com', Plan: 'Tin' },
		{ id: 3, account_id: 'b1', name: 'Beta', domain: 'beta.example', Plan: 'Gold', mrr: 1 },
	];

	it('come with the account, and Threshold Gate can ask for them', async () => {
		const looked = await runNode(new AccountLookup(), [[byDomain], rows]);
		expect(accountsOf(looked)).toMatchObject([{ id: 'b1', mrr: 1, fields: { Plan: 'Gold' } }]);
		const [item] = looked.outputs[0] ?? [];
		const gate = async (values: string) => {
			const { outputs } = await runNode(
				new ThresholdGate(),
				[[{ ...item?.json, sentiment: { score: 60, label: 'Frustrated', signals: [] } }]],
				{
					rules_recommended: {
						rule: [
							{
								name: '',
								minScore: 50,
								conditions: { accountFields: { field: [{ name: 'plan', values }] } },
							},
						],
					},
					history: 'none',
				},
			);
			return outputs.flatMap((some) => some ?? []).map(({ json }) => json.gate);
		};
		expect(await gate('gold')).toMatchObject([
			{ route: 'alert', reason: 'Score 60 is at least 50 and plan is “Gold”' },
		]);
		expect(await gate('tin')).toMatchObject([{ route: 'digest' }]);
	});

	it('do not come with candidates, none of which is the account', async () => {
		const looked = await runNode(new AccountLookup(), [[byContact], rows]);
		const [account] = accountsOf(looked) ?? [];
		expect(account).toMatchObject({
			status: 'ambiguous',
			candidates: [{ id: 'a1' }, { id: 'a2' }],
		});
		expect(JSON.stringify(account)).not.toContain('Gold');
	});
});

describe('further fields of Salesforce', () => {
	const owner = { Name: 'Maria Silva', Email: 'maria@us.example', IsActive: true };
	const acme: Row = {
		Id: recordId('001', 1),
		Name: 'Acme',
		Website: 'acme.com',
		Owner: owner,
		Plan__c: 'Gold',
		Seats__c: 40,
		Beta__c: false,
		Empty__c: null,
		Parent: { Plan__c: 'Group' },
	};
	const beta: Row = {
		...acme,
		Id: recordId('001', 2),
		Website: 'beta.example',
		Plan__c: 'Tin',
		Parent: null,
	};
	const start = async () => {
		const standIn = await startSalesforce(
			orgWith(
				{ accounts: [acme, beta], contacts: [{ Email: 'jane@acme.com', account: acme }] },
				{
					Plan__c: { type: 'picklist' },
					Seats__c: { type: 'double' },
					Beta__c: { type: 'boolean' },
					Empty__c: { type: 'string' },
					Place__c: { type: 'location' },
					Long__c: { type: 'textarea', filterable: false },
				},
			),
		);
		open.push(standIn);
		const oauthTokenData = { access_token: 'good-token', instance_url: standIn.url };
		const run = async (moreFields?: unknown) =>
			await runNode(
				new AccountLookup(),
				[[byContact, byDomain], []],
				{
					source: 'salesforce',
					salesforceAuthentication: 'salesforceOAuth2Api',
					options: options(moreFields === undefined ? {} : { moreFields: moreFields as string[] }),
				},
				'stopWorkflow',
				{ salesforceOAuth2Api: { oauthTokenData } },
			);
		return { standIn, run, oauthTokenData };
	};

	it('come by the same calls, by contact as by domain', async () => {
		const { standIn, run } = await start();
		expect(accountsOf(await run())?.some((one) => 'fields' in Object(one))).toBe(false);
		const without = standIn.calls.length;
		const fields = ['Plan__c', 'Seats__c', 'Beta__c', 'Empty__c', 'Parent.Plan__c'];
		expect(accountsOf(await run(fields))).toMatchObject([
			{
				matchedBy: 'contact',
				fields: { Plan__c: 'Gold', Seats__c: 40, Beta__c: false, 'Parent.Plan__c': 'Group' },
			},
			{ matchedBy: 'domain', fields: { Plan__c: 'Tin', Seats__c: 40, Beta__c: false } },
		]);
		expect(standIn.calls.length).toBe(2 * without);
	});

	it('are named by an expression, too, as one text', async () => {
		const { run } = await start();
		expect(accountsOf(await run(' Plan__c, Seats__c ,'))).toMatchObject([
			{ fields: { Plan__c: 'Gold', Seats__c: 40 } },
			{},
		]);
	});

	it.each([
		[['Gone__c'], /no field "Gone__c" on the account/, /"More Field Names or IDs"/],
		[["x' OR Name != '"], /is not the name of a Salesforce field/, /"More Field Names or IDs"/],
		[
			Array.from({ length: 31 }, (_, index) => `F${index}__c`),
			/Choose at most 30 fields under "More Field Names or IDs" in Options; 31 are chosen/,
			undefined,
		],
	])('that cannot be read are refused, naming the picker: %s', async (fields, message, advice) => {
		const { run } = await start();
		const { error } = await run(fields);
		expect(error?.message).toMatch(message);
		if (advice) expect(error).toHaveProperty('description', expect.stringMatching(advice));
	});

	it('are offered where their value can be told in a few words, choices first', async () => {
		const { oauthTokenData } = await start();
		const parameters: Record<string, string> = {
			source: 'salesforce',
			salesforceAuthentication: 'salesforceOAuth2Api',
		};
		const offered = await getPlainFields.call({
			getNode: () => ({ name: 'Account Lookup', type: 'accountLookup' }),
			getCurrentNodeParameter: (name: string) => parameters[name],
			getCredentials: async () => ({ oauthTokenData }),
		} as never);
		const names = offered.map(({ value }) => value);
		expect(names.slice(0, 2)).toEqual(['Beta__c', 'Plan__c']);
		expect(names).toEqual(expect.arrayContaining(['Long__c', 'Seats__c']));
		expect(names).not.toContain('Place__c');
		expect(names).not.toContain('OwnerId');
	});
});

describe('further fields of HubSpot', () => {
	const facts = { plan: 'gold', seats: '40', vip: 'true', empty: '' };
	const long = Array.from({ length: 30 }, (_, index) => `${'property_'.repeat(9)}${index}`);
	const start = async () => {
		const companies = [
			{ id: '501', properties: { name: 'Acme', domain: 'acme.com', ...facts } },
			{ id: '502', properties: { name: 'Beta', domain: 'beta.example', ...facts, plan: 'tin' } },
		];
		for (const one of companies) {
			Object.assign(one.properties, Object.fromEntries(long.map((name) => [name, one.id])));
		}
		const standIn = await startHubSpot({
			contacts: [
				{
					id: '1',
					properties: { email: 'jane@acme.com', associatedcompanyid: '501' },
					associations: { companies: ['501'] },
					primary: '501',
				},
			],
			companies,
			deals: [],
			owners: [],
			companyProperties: Object.fromEntries(
				[...Object.keys(facts), ...long].map((name) => [name, 'string']),
			),
		});
		open.push(standIn);
		const run = async (moreFields?: string[]) => {
			const before = standIn.calls.length;
			const done = await runNode(
				new AccountLookup(),
				[[byContact, byDomain], []],
				{
					source: 'hubspot',
					hubspotAuthentication: 'hubspotAppToken',
					options: options(moreFields && { moreFields }),
				},
				'stopWorkflow',
				{ hubspotAppToken: { appToken: 'good-token' } },
				(request) => ({
					...request,
					url: request.url.replace('https://api.hubapi.com', standIn.url),
					headers: { ...request.headers, Authorization: 'Bearer good-token' },
				}),
			);
			return { ...done, calls: standIn.calls.length - before };
		};
		return { standIn, run };
	};

	it('come by the same calls, by contact as by domain', async () => {
		const { run } = await start();
		const without = await run();
		const found = await run(['plan', 'seats', 'vip', 'empty']);
		expect(accountsOf(found)).toMatchObject([
			{ matchedBy: 'contact', fields: { plan: 'gold', seats: '40', vip: 'true' } },
			{ matchedBy: 'domain', fields: { plan: 'tin', seats: '40', vip: 'true' } },
		]);
		expect(JSON.stringify(accountsOf(found))).not.toContain('empty');
		expect(found.calls).toBe(without.calls);
	});

	it('too long together for a search of HubSpot are read by one call more', async () => {
		const { standIn, run } = await start();
		const without = await run();
		const found = await run(long);
		expect(found.error).toBeUndefined();
		expect(accountsOf(found)).toMatchObject([
			{ fields: Object.fromEntries(long.map((name) => [name, '501'])) },
			{ fields: Object.fromEntries(long.map((name) => [name, '502'])) },
		]);
		expect(found.calls).toBe(without.calls + 1);
		expect(JSON.stringify(standIn.searches.at(-1))).not.toContain('property_');
	});

	it('that HubSpot does not have are refused, naming the picker', async () => {
		const { run } = await start();
		const { error } = await run(['plan', 'gone']);
		expect(error?.message).toBe('HubSpot companies have no property "gone"');
		expect(error).toHaveProperty(
			'description',
			'Choose another one under "More Field Names or IDs"',
		);
	});
});
