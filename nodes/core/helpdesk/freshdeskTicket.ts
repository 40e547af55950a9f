import { companyHostsOf } from '../account/websites';
import { dateOf } from './dates';
import { fieldOf, firstFilled, lineOf, limitedTextOf } from './fields';
import { OUTBOUND_REASON } from './freshdesk';
import {
	agentsOf,
	badRatingsOf,
	customerRepliesOf,
	lastAgentReplyOf,
	mergedIntoOf,
} from './freshdeskConversation';
import type { FreshdeskFacts } from './freshdeskFacts';
import { numberOf } from './freshdeskNumber';
import { isOutbound, sourceName } from './freshdeskSource';
import type { LookedMessage, LookedTicket, TicketStatus } from './lookedTicket';
import { type MessageParts, messageTicket } from './messageTicket';
import { tagsOf } from './tags';
import { FIRST_MESSAGE, type IncomingTicket, LIMITS } from './ticket';
import { readTicketId } from './ticketId';
import { ticketKey } from './ticketKey';

/**
 * A ticket as Freshdesk's API v2 gives it: the ticket, its conversations, its ratings, and who they are
 * from. Source: developers.freshdesk.com/api.
 */

export interface FreshdeskContext {
	now: Date;
	/** The account's host, e.g. "northwind.freshdesk.com". */
	host: string;
}

const ID = { name: 'id', remedy: '' };

/** Who replied besides the requester, by contact ID, where the reply itself does not say their address. */
export function unknownWritersOf({ ticket, conversations }: FreshdeskFacts): string[] {
	const requester = numberOf(fieldOf(ticket, 'requester_id'));
	const writers = new Set<string>();
	for (const reply of customerRepliesOf({ ticket, conversations })) {
		const id = numberOf(fieldOf(reply, 'user_id'));
		if (id === undefined || id === requester) continue;
		if (lineOf(fieldOf(reply, 'from_email'), 2000) === undefined) writers.add(id);
	}
	return [...writers];
}

/**
 * Reads a ticket.
 * @returns undefined when it is none, or has no ID that could be one
 */
export function readFreshdeskTicket(
	facts: FreshdeskFacts,
	context: FreshdeskContext,
): LookedTicket | undefined {
	const { ticket } = facts;
	const reading = readTicketId(fieldOf(ticket, 'id'), ID);
	if ('problem' in reading) return undefined;
	const { id } = reading;
	const keyOf = (other: string) => ticketKey('freshdesk', context.host, other);
	const mergedInto = mergedIntoOf(facts);
	const status = statusOf(ticket);
	const isMerged = status === 'closed' && mergedInto !== undefined && mergedInto !== id;
	const assignee = assigneeOf(facts);
	const updatedAt = dateOf(fieldOf(ticket, 'updated_at'));
	const lastAgentReplyAt = lastAgentReplyOf(facts);
	return {
		key: keyOf(id),
		helpdesk: 'freshdesk',
		instance: context.host,
		id,
		status: isMerged ? 'merged' : status,
		...(isMerged && { mergedInto: keyOf(mergedInto) }),
		...(assignee !== undefined && { assignee }),
		...(updatedAt !== undefined && { updatedAt }),
		...(lastAgentReplyAt !== undefined && { lastAgentReplyAt }),
		messages: messagesOf(facts, id, context),
	};
}

function messagesOf(facts: FreshdeskFacts, id: string, context: FreshdeskContext): LookedMessage[] {
	const { ticket } = facts;
	const ticketOf = (message: Message, parts: MessageParts) =>
		ticketOfMessage(facts, message, { ...parts, id }, context);
	const first = ticketOf(
		{
			body: firstFilled(fieldOf(ticket, 'description'), fieldOf(ticket, 'description_text')),
			userId: fieldOf(ticket, 'requester_id'),
			createdAt: fieldOf(ticket, 'created_at'),
		},
		{ messageId: FIRST_MESSAGE, event: 'new' },
	);
	const skippedBecause = whyAgents(facts);
	const agents = agentsOf(facts);
	const further: LookedMessage[] = [];
	for (const reply of customerRepliesOf(facts)) {
		const messageId = numberOf(fieldOf(reply, 'id'));
		// Freshdesk numbers all conversations; one without a number could not be told from the next.
		if (messageId === undefined) continue;
		const message = {
			body: firstFilled(fieldOf(reply, 'body'), fieldOf(reply, 'body_text')),
			userId: fieldOf(reply, 'user_id'),
			email: fieldOf(reply, 'from_email'),
			createdAt: fieldOf(reply, 'created_at'),
		};
		further.push({
			ticket: ticketOf(message, { messageId, event: 'reply' }),
			...(agents.has(numberOf(message.userId) ?? '') && {
				skippedBecause: 'An agent wrote this reply',
			}),
		});
	}
	for (const rating of badRatingsOf(facts.ratings ?? [])) {
		const message = {
			body: fieldOf(rating, 'feedback'),
			userId: fieldOf(rating, 'user_id'),
			createdAt: fieldOf(rating, 'created_at'),
		};
		const messageId = `csat:${numberOf(fieldOf(rating, 'id'))}`;
		further.push({ ticket: ticketOf(message, { messageId, event: 'csat' }) });
	}
	const timeOf = (message: LookedMessage) => message.ticket.createdAt ?? '';
	return [
		{
			ticket: first,
			...(skippedBecause !== undefined && {
				skippedBecause,
				...(skippedBecause !== OUTBOUND_REASON && { isByAgent: true }),
			}),
		},
		...further.sort((one, other) => timeOf(one).localeCompare(timeOf(other))),
	];
}

