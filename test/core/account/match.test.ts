import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	indexAccounts,
	matchAccount,
	readAccountRows,
	type AliasRow,
	type MatchOptions,
} from '../../../nodes/core/account';

const rows = [
	{
		id: 'acme',
		name: 'Acme',
		domain: 'acme.com',
		contacts: 'jane@acme.com, ceo@gmail.com',
		mrr: 100,
		currency: 'USD',
	},
	{
		id: 'eu',
		name: 'Acme EU',
		domain: 'eu.acme.com',
		mrr: 300,
		currency: 'USD',
		parent_id: 'acme',
		renewal_date: '2026-12-01',
	},
	{ id: 'uk', name: 'Brit', domain: 'www.brit.co.uk', contacts: 'shared@consult.example' },
	{ id: 'de', name: 'München GmbH', domain: 'münchen.de', contacts: 'shared@consult.example' },
	{
		id: 't1',
		name: 'Twin 1',
		domain: 'twin.com',
		mrr: 10,
		currency: 'USD',
		renewal_date: '2026-10-01',
	},
	{
		id: 't2',
		name: 'Twin 2',
		domain: 'twin.com',
		mrr: 90,
		currency: 'USD',
		renewal_date: '2027-01-01',
		parent_id: 't1',
	},
	{ id: 'gm', name: 'Uses Gmail', domain: 'gmail.com' },
	{ id: 'gh', name: 'On Pages', domain: 'project.github.io' },
];
const match = (email: unknown, options: MatchOptions = {}, aliases: AliasRow[] = []) =>
	matchAccount(email, indexAccounts(readAccountRows(rows).accounts, aliases), options);

