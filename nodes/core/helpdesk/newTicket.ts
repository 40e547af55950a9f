import { dateOf } from './dates';
import { lineOf, limitedTextOf } from './fields';
import { requesterOf } from './requester';
import { FIRST_MESSAGE, type HelpdeskKind, type IncomingTicket, LIMITS } from './ticket';
import { ticketKey } from './ticketKey';

/** What each helpdesk's reader found, still as it came. */
export interface TicketParts {
	helpdesk: HelpdeskKind;
	instance: string;
	id: string;
	url?: string;
	subject: unknown;
	body: unknown;
	email: unknown;
	name: unknown;
	createdAt: unknown;
	channel: unknown;
	tags: string[];
	organization?: { id?: unknown; name?: unknown; externalId?: unknown };
}

/** The ticket of a first message: every field checked, made storable and cut to its limit. */
export function newTicket(parts: TicketParts, now: Date): IncomingTicket {
	const { helpdesk, instance, id, url, tags } = parts;
	const subject = lineOf(parts.subject, LIMITS.subject);
	const body = limitedTextOf(parts.body, LIMITS.body);
	const requester = requesterOf(parts.email, parts.name);
	const organization = organizationOf(parts.organization);
	const createdAt = dateOf(parts.createdAt);
	const channel = lineOf(parts.channel, LIMITS.channel);
	return {
		key: ticketKey(helpdesk, instance, id),
		messageId: FIRST_MESSAGE,
		event: 'new',
		helpdesk,
		instance,
		id,
		...(subject !== undefined && { subject }),
		...(body !== undefined && { body }),
		...(requester !== undefined && { requester }),
		...(organization !== undefined && { organization }),
		...(createdAt !== undefined && { createdAt }),
		receivedAt: now.toISOString(),
		...(url !== undefined && { url }),
		...(channel !== undefined && { channel }),
		...(tags.length > 0 && { tags }),
	};
}

function organizationOf(
	fields: TicketParts['organization'],
): IncomingTicket['organization'] | undefined {
	const id = lineOf(fields?.id, LIMITS.organizationId);
	const name = lineOf(fields?.name, LIMITS.name);
	const externalId = lineOf(fields?.externalId, LIMITS.organizationId);
	if (id === undefined && name === undefined && externalId === undefined) return undefined;
	return {
		...(id !== undefined && { id }),
		...(name !== undefined && { name }),
		...(externalId !== undefined && { externalId }),
	};
}
