import { afterFailedAttempt } from '../core/log/deliveryPolicy';
import type { DeliveryState } from '../core/log/states';
import { storableText } from '../core/values/storable';
import { addEvent, lineUp } from './alerts';
import type { Query, SqlRow } from './database';
import type { DeliveryAnswer, RecordedDelivery } from './delivery';
import { LogError } from './errors';
import { dateIn, numberIn, objectIn, stored, storedText, textIn } from './rows';

const MOST_SHORT_TEXT = 500;

const COLUMNS = `id, kind, state, alert_id, message_row, attempt, ladder_start, tried_since, pace_key, undelivered_since, content,
	due_at`;

/**
 * Writes what the channel said. A delivery that arrived late after all counts, whichever attempt it
 * was; that one failed counts only for the attempt that is under way.
 */
export async function recordDelivery(
	query: Query,
	id: string,
	attempt: number,
	answer: DeliveryAnswer,
	now: Date,
): Promise<RecordedDelivery> {
	const [row] = await query(
		`update @deliveries set kind = kind where id = $1 returning ${COLUMNS}`,
		[id],
	);
	if (row === undefined) {
		throw new LogError(
			`The log knows no delivery "${id}". Connect Record Delivery behind a CS Alert Trigger node, and take Delivery ID from it`,
		);
	}
	const state = (textIn(row, 'state') ?? 'due') as DeliveryState;
	const isOurs = state === 'sending' && numberIn(row, 'attempt') === attempt;
	if (state === 'delivered' || (!isOurs && !answer.isDelivered)) {
		return { ...outcomeOf(row, state), isRepeat: true };
	}
	return answer.isDelivered
		? await markDelivered(query, row, answer, now)
		: await markFailed(query, row, answer, now);
}

/** A run that ended and recorded nothing did not deliver, as far as anybody knows. */
export async function settleDelivery(
	query: Query,
	token: string,
	answer: DeliveryAnswer,
	now: Date,
): Promise<RecordedDelivery | undefined> {
	const [row] = await query(
		`update @deliveries set kind = kind where lease_token = $1 and state = 'sending' returning ${COLUMNS}`,
		[token],
	);
	return row === undefined ? undefined : await markFailed(query, row, answer, now);
}

/** Ends one whose runs all vanished, as far as its lease has run out. */
export async function giveUpDelivery(
	query: Query,
	id: string,
	error: string,
	now: Date,
): Promise<void> {
	const [row] = await query(
		`update @deliveries set kind = kind where id = $1 and lease_until <= $2 returning ${COLUMNS}`,
		[id, now.getTime()],
	);
	if (row === undefined) return;
	await markFailed(query, row, { isDelivered: false, error, mayHaveArrived: true }, now);
}

async function markDelivered(
	query: Query,
	row: SqlRow,
	answer: DeliveryAnswer,
	now: Date,
): Promise<RecordedDelivery> {
	const alertId = textIn(row, 'alert_id');
	const kind = textIn(row, 'kind');
	await query(
		`update @deliveries set state = 'delivered', delivered_at = $2, due_at = null, lease_token = null,
			lease_until = null, last_error = null, undelivered_since = null, channel = $3, recipient = $4, content = null
		where id = $1`,
		[
			textIn(row, 'id') ?? '',
			now.getTime(),
			stored(answer.channel),
			storedText(answer.recipient, MOST_SHORT_TEXT),
		],
	);
	await query(
		`update @messages set state = $2, ended_at = $3, reason = case when state = 'failed' then null else reason end
		where id = $1 and state in ('alerting', 'failed')`,
		[textIn(row, 'message_row') ?? '', kind === 'update' ? 'updated' : 'alerted', now.getTime()],
	);
	if (alertId !== undefined) {
		if (kind === 'alert') {
			// What an update of it will be written on.
			await query('update @alerts set content = $2 where id = $1', [
				alertId,
				stored(textIn(row, 'content')),
			]);
		}
		await query('update @alerts set delivered_at = coalesce(delivered_at, $2) where id = $1', [
			alertId,
			now.getTime(),
		]);
		// The newest full alert is the one that is kept up to date; an update's reply is not.
		if (answer.message !== undefined && kind !== 'update') {
			await query('update @alerts set message_channel = $2, message_ts = $3 where id = $1', [
				alertId,
				answer.message.channel,
				answer.message.ts,
			]);
		}
		await lineUp(query, alertId);
		await addEvent(
			query,
			alertId,
			`${kind ?? 'alert'} delivered`,
			textIn(row, 'message_row'),
			now,
			answer.channel,
		);
	}
	return { ...outcomeOf(row, 'delivered'), dueAt: undefined };
}

