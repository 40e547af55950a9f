import { timeOf } from '../values/dates';
import type { Ticket } from '../item/types';

const DAY_MS = 86_400_000;

/** What of a ticket tells how long its customer has waited. */
export type WaitingTicket = Pick<
	Ticket,
	'status' | 'lastAgentReplyAt' | 'createdAt' | 'previous' | 'backfill'
>;

/**
 * For how many whole days the customer has waited for an agent: since the first message that no agent has
 * answered. Only known where the helpdesk was asked for the ticket, which its status shows; of one from months back
 * nobody knows how long that was when it came in.
 */
export function daysWithoutReply(ticket: WaitingTicket, now: Date): number | undefined {
	if (ticket.status === undefined || ticket.backfill === true) return undefined;
	const answered = timeOf(ticket.lastAgentReplyAt) ?? -Infinity;
	const written = [...(ticket.previous ?? []), ticket].flatMap(
		({ createdAt }) => timeOf(createdAt) ?? [],
	);
	const unanswered = written.filter((time) => time > answered);
	if (written.length === 0) return undefined;
	if (unanswered.length === 0) return 0;
	return Math.max(0, Math.floor((now.getTime() - Math.min(...unanswered)) / DAY_MS));
}
