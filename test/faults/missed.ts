import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import type { startHelpdeskRig } from '../support/helpdeskRig.ts';
import { webhookPath } from '../support/rig.ts';
import type { Invocation } from '../support/zendesk/deliveries.ts';
import { closeAlerts } from './customers.ts';
import { helpAlong, untilEnded } from './ends.ts';
import { isLong } from './form.ts';
import type { Hands } from './hands.ts';
import { tallyLine, TEXTS, type Mood } from './helpdesks.ts';
import { seededRandom } from './random.ts';
import {
	countOf,
	EXPECTED,
	killAgainAndAgain,
	KILLS,
	repeatsOf,
	SEED,
	stormWriter,
	TICKETS,
} from './storm.ts';

/** Between one ticket and the next, on average: so that they come while n8n is down and starts, too. */
const PAUSE_MS = isLong ? 250 : 600;
/** In each start, so that the others come at random moments. */
const WHILE_STARTING = isLong ? 8 : 4;
/**
 * Zendesk's export leaves out the newest minute, so the round two minutes after a start names what the start
 * itself was told of; what is created later, a webhook brings. The next round would be at ten minutes.
 */
const ASKED_BY_MS = 5 * 60_000;

type HelpdeskRig = Awaited<ReturnType<typeof startHelpdeskRig>>;

/** What Zendesk believes delivered, or gave up, while n8n was killed: only asking it brings that back. */
export function missed(of: () => { rig: HelpdeskRig; hands: Hands }): void {
	describe(`${TICKETS} tickets of a Zendesk that is asked, while n8n is killed ${KILLS} times (seed ${SEED})`, () => {
		it('none is lost, and each ends once and is alerted once or says that it may be a repeat', async () => {
			const { rig: desks, hands } = of();
			const { rig, zendesk } = desks;
			await closeAlerts(hands);
			const before = rig.outbox.messages.length;
			const { invocations } = zendesk.deliveries;
			const moods = new Map<string, Mood>();
			const isTaken = ({ answers }: Invocation) =>
				answers.at(-1)?.includes('"received":true') === true;
			const creating = createTickets(desks, moods);
			const kills = await killAgainAndAgain(rig, {
				random: seededRandom(SEED + 1),
				countTaken: () => invocations.filter(isTaken).length,
				isGoingOn: () => moods.size < TICKETS,
			});
			const startedAt = Date.now();
			await creating;
			await zendesk.deliveries.settled();
			const keys = [...moods.keys()];
			const told = (by: 'us' | 'n8n' | 'nobody') =>
				invocations.filter(
					(one) => by === (isTaken(one) ? 'us' : one.isDelivered ? 'n8n' : 'nobody'),
				);
			const rows = await untilEnded(rig, keys, {
				timeout: ASKED_BY_MS,
				between: helpAlong(rig, hands),
			});
			const seconds = Math.round((Date.now() - startedAt) / 1000);
			const deliveries = (await rig.log.all('deliveries')).filter(({ message_row }) =>
				rows.some(({ id }) => id === message_row),
			);
			const report = repeatsOf(deliveries, rows, rig.outbox.messages.slice(before));
			// Answers of ours say "received"; n8n has some of its own.
			const attempts = invocations.flatMap(({ attempts, answers }) =>
				attempts.map((attempt, index) => {
					const isOurs = answers[index]?.includes('"received"') === true;
					return `${attempt}${isOurs || typeof attempt === 'string' ? '' : ' by n8n'}`;
				}),
			);
			console.log(
				[
					`  ${TICKETS} tickets, ${KILLS} kills: ${kills.join('; ')}`,
					`  answers: ${tallyLine(countOf(attempts, String))}`,
					`  told 2xx by us: ${told('us').length}; by n8n itself while it starts: ${told('n8n').length}; given up: ${told('nobody').length}`,
					`  found by: ${tallyLine(countOf(rows, ({ found_by }) => String(found_by)))}; lost: ${keys.length - new Set(rows.map(({ ticket_key }) => ticket_key)).size}`,
					`  all ended ${seconds} s after the last start, as: ${tallyLine(countOf(rows, ({ state }) => String(state)))}`,
					`  ${deliveries.length} messages to send, ${report.copies} arrived: ${report.repeats} repeats, ${report.unmarked.length} of them unmarked; ${report.missing.length} missing`,
				].join('\n'),
			);

			expect(keys).toHaveLength(TICKETS);
			expect(rows.map(({ ticket_key }) => ticket_key).sort()).toEqual([...keys].sort());
			const wrong = rows.filter(({ ticket_key, state }) => {
				const mood = moods.get(String(ticket_key)) ?? 'calm';
				return !EXPECTED[mood].includes(String(state));
			});
			expect(wrong.map(({ ticket_key, state }) => [ticket_key, state])).toEqual([]);
			// Nothing would be shown where no delivery went astray.
			expect(told('n8n').length + told('nobody').length).toBeGreaterThan(0);
			expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(['delivered']));
			expect(report.missing).toEqual([]);
			expect(report.unmarked).toEqual([]);
		});
	});
}

/**
 * Lets customers write one ticket after the other, whatever n8n is doing, and some of them just when it says by
 * itself that it is starting up; `moods` by key grows meanwhile.
 */
async function createTickets(rig: HelpdeskRig, moods: Map<string, Mood>): Promise<void> {
	const { desk } = rig.zendesk;
	const random = seededRandom(SEED);
	const pauses = seededRandom(SEED + 2);
	const users = new Map<string, number>();
	const create = () => {
		const { mood, from } = stormWriter(moods.size, random);
		const requester = users.get(from) ?? desk.addUser({ name: from, email: from });
		users.set(from, requester);
		const { subject, text } = TEXTS[mood];
		const id = desk.addTicket({ subject, body: text, requester });
		moods.set(`zendesk:northwind.zendesk.com:${id}`, mood);
	};
	const createWhileStarting = async () => {
		let wasStarting = false;
		while (moods.size < TICKETS) {
			const isStarting = await saysItStarts(rig);
			// All at once: it lasts for moments only.
			const most = isStarting && !wasStarting ? moods.size + WHILE_STARTING : 0;
			while (moods.size < Math.min(most, TICKETS)) create();
			wasStarting = isStarting;
			await sleep(20);
		}
	};
	const starting = createWhileStarting();
	while (moods.size < TICKETS) {
		create();
		await sleep(pauses() * 2 * PAUSE_MS);
	}
	await starting;
}

async function saysItStarts({ n8n }: HelpdeskRig): Promise<boolean> {
	const url = n8n.webhookUrl(webhookPath('zendesk'));
	const answer = await fetch(url, { method: 'POST' }).catch(() => undefined);
	return answer?.status === 200 && !(await answer.text()).includes('"received"');
}
