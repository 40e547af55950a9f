import type { OtherMapping } from './otherNames';

/** 'other' is any system whose fields an admin maps by hand: a form, a mailbox, another helpdesk. */
export type HelpdeskKind = 'zendesk' | 'intercom' | 'freshdesk' | 'other';

/** The `ticket` of the item contract (DESIGN.md §2), as intake writes it. What is not known is absent. */
export interface IncomingTicket {
	/** "<helpdesk>:<instance>:<id>", e.g. "zendesk:northwind.zendesk.com:4811". */
	key: string;
	/** Unique within the ticket; see {@link FIRST_MESSAGE}. */
	messageId: string;
	event: 'new' | 'reply' | 'csat';
	helpdesk: HelpdeskKind;
	/**
	 * The helpdesk's whole host, or Intercom's app ID; the helpdesk's name where neither is known. Of
	 * another system what its admin calls it, e.g. "HubSpot".
	 */
	instance: string;
	id: string;
	/** On one line, at most {@link LIMITS}.subject characters. */
	subject?: string;
	/** This message only, as received: text or HTML. */
	body?: string;
	requester?: { email?: string; name?: string };
	/** Address of the colleague who forwarded the requester's mail to the helpdesk. */
	forwardedBy?: string;
	organization?: { id?: string; name?: string; externalId?: string; domains?: string[] };
	/** ISO 8601, UTC. */
	createdAt?: string;
	/** ISO 8601, UTC. */
	receivedAt: string;
	/** The agent's view, made from host and ID; taken over from no payload but one that was mapped by hand. */
	url?: string;
	channel?: string;
	tags?: string[];
	backfill?: boolean;
}

/** What a delivery is, once read. */
export type Reading =
	| { kind: 'ticket'; ticket: IncomingTicket }
	/** Nothing for us, e.g. a ping: answered with 200. */
	| { kind: 'ignored'; reason: string }
	/** The payload itself says that no customer wrote it: logged with the reason, never scored. */
	| { kind: 'skipped'; reason: string; ticket: IncomingTicket }
	/** Answered with 400 and the reason. */
	| { kind: 'unreadable'; reason: string };

export interface ReadingContext {
	now: Date;
	/** The admin's own setting: a subdomain or host; for Intercom its app ID or the host of its region. */
	instance?: string;
	/** Of a helpdesk we do not know: where it keeps what. */
	mapping?: OtherMapping;
}

/**
 * The message ID of what opened a ticket. A ticket has one such message, and neither Zendesk's nor
 * Freshdesk's rules name it, so it is a constant: every further delivery of the ticket, and what the
 * helpdesk is asked for later, gets the same one. The delivery's own ID would change with each retry.
 */
export const FIRST_MESSAGE = 'new';

/** Most characters (UTF-16 code units) that are kept of a field; cut between whole code points. */
export const LIMITS = {
	subject: 1000,
	body: 1_000_000,
	name: 200,
	email: 320,
	channel: 100,
	organizationId: 200,
	foreignId: 200,
	url: 2000,
	tag: 100,
	tags: 50,
} as const;
