import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';

import { describe, expect, it } from 'vitest';

import type { Rig } from '../support/rig.ts';
import { customer } from './customers.ts';
import { copiesOf, helpAlong, rowOnce, saysMayBeRepeat, untilEnded } from './ends.ts';
import { logFile, type Hands } from './hands.ts';
import { post, SEND_AGAIN, sendUntilTold, tallyLine, ticketOf, type Tally } from './helpdesks.ts';
import type { SmallDisk } from './smallDisk.ts';
import { NO_SMALL_DISK } from './smallDisk.ts';

/** The log's patience with a lock is 4 s (nodes/log/sqlite.ts); this is longer. */
const LOCKED_MS = 6000;

interface Embedded {
	rig: Rig;
	hands: Hands;
	disk?: SmallDisk;
}

/** The default log, a SQLite file, and what can happen to it. */
export function embedded(of: () => Embedded, hasSmallDisk: boolean): void {
	describe('a stored ticket that was cut', () => {
		it('ends as failed with the reason, and holds up none of those beside it', async () => {
			const { rig, hands } = of();
			const [first, ...others] = Array.from({ length: 8 }, (_, index) =>
				ticketOf(200 + index, { from: customer(index) }),
			);
			if (first === undefined) return;
			await post(rig, first);
			await untilEnded(rig, [first.ticketKey]);
			// As if it still waited, with half of its text.
			const changed = await hands.change(
				`update @messages set state = 'received', payload = '{"key":"zendesk:nor', due_at = 1, ended_at = null,
					is_suspect = 0 where ticket_key = '${first.ticketKey}'`,
			);
			expect(changed).toBe(1);
			const told = await Promise.all(others.map(async (ticket) => await post(rig, ticket)));
			expect(told.map(({ status }) => status)).toEqual(others.map(() => 200));
			const rows = await untilEnded(
				rig,
				others.map(({ ticketKey }) => ticketKey),
			);
			expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['alerted']));
			const cut = await rowOnce(rig, first.ticketKey, ({ state }) => state === 'failed');
			expect(cut.reason).toContain('cannot be read. Have the helpdesk send it again');
			// And so it is: a failed ticket that comes again is no duplicate.
			expect((await post(rig, first)).body).toEqual({ received: true });
			const again = await rowOnce(
				rig,
				first.ticketKey,
				({ state }) => state !== 'received' && state !== 'alerting',
			);
			expect(again.state).toBe('alerted');
		});
	});

	describe('the same tickets, each delivered twice at the same instant', () => {
		it('are worked on once each, whatever runs share them', async () => {
			const { rig } = of();
			const tickets = Array.from({ length: 30 }, (_, index) =>
				ticketOf(220 + index, { from: `ops@twice-${index}.example`, mood: 'frustrated' }),
			);
			const answers = await Promise.all(
				[...tickets, ...tickets].map(async (ticket) => await post(rig, ticket)),
			);
			expect(answers.filter(({ body }) => body.duplicate === true)).toHaveLength(tickets.length);
			const rows = await untilEnded(
				rig,
				tickets.map(({ ticketKey }) => ticketKey),
			);
			expect(rows).toHaveLength(tickets.length);
			expect(new Set(rows.map(({ attempts }) => attempts))).toEqual(new Set([1]));
		});
	});

	describe(`a log that another process holds for ${LOCKED_MS / 1000} s`, () => {
		it('is told as 503 in plain words, and all end once it is free', async () => {
			const { rig, hands } = of();
			const tickets = Array.from({ length: 12 }, (_, index) =>
				ticketOf(300 + index, { from: customer(8 + index) }),
			);
			const other = new DatabaseSync(logFile(rig.server.userFolder), { timeout: 5000 });
			const tally: Tally = new Map();
			const sending: Array<ReturnType<typeof sendUntilTold>> = [];
			try {
				// Some are on their way through when it is locked.
				for (const ticket of tickets.slice(0, 4)) sending.push(sendUntilTold(rig, ticket, tally));
				await Promise.race(sending);
				other.exec('begin immediate');
				const locked = await post(rig, tickets[4] ?? ticketOf(304));
				expect(locked).toMatchObject(SEND_AGAIN);
				expect(await rig.server.log()).toMatch(/The log .* is held by another process\. Stop/);
				for (const ticket of tickets.slice(4)) sending.push(sendUntilTold(rig, ticket, tally));
				await sleep(LOCKED_MS - 4000);
			} finally {
				if (other.isTransaction) other.exec('rollback');
				other.close();
			}
			const told = await Promise.all(sending);
			console.log(`  Locked: ${tallyLine(tally)}`);
			expect(told.map(({ toldBy }) => toldBy)).toEqual(tickets.map(() => 'us'));
			await everyOneAlerted(rig, hands, tickets);
		});
	});

	describe.skipIf(!hasSmallDisk)(
		hasSmallDisk ? 'a full disk' : `a full disk (skipped: ${NO_SMALL_DISK})`,
		() => {
			it('is told as 503 in plain words, and all end once there is room', async () => {
				const { rig, hands, disk } = of();
				const tickets = Array.from({ length: 12 }, (_, index) =>
					ticketOf(320 + index, { from: customer(20 + index) }),
				);
				const tally: Tally = new Map();
				const sending: Array<ReturnType<typeof sendUntilTold>> = [];
				try {
					for (const ticket of tickets.slice(0, 4)) sending.push(sendUntilTold(rig, ticket, tally));
					await Promise.race(sending);
					disk?.fill();
					// The file still has some free pages of its own: long letters use them up, then short ones.
					await untilRefused(rig, 16_000);
					const full = await untilRefused(rig, 10);
					expect(full).toMatchObject(SEND_AGAIN);
					expect(await rig.server.log()).toMatch(/The disk of the log .* is full\. Make room/);
					for (const ticket of tickets.slice(4)) sending.push(sendUntilTold(rig, ticket, tally));
					await sleep(1500);
				} finally {
					disk?.makeRoom();
				}
				const told = await Promise.all(sending);
				console.log(`  Disk full: ${tallyLine(tally)}`);
				expect(told.map(({ toldBy }) => toldBy)).toEqual(tickets.map(() => 'us'));
				await everyOneAlerted(rig, hands, tickets);
			});
		},
	);
}

