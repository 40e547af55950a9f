import { execFileSync } from 'node:child_process';
import {
	chmodSync,
	closeSync,
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	rmSync,
	statSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { LogError } from '../../nodes/log/errors';
import { openLog } from '../../nodes/log/open';
import { openSqlite } from '../../nodes/log/sqlite';
import type { TicketLog } from '../../nodes/log/ticketLog';
import { bundleLog, type OtherProcess } from './otherProcess.ts';
import { messageOf, normal, NOW } from './rig.ts';

const isRoot = process.getuid?.() === 0;
let folder: string;
let file: string;
let other: OtherProcess;
const logs: TicketLog[] = [];

async function open(): Promise<TicketLog> {
	const log = await openLog({ kind: 'sqlite', file });
	logs.push(log);
	return log;
}

async function errorOf(work: Promise<unknown>): Promise<LogError> {
	const error = await work.then(
		() => undefined,
		(cause: unknown) => cause,
	);
	expect(error).toBeInstanceOf(LogError);
	const { message } = error as LogError;
	expect(message).not.toContain('since Monday');
	return error as LogError;
}

/** Fills a file until the system takes no more. */
function fill(path: string): void {
	const handle = openSync(path, 'w');
	try {
		for (;;) writeSync(handle, Buffer.alloc(4096));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
	} finally {
		closeSync(handle);
	}
}

/** Another process holds the file, like a backup or a second n8n. */
async function hold(ms: number) {
	return await other.start(`
		const { DatabaseSync } = require('node:sqlite');
		const database = new DatabaseSync(${JSON.stringify(file)});
		database.exec('begin exclusive');
		console.log('held');
		setTimeout(() => { database.exec('rollback'); database.close(); }, ${ms});`);
}

beforeAll(async () => {
	other = await bundleLog();
});
afterAll(() => other.remove());
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cs-alerts-faults-'));
	chmodSync(folder, 0o755);
	file = join(folder, 'n8n', 'cs-alerts', 'log.sqlite');
});
afterEach(async () => {
	await Promise.all(logs.splice(0).map(async (log) => await log.close()));
	rmSync(folder, { recursive: true, force: true });
});

