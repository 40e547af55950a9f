import { randomUUID } from 'node:crypto';

import { readDigestOwner } from '../core/item/deliveryReaders';
import type { DeliveryKind } from '../core/item/types';
import { LADDER_LENGTH } from '../core/log/deliveryPolicy';
import { withinPatience } from '../core/log/inboxPolicy';
import { storableJson } from '../core/values/storable';
import { joinedMessage } from './alertMessage';
import { holdAlert } from './alertStanding';
import type { Query, SqlRow } from './database';
import type { DeliveryLease } from './delivery';
import { giveUpDelivery, triesOf } from './deliveryAnswers';
import { keepMessageTrue, lineUp, withdraw } from './deliveryLine';
import { nextFollowUp } from './dueFollowUps';
import { newLeaseToken } from './lease';
import { toDelivery } from './leasedDelivery';
import { headingOf, paceOf, takePace } from './paces';
import { dateIn, numberIn, stored, storedKey, textIn } from './rows';

/** More than one, since another process may take the first at the same instant. */
const MOST_CANDIDATES = 20;

/**
 * What is due, first in its alert's line, and whose channel may have a message now. One whose run
 * vanished is due again when its lease ends.
 */
const CANDIDATES = `
	select d.id, d.kind, d.alert_id, d.origin, d.pace_key, d.lease_token, d.attempt, d.ladder_start, d.tried_since,
		d.content, d.message_channel
	from @deliveries d left join @paces p on p.key = d.pace_key
	where d.due_at <= $1 and d.is_waiting = 0 and (d.lease_until is null or d.lease_until <= $1)
		and (p.next_at is null or p.next_at <= $1)
	order by d.due_at, d.seq limit ${MOST_CANDIDATES}`;

const LEASE = `
	update @deliveries set
		state = 'sending', lease_token = $2, lease_until = $3, attempt = attempt + 1, gathering = null,
		standing_changes = $5,
		may_be_repeat = case when lease_token is null then may_be_repeat else 1 end
	where id = $1 and due_at <= $4 and is_waiting = 0 and (lease_until is null or lease_until <= $4)
	returning id, kind, alert_id, attempt, ladder_start, may_be_repeat, content, pace_key, created_at, origin,
		message_channel, message_ts`;

/** Of which changes a delivery tells where it is read; none for an update that finds no message of its alert to edit. */
function toldChanges(candidate: SqlRow, alert: SqlRow): number | null {
	const findsNone =
		textIn(candidate, 'kind') === 'update' && joinedMessage(alert, 'update') === undefined;
	return findsNone ? null : (numberIn(alert, 'standing_changes') ?? null);
}

/** Takes the next thing to send that its channel's pace allows. */
export async function leaseDelivery(
	query: Query,
	leaseMs: number,
	now: Date,
): Promise<DeliveryLease> {
	const token = newLeaseToken();
	const pacesTaken = new Set<string>();
	for (const candidate of await query(CANDIDATES, [now.getTime()])) {
		const id = textIn(candidate, 'id') ?? '';
		const alertId = textIn(candidate, 'alert_id');
		// Held, so that what is told of it now is what the last answer says.
		const alert = alertId === undefined ? undefined : await holdAlert(query, alertId);
		if (alertId !== undefined && (await isAnswered(query, candidate, alert, alertId, now)))
			continue;
		if (hasVanishedTooLong(candidate, now)) {
			await giveUpDelivery(query, id, 'n8n ended in the middle of each of its runs', now);
			continue;
		}
		const pace = await paceNow(query, candidate, alert);
		if (pace !== undefined) {
			if (pacesTaken.has(pace)) continue;
			pacesTaken.add(pace);
			if (!(await takePace(query, pace, now))) continue;
		}
		const [row] = await query(LEASE, [
			id,
			token,
			now.getTime() + leaseMs,
			now.getTime(),
			alert === undefined ? null : toldChanges(candidate, alert),
		]);
		if (row === undefined) continue;
		const delivery = await toDelivery(query, row, alert, now);
		if (delivery !== undefined) return { token, delivery };
		// All that waited in Review was dealt with before anybody was told.
		await withdraw(query, 'id = $1', [id]);
	}
	const times = [await nextDue(query), await nextFollowUp(query)].flatMap(
		(at) => at?.getTime() ?? [],
	);
	return { token, nextAt: times.length === 0 ? undefined : new Date(Math.min(...times)) };
}

/** Takes back what was to follow while nobody answered, where somebody has, also of a run that vanished. */
async function isAnswered(
	query: Query,
	candidate: SqlRow,
	alert: SqlRow | undefined,
	alertId: string,
	now: Date,
): Promise<boolean> {
	const origin = textIn(candidate, 'origin');
	if (origin !== 'followUp' && origin !== 'snoozeEnd') return false;
	if (alert !== undefined && textIn(alert, 'state') === 'open') return false;
	const unsent = 'id = $1 and due_at is not null and (lease_until is null or lease_until <= $2)';
	await withdraw(query, unsent, [textIn(candidate, 'id') ?? '', now.getTime()]);
	await lineUp(query, alertId);
	await keepMessageTrue(query, alertId, now);
	return true;
}

/** One whose runs all took n8n down with them has to end, too. */
function hasVanishedTooLong(row: SqlRow, now: Date): boolean {
	const isVanished = textIn(row, 'lease_token') !== undefined;
	const since = dateIn(row, 'tried_since') ?? now;
	return isVanished && triesOf(row) >= LADDER_LENGTH && withinPatience(now, since) === undefined;
}

/** What it shares its pace with by now; kept, so that what has to wait is not looked at again before. */
async function paceNow(
	query: Query,
	candidate: SqlRow,
	alert: SqlRow | undefined,
): Promise<string | undefined> {
	const pace = await paceOf(query, headingOf(candidate, triesOf(candidate) + 1, alert));
	if (pace !== textIn(candidate, 'pace_key')) {
		await query('update @deliveries set pace_key = $2 where id = $1', [
			textIn(candidate, 'id') ?? '',
			stored(pace),
		]);
	}
	return pace;
}

/** When the first in any line is due, its lease over and its channel free. */
async function nextDue(query: Query): Promise<Date | undefined> {
	const [row] = await query(
		`select min(case when p.next_at > w.at then p.next_at else w.at end) as at
		from (
			select pace_key, case when lease_until > due_at then lease_until else due_at end as at
			from @deliveries where due_at is not null and is_waiting = 0
		) w left join @paces p on p.key = w.pace_key`,
	);
	return row === undefined ? undefined : dateIn(row, 'at');
}

export async function queueDelivery(
	query: Query,
	kind: DeliveryKind,
	onceKey: string,
	content: Record<string, unknown>,
	now: Date,
): Promise<boolean> {
	const owner = readDigestOwner(content);
	const pace = await paceOf(query, { kind, step: 'owner', owner });
	const queued = await query(
		`insert into @deliveries (id, once_key, kind, state, due_at, tried_since, pace_key, content, created_at)
		values ($1, $2, $3, 'due', $4, $4, $5, $6, $4) on conflict (once_key) do nothing returning id`,
		[randomUUID(), storedKey(onceKey), kind, now.getTime(), stored(pace), storableJson(content)],
	);
	return queued.length > 0;
}
