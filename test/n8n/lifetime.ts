import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

/** What has to be undone when this process ends before its time. */
export interface Undo {
	/** Runs on Ctrl-C, SIGTERM and SIGHUP, newest first, before the process exits. */
	gently?: () => Promise<void>;
	/** Runs last, whatever ends the process (also process.exit and an uncaught error): no waiting. */
	atOnce?: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const undoes = new Set<Undo>();
let interrupted = false;

async function onSignal(signal: (typeof SIGNALS)[number]): Promise<void> {
	const code = 128 + constants.signals[signal];
	// A second Ctrl-C does not wait for a tidy end.
	if (interrupted) process.exit(code);
	interrupted = true;
	for (const undo of [...undoes].reverse()) {
		try {
			await undo.gently?.();
		} catch (error) {
			process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		}
	}
	process.exit(code);
}

function onExit(): void {
	for (const undo of [...undoes].reverse()) undo.atOnce?.();
}

/**
 * Keeps `undo` ready for as long as something needs undoing; returns the function that lets it go.
 * The signal handlers stand only while something is kept, so Ctrl-C is Node's own otherwise.
 */
export function undoAtEnd(undo: Undo): () => void {
	if (undoes.size === 0) {
		for (const signal of SIGNALS) process.on(signal, onSignal);
		process.on('exit', onExit);
	}
	undoes.add(undo);
	return () => {
		if (!undoes.delete(undo) || undoes.size > 0 || interrupted) return;
		for (const signal of SIGNALS) process.off(signal, onSignal);
		process.off('exit', onExit);
	};
}

/** Whether this process is on its way out after a signal. */
export function isInterrupted(): boolean {
	return interrupted;
}

/**
 * Starts a child in its own process group, so that it and all its own children can be ended
 * together and a Ctrl-C in the terminal reaches only us. The group dies with this process.
 */
export function spawnGroup(command: string, args: string[], options: SpawnOptions): ChildProcess {
	const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
	const release = undoAtEnd({ atOnce: () => killGroup(child, 'SIGKILL') });
	child.once('close', release);
	child.once('error', release);
	return child;
}

/** Sends a signal to a child of `spawnGroup` and all its children. */
export function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		// Windows knows no process groups: there the child alone gets it.
		if (process.platform === 'win32') child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}

/** A new folder that lasts until this process ends. */
export async function temporaryFolder(prefix: string): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), prefix));
	undoAtEnd({ atOnce: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) });
	return folder;
}
