import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Pool, PoolClient, PoolConfig } from 'pg';

import type { Database, News, Query, SqlRow, SqlValue } from './database';
import { explainPostgres, isLostRace, placeOf } from './postgresErrors';
import { ANNOUNCE, listen } from './postgresNews';
import { storableValues } from './rows';

/** Connections of one n8n process: a webhook, a batch, a delivery and the housekeeping at once. */
const POOL_SIZE = 6;
const CONNECT_TIMEOUT_MS = 5000;
const STATEMENT_TIMEOUT_MS = 15_000;
/** Tries of work that lost a race for rows (PostgreSQL, "Serialization Failure Handling"). */
const MOST_TRIES = 5;
const RACE_PAUSE_MS = 20;

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
	// A connection that breaks is replaced by the next statement, which says so if it cannot. Without
	// a listener, one that breaks between the statements of a transaction would end n8n.
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	const local = new EventEmitter().setMaxListeners(0);
	const ear = listen(() => new ClientOf(config), local);
	const announcing = new Set<News>();
	const translated = new Map<string, string>();

	const run = async <Row extends SqlRow>(
		client: Pool | PoolClient,
		text: string,
		values: readonly SqlValue[] = [],
	): Promise<Row[]> => {
		let statement = translated.get(text);
		if (statement === undefined) {
			statement = toPostgres(text);
			translated.set(text, statement);
		}
		try {
			const { rows } = await client.query<Row>(statement, storableValues(values));
			return rows;
		} catch (error) {
			throw explainPostgres(error, place);
		}
	};
	const runTransaction = async <T>(work: (query: Query) => Promise<T>): Promise<T> => {
		const client = await pool.connect().catch((error: unknown) => {
			throw explainPostgres(error, place);
		});
		let isBroken = false;
		try {
			const query: Query = async (text, values) => await run(client, text, values);
			await query('begin');
			const result = await work(query);
			await query('commit');
			return result;
		} catch (error) {
			await client.query('rollback').catch(() => {
				isBroken = true;
			});
			throw error;
		} finally {
			client.release(isBroken);
		}
	};
	return {
		kind: 'postgres',
		place,
		query: async (text, values) => await winRace(async () => await run(pool, text, values)),
		transaction: async (work) => await winRace(async () => await runTransaction(work)),
		// The server's autovacuum overwrites it, and its archives keep it as long as their owner says.
		cleanFiles: async () => await Promise.resolve(false),
		announce: (news) => {
			local.emit(news);
			// A burst of news is one: whoever is told reads everything there is.
			if (announcing.has(news)) return;
			announcing.add(news);
			setImmediate(() => {
				announcing.delete(news);
				pool.query(ANNOUNCE, [news]).catch(() => {});
			});
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

/** Runs work again that lost a race for rows. */
async function winRace<T>(work: () => Promise<T>): Promise<T> {
	for (let tries = 1; ; tries += 1) {
		try {
			return await work();
		} catch (error) {
			if (!isLostRace(error) || tries >= MOST_TRIES) throw error;
		}
		// Unlike waits, so that the two do not meet again.
		await sleep(RACE_PAUSE_MS * tries * (1 + Math.random()));
	}
}

function toPostgres(text: string): string {
	return text
		.replace(/\{list (\$\d+)\}/g, '(select jsonb_array_elements_text($1::jsonb))')
		.replace(/@(\w+)/g, 'cs_alerts.$1')
		.replaceAll('{skip locked}', 'for update skip locked')
		.replaceAll('{identity}', 'bigint generated always as identity primary key');
}
