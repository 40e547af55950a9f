import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';

import { afterEach, beforeEach } from 'vitest';

import { openLog } from '../../nodes/log/open';
import type { LoggedMessage, TicketLog } from '../../nodes/log/ticketLog';

const NAMES = [
	'N8N_USER_FOLDER',
	'CS_ALERTS_DATABASE_URL',
	'CS_ALERTS_DATABASE_URL_FILE',
	'EXECUTIONS_MODE',
] as const;

/** Gives each test of a file an n8n user folder of its own, and with it a log that is empty and real. */
export function useTemporaryLog() {
	const kept = new Map<string, string | undefined>();
	let folder = '';
	beforeEach(() => {
		for (const name of NAMES) {
			kept.set(name, process.env[name]);
			delete process.env[name];
		}
		folder = mkdtempSync(join(tmpdir(), 'cs-alerts-nodes-'));
		process.env.N8N_USER_FOLDER = folder;
	});
	afterEach(async () => {
		process.env.N8N_USER_FOLDER = folder;
		delete process.env.EXECUTIONS_MODE;
		await openLog().then(
			async (log) => await log.close(),
			() => undefined,
		);
		for (const [name, value] of kept) {
			if (value === undefined) delete process.env[name];
			else process.env[name] = value;
		}
		rmSync(folder, { recursive: true, force: true });
	});
	return {
		open: async (): Promise<TicketLog> => await openLog(),
		messages: async (): Promise<LoggedMessage[]> =>
			await (await openLog()).findMessages({ limit: 1000, includeTests: true }),
		/** Where n8n's user folder is in this test. */
		folder: () => folder,
	};
}

/** Lets everything happen that waits for nothing but its turn; works under fake timers, too. */
export async function settle(): Promise<void> {
	for (let turns = 0; turns < 30; turns += 1) await turn();
}

/** Waits, a turn at a time, until something holds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	for (let turns = 0; turns < 5000; turns += 1) {
		if (await holds()) return;
		await turn();
	}
	throw new Error('It never came to hold');
}
