import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECOGNISED_COLUMNS } from '../../../../nodes/AccountLookup/inputProperties';
import { readAccountRows, readAliasRows, readAttachedRows } from '../../../../nodes/core/account';

const acme = {
	id: 'a1',
	name: 'Acme Corp',
	mrr: 2400,
	currency: 'USD',
	renewalDate: '2026-12-24',
	healthScore: 58,
	healthChange: { points: -14, days: 7 },
	owner: { name: 'Maria Silva', email: 'maria@us.example', slackId: 'U1', channel: 'slack' },
	url: 'https://crm.example/a1',
	domains: ['acme.com', 'acme.co.uk'],
	contacts: ['jane@acme.com', 'joe@acme.com'],
};

describe('readAccountRows', () => {
	it.each([
		[
			'snake_case',
			{
				account_id: 'a1',
				account_name: 'Acme Corp',
				domains: 'acme.com, https://www.acme.co.uk/',
				contact_emails: 'jane@acme.com; JOE@acme.com',
				mrr: '2,400.00',
				currency: 'usd',
				renewal_date: '2026-12-24',
				health_score: '58',
				health_change: '-14',
				owner_name: 'Maria Silva',
				owner_email: 'maria@us.example',
				owner_slack_id: 'U1',
				owner_channel: 'Slack',
				url: 'https://crm.example/a1',
			},
		],
		[
			'camelCase',
			{
				accountId: 'a1',
				name: 'Acme Corp',
				domains: ['acme.com', 'acme.co.uk'],
				contacts: [{ email: 'jane@acme.com' }, 'joe@acme.com'],
				mrr: 2400,
				currency: 'USD',
				renewalDate: new Date('2026-12-24'),
				healthScore: 58,
				healthChange: -14,
				healthChangeDays: 7,
				ownerName: 'Maria Silva',
				ownerEmail: 'maria@us.example',
				ownerSlackId: 'U1',
				ownerChannel: 'slack',
				accountUrl: 'https://crm.example/a1',
			},
		],
		[
			'Title Case, with an annual amount',
			{
				'Account ID': 'a1',
				Company: 'Acme Corp',
				Domain: '["acme.com","acme.co.uk"]',
				Emails: 'jane@acme.com joe@acme.com',
				ARR: '$28,800',
				Currency: 'USD',
				'Renewal Date': '24.12.2026',
				'Health Score': '58/100',
				'Health Change': '-14 pts',
				CSM: 'Maria Silva',
				'CSM Email': 'Maria@us.example',
				'Owner Slack ID': 'U1',
				'Owner Channel': 'slack',
				URL: 'https://crm.example/a1',
			},
		],
	])('recognises columns in %s', (_, row) => {
		expect(readAccountRows([row])).toEqual({ accounts: [acme], problems: [] });
	});

	it('leaves unknown facts out instead of making them zero or empty', () => {
		const { accounts, problems } = readAccountRows([
			{
				id: 7,
				name: 'Acme',
				mrr: null,
				health_score: '',
				renewal_date: undefined,
				owner_name: ' ',
			},
		]);
		expect(accounts).toEqual([{ id: '7', name: 'Acme', domains: [], contacts: [] }]);
		expect(problems).toEqual([]);
	});

	it('keeps a zero that is a zero', () => {
		const { accounts } = readAccountRows([{ name: 'Acme', mrr: 0, health_score: '0' }]);
		expect(accounts[0]).toMatchObject({ mrr: 0, healthScore: 0 });
	});

	it('reports what it cannot read, by row and fact, and keeps the rest', () => {
		const { accounts, problems } = readAccountRows([
			{ name: 'Acme', mrr: '1.234', renewal_date: '03/04/2027', health_score: 140, domain: 'n/a' },
		]);
		expect(accounts).toEqual([{ name: 'Acme', domains: [], contacts: [] }]);
		expect(problems).toEqual([
			expect.stringMatching(/^Row 1, MRR: "1\.234" can be read in two ways/),
			expect.stringMatching(/^Row 1, Renewal Date: "03\/04\/2027" can be read in two ways/),
			expect.stringMatching(/^Row 1, Health Score: 140 is not between 0 and 100/),
			expect.stringMatching(/^Row 1, Domains: "n\/a" names no domain/),
		]);
	});

	it('prefers the account ID to the row number that a Data Table adds', () => {
		const { accounts } = readAccountRows([{ id: 1, account_id: 'a1', name: 'Acme' }]);
		expect(accounts[0]?.id).toBe('a1');
	});

	it('joins the rows of one account, as a join with contacts gives them', () => {
		const { accounts } = readAccountRows([
			{ account_id: 'a1', account_name: 'Acme', email: 'jane@acme.com', mrr: 100 },
			{
				account_id: 'a1',
				account_name: 'Acme',
				email: 'joe@acme.com',
				mrr: null,
				domain: 'acme.com',
			},
		]);
		expect(accounts).toEqual([
			{
				id: 'a1',
				name: 'Acme',
				mrr: 100,
				domains: ['acme.com'],
				contacts: ['jane@acme.com', 'joe@acme.com'],
			},
		]);
	});

	it('uses the columns the admin names, and says when one is in no row', () => {
		const { accounts, problems } = readAccountRows([{ Kunde: 'Acme', Umsatz: '99', mrr: 5 }], {
			name: 'Kunde',
			mrr: 'Umsatz',
			healthScore: 'Ampel',
		});
		expect(accounts).toEqual([
			{ name: 'Acme', mrr: 99, domains: [], contacts: [], fields: { mrr: 5 } },
		]);
		expect(problems).toEqual(['The column "Ampel" chosen for Health Score is in none of the rows']);
	});

	it('lets an account without ID go by a domain that is its alone', () => {
		const { accounts } = readAccountRows([
			{ name: 'Acme', domain: 'acme.com' },
			{ name: 'Twin A', domain: 'twin.com' },
			{ name: 'Twin B', domain: 'twin.com' },
			{ name: 'Solo', domain: 'gmail.com' },
		]);
		expect(accounts.map(({ id }) => id)).toEqual(['acme.com', undefined, undefined, undefined]);
	});

	it('reads an owner column that holds an address', () => {
		const { accounts } = readAccountRows([{ name: 'Acme', owner: 'Maria@us.example' }]);
		expect(accounts[0]?.owner).toEqual({ email: 'maria@us.example' });
	});

	it('skips empty rows without a word and names rows it can make nothing of', () => {
		const { accounts, problems } = readAccountRows([{}, { id: null, name: '' }, { colour: 'red' }]);
		expect(accounts).toEqual([]);
		expect(problems).toEqual([expect.stringMatching(/^Row 3 has no account name/)]);
	});

	it('neither throws nor changes the rows, whatever is in them', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.dictionary(
						fc.constantFrom(
							'id',
							'name',
							'domain',
							'emails',
							'mrr',
							'renewal_date',
							'owner',
							'__proto__',
							'x',
						),
						fc.anything(),
					),
				),
				(rows) => {
					const before = structuredClone(rows.map((row) => Object.keys(row)));
					const { accounts } = readAccountRows(rows);
					expect(rows.map((row) => Object.keys(row))).toEqual(before);
					for (const account of accounts) {
						expect(Object.values(account)).not.toContain(undefined);
						expect(Object.values(account)).not.toContain(null);
					}
				},
			),
		);
	});
});

