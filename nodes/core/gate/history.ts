import { FRUSTRATED_FROM } from '../score/labels';
import type { EarlierTicket, OpenAlert, TicketHistory } from '../item/types';
import { daysBefore, timeOf } from '../values/dates';

/** What the gate reads of one earlier ticket. */
export interface HistoryRow {
	ticketKey?: string;
	score?: number;
	receivedAt?: string;
	/** The agent's view of it. */
	url?: string;
	alerted: boolean;
	/** Its place in the batch, for tickets of the batch itself: they count only for those behind them. */
	position?: number;
}

/** Days of "this month" in the recipe's risk factor "second frustrated ticket this month". */
const HISTORY_DAYS = 30;

/** Earlier tickets by account ID: grouped once, so that a large batch does not read all rows for each ticket. */
export type Rows = ReadonlyMap<string, readonly HistoryRow[]>;

/** What happened before on accounts, by account ID. */
export interface History {
	rows: Rows;
	/** The alerts that have not ended. */
	openAlerts: ReadonlyMap<string, OpenAlert>;
}

/** An earlier message of an account, as the log knows it. */
export interface AccountMessage {
	accountId: string;
	ticketKey: string;
	score: number;
	receivedAt: Date;
	url?: string;
	alerted: boolean;
}

/** A ticket of the batch that is being decided, as far as it counts for those behind it. */
export interface BatchTicket {
	accountId: string;
	ticketKey?: string;
	score: number;
	url?: string;
}

/** The earliest time that counts. */
export function historySince(now: Date): Date {
	return new Date(daysBefore(now, HISTORY_DAYS));
}

/** The history that the log's messages of some accounts make. */
export function historyOfMessages(
	messages: readonly AccountMessage[],
	openAlerts: History['openAlerts'] = new Map(),
): History {
	const rows = groupByAccount(
		messages.map(({ accountId, ticketKey, score, receivedAt, url, alerted }) => [
			accountId,
			{ ticketKey, score, receivedAt: receivedAt.toISOString(), url, alerted },
		]),
	);
	return { rows, openAlerts };
}

/**
 * A history together with the tickets of the batch that is being decided, which no log has yet.
 * @param batch one entry for each item, absent for items that count for nobody
 */
export function withBatch(
	history: History,
	batch: ReadonlyArray<BatchTicket | undefined>,
	now: Date,
): History {
	const receivedAt = now.toISOString();
	const own = batch.flatMap((ticket, position): Array<[string, HistoryRow]> => {
		if (ticket === undefined || ticket.score < FRUSTRATED_FROM) return [];
		const { accountId, ticketKey, score, url } = ticket;
		return [[accountId, { ticketKey, score, receivedAt, url, alerted: false, position }]];
	});
	const earlier = [...history.rows].flatMap(([accountId, rows]) =>
		rows.map((row): [string, HistoryRow] => [accountId, row]),
	);
	return { ...history, rows: groupByAccount([...earlier, ...own]) };
}

/**
 * What happened on an account before this ticket. Rows are joined by account, never by position, a
 * ticket listed twice counts once, and none counts itself.
 * @param history absent when no history came in: then nothing is known, which is not "no history"
 * @param position the ticket's place in the batch; absent where it is in none
 */
export function historyOf(
	accountId: string | undefined,
	ticketKey: string | undefined,
	history: History | undefined,
	now: Date,
	position = 0,
): TicketHistory {
	if (history === undefined || accountId === undefined) return {};
	const earlier = (history.rows.get(accountId) ?? []).filter(
		(row) => row.ticketKey !== ticketKey && (row.position === undefined || row.position < position),
	);
	const since = historySince(now).getTime();
	const frustrated = earlier.filter(
		({ score, receivedAt }) =>
			score !== undefined && score >= FRUSTRATED_FROM && (timeOf(receivedAt) ?? 0) >= since,
	);
	const lastAlertAt = earlier
		.filter((row) => row.alerted)
		.map((row) => row.receivedAt)
		.filter((receivedAt) => timeOf(receivedAt) !== undefined)
		.sort()
		.at(-1);
	return {
		frustratedTickets30Days: new Set(frustrated.map(({ ticketKey: key }, index) => key ?? index))
			.size,
		...firstOf(frustrated),
		...(lastAlertAt !== undefined && { lastAlertAt }),
	};
}

/** The earliest; of those at one instant, the one that stands first. */
function firstOf(rows: readonly HistoryRow[]): Pick<TicketHistory, 'firstFrustratedTicket'> {
	let first: EarlierTicket | undefined;
	for (const { ticketKey, receivedAt, url } of rows) {
		const at = timeOf(receivedAt);
		if (at === undefined || (first !== undefined && at >= Date.parse(first.at))) continue;
		first = {
			...(ticketKey !== undefined && { key: ticketKey }),
			at: new Date(at).toISOString(),
			...(url !== undefined && { url }),
		};
	}
	return first === undefined ? {} : { firstFrustratedTicket: first };
}

/** Groups rows by their account. */
export function groupByAccount(entries: ReadonlyArray<readonly [string, HistoryRow]>): Rows {
	const grouped = new Map<string, HistoryRow[]>();
	for (const [accountId, row] of entries) {
		const known = grouped.get(accountId);
		if (known === undefined) grouped.set(accountId, [row]);
		else known.push(row);
	}
	return grouped;
}
