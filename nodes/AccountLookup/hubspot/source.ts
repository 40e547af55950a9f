import { domainToUnicode } from 'node:url';
import {
	comparableEmail,
	hostOf,
	hostsByDomain,
	parentHosts,
	registrableDomain,
	type AccountRow,
} from '../../core/account';
import type { CrmSource } from '../crmLookup';
import type { CrmSettings } from '../crmSettings';
import type { HubSpotClient } from './client';
import {
	addHealthChange,
	checkProperties,
	companyProperties,
	ownerIdOf,
	toAccount,
} from './company';
import {
	addTo,
	associations,
	idOf,
	MAX_IN_VALUES,
	readBatch,
	searchAll,
	splitSearch,
	type HubSpotObject,
} from './objects';
import type { HubSpotOwner } from './owners';
import { addDealFacts } from './deals';

/** HubSpot's limit of a batch read: 100, and 50 when histories are asked for. */
const BATCH = 100;
const BATCH_WITH_HISTORY = 50;

/**
 * HubSpot as a source of accounts, which it calls companies.
 * @param owners asked for only when a company has an owner
 * @param report takes what could not be understood, in plain words
 */
export function hubSpotSource(
	client: HubSpotClient,
	settings: CrmSettings,
	owners: (ids: string[]) => Promise<ReadonlyMap<string, HubSpotOwner>>,
	report: (problem: string) => void,
): CrmSource {
	const properties = companyProperties(settings);
	/** Companies that a search brought along with all their facts. */
	const seen = new Map<string, HubSpotObject>();

	return {
		canonicalId: (id) => id.trim(),

		async findByContacts(addresses) {
			const spellings = [...new Set(addresses.filter(canBeContact).flatMap(spellingsOf))];
			const contacts = await readBatch(client, 'contacts', spellings, BATCH, {
				idProperty: 'email',
				properties: ['email', 'hs_additional_emails', 'associatedcompanyid'],
			});
			const companiesOf = await companiesOfContacts(client, contacts);
			const wanted = new Set(addresses);
			const ids = new Map<string, string[]>();
			for (const contact of contacts) {
				const { email, hs_additional_emails: more } = contact.properties;
				for (const text of [email, ...String(more ?? '').split(';')]) {
					const address = comparableEmail(text);
					if (address === undefined || !wanted.has(address)) continue;
					for (const id of companiesOf.get(contact.id) ?? []) addTo(ids, address, id);
				}
			}
			return ids;
		},

		async findByDomains(hosts) {
			const ids = new Map<string, string[]>();
			const asked = hostsByDomain(hosts);
			const names = [...new Set(hosts.flatMap(namesOf))];
			const filter = (propertyName: string, values: string[]) => ({
				filters: [{ propertyName, operator: 'IN', values }],
			});
			const searches = splitSearch(names, MAX_IN_VALUES / 2, (some) => ({
				filterGroups: [
					filter(
						'domain',
						some.flatMap((name) => [name, `www.${name}`]),
					),
					filter('hs_additional_domains', some),
				],
				properties,
			}));
			for (const search of searches) {
				for (const company of await searchAll(client, 'companies', search)) {
					seen.set(company.id, company);
					for (const domain of registrableDomainsOf(company)) {
						for (const host of asked.get(domain) ?? []) addTo(ids, host, company.id);
					}
				}
			}
			return ids;
		},

		async readAccounts(ids) {
			const { health } = settings.fields;
			const valid = ids.filter((id) => /^\d{1,20}$/.test(id));
			const companies = health
				? await readBatch(client, 'companies', valid, BATCH_WITH_HISTORY, {
						properties,
						propertiesWithHistory: [health],
					})
				: await readBatch(
						client,
						'companies',
						valid.filter((id) => !seen.has(id)),
						BATCH,
						{ properties },
					);
			for (const company of companies) seen.set(company.id, company);
			const found = valid.flatMap((id) => seen.get(id) ?? []);
			await checkProperties(client, found, settings);

			const ownerIds = found.flatMap((company) => ownerIdOf(company, settings) ?? []);
			const ownersById = ownerIds.length > 0 ? await owners([...new Set(ownerIds)]) : new Map();
			const accounts = new Map<string, AccountRow>();
			for (const company of found) {
				const owner = ownersById.get(ownerIdOf(company, settings) ?? '') as
					| HubSpotOwner
					| undefined;
				const { account, problems } = toAccount(company, settings, owner);
				problems.forEach(report);
				addHealthChange(account, company, settings);
				accounts.set(company.id, account);
			}
			await addDealFacts(client, accounts, settings, report);
			return accounts;
		},
	};
}

/** The primary company of each contact; where none is primary, all companies it belongs to. */
async function companiesOfContacts(
	client: HubSpotClient,
	contacts: HubSpotObject[],
): Promise<Map<string, string[]>> {
	const companies = new Map<string, string[]>();
	const open: string[] = [];
	for (const contact of contacts) {
		const primary = idOf(contact.properties.associatedcompanyid);
		if (primary === undefined) open.push(contact.id);
		else companies.set(contact.id, [primary]);
	}
	for (const [contact, links] of await associations(client, 'contacts', 'companies', open)) {
		const primary = links.filter(({ isPrimary }) => isPrimary);
		companies.set(
			contact,
			(primary.length > 0 ? primary : links).map(({ id }) => id),
		);
	}
	return companies;
}

/** Nobody files a company deeper, and someone may write from a host of a hundred labels. */
const MAX_SUBDOMAINS = 3;

/**
 * What a company of this host may be filed under: its registrable domain, or a host between the two.
 * HubSpot compares domains as wholes, so that all have to be named, in either spelling.
 */
function namesOf(host: string): string[] {
	const domain = registrableDomain(host) ?? host;
	const names = parentHosts(host).filter((name) => name.length >= domain.length);
	return names
		.slice(-1 - MAX_SUBDOMAINS)
		.flatMap((name) => [...new Set([name, domainToUnicode(name) || name])]);
}

function registrableDomainsOf(company: HubSpotObject): Set<string> {
	const { domain, hs_additional_domains: more } = company.properties;
	return new Set(
		[domain, ...String(more ?? '').split(/[\s,;]+/)].flatMap((text) => {
			const host = typeof text === 'string' ? hostOf(text) : undefined;
			return (host && registrableDomain(host)) || [];
		}),
	);
}

/** A contact may hold a Unicode domain or its punycode; HubSpot compares letters. */
function spellingsOf(address: string): string[] {
	const at = address.lastIndexOf('@');
	const host = address.slice(at + 1);
	return [...new Set([address, `${address.slice(0, at)}@${domainToUnicode(host) || host}`])];
}

/**
 * HubSpot keeps no contact with a quoted or otherwise odd address, and one it takes for invalid must not
 * fail the batch of all others.
 */
function canBeContact(address: string): boolean {
	return /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9.-]+$/u.test(address);
}
