import { afterEach, describe, expect, it } from 'vitest';
import { CrmError } from '../../nodes/AccountLookup/crmError';
import { createCaches } from '../../nodes/AccountLookup/crmCaches';
import { collectAccounts } from '../../nodes/AccountLookup/crmLookup';
import type { CrmSettings } from '../../nodes/AccountLookup/crmSettings';
import { getDealGroups, getTextFields } from '../../nodes/AccountLookup/fieldPickers';
import { connectSalesforce } from '../../nodes/AccountLookup/salesforce/client';
import { longRecordId } from '../../nodes/AccountLookup/salesforce/recordId';
import type { SessionProvider } from '../../nodes/AccountLookup/salesforce/session';
import { readOrgFeatures, salesforceSource } from '../../nodes/AccountLookup/salesforce/source';
import {
	matchAccount,
	type AliasRow,
	type HealthReading,
	type MatchOptions,
} from '../../nodes/core/account';
import type { TicketOrganization } from '../../nodes/core/item/types';
import { startDeadline } from '../../nodes/shared/deadline';
import { orgWith, recordId, STANDARD_FIELDS } from '../support/salesforce/org';
import {
	startSalesforce,
	type Row,
	type SalesforceOrg,
	type SalesforceStandIn,
} from '../support/salesforce/server';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const SETTINGS: CrmSettings = {
	fields: { mrr: 'MRR__c', renewal: 'Renewal__c', health: 'Health__c' },
	moreFields: [],
	mrrPeriod: 'month',
	renewalFromDeals: false,
	ownerFrom: 'accountOwner',
	healthDays: 7,
	needsParent: false,
	today: '2026-11-23',
	now: NOW,
};
const CUSTOM = {
	MRR__c: { type: 'currency' },
	Renewal__c: { type: 'date' },
	Health__c: { type: 'double' },
};

const maria = {
	Id: recordId('005', 1),
	Name: 'Maria Silva',
	Email: 'Maria@us.example',
	IsActive: true,
};
const account = (number: number, values: Row): Row => ({
	Id: recordId('001', number),
	Website: null,
	ParentId: null,
	OwnerId: maria.Id,
	Owner: maria,
	...values,
});
const acme = account(1, {
	Name: "Acme's \\ Co",
	Website: 'https://www.acme.com/start',
	MRR__c: 2400.5,
	Renewal__c: '2026-12-24',
	Health__c: 58,
});
const beta = account(2, {
	Name: 'Beta',
	Website: 'beta.co.uk',
	MRR__c: null,
	Renewal__c: null,
	Health__c: null,
});

const open: SalesforceStandIn[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((standIn) => standIn.close()));
});

async function start(org: SalesforceOrg): Promise<SalesforceStandIn> {
	const standIn = await startSalesforce(org);
	open.push(standIn);
	return standIn;
}

interface LookupOptions {
	/** What the helpdesk knows of the organization of a requester. */
	organizations?: Map<unknown, { organization: TicketOrganization }>;
	settings?: Partial<CrmSettings>;
	sessions?: SessionProvider;
	caches?: ReturnType<typeof createCaches>;
	aliases?: AliasRow[];
	healthLog?: Map<string, HealthReading[]>;
	timeoutMs?: number;
	problems?: string[];
	match?: MatchOptions;
}

async function lookUp(standIn: SalesforceStandIn, emails: unknown[], options: LookupOptions = {}) {
	const requesters = emails.map((email) => ({ email, ...options.organizations?.get(email) }));
	const settings = { ...SETTINGS, ...options.settings };
	const session = { instanceUrl: standIn.url, accessToken: 'good-token' };
	const sessions = options.sessions ?? { open: async () => session, renew: async () => session };
	const client = await connectSalesforce(sessions, startDeadline(options.timeoutMs ?? 20_000));
	let features: ReturnType<typeof readOrgFeatures> | undefined;
	const index = await collectAccounts(requesters, {
		source: salesforceSource(
			client,
			settings,
			async () => await (features ??= readOrgFeatures(client)),
			(problem) => options.problems?.push(problem),
		),
		caches: options.caches ?? createCaches(10),
		aliases: options.aliases ?? [],
		healthLog: options.healthLog ?? new Map(),
		healthDays: settings.healthDays,
		now: NOW,
		options: options.match ?? {},
	});
	return requesters.map(({ email, organization }) =>
		matchAccount(email, index, options.match, organization),
	);
}

