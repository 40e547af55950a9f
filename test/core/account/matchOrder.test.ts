import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	domainUse,
	indexAccounts,
	isPersonalDomain,
	matchAccount,
	readAccountRows,
	readAliasRows,
	type AliasRow,
	type MatchOptions,
} from '../../../nodes/core/account';
import type { TicketOrganization } from '../../../nodes/core/item/types';

type Row = Record<string, unknown>;

function matchIn(
	rows: Row[],
	email: unknown,
	more: { organization?: TicketOrganization; aliases?: AliasRow[]; options?: MatchOptions } = {},
) {
	const index = indexAccounts(readAccountRows(rows).accounts, more.aliases);
	return matchAccount(email, index, more.options, more.organization);
}

const globex = { account_id: 'g1', name: 'Globex', domain: 'globex.com' };
const hooli = {
	account_id: 'h1',
	name: 'Hooli',
	domain: 'hooli.io',
	zendesk_organization_id: 4711,
};

describe('what was attached by hand', () => {
	const aliases = [
		{ address: '@partners.example', accountId: 'h1' },
		{ address: '@uk.partners.example', accountId: 'g1' },
		{ address: 'eva@partners.example', accountId: 'g1' },
	];

	it.each([
		['bob@partners.example', 'h1', 'likely'],
		['bob@eu.partners.example', 'h1', 'likely'],
		['bob@uk.partners.example', 'g1', 'likely'],
		['eva@partners.example', 'g1', 'exact'],
	])('%s is of %s: the address first, then the nearest domain', (email, id, certainty) => {
		const found = matchIn([globex, hooli], email, { aliases });
		expect(found).toMatchObject({ status: 'matched', matchedBy: 'alias', id, certainty });
	});

	it('comes before the organization and the domain, after the contact', () => {
		const rows = [globex, { ...hooli, contact_emails: 'ann@globex.com' }];
		const more = {
			aliases: [{ address: '@globex.com', accountId: 'h1' }],
			organization: { externalId: 'g1' },
		};
		expect(matchIn(rows, 'bob@globex.com', more)).toMatchObject({ id: 'h1', matchedBy: 'alias' });
		expect(matchIn(rows, 'ann@globex.com', more)).toMatchObject({ id: 'h1', matchedBy: 'contact' });
	});

	it('is read from rows, a whole domain with "@" before it, never one that many share', () => {
		expect(
			readAliasRows([
				{ email: '@Partners.example; jim@home.example', account_id: 'g1' },
				{ email: '@gmail.com', account_id: 'g1' },
				{ email: '@münchen.example', account_id: 'h1' },
			]),
		).toEqual([
			{ address: '@partners.example', accountId: 'g1' },
			{ address: 'jim@home.example', accountId: 'g1' },
			{ address: '@xn--mnchen-3ya.example', accountId: 'h1' },
		]);
	});
});

describe('the organization in the helpdesk', () => {
	it.each<[string, TicketOrganization, string, string]>([
		['its external ID is the account ID', { externalId: ' h1 ' }, 'h1', 'exact'],
		['an account names its ID', { id: '4711' }, 'h1', 'exact'],
		['an account names its external ID', { id: '1', externalId: '4711' }, 'h1', 'exact'],
		['it has the domain of an account', { domains: ['https://www.hooli.io'] }, 'h1', 'likely'],
	])('tells the account where %s', (_, organization, id, certainty) => {
		expect(matchIn([globex, hooli], 'eva@gmail.com', { organization })).toMatchObject({
			status: 'matched',
			matchedBy: 'organization',
			id,
			certainty,
		});
	});

	it('comes before the domain of the address, and helps where there is no address', () => {
		const organization = { id: '4711', name: 'Hooli' };
		for (const email of ['eva@globex.com', undefined, 'no address']) {
			expect(matchIn([globex, hooli], email, { organization })).toMatchObject({ id: 'h1' });
		}
	});

	it('prefers the external ID to what accounts name, and that to domains', () => {
		const organization = { id: '4711', externalId: 'g1', domains: ['hooli.io'] };
		expect(matchIn([globex, hooli], 'a@gmail.com', { organization })).toMatchObject({ id: 'g1' });
		const named = { id: '4711', domains: ['globex.com'] };
		expect(matchIn([globex, hooli], 'a@gmail.com', { organization: named })).toMatchObject({
			id: 'h1',
		});
	});

	it('leaves it to a person where its domains are those of several accounts', () => {
		const organization = { name: 'Both', domains: ['globex.com', 'hooli.io'] };
		expect(matchIn([globex, hooli], 'a@gmail.com', { organization })).toMatchObject({
			status: 'ambiguous',
			matchedBy: 'organization',
			reason: 'Each of 2 accounts has a domain of the organization "Both"',
		});
	});

	it('names nobody by a domain that many share, nor where nothing of it is known', () => {
		const rows = [{ account_id: 'x', name: 'X', domain: 'gmail.com' }];
		const organization = { id: '5', externalId: 'nobody', domains: ['gmail.com', ''] };
		expect(matchIn(rows, 'a@gmail.com', { organization }).status).toBe('personal-domain');
		expect(matchIn(rows, '', { organization }).status).toBe('unmatched');
	});
});