describe('the file', () => {
	it('and its folder are made where they are missing, for n8n’s user only', async () => {
		const log = await open();
		await log.takeIn(messageOf(1), NOW);
		for (const name of readdirSync(join(file, '..'))) {
			expect(statSync(join(file, '..', name)).mode & 0o777, name).toBe(0o600);
		}
		expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
	});

	it('is opened once a process, however many nodes ask for it at once', async () => {
		const [first, second] = await Promise.all([open(), open()]);
		expect(first).toBe(second);
	});

	it.each([
		['a file stands where its folder should be', () => writeFileSync(join(folder, 'n8n'), '')],
		['a folder stands in its place', () => mkdirSync(file, { recursive: true })],
	])('cannot be opened while %s, and can without a restart afterwards', async (_what, obstruct) => {
		obstruct();
		const error = await errorOf(open());
		expect(error.message).toMatch(/taken by something else/);
		rmSync(join(folder, 'n8n'), { recursive: true });
		await (await open()).takeIn(messageOf(1), NOW);
	});

	it('cannot be made where no file can be', async () => {
		const error = await errorOf(openLog({ kind: 'sqlite', file: '/proc/cs-alerts/log.sqlite' }));
		expect(error.message).toMatch(/N8N_USER_FOLDER/);
	});

	it.skipIf(!isRoot)('of another user says who needs access', async () => {
		await (await open()).takeIn(messageOf(1), NOW);
		const said = await other.run(
			`await openLog({ kind: 'sqlite', file: ${JSON.stringify(file)} })`,
			{
				uid: 65534,
			},
		);
		expect(said).toMatch(/^LogError: The log .* cannot be written \(EACCES\)\. Give the user/);
		// Readable, but not writable.
		for (const path of [folder, join(folder, 'n8n'), join(file, '..')]) chmodSync(path, 0o755);
		for (const name of readdirSync(join(file, '..'))) chmodSync(join(file, '..', name), 0o644);
		const again = await other.run(
			`await openLog({ kind: 'sqlite', file: ${JSON.stringify(file)} })`,
			{ uid: 65534 },
		);
		expect(again).toMatch(/^LogError: The log .* cannot be written/);
	});

	it('that is no database, or a damaged one, is told apart from a missing one', async () => {
		mkdirSync(join(file, '..'), { recursive: true });
		writeFileSync(file, 'no database'.repeat(1000));
		const error = await errorOf(open());
		expect(error.message).toMatch(/is damaged or is no SQLite file/);
		expect(error.isPassing).toBe(false);
		rmSync(file);
		await (await open()).takeIn(messageOf(1), NOW);
	});

	it('that gets damaged while it is open says so, and is opened anew once it is restored', async () => {
		let log = await open();
		for (let id = 0; id < 200; id += 1) await log.takeIn(messageOf(id), NOW);
		await log.close();
		const backup = join(folder, 'backup');
		copyFileSync(file, backup);
		log = await open();
		await log.takeIn(messageOf(1), NOW);
		const handle = openSync(file, 'r+');
		for (let page = 1; page < statSync(file).size / 4096; page += 1) {
			writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
		}
		closeSync(handle);
		const errors: LogError[] = [];
		for (let id = 200; id < 204; id += 1) {
			await log
				.takeIn(messageOf(id), NOW)
				.catch((error: unknown) => errors.push(error as LogError));
			await log
				.leaseMessages(normal(), NOW)
				.catch((error: unknown) => errors.push(error as LogError));
		}
		expect(errors[0]).toBeInstanceOf(LogError);
		expect(errors[0]?.message).toMatch(/damaged/);
		for (const error of errors) expect(error).toBeInstanceOf(LogError);
		for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
		copyFileSync(backup, file);
		const reopened = await open();
		expect(await reopened.takeIn(messageOf(999), NOW)).toMatchObject({ outcome: 'new' });
		expect(await reopened.takeIn(messageOf(5), NOW)).toEqual({ outcome: 'known' });
	});

	it('of a newer version is left alone', async () => {
		const log = await open();
		await log.close();
		const database = await openSqlite(file);
		await database.query('insert into @versions (version, applied_at) values (99, 0)');
		await database.close();
		const error = await errorOf(open());
		expect(error.message).toMatch(/newer version .* \(schema 99, this one knows \d+\)\. Update/);
		expect(error.isPassing).toBe(false);
	});

	it('that was closed says so to those who still have it', async () => {
		const log = await open();
		await log.close();
		const error = await errorOf(log.takeIn(messageOf(1), NOW));
		expect(error.isPassing).toBe(true);
		await (await open()).takeIn(messageOf(1), NOW);
	});

	it('is brought to its schema once when several processes start at once', async () => {
		const code = `
			const log = await openLog({ kind: 'sqlite', file: ${JSON.stringify(file)} });
			const ticket = { key: 'k' + process.pid };
			await log.takeIn({ ticket, source: 's', workflowId: 'w' }, new Date());
			console.log('done');
			await log.close();`;
		const said = await Promise.all([1, 2, 3, 4].map(async () => await other.run(code)));
		expect(said).toEqual(['done', 'done', 'done', 'done']);
		expect(await (await open()).findMessages({ limit: 9 })).toHaveLength(4);
	});

	it('keeps what was answered, and nothing half, when its process is killed', async () => {
		const child = await other.start(`
			const log = await openLog({ kind: 'sqlite', file: ${JSON.stringify(file)} });
			for (let id = 0; ; id += 1) {
				const ticket = { key: 'k' + id };
				await Promise.all([
					log.takeIn({ ticket, source: 's', workflowId: 'w' }, new Date()),
					log.takeIn({ ticket: { key: 'x' + id }, source: 's', workflowId: 'w' }, new Date()),
				]);
				console.log(id);
			}`);
		await new Promise((resolve) => setTimeout(resolve, 300));
		await child.kill();
		const answered = (await child.ended).split('\n').filter((line) => /^\d+$/.test(line)).length;
		const found = await (await open()).findMessages({ limit: 1_000_000 });
		expect(found.length).toBeGreaterThanOrEqual(answered * 2);
		expect(answered).toBeGreaterThan(0);
	}, 20_000);
});

