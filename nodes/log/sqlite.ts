import { EventEmitter } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Database, News, Query, SqlRow, SqlValue } from './database';
import { LogError } from './errors';
import { storableValues } from './rows';
import { explainSqlite, isLocked, needsReopening } from './sqliteErrors';

/** How long a statement waits while another process writes: longer than any commit of ours takes. */
const LOCK_PATIENCE_MS = 4000;
/** The driver waits in the foreground and holds up all of n8n, so its own waits are short and ours are in between. */
const FOREGROUND_WAIT_MS = 20;
const BETWEEN_TRIES_MS = 40;
/** Most statements of one commit: they run in the foreground, too. */
const MOST_OF_A_COMMIT = 100;

const WAL_BYTES_KEPT = 64 * 1024 * 1024;
/** Enough for the upper levels of all indexes over a million messages. */
const CACHE_KIB = 16_384;

/** Listeners of a file stay when it is opened anew. */
const newsOfFiles = new Map<string, EventEmitter>();

interface Statement {
	text: string;
	values: readonly SqlValue[];
	/** When it gives up waiting for another process, in milliseconds since 1970. */
	until: number;
	resolve(rows: SqlRow[]): void;
	reject(error: unknown): void;
}

/**
 * Opens the log's file, making it and its folder where they are missing: 0600, since customers' words
 * are in it, in WAL mode with every commit on disk (`synchronous=FULL`) before anybody is answered. What is deleted
 * is overwritten (`secure_delete`), so that words which left the log are not in the file either.
 * @param onLost called once when the file can only be used again by opening it anew
 * @throws LogError saying what to do when it cannot be opened
 */
export async function openSqlite(file: string, onLost: () => void = () => {}): Promise<Database> {
	const connection = await connect(file);
	const prepared = new Map<string, StatementSync>();
	const news = newsOf(file);
	let queue: Promise<unknown> = Promise.resolve();
	let waiting: Statement[] = [];

	/** One at a time: a statement of someone else must not slip into a transaction. */
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const turn = queue.then(work);
		queue = turn.catch(() => undefined);
		return turn;
	};
	const close = () => {
		prepared.clear();
		if (connection.isOpen) connection.close();
	};
	const attempt = async <T>(until: number, work: () => T): Promise<T> =>
		await patiently(file, until, work, () => {
			close();
			onLost();
		});
	const runNow = async (text: string, values: readonly SqlValue[], until: number) =>
		await attempt(until, () => {
			let statement = prepared.get(text);
			if (statement === undefined) {
				statement = connection.prepare(toSqlite(text));
				prepared.set(text, statement);
			}
			return statement.all(...storableValues(values)) as SqlRow[];
		});
	const inTransaction = async <T>(until: number, work: () => Promise<T>): Promise<T> => {
		await attempt(until, () => connection.exec('begin immediate'));
		try {
			const result = await work();
			await attempt(until, () => connection.exec('commit'));
			return result;
		} catch (error) {
			// A full disk may have ended the transaction already.
			if (connection.isOpen && connection.isTransaction) connection.exec('rollback');
			throw error;
		}
	};
	/** All statements that came while the disk was busy share one commit; each is answered after it. */
	const commitWaiting = async () => {
		const group = waiting.slice(0, MOST_OF_A_COMMIT);
		waiting = waiting.slice(group.length);
		if (waiting.length > 0) void inTurn(commitWaiting);
		await answerAll(
			group,
			runNow,
			inTransaction,
			() => connection.isOpen && connection.isTransaction,
		);
	};

	return {
		kind: 'sqlite',
		place: file,
		query: async <Row extends SqlRow>(text: string, values: readonly SqlValue[] = []) =>
			await new Promise<Row[]>((resolve, reject) => {
				waiting.push({
					text,
					values,
					until: Date.now() + LOCK_PATIENCE_MS,
					resolve: (rows) => resolve(rows as Row[]),
					reject,
				});
				if (waiting.length === 1) void inTurn(commitWaiting);
			}),
		transaction: async (work) => {
			const until = Date.now() + LOCK_PATIENCE_MS;
			const query: Query = async <Row extends SqlRow>(
				text: string,
				values: readonly SqlValue[] = [],
			) => (await runNow(text, values, until)) as Row[];
			return await inTurn(async () => await inTransaction(until, async () => await work(query)));
		},
		cleanFiles: async () =>
			await inTurn(async () => {
				const until = Date.now() + LOCK_PATIENCE_MS;
				const [row] = await runNow('pragma wal_checkpoint(truncate)', [], until);
				return row !== undefined && row.busy === 0;
			}),
		announce: (kind) => news.emit(kind),
		onNews: (kind: News, listener) => {
			news.on(kind, listener);
			return () => news.off(kind, listener);
		},
		close: async () => await inTurn(async () => close()),
	};
}

