import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { SetupResult } from '../../nodes/core/setupCheck/setupPage.ts';
import { outputOf } from '../n8n/client.ts';
import type { Rig } from '../support/rig.ts';

const FILE = 'setup.json';

export interface CheckedSetup {
	/** Path of the page that Setup shows. */
	file: string;
	/** What it found wrong, in its own words: none, when all is as it should be. */
	problems: string[];
	warnings: string[];
}

/** Sends the test alert of CS Alerts Setup, then has it look at everything, and keeps its page in a folder. */
export async function writeSetupPage(
	{ n8n, workflows, outbox, idle }: Rig,
	folder: string,
): Promise<CheckedSetup> {
	const { id } = workflows[FILE];
	await n8n.runManually(id, 'Send Test Alert');
	await outbox.waitFor((message) => JSON.stringify(message).includes('Example Customer (test)'));
	await idle();
	const run = await n8n.runManually(id, 'Run Setup');
	const { checks, html } = outputOf(run, 'Check Setup')[0] as unknown as SetupResult;
	mkdirSync(folder, { recursive: true });
	const file = join(folder, 'setup.html');
	writeFileSync(file, html);
	const wordsOf = (status: string) =>
		checks.filter((check) => check.status === status).map(({ name, found }) => `${name}: ${found}`);
	return { file, problems: wordsOf('problem'), warnings: wordsOf('warning') };
}