describe('a full disk', () => {
	const canMount = isRoot && mayMount();

	it.skipIf(!canMount)('is said in plain words, and works again once there is room', async () => {
		const disk = join(folder, 'disk');
		mkdirSync(disk);
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'none', disk]);
		try {
			file = join(disk, 'cs-alerts', 'log.sqlite');
			const log = await open();
			fill(join(disk, 'filler'));
			const errors: LogError[] = [];
			let taken = 0;
			for (let id = 0; id < 400 && errors.length < 3; id += 1) {
				await log.takeIn(messageOf(id), NOW).then(
					() => (taken += 1),
					(error: unknown) => errors.push(error as LogError),
				);
			}
			expect(errors).toHaveLength(3);
			for (const error of errors) {
				expect(error).toBeInstanceOf(LogError);
				expect(error.message).toMatch(/disk of the log .* is full\. Make room/);
				expect(error.message).not.toContain('since Monday');
				expect(error.isPassing).toBe(true);
			}
			const many = await Promise.allSettled(
				Array.from({ length: 20 }, async (_, id) => await log.takeIn(messageOf(1000 + id), NOW)),
			);
			for (const one of many) {
				expect(one).toMatchObject({ status: 'rejected', reason: expect.any(LogError) });
			}
			rmSync(join(disk, 'filler'));
			const ready = await open();
			expect(await ready.takeIn(messageOf(2000), NOW)).toMatchObject({ outcome: 'new' });
			expect(await ready.findMessages({ limit: 1000 })).toHaveLength(taken + 1);
			await ready.close();
		} finally {
			await Promise.all(logs.splice(0).map(async (log) => await log.close()));
			execFileSync('umount', [disk]);
		}
	});

	it.skipIf(!canMount)('at the start is tried again by the next call', async () => {
		const disk = join(folder, 'disk');
		mkdirSync(disk);
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', disk]);
		try {
			file = join(disk, 'log.sqlite');
			fill(join(disk, 'filler'));
			expect((await errorOf(open())).message).toMatch(/disk of the log .* is full/);
			rmSync(join(disk, 'filler'));
			await (await open()).takeIn(messageOf(1), NOW);
		} finally {
			await Promise.all(logs.splice(0).map(async (log) => await log.close()));
			execFileSync('umount', [disk]);
		}
	});

	function mayMount(): boolean {
		const place = mkdtempSync(join(tmpdir(), 'cs-alerts-mount-'));
		try {
			execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', place], { stdio: 'ignore' });
			execFileSync('umount', [place], { stdio: 'ignore' });
			return true;
		} catch {
			return false;
		} finally {
			rmSync(place, { recursive: true, force: true });
		}
	}
});

describe('a file that another process holds', () => {
	it('for a second is waited for, and n8n goes on meanwhile', { retry: 3 }, async () => {
		const log = await open();
		await log.takeIn(messageOf(0), NOW);
		const { ended } = await hold(1000);
		const delay = monitorEventLoopDelay({ resolution: 5 });
		delay.enable();
		const taken = await Promise.all([
			log.takeIn(messageOf(1), NOW),
			log.recordDecisions([], NOW),
			log.takeIn(messageOf(2), NOW),
		]);
		delay.disable();
		expect(taken[0]).toMatchObject({ outcome: 'new' });
		expect(delay.max / 1e6).toBeLessThan(100);
		await ended;
	});

	it('for longer fails every call within seconds of its own, as something that passes', async () => {
		const log = await open();
		await log.takeIn(messageOf(0), NOW);
		const { kill } = await hold(60_000);
		const started = Date.now();
		const calls = await Promise.all(
			Array.from({ length: 20 }, async (_, id) => {
				if (id % 2 === 0) return await errorOf(log.takeIn(messageOf(1 + id), NOW));
				return await errorOf(log.leaseDelivery(1000, NOW));
			}),
		);
		expect(Date.now() - started).toBeLessThan(9000);
		for (const { message, isPassing } of calls) {
			expect(message).toMatch(/held by another process/);
			expect(isPassing).toBe(true);
		}
		await kill();
		expect(await log.takeIn(messageOf(1), NOW)).toMatchObject({ outcome: 'new' });
	}, 20_000);
});

describe('statements that come at the same instant', () => {
	it('are each answered, also when one of them is refused', async () => {
		const database = await openSqlite(file);
		await database.query('create table things (id integer primary key)');
		const insert = async (id: number) =>
			await database.query('insert into things values ($1) returning id', [id]);
		const answers = await Promise.allSettled([
			...[1, 2, 1, 3].map(insert),
			database.query('select nothing from nowhere'),
			insert(4),
		]);
		expect(answers.map(({ status }) => status)).toEqual([
			...['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'],
		]);
		expect((answers[2] as PromiseRejectedResult).reason).toBeInstanceOf(LogError);
		expect(await database.query('select count(*) as n from things')).toEqual([{ n: 4 }]);
		await database.close();
	});

	it('never slip into somebody’s transaction', async () => {
		const database = await openSqlite(file);
		await database.query('create table things (id integer primary key)');
		const failing = database.transaction(async (query) => {
			await query('insert into things values (1)');
			await new Promise((resolve) => setTimeout(resolve, 20));
			throw new Error('changed my mind');
		});
		const inserted = database.query('insert into things values (2)');
		await expect(failing).rejects.toThrow('changed my mind');
		await inserted;
		expect(await database.query('select id from things')).toEqual([{ id: 2 }]);
		await database.close();
	});
});
