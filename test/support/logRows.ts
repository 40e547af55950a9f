import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Pool } from 'pg';

/** One row of a table of the log, by its columns (nodes/log/schema.ts). */
export type LogRow = Record<string, string | number | null>;
export type LogTable = 'messages' | 'alerts' | 'deliveries' | 'follow_ups';

/** The log as it stands in its database, read past the nodes. */
export interface LogRows {
	/** All rows of a table, oldest first; none before the log was first opened. */
	all(table: LogTable): Promise<LogRow[]>;
	/** The messages of one ticket. */
	messagesOf(ticketKey: string): Promise<LogRow[]>;
	/** The deliveries of one ticket's messages. */
	deliveriesOf(ticketKey: string): Promise<LogRow[]>;
	close(): Promise<void>;
}

const ORDER: Record<LogTable, string> = {
	messages: 'received_at',
	alerts: 'opened_at',
	deliveries: 'seq',
	follow_ups: 'at',
};

const fileIn = (userFolder: string) => join(userFolder, '.n8n', 'cs-alerts', 'log.sqlite');

/** Makes all that waits for a later try due at once, as if its time had come. */
export function endWaits(userFolder: string): void {
	const database = new DatabaseSync(fileIn(userFolder), { timeout: 5000 });
	try {
		for (const table of ['messages', 'deliveries', 'notices']) {
			database.exec(
				`update ${table} set due_at = 1 where due_at is not null and lease_token is null`,
			);
		}
	} finally {
		database.close();
	}
}

/** Times in the log's columns; a day in `account_facts` is no time. */
const IS_TIME = /(?:^|_)(?:at|until|since)$/;

/**
 * Lets time pass for everything in the log, as if it had all happened so much earlier: what n8n itself
 * keeps stays as it is.
 */
export function letTimePass(userFolder: string, ms: number): void {
	const database = new DatabaseSync(fileIn(userFolder), { timeout: 5000 });
	try {
		database.exec('begin immediate');
		const tables = database.prepare(`select name from sqlite_master where type = 'table'`).all();
		for (const { name } of tables) {
			const columns = database
				.prepare(`select name from pragma_table_info('${String(name)}')`)
				.all();
			const times = columns.map((column) => String(column.name)).filter((one) => IS_TIME.test(one));
			if (times.length === 0) continue;
			const changes = times.map((column) => `${column} = ${column} - ${Math.round(ms)}`);
			database.exec(`update ${String(name)} set ${changes.join(', ')}`);
		}
		database.exec('commit');
	} finally {
		database.close();
	}
}

/** Reads the SQLite log in n8n's user folder. */
export function sqliteLogRows(userFolder: string): LogRows {
	const file = fileIn(userFolder);
	return logRows(async (sql, values) => {
		if (!existsSync(file)) return [];
		const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
		try {
			return database.prepare(sql.replaceAll('@', '')).all(...values) as LogRow[];
		} finally {
			database.close();
		}
	});
}

/** Reads the log in PostgreSQL. */
export function postgresLogRows(connectionString: string): LogRows {
	const pool = new Pool({ connectionString, max: 2 });
	// The tests stop the server at times; the next question connects anew.
	pool.on('error', () => {});
	return logRows(
		async (sql, values) => {
			const numbered = values.reduce<string>(
				(text, _value, index) => {
					return text.replace('?', `$${index + 1}`);
				},
				sql.replaceAll('@', 'cs_alerts.'),
			);
			return (await pool.query<LogRow>(numbered, values)).rows;
		},
		async () => await pool.end(),
	);
}

function logRows(
	query: (sql: string, values: string[]) => Promise<LogRow[]>,
	close = async () => {},
): LogRows {
	return {
		all: async (table) => await query(`select * from @${table} order by ${ORDER[table]}`, []),
		messagesOf: async (ticketKey) =>
			await query('select * from @messages where ticket_key = ? order by received_at', [ticketKey]),
		deliveriesOf: async (ticketKey) =>
			await query(
				`select * from @deliveries where message_row in (select id from @messages where ticket_key = ?)
				order by seq`,
				[ticketKey],
			),
		close,
	};
}
