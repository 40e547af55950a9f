import { isNobodys } from '../account/nobodysAddress';
import { readAccountRows } from '../account/table/rows';
import { findOwner, type OwnerDirectory } from '../alert/owners/ownerRows';
import { readAccount, readRequester } from '../item/readers';
import type { Account } from '../item/types';
import { accountName, counted, shownMrr, shownOwner } from '../report/accountWords';
import { shown } from '../text/shown';
import { listOf } from '../values/wording';
import { sortAccountRows } from './samples';
import { tableCheck, unreadableTable } from './tableCheck';
import type { SetupCheck } from './types';

type Row = Readonly<Record<string, unknown>>;

const ACCOUNTS = { id: 'accounts', name: 'Accounts (cs_accounts)' } as const;
const CONTACT = { id: 'contact', name: 'Account of a contact' } as const;

/**
 * The rows of accounts: how many, what cannot be read, whose owners no row of owners knows. Invented ones are
 * counted, not judged.
 */
export function accountsCheck(rows: readonly Row[], owners: OwnerDirectory): SetupCheck {
	if (rows.length === 0) {
		return {
			...ACCOUNTS,
			status: 'skipped',
			found:
				'No rows came in. With Salesforce or HubSpot as Source of Account Lookup none are needed.',
			whatToDo:
				'Without a CRM: fill in accounts.csv and import it into cs_accounts, then run CS Alerts Setup again.',
		};
	}
	const { own, samples } = sortAccountRows(rows);
	const { accounts, problems } = readAccountRows(own);
	const ownerless = accounts.filter(({ owner }) => owner === undefined).length;
	return tableCheck(ACCOUNTS, {
		name: 'cs_accounts',
		noun: 'account',
		own: accounts.length,
		samples,
		findings: [...problems, ...unknownOwners(accounts, owners)],
		remedy: 'Mend these rows, or add the missing owners to cs_owners: Overview → Data tables.',
		...(ownerless > 0 && {
			remark: `${counted(ownerless, 'account')} without an owner: their alerts go to the fallback owner.`,
		}),
	});
}

export const unreadableAccounts = (reason: string): SetupCheck =>
	unreadableTable(ACCOUNTS, 'cs_accounts', reason);

/** Only where there is a table of owners at all: nobody has to be in it. */
function unknownOwners(
	accounts: ReadonlyArray<Pick<Account, 'owner'>>,
	owners: OwnerDirectory,
): string[] {
	if (owners.byEmail.size + owners.bySlackId.size === 0) return [];
	const unknown = accounts.flatMap(({ owner }) =>
		owner === undefined || findOwner(owners, owner) !== undefined ? [] : [shownOwner({ owner })],
	);
	const names = [...new Set(unknown)].filter((name) => name !== '');
	return names.length === 0
		? []
		: [
				`In no row of cs_owners: ${listOf(names.slice(0, 5))}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`,
			];
}

/**
 * What Account Lookup made of one address, as a dry run: it is read from the item that came through it.
 * @param json absent when nothing came in
 */
export function contactCheck(json: Row | undefined): SetupCheck {
	const email = json === undefined ? undefined : shown(readRequester(json)?.email, 100);
	let account: Account | undefined;
	try {
		account = json === undefined ? undefined : readAccount(json);
	} catch (error) {
		return lookupFailed(error instanceof Error ? error.message : String(error));
	}
	if (email === undefined || account === undefined) {
		return {
			...CONTACT,
			status: 'skipped',
			found: 'No address was looked up.',
			whatToDo:
				'Put a real customer’s address into the node A Customer’s Address of CS Alerts Setup and run it again.',
		};
	}
	if (account.status === 'error') return lookupFailed(account.reason ?? 'no reason was given');
	if (account.status === 'matched') {
		const facts = [
			shownMrr(account) === '' ? 'MRR unknown' : `MRR ${shownMrr(account)}`,
			account.renewalDate === undefined
				? 'renewal date unknown'
				: `renews on ${shown(account.renewalDate, 30) ?? ''}`,
			shownOwner(account) === '' ? 'no owner' : `owner ${shownOwner(account)}`,
		];
		const sample = isNobodys(email) ? ' This is a sample: put a real address in its place.' : '';
		return {
			...CONTACT,
			status: 'ok',
			found: `${email} belongs to ${accountName(account)} (${facts.join(', ')}).${sample}`,
		};
	}
	return {
		...CONTACT,
		status: 'warning',
		found: `No one account was found for ${email}: ${shown(account.reason, 300) ?? account.status}.`,
		whatToDo: isNobodys(email)
			? 'This is the sample’s address: put a real customer’s into the node A Customer’s Address of CS Alerts Setup and run it again.'
			: 'Add the address to contact_emails or its domain to domains of the account, or choose your CRM as Source in Account Lookup, here and in CS Alerts.',
	};
}

function lookupFailed(reason: string): SetupCheck {
	return {
		...CONTACT,
		status: 'problem',
		found: `Account Lookup failed: ${shown(reason, 300) ?? ''}.`,
		whatToDo: 'Test the credential chosen in Account Lookup, here and in CS Alerts.',
	};
}
