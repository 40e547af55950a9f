import type { TicketStatus } from '../core/helpdesk/lookedTicket';
import { isBackfilled, type BackfillContext } from '../core/log/backfill';
import { timeOf } from '../core/values/dates';
import { storableJson } from '../core/values/storable';
import { settleBackfills } from './backfillEnds';
import type { Query, SqlRow } from './database';
import { endFailedLooks } from './failedLooks';
import type { LookResult, TicketRecord } from './intakeLog';
import { foundByOf, isNoticedAgain } from './notices';
import { dateIn, isoIn, stored, storedKey, storedText, textIn } from './rows';
import { takeIn } from './takeIn';

const MOST_SHORT_TEXT = 500;

/** A late answer of the helpdesk must not put an older state in the place of a newer one. */
const SAVE_TICKET = `
	insert into @tickets as known (
		ticket_key, helpdesk, instance, ticket_id, status, merged_into, assignee_name, assignee_email, updated_at,
		last_agent_reply_at, looked_at
	) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
	on conflict (ticket_key) do update set
		status = excluded.status, merged_into = excluded.merged_into, assignee_name = excluded.assignee_name,
		assignee_email = excluded.assignee_email,
		updated_at = coalesce(excluded.updated_at, known.updated_at),
		last_agent_reply_at = coalesce(excluded.last_agent_reply_at, known.last_agent_reply_at),
		looked_at = excluded.looked_at
	where excluded.updated_at is null or known.updated_at is null or excluded.updated_at >= known.updated_at`;

async function saveTicket(query: Query, result: LookResult, now: Date): Promise<void> {
	const short = (text: string | undefined) => storedText(text, MOST_SHORT_TEXT);
	await query(SAVE_TICKET, [
		storedKey(result.key),
		short(result.helpdesk),
		short(result.instance),
		short(result.id),
		result.status,
		result.mergedInto === undefined ? null : storedKey(result.mergedInto),
		short(result.assigneeName),
		short(result.assigneeEmail),
		stored(timeOf(result.updatedAt)),
		stored(timeOf(result.lastAgentReplyAt)),
		now.getTime(),
	]);
}

/** A webhook's delivery takes no longer, retries of a second or two included. */
const ON_ITS_WAY_MS = 2 * 60_000;

/** What a reconcile found that had never arrived. */
interface Missing {
	count: number;
	/** When the first of them was written, in milliseconds; absent when no helpdesk said so. */
	since?: number;
}

const SAVE_MISSING = `
	update @triggers set
		missing = coalesce(missing, 0) + $2,
		missing_since = case
			when missing_since is null then cast($3 as bigint)
			when cast($3 as bigint) < missing_since then cast($3 as bigint)
			else missing_since end
	where source = $1`;

function countMissing(
	missing: Map<string, Missing>,
	source: string,
	writtenAt: number | undefined,
): void {
	const { count, since } = missing.get(source) ?? { count: 0 };
	const first = Math.min(since ?? Infinity, writtenAt ?? Infinity);
	missing.set(source, { count: count + 1, ...(first < Infinity && { since: first }) });
}

/**
 * Writes what was found and ends the notices, inside a transaction. Only those that the lease still holds:
 * any other is looked at by somebody else by now.
 * @returns how many messages were new, and whether one of them waits to be decided
 */