describe('the domain that contacts share', () => {
	const shared = {
		account_id: 'w1',
		name: 'Wonka',
		contact_emails: 'bob@wonka.example|Eva <eva@eu.wonka.example>, joe@gmail.com, jim@gmail.com',
	};

	it.each(['mia@wonka.example', 'mia@shop.wonka.example'])('names the account of %s', (email) => {
		expect(matchIn([globex, shared], email)).toMatchObject({
			status: 'matched',
			matchedBy: 'domain',
			certainty: 'likely',
			id: 'w1',
			reason: expect.stringMatching(/of no other, have addresses at wonka\.example$/),
		});
	});

	it.each<[string, Row[], MatchOptions?]>([
		['one contact only', [{ account_id: 'w1', name: 'W', contacts: 'bob@wonka.example' }]],
		[
			'the same contact twice',
			[{ account_id: 'w1', name: 'W', contacts: 'bob@wonka.example, BOB@wonka.example' }],
		],
		[
			'a contact of another account there',
			[shared, { account_id: 'x', name: 'X', contacts: 'zoe@wonka.example' }],
		],
		['a domain the admin excluded', [shared], { personalDomains: new Set(['wonka.example']) }],
	])('names nobody with %s', (_, rows, options) => {
		expect(matchIn(rows, 'mia@wonka.example', { options }).status).not.toBe('matched');
	});

	it.each([
		['gmail.com', 'personal-domain'],
		['clerk.com', 'personal-domain'],
		['users.noreply.github.com', 'personal-domain'],
		['sunrise.ch', 'personal-domain'],
		['co.uk', 'unmatched'],
	])('names nobody at %s, which many share', (host, status) => {
		const rows = [{ account_id: 'w1', name: 'W', contacts: `bob@${host}, eva@${host}` }];
		expect(matchIn(rows, `mia@${host}`).status).toBe(status);
	});

	it('does not count where an account names the domain as its own', () => {
		const rows = [shared, { account_id: 'own', name: 'Own', domain: 'wonka.example' }];
		expect(matchIn(rows, 'mia@wonka.example')).toMatchObject({ id: 'own' });
	});
});

describe('a domain that a list calls personal', () => {
	it.each(['easypost.com', 'starbucks.com', 'alibaba.com', 'frontier.com'])(
		'%s is the company’s that claims it',
		(domain) => {
			const rows = [globex, { account_id: 'c1', name: 'Claims', website: `https://www.${domain}` }];
			expect(matchIn(rows, `mia@${domain}`)).toMatchObject({ id: 'c1', matchedBy: 'domain' });
			expect(matchIn([globex], `mia@${domain}`).status).toBe('personal-domain');
		},
	);

	it('is a service, where several accounts claim it', () => {
		const rows = ['a', 'b'].map((id) => ({ account_id: id, name: id, domain: 'clerk.com' }));
		expect(matchIn(rows, 'mia@clerk.com').status).toBe('personal-domain');
	});

	it.each(['hispeed.ch', 'telus.net', 'web.de', 'yahoo.co.in', 'protonmail.com', 'mailinator.com'])(
		'%s is no account’s, though a CRM made one of it',
		(domain) => {
			const rows = [{ account_id: 'auto', name: 'Auto', domain }];
			expect(matchIn(rows, `stranger@${domain}`).status).toBe('personal-domain');
		},
	);

	it('is no company’s by a host that passes private mail on', () => {
		const rows = [
			{ account_id: 'gl', name: 'GitLab', domain: 'gitlab.com' },
			{ account_id: 'am', name: 'Amazon', domain: 'amazon.com' },
		];
		for (const email of ['1+zoe@users.noreply.gitlab.com', 'x1@marketplace.amazon.com']) {
			expect(matchIn(rows, email).status).toBe('personal-domain');
		}
		expect(matchIn(rows, 'zoe@gitlab.com')).toMatchObject({ id: 'gl' });
	});
});

describe('hosts that a service gives each customer', () => {
	const rows = [
		{ account_id: 'c', name: 'Contoso', domain: 'contoso.onmicrosoft.com' },
		{ account_id: 'w', name: 'Wingtip', domain: 'wingtip.eu.auth0.com' },
		{ account_id: 'm', name: 'Microsoft', domain: 'onmicrosoft.com' },
	];

	it.each([
		['joe@contoso.onmicrosoft.com', 'c'],
		['joe@contoso.mail.onmicrosoft.com', 'c'],
		['joe@wingtip.eu.auth0.com', 'w'],
	])('%s is of %s', (email, id) => {
		expect(matchIn(rows, email)).toMatchObject({ status: 'matched', id });
	});

	it.each([
		'joe@fabrikam.mail.onmicrosoft.com',
		'joe@fabrikam.onmicrosoft.com',
		'joe@tailspin.eu.auth0.com',
		'joe@wingtip.us.auth0.com',
	])('%s is of nobody else', (email) => {
		expect(matchIn(rows, email).status).toBe('unmatched');
	});
});

