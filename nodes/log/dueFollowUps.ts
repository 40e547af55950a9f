import { countOf } from '../core/values/wording';
import { addEvent } from './alertEvents';
import { holdAlert, reopen } from './alertStanding';
import type { Database, Query, SqlRow } from './database';
import { contentOfAlert } from './decidedContent';
import { queueForAlert } from './deliveryLine';
import { dateIn, numberIn, textIn } from './rows';
import { accountIn } from './storedAccount';

/** Of one call: the next comes within seconds. */
const MOST_AT_ONCE = 20;

/** Makes deliveries of what is due to follow, each in a transaction of its own; another process may do the same. */
export async function sendDueFollowUps(database: Database, now: Date): Promise<void> {
	const due = await database.query(
		`select seq, alert_id from @follow_ups where at <= $1 order by at, seq limit ${MOST_AT_ONCE}`,
		[now.getTime()],
	);
	for (const row of due) {
		await database.transaction(async (query) => await send(query, row, now));
	}
}

/** When the next of them is due. */
export async function nextFollowUp(query: Query): Promise<Date | undefined> {
	const [row] = await query('select min(at) as at from @follow_ups');
	return row && dateIn(row, 'at');
}

async function send(query: Query, row: SqlRow, now: Date): Promise<void> {
	const alertId = textIn(row, 'alert_id') ?? '';
	const seq = numberIn(row, 'seq') ?? 0;
	const alert = await holdAlert(query, alertId);
	const [followUp] = await query('delete from @follow_ups where seq = $1 returning kind', [seq]);
	// Answered, or taken by another process meanwhile.
	if (alert === undefined || followUp === undefined) return;
	const kind = textIn(followUp, 'kind');
	const isSnoozeEnd = kind === 'snoozeEnd';
	if (textIn(alert, 'state') !== (isSnoozeEnd ? 'snoozed' : 'open')) return;
	if (isSnoozeEnd) await endSnooze(query, alertId, now);
	const content = await contentOfAlert(query, alert);
	if (content === undefined) return;
	await queueForAlert(
		query,
		{
			kind: kind === 'escalation' ? 'escalation' : 'reminder',
			alertId,
			onceKey: `followUp:${alertId}:${seq}`,
			account: accountIn(content),
			content: isSnoozeEnd ? { ...content, news: snoozeNews(alert) } : content,
			origin: isSnoozeEnd ? 'snoozeEnd' : 'followUp',
		},
		now,
	);
}

async function endSnooze(query: Query, alertId: string, now: Date): Promise<void> {
	await reopen(query, alertId);
	await query('update @alerts set quiet_since = $2 where id = $1', [alertId, now.getTime()]);
	await addEvent(query, alertId, { kind: 'snooze over' }, now);
}

function snoozeNews(alert: SqlRow): string {
	const messages = numberIn(alert, 'messages') ?? 0;
	const came = messages - (numberIn(alert, 'messages_before_snooze') ?? messages);
	return `The snooze is over; ${came > 0 ? countOf(came, 'message') : 'nothing'} came meanwhile`;
}
