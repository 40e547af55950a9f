import { EventEmitter } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Database, News, Query, SqlRow, SqlValue } from './database';
import { LogError } from './errors';

/** How long a statement waits while another process writes: longer than any commit of ours takes. */
const LOCK_PATIENCE_MS = 4000;
/** The driver waits in the foreground and holds up all of n8n, so its own waits are short and ours are in between. */
const FOREGROUND_WAIT_MS = 20;
const BETWEEN_TRIES_MS = 40;

/**
 * Opens the log's file, making it and its folder where they are missing: 0600, since customers' words
 * are in it, in WAL mode with every commit on disk (`synchronous=FULL`) before anybody is answered.
 * @throws LogError saying what to do when it cannot be opened
 */
export async function openSqlite(file: string): Promise<Database> {
	const connection = await connect(file);
	const statements = new Map<string, StatementSync>();
	const news = new EventEmitter().setMaxListeners(0);
	let queue: Promise<unknown> = Promise.resolve();

	/** One at a time: a statement of someone else must not slip into a transaction. */
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const turn = queue.then(work);
		queue = turn.catch(() => undefined);
		return turn;
	};
	const runNow: Query = async <Row extends SqlRow>(
		text: string,
		values: readonly SqlValue[] = [],
	) =>
		await patiently(file, () => {
			let statement = statements.get(text);
			if (statement === undefined) {
				statement = connection.prepare(toSqlite(text));
				statements.set(text, statement);
			}
			return statement.all(...values) as Row[];
		});
	const control = async (text: string) =>
		await patiently(file, () => {
			connection.exec(text);
		});

	return {
		kind: 'sqlite',
		place: file,
		query: async (text, values) => await inTurn(async () => await runNow(text, values)),
		transaction: async (work) =>
			await inTurn(async () => {
				await control('begin immediate');
				try {
					const result = await work(runNow);
					await control('commit');
					return result;
				} catch (error) {
					// A full disk may have ended the transaction already.
					if (connection.isTransaction) connection.exec('rollback');
					throw error;
				}
			}),
		announce: (kind) => news.emit(kind),
		onNews: (kind: News, listener) => {
			news.on(kind, listener);
			return () => news.off(kind, listener);
		},
		close: async () =>
			await inTurn(async () => {
				statements.clear();
				connection.close();
			}),
	};
}

async function connect(file: string): Promise<DatabaseSync> {
	const { DatabaseSync: Connection } = await loadSqlite();
	return await patiently(file, () => {
		mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
		// SQLite makes its own files as readable as this one.
		closeSync(openSync(file, 'a', 0o600));
		const connection = new Connection(file, { timeout: FOREGROUND_WAIT_MS });
		try {
			connection.exec(
				'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma journal_size_limit = 67108864',
			);
		} catch (error) {
			connection.close();
			throw error;
		}
		return connection;
	});
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

/** Runs `work` again while another process holds the file, then says so. */
async function patiently<T>(file: string, work: () => T): Promise<T> {
	const until = Date.now() + LOCK_PATIENCE_MS;
	for (;;) {
		try {
			return work();
		} catch (error) {
			if (!isLocked(error) || Date.now() > until) throw explain(error, file);
			await sleep(BETWEEN_TRIES_MS);
		}
	}
}

const BUSY = 5;
const LOCKED = 6;

function resultCodeOf(error: unknown): number | undefined {
	const code = (error as { errcode?: unknown } | undefined)?.errcode;
	// The upper bits tell sub-kinds (SQLite, "Result and Error Codes").
	return typeof code === 'number' ? code & 0xff : undefined;
}

function isLocked(error: unknown): boolean {
	const code = resultCodeOf(error);
	return code === BUSY || code === LOCKED;
}

/** SQLite's result codes and the file system's, in words a person can act on. */
function explain(cause: unknown, file: string): unknown {
	if (cause instanceof LogError) return cause;
	const system = (cause as NodeJS.ErrnoException).code;
	const say = (message: string, isPassing = false) =>
		new LogError(message, { isPassing, code: system });
	switch (resultCodeOf(cause)) {
		case BUSY:
		case LOCKED:
			return say(
				`The log ${file} is held by another process. Stop whatever else has it open (a backup, a second n8n); it is tried again by itself`,
				true,
			);
		case 8:
		case 3:
		case 14:
			return say(
				`The log ${file} cannot be written. Give the user that runs n8n write access to the folder and the file`,
				true,
			);
		case 13:
			return say(
				`The disk of the log ${file} is full. Make room; it is tried again by itself`,
				true,
			);
		case 10:
			return say(
				`The disk of the log ${file} reports an error. Check the disk and its mount`,
				true,
			);
		case 11:
		case 26:
			return say(
				`The log ${file} is damaged or is no SQLite file. Move it away with its -wal and -shm files and restore a backup; a new one is made where there is none`,
			);
		default:
			break;
	}
	if (system === 'ENOSPC') {
		return say(`The disk of the log ${file} is full. Make room; it is tried again by itself`, true);
	}
	if (system === 'EACCES' || system === 'EPERM' || system === 'EROFS') {
		return say(
			`The log ${file} cannot be written (${system}). Give the user that runs n8n write access to the folder and the file`,
			true,
		);
	}
	if (system === 'ENOTDIR' || system === 'EEXIST' || system === 'EISDIR') {
		return say(`The log's place ${file} is taken by something else (${system}). Move that away`);
	}
	return cause;
}