describe('Salesforce, by contact and domain', () => {
	it('reads account, owner and facts along with the contact', async () => {
		const standIn = await start(
			orgWith({ accounts: [acme], contacts: [{ Email: 'Jane@Acme.com', account: acme }] }, CUSTOM),
		);
		expect(await lookUp(standIn, ['jane@acme.com'])).toEqual([
			{
				status: 'matched',
				matchedBy: 'contact',
				certainty: 'exact',
				id: acme.Id,
				name: "Acme's \\ Co",
				mrr: 2400.5,
				renewalDate: '2026-12-24',
				healthScore: 58,
				owner: { name: 'Maria Silva', email: 'maria@us.example' },
				url: `${standIn.url}/${String(acme.Id)}`,
				missing: ['healthChange'],
			},
		]);
	});

	it('compares websites as hosts, not as pieces of text', async () => {
		const lookalike = account(3, { Name: 'Not Acme', Website: 'http://notacme.com' });
		const mention = account(4, { Name: 'Reseller', Website: 'reseller.io/partners/acme.com' });
		const standIn = await start(orgWith({ accounts: [acme, beta, lookalike, mention] }, CUSTOM));
		const found = await lookUp(standIn, [
			'new@mail.acme.com',
			'x@beta.co.uk',
			'y@other.co.uk',
			'z@me.com',
		]);
		expect(found.map(({ status, id }) => [status, id])).toEqual([
			['matched', acme.Id],
			['matched', beta.Id],
			['unmatched', undefined],
			['personal-domain', undefined],
		]);
	});

	it('leaves facts the org does not know absent and lists them', async () => {
		const standIn = await start(orgWith({ accounts: [beta] }, CUSTOM));
		const [found] = await lookUp(standIn, ['x@beta.co.uk']);
		expect(found).not.toHaveProperty('mrr');
		expect(found).not.toHaveProperty('healthScore');
		expect(found?.missing).toEqual(['mrr', 'renewalDate', 'healthScore', 'healthChange']);
	});

	it('works in an org without any of the custom fields', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }));
		const [found] = await lookUp(standIn, ['x@acme.com'], { settings: { fields: {} } });
		expect(found).toMatchObject({ status: 'matched', id: acme.Id, owner: { name: 'Maria Silva' } });
	});

	it('asks for a contact, then a converted lead, then a person account', async () => {
		const person = account(5, { Name: 'Pat', PersonEmail: 'pat@gmail.com', IsPersonAccount: true });
		const org = orgWith(
			{
				accounts: [acme, person],
				leads: [{ Email: 'LEAD@gmail.com', IsConverted: true, ConvertedAccountId: acme.Id }],
			},
			{ ...CUSTOM, IsPersonAccount: { type: 'boolean' }, PersonEmail: { type: 'email' } },
		);
		const standIn = await start(org);
		const found = await lookUp(standIn, ['lead@gmail.com', 'pat@gmail.com']);
		expect(found).toMatchObject([
			{ status: 'matched', matchedBy: 'contact', id: acme.Id, mrr: 2400.5 },
			{ status: 'matched', matchedBy: 'contact', id: person.Id },
		]);
	});

	it('goes on to the next kind of person, then to the domain, where an account cannot be read', async () => {
		const hidden = recordId('001', 77);
		const org = orgWith(
			{
				accounts: [acme, beta],
				leads: [
					{ Email: 'gone@acme.com', IsConverted: true, ConvertedAccountId: hidden },
					{ Email: 'both@beta.co.uk', IsConverted: true, ConvertedAccountId: acme.Id },
					{ Email: 'lost@gmail.com', IsConverted: true, ConvertedAccountId: hidden },
				],
			},
			CUSTOM,
		);
		org.objects.Contact = [
			{ Id: recordId('003', 1), Email: 'both@beta.co.uk', AccountId: hidden, Account: null },
		];
		const problems: string[] = [];
		const emails = ['gone@acme.com', 'both@beta.co.uk', 'lost@gmail.com'];
		expect(await lookUp(await start(org), emails, { problems })).toMatchObject([
			{ status: 'matched', matchedBy: 'domain', id: acme.Id, mrr: 2400.5 },
			{ status: 'matched', matchedBy: 'contact', id: acme.Id, mrr: 2400.5 },
			{ status: 'personal-domain' },
		]);
		expect(problems).toEqual([
			`The Salesforce account ${hidden} of a contact or converted lead is deleted, or hidden from the connected user`,
		]);
	});

	it('calls two contacts of one address in two accounts ambiguous', async () => {
		const standIn = await start(
			orgWith(
				{
					accounts: [acme, beta],
					contacts: [acme, beta].map((one) => ({ Email: 'shared@consult.example', account: one })),
				},
				CUSTOM,
			),
		);
		expect(await lookUp(standIn, ['shared@consult.example'])).toMatchObject([
			{ status: 'ambiguous', candidates: [{ id: acme.Id }, { id: beta.Id }] },
		]);
	});

	it('reads the account an address was attached to, and does not fail on a stale or odd ID', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		const aliases = [
			{ address: 'home@gmail.com', accountId: String(acme.Id) },
			{ address: 'odd@gmail.com', accountId: "x' OR Name != '" },
		];
		expect(await lookUp(standIn, ['home@gmail.com', 'odd@gmail.com'], { aliases })).toMatchObject([
			{ status: 'matched', matchedBy: 'alias', id: acme.Id },
			{ status: 'unmatched', reason: expect.stringMatching(/not among the known accounts/) },
		]);
	});

	it('finds Unicode domains in either spelling', async () => {
		const unicode = account(6, { Name: 'München', Website: 'https://münchen.de' });
		const punycode = account(7, { Name: 'Köln', Website: 'xn--kln-sna.de' });
		const standIn = await start(orgWith({ accounts: [unicode, punycode] }, CUSTOM));
		const found = await lookUp(standIn, ['a@xn--mnchen-3ya.de', 'b@köln.de']);
		expect(found.map(({ id }) => id)).toEqual([unicode.Id, punycode.Id]);
	});
});

describe('Salesforce IDs that people wrote down', () => {
	it('are taken in their short form, too', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		const aliases = [{ address: 'home@gmail.com', accountId: String(acme.Id).slice(0, 15) }];
		expect(await lookUp(standIn, ['home@gmail.com'], { aliases })).toMatchObject([
			{ matchedBy: 'alias', id: acme.Id },
		]);
	});

	it('are not even asked for when they can be none', async () => {
		const standIn = await start(orgWith({ accounts: [acme, beta] }, CUSTOM));
		const aliases = [
			{ address: 'home@gmail.com', accountId: String(acme.Id) },
			{ address: 'work@gmail.com', accountId: String(beta.Id) },
			{ address: 'bad@gmail.com', accountId: '00XbadXbadXbadXXX1' },
		];
		const emails = aliases.map(({ address }) => address);
		expect(await lookUp(standIn, emails, { aliases })).toMatchObject([
			{ status: 'matched', id: acme.Id },
			{ status: 'matched', id: beta.Id },
			{ status: 'unmatched' },
		]);
		expect(standIn.queries.filter((soql) => soql.includes('WHERE Id IN'))).toHaveLength(1);
	});

	it('do not keep others from being read when Salesforce refuses one', async () => {
		const standIn = await start(orgWith({ accounts: [acme, beta] }, CUSTOM));
		const refused = recordId('001', 99);
		const body = [
			{
				errorCode: 'INVALID_QUERY_FILTER_OPERATOR',
				message: `\nWHERE Id IN ('${String(acme.Id)}')\n^\ninvalid ID field: ${refused}`,
			},
		];
		standIn.faults.push({ match: new RegExp(refused), status: 400, body });
		const aliases = [
			{ address: 'home@gmail.com', accountId: String(acme.Id) },
			{ address: 'work@gmail.com', accountId: String(beta.Id) },
			{ address: 'bad@gmail.com', accountId: refused },
		];
		const emails = aliases.map(({ address }) => address);
		expect(await lookUp(standIn, emails, { aliases })).toMatchObject([
			{ status: 'matched', id: acme.Id },
			{ status: 'matched', id: beta.Id },
			{ status: 'unmatched' },
		]);
		expect(standIn.calls).toHaveLength(6);
	});

	it.each([
		['0014S000007NxgW', '0014S000007NxgWQAS'],
		['0034S000005YJVl', '0034S000005YJVlQAO'],
		['0014S000007NxgWQAS', '0014S000007NxgWQAS'],
		// A spreadsheet that lost the case.
		['0014s000007nxgwqas', '0014S000007NxgWQAS'],
		['not an id', 'not an id'],
		['00XbadXbadXbadXXX1', '00XbadXbadXbadXXX1'],
	])('%s is written %s by the API', (short, long) => {
		expect(longRecordId(short)).toBe(long);
	});
});

describe('Salesforce, websites as people type them', () => {
	const facts = { MRR__c: null, Renewal__c: null, Health__c: null };

	it.each([
		'http://https://www.hooli.io',
		'https://https://hooli.io',
		'http//www.hooli.io',
		'http:/hooli.io',
		'"hooli.io"',
		'<hooli.io>',
		'(hooli.io)',
		'hooli.io|hooli.de',
		'other.example|hooli.io',
		'other.example; hooli.io',
		'*.hooli.io',
		'[hooli.io](https://hooli.io)',
		'<a href="http://hooli.io">Hooli</a>',
		'HOOLI.IO:443/home',
	])('%s is found', async (Website) => {
		const hooli = account(7, { Name: 'Hooli', Website, ...facts });
		const neighbour = account(8, { Name: 'Other', Website: 'myhooli.io', ...facts });
		const standIn = await start(orgWith({ accounts: [neighbour, hooli] }, CUSTOM));
		expect(await lookUp(standIn, ['mia@hooli.io', 'mia@xhooli.io'])).toMatchObject([
			{ status: 'matched', id: hooli.Id },
			{ status: 'unmatched' },
		]);
	});
});

