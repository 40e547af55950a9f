import type { FoundBy } from '../core/log/backfill';
import { MOST_VANISHED_RUNS, nextTry, withinPatience } from '../core/log/inboxPolicy';
import type { Database, Query, SqlRow, SqlValue } from './database';
import { LogError } from './errors';
import { failLook } from './failedLooks';
import type { LeasedNotice, Notice } from './intakeLog';
import { newLeaseToken, type Lease } from './lease';
import { dateIn, numberIn, stored, storedKey, storedText, textIn, truthIn } from './rows';

const MOST_SHORT_TEXT = 500;

/**
 * A ticket has one notice. `due_at` is when it may be looked at: for a leased one when its lease ends,
 * for one of a stopped backfill never. What a webhook says goes before a reconcile, and that before a
 * backfill; a backfill's wish for the ticket stays with it. Noticed again while it is being looked at,
 * it is looked at once more: nobody knows whether the look saw the news.
 */
const NOTICE = `
	insert into @notices as known (
		ticket_key, helpdesk, instance, ticket_id, source, workflow_id, found_by, is_backfill, backfill_id,
		noticed_at, due_at, tried_since
	) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $10)
	on conflict (ticket_key) do update set
		source = case when excluded.is_backfill > known.is_backfill then known.source else excluded.source end,
		workflow_id = case when excluded.is_backfill > known.is_backfill
			then known.workflow_id else excluded.workflow_id end,
		found_by = case when 'webhook' in (known.found_by, excluded.found_by) then 'webhook'
			when 'reconcile' in (known.found_by, excluded.found_by) then 'reconcile' else 'backfill' end,
		is_backfill = known.is_backfill * excluded.is_backfill,
		backfill_id = coalesce(excluded.backfill_id, known.backfill_id),
		due_at = case
			when known.lease_token is not null or excluded.is_backfill > known.is_backfill then known.due_at
			when known.due_at < excluded.due_at then known.due_at
			else excluded.due_at end,
		tried_since = case when excluded.found_by = 'webhook' then excluded.tried_since else known.tried_since end,
		noticed_again = case when known.lease_token is null then 0 else 1 end`;

/** Remembers tickets to look at: one costs what a message costs, many are one transaction. */
export async function notice(
	database: Pick<Database, 'query' | 'transaction'>,
	notices: readonly Notice[],
	now: Date,
): Promise<void> {
	const rows = notices.map((one) => valuesOf(one, now));
	const [first] = rows;
	if (first === undefined) return;
	if (rows.length === 1) {
		await database.query(NOTICE, first);
		return;
	}
	// In one order everywhere, so that two pages with the same tickets do not wait for each other.
	rows.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
	await database.transaction(async (query) => {
		for (const values of rows) await query(NOTICE, values);
	});
}

function valuesOf(one: Notice, now: Date): SqlValue[] {
	if (one.key === '') {
		throw new LogError('A notice names no ticket, so nothing could be looked up');
	}
	const short = (text: string) => storedText(text, MOST_SHORT_TEXT);
	return [
		storedKey(one.key),
		short(one.helpdesk),
		short(one.instance),
		short(one.id),
		one.source,
		one.workflowId,
		one.foundBy,
		stored(one.foundBy === 'backfill'),
		stored(one.backfillId),
		now.getTime(),
	];
}

const LEASE = `
	with chosen as materialized (
		select ticket_key from @notices
		where source = $3 and is_backfill = $6 and due_at <= $4
		order by due_at limit $5 {skip locked}
	)
	update @notices set
		vanished_looks = case when lease_token is null then vanished_looks else vanished_looks + 1 end,
		lease_token = $1, due_at = $2, attempts = attempts + 1, noticed_again = 0
	where ticket_key in (select ticket_key from chosen) and due_at <= $4
	returning *`;
const VANISHED_REASON =
	'n8n ended each time the helpdesk was asked for it. Look at the ticket before it is tried again';

