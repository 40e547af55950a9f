import type { OpenAlert, OpenAlertState } from '../item/types';
import { byPlainName, readNumber, textOfCell } from '../values/cells';
import { timeOf } from '../values/dates';
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
	url: ['ticketurl', 'url', 'link'],
	state: ['state', 'status'],
	alertState: ['alertstate', 'openalertstate', 'openalert'],
	alertOpenedAt: ['alertopenedat', 'openalertopenedat', 'alertsince'],
	alertScore: ['alertscore', 'openalertscore'],
	snoozedUntil: ['snoozeduntil', 'alertsnoozeduntil', 'openalertsnoozeduntil'],
} as const;

const OPEN_STATES: readonly OpenAlertState[] = ['open', 'acknowledged', 'snoozed'];

type Cells = Readonly<Record<string, unknown>>;
type Read = (column: keyof typeof COLUMNS) => unknown;

/**
 * Reads rows of earlier tickets under loose column names; rows of no account are passed over. The alert that
 * is open is the one opened last.
 */
export function readHistoryRows(rows: readonly Cells[]): History {
	const entries: Array<[string, HistoryRow]> = [];
	const openAlerts = new Map<string, OpenAlert>();
	for (const row of rows) {
		const cells = byPlainName(row);
		const cell: Read = (column) =>
			COLUMNS[column]
				.map((name) => cells.get(name))
				.find((value) => textOfCell(value) !== undefined);
		const accountId = textOfCell(cell('accountId'));
		if (accountId === undefined) continue;
		entries.push([
			accountId,
			{
				ticketKey: textOfCell(cell('ticketKey')),
				score: readNumber(cell('score')).value,
				receivedAt: textOfCell(cell('receivedAt')),
				url: textOfCell(cell('url')),
				alerted: cell('state') === 'alerted',
			},
		]);
		const alert = openAlertOf(cell);
		const known = openAlerts.get(accountId);
		if (alert !== undefined && (known === undefined || isLater(alert, known))) {
			openAlerts.set(accountId, alert);
		}
	}
	return { rows: groupByAccount(entries), openAlerts };
}

/** Absent where a row tells of no alert that is still open, or not since when. */
function openAlertOf(cell: Read): OpenAlert | undefined {
	const state = OPEN_STATES.find((known) => known === cell('alertState'));
	const openedAt = isoTime(cell('alertOpenedAt'));
	if (state === undefined || openedAt === undefined) return undefined;
	const score = readNumber(cell('alertScore')).value;
	const snoozedUntil = isoTime(cell('snoozedUntil'));
	return {
		state,
		openedAt,
		...(score !== undefined && { score }),
		...(snoozedUntil !== undefined && { snoozedUntil }),
	};
}

function isoTime(value: unknown): string | undefined {
	const time = timeOf(textOfCell(value));
	return time === undefined ? undefined : new Date(time).toISOString();
}

/** ISO times in UTC sort as they follow each other. */
function isLater(a: OpenAlert, b: OpenAlert): boolean {
	return a.openedAt > b.openedAt;
}
