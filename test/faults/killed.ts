import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import type { LogRow } from '../support/logRows.ts';
import type { Rig } from '../support/rig.ts';
import { closeAlerts, customer } from './customers.ts';
import { copiesOf, helpAlong, saysMayBeRepeat, untilEnded } from './ends.ts';
import type { Hands } from './hands.ts';
import {
	sendUntilOurs,
	sendUntilTold,
	tallyLine,
	ticketOf,
	type Mood,
	type PostedTicket,
	type Sent,
	type Tally,
} from './helpdesks.ts';
import { seededRandom } from './random.ts';
import {
	countOf,
	EXPECTED,
	killAgainAndAgain,
	KILLS,
	repeatsOf,
	SEED,
	startAgain,
	stormWriter,
	TICKETS,
} from './storm.ts';

/** Tickets of the helpdesks on their way at once. */
const SENDERS = 10;
/** Between one ticket and the next of a sender, at most. */
const PAUSE_MS = 600;

interface StormTicket extends PostedTicket {
	mood: Mood;
}

/** n8n ended in the middle of whatever it did, again and again, on the default log. */
export function killed(of: () => { rig: Rig; hands: Hands }): void {
	describe(`${TICKETS} tickets while n8n is killed ${KILLS} times (seed ${SEED})`, () => {
		it('each that we answered ends once, and is alerted once or says that it may be a repeat', async () => {
			const { rig, hands } = of();
			const random = seededRandom(SEED);
			// Of their own, since the senders draw at moments that no seed tells.
			const moments = seededRandom(SEED + 1);
			const pauses = seededRandom(SEED + 2);
			await closeAlerts(hands);
			const before = rig.outbox.messages.length;
			const tickets = Array.from({ length: TICKETS }, (_, index) => stormTicket(index, random));
			const tally: Tally = new Map();
			const sent: Sent[] = [];
			const sending = sendAll(rig, tickets, { sent, tally, random: pauses });
			const kills = await killAgainAndAgain(rig, {
				random: moments,
				countTaken: () => sent.length,
				isGoingOn: () => sent.length < TICKETS,
			});
			await sending;
			const told = (by: Sent['toldBy']) => sent.filter(({ toldBy }) => toldBy === by);
			const ours = told('us').map(({ ticket }) => ticket as StormTicket);

			const rows = await untilEnded(
				rig,
				ours.map(({ ticketKey }) => ticketKey),
				{
					timeout: 600_000,
					between: helpAlong(rig, hands),
				},
			);
			// All that was ever taken in has to end, whoever told its helpdesk what.
			const all = await rig.log.all('messages');
			const stormKeys = new Set(tickets.map(({ ticketKey }) => ticketKey));
			const taken = all.filter(({ ticket_key }) => stormKeys.has(String(ticket_key)));
			await untilEnded(
				rig,
				taken.map(({ ticket_key }) => String(ticket_key)),
				{
					timeout: 120_000,
					between: helpAlong(rig, hands),
				},
			);
			const deliveries = (await rig.log.all('deliveries')).filter(({ message_row }) =>
				taken.some(({ id }) => id === message_row),
			);
			const messages = rig.outbox.messages.slice(before);
			const report = repeatsOf(deliveries, taken, messages);
			const lost = told('n8n').filter(
				({ ticket }) => !taken.some(({ ticket_key }) => ticket_key === ticket.ticketKey),
			);
			console.log(
				[
					`  ${TICKETS} tickets, ${KILLS} kills: ${kills.join('; ')}`,
					`  answers: ${tallyLine(tally)}`,
					`  told 2xx by us: ${ours.length}; by n8n itself while it starts: ${told('n8n').length}, of which ${lost.length} are in no row (where nobody asks the helpdesk; see missed.ts); never told: ${told('nobody').length}`,
					`  ended as: ${tallyLine(countOf(taken, ({ state }) => String(state)))}`,
					`  ${deliveries.length} messages to send, ${report.copies} arrived: ${report.repeats} repeats, ${report.unmarked.length} of them unmarked; ${report.missing.length} missing`,
				].join('\n'),
			);

			expect(told('nobody')).toEqual([]);
			expect(rows).toHaveLength(ours.length);
			const stateOf = new Map(rows.map(({ ticket_key, state }) => [ticket_key, state]));
			const wrong = ours.filter(
				({ ticketKey, mood }) => !EXPECTED[mood].includes(String(stateOf.get(ticketKey))),
			);
			expect(wrong.map(({ ticketKey }) => [ticketKey, stateOf.get(ticketKey)])).toEqual([]);
			expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(['delivered']));
			expect(report.missing).toEqual([]);
			expect(report.unmarked).toEqual([]);
		});
	});

	describe('n8n killed between sending an alert and recording it', () => {
		/** An alert that Slack has and n8n does not know of; where it is sent again, `before` that. */
		async function alertBetween(id: number, before: (rig: Rig) => void = () => {}) {
			const { rig, hands } = of();
			// An alert that arrived has told which conversation such alerts go to.
			const known = ticketOf(id + 1, { from: `known@between-${id}.example` });
			await sendUntilTold(rig, known);
			await untilEnded(rig, [known.ticketKey], { between: helpAlong(rig, hands) });
			const ticket = ticketOf(id, { from: `owner@between-${id}.example` });
			rig.outbox.failNext({ of: 'slack', answer: 'late', afterMs: 60_000 });
			await sendUntilTold(rig, ticket);
			await rig.outbox.waitFor((message) => copiesOf([message], ticket.link).length > 0, 30_000);
			await rig.server.kill();
			before(rig);
			await startAgain(rig);
			const rows = await untilEnded(rig, [ticket.ticketKey], { between: helpAlong(rig, hands) });
			expect(rows).toMatchObject([{ state: 'alerted' }]);
			return copiesOf(rig.outbox.messages, ticket.link).map(saysMayBeRepeat);
		}

		it('finds the message in Slack, and sends no second one', async () => {
			expect(await alertBetween(3990)).toEqual([false]);
		});

		it('alerts again where the app may not read the conversation, saying that it may be a repeat', async () => {
			const copies = await alertBetween(3980, (rig) => {
				rig.outbox.failNext({ of: 'slack', error: 'missing_scope' });
			});
			expect(copies).toEqual([false, true]);
		});
	});

	describe('n8n killed in the middle of a batch', () => {
		it('takes the whole batch up again, and alerts each once', async () => {
			const { rig, hands } = of();
			const tickets = Array.from({ length: 20 }, (_, index) =>
				ticketOf(4000 + index, { from: customer(index) }),
			);
			await closeAlerts(hands);
			const sending = tickets.map(async (ticket) => await sendUntilOurs(rig, ticket));
			let leased: LogRow[] = [];
			while (leased.length < 2) {
				await sleep(5);
				leased = (await rig.log.all('messages')).filter(
					({ state, lease_token }) => state === 'received' && lease_token !== null,
				);
			}
			await rig.server.kill();
			await startAgain(rig);
			await Promise.all(sending);
			const rows = await untilEnded(
				rig,
				tickets.map(({ ticketKey }) => ticketKey),
				{
					between: helpAlong(rig, hands),
				},
			);
			expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['alerted']));
			expect(rows.some(({ attempts }) => Number(attempts) > 1)).toBe(true);
			const copies = tickets.map(({ link }) => copiesOf(rig.outbox.messages, link));
			expect(copies.filter((all) => all.filter((one) => !saysMayBeRepeat(one)).length > 1)).toEqual(
				[],
			);
			expect(copies.filter((all) => all.length === 0)).toEqual([]);
		});
	});
}

function stormTicket(index: number, random: () => number): StormTicket {
	const writer = stormWriter(index, random);
	return { ...ticketOf(3000 + index, writer), mood: writer.mood };
}

/** Sends all tickets, a few at a time, each until its helpdesk is told 2xx; `sent` grows meanwhile. */
async function sendAll(
	rig: Rig,
	tickets: readonly StormTicket[],
	{ sent, tally, random }: { sent: Sent[]; tally: Tally; random: () => number },
): Promise<void> {
	const waiting = [...tickets];
	await Promise.all(
		Array.from({ length: SENDERS }, async () => {
			for (let ticket = waiting.shift(); ticket !== undefined; ticket = waiting.shift()) {
				sent.push(await sendUntilTold(rig, ticket, tally));
				await sleep(random() * PAUSE_MS);
			}
		}),
	);
}
