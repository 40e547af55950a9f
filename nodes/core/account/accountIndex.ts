import type { AliasRow } from './aliases';
import { registrableDomain } from './domain';
import { isPersonalDomain } from './personalDomains';
import type { AccountRow } from './table/rows';

export interface AccountIndex {
	readonly byContact: ReadonlyMap<string, readonly AccountRow[]>;
	readonly byRegistrableDomain: ReadonlyMap<string, readonly AccountRow[]>;
	readonly byId: ReadonlyMap<string, AccountRow>;
	readonly byOrganization: ReadonlyMap<string, readonly AccountRow[]>;
	/** Account IDs by what was attached by hand: an address, or "@" and a domain. */
	readonly aliases: ReadonlyMap<string, readonly string[]>;
	/** Registrable domains of the owners' addresses: whoever writes from there is a colleague of theirs. */
	readonly ownDomains: ReadonlySet<string>;
	/** The one account whose contacts share a registrable domain, two of them at least; "several" where others have contacts there, too. */
	readonly byContactDomain: ReadonlyMap<string, AccountRow | 'several'>;
	readonly found?: Findings;
}

/** What a source found out for the requesters of a batch, where it does not tell all it knows. */
export interface Findings {
	/** Account IDs by the host of an address. With it, an account that came along for another requester matches nobody by its domain. */
	idsByHost: ReadonlyMap<string, readonly string[]>;
	/** The account ID of each contact at the company domain of a host. */
	idsOfColleagues: ReadonlyMap<string, readonly string[]>;
	/** The form in which the source writes an account ID. */
	canonicalId(id: string): string;
}

/** Fewer contacts at a domain may be a guest, or someone who moved on. */
const LEAST_COLLEAGUES = 2;

/**
 * Prepares known accounts for matching. Built once per batch; matching is then constant in their number.
 * @param found what the source told apart from the accounts; absent where the accounts are all there are
 */
export function indexAccounts(
	accounts: readonly AccountRow[],
	aliases: readonly AliasRow[] = [],
	found?: Findings,
): AccountIndex {
	const byContact = new Map<string, AccountRow[]>();
	const byRegistrableDomain = new Map<string, AccountRow[]>();
	const byId = new Map<string, AccountRow>();
	const byOrganization = new Map<string, AccountRow[]>();
	const aliasIds = new Map<string, string[]>();
	const ownersDomains = new Set<string>();
	for (const account of accounts) {
		if (account.id !== undefined && !byId.has(account.id)) byId.set(account.id, account);
		for (const contact of account.contacts) add(byContact, contact, account);
		for (const organization of account.organizations ?? []) {
			add(byOrganization, organization, account);
		}
		for (const domain of account.domains) {
			const registrable = registrableDomain(domain);
			if (registrable !== undefined) add(byRegistrableDomain, registrable, account);
		}
		for (const { email } of [account.owner ?? {}, account.inactiveOwner ?? {}]) {
			const domain = domainOf(email);
			if (domain !== undefined) ownersDomains.add(domain);
		}
	}
	for (const { address, accountId } of aliases) add(aliasIds, address, accountId);
	return {
		byContact,
		byRegistrableDomain,
		byId,
		byOrganization,
		aliases: aliasIds,
		ownDomains: new Set([...ownersDomains].filter((domain) => !isPersonalDomain(domain))),
		byContactDomain: found ? new Map() : contactDomains(accounts),
		found,
	};
}

/** The registrable domain of an address. */
export function domainOf(address: string | undefined): string | undefined {
	return address === undefined
		? undefined
		: registrableDomain(address.slice(address.lastIndexOf('@') + 1));
}

/** The account that the contacts at the company domain of a host have in common, two of them at least. */
export function accountOfColleagues(
	index: AccountIndex,
	host: string,
	domain: string,
): AccountRow | undefined {
	if (index.found === undefined) {
		const account = index.byContactDomain.get(domain);
		return account === 'several' ? undefined : account;
	}
	const ids = index.found.idsOfColleagues.get(host) ?? [];
	const [id] = ids;
	const isShared = ids.length >= LEAST_COLLEAGUES && ids.every((other) => other === id);
	return isShared && id !== undefined ? index.byId.get(id) : undefined;
}

function contactDomains(accounts: readonly AccountRow[]): AccountIndex['byContactDomain'] {
	const counts = new Map<string, Map<AccountRow, number>>();
	for (const account of accounts) {
		for (const contact of account.contacts) {
			const domain = domainOf(contact);
			if (domain === undefined) continue;
			const known = counts.get(domain) ?? new Map<AccountRow, number>();
			counts.set(domain, known.set(account, (known.get(account) ?? 0) + 1));
		}
	}
	const shared = new Map<string, AccountRow | 'several'>();
	for (const [domain, contacts] of counts) {
		const [only, ...others] = contacts;
		if (others.length > 0) shared.set(domain, 'several');
		else if (only && only[1] >= LEAST_COLLEAGUES) shared.set(domain, only[0]);
	}
	return shared;
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
	const values = map.get(key);
	if (values === undefined) map.set(key, [value]);
	else if (values.at(-1) !== value) values.push(value);
}
