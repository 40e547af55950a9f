import { addEvent } from './alertEvents';
import { changeStanding } from './alertStanding';
import type { Query, SqlRow } from './database';
import type { DeliveryAnswer } from './delivery';
import { keepMessageTrue, lineUp } from './deliveryLine';
import { storeFollowUps } from './followUps';
import { numberIn, objectIn, storedJson, textIn } from './rows';

/** What becomes of an alert when something of it has been delivered. The alert is held. */
export async function markAlertSent(
	query: Query,
	alertId: string,
	row: SqlRow,
	answer: DeliveryAnswer,
	now: Date,
): Promise<void> {
	const kind = textIn(row, 'kind') ?? 'alert';
	const origin = textIn(row, 'origin');
	if (kind === 'alert') {
		// What all that follows is written on; its news was of that time.
		const content = { ...objectIn(row, 'content'), news: undefined };
		await query('update @alerts set content = $2 where id = $1', [alertId, storedJson(content)]);
	}
	await query('update @alerts set delivered_at = coalesce(delivered_at, $2) where id = $1', [
		alertId,
		now.getTime(),
	]);
	if ((await becomesMessage(query, alertId, kind, answer)) || editsMessage(kind, answer)) {
		await query('update @alerts set shown_changes = $2 where id = $1', [
			alertId,
			numberIn(row, 'standing_changes') ?? 0,
		]);
	}
	if (kind === 'escalation') {
		await changeStanding(query, alertId, { escalated_at: now.getTime() });
	}
	await addEvent(
		query,
		alertId,
		{
			kind: `${kind} delivered`,
			messageRow: textIn(row, 'message_row'),
			detail: answer.channel,
		},
		now,
	);
	const [alert] = await query('select state from @alerts where id = $1', [alertId]);
	const isOpen = alert !== undefined && textIn(alert, 'state') === 'open';
	if (isOpen && (kind === 'alert' || origin === 'snoozeEnd')) {
		await storeFollowUps(query, alertId, answer.followUps ?? []);
	}
	await lineUp(query, alertId);
	await keepMessageTrue(query, alertId, now);
}

/**
 * Keeps the name of a message that is the alert's from now on: the newest full alert, or a reminder where none stands
 * in Slack. What is written below it is not, nor what the manager got.
 */
async function becomesMessage(
	query: Query,
	alertId: string,
	kind: string,
	{ message }: DeliveryAnswer,
): Promise<boolean> {
	if (message === undefined || (kind !== 'alert' && kind !== 'reminder')) return false;
	const named = await query(
		`update @alerts set message_channel = $2, message_ts = $3
		where id = $1 and ($4 = 'alert' or message_ts is null) returning id`,
		[alertId, message.channel, message.ts, kind],
	);
	return named.length > 0;
}

/** Whether the alert's message in Slack now says how it stood when this was sent. */
function editsMessage(kind: string, { channel }: DeliveryAnswer): boolean {
	return kind === 'answer' || kind === 'closed' || (kind === 'update' && channel !== 'email');
}
