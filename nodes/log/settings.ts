import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { LogError } from './errors';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the log is, the same for every node of an n8n process: no node has a field for it. */
export type LogPlace = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string };

/**
 * Reads where the log is: PostgreSQL where CS_ALERTS_DATABASE_URL (or CS_ALERTS_DATABASE_URL_FILE, a
 * file that holds it, as n8n's own settings have) is set, else a SQLite file in n8n's user folder.
 * @throws LogError in queue mode without PostgreSQL: each process would have a log of its own
 */
export function readLogPlace(environment: Environment = process.env): LogPlace {
	const url = readUrl(environment);
	if (url !== undefined) return { kind: 'postgres', url };
	if (environment.EXECUTIONS_MODE === 'queue') {
		throw new LogError(
			'n8n runs in queue mode, so the log needs a PostgreSQL database that the main instance, the webhook processes and all workers share. Set CS_ALERTS_DATABASE_URL on each of them, e.g. postgres://user:password@host:5432/database, and restart n8n',
		);
	}
	const userFolder = environment.N8N_USER_FOLDER?.trim() || homedir();
	return { kind: 'sqlite', file: join(userFolder, '.n8n', 'cs-alerts', 'log.sqlite') };
}

function readUrl(environment: Environment): string | undefined {
	const url = environment.CS_ALERTS_DATABASE_URL?.trim();
	if (url) return url;
	const file = environment.CS_ALERTS_DATABASE_URL_FILE?.trim();
	if (!file) return undefined;
	let text: string;
	try {
		text = readFileSync(file, 'utf8').trim();
	} catch {
		throw new LogError(
			`CS_ALERTS_DATABASE_URL_FILE names ${file}, which cannot be read. Correct the path, or let the user that runs n8n read it`,
		);
	}
	if (text === '') {
		throw new LogError(
			`CS_ALERTS_DATABASE_URL_FILE names ${file}, which is empty. Write the database's address into it`,
		);
	}
	return text;
}
