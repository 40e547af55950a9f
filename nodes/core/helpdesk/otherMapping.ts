import { fieldOf, isFields } from './fields';
import { DEFAULT_MAPPING } from './otherNames';
import { readOtherTicket } from './otherTicket';
import type { Reading, ReadingContext } from './ticket';

/** Reads any helpdesk's delivery by the names of its fields. */
export function readMapped(
	body: unknown,
	{ now, mapping = DEFAULT_MAPPING }: ReadingContext,
): Reading {
	if (!isFields(body)) {
		return {
			kind: 'unreadable',
			reason: 'The body is neither a JSON object nor form fields, so no field of it can be read',
		};
	}
	const at = (name: string) => fieldOf(body, name) ?? fieldOf(body, ...name.split('.'));
	const ticketId = at(mapping.id);
	if (ticketId === undefined) {
		return {
			kind: 'unreadable',
			reason: `The body has no field "${mapping.id}". Correct Ticket ID Field of this trigger, or send that field`,
		};
	}
	return readOtherTicket(
		{
			ticketId,
			helpdeskName: mapping.helpdeskName,
			messageId: at(mapping.messageId),
			event: at(mapping.event),
			subject: at(mapping.subject),
			body: at(mapping.body),
			requesterEmail: at(mapping.email),
			requesterName: at(mapping.name),
			createdAt: at(mapping.createdAt),
			url: linkTo(mapping.link, ticketId),
			tags: at(mapping.tags),
			organizationId: at(mapping.organizationId),
			organizationName: at(mapping.organizationName),
		},
		now,
	);
}

/** Links are made of what the admin wrote; none of a payload is taken over. */
function linkTo(link: string | undefined, id: unknown): string | undefined {
	if (link === undefined || (typeof id !== 'string' && typeof id !== 'number')) return undefined;
	return link.replaceAll('{id}', encodeURIComponent(String(id)));
}
