import type { Ticket } from '../core/item/types';

/**
 * Tickets that came while somebody in the editor listened. n8n does not take over what `webhook` gives
 * out there: the run it starts waits for `trigger` to emit (n8n-core 2.41, `executeTriggerNode`).
 */
const heard = new Map<string, Ticket>();

/** Keeps a ticket until the run that n8n starts with it asks for it; a later one takes its place. */
export function keepHeard(source: string, ticket: Ticket): void {
	heard.set(source, ticket);
}

/** The ticket heard last, given out once; absent when there is none. */
export function takeHeard(source: string): Ticket | undefined {
	const ticket = heard.get(source);
	heard.delete(source);
	return ticket;
}
