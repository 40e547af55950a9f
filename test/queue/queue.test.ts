/**
 * n8n in queue mode, the pack on each of its four processes: tickets delivered many times at one instant, slow
 * commits, processes that are killed. `npm run test:queue` does it with 100 tickets and waits all waits; as
 * a step of `npm test` it does it with 12, and puts the log's clock forward instead of waiting.
 */
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { percentile } from '../bench/percentile.ts';
import type { Delivery } from '../demo/deliveries.ts';
import type { LogRow } from '../support/logRows.ts';
import { runReports } from '../support/reportRuns.ts';
import { burst, inventTickets, sendOnce, waitForEnds, type Burst } from './burst.ts';
import { LACK, startQueueRig, type QueueRig } from './queueRig.ts';

const TICKETS = Number(process.env.CS_ALERTS_QUEUE_TICKETS ?? 12);
const COPIES = 50;
const IS_LONG = TICKETS > 12;
const MINUTE_MS = 60_000;
/** A lease of a vanished process ends after 2 minutes; what failed is tried again after 1 and 5. */
const LONGEST_MS = 12 * MINUTE_MS;

const print = (line: string) => process.stdout.write(`    ${line}\n`);

describe.skipIf(LACK !== undefined)(`queue mode${LACK ? ` (skipped: ${LACK})` : ''}`, () => {
	let queue: QueueRig;
	/** Most calls come to the webhook process, as its balancer would send them, some to the main one. */
	let addresses: string[];
	let seenMessages = 0;

	beforeAll(async () => {
		queue = await startQueueRig();
		const { webhook, rig } = queue;
		addresses = [...Array.from({ length: 4 }, () => webhook.url), rig.server.url];
		// A worker's first run loads the nodes; the figures are of workers that have run before.
		const first = inventTickets(10);
		await burst(rig, first, 1, addresses);
		await waitForEnds(rig, first, LONGEST_MS);
	});
	afterAll(async () => await queue?.stop());
	beforeEach(() => {
		seenMessages = queue.rig.outbox.messages.length;
	});

	it('takes a lone ticket at the webhook process and decides it at once', async () => {
		const waits: number[] = [];
		for (const ticket of inventTickets(5)) {
			await burst(queue.rig, [ticket], 1, [queue.webhook.url]);
			const [row] = await waitForEnds(queue.rig, [ticket], LONGEST_MS);
			waits.push(Number(row?.decided_at) - Number(row?.received_at));
		}
		print(`lone tickets, webhook process to decision: ${waits.join(', ')} ms`);
		// Woken by PostgreSQL; the round that needs no news comes every 5 seconds.
		expect(percentile(waits, 0.5)).toBeLessThan(4000);
	});

	it('starts its triggers on the main instance alone', async () => {
		const listening = await queue.inLog(
			`select pid from pg_stat_activity
			where application_name = 'n8n-nodes-cs-alerts' and query ilike 'listen%'`,
		);
		expect(listening).toHaveLength(1);
	});

	it(`takes ${COPIES} deliveries of each of ${TICKETS} tickets at one instant once each`, async () => {
		await sendAndExpectOnce('at one instant');
	});

	describe('with commits that take up to 0.2 s', () => {
		beforeAll(async () => {
			await queue.inLog(SLOW_COMMITS);
			const started = performance.now();
			for (let commits = 0; commits < 10; commits += 1) {
				await queue.inLog(
					'update cs_alerts.messages set id = id where id = (select min(id) from cs_alerts.messages)',
				);
			}
			expect(performance.now() - started, '10 commits, 1 s on average').toBeGreaterThan(300);
		});
		afterAll(async () => await queue?.inLog(QUICK_COMMITS));

		it(`takes ${COPIES} deliveries of each of ${TICKETS} tickets once each`, async () => {
			await sendAndExpectOnce('slow commits');
		});
	});

	it('tells all its reports from the log in PostgreSQL, each as the log has it', async () => {
		const [counted] = await queue.inLog(
			`select count(*) filter (where route is not null) as decided, count(distinct ticket_key) as tickets,
				(select count(*) from cs_alerts.alerts where is_test = 0) as alerts
			from cs_alerts.messages where is_test = 0 and backfill = 0`,
		);
		const [decided, tickets, alerts] = ['decided', 'tickets', 'alerts'].map((name) =>
			Number(counted?.[name]),
		);
		expect(alerts).toBeGreaterThan(0);
		const operations = ['digest', 'backtest', 'calibration', 'impact', 'dashboard'] as const;
		const made = await runReports(queue.rig.n8n, operations);
		expect(made.map(([, { kind, figures }]) => [kind, figures])).toMatchObject([
			['digest', { tickets, alerts: { opened: alerts } }],
			['backtest', { messages: decided, newlyAlerting: 0, noLongerAlerting: 0 }],
			['calibration', { alerts, right: { of: 0 }, moves: [] }],
			['impact', { opened: alerts, hasOutcomes: false }],
			['dashboard', { messages: decided, ladder: { opened: alerts } }],
		]);
		for (const [, { html }] of made) expect(html).toMatch(/^<!doctype html>/);
	});

	describe('when processes are killed', () => {
		afterEach(async () => await waitForQuiet());

		it('the tickets of workers that died are decided and told, a repeat says so', async () => {
			const tickets = inventTickets(Math.max(20, TICKETS));
			const sending = burst(queue.rig, tickets, 2, addresses);
			// The moment at which nobody knows of the message but Slack or the mail server.
			await nextMessage();
			await Promise.all(queue.workers.map(async (worker) => await worker.kill()));
			await sleep(3000);
			const [first, second] = await Promise.all(
				queue.workers.map(async (again) => await queue.start('worker', { again })),
			);
			if (first && second) queue.workers = [first, second];
			await expectEnds(await sending, tickets, 'both workers killed');
		});

		it('one worker goes on alone after the other died', async () => {
			const tickets = inventTickets(Math.max(20, TICKETS));
			const sending = burst(queue.rig, tickets, 2, addresses);
			await nextMessage();
			const [dying] = queue.workers;
			await dying?.kill();
			await expectEnds(await sending, tickets, 'one worker killed');
			if (dying) queue.workers[0] = await queue.start('worker', { again: dying });
		});

		it('tickets that arrive while the main instance is away are decided when it is back', async () => {
			const tickets = inventTickets(Math.max(20, TICKETS));
			const sending = burst(queue.rig, tickets, 2, [queue.webhook.url]);
			await nextMessage();
			await queue.rig.server.kill();
			const meanwhile = inventTickets(5);
			const later = burst(queue.rig, meanwhile, 2, [queue.webhook.url]);
			await Promise.all([queue.rig.restart(), later]);
			expect((await later).answers.every(({ isAccepted }) => isAccepted)).toBe(true);
			await expectEnds(await sending, [...tickets, ...meanwhile], 'main killed');
		});

		// Not among the skipped ones: a skipped test is one that nobody runs.
		if (IS_LONG) {
			it('the main instance renews the lease of a run that takes long', async () => {
				const tickets = inventTickets(4);
				const pids = queue.workers.map(({ pid }) => pid);
				for (const pid of pids) process.kill(pid, 'SIGSTOP');
				await burst(queue.rig, tickets, 1, [queue.webhook.url]);
				const leases = async () =>
					(await rowsOf(tickets)).map(({ lease_until }) => Number(lease_until)).filter(Boolean);
				await expect.poll(leases, { timeout: 10_000 }).not.toHaveLength(0);
				const before = Math.min(...(await leases()));
				// A lease lasts 120 seconds and is renewed every 40.
				await sleep(45_000);
				const after = await leases();
				for (const pid of pids) process.kill(pid, 'SIGCONT');
				expect(after.some((until) => until > before + 30_000)).toBe(true);
				await waitForEnds(queue.rig, tickets, LONGEST_MS);
				const attempts = (await rowsOf(tickets)).map((row) => Number(row.attempts));
				print(`workers that stood still for 45 s: attempts ${attempts.join(', ')}`);
			});
		}
	});

	describe('without CS_ALERTS_DATABASE_URL', () => {
		const without = 'CS_ALERTS_DATABASE_URL';

		it('a webhook process answers 503 with the reason', async () => {
			const process = await queue.start('webhook', { without });
			const [ticket] = inventTickets(1);
			const answer = await sendOnce(queue.rig, ticket as Delivery, process.url);
			await process.stop();
			expect(answer.status).toBe(503);
			expect(answer.text).toContain('log cannot take it now');
			expect(await process.log()).toContain('Set CS_ALERTS_DATABASE_URL on each of them');
			expect(await rowsOf([ticket as Delivery])).toEqual([]);
		});

		it('publishing is refused in plain words', async () => {
			const { rig } = queue;
			const { id } = rig.workflows['cs-alerts.json'];
			await rig.n8n.unpublish(id);
			await rig.server.stop();
			rig.server = await queue.start('main', { again: rig.server, without });
			await rig.n8n.publish(id);
			// n8n publishes in the background and then shows these words at each trigger.
			const refused = async () => {
				const { triggers } = await rig.n8n.rest<PublicationStatus>(
					'GET',
					`/workflows/${id}/publication-status`,
				);
				return triggers.filter(
					({ nodeId, errorMessage }) => ours.has(nodeId) && REFUSAL.test(errorMessage ?? ''),
				).length;
			};
			const { nodes } = await rig.n8n.workflow(id);
			const ours = new Set(
				nodes
					.filter(({ type, disabled }) => OUR_TRIGGERS.test(type) && disabled !== true)
					.map((node) => node.id),
			);
			await expect.poll(refused, { timeout: 60_000 }).toBe(ours.size);
		});
	});

	async function sendAndExpectOnce(what: string): Promise<void> {
		const tickets = inventTickets(TICKETS);
		const sent = await burst(queue.rig, tickets, COPIES, addresses);
		const { repeats } = await expectEnds(sent, tickets, what);
		expect(repeats).toBe(0);
	}

	/** Everything told 2xx is there, once, in its state, and told to its owner: twice only if it says so. */
	async function expectEnds(sent: Burst, tickets: readonly Delivery[], what: string) {
		expect(sent.answers.filter(({ isAccepted }) => !isAccepted)).toEqual([]);
		const rows = await endsOf(tickets);
		const last = Math.max(...rows.map(({ ended_at }) => Number(ended_at)));
		const keys = tickets.map(({ ticketKey }) => ticketKey).sort();
		expect(rows.map(({ ticket_key }) => ticket_key).sort()).toEqual(keys);
		for (const { ticketKey, expected } of tickets) {
			const row = rows.find(({ ticket_key }) => ticket_key === ticketKey);
			// Of an account's first tickets whichever comes first opens the alert.
			const allowed = expected === 'updated' ? ['alerted', 'updated'] : [expected];
			expect(allowed, ticketKey).toContain(row?.state);
		}
		const repeats = await expectTold(rows);
		print(figuresOf(sent, rows, last, what, repeats));
		return { repeats };
	}

	/** Each alert and update was sent, once or saying that it may be a repeat. Returns how many were sent again. */
	async function expectTold(rows: readonly LogRow[]): Promise<number> {
		const told = rows.filter(({ state }) => state === 'alerted' || state === 'updated');
		const deliveries = (await queue.rig.log.all('deliveries')).filter(({ message_row }) =>
			rows.some(({ id }) => id === message_row),
		);
		expect(deliveries).toHaveLength(told.length);
		expect(deliveries.filter(({ state }) => state !== 'delivered')).toEqual([]);
		const messages = queue.rig.outbox.messages
			.slice(seenMessages)
			.map((message) => ({ id: message.id, text: JSON.stringify(message) }))
			// What entered Review is posted apart from alerts, several at once.
			.filter(({ text }) => !text.includes('in Review'));
		const repeats = messages.length - told.length;
		const marked = deliveries.filter(({ may_be_repeat }) => Number(may_be_repeat) === 1);
		const saying = messages.filter(({ text }) => text.includes('may be a repeat'));
		expect(repeats).toBeGreaterThanOrEqual(0);
		expect(marked.length).toBeGreaterThanOrEqual(repeats);
		expect(saying.length).toBeGreaterThanOrEqual(repeats);
		return repeats;
	}

	function figuresOf(
		{ startedAt, answers }: Burst,
		rows: readonly LogRow[],
		last: number,
		what: string,
		repeats: number,
	): string {
		const seconds = (last - startedAt) / 1000;
		const refusals = Object.entries(
			Object.groupBy(
				answers.flatMap(({ refusal }) => refusal ?? []),
				(refusal) => refusal,
			),
		).map(([refusal, all]) => `${all?.length} × ${refusal}`);
		const p95 = (values: number[]) => `${(percentile(values, 0.95) / 1000).toFixed(1)} s`;
		const outcomes = rows.map((row) => Number(row.ended_at) - Number(row.received_at));
		return [
			`${what}: ${rows.length} tickets, ${answers.length} deliveries`,
			`${(rows.length / seconds).toFixed(1)} tickets/s, ${(answers.length / seconds).toFixed(0)} deliveries/s`,
			`answer p95 ${p95(answers.map(({ firstMs }) => firstMs))}`,
			`webhook to outcome p95 ${p95(outcomes)}`,
			`${repeats} told twice`,
			`not taken at first: ${refusals.join(', ') || 'none'}`,
		].join('; ');
	}

	/** The tickets' rows once all have ended; in the short form what waits for a later try waits no longer. */
	async function endsOf(tickets: readonly Delivery[]): Promise<LogRow[]> {
		const deadline = Date.now() + LONGEST_MS;
		for (;;) {
			try {
				return await waitForEnds(queue.rig, tickets, IS_LONG ? LONGEST_MS : 15_000);
			} catch (error) {
				if (Date.now() > deadline) throw error;
				// The leases of those that live stay: what they hold is under way.
				await queue.inLog(FORWARD);
			}
		}
	}

	async function rowsOf(tickets: readonly Delivery[]): Promise<LogRow[]> {
		return (
			await Promise.all(
				tickets.map(async ({ ticketKey }) => await queue.rig.log.messagesOf(ticketKey ?? '')),
			)
		).flat();
	}

	async function nextMessage(): Promise<void> {
		await queue.rig.outbox.waitFor(({ id }) => id > seenMessages, LONGEST_MS);
	}

	/** Nothing of one test may reach into the next. */
	async function waitForQuiet(): Promise<void> {
		await expect
			.poll(
				async () => {
					const [row] = await queue.inLog<{ waiting: string }>(
						`select count(*) as waiting from cs_alerts.deliveries where due_at is not null`,
					);
					return Number(row?.waiting);
				},
				{ timeout: LONGEST_MS, interval: 500 },
			)
			.toBe(0);
	}
});

