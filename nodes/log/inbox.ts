import { randomUUID } from 'node:crypto';

import { readTicket } from '../core/item/readers';
import type { Ticket } from '../core/item/types';
import {
	MOST_VANISHED_RUNS,
	nextTry,
	waitAfterVanishing,
	withinPatience,
} from '../core/log/inboxPolicy';
import type { MessageState } from '../core/log/states';
import { storableJson, storableText } from '../core/values/storable';
import { timeOf } from '../core/values/dates';
import type { Query, SqlRow } from './database';
import { LogError } from './errors';
import { dateIn, numberIn, objectIn, stored, storedKey, storedText, textIn } from './rows';
import type {
	IncomingMessage,
	Lease,
	LeasedMessage,
	LeaseOptions,
	RunEnd,
	TakenIn,
	TriggerRecord,
	UnfinishedMessage,
} from './ticketLog';

const MOST_SUBJECT = 1000;
const MOST_SHORT_TEXT = 500;
const MOST_URL = 2000;
/** A trigger that has not been seen for this long is gone, and another may take its messages. */
const TRIGGER_GONE_MS = 5 * 60_000;

/** A process of its own in every lease, so that it can be told whose they are. */
export const PROCESS_TOKEN = randomUUID();

/** A name for a lease that tells which process holds it. */
export const newLeaseToken = () => `${PROCESS_TOKEN}:${randomUUID()}`;

const TAKE_IN = `
	insert into @messages as known (
		id, ticket_key, message_id, event, helpdesk, instance, ticket_id, source, workflow_id, state, reason,
		due_at, tried_since, received_at, created_at, ended_at, payload, subject, requester_email,
		requester_name, url, is_test, backfill
	) values (
		$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23
	)
	on conflict (ticket_key, message_id) do update set
		state = excluded.state, reason = excluded.reason, attempts = 0, due_at = excluded.due_at,
		tried_since = excluded.tried_since, decided_at = null, ended_at = excluded.ended_at,
		payload = excluded.payload, subject = excluded.subject, requester_name = excluded.requester_name,
		source = excluded.source, workflow_id = excluded.workflow_id, lease_token = null,
		lease_until = null, is_suspect = 0, vanished_runs = 0, told_at = null
	where known.state = 'failed'
	returning id`;

/**
 * Puts one message in; what came back from the statement is what stands on disk.
 * @throws LogError for a ticket without a key: it could not be told from any other
 */
