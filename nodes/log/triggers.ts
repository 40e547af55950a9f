import { TAKEN_IN } from '../core/log/source';
import type { Query, SqlRow } from './database';
import { LogError } from './errors';
import type { IntakeStatus, TriggerProgress } from './intakeLog';
import { dateIn, numberIn, stored, storedText, storedWhole, textIn, truthIn } from './rows';
import type { TriggerRecord } from './triggerRecord';

const MOST_REASON = 1000;

/** Remembers a trigger; what is known of it and not given stays. It first lived when it was first saved. */
export async function saveTrigger(query: Query, trigger: TriggerRecord, now: Date): Promise<void> {
	await query(
		`insert into @triggers as known (source, workflow_id, helpdesk, address, seen_at, first_seen_at)
		values ($1, $2, $3, $4, $5, $5)
		on conflict (source) do update set workflow_id = excluded.workflow_id, seen_at = excluded.seen_at,
			helpdesk = coalesce(excluded.helpdesk, known.helpdesk),
			address = coalesce(excluded.address, known.address)`,
		[
			trigger.source,
			trigger.workflowId,
			stored(trigger.helpdesk),
			stored(trigger.address),
			now.getTime(),
		],
	);
}

/** Lets a trigger that nobody has seen since `goneSince` begin anew, as if it first lived now. */
export async function beginAnew(
	query: Query,
	source: string,
	goneSince: Date,
	now: Date,
): Promise<void> {
	await query(
		`update @triggers set first_seen_at = $3, position = null, missing = null, missing_since = null
		where source = $1 and seen_at < $2`,
		[source, goneSince.getTime(), now.getTime()],
	);
}

export async function readTriggers(query: Query): Promise<Array<TriggerRecord & { seenAt: Date }>> {
	return (await query('select * from @triggers order by source')).map(toRecord);
}

function toRecord(row: SqlRow): TriggerRecord & { seenAt: Date } {
	return {
		source: textIn(row, 'source') ?? '',
		workflowId: textIn(row, 'workflow_id') ?? '',
		helpdesk: textIn(row, 'helpdesk'),
		address: textIn(row, 'address'),
		seenAt: dateIn(row, 'seen_at') ?? new Date(0),
	};
}

export async function triggerProgress(
	query: Query,
	source: string,
): Promise<TriggerProgress | undefined> {
	const [row] = await query('select * from @triggers where source = $1', [source]);
	return row && { ...toProgress(row), ...positionsOf(row) };
}

function toProgress(row: SqlRow): Omit<TriggerProgress, 'registration' | 'position'> {
	return {
		reconciledAt: dateIn(row, 'reconciled_at'),
		missing: numberIn(row, 'missing'),
		missingSince: dateIn(row, 'missing_since'),
		reconcileError: textIn(row, 'reconcile_error'),
		lastHeardAt: dateIn(row, 'last_heard_at'),
		firstSeenAt: dateIn(row, 'first_seen_at') ?? new Date(0),
	};
}

const positionsOf = (row: SqlRow) => ({
	registration: textIn(row, 'registration'),
	position: textIn(row, 'position'),
});

/** Each is changed where it is given; the values stand in this order. */
const SAVE_PROGRESS = `
	update @triggers set
		registration = case when $2 = 1 then $3 else registration end,
		position = case when $4 = 1 then $5 else position end,
		reconciled_at = coalesce($6, reconciled_at),
		missing = coalesce($7, missing),
		missing_since = case when $7 = 0 then null else coalesce($8, missing_since) end,
		reconcile_error = case when $9 = 1 then $10 else reconcile_error end,
		last_heard_at = coalesce($11, last_heard_at)
	where source = $1 returning source`;

export async function saveTriggerProgress(
	query: Query,
	source: string,
	progress: Partial<Omit<TriggerProgress, 'firstSeenAt'>>,
): Promise<void> {
	const { registration, position, reconciledAt, missing, missingSince, reconcileError } = progress;
	const given = (text: string | undefined) => (text === undefined ? 0 : 1);
	const filled = (text: string | undefined) => (text === '' ? null : stored(text));
	const changed = await query(SAVE_PROGRESS, [
		source,
		given(registration),
		filled(registration),
		given(position),
		filled(position),
		stored(reconciledAt),
		storedWhole(missing),
		stored(missingSince),
		given(reconcileError),
		reconcileError === '' ? null : storedText(reconcileError, MOST_REASON),
		stored(progress.lastHeardAt),
	]);
	if (changed.length === 0) {
		throw new LogError(
			`The log does not know the trigger "${source}". Open its workflow, choose Unpublish under ⌄ beside Published, then publish it`,
		);
	}
}

const HEARD = `
	update @triggers set last_heard_at = $2
	where source = $1 and (last_heard_at is null or last_heard_at < $2)`;
/** People read when a trigger was last heard of; a burst need not write it with every ticket. */
const HEARD_EVERY_MS = 10_000;

/**
 * Notes when a trigger was last heard of, at most every ten seconds for each process. It goes beside
 * what came in, so that SQLite puts both on disk at once, and never makes that fail.
 */
export function rememberHeard(query: Query): (source: string, now: Date) => Promise<void> {
	const heard = new Map<string, number>();
	return async (source, now) => {
		if (source === TAKEN_IN) return;
		const last = heard.get(source);
		if (last !== undefined && Math.abs(now.getTime() - last) < HEARD_EVERY_MS) return;
		heard.set(source, now.getTime());
		await query(HEARD, [source, now.getTime()]).catch(() => heard.delete(source));
	};
}

/** Notes whether a trigger hands on what Take In took in, when that is not what was noted before. */
export function rememberTakenIn(query: Query): (source: string, takesIt: boolean) => Promise<void> {
	const known = new Map<string, boolean>();
	return async (source, takesIt) => {
		if (known.get(source) === takesIt) return;
		const changed = await query(
			'update @triggers set also_taken_in = $2 where source = $1 returning source',
			[source, stored(takesIt)],
		);
		if (changed.length > 0) known.set(source, takesIt);
	};
}

/** How intake stands, for each trigger; those seen last come first. */
export async function intakeStatus(query: Query): Promise<IntakeStatus[]> {
	const rows = await query('select * from @triggers order by seen_at desc, source');
	const count = async (text: string) =>
		new Map(
			(await query(text)).map((row) => [textIn(row, 'source'), numberIn(row, 'waiting') ?? 0]),
		);
	const notices = await count('select source, count(*) as waiting from @notices group by source');
	const messages = await count(
		`select source, count(*) as waiting from @messages where state = 'received' group by source`,
	);
	return rows.map((row) => {
		const record = toRecord(row);
		const progress = toProgress(row);
		const { registration, position } = positionsOf(row);
		const { reconciledAt, reconcileError } = progress;
		return {
			...record,
			...progress,
			hasApi: [registration, position, reconciledAt, reconcileError].some(
				(known) => known !== undefined,
			),
			noticesWaiting: notices.get(record.source) ?? 0,
			messagesWaiting: messages.get(record.source) ?? 0,
			...(truthIn(row, 'also_taken_in') && { takenInWaiting: messages.get(TAKEN_IN) ?? 0 }),
		};
	});
}
