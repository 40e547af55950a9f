import { readTicket } from '../core/item/readers';
import type { Ticket } from '../core/item/types';
import { MOST_VANISHED_RUNS, nextTry, withinPatience } from '../core/log/inboxPolicy';
import { TAKEN_IN } from '../core/log/source';
import type { MessageState } from '../core/log/states';
import { storableText } from '../core/values/storable';
import type { Query, SqlRow } from './database';
import { newLeaseToken, type Lease } from './lease';
import type { LeasedMessage, LeaseOptions, RunEnd, UnfinishedMessage } from './message';
import { dateIn, numberIn, objectIn, stored, textIn } from './rows';
import { withTicketFacts } from './ticketFacts';

const MOST_SHORT_TEXT = 500;

/** The rows of each kind have an index of their own; a vanished run is one whose lease ran out unsettled. */
const KINDS = {
	normal: 'is_suspect = 0 and lease_token is null',
	suspect:
		'(is_suspect = 1 or lease_token is not null) and (lease_until is null or lease_until <= $4)',
} as const;
const SOURCES = { own: 'source = $3', alsoTakenIn: `source in ($3, '${TAKEN_IN}')` } as const;

/** The choice is materialized: read twice, it would lock rows that nobody gets. */
const leaseOf = (kind: keyof typeof KINDS, sources: keyof typeof SOURCES) => `
	with chosen as materialized (
		select id from @messages
		where ${SOURCES[sources]} and state = 'received' and ${KINDS[kind]} and backfill = $6 and due_at <= $4
		order by due_at limit $5 {skip locked}
	)
	update @messages set
		lease_token = $1, lease_until = $2, attempts = attempts + 1,
		is_suspect = case when lease_token is null then is_suspect else 1 end,
		vanished_runs = case when lease_token is null then vanished_runs else vanished_runs + 1 end
	where id in (select id from chosen)
	returning id, ticket_key, message_id, payload, attempts, vanished_runs, tried_since, due_at`;
const LEASE = {
	normal: { own: leaseOf('normal', 'own'), alsoTakenIn: leaseOf('normal', 'alsoTakenIn') },
	suspect: { own: leaseOf('suspect', 'own'), alsoTakenIn: leaseOf('suspect', 'alsoTakenIn') },
};

const VANISHED_REASON =
	'n8n ended in the middle of each of its runs. Look at the ticket before it is tried again';
const UNREADABLE_REASON = 'The stored ticket cannot be read. Have the helpdesk send it again';

/** Months of a backfill must hold up no live message: its rows are only leased when no other is due. */
export async function leaseMessages(
	query: Query,
	{ source, limit, leaseMs, kind, alsoTakenIn }: LeaseOptions,
	now: Date,
): Promise<Lease<LeasedMessage>> {
	const token = newLeaseToken();
	const at = now.getTime();
	const most = kind === 'suspect' ? 1 : limit;
	const statement = LEASE[kind][alsoTakenIn === true ? 'alsoTakenIn' : 'own'];
	for (const backfill of [0, 1]) {
		for (;;) {
			const rows = await query(statement, [token, at + leaseMs, source, at, most, backfill]);
			if (rows.length === 0) break;
			rows.sort((a, b) => (numberIn(a, 'due_at') ?? 0) - (numberIn(b, 'due_at') ?? 0));
			const entries = await readableOf(query, rows, token, now);
			// None of them could be handed out: there may be more behind them.
			if (entries.length === 0) continue;
			return { token, entries: await withTicketFacts(query, entries) };
		}
	}
	return { token, entries: [] };
}

/** The leased rows that can be handed out; the others end here. */
async function readableOf(
	query: Query,
	rows: readonly SqlRow[],
	token: string,
	now: Date,
): Promise<LeasedMessage[]> {
	const entries: LeasedMessage[] = [];
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
	return entries;
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
