import { domainToUnicode } from 'node:url';
import { hostOf, hostsByDomain, parentHosts, registrableDomain } from '../../core/account';
import { CrmError } from '../crmError';
import { addTo, hostSpellings } from '../idsByKey';
import type { HubSpotClient } from './client';
import { inChunks, type HubSpotObject } from './objects';
import {
	countSearches,
	MAX_IN_VALUES,
	MAX_RESULTS,
	searchForEach,
	type BuildSearch,
} from './search';

const FOUND_BY = ['domain', 'hs_additional_domains'];

/** Nobody files a company deeper, and someone may write from a host of a hundred labels. */
const MAX_SUBDOMAINS = 3;

/**
 * IDs of the companies of each host: those filed under the host itself or a host above it, down to the
 * registrable domain. Where none is filed under the very host, those count, too, that have it among their
 * additional domains or with "www." before it. What is found for one host never depends on the others.
 *
 * HubSpot compares domains as wholes, so that each has to be sent, and takes only short searches.
 * Companies filed below a host are not found here, see {@link findBelow}.
 * @param onCompany takes each company that was found
 */
export async function findByDomains(
	client: HubSpotClient,
	properties: string[],
	hosts: readonly string[],
	onCompany: (company: HubSpotObject) => void,
): Promise<Map<string, string[]>> {
	const byDomain = new Map<string, string[]>();
	const byOtherName = new Map<string, string[]>();
	const search = async (asked: readonly string[], build: BuildSearch, isWhole = true) => {
		const names = spellingsOf(asked);
		for (const company of await searchForEach(client, 'companies', names, build, failOverflow)) {
			if (isWhole) onCompany(company);
			const { domain, hs_additional_domains: more } = company.properties;
			const [own] = hostsIn(domain);
			if (own !== undefined) addTo(byDomain, own, company.id);
			for (const name of [own?.replace(/^www\./, ''), ...hostsIn(more)]) {
				if (name !== undefined && name !== own) addTo(byOtherName, name, company.id);
			}
		}
	};
	const isUnfiled = (host: string) => !byDomain.has(namesOf(host)[0] ?? host);

	const domain = searchBuilder(properties, (names) => [{ propertyName: 'domain', values: names }]);
	// With no more than what they are found by, a search holds more of them; few are found, and those are read.
	const others = searchBuilder(FOUND_BY, othersOf);
	const all = searchBuilder(properties, (names) => [
		{ propertyName: 'domain', values: names.flatMap((name) => [name, `www.${name}`]) },
		{ propertyName: 'hs_additional_domains', values: names },
	]);
	const names = spellingsOf(hosts);
	if (countSearches(names, all) <= countSearches(names, domain)) await search(hosts, all);
	else {
		await search(hosts, domain);
		await search(hosts.filter(isUnfiled), others, false);
	}

	const ids = new Map<string, string[]>();
	for (const host of hosts) {
		const maps = isUnfiled(host) ? [byDomain, byOtherName] : [byDomain];
		for (const name of namesOf(host)) {
			for (const id of maps.flatMap((map) => map.get(name) ?? [])) addTo(ids, host, id);
		}
	}
	return ids;
}

/**
 * IDs of the companies that are filed under another host of the same registrable domain, by host: a shop's company is
 * "shop.acme.com" to HubSpot, and its people write from acme.com. That takes the operator CONTAINS_TOKEN, of which a
 * search holds five values, where it holds a hundred and more of IN.
 * @param onCompany takes each company that was found
 */
export async function findBelow(
	client: HubSpotClient,
	properties: string[],
	hosts: readonly string[],
	onCompany: (company: HubSpotObject) => void,
): Promise<Map<string, string[]>> {
	const asked = hostsByDomain(hosts);
	const build: BuildSearch = (domains) => ({
		filterGroups: domains.map((domain) => ({
			filters: [{ propertyName: 'domain', operator: 'CONTAINS_TOKEN', value: `*.${domain}` }],
		})),
		properties,
	});
	const ids = new Map<string, string[]>();
	// A domain with more companies than a look-up can read tells nothing.
	for (const company of await searchForEach(
		client,
		'companies',
		[...asked.keys()],
		build,
		() => {},
	)) {
		onCompany(company);
		const [own = ''] = hostsIn(company.properties.domain);
		// What a token is, HubSpot decides: only parsed hosts are compared.
		for (const host of asked.get(registrableDomain(own) ?? '') ?? []) addTo(ids, host, company.id);
	}
	return ids;
}

interface Filter {
	propertyName: string;
	values: string[];
}

function othersOf(names: string[]): Filter[] {
	return [
		{ propertyName: 'domain', values: names.map((name) => `www.${name}`) },
		{ propertyName: 'hs_additional_domains', values: names },
	];
}

/** @param filtersOf what to search for, any of it, to find these names */
function searchBuilder(
	properties: string[],
	filtersOf: (names: string[]) => Filter[],
): BuildSearch {
	const groupsOf = (names: string[]) =>
		filtersOf(names).flatMap(({ propertyName, values }) =>
			[...inChunks(values, MAX_IN_VALUES)].map((some) => ({
				filters: [{ propertyName, operator: 'IN', values: some }],
			})),
		);
	return (names) => ({ filterGroups: groupsOf(names), properties });
}

/** What a company of this host may be filed under: its registrable domain, or a host between the two. */
function namesOf(host: string): string[] {
	const domain = registrableDomain(host) ?? host;
	const below = parentHosts(host).filter((name) => name.endsWith(`.${domain}`));
	// A tenant's mail host need not end with its domain: acme.mail.onmicrosoft.com.
	const own = below.length === 0 && host !== domain ? [host] : [];
	return [...own, ...below.slice(-MAX_SUBDOMAINS), domain];
}

/** The names of all hosts, each with its Unicode spelling where it has one. */
function spellingsOf(hosts: readonly string[]): string[] {
	const names = hosts.flatMap(namesOf);
	return [...new Set(names.flatMap(hostSpellings))];
}

/** The hosts in a property that lists domains, where written so that a search of the host finds them. */
function hostsIn(value: unknown): string[] {
	const texts = typeof value === 'string' ? value.toLowerCase().split(/[\s,;]+/) : [];
	return texts.flatMap((text) => {
		const host = hostOf(text);
		return host !== undefined && [host, domainToUnicode(host)].includes(text) ? [host] : [];
	});
}

function failOverflow(domain: string): never {
	throw new CrmError(
		`More than ${MAX_RESULTS.toLocaleString('en')} HubSpot companies have the domain "${domain}"`,
		'Add it under "More Personal Domains" in Options, so that it names no account',
	);
}
