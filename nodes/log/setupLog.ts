import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { Span } from '../core/setupCheck/arrivals';
import type { SetupFacts, TestFacts } from '../core/setupCheck/types';
import { MESSAGE_STATES, type DeliveryState, type MessageState } from '../core/log/states';
import { responseAddress } from './answerTokens';
import type { Database, Query, SqlRow } from './database';
import { dateIn, numberIn, textIn } from './rows';
import { takenBack } from './takenBack';

/** The part of the log that tells how it stands itself. Nothing is kept; all methods throw LogError. */
export interface SetupLog {
	/** Writes something and takes it back. */
	tryWriting(now: Date): Promise<void>;
	setupFacts(now: Date): Promise<SetupFacts>;
	/** When the last message of a source came, test tickets and backfill left out; absent when none did since then. */
	lastArrival(source: string, since: Date): Promise<Date | undefined>;
	/** How many came of it in each of these spans of time. */
	countArrivals(source: string, spans: readonly Span[]): Promise<number[]>;
}

const DAY_MS = 86_400_000;
/** Everything is tried within a minute or so; what is later than this waits for nobody. */
const LATE_MS = 10 * 60_000;
/** What was given up longer ago is no news any more. */
const GIVEN_UP_DAYS = 7;
const TEST_DAYS = 30;

export function setupLogOf(database: Database): SetupLog {
	const { query } = database;
	return {
		tryWriting: async (now) => await tryWriting(database, now),
		setupFacts: async (now) => await setupFacts(database, now),
		lastArrival: async (source, since) => await lastArrival(query, source, since),
		countArrivals: async (source, spans) => {
			const counts: number[] = [];
			for (const span of spans) counts.push(await countArrivals(query, source, span));
			return counts;
		},
	};
}

/** What is still tried, and what was given up of late. */
const UNDELIVERED = `undelivered_since is not null and state <> 'delivered' and (due_at is not null or undelivered_since >= $1)`;
/** What was refused and has ways left. */
const RETRIED = `due_at is not null and undelivered_since is null and last_error is not null`;

async function tryWriting(database: Database, now: Date): Promise<void> {
	await takenBack(database, async (query) => {
		await query('insert into @paces (key, next_at) values ($1, $2)', [
			`trial:${now.getTime()}`,
			now.getTime(),
		]);
	});
}

async function setupFacts(database: Database, now: Date): Promise<SetupFacts> {
	const { kind, place, query } = database;
	const count = async (text: string, ...values: number[]) =>
		numberIn((await query(text, values))[0] ?? {}, 'count') ?? 0;
	const late = now.getTime() - LATE_MS;
	const [oldest] = await query(
		`select min(received_at) as at from @messages where state = 'received' and backfill = 0`,
	);
	const [version] = await query('select max(version) as version from @versions');
	const weekAgo = now.getTime() - GIVEN_UP_DAYS * DAY_MS;
	const [refused] = await query(
		`select last_error from @deliveries where ${UNDELIVERED} order by undelivered_since desc limit 1`,
		[weekAgo],
	);
	const [retried] = await query(
		`select last_error from @deliveries where ${RETRIED} order by seq desc limit 1`,
	);
	return {
		kind,
		place,
		schemaVersion: numberIn(version ?? {}, 'version') ?? 0,
		...(await sizeOf(database)),
		messages: await messagesByState(query),
		oldestWaitingAt: dateIn(oldest ?? {}, 'at'),
		overdueMessages: await count(
			`select count(*) as count from @messages
			where state = 'received' and backfill = 0 and due_at < $1 and (lease_until is null or lease_until < $1)`,
			late,
		),
		overdueDeliveries: await count(
			`select count(*) as count from @deliveries
			where due_at < $1 and is_waiting = 0 and undelivered_since is null
				and (lease_until is null or lease_until < $1)`,
			late,
		),
		failed: await count(
			`select count(*) as count from @messages
			where state = 'failed' and ended_at >= $1 and backfill = 0 and is_test = 0`,
			weekAgo,
		),
		undelivered: await count(
			`select count(*) as count from @deliveries where ${UNDELIVERED}`,
			weekAgo,
		),
		undeliveredBecause: textIn(refused ?? {}, 'last_error'),
		retried: await count(`select count(*) as count from @deliveries where ${RETRIED}`),
		retriedBecause: textIn(retried ?? {}, 'last_error'),
		unansweredEscalations: await count(
			`select count(*) as count from @alerts
			where state <> 'closed' and escalated_at is not null and acknowledged_at is null and is_test = 0`,
		),
		responseAddress: await responseAddress(query),
		test: await newestTest(query, new Date(now.getTime() - TEST_DAYS * DAY_MS)),
	};
}