describe('Salesforce, organizations of the helpdesk', () => {
	const of = (email: string, organization: TicketOrganization) => ({
		organizations: new Map([[email, { organization }]]),
	});
	const settings = { fields: { ...SETTINGS.fields, organization: 'Zendesk_Id__c' } };
	const custom = { ...CUSTOM, Zendesk_Id__c: { type: 'string' } };
	const named = account(3, {
		Name: 'Globex',
		Website: 'globex.com',
		MRR__c: 10,
		Renewal__c: null,
		Health__c: null,
		Zendesk_Id__c: '4711',
	});
	const org = () =>
		orgWith(
			{
				accounts: [{ ...acme, Zendesk_Id__c: null }, { ...beta, Zendesk_Id__c: null }, named],
			},
			custom,
		);

	it.each<[string, TicketOrganization, unknown]>([
		['the external ID that is the account ID', { externalId: String(acme.Id) }, acme.Id],
		['its 15 characters', { externalId: String(acme.Id).slice(0, 15) }, acme.Id],
		['the ID that an account names', { id: '4711' }, named.Id],
		['the external ID that an account names', { id: '9', externalId: '4711' }, named.Id],
		['a domain', { domains: ['beta.co.uk'] }, beta.Id],
	])('are found by %s', async (_, organization, id) => {
		const standIn = await start(org());
		const email = 'eva@gmail.com';
		expect(await lookUp(standIn, [email], { settings, ...of(email, organization) })).toMatchObject([
			{ status: 'matched', matchedBy: 'organization', id },
		]);
	});

	it('send no ID that is no account’s, which Salesforce would refuse the query for', async () => {
		const standIn = await start(org());
		for (const externalId of ['ACMECORPORATION', recordId('003', 1), "x' OR Id != '", '7']) {
			const email = `${externalId.length}@gmail.com`;
			expect(
				await lookUp(standIn, [email], { settings, ...of(email, { externalId }) }),
			).toMatchObject([{ status: 'personal-domain' }]);
		}
		expect(standIn.queries.filter((soql) => soql.includes('WHERE Id IN'))).toEqual([]);
	});

	it('name the picker of a field that Salesforce does not know', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		const email = 'eva@gmail.com';
		await expect(
			lookUp(standIn, [email], { settings, ...of(email, { id: '1' }) }),
		).rejects.toMatchObject({
			description: expect.stringMatching(/under "Organization Field Name or ID"/),
		});
	});
});

describe('Salesforce, who else writes from a domain', () => {
	const nameless = account(5, { Name: 'Wonka', MRR__c: 5, Renewal__c: null, Health__c: null });

	it('names the account of two contacts there, and of no other', async () => {
		const contacts = [
			{ Email: 'bob@wonka.example', account: nameless },
			{ Email: 'Eva@EU.wonka.example', account: nameless },
			{ Email: 'joe@mixed.example', account: nameless },
			{ Email: 'jim@mixed.example', account: nameless },
			{ Email: 'zoe@mixed.example', account: acme },
			{ Email: 'same@single.example', account: nameless },
			{ Email: 'SAME@single.example', account: nameless },
			{ Email: 'bob@notwonka.example', account: acme },
		];
		const standIn = await start(orgWith({ accounts: [acme, nameless], contacts }, CUSTOM));
		const found = await lookUp(standIn, [
			'mia@wonka.example',
			'mia@shop.wonka.example',
			'mia@mixed.example',
			'mia@single.example',
		]);
		expect(found).toMatchObject([
			{ id: nameless.Id, matchedBy: 'domain', mrr: 5 },
			{ id: nameless.Id, matchedBy: 'domain', reason: expect.stringMatching(/of no other/) },
			{ status: 'unmatched' },
			{ status: 'unmatched' },
		]);
	});

	it('asks nothing about mail services, nor where an account has the domain', async () => {
		const contacts = [{ Email: 'bob@telus.net', account: nameless }];
		const standIn = await start(orgWith({ accounts: [acme, nameless], contacts }, CUSTOM));
		expect(await lookUp(standIn, ['mia@telus.net', 'mia@acme.com'])).toMatchObject([
			{ status: 'personal-domain' },
			{ id: acme.Id },
		]);
		expect(standIn.queries.filter((soql) => soql.includes('Email LIKE'))).toEqual([]);
	});

	it('names nobody where Salesforce takes too long, says so, and fails where it is down', async () => {
		const contacts = ['bob', 'eva'].map((name) => ({
			Email: `${name}@wonka.example`,
			account: nameless,
		}));
		const standIn = await start(orgWith({ accounts: [nameless], contacts }, CUSTOM));
		const fail = (errorCode: string) => {
			const body = [{ errorCode, message: 'Your query request was running for too long.' }];
			standIn.faults.splice(0, Infinity, { match: /Contact.*LIKE/, status: 400, body });
		};
		const problems: string[] = [];
		fail('QUERY_TIMEOUT');
		expect(await lookUp(standIn, ['mia@wonka.example'], { problems })).toMatchObject([
			{ status: 'unmatched' },
		]);
		expect(problems).toEqual([expect.stringMatching(/took too long to search the contacts/)]);
		fail('INVALID_SESSION');
		await expect(lookUp(standIn, ['mia@wonka.example'])).rejects.toThrow();
	});

	it('takes no own company for a customer', async () => {
		const own = account(6, { Name: 'Us', Website: 'us.example', MRR__c: 1, Renewal__c: null });
		const standIn = await start(orgWith({ accounts: [{ ...own, Health__c: null }] }, CUSTOM));
		expect(await lookUp(standIn, ['agent@us.example'])).toMatchObject([
			{ status: 'unmatched', reason: expect.stringMatching(/is a colleague/) },
		]);
	});
});

