/**
 * `npm run bench:log`: what single operations of the log take when it holds a year of messages
 * (`--messages=1000000`), on SQLite and on PostgreSQL with commits on disk. The last line is JSON:
 * milliseconds, the machine's load while they were taken, and goals. `--plans` shows how each statement finds its rows, `--only=sqlite` or
 * `--only=postgres` leaves the other database out.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { build } from 'esbuild';

import type { Database, Query, SqlValue } from '../../nodes/log/database.ts';
import type { Decision, TicketLog } from '../../nodes/log/ticketLog.ts';
import { postgresPrograms, startPostgres } from '../support/postgres.ts';

const { values: options } = parseArgs({
	options: {
		messages: { type: 'string', default: '1000000' },
		only: { type: 'string' },
		plans: { type: 'boolean', default: false },
	},
});
const MESSAGES = Number(options.messages);

/** Milliseconds that 95 of 100 operations must stay within. */
const GOALS = { insert: 5, leaseOf50: 20, history: 10 };

const DAY_MS = 86_400_000;
const ACCOUNTS = 20_000;
const CHUNK = 20_000;
const now = Date.now();

interface Rooms {
	openSqlite(file: string): Promise<Database>;
	openPostgres(url: string): Promise<Database>;
	migrate(database: Database, now: Date): Promise<void>;
	toTicketLog(database: Database): TicketLog;
}

const folder = mkdtempSync(join(tmpdir(), 'cs-alerts-bench-log-'));

async function loadRooms(): Promise<Rooms> {
	const outfile = join(folder, 'log.cjs');
	await build({
		stdin: {
			contents: ['open', 'schema', 'sqlite', 'postgres']
				.map((file) => `export * from './${file}';`)
				.join('\n'),
			resolveDir: join(import.meta.dirname, '../../nodes/log'),
		},
		outfile,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node24',
		logLevel: 'error',
	});
	return createRequire(import.meta.url)(outfile) as Rooms;
}

/** A year of an inbox: most of it quiet, 50 messages an account, a few thousand waiting. */
async function fill(query: Query, kind: Database['kind']): Promise<void> {
	const random = kind === 'sqlite' ? 'lower(hex(randomblob(16)))' : 'gen_random_uuid()::text';
	const numbers = (from: number, count: number) =>
		`(with recursive numbers(n) as (select cast(${from} as bigint) union all select n + 1 from numbers where n < ${from + count - 1}) select n from numbers) numbers`;
	const account = `case when n % 100 = 7 then 'account-loud' else 'account-' || (n * 7919 % ${ACCOUNTS}) end`;
	const at = `(cast(${now} as bigint) - (n * ${Math.round((365 * DAY_MS) / MESSAGES)} + 60000))`;
	const waiting = Math.min(5000, Math.floor(MESSAGES / 10));
	for (let from = 0; from < MESSAGES; from += CHUNK) {
		const count = Math.min(CHUNK, MESSAGES - from);
		await query(
			`insert into @messages (
				id, ticket_key, message_id, event, helpdesk, instance, ticket_id, source, workflow_id, state, reason, attempts,
				due_at, tried_since, received_at, created_at, decided_at, ended_at, payload, subject, requester_email, requester_name, url,
				score, label, topic, language, summary, signals, account_status, account_id, account, route, severity, rules, config
			)
			select ${random}, 'zendesk:acme:' || n, 'first', 'new', 'zendesk', 'acme.zendesk.example', '' || n, 'w/t', 'w',
				case when n < ${waiting} then 'received' when n % 20 = 0 then 'alerted' when n % 20 < 3 then 'updated'
					when n % 20 = 3 then 'skipped' else 'monitored' end,
				'Score 40 is below every rule', 1,
				case when n < ${waiting} then ${at} end, ${at}, ${at}, ${at},
				case when n >= ${waiting} then ${at} + 900 end, case when n >= ${waiting} then ${at} + 1000 end,
				case when n < ${waiting} then '{"key":"zendesk:acme:' || n || '","subject":"Export","body":"${'It fails again. '.repeat(40)}"}' end,
				'The export of report ' || n || ' has failed since Monday', 'user' || (n % 60000) || '@company' || (n % ${ACCOUNTS}) || '.example',
				'Mia Chen', 'https://acme.zendesk.example/agent/tickets/' || n,
				case when n >= ${waiting} then n * 31 % 100 end, 'Neutral', 'Export', 'en', 'A customer says that the export fails and asks for help with it.',
				'[{"name":"outage","riskLevel":"high","weight":12,"quote":"has failed since Monday","start":12,"end":35}]',
				'matched', case when n >= ${waiting} then ${account} end,
				'{"status":"matched","id":"a","name":"Globex","mrr":2400,"currency":"USD","owner":{"name":"Ana","email":"ana@acme.example","slackId":"U123"}}',
				'digest', 'Medium', '[{"id":"mrr","name":"Frustrated and paying","text":"Score 70 ≥ 65, MRR 2,400 ≥ 1,000"}]', 'abc'
			from ${numbers(from, count)}`,
		);
		await query(
			`insert into @deliveries (
				id, once_key, kind, state, alert_id, message_row, attempt, due_at, tried_since, pace_key, channel, recipient, created_at, delivered_at
			)
			select ${random}, 'message:' || n, case when n % 20 = 0 then 'alert' else 'update' end, 'delivered', 'alert-' || (n / 200), 'row-' || n, 1,
				null, ${at}, 'slack:U1', 'slack', 'Ana', ${at}, ${at} + 2000
			from ${numbers(from, count)} where n % 20 < 3`,
		);
		await query(
			`insert into @alerts (id, account_key, account_id, state, severity, score, opened_at, sent_at, last_message_at, delivered_at, closed_at)
			select 'alert-' || (n / 200), 'account:closed-' || n, ${account}, 'closed', 'High', 70, ${at}, ${at}, ${at}, ${at}, ${at}
			from ${numbers(from, count)} where n % 200 = 0`,
		);
		process.stdout.write(`\r  ${from + count} messages`);
	}
	process.stdout.write('\n');
}

