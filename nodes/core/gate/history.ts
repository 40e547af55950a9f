import { daysBefore, timeOf } from '../values/dates';
import { textOf } from '../values/text';
import { FRUSTRATED_FROM } from '../labels';
import type { TicketHistory } from '../item/types';

/** What the gate reads of one earlier ticket, as the log keeps it. */
export interface HistoryRow {
	ticketKey?: string;
	score?: number;
	receivedAt?: string;
	alerted: boolean;
}

/** Days of "this month" in the recipe's risk factor "second frustrated ticket this month". */
const HISTORY_DAYS = 30;

/** Earlier tickets by account ID: grouped once, so that a large batch does not read all rows for each ticket. */
export type History = ReadonlyMap<string, readonly HistoryRow[]>;

/** Reads log rows (snake_case columns of `cs_ticket_log`); rows of no account are passed over. */
export function readHistoryRows(rows: ReadonlyArray<Record<string, unknown>>): History {
	const history = new Map<string, HistoryRow[]>();
	for (const row of rows) {
		const accountId = textOf(row.account_id);
		if (accountId === undefined) continue;
		const read: HistoryRow = {
			ticketKey: textOf(row.ticket_key),
			score: typeof row.score === 'number' ? row.score : undefined,
			receivedAt: timeTextOf(row.received_at),
			alerted: row.state === 'alerted',
		};
		const known = history.get(accountId);
		if (known === undefined) history.set(accountId, [read]);
		else known.push(read);
	}
	return history;
}

/**
 * What happened on an account before this ticket. Rows are joined by account, never by position, and
 * a ticket listed twice counts once.
 * @param history absent when no history came in: then nothing is known, which is not "no history"
 */
export function historyOf(
	accountId: string | undefined,
	ticketKey: string | undefined,
	history: History | undefined,
	now: Date,
): TicketHistory {
	if (history === undefined || accountId === undefined) return {};
	const earlier = (history.get(accountId) ?? []).filter((row) => row.ticketKey !== ticketKey);
	const since = daysBefore(now, HISTORY_DAYS);
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
		...(lastAlertAt !== undefined && { lastAlertAt }),
	};
}

/** A time as text; databases give it as a Date. */
function timeTextOf(value: unknown): string | undefined {
	return value instanceof Date ? value.toISOString() : textOf(value);
}