describe('Salesforce facts', () => {
	it('reads a yearly amount as a twelfth, in the currency of the record', async () => {
		const record = account(1, {
			Name: 'A',
			Website: 'a1.example',
			ARR__c: 28_800,
			CurrencyIsoCode: 'EUR',
		});
		const standIn = await start(
			orgWith(
				{ accounts: [record] },
				{ ARR__c: { type: 'currency' }, CurrencyIsoCode: { type: 'picklist' } },
			),
		);
		const settings = {
			fields: { mrr: 'ARR__c' },
			mrrPeriod: 'year' as const,
			defaultCurrency: 'USD',
		};
		expect(await lookUp(standIn, ['x@a1.example'], { settings })).toMatchObject([
			{ mrr: 2400, currency: 'EUR' },
		]);
	});

	it('takes the nearest open opportunity for the renewal, of one record type if told', async () => {
		const renewal = recordId('012', 1);
		const opportunity = (CloseDate: string, IsClosed: boolean, RecordTypeId: string): Row => ({
			AccountId: acme.Id,
			CloseDate,
			IsClosed,
			RecordTypeId,
		});
		const standIn = await start(
			orgWith(
				{
					accounts: [acme],
					opportunities: [
						opportunity('2026-11-01', false, renewal),
						opportunity('2026-11-30', true, renewal),
						opportunity('2026-12-05', false, recordId('012', 2)),
						opportunity('2027-02-01', false, renewal),
					],
				},
				CUSTOM,
			),
		);
		const renewalDate = async (dealGroup?: string) => {
			const settings = { renewalFromDeals: true, dealGroup };
			const [found] = await lookUp(standIn, ['x@acme.com'], { settings });
			return found?.renewalDate;
		};
		expect(await renewalDate()).toBe('2026-12-05');
		expect(await renewalDate(renewal)).toBe('2027-02-01');
	});

	it('adds up open or won opportunities for the MRR, by the query of the renewals', async () => {
		const running = recordId('012', 1);
		const other = recordId('012', 2);
		const opportunity = (
			Amount: number | null,
			state: 'open' | 'won' | 'lost',
			RecordTypeId = running,
		): Row => ({
			AccountId: acme.Id,
			CloseDate: '2027-02-01',
			IsClosed: state !== 'open',
			IsWon: state === 'won',
			RecordTypeId,
			Amount,
		});
		const standIn = await start(
			orgWith(
				{
					accounts: [acme, beta],
					opportunities: [
						opportunity(12_000, 'won'),
						opportunity(600, 'won'),
						opportunity(null, 'won'),
						opportunity(2400, 'won', other),
						opportunity(120, 'open'),
						opportunity(99_999, 'lost'),
					],
				},
				CUSTOM,
			),
		);
		const find = async (settings: Partial<CrmSettings>) =>
			await lookUp(standIn, ['x@acme.com', 'x@beta.co.uk'], {
				settings: { mrrPeriod: 'year', fields: { dealMrr: 'Amount' }, ...settings },
			});
		const [first, second] = await find({ mrrFromDeals: 'won', mrrDealGroup: running });
		expect(first).toMatchObject({ mrr: 1050, missing: expect.not.arrayContaining(['mrr']) });
		expect(second).not.toHaveProperty('mrr');
		expect(second?.missing).toContain('mrr');
		expect(await find({ mrrFromDeals: 'won' })).toMatchObject([{ mrr: 1250 }, {}]);
		expect(await find({ mrrFromDeals: 'open' })).toMatchObject([{ mrr: 10 }, {}]);

		const [both] = await find({
			mrrFromDeals: 'won',
			mrrDealGroup: running.slice(0, 15),
			renewalFromDeals: true,
			dealGroup: other,
		});
		expect(both).toMatchObject({ mrr: 1050 });
		expect(both).not.toHaveProperty('renewalDate');
		// One query brings won and open ones, of either type: each fact takes only its own.
		expect(
			await find({ mrrFromDeals: 'won', mrrDealGroup: running, renewalFromDeals: true }),
		).toMatchObject([{ mrr: 1050, renewalDate: '2027-02-01' }, {}]);
		const [apart] = await find({
			mrrFromDeals: 'open',
			mrrDealGroup: running,
			renewalFromDeals: true,
			dealGroup: other,
		});
		expect(apart).toMatchObject({ mrr: 10 });
		expect(apart).not.toHaveProperty('renewalDate');
		const queries = standIn.queries.filter((soql) => soql.includes('Opportunity'));
		expect(queries).toHaveLength(6);
	});

	it('adds up no opportunities of different currencies', async () => {
		const opportunity = (Amount: number, CurrencyIsoCode: string): Row => ({
			AccountId: acme.Id,
			CloseDate: '2027-02-01',
			IsClosed: false,
			IsWon: false,
			Amount,
			CurrencyIsoCode,
		});
		const org = orgWith(
			{ accounts: [acme], opportunities: [opportunity(1, 'EUR'), opportunity(2, 'USD')] },
			{ ...CUSTOM, CurrencyIsoCode: { type: 'picklist' } },
		);
		org.fields.Opportunity = {
			...org.fields.Opportunity,
			CurrencyIsoCode: { type: 'picklist' },
		};
		const problems: string[] = [];
		const [found] = await lookUp(await start(org), ['x@acme.com'], {
			settings: { mrrFromDeals: 'open', fields: { dealMrr: 'Amount' } },
			problems,
		});
		expect(found).not.toHaveProperty('mrr');
		expect(problems).toEqual([expect.stringContaining('different currencies (EUR, USD)')]);
	});

	it('tells the change of a tracked health score over the window', async () => {
		const change = (day: string, OldValue: number | null, NewValue: number): Row => ({
			AccountId: acme.Id,
			Field: 'Health__c',
			OldValue,
			NewValue,
			CreatedDate: `2026-11-${day}T08:00:00.000+0000`,
		});
		const standIn = await start(
			orgWith(
				{
					accounts: [acme],
					history: [change('10', 90, 72), change('18', 72, 65), change('21', 65, 58)],
				},
				CUSTOM,
			),
		);
		const [found] = await lookUp(standIn, ['x@acme.com']);
		expect(found?.healthChange).toEqual({ points: -14, days: 7 });
	});

	it('falls back on logged scores where the field is not tracked, and to unknown without any', async () => {
		const org = orgWith({ accounts: [acme] }, CUSTOM);
		delete org.objects.AccountHistory;
		const standIn = await start(org);
		const healthLog = new Map([[String(acme.Id), [{ at: NOW - 8 * 86_400_000, score: 70 }]]]);
		expect(await lookUp(standIn, ['x@acme.com'], { healthLog })).toMatchObject([
			{ healthChange: { points: -12, days: 7 } },
		]);
		const [unknown] = await lookUp(standIn, ['x@acme.com']);
		expect(unknown).not.toHaveProperty('healthChange');
	});

	it('gives an account of a deactivated owner none, and says whose it was', async () => {
		const gone = { ...maria, IsActive: false };
		const record = account(1, { Name: 'A', Website: 'a1.example', Owner: gone });
		const standIn = await start(orgWith({ accounts: [record] }, CUSTOM));
		const [found] = await lookUp(standIn, ['x@a1.example']);
		expect(found?.inactiveOwner).toMatchObject({ name: 'Maria Silva' });
		expect(found).not.toHaveProperty('owner');
		expect(found?.missing).toContain('owner');
	});

	it.each([
		['another user field', 'user' as const, 'CSM__c', { name: 'Ann', email: 'ann@us.example' }],
		['a text field', 'email' as const, 'CSM_Email__c', { email: 'cs@us.example' }],
	])('reads the owner from %s', async (_, ownerFrom, owner, expected) => {
		const ann = { Id: recordId('005', 2), Name: 'Ann', Email: 'ann@us.example', IsActive: true };
		const record = account(1, {
			Name: 'A',
			Website: 'a1.example',
			CSM__c: ann.Id,
			CSM__r: ann,
			CSM_Email__c: 'CS@us.example',
		});
		const standIn = await start(
			orgWith(
				{ accounts: [record] },
				{
					CSM__c: { type: 'reference', referenceTo: ['User'], relationshipName: 'CSM__r' },
					CSM_Email__c: { type: 'email' },
				},
			),
		);
		const [found] = await lookUp(standIn, ['x@a1.example'], {
			settings: { ownerFrom, fields: { owner } },
		});
		expect(found?.owner).toEqual(expected);
	});

	it('reports values it cannot read and leaves them out', async () => {
		const record = account(1, {
			Name: 'A',
			Website: 'a1.example',
			Health__c: 'green',
			MRR__c: '1.2.3',
			Renewal__c: null,
		});
		const standIn = await start(orgWith({ accounts: [record] }, CUSTOM));
		const problems: string[] = [];
		const [found] = await lookUp(standIn, ['x@a1.example'], { problems });
		expect(found?.missing).toEqual(expect.arrayContaining(['mrr', 'healthScore']));
		expect(problems).toHaveLength(2);
	});
});

