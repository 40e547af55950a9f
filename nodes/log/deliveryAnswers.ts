import { readDigestOwner } from '../core/item/deliveryReaders';
import {
	afterFailedAttempt,
	afterFailedEdit,
	countedUnwritten,
	type NextAttempt,
} from '../core/log/deliveryPolicy';
import type { DeliveryState } from '../core/log/states';
import { storableText } from '../core/values/storable';
import { markAlertSent } from './alertSent';
import { holdAlert } from './alertStanding';
import { bindTokens } from './answerTokens';
import type { Query, SqlRow } from './database';
import type { DeliveryAnswer, RecordedDelivery } from './delivery';
import { LogError } from './errors';
import { isEdit, keepMessageTrue, lineUp } from './deliveryLine';
import { headingOf, rememberPlace, restPlace } from './paces';
import { keepPost } from './reviewPosts';
import { listedIn } from './reviewQueue';
import { dateIn, numberIn, objectIn, stored, storedText, textIn } from './rows';

const MOST_SHORT_TEXT = 500;

const COLUMNS = `id, kind, state, alert_id, message_row, attempt, ladder_start, tried_since, pace_key, undelivered_since, content,
	due_at, origin, standing_changes, message_channel`;

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
	const alert = await holdAlertOf(query, 'id = $1', id);
	const [row] = await query(
		`update @deliveries set kind = kind where id = $1 returning ${COLUMNS}`,
		[id],
	);
	if (row === undefined) {
		throw new LogError(
			`The log knows no delivery "${id}". Connect Record Delivery behind a CS Alert Trigger node, and take Delivery ID from it`,
		);
	}
	await bindTokens(query, id, attempt, answer.recipientName ?? answer.recipient);
	const state = (textIn(row, 'state') ?? 'due') as DeliveryState;
	const isOurs = state === 'sending' && numberIn(row, 'attempt') === attempt;
	if (state === 'delivered' || (!isOurs && !answer.isDelivered)) {
		return { ...outcomeOf(row, state), isRepeat: true };
	}
	if (!answer.isDelivered) return await markFailed(query, row, answer, now);
	if (isOurs) await rememberPlace(query, headingOf(row, triesOf(row), alert), answer, row, now);
	return await markDelivered(query, row, attempt, answer, now);
}

/** Nobody's quiet hours are longer; a wrong time must not hold an alert for good. */
const MOST_HOLD_MS = 24 * 60 * 60_000;

/**
 * Puts a delivery back until then, as if it had not been tried: its reader's quiet hours are no failure.
 * Does nothing to one that is not under way.
 */
export async function holdDelivery(
	query: Query,
	id: string,
	attempt: number,
	until: Date,
	now: Date,
): Promise<RecordedDelivery> {
	await holdAlertOf(query, 'id = $1', id);
	const dueAt = Math.min(Math.max(until.getTime(), now.getTime()), now.getTime() + MOST_HOLD_MS);
	const [held] = await query(
		`update @deliveries set state = 'due', due_at = $3, tried_since = $3, attempt = attempt - 1,
			lease_token = null, lease_until = null
		where id = $1 and attempt = $2 and state = 'sending' returning ${COLUMNS}`,
		[id, attempt, dueAt],
	);
	if (held !== undefined) return outcomeOf(held, 'due');
	const [row] = await query(`select ${COLUMNS} from @deliveries where id = $1`, [id]);
	if (row === undefined) throw new LogError(`The log knows no delivery "${id}"`);
	return { ...outcomeOf(row, (textIn(row, 'state') ?? 'due') as DeliveryState), isRepeat: true };
}

/** A run that ended and recorded nothing did not deliver, as far as anybody knows. */
export async function settleDelivery(
	query: Query,
	token: string,
	answer: DeliveryAnswer,
	now: Date,
): Promise<RecordedDelivery | undefined> {
	await holdAlertOf(query, 'lease_token = $1', token);
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

/** The alert first, its deliveries then: in one order everywhere, so that no two wait for each other. */
async function holdAlertOf(
	query: Query,
	which: 'id = $1' | 'lease_token = $1',
	value: string,
): Promise<SqlRow | undefined> {
	const [row] = await query(`select alert_id from @deliveries where ${which}`, [value]);
	const alertId = row && textIn(row, 'alert_id');
	return alertId === undefined ? undefined : await holdAlert(query, alertId);
}

async function markDelivered(
	query: Query,
	row: SqlRow,
	attempt: number,
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
		// A late answer, or a copy that was found, tells of a message that was written before what the row says.
		const isLate = numberIn(row, 'attempt') !== attempt || answer.isEarlierCopy === true;
		await markAlertSent(query, alertId, { row, answer, isLate }, now);
	}
	if (kind === 'review') await keepPost(query, row, listedIn(row), answer, now);
	return { ...outcomeOf(row, 'delivered'), dueAt: undefined };
}

