import { readNumber } from '../values/cells';
import { textOf } from '../values/text';
import { groupByAccount, type History, type HistoryRow } from './history';

/**
 * Names that people's tables and our own outputs give what the gate reads of an earlier ticket, in
 * lower case without anything but letters and digits, best guess first.
 */
const COLUMNS = {
	accountId: ['accountid', 'customerid', 'companyid', 'account'],
	ticketKey: ['ticketkey', 'ticketid', 'ticket', 'key', 'id'],
	score: ['score', 'frustrationscore', 'sentimentscore'],
	receivedAt: ['receivedat', 'createdat', 'time', 'date'],
	state: ['state', 'status'],
} as const;

type Cells = Readonly<Record<string, unknown>>;

/** Reads rows of earlier tickets under loose column names; rows of no account are passed over. */
export function readHistoryRows(rows: readonly Cells[]): History {
	return groupByAccount(
		rows.flatMap((row): Array<[string, HistoryRow]> => {
			const cells = byPlainName(row);
			const cell = (column: keyof typeof COLUMNS) =>
				COLUMNS[column].map((name) => cells.get(name)).find((value) => textIn(value) !== undefined);
			const accountId = textIn(cell('accountId'));
			if (accountId === undefined) return [];
			const read: HistoryRow = {
				ticketKey: textIn(cell('ticketKey')),
				score: readNumber(cell('score')).value,
				receivedAt: textIn(cell('receivedAt')),
				alerted: cell('state') === 'alerted',
			};
			return [[accountId, read]];
		}),
	);
}

function byPlainName(row: Cells): ReadonlyMap<string, unknown> {
	return new Map(
		Object.entries(row).map(([name, value]) => [
			name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
			value,
		]),
	);
}

/** Text of a cell; databases give a time as a Date. */
function textIn(value: unknown): string | undefined {
	if (!(value instanceof Date)) return textOf(value);
	return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
}
