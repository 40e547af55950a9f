import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { killGroup, spawnGroup } from './lifetime.ts';

/** npm ended with an error; `log` holds what it wrote. */
export class NpmError extends Error {
	readonly log: string;

	constructor(message: string, log: string) {
		super(message);
		this.name = 'NpmError';
		this.log = log;
	}
}

export interface NpmRun {
	cwd: string;
	logFile: string;
	env?: Record<string, string>;
	signal?: AbortSignal;
}

// What an outer `npm run` hands down about its own package and must not reach an inner npm.
const OUTER = /^(npm_package_|npm_lifecycle_|npm_config_local_prefix$|npm_command$|INIT_CWD$)/i;

function innerEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(([name]) => !OUTER.test(name));
	return { ...Object.fromEntries(kept), NODE_ENV: '', ...extra };
}

/**
 * Runs npm to its end and returns what it wrote to standard output. Everything it writes goes to
 * `logFile`, nothing to the screen. Throws NpmError when it fails.
 */
export async function runNpm(args: string[], run: NpmRun): Promise<string> {
	run.signal?.throwIfAborted();
	// Under `npm run` the running npm itself is called, which also spares Windows its npm.cmd.
	const cli = process.env.npm_execpath;
	const useCli = cli !== undefined && /npm-cli\.c?js$/.test(cli);
	const command = useCli ? process.execPath : 'npm';
	const log = createWriteStream(run.logFile, { flags: 'a' });
	log.write(`> npm ${args.join(' ')}\n`);
	const child = spawnGroup(command, useCli ? [cli, ...args] : args, {
		cwd: run.cwd,
		env: innerEnvironment(run.env),
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: !useCli && process.platform === 'win32',
	});
	let output = '';
	child.stdout?.setEncoding('utf8').on('data', (text: string) => {
		output += text;
		log.write(text);
	});
	child.stderr?.on('data', (text: Buffer) => log.write(text));
	// On SIGTERM npm first finishes, then undoes what it did: minutes. Its folder goes anyway.
	const abort = () => killGroup(child, 'SIGKILL');
	run.signal?.addEventListener('abort', abort);
	try {
		const code = await new Promise<number | null>((resolve, reject) => {
			child.once('error', reject);
			child.once('close', resolve);
		});
		log.end();
		await finished(log);
		run.signal?.throwIfAborted();
		if (code !== 0) {
			throw new NpmError(
				`npm ${args[0]} ended with ${code ?? 'a signal'}.`,
				await readFile(run.logFile, 'utf8'),
			);
		}
		return output;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			throw new NpmError('npm was not found. It comes with Node: https://nodejs.org', '');
		}
		throw error;
	} finally {
		run.signal?.removeEventListener('abort', abort);
		log.end();
	}
}

/** Whether a command can be started here, e.g. "make". */
export async function commandExists(command: string): Promise<boolean> {
	return await new Promise((resolve) => {
		const child = spawn(command, ['--version'], { stdio: 'ignore' });
		child.once('error', () => resolve(false));
		child.once('close', () => resolve(true));
	});
}
