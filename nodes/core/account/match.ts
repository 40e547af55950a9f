import type { Account, AccountFacts, TicketOrganization } from '../item/types';
import { accountOfColleagues, type AccountIndex } from './accountIndex';
import { attachedDomainsOf } from './aliases';
import { choose, type ChoiceOptions } from './choose';
import { parentHosts, registrableDomain } from './domain';
import { addressesOf, readEmail, type AddressOptions, type EmailAddress } from './email';
import { colleagueReason, isOwnCompany, type OwnCompany } from './ownCompany';
import { domainUse } from './personalDomains';
import type { AccountRow } from './table/rows';
import { companyHostsOf } from './websites';

export interface MatchOptions extends AddressOptions, ChoiceOptions, OwnCompany {
	/** Domains, lower case, never matched by domain besides the known mail services. */
	personalDomains?: ReadonlySet<string>;
}

/** More would only swell the item; the reason says how many there were. */
const MAX_CANDIDATES = 10;

/**
 * Finds the account of a requester (DESIGN §3.6): by contact address; by what someone attached by hand, the address
 * or all of its domain; by the organization that the helpdesk knows, first its external ID, then the ID that an
 * account names, then its domains; by company domain; and by the domain that an account's contacts share. Never
 * throws; what stands in the way is told in `reason`.
 */
export function matchAccount(
	email: unknown,
	index: AccountIndex,
	options: MatchOptions = {},
	organization: TicketOrganization = {},
): Account {
	const reading = readEmail(email);
	const requester = 'email' in reading ? reading.email : undefined;
	const known =
		(requester && matchAddress(requester, index, options)) ??
		matchOrganization(organization, index, options);
	if (known) return known;
	if ('problem' in reading) return { status: 'unmatched', reason: reading.problem };
	return matchDomain(reading.email.host, index, options);
}

function matchAddress(
	email: EmailAddress,
	index: AccountIndex,
	options: MatchOptions,
): Account | undefined {
	const addresses = addressesOf(email, options);
	for (const address of addresses) {
		const contacts = customersAmong(index.byContact.get(address), index, options);
		const aliasIds = [...new Set(index.aliases.get(address))];
		const attached = contacts.filter(({ id }) => id !== undefined && aliasIds.includes(id));
		// Someone decided between these accounts before.
		if (contacts.length > 1 && attached.length === 1 && attached[0]) {
			return matched(attached[0], 'alias', 'exact');
		}
		if (contacts.length > 0) {
			const certainty = address === addresses[0] ? 'exact' : 'likely';
			return decide(contacts, 'contact', `has ${address} as a contact`, options, certainty);
		}
		if (aliasIds.length > 0) return matchAlias(address, aliasIds, index, options, 'exact');
	}
	for (const domain of attachedDomainsOf(email)) {
		const ids = [...new Set(index.aliases.get(domain))];
		if (ids.length > 0) return matchAlias(domain, ids, index, options, 'likely');
	}
	return undefined;
}

function matchAlias(
	address: string,
	ids: readonly string[],
	index: AccountIndex,
	options: MatchOptions,
	certainty: Certainty,
): Account {
	const accounts = ids.flatMap((id) => index.byId.get(id) ?? []);
	if (accounts.length === 0) {
		// Falling through to the domain could name another account than the one a person chose.
		return {
			status: 'unmatched',
			reason: `${address} was attached to account ${ids.join(', ')}, which is not among the known accounts`,
		};
	}
	return decide(accounts, 'alias', `has ${address} attached`, options, certainty);
}

function matchOrganization(
	organization: TicketOrganization,
	index: AccountIndex,
	options: MatchOptions,
): Account | undefined {
	const { id, externalId, name, domains = [] } = organization;
	const what = name === undefined ? "the requester's organization" : `the organization "${name}"`;
	const external = externalId?.trim();
	const account =
		external && index.byId.get(index.found ? index.found.canonicalId(external) : external);
	if (account && !isOwnCompany(account, options, index)) {
		return matched(account, 'organization', 'exact');
	}

	const mapped = [id, external].flatMap((key) =>
		customersAmong(index.byOrganization.get(key ?? ''), index, options),
	);
	if (mapped.length > 0) {
		return decide(mapped, 'organization', `names ${what}`, options, 'exact');
	}
	const byDomain = domains.flatMap(companyHostsOf).flatMap((host) => {
		const finding = accountsAt(host, index, options);
		return 'accounts' in finding ? finding.accounts : [];
	});
	if (byDomain.length === 0) return undefined;
	return decide(byDomain, 'organization', `has a domain of ${what}`, options, 'likely');
}

function matchDomain(host: string, index: AccountIndex, options: MatchOptions): Account {
	const finding = accountsAt(host, index, options);
	if ('accounts' in finding) {
		const why = `has the domain ${registrableDomain(host) ?? host}`;
		return decide(finding.accounts, 'domain', why, options, 'likely');
	}
	if ('colleagues' in finding) {
		const { colleagues, domain } = finding;
		return {
			...matched(colleagues, 'domain', 'likely'),
			reason: `Contacts of this account, and of no other, have addresses at ${domain}`,
		};
	}
	return finding;
}

