import { newTicket, type TicketParts } from './newTicket';
import type { IncomingTicket } from './ticket';

/** Which message of a ticket it is, and what only a helpdesk's API knows. */
export interface MessageParts {
	messageId: string;
	event: IncomingTicket['event'];
	/** Of the organization: hosts, as the helpdesk lists them. */
	domains?: readonly string[];
}

/** Most domains kept of one organization. */
const MOST_DOMAINS = 50;

/** The ticket of any message: every field checked, made storable and cut to its limit. */
export function messageTicket(
	parts: TicketParts,
	{ messageId, event, domains = [] }: MessageParts,
	now: Date,
): IncomingTicket {
	const ticket = newTicket(parts, now);
	const organization = {
		...ticket.organization,
		...(domains.length > 0 && { domains: [...new Set(domains)].slice(0, MOST_DOMAINS) }),
	};
	return {
		...ticket,
		messageId,
		event,
		...(Object.keys(organization).length > 0 && { organization }),
	};
}
