import type { Query } from './database';
import { stored, storedText } from './rows';

const MOST_NAME = 200;
const MOST_DETAIL = 500;

export interface AlertEvent {
	kind: string;
	/** The customer's message it came with. */
	messageRow?: string;
	/** The person who did it. */
	by?: string;
	detail?: string;
}

/** Adds a line to what happened with an alert. */
export async function addEvent(
	query: Query,
	alertId: string,
	{ kind, messageRow, by, detail }: AlertEvent,
	now: Date,
): Promise<void> {
	await query(
		`insert into @alert_events (alert_id, at, kind, message_row, by_whom, detail)
		values ($1, $2, $3, $4, $5, $6)`,
		[
			alertId,
			now.getTime(),
			kind,
			stored(messageRow),
			storedText(by, MOST_NAME),
			storedText(detail, MOST_DETAIL),
		],
	);
}
