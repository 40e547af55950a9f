import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createCaches } from '../../nodes/AccountLookup/crmCaches';
import { collectAccounts } from '../../nodes/AccountLookup/crmLookup';
import type { CrmSettings } from '../../nodes/AccountLookup/crmSettings';
import { getTextFields } from '../../nodes/AccountLookup/fieldPickers';
import {
	hubSpotClient,
	type HubSpotClient,
	type HubSpotSend,
} from '../../nodes/AccountLookup/hubspot/client';
import { findByDomains } from '../../nodes/AccountLookup/hubspot/domains';
import { readOwners } from '../../nodes/AccountLookup/hubspot/owners';
import { hubSpotSource } from '../../nodes/AccountLookup/hubspot/source';
import { matchAccount, type HealthReading } from '../../nodes/core/account';
import type { TicketOrganization } from '../../nodes/core/item/types';
import { startDeadline } from '../../nodes/shared/deadline';
import {
	problem,
	startHubSpot,
	type HubSpotAccount,
	type HubSpotStandIn,
	type Properties,
	type StandInObject,
} from '../support/hubspot/server';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const SETTINGS: CrmSettings = {
	fields: { mrr: 'mrr', renewal: 'renewal_date' },
	moreFields: [],
	mrrPeriod: 'month',
	renewalFromDeals: false,
	ownerFrom: 'accountOwner',
	healthDays: 7,
	needsParent: false,
	today: '2026-11-23',
	now: NOW,
};
const CUSTOM = { mrr: 'number', renewal_date: 'date', health: 'number' };
const OWNERS = [
	{ id: '71', email: 'Maria@us.example', firstName: 'Maria', lastName: 'Silva', archived: false },
	{ id: '72', email: 'gone@us.example', firstName: 'Gone', lastName: '', archived: true },
];

const company = (
	id: string,
	properties: Properties,
	more: Partial<StandInObject> = {},
): StandInObject => ({
	id,
	properties: { hubspot_owner_id: '71', ...properties },
	...more,
});
const contact = (
	id: string,
	email: string,
	companies: string[],
	primary?: string,
): StandInObject => ({
	id,
	properties: { email },
	associations: { companies },
	primary,
});
const acme = company('501', {
	name: 'Acme',
	domain: 'acme.com',
	mrr: '2400.5',
	renewal_date: '2026-12-24',
	health: '58',
});
const beta = company('502', {
	name: 'Beta',
	domain: 'beta.co.uk',
	hs_additional_domains: 'beta.io;getbeta.com',
});

const open: HubSpotStandIn[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((standIn) => standIn.close()));
});

async function start(account: Partial<HubSpotAccount>): Promise<HubSpotStandIn> {
	const standIn = await startHubSpot({
		contacts: [],
		companies: [],
		deals: [],
		owners: OWNERS,
		companyProperties: CUSTOM,
		...account,
	});
	open.push(standIn);
	return standIn;
}

