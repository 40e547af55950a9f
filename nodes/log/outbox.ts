import { randomUUID } from 'node:crypto';

import type { DeliveryKind } from '../core/item/types';
import { afterFailedAttempt, SLACK_PACE_MS, stepOf } from '../core/log/deliveryPolicy';
import type { DeliveryState } from '../core/log/states';
import { storableJson, storableText } from '../core/log/storable';
import type { Query, SqlRow } from './database';
import { addEvent } from './decisions';
import { newLeaseToken } from './inbox';
import { dateIn, numberIn, objectIn, stored, textIn, truthIn } from './rows';
import type { DeliveryAnswer, DeliveryLease, LeasedDelivery, RecordedDelivery } from './ticketLog';

/** Enough that a paced channel with a long queue does not hide what another channel could take. */
const MOST_CANDIDATES = 100;

/**
 * What is due and has nothing before it: an update waits for its alert's message. One whose run
 * vanished is due again when its lease ends.
 */
const CANDIDATES = `
	select d.id, d.pace_key, d.lease_token from @deliveries d
	where d.due_at <= $1 and (d.lease_until is null or d.lease_until <= $1)
		and not exists (
			select 1 from @deliveries earlier
			where earlier.alert_id = d.alert_id and earlier.due_at is not null and earlier.seq < d.seq
		)
	order by d.due_at, d.seq limit ${MOST_CANDIDATES}`;

const LEASE = `
	update @deliveries set
		state = 'sending', lease_token = $2, lease_until = $3, attempt = attempt + 1,
		may_be_repeat = case when lease_token is null then may_be_repeat else 1 end
	where id = $1 and due_at <= $4 and (lease_until is null or lease_until <= $4)
	returning id, kind, alert_id, attempt, may_be_repeat, content`;

/** Takes the next thing to send that its channel's pace allows. */
export async function leaseDelivery(
	query: Query,
	leaseMs: number,
	now: Date,
): Promise<DeliveryLease> {
	const token = newLeaseToken();
	for (const candidate of await query(CANDIDATES, [now.getTime()])) {
		const pace = textIn(candidate, 'pace_key');
		if (pace !== undefined && !(await takePace(query, pace, now))) continue;
		const [row] = await query(LEASE, [
			textIn(candidate, 'id') ?? '',
			token,
			now.getTime() + leaseMs,
			now.getTime(),
		]);
		if (row !== undefined) return { token, delivery: await toDelivery(query, row) };
	}
	return { token, nextAt: await nextDue(query) };
}

/** Whether the channel may have a message now; if so, the next one has to wait. */
async function takePace(query: Query, key: string, now: Date): Promise<boolean> {
	const taken = await query(
		`insert into @paces as pace (key, next_at) values ($1, $2)
		on conflict (key) do update set next_at = excluded.next_at where pace.next_at <= $3 returning key`,
		[key, now.getTime() + SLACK_PACE_MS, now.getTime()],
	);
	return taken.length > 0;
}

async function nextDue(query: Query): Promise<Date | undefined> {
	const [row] = await query(
		`select min(case when lease_until > due_at then lease_until else due_at end) as at
		from @deliveries where due_at is not null`,
	);
	return row === undefined ? undefined : dateIn(row, 'at');
}

async function toDelivery(query: Query, row: SqlRow): Promise<LeasedDelivery> {
	const alertId = textIn(row, 'alert_id');
	const attempt = numberIn(row, 'attempt') ?? 1;
	const [alert] =
		alertId === undefined
			? []
			: await query('select message_channel, message_ts from @alerts where id = $1', [alertId]);
	const channel = alert && textIn(alert, 'message_channel');
	const ts = alert && textIn(alert, 'message_ts');
	return {
		id: textIn(row, 'id') ?? '',
		kind: (textIn(row, 'kind') ?? 'alert') as DeliveryKind,
		...(alertId !== undefined && { alertId }),
		attempt,
		step: stepOf(attempt),
		mayBeRepeat: truthIn(row, 'may_be_repeat'),
		...(channel !== undefined && ts !== undefined && { message: { channel, ts } }),
		content: objectIn(row, 'content') ?? {},
	};
}

const COLUMNS = `id, kind, state, alert_id, message_row, attempt, tried_since, pace_key, undelivered_since, content,
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
		throw new Error(
			`The log knows no delivery "${id}". Connect Record Delivery behind a CS Alert Trigger node, and take Delivery ID from it`,
		);
	}
	const state = textIn(row, 'state') as DeliveryState;
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
			stored(answer.recipient && storableText(answer.recipient, 500)),
		],
	);
	await query(
		`update @messages set state = $2, ended_at = $3 where id = $1 and state in ('alerting', 'failed')`,
		[textIn(row, 'message_row') ?? '', kind === 'update' ? 'updated' : 'alerted', now.getTime()],
	);
	if (alertId !== undefined) {
		// The newest full alert is the one that is kept up to date; an update's reply is not.
		if (answer.message !== undefined && kind !== 'update') {
			await query('update @alerts set message_channel = $2, message_ts = $3 where id = $1', [
				alertId,
				answer.message.channel,
				answer.message.ts,
			]);
		}
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
	const attempt = numberIn(row, 'attempt') ?? 1;
	const { dueAt, isUndelivered } = afterFailedAttempt(
		attempt,
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
			stored(answer.recipient && storableText(answer.recipient, 500)),
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

export async function queueDelivery(
	query: Query,
	kind: DeliveryKind,
	onceKey: string,
	content: Record<string, unknown>,
	now: Date,
): Promise<boolean> {
	const queued = await query(
		`insert into @deliveries (id, once_key, kind, state, due_at, tried_since, pace_key, content, created_at)
		values ($1, $2, $3, 'due', $4, $4, $5, $6, $4) on conflict (once_key) do nothing returning id`,
		[
			randomUUID(),
			storableText(onceKey, 500),
			kind,
			now.getTime(),
			'slack:shared',
			storableJson(content),
		],
	);
	return queued.length > 0;
}