/** Hands notices to one who looks; inside a transaction, since one that can never be looked at ends here. */
export async function leaseNotices(
	query: Query,
	{ source, limit, leaseMs }: { source: string; limit: number; leaseMs: number },
	now: Date,
): Promise<Lease<LeasedNotice> & { nextAt?: Date }> {
	const token = newLeaseToken();
	const at = now.getTime();
	for (const isBackfill of [0, 1]) {
		for (;;) {
			const rows = await query(LEASE, [token, at + leaseMs, source, at, limit, isBackfill]);
			if (rows.length === 0) break;
			const entries: LeasedNotice[] = [];
			for (const row of rows) {
				if (hasVanishedTooOften(row, now)) await failLook(query, row, VANISHED_REASON, now);
				else entries.push(toLeased(row, now));
			}
			if (entries.length === 0) continue;
			entries.sort((a, b) => a.noticedAt.getTime() - b.noticedAt.getTime());
			return { token, entries };
		}
	}
	return { token, entries: [], nextAt: await nextDue(query, source) };
}

function hasVanishedTooOften(row: SqlRow, now: Date): boolean {
	const since = dateIn(row, 'tried_since') ?? now;
	const vanished = numberIn(row, 'vanished_looks') ?? 0;
	return vanished >= MOST_VANISHED_RUNS && withinPatience(now, since) === undefined;
}

function toLeased(row: SqlRow, now: Date): LeasedNotice {
	return {
		key: textIn(row, 'ticket_key') ?? '',
		helpdesk: textIn(row, 'helpdesk') ?? '',
		instance: textIn(row, 'instance') ?? '',
		id: textIn(row, 'ticket_id') ?? '',
		source: textIn(row, 'source') ?? '',
		workflowId: textIn(row, 'workflow_id') ?? '',
		foundBy: foundByOf(row),
		backfillId: textIn(row, 'backfill_id'),
		attempt: numberIn(row, 'attempts') ?? 1,
		noticedAt: dateIn(row, 'noticed_at') ?? now,
	};
}

/** How the ticket of a row was learnt of. */
export function foundByOf(row: SqlRow): FoundBy {
	return (textIn(row, 'found_by') ?? 'webhook') as FoundBy;
}

async function nextDue(query: Query, source: string): Promise<Date | undefined> {
	const firstOf = (isBackfill: number) =>
		`select min(due_at) as at from @notices where source = $1 and is_backfill = ${isBackfill}`;
	const [row] = await query(
		`select min(at) as at from (${firstOf(0)} union all ${firstOf(1)}) firsts`,
		[source],
	);
	return row && dateIn(row, 'at');
}

/** Puts back what a lease still holds, to be looked at later, or ends it when it was tried long enough. */
export async function postponeNotices(
	query: Query,
	token: string,
	{ error, retryAt }: { error: string; retryAt?: Date },
	now: Date,
): Promise<void> {
	// Writes nothing new, but holds the rows until the transaction ends.
	const rows = await query(
		'update @notices set lease_token = lease_token where lease_token = $1 returning *',
		[token],
	);
	for (const row of rows) {
		const since = dateIn(row, 'tried_since') ?? now;
		const wished = retryAt && new Date(Math.max(retryAt.getTime(), now.getTime()));
		const dueAt = wished
			? withinPatience(wished, since)
			: nextTry(Math.max(1, numberIn(row, 'attempts') ?? 1), since, now);
		if (dueAt === undefined) {
			await failLook(query, row, error, now);
			continue;
		}
		await query(
			`update @notices set lease_token = null, due_at = $2, noticed_again = 0, vanished_looks = 0
			where ticket_key = $1`,
			[textIn(row, 'ticket_key') ?? '', dueAt.getTime()],
		);
	}
}

/** Whether the ticket of a leased row was noticed while it was being looked at. */
export function isNoticedAgain(row: SqlRow): boolean {
	return truthIn(row, 'noticed_again');
}
