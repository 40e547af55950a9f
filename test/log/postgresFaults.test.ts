import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { LogError } from '../../nodes/log/errors';
import { openLog } from '../../nodes/log/open';
import { openPostgres } from '../../nodes/log/postgres';
import { migrate } from '../../nodes/log/schema';
import type { TicketLog } from '../../nodes/log/ticketLog';
import {
	NO_POSTGRES,
	postgresPrograms,
	startPostgres,
	USER_WITH_PASSWORD,
	type PostgresServer,
} from '../support/postgres.ts';
import { bundleLog, type OtherProcess } from './otherProcess.ts';
import { after, decisionOf, messageOf, normal, NOW, rowOf } from './rig.ts';

const isInstalled = postgresPrograms() !== undefined;
let server: PostgresServer;
let other: OtherProcess;
const logs: TicketLog[] = [];

async function open(url: string): Promise<TicketLog> {
	const log = await openLog({ kind: 'postgres', url });
	logs.push(log);
	return log;
}

async function errorOf(work: Promise<unknown>): Promise<LogError> {
	const error = await work.then(
		() => undefined,
		(cause: unknown) => cause,
	);
	expect(error).toBeInstanceOf(LogError);
	const { message, code } = error as LogError;
	expect(`${message} ${code}`).not.toMatch(/since Monday|s3cret/);
	return error as LogError;
}

/** The address with another user and password. */
const as = (url: string, user: string) => url.replace('//cs@', `//${user}@`);

