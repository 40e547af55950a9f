import {
	addressesOf,
	indexAccounts,
	isPersonalDomain,
	readEmail,
	registrableDomain,
	withLoggedHealth,
	type AccountIndex,
	type AccountRow,
	type AliasRow,
	type HealthReading,
	type MatchOptions,
} from '../core/account';
import { BatchCache, type BatchCacheOptions, type Wait } from './batchCache';

/** One CRM, asked for many requesters at once. */
export interface CrmSource {
	/** The form in which the CRM itself writes an account ID that people wrote down. */
	canonicalId(id: string): string;
	/** Account IDs of the contacts with these addresses; several where the CRM knows several. */
	findByContacts(addresses: string[]): Promise<Map<string, string[]>>;
	/** Account IDs by host of an address: accounts with that host, or another of the same company domain. */
	findByDomains(hosts: string[]): Promise<Map<string, string[]>>;
	/** The accounts with these IDs, with all their facts. */
	readAccounts(ids: string[]): Promise<Map<string, AccountRow>>;
}

export interface CrmCaches {
	contacts: BatchCache<string[]>;
	domains: BatchCache<string[]>;
	accounts: BatchCache<AccountRow>;
}

export interface LookupContext {
	source: CrmSource;
	caches: CrmCaches;
	/** Waits for what another execution is fetching, no longer than this one may take. */
	wait?: Wait;
	/** Addresses that someone attached to an account by hand. */
	aliases: readonly AliasRow[];
	/** Health scores that a log kept, by account ID, for CRMs that do not track them. */
	healthLog: ReadonlyMap<string, readonly HealthReading[]>;
	healthDays: number;
	/** Milliseconds since 1970. */
	now: number;
	options: MatchOptions;
}

const MINUTE = 60_000;

/**
 * How long answers are good for. With 0 `minutes` nothing outlives an execution, so that within one all
 * stays known, however long it takes.
 */
export function cacheOptions(minutes: number): BatchCacheOptions {
	const ttl = (minutes > 0 ? minutes : 60) * MINUTE;
	return { max: 5000, ttl, emptyTtl: Math.min(ttl, MINUTE) };
}

/** Caches for one credential and mapping. */
export function createCaches(minutes: number): CrmCaches {
	const options = cacheOptions(minutes);
	const isEmpty = (ids: string[] | undefined) => ids === undefined || ids.length === 0;
	return {
		contacts: new BatchCache(options, isEmpty),
		domains: new BatchCache(options, isEmpty),
		accounts: new BatchCache<AccountRow>(options),
	};
}

/**
 * Collects what the CRM knows of all requesters of a batch, in few calls, ready for matching: contacts
 * first, then attached addresses, then the domains of those still without an account.
 */
export async function collectAccounts(
	requesters: readonly unknown[],
	context: LookupContext,
): Promise<AccountIndex> {
	const { source, caches, options, wait } = context;
	const aliases = context.aliases.map(({ email, accountId }) => ({
		email,
		accountId: source.canonicalId(accountId),
	}));
	const emails = requesters.flatMap((value) => {
		const reading = readEmail(value);
		return 'email' in reading ? [reading.email] : [];
	});
	const addresses = emails.flatMap((email) => addressesOf(email, options));
	const byContact = await caches.contacts.load(
		addresses,
		(missing) => source.findByContacts(missing),
		wait,
	);

	const isContact = (address: string) => (byContact.get(address)?.length ?? 0) > 0;
	const wanted = new Set(addresses);
	const usedAliases = aliases.filter(({ email }) => wanted.has(email) && !isContact(email));
	const attached = new Set(usedAliases.map(({ email }) => email));
	const hosts = new Set<string>();
	for (const email of emails) {
		const known = addressesOf(email, options).some(
			(address) => isContact(address) || attached.has(address),
		);
		if (known || registrableDomain(email.host) === undefined) continue;
		if (!isPersonalDomain(email.host, options.personalDomains)) hosts.add(email.host);
	}
	const byDomain = await caches.domains.load(
		hosts,
		(missing) => source.findByDomains(missing),
		wait,
	);

	const ids = new Set([
		...[...byContact.values()].flat(),
		...usedAliases.map(({ accountId }) => accountId),
		...[...byDomain.values()].flat(),
	]);
	const accounts = await caches.accounts.load(ids, (missing) => source.readAccounts(missing), wait);
	return indexAccounts(join(byContact, accounts, context), aliases, byDomain);
}

function join(
	byContact: ReadonlyMap<string, string[]>,
	accounts: ReadonlyMap<string, AccountRow>,
	context: LookupContext,
): AccountRow[] {
	const healthLog = new Map(
		[...context.healthLog].map(([id, readings]) => [context.source.canonicalId(id), readings]),
	);
	const rows = new Map<string, AccountRow>();
	for (const account of accounts.values()) {
		const row = {
			...withLoggedHealth(account, healthLog, context.now, context.healthDays),
			contacts: [...account.contacts],
		};
		if (row.id !== undefined) rows.set(row.id, row);
	}
	for (const [address, ids] of byContact) {
		for (const id of ids) {
			const known = rows.get(id);
			// The contact names the account even where the CRM does not let its record be read.
			if (known) known.contacts.push(address);
			else rows.set(id, { id, domains: [], contacts: [address] });
		}
	}
	return [...rows.values()];
}
