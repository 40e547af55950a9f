import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

interface StepOptions {
	/** Keep the output back and show it only when the step fails. */
	quiet?: boolean;
}

/** Runs a command of node_modules/.bin (or Node itself) and resolves with its exit code. */
export async function runStep(
	command: string,
	args: string[],
	{ quiet = false }: StepOptions = {},
): Promise<number> {
	const bin = join(PROJECT, 'node_modules', '.bin');
	const kept: Buffer[] = [];
	const child = spawn(command === 'node' ? process.execPath : join(bin, command), args, {
		cwd: PROJECT,
		stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
		env: { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}` },
		shell: process.platform === 'win32',
	});
	for (const stream of [child.stdout, child.stderr])
		stream?.on('data', (chunk: Buffer) => kept.push(chunk));
	const code = await new Promise<number>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (exitCode) => {
			resolve(exitCode ?? 1);
		});
	});
	if (code !== 0 && quiet) process.stderr.write(Buffer.concat(kept));
	return code;
}

/** Builds the pack: n8n's own build, then the bundled libraries. */
export async function buildPack(options: StepOptions = {}): Promise<void> {
	for (const [command, args] of [
		['n8n-node', ['build']],
		['node', ['test/build/bundleLibraries.ts']],
	] as const) {
		const code = await runStep(command, [...args], options);
		if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with status ${code}`);
	}
}
