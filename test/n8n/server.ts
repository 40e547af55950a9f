import './requireNode24.mjs';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nInstall } from './install.ts';
import { InstallError } from './installErrors.ts';
import { killGroup, spawnGroup, temporaryFolder, undoAtEnd } from './lifetime.ts';
import { runNpm } from './npm.ts';
import { assertPortFree, freePort } from './ports.ts';

/** The person who may log in. */
export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

export const DEFAULT_OWNER: Owner = {
	email: 'owner@example.com',
	password: 'Demo-12345',
	firstName: 'Demo',
	lastName: 'Owner',
};

export interface ServerOptions {
	install: N8nInstall;
	/** Holds the database, packs and log; a temporary one, kept until this process ends, unless told. */
	userFolder?: string;
	/** A free one unless told. */
	port?: number;
	/** How to choose another port, for the error on a busy one, e.g. "pass --port=5679". */
	portAdvice?: string;
	owner?: Partial<Owner>;
	/** Packed tarballs that are installed as community packages before the start. */
	packs?: string[];
	/** Added to n8n's environment, e.g. the outbox's `env`. Nothing else of ours reaches n8n. */
	env?: Record<string, string>;
	/** Longest wait for n8n to come up, in milliseconds. */
	startTimeout?: number;
	/** Which of n8n's processes it is in queue mode; one that does everything unless told. */
	role?: Role;
}

/** n8n's processes: the main one, one that only runs workflows, one that only answers webhooks. */
export type Role = 'main' | 'worker' | 'webhook';

/** Where each of them says that it is up; a worker does so only when its environment asks for it. */
const HEALTH = '/healthz/readiness';

const COMMANDS: Record<Role, string> = { main: 'start', worker: 'worker', webhook: 'webhook' };

/** A real n8n that is up. */
export interface N8nServer {
	/** e.g. "http://127.0.0.1:5678" */
	readonly url: string;
	readonly port: number;
	readonly userFolder: string;
	readonly logFile: string;
	readonly owner: Owner;
	/** n8n's own process id. */
	readonly pid: number;
	/** Milliseconds from start to answering. */
	readonly startedInMs: number;
	/** Ends it as an admin would (SIGTERM, SIGKILL after 30 s), and waits until it is gone. */
	stop(): Promise<void>;
	/** Ends it at once, in the middle of whatever it does, and waits until it is gone. */
	kill(): Promise<void>;
	/** What it has written to its log so far. */
	log(): Promise<string>;
}

const STOP_TIMEOUT_MS = 30_000;
const PRELOAD = new URL('./dieWithParent.ts', import.meta.url).href;

// All that n8n sees of our own environment: a developer's N8N_*, DB_* or proxy settings stay out.
const INHERITED = [
	'PATH',
	'HOME',
	'USER',
	'LANG',
	'TMPDIR',
	'TEMP',
	'TMP',
	'SystemRoot',
	'APPDATA',
];

/**
 * Starts n8n on 127.0.0.1 and returns it once it answers. Start again on the same user folder to
 * restart it. n8n ends with this process, however that ends. Throws PortError when `port` is
 * taken and InstallError with the end of n8n's log when it does not come up.
 */
export async function startN8n(options: ServerOptions): Promise<N8nServer> {
	const started = performance.now();
	const { install, role = 'main' } = options;
	if (options.port !== undefined) {
		await assertPortFree(options.port, options.portAdvice ?? 'choose another port');
	}
	const userFolder = options.userFolder ?? (await temporaryFolder('cs-alerts-n8n-'));
	await mkdir(userFolder, { recursive: true });
	for (const pack of options.packs ?? []) await installPack(userFolder, pack);

	const owner = { ...DEFAULT_OWNER, ...options.owner };
	const port = options.port ?? (await freePort());
	const logFile = join(userFolder, 'n8n.log');
	const log = await open(logFile, 'a');
	const child = spawnGroup(
		install.nodePath,
		['--import', PRELOAD, install.n8nBin, COMMANDS[role]],
		{
			cwd: userFolder,
			env: {
				...inheritedEnvironment(),
				// Compiled once, read by every later start: takes 2 s off each.
				NODE_COMPILE_CACHE: join(install.directory, 'compile-cache'),
				...(await settings(install, userFolder, port, owner)),
				...options.env,
			},
			stdio: ['pipe', log.fd, log.fd],
		},
	);
	await log.close();
	const exited = new Promise<void>((resolve) => {
		child.once('exit', () => resolve());
		child.once('error', () => resolve());
	});
	const end = async (signal: NodeJS.Signals) => {
		await endProcess(child, exited, signal);
		release();
	};
	const release = undoAtEnd({ gently: () => end('SIGTERM') });
	const url = `http://127.0.0.1:${port}`;
	try {
		await waitUntilReady(url + HEALTH, child, options.startTimeout ?? 120_000);
	} catch (error) {
		const tail = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-15).join('\n');
		await end('SIGKILL');
		throw new InstallError(`${(error as Error).message} The end of its log:\n${tail}`);
	}
	return {
		...{ url, port, userFolder, logFile, owner },
		pid: child.pid ?? -1,
		startedInMs: performance.now() - started,
		stop: () => end('SIGTERM'),
		kill: () => end('SIGKILL'),
		log: () => readFile(logFile, 'utf8'),
	};
}