describe('one’s own company', () => {
	const own = { account_id: 'o', name: 'Our own', domain: 'cs-team.example' };
	const customer = { ...globex, owner_email: 'dana@cs-team.example' };

	it('is no customer: the owners of accounts write from there', () => {
		expect(matchIn([own, customer], 'agent@cs-team.example')).toEqual({
			status: 'unmatched',
			reason:
				'Owners of accounts have addresses at cs-team.example, so whoever writes from there is a colleague and no customer',
		});
		const organization = { domains: ['cs-team.example'] };
		expect(matchIn([own, customer], 'agent@gmail.com', { organization }).status).toBe(
			'personal-domain',
		);
	});

	it('is no account’s, though its people are among the contacts', () => {
		const contacts = 'dana@cs-team.example, lee@cs-team.example';
		const rows = [{ ...customer, contact_emails: contacts }];
		expect(matchIn(rows, 'agent@cs-team.example').status).toBe('unmatched');
		expect(matchIn(rows, 'lee@cs-team.example')).toMatchObject({ matchedBy: 'contact', id: 'g1' });
	});

	it('is no customer where the table names no owners, once its domain is named as one’s own', () => {
		const options = { ownDomains: new Set(['cs-team.example']) };
		const rows = [{ ...own, contact_emails: 'ann@cs-team.example, ann@home.example' }, globex];
		const reason =
			"cs-team.example is your own company's domain (Own Domains), so whoever writes from there is a colleague and no customer";
		// Not by the domain, nor as a contact of the own company, nor by the helpdesk's organization.
		for (const email of [
			'agent@cs-team.example',
			'agent@eu.cs-team.example',
			'ann@cs-team.example',
		]) {
			const organization = { externalId: 'o', domains: ['cs-team.example'] };
			expect(matchIn(rows, email, { options, organization })).toEqual({
				status: 'unmatched',
				reason,
			});
		}
		expect(matchIn(rows, 'ann@home.example', { options }).status).toBe('unmatched');
		expect(matchIn(rows, 'mia@globex.com', { options })).toMatchObject({ id: 'g1' });
		expect(matchIn(rows, 'ann@notcs-team.example', { options }).status).toBe('unmatched');
	});

	it('has no contacts that are customers, where its owner is told by the accounts', () => {
		const rows = [{ ...own, contact_emails: 'agent@cs-team.example' }, customer];
		expect(matchIn(rows, 'agent@cs-team.example').status).toBe('unmatched');
	});

	it('does not keep a partner from being a customer that owns other accounts', () => {
		const rows = [
			{ account_id: 'p', name: 'Partner', domain: 'partner.example', owner_email: 'd@us.example' },
			{ ...globex, owner_email: 'sales@partner.example' },
		];
		expect(matchIn(rows, 'mia@partner.example')).toMatchObject({ id: 'p' });
	});

	it('says nothing of owners who write from a mail service', () => {
		const rows = [{ ...globex, owner_email: 'founder@gmail.com' }];
		expect(matchIn(rows, 'mia@globex.com')).toMatchObject({ id: 'g1' });
	});
});

describe('whatever the rows and the ticket hold', () => {
	const host = fc.oneof(
		fc.constantFrom('gmail.com', 'sunrise.ch', 'clerk.com', 'a.onmicrosoft.com', 'co.uk', 'x'),
		fc.constantFrom('globex.com', 'eu.globex.com', 'münchen.de', 'users.noreply.github.com'),
		fc.domain(),
	);
	const text = fc.oneof(host, fc.string(), fc.webUrl(), fc.anything());
	const address = fc.tuple(fc.constantFrom('a', 'b', 'c'), host).map((parts) => parts.join('@'));
	const row = fc.record({
		account_id: fc.constantFrom('1', '2', '3', undefined),
		name: fc.constantFrom('A', 'B'),
		domain: text,
		contacts: fc.oneof(fc.array(address), text),
		owner_email: fc.oneof(address, text),
		zendesk_id: text,
	});

	it('never throws, and no stranger matches by a domain that many share', () => {
		fc.assert(
			fc.property(
				fc.array(row, { maxLength: 6 }),
				fc.oneof(address, text),
				fc.record({ id: fc.string(), externalId: fc.string(), domains: fc.array(fc.string()) }),
				(rows, email, organization) => {
					const found = matchIn(rows, email, { organization });
					if (found.status !== 'matched') {
						expect(found.reason).toBeTruthy();
						return;
					}
					if (found.matchedBy !== 'domain') return;
					const at = String(email).split('@').at(-1) ?? '';
					if (!isPersonalDomain(at)) return;
					const claims = rows.filter(({ domain }) => String(domain).includes(at));
					expect(claims.length).toBeGreaterThan(0);
					expect(domainUse(at)).toBe('unlessClaimed');
				},
			),
			{ numRuns: 1000 },
		);
	});
});