export async function takeIn(query: Query, message: IncomingMessage, now: Date): Promise<TakenIn> {
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

/** The rows of each kind have an index of their own; a vanished run is one whose lease ran out unsettled. */
const KINDS = {
	normal: 'is_suspect = 0 and lease_token is null',
	suspect:
		'(is_suspect = 1 or lease_token is not null) and (lease_until is null or lease_until <= $4)',
} as const;

/** The choice is materialized: read twice, it would lock rows that nobody gets. */
const leaseOf = (kind: keyof typeof KINDS) => `
	with chosen as materialized (
		select id from @messages
		where source = $3 and state = 'received' and ${KINDS[kind]} and due_at <= $4
		order by due_at limit $5 {skip locked}
	)
	update @messages set
		lease_token = $1, lease_until = $2, attempts = attempts + 1,
		is_suspect = case when lease_token is null then is_suspect else 1 end,
		vanished_runs = case when lease_token is null then vanished_runs else vanished_runs + 1 end
	where id in (select id from chosen)
	returning id, ticket_key, message_id, payload, attempts, vanished_runs, tried_since, due_at`;
const LEASE = { normal: leaseOf('normal'), suspect: leaseOf('suspect') };

const VANISHED_REASON =
	'n8n ended in the middle of each of its runs. Look at the ticket before it is tried again';
const UNREADABLE_REASON = 'The stored ticket cannot be read. Have the helpdesk send it again';

export async function leaseMessages(
	query: Query,
	{ source, limit, leaseMs, kind }: LeaseOptions,
	now: Date,
): Promise<Lease<LeasedMessage>> {
	const token = newLeaseToken();
	const at = now.getTime();
	const most = kind === 'suspect' ? 1 : limit;
	for (;;) {
		const rows = await query(LEASE[kind], [token, at + leaseMs, source, at, most]);
		const entries: LeasedMessage[] = [];
		rows.sort((a, b) => (numberIn(a, 'due_at') ?? 0) - (numberIn(b, 'due_at') ?? 0));
		for (const row of rows) {
			const id = textIn(row, 'id') ?? '';
			const ticket = readPayload(row);
			if (ticket === undefined) {
				await endLeased(query, id, token, UNREADABLE_REASON, now);
			} else if (hasVanishedTooOften(row, now)) {
				await endLeased(query, id, token, VANISHED_REASON, now);
			} else {
				entries.push({ id, ticket, attempt: numberIn(row, 'attempts') ?? 1 });
			}
		}
		// None of them could be handed out: there may be more behind them.
		if (entries.length > 0 || rows.length === 0) return { token, entries };
	}
}

/** One that takes its runs down with it time and again has to end, too. */
function hasVanishedTooOften(row: SqlRow, now: Date): boolean {
	const since = dateIn(row, 'tried_since') ?? now;
	const vanished = numberIn(row, 'vanished_runs') ?? 0;
	return vanished >= MOST_VANISHED_RUNS && withinPatience(now, since) === undefined;
}

/** The ticket in a row; absent when its text was cut or is no ticket. The row says which one it is. */
function readPayload(row: SqlRow): Ticket | undefined {
	const ticket = objectIn(row, 'payload');
	const key = textIn(row, 'ticket_key');
	const messageId = textIn(row, 'message_id');
	if (ticket === undefined || key === undefined) return undefined;
	return { ...readTicket({ ticket }), key, messageId };
}

async function endLeased(
	query: Query,
	id: string,
	token: string,
	reason: string,
	now: Date,
): Promise<void> {
	await query(
		`update @messages set state = 'failed', reason = $4, ended_at = $3, due_at = null, lease_token = null,
			lease_until = null
		where id = $1 and lease_token = $2 and state = 'received'`,
		[id, token, now.getTime(), reason],
	);
}

/** Makes the rows of a lease last longer, in whichever table they are. */
export async function renewLease(query: Query, token: string, until: Date): Promise<void> {
	await query('update @messages set lease_until = $2 where lease_token = $1', [
		token,
		until.getTime(),
	]);
	await query('update @deliveries set lease_until = $2 where lease_token = $1', [
		token,
		until.getTime(),
	]);
}

/** A run that succeeded without deciding is an end of its own: the workflow has no Record Decision. */
const DONE_REASON =
	'The workflow finished without recording a decision. Add a Ticket Log node with the operation Record Decision at its end';

export async function settleMessages(
	query: Query,
	token: string,
	end: RunEnd,
	now: Date,
): Promise<UnfinishedMessage[]> {
	const rows = await query(
		`select id, ticket_key, attempts, tried_since from @messages
		where lease_token = $1 and state = 'received'`,
		[token],
	);
	const unfinished: UnfinishedMessage[] = [];
	for (const row of rows) {
		const id = textIn(row, 'id') ?? '';
		const ticketKey = textIn(row, 'ticket_key') ?? '';
		if (end.isSuccess) {
			await query(
				`update @messages set state = 'done', reason = $3, ended_at = $4, due_at = null, payload = null,
					lease_token = null, lease_until = null
				where id = $1 and lease_token = $2 and state = 'received'`,
				[id, token, DONE_REASON, now.getTime()],
			);
			unfinished.push({ id, ticketKey, state: 'done', reason: DONE_REASON });
			continue;
		}
		const reason = end.error ?? 'The run ended without saying why';
		const next = await postpone(query, row, reason, now, { isSuspect: true, token });
		if (next !== undefined) unfinished.push({ id, ticketKey, reason, ...next });
	}
	return unfinished;
}

/**
 * Puts a message back that a run did not decide, to be tried again, or ends it as failed when it has
 * been tried long enough. Its text is kept in both cases, so that it can be tried again by hand.
 * @returns absent when the message has got another state meanwhile
 */
export async function postpone(
	query: Query,
	row: SqlRow,
	reason: string,
	now: Date,
	{ isSuspect, token }: { isSuspect: boolean; token?: string },
): Promise<{ state: MessageState; dueAt?: Date } | undefined> {
	const dueAt = nextTry(
		Math.max(1, numberIn(row, 'attempts') ?? 1),
		dateIn(row, 'tried_since') ?? now,
		now,
	);
	const state: MessageState = dueAt === undefined ? 'failed' : 'received';
	const changed = await query(
		`update @messages set state = $2, reason = $3, due_at = $4, ended_at = $5, is_suspect = $6,
			lease_token = null, lease_until = null
		where id = $1 and state = 'received' and ($7 = '' or lease_token = $7) returning id`,
		[
			textIn(row, 'id') ?? '',
			state,
			storableText(reason, MOST_SHORT_TEXT),
			stored(dueAt),
			dueAt === undefined ? now.getTime() : null,
			isSuspect ? 1 : 0,
			token ?? '',
		],
	);
	return changed.length === 0 ? undefined : { state, ...(dueAt && { dueAt }) };
}

/** Who left them has ended, and with it its runs. */
export async function endForeignLeases(query: Query, now: Date): Promise<void> {
	const mine = `${PROCESS_TOKEN}:%`;
	const foreign = await query(
		'select distinct attempts from @messages where lease_token is not null and lease_token not like $1',
		[mine],
	);
	for (const row of foreign) {
		const attempts = numberIn(row, 'attempts') ?? 1;
		await query(
			`update @messages set lease_until = $2
			where lease_token is not null and lease_token not like $1 and attempts = $3`,
			[mine, now.getTime() + waitAfterVanishing(attempts), attempts],
		);
	}
	await query(
		'update @deliveries set lease_until = $2 where lease_token is not null and lease_token not like $1',
		[mine, now.getTime()],
	);
}

export async function adoptMessages(
	query: Query,
	{ source, workflowId, helpdesk = '' }: TriggerRecord,
	now: Date,
): Promise<number> {
	const adopted = await query(
		`update @messages set source = $1
		where workflow_id = $2 and coalesce(helpdesk, '') = $3 and state = 'received' and source <> $1
			and source not in (select source from @triggers where seen_at > $4)
		returning id`,
		[source, workflowId, helpdesk, now.getTime() - TRIGGER_GONE_MS],
	);
	return adopted.length;
}
