import { randomBytes } from 'node:crypto';

import { Pool } from 'pg';

import { ensureN8n } from '../n8n/install.ts';
import { packPack } from '../n8n/pack.ts';
import { startN8n, type N8nServer, type Role } from '../n8n/server.ts';
import { NO_POSTGRES, postgresPrograms, startPostgres } from '../support/postgres.ts';
import { NO_REDIS, redisProgram, startRedis } from '../support/redis.ts';
import { startRig, type Rig } from '../support/rig.ts';

/** Why queue mode cannot be tried here; absent when it can. */
export const LACK =
	redisProgram() === undefined
		? NO_REDIS
		: postgresPrograms() === undefined
			? NO_POSTGRES
			: undefined;

/**
 * A worker that vanished is noticed within 25 seconds, not within n8n's 90: the tests wait for it. n8n then
 * waits another half minute for a result that may still come. Shorter ones take a worker for gone whose
 * first run loads the nodes on a busy machine.
 */
const QUICK_TO_NOTICE = {
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/**
 * n8n's default expression engine takes 60 ms of processor time for each webhook call and each run, this
 * one a fifth of it: four processes and thousands of calls share the machine with the test. For figures of
 * the default: CS_ALERTS_QUEUE_ENGINE=default.
 */
const LIGHT = { N8N_EXPRESSION_ENGINE: 'legacy' };

/**
 * With its default of 2 connections a process that gets 200 calls at once takes its own database for gone,
 * and answers "503 Database is not ready!".
 */
const CONNECTIONS = '10';

type Environment = Record<string, string>;

/** n8n in queue mode as an admin sets it up: one main, two workers, one webhook process, the pack on each. */
export interface QueueRig {
	/** The main instance with the templates published, and the outbox in the place of Slack and email. */
	rig: Rig;
	workers: N8nServer[];
	webhook: N8nServer;
	/** Starts a process; on the user folder of one that is gone, it is that one started again. */
	start(role: Role, options?: { again?: N8nServer; without?: string }): Promise<N8nServer>;
	/** Runs SQL in the log's database. */
	inLog<Row extends Record<string, unknown>>(sql: string): Promise<Row[]>;
	stop(): Promise<void>;
}

export async function startQueueRig(): Promise<QueueRig> {
	const ends: Array<() => Promise<void>> = [];
	const stop = async () => {
		// Backwards, so that no n8n outlives what it is connected to.
		for (const end of ends.splice(0).reverse()) await end();
	};
	try {
		return await build(ends, stop);
	} catch (error) {
		await stop();
		throw error;
	}
}

async function build(ends: Array<() => Promise<void>>, stop: () => Promise<void>) {
	const install = await ensureN8n();
	const tarball = await packPack();
	const postgres = await startPostgres();
	ends.push(postgres.stop);
	const redis = await startRedis();
	ends.push(redis.stop);
	const logDatabase = await postgres.createDatabase();
	const queueMode = queueEnvironment(await postgres.createDatabase(), redis.port);
	const rig = await startRig({ logDatabase, env: queueMode, markIncidents: false });
	ends.push(rig.stop);
	const pool = new Pool({ connectionString: logDatabase, max: 2 });
	ends.push(async () => await pool.end());

	const env: Environment = {
		...rig.outbox.env,
		...queueMode,
		CS_ALERTS_DATABASE_URL: logDatabase,
	};
	const start: QueueRig['start'] = async (role, { again, without } = {}) => {
		const started = await startN8n({
			install,
			role,
			...(again ? { port: again.port, userFolder: again.userFolder } : { packs: [tarball] }),
			env: Object.fromEntries(Object.entries(env).filter(([name]) => name !== without)),
		});
		ends.push(started.stop);
		return started;
	};
	const [first, second, webhook] = await Promise.all([
		start('worker'),
		start('worker'),
		start('webhook'),
	]);
	return {
		rig,
		workers: [first, second],
		webhook,
		start,
		inLog: async <Row extends Record<string, unknown>>(sql: string) =>
			(await pool.query<Row>(sql)).rows,
		stop,
	};
}

function queueEnvironment(database: string, redisPort: number): Environment {
	const { hostname, port, username, pathname } = new URL(database);
	return {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redisPort),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_POOL_SIZE: CONNECTIONS,
		DB_POSTGRESDB_HOST: hostname,
		DB_POSTGRESDB_PORT: port,
		DB_POSTGRESDB_USER: username,
		DB_POSTGRESDB_DATABASE: pathname.slice(1),
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('base64'),
		...QUICK_TO_NOTICE,
		...(process.env.CS_ALERTS_QUEUE_ENGINE === 'default' ? {} : LIGHT),
	};
}
