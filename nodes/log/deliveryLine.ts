import { randomUUID } from 'node:crypto';

import type { Account, DeliveryKind } from '../core/item/types';
import { storableJson } from '../core/values/storable';
import { EDITS } from './alertMessage';
import type { Query, SqlRow, SqlValue } from './database';
import { contentOfAlert } from './decidedContent';
import { paceOf } from './paces';
import { numberIn, stored, storedKey, textIn } from './rows';
import { accountIn } from './storedAccount';

/**
 * What an alert has to send stands in a line: one goes at a time. Whoever puts something in or takes it
 * out holds the alert.
 */

/** Why there is a delivery that no message of a customer made. */
export type DeliveryOrigin = 'followUp' | 'snoozeEnd' | 'handedOn' | 'reviewEdit';

/** Whether a delivery only changes what stands in Slack. */
export function isEdit(row: SqlRow): boolean {
	const kind = textIn(row, 'kind');
	return EDITS.some((edit) => edit === kind) || textIn(row, 'origin') === 'reviewEdit';
}

/** What is only sent while nobody has answered. */
export const FOLLOWS_UP = `origin in ('followUp', 'snoozeEnd')`;

/**
 * A message is sent once, however often it is recorded; one that was given up and came in again is
 * sent after all. What its alert has to send before it, it waits for.
 */
const QUEUE = `
	insert into @deliveries as known (
		id, once_key, kind, state, alert_id, message_row, due_at, tried_since, pace_key, content, created_at, origin,
		is_waiting
	) values (
		$1, $2, $3, 'due', $4, $5, $10, $10, $7, $8, $6, $9,
		case when exists (
			select 1 from @deliveries before where before.alert_id = $4 and before.due_at is not null
		) then 1 else 0 end
	)
	on conflict (once_key) do update set
		kind = excluded.kind, state = 'due', alert_id = excluded.alert_id, due_at = excluded.due_at,
		tried_since = excluded.tried_since, pace_key = excluded.pace_key, content = excluded.content,
		ladder_start = known.attempt, undelivered_since = null, told_at = null, telling_token = null,
		is_waiting = excluded.is_waiting
	where known.state = 'undelivered' and known.due_at is null
	returning id`;

const UNSENT_EDITS = `
	alert_id = $1 and kind in ('answer', 'closed') and due_at is not null and lease_token is null`;

/**
 * Takes deliveries back: nobody gets them any more, and nobody is told so. Their rows stay, since an earlier attempt
 * may yet say that it arrived.
 * @param which a condition on deliveries
 * @returns how many there were
 */
export async function withdraw(
	query: Query,
	which: string,
	values: readonly SqlValue[],
): Promise<number> {
	const withdrawn = await query(
		`update @deliveries set state = 'undelivered', due_at = null, content = null, lease_token = null,
			lease_until = null, undelivered_since = null, gathering = null, is_waiting = 0
		where ${which} returning id`,
		values,
	);
	return withdrawn.length;
}

export interface QueuedForAlert {
	kind: DeliveryKind;
	alertId: string;
	/** Under which it is sent once. */
	onceKey: string;
	messageRow?: string;
	/** Whose owner it goes to. */
	account?: Account;
	content: Record<string, unknown>;
	origin?: DeliveryOrigin;
	/** Now unless told. */
	dueAt?: Date;
}

/**
 * Puts something at the end of an alert's line. An edit that waits makes way: what goes out now shows how
 * the alert stands, or is followed by an edit that does.
 * @returns whether it was put there
 */
export async function queueForAlert(
	query: Query,
	{ kind, alertId, onceKey, messageRow, account, content, origin, dueAt }: QueuedForAlert,
	now: Date,
): Promise<boolean> {
	await withdraw(query, UNSENT_EDITS, [alertId]);
	const pace = await paceOf(query, {
		kind,
		step: 'owner',
		owner: account?.owner,
		isHandedOn: origin === 'handedOn',
	});
	const queued = await query(QUEUE, [
		randomUUID(),
		storedKey(onceKey),
		kind,
		alertId,
		stored(messageRow),
		now.getTime(),
		stored(pace),
		storableJson(content),
		stored(origin),
		(dueAt ?? now).getTime(),
	]);
	return queued.length > 0;
}

