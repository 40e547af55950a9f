import { comparableEmail, hostsByDomain, registrableDomain } from '../../core/account';
import { hostSpellings } from '../idsByKey';
import type { Query } from './queries';
import { soqlEndsWith } from './soql';

/**
 * The account ID of each contact whose address is at the company domain of a host, by host. A domain with more
 * contacts than a look-up can read tells nothing.
 */
export async function findColleagues(
	query: Query,
	hosts: readonly string[],
): Promise<Map<string, string[]>> {
	const asked = hostsByDomain(hosts);
	const contacts = await query(
		[...asked.keys()],
		(some) =>
			`SELECT Email, AccountId FROM Contact WHERE AccountId != null AND (${some.map(conditionOf).join(' OR ')})`,
		(some) => {
			if (some.length === 1) return [];
			const middle = Math.ceil(some.length / 2);
			return [some.slice(0, middle), some.slice(middle)];
		},
	);
	const seen = new Set<string>();
	const ids = new Map<string, string[]>();
	for (const { Email, AccountId } of contacts) {
		const address = comparableEmail(Email);
		const domain = address && registrableDomain(address.slice(address.lastIndexOf('@') + 1));
		const contact = `${address} ${String(AccountId)}`;
		// The same person twice at an account is one colleague.
		if (domain === undefined || seen.has(contact)) continue;
		seen.add(contact);
		for (const host of asked.get(domain) ?? []) {
			ids.set(host, [...(ids.get(host) ?? []), String(AccountId)]);
		}
	}
	return ids;
}

function conditionOf(domain: string): string {
	return hostSpellings(domain)
		.flatMap((text) => [soqlEndsWith(`@${text}`), soqlEndsWith(`.${text}`)])
		.map((pattern) => `Email LIKE ${pattern}`)
		.join(' OR ');
}
