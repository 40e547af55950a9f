import { readAccountFields } from '../../item/accountFields';
import type { AccountFacts, Owner } from '../../item/types';
import { channelNamed } from './channels';
import type { AccountColumn } from './columnNames';
import { COLUMN_LABELS, readColumns, type ColumnMapping } from './columns';
import { comparableEmail } from '../email';
import type { AliasRow } from '../aliases';
import { domainUse } from '../personalDomains';
import {
	isRecord,
	readAddresses,
	readContacts,
	readDomains,
	readIds,
	readText,
	unique,
} from './lists';
import {
	isCurrency,
	isEmptyCell,
	readDate,
	readMoney,
	readNumber,
	type ValueReading,
} from '../../values/cells';

/** One known account. */
export interface AccountRow extends AccountFacts {
	/** Hosts of the account's websites and mail, lower case, in punycode. */
	domains: string[];
	/** Addresses of the account's people, in comparable form. */
	contacts: string[];
	/** The account this one belongs to, where the source knows it. */
	parentId?: string;
	/** What the helpdesk calls this customer's organization: its ID there, or the external ID it keeps. */
	organizations?: string[];
}

type Row = Readonly<Record<string, unknown>>;

/** The window a health change is over when its row does not say: the week of the alert's wording. */
const DEFAULT_HEALTH_CHANGE_DAYS = 7;
const MONTHS_PER_YEAR = 12;

/**
 * Reads known accounts from rows of any table. Rows of one account ID are joined into one account; rows
 * that only attach an address to an account are left to {@link readAliasRows}; empty rows are skipped.
 * @returns the accounts, and in plain words every cell and row that could not be understood. Such a
 * fact is absent from its account.
 */
export function readAccountRows(
	rows: readonly Row[],
	mapping: ColumnMapping = {},
): { accounts: AccountRow[]; problems: string[] } {
	const columns = readColumns(rows, mapping);
	const problems = columns.unknownColumns.map(
		({ column, name }) =>
			`The column "${name}" chosen for ${COLUMN_LABELS[column]} is in none of the rows`,
	);
	const accounts: AccountRow[] = [];
	const byId = new Map<string, AccountRow>();
	rows.forEach((row, index) => {
		if (Object.values(row).every(isEmptyCell) || !columns.describesAccount(row)) {
			if (!isNoAccountRow(row, columns)) {
				problems.push(
					`Row ${index + 1} has no account name, domain or other account fact in a column that is known`,
				);
			}
			return;
		}
		const report = (column: AccountColumn, problem: string) =>
			problems.push(`Row ${index + 1}, ${COLUMN_LABELS[column]}: ${problem}`);
		const account = {
			...readAccountRow((column) => columns.read(row, column), report),
			...fieldsOf(columns.others(row)),
		};
		const known = account.id === undefined ? undefined : byId.get(account.id);
		if (known) {
			mergeInto(known, account);
			return;
		}
		if (account.id !== undefined) byId.set(account.id, account);
		accounts.push(account);
	});
	return { accounts: giveDomainIds(accounts), problems };
}

/**
 * Reads the rows that attach an email address to an account ID and say nothing else about the account.
 */
export function readAliasRows(rows: readonly Row[], mapping: ColumnMapping = {}): AliasRow[] {
	const columns = readColumns(rows, mapping);
	return rows.flatMap((row) =>
		columns.describesAccount(row) || columns.isTicketLog(row) ? [] : aliasesIn(row, columns),
	);
}

/**
 * Reads rows beside accounts that a CRM knows: each one with an address and an account ID attaches the one
 * to the other. Rows of a table of accounts, whose IDs are not the CRM's, attach nothing.
 * @returns the attached addresses, and in plain words each row that says nothing
 */
export function readAttachedRows(rows: readonly Row[]): { rows: AliasRow[]; problems: string[] } {
	const columns = readColumns(rows);
	const problems: string[] = [];
	let accounts = 0;
	const attached = rows.flatMap((row, index) => {
		if (columns.isTicketLog(row) || columns.isHealthLog(row)) return [];
		if (columns.holdsAccountFacts(row)) {
			accounts += 1;
			return [];
		}
		const found = aliasesIn(row, columns);
		if (found.length === 0 && !Object.values(row).every(isEmptyCell)) {
			problems.push(
				`Row ${index + 1} of the second input is left out: it needs an email address and an account ID, e.g. in the columns email and account_id`,
			);
		}
		return found;
	});
	if (accounts > 0) {
		problems.push(
			`Rows of the second input that describe accounts are left out (${accounts}), since the accounts come from the CRM`,
		);
	}
	return { rows: attached, problems };
}

function aliasesIn(row: Row, columns: ReturnType<typeof readColumns>): AliasRow[] {
	const accountId = readText(columns.read(row, 'id'));
	if (accountId === undefined) return [];
	return readAddresses(columns.read(row, 'contacts')).map((address) => ({ address, accountId }));
}

function isNoAccountRow(row: Row, columns: ReturnType<typeof readColumns>): boolean {
	if (Object.values(row).every(isEmptyCell)) return true;
	if (columns.isHealthLog(row) || columns.isTicketLog(row)) return true;
	return columns.read(row, 'id') !== undefined && columns.read(row, 'contacts') !== undefined;
}

