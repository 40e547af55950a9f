import { afterEach, describe, expect, it } from 'vitest';
import { hubSpotClient, type HubSpotSend } from '../../nodes/AccountLookup/hubspot/client';
import { searchAll } from '../../nodes/AccountLookup/hubspot/search';
import { hubSpotSource } from '../../nodes/AccountLookup/hubspot/source';
import type { CrmSettings } from '../../nodes/AccountLookup/crmSettings';
import { connectSalesforce } from '../../nodes/AccountLookup/salesforce/client';
import { readOrgFeatures } from '../../nodes/AccountLookup/salesforce/source';
import { startDeadline } from '../../nodes/shared/deadline';
import { startHubSpot } from '../support/hubspot/server';
import { hasRecordings, readRecording, replay } from '../support/recorded';
import { orgWith, recordId } from '../support/salesforce/org';
import { startSalesforce } from '../support/salesforce/server';

if (!hasRecordings) console.log('Skipped: the recorded answers are not beside this project.');

const open: Array<{ close(): Promise<void> }> = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((server) => server.close()));
});

const SETTINGS: CrmSettings = {
	fields: {},
	moreFields: [],
	mrrPeriod: 'month',
	renewalFromDeals: false,
	ownerFrom: 'accountOwner',
	healthDays: 7,
	needsParent: false,
	today: '2026-11-23',
	now: Date.parse('2026-11-23T12:00:00Z'),
};

async function salesforceOn(url: string) {
	const session = { instanceUrl: url, accessToken: 'good-token' };
	const sessions = { open: async () => session, renew: async () => session };
	return await connectSalesforce(sessions, startDeadline(10_000));
}

function hubSpotOn(url: string) {
	const send: HubSpotSend = async ({ method, url: asked, body }) => {
		const response = await fetch(asked.replace('https://api.hubapi.com', url), {
			method,
			headers: { Authorization: 'Bearer good-token' },
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		return {
			status: response.status,
			headers: Object.fromEntries(response.headers),
			body: await response.json(),
		};
	};
	return hubSpotClient(send, url, startDeadline(10_000));
}

async function replaying(...names: string[]) {
	const server = await replay(names.map(readRecording));
	open.push(server);
	return server;
}

/** The keys of an answer at every level, lists by their first entry. */
function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
	if (typeof value !== 'object' || value === null) return 'value';
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

describe.skipIf(!hasRecordings)('recorded Salesforce answers', () => {
	it('are read as records', async () => {
		const client = await salesforceOn(
			(await replaying('salesforce.query-two.200', 'salesforce.query-empty.200')).url,
		);
		expect(await client.queryEach(['SELECT Id FROM Account'])).toMatchObject([
			[{ Id: '0014S000007NxgWQAS' }, {}],
		]);
		expect(await client.queryEach(['SELECT Id FROM Account'])).toEqual([[]]);
	});

	it('describe an org without person accounts and with one currency', async () => {
		const client = await salesforceOn((await replaying('salesforce.describe-account.200')).url);
		expect(await readOrgFeatures(client)).toEqual({ personAccounts: false, multiCurrency: false });
	});

	it('that refuse a call are refusals, never empty answers', async () => {
		const client = await salesforceOn((await replaying('salesforce.record-missing.404')).url);
		await expect(client.queryEach(['SELECT Id FROM Account'])).rejects.toMatchObject({
			code: 'NOT_FOUND',
		});
	});

	it('have the shape and content type of the answers of the stand-in', async () => {
		const account = { Id: recordId('001', 1), Custom_External_ID__c: '1id' };
		const standIn = await startSalesforce(
			orgWith(
				{ accounts: [account], contacts: [{ Email: 'a@b.example', account }] },
				{ Custom_External_ID__c: { type: 'string' } },
			),
		);
		open.push(standIn);
		for (const name of [
			'salesforce.query-hit.200',
			'salesforce.query-two.200',
			'salesforce.query-empty.200',
			'salesforce.record-missing.404',
		]) {
			const { request, response } = readRecording(name);
			const soql = request.query?.q
				?.replace('additivebrian@demo.com', 'a@b.example')
				.replace('AccountNumber', 'Name');
			const path = new URL(request.url).pathname;
			const answer = await fetch(
				`${standIn.url}${path}${soql ? `?q=${encodeURIComponent(soql)}` : ''}`,
				{
					headers: { Authorization: 'Bearer good-token' },
				},
			);
			expect([name, answer.status, answer.headers.get('content-type')]).toEqual([
				name,
				response.status,
				response.headers['Content-Type'],
			]);
			expect([name, shapeOf(await answer.json())]).toEqual([name, shapeOf(response.body)]);
		}
	});
});

describe.skipIf(!hasRecordings)('recorded HubSpot answers', () => {
	it('name the companies of a domain', async () => {
		const client = hubSpotOn((await replaying('hubspot.company-search-by-domain.200')).url);
		const source = hubSpotSource(
			client,
			SETTINGS,
			async () => new Map(),
			() => false,
			() => {},
		);
		expect([...(await source.findByDomains(['samba.example.com', 'bossa.example.com']))]).toEqual([
			['samba.example.com', ['7945028643']],
			['bossa.example.com', ['7945028644']],
		]);
	});

	it('are read where nothing was found', async () => {
		const client = hubSpotOn((await replaying('hubspot.contact-search-miss.200')).url);
		expect(await searchAll(client, 'contacts', {})).toEqual([]);
	});

	it('that ask to slow down are followed by another try', async () => {
		const server = await replaying(
			'hubspot.contact-search-secondly.429',
			'hubspot.contact-search-hit.200',
		);
		expect(await searchAll(hubSpotOn(server.url), 'contacts', {})).toMatchObject([
			{ id: '286101', properties: { email: 'grouparoo@demo.com', number_field: null } },
		]);
		expect(server.paths).toHaveLength(2);
	});

	it('have the shape of the answers of the stand-in', async () => {
		const standIn = await startHubSpot({
			contacts: [],
			companies: [{ id: '1', properties: { domain: 'bossa.example.com' } }],
			deals: [],
			owners: [],
			companyProperties: {},
		});
		open.push(standIn);
		const { request, response } = readRecording('hubspot.company-search-by-domain.200');
		const answer = await fetch(`${standIn.url}/crm/v3/objects/companies/search`, {
			method: 'POST',
			headers: { Authorization: 'Bearer good-token' },
			body: JSON.stringify(request.body),
		});
		const recorded = shapeOf(response.body) as {
			results: Array<{ properties: Record<string, unknown> }>;
		};
		// HubSpot adds its own date of the last change, which nothing here reads.
		for (const { properties } of recorded.results) delete properties.hs_lastmodifieddate;
		expect(shapeOf(await answer.json())).toEqual(recorded);
	});
});