describe('columns that hold no known fact', () => {
	const read = (...rows: object[]) =>
		readAccountRows(rows.map((row) => ({ ...row }))).accounts.map(({ fields }) => fields);

	it('are kept under their own names, empty cells and the row number left out', () => {
		const row = {
			id: 7,
			account_id: 'a1',
			name: 'Acme',
			'Plan Tier': ' Gold ',
			seats: 0,
			beta: false,
		};
		expect(read({ ...row, segment: '', notes: null, tags: ['x'], since: new Date(0) })).toEqual([
			{ 'Plan Tier': 'Gold', seats: 0, beta: false },
		]);
		expect(read({ name: 'Acme', plan: ' ' })).toEqual([undefined]);
	});

	it('are those that nothing was read from, though it might have been', () => {
		const owners = { 'Account Owner': 'Dana', CSM: 'Sam', arr: 1200, mrr: 5 };
		expect(readAccountRows([{ name: 'Acme', ...owners }]).accounts[0]).toMatchObject({
			owner: { name: 'Dana' },
			fields: { CSM: 'Sam' },
		});
	});

	it('of several rows of one account are joined: the first that says something counts', () => {
		const row = { account_id: 'a1', name: 'Acme' };
		const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`c${index}`, index]));
		const [fields] = read(
			{ ...row, plan: '', segment: 'SMB' },
			{ ...row, plan: 'Gold', segment: 'Enterprise', ...many },
		);
		expect(fields).toMatchObject({ plan: 'Gold', segment: 'SMB', c0: 0 });
		expect(Object.keys(fields ?? {})).toHaveLength(30);
	});
});

describe('readAliasRows', () => {
	it('takes only rows that attach an address and describe no account', () => {
		const rows = [
			{ id: 1, account_id: 'a1', email: 'Jane@Home.example', createdAt: '2026-01-01' },
			{ id: 2, account_id: 'a2', name: 'Acme', email: 'x@acme.com' },
			{ id: 3, account_id: '', email: 'y@acme.com' },
		];
		expect(readAliasRows(rows)).toEqual([{ address: 'jane@home.example', accountId: 'a1' }]);
	});

	it('takes no row of the ticket log for an account or an attached address', () => {
		const log = {
			ticket_key: 'zendesk:acme:1',
			state: 'alerted',
			requester_email: 'jane@home.example',
			account_id: 'a1',
			account_name: 'Acme',
			owner_name: 'Maria',
		};
		expect(readAliasRows([log])).toEqual([]);
		expect(readAccountRows([log])).toEqual({ accounts: [], problems: [] });
		expect(readAttachedRows([log])).toEqual({ rows: [], problems: [] });
	});

	it('is not mistaken for a faulty account row', () => {
		expect(readAccountRows([{ account_id: 'a1', email: 'jane@home.example' }])).toEqual({
			accounts: [],
			problems: [],
		});
	});
});

