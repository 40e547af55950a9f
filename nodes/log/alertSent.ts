import { addEvent } from './alertEvents';
import { changeStanding } from './alertStanding';
import type { Query, SqlRow } from './database';
import type { DeliveryAnswer } from './delivery';
import { keepMessageTrue, lineUp } from './deliveryLine';
import { storeFollowUps } from './followUps';
import { reachedNext } from './handOn';
import { numberIn, objectIn, stored, storedJson, storedText, textIn } from './rows';

/** Before any change there was: a message of which nobody knows what it says is written anew. */
const UNKNOWN_CHANGES = -1;
const MOST_NAME = 200;

/** What was delivered, and what the channel said. */
interface Sent {
	row: SqlRow;
	answer: DeliveryAnswer;
	/** Whether an earlier attempt than the newest sent it, so that nobody knows how the alert stood when it was written. */
	isLate: boolean;
}

/** What becomes of an alert when something of it has been delivered. The alert is held. */
export async function markAlertSent(
	query: Query,
	alertId: string,
	{ row, answer, isLate }: Sent,
	now: Date,
): Promise<void> {
	const kind = textIn(row, 'kind') ?? 'alert';
	const origin = textIn(row, 'origin');
	// The owner's message stays the alert's: it is edited, and what it was written from is kept.
	const isHandedOn = origin === 'handedOn';
	if (kind === 'alert' && !isHandedOn) {
		// What all that follows is written on; its news was of that time.
		const content = objectIn(row, 'content');
		await query('update @alerts set content = coalesce($2, content) where id = $1', [
			alertId,
			storedJson(content && { ...content, news: undefined, replyDraft: answer.replyDraft }),
		]);
	}
	await query('update @alerts set delivered_at = coalesce(delivered_at, $2) where id = $1', [
		alertId,
		now.getTime(),
	]);
	const isNew = !isHandedOn && (await becomesMessage(query, alertId, kind, answer));
	const changes = isLate ? UNKNOWN_CHANGES : (numberIn(row, 'standing_changes') ?? 0);
	if (isNew || editsMessage(kind, row, answer)) {
		await query(
			'update @alerts set shown_changes = $2 where id = $1 and ($3 = 1 or shown_changes < $2)',
			[alertId, changes, stored(isNew || isLate)],
		);
	}
	if (kind === 'escalation') {
		await changeStanding(query, alertId, { escalated_at: now.getTime() });
	}
	if (isHandedOn || (kind === 'alert' && (await reachedNext(query, alertId)))) {
		const who = answer.recipientName ?? answer.recipient;
		await changeStanding(query, alertId, { handed_on_to: storedText(who, MOST_NAME) });
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

/**
 * Whether the alert's message in Slack now says how it stood when this was sent. An update that was handed out while no
 * message was known of stands for itself, and edited nothing.
 */
function editsMessage(kind: string, row: SqlRow, { channel }: DeliveryAnswer): boolean {
	if (kind === 'answer' || kind === 'closed') return true;
	const isInSlack = channel === undefined || channel === 'slack';
	return kind === 'update' && isInSlack && numberIn(row, 'standing_changes') !== undefined;
}
