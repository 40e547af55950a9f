import { setTimeout as sleep } from 'node:timers/promises';

import { InstallError } from '../n8n/installErrors.ts';
import type { OutboxMessage } from '../outbox/types.ts';
import type { LogRow } from '../support/logRows.ts';
import type { Rig } from '../support/rig.ts';
import { customer, CUSTOMERS } from './customers.ts';
import { copiesOf, saysMayBeRepeat } from './ends.ts';
import { isLong } from './form.ts';
import type { Mood, Tally } from './helpdesks.ts';

/** Many tickets while n8n is killed again and again: what such a storm is made of, and what it has to end in. */

export const TICKETS = isLong ? 500 : 60;
export const KILLS = isLong ? 5 : 2;
export const SEED = Number(process.env.CS_ALERTS_FAULTS_SEED ?? 20261128);
/** A kill comes at the latest so long after n8n has answered the first ticket since it was up again. */
const UP_AT_MOST_MS = isLong ? 8000 : 4000;

/** What a ticket has to end as. */
export const EXPECTED: Record<Mood, readonly string[]> = {
	calm: ['monitored'],
	frustrated: ['unattached'],
	// The first of an account alerts, the others are taken in by its open alert.
	critical: ['alerted', 'updated'],
};

/** Who writes the next ticket of a storm, and how. */
export function stormWriter(index: number, random: () => number): { mood: Mood; from: string } {
	const die = random();
	const mood: Mood = die < 0.35 ? 'calm' : die < 0.5 ? 'frustrated' : 'critical';
	const from =
		mood === 'calm'
			? 'mia@globex.example'
			: mood === 'frustrated'
				? `ops@unknown-${index}.example`
				: // Some in Slack, where one message a second may go out.
					die > 0.95
					? `owner@storm-${index}.example`
					: customer(Math.floor(random() * CUSTOMERS));
	return { mood, from };
}

interface Killing {
	random: () => number;
	/** Tickets that n8n has taken so far. */
	countTaken(): number;
	/** Whether more are to come. */
	isGoingOn(): boolean;
}

/** Kills n8n at random moments of its work; returns what it was in the middle of each time. */
export async function killAgainAndAgain(
	rig: Rig,
	{ random, countTaken, isGoingOn }: Killing,
): Promise<string[]> {
	const kills: string[] = [];
	for (let kill = 0; kill < KILLS; kill += 1) {
		const before = countTaken();
		// While there is nothing left to send, what is left to do is as good.
		while (countTaken() === before && isGoingOn()) await sleep(20);
		const moment = Math.round(random() * UP_AT_MOST_MS);
		await sleep(moment);
		await rig.server.kill();
		const leased = async (table: 'messages' | 'deliveries') =>
			(await rig.log.all(table)).filter(({ lease_token }) => lease_token !== null).length;
		const underWay = `${await leased('messages')} tickets and ${await leased('deliveries')} messages under way`;
		const starts = await startAgain(rig);
		kills.push(
			`${(moment / 1000).toFixed(1)} s in, with ${underWay}${starts === 1 ? '' : `, up at start ${starts}`}`,
		);
	}
	return kills;
}

/**
 * Starts n8n again, as whatever supervises it does. n8n 2.41 ends while it starts when it was killed
 * between creating an execution and starting it, and comes up the next time (its startup recovery
 * reads the start time of an execution that has none).
 * @returns how many starts it took
 */
export async function startAgain(rig: Rig): Promise<number> {
	for (let starts = 1; ; starts += 1) {
		try {
			await rig.restart();
			return starts;
		} catch (error) {
			if (!(error instanceof InstallError) || starts >= 3) throw error;
		}
	}
}

interface Repeats {
	copies: number;
	repeats: number;
	/** Deliveries of which a later copy does not say that it may be one. */
	unmarked: string[];
	/** Deliveries that never arrived. */
	missing: string[];
}

/** Finds the copies of each delivery: in Slack by the block that names it, by mail by the ticket's link. */
export function repeatsOf(
	deliveries: readonly LogRow[],
	rows: readonly LogRow[],
	messages: readonly OutboxMessage[],
): Repeats {
	const result: Repeats = { copies: 0, repeats: 0, unmarked: [], missing: [] };
	for (const { id, channel, message_row } of deliveries) {
		const ticket = rows.find((row) => row.id === message_row);
		const link = `/tickets/${ticket?.ticket_id ?? ''}`;
		const copies = messages.filter((message) =>
			message.kind === 'slack'
				? message.postedIds.includes(`cs:${id}`)
				: copiesOf([message], link).length > 0,
		);
		result.copies += copies.length;
		result.repeats += Math.max(0, copies.length - 1);
		const name = `${ticket?.ticket_key ?? id} by ${channel}`;
		if (copies.length === 0) result.missing.push(name);
		if (copies.slice(1).some((copy) => !saysMayBeRepeat(copy))) result.unmarked.push(name);
	}
	return result;
}

export function countOf<T>(all: readonly T[], nameOf: (one: T) => string): Tally {
	const counts: Tally = new Map();
	for (const one of all) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
	return counts;
}