/** Runs a group of statements and answers each of them once they are on disk. Never throws. */
async function answerAll(
	group: readonly Statement[],
	run: (text: string, values: readonly SqlValue[], until: number) => Promise<SqlRow[]>,
	inTransaction: <T>(until: number, work: () => Promise<T>) => Promise<T>,
	isInTransaction: () => boolean,
): Promise<void> {
	const [first] = group;
	if (first === undefined) return;
	if (group.length === 1) {
		await run(first.text, first.values, first.until).then(first.resolve, first.reject);
		return;
	}
	const answers: Array<() => void> = [];
	try {
		await inTransaction(first.until, async () => {
			for (const { text, values, until, resolve, reject } of group) {
				try {
					const rows = await run(text, values, until);
					answers.push(() => resolve(rows));
				} catch (error) {
					// A statement that is refused takes back itself alone, unless it ended the transaction.
					if (!isInTransaction()) throw error;
					answers.push(() => reject(error));
				}
			}
		});
	} catch (error) {
		for (const { reject } of group) reject(error);
		return;
	}
	for (const answer of answers) answer();
}

function newsOf(file: string): EventEmitter {
	const known = newsOfFiles.get(file);
	if (known !== undefined) return known;
	const news = new EventEmitter().setMaxListeners(0);
	newsOfFiles.set(file, news);
	return news;
}

async function connect(file: string): Promise<DatabaseSync> {
	const { DatabaseSync: Connection } = await loadSqlite();
	return await patiently(file, Date.now() + LOCK_PATIENCE_MS, () => {
		makeFolder(dirname(file));
		// SQLite makes its own files as readable as this one.
		closeSync(openSync(file, 'a', 0o600));
		const connection = new Connection(file, { timeout: FOREGROUND_WAIT_MS });
		try {
			connection.exec(
				`pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;
				pragma journal_size_limit = ${WAL_BYTES_KEPT}; pragma cache_size = -${CACHE_KIB}`,
			);
		} catch (error) {
			connection.close();
			throw error;
		}
		return connection;
	});
}

/** Node's own recursive way never ends where a file system refuses folders, as /proc does (24.21). */
function makeFolder(folder: string): void {
	if (existsSync(folder)) return;
	makeFolder(dirname(folder));
	try {
		mkdirSync(folder, { mode: 0o700 });
	} catch (error) {
		// Another process may just have made it.
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
}

async function loadSqlite(): Promise<typeof import('node:sqlite')> {
	try {
		return await import('node:sqlite');
	} catch {
		throw new LogError(
			`The log needs Node.js 22.13 or newer, this is ${process.version}. Update Node.js (n8n 2.41 needs 24 anyway), or set CS_ALERTS_DATABASE_URL to a PostgreSQL database`,
		);
	}
}

function toSqlite(text: string): string {
	return text
		.replace(/\{list (\$\d+)\}/g, '(select value from json_each($1))')
		.replace(/\$(\d+)/g, '?$1')
		.replace(/@(\w+)/g, '$1')
		.replaceAll('{skip locked}', '')
		.replaceAll('{identity}', 'integer primary key autoincrement');
}

/** Runs `work` again while another process holds the file, then says so. It is always tried once. */
async function patiently<T>(
	file: string,
	until: number,
	work: () => T,
	onLost: () => void = () => {},
): Promise<T> {
	for (;;) {
		try {
			return work();
		} catch (error) {
			if (needsReopening(error)) onLost();
			if (!isLocked(error) || Date.now() > until) throw explainSqlite(error, file);
			await sleep(BETWEEN_TRIES_MS);
		}
	}
}