/** Sends as n8n's helper does, to the stand-in instead of HubSpot. */
function sendTo(standIn: HubSpotStandIn, token = 'good-token'): HubSpotSend {
	return async ({ method, url, body, qs }) => {
		const target = new URL(url.replace('https://api.hubapi.com', standIn.url));
		for (const [name, value] of Object.entries(qs ?? {}))
			target.searchParams.set(name, String(value));
		const response = await fetch(target, {
			method,
			headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		return {
			status: response.status,
			headers: Object.fromEntries(response.headers),
			body: await response.json(),
		};
	};
}

/** HubSpot's search of companies for any of some values, without a server. */
function inMemory(companies: Properties[]): HubSpotClient {
	const all = companies.map((properties, index) => ({ id: String(index), properties }));
	const refuse = async () => {
		throw new Error('only searches are played here');
	};
	return {
		get: refuse,
		post: refuse,
		search: async (_, { filterGroups }) => {
			const filters = (filterGroups as Array<{ filters: Array<SearchFilter> }>).flatMap(
				(group) => group.filters,
			);
			const results = all.filter(({ properties }) =>
				filters.some(({ propertyName, values }) =>
					(properties[propertyName] ?? '')
						.toLowerCase()
						.split(';')
						.some((text) => values.includes(text)),
				),
			);
			return { total: results.length, results };
		},
	};
}

interface SearchFilter {
	propertyName: string;
	values: string[];
}

interface LookupOptions {
	/** What the helpdesk knows of the organization of a requester. */
	organizations?: Map<unknown, { organization: TicketOrganization }>;
	settings?: Partial<CrmSettings>;
	caches?: ReturnType<typeof createCaches>;
	healthLog?: Map<string, HealthReading[]>;
	timeoutMs?: number;
	send?: HubSpotSend;
	problems?: string[];
}

async function lookUp(standIn: HubSpotStandIn, emails: unknown[], options: LookupOptions = {}) {
	const requesters = emails.map((email) => ({ email, ...options.organizations?.get(email) }));
	const settings = { ...SETTINGS, ...options.settings };
	const caches = options.caches ?? createCaches(10);
	const client = hubSpotClient(
		options.send ?? sendTo(standIn),
		standIn.url,
		startDeadline(options.timeoutMs ?? 20_000),
	);
	const index = await collectAccounts(requesters, {
		source: hubSpotSource(
			client,
			settings,
			async (ids) => await readOwners(client, ids),
			(id) => caches.accounts.holds(id),
			(problem) => options.problems?.push(problem),
		),
		caches,
		aliases: [],
		healthLog: options.healthLog ?? new Map(),
		healthDays: settings.healthDays,
		now: NOW,
		options: {},
	});
	return requesters.map(({ email, organization }) => matchAccount(email, index, {}, organization));
}

/** A contact as HubSpot keeps one, with its primary company among its properties. */
const employee = (
	id: string,
	email: string,
	primary: string,
	more: Properties = {},
): StandInObject => ({
	id,
	properties: { email, associatedcompanyid: primary, ...more },
	associations: { companies: [primary] },
	primary,
});

describe('HubSpot, by contact and domain', () => {
	it('reads the primary company of the contact, with owner and facts', async () => {
		const standIn = await start({
			companies: [acme, beta],
			contacts: [contact('1', 'jane@acme.com', ['502', '501'], '501')],
		});
		expect(await lookUp(standIn, ['"Jane" <Jane@ACME.com>'])).toEqual([
			{
				status: 'matched',
				matchedBy: 'contact',
				certainty: 'exact',
				id: '501',
				name: 'Acme',
				mrr: 2400.5,
				renewalDate: '2026-12-24',
				owner: { name: 'Maria Silva', email: 'maria@us.example' },
				missing: ['healthScore', 'healthChange'],
			},
		]);
	});

	it('calls several companies without a primary one ambiguous', async () => {
		const standIn = await start({
			companies: [acme, beta],
			contacts: [contact('1', 'x@gmail.com', ['501', '502'])],
		});
		expect(await lookUp(standIn, ['x@gmail.com'])).toMatchObject([
			{ status: 'ambiguous', candidates: [{ id: '501' }, { id: '502' }] },
		]);
	});

	it('takes the only company where none is primary', async () => {
		const standIn = await start({
			companies: [acme],
			contacts: [contact('1', 'x@gmail.com', ['501'])],
		});
		expect(await lookUp(standIn, ['x@gmail.com'])).toMatchObject([
			{ status: 'matched', id: '501' },
		]);
	});

	it('asks for no associations where the contact itself names its primary company', async () => {
		const named = contact('1', 'x@gmail.com', ['501', '502'], '501');
		named.properties.associatedcompanyid = '501';
		const standIn = await start({ companies: [acme, beta], contacts: [named] });
		expect(await lookUp(standIn, ['x@gmail.com'])).toMatchObject([{ id: '501' }]);
		expect(standIn.calls.some((call) => call.includes('associations'))).toBe(false);
	});

	it('goes on to other companies, then to the domain, where the primary one is gone', async () => {
		const gone = (id: string, email: string, companies: string[], primary?: string) => {
			const one = contact(id, email, companies, primary);
			one.properties.associatedcompanyid = '999';
			return one;
		};
		const contacts = [
			gone('1', 'other@gmail.com', ['502']),
			gone('2', 'merged@gmail.com', ['999', '501', '502'], '501'),
			gone('3', 'left@acme.com', []),
			gone('4', 'linked@acme.com', ['998', '999'], '998'),
			gone('5', 'nobody@gmail.com', ['998']),
		];
		const standIn = await start({ companies: [acme, beta], contacts });
		const emails = contacts.map(({ properties }) => properties.email);
		const problems: string[] = [];
		expect(await lookUp(standIn, emails, { problems })).toMatchObject([
			{ status: 'matched', matchedBy: 'contact', id: '502', name: 'Beta' },
			{ status: 'matched', matchedBy: 'contact', id: '501', mrr: 2400.5 },
			{ status: 'matched', matchedBy: 'domain', id: '501', mrr: 2400.5 },
			{ status: 'matched', matchedBy: 'domain', id: '501' },
			{ status: 'personal-domain' },
		]);
		expect(new Set(problems)).toEqual(
			new Set(['The HubSpot company 999 of a contact is deleted, or hidden from the credential']),
		);
	});

	it('reads each company once, though it is looked at for contacts first', async () => {
		const one = contact('1', 'x@gmail.com', [], '501');
		one.properties.associatedcompanyid = '501';
		const standIn = await start({ companies: [acme], contacts: [one] });
		const settings = { fields: { health: 'health' } };
		await lookUp(standIn, ['x@gmail.com'], { settings });
		expect(standIn.calls.filter((call) => call.includes('companies/batch'))).toHaveLength(1);
	});

	it('knows a contact by an additional address', async () => {
		const one = contact('1', 'jane@acme.com', ['501'], '501');
		one.properties.hs_additional_emails = 'jane@gmail.com;j@home.example';
		const standIn = await start({ companies: [acme], contacts: [one] });
		expect(await lookUp(standIn, ['jane@gmail.com'])).toMatchObject([
			{ matchedBy: 'contact', id: '501' },
		]);
	});

	it('finds companies by domain, additional domains and subdomains, and no neighbours', async () => {
		const www = company('503', { name: 'Www', domain: 'www.www-corp.com' });
		const standIn = await start({ companies: [acme, beta, www] });
		const found = await lookUp(standIn, [
			'a@acme.com',
			'a@mail.beta.co.uk',
			'a@beta.io',
			'a@getbeta.com',
			'a@www-corp.com',
			'a@other.co.uk',
			'a@gmail.com',
		]);
		expect(found.map(({ status, id }) => id ?? status)).toEqual([
			'501',
			'502',
			'502',
			'502',
			'503',
			'unmatched',
			'personal-domain',
		]);
	});

	it('finds companies filed under a subdomain of the requester, and not by a hundred labels', async () => {
		const uk = company('504', { name: 'UK', domain: 'eu.corp.co.uk' });
		const standIn = await start({ companies: [uk] });
		const found = await lookUp(standIn, [
			'x@mail.eu.corp.co.uk',
			`x@${'a.'.repeat(100)}stranger.example`,
		]);
		expect(found).toMatchObject([{ id: '504', matchedBy: 'domain' }, { status: 'unmatched' }]);
		// One for what they may be filed under, and one for what is filed below the stranger's.
		expect(standIn.calls.filter((call) => call.includes('companies/search'))).toHaveLength(2);
	});

	it('finds for each host what it finds for the host alone', async () => {
		const names = [
			'acme.com',
			'shop.acme.com',
			'eu.shop.acme.com',
			'other.example',
			'www.acme.com',
		];
		const spelling = fc.constantFrom(...names, 'http://acme.com', 'ACME.com', 'münchen.de');
		const companies = fc.array(
			fc.record({
				domain: fc.option(spelling),
				hs_additional_domains: fc.array(spelling, { maxLength: 2 }).map((all) => all.join(';')),
			}),
			{ maxLength: 6 },
		);
		const hosts = fc.uniqueArray(fc.constantFrom(...names, 'xn--mnchen-3ya.de'), { minLength: 2 });
		await fc.assert(
			fc.asyncProperty(companies, hosts, async (all, asked) => {
				const client = inMemory(all);
				const find = async (some: string[]) => await findByDomains(client, [], some, () => {});
				const together = await find(asked);
				for (const host of asked) {
					expect([host, together.get(host)]).toEqual([host, (await find([host])).get(host)]);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('prefers the company of a domain to those that list it besides their own', async () => {
		const hosts = ['acme.com', 'mail.acme.com'];
		const lists = company('505', { name: 'Lists', hs_additional_domains: hosts.join(';') });
		const standIn = await start({ companies: [acme, lists] });
		const client = hubSpotClient(sendTo(standIn), standIn.url, startDeadline(20_000));
		const found = await findByDomains(client, ['domain', 'hs_additional_domains'], hosts, () => {});
		expect([...found]).toEqual([
			['acme.com', ['501']],
			['mail.acme.com', ['505', '501']],
		]);
	});

	it('names the domain that too many companies have', async () => {
		const standIn = await start({
			companies: [
				acme,
				...Array.from({ length: 2001 }, (_, index) =>
					company(String(1000 + index), { domain: 'builder.example' }),
				),
			],
		});
		await expect(lookUp(standIn, ['x@acme.com', 'x@builder.example'])).rejects.toMatchObject({
			message: 'More than 2,000 HubSpot companies have the domain "builder.example"',
			description: expect.stringContaining('"More Personal Domains"'),
		});
	});

	it('takes an address that HubSpot refuses for no contact, and reads all others', async () => {
		const companies = Array.from({ length: 120 }, (_, index) =>
			company(String(1000 + index), { name: `C${index}`, domain: `c${index}.example` }),
		);
		const contacts = companies.map(({ id }, index) => ({
			...contact(String(index), `p${index}@gmail.com`, [id], id),
		}));
		const malformed = ['odd..one@c7.example', 'odd.@gmail.com'];
		const standIn = await start({ companies, contacts, malformedEmails: malformed });
		const emails = [...contacts.map(({ properties }) => properties.email), ...malformed];
		const found = await lookUp(standIn, emails);
		expect(found.slice(0, 120).map(({ id }) => id)).toEqual(companies.map(({ id }) => id));
		expect(found.slice(120)).toMatchObject([
			{ matchedBy: 'domain', id: '1007' },
			{ status: 'personal-domain' },
		]);
	});

	it('does the same where HubSpot refuses only the address, within the batch', async () => {
		const known = contact('1', 'jane@acme.com', ['501'], '501');
		const standIn = await start({ companies: [acme], contacts: [known] });
		const send = sendTo(standIn);
		const refusing: HubSpotSend = async (options) => {
			const answer = await send(options);
			if (!JSON.stringify(options.body ?? {}).includes('odd.@gmail.com')) return answer;
			const errors = [problem('VALIDATION_ERROR', 'odd.@gmail.com is no email address')];
			return { ...answer, status: 207, body: { ...(answer.body as object), errors } };
		};
		const emails = ['jane@acme.com', 'odd.@gmail.com'];
		expect(await lookUp(standIn, emails, { send: refusing })).toMatchObject([
			{ matchedBy: 'contact', id: '501' },
			{ status: 'personal-domain' },
		]);
	});

	it('sends no address that is none', async () => {
		const standIn = await start({ companies: [acme] });
		const hostile = [
			undefined,
			'nobody',
			'a@acme.com\n',
			'"\\"@x',
			`${'a'.repeat(10_000)}@acme.com`,
			"' OR 1=1",
		];
		const found = await lookUp(standIn, hostile);
		expect(found.map(({ status }) => status)).toEqual([
			'unmatched',
			'unmatched',
			'matched',
			'unmatched',
			'unmatched',
			'unmatched',
		]);
	});
});

describe('HubSpot facts', () => {
	it('leaves empty properties absent, never zero', async () => {
		const empty = company('503', {
			name: 'Empty',
			domain: 'empty.example',
			mrr: '',
			renewal_date: null,
			hubspot_owner_id: null,
		});
		const standIn = await start({ companies: [empty] });
		const [found] = await lookUp(standIn, ['x@empty.example']);
		expect(found?.missing).toEqual(['mrr', 'renewalDate', 'healthScore', 'healthChange', 'owner']);
		expect(found).not.toHaveProperty('mrr');
	});

	it('reads dates that come as Unix time', async () => {
		const one = company('503', { name: 'A', domain: 'a1.example', renewal_date: '1798070400000' });
		const standIn = await start({ companies: [one] });
		expect(await lookUp(standIn, ['x@a1.example'])).toMatchObject([{ renewalDate: '2026-12-24' }]);
	});

	it('tells the change of the health score from its history', async () => {
		const tracked = company(
			'503',
			{ name: 'A', domain: 'a1.example', health: '58' },
			{
				history: {
					health: [
						{ value: '58', timestamp: '2026-11-21T08:00:00.000Z' },
						{ value: '65', timestamp: '2026-11-18T08:00:00.000Z' },
						{ value: '72', timestamp: '2026-10-01T08:00:00.000Z' },
					],
				},
			},
		);
		const standIn = await start({ companies: [tracked] });
		const settings = { fields: { health: 'health' } };
		expect(await lookUp(standIn, ['x@a1.example'], { settings })).toMatchObject([
			{ healthScore: 58, healthChange: { points: -14, days: 7 } },
		]);
	});

	it('takes the nearest open deal of a pipeline for the renewal', async () => {
		const deal = (
			id: string,
			closedate: string,
			closed: string,
			pipeline: string,
		): StandInObject => ({
			id,
			properties: { closedate, hs_is_closed: closed, pipeline },
		});
		const standIn = await start({
			companies: [{ ...acme, associations: { deals: ['1', '2', '3', '4'] } }],
			deals: [
				deal('1', '2026-11-30T00:00:00Z', 'true', 'renewals'),
				deal('2', '2026-12-05T00:00:00Z', 'false', 'sales'),
				deal('3', '2027-02-01T00:00:00Z', 'false', 'renewals'),
				deal('4', '2026-10-01T00:00:00Z', 'false', 'renewals'),
			],
		});
		const renewal = async (dealGroup?: string) => {
			const settings = { renewalFromDeals: true, dealGroup };
			return (await lookUp(standIn, ['x@acme.com'], { settings }))[0]?.renewalDate;
		};
		expect(await renewal()).toBe('2026-12-05');
		expect(await renewal('renewals')).toBe('2027-02-01');
	});

	it('adds up open or won deals of a pipeline for the MRR', async () => {
		const deal = (
			id: string,
			hs_mrr: string | null,
			state: 'open' | 'won' | 'lost',
			pipeline: string,
		): StandInObject => ({
			id,
			properties: {
				hs_mrr,
				pipeline,
				deal_currency_code: 'EUR',
				closedate: '2027-02-01T00:00:00Z',
				hs_is_closed: String(state !== 'open'),
				hs_is_closed_won: String(state === 'won'),
			},
		});
		const standIn = await start({
			companies: [
				{ ...acme, associations: { deals: ['1', '2', '3', '4', '5', '6'] } },
				{ ...beta, associations: { deals: ['6'] } },
			],
			deals: [
				deal('1', '1000', 'won', 'contracts'),
				deal('2', '200.5', 'won', 'contracts'),
				deal('3', null, 'won', 'contracts'),
				deal('4', '40', 'won', 'projects'),
				deal('5', '7', 'open', 'contracts'),
				deal('6', '9000', 'lost', 'contracts'),
			],
		});
		const mrr = async (mrrFromDeals: 'open' | 'won', mrrDealGroup?: string) => {
			const settings = { mrrFromDeals, mrrDealGroup, fields: { dealMrr: 'hs_mrr' } };
			return await lookUp(standIn, ['x@acme.com', 'x@beta.io'], { settings });
		};
		expect(await mrr('won', 'contracts')).toMatchObject([{ mrr: 1200.5, currency: 'EUR' }, {}]);
		expect((await mrr('won', 'contracts'))[1]).not.toHaveProperty('mrr');
		expect(await mrr('won')).toMatchObject([{ mrr: 1240.5 }, {}]);
		expect(await mrr('open')).toMatchObject([{ mrr: 7 }, {}]);
	});

	it('reads more won deals than one search may bring, and says which company has too many', async () => {
		const won = (id: string): StandInObject => ({
			id,
			properties: { hs_mrr: '1', hs_is_closed: 'true', hs_is_closed_won: 'true' },
		});
		const idsFrom = (first: number, count: number) =>
			Array.from({ length: count }, (_, index) => String(first + index));
		const standIn = await start({
			companies: [
				{ ...acme, associations: { deals: idsFrom(10_000, 1200) } },
				{ ...beta, associations: { deals: idsFrom(20_000, 900) } },
				company(
					'503',
					{ domain: 'c1.example' },
					{ associations: { deals: idsFrom(30_000, 2001) } },
				),
			],
			deals: [...idsFrom(10_000, 1200), ...idsFrom(20_000, 900), ...idsFrom(30_000, 2001)].map(won),
		});
		const problems: string[] = [];
		const settings = { mrrFromDeals: 'won' as const, fields: { dealMrr: 'hs_mrr' } };
		const found = await lookUp(standIn, ['x@acme.com', 'x@beta.io', 'x@c1.example'], {
			settings,
			problems,
		});
		expect(found).toMatchObject([{ mrr: 1200 }, { mrr: 900 }, { status: 'matched' }]);
		expect(found[2]).not.toHaveProperty('mrr');
		expect(problems).toEqual([
			'Company 503 has more than 2,000 deals, so that nothing was read from them. Choose a pipeline under "MRR Record Type or Pipeline Name or ID"',
		]);
	});

	it('names the picker of a pipeline that is gone, and not of one that is empty', async () => {
		const standIn = await start({
			companies: [{ ...acme, associations: { deals: ['1'] } }],
			deals: [{ id: '1', properties: { hs_is_closed: 'false', pipeline: 'sales' } }],
			pipelines: [{ id: 'renewals', label: 'Renewals' }],
		});
		const problemsOf = async (dealGroup: string) => {
			const problems: string[] = [];
			const settings = { renewalFromDeals: true, dealGroup };
			await lookUp(standIn, ['x@acme.com'], { settings, problems });
			return problems;
		};
		expect(await problemsOf('renewals')).toEqual([]);
		expect(await problemsOf('deleted')).toEqual([
			expect.stringMatching(
				/no deal pipeline with the ID "deleted".*"Renewal Record Type or Pipeline Name or ID"/,
			),
		]);
		standIn.faults.push({ match: /pipelines/, status: 403, body: problem('X', 'no') });
		expect(await problemsOf('deleted')).toEqual([]);
	});

	it('reads MRR and renewal from the same deals by the same calls', async () => {
		const standIn = await start({
			companies: [{ ...acme, associations: { deals: ['1'] } }],
			deals: [
				{
					id: '1',
					properties: { hs_mrr: '5', closedate: '2027-02-01T00:00:00Z', hs_is_closed: 'false' },
				},
			],
		});
		const settings = {
			renewalFromDeals: true,
			mrrFromDeals: 'open' as const,
			fields: { dealMrr: 'hs_mrr' },
		};
		expect(await lookUp(standIn, ['x@acme.com'], { settings })).toMatchObject([
			{ mrr: 5, renewalDate: '2027-02-01' },
		]);
		expect(standIn.calls.filter((call) => call.includes('deals'))).toHaveLength(2);
	});

	it('names the picker of an amount that deals do not have', async () => {
		const standIn = await start({
			companies: [{ ...acme, associations: { deals: ['1'] } }],
			deals: [{ id: '1', properties: { hs_is_closed: 'false' } }],
			dealProperties: { closedate: 'datetime' },
		});
		const settings = { mrrFromDeals: 'open' as const, fields: { dealMrr: 'gone' } };
		await expect(lookUp(standIn, ['x@acme.com'], { settings })).rejects.toMatchObject({
			message: 'HubSpot deals have no property "gone"',
			description: 'Choose another one under "Amount Field Name or ID"',
		});
	});

	it('gives an account of a deactivated owner none, and says whose it was', async () => {
		const orphan = company('503', { name: 'A', domain: 'a1.example', hubspot_owner_id: '72' });
		const standIn = await start({ companies: [orphan] });
		const [found] = await lookUp(standIn, ['x@a1.example']);
		expect(found?.inactiveOwner).toEqual({ name: 'Gone', email: 'gone@us.example' });
		expect(found).not.toHaveProperty('owner');
		expect(found?.missing).toContain('owner');
	});

	it('takes an owner whom HubSpot does not know any more for a deactivated one', async () => {
		const orphan = company('503', { name: 'A', domain: 'a1.example', hubspot_owner_id: '73' });
		const standIn = await start({ companies: [orphan] });
		const [found] = await lookUp(standIn, ['x@a1.example']);
		expect(found?.inactiveOwner).toEqual({ name: 'HubSpot owner 73' });
		expect(found).not.toHaveProperty('owner');
	});

	it('reads the owner from another owner property or from text', async () => {
		const one = company('503', {
			name: 'A',
			domain: 'a1.example',
			csm: '71',
			csm_mail: 'CS@us.example',
			hubspot_owner_id: null,
		});
		const standIn = await start({
			companies: [one],
			companyProperties: { csm: 'enumeration', csm_mail: 'string' },
		});
		const owner = async (ownerFrom: 'user' | 'email', field: string) => {
			const settings = { ownerFrom, fields: { owner: field } };
			return (await lookUp(standIn, ['x@a1.example'], { settings }))[0]?.owner;
		};
		expect(await owner('user', 'csm')).toEqual({ name: 'Maria Silva', email: 'maria@us.example' });
		expect(await owner('email', 'csm_mail')).toEqual({ email: 'cs@us.example' });
	});

	it('names the picker of a property that companies do not have', async () => {
		const standIn = await start({ companies: [acme] });
		await expect(
			lookUp(standIn, ['x@acme.com'], { settings: { fields: { mrr: 'monthly' } } }),
		).rejects.toMatchObject({
			message: 'HubSpot companies have no property "monthly"',
			description: 'Choose another one under "MRR Field Name or ID"',
		});
	});
});

describe('HubSpot, contacts by an address they do not show', () => {
	const hidden = (count: number) =>
		Array.from({ length: count }, (_, index) =>
			employee(`${900 + index}`, `person${index}@acme.com`, '501', {
				hs_additional_emails: `person${index}@home.example`,
			}),
		);

	it('takes the one contact left over for the one address left over, without a further call', async () => {
		const contacts = hidden(1);
		const standIn = await start({ contacts, companies: [acme], hidesAdditionalEmails: true });
		expect(await lookUp(standIn, ['person0@home.example'])).toMatchObject([
			{ status: 'matched', matchedBy: 'contact', id: '501' },
		]);
		expect(standIn.calls.filter((call) => call.includes('contacts/batch'))).toHaveLength(1);
	});

	it('finds out which address is whose among many', async () => {
		const contacts = [...hidden(2), employee('950', 'known@acme.com', '501')];
		const standIn = await start({ contacts, companies: [acme], hidesAdditionalEmails: true });
		const strangers = Array.from({ length: 5 }, (_, index) => `x${index}@gmail.com`);
		const found = await lookUp(standIn, [
			...strangers,
			'person1@home.example',
			'known@acme.com',
			'person0@home.example',
		]);
		expect(found.slice(0, 5).map(({ status }) => status)).toEqual(
			strangers.map(() => 'personal-domain'),
		);
		expect(found.slice(5)).toMatchObject([{ id: '501' }, { id: '501' }, { id: '501' }]);
	});

	it('gives up after a few calls, and says what to do', async () => {
		const contacts = hidden(20);
		const standIn = await start({ contacts, companies: [acme], hidesAdditionalEmails: true });
		const problems: string[] = [];
		const asked = contacts.map((_, index) => `person${index}@home.example`);
		await lookUp(standIn, asked, { problems });
		const reads = standIn.calls.filter((call) => call.includes('contacts/batch'));
		expect(reads.length).toBeLessThanOrEqual(9);
		expect(problems).toEqual([expect.stringMatching(/read access to the contact property/)]);
	});
});

describe('HubSpot, organizations of the helpdesk', () => {
	const of = (email: string, organization: TicketOrganization) => ({
		organizations: new Map([[email, { organization }]]),
	});
	const settings = { fields: { organization: 'zendesk_id' } };
	const custom = { ...CUSTOM, zendesk_id: 'string' };
	const named = company('503', { name: 'Globex', domain: 'globex.com', zendesk_id: 'ORG-4711' });

	it.each<[string, TicketOrganization, string]>([
		['the external ID that is the company ID', { externalId: '501' }, '501'],
		['the ID that a company names', { id: 'ORG-4711' }, '503'],
		['the external ID that a company names', { id: '9', externalId: 'ORG-4711' }, '503'],
		['a domain', { domains: ['beta.co.uk'] }, '502'],
	])('are found by %s', async (_, organization, id) => {
		const companies = [acme, beta, named];
		const standIn = await start({ companies, companyProperties: custom });
		const email = 'eva@gmail.com';
		expect(await lookUp(standIn, [email], { settings, ...of(email, organization) })).toMatchObject([
			{ status: 'matched', matchedBy: 'organization', id },
		]);
	});

	it('cost no call where a contact tells, and none where nobody chose a property', async () => {
		const contacts = [employee('1', 'jane@acme.com', '501')];
		const standIn = await start({ contacts, companies: [acme, named], companyProperties: custom });
		const known = of('jane@acme.com', { id: 'ORG-4711' });
		expect(await lookUp(standIn, ['jane@acme.com'], { ...known, settings })).toMatchObject([
			{ id: '501' },
		]);
		expect(standIn.searches).toEqual([]);
		const other = of('x@gmail.com', { id: 'ORG-4711' });
		expect(await lookUp(standIn, ['x@gmail.com'], other)).toMatchObject([
			{ status: 'personal-domain' },
		]);
		expect(standIn.searches).toEqual([]);
	});

	it('name the picker of a property that cannot be searched', async () => {
		const standIn = await start({ companies: [named], companyProperties: custom });
		standIn.faults.push({
			match: /companies\/search/,
			status: 400,
			body: problem('VALIDATION_ERROR', 'There was a problem: no property zendesk_id exists'),
		});
		const known = { settings, ...of('x@gmail.com', { id: '1' }) };
		await expect(lookUp(standIn, ['x@gmail.com'], known)).rejects.toMatchObject({
			message: 'HubSpot companies cannot be searched by the property "zendesk_id"',
			description: expect.stringMatching(/under "Organization Field Name or ID"/),
		});
	});
});

describe('HubSpot, who else writes from a domain', () => {
	const nameless = company('601', { name: 'Wonka' });

	it('names the company of two contacts there, and of no other', async () => {
		const contacts = [
			employee('1', 'bob@wonka.example', '601'),
			employee('2', 'eva@wonka.example', '601'),
			employee('3', 'joe@mixed.example', '601'),
			employee('4', 'jim@mixed.example', '601'),
			employee('5', 'zoe@mixed.example', '501'),
			employee('6', 'one@single.example', '601'),
		];
		const standIn = await start({ contacts, companies: [acme, nameless] });
		const found = await lookUp(standIn, [
			'mia@wonka.example',
			'mia@shop.wonka.example',
			'mia@mixed.example',
			'mia@single.example',
		]);
		expect(found).toMatchObject([
			{ id: '601', matchedBy: 'domain', reason: expect.stringMatching(/wonka\.example$/) },
			{ id: '601', matchedBy: 'domain' },
			{ status: 'unmatched' },
			{ status: 'unmatched' },
		]);
	});

	it('finds a company filed under another host of the domain by any contact there', async () => {
		const filed = company('602', { name: 'Shop', domain: 'shop.wonka.example' });
		const contacts = [employee('1', 'bob@wonka.example', '602')];
		const standIn = await start({ contacts, companies: [filed] });
		const [found] = await lookUp(standIn, ['jane@wonka.example']);
		expect(found).toMatchObject({ id: '602', matchedBy: 'domain' });
		expect(found).not.toHaveProperty('reason');
	});

	it('finds a company filed under another host of the domain that nobody is a contact of', async () => {
		const filed = [
			company('602', { name: 'Shop', domain: 'shop.wonka.example' }),
			company('603', { name: 'Neighbour', domain: 'shop.notwonka.example' }),
			company('604', { name: 'North', domain: 'north.slugworth.example' }),
			company('605', { name: 'South', domain: 'south.slugworth.example' }),
			company('606', { name: 'Blog', domain: 'acme.github.io' }),
		];
		const standIn = await start({ companies: filed });
		expect(
			await lookUp(standIn, [
				'jane@wonka.example',
				'jane@mail.wonka.example',
				'jane@slugworth.example',
				'jane@beta.github.io',
			]),
		).toMatchObject([
			{ status: 'matched', matchedBy: 'domain', certainty: 'likely', id: '602' },
			{ status: 'matched', id: '602' },
			{ status: 'ambiguous' },
			{ status: 'unmatched' },
		]);
		// Whom contacts tell is not asked for.
		const contacts = [
			employee('1', 'bob@wonka.example', '601'),
			employee('2', 'eva@wonka.example', '601'),
		];
		const told = await start({ contacts, companies: [nameless, ...filed] });
		expect(await lookUp(told, ['jane@wonka.example'])).toMatchObject([{ id: '601' }]);
		// Nor is a burst slowed down by strangers: they go to Review, as others do.
		const before = standIn.searches.length;
		const many = Array.from({ length: 6 }, (_, index) => `mia@s${index}.example`);
		await lookUp(standIn, many);
		expect(standIn.searches.length - before).toBe(2);
	});

	it('says nothing of a mail service, and asks nothing about it', async () => {
		const contacts = ['a', 'b'].map((name, id) => employee(`${id}`, `${name}@hispeed.ch`, '601'));
		const standIn = await start({ contacts, companies: [nameless] });
		expect(await lookUp(standIn, ['mia@hispeed.ch'])).toMatchObject([
			{ status: 'personal-domain' },
		]);
		expect(standIn.searches).toEqual([]);
	});

	it('takes no own company for a customer', async () => {
		const own = company('603', { name: 'Us', domain: 'us.example' });
		const contacts = ['a', 'b'].map((name, id) => employee(`${id}`, `${name}@us.example`, '501'));
		const standIn = await start({ contacts, companies: [own, acme] });
		expect(await lookUp(standIn, ['agent@us.example'])).toMatchObject([
			{ status: 'unmatched', reason: expect.stringMatching(/is a colleague/) },
		]);
	});

	it('claims a domain of the free-mail list for the one company that is filed under it', async () => {
		const claims = company('604', { name: 'Clerk', domain: 'clerk.com' });
		const auto = company('605', { name: 'Auto', domain: 'sunrise.ch' });
		const standIn = await start({ companies: [claims, auto] });
		expect(await lookUp(standIn, ['mia@clerk.com', 'mia@sunrise.ch'])).toMatchObject([
			{ id: '604' },
			{ status: 'personal-domain' },
		]);
	});
});

describe('HubSpot, few calls', () => {
	/**
	 * With health history, MRR and renewals from deals, for which HubSpot's batches are smallest. Each of three
	 * things costs a call more: an owner who was deactivated, a contact that names no primary company, MRR from
	 * other deals than the renewals (one or two).
	 */
	const mixes = [
		{ calls: 13, contacts: 300 },
		{ calls: 14, contacts: 300, unnamed: true },
		{ calls: 14, contacts: 300, deactivated: true },
		{ calls: 16, contacts: 270, strangers: 30 },
		{ calls: 15, contacts: 200, byDomain: 100 },
		{ calls: 15, contacts: 150, byDomain: 150 },
		{ calls: 16, contacts: 150, byDomain: 100, strangers: 50, length: 16 },
		{ calls: 15, byDomain: 300, length: 13 },
		{ calls: 14, strangers: 300 },
		{ calls: 8, byDomain: 300, plain: true },
		{ calls: 10, byDomain: 300, length: 45, plain: true },
		// What HubSpot's limits do not allow in 15 calls.
		{ calls: 17, contacts: 150, byDomain: 100, strangers: 50 },
		{ calls: 17, byDomain: 300 },
		{ calls: 19, byDomain: 300, length: 45 },
		{ calls: 20, strangers: 300, length: 45 },
	];
	it.each(mixes.map((mix) => [JSON.stringify(mix), mix] as const))(
		'makes 1,000 tickets of 300 requesters in few calls: %s',
		async (_, mix) => {
			const { contacts: people = 0, byDomain = 0, strangers = 0, length = 26 } = mix;
			// IDs and custom names as long as HubSpot makes them, so that searches have to be split.
			const field = 'monthly_recurring_revenue_of_the_contract';
			const hostOf = (index: number) => `c${String(index).padStart(length - 9, '0')}.example`;
			const companies = Array.from({ length: people + byDomain }, (_company, index) =>
				company(
					String(10_000_000_000 + index),
					{
						name: `C${index}`,
						domain: hostOf(index),
						mrr: '10',
						health: '50',
						renewal_date: '2027-01-01',
						hubspot_owner_id: mix.deactivated && index === 0 ? '72' : '71',
					},
					{
						history: { health: [{ value: '60', timestamp: '2026-01-01T00:00:00Z' }] },
						associations: { deals: [String(index)] },
					},
				),
			);
			const deals = companies.map((_deal, index) => ({
				id: String(index),
				properties: { closedate: '2027-01-01', hs_is_closed: 'false', [field]: '10' },
			}));
			const contacts = companies.slice(0, people).map(({ id }, index) => {
				const one = contact(String(index), `person@${hostOf(index)}`, [id], id);
				if (!mix.unnamed) one.properties.associatedcompanyid = id;
				return one;
			});
			const standIn = await start({ companies, deals, contacts });
			const all = people + byDomain + strangers;
			const tickets = Array.from({ length: 1000 }, (_ticket, index) =>
				index % all < people ? `person@${hostOf(index % all)}` : `nobody@${hostOf(index % all)}`,
			);
			const found = await lookUp(standIn, tickets, {
				settings: mix.plain
					? {}
					: {
							fields: { dealMrr: field, health: 'health' },
							mrrFromDeals: 'open',
							renewalFromDeals: true,
						},
			});
			const facts = { status: 'matched', mrr: 10, renewalDate: '2027-01-01' };
			for (const [index, account] of found.entries()) {
				const isKnown = index % all < people + byDomain;
				expect(account).toMatchObject(isKnown ? facts : { status: 'unmatched' });
				if (isKnown && !mix.plain) expect(account).toHaveProperty('healthChange.points', -10);
			}
			expect(standIn.calls.length).toBe(mix.calls);
		},
	);

	it('keeps every search below the length HubSpot takes', async () => {
		const standIn = await start({});
		const emails = Array.from(
			{ length: 60 },
			(_, index) => `x@${'bücher'.repeat(8)}-${index}.example`,
		);
		const found = await lookUp(standIn, emails);
		expect(found.every(({ status }) => status === 'unmatched')).toBe(true);
		const asked = JSON.stringify(standIn.searches);
		for (let index = 0; index < 60; index += 1) expect(asked).toContain(`-${index}.example"`);
	});

	it('asks nothing a second time while the answer is fresh', async () => {
		const standIn = await start({ companies: [acme] });
		const caches = createCaches(10);
		await lookUp(standIn, ['x@acme.com', 'x@stranger.example'], { caches });
		const before = standIn.calls.length;
		await lookUp(standIn, ['x@acme.com', 'x@stranger.example'], { caches });
		expect(standIn.calls.length).toBe(before);
	});
});

describe('HubSpot, faults', () => {
	const secondly = problem('RATE_LIMITS', 'You have reached your secondly limit.');

	it('tries again without Retry-After, as in the recorded answer', async () => {
		const standIn = await start({ companies: [acme] });
		standIn.faults.push({ match: /search/, status: 429, body: secondly, times: 1 });
		expect(await lookUp(standIn, ['x@acme.com'])).toMatchObject([{ id: '501' }]);
	});

	it('does not wait longer than the time-out allows', async () => {
		const standIn = await start({ companies: [acme] });
		standIn.faults.push({
			match: /search/,
			status: 429,
			body: secondly,
			headers: { 'Retry-After': '3600' },
		});
		await expect(lookUp(standIn, ['x@acme.com'])).rejects.toThrow(/too many requests/);
	});

	it('says in plain words that the daily limit is used up, without trying again', async () => {
		const standIn = await start({ companies: [acme] });
		standIn.faults.push({
			match: /batch/,
			status: 429,
			body: {
				...problem('RATE_LIMITS', 'You have reached your daily limit.'),
				policyName: 'DAILY',
			},
		});
		await expect(lookUp(standIn, ['x@acme.com'])).rejects.toThrow(/API calls for today/);
		expect(standIn.calls).toHaveLength(1);
	});

	it.each([
		[401, /did not accept the credential/],
		[403, /lacks a permission/],
		[400, /refused the call \(400\)/],
	])('explains status %d', async (status, words) => {
		const standIn = await start({ companies: [acme] });
		standIn.faults.push({ match: /batch/, status, body: problem('X', 'said so') });
		await expect(lookUp(standIn, ['x@acme.com'])).rejects.toMatchObject({
			message: expect.stringMatching(words),
			description: expect.stringMatching(/said so/),
		});
	});

	it('takes a 403 that is no answer of HubSpot for what it is: something on the way', async () => {
		const standIn = await start({ companies: [acme] });
		standIn.faults.push({ match: /batch/, status: 403, body: '"Blocked"' });
		await expect(lookUp(standIn, ['x@acme.com'])).rejects.toThrow('HubSpot could not be reached');
	});

	it('fails, and never says unmatched, when the search is down', async () => {
		const standIn = await start({ companies: [acme] });
		standIn.faults.push({
			match: /search/,
			status: 503,
			body: problem('X', 'down'),
			headers: { 'Retry-After': '0' },
		});
		await expect(lookUp(standIn, ['x@acme.com'])).rejects.toThrow(/problem of its own/);
	});

	it.each([
		['contacts', /contacts.batch/, 'HubSpot could not read some of the contacts just now'],
		['companies', /companies.batch/, 'HubSpot could not read some of the companies just now'],
		['deals', /companies.deals.batch/, 'HubSpot could not read some of the deals just now'],
	])('fails where a batch read leaves out some %s for a fault', async (_, match, message) => {
		const known = contact('1', 'x@acme.com', ['501'], '501');
		known.properties.associatedcompanyid = '501';
		const standIn = await start({ companies: [acme], contacts: [known] });
		standIn.faults.push({
			match,
			status: 207,
			body: {
				status: 'COMPLETE',
				results: [],
				numErrors: 2,
				errors: [
					problem('OBJECT_NOT_FOUND', 'Could not get some objects'),
					problem('INTERNAL_ERROR', 'There was a problem with the request.'),
				],
			},
		});
		await expect(
			lookUp(standIn, ['x@acme.com'], { settings: { renewalFromDeals: true } }),
		).rejects.toMatchObject({
			message,
			description: 'Try again later. HubSpot said: There was a problem with the request.',
		});
	});

	it('takes an answer that only says there is none for what it is', async () => {
		const standIn = await start({ companies: [acme] });
		const none = problem('OBJECT_NOT_FOUND', 'No company is associated with contact 1.');
		const subCategory = 'crm.associations.NO_ASSOCIATIONS_FOUND';
		standIn.faults.push({
			match: /batch/,
			status: 207,
			body: { status: 'COMPLETE', results: [], numErrors: 1, errors: [{ ...none, subCategory }] },
		});
		expect(await lookUp(standIn, ['x@acme.com'])).toMatchObject([{ matchedBy: 'domain' }]);
	});

	it('tells in one message of a picker what happened and what to do', async () => {
		const standIn = await start({});
		const parameters: Record<string, string> = {
			source: 'hubspot',
			hubspotAuthentication: 'hubspotAppToken',
		};
		const send = sendTo(standIn, 'bad-token');
		const context = {
			getNode: () => ({ name: 'Account Lookup', type: 'accountLookup' }),
			getCurrentNodeParameter: (name: string) => parameters[name],
			helpers: {
				httpRequestWithAuthentication: async (
					_type: string,
					options: Parameters<HubSpotSend>[0],
				) => {
					const { status, ...answer } = await send(options);
					return { statusCode: status, ...answer };
				},
			},
		};
		await expect(getTextFields.call(context as never)).rejects.toMatchObject({
			message: expect.stringMatching(
				/^HubSpot did not accept the credential. Open the HubSpot credential and connect it again/,
			),
		});
	});

	it('stops waiting for a server that hangs', async () => {
		const standIn = await start({ companies: [acme] });
		standIn.faults.push({ match: /batch/, wire: 'hang' });
		await expect(lookUp(standIn, ['x@acme.com'], { timeoutMs: 1000 })).rejects.toThrow(
			/did not answer within 1 second$/,
		);
	});

	it('takes an answer without results for a fault', async () => {
		const standIn = await start({ companies: [acme] });
		standIn.faults.push({ match: /batch/, status: 200, body: {} });
		await expect(lookUp(standIn, ['x@acme.com'])).rejects.toThrow(/other than results/);
	});

	it('says that HubSpot could not be reached', async () => {
		const standIn = await start({});
		const send: HubSpotSend = async () => {
			throw Object.assign(new Error('getaddrinfo ENOTFOUND api.hubapi.com'), { code: 'ENOTFOUND' });
		};
		await expect(lookUp(standIn, ['x@acme.com'], { send })).rejects.toThrow(/could not be reached/);
	});
});
