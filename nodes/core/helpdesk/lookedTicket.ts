import type { HelpdeskKind, IncomingTicket } from './ticket';

/**
 * What a helpdesk says when it is asked for a ticket. A webhook may only name a ticket; what its customer
 * wrote, and how it stands, is then read by the helpdesk's API and comes in these shapes.
 */

/** Where a ticket stands. `spam`, `deleted` and `merged` tickets have no customer to save any more. */
export type TicketStatus = 'open' | 'solved' | 'closed' | 'spam' | 'deleted' | 'merged';

/** Whether the helpdesk holds a ticket to be dealt with. */
export function isSolved(status: TicketStatus): boolean {
	return status === 'solved' || status === 'closed';
}

/** One message of a ticket that a customer may have written. */
export interface LookedMessage {
	/**
	 * `messageId` is FIRST_MESSAGE for what opened the ticket, the helpdesk's own ID of the comment for a
	 * reply, and "csat:<id or time>" for a rating; so that a webhook's delivery, a look and a reconcile all
	 * name it alike. `createdAt` is when it was written.
	 */
	ticket: IncomingTicket;
	/** Why it is nobody's we care about (an agent's own ticket, a suspended one …), as a whole sentence. */
	skippedBecause?: string;
	/** Whether the reason is that an agent is its requester: then a customer's mail they forwarded still counts. */
	isByAgent?: boolean;
}

/** A ticket as the helpdesk has it now. */
export interface LookedTicket {
	/** As of {@link IncomingTicket}. */
	key: string;
	helpdesk: HelpdeskKind;
	instance: string;
	id: string;
	status: TicketStatus;
	/** Key of the ticket it was merged into. */
	mergedInto?: string;
	/** Who works on it: name and, where known, address of the agent. */
	assignee?: { id?: string; name?: string; email?: string };
	/** ISO 8601, UTC: the helpdesk's own time of the last change. */
	updatedAt?: string;
	/** ISO 8601, UTC: when an agent last wrote to the customer. Absent when none has, or it is not known. */
	lastAgentReplyAt?: string;
	/** Oldest first. Agents' and bots' words are left out, as are private notes. */
	messages: LookedMessage[];
}

/** What became of asking for one ticket: `gone` when the helpdesk has it no more. */
export type Look = { id: string; ticket: LookedTicket } | { id: string; gone: true };

/** A page of what changed at a helpdesk, or of what was created in a period. */
export interface ChangePage {
	/** IDs of the tickets, each once; to be looked at by {@link LookedTicket}. */
	changes: Array<{ id: string; /** ISO 8601, UTC. */ updatedAt?: string }>;
	/** Where the next page begins, in the helpdesk's own terms; to be kept as it is. */
	position: string;
	/** Whether nothing more is known at this moment. */
	isLast: boolean;
	/** How many there are in all, where the helpdesk says so. */
	total?: number;
}