const percentile = (times: number[], share: number) => {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
};

type Figures = Record<string, { p50: number; p95: number }>;

async function measure(
	figures: Figures,
	name: string,
	count: number,
	work: (index: number) => Promise<unknown>,
): Promise<void> {
	for (let index = 0; index < Math.ceil(count / 10); index += 1) await work(-1 - index);
	const times: number[] = [];
	for (let index = 0; index < count; index += 1) {
		const started = performance.now();
		await work(index);
		times.push(performance.now() - started);
	}
	const round = (value: number) => Number(value.toFixed(2));
	const figure = { p50: round(percentile(times, 0.5)), p95: round(percentile(times, 0.95)) };
	figures[name] = figure;
	console.log(`  ${name.padEnd(24)} p50 ${figure.p50} ms, p95 ${figure.p95} ms`);
}

/** What any commit has to wait for at least: as much as an insert writes, and on disk. */
async function measureDisk(): Promise<Figures> {
	console.log('The disk alone');
	const figures: Figures = {};
	const handle = openSync(join(folder, 'disk'), 'w');
	const block = Buffer.alloc(32 * 1024, 1);
	await measure(figures, 'fsyncOf32KiB', 300, async () => {
		writeSync(handle, block);
		fsyncSync(handle);
	});
	closeSync(handle);
	return figures;
}

const ticketOf = (id: string) => ({
	key: `zendesk:acme:${id}`,
	messageId: 'first',
	helpdesk: 'zendesk',
	id,
	subject: 'The export has failed since Monday',
	body: 'It fails again. '.repeat(40),
	requester: { email: `mia${id}@globex.example`, name: 'Mia Chen' },
	url: `https://acme.zendesk.example/agent/tickets/${id}`,
});

const accountOf = (index: number) => `account-${(Math.abs(index) * 104_729) % ACCOUNTS}`;

