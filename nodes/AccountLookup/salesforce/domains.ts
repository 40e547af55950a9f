import { companyHostsOf, registrableDomain } from '../../core/account';
import { hostSpellings } from '../idsByKey';
import { valueAt } from './accountFields';
import type { SalesforceRecord } from './client';
import { inHalves, type Query } from './queries';
import { soqlContains, soqlHostPatterns } from './soql';

/**
 * Shorter names turn up within others by the thousand: "%ing.com%" finds each consulting.com, and
 * "%t.co%" each …t.com.
 */
const MIN_TELLING_LENGTH = 6;

interface Wanted {
	domain: string;
	/** Whether it is looked for only where a host can begin. */
	isAnchored: boolean;
}

/**
 * The accounts that name one of these registrable domains, or a subdomain of it, in one of the columns;
 * and others that only hold its letters, since Salesforce compares text.
 * @param fields what to read of each account
 */
export async function queryByDomains(
	query: Query,
	domains: Iterable<string>,
	columns: string[],
	fields: string,
): Promise<SalesforceRecord[]> {
	const wanted = [...domains].map((domain) => ({
		domain,
		isAnchored: domain.indexOf('.') < MIN_TELLING_LENGTH,
	}));
	const build = (some: Wanted[]) =>
		`SELECT ${fields} FROM Account WHERE ${some.map((one) => conditionOf(one, columns)).join(' OR ')}`;
	return await query(wanted, build, divide);
}

/** The registrable domains that an account names in these columns. */
export function registrableDomainsOf(record: SalesforceRecord, columns: string[]): Set<string> {
	const hosts = columns.flatMap((column) => companyHostsOf(String(valueAt(record, column) ?? '')));
	return new Set(hosts.flatMap((host) => registrableDomain(host) ?? []));
}

function conditionOf({ domain, isAnchored }: Wanted, columns: string[]): string {
	return hostSpellings(domain)
		.flatMap((text) => (isAnchored ? soqlHostPatterns(text) : [soqlContains(text)]))
		.flatMap((pattern) => columns.map((column) => `${column} LIKE ${pattern}`))
		.join(' OR ');
}

const halve = inHalves<Wanted>(
	({ domain }) => `accounts with the domain "${domain}"`,
	'Add it under "More Personal Domains" in Options, so that it names no account',
);

function divide(some: Wanted[]): Wanted[][] {
	if (some.every(({ isAnchored }) => isAnchored)) return halve(some);
	return [some.map(({ domain }) => ({ domain, isAnchored: true }))];
}
