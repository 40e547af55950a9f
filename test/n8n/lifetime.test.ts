import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const LIFETIME = new URL('./lifetime.ts', import.meta.url).href;

/**
 * Runs a script that has `undoAtEnd` and `spawnGroup`, until it and all that share its output have
 * ended; returns the output and the exit code.
 */
async function run(script: string): Promise<{ output: string; code: number | null }> {
	const source = `import { spawnGroup, undoAtEnd } from '${LIFETIME}';\n${script}`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
	const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
	return { output, code };
}

// It holds the output open: `run` ends only when this one has ended too.
const START_CHILD = `
spawnGroup(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: ['ignore', 'inherit', 'ignore'] });`;

describe.skipIf(process.platform === 'win32')('a process that started others', () => {
	it('undoes everything, the newest first, on Ctrl-C and exits as interrupted', async () => {
		const { output, code } = await run(`
			undoAtEnd({ gently: async () => console.log('first'), atOnce: () => console.log('last') });
			undoAtEnd({ gently: async () => console.log('second') });
			undoAtEnd({ gently: async () => console.log('let go') })();
			setInterval(() => {}, 1000);
			process.kill(process.pid, 'SIGINT');`);
		expect(output.trim().split('\n')).toEqual(['second', 'first', 'last']);
		expect(code).toBe(130);
	});

	it.each([
		['an uncaught error', "process.stderr.write = () => true; throw new Error('boom');", 1],
		['process.exit', 'process.exit(3);', 3],
		['SIGTERM', "process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000);", 143],
	])('takes its children with it on %s', async (_, ending, expected) => {
		const { code } = await run(`${START_CHILD}\n${ending}`);
		expect(code).toBe(expected);
	});
});