export async function recordLooks(
	query: Query,
	token: string,
	results: readonly LookResult[],
	now: Date,
): Promise<{ taken: number; isWaiting: boolean }> {
	const keys = storableJson(results.map(({ key }) => storedKey(key)));
	// Writes nothing new, but holds the rows until the transaction ends.
	const rows = await query(
		`update @notices set lease_token = lease_token
		where ticket_key in {list $2} and lease_token = $1 returning *`,
		[token, keys],
	);
	const held = new Map(rows.map((row) => [textIn(row, 'ticket_key'), row]));
	const contexts = await contextsOf(query, rows);
	const ofBackfills = new Map<string, number>();
	const missing = new Map<string, Missing>();
	let taken = 0;
	let isWaiting = false;
	for (const result of results) {
		const row = held.get(storedKey(result.key));
		if (row === undefined) continue;
		await saveTicket(query, result, now);
		const context = contexts.get(row) ?? { foundBy: foundByOf(row) };
		for (const { ticket, skippedBecause } of result.messages) {
			const writtenAt = timeOf(ticket.createdAt);
			const backfill = isBackfilled(
				writtenAt === undefined ? undefined : new Date(writtenAt),
				context,
			);
			const backfillId = backfill ? textIn(row, 'backfill_id') : undefined;
			const { outcome } = await takeIn(
				query,
				{
					ticket: { ...ticket, backfill: backfill || undefined },
					source: textIn(row, 'source') ?? '',
					workflowId: textIn(row, 'workflow_id') ?? '',
					skippedBecause,
				},
				now,
				{ foundBy: context.foundBy, backfillId },
			);
			if (outcome === 'known' || skippedBecause !== undefined) continue;
			isWaiting = true;
			if (outcome === 'new') taken += 1;
			const isOnItsWay = writtenAt !== undefined && writtenAt > now.getTime() - ON_ITS_WAY_MS;
			if (context.foundBy === 'reconcile' && outcome === 'new' && !backfill && !isOnItsWay) {
				countMissing(missing, textIn(row, 'source') ?? '', writtenAt);
			}
			if (backfillId === undefined || outcome !== 'new') continue;
			ofBackfills.set(backfillId, (ofBackfills.get(backfillId) ?? 0) + 1);
		}
	}
	await endNotices(query, rows, now);
	await endFailedLooks(query, storableJson([...held.keys()]));
	for (const [id, count] of ofBackfills) {
		await query('update @backfills set messages = messages + $2 where id = $1', [id, count]);
	}
	for (const [source, { count, since }] of missing) {
		await query(SAVE_MISSING, [source, count, since ?? null]);
	}
	const backfillIds = new Set(rows.flatMap((row) => textIn(row, 'backfill_id') ?? []));
	if (backfillIds.size > 0) await settleBackfills(query, [...backfillIds], now);
	return { taken, isWaiting };
}

/** What tells live messages from those of a backfill, for each notice. */
async function contextsOf(
	query: Query,
	rows: readonly SqlRow[],
): Promise<Map<SqlRow, BackfillContext>> {
	const namesIn = (column: string) =>
		storableJson([...new Set(rows.flatMap((row) => textIn(row, column) ?? []))]);
	const triggers = new Map(
		(
			await query(
				'select source, first_seen_at, reconciled_at from @triggers where source in {list $1}',
				[namesIn('source')],
			)
		).map((row) => [textIn(row, 'source'), row]),
	);
	const backfills = new Map(
		(
			await query('select id, started_at from @backfills where id in {list $1}', [
				namesIn('backfill_id'),
			])
		).map((row) => [textIn(row, 'id'), row]),
	);
	return new Map(
		rows.map((row) => {
			const trigger = triggers.get(textIn(row, 'source'));
			const backfill = backfills.get(textIn(row, 'backfill_id'));
			return [
				row,
				{
					foundBy: foundByOf(row),
					backfillStartedAt: backfill && dateIn(backfill, 'started_at'),
					firstSeenAt: trigger && dateIn(trigger, 'first_seen_at'),
					reconciledAt: trigger && dateIn(trigger, 'reconciled_at'),
				},
			];
		}),
	);
}

async function endNotices(query: Query, rows: readonly SqlRow[], now: Date): Promise<void> {
	const keysOf = (chosen: readonly SqlRow[]) =>
		storableJson(chosen.map((row) => textIn(row, 'ticket_key') ?? ''));
	const again = rows.filter(isNoticedAgain);
	await query('delete from @notices where ticket_key in {list $1}', [
		keysOf(rows.filter((row) => !isNoticedAgain(row))),
	]);
	if (again.length === 0) return;
	await query(
		`update @notices set lease_token = null, noticed_again = 0, attempts = 0, vanished_looks = 0, noticed_at = $2,
			due_at = $2, tried_since = $2
		where ticket_key in {list $1}`,
		[keysOf(again), now.getTime()],
	);
}

export async function ticketRecords(
	query: Query,
	keys: readonly string[],
): Promise<TicketRecord[]> {
	if (keys.length === 0) return [];
	const rows = await query('select * from @tickets where ticket_key in {list $1}', [
		storableJson([...new Set(keys.map(storedKey))]),
	]);
	return rows.map((row) => ({
		key: textIn(row, 'ticket_key') ?? '',
		status: (textIn(row, 'status') ?? 'open') as TicketStatus,
		mergedInto: textIn(row, 'merged_into'),
		assigneeName: textIn(row, 'assignee_name'),
		assigneeEmail: textIn(row, 'assignee_email'),
		updatedAt: isoIn(row, 'updated_at'),
		lastAgentReplyAt: isoIn(row, 'last_agent_reply_at'),
		lookedAt: dateIn(row, 'looked_at') ?? new Date(0),
	}));
}