interface PublicationStatus {
	triggers: Array<{ nodeId: string; errorMessage: string | null }>;
}
const OUR_TRIGGERS = /\.(supportTicketTrigger|csAlertTrigger)$/;
const REFUSAL =
	/n8n runs in queue mode, so the log needs a PostgreSQL database .* Set CS_ALERTS_DATABASE_URL/;

/** Once a transaction, at its commit: whoever commits late is not seen until then. */
const SLOW_COMMITS = `
	create function cs_alerts.slow_commit() returns trigger language plpgsql as $$
	begin
		if current_setting('cs_alerts_test.slept', true) is distinct from txid_current()::text then
			perform set_config('cs_alerts_test.slept', txid_current()::text, false);
			perform pg_sleep(random() * 0.2);
		end if;
		return null;
	end $$;
	create constraint trigger slow_commit after insert or update on cs_alerts.messages
		deferrable initially deferred for each row execute function cs_alerts.slow_commit();
	create constraint trigger slow_commit after insert or update on cs_alerts.alerts
		deferrable initially deferred for each row execute function cs_alerts.slow_commit();
	create constraint trigger slow_commit after insert or update on cs_alerts.deliveries
		deferrable initially deferred for each row execute function cs_alerts.slow_commit()`;
const QUICK_COMMITS = `drop function cs_alerts.slow_commit() cascade`;

/** What waits for a later try is due; what nobody has renewed for a minute ends its lease. */
const FORWARD = `
	update cs_alerts.messages set due_at = least(due_at, extract(epoch from now()) * 1000) where due_at is not null and lease_token is null;
	update cs_alerts.deliveries set due_at = least(due_at, extract(epoch from now()) * 1000) where due_at is not null and lease_token is null;
	update cs_alerts.messages set lease_until = 0 where lease_until < extract(epoch from now()) * 1000 + 60000;
	update cs_alerts.deliveries set lease_until = 0 where lease_until < extract(epoch from now()) * 1000 + 60000`;
