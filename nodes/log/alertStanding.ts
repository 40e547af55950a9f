import type { AlertStanding, Verdict } from '../core/item/types';
import type { Query, SqlRow, SqlValue } from './database';
import { addEvent } from './alertEvents';
import { dropFollowUps } from './followUps';
import { isoIn, storedText, textIn, withoutAbsent } from './rows';

/** How an alert stands, and every change of it. Whoever changes it holds its row until the transaction ends. */

const MOST_REASON = 500;
const MOST_NAME = 200;

type StandingColumn =
	| 'state'
	| 'acknowledged_at'
	| 'acknowledged_by'
	| 'snoozed_until'
	| 'snoozed_by'
	| 'messages_before_snooze'
	| 'escalated_at'
	| 'handed_on_at'
	| 'handed_on_to'
	| 'closed_at'
	| 'closed_by'
	| 'closed_reason'
	| 'verdict'
	| 'verdict_by';

/** Nothing of an earlier snooze. */
export const NO_SNOOZE = { snoozed_until: null, snoozed_by: null, messages_before_snooze: null };

/** The alert's row, held: a plain read would not wait for another writer. */
export async function holdAlert(query: Query, alertId: string): Promise<SqlRow | undefined> {
	const [row] = await query('update @alerts set id = id where id = $1 returning *', [alertId]);
	return row;
}

/** How the alert of this row stands. */
export function standingOf(row: SqlRow): AlertStanding {
	return withoutAbsent({
		state: (textIn(row, 'state') ?? 'open') as AlertStanding['state'],
		openedAt: isoIn(row, 'opened_at') ?? '',
		acknowledgedAt: isoIn(row, 'acknowledged_at'),
		acknowledgedBy: textIn(row, 'acknowledged_by'),
		snoozedUntil: isoIn(row, 'snoozed_until'),
		snoozedBy: textIn(row, 'snoozed_by'),
		escalatedAt: isoIn(row, 'escalated_at'),
		handedOnAt: isoIn(row, 'handed_on_at'),
		handedOnTo: textIn(row, 'handed_on_to'),
		closedAt: isoIn(row, 'closed_at'),
		closedBy: textIn(row, 'closed_by'),
		closedBecause: textIn(row, 'closed_reason'),
		verdict: textIn(row, 'verdict') as Verdict | undefined,
		verdictBy: textIn(row, 'verdict_by'),
	});
}

/** Changes what is given, and counts it as one change, so that messages that say otherwise can be told. */
export async function changeStanding(
	query: Query,
	alertId: string,
	changes: Partial<Record<StandingColumn, SqlValue>>,
): Promise<void> {
	const sets = Object.keys(changes).map((column, index) => `${column} = $${index + 2}`);
	await query(
		`update @alerts set ${sets.join(', ')}, standing_changes = standing_changes + 1 where id = $1`,
		[alertId, ...Object.values(changes)],
	);
}

/** Makes an alert one again that nobody has answered. */
export async function reopen(query: Query, alertId: string): Promise<void> {
	await changeStanding(query, alertId, {
		state: 'open',
		acknowledged_at: null,
		acknowledged_by: null,
		...NO_SNOOZE,
	});
}

/** Ends an alert: nothing follows any more. */
export async function closeAlert(
	query: Query,
	alertId: string,
	{ because, by }: { because?: string; by?: string },
	now: Date,
): Promise<void> {
	await changeStanding(query, alertId, {
		state: 'closed',
		closed_at: now.getTime(),
		closed_by: storedText(by, MOST_NAME),
		closed_reason: storedText(because, MOST_REASON),
		...NO_SNOOZE,
	});
	await dropFollowUps(query, alertId);
	await addEvent(query, alertId, { kind: 'closed', by, detail: because }, now);
}
