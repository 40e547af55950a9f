import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { undoAtEnd } from '../n8n/lifetime.ts';
import { freePort } from '../n8n/ports.ts';

/** A Redis of the tests' own, on loopback, empty, gone when it is stopped. */
export interface RedisServer {
	port: number;
	stop(): Promise<void>;
}

/** Why the tests of queue mode are skipped, for their names. */
export const NO_REDIS = 'Redis is not installed. On Debian: apt-get install redis-server';

/** Where Debian and others put the server; undefined when it is not installed. */
export function redisProgram(): string | undefined {
	return ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find((file) => existsSync(file));
}

/** Starts a server; throws when Redis is not installed. */
export async function startRedis(): Promise<RedisServer> {
	const program = redisProgram();
	if (program === undefined) {
		throw new Error(NO_REDIS);
	}
	const folder = mkdtempSync(join(tmpdir(), 'cs-alerts-redis-'));
	const port = await freePort();
	const child = spawn(
		program,
		[
			'--port',
			String(port),
			'--bind',
			'127.0.0.1',
			'--save',
			'',
			'--appendonly',
			'no',
			'--dir',
			folder,
		],
		{ stdio: 'ignore' },
	);
	const gone = new Promise((resolve) => child.once('exit', resolve));
	const release = undoAtEnd({ atOnce: () => child.kill('SIGKILL') });
	for (let asked = 0; !(await answers(port)); asked += 1) {
		if (asked > 100) throw new Error('Redis did not come up within 5 s');
		await sleep(50);
	}
	return {
		port,
		stop: async () => {
			child.kill('SIGTERM');
			await gone;
			release();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function answers(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}
