import { QUIET_DAYS } from '../core/log/alertPolicy';
import { closeAlert } from './alertStanding';
import type { Database, Query } from './database';
import { keepMessageTrue } from './deliveryLine';
import { textIn } from './rows';

/** What several accounts tell of at once is over sooner. */
const INCIDENT_QUIET_HOURS = 24;
const HOUR_MS = 3_600_000;
/** Alerts of one look: the next comes within minutes. */
const MOST_AT_ONCE = 200;

const ALERT_REASON = `Nothing more came within ${QUIET_DAYS} days`;
const INCIDENT_REASON = `Nothing more came within ${INCIDENT_QUIET_HOURS} hours`;

/** One that sleeps is not quiet: its owner said when to hear of it again. */
const IS_QUIET = `
	state <> 'closed' and (state <> 'snoozed' or snoozed_until <= $1)
	and quiet_since < case when incident_topic is null then cast($2 as bigint) else cast($3 as bigint) end`;

const limitsAt = (now: Date) => [
	now.getTime(),
	now.getTime() - QUIET_DAYS * 24 * HOUR_MS,
	now.getTime() - INCIDENT_QUIET_HOURS * HOUR_MS,
];

/** Ends the alert of this key when it has been quiet for too long. */
export async function closeQuiet(query: Query, key: string, now: Date): Promise<void> {
	const [quiet] = await query(
		`update @alerts set id = id where account_key = $4 and ${IS_QUIET} returning id, incident_topic`,
		[...limitsAt(now), key],
	);
	if (quiet === undefined) return;
	const id = textIn(quiet, 'id') ?? '';
	const isIncident = textIn(quiet, 'incident_topic') !== undefined;
	await closeAlert(query, id, { because: isIncident ? INCIDENT_REASON : ALERT_REASON }, now);
	await keepMessageTrue(query, id, now);
}

/** Ends all that have been quiet for too long, each in a transaction of its own; returns how many there were. */
export async function closeAllQuiet(database: Database, now: Date): Promise<number> {
	const found = await database.query(
		`select account_key from @alerts where ${IS_QUIET} order by quiet_since limit ${MOST_AT_ONCE}`,
		limitsAt(now),
	);
	for (const row of found) {
		const key = textIn(row, 'account_key') ?? '';
		await database.transaction(async (query) => await closeQuiet(query, key, now));
	}
	return found.length;
}