describe('matchAccount', () => {
	it('finds the account of a contact and gives its facts, without the lists it was found by', () => {
		expect(match('"Jane" <JANE@acme.com>')).toEqual({
			status: 'matched',
			matchedBy: 'contact',
			certainty: 'exact',
			id: 'acme',
			name: 'Acme',
			mrr: 100,
			currency: 'USD',
			missing: ['renewalDate', 'healthScore', 'healthChange', 'owner'],
		});
	});

	it.each([
		['new@acme.com', 'acme'],
		['new@us.acme.com', 'acme'],
		['new@eu.acme.com', 'eu'],
		['new@deep.eu.acme.com', 'eu'],
		['new@ACME.com.', 'acme'],
		['new@brit.co.uk', 'uk'],
		['new@mail.brit.co.uk', 'uk'],
		['new@xn--mnchen-3ya.de', 'de'],
		['new@MÜNCHEN.de', 'de'],
		['new@project.github.io', 'gh'],
	])('finds %s by company domain', (email, id) => {
		expect(match(email)).toMatchObject({
			status: 'matched',
			matchedBy: 'domain',
			certainty: 'likely',
			id,
		});
	});

	it.each(['new@other.co.uk', 'new@other.github.io', 'new@acme.com.evil.com', 'new@notacme.com'])(
		'does not take %s for a neighbour on the same suffix',
		(email) => {
			expect(match(email)).toMatchObject({
				status: 'unmatched',
				reason: expect.stringMatching(/No known account/),
			});
		},
	);

	it('never matches a mail service by domain, even where an account lists it', () => {
		expect(match('someone@gmail.com')).toMatchObject({
			status: 'personal-domain',
			reason: expect.stringMatching(/gmail\.com/),
		});
		expect(match('x@sub.mailinator.com').status).toBe('personal-domain');
	});

	it('matches a personal address that is a contact', () => {
		expect(match('ceo@gmail.com')).toMatchObject({
			status: 'matched',
			matchedBy: 'contact',
			id: 'acme',
		});
	});

	it('never matches a domain the admin excluded', () => {
		expect(match('new@acme.com', { personalDomains: new Set(['acme.com']) }).status).toBe(
			'personal-domain',
		);
	});

	it('uses an address attached by hand before the domain, after the contact', () => {
		const aliases = [
			{ address: 'new@acme.com', accountId: 'uk' },
			{ address: 'jane@acme.com', accountId: 'uk' },
			{ address: 'me@gmail.com', accountId: 'de' },
		];
		expect(match('new@acme.com', {}, aliases)).toMatchObject({
			matchedBy: 'alias',
			certainty: 'exact',
			id: 'uk',
		});
		expect(match('jane@acme.com', {}, aliases)).toMatchObject({ matchedBy: 'contact', id: 'acme' });
		expect(match('me@gmail.com', {}, aliases)).toMatchObject({ matchedBy: 'alias', id: 'de' });
	});

	it('does not guess by domain when the attached account is gone', () => {
		expect(match('new@acme.com', {}, [{ address: 'new@acme.com', accountId: 'gone' }])).toEqual({
			status: 'unmatched',
			reason: 'new@acme.com was attached to account gone, which is not among the known accounts',
		});
	});

	it('gives the candidates and why, when several accounts match', () => {
		const account = match('shared@consult.example');
		expect(account).toMatchObject({
			status: 'ambiguous',
			matchedBy: 'contact',
			reason: 'Each of 2 accounts has shared@consult.example as a contact',
			candidates: [
				{ id: 'uk', name: 'Brit' },
				{ id: 'de', name: 'München GmbH' },
			],
		});
		expect(account.id).toBeUndefined();
		expect(match('x@twin.com')).toMatchObject({ status: 'ambiguous', matchedBy: 'domain' });
	});

	it('never takes a page on a shared service for the domain of whoever works there', () => {
		const { accounts } = readAccountRows([
			{ id: 'joe', name: 'Joe Pizza', website: 'https://sites.google.com/view/joespizza' },
			{ id: 'li', name: 'On LinkedIn', website: 'https://www.linkedin.com/company/x' },
			{ id: 'gh', name: 'On GitHub', website: 'https://github.com/x' },
			{ id: 'ms', name: 'Contoso', domain: 'contoso.onmicrosoft.com' },
			{ id: 'zd', name: 'Zendesk', domain: 'zendesk.com' },
		]);
		const shared = indexAccounts(accounts);
		for (const email of [
			'jane@google.com',
			'invitations@linkedin.com',
			'noreply@github.com',
			'admin@fabrikam.onmicrosoft.com',
			'support@acme.zendesk.com',
		]) {
			expect([email, matchAccount(email, shared).status]).toEqual([email, 'unmatched']);
		}
		expect(matchAccount('it@contoso.onmicrosoft.com', shared)).toMatchObject({ id: 'ms' });
		expect(matchAccount('jane@zendesk.com', shared)).toMatchObject({ id: 'zd' });
	});

	it('chooses as parent only an account that all others are under', () => {
		const under = (id: string, parent?: string) => ({
			id,
			name: id,
			domain: 'group.example',
			...(parent !== undefined && { parent_id: parent }),
		});
		const chosen = (...rows: object[]) =>
			matchAccount(
				'x@group.example',
				indexAccounts(readAccountRows(rows.map((row) => ({ ...row }))).accounts),
				{ chooseBy: 'parentAccount' },
			).id;
		expect(chosen(under('root', 'root'), under('a', 'root'), under('b', 'a'))).toBe('root');
		expect(chosen(under('a', 'b'), under('b', 'a'), under('c'))).toBeUndefined();
		expect(chosen(under('root'), under('a', 'root'), under('other'))).toBeUndefined();
	});

	it('asks only what a source found for the very host, where it told host by host', () => {
		const { accounts } = readAccountRows(rows);
		const found = indexAccounts(accounts, [], {
			idsByHost: new Map([['acme.com', ['acme']]]),
			idsOfColleagues: new Map(),
			canonicalId: (id) => id,
		});
		expect(matchAccount('new@acme.com', found)).toMatchObject({ id: 'acme' });
		expect(matchAccount('new@twin.com', found).status).toBe('unmatched');
	});

	it('lets an attached address decide between the accounts of a shared contact', () => {
		const aliases = [{ address: 'shared@consult.example', accountId: 'de' }];
		expect(match('shared@consult.example', {}, aliases)).toMatchObject({
			status: 'matched',
			matchedBy: 'alias',
			id: 'de',
		});
	});

	it.each([
		[{ chooseBy: 'highestMrr' as const }, 't2'],
		[{ chooseBy: 'parentAccount' as const }, 't1'],
		[{ chooseBy: 'openRenewal' as const, today: '2026-09-01' }, 't1'],
		[{ chooseBy: 'openRenewal' as const, today: '2026-10-02' }, 't2'],
	])('chooses by the rule %j', (options, id) => {
		expect(match('x@twin.com', options)).toMatchObject({
			status: 'matched',
			certainty: 'likely',
			id,
			reason: expect.stringMatching(/^Chosen among 2 accounts/),
		});
	});

	it.each([
		[{ chooseBy: 'highestMrr' as const }, /MRR of some is unknown/],
		[{ chooseBy: 'parentAccount' as const }, /None of them is the parent/],
		[{ chooseBy: 'openRenewal' as const, today: '2026-01-01' }, /None of them has an open renewal/],
	])('stays ambiguous when the rule %j cannot tell', (options, reason) => {
		expect(match('shared@consult.example', options)).toMatchObject({
			status: 'ambiguous',
			reason: expect.stringMatching(reason),
		});
	});

	it('ignores a plus tag only when told to, and not where the tagged address is a contact', () => {
		const index = indexAccounts(
			readAccountRows([
				{ id: 'a', name: 'A', contacts: 'jane@mail.example' },
				{ id: 'b', name: 'B', contacts: 'jane+b@mail.example' },
			]).accounts,
		);
		const options = { plusAddressing: true };
		expect(matchAccount('jane+x@mail.example', index).status).toBe('unmatched');
		expect(matchAccount('jane+x@mail.example', index, options)).toMatchObject({
			id: 'a',
			certainty: 'likely',
		});
		expect(matchAccount('jane+b@mail.example', index, options)).toMatchObject({
			id: 'b',
			certainty: 'exact',
		});
	});

	it('lists at most ten candidates and says how many there were', () => {
		const many = Array.from({ length: 25 }, (_, i) => ({
			id: `m${i}`,
			name: `M ${i}`,
			domain: 'many.com',
		}));
		const account = matchAccount('x@many.com', indexAccounts(readAccountRows(many).accounts));
		expect(account.candidates).toHaveLength(10);
		expect(account.reason).toMatch(/^Each of 25 accounts .* the first 10 are listed/);
	});

	it('never throws and only matches accounts that are known, whatever the address', () => {
		const index = indexAccounts(readAccountRows(rows).accounts);
		const ids = new Set(rows.map(({ id }) => id));
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.emailAddress(), fc.anything()), (email) => {
				const account = matchAccount(email, index, { plusAddressing: true });
				if (account.status === 'matched') expect(ids.has(account.id ?? '')).toBe(true);
				else expect(account.reason).toBeTruthy();
			}),
		);
	});

	it('finds any contact again, however its case and display name are written', () => {
		fc.assert(
			fc.property(fc.emailAddress(), (address) => {
				const index = indexAccounts(
					readAccountRows([{ id: '1', name: 'A', contacts: [address] }]).accounts,
				);
				expect(matchAccount(`"X" <${address.toUpperCase()}>`, index)).toMatchObject({
					id: '1',
					matchedBy: 'contact',
				});
			}),
		);
	});
});
