import type { Account, AccountFacts } from '../item/types';
import { isPersonalDomain, parentHosts, registrableDomain } from './domain';
import { readEmail, withoutPlusTag, type EmailAddress } from './email';
import type { AccountRow, AliasRow } from './table/rows';

/** How one account is chosen when several match. "none" leaves it to a person. */
export type AccountChoice = 'none' | 'highestMrr' | 'parentAccount' | 'openRenewal';

export interface MatchOptions {
	/** Whether "jane+billing@acme.com" is also looked for as "jane@acme.com". */
	plusAddressing?: boolean;
	chooseBy?: AccountChoice;
	/** ISO date. The choice by open renewal needs it: only a renewal from this day on is open. */
	today?: string;
	/** Domains, lower case, never matched by domain besides the known mail services. */
	personalDomains?: ReadonlySet<string>;
}

export interface AccountIndex {
	readonly byContact: ReadonlyMap<string, readonly AccountRow[]>;
	readonly byRegistrableDomain: ReadonlyMap<string, readonly AccountRow[]>;
	readonly byId: ReadonlyMap<string, AccountRow>;
	readonly aliases: ReadonlyMap<string, readonly string[]>;
	/** Account IDs by the host of an address, where the source told them host by host. */
	readonly idsByHost?: ReadonlyMap<string, readonly string[]>;
}

/** More would only swell the item; the reason says how many there were. */
const MAX_CANDIDATES = 10;

/**
 * Prepares known accounts for {@link matchAccount}. Built once per batch; matching is then constant in their number.
 * @param idsByHost the accounts a source found for each host; with it, an account that came along for another
 * requester matches nobody by its domain
 */
export function indexAccounts(
	accounts: readonly AccountRow[],
	aliases: readonly AliasRow[] = [],
	idsByHost?: ReadonlyMap<string, readonly string[]>,
): AccountIndex {
	const byContact = new Map<string, AccountRow[]>();
	const byRegistrableDomain = new Map<string, AccountRow[]>();
	const byId = new Map<string, AccountRow>();
	const aliasIds = new Map<string, string[]>();
	for (const account of accounts) {
		if (account.id !== undefined && !byId.has(account.id)) byId.set(account.id, account);
		for (const contact of account.contacts) add(byContact, contact, account);
		for (const domain of account.domains) {
			const registrable = registrableDomain(domain);
			if (registrable !== undefined) add(byRegistrableDomain, registrable, account);
		}
	}
	for (const { email, accountId } of aliases) add(aliasIds, email, accountId);
	return { byContact, byRegistrableDomain, byId, aliases: aliasIds, idsByHost };
}

/**
 * Finds the account of a requester: by contact address, then by an alias someone set, then by company
 * domain (DESIGN 3.5). Never throws; what stands in the way is told in `reason`.
 */
export function matchAccount(
	email: unknown,
	index: AccountIndex,
	options: MatchOptions = {},
): Account {
	const reading = readEmail(email);
	if ('problem' in reading) return { status: 'unmatched', reason: reading.problem };
	const addresses = addressesOf(reading.email, options);

	for (const address of addresses) {
		const contacts = index.byContact.get(address) ?? [];
		const aliasIds = [...new Set(index.aliases.get(address))];
		const attached = contacts.filter(({ id }) => id !== undefined && aliasIds.includes(id));
		// Someone decided between these accounts before.
		if (contacts.length > 1 && attached.length === 1 && attached[0]) {
			return matched(attached[0], 'alias', 'exact');
		}
		if (contacts.length > 0) {
			return decide(
				contacts,
				'contact',
				`has ${address} as a contact`,
				options,
				address === addresses[0],
			);
		}
		if (aliasIds.length > 0) return matchAlias(address, aliasIds, index, options);
	}
	return matchDomain(reading.email.host, index, options);
}

/** The forms an address is looked for in, the exact one first. */
export function addressesOf(email: EmailAddress, options: MatchOptions): string[] {
	const plain = options.plusAddressing ? withoutPlusTag(email) : undefined;
	return plain === undefined ? [email.address] : [email.address, plain];
}

function matchAlias(
	address: string,
	ids: readonly string[],
	index: AccountIndex,
	options: MatchOptions,
): Account {
	const accounts = ids.flatMap((id) => index.byId.get(id) ?? []);
	if (accounts.length === 0) {
		// Falling through to the domain could name another account than the one a person chose.
		return {
			status: 'unmatched',
			reason: `${address} was attached to account ${ids.join(', ')}, which is not among the known accounts`,
		};
	}
	return decide(accounts, 'alias', `has ${address} attached`, options, true);
}

