import { comparableEmail } from '../../core/account';
import { addressSpellings, addTo } from '../idsByKey';
import type { OrgFeatures } from './accountFields';
import type { SalesforceRecord } from './client';
import { unlessRefused } from './failures';
import { inHalves, type Query } from './queries';
import { soqlString } from './soql';

/** The kinds of people an address is looked for among, in this order. */
type Kind = 'contacts' | 'converted leads' | 'person accounts';

interface Search {
	query: Query;
	/** The fields of an account that its facts are read from. */
	fields: string[];
	features: OrgFeatures;
	/** Takes each account that came along with a person. */
	onAccount: (account: SalesforceRecord) => void;
	/** Takes what an admin should know, in plain words. */
	report: (problem: string) => void;
}

/**
 * IDs of the accounts that people with these addresses belong to: as contacts, else as converted leads,
 * else as person accounts. An account that cannot be read counts for nothing, so that the next kind of
 * person, or the domain, can tell.
 */
export async function findPeople(
	addresses: readonly string[],
	{ query, fields, features, onAccount, report }: Search,
): Promise<Map<string, string[]>> {
	const ids = new Map<string, string[]>();
	const unreadable = new Set<unknown>();
	const ask = async (kind: Kind, build: (literals: string) => string) =>
		await query(
			addresses.filter((address) => !ids.has(address)),
			(some) => build(some.flatMap(addressSpellings).map(soqlString).join(',')),
			inHalves((address) => `${kind} with the address ${address}`),
		);
	const add = (email: unknown, account: unknown, id: unknown) => {
		const address = comparableEmail(email);
		if (address === undefined) return;
		if (account === undefined && typeof id === 'string') {
			// Not refused, only not sent along: it is read by its ID.
			addTo(ids, address, id);
			return;
		}
		if (!isRecord(account)) {
			unreadable.add(id);
			return;
		}
		onAccount(account);
		addTo(ids, address, String(account.Id));
	};
	const relatedBy = (relationship: string) =>
		fields.map((field) => `${relationship}.${field}`).join(', ');

	const contacts = await ask(
		'contacts',
		(literals) =>
			`SELECT Email, AccountId, ${relatedBy('Account')} FROM Contact WHERE AccountId != null AND Email IN (${literals})`,
	);
	for (const { Email, Account, AccountId } of contacts) add(Email, Account, AccountId);

	const leads = await unlessRefused(
		['INVALID_TYPE', 'INVALID_FIELD', 'INSUFFICIENT_ACCESS'],
		ask(
			'converted leads',
			(literals) =>
				`SELECT Email, ConvertedAccountId, ${relatedBy('ConvertedAccount')} FROM Lead WHERE IsConverted = true AND ConvertedAccountId != null AND Email IN (${literals})`,
		),
		({ message, description }) => {
			report(`Converted leads were left out. ${message}. ${description}`);
			return [];
		},
	);
	for (const { Email, ConvertedAccount, ConvertedAccountId } of leads) {
		add(Email, ConvertedAccount, ConvertedAccountId);
	}

	if (features.personAccounts) {
		const people = await ask(
			'person accounts',
			(literals) =>
				`SELECT PersonEmail, ${fields.join(', ')} FROM Account WHERE IsPersonAccount = true AND PersonEmail IN (${literals})`,
		);
		for (const person of people) add(person.PersonEmail, person, person.Id);
	}
	for (const id of unreadable) {
		report(
			`The Salesforce account ${String(id)} of a contact or converted lead is deleted, or hidden from the connected user`,
		);
	}
	return ids;
}

function isRecord(value: unknown): value is SalesforceRecord {
	return typeof value === 'object' && value !== null;
}
