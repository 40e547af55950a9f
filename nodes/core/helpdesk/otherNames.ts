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