describe('Salesforce, few calls', () => {
	const many = (count: number) =>
		Array.from({ length: count }, (_, index) =>
			account(index + 10, {
				Name: `Account ${index}`,
				Website: `https://company-number-${index}.example`,
				MRR__c: index,
				Renewal__c: '2027-01-01',
				Health__c: 50,
			}),
		);

	it('needs at most 10 calls for 1,000 tickets of 300 requesters, with every extra asked for', async () => {
		const accounts = many(150);
		const contacts = accounts.map((one, index) => ({
			Email: `firstname.lastname@company-number-${index}.example`,
			account: one,
		}));
		const org = orgWith(
			{ accounts, contacts },
			{ ...CUSTOM, IsPersonAccount: { type: 'boolean' }, PersonEmail: { type: 'email' } },
		);
		const standIn = await start(org);
		const requesters = [
			...contacts.map(({ Email }) => Email),
			...accounts.slice(0, 100).map((_, index) => `someone.else@company-number-${index}.example`),
			...Array.from({ length: 50 }, (_, index) => `who@stranger-${index}.example`),
		];
		const tickets = Array.from(
			{ length: 1000 },
			(_, index) => requesters[index % requesters.length],
		);
		const found = await lookUp(standIn, tickets, { settings: { renewalFromDeals: true } });
		expect(found.filter(({ status }) => status === 'matched')).toHaveLength(850);
		expect(standIn.calls.length).toBeLessThanOrEqual(10);
	});

	/** As bad as it gets: long names, person accounts, health history, MRR and renewals from opportunities. */
	const mixes = [
		{ calls: 4, contacts: 300 },
		{ calls: 7, contacts: 200, byDomain: 100 },
		{ calls: 7, contacts: 150, byDomain: 150 },
		{ calls: 7, byDomain: 300 },
		{ calls: 7, byDomain: 300, length: 45 },
		{ calls: 7, byDomain: 300, length: 45, domainsField: true },
		{ calls: 7, byDomain: 300, length: 45, domainsField: true, plusTags: true },
		{ calls: 12, byDomain: 300, length: 13, domainsField: true, plusTags: true },
		{ calls: 8, contacts: 150, strangers: 150, length: 45, plusTags: true },
		{ calls: 6, strangers: 300, length: 45, plusTags: true },
	];
	it.each(mixes.map((mix) => [JSON.stringify(mix), mix] as const))(
		'makes 1,000 tickets of 300 requesters in at most 12 calls: %s',
		async (_, mix) => {
			const { contacts = 0, byDomain = 0, strangers = 0, length = 26 } = mix;
			const { plusTags, domainsField } = mix;
			const known = contacts + byDomain;
			const hostOf = (index: number) => `c${String(index).padStart(length - 9, '0')}.example`;
			const accounts: Row[] = many(known).map((one, index) => ({
				...one,
				Website: domainsField ? null : `https://www.${hostOf(index)}/about`,
				Hosts__c: `first.example, ${hostOf(index)}`,
			}));
			const org = orgWith(
				{
					accounts,
					contacts: accounts
						.slice(0, contacts)
						.map((one, index) => ({ Email: `firstname.lastname@${hostOf(index)}`, account: one })),
					opportunities: accounts.map(({ Id }) => ({
						AccountId: Id,
						CloseDate: '2027-02-01',
						IsClosed: false,
						IsWon: false,
						Amount: 10,
					})),
				},
				{
					...CUSTOM,
					Hosts__c: { type: 'textarea' },
					IsPersonAccount: { type: 'boolean' },
					PersonEmail: { type: 'email' },
				},
			);
			const standIn = await start(org);
			const tag = plusTags ? '+support' : '';
			const tickets = Array.from(
				{ length: 1000 },
				(_, index) => `firstname.lastname${tag}@${hostOf(index % (known + strangers))}`,
			);
			const found = await lookUp(standIn, tickets, {
				match: { plusAddressing: true },
				settings: {
					renewalFromDeals: true,
					mrrFromDeals: 'open',
					fields: {
						dealMrr: 'Amount',
						health: 'Health__c',
						...(domainsField && { domains: 'Hosts__c' }),
					},
				},
			});
			const matched = found.filter(({ mrr, renewalDate }) => mrr === 10 && renewalDate);
			const expected = tickets.filter((_, index) => index % (known + strangers) < known);
			expect(matched).toHaveLength(expected.length);
			expect(standIn.calls.length).toBeLessThanOrEqual(12);
			expect(standIn.calls.length).toBe(mix.calls);
		},
	);

	it('asks nothing a second time while the answer is fresh', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		const caches = createCaches(10);
		await lookUp(standIn, ['x@acme.com', 'x@stranger.example'], { caches });
		const before = standIn.queries.length;
		await lookUp(standIn, ['X@acme.com', 'x@stranger.example'], { caches });
		expect(standIn.queries.length).toBe(before);
	});

	it('makes one look-up of a burst from several executions at once', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		const caches = createCaches(10);
		await Promise.all(Array.from({ length: 5 }, () => lookUp(standIn, ['x@acme.com'], { caches })));
		expect(standIn.queries.filter((soql) => soql.includes('FROM Contact'))).toHaveLength(1);
		expect(standIn.queries.filter((soql) => soql.includes('Website LIKE'))).toHaveLength(1);
	});

	it('does not remember a failure', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		const caches = createCaches(10);
		standIn.faults.push({
			match: /Website LIKE/,
			status: 400,
			body: [{ errorCode: 'QUERY_TIMEOUT', message: 'too long' }],
			times: 1,
		});
		await expect(lookUp(standIn, ['x@acme.com'], { caches })).rejects.toThrow(/took too long/);
		expect(await lookUp(standIn, ['x@acme.com'], { caches })).toMatchObject([{ id: acme.Id }]);
	});

	it('reads all pages of an answer', async () => {
		const accounts = many(5).map((one) => ({ ...one, Website: 'shared.example' }));
		const standIn = await start(orgWith({ accounts }, CUSTOM));
		standIn.pageSize = 2;
		const [found] = await lookUp(standIn, ['x@shared.example']);
		expect(found?.candidates).toHaveLength(5);
	});

	it('looks for a short domain only where a host begins', async () => {
		const shorts = account(3, { Name: 'W', Website: 'https://w.co/x', Hosts__c: null });
		const listed = account(4, { Name: 'X', Website: null, Hosts__c: 'other.example; v.com' });
		const crowd = Array.from({ length: 300 }, (_, index) =>
			account(index + 10, { Name: 'Other', Website: `www.market-${index}w.com`, Hosts__c: null }),
		);
		const hosts = { ...CUSTOM, Hosts__c: { type: 'textarea' } };
		const standIn = await start(orgWith({ accounts: [...crowd, shorts, listed] }, hosts));
		standIn.pageSize = 20;
		const settings = { fields: { domains: 'Hosts__c' } };
		const found = await lookUp(standIn, ['a@w.co', 'b@v.com'], { settings });
		expect(found.map(({ id }) => id)).toEqual([shorts.Id, listed.Id]);
		expect(standIn.calls.filter((call) => call.includes('/query'))).toHaveLength(3);
	});

	it('does the same for a long one that turns up within others, and leaves the rest alone', async () => {
		const own = account(3, { Name: 'Consulting', Website: 'consulting.example' });
		const crowd = Array.from({ length: 250 }, (_, index) =>
			account(index + 10, { Name: 'Other', Website: `${index}consulting.example` }),
		);
		const standIn = await start(orgWith({ accounts: [...crowd, own, acme] }, CUSTOM));
		standIn.pageSize = 20;
		const found = await lookUp(standIn, ['a@consulting.example', 'b@acme.com']);
		expect(found.map(({ id }) => id)).toEqual([own.Id, acme.Id]);
	});

	it('names the domain that too many accounts really have', async () => {
		const crowd = Array.from({ length: 250 }, (_, index) =>
			account(index + 10, { Name: 'Shop', Website: `builder.example/shop-${index}` }),
		);
		const standIn = await start(orgWith({ accounts: [...crowd, acme] }, CUSTOM));
		standIn.pageSize = 20;
		await expect(
			lookUp(standIn, ['a@acme.com', 'b@builder.example', 'c@beta.co.uk']),
		).rejects.toMatchObject({
			message: 'Salesforce has too many accounts with the domain "builder.example" for a look-up',
			description: expect.stringContaining('"More Personal Domains"'),
		});
	});

	it('reads more opportunities than one query may bring, in halves', async () => {
		const accounts = many(40);
		const opportunities = accounts.flatMap(({ Id }) =>
			Array.from({ length: 8 }, () => ({
				AccountId: Id,
				CloseDate: '2027-02-01',
				IsClosed: true,
				IsWon: true,
				Amount: 1,
			})),
		);
		const standIn = await start(orgWith({ accounts, opportunities }, CUSTOM));
		standIn.pageSize = 20;
		const emails = accounts.map((_, index) => `x@company-number-${index}.example`);
		const found = await lookUp(standIn, emails, {
			settings: { mrrFromDeals: 'won', fields: { dealMrr: 'Amount' } },
		});
		expect(found.every(({ mrr }) => mrr === 8)).toBe(true);
	});

	it('sends several queries in one call, and asks alone for one that fails for a moment', async () => {
		const accounts = many(300);
		const standIn = await start(orgWith({ accounts }, CUSTOM));
		const emails = accounts.map((_, index) => `x@company-number-${index}.example`);
		await lookUp(standIn, emails);
		const composites = standIn.calls.filter((call) => call.startsWith('POST')).length;
		expect(composites).toBeGreaterThan(0);
		standIn.faults.push({
			match: /company-number-299/,
			status: 503,
			body: [{ errorCode: 'SERVER_UNAVAILABLE', message: 'busy' }],
			times: 1,
		});
		const found = await lookUp(standIn, emails);
		expect(found.every(({ status }) => status === 'matched')).toBe(true);
	});

	it('fails when one of several queries in a call is refused', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		standIn.faults.push({
			match: /LIKE '%company-number-299/,
			status: 403,
			body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }],
		});
		const emails = many(300).map((_, index) => `x@company-number-${index}.example`);
		await expect(lookUp(standIn, emails)).rejects.toThrow(/used up its API calls/);
	});

	it('keeps every URL below the limit of Salesforce', async () => {
		const standIn = await start(orgWith({}, CUSTOM));
		const emails = Array.from(
			{ length: 600 },
			(_, index) => `${'long'.repeat(12)}${index}@${'x'.repeat(40)}${index}.example`,
		);
		await lookUp(standIn, emails);
		for (const soql of standIn.queries)
			expect(encodeURIComponent(soql).length).toBeLessThan(16_000);
	});
});

