import { NodeOperationError } from 'n8n-workflow';
import {
	addressesOf,
	attachedDomainsOf,
	companyHostsOf,
	domainUse,
	indexAccounts,
	readEmail,
	registrableDomain,
	withLoggedHealth,
	type AccountIndex,
	type AccountRow,
	type AliasRow,
	type EmailAddress,
	type HealthReading,
	type MatchOptions,
} from '../core/account';
import type { TicketOrganization } from '../core/item/types';
import { DeadlineError, StoppedError } from '../shared/deadline';
import type { Wait } from './batchCache';
import type { CrmCaches } from './crmCaches';
import { CrmError } from './crmError';

/** One CRM, asked for many requesters at once. */
export interface CrmSource {
	/** The form in which the CRM itself writes an account ID that people wrote down. */
	canonicalId(id: string): string;
	/** Account IDs of the contacts with these addresses; several where the CRM knows several. */
	findByContacts(addresses: string[]): Promise<Map<string, string[]>>;
	/** Whether a text has the form of an account ID of this CRM. */
	isAccountId(id: string): boolean;
	/** Account IDs by what a helpdesk calls an organization, where an account names it. */
	findByOrganizations(ids: string[]): Promise<Map<string, string[]>>;
	/** Account IDs by host of an address: accounts with that host, or another of the same company domain. */
	findByDomains(hosts: string[]): Promise<Map<string, string[]>>;
	/** The account ID of each contact at the company domain of a host, by host. */
	findColleagues(hosts: string[]): Promise<Map<string, string[]>>;
	/** Account IDs by host, of accounts under other hosts of its company domain; absent where {@link findByDomains} finds them. */
	findBelow?(hosts: string[]): Promise<Map<string, string[]>>;
	/** The accounts with these IDs, with all their facts. */
	readAccounts(ids: string[]): Promise<Map<string, AccountRow>>;
}

/** Whoever wrote a ticket, as far as the helpdesk knows. */
export interface LookupRequester {
	email: unknown;
	organization?: TicketOrganization;
}

export interface LookupContext {
	source: CrmSource;
	caches: CrmCaches;
	/** Waits for what another execution is fetching, no longer than this one may take. */
	wait?: Wait;
	/** Addresses of requesters that later look-ups will ask for, at most so many; absent where nothing is remembered for them. */
	waiting?: (limit: number) => Promise<string[]>;
	/** Addresses and domains that someone attached to an account by hand. */
	aliases: readonly AliasRow[];
	/** Health scores that a log kept, by account ID, for CRMs that do not track them. */
	healthLog: ReadonlyMap<string, readonly HealthReading[]>;
	healthDays: number;
	/** Milliseconds since 1970. */
	now: number;
	options: MatchOptions;
}

/** Requesters that are looked up before their turn, together with those whose turn it is. */
const MOST_WAITING = 200;

/** What one search of HubSpot holds of domains with all below them; a burst is not slowed down by strangers. */
const MOST_ASKED_BELOW = 5;

/** Of the dearest question no more is asked before its turn: HubSpot answers 100 domains in one or two searches. */
const MOST_COLLEAGUE_HOSTS = 100;

/**
 * Collects what the CRM knows of all requesters of a batch, in few calls, ready for matching. A call costs the same for
 * one address as for a hundred: where the CRM has to be asked anyway, it is asked for those that wait, too, so that in a
 * burst most runs need no call at all. What they make fail fails nobody here: without them it is asked again, unless
 * that would fare the same.
 */
export async function collectAccounts(
	requesters: readonly LookupRequester[],
	context: LookupContext,
): Promise<AccountIndex> {
	const { caches, options } = context;
	const own = requesters.map(({ email, organization }) => ({
		email: emailOf(email),
		organization,
	}));
	const isKnown = own.every(
		({ email }) =>
			email === undefined ||
			addressesOf(email, options).every((address) => caches.contacts.has(address)),
	);
	const waiting = isKnown ? [] : ((await context.waiting?.(MOST_WAITING)) ?? []);
	if (waiting.length === 0) return await collect(own, [], context);
	const others = waiting.map((address) => ({ email: emailOf(address) }));
	return await collect(own, others, context).catch(async (cause: unknown) => {
		if (isOfAnyCall(cause)) throw cause;
		return await collect(own, [], context);
	});
}

/** Where n8n itself throws, it is about the credential; who was stopped asks nothing more. */
function isOfAnyCall(cause: unknown): boolean {
	if (cause instanceof CrmError) return cause.isOfAnyCall;
	return (
		cause instanceof DeadlineError ||
		cause instanceof StoppedError ||
		cause instanceof NodeOperationError
	);
}

interface KnownRequester {
	email?: EmailAddress;
	organization?: TicketOrganization;
}

function emailOf(value: unknown): EmailAddress | undefined {
	const reading = readEmail(value);
	return 'email' in reading ? reading.email : undefined;
}

