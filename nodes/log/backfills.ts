import { randomUUID } from 'node:crypto';

import { PATIENCE_MS } from '../core/log/inboxPolicy';
import { settleBackfills } from './backfillEnds';
import type { Database, Query, SqlRow, SqlValue } from './database';
import { LogError } from './errors';
import type { Backfill, BackfillState } from './intakeLog';
import { dateIn, numberIn, stored, storedText, storedWhole, textIn, truthIn } from './rows';

const MOST_REASON = 1000;
/** Rows of one statement: SQLite works in the foreground, and months of messages must hold up nobody. */
const PAGE = 500;

const COLUMNS = `b.*,
	(select count(*) from @notices n where n.backfill_id = b.id) as waiting,
	(select count(*) from @messages m where m.backfill_id = b.id and m.ended_at is null) as open_messages`;

const START = `
	insert into @backfills (id, source, from_at, to_at, state, started_at, running_since)
	select $1, $2, cast($3 as bigint), cast($4 as bigint), 'running', cast($5 as bigint), cast($5 as bigint)
	where not exists (select 1 from @backfills where source = $2 and state = 'running')
	returning id`;

/**
 * Starts one; the trigger does the rest.
 * @throws LogError when one of this trigger is running, or the period is none
 */
export async function startBackfill(
	query: Query,
	{ source, from, to }: { source: string; from: Date; to: Date },
	now: Date,
): Promise<Backfill> {
	if (!(from.getTime() < to.getTime())) {
		throw new LogError('The period of a backfill has to begin before it ends');
	}
	const id = randomUUID();
	const started = await query(START, [
		id,
		source,
		from.getTime(),
		// What comes from now on comes by itself.
		Math.min(to.getTime(), now.getTime()),
		now.getTime(),
	]);
	if (started.length === 0) throw new LogError(ONE_IS_RUNNING);
	return await backfillOf(query, id, now);
}

const ONE_IS_RUNNING =
	'A backfill of this trigger is running. Wait until it is done, or stop it first with Stop Backfill';

async function backfillOf(query: Query, id: string, now: Date): Promise<Backfill> {
	const [row] = await query(`select ${COLUMNS} from @backfills b where b.id = $1`, [id]);
	if (row === undefined) {
		throw new LogError(
			`The log knows no backfill "${id}". Choose one from the list: Get Intake Status shows them`,
		);
	}
	return toBackfill(row, now);
}

const STOP = `
	update @backfills set state = 'stopped', running_since = null, ran_ms = ran_ms + coalesce($2 - running_since, 0)
	where id = $1 and state = 'running' returning id`;
const GO_ON = `
	update @backfills set state = 'running', running_since = $2, ended_at = null, error = null, error_since = null
	where id = $1 and state in ('stopped', 'failed')
		and not exists (select 1 from @backfills other where other.source = @backfills.source and other.state = 'running')
	returning id`;

/** A row without a due time is held; what is leased is under way and is finished. */
const HOLD_NOTICES = `
	update @notices set due_at = null
	where backfill_id = $1 and is_backfill = 1 and lease_token is null and due_at is not null`;
const HOLD_MESSAGES = `
	update @messages set due_at = null
	where id in (
		select id from @messages
		where backfill_id = $1 and ended_at is null and state = 'received' and lease_token is null
			and due_at is not null limit ${PAGE}
	) returning id`;
const FREE_NOTICES = `
	update @notices set due_at = $2, tried_since = $2 where backfill_id = $1 and due_at is null`;
const FREE_MESSAGES = `
	update @messages set due_at = $2, tried_since = $2
	where id in (
		select id from @messages
		where backfill_id = $1 and ended_at is null and state = 'received' and due_at is null limit ${PAGE}
	) returning id`;

/**
 * Stops a backfill or lets it go on; its rows follow in steps.
 * @throws LogError when it is not known, or cannot go on since another of its trigger is running
 */
