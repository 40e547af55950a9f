import { fieldOf, isFields } from './fields';
import { readOtherTicket } from './otherTicket';
import type { Reading, ReadingContext } from './ticket';

/**
 * Where a helpdesk we do not know keeps what, as its admin says it: names of fields, with dots between those
 * that lie in one another ("ticket.requester.email").
 */
export interface OtherMapping {
	/** What the helpdesk is called: part of each ticket's key. */
	helpdeskName: string;
	id: string;
	body: string;
	email: string;
	name: string;
	subject: string;
	messageId: string;
	event: string;
	createdAt: string;
	organizationId: string;
	organizationName: string;
	tags: string;
	/** The agents' view, with "{id}" where the ticket's ID belongs. */
	link?: string;
}

/** The names that need no mapping, for whoever can choose what is sent. */
export const DEFAULT_MAPPING: OtherMapping = {
	helpdeskName: 'other',
	id: 'ticketId',
	body: 'body',
	email: 'requesterEmail',
	name: 'requesterName',
	subject: 'subject',
	messageId: 'messageId',
	event: 'event',
	createdAt: 'createdAt',
	organizationId: 'organizationId',
	organizationName: 'organizationName',
	tags: 'tags',
};

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
