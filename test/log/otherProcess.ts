import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const project = fileURLToPath(new URL('../..', import.meta.url));

export interface OtherProcess {
	/** Runs code with `openLog` at hand in a process of its own, and gives what it wrote. */
	run(code: string, options?: { uid?: number }): Promise<string>;
	/** The same, without waiting; resolves once it has written its first line. */
	start(code: string): Promise<{ kill(): Promise<void>; ended: Promise<string> }>;
	remove(): void;
}

/** The log as another n8n process has it: bundled, since Node.js reads no TypeScript imports without endings. */
export async function bundleLog(): Promise<OtherProcess> {
	const folder = mkdtempSync(join(tmpdir(), 'cs-alerts-log-bundle-'));
	chmodSync(folder, 0o755);
	const file = join(folder, 'log.cjs');
	await build({
		entryPoints: [join(project, 'nodes/log/open.ts')],
		outfile: file,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node24',
		logLevel: 'error',
	});
	const launch = (code: string, uid?: number) => {
		const script = `const { openLog } = require(${JSON.stringify(file)}); (async () => { ${code} })().catch((error) => console.log(error.name + ': ' + error.message));`;
		const child = spawn(process.execPath, ['--no-warnings', '-e', script], {
			cwd: '/',
			stdio: ['ignore', 'pipe', 'inherit'],
			...(uid !== undefined && { uid, gid: uid }),
		});
		let text = '';
		child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
		const ended = new Promise<string>((resolve) => child.once('close', () => resolve(text.trim())));
		const started = new Promise((resolve) => child.stdout.once('data', resolve));
		return { child, ended, started };
	};
	return {
		run: async (code, { uid } = {}) => await launch(code, uid).ended,
		start: async (code) => {
			const { child, ended, started } = launch(code);
			await started;
			return {
				ended,
				kill: async () => {
					child.kill('SIGKILL');
					await ended;
				},
			};
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