async function markFailed(
	query: Query,
	tried: SqlRow,
	answer: DeliveryAnswer,
	now: Date,
): Promise<RecordedDelivery> {
	const isOfEdit = isEdit(tried);
	const row = answer.isUnwritten === true && !isOfEdit ? asUnwritten(tried) : tried;
	const { dueAt, isUndelivered } = await nextAttempt(query, row, answer, now);
	const wasUndelivered = numberIn(row, 'undelivered_since') !== undefined;
	const isOver = dueAt === undefined;
	const state: DeliveryState = isUndelivered || isOver ? 'undelivered' : 'due';
	const isAlarm = state === 'undelivered' && !isOfEdit;
	const error = storableText(answer.error ?? 'No reason was given', 1000);
	await query(
		`update @deliveries set state = $2, due_at = $3, lease_token = null, lease_until = null, last_error = $4,
			pace_key = null, undelivered_since = $5, channel = $6, recipient = $7,
			may_be_repeat = case when $8 = 1 then 1 else may_be_repeat end, ladder_start = $9
		where id = $1`,
		[
			textIn(row, 'id') ?? '',
			state,
			stored(dueAt),
			error,
			isAlarm ? (numberIn(row, 'undelivered_since') ?? now.getTime()) : null,
			stored(answer.channel),
			storedText(answer.recipient, MOST_SHORT_TEXT),
			stored(answer.mayHaveArrived === true),
			numberIn(row, 'ladder_start') ?? 0,
		],
	);
	if (answer.retryAfterMs !== undefined) {
		await restPlace(query, answer, row, now.getTime() + answer.retryAfterMs);
	}
	if (isOver) {
		const alertId = textIn(row, 'alert_id');
		if (alertId !== undefined) {
			if (isOfEdit) await endEdit(query, row, alertId);
			await lineUp(query, alertId);
			await keepMessageTrue(query, alertId, now);
		}
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
		isNewlyUndelivered: isAlarm && (!wasUndelivered || isOver),
	};
}

function asUnwritten(row: SqlRow): SqlRow {
	const attempt = numberIn(row, 'attempt') ?? 1;
	return { ...row, ladder_start: attempt - countedUnwritten(triesOf(row)) };
}

/** When it is tried again. An edit makes way for whatever waits behind it. */
async function nextAttempt(
	query: Query,
	row: SqlRow,
	{ retryAfterMs }: DeliveryAnswer,
	now: Date,
): Promise<NextAttempt> {
	const since = dateIn(row, 'tried_since') ?? now;
	if (!isEdit(row)) return afterFailedAttempt(triesOf(row), since, now, retryAfterMs);
	if (await hasOthersInLine(query, row)) return { isUndelivered: false };
	return afterFailedEdit(triesOf(row), since, now, retryAfterMs);
}

async function hasOthersInLine(query: Query, row: SqlRow): Promise<boolean> {
	const others = await query(
		'select 1 as found from @deliveries where alert_id = $1 and due_at is not null and id <> $2 limit 1',
		[textIn(row, 'alert_id') ?? '', textIn(row, 'id') ?? ''],
	);
	return others.length > 0;
}

/** What could not be shown is not tried for ever; what waits behind it shows it, too, or is followed by an edit. */
async function endEdit(query: Query, row: SqlRow, alertId: string): Promise<void> {
	if (await hasOthersInLine(query, row)) return;
	await query('update @alerts set shown_changes = $2 where id = $1 and shown_changes < $2', [
		alertId,
		numberIn(row, 'standing_changes') ?? 0,
	]);
}

/** What an outcome says of its row, and a title for people. */
function outcomeOf(row: SqlRow, state: DeliveryState): RecordedDelivery {
	const content = objectIn(row, 'content');
	const { account, ticket } = (content ?? {}) as {
		account?: { name?: unknown };
		ticket?: { key?: unknown };
	};
	const owner = readDigestOwner(content ?? {});
	const about = [account?.name, ticket?.key, owner?.name].filter(
		(text) => typeof text === 'string',
	);
	return {
		state,
		alertId: textIn(row, 'alert_id'),
		isRepeat: false,
		...(textIn(row, 'origin') === 'handedOn' && { isHandOver: true }),
		dueAt: dateIn(row, 'due_at'),
		isNewlyUndelivered: false,
		title: [textIn(row, 'kind'), about.join(', ')].filter(Boolean).join(' for '),
	};
}

/** Attempts since it was first due or was last tried again by hand: where it stands on the ladder. */
export function triesOf(row: SqlRow): number {
	return (numberIn(row, 'attempt') ?? 1) - (numberIn(row, 'ladder_start') ?? 0);
}
