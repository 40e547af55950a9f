import { randomUUID } from 'node:crypto';

import { PATIENCE_MS } from '../core/log/inboxPolicy';
import { LOOK_MESSAGE } from '../core/log/states';
import { settleBackfills } from './backfillEnds';
import type { Query, SqlRow } from './database';
import { storedText, textIn } from './rows';

/**
 * A ticket that could not be looked at for 48 hours. It stands in the log as a failed message without
 * text, so that people see it; tried again or noticed again it is looked at, never scored.
 */

const MOST_REASON = 500;

const FAIL = `
	insert into @messages as known (
		id, ticket_key, message_id, event, helpdesk, instance, ticket_id, source, workflow_id, state, reason,
		tried_since, received_at, ended_at, backfill, found_by, backfill_id
	)
	select $3, ticket_key, '${LOOK_MESSAGE}', 'new', helpdesk, instance, ticket_id, source, workflow_id, 'failed',
		$4, tried_since, noticed_at, $2, is_backfill, found_by, backfill_id
	from @notices where ticket_key = $1
	on conflict (ticket_key, message_id) do update set
		reason = excluded.reason, ended_at = excluded.ended_at, source = excluded.source,
		workflow_id = excluded.workflow_id, told_at = null, telling_token = null
	where known.state = 'failed'`;

/** Ends the notice of a row that is held. */
export async function failLook(
	query: Query,
	row: SqlRow,
	reason: string,
	now: Date,
): Promise<void> {
	const key = textIn(row, 'ticket_key') ?? '';
	await query(FAIL, [key, now.getTime(), randomUUID(), storedText(reason, MOST_REASON)]);
	await query('delete from @notices where ticket_key = $1', [key]);
	const backfillId = textIn(row, 'backfill_id');
	if (backfillId !== undefined) await settleBackfills(query, [backfillId], now);
}

/** Takes away what said that these tickets could not be looked at: now they were. */
export async function endFailedLooks(query: Query, keys: string): Promise<void> {
	await query(
		`delete from @messages
		where ticket_key in {list $1} and message_id = '${LOOK_MESSAGE}' and state = 'failed' and payload is null`,
		[keys],
	);
}

const TRY_AGAIN = `
	insert into @notices as known (
		ticket_key, helpdesk, instance, ticket_id, source, workflow_id, found_by, is_backfill, backfill_id,
		noticed_at, due_at, tried_since
	)
	select ticket_key, coalesce(helpdesk, ''), coalesce(instance, ''), coalesce(ticket_id, ''), source, workflow_id,
		coalesce(found_by, 'reconcile'), backfill, backfill_id, received_at, $1, $1
	from @messages
	where state = 'failed' and message_id = '${LOOK_MESSAGE}' and payload is null and ($2 = '' or ticket_key = $2)
	on conflict (ticket_key) do update set
		tried_since = excluded.tried_since,
		due_at = case when known.lease_token is null then excluded.due_at else known.due_at end`;

/**
 * Looks at those tickets again.
 * @param key of one ticket, or empty for all of them
 * @returns how many there were
 */
export async function tryLooksAgain(query: Query, key: string, now: Date): Promise<number> {
	await query(TRY_AGAIN, [now.getTime(), key]);
	const ended = await query(
		`delete from @messages
		where state = 'failed' and message_id = '${LOOK_MESSAGE}' and payload is null and ($1 = '' or ticket_key = $1)
		returning id`,
		[key],
	);
	return ended.length;
}

const NO_TRIGGER =
	'No Support Ticket Trigger looked at it. Publish the workflow that has one for this helpdesk';

/**
 * Ends notices that no trigger has looked at for as long as anything is tried. Backfills of triggers
 * that are gone stop, with all of their tickets: those are no problem of any customer.
 * @returns how many tickets have failed
 */
export async function endAbandonedLooks(query: Query, now: Date): Promise<number> {
	const before = now.getTime() - PATIENCE_MS;
	const isAbandoned = 'source not in (select source from @triggers where seen_at > $1)';
	await query(
		`update @backfills set state = 'failed', error = $3, ended_at = $2, running_since = null,
			ran_ms = ran_ms + coalesce($2 - running_since, 0)
		where state = 'running' and started_at < $1 and ${isAbandoned}`,
		[before, now.getTime(), NO_TRIGGER],
	);
	await query(
		`update @notices set due_at = null
		where is_backfill = 1 and tried_since < $1 and due_at is not null and lease_token is null and ${isAbandoned}`,
		[before],
	);
	const rows = await query(
		`update @notices set lease_token = null
		where is_backfill = 0 and tried_since < $1 and due_at <= $2 and ${isAbandoned} returning *`,
		[before, now.getTime()],
	);
	for (const row of rows) await failLook(query, row, NO_TRIGGER, now);
	return rows.length;
}
