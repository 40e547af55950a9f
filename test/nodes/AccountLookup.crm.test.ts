import type { IDataObject } from 'n8n-workflow';
import { afterEach, describe, expect, it } from 'vitest';
import { AccountLookup } from '../../nodes/AccountLookup/AccountLookup.node';
import { runNode } from '../support/engine';
import { useTemporaryLog } from '../support/temporaryLog';
import { startHubSpot, type HubSpotAccount } from '../support/hubspot/server';
import { orgWith, recordId } from '../support/salesforce/org';
import { startSalesforce, type Row } from '../support/salesforce/server';

useTemporaryLog();

const ticket = (key: string, email: string) => ({ ticket: { key, requester: { email } } });
const owner = { Name: 'Maria Silva', Email: 'maria@us.example', IsActive: true };
const acme: Row = {
	Id: recordId('001', 1),
	Name: 'Acme',
	Website: 'acme.com',
	MRR__c: 2400,
	Owner: owner,
};

const open: Array<{ close(): Promise<void> }> = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((standIn) => standIn.close()));
});

async function salesforce(rows: Row[] = [acme]) {
	const standIn = await startSalesforce(
		orgWith({ accounts: rows }, { MRR__c: { type: 'currency' } }),
	);
	open.push(standIn);
	const token = { access_token: 'good-token', instance_url: standIn.url };
	return { standIn, credentials: { salesforceOAuth2Api: { oauthTokenData: token } } };
}

async function hubSpot(account: Partial<HubSpotAccount> = {}) {
	const standIn = await startHubSpot({
		contacts: [],
		companies: [{ id: '501', properties: { name: 'Acme', domain: 'acme.com', mrr: '2400' } }],
		deals: [],
		owners: [],
		companyProperties: { mrr: 'number' },
		...account,
	});
	open.push(standIn);
	return standIn;
}

const fromSalesforce = {
	source: 'salesforce',
	salesforceAuthentication: 'salesforceOAuth2Api',
	mrrField: 'MRR__c',
	// Each test has an org of its own behind the same credential.
	options: { cacheMinutes: 0 },
};
const json = (run: Awaited<ReturnType<typeof runNode>>) => run.outputs[0]?.map((item) => item.json);

