import { randomUUID } from 'node:crypto';

import type { Ticket } from '../core/item/types';
import type { FoundBy } from '../core/log/backfill';
import { timeOf } from '../core/values/dates';
import { storableJson } from '../core/values/storable';
import type { Query } from './database';
import { LogError } from './errors';
import type { IncomingMessage, TakenIn } from './message';
import { stored, storedKey, storedText, textIn } from './rows';

const MOST_SUBJECT = 1000;
const MOST_SHORT_TEXT = 500;
const MOST_URL = 2000;

const TAKE_IN = `
	insert into @messages as known (
		id, ticket_key, message_id, event, helpdesk, instance, ticket_id, source, workflow_id, state, reason,
		due_at, tried_since, received_at, created_at, ended_at, payload, subject, requester_email,
		requester_name, url, is_test, backfill, found_by, backfill_id
	) values (
		$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
		$24, $25
	)
	on conflict (ticket_key, message_id) do update set
		state = excluded.state, reason = excluded.reason, attempts = 0, due_at = excluded.due_at,
		tried_since = excluded.tried_since, decided_at = null, ended_at = excluded.ended_at,
		event = excluded.event, created_at = excluded.created_at, payload = excluded.payload,
		subject = excluded.subject, requester_email = excluded.requester_email,
		requester_name = excluded.requester_name, url = excluded.url,
		source = excluded.source, workflow_id = excluded.workflow_id, lease_token = null,
		lease_until = null, is_suspect = 0, vanished_runs = 0, told_at = null, telling_token = null,
		is_test = known.is_test * excluded.is_test, backfill = known.backfill * excluded.backfill,
		found_by = excluded.found_by,
		backfill_id = case when excluded.backfill = 1 then known.backfill_id end
	where known.state = 'failed'
		or (known.state = 'received' and known.backfill > excluded.backfill and known.lease_token is null)
	returning id`;

/** How a message of a look came to be found. */
export interface Origin {
	foundBy?: FoundBy;
	/** Of the backfill it belongs to. */
	backfillId?: string;
}

/**
 * Puts one message in; what came back from the statement is what stands on disk.
 * One that a backfill found and that now comes live counts as live: it may alert.
 * @throws LogError for a ticket without a key: it could not be told from any other
 */
export async function takeIn(
	query: Query,
	message: IncomingMessage,
	now: Date,
	{ foundBy, backfillId }: Origin = {},
): Promise<TakenIn> {
	const { ticket, source, workflowId, skippedBecause } = message;
	const id = randomUUID();
	const isSkipped = skippedBecause !== undefined;
	const short = (text: string | undefined) => storedText(text, MOST_SHORT_TEXT);
	const { key, messageId } = namesOf(ticket);
	const [row] = await query(TAKE_IN, [
		id,
		key,
		messageId,
		ticket.event ?? 'new',
		short(ticket.helpdesk),
		short(ticket.instance),
		short(ticket.id),
		source,
		workflowId,
		isSkipped ? 'skipped' : 'received',
		short(skippedBecause),
		isSkipped ? null : now.getTime(),
		now.getTime(),
		timeOf(ticket.receivedAt) ?? now.getTime(),
		stored(timeOf(ticket.createdAt)),
		isSkipped ? now.getTime() : null,
		isSkipped ? null : storableJson(ticket),
		storedText(ticket.subject, MOST_SUBJECT),
		short(ticket.requester?.email),
		short(ticket.requester?.name),
		storedText(ticket.url, MOST_URL),
		stored(ticket.isTest === true),
		stored(ticket.backfill === true),
		stored(foundBy),
		stored(backfillId),
	]);
	const found = row === undefined ? undefined : textIn(row, 'id');
	if (found === undefined) return { outcome: 'known' };
	return { outcome: found === id ? 'new' : 'again', id: found };
}

/** What a message's row is found by. A ticket mapped by hand may name no message: it then has one. */
export function namesOf({ key, messageId = 'new' }: Ticket): { key: string; messageId: string } {
	if (key === '') {
		throw new LogError(
			'The ticket has no "key", so the log cannot tell it from others. Map a key that is unique over all helpdesks, e.g. "zendesk:acme:12345"',
		);
	}
	return { key: storedKey(key), messageId: storedKey(messageId) };
}