export async function setBackfillState(
	{ query, transaction }: Pick<Database, 'query' | 'transaction'>,
	id: string,
	state: 'running' | 'stopped',
	now: Date,
): Promise<Backfill> {
	const at = now.getTime();
	const changed = await query(state === 'stopped' ? STOP : GO_ON, [id, at]);
	if (changed.length === 0) {
		const known = await backfillOf(query, id, now);
		const isAsWished = known.state === state || known.state === 'done' || state === 'stopped';
		if (!isAsWished) throw new LogError(ONE_IS_RUNNING);
	}
	const { state: isNow } = await backfillOf(query, id, now);
	const [notices, messages, values]: [string, string, SqlValue[]] =
		isNow === 'running'
			? [FREE_NOTICES, FREE_MESSAGES, [id, at]]
			: [HOLD_NOTICES, HOLD_MESSAGES, [id]];
	if (isNow === state) {
		await query(notices, values);
		while ((await query(messages, values)).length === PAGE);
	}
	await transaction(async (inside) => await settleBackfills(inside, [id], now));
	return await backfillOf(query, id, now);
}

const SAVE_PAGE = `
	update @backfills set
		position = coalesce($2, position), tickets = tickets + $3, total = coalesce($4, total),
		is_read = case when $5 = 1 then 1 else is_read end, error = null, error_since = null
	where id = $1 returning id`;
const SAVE_ERROR = `
	update @backfills set
		error = $2, error_since = coalesce(error_since, $3),
		state = case when state = 'running' and error_since <= $4 then 'failed' else state end,
		ended_at = case when state = 'running' and error_since <= $4 then $3 else ended_at end,
		ran_ms = case when state = 'running' and error_since <= $4
			then ran_ms + coalesce($3 - running_since, 0) else ran_ms end,
		running_since = case when state = 'running' and error_since <= $4 then null else running_since end
	where id = $1 returning id`;

/** Writes how far a backfill has come, or what keeps it from going on. */
export async function saveBackfillPage(
	query: Query,
	id: string,
	page: { position?: string; tickets?: number; total?: number; isLast?: boolean; error?: string },
	now: Date,
): Promise<void> {
	if (page.error !== undefined) {
		await query(SAVE_ERROR, [
			id,
			storedText(page.error, MOST_REASON),
			now.getTime(),
			now.getTime() - PATIENCE_MS,
		]);
		return;
	}
	await query(SAVE_PAGE, [
		id,
		stored(page.position),
		storedWhole(page.tickets ?? 0),
		storedWhole(page.total),
		stored(page.isLast === true),
	]);
	if (page.isLast === true) await settleBackfills(query, [id], now);
}

/** Backfills that fit, those started last first. */
export async function backfills(
	query: Query,
	{ source, state, limit }: { source?: string; state?: BackfillState; limit: number },
	now: Date,
): Promise<Backfill[]> {
	const values: SqlValue[] = [];
	const place = (value: SqlValue) => `$${values.push(value)}`;
	const conditions = ['1 = 1'];
	if (source !== undefined) conditions.push(`b.source = ${place(source)}`);
	if (state !== undefined) conditions.push(`b.state = ${place(state)}`);
	const rows = await query(
		`select ${COLUMNS} from @backfills b where ${conditions.join(' and ')}
		order by b.started_at desc, b.id limit ${Math.max(0, Math.floor(limit))}`,
		values,
	);
	return rows.map((row) => toBackfill(row, now));
}

function toBackfill(row: SqlRow, now: Date): Backfill {
	const count = (column: string) => numberIn(row, column) ?? 0;
	const time = (column: string) => dateIn(row, column) ?? now;
	const runningSince = dateIn(row, 'running_since') ?? now;
	return {
		id: textIn(row, 'id') ?? '',
		source: textIn(row, 'source') ?? '',
		from: time('from_at'),
		to: time('to_at'),
		state: (textIn(row, 'state') ?? 'stopped') as BackfillState,
		position: textIn(row, 'position'),
		isRead: truthIn(row, 'is_read'),
		tickets: count('tickets'),
		total: numberIn(row, 'total'),
		waiting: count('waiting'),
		messages: count('messages'),
		ended: Math.max(0, count('messages') - count('open_messages')),
		startedAt: time('started_at'),
		runningMs: count('ran_ms') + Math.max(0, now.getTime() - runningSince.getTime()),
		endedAt: dateIn(row, 'ended_at'),
		error: textIn(row, 'error'),
	};
}
