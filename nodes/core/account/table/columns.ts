import { isEmptyCell } from '../../values/cells';
import { COLUMN_NAMES, columnKeys, type AccountColumn } from './columnNames';

/** Which column holds which fact. What is not named here is guessed from the column names. */
export type ColumnMapping = Partial<Record<AccountColumn, string>>;

/** How messages name a fact. */
export const COLUMN_LABELS: Record<AccountColumn, string> = {
	id: 'Account ID',
	name: 'Name',
	domains: 'Domains',
	contacts: 'Contact Emails',
	parentId: 'Parent Account ID',
	organizations: 'Helpdesk Organization ID',
	mrr: 'MRR',
	arr: 'ARR',
	currency: 'Currency',
	renewalDate: 'Renewal Date',
	healthScore: 'Health Score',
	healthChange: 'Health Change',
	healthChangeDays: 'Health Change Days',
	ownerName: 'Owner Name',
	ownerEmail: 'Owner Email',
	ownerSlackId: 'Owner Slack ID',
	ownerChannel: 'Owner Channel',
	url: 'Account URL',
};

const COLUMNS = Object.keys(COLUMN_NAMES) as AccountColumn[];

/** Columns that say a row describes an account, rather than an address attached to one. */
const ACCOUNT_SIGNS: readonly AccountColumn[] = [
	'name',
	'domains',
	'mrr',
	'arr',
	'renewalDate',
	'healthScore',
	'ownerName',
	'ownerEmail',
];

/** Of these, the ones that no row about an address has: "name" and "owner" may be a person's. */
const ACCOUNT_FACTS = ACCOUNT_SIGNS.filter(
	(column) => column !== 'name' && column !== 'ownerName' && column !== 'ownerEmail',
);

/** Columns that only a log of tickets has, in the form {@link columnKeys} makes. */
const TICKET_LOG_SIGNS = ['ticketkey', 'ticketid', 'ticketstate', 'executionid', 'decidedat'];

export interface ColumnReader {
	/** The cell of a row that holds this fact, or undefined when the row has no such column. */
	read(row: Readonly<Record<string, unknown>>, column: AccountColumn): unknown;
	/** Whether the row holds anything that only an account has. */
	describesAccount(row: Readonly<Record<string, unknown>>): boolean;
	/** Whether the row holds facts of an account, rather than a name and an owner only. */
	holdsAccountFacts(row: Readonly<Record<string, unknown>>): boolean;
	/** Whether the row logs a ticket: what it says of an account was only found out for that ticket. */
	isTicketLog(row: Readonly<Record<string, unknown>>): boolean;
	/** Whether the row only says what health score an account had, as a log keeps it. */
	isHealthLog(row: Readonly<Record<string, unknown>>): boolean;
	/** The cells of a row that hold none of the facts, by column. */
	others(row: Readonly<Record<string, unknown>>): Array<[column: string, cell: unknown]>;
	/** Columns the admin named that no row has. */
	unknownColumns: Array<{ column: AccountColumn; name: string }>;
}

/**
 * Decides once for all rows which column holds which fact: what the admin named, else the best guess
 * that some row has.
 */
export function readColumns(
	rows: ReadonlyArray<Readonly<Record<string, unknown>>>,
	mapping: ColumnMapping = {},
): ColumnReader {
	const names = new Map<string, string[]>();
	const seen = new Set<string>();
	for (const row of rows) {
		for (const name of Object.keys(row)) {
			if (seen.has(name)) continue;
			seen.add(name);
			for (const key of columnKeys(name)) names.set(key, [...(names.get(key) ?? []), name]);
		}
	}

	const chosen = new Map<AccountColumn, readonly string[]>();
	const unknownColumns: ColumnReader['unknownColumns'] = [];
	for (const column of COLUMNS) {
		const named = mapping[column]?.trim();
		if (named) {
			const exact = seen.has(named) ? [named] : names.get(columnKeys(named)[0] ?? '');
			if (exact) chosen.set(column, exact);
			else if (rows.length > 0) unknownColumns.push({ column, name: named });
			continue;
		}
		chosen.set(
			column,
			COLUMN_NAMES[column].flatMap((guess) => names.get(guess) ?? []),
		);
	}

	const nameIn = (row: Readonly<Record<string, unknown>>, column: AccountColumn) =>
		chosen.get(column)?.find((name) => {
			if (!Object.hasOwn(row, name)) return false;
			const cell = row[name];
			// An empty account ID must not fall through to the row number that a Data Table calls "id".
			return column === 'id' || (cell !== undefined && cell !== null && cell !== '');
		});
	const read: ColumnReader['read'] = (row, column) => {
		const name = nameIn(row, column);
		return name === undefined ? undefined : row[name];
	};
	const rowNumbers = new Set(names.get('id'));
	const others: ColumnReader['others'] = (row) => {
		const used = new Set(COLUMNS.map((column) => nameIn(row, column)));
		return Object.entries(row).filter(([name]) => !used.has(name) && !rowNumbers.has(name));
	};
	const has = (row: Readonly<Record<string, unknown>>, column: AccountColumn) =>
		read(row, column) !== undefined;
	const logColumns = TICKET_LOG_SIGNS.flatMap((sign) => names.get(sign) ?? []);
	const isTicketLog: ColumnReader['isTicketLog'] = (row) =>
		logColumns.some((name) => !isEmptyCell(row[name]));
	const isHealthLog: ColumnReader['isHealthLog'] = (row) =>
		has(row, 'healthScore') &&
		has(row, 'id') &&
		(isTicketLog(row) ||
			(!has(row, 'contacts') &&
				ACCOUNT_SIGNS.every((column) => column === 'healthScore' || !has(row, column))));
	return {
		read,
		describesAccount: (row) =>
			ACCOUNT_SIGNS.some((column) => has(row, column)) && !isTicketLog(row) && !isHealthLog(row),
		holdsAccountFacts: (row) => ACCOUNT_FACTS.some((column) => has(row, column)),
		isTicketLog,
		isHealthLog,
		others,
		unknownColumns,
	};
}
