import { comparableEmail, registrableDomain } from '../../core/account';
import { hostSpellings } from '../idsByKey';
import type { HubSpotClient } from './client';
import { idOf, inChunks } from './objects';
import { countSearches, MAX_IN_VALUES, searchForEach } from './search';

/**
 * More unknown companies in one batch than this many searches hold are hardly customers; asking for all of them would
 * take a look-up past 20 calls.
 */
const MAX_SEARCHES = 2;

/**
 * The ID of the primary company of each contact at a host or at its registrable domain, by host. HubSpot keeps the
 * domain of each contact's address in a property of its own and compares it as a whole. A domain with more contacts
 * than a look-up can read tells nothing.
 */
export async function findColleagues(
	client: HubSpotClient,
	hosts: readonly string[],
): Promise<Map<string, string[]>> {
	const namesOf = (host: string) => [...new Set([host, registrableDomain(host) ?? host])];
	const names = [...new Set(hosts.flatMap(namesOf).flatMap(hostSpellings))];
	if (countSearches(names, build) > MAX_SEARCHES) return new Map();
	const contacts = await searchForEach(client, 'contacts', names, build, () => {});
	const seen = new Set<string>();
	const companiesAt = new Map<string, string[]>();
	for (const { id, properties } of contacts) {
		const address = comparableEmail(properties.email);
		const company = idOf(properties.associatedcompanyid);
		// Two searches may find the same contact, and each contact is one colleague.
		if (address === undefined || company === undefined || seen.has(id)) continue;
		seen.add(id);
		const host = address.slice(address.lastIndexOf('@') + 1);
		companiesAt.set(host, [...(companiesAt.get(host) ?? []), company]);
	}
	return new Map(
		hosts.map((host) => [host, namesOf(host).flatMap((name) => companiesAt.get(name) ?? [])]),
	);
}

function build(names: string[]) {
	return {
		filterGroups: [...inChunks(names, MAX_IN_VALUES)].map((values) => ({
			filters: [
				{ propertyName: 'hs_email_domain', operator: 'IN', values },
				{ propertyName: 'associatedcompanyid', operator: 'HAS_PROPERTY' },
			],
		})),
		properties: ['email', 'associatedcompanyid'],
	};
}