describe.skipIf(!isInstalled)(
	isInstalled ? 'faults of PostgreSQL' : `faults of PostgreSQL (skipped: ${NO_POSTGRES})`,
	() => {
		beforeAll(async () => {
			[server, other] = await Promise.all([startPostgres(), bundleLog()]);
		}, 60_000);
		afterEach(async () => {
			await Promise.all(logs.splice(0).map(async (log) => await log.close()));
		});
		afterAll(async () => {
			other?.remove();
			await server?.stop();
		});

		it('down at the start: said, and opened by the next call once it is up', async () => {
			const url = as(await server.createDatabase(), 'cs:s3cret');
			await server.crash();
			const error = await errorOf(open(url));
			expect(error.message).toMatch(
				/could not reach the PostgreSQL database "cs_\d+" on 127.0.0.1/,
			);
			expect(error.isPassing).toBe(true);
			await server.start();
			expect(await (await open(url)).takeIn(messageOf(1), NOW)).toMatchObject({ outcome: 'new' });
		}, 60_000);

		it('down in the middle: every call says so, and the next one after it is back works', async () => {
			const log = await open(await server.createDatabase());
			await log.takeIn(messageOf(1), NOW);
			const { token } = await log.leaseMessages(normal(), NOW);
			const calls = Promise.allSettled(
				Array.from({ length: 30 }, async (_, id) => await log.takeIn(messageOf(100 + id), NOW)),
			);
			await server.crash();
			for (const call of await calls) {
				if (call.status === 'rejected') expect(call.reason).toBeInstanceOf(LogError);
			}
			for (const work of [
				log.takeIn(messageOf(2), NOW),
				log.recordDecisions([decisionOf(1), decisionOf(2)], NOW),
				log.leaseDelivery(1000, NOW),
				log.settleMessages(token, { isSuccess: false }, NOW),
			]) {
				expect(await errorOf(work)).toMatchObject({ isPassing: true });
			}
			await server.start();
			expect(await log.takeIn(messageOf(2), NOW)).toMatchObject({ outcome: 'new' });
			await log.recordDecisions([decisionOf(1), decisionOf(2)], NOW);
			expect(await rowOf(log, 1)).toMatchObject({ state: 'alerting' });
		}, 60_000);

		it('gone inside transactions: n8n lives on, nothing half is left, and the pool is as good as new', async () => {
			const url = await server.createDatabase();
			const log = await open(url);
			const database = await openPostgres(url);
			let crashed: Promise<void> | undefined;
			const inside = Array.from({ length: 8 }, async (_, id) =>
				database.transaction(async (query) => {
					await query('insert into @triggers (source, workflow_id, seen_at) values ($1, $1, 0)', [
						String(id),
					]);
					crashed ??= server.crash();
					await crashed;
					// The connection breaks while nobody asks it anything.
					await sleep(50);
					await query('select 1 as one');
				}),
			);
			for (const one of await Promise.allSettled(inside)) {
				expect(one).toMatchObject({ status: 'rejected', reason: expect.any(LogError) });
			}
			await server.start();
			expect(await database.query('select source from @triggers')).toEqual([]);
			const answers = await Promise.all(
				Array.from({ length: 20 }, async () =>
					database.transaction(async (query) => await query('select 1 as one')),
				),
			);
			expect(answers).toHaveLength(20);
			await log.takeIn(messageOf(1), NOW);
			await database.close();
		}, 60_000);

		it('back again: whoever listened hears of news again', async () => {
			const url = await server.createDatabase();
			const log = await open(url);
			const speaker = await openPostgres(url);
			let heard = 0;
			log.onNews('outbox', () => (heard += 1));
			await expect.poll(() => heard).toBeGreaterThan(0);
			await server.crash();
			await server.start();
			const before = heard;
			// Once for what may have been missed, then for each of the speaker's.
			await expect.poll(() => heard, { timeout: 15_000 }).toBeGreaterThan(before);
			const since = heard;
			speaker.announce('outbox');
			await expect.poll(() => heard).toBeGreaterThan(since);
			await speaker.close();
		}, 60_000);

		it('with a wrong address, user, password or database: each told apart', async () => {
			const url = await server.createDatabase();
			await server.run(`create role ${USER_WITH_PASSWORD} login password 'right-s3cret'`);
			const wrong = await errorOf(open(as(url, `${USER_WITH_PASSWORD}:wrong-s3cret`)));
			expect(wrong).toMatchObject({
				message: expect.stringMatching(/could not log in .* Check the user and the password/),
				isPassing: false,
			});
			const nobody = await errorOf(open(as(url, 'nobody:s3cret')));
			expect(nobody.message).toMatch(/could not log in/);
			const missing = await errorOf(open(url.replace(/\/cs_\d+$/, '/elsewhere')));
			expect(missing).toMatchObject({
				message: expect.stringMatching(/no such database: .*"elsewhere"/),
				isPassing: false,
			});
			const host = await errorOf(open('postgres://cs:s3cret@nowhere.invalid:5432/n8n'));
			expect(host.message).toMatch(/could not reach .* on nowhere\.invalid:5432 \(E[A-Z_]+\)/);
			const port = await errorOf(open('postgres://cs:s3cret@127.0.0.1:1/n8n'));
			expect(port.message).toMatch(/could not reach .* on 127\.0\.0\.1:1 \(ECONNREFUSED\)/);
		}, 60_000);

		it('without the right to make the schema: said; made by somebody else, it is used', async () => {
			const url = await server.createDatabase();
			const name = new URL(url).pathname.slice(1);
			await server.run('create role plain login');
			const error = await errorOf(open(as(url, 'plain')));
			expect(error).toMatchObject({
				message: expect.stringMatching(
					/may not create or use the schema cs_alerts.*Grant it CREATE/,
				),
				isPassing: false,
			});
			await server.run('create schema cs_alerts authorization plain', name);
			const log = await open(as(url, 'plain'));
			expect(await log.takeIn(messageOf(1), NOW)).toMatchObject({ outcome: 'new' });
		});

		it('without a free connection: said, as something that passes', async () => {
			const url = await server.createDatabase();
			await server.run('create role crowded login connection limit 0');
			const error = await errorOf(open(as(url, 'crowded')));
			expect(error).toMatchObject({
				message: expect.stringMatching(/no free connection/),
				isPassing: true,
			});
		});

		it('with a schema of a newer version: left alone', async () => {
			const url = await server.createDatabase();
			const database = await openPostgres(url);
			await migrate(database, NOW);
			await database.query('insert into @versions (version, applied_at) values (99, 0)');
			await database.close();
			const error = await errorOf(open(url));
			expect(error).toMatchObject({
				message: expect.stringMatching(/newer version .* \(schema 99, this one knows \d+\)/),
				isPassing: false,
			});
		});

		it('brought to its schema by several processes at once, and used by all of them', async () => {
			const url = await server.createDatabase();
			const code = `
				const log = await openLog({ kind: 'postgres', url: ${JSON.stringify(url)} });
				await log.takeIn({ ticket: { key: 'k' + process.pid }, source: 's', workflowId: 'w' }, new Date());
				console.log('done');
				await log.close();`;
			const said = await Promise.all([1, 2, 3, 4].map(async () => await other.run(code)));
			expect(said).toEqual(['done', 'done', 'done', 'done']);
			expect(await (await open(url)).findMessages({ limit: 9 })).toHaveLength(4);
		}, 60_000);

		it('in a statement: refused without a customer’s words', async () => {
			const url = await server.createDatabase();
			const log = await open(url);
			const database = await openPostgres(url);
			await database.query('alter table @messages drop column subject');
			const error = await errorOf(log.takeIn(messageOf(1), NOW));
			expect(error).toMatchObject({
				message: expect.stringMatching(/statement was refused by .* \(42703\)/),
				isPassing: false,
			});
			await database.close();
		});

		it('that take their time: rows held by another transaction are passed over, and waited for', async () => {
			const url = await server.createDatabase();
			const log = await open(url);
			for (const id of [1, 2]) await log.takeIn(messageOf(id), NOW);
			const database = await openPostgres(url);
			let release = () => {};
			const held = new Promise<void>((resolve) => (release = resolve));
			let isHeld = () => {};
			const holding = new Promise<void>((resolve) => (isHeld = resolve));
			const holder = database.transaction(async (query) => {
				await query(`update @messages set url = url where ticket_id = '1'`);
				isHeld();
				await held;
			});
			await holding;
			const { entries } = await log.leaseMessages(normal(), after(1));
			expect(entries.map(({ ticket }) => ticket.id)).toEqual(['2']);
			const decision = log.recordDecisions([decisionOf(1)], NOW);
			await sleep(50);
			release();
			await holder;
			expect(await decision).toMatchObject([{ state: 'alerting' }]);
			await database.close();
		});

		it('that are deadlocks: the loser is run again', async () => {
			const url = await server.createDatabase();
			const log = await open(url);
			const database = await openPostgres(url);
			for (const id of ['a', 'b']) {
				await log.saveTrigger({ source: id, workflowId: 'w' }, NOW);
			}
			let runs = 0;
			const lock = async (first: string, second: string) =>
				database.transaction(async (query) => {
					runs += 1;
					const update = 'update @triggers set seen_at = seen_at + 1 where source = $1';
					await query(update, [first]);
					await sleep(100);
					await query(update, [second]);
				});
			await Promise.all([lock('a', 'b'), lock('b', 'a')]);
			expect(runs).toBeGreaterThan(2);
			const triggers = await log.triggers();
			expect(triggers.map(({ seenAt }) => seenAt)).toEqual([after(2), after(2)]);
			await database.close();
		}, 30_000);
	},
);
