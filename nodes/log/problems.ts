import { PATIENCE_MS } from '../core/log/inboxPolicy';
import { TAKEN_IN } from '../core/log/source';
import { textOf } from '../core/values/text';
import type { Query, SqlRow } from './database';
import { endAbandonedLooks } from './failedLooks';
import { newLeaseToken } from './lease';
import { objectIn, textIn } from './rows';
import type { LeasedProblem, LogProblem, ProblemLease } from './ticketLog';

/** Problems of one call, so that an outage of a day does not become one giant answer. */
const MOST_PROBLEMS = 200;

/** Nobody was told of it, nor is anybody being told. */
const UNTOLD = 'told_at is null and (telling_token is null or telling_until <= $3)';

const LEASE_FAILED = `
	update @messages set telling_token = $1, telling_until = $2
	where id in (
		select id from @messages where state = 'failed' and ${UNTOLD} order by ended_at limit ${MOST_PROBLEMS}
	) and ${UNTOLD}
	returning id, ticket_key, subject, requester_email, account, reason, url`;

const LEASE_UNDELIVERED = `
	update @deliveries set telling_token = $1, telling_until = $2
	where id in (
		select id from @deliveries
		where undelivered_since is not null and ${UNTOLD} order by undelivered_since limit ${MOST_PROBLEMS}
	) and ${UNTOLD}
	returning id, kind, content, last_error, due_at`;

/**
 * What has failed for good, or on every way there is, and was told to nobody. Nobody else gets it while the lease
 * lasts; told it counts only once {@link problemTold} says so.
 */
export async function leaseProblems(
	query: Query,
	leaseMs: number,
	now: Date,
): Promise<LeasedProblem[]> {
	const token = newLeaseToken();
	const values = [token, now.getTime() + leaseMs, now.getTime()];
	const leased = (rows: readonly SqlRow[], problemOf: (row: SqlRow) => LogProblem) =>
		rows.map((row) => {
			const problem = problemOf(row);
			return { problem, lease: { kind: problem.kind, id: textIn(row, 'id') ?? '', token } };
		});
	return [
		...leased(await query(LEASE_UNDELIVERED, values), undeliveredProblem),
		...leased(await query(LEASE_FAILED, values), failedProblem),
	];
}

const RENEW = {
	failed: 'update @messages set telling_until = $3 where id = $1 and telling_token = $2',
	undelivered: 'update @deliveries set telling_until = $3 where id = $1 and telling_token = $2',
};
const TOLD = {
	failed: `
		update @messages set told_at = $3, telling_token = null, telling_until = null
		where id = $1 and telling_token = $2`,
	undelivered: `
		update @deliveries set told_at = $3, telling_token = null, telling_until = null
		where id = $1 and telling_token = $2`,
};

/** Makes the lease of one last longer, while somebody is being told. */
export async function renewProblem(
	query: Query,
	{ kind, id, token }: ProblemLease,
	until: Date,
): Promise<void> {
	await query(RENEW[kind], [id, token, until.getTime()]);
}

/** It was told. Does nothing to one that was tried again meanwhile, or that somebody else tells by now. */
export async function problemTold(
	query: Query,
	{ kind, id, token }: ProblemLease,
	now: Date,
): Promise<void> {
	await query(TOLD[kind], [id, token, now.getTime()]);
}

function undeliveredProblem(row: SqlRow): LogProblem {
	const content = objectIn(row, 'content');
	const ticket = fieldsOf(content?.ticket);
	const accountName = textOf(fieldsOf(content?.account).name);
	const ticketKey = textOf(ticket.key);
	const reason = textIn(row, 'last_error') ?? 'No reason was given';
	const kind = textIn(row, 'kind') ?? 'alert';
	const about = [accountName && `of ${accountName}`, ticketKey && `(${ticketKey})`].filter(Boolean);
	return {
		kind: 'undelivered',
		text: [
			`The ${kind}`,
			...about,
			`could not be delivered on any way: ${reason}.`,
			row.due_at === null ? 'It is not tried any more' : 'It is tried again every hour',
		].join(' '),
		ticketKey,
		accountName,
		reason,
		url: textOf(ticket.url),
	};
}

function failedProblem(row: SqlRow): LogProblem {
	const accountName = textOf(fieldsOf(objectIn(row, 'account')).name);
	const ticketKey = textIn(row, 'ticket_key');
	const reason = textIn(row, 'reason') ?? 'No reason was given';
	return {
		kind: 'failed',
		text: `Ticket ${ticketKey ?? ''} could not be processed: ${reason}. Once the cause is mended, Ticket Log's operation Try Again takes it up`,
		ticketKey,
		accountName,
		reason,
		url: textIn(row, 'url'),
	};
}

function fieldsOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/**
 * Ends messages that no trigger has worked on for as long as anything is tried: their workflow was
 * deleted, or has no trigger of ours. They fail for all to see, and can be tried again. Those of a
 * backfill are told to nobody: months of them are no news.
 */
export async function endAbandoned(query: Query, now: Date): Promise<number> {
	const before = now.getTime() - PATIENCE_MS;
	const ended = await query(
		`update @messages set state = 'failed', ended_at = $1, due_at = null, lease_token = null, lease_until = null,
			reason = coalesce(reason, 'No Support Ticket Trigger took it up. Publish the workflow that has one'),
			told_at = case when backfill = 1 then $1 else told_at end
		where state = 'received' and tried_since < $2 and (lease_until is null or lease_until <= $1)
			and source not in (select source from @triggers where seen_at > $2)
			and not (source = '${TAKEN_IN}'
				and exists (select 1 from @triggers where also_taken_in = 1 and seen_at > $2))
		returning id`,
		[now.getTime(), before],
	);
	return ended.length + (await endAbandonedLooks(query, now));
}