describe('Salesforce, bad input', () => {
	it('sends no address that is none, and escapes what it sends', async () => {
		const standIn = await start(orgWith({ accounts: [acme, beta] }, CUSTOM));
		const hostile = [
			undefined,
			'',
			'no address',
			"x' OR Name LIKE '%@acme.com",
			"\\' OR Name LIKE '%",
			`"quoted ' \\ part"@unknown-one.example`,
			"o'brien@unknown-two.example",
			'line\nbreak@acme.com',
			`${'a'.repeat(10_000)}@acme.com`,
			'100%_sure@unknown-three.example',
			'jane@münchen.de',
		];
		const found = await lookUp(standIn, hostile);
		expect(found.every(({ status }) => status === 'unmatched')).toBe(true);
		expect(found.every(({ reason }) => Boolean(reason))).toBe(true);
		const contactQuery = standIn.queries.find((soql) => soql.includes('FROM Contact'));
		expect(contactQuery).toContain("'o\\'brien@unknown-two.example'");
		expect(contactQuery).toContain(`'\\"quoted \\' \\\\ part\\"@unknown-one.example'`);
	});

	it('finds a contact with an apostrophe', async () => {
		const standIn = await start(
			orgWith(
				{ accounts: [acme], contacts: [{ Email: "o'brien@gmail.com", account: acme }] },
				CUSTOM,
			),
		);
		expect(await lookUp(standIn, ["O'Brien@gmail.com"])).toMatchObject([{ id: acme.Id }]);
	});

	it('names the picker of a field the org does not have', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		const asked = lookUp(standIn, ['x@acme.com'], { settings: { fields: { mrr: 'Monthly__c' } } });
		await expect(asked).rejects.toMatchObject({
			message: expect.stringMatching(/no field "Monthly__c"/),
			description: expect.stringMatching(/"MRR Field Name or ID"/),
		});
	});

	it('names the picker of an opportunity field or record type the org does not have', async () => {
		const org = orgWith({ accounts: [acme] }, CUSTOM);
		const standIn = await start(org);
		const mrrFromDeals = 'won' as const;
		await expect(
			lookUp(standIn, ['x@acme.com'], {
				settings: { mrrFromDeals, fields: { dealMrr: 'MRR__c' } },
			}),
		).rejects.toMatchObject({
			message:
				'Salesforce has no field "MRR__c" on the opportunity, or the connected user may not see it',
			description: expect.stringContaining('"Amount Field Name or ID"'),
		});
		const renewals = { renewalFromDeals: true, dealGroup: 'renewals' };
		standIn.faults.push({
			match: /FROM Opportunity/,
			status: 400,
			body: [{ errorCode: 'INVALID_QUERY_FILTER_OPERATOR', message: 'invalid ID field: renewals' }],
			times: 1,
		});
		await expect(lookUp(standIn, ['x@acme.com'], { settings: renewals })).rejects.toMatchObject({
			description: expect.stringContaining('"Renewal Record Type or Pipeline Name or ID"'),
		});
		delete org.fields.Opportunity?.RecordTypeId;
		await expect(lookUp(standIn, ['x@acme.com'], { settings: renewals })).rejects.toMatchObject({
			description: expect.stringContaining('"Renewal Record Type or Pipeline Name or ID"'),
		});
	});

	it.each([
		['Contact', 'Email', 'contact'],
		['User', 'Email', 'user'],
		['Account', 'Website', 'account'],
	])('blames no picker for a hidden %s.%s', async (object, field, name) => {
		const org = orgWith({ accounts: [acme] }, { ...CUSTOM, Email__c: { type: 'email' } });
		delete org.fields[object]?.[field];
		const settings =
			object === 'User' ? {} : { ownerFrom: 'email' as const, fields: { owner: 'Email__c' } };
		await expect(lookUp(await start(org), ['x@acme.com'], { settings })).rejects.toMatchObject({
			message: `Salesforce has no field "${field}" on the ${name}, or the connected user may not see it`,
			description: expect.stringMatching(/^Ask a Salesforce admin/),
		});
	});

	it('names the picker of a field that is reached through another record', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		const find = async (fields: CrmSettings['fields']) =>
			await lookUp(standIn, ['x@acme.com'], { settings: { fields } });
		await expect(find({ health: 'Owner.Score__c' })).rejects.toMatchObject({
			message: expect.stringContaining('no field "Score__c" on the user'),
			description: expect.stringContaining('"Health Score Field Name or ID"'),
		});
		await expect(find({ health: 'Plan__r.Score__c' })).rejects.toMatchObject({
			description: expect.stringContaining('"Health Score Field Name or ID"'),
		});
	});

	it('says of a long text area that it cannot be searched', async () => {
		const notes = { Notes__c: { type: 'textarea', filterable: false } };
		const standIn = await start(orgWith({ accounts: [acme] }, { ...CUSTOM, ...notes }));
		const settings = { fields: { domains: 'Notes__c' } };
		await expect(lookUp(standIn, ['x@acme.com'], { settings })).rejects.toMatchObject({
			message: 'The Salesforce field "Notes__c" cannot be searched',
			description: expect.stringContaining('"Domains Field Name or ID"'),
		});
	});

	it('names the picker of a user field that is none', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		const settings = { ownerFrom: 'user' as const, fields: { owner: 'Manager__c' } };
		await expect(lookUp(standIn, ['x@acme.com'], { settings })).rejects.toMatchObject({
			description: expect.stringMatching(/"Owner Field Name or ID"/),
		});
	});

	it('refuses a field name that would change the query', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		const settings = { fields: { mrr: 'Id FROM User WHERE Name' } };
		await expect(lookUp(standIn, ['x@acme.com'], { settings })).rejects.toThrow(
			/not the name of a Salesforce field/,
		);
		expect(standIn.queries).toEqual([]);
	});

	it('names the object the user may not read', async () => {
		const org = orgWith({ accounts: [acme] }, CUSTOM);
		delete org.objects.Contact;
		const standIn = await start(org);
		await expect(lookUp(standIn, ['x@acme.com'])).rejects.toThrow(/may not read Contact/);
	});

	it('goes on without leads where the user may not read them, and says so', async () => {
		const org = orgWith({ accounts: [acme] }, CUSTOM);
		delete org.objects.Lead;
		const standIn = await start(org);
		const problems: string[] = [];
		expect(await lookUp(standIn, ['x@acme.com'], { problems })).toMatchObject([{ id: acme.Id }]);
		expect(problems).toEqual([
			expect.stringMatching(
				/^Converted leads were left out. The connected Salesforce user may not read Lead/,
			),
		]);
	});
});

