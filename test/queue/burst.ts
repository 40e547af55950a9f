import { setTimeout as sleep } from 'node:timers/promises';

import { zendesk, type Delivery } from '../demo/deliveries.ts';
import { proofOf } from '../support/connect.ts';
import type { LogRow } from '../support/logRows.ts';
import { webhookPath, type Rig } from '../support/rig.ts';

/** As helpdesks do, what is not answered by 2xx is sent again, later and later. */
const MOST_TRIES = 8;
const AGAIN_AFTER_MS = 1000;
const LONGEST_WAIT_MS = 20_000;
/** Tickets whose copies are under way at once. */
const LANES = 4;

export interface Answered {
	ticketKey: string;
	/** What the first answer said where it was no 2xx of ours. */
	refusal?: string;
	firstMs: number;
	/** Whether it was told 2xx in the end. */
	isAccepted: boolean;
}

export interface Burst {
	startedAt: number;
	answers: Answered[];
}

let nextId = 70_000;

/**
 * Invented tickets, mostly calm: of ten, one is critical and of nobody known, one of an account whose
 * owner gets email, one is frustrated and of nobody known.
 */
export function inventTickets(count: number): Delivery[] {
	return Array.from({ length: count }, (_, index) => {
		nextId += 1;
		const id = String(nextId);
		const person = { id, name: 'Kit Doe', subject: `Ticket ${id}` };
		switch (index % 10) {
			case 1:
				return zendesk({
					...person,
					from: `dev@shop-${id}.example`,
					text: 'Production is down for all of our users and our data disappeared. We will cancel if this is not solved today.',
					expected: 'alerted',
				});
			case 4:
				return zendesk({
					...person,
					from: `ops${id}@initech.example`,
					text: 'The Salesforce sync stopped on Friday and nothing has come through since. Please look into it, our reps work with old numbers.',
					// The first of them, if no alert of the account is open.
					expected: 'updated',
				});
			case 7:
				return zendesk({
					...person,
					from: `pat@startup-${id}.example`,
					text: 'Our webhook is not firing since this morning, the integration is broken.',
					expected: 'unattached',
				});
			default:
				return zendesk({
					...person,
					from: `mia${id}@globex.example`,
					text: 'Hello, where can I invite a colleague to our workspace? Thank you!',
					expected: 'monitored',
				});
		}
	});
}

/**
 * Sends each ticket `copies` times, all copies of it at one instant and in turns to the addresses given; a
 * few tickets at once, since n8n refuses more than its two database connections can carry.
 */
export async function burst(
	rig: Rig,
	tickets: readonly Delivery[],
	copies: number,
	addresses: readonly string[],
): Promise<Burst> {
	const startedAt = Date.now();
	const waiting = [...tickets];
	const lanes = Array.from({ length: LANES }, async () => {
		const answers: Answered[] = [];
		for (let ticket = waiting.shift(); ticket !== undefined; ticket = waiting.shift()) {
			answers.push(...(await sendCopies(rig, ticket, copies, addresses)));
		}
		return answers;
	});
	return { startedAt, answers: (await Promise.all(lanes)).flat() };
}

async function sendCopies(
	rig: Rig,
	ticket: Delivery,
	copies: number,
	addresses: readonly string[],
): Promise<Answered[]> {
	return await Promise.all(
		Array.from({ length: copies }, async (_, copy) => {
			const address = addresses[copy % addresses.length] ?? '';
			return await sendUntilAccepted(rig, ticket, address);
		}),
	);
}

async function sendUntilAccepted(rig: Rig, ticket: Delivery, address: string): Promise<Answered> {
	const started = performance.now();
	const refusal = await refusalOf(rig, ticket, address);
	const firstMs = performance.now() - started;
	let last = refusal;
	for (let tries = 1; last !== undefined && tries < MOST_TRIES; tries += 1) {
		const wait = Math.min(LONGEST_WAIT_MS, AGAIN_AFTER_MS * 2 ** tries);
		await sleep(wait * (0.5 + Math.random()));
		last = await refusalOf(rig, ticket, address);
	}
	return { ticketKey: ticket.ticketKey ?? '', refusal, firstMs, isAccepted: last === undefined };
}

/** Sends a ticket. An answer counts only as far as it is ours: n8n says 200 to anybody while it starts. */
async function refusalOf(rig: Rig, ticket: Delivery, address: string): Promise<string | undefined> {
	try {
		const { status, text } = await sendOnce(rig, ticket, address);
		const isTaken = status >= 200 && status < 300 && text.includes('"received":true');
		return isTaken ? undefined : `${status} ${text.slice(0, 120)}`;
	} catch (error) {
		return String((error as Error).cause ?? error).slice(0, 120);
	}
}

/** One delivery to one of n8n's processes. */
export async function sendOnce(
	rig: Rig,
	{ helpdesk, contentType, body }: Delivery,
	address: string,
): Promise<{ status: number; text: string }> {
	const response = await fetch(`${address}/webhook/${webhookPath(helpdesk)}`, {
		method: 'POST',
		headers: { 'content-type': contentType, ...proofOf(helpdesk, body, rig.secrets) },
		body,
	});
	return { status: response.status, text: await response.text() };
}

/** The tickets' rows once all have ended. Throws with those that have not, after `timeout` milliseconds. */
export async function waitForEnds(
	rig: Rig,
	tickets: readonly Delivery[],
	timeout: number,
): Promise<LogRow[]> {
	const keys = new Set(tickets.map(({ ticketKey }) => ticketKey));
	const deadline = Date.now() + timeout;
	for (;;) {
		const rows = (await rig.log.all('messages')).filter((row) => keys.has(String(row.ticket_key)));
		const open = rows.filter(({ ended_at }) => ended_at === null);
		if (open.length === 0 && rows.length >= keys.size) return rows;
		if (Date.now() > deadline) {
			const states = open.map((row) => `${row.ticket_key} ${row.state} ${row.reason ?? ''}`);
			throw new Error(
				`${rows.length} rows of ${keys.size} tickets, ${open.length} not ended:\n${states.join('\n')}`,
			);
		}
		await sleep(250);
	}
}