function decisionOf(id: string, index: number): Decision {
	return {
		ticket: ticketOf(id),
		sentiment: {
			score: 70,
			label: 'Frustrated',
			topic: 'Export',
			language: 'en',
			summary: 'A customer says that the export fails.',
			signals: [
				{
					name: 'outage',
					riskLevel: 'high',
					weight: 75,
					quote: 'has failed since Monday',
					start: 12,
					end: 35,
				},
			],
			flags: [],
			version: '1',
		},
		account: {
			status: 'matched',
			id: accountOf(index),
			name: 'Globex',
			mrr: 2400,
			currency: 'USD',
			healthScore: 41,
			owner: { name: 'Ana', email: 'ana@acme.example', slackId: `U${index}` },
		},
		gate: {
			route: 'alert',
			severity: 'high',
			reason: 'Score 70 is at least 65, MRR 2,400 at least 1,000',
			rules: [{ id: 'mrr', text: 'Score 70 ≥ 65, MRR 2,400 ≥ 1,000' }],
			missing: [],
			counterfactual: 'Would not have alerted below a score of 65',
			history: {},
			config: 'abc',
		},
		source: 'w/r',
		workflowId: 'w',
	};
}

/** The operations in the order a message takes them, each on its own, one after the other. */
async function measureAll(log: TicketLog): Promise<Figures> {
	const figures: Figures = {};
	const clock = () => new Date();
	const takeIn = async (id: string) =>
		await log.takeIn({ ticket: ticketOf(id), source: 'w/t2', workflowId: 'w' }, clock());
	await measure(figures, 'insert', 500, async (index) => await takeIn(`insert${index}`));
	await measure(figures, 'insertKnown', 300, async (index) => await takeIn(`insert${index}`));
	await measure(
		figures,
		'insert100AtOnce',
		20,
		async (index) =>
			await Promise.all(
				Array.from({ length: 100 }, async (_, n) => await takeIn(`burst${index}-${n}`)),
			),
	);
	const lease = { source: 'w/t', limit: 50, leaseMs: 120_000, kind: 'normal' } as const;
	const leases = Math.min(50, Math.floor(MESSAGES / 1000));
	await measure(figures, 'leaseOf50', leases, async () => await log.leaseMessages(lease, clock()));
	await measure(figures, 'leaseOfSuspect', 100, async () => {
		await log.leaseMessages({ ...lease, kind: 'suspect' }, new Date(now + DAY_MS));
	});
	await measure(figures, 'leaseOfNothing', 100, async () => {
		await log.leaseMessages({ ...lease, source: 'none' }, clock());
	});
	const since = new Date(now - 30 * DAY_MS);
	await measure(figures, 'history', 300, async (index) => {
		await log.accountMessages([accountOf(index)], since, 50);
	});
	await measure(figures, 'historyOfALoudOne', 100, async () => {
		await log.accountMessages(['account-loud'], since, 50);
	});
	await measure(figures, 'historyOf50', 50, async (index) => {
		const accounts = Array.from({ length: 50 }, (_, n) => accountOf(index * 50 + n));
		await log.accountMessages(accounts, since, 50);
	});
	await measure(figures, 'decision', 300, async (index) => {
		await log.recordDecisions([decisionOf(`insert${index}`, index)], clock());
	});
	await measure(figures, 'decisionsOf50', 20, async (index) => {
		const decisions = Array.from({ length: 50 }, (_, n) =>
			decisionOf(`burst${index}-${n}`, 1000 + index * 50 + n),
		);
		await log.recordDecisions(decisions, clock());
	});
	const leased: Array<{ id: string; attempt: number }> = [];
	await measure(figures, 'deliveryLeased', 300, async () => {
		const { delivery } = await log.leaseDelivery(120_000, clock());
		if (delivery !== undefined) leased.push(delivery);
	});
	await measure(figures, 'deliveryRecorded', 250, async () => {
		const { id = '', attempt = 1 } = leased.pop() ?? {};
		await log.recordDelivery(id, attempt, { isDelivered: true, channel: 'slack' }, clock());
	});
	const find = (name: string, filter: object) =>
		measure(figures, name, 20, async () => await log.findMessages({ limit: 50, ...filter }));
	await find('findNewest', {});
	await find('findFailed', { states: ['failed'] });
	await find('findQuiet', { states: ['monitored', 'unattached', 'alerted'] });
	await find('findOfTicket', { ticketKey: 'zendesk:acme:777' });
	await find('findOfAccount', { accountId: 'account-7' });
	await find('findOfRequester', { requesterEmail: 'user7@company7.example' });
	await find('findCritical', { minimumScore: 95, since });
	await measure(figures, 'find10000', 3, async () => await log.findMessages({ limit: 10_000 }));
	await measure(figures, 'adoptNothing', 20, async () => {
		await log.adoptMessages({ source: 'x', workflowId: 'none', helpdesk: 'zendesk' }, clock());
	});
	await measure(figures, 'purgeOfADay', 5, async (index) => {
		const deleteBefore = new Date(now - (365 - Math.max(index, 0)) * DAY_MS);
		await log.purge({ textsBefore: new Date(deleteBefore.getTime() + DAY_MS), deleteBefore });
	});
	return figures;
}