/** Why what opened the ticket is no customer's; absent when it is. On behalf of a customer, it is theirs. */
function whyAgents(facts: FreshdeskFacts): string | undefined {
	const { ticket } = facts;
	if (isOutbound(fieldOf(ticket, 'source'))) return OUTBOUND_REASON;
	const requester = numberOf(fieldOf(ticket, 'requester_id'));
	const isAgents = requester !== undefined && agentsOf(facts).has(requester);
	return isAgents ? 'An agent opened this ticket on their own' : undefined;
}

interface Message {
	body: unknown;
	userId: unknown;
	email?: unknown;
	createdAt: unknown;
}

function ticketOfMessage(
	facts: FreshdeskFacts,
	message: Message,
	parts: MessageParts & { id: string },
	{ now, host }: FreshdeskContext,
): IncomingTicket {
	const { ticket, contacts } = facts;
	const writerId = numberOf(message.userId);
	const isRequester =
		writerId === undefined || writerId === numberOf(fieldOf(ticket, 'requester_id'));
	const writer = isRequester ? fieldOf(ticket, 'requester') : contacts?.get(writerId);
	const company =
		firstFilled(fieldOf(facts.company, 'id')) === undefined
			? fieldOf(ticket, 'company')
			: facts.company;
	const domains = fieldOf(facts.company, 'domains');
	return messageTicket(
		{
			helpdesk: 'freshdesk',
			instance: host,
			id: parts.id,
			url: `https://${host}/a/tickets/${parts.id}`,
			subject: fieldOf(ticket, 'subject'),
			body: message.body,
			email: firstFilled(fieldOf(writer, 'email'), message.email),
			name: fieldOf(writer, 'name'),
			createdAt: message.createdAt,
			channel: sourceName(fieldOf(ticket, 'source')),
			tags: tagsOf(fieldOf(ticket, 'tags'), /,/),
			organization: {
				id: numberOf(firstFilled(fieldOf(company, 'id'), fieldOf(ticket, 'company_id'))),
				name: fieldOf(company, 'name'),
			},
		},
		{ ...parts, domains: Array.isArray(domains) ? hostsOf(domains) : [] },
		now,
	);
}

/** More domains than any company lists. */
const MOST_DOMAINS = 200;

function hostsOf(domains: readonly unknown[]): string[] {
	return domains.slice(0, MOST_DOMAINS).flatMap((domain) => {
		const text = limitedTextOf(domain, 300);
		return text === undefined ? [] : companyHostsOf(text);
	});
}

/**
 * 2 open, 3 pending, 4 resolved, 5 closed; what an account adds of its own, from 6 on, still waits for
 * somebody. Source: developers.freshdesk.com/api, ticket properties.
 */
function statusOf(ticket: unknown): TicketStatus {
	if (fieldOf(ticket, 'deleted') === true) return 'deleted';
	if (fieldOf(ticket, 'spam') === true) return 'spam';
	const status = fieldOf(ticket, 'status');
	if (status === 4) return 'solved';
	return status === 5 ? 'closed' : 'open';
}

function assigneeOf({ ticket, responder }: FreshdeskFacts): LookedTicket['assignee'] {
	const id = numberOf(fieldOf(ticket, 'responder_id'));
	if (id === undefined) return undefined;
	const name = lineOf(fieldOf(responder, 'contact', 'name'), LIMITS.name);
	const email = lineOf(fieldOf(responder, 'contact', 'email'), LIMITS.email);
	return { id, ...(name !== undefined && { name }), ...(email !== undefined && { email }) };
}
