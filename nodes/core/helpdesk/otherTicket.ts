import { webLink } from '../values/link';
import { dateOf } from './dates';
import { limitedTextOf, lineOf } from './fields';
import { messageTicket } from './messageTicket';
import { tagsOf } from './tags';
import { FIRST_MESSAGE, type IncomingTicket, LIMITS, type Reading } from './ticket';
import { readForeignId } from './ticketId';

/**
 * A ticket of a system we know nothing of: a form, a mailbox, a helpdesk of another kind. Its admin says
 * which field is what; from there on it is a ticket like any other.
 */

/** What an admin maps, still as it came. Only the ticket's ID is needed. */
export interface OtherFields {
	ticketId?: unknown;
	/** What the system is called; with the ID it makes the ticket's key. */
	helpdeskName?: unknown;
	/** Absent for what opened the ticket. */
	messageId?: unknown;
	/** "new", "reply" or "csat"; absent is "new". */
	event?: unknown;
	subject?: unknown;
	body?: unknown;
	/** An address, also as mail programs write it: "Mia Chen" <mia@globex.example>. */
	requesterEmail?: unknown;
	requesterName?: unknown;
	createdAt?: unknown;
	/** Where agents see the ticket: a web page, anything else is dropped. */
	url?: unknown;
	channel?: unknown;
	/** A list, or one text parted by commas. */
	tags?: unknown;
	organizationName?: unknown;
	organizationId?: unknown;
	/** The customer's ID in another system, mostly the CRM. */
	organizationExternalId?: unknown;
}

const TICKET_ID = {
	name: 'Ticket ID',
	remedy: 'Map it to what tells this ticket from all others of its system',
};
const MESSAGE_ID = {
	name: 'Message ID',
	remedy: 'Map it to what tells this message from all others of its ticket',
};
const EVENTS = ['new', 'reply', 'csat'] as const;

/** The ticket in fields that were mapped by hand, or what is wrong with them. */
export function readOtherTicket(fields: OtherFields, now: Date): Reading {
	const ticketId = readForeignId(fields.ticketId, TICKET_ID);
	if ('problem' in ticketId) return { kind: 'unreadable', reason: ticketId.problem };
	const event = EVENTS.find((known) => known === (lineOf(fields.event, 20) ?? 'new').toLowerCase());
	if (event === undefined) {
		return {
			kind: 'unreadable',
			reason: 'The field "Event" is none of "new", "reply" and "csat". Choose one of them',
		};
	}
	const messageId = messageIdOf(fields.messageId, event);
	if ('problem' in messageId) return { kind: 'unreadable', reason: messageId.problem };
	const link = lineOf(fields.url, LIMITS.url + 1);
	const url = link !== undefined && link.length <= LIMITS.url ? webLink(link) : undefined;
	const { email, name } = senderOf(fields);
	const ticket = messageTicket(
		{
			helpdesk: 'other',
			instance: nameOf(fields.helpdeskName),
			id: ticketId.id,
			...(url !== undefined && url.length <= LIMITS.url && { url }),
			subject: fields.subject,
			body: fields.body,
			email,
			name,
			createdAt: mailDateOf(fields.createdAt) ?? fields.createdAt,
			channel: fields.channel,
			tags: tagsOf(fields.tags, /,/),
			organization: {
				id: fields.organizationId,
				name: fields.organizationName,
				externalId: fields.organizationExternalId,
			},
		},
		{ messageId: messageId.id, event },
		now,
	);
	return { kind: 'ticket', ticket };
}

/** A colon would blur where the name ends in the ticket's key and its ID begins. */
function nameOf(value: unknown): string {
	const text = limitedTextOf(value, LIMITS.name)?.replaceAll(':', ' ');
	return lineOf(text, LIMITS.name) ?? 'other';
}

/** Without an ID of its own a reply would be taken for what opened the ticket, and nobody would read it. */
function messageIdOf(
	value: unknown,
	event: IncomingTicket['event'],
): { id: string } | { problem: string } {
	const isMissing = value === undefined || value === null || value === '';
	if (!isMissing) return readForeignId(value, MESSAGE_ID);
	if (event === 'new') return { id: FIRST_MESSAGE };
	const what = event === 'reply' ? 'a reply' : 'a rating';
	return {
		problem: `The field "Message ID" is empty, and the event is ${what}. ${MESSAGE_ID.remedy}`,
	};
}

/** `"Mia Chen" <mia@globex.example>`: mailboxes give both in one. */
const NAME_AND_ADDRESS = /^\s*"?([^"<>@]{1,200})"?\s*<[^<>]{1,400}>\s*$/;

function senderOf({ requesterEmail, requesterName }: OtherFields): {
	email: unknown;
	name: unknown;
} {
	const isNamed = lineOf(requesterName, LIMITS.name) !== undefined;
	if (isNamed || typeof requesterEmail !== 'string' || requesterEmail.length > 1000) {
		return { email: requesterEmail, name: requesterName };
	}
	return { email: requesterEmail, name: NAME_AND_ADDRESS.exec(requesterEmail)?.[1] };
}

/** RFC 5322 §3.3, as a mail's Date header has it: "Mon, 23 Nov 2026 09:00:00 +0100 (CET)". */
const MAIL_DATE =
	/^(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|GMT|UTC)(?= ?\(|$)/i;

function mailDateOf(value: unknown): string | undefined {
	if (typeof value !== 'string' || value.length > 100) return undefined;
	const text = MAIL_DATE.exec(value.trim())?.[0];
	const time = text === undefined ? NaN : Date.parse(text);
	return Number.isNaN(time) ? undefined : dateOf(new Date(time).toISOString());
}
