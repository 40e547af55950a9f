import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { build } from 'esbuild';

import { installedPack } from '../n8n/server.ts';
import type { Rig } from '../support/rig.ts';

const PROJECT = join(import.meta.dirname, '../..');

/**
 * Tells a made-up quarter by CS Alert Report, as pages in a folder. n8n's libraries load as CommonJS only, hence the
 * bundle and the process of its own. Its nodes are those that the rig's n8n has installed.
 * @returns the path of each report's page, by operation
 */
export async function writeQuarterReports(
	{ server }: Rig,
	folder: string,
): Promise<Record<string, string>> {
	mkdirSync(folder, { recursive: true });
	const temporary = mkdtempSync(join(tmpdir(), 'cs-alerts-quarter-run-'));
	try {
		const outfile = join(temporary, 'quarter.cjs');
		await build({
			entryPoints: [join(import.meta.dirname, 'quarter.ts')],
			outfile,
			bundle: true,
			platform: 'node',
			target: 'node24',
			format: 'cjs',
			packages: 'external',
			logLevel: 'error',
		});
		const pack = installedPack(server.userFolder, 'n8n-nodes-cs-alerts');
		const { stdout } = await promisify(execFile)(process.execPath, [outfile, pack, folder], {
			env: { ...process.env, NODE_PATH: join(PROJECT, 'node_modules') },
			maxBuffer: 16 * 1024 * 1024,
		});
		return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<string, string>;
	} finally {
		rmSync(temporary, { recursive: true, force: true });
	}
}