/** Sends calm letters of this length until one is refused. */
async function untilRefused(rig: Rig, length: number) {
	for (let count = 0; ; count += 1) {
		const letter = ticketOf(`${length}-${count}`, { mood: 'calm', from: 'mia@globex.example' });
		const fields = new URLSearchParams(letter.body);
		fields.set('description', 'Thank you! '.repeat(length / 10));
		const answer = await post(rig, { ...letter, body: fields.toString() });
		if (answer.status !== 200 || count > 400) return answer;
	}
}

async function everyOneAlerted(
	rig: Rig,
	hands: Hands,
	tickets: ReadonlyArray<ReturnType<typeof ticketOf>>,
): Promise<void> {
	const rows = await untilEnded(
		rig,
		tickets.map(({ ticketKey }) => ticketKey),
		{
			between: helpAlong(rig, hands),
		},
	);
	expect(rows).toHaveLength(tickets.length);
	expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['alerted']));
	// What was sent just when nothing could be recorded comes again, and says so.
	const repeats = tickets.map(({ link }) => copiesOf(rig.outbox.messages, link).slice(1));
	expect(repeats.flat().filter((copy) => !saysMayBeRepeat(copy))).toEqual([]);
	expect(tickets.filter(({ link }) => copiesOf(rig.outbox.messages, link).length === 0)).toEqual(
		[],
	);
	console.log(`  ${tickets.length} alerted, ${repeats.flat().length} repeats, all marked`);
}
