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
	if (answer.message !== undefined) await keepMessageName(query, alertId, kind, answer.message);
	if (showsStanding(kind, answer)) {
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

/** The newest full alert is the one that is kept up to date; what is written below it is not, nor the manager's. */
async function keepMessageName(
	query: Query,
	alertId: string,
	kind: string,
	message: { channel: string; ts: string },
): Promise<void> {
	if (kind !== 'alert' && kind !== 'reminder') return;
	await query(
		`update @alerts set message_channel = $2, message_ts = $3
		where id = $1 and ($4 = 'alert' or message_ts is null)`,
		[alertId, message.channel, message.ts, kind],
	);
}

/** Whether the alert's message in Slack now says how it stood when this was sent. */
function showsStanding(kind: string, { channel, message }: DeliveryAnswer): boolean {
	if (kind === 'answer' || kind === 'closed') return true;
	if (kind === 'alert') return message !== undefined;
	return kind === 'update' && channel !== 'email';
}