describe('Salesforce pickers', () => {
	const pick = async (
		standIn: SalesforceStandIn,
		picker: typeof getTextFields,
		failure?: Error,
	) => {
		const parameters: Record<string, string> = {
			source: 'salesforce',
			salesforceAuthentication: 'salesforceOAuth2Api',
		};
		const context = {
			getNode: () => ({ name: 'Account Lookup', type: 'accountLookup' }),
			getCurrentNodeParameter: (name: string) => parameters[name],
			getCredentials: async () => {
				if (failure) throw failure;
				return { oauthTokenData: { access_token: 'good-token', instance_url: standIn.url } };
			},
		};
		return await picker.call(context as never);
	};

	it('offer no text that Salesforce cannot search', async () => {
		const standIn = await start(
			orgWith(
				{},
				{
					Short__c: { type: 'textarea' },
					Long__c: { type: 'textarea', filterable: false },
				},
			),
		);
		const offered = (await pick(standIn, getTextFields)).map(({ value }) => value);
		expect(offered).toContain('Short__c');
		expect(offered).not.toContain('Long__c');
	});

	it('tell in one message what happened and what to do, since n8n shows no more', async () => {
		const standIn = await start(orgWith({}));
		standIn.faults.push({
			match: /describe/,
			status: 403,
			body: [{ errorCode: 'API_DISABLED_FOR_ORG', message: 'API is not enabled' }],
		});
		const message =
			'The Salesforce API is switched off for this org or user. Ask a Salesforce admin for the permission "API Enabled". Salesforce said: API is not enabled';
		await expect(pick(standIn, getTextFields)).rejects.toMatchObject({ message });
		await expect(pick(standIn, getDealGroups)).rejects.toMatchObject({ message });
	});

	it('keep the message of a failure that n8n has general words for', async () => {
		const standIn = await start(orgWith({}));
		const failure = new CrmError('Salesforce could not be reached', 'Try again later (ENOTFOUND)');
		await expect(pick(standIn, getTextFields, failure)).rejects.toThrow(
			/^Salesforce could not be reached. Try again later \(ENOTFOUND\)$/,
		);
	});
});