async function messagesByState(query: Query): Promise<SetupFacts['messages']> {
	const rows = await query('select state, count(*) as count from @messages group by state');
	const counts = new Map(rows.map((row) => [textIn(row, 'state'), numberIn(row, 'count') ?? 0]));
	return Object.fromEntries(
		MESSAGE_STATES.flatMap((state) => {
			const count = counts.get(state);
			return count === undefined ? [] : [[state, count]];
		}),
	);
}

/** What the log takes, and what is left beside its file. A disk that cannot be asked says nothing. */
async function sizeOf({
	kind,
	place,
	query,
}: Database): Promise<Pick<SetupFacts, 'bytes' | 'freeBytes'>> {
	if (kind === 'postgres') {
		const [row] = await query(
			`select cast(sum(pg_total_relation_size(c.oid)) as bigint) as bytes
			from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname = 'cs_alerts' and c.relkind = 'r'`,
		);
		return { bytes: numberIn(row ?? {}, 'bytes') };
	}
	const sizes = await Promise.all(
		[place, `${place}-wal`].map(async (file) => {
			return await stat(file).then(
				({ size }) => size,
				() => 0,
			);
		}),
	);
	const freeBytes = await statfs(dirname(place)).then(
		({ bavail, bsize }) => bavail * bsize,
		() => undefined,
	);
	return { bytes: sizes.reduce((sum, size) => sum + size, 0), freeBytes };
}

async function newestTest(query: Query, since: Date): Promise<TestFacts | undefined> {
	const [message] = await query(
		`select id, state, reason, received_at from @messages
		where is_test = 1 and received_at >= $1 order by received_at desc, id desc limit 1`,
		[since.getTime()],
	);
	const at = message && dateIn(message, 'received_at');
	if (message === undefined || at === undefined) return undefined;
	const [delivery] = await query(
		`select state, channel, recipient, last_error from @deliveries
		where message_row = $1 order by seq desc limit 1`,
		[textIn(message, 'id') ?? ''],
	);
	return {
		at,
		state: (textIn(message, 'state') ?? 'received') as MessageState,
		reason: textIn(message, 'reason'),
		delivery: delivery && deliveryOf(delivery),
	};
}

function deliveryOf(row: SqlRow): TestFacts['delivery'] {
	return {
		state: (textIn(row, 'state') ?? 'due') as DeliveryState,
		channel: textIn(row, 'channel'),
		recipient: textIn(row, 'recipient'),
		error: textIn(row, 'last_error'),
	};
}

const LIVE = 'source = $1 and backfill = 0 and is_test = 0';

async function lastArrival(query: Query, source: string, since: Date): Promise<Date | undefined> {
	const [row] = await query(
		`select received_at from @messages where ${LIVE} and received_at >= $2 order by received_at desc limit 1`,
		[source, since.getTime()],
	);
	return row && dateIn(row, 'received_at');
}

async function countArrivals(query: Query, source: string, { since, until }: Span) {
	const [row] = await query(
		`select count(*) as count from @messages where ${LIVE} and received_at >= $2 and received_at < $3`,
		[source, since.getTime(), until.getTime()],
	);
	return numberIn(row ?? {}, 'count') ?? 0;
}