describe('Account Lookup with Salesforce', () => {
	it('looks all items of a batch up together', async () => {
		const { standIn, credentials } = await salesforce();
		const items = Array.from({ length: 50 }, (_, index) =>
			ticket(`t${index}`, `p${index}@acme.com`),
		);
		const run = await runNode(
			new AccountLookup(),
			[items, []],
			fromSalesforce,
			'stopWorkflow',
			credentials,
		);
		expect(run.error).toBeUndefined();
		expect(json(run)).toHaveLength(50);
		expect(json(run)?.[49]).toMatchObject({
			ticket: { key: 't49' },
			account: { status: 'matched', id: acme.Id, mrr: 2400, owner: { email: 'maria@us.example' } },
		});
		expect(standIn.calls.length).toBeLessThanOrEqual(4);
	});

	it('gives each item status "error" when Salesforce is down, and loses none', async () => {
		const { standIn, credentials } = await salesforce();
		standIn.faults.push({
			match: /query/,
			status: 403,
			body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }],
		});
		const items = [ticket('t1', 'a@acme.com'), ticket('t2', 'b@acme.com')];
		const run = await runNode(
			new AccountLookup(),
			[items, []],
			fromSalesforce,
			'continueRegularOutput',
			credentials,
		);
		expect(json(run)).toMatchObject(
			items.map((item) => ({
				...item,
				account: {
					status: 'error',
					reason: expect.stringMatching(/used up its API calls.*TotalRequests/s),
				},
				error: { node: 'Under Test' },
			})),
		);
		const stopped = await runNode(
			new AccountLookup(),
			[items, []],
			fromSalesforce,
			'stopWorkflow',
			credentials,
		);
		expect(stopped.error?.message).toMatch(/used up its API calls/);
	});

	it('sends the item to the error output with its ticket, when set so', async () => {
		const { standIn, credentials } = await salesforce();
		standIn.faults.push({
			match: /query/,
			status: 400,
			body: [{ errorCode: 'MALFORMED_QUERY', message: 'no' }],
		});
		const run = await runNode(
			new AccountLookup(),
			[[ticket('t1', 'a@acme.com')], []],
			fromSalesforce,
			'continueErrorOutput',
			credentials,
		);
		expect(run.outputs[0] ?? []).toEqual([]);
		expect(run.outputs[1]?.[0]?.json).toMatchObject({
			ticket: { key: 't1' },
			error: { message: expect.stringMatching(/MALFORMED_QUERY/) },
		});
	});

	it('remembers answers between executions', async () => {
		const { standIn, credentials } = await salesforce();
		const parameters = { ...fromSalesforce, options: { currency: 'EUR' } };
		const run = async () =>
			await runNode(
				new AccountLookup(),
				[[ticket('t1', 'a@acme.com')], []],
				parameters,
				'stopWorkflow',
				credentials,
			);
		await run();
		const before = standIn.calls.length;
		expect(json(await run())).toMatchObject([{ account: { id: acme.Id, currency: 'EUR' } }]);
		expect(standIn.calls.length).toBe(before);
	});

	it('never shares answers between credentials or field mappings', async () => {
		const parameters = { ...fromSalesforce, options: { currency: 'GBP' } };
		const { credentials } = await salesforce();
		const find = async (id: string, data: typeof credentials, more = {}) => {
			const run = await runNode(
				new AccountLookup(),
				[[ticket('t1', 'a@acme.com')], []],
				{ ...parameters, ...more },
				'stopWorkflow',
				data,
				undefined,
				id,
			);
			return json(run)?.[0]?.account;
		};
		expect(await find('one', credentials)).toMatchObject({ name: 'Acme', mrr: 2400 });
		const other = await salesforce([{ ...acme, Id: recordId('001', 9), Name: 'Other Acme' }]);
		expect(await find('two', other.credentials)).toMatchObject({ name: 'Other Acme' });
		expect(await find('one', credentials)).toMatchObject({ name: 'Acme' });
		expect(await find('one', credentials, { mrrField: '' })).not.toHaveProperty('mrr');
	});

	it('divides a yearly amount, and chooses the parent account, when told to', async () => {
		const child = { ...acme, Id: recordId('001', 2), Name: 'Acme UK', ParentId: acme.Id };
		const { credentials } = await salesforce([child, acme]);
		const run = await runNode(
			new AccountLookup(),
			[[ticket('t1', 'a@acme.com')], []],
			{ ...fromSalesforce, mrrPeriod: 'year', chooseBy: 'parentAccount' },
			'stopWorkflow',
			credentials,
		);
		expect(json(run)).toMatchObject([{ account: { id: acme.Id, mrr: 200, certainty: 'likely' } }]);
	});

	it('marks the broken one of three tickets, pairs all, and leaves its input alone', async () => {
		const { standIn, credentials } = await salesforce();
		const items = [ticket('t1', 'a@acme.com'), { noTicket: true }, ticket('t3', "o'x@acme.com")];
		const before = structuredClone(items);
		const run = async (onError: 'continueRegularOutput' | 'stopWorkflow') =>
			await runNode(new AccountLookup(), [items, []], fromSalesforce, onError, credentials);
		const kept = await run('continueRegularOutput');
		expect(json(kept)).toMatchObject([
			{ ticket: { key: 't1' }, account: { id: acme.Id } },
			{ noTicket: true, account: { status: 'error' }, error: { node: 'Under Test' } },
			{ ticket: { key: 't3' }, account: { id: acme.Id } },
		]);
		expect(kept.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(items).toEqual(before);
		const stopped = await run('stopWorkflow');
		expect(stopped.error).toMatchObject({ itemIndex: 1 });
		expect(standIn.calls.length).toBeGreaterThan(0);
	});

	it('asks for the field to add up when the MRR is a sum', async () => {
		const { credentials } = await salesforce();
		const parameters = { ...fromSalesforce, mrrFrom: 'won' };
		const run = async (more = {}) =>
			await runNode(
				new AccountLookup(),
				[[ticket('t1', 'a@acme.com')], []],
				{ ...parameters, ...more },
				'stopWorkflow',
				credentials,
			);
		expect((await run({ dealMrrField: '={{ " " }}' })).error?.message).toMatch(
			/Choose a field under "Amount Field Name or ID"/,
		);
		const summed = json(await run({ dealMrrField: 'Amount' }))?.[0]?.account;
		expect(summed).toMatchObject({ status: 'matched' });
		expect(summed).not.toHaveProperty('mrr');
	});

	it('takes attached addresses from the second input', async () => {
		const { credentials } = await salesforce();
		const alias = { email: 'home@gmail.com', account_id: acme.Id } as {
			email: string;
			account_id: string;
		};
		const run = await runNode(
			new AccountLookup(),
			[[ticket('t1', 'home@gmail.com')], [alias]],
			fromSalesforce,
			'stopWorkflow',
			credentials,
		);
		expect(json(run)).toMatchObject([{ account: { matchedBy: 'alias', id: acme.Id } }]);
	});

	it('says that the credential is not connected', async () => {
		const run = await runNode(
			new AccountLookup(),
			[[ticket('t1', 'a@acme.com')], []],
			fromSalesforce,
			'stopWorkflow',
			{
				salesforceOAuth2Api: { environment: 'production' },
			},
		);
		expect(run.error?.message).toMatch(/not connected/);
	});

	it('uses the session of a JWT credential', async () => {
		const { standIn } = await salesforce();
		const parameters = { ...fromSalesforce, salesforceAuthentication: 'salesforceJwtApi' };
		const run = await runNode(
			new AccountLookup(),
			[[ticket('t1', 'a@acme.com')], []],
			parameters,
			'stopWorkflow',
			{
				salesforceJwtApi: { accessToken: 'good-token', instanceUrl: `${standIn.url}/` },
			},
		);
		expect(json(run)).toMatchObject([{ account: { id: acme.Id } }]);
	});

	it('asks the admin to choose the owner field it is told to use', async () => {
		const { credentials } = await salesforce();
		const parameters = {
			...fromSalesforce,
			ownerFrom: 'email',
			ownerEmailField: '={{ "" }}',
		};
		const run = await runNode(
			new AccountLookup(),
			[[ticket('t1', 'a@acme.com')], []],
			parameters,
			'stopWorkflow',
			credentials,
		);
		expect(run.error?.message).toMatch(/Choose a field under "Owner Field Name or ID"/);
	});

	it('forgets what it knew when the cache time is changed', async () => {
		const { standIn, credentials } = await salesforce();
		const look = async (cacheMinutes: number) => {
			const before = standIn.calls.length;
			await runNode(
				new AccountLookup(),
				[[ticket('t1', 'a@acme.com')], []],
				{ ...fromSalesforce, options: { cacheMinutes, currency: 'SEK' } },
				'stopWorkflow',
				credentials,
			);
			return standIn.calls.length - before;
		};
		expect(await look(60)).toBeGreaterThan(0);
		expect(await look(60)).toBe(0);
		expect(await look(5)).toBeGreaterThan(0);
	});
});