/** The statements that were run, each once, with the values it was run with. */
function recording(database: Database, seen: Map<string, readonly SqlValue[]>): Database {
	const watch =
		(query: Query): Query =>
		async (text, values = []) => {
			if (!seen.has(text)) seen.set(text, values);
			return await query(text, values);
		};
	return {
		...database,
		query: watch(database.query),
		transaction: async (work) =>
			await database.transaction(async (inside) => await work(watch(inside))),
	};
}

async function showPlans(database: Database, seen: Map<string, readonly SqlValue[]>) {
	for (const [text, values] of seen) {
		const explain = database.kind === 'sqlite' ? 'explain query plan ' : 'explain ';
		const plan = await database.query(`${explain}${text}`, values);
		console.log(`\n${text.replace(/\s+/g, ' ').trim()}`);
		for (const row of plan) console.log(`    ${String(row.detail ?? row['QUERY PLAN'])}`);
	}
}

async function bench(rooms: Rooms, database: Database, sizeOf: () => Promise<string>) {
	const seen = new Map<string, readonly SqlValue[]>();
	const watched = options.plans ? recording(database, seen) : database;
	const figures = await measureAll(rooms.toTicketLog(watched));
	const size = await sizeOf();
	console.log(`  size                     ${size}`);
	if (options.plans) await showPlans(database, seen);
	await database.close();
	return { ...figures, size, load: Number(loadavg()[0]?.toFixed(1)) };
}

async function benchSqlite(rooms: Rooms) {
	console.log(`SQLite, ${MESSAGES} messages`);
	const file = join(folder, 'log.sqlite');
	const empty = await rooms.openSqlite(file);
	await rooms.migrate(empty, new Date());
	await empty.query('pragma synchronous = off');
	await empty.query('pragma cache_size = -2000000');
	await fill(empty.query, 'sqlite');
	await empty.query('pragma wal_checkpoint(truncate)');
	await empty.close();
	const sizeOf = async () =>
		execFileSync('du', ['-h', file], { encoding: 'utf8' }).split('\t')[0] ?? '';
	return await bench(rooms, await rooms.openSqlite(file), sizeOf);
}

async function benchPostgres(rooms: Rooms) {
	console.log(`PostgreSQL, ${MESSAGES} messages`);
	const server = await startPostgres({ isDurable: true });
	try {
		const url = await server.createDatabase();
		const database = await rooms.openPostgres(url);
		await rooms.migrate(database, new Date());
		await fill(database.query, 'postgres');
		await server.run('vacuum analyze', new URL(url).pathname.slice(1));
		await server.run('checkpoint');
		const sizeOf = async () => {
			const [row] = await database.query(
				'select pg_size_pretty(pg_database_size(current_database())) as size',
			);
			return String(row?.size);
		};
		return await bench(rooms, database, sizeOf);
	} finally {
		await server.stop();
	}
}

try {
	const rooms = await loadRooms();
	const disk = await measureDisk();
	const sqlite = options.only === 'postgres' ? undefined : await benchSqlite(rooms);
	const isInstalled = postgresPrograms() !== undefined;
	if (!isInstalled) console.log('PostgreSQL is not installed, so it is left out');
	const postgres =
		options.only === 'sqlite' || !isInstalled ? undefined : await benchPostgres(rooms);
	console.log(JSON.stringify({ disk, sqlite, postgres, goals: GOALS }));
} finally {
	rmSync(folder, { recursive: true, force: true });
}