function readAccountRow(
	cell: (column: AccountColumn) => unknown,
	report: (column: AccountColumn, problem: string) => void,
): AccountRow {
	const take = <T>(column: AccountColumn, read: (value: unknown) => ValueReading<T>) => {
		const { value, problem } = read(cell(column));
		if (problem !== undefined) report(column, problem);
		return value;
	};

	const monthly = take('mrr', readMoney);
	const yearly = take('arr', readMoney);
	const money = monthly ?? (yearly && { ...yearly, amount: monthlyFromYearly(yearly.amount) });
	const points = take('healthChange', readNumber);
	const days = take('healthChangeDays', readNumber) ?? DEFAULT_HEALTH_CHANGE_DAYS;
	return withoutAbsent({
		id: readText(cell('id')),
		name: readText(cell('name')),
		parentId: readText(cell('parentId')),
		organizations: readIds(cell('organizations')),
		mrr: money?.amount,
		currency: currencyOf(take('currency', readCurrency), money?.currency, report),
		renewalDate: take('renewalDate', readDate),
		healthScore: take('healthScore', readHealthScore),
		healthChange: points === undefined || days <= 0 ? undefined : { points, days },
		owner: readOwner(cell, report),
		url: readText(cell('url')),
		domains: take('domains', readDomains) ?? [],
		contacts: take('contacts', readContacts) ?? [],
	});
}

/** The column's currency, unless the amount itself names another one: then nobody can tell. */
function currencyOf(
	named: string | undefined,
	written: string | undefined,
	report: (column: AccountColumn, problem: string) => void,
): string | undefined {
	if (named === undefined || written === undefined || named === written) return named ?? written;
	report('currency', `the amount is in ${written}, but the column says ${named}`);
	return undefined;
}

/** Monthly recurring revenue of an annual amount, to the cent. */
export function monthlyFromYearly(amount: number): number {
	return Math.round((amount / MONTHS_PER_YEAR) * 100) / 100;
}

/** A health score is 0–100; other scales would make every account look ill or well. */
export function readHealthScore(cell: unknown): ValueReading<number> {
	const reading = readNumber(cell);
	if (reading.value !== undefined && (reading.value < 0 || reading.value > 100)) {
		return { problem: `${reading.value} is not between 0 and 100` };
	}
	return reading;
}

/** A currency as its code or sign. */
export function readCurrency(cell: unknown): ValueReading<string> {
	const text = readText(cell)?.toUpperCase();
	if (text === undefined) return {};
	if (isCurrency(text)) return { value: text };
	const signs: Record<string, string> = { '€': 'EUR', '£': 'GBP', US$: 'USD' };
	const known = signs[text];
	return known ? { value: known } : { problem: `"${text}" is not a currency code such as USD` };
}

function readOwner(
	cell: (column: AccountColumn) => unknown,
	report: (column: AccountColumn, problem: string) => void,
): Owner | undefined {
	const named = cell('ownerName');
	const nested = isRecord(named) ? named : {};
	const text = readText(named) ?? readText(nested.name);
	const nameIsEmail = text !== undefined && comparableEmail(text) !== undefined;
	const emailText = readText(cell('ownerEmail')) ?? readText(nested.email);
	const email = comparableEmail(emailText ?? (nameIsEmail ? text : undefined));
	if (emailText !== undefined && email === undefined) {
		report('ownerEmail', `"${emailText}" is not an email address`);
	}
	const channelText = readText(cell('ownerChannel'));
	const channel = channelText === undefined ? undefined : channelNamed(channelText);
	if (channelText !== undefined && channel === undefined) {
		report('ownerChannel', `"${channelText}" is none of slack, email and teams`);
	}
	const owner = withoutAbsent({
		name: nameIsEmail ? undefined : text,
		email,
		slackId: readText(cell('ownerSlackId')),
		channel,
	});
	return Object.keys(owner).length === 0 ? undefined : owner;
}

function fieldsOf(
	cells: ReadonlyArray<[column: string, cell: unknown]>,
): Pick<AccountRow, 'fields'> {
	const fields = readAccountFields(cells);
	return fields === undefined ? {} : { fields };
}

/** The first row that knows a fact decides; addresses and domains of all rows count. */
function mergeInto(known: AccountRow, more: AccountRow): void {
	const domains = unique([...known.domains, ...more.domains]);
	const contacts = unique([...known.contacts, ...more.contacts]);
	const organizations = unique([...(known.organizations ?? []), ...(more.organizations ?? [])]);
	const fields = [known, more].flatMap((account) => Object.entries(account.fields ?? {}));
	// A currency belongs to its amount.
	const { currency, ...others } = more;
	const added =
		known.mrr === undefined && currency !== undefined ? { ...others, currency } : others;
	Object.assign(known, {
		...added,
		...known,
		domains,
		contacts,
		...(organizations.length > 0 && { organizations }),
		...fieldsOf(fields),
	});
}

/** An account that the table gives no ID, yet a domain of its own, goes by that domain: all its people share it. */
function giveDomainIds(accounts: AccountRow[]): AccountRow[] {
	const owners = new Map<string, number>();
	const main = (account: AccountRow) =>
		account.domains.find((domain) => domainUse(domain) !== 'never');
	for (const account of accounts) {
		for (const domain of new Set(account.domains))
			owners.set(domain, (owners.get(domain) ?? 0) + 1);
	}
	return accounts.map((account) => {
		const domain = account.id === undefined ? main(account) : undefined;
		return domain !== undefined && owners.get(domain) === 1 ? { id: domain, ...account } : account;
	});
}

function withoutAbsent<T extends object>(facts: T): T {
	return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;
}
