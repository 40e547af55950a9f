import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ENDED_STATES, type MessageState } from '../../nodes/core/log/states';
import type { Lease, LeasedDelivery, LeasedMessage, TicketLog } from '../../nodes/log/ticketLog';
import {
	after,
	decisionOf,
	HOUR,
	LEASE_MS,
	messageOf,
	MINUTE,
	normal,
	NOW,
	onBothDatabases,
	suspect,
} from './rig.ts';

const TICKETS = 6;

const operation = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({ do: fc.constant('takeIn' as const), id: fc.nat(TICKETS - 1) }),
	},
	{
		weight: 4,
		arbitrary: fc.record({ do: fc.constant('lease' as const), isSuspect: fc.boolean() }),
	},
	{
		weight: 5,
		arbitrary: fc.record({
			do: fc.constant('decide' as const),
			route: fc.constantFrom('alert', 'alert', 'alert', 'review', 'digest', 'failure'),
			score: fc.integer({ min: 50, max: 95 }),
		}),
	},
	{
		weight: 3,
		arbitrary: fc.record({ do: fc.constant('settle' as const), isSuccess: fc.boolean() }),
	},
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('crash' as const) }) },
	{ weight: 8, arbitrary: fc.record({ do: fc.constant('send' as const) }) },
	{
		weight: 5,
		arbitrary: fc.record({
			do: fc.constant('answer' as const),
			answer: fc.constantFrom('delivered', 'delivered', 'refused', 'lost', 'nothing'),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('tryAgain' as const) }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

/** Both workers do one thing each at the same instant, then time goes on. */
const history = fc.array(
	fc.tuple(
		operation,
		operation,
		fc.constantFrom(0, 0, 500, 1500, LEASE_MS / 2, LEASE_MS, 10 * MINUTE, 20 * HOUR),
	),
	{ minLength: 25, maxLength: 50 },
);

/** What is true outside the log: which alerts have really arrived. */
interface World {
	now: Date;
	arrived: Set<string>;
	deliveryOfTicket: Map<string, string>;
	/** Until when each leased message or delivery is somebody's. */
	held: Map<string, number>;
}

class Worker {
	private leases: Array<Lease<LeasedMessage>> = [];
	private deliveries: Array<{ token: string; delivery: LeasedDelivery }> = [];

	private readonly log: TicketLog;
	private readonly world: World;

	constructor(log: TicketLog, world: World) {
		this.log = log;
		this.world = world;
	}

	async run(operation: Operation): Promise<void> {
		const { log, world } = this;
		const { now } = world;
		switch (operation.do) {
			case 'takeIn':
				await log.takeIn(messageOf(operation.id), now);
				return;
			case 'lease': {
				const lease = await log.leaseMessages(operation.isSuspect ? suspect() : normal(3), now);
				for (const { id } of lease.entries) this.hold(id);
				if (lease.entries.length > 0) this.leases.push(lease);
				return;
			}
			case 'decide': {
				const [lease] = this.leases;
				const entry = lease?.entries.shift();
				if (entry === undefined) return;
				world.held.delete(entry.id);
				const { route, score } = operation;
				const decision = decisionOf(entry.ticket.id ?? '', {
					score,
					ticket: entry.ticket,
					...(route === 'failure' ? { failure: 'No CRM' } : { route: route as 'alert' }),
				});
				await log.recordDecisions([decision], now);
				return;
			}
			case 'settle': {
				const lease = this.leases.shift();
				if (lease === undefined) return;
				for (const { id } of lease.entries) world.held.delete(id);
				await log.settleMessages(lease.token, { isSuccess: operation.isSuccess }, now);
				return;
			}
			case 'crash':
				for (const { delivery } of this.deliveries) world.arrived.add(delivery.id);
				this.leases = [];
				this.deliveries = [];
				return;
			case 'send': {
				const { token, delivery } = await log.leaseDelivery(LEASE_MS, now);
				if (delivery === undefined) return;
				this.hold(delivery.id);
				expect(world.arrived.has(delivery.id) && !delivery.mayBeRepeat, 'sent twice').toBe(false);
				// What waits in Review is told in one message for many.
				const key = (delivery.content.ticket as { key: string } | undefined)?.key;
				if (key !== undefined) {
					expect(world.deliveryOfTicket.get(key) ?? delivery.id).toBe(delivery.id);
					world.deliveryOfTicket.set(key, delivery.id);
				}
				this.deliveries.push({ token, delivery });
				return;
			}
			case 'answer': {
				const sent = this.deliveries.shift();
				if (sent === undefined) return;
				const { token, delivery } = sent;
				world.held.delete(delivery.id);
				if (operation.answer !== 'refused') world.arrived.add(delivery.id);
				if (operation.answer === 'nothing') {
					await log.settleDelivery(token, { isDelivered: false, mayHaveArrived: true }, now);
					return;
				}
				const isDelivered = operation.answer === 'delivered';
				const answer = { isDelivered, mayHaveArrived: operation.answer === 'lost' };
				await log.recordDelivery(delivery.id, delivery.attempt, answer, now);
				return;
			}
			case 'tryAgain':
				await log.tryAgain({ failed: true, undelivered: true }, now);
		}
	}

	/** Nobody else may have it by now, unless its lease has run out or was ended by its holder. */
	private hold(id: string): void {
		const until = this.world.held.get(id) ?? 0;
		expect(until, 'leased to two at once').toBeLessThanOrEqual(this.world.now.getTime());
		this.world.held.set(id, this.world.now.getTime() + LEASE_MS);
	}
}

/** The ends that may follow an end: only a failed message comes back. */
function mayFollow(before: MessageState, next: MessageState): boolean {
	return before === next || before === 'received' || before === 'alerting' || before === 'failed';
}

onBothDatabases((open, kind) => {
	describe('whatever two workers do', () => {
		it('each message is in one state, no end is written over, and nothing is sent twice unknowingly', async () => {
			const { log, another, database } = await open();
			const other = await another();
			await fc.assert(
				fc.asyncProperty(history, async (steps) => {
					for (const table of ['messages', 'alerts', 'alert_events', 'deliveries', 'paces']) {
						await database.query(`delete from @${table}`);
					}
					const world: World = {
						now: NOW,
						arrived: new Set(),
						deliveryOfTicket: new Map(),
						held: new Map(),
					};
					const workers = [new Worker(log, world), new Worker(other, world)] as const;
					let states = new Map<string, MessageState>();
					for (const [first, second, wait] of steps) {
						await Promise.all([workers[0].run(first), workers[1].run(second)]);
						const found = await log.findMessages({ limit: 100 });
						const next = new Map(found.map(({ ticketKey, state }) => [ticketKey, state]));
						expect(next.size).toBe(found.length);
						for (const [key, before] of states) {
							const now = next.get(key);
							expect(now !== undefined && mayFollow(before, now), `${before} → ${now}`).toBe(true);
						}
						states = next;
						world.now = after(wait, world.now);
					}
					await finish(log, world);
					for (const { state } of await log.findMessages({ limit: 100 })) {
						expect(ENDED_STATES).toContain(state);
					}
					const open = await database.query(
						`select account_key from @alerts where state <> 'closed' group by account_key having count(*) > 1`,
					);
					expect(open).toEqual([]);
				}),
				{ numRuns: kind === 'sqlite' ? 40 : 12, endOnFailure: true },
			);
		}, 120_000);
	});
});

/** Everything works again, and time goes on until nothing waits any more. */
async function finish(log: TicketLog, world: World): Promise<void> {
	for (let rounds = 0; rounds < 200; rounds += 1) {
		world.now = after(2 * HOUR, world.now);
		for (const options of [normal(), suspect()]) {
			const { token, entries } = await log.leaseMessages(options, world.now);
			const decisions = entries.map(({ ticket }) => decisionOf(ticket.id ?? '', { ticket }));
			await log.recordDecisions(decisions, world.now);
			await log.settleMessages(token, { isSuccess: true }, world.now);
		}
		const { delivery } = await log.leaseDelivery(LEASE_MS, world.now);
		if (delivery !== undefined) {
			expect(world.arrived.has(delivery.id) && !delivery.mayBeRepeat, 'sent twice').toBe(false);
			world.arrived.add(delivery.id);
			await log.recordDelivery(delivery.id, delivery.attempt, { isDelivered: true }, world.now);
		}
		const waiting = await log.findMessages({ states: ['received', 'alerting'], limit: 1 });
		if (waiting.length === 0) return;
	}
	throw new Error('Something waits for ever');
}
