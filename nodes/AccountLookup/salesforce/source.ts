import { hostsByDomain, type AccountRow } from '../../core/account';
import type { CrmSource } from '../crmLookup';
import type { CrmSettings } from '../crmSettings';
import { addTo } from '../idsByKey';
import { accountFields, toAccount, type OrgFeatures } from './accountFields';
import type { SalesforceClient, SalesforceDescribe, SalesforceRecord } from './client';
import { findColleagues } from './colleagues';
import { queryByDomains, registrableDomainsOf } from './domains';
import { unlessRefused } from './failures';
import { findPeople } from './people';
import { queryByOrganizations } from './organizations';
import { inHalves, querier, type Query } from './queries';
import { addHealthChanges, addOpportunityFacts } from './relatedFacts';
import { longRecordId, readRecordId } from './recordId';
import { soqlString } from './soql';

/** What Salesforce answers to an ID that it takes for none. */
const BAD_ID_CODES = ['INVALID_QUERY_FILTER_OPERATOR', 'MALFORMED_ID'];

/** Reads from the description of Account what the org has; one call, remembered by the caller. */
export async function readOrgFeatures(client: SalesforceClient): Promise<OrgFeatures> {
	const { fields } = await describeAccount(client);
	const names = new Set(fields.map(({ name }) => name));
	return {
		personAccounts: names.has('IsPersonAccount'),
		multiCurrency: names.has('CurrencyIsoCode'),
	};
}

/** A user who may query accounts but not have them described works in the plainest kind of org. */
async function describeAccount(client: SalesforceClient): Promise<SalesforceDescribe> {
	return await unlessRefused(
		['NOT_FOUND', 'ERROR_HTTP_404', 'INSUFFICIENT_ACCESS'],
		client.describe('Account'),
		() => ({ fields: [] }),
	);
}

/**
 * Salesforce as a source of accounts.
 * @param features asked for only when a query depends on them
 * @param report takes what could not be understood, in plain words
 */
export function salesforceSource(
	client: SalesforceClient,
	settings: CrmSettings,
	features: () => Promise<OrgFeatures>,
	report: (problem: string) => void,
): CrmSource {
	/** Account records that came along with contacts or a search, so that they need no second call. */
	const seen = new Map<string, SalesforceRecord>();
	const note = (record: SalesforceRecord) => seen.set(String(record.Id), record);
	const query = querier(client, settings);
	const fields = async () => accountFields(settings, await features());

	return {
		canonicalId: longRecordId,

		findByContacts: async (addresses) =>
			await findPeople(addresses, {
				query,
				fields: await fields(),
				features: await features(),
				onAccount: note,
				report,
			}),

		// Salesforce's own prefix of accounts; any other record's ID is refused.
		isAccountId: (id) => readRecordId(id) === id && id.startsWith('001'),

		async findByOrganizations(organizations) {
			const ids = new Map<string, string[]>();
			const { organization: field } = settings.fields;
			if (field === undefined) return ids;
			const list = (await fields()).join(', ');
			for (const found of await queryByOrganizations(query, organizations, field, list)) {
				note(found.record);
				addTo(ids, found.organization, String(found.record.Id));
			}
			return ids;
		},

		findColleagues: async (hosts) =>
			await unlessRefused(['QUERY_TIMEOUT'], findColleagues(query, hosts), () => {
				// It would time out for ever in an org this large, and nobody there could be looked up.
				report(
					'Salesforce took too long to search the contacts, so that the domain which the contacts of an account share names no account',
				);
				return new Map<string, string[]>();
			}),

		async findByDomains(hosts) {
			const ids = new Map<string, string[]>();
			const list = (await fields()).join(', ');
			const columns = ['Website', ...(settings.fields.domains ? [settings.fields.domains] : [])];
			const asked = hostsByDomain(hosts);
			for (const record of await queryByDomains(query, asked.keys(), columns, list)) {
				note(record);
				// LIKE finds "notacme.com", too: only parsed hosts are compared.
				for (const domain of registrableDomainsOf(record, columns)) {
					for (const host of asked.get(domain) ?? []) addTo(ids, host, String(record.Id));
				}
			}
			return ids;
		},

		async readAccounts(ids) {
			const unseen = ids.filter((id) => !seen.has(id) && readRecordId(id) === id);
			for (const record of await readById(query, unseen, (await fields()).join(', '))) note(record);

			const accounts = new Map<string, AccountRow>();
			for (const id of ids) {
				const record = seen.get(id);
				if (!record) continue;
				const { account, problems } = toAccount(record, settings, client.instanceUrl);
				problems.forEach(report);
				accounts.set(id, account);
			}
			const { multiCurrency } = await features();
			await addOpportunityFacts(accounts, settings, { query, multiCurrency }, report);
			await addHealthChanges(accounts, settings, query);
			return accounts;
		},
	};
}

/** One ID that is none, from someone's table, must not keep all others from being read. */
async function readById(query: Query, ids: string[], list: string): Promise<SalesforceRecord[]> {
	const asked = query(
		ids,
		(some) => `SELECT ${list} FROM Account WHERE Id IN (${some.map(soqlString).join(',')})`,
		inHalves((id) => `accounts with the ID ${id}`),
	);
	return await unlessRefused(BAD_ID_CODES, asked, async (refused) => {
		const [, named = ''] = /invalid ID field:\s*(\w{15})/i.exec(refused.detail) ?? [];
		const others = ids.filter((id) => named === '' || !id.startsWith(named));
		if (others.length === ids.length) throw refused;
		return await readById(query, others, list);
	});
}
