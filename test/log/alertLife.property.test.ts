import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readDelivery } from '../../nodes/core/item/deliveryReaders';
import type { AlertStanding, ResponseAction } from '../../nodes/core/item/types';
import type { Database, SqlRow } from '../../nodes/log/database';
import type { LeasedDelivery, TicketLog } from '../../nodes/log/ticketLog';
import { ADDRESS, followUpsFrom, RESPONSES, tokenOf } from './lifeRig.ts';
import { after, DAY, decisionOf, HOUR, LEASE_MS, MINUTE, NOW, onBothDatabases } from './rig.ts';

const ACTIONS: readonly ResponseAction[] = [
	...(['acknowledge', 'useful', 'noise', 'wrongAccount', 'wrongOwner'] as const),
	...(['snooze', 'snooze', 'close'] as const),
];

const operation = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('message' as const),
			account: fc.constantFrom('a', 'b'),
			score: fc.integer({ min: 50, max: 95 }),
		}),
	},
	{
		weight: 9,
		arbitrary: fc.record({ do: fc.constant('send' as const), arrives: fc.boolean() }),
	},
	{
		weight: 8,
		arbitrary: fc.record({
			do: fc.constant('record' as const),
			says: fc.constantFrom('truth', 'truth', 'truth', 'nothing'),
		}),
	},
	{
		weight: 5,
		arbitrary: fc.record({
			do: fc.constant('answer' as const),
			action: fc.constantFrom(...ACTIONS),
			which: fc.nat(1000),
			days: fc.integer({ min: 1, max: 9 }),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const) }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('closeQuiet' as const) }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

/** Both workers do one thing each at the same instant, then time goes on. */
const history = fc.array(
	fc.tuple(
		operation,
		operation,
		fc.constantFrom(0, 0, 1500, LEASE_MS, 10 * MINUTE, 2 * HOUR, DAY, 8 * DAY),
	),
	{ minLength: 25, maxLength: 60 },
);

/** Slack as it is outside the log: each alert's messages, and how the alert stands by them. */
class Slack {
	private count = 0;
	private readonly shown = new Map<string, AlertStanding | undefined>();

	/** @returns the name of a message that is new */
	take({ kind, message, standing }: LeasedDelivery): { channel: string; ts: string } | undefined {
		if (kind === 'update' || kind === 'answer' || kind === 'closed') {
			if (message !== undefined) this.shown.set(message.ts, standing);
			return undefined;
		}
		const ts = String((this.count += 1));
		this.shown.set(ts, standing);
		return { channel: 'D1', ts };
	}

	standingIn(ts: string): AlertStanding | undefined {
		return this.shown.get(ts);
	}
}

interface World {
	now: Date;
	tickets: number;
	tokens: string[];
	slack: Slack;
}

interface UnderWay {
	delivery: LeasedDelivery;
	arrived: boolean;
	message?: { channel: string; ts: string };
}

class Worker {
	private underWay: UnderWay[] = [];
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
			case 'message': {
				const { account, score } = operation;
				const id = (world.tickets += 1);
				await log.recordDecisions([decisionOf(id, { accountId: account, score })], now);
				return;
			}
			case 'send': {
				const { delivery } = await log.leaseDelivery(LEASE_MS, now);
				if (delivery === undefined) return;
				this.check(delivery);
				const message = operation.arrives ? world.slack.take(delivery) : undefined;
				this.underWay.push({ delivery, arrived: operation.arrives, message });
				return;
			}
			case 'record': {
				const sent = this.underWay.shift();
				if (sent === undefined || operation.says === 'nothing') return;
				await report(log, sent, now);
				return;
			}
			case 'answer': {
				const token = world.tokens[operation.which % Math.max(1, world.tokens.length)];
				if (token === undefined) return;
				const { result } = await log.answer({ token, ...operation }, now);
				expect(result).not.toBe('unknown');
				return;
			}
			case 'crash':
				this.underWay = [];
				return;
			case 'closeQuiet':
				await log.closeQuiet(now);
		}
	}

	/** What is handed out holds to the contract, and follows up on no alert that was answered. */
	private check(delivery: LeasedDelivery): void {
		const read = readDelivery({ delivery: JSON.parse(JSON.stringify(delivery)) as object });
		expect(read?.standing).toEqual(delivery.standing);
		this.world.tokens.push(tokenOf(delivery));
		const isFollowUp = delivery.kind === 'reminder' || delivery.kind === 'escalation';
		if (isFollowUp) {
			expect(delivery.standing?.state, `a ${delivery.kind} after an answer`).toBe('open');
		}
	}
}

async function report(
	log: TicketLog,
	{ delivery, arrived, message }: UnderWay,
	now: Date,
): Promise<void> {
	await log.recordDelivery(
		delivery.id,
		delivery.attempt,
		arrived
			? {
					isDelivered: true,
					channel: 'slack',
					recipientName: 'Dana',
					followUps: followUpsFrom(now),
					...(message !== undefined && { message }),
				}
			: { isDelivered: false, error: 'no' },
		now,
	);
}