/**
 * Installs a packed tarball into a user folder, in the place and by the command that n8n's own
 * Community nodes screen uses. Needs no network as long as the pack has no dependencies.
 */
export async function installPack(userFolder: string, tarball: string): Promise<void> {
	const folder = join(userFolder, '.n8n', 'nodes');
	await mkdir(folder, { recursive: true });
	const manifest = join(folder, 'package.json');
	// What n8n writes there itself; without it npm would look for a package in the folders above.
	if (!existsSync(manifest)) {
		await writeFile(manifest, `${JSON.stringify({ name: 'installed-nodes', private: true })}\n`);
	}
	const flags = ['--omit=dev', '--omit=peer', '--legacy-peer-deps', '--ignore-scripts'];
	await runNpm(
		[
			'install',
			tarball,
			...flags,
			'--no-audit',
			'--no-fund',
			'--loglevel=error',
			'--prefer-offline',
		],
		{ cwd: folder, logFile: join(userFolder, 'install-pack.log') },
	);
}

/** Where {@link installPack} put a pack: a copy, which a build of the project meanwhile leaves as it is. */
export const installedPack = (userFolder: string, name: string): string =>
	join(userFolder, '.n8n', 'nodes', 'node_modules', name);

function inheritedEnvironment(): Record<string, string> {
	const entries = INHERITED.map((name) => [name, process.env[name]] as const);
	return Object.fromEntries(entries.filter((entry): entry is [string, string] => !!entry[1]));
}

async function settings(
	install: N8nInstall,
	userFolder: string,
	port: number,
	owner: Owner,
): Promise<Record<string, string>> {
	return {
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}`,
		// A second n8n on the same machine stops when the port of the first one's task broker is taken.
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_SECURE_COOKIE: 'false',
		GENERIC_TIMEZONE: 'UTC',
		N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
		N8N_INSTANCE_OWNER_EMAIL: owner.email,
		N8N_INSTANCE_OWNER_FIRST_NAME: owner.firstName,
		N8N_INSTANCE_OWNER_LAST_NAME: owner.lastName,
		N8N_INSTANCE_OWNER_PASSWORD_HASH: await passwordHash(install, userFolder, owner.password),
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	};
}

interface Bcrypt {
	hash(password: string, rounds: number): Promise<string>;
	compare(password: string, hash: string): Promise<boolean>;
}

/** The hash stays the same over restarts: n8n logs everybody out when it changes. */
async function passwordHash(
	install: N8nInstall,
	userFolder: string,
	password: string,
): Promise<string> {
	const file = join(userFolder, 'owner-password-hash');
	const n8nRequire = createRequire(install.n8nBin);
	const bcrypt = n8nRequire('bcryptjs') as Bcrypt;
	const known = existsSync(file) ? await readFile(file, 'utf8') : undefined;
	if (known && (await bcrypt.compare(password, known))) return known;
	const hash = await bcrypt.hash(password, 10);
	await writeFile(file, hash, { mode: 0o600 });
	return hash;
}

async function waitUntilReady(
	address: string,
	child: ChildProcess,
	timeout: number,
): Promise<void> {
	const deadline = performance.now() + timeout;
	while (performance.now() < deadline) {
		if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
			throw new Error(
				`n8n ended while starting (${child.exitCode ?? child.signalCode ?? 'no start'}).`,
			);
		}
		const answer = await fetch(address).catch(() => undefined);
		if (answer?.ok) return;
		await sleep(100);
	}
	throw new Error(`n8n did not come up within ${Math.round(timeout / 1000)} s.`);
}

async function endProcess(
	child: ChildProcess,
	exited: Promise<void>,
	signal: NodeJS.Signals,
): Promise<void> {
	if (signal === 'SIGKILL') killGroup(child, 'SIGKILL');
	else child.kill(signal);
	const timer = setTimeout(() => killGroup(child, 'SIGKILL'), STOP_TIMEOUT_MS);
	await exited;
	clearTimeout(timer);
	// Its task runner may lag behind; the next start must find no one left.
	killGroup(child, 'SIGKILL');
}
