import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { LeasedNotice, LookResult } from '../../nodes/log/intakeLog';
import type { Lease, TicketLog } from '../../nodes/log/ticketLog';
import {
	after,
	DAY,
	HOUR,
	LEASE_MS,
	looking,
	lookOf,
	MINUTE,
	noticeOf,
	NOW,
	onBothDatabases,
	ticketOf,
} from './rig.ts';

const TICKETS = 4;
const operation = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({ do: fc.constant('write' as const), id: fc.nat(TICKETS - 1) }),
	},
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('lease' as const) }) },
	{ weight: 5, arbitrary: fc.record({ do: fc.constant('record' as const) }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('postpone' as const) }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('crash' as const) }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('tryAgain' as const) }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

/** Two workers do one thing each at the same instant, then time goes on. */
const history = fc.array(
	fc.tuple(
		operation,
		operation,
		fc.constantFrom(0, 0, 1000, LEASE_MS / 2, LEASE_MS, 10 * MINUTE, 20 * HOUR),
	),
	{ minLength: 15, maxLength: 40 },
);

/** The helpdesk: how many messages the customer of each ticket has written. */
type Helpdesk = Map<string, number>;

/** What the helpdesk says of a ticket at this instant. */
function lookAt(helpdesk: Helpdesk, { id }: LeasedNotice): LookResult {
	const messages = Array.from({ length: helpdesk.get(id) ?? 0 }, (_, index) => ({
		ticket: ticketOf(id, { messageId: `m${index + 1}` }),
	}));
	return lookOf(id, { messages });
}

class Worker {
	private looks: Array<{ lease: Lease<LeasedNotice>; found: LookResult[] }> = [];
	private readonly log: TicketLog;
	private readonly helpdesk: Helpdesk;

	constructor(log: TicketLog, helpdesk: Helpdesk) {
		this.log = log;
		this.helpdesk = helpdesk;
	}

	async run(operation: Operation, now: Date): Promise<void> {
		const { log, helpdesk } = this;
		switch (operation.do) {
			case 'write': {
				const id = String(operation.id);
				helpdesk.set(id, (helpdesk.get(id) ?? 0) + 1);
				await log.notice([noticeOf(id)], now);
				return;
			}
			case 'lease': {
				const lease = await log.leaseNotices(looking(3), now);
				// The helpdesk answers now; what is written until the answer is recorded, it does not say.
				const found = lease.entries.map((entry) => lookAt(helpdesk, entry));
				if (found.length > 0) this.looks.push({ lease, found });
				return;
			}
			case 'record': {
				const look = this.looks.shift();
				if (look !== undefined) await log.recordLooks(look.lease.token, look.found, now);
				return;
			}
			case 'postpone': {
				const look = this.looks.shift();
				if (look === undefined) return;
				// The first of them could be looked at, the rest not.
				await log.recordLooks(look.lease.token, look.found.slice(0, 1), now);
				await log.postponeNotices(look.lease.token, { error: 'Zendesk answered 503' }, now);
				return;
			}
			case 'crash':
				this.looks = [];
				return;
			case 'tryAgain':
				await log.tryAgain({ failed: true, undelivered: false }, now);
		}
	}
}

onBothDatabases((open) => {
	describe('two processes that look at the same helpdesk', () => {
		it('lose no message of a ticket that was noticed, and hand out none twice at a time', async () => {
			await fc.assert(
				fc.asyncProperty(history, async (steps) => {
					const { log, another, database } = await open();
					// SQLite has a new file each time; PostgreSQL's tables are emptied.
					const helpdesk: Helpdesk = new Map();
					const workers = [new Worker(log, helpdesk), new Worker(await another(), helpdesk)];
					let now = NOW;
					for (const [first, second, wait] of steps) {
						await Promise.all([workers[0]?.run(first, now), workers[1]?.run(second, now)]);
						now = after(wait, now);
						const held = await database.query(
							`select 1 as found from @notices group by ticket_key having count(*) > 1`,
						);
						expect(held).toEqual([]);
					}
					// All leases end, and one worker goes through to the end; what took n8n down too often fails first.
					now = after(3 * DAY, now);
					const last = new Worker(log, helpdesk);
					for (let rounds = 0; rounds < 10; rounds += 1) {
						await last.run({ do: 'lease' }, now);
						await last.run({ do: 'record' }, now);
						await last.run({ do: 'tryAgain' }, now);
					}
					const rows = await log.findMessages({ limit: 1000 });
					const known = rows.map(({ ticketKey, messageId }) => `${ticketKey} ${messageId}`);
					const written = [...helpdesk].flatMap(([id, count]) =>
						Array.from({ length: count }, (_, index) => `zendesk:acme:${id} m${index + 1}`),
					);
					expect(known.sort()).toEqual(written.sort());
					expect((await log.leaseNotices(looking(), now)).nextAt).toBeUndefined();
				}),
				{ numRuns: 25, endOnFailure: true },
			);
		}, 120_000);
	});
});
