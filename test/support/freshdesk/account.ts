/** What a Freshdesk account holds, in the shapes of its API v2 (developers.freshdesk.com/api). */

export interface Contact {
	id: number;
	name: string;
	email: string | null;
	company_id: number | null;
}

export interface Agent {
	id: number;
	name: string;
	email: string;
}

export interface Company {
	id: number;
	name: string;
	domains: string[];
}

export interface Conversation {
	id: number;
	body: string;
	body_text: string;
	incoming: boolean;
	private: boolean;
	user_id: number;
	/** 0 reply, 2 note, 6 survey feedback, 8 forward. */
	source: number;
	from_email: string | null;
	created_at: string;
	updated_at: string;
}

export interface Rating {
	id: number;
	user_id: number;
	feedback: string | null;
	/** 103 to -103. */
	value: number;
	created_at: string;
}

export interface Ticket {
	id: number;
	subject: string;
	description: string;
	description_text: string;
	status: number;
	priority: number;
	source: number;
	spam: boolean;
	deleted: boolean;
	requester_id: number;
	responder_id: number | null;
	company_id: number | null;
	tags: string[];
	created_at: string;
	updated_at: string;
	conversations: Conversation[];
	ratings: Rating[];
}

export interface Account {
	contacts: Map<number, Contact>;
	agents: Map<number, Agent>;
	companies: Map<number, Company>;
	tickets: Map<number, Ticket>;
}

export function emptyAccount(): Account {
	return { contacts: new Map(), agents: new Map(), companies: new Map(), tickets: new Map() };
}

/** A ticket as lists give it: without its description. */
export function listedTicket(ticket: Ticket) {
	const { conversations, ratings, description, description_text, deleted, ...listed } = ticket;
	void [conversations, ratings, description, description_text];
	return {
		cc_emails: [],
		fwd_emails: [],
		reply_cc_emails: [],
		fr_escalated: false,
		is_escalated: false,
		group_id: null,
		product_id: null,
		to_emails: null,
		type: null,
		due_by: listed.created_at,
		fr_due_by: listed.created_at,
		custom_fields: {},
		...(deleted && { deleted }),
		...listed,
	};
}

/** A ticket by itself, with what was asked to be included. */
export function shownTicket(account: Account, ticket: Ticket, include: string[]) {
	const person =
		account.contacts.get(ticket.requester_id) ?? account.agents.get(ticket.requester_id);
	const company = account.companies.get(ticket.company_id ?? 0);
	return {
		...listedTicket(ticket),
		description: ticket.description,
		description_text: ticket.description_text,
		attachments: [],
		...(include.includes('requester') && {
			requester: person && {
				id: person.id,
				name: person.name,
				email: person.email,
				mobile: null,
				phone: null,
			},
		}),
		...(include.includes('company') && {
			company: company === undefined ? {} : { id: company.id, name: company.name },
		}),
		...(include.includes('stats') && { stats: statsOf(ticket) }),
	};
}

function statsOf({ status, conversations, updated_at }: Ticket) {
	const lastOf = (incoming: boolean) =>
		conversations.filter((one) => one.incoming === incoming && !one.private).at(-1)?.created_at ??
		null;
	return {
		agent_responded_at: lastOf(false),
		requester_responded_at: lastOf(true),
		first_responded_at:
			conversations.find((one) => !one.incoming && !one.private)?.created_at ?? null,
		status_updated_at: updated_at,
		reopened_at: null,
		resolved_at: status >= 4 && status <= 5 ? updated_at : null,
		closed_at: status === 5 ? updated_at : null,
		pending_since: null,
	};
}

export function shownConversation(ticket: Ticket, conversation: Conversation) {
	return {
		support_email: null,
		to_emails: [],
		cc_emails: [],
		bcc_emails: null,
		attachments: [],
		ticket_id: ticket.id,
		...conversation,
	};
}

export function shownRating(ticket: Ticket, { value, ...rating }: Rating) {
	return {
		...rating,
		survey_id: 1,
		agent_id: ticket.responder_id,
		group_id: null,
		ticket_id: ticket.id,
		ratings: { default_question: value },
		updated_at: rating.created_at,
	};
}