describe('Account Lookup with HubSpot', () => {
	const parameters = {
		source: 'hubspot',
		hubspotAuthentication: 'hubspotAppToken',
		mrrField: 'mrr',
		options: { cacheMinutes: 0 },
	};
	const run = async (
		standInUrl: string,
		token: string,
		onError: 'stopWorkflow' | 'continueRegularOutput' = 'stopWorkflow',
		items: IDataObject[] = [ticket('t1', 'a@acme.com'), ticket('t2', 'a@stranger.example')],
	) =>
		await runNode(
			new AccountLookup(),
			[items, []],
			parameters,
			onError,
			{ hubspotAppToken: { appToken: token } },
			(request) => ({
				...request,
				url: request.url.replace('https://api.hubapi.com', standInUrl),
				headers: { ...request.headers, Authorization: `Bearer ${token}` },
			}),
		);

	it('looks up through n8n, with its credential', async () => {
		const standIn = await hubSpot();
		expect(json(await run(standIn.url, 'good-token'))).toMatchObject([
			{
				ticket: { key: 't1' },
				account: { status: 'matched', matchedBy: 'domain', id: '501', mrr: 2400 },
			},
			{ ticket: { key: 't2' }, account: { status: 'unmatched' } },
		]);
	});

	it('gives each item status "error" when the key is refused', async () => {
		const standIn = await hubSpot();
		expect(json(await run(standIn.url, 'bad-token', 'continueRegularOutput'))).toMatchObject([
			{
				ticket: { key: 't1' },
				account: {
					status: 'error',
					reason: expect.stringMatching(/did not accept the credential/),
				},
			},
			{ ticket: { key: 't2' }, account: { status: 'error' } },
		]);
	});

	it('marks the broken one of three tickets, pairs all, and leaves its input alone', async () => {
		const standIn = await hubSpot();
		const items = [ticket('t1', 'a@acme.com'), { noTicket: true }, ticket('t3', "o'x@acme.com")];
		const before = structuredClone(items);
		const kept = await run(standIn.url, 'good-token', 'continueRegularOutput', items);
		expect(json(kept)).toMatchObject([
			{ ticket: { key: 't1' }, account: { id: '501' } },
			{ noTicket: true, account: { status: 'error' }, error: { node: 'Under Test' } },
			{ ticket: { key: 't3' }, account: { id: '501' } },
		]);
		expect(kept.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(items).toEqual(before);
		const stopped = await run(standIn.url, 'good-token', 'stopWorkflow', items);
		expect(stopped.error).toMatchObject({ itemIndex: 1 });
	});

	it('tries again when the line breaks', async () => {
		const standIn = await hubSpot();
		standIn.faults.push({ match: /batch/, wire: 'reset', times: 1 });
		expect(json(await run(standIn.url, 'good-token'))).toMatchObject([
			{ account: { id: '501' } },
			{},
		]);
	});
});