describe('Salesforce, faults', () => {
	it('renews an expired session once and repeats the call', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		let renewals = 0;
		const sessions: SessionProvider = {
			open: async () => ({ instanceUrl: standIn.url, accessToken: 'expired' }),
			renew: async () => {
				renewals += 1;
				return { instanceUrl: standIn.url, accessToken: 'good-token' };
			},
		};
		expect(await lookUp(standIn, ['x@acme.com'], { sessions })).toMatchObject([{ id: acme.Id }]);
		expect(renewals).toBe(1);
	});

	it('gives up, in plain words, when a renewed session is refused, too', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		const session = { instanceUrl: standIn.url, accessToken: 'expired' };
		const sessions = { open: async () => session, renew: async () => session };
		await expect(lookUp(standIn, ['x@acme.com'], { sessions })).rejects.toThrow(
			/could not be renewed/,
		);
		expect(standIn.calls.length).toBeLessThan(6);
	});

	it('says in plain words that the daily limit is used up', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		standIn.faults.push({
			match: /query/,
			status: 403,
			body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }],
		});
		await expect(lookUp(standIn, ['x@acme.com'])).rejects.toThrow(/used up its API calls/);
	});

	it('tells too many calls at once from too many calls a day', async () => {
		const standIn = await start(orgWith({}, CUSTOM));
		standIn.faults.push({
			match: /query/,
			status: 403,
			body: [
				{
					errorCode: 'REQUEST_LIMIT_EXCEEDED',
					message: 'ConcurrentPerOrgLongTxn Limit exceeded.',
				},
			],
		});
		await expect(lookUp(standIn, ['x@acme.com'])).rejects.toMatchObject({
			message: expect.stringContaining('too many long calls run in the org at once'),
			description: expect.stringContaining('Try again in a moment'),
		});
	});

	it('tries again after a passing failure', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		standIn.faults.push({
			match: /FROM Contact/,
			status: 503,
			body: [{ errorCode: 'SERVER_UNAVAILABLE', message: 'busy' }],
			times: 1,
		});
		expect(await lookUp(standIn, ['x@acme.com'])).toMatchObject([{ id: acme.Id }]);
	});

	it.each([
		[503, 'SERVER_UNAVAILABLE'],
		[429, 'TOO_MANY_REQUESTS'],
	])('waits as long as Retry-After of a %d says', async (status, errorCode) => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		const busy = { match: /FROM Contact/, status, body: [{ errorCode, message: 'busy' }] };
		standIn.faults.push({ ...busy, headers: { 'Retry-After': '2' }, times: 1 });
		const startedAt = Date.now();
		expect(await lookUp(standIn, ['x@acme.com'])).toMatchObject([{ id: acme.Id }]);
		expect(Date.now() - startedAt).toBeGreaterThanOrEqual(2000);

		standIn.faults.push({ ...busy, headers: { 'Retry-After': '3600' } });
		const before = standIn.calls.length;
		await expect(lookUp(standIn, ['x@acme.com'])).rejects.toMatchObject({
			description: expect.stringContaining('busy'),
		});
		expect(standIn.calls.length - before).toBe(2);
	});

	it('tries again when an answer breaks off', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		standIn.faults.push({ match: /FROM Contact/, status: 200, wire: 'break', times: 1 });
		expect(await lookUp(standIn, ['x@acme.com'])).toMatchObject([{ id: acme.Id }]);
	});

	it('asks one query at a time where a gateway refuses several at once', async () => {
		const others = Array.from({ length: 4 }, (_, index) => ({
			...acme,
			Id: recordId('001', 50 + index),
			Website: `${'long-name-'.repeat(5)}${index}.example`,
		}));
		const standIn = await start(orgWith({ accounts: [acme, ...others] }, CUSTOM));
		standIn.faults.push({
			match: /composite/,
			status: 404,
			body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
		});
		const strangers = Array.from(
			{ length: 400 },
			(_, index) => `p@${'long-name-'.repeat(5)}${index}.example`,
		);
		const found = await lookUp(standIn, ['x@acme.com', ...strangers]);
		expect(found[0]).toMatchObject({ id: acme.Id });
		expect(found[4]).toMatchObject({ id: others[3]?.Id });
		expect(found[5]).toMatchObject({ status: 'unmatched' });
		expect(standIn.calls.filter((call) => call.includes('/composite'))).toHaveLength(1);
	});

	it('fails on a lasting failure and never says unmatched', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		standIn.faults.push({
			match: /Website LIKE/,
			status: 500,
			headers: { 'Retry-After': '0' },
			body: [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'oops' }],
		});
		await expect(lookUp(standIn, ['x@acme.com'])).rejects.toThrow(/problem of its own/);
	});

	it.each(['hang', 'stall'] as const)('stops waiting when the server does %s', async (wire) => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		standIn.faults.push({ match: /query/, status: 200, wire });
		await expect(lookUp(standIn, ['x@acme.com'], { timeoutMs: 1000 })).rejects.toThrow(
			/did not answer within 1 second$/,
		);
	});

	it('explains a sign-in that hangs, like any other time-out', async () => {
		const standIn = await start(orgWith({}, CUSTOM));
		const hang = async () => await new Promise<never>(() => {});
		const sessions: SessionProvider = { open: hang, renew: hang };
		await expect(
			lookUp(standIn, ['x@acme.com'], { sessions, timeoutMs: 1000 }),
		).rejects.toMatchObject({
			message: 'Salesforce did not answer within 1 second',
			description: expect.stringContaining('"Time-Out"'),
		});
	});

	it('takes a login page for a fault, not for an empty answer', async () => {
		const standIn = await start(orgWith({ accounts: [acme] }, CUSTOM));
		standIn.faults.push({
			match: /query/,
			status: 200,
			headers: { 'Content-Type': 'text/html' },
			body: '<html>Please log in</html>',
		});
		await expect(lookUp(standIn, ['x@acme.com'])).rejects.toThrow(/other than records/);
	});

	it('works where Account may not be described', async () => {
		const standIn = await start({ ...orgWith({ accounts: [acme] }, CUSTOM) });
		standIn.faults.push({
			match: /describe/,
			status: 404,
			body: [{ errorCode: 'NOT_FOUND', message: 'no' }],
		});
		expect(await lookUp(standIn, ['x@acme.com'])).toMatchObject([{ id: acme.Id }]);
	});
});

it('asks with the API version that is set, not with the default of jsforce', async () => {
	const standIn = await start({
		objects: { Account: [], Contact: [], Lead: [] },
		fields: STANDARD_FIELDS,
	});
	await lookUp(standIn, ['x@acme.com'], { settings: { fields: {} } });
	expect(standIn.calls.every((call) => call.includes('/services/data/v67.0/'))).toBe(true);
});