/**
 * Contacts first, then attached addresses, organizations, and the domains of those still without an account; last who
 * else writes from domains that no account has.
 */
async function collect(
	own: readonly KnownRequester[],
	others: readonly KnownRequester[],
	context: LookupContext,
): Promise<AccountIndex> {
	const { source, caches, options, wait } = context;
	const aliases = context.aliases.map(({ address, accountId }) => ({
		address,
		accountId: source.canonicalId(accountId),
	}));
	const known = [...own, ...others];
	const addresses = known.flatMap(({ email }) => (email ? addressesOf(email, options) : []));
	const byContact = await caches.contacts.load(
		addresses,
		async (missing) => await source.findByContacts(missing),
		wait,
	);

	const isContact = (address: string) => (byContact.get(address)?.length ?? 0) > 0;
	const strangers = known.filter(
		({ email }) => email === undefined || !addressesOf(email, options).some(isContact),
	);
	const usable = new Set(
		strangers.flatMap(({ email }) =>
			email ? [...addressesOf(email, options), ...attachedDomainsOf(email)] : [],
		),
	);
	const usedAliases = aliases.filter(({ address }) => usable.has(address));
	const attached = new Set(usedAliases.map(({ address }) => address));
	const open = strangers.filter(
		({ email }) =>
			email === undefined ||
			![...addressesOf(email, options), ...attachedDomainsOf(email)].some((address) =>
				attached.has(address),
			),
	);
	const organizationIds = open.flatMap(({ organization }) => idsOf(organization));
	const byOrganization = await caches.organizations.load(
		organizationIds,
		async (missing) => await source.findByOrganizations(missing),
		wait,
	);

	const hosts = new Set(
		open.flatMap(({ email, organization }) => [
			...(email ? [email.host] : []),
			...(organization?.domains ?? []).flatMap(companyHostsOf),
		]),
	);
	const searched = [...hosts].filter(
		(host) =>
			registrableDomain(host) !== undefined && domainUse(host, options.personalDomains) !== 'never',
	);
	const byDomain = await caches.domains.load(
		searched,
		async (missing) => await source.findByDomains(missing),
		wait,
	);
	const unnamed = [
		...new Set(
			open.flatMap(({ email, organization }) => {
				const isOrganizationKnown = idsOf(organization).some((id) => byOrganization.has(id));
				return email && !isOrganizationKnown && isUnnamed(email.host, byDomain, options)
					? [email.host]
					: [];
			}),
		),
	];
	const ownHosts = new Set(own.map(({ email }) => email?.host));
	const ownUnnamed = unnamed.filter((host) => ownHosts.has(host));
	const asked = [
		...ownUnnamed,
		...unnamed
			.filter((host) => !ownHosts.has(host))
			.slice(0, Math.max(0, MOST_COLLEAGUE_HOSTS - ownUnnamed.length)),
	];
	const colleagues = await caches.colleagues.load(
		asked,
		async (missing) => await source.findColleagues(missing),
		wait,
	);

	const strange = ownUnnamed.filter((host) => (colleagues.get(host)?.length ?? 0) === 0);
	const below =
		source.findBelow && own.length <= MOST_ASKED_BELOW
			? await caches.below.load(strange, source.findBelow, wait)
			: new Map<string, string[]>();

	const externalIds = open.flatMap(({ organization }) =>
		organization?.externalId === undefined ? [] : [source.canonicalId(organization.externalId)],
	);
	const ids = new Set([
		...[...byContact.values()].flat(),
		...usedAliases.map(({ accountId }) => accountId),
		...externalIds.filter((id) => source.isAccountId(id)),
		...[...byOrganization.values()].flat(),
		...[...byDomain.values()].flat(),
		...[...colleagues.values()].flat(),
		...[...below.values()].flat(),
	]);
	const accounts = await caches.accounts.load(
		ids,
		async (missing) => await source.readAccounts(missing),
		wait,
	);
	// An account that is filed under another host of the same domain is found by any contact there.
	const idsByHost = new Map(byDomain);
	for (const [host, found] of [...colleagues, ...below]) idsByHost.set(host, [...new Set(found)]);
	return indexAccounts(join(byContact, accounts, context), aliases, {
		idsByHost,
		idsOfColleagues: colleagues,
		canonicalId: (id) => source.canonicalId(id),
	});
}

/** What an account may call an organization. */
function idsOf(organization: TicketOrganization | undefined): string[] {
	return [organization?.id, organization?.externalId].flatMap((id) => id?.trim() || []);
}

/** Whether no account was found for a host that is a company's beyond doubt. */
function isUnnamed(
	host: string,
	byDomain: ReadonlyMap<string, string[]>,
	{ personalDomains }: MatchOptions,
): boolean {
	return (
		(byDomain.get(host)?.length ?? 0) === 0 &&
		registrableDomain(host) !== undefined &&
		domainUse(host, personalDomains) === 'company'
	);
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
