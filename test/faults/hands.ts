import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Pool } from 'pg';

import { ANNOUNCE } from '../../nodes/log/postgresNews';

/** What a person could do to the log in its database, past the nodes. */
export interface Hands {
	/** Runs one statement, "@" before the names of tables; returns how many rows it changed. */
	change(sql: string): Promise<number>;
	/** Makes everything due now that waits for its time, so that no test waits for minutes. */
	hurry(): Promise<void>;
	/** Ends leases by their tokens, as time would: only for runs that are gone. */
	endLeases(tokens: readonly string[]): Promise<void>;
	close(): Promise<void>;
}

const SOON = [
	`update @messages set due_at = 1 where state = 'received' and lease_token is null and due_at > {now}`,
	'update @deliveries set due_at = 1 where lease_token is null and due_at > {now}',
];

/** Hands on the SQLite log in n8n's user folder. */
export function sqliteHands(userFolder: string): Hands {
	const file = logFile(userFolder);
	return hands(async (sql) => {
		const database = new DatabaseSync(file, { timeout: 10_000 });
		try {
			return Number(database.prepare(sql.replaceAll('@', '')).run().changes);
		} finally {
			database.close();
		}
	});
}

export const logFile = (userFolder: string) => join(userFolder, '.n8n', 'cs-alerts', 'log.sqlite');

/** Hands on the log in PostgreSQL; n8n is woken, so that it does not have to look by itself. */
export function postgresHands(connectionString: string): Hands {
	const pool = new Pool({ connectionString, max: 1 });
	pool.on('error', () => {});
	return hands(
		async (sql) => {
			const { rowCount } = await pool.query(sql.replaceAll('@', 'cs_alerts.'));
			for (const news of ['inbox', 'outbox']) {
				await pool.query(ANNOUNCE, [news]);
			}
			return rowCount ?? 0;
		},
		async () => await pool.end(),
	);
}

function hands(change: Hands['change'], close = async () => {}): Hands {
	return {
		change,
		hurry: async () => {
			for (const sql of SOON) await change(sql.replaceAll('{now}', String(Date.now())));
		},
		endLeases: async (tokens) => {
			const list = tokens.map((token) => `'${token}'`).join(', ');
			if (tokens.length === 0) return;
			for (const table of ['messages', 'deliveries']) {
				await change(`update @${table} set lease_until = 1 where lease_token in (${list})`);
			}
		},
		close,
	};
}
