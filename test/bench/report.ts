/**
 * `npm run bench:report`: how fast CS Alert Report replays 10,000, 100,000 and 600,000 messages, suggestion and page
 * included, and how much memory that takes at most, on SQLite and on PostgreSQL; and how long a digest of the last week
 * takes, on PostgreSQL also before it has any statistics. The last line is JSON. `--sizes=10000,100000`
 * measures others, `--only=sqlite` or `--only=postgres` leaves the other database out.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { build } from 'esbuild';

import type { Database, Query } from '../../nodes/log/database.ts';
import { postgresPrograms, startPostgres } from '../support/postgres.ts';

const { values: options } = parseArgs({
	options: { sizes: { type: 'string' }, only: { type: 'string' } },
});
const SIZES = (options.sizes ?? '10000,100000,600000').split(',').map(Number);

/** 600,000 messages must stay within both. */
const GOALS = { seconds: 60, peakMegabytes: 1024 };

const YEAR_MS = 365 * 86_400_000;
const ACCOUNTS = 5000;
const OWNERS = 40;
const CHUNK = 20_000;
const since = Date.now() - YEAR_MS;

interface Rooms {
	openSqlite(file: string): Promise<Database>;
	openPostgres(url: string): Promise<Database>;
	migrate(database: Database, now: Date): Promise<void>;
}

interface Figures {
	messages: number;
	seconds: number;
	cpuSeconds: number;
	rowsPerSecond: number;
	peakMegabytes: number;
	/** Of the last week, with the four weeks before. */
	digestSeconds: number;
	/** The same right after all rows came in at once, before PostgreSQL counted them. */
	digestSecondsUncounted?: number;
}

const folder = mkdtempSync(join(tmpdir(), 'cs-alerts-bench-report-'));
const runFile = join(folder, 'run.mjs');

async function loadRooms(): Promise<Rooms> {
	const outfile = join(folder, 'log.cjs');
	const same = { bundle: true, platform: 'node', target: 'node24', logLevel: 'error' } as const;
	await build({
		...same,
		stdin: {
			contents: ['schema', 'sqlite', 'postgres']
				.map((file) => `export * from './${file}';`)
				.join('\n'),
			resolveDir: join(import.meta.dirname, '../../nodes/log'),
		},
		outfile,
		format: 'cjs',
	});
	await build({
		...same,
		entryPoints: [join(import.meta.dirname, 'reportRun.ts')],
		outfile: runFile,
		format: 'esm',
		// Libraries in it that ask for Node's own modules do so in the old way.
		banner: {
			js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
		},
	});
	return createRequire(import.meta.url)(outfile) as Rooms;
}

/** A year of decided messages: scores even over the scale, a fifth of the accounts without a known MRR. */
async function fill(query: Query, messages: number): Promise<void> {
	const numbers = (from: number, count: number) =>
		`(with recursive numbers(n) as (select cast(${from} as bigint) union all select n + 1 from numbers where n < ${from + count - 1}) select n from numbers) numbers`;
	const account = `(n * 7919 % ${ACCOUNTS})`;
	const at = `(cast(${since} as bigint) + n * ${Math.floor(YEAR_MS / messages)})`;
	for (let from = 0; from < messages; from += CHUNK) {
		const count = Math.min(CHUNK, messages - from);
		await query(
			`insert into @messages (
				id, ticket_key, message_id, event, source, workflow_id, state, tried_since, received_at, decided_at, ended_at,
				requester_email, score, label, topic, language, flags, sentiment_version, account_status, account_id, account,
				route, severity, rules, config
			)
			select 'm' || n, 'zendesk:acme:' || n, 'first', 'new', 'w/t', 'w', 'monitored', ${at}, ${at}, ${at} + 900, ${at} + 900,
				'user' || (n % 60000) || '@company' || ${account} || '.example', n * 31 % 101, 'Neutral', 'Export', 'en',
				case when n % 50 = 0 then '["truncated"]' else '[]' end, 'v1', 'matched', 'account-' || ${account},
				'{"status":"matched","id":"account-' || ${account} || '","name":"Company ' || ${account} || '",'
					|| case when ${account} % 5 = 0 then '' else '"mrr":' || (200 + ${account} * 37 % 6000) || ',"currency":"USD",' end
					|| '"renewalDate":"2026-0' || (1 + ${account} % 9) || '-15","owner":{"name":"Owner ' || (${account} % ${OWNERS})
					|| '","email":"owner' || (${account} % ${OWNERS}) || '@team.example"}}',
				'digest', 'low', '[]', 'abc'
			from ${numbers(from, count)}`,
		);
	}
}

function digestAlone(place: string): number {
	const arguments_ = [runFile, 'postgres', place, String(since), 'digest'];
	const out = execFileSync(process.execPath, arguments_, { encoding: 'utf8' });
	const { digestSeconds } = JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as Figures;
	console.log(`  postgres  digest before it has statistics: ${digestSeconds} s`);
	return digestSeconds;
}

function measure(kind: Database['kind'], place: string): Figures {
	const out = execFileSync(process.execPath, [runFile, kind, place, String(since)], {
		encoding: 'utf8',
	});
	const figures = JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as Figures;
	const { messages, seconds, cpuSeconds, rowsPerSecond, peakMegabytes, digestSeconds } = figures;
	console.log(
		`  ${kind.padEnd(9)} ${messages} messages: ${seconds} s (${cpuSeconds} s of the processor), ${rowsPerSecond} rows/s, at most ${peakMegabytes} MB; digest ${digestSeconds} s`,
	);
	return figures;
}

async function benchSqlite(rooms: Rooms): Promise<Figures[]> {
	const all: Figures[] = [];
	for (const size of SIZES) {
		const file = join(folder, `${size}.sqlite`);
		const database = await rooms.openSqlite(file);
		await rooms.migrate(database, new Date());
		await database.query('pragma synchronous = off');
		await fill(database.query, size);
		await database.close();
		all.push(measure('sqlite', file));
		rmSync(file, { force: true });
	}
	return all;
}

async function benchPostgres(rooms: Rooms): Promise<Figures[]> {
	const all: Figures[] = [];
	const server = await startPostgres();
	try {
		for (const size of SIZES) {
			const url = await server.createDatabase();
			const database = await rooms.openPostgres(url);
			await rooms.migrate(database, new Date());
			await fill(database.query, size);
			await database.close();
			const digestSecondsUncounted = digestAlone(url);
			await server.run('vacuum analyze', new URL(url).pathname.slice(1));
			all.push({ ...measure('postgres', url), digestSecondsUncounted });
		}
		return all;
	} finally {
		await server.stop();
	}
}

try {
	const rooms = await loadRooms();
	const isInstalled = postgresPrograms() !== undefined;
	if (!isInstalled) console.log('PostgreSQL is not installed, so it is left out');
	const sqlite = options.only === 'postgres' ? undefined : await benchSqlite(rooms);
	const postgres =
		options.only === 'sqlite' || !isInstalled ? undefined : await benchPostgres(rooms);
	const load = Number(loadavg()[0]?.toFixed(1));
	console.log(JSON.stringify({ sqlite, postgres, load, goals: GOALS }));
} finally {
	rmSync(folder, { recursive: true, force: true });
}
