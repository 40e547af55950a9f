import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { InstallError } from './installErrors.ts';
import { undoAtEnd } from './lifetime.ts';

/** How often a sign of life is given, to other processes and to the person who waits. */
export const HEARTBEAT_MS = 3_000;

// A build that has given no sign of life for so long was killed, and its folder may go.
const ABANDONED_MS = 60_000;
const BUILDING = '.building';
const ABANDONED = '.abandoned-';

/**
 * Fills the folder `target` by `build`, which gets a folder to work in and a signal that aborts on
 * Ctrl-C. The working folder becomes `target` only when the build is done, so `target` is whole or
 * absent. When another process is building the same folder, waits for it instead. After an error or
 * Ctrl-C the working folder is removed; one left by a killed process goes with the next build.
 */
export async function buildOnce(
	target: string,
	onProgress: (line: string) => void,
	build: (building: string, signal: AbortSignal) => Promise<void>,
	heartbeatMs: number = HEARTBEAT_MS,
): Promise<void> {
	const building = `${target}${BUILDING}`;
	await mkdir(dirname(target), { recursive: true });
	await removeAbandoned(dirname(target), onProgress);
	if (!(await takeTurn(target, building, onProgress, heartbeatMs))) return;

	const interruption = new AbortController();
	const done = Promise.withResolvers<void>();
	const release = undoAtEnd({
		gently: async () => {
			onProgress(`Interrupted: removing the half-made ${basename(building)} …`);
			interruption.abort(new InstallError('The install was interrupted. Nothing was left behind.'));
			await done.promise;
		},
	});
	const owner = randomUUID();
	await writeFile(join(building, 'owner'), owner);
	const heartbeat = setInterval(() => {
		const now = new Date();
		utimes(building, now, now).catch(() => {});
	}, heartbeatMs);
	try {
		await build(building, interruption.signal);
		// A laptop that slept through the build looks abandoned to others.
		if ((await readFile(join(building, 'owner'), 'utf8')) !== owner) {
			throw new InstallError('Another process took over the install. Please run it again.');
		}
		await rename(building, target);
	} catch (error) {
		await rm(building, { recursive: true, force: true, maxRetries: 3 });
		throw error;
	} finally {
		clearInterval(heartbeat);
		done.resolve();
		release();
	}
}

/** Whether it is ours to build: false when another process has built it while we waited. */
async function takeTurn(
	target: string,
	building: string,
	onProgress: (line: string) => void,
	heartbeatMs: number,
): Promise<boolean> {
	const started = performance.now();
	for (;;) {
		try {
			await mkdir(building);
			return true;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
		const seconds = Math.round((performance.now() - started) / 1000);
		onProgress(`Another process is installing n8n; waiting for it … ${seconds} s`);
		await sleep(heartbeatMs);
		if (existsSync(target)) return false;
		await removeAbandoned(dirname(target), onProgress);
	}
}

async function removeAbandoned(
	directory: string,
	onProgress: (line: string) => void,
): Promise<void> {
	for (const name of await readdir(directory)) {
		const path = join(directory, name);
		if (name.endsWith(BUILDING)) {
			const silence =
				Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
			if (silence < ABANDONED_MS) continue;
			const abandoned = `${path}${ABANDONED}${randomUUID().slice(0, 8)}`;
			// Of several that find it, one succeeds in renaming it, and that one removes it.
			try {
				await rename(path, abandoned);
			} catch {
				continue;
			}
			onProgress(`Removing what an interrupted install left: ${name}`);
			await rm(abandoned, { recursive: true, force: true, maxRetries: 3 });
		} else if (name.includes(`${BUILDING}${ABANDONED}`)) {
			await rm(path, { recursive: true, force: true, maxRetries: 3 });
		}
	}
}