describe('readAttachedRows', () => {
	it('leaves out the rows of a table of accounts, whose IDs the CRM does not know', () => {
		const sample = {
			account_id: 'sample-acme',
			name: 'Acme Corp',
			domains: 'acme.example',
			contact_emails: 'jo@acme.example',
			mrr: 3200,
			owner_name: 'Dana',
		};
		expect(readAttachedRows([sample, { ...sample, account_id: 'b' }])).toEqual({
			rows: [],
			problems: [
				'Rows of the second input that describe accounts are left out (2), since the accounts come from the CRM',
			],
		});
	});

	it('takes the ID and address of a row with a name, and says what it cannot use', () => {
		const rows = [
			{ account_id: 'a1', email: 'jane@home.example', name: 'Jane Doe' },
			{ account: 'Acme', email: 'x@acme.com' },
			{ account_id: 'a1', health_score: 50, logged_at: '2026-01-01' },
			{},
		];
		expect(readAttachedRows(rows)).toEqual({
			rows: [{ address: 'jane@home.example', accountId: 'a1' }],
			problems: [expect.stringMatching(/^Row 2 of the second input is left out/)],
		});
	});
});

describe('money in rows', () => {
	const read = (...rows: object[]) => readAccountRows(rows.map((row) => ({ id: 'a', ...row })));

	it('keeps a currency with its amount when rows of one account are joined', () => {
		const { accounts } = read({ name: 'A', mrr: 100 }, { name: 'A', mrr: 200, currency: 'EUR' });
		expect(accounts).toMatchObject([{ mrr: 100 }]);
		expect(accounts[0]).not.toHaveProperty('currency');
	});

	it('says that an amount and its column name two currencies', () => {
		const { accounts, problems } = read({ name: 'A', mrr: '€100', currency: 'USD' });
		expect(accounts[0]).not.toHaveProperty('currency');
		expect(problems).toEqual(['Row 1, Currency: the amount is in EUR, but the column says USD']);
	});
});

describe('the headings people have', () => {
	it.each(RECOGNISED_COLUMNS)('"%s", which the panel names, is recognised', (heading) => {
		const without = { subscription_renewal_date: '2027-01-01' };
		const { accounts, problems } = readAccountRows([{ ...without, [heading]: cellOf(heading) }]);
		expect(problems).toEqual([]);
		expect(accounts).not.toEqual(readAccountRows([without]).accounts);
	});

	it('reads the export of a CRM as it is', () => {
		const { accounts, problems } = readAccountRows([
			{
				'Record ID': 9001,
				'Company name': 'Globex',
				'Company Domain Name': 'globex.com',
				'Company owner': 'Dana Reyes',
				'Annual Revenue': '90000000',
				'ARR (USD)': '$54,000',
				'Contract End Date': '2027-03-01',
				'Health Score (0-100)': '71',
				'Zendesk Organization ID': '4711; 4712',
			},
		]);
		expect(problems).toEqual([]);
		expect(accounts).toEqual([
			{
				id: '9001',
				name: 'Globex',
				domains: ['globex.com'],
				contacts: [],
				organizations: ['4711', '4712'],
				mrr: 4500,
				renewalDate: '2027-03-01',
				healthScore: 71,
				owner: { name: 'Dana Reyes' },
				fields: { 'Annual Revenue': '90000000' },
			},
		]);
	});

	it('takes the customer’s own turnover for no recurring revenue', () => {
		const { accounts } = readAccountRows([{ Name: 'Globex', 'Annual Revenue': 90_000_000 }]);
		expect(accounts[0]).not.toHaveProperty('mrr');
	});

	it('joins what several rows of an account call its organization', () => {
		const row = { account_id: 'g', name: 'Globex', mrr: 1 };
		const { accounts } = readAccountRows([
			{ ...row, zendesk_org_id: 1 },
			{ ...row, zendesk_org_id: '2' },
		]);
		expect(accounts).toMatchObject([{ id: 'g', organizations: ['1', '2'] }]);
	});

	function cellOf(heading: string): string {
		if (/email$/i.test(heading)) return 'dana@us.example';
		if (/emails/i.test(heading)) return 'mia@globex.com';
		if (/date/i.test(heading)) return '2027-05-06';
		if (/score|[am]rr/i.test(heading)) return '71';
		if (/website|domain/i.test(heading)) return 'globex.com';
		return heading === 'Currency' ? 'EUR' : 'Some text';
	}
});
