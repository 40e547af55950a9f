import { setTimeout as sleep } from 'node:timers/promises';

import { ENDED_STATES } from '../../nodes/core/log/states';
import type { OutboxMessage } from '../outbox/types.ts';
import type { LogRow } from '../support/logRows.ts';
import type { Rig } from '../support/rig.ts';
import type { Hands } from './hands.ts';

const isEnded = ({ state }: LogRow) => ENDED_STATES.some((ended) => ended === state);

/** Rows of the messages table once each of these tickets has ended; throws naming those that do not. */
export async function untilEnded(
	{ log }: Pick<Rig, 'log'>,
	ticketKeys: readonly string[],
	{ timeout = 60_000, between = async () => {} } = {},
): Promise<LogRow[]> {
	const wanted = new Set(ticketKeys);
	const deadline = Date.now() + timeout;
	for (;;) {
		const rows = (await log.all('messages')).filter(({ ticket_key }) =>
			wanted.has(String(ticket_key)),
		);
		const ended = rows.filter(isEnded);
		if (ended.length >= wanted.size) return ended;
		if (Date.now() > deadline) {
			const open = [...wanted].filter((key) => !ended.some(({ ticket_key }) => ticket_key === key));
			const shown = open.slice(0, 5).map((key) => {
				const row = rows.find(({ ticket_key }) => ticket_key === key);
				return `${key} is ${row === undefined ? 'not in the log' : `${row.state} (${row.reason})`}`;
			});
			throw new Error(`${open.length} of ${wanted.size} have not ended: ${shown.join('; ')}`);
		}
		await between();
		await sleep(100);
	}
}

/** The one row of a ticket once it meets the condition. */
export async function rowOnce(
	{ log }: Pick<Rig, 'log'>,
	ticketKey: string,
	condition: (row: LogRow) => boolean,
	timeout = 30_000,
): Promise<LogRow> {
	return await once(
		async () => (await log.messagesOf(ticketKey))[0],
		condition,
		`row of ${ticketKey}`,
		timeout,
	);
}

/** The one delivery of a ticket once it meets the condition. */
export async function deliveryOnce(
	{ log }: Pick<Rig, 'log'>,
	ticketKey: string,
	condition: (row: LogRow) => boolean,
	timeout = 30_000,
): Promise<LogRow> {
	return await once(
		async () => (await log.deliveriesOf(ticketKey))[0],
		condition,
		`delivery of ${ticketKey}`,
		timeout,
	);
}

async function once(
	find: () => Promise<LogRow | undefined>,
	condition: (row: LogRow) => boolean,
	what: string,
	timeout: number,
): Promise<LogRow> {
	const deadline = Date.now() + timeout;
	let row: LogRow | undefined;
	do {
		row = await find();
		if (row !== undefined && condition(row)) return row;
		await sleep(20);
	} while (Date.now() < deadline);
	const shown = row && { ...row, content: undefined, payload: undefined };
	throw new Error(`The ${what} is ${JSON.stringify(shown)} after ${timeout / 1000} s`);
}

/** The leases there are, of messages and of deliveries. */
export async function leasesOf({ log }: Pick<Rig, 'log'>): Promise<string[]> {
	const rows = [...(await log.all('messages')), ...(await log.all('deliveries'))];
	return [...new Set(rows.flatMap(({ lease_token }) => lease_token ?? []))].map(String);
}

/**
 * Shortens all waits once nothing runs: what waits for its time is due, and the leases of runs that
 * ended or vanished without a word are over.
 */
export const helpAlong = (rig: Pick<Rig, 'idle' | 'log'>, hands: Hands) => async () => {
	const leases = await leasesOf(rig);
	try {
		await rig.idle();
	} catch {
		// A connection from before n8n was killed; the next look has a new one.
		return;
	}
	await hands.endLeases(leases);
	await hands.hurry();
};

/** The messages about a ticket that arrived, oldest first; not those that only point back to it as the first one. */
export const copiesOf = (messages: readonly OutboxMessage[], link: string): OutboxMessage[] => {
	const pattern = new RegExp(`${link.replaceAll('/', '\\/')}(?!\\d)`);
	return messages.filter((message) => pattern.test(withoutFirstTicket(message)));
};

function withoutFirstTicket(message: OutboxMessage): string {
	if (message.kind === 'email') return (message.text ?? '').replace(/^First ticket: .*$/gm, '');
	return JSON.stringify(message, (_, value: unknown) =>
		(value as { action_id?: unknown } | null)?.action_id === 'first_ticket' ? null : value,
	);
}

export const saysMayBeRepeat = (message: OutboxMessage) =>
	/may be a repeat/i.test(JSON.stringify(message));
