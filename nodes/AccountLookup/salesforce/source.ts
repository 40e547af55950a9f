import { domainToUnicode } from 'node:url';
import {
	comparableEmail,
	hostOf,
	hostsByDomain,
	registrableDomain,
	type AccountRow,
} from '../../core/account';
import type { CrmSource } from '../crmLookup';
import type { CrmSettings } from '../crmSettings';
import { accountFields, explainField, toAccount, valueAt, type OrgFeatures } from './accountFields';
import {
	unlessRefused,
	type SalesforceClient,
	type SalesforceDescribe,
	type SalesforceRecord,
} from './client';
import { addHealthChanges, addOpportunityFacts, type Query } from './relatedFacts';
import { isRecordId, longRecordId } from './recordId';
import { soqlContains, soqlString, splitQuery } from './soql';

/** What Salesforce answers to an ID whose last characters do not fit the others. */
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
		{ fields: [] },
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
	/** Account records that came along with contacts, so that they need no second call. */
	const seen = new Map<string, SalesforceRecord>();
	const query: Query = async (values, build) => {
		const records: SalesforceRecord[] = [];
		for (const soql of splitQuery(values, build)) {
			try {
				records.push(...(await client.query(soql)));
			} catch (cause) {
				throw explainField(cause, settings);
			}
		}
		return records;
	};
	const fields = async () => accountFields(settings, await features());

	return {
		canonicalId: longRecordId,

		async findByContacts(addresses) {
			const ids = new Map<string, string[]>();
			const spellings = addresses.flatMap(spellingsOf).map(soqlString);
			const accountPart = (await fields()).map((field) => `Account.${field}`).join(', ');
			const contacts = await query(
				spellings,
				(some) =>
					`SELECT Email, AccountId, ${accountPart} FROM Contact WHERE AccountId != null AND Email IN (${some.join(',')})`,
			);
			for (const contact of contacts) {
				noteAccount(seen, contact.Account, contact.AccountId);
				addContact(ids, contact.Email, contact.AccountId);
			}

			const withoutContact = () => addresses.filter((address) => !ids.has(address));
			const leads = await unlessRefused(
				['INVALID_TYPE', 'INVALID_FIELD', 'INSUFFICIENT_ACCESS'],
				query(
					withoutContact().flatMap(spellingsOf).map(soqlString),
					(some) =>
						`SELECT Email, ConvertedAccountId FROM Lead WHERE IsConverted = true AND ConvertedAccountId != null AND Email IN (${some.join(',')})`,
				),
				[],
			);
			for (const lead of leads) addContact(ids, lead.Email, lead.ConvertedAccountId);

			if ((await features()).personAccounts) {
				const accountFieldList = (await fields()).join(', ');
				const people = await query(
					withoutContact().flatMap(spellingsOf).map(soqlString),
					(some) =>
						`SELECT PersonEmail, ${accountFieldList} FROM Account WHERE IsPersonAccount = true AND PersonEmail IN (${some.join(',')})`,
				);
				for (const person of people) {
					noteAccount(seen, person);
					addContact(ids, person.PersonEmail, person.Id);
				}
			}
			return ids;
		},

		async findByDomains(hosts) {
			const ids = new Map<string, string[]>();
			const list = (await fields()).join(', ');
			const columns = ['Website', ...(settings.fields.domains ? [settings.fields.domains] : [])];
			const asked = hostsByDomain(hosts);
			const patterns = [...asked.keys()]
				.flatMap((domain) => [...new Set([domain, domainToUnicode(domain)])])
				.flatMap((domain) => columns.map((column) => `${column} LIKE ${soqlContains(domain)}`));
			const accounts = await query(
				patterns,
				(some) => `SELECT ${list} FROM Account WHERE ${some.join(' OR ')}`,
			);
			for (const record of accounts) {
				noteAccount(seen, record);
				// LIKE finds "notacme.com", too: only parsed hosts are compared.
				for (const domain of registrableDomainsOf(record, columns)) {
					for (const host of asked.get(domain) ?? []) addId(ids, host, record.Id);
				}
			}
			return ids;
		},

		async readAccounts(ids) {
			const list = (await fields()).join(', ');
			const unseen = ids.filter((id) => !seen.has(id) && isRecordId(id));
			const readSome = async (some: string[]) =>
				await query(
					some.map(soqlString),
					(literals) => `SELECT ${list} FROM Account WHERE Id IN (${literals.join(',')})`,
				);
			// One ID that is none, from someone's table, must not keep all others from being read.
			const together = await unlessRefused(BAD_ID_CODES, readSome(unseen), undefined);
			const records = together ?? [];
			for (const id of together ? [] : unseen) {
				records.push(...(await unlessRefused(BAD_ID_CODES, readSome([id]), [])));
			}
			for (const record of records) noteAccount(seen, record);

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

/** A contact may hold a Unicode domain or its punycode; the CRM compares letters. */
function spellingsOf(address: string): string[] {
	const at = address.lastIndexOf('@');
	const host = address.slice(at + 1);
	return [...new Set([address, `${address.slice(0, at)}@${domainToUnicode(host) || host}`])];
}

function registrableDomainsOf(record: SalesforceRecord, columns: string[]): Set<string> {
	const domains = columns
		.flatMap((column) => String(valueAt(record, column) ?? '').split(/[\s,;]+/))
		.flatMap((text) => {
			const host = hostOf(text);
			return (host && registrableDomain(host)) ?? [];
		});
	return new Set(domains.filter((domain) => domain !== ''));
}

function noteAccount(seen: Map<string, SalesforceRecord>, value: unknown, knownId?: unknown): void {
	if (typeof value !== 'object' || value === null) return;
	const record = value as SalesforceRecord;
	const id = knownId ?? record.Id;
	if (typeof id === 'string') seen.set(id, { ...record, Id: id });
}

function addContact(ids: Map<string, string[]>, email: unknown, id: unknown): void {
	const address = comparableEmail(email);
	if (address !== undefined) addId(ids, address, id);
}

function addId(ids: Map<string, string[]>, key: string, id: unknown): void {
	if (typeof id !== 'string') return;
	const known = ids.get(key) ?? [];
	if (!known.includes(id)) known.push(id);
	ids.set(key, known);
}