/** Whether something of an alert still has to be sent, or is being sent. */
export async function hasLine(query: Query, alertId: string): Promise<boolean> {
	const waiting = await query(
		'select 1 as found from @deliveries where alert_id = $1 and due_at is not null limit 1',
		[alertId],
	);
	return waiting.length > 0;
}

const UNSENT = `alert_id = $1 and kind in ('alert', 'update') and due_at is not null and lease_token is null`;

/** Whether a whole message of an alert waits that nobody has begun to send. */
export async function hasUnsent(query: Query, alertId: string): Promise<boolean> {
	const unsent = await query(`select 1 as found from @deliveries where ${UNSENT} limit 1`, [
		alertId,
	]);
	return unsent.length > 0;
}

/** Whether the alert itself waits, whole, and nobody has begun to send it. */
export async function hasUnsentAlert(query: Query, alertId: string): Promise<boolean> {
	const unsent = await query(
		`select 1 as found from @deliveries where ${UNSENT} and kind = 'alert' limit 1`,
		[alertId],
	);
	return unsent.length > 0;
}

/**
 * Takes back the whole messages of an alert that nobody has begun to send, for the one that is queued next to go in
 * their place at once. Their tickets are in the alert, which is all that is told of them.
 */
export async function replaceUnsent(query: Query, alertId: string, now: Date): Promise<void> {
	await query(
		`update @messages set state = 'updated', ended_at = $2
		where state = 'alerting' and id in (select message_row from @deliveries where ${UNSENT})`,
		[alertId, now.getTime()],
	);
	await withdraw(query, UNSENT, [alertId]);
	await lineUp(query, alertId);
}

/** What waits of an alert goes now: it may wait for the end of quiet hours, and worse has come behind it. */
export async function hurry(query: Query, alertId: string, now: Date): Promise<void> {
	await query(
		`update @deliveries set due_at = $2 where alert_id = $1 and due_at > $2 and lease_token is null`,
		[alertId, now.getTime()],
	);
}

/**
 * Lets the first of what an alert still has to send go, and no other: an update waits for its alert's
 * message. Called when one of them has ended or begun again.
 */
export async function lineUp(query: Query, alertId: string): Promise<void> {
	// Held, so that nothing joins the line unseen meanwhile.
	await query('update @alerts set id = id where id = $1', [alertId]);
	await query(LINE_UP, [alertId]);
}

const FIRST = `(
	select min(seq) from @deliveries where alert_id = $1 and due_at is not null
)`;
const LINE_UP = `
	update @deliveries set is_waiting = 1 - is_waiting
	where alert_id = $1 and due_at is not null
		and is_waiting = case when seq = ${FIRST} then 1 else 0 end`;

const FOR_EDIT = `
	select id, state, closed_by, content, message_ts, standing_changes, shown_changes from @alerts where id = $1`;

/**
 * Queues an edit of the alert's message in Slack where that says something else than what is true by
 * now. Not while anything of the alert is still to be sent: that will show it, or end here again.
 * @returns whether one was queued
 */
export async function keepMessageTrue(query: Query, alertId: string, now: Date): Promise<boolean> {
	const [alert] = await query(FOR_EDIT, [alertId]);
	if (alert === undefined || textIn(alert, 'message_ts') === undefined) return false;
	const changes = numberIn(alert, 'standing_changes') ?? 0;
	if (changes <= (numberIn(alert, 'shown_changes') ?? 0)) return false;
	if (await hasLine(query, alertId)) return false;
	const content = await contentOfAlert(query, alert);
	if (content === undefined) return false;
	const isByNobody = textIn(alert, 'closed_by') === undefined;
	return await queueForAlert(
		query,
		{
			kind: textIn(alert, 'state') === 'closed' && isByNobody ? 'closed' : 'answer',
			alertId,
			onceKey: `edit:${alertId}:${randomUUID()}`,
			account: accountIn(content),
			content: {},
		},
		now,
	);
}