/** How an alert stands by the events that were written of it. */
function stateByEvents(kinds: readonly string[]): string {
	return kinds.reduce((state, kind) => {
		if (kind === 'verdict') return state === 'open' ? 'acknowledged' : state;
		return STATE_AFTER[kind] ?? state;
	}, 'none');
}

/** Whoever has nothing to do with an alert has not answered it. */
const kindOfEvent = ({ kind, detail }: SqlRow) =>
	kind === 'verdict' && detail === 'wrongOwner' ? 'wrongOwner' : String(kind);

const STATE_AFTER: Record<string, string> = {
	opened: 'open',
	acknowledged: 'acknowledged',
	snoozed: 'snoozed',
	'snooze over': 'open',
	'open again': 'open',
	'handed on': 'open',
	closed: 'closed',
};

/** What always holds of what stands in the log. */
async function expectSound(database: Database): Promise<void> {
	const alerts = await database.query('select id, state from @alerts');
	const events = await database.query(
		'select alert_id, kind, detail from @alert_events order by seq',
	);
	const followUps = await database.query('select alert_id, kind from @follow_ups');
	for (const { id, state } of alerts) {
		const kinds = events.filter((one) => one.alert_id === id).map(kindOfEvent);
		expect(stateByEvents(kinds), kinds.join(', ')).toBe(state);
		const following = followUps.filter((one) => one.alert_id === id).map(({ kind }) => kind);
		if (state === 'snoozed') expect(following).toEqual(['snoozeEnd']);
		else if (state === 'open') expect(following).not.toContain('snoozeEnd');
		else expect(following).toEqual([]);
	}
	const twice = await database.query(
		`select account_key from @alerts where state <> 'closed' group by account_key having count(*) > 1`,
	);
	expect(twice).toEqual([]);
	const lines = await database.query(
		`select alert_id from @deliveries where due_at is not null and alert_id is not null and is_waiting = 0
		group by alert_id having count(*) > 1`,
	);
	expect(lines, 'two of an alert at once').toEqual([]);
}

/** Everything works again: what is due is sent, until nothing is left of this day. */
async function finish(log: TicketLog, world: World): Promise<void> {
	for (let rounds = 0; rounds < 400; rounds += 1) {
		world.now = after(LEASE_MS, world.now);
		const { delivery, nextAt } = await log.leaseDelivery(LEASE_MS, world.now);
		if (delivery !== undefined) {
			const message = world.slack.take(delivery);
			await report(log, { delivery, arrived: true, message }, world.now);
		} else if (nextAt === undefined) return;
		else world.now = new Date(Math.max(nextAt.getTime(), world.now.getTime()));
	}
	throw new Error('Something is sent for ever');
}

/** Every message that is an alert's says how the alert stands, unless its edit was given up. */
async function expectTrueMessages(database: Database, log: TicketLog, world: World): Promise<void> {
	const alerts = await database.query(
		`select id, message_ts from @alerts where message_ts is not null and id not in (
			select alert_id from @deliveries where kind in ('answer', 'closed') and state = 'undelivered' and content is not null
		)`,
	);
	const standings = new Map<string, AlertStanding>();
	for (const token of world.tokens) {
		const target = await log.readAnswerTarget(token, world.now);
		if (target?.alertId !== undefined && target.standing !== undefined) {
			standings.set(target.alertId, target.standing);
		}
	}
	for (const { id, message_ts } of alerts) {
		const shown = world.slack.standingIn(String(message_ts));
		const stands = standings.get(String(id));
		if (stands !== undefined) expect(shown).toEqual(stands);
	}
}

const TABLES = [
	'messages',
	'alerts',
	'alert_events',
	'deliveries',
	'paces',
	'tokens',
	'follow_ups',
];

onBothDatabases((open, kind) => {
	describe('whatever two workers and the readers of alerts do', () => {
		it('each alert stands as the last event says, nothing follows an answer, and its message is true', async () => {
			const { log, another, database } = await open();
			const other = await another();
			await log.saveResponseAddress(RESPONSES, ADDRESS, NOW);
			await fc.assert(
				fc.asyncProperty(history, async (steps) => {
					for (const table of TABLES) await database.query(`delete from @${table}`);
					const world: World = { now: NOW, tickets: 0, tokens: [], slack: new Slack() };
					const workers = [new Worker(log, world), new Worker(other, world)] as const;
					for (const [first, second, wait] of steps) {
						await Promise.all([workers[0].run(first), workers[1].run(second)]);
						await expectSound(database);
						world.now = after(wait, world.now);
					}
					await finish(log, world);
					await expectSound(database);
					await expectTrueMessages(database, log, world);
					const unfinished = await database.query(
						`select id from @messages where state in ('received', 'alerting')`,
					);
					expect(unfinished).toEqual([]);
				}),
				{ numRuns: kind === 'sqlite' ? 40 : 10, endOnFailure: true },
			);
		}, 180_000);
	});
});
