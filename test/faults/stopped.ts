import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import type { PostgresServer } from '../support/postgres.ts';
import type { Rig } from '../support/rig.ts';
import { customer } from './customers.ts';
import { copiesOf, helpAlong, rowOnce, saysMayBeRepeat, untilEnded } from './ends.ts';
import { isLong } from './form.ts';
import type { Hands } from './hands.ts';
import { post, SEND_AGAIN, sendUntilTold, tallyLine, ticketOf, type Tally } from './helpdesks.ts';

const TICKETS = isLong ? 60 : 20;
const TWICE = isLong ? 60 : 10;
const STOPPED_MS = isLong ? 30_000 : 3000;

interface Stopped {
	rig: Rig;
	hands: Hands;
	postgres: PostgresServer;
	/** Runs statements in the log's database. */
	database: (sql: string) => Promise<void>;
}

/** The log's PostgreSQL, and what can happen to it. */
export function stopped(of: () => Stopped): void {
	describe('a NUL in a subject', () => {
		it('does not keep a ticket out of PostgreSQL', async () => {
			const { rig } = of();
			const ticket = ticketOf(600, { from: 'ops@nul.example', subject: 'Data\u0000 gone' });
			expect((await post(rig, ticket)).body).toEqual({ received: true });
			const row = await rowOnce(rig, ticket.ticketKey, ({ state }) => state === 'alerted');
			expect(row.subject).toMatch(/^Data ?gone$/);
		});
	});

	describe('commits that take up to 200 ms, and every ticket delivered twice at the same instant', () => {
		it('leave one row and one alert of each', async () => {
			const { rig, hands, database } = of();
			const tickets = Array.from({ length: TWICE }, (_, index) =>
				ticketOf(700 + index, { from: customer(index) }),
			);
			await postgresSlowly(database, async () => {
				const answers = await Promise.all(
					[...tickets, ...tickets].map(async (ticket) => await post(rig, ticket)),
				);
				expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
				expect(answers.filter(({ body }) => body.duplicate === true)).toHaveLength(tickets.length);
				await untilEnded(
					rig,
					tickets.map(({ ticketKey }) => ticketKey),
					{ between: hands.hurry },
				);
			});
			for (const { ticketKey, link } of tickets) {
				expect(await rig.log.messagesOf(ticketKey)).toMatchObject([{ state: 'alerted' }]);
				expect(copiesOf(rig.outbox.messages, link)).toHaveLength(1);
			}
		});
	});

	describe(`the log's database gone for ${STOPPED_MS / 1000} s`, () => {
		it('is told as 503 in plain words, and all end once it is back', async () => {
			const { rig, hands, postgres } = of();
			const tickets = Array.from({ length: TICKETS }, (_, index) =>
				ticketOf(610 + index, {
					from: index % 4 === 0 ? `ops@gone-${index}.example` : 'mia@globex.example',
					mood: index % 4 === 0 ? 'critical' : 'calm',
				}),
			);
			const tally: Tally = new Map();
			const half = tickets.length / 2;
			const sending = tickets
				.slice(0, half)
				.map(async (ticket) => await sendUntilTold(rig, ticket, tally));
			// Some are on their way through when it goes.
			await Promise.race(sending);
			await postgres.crash();
			try {
				const gone = await post(rig, tickets[half] ?? ticketOf(699));
				expect(gone).toMatchObject(SEND_AGAIN);
				// Where the log is tells n8n's own log, not whoever calls the webhook.
				expect(await rig.server.log()).toMatch(
					/The log could not reach the PostgreSQL .* Start it/,
				);
				for (const ticket of tickets.slice(half)) sending.push(sendUntilTold(rig, ticket, tally));
				await sleep(STOPPED_MS);
			} finally {
				await postgres.start();
			}
			const told = await Promise.all(sending);
			console.log(`  PostgreSQL gone: ${tallyLine(tally)}`);
			expect(told.map(({ toldBy }) => toldBy)).toEqual(tickets.map(() => 'us'));
			const rows = await untilEnded(
				rig,
				tickets.map(({ ticketKey }) => ticketKey),
				{
					between: helpAlong(rig, hands),
				},
			);
			expect(rows).toHaveLength(tickets.length);
			const endOf = (key: string) => rows.find(({ ticket_key }) => ticket_key === key)?.state;
			expect(tickets.map(({ ticketKey }) => endOf(ticketKey))).toEqual(
				tickets.map((_, index) => (index % 4 === 0 ? 'alerted' : 'monitored')),
			);
			const copies = tickets.map(({ link }) => copiesOf(rig.outbox.messages, link));
			const isAlert = (index: number) => index % 4 === 0;
			expect(copies.map((all) => all.length > 0)).toEqual(
				tickets.map((_, index) => isAlert(index)),
			);
			// What was sent just when nothing could be recorded comes again, and says so.
			const repeats = copies.flatMap((all) => all.slice(1));
			expect(repeats.filter((copy) => !saysMayBeRepeat(copy))).toEqual([]);
			console.log(`  ${rows.length} ended, ${repeats.length} repeats, all marked`);
		});
	});
}

/** Does something while each commit that puts a row in takes up to 200 ms. */
async function postgresSlowly(database: Stopped['database'], work: () => Promise<void>) {
	await database(`create function cs_alerts.dawdle() returns trigger language plpgsql as
		'begin perform pg_sleep(random() * 0.2); return null; end'`);
	for (const table of ['messages', 'deliveries']) {
		await database(`create constraint trigger dawdle after insert on cs_alerts.${table}
			deferrable initially deferred for each row execute function cs_alerts.dawdle()`);
	}
	try {
		await work();
	} finally {
		await database('drop function cs_alerts.dawdle cascade');
	}
}
