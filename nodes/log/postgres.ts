import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Client, Pool, PoolClient, PoolConfig } from 'pg';

import type { Database, News, Query, SqlRow, SqlValue } from './database';
import { LogError } from './errors';

/** Connections of one n8n process: a webhook, a batch, a delivery and the housekeeping at once. */
const POOL_SIZE = 6;
const CONNECT_TIMEOUT_MS = 5000;
const STATEMENT_TIMEOUT_MS = 15_000;
const CHANNEL = 'cs_alerts_news';
const LISTEN_AGAIN_MS = 5000;
/** Tries of a transaction that lost a race for rows (PostgreSQL, "Serialization Failure Handling"). */
const MOST_TRIES = 4;

/**
 * Opens the PostgreSQL database that n8n's main instance and all workers share. Nothing is connected
 * before the first statement.
 * @param url as in CS_ALERTS_DATABASE_URL; its password never leaves this room
 * @throws LogError when the address is none
 */
export async function openPostgres(url: string): Promise<Database> {
	const place = placeOf(url);
	const { Pool: PoolOf, Client: ClientOf, types } = await import('pg');
	const INT8 = 20;
	const config: PoolConfig = {
		connectionString: url,
		max: POOL_SIZE,
		connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
		idleTimeoutMillis: 30_000,
		statement_timeout: STATEMENT_TIMEOUT_MS,
		query_timeout: STATEMENT_TIMEOUT_MS + 1000,
		idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
		application_name: 'n8n-nodes-cs-alerts',
		keepAlive: true,
		// n8n must be able to end while nothing is being asked.
		allowExitOnIdle: true,
		types: {
			// Times in milliseconds fit a double exactly until the year 287396.
			getTypeParser: ((oid: number, format?: 'text') =>
				oid === INT8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
		},
	};
	const pool: Pool = new PoolOf(config);
	// A connection that breaks while idle is replaced by the next statement, which says so if it cannot.
	pool.on('error', () => {});
	const local = new EventEmitter().setMaxListeners(0);
	const ear = listen(() => new ClientOf(config), local);

	const run = async <Row extends SqlRow>(
		client: Pool | PoolClient,
		text: string,
		values: readonly SqlValue[] = [],
	): Promise<Row[]> => {
		try {
			const { rows } = await client.query<Row>(toPostgres(text), [...values]);
			return rows;
		} catch (error) {
			throw explain(error, place);
		}
	};
	return {
		kind: 'postgres',
		place,
		query: async (text, values) => await run(pool, text, values),
		transaction: async (work) => {
			for (let tries = 1; ; tries += 1) {
				const client = await pool.connect().catch((error: unknown) => {
					throw explain(error, place);
				});
				const query: Query = async (text, values) => await run(client, text, values);
				let broken = false;
				try {
					await query('begin');
					const result = await work(query);
					await query('commit');
					return result;
				} catch (error) {
					await client.query('rollback').catch(() => {
						broken = true;
					});
					if (!isLostRace(error) || tries >= MOST_TRIES) throw error;
				} finally {
					client.release(broken);
				}
				await sleep(20 * tries);
			}
		},
		announce: (news) => {
			local.emit(news);
			pool.query('select pg_notify($1, $2)', [CHANNEL, news]).catch(() => {});
		},
		onNews: (news: News, listener) => {
			ear.start();
			local.on(news, listener);
			return () => local.off(news, listener);
		},
		close: async () => {
			await ear.stop();
			await pool.end();
		},
	};
}

/** Keeps one connection listening once somebody wants news, and connects again when it breaks. */
function listen(connect: () => Client, local: EventEmitter) {
	let client: Client | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isWanted = false;
	const open = async () => {
		const mine = connect();
		client = mine;
		const again = () => {
			if (client !== mine) return;
			client = undefined;
			mine.end().catch(() => {});
			if (!isWanted) return;
			timer = setTimeout(() => void open(), LISTEN_AGAIN_MS);
			timer.unref();
		};
		mine.on('error', again);
		mine.on('end', again);
		mine.on('notification', ({ payload }) => {
			if (payload !== undefined) local.emit(payload);
		});
		try {
			await mine.connect();
			await mine.query(`listen ${CHANNEL}`);
			// What was announced while nobody listened.
			local.emit('inbox');
			local.emit('outbox');
		} catch {
			again();
		}
	};
	return {
		start: () => {
			if (isWanted) return;
			isWanted = true;
			void open();
		},
		stop: async () => {
			isWanted = false;
			clearTimeout(timer);
			const last = client;
			client = undefined;
			await last?.end().catch(() => {});
		},
	};
}

/** Host, port and database of an address; throws LogError without showing its password. */
function placeOf(url: string): string {
	let parsed: URL;
	try {
		parsed = new URL(url);
	} catch {
		throw new LogError(
			'CS_ALERTS_DATABASE_URL is no address. Set it like postgres://user:password@host:5432/database, with special characters of the password percent-encoded',
		);
	}
	const { protocol, hostname, port, pathname, searchParams } = parsed;
	if (protocol !== 'postgres:' && protocol !== 'postgresql:') {
		throw new LogError(
			`CS_ALERTS_DATABASE_URL begins with ${protocol}//, but the log takes PostgreSQL only. Set it like postgres://user:password@host:5432/database`,
		);
	}
	const host = hostname === '' ? (searchParams.get('host') ?? 'localhost') : hostname;
	return `the PostgreSQL database${pathname.length > 1 ? ` "${decodeURIComponent(pathname.slice(1))}"` : ''} on ${host}${port && `:${port}`}`;
}

function toPostgres(text: string): string {
	return text
		.replace(/\{list (\$\d+)\}/g, '(select jsonb_array_elements_text($1::jsonb))')
		.replace(/@(\w+)/g, 'cs_alerts.$1')
		.replaceAll('{skip locked}', 'for update skip locked')
		.replaceAll('{identity}', 'bigint generated always as identity primary key');
}

function codeOf(error: unknown): string | undefined {
	const code = (error as { code?: unknown } | undefined)?.code;
	return typeof code === 'string' ? code : undefined;
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

function isLostRace(error: unknown): boolean {
	const code = codeOf(error);
	return code === SERIALIZATION_FAILURE || code === DEADLOCK;
}

/** PostgreSQL's error classes and the network's, in words a person can act on; never the statement or its values. */
function explain(cause: unknown, place: string): unknown {
	if (cause instanceof LogError) return cause;
	const code = codeOf(cause) ?? '';
	const say = (message: string, isPassing = true) => new LogError(message, { isPassing, code });
	if (code === '28P01' || code === '28000') {
		return say(
			`The log could not log in to ${place}. Check the user and the password in CS_ALERTS_DATABASE_URL`,
			false,
		);
	}
	if (code === '3D000') {
		return say(
			`There is no such database: ${place}. Create it, or correct CS_ALERTS_DATABASE_URL`,
			false,
		);
	}
	if (code === '42501') {
		return say(
			`The log's user may not create or use the schema cs_alerts in ${place}. Grant it CREATE on the database`,
			false,
		);
	}
	if (code.startsWith('53')) {
		return say(
			`${capitalised(place)} has no room or no free connection. It is tried again by itself`,
		);
	}
	if (code === SERIALIZATION_FAILURE || code === DEADLOCK) {
		return say(`The log lost a race for the same rows in ${place}. It is tried again by itself`);
	}
	if (code === '25006') {
		return say(
			`${capitalised(place)} only allows reading. Point CS_ALERTS_DATABASE_URL to the primary server`,
		);
	}
	if (/^(?:2|4)[0-9A-Z]{4}$/.test(code)) {
		return say(`The log's statement was refused by ${place} (${code})`, false);
	}
	return say(
		`The log could not reach ${place}${code && ` (${code})`}. Start it, or correct CS_ALERTS_DATABASE_URL; it is tried again by itself`,
	);
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
