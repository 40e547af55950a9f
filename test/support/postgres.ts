import { execFile, spawn, type ChildProcess } from 'node:child_process';
import {
	chownSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { undoAtEnd } from '../n8n/lifetime.ts';
import { freePort } from '../n8n/ports.ts';

const run = promisify(execFile);

/** A PostgreSQL server of the tests' own, on loopback, empty, gone when it is stopped. */
export interface PostgresServer {
	/** Address of a fresh database on it. */
	createDatabase(): Promise<string>;
	/** Runs statements as the server's owner. */
	run(sql: string, database?: string): Promise<void>;
	/** Stops it as an outage would, and starts it again on the same data. */
	crash(): Promise<void>;
	start(): Promise<void>;
	stop(): Promise<void>;
	port: number;
}

/** Where Debian and others put the server's programs; undefined when there are none. */
export function postgresPrograms(): string | undefined {
	const folder = '/usr/lib/postgresql';
	const versions = existsSync(folder)
		? readdirSync(folder).sort((a, b) => Number(b) - Number(a))
		: [];
	const found = versions.map((version) => join(folder, version, 'bin'));
	return [...found, '/usr/local/bin', '/usr/bin'].find((bin) => existsSync(join(bin, 'initdb')));
}

/** A role of this name, once a test has made it, needs its password to log in. */
export const USER_WITH_PASSWORD = 'with_password';

/** Why the tests of PostgreSQL are skipped, for their names. */
export const NO_POSTGRES = 'PostgreSQL is not installed. On Debian: apt-get install postgresql';

/**
 * Starts a server; throws when PostgreSQL is not installed.
 * @param isDurable whether commits are written through to the disk, as in earnest; crash() loses
 * nothing either way, since the machine stays
 */
export async function startPostgres({ isDurable = false } = {}): Promise<PostgresServer> {
	const bin = postgresPrograms();
	if (bin === undefined) {
		throw new Error(NO_POSTGRES);
	}
	const data = mkdtempSync(join(tmpdir(), 'cs-alerts-postgres-'));
	const port = await freePort();
	// It refuses to run as root; Debian's package brings a user for it.
	const user = process.getuid?.() === 0 ? await idsOf('postgres') : undefined;
	if (user !== undefined) chownSync(data, user.uid, user.gid);
	const options = { ...user, cwd: data };
	await run(
		join(bin, 'initdb'),
		[
			'--pgdata',
			data,
			'--username',
			'cs',
			'--auth',
			'trust',
			'--encoding',
			'UTF8',
			'--no-locale',
			'--no-sync',
		],
		options,
	);
	// Everybody is let in but this one, who has to know a password.
	const rules = join(data, 'pg_hba.conf');
	const locked = `host all ${USER_WITH_PASSWORD} 127.0.0.1/32 scram-sha-256\n`;
	writeFileSync(rules, locked + readFileSync(rules, 'utf8'));
	let server: ChildProcess | undefined;
	let count = 0;
	const psql = async (sql: string, database = 'postgres') =>
		await run(join(bin, 'psql'), [
			'-h',
			'127.0.0.1',
			'-p',
			String(port),
			'-U',
			'cs',
			'-d',
			database,
			'-c',
			sql,
		]);
	const start = async () => {
		server = spawn(
			join(bin, 'postgres'),
			[
				...['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', data],
				...['-c', 'max_connections=200', ...(isDurable ? [] : ['-c', 'fsync=off'])],
			],
			{ ...options, stdio: 'ignore' },
		);
		for (let tries = 0; ; tries += 1) {
			try {
				await psql('select 1');
				return;
			} catch (error) {
				if (tries > 200) throw error;
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
		}
	};
	const end = async (signal: NodeJS.Signals) => {
		const child = server;
		server = undefined;
		if (child === undefined || child.exitCode !== null) return;
		const gone = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		await gone;
	};
	await start();
	const release = undoAtEnd({
		atOnce: () => {
			server?.kill('SIGQUIT');
			rmSync(data, { recursive: true, force: true });
		},
	});
	return {
		port,
		createDatabase: async () => {
			count += 1;
			const name = `cs_${count}`;
			await psql(`create database ${name}`);
			return `postgres://cs@127.0.0.1:${port}/${name}`;
		},
		run: async (sql, database) => {
			await psql(sql, database);
		},
		// SIGQUIT is PostgreSQL's "immediate" shutdown: as if the machine had gone.
		crash: async () => await end('SIGQUIT'),
		start,
		stop: async () => {
			await end('SIGQUIT');
			rmSync(data, { recursive: true, force: true });
			release();
		},
	};
}

async function idsOf(user: string): Promise<{ uid: number; gid: number }> {
	const id = async (flag: string) => Number((await run('id', [flag, user])).stdout.trim());
	return { uid: await id('-u'), gid: await id('-g') };
}
