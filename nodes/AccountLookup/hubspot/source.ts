import type { AccountRow } from '../../core/account';
import type { CrmSource } from '../crmLookup';
import type { CrmSettings } from '../crmSettings';
import type { HubSpotClient } from './client';
import {
	addHealthChange,
	checkProperties,
	searchedProperties,
	ownerIdOf,
	toAccount,
} from './company';
import { companyReader } from './companyReader';
import { findColleagues } from './colleagues';
import { findByContacts } from './contacts';
import { addDealFacts } from './deals';
import { findBelow, findByDomains } from './domains';
import { findByOrganizations } from './organizations';
import { unknownOwner, type HubSpotOwner } from './owners';

/**
 * HubSpot as a source of accounts, which it calls companies.
 * @param owners asked for only when a company has an owner
 * @param isKnown whether an earlier look-up has read this company, and still remembers it
 * @param report takes what could not be understood, in plain words
 */
export function hubSpotSource(
	client: HubSpotClient,
	settings: CrmSettings,
	owners: (ids: string[]) => Promise<ReadonlyMap<string, HubSpotOwner>>,
	isKnown: (id: string) => boolean,
	report: (problem: string) => void,
): CrmSource {
	const companies = companyReader(client, settings, isKnown);

	return {
		canonicalId: (id) => id.trim(),

		findByContacts: async (addresses) => await findByContacts(client, companies, addresses, report),

		findByDomains: async (hosts) =>
			await findByDomains(client, searchedProperties(settings), hosts, companies.note),

		isAccountId: (id) => /^\d{1,20}$/.test(id),

		async findByOrganizations(organizations) {
			const { organization } = settings.fields;
			if (organization === undefined) return new Map();
			const properties = searchedProperties(settings);
			return await findByOrganizations(
				client,
				organization,
				properties,
				organizations,
				companies.note,
			);
		},

		findColleagues: async (hosts) => await findColleagues(client, hosts),

		findBelow: async (hosts) =>
			await findBelow(client, searchedProperties(settings), hosts, companies.note),

		async readAccounts(ids) {
			const found = await companies.read(ids);
			await checkProperties(client, [...found.values()], settings);

			const ownerIds = [...found.values()].flatMap((company) => ownerIdOf(company, settings) ?? []);
			const ownersById =
				ownerIds.length > 0
					? await owners([...new Set(ownerIds)])
					: new Map<string, HubSpotOwner>();
			const accounts = new Map<string, AccountRow>();
			for (const [id, company] of found) {
				const ownerId = ownerIdOf(company, settings);
				const owner = ownerId && (ownersById.get(ownerId) ?? unknownOwner(ownerId));
				const { account, problems } = toAccount(company, settings, owner || undefined);
				problems.forEach(report);
				addHealthChange(account, company, settings);
				accounts.set(id, account);
			}
			await addDealFacts(client, accounts, settings, report);
			return accounts;
		},
	};
}