type AtHost =
	| { accounts: readonly AccountRow[] }
	| { colleagues: AccountRow; domain: string }
	| Account;

/** The accounts whose domain a host belongs to, or why there are none. */
function accountsAt(host: string, index: AccountIndex, options: MatchOptions): AtHost {
	const use = domainUse(host, options.personalDomains);
	const domain = registrableDomain(host);
	if (use === 'never') return personal(host, options);
	if (domain === undefined) {
		return { status: 'unmatched', reason: `${host} is not the domain of a company` };
	}
	const named = index.found && new Set(index.found.idsByHost.get(host));
	const all = [...new Set(index.byRegistrableDomain.get(domain))].filter(
		({ id }) => named === undefined || (id !== undefined && named.has(id)),
	);
	const customers = customersAmong(all, index, options);
	if (use === 'unlessClaimed') {
		const claimants = customers.filter(({ domains }) =>
			parentHosts(host).some((parent) => domains.includes(parent)),
		);
		// What several claim is a service that they share.
		return claimants.length === 1 ? { accounts: claimants } : personal(host, options);
	}
	if (customers.length > 0) return { accounts: nearest(host, customers) };
	const reason = colleagueReason(host, options, index);
	if (reason !== undefined) return { status: 'unmatched', reason };
	const colleagues = accountOfColleagues(index, host, domain);
	if (colleagues) return { colleagues, domain };
	return {
		status: 'unmatched',
		reason: `No known account has this contact or the domain ${domain}`,
	};
}

function personal(host: string, { personalDomains }: MatchOptions): Account {
	const isExcluded = parentHosts(host).some((parent) => personalDomains?.has(parent));
	return {
		status: 'personal-domain',
		reason: isExcluded
			? `${host} is excluded in Account Lookup, and the address is no known contact`
			: `${host} is a personal or disposable mail service, so its domain says nothing about the company, and the address is no known contact`,
	};
}

/** Those of the accounts that are not the admin's own company. */
function customersAmong(
	accounts: readonly AccountRow[] = [],
	index: AccountIndex,
	options: MatchOptions,
): readonly AccountRow[] {
	return accounts.filter((account) => !isOwnCompany(account, options, index));
}

/** Where accounts list hosts of one company, the host nearest above the requester's decides. */
function nearest(host: string, accounts: readonly AccountRow[]): readonly AccountRow[] {
	for (const parent of parentHosts(host)) {
		const found = accounts.filter(({ domains }) => domains.includes(parent));
		if (found.length > 0) return found;
	}
	return accounts;
}

type MatchedBy = NonNullable<Account['matchedBy']>;
type Certainty = NonNullable<Account['certainty']>;

function decide(
	accounts: readonly AccountRow[],
	matchedBy: MatchedBy,
	why: string,
	options: MatchOptions,
	certainty: Certainty,
): Account {
	const distinct = [...new Set(accounts)];
	const [only] = distinct;
	if (distinct.length === 1 && only) return matched(only, matchedBy, certainty);
	const { account, explanation } = choose(distinct, options);
	if (account) {
		return {
			...matched(account, matchedBy, 'likely'),
			reason: `Chosen among ${distinct.length} accounts, each of which ${why}: ${explanation}`,
		};
	}
	const shown = distinct.length > MAX_CANDIDATES ? `, the first ${MAX_CANDIDATES} are listed` : '';
	return {
		status: 'ambiguous',
		matchedBy,
		reason: `Each of ${distinct.length} accounts ${why}${shown}${explanation === '' ? '' : `. ${explanation}`}`,
		candidates: distinct.slice(0, MAX_CANDIDATES).map(candidateOf),
	};
}

function matched(account: AccountRow, matchedBy: MatchedBy, certainty: Certainty): Account {
	const facts = factsOf(account);
	const missing = missingFacts(facts);
	return {
		status: 'matched',
		matchedBy,
		certainty,
		...facts,
		...(missing.length > 0 && { missing }),
	};
}

/** Facts that gate rules and alerts ask for. */
const EXPECTED_FACTS = ['mrr', 'renewalDate', 'healthScore', 'healthChange', 'owner'] as const;

/** Those of the facts that gate rules and alerts ask for that an account does not have. */
export function missingFacts(facts: AccountFacts): NonNullable<Account['missing']> {
	return EXPECTED_FACTS.filter((fact) => facts[fact] === undefined);
}

/** No rule asks a candidate for its fields, and ten times as many would only swell the item. */
function candidateOf(account: AccountRow): AccountFacts {
	const facts = { ...factsOf(account) };
	delete facts.fields;
	return facts;
}

function factsOf(account: AccountRow): AccountFacts {
	const facts: AccountFacts & Partial<AccountRow> = { ...account };
	delete facts.domains;
	delete facts.contacts;
	delete facts.parentId;
	delete facts.organizations;
	return facts;
}