async function markFailed(
	query: Query,
	row: SqlRow,
	answer: DeliveryAnswer,
	now: Date,
): Promise<RecordedDelivery> {
	const { dueAt, isUndelivered } = afterFailedAttempt(
		triesOf(row),
		dateIn(row, 'tried_since') ?? now,
		now,
		answer.retryAfterMs,
	);
	const wasUndelivered = numberIn(row, 'undelivered_since') !== undefined;
	const isOver = dueAt === undefined;
	const state: DeliveryState = isUndelivered || isOver ? 'undelivered' : 'due';
	const error = storableText(answer.error ?? 'No reason was given', 1000);
	await query(
		`update @deliveries set state = $2, due_at = $3, lease_token = null, lease_until = null, last_error = $4,
			undelivered_since = $5, channel = $6, recipient = $7,
			may_be_repeat = case when $8 = 1 then 1 else may_be_repeat end
		where id = $1`,
		[
			textIn(row, 'id') ?? '',
			state,
			stored(dueAt),
			error,
			state === 'undelivered' ? (numberIn(row, 'undelivered_since') ?? now.getTime()) : null,
			stored(answer.channel),
			storedText(answer.recipient, MOST_SHORT_TEXT),
			stored(answer.mayHaveArrived === true),
		],
	);
	const pace = textIn(row, 'pace_key');
	if (answer.retryAfterMs !== undefined && pace !== undefined) {
		await query(
			`insert into @paces as pace (key, next_at) values ($1, $2)
			on conflict (key) do update set next_at = excluded.next_at where pace.next_at < excluded.next_at`,
			[pace, now.getTime() + answer.retryAfterMs],
		);
	}
	if (isOver) {
		const alertId = textIn(row, 'alert_id');
		if (alertId !== undefined) await lineUp(query, alertId);
		await query(
			`update @messages set state = 'failed', ended_at = $2, reason = $3 where id = $1 and state = 'alerting'`,
			[
				textIn(row, 'message_row') ?? '',
				now.getTime(),
				storableText(`The alert was never delivered: ${error}`, 1000),
			],
		);
	}
	return {
		...outcomeOf(row, state),
		dueAt,
		isNewlyUndelivered: state === 'undelivered' && (!wasUndelivered || isOver),
	};
}

/** What an outcome says of its row, and a title for people. */
function outcomeOf(row: SqlRow, state: DeliveryState): RecordedDelivery {
	const content = objectIn(row, 'content');
	const { account, ticket } = (content ?? {}) as {
		account?: { name?: unknown };
		ticket?: { key?: unknown };
	};
	const about = [account?.name, ticket?.key].filter((text) => typeof text === 'string');
	return {
		state,
		alertId: textIn(row, 'alert_id'),
		isRepeat: false,
		dueAt: dateIn(row, 'due_at'),
		isNewlyUndelivered: false,
		title: [textIn(row, 'kind'), about.join(', ')].filter(Boolean).join(' for '),
	};
}

/** Attempts since it was first due or was last tried again by hand: where it stands on the ladder. */
export function triesOf(row: SqlRow): number {
	return (numberIn(row, 'attempt') ?? 1) - (numberIn(row, 'ladder_start') ?? 0);
}
