import { readFileSync } from 'node:fs';
import type { IncomingTicket, Reading } from '../../../nodes/core/helpdesk';

export const NOW = new Date('2026-11-23T10:00:00.000Z');

/** A payload of test/fixtures/helpdesk, read anew for each use. */
export function fixture(name: string): unknown {
	const file = new URL(`../../fixtures/helpdesk/${name}.json`, import.meta.url);
	return JSON.parse(readFileSync(file, 'utf8'));
}

/** The ticket of a reading; fails the test where there is none. */
export function ticketOf(reading: Reading): IncomingTicket {
	if (reading.kind !== 'ticket') throw new Error(`${reading.kind}: ${reading.reason}`);
	return reading.ticket;
}

/** The reason of a reading that gave no ticket to go on with. */
export function reasonOf(reading: Reading): string {
	if (reading.kind === 'ticket') throw new Error(`read as ${reading.ticket.key}`);
	return reading.reason;
}