function matchDomain(host: string, index: AccountIndex, options: MatchOptions): Account {
	if (isPersonalDomain(host, options.personalDomains)) {
		return {
			status: 'personal-domain',
			reason: `${host} is a personal or disposable mail service, so its domain says nothing about the company, and the address is no known contact`,
		};
	}
	const registrable = registrableDomain(host);
	if (registrable === undefined) {
		return { status: 'unmatched', reason: `${host} is not the domain of a company` };
	}
	const named = index.idsByHost && new Set(index.idsByHost.get(host));
	const all = (index.byRegistrableDomain.get(registrable) ?? []).filter(
		({ id }) => named === undefined || (id !== undefined && named.has(id)),
	);
	if (all.length === 0) {
		return {
			status: 'unmatched',
			reason: `No known account has this contact or the domain ${registrable}`,
		};
	}
	return decide(nearest(host, all), 'domain', `has the domain ${registrable}`, options, true);
}

/** Where accounts list hosts of one company, the host nearest above the requester's decides. */
function nearest(host: string, accounts: readonly AccountRow[]): readonly AccountRow[] {
	for (const parent of parentHosts(host)) {
		const found = accounts.filter(({ domains }) => domains.includes(parent));
		if (found.length > 0) return found;
	}
	return accounts;
}

function decide(
	accounts: readonly AccountRow[],
	matchedBy: NonNullable<Account['matchedBy']>,
	why: string,
	options: MatchOptions,
	isExact: boolean,
): Account {
	const distinct = [...new Set(accounts)];
	const [only] = distinct;
	const certainty = matchedBy !== 'domain' && isExact ? 'exact' : 'likely';
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
		candidates: distinct.slice(0, MAX_CANDIDATES).map(factsOf),
	};
}

function choose(
	accounts: readonly AccountRow[],
	{ chooseBy = 'none', today }: MatchOptions,
): { account?: AccountRow; explanation: string } {
	switch (chooseBy) {
		case 'highestMrr':
			return chooseByMrr(accounts);
		case 'parentAccount':
			return chooseParent(accounts);
		case 'openRenewal':
			return chooseByRenewal(accounts, today);
		default:
			return { explanation: '' };
	}
}

function chooseByMrr(accounts: readonly AccountRow[]): ReturnType<typeof choose> {
	if (accounts.some(({ mrr }) => mrr === undefined)) {
		return { explanation: 'The MRR of some is unknown, so the highest cannot be told' };
	}
	if (new Set(accounts.map(({ currency }) => currency)).size > 1) {
		return { explanation: 'Their MRR is in different currencies, so the highest cannot be told' };
	}
	const highest = Math.max(...accounts.map(({ mrr = 0 }) => mrr));
	const [account, ...ties] = accounts.filter(({ mrr }) => mrr === highest);
	return account && ties.length === 0
		? { account, explanation: 'it has the highest MRR' }
		: { explanation: 'Several have the highest MRR' };
}

function chooseParent(accounts: readonly AccountRow[]): ReturnType<typeof choose> {
	const parents = new Map(accounts.map(({ id, parentId }) => [id, parentId]));
	const isUnder = (account: AccountRow, top: AccountRow): boolean => {
		let at = account.parentId;
		// As many steps as there are accounts: parents may go round in a circle.
		for (let step = 0; step < accounts.length && at !== undefined; step++) {
			if (at === top.id) return true;
			at = parents.get(at);
		}
		return false;
	};
	const [account, ...others] = accounts.filter((top) =>
		accounts.every((one) => one === top || isUnder(one, top)),
	);
	return account && others.length === 0
		? { account, explanation: 'it is the parent of the others' }
		: { explanation: 'None of them is the parent of all others' };
}

function chooseByRenewal(
	accounts: readonly AccountRow[],
	today: string | undefined,
): ReturnType<typeof choose> {
	const open = accounts.filter(
		({ renewalDate }) => renewalDate !== undefined && (today === undefined || renewalDate >= today),
	);
	const next = open.map(({ renewalDate = '' }) => renewalDate).sort()[0];
	const [account, ...ties] = open.filter(({ renewalDate }) => renewalDate === next);
	if (account && ties.length === 0) return { account, explanation: 'its open renewal is the next' };
	return {
		explanation: account ? 'Several renew on the same day' : 'None of them has an open renewal',
	};
}

function matched(
	account: AccountRow,
	matchedBy: NonNullable<Account['matchedBy']>,
	certainty: NonNullable<Account['certainty']>,
): Account {
	const facts = factsOf(account);
	const missing = EXPECTED_FACTS.filter((fact) => facts[fact] === undefined);
	return {
		status: 'matched',
		matchedBy,
		certainty,
		...facts,
		...(missing.length > 0 && { missing: [...missing] }),
	};
}

/** Facts that gate rules and alerts ask for. */
const EXPECTED_FACTS = ['mrr', 'renewalDate', 'healthScore', 'healthChange', 'owner'] as const;

function factsOf(account: AccountRow): AccountFacts {
	const facts: AccountFacts & Partial<AccountRow> = { ...account };
	delete facts.domains;
	delete facts.contacts;
	delete facts.parentId;
	return facts;
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
	const values = map.get(key);
	if (values === undefined) map.set(key, [value]);
	else if (values.at(-1) !== value) values.push(value);
}
