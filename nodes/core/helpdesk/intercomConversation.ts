import { companyHostsOf } from '../account/websites';
import { dateOf } from './dates';
import { fieldOf, firstFilled, lineOf, listOf } from './fields';
import { inboxUrl } from './intercomApp';
import {
	type CustomerWords,
	customerWordsOf,
	hasBody,
	openingOf,
	partIdOf,
	staffOf,
	writerIdOf,
	writerOf,
} from './intercomMessage';
import { badRatingOf } from './intercomRating';
import type { LookedMessage, LookedTicket, TicketStatus } from './lookedTicket';
import { type MessageParts, messageTicket } from './messageTicket';
import { tagsOf } from './tags';
import { FIRST_MESSAGE, type IncomingTicket, LIMITS } from './ticket';
import { readTicketId } from './ticketId';
import { ticketKey } from './ticketKey';

/**
 * A conversation as Intercom's API gives it (GET /conversations/{id}), read whole: each message of a
 * customer by itself, how it stands and who works on it. Shape: `conversation` in
 * contracts/intercom/intercom-2.16.trimmed.yaml.
 */

/** What Intercom knows about a contact besides their ID; each as it came. */
export interface IntercomContact {
	/** GET /contacts/{id}; absent where it was not asked for, or the contact is gone. */
	contact?: unknown;
	/** GET /contacts/{id}/companies. */
	companies?: readonly unknown[];
}

export interface ConversationContext {
	now: Date;
	/** The workspace's app ID; the name of the helpdesk stands for it where it is unknown. */
	app?: string;
	/** A host of the workspace's region, for the link. */
	region?: string;
	/** By contact ID; what is not in it is not known. */
	contacts: ReadonlyMap<string, IntercomContact>;
}

const ID = { name: 'id', remedy: '' };

/**
 * Who wrote in a conversation, by contact ID, and whether the conversation leaves out their address. These
 * are the contacts to be asked for before it is read.
 */
export function writersOf(conversation: unknown): Map<string, { hasEmail: boolean }> {
	const writers = new Map<string, { hasEmail: boolean }>();
	for (const message of messagesOf(conversation)) {
		const id = writerIdOf(conversation, message);
		if (id === undefined) continue;
		const hasEmail = lineOf(writerOf(conversation, message).email, LIMITS.email) !== undefined;
		writers.set(id, { hasEmail: hasEmail || (writers.get(id)?.hasEmail ?? false) });
	}
	return writers;
}

/** Whether the conversation itself names the company it is about, so that no contact's need be asked for. */
export function namesCompany(conversation: unknown): boolean {
	return lineOf(fieldOf(conversation, 'company', 'id'), LIMITS.organizationId) !== undefined;
}

/**
 * Reads a conversation.
 * @returns undefined when it is none, or has no ID that could be one
 */
export function readConversation(
	conversation: unknown,
	context: ConversationContext,
): LookedTicket | undefined {
	const reading = readTicketId(fieldOf(conversation, 'id'), ID);
	if ('problem' in reading) return undefined;
	const { id } = reading;
	const instance = context.app ?? 'intercom';
	const assignee = assigneeOf(conversation);
	const updatedAt = dateOf(fieldOf(conversation, 'updated_at'));
	const lastAgentReplyAt = lastAgentReplyOf(conversation);
	return {
		key: ticketKey('intercom', instance, id),
		helpdesk: 'intercom',
		instance,
		id,
		status: statusOf(conversation),
		...(assignee !== undefined && { assignee }),
		...(updatedAt !== undefined && { updatedAt }),
		...(lastAgentReplyAt !== undefined && { lastAgentReplyAt }),
		messages: lookedMessagesOf(conversation, id, context),
	};
}

function messagesOf(conversation: unknown): unknown[] {
	const { first, replies, click } = customerWordsOf(conversation);
	const rating = badRatingOf(conversation);
	return [first, click, ...replies, rating?.message].filter((message) => message !== undefined);
}

function lookedMessagesOf(
	conversation: unknown,
	id: string,
	context: ConversationContext,
): LookedMessage[] {
	const words = customerWordsOf(conversation);
	const ticketOf = (message: unknown, parts: MessageParts): IncomingTicket =>
		ticketOfMessage(conversation, message, { ...parts, id, startedBy: words.startedBy }, context);
	const messages: LookedMessage[] = [];
	if (words.first !== undefined) {
		const ticket = ticketOf(words.first, { messageId: FIRST_MESSAGE, event: 'new' });
		messages.push({ ticket });
	}
	const further = [
		...(words.click !== undefined ? [{ message: words.click, event: 'new' as const }] : []),
		...words.replies.map((message) => ({ message, event: 'reply' as const })),
	];
	for (const { message, event } of further) {
		const messageId = partIdOf(message);
		// Intercom numbers all its parts; one without a number could not be told from the next.
		if (messageId !== undefined) messages.push({ ticket: ticketOf(message, { messageId, event }) });
	}
	const rating = badRatingOf(conversation);
	if (rating === undefined) return messages;
	const { messageId, message } = rating;
	return withRating(messages, { ticket: ticketOf(message, { messageId, event: 'csat' }) });
}

function ticketOfMessage(
	conversation: unknown,
	message: unknown,
	parts: MessageParts & { id: string; startedBy: CustomerWords['startedBy'] },
	{ now, app, region, contacts }: ConversationContext,
): IncomingTicket {
	const writer = writerOf(conversation, message);
	const known = contacts.get(writerIdOf(conversation, message) ?? '');
	const company = companyOf(conversation, known);
	const website = lineOf(fieldOf(company, 'website'), 2048);
	const domains = website === undefined ? [] : companyHostsOf(website);
	const opening = openingOf(conversation);
	const { id, startedBy } = parts;
	return messageTicket(
		{
			helpdesk: 'intercom',
			instance: app ?? 'intercom',
			id,
			...(app !== undefined && {
				url: inboxUrl(app, id, { setting: region, body: undefined }),
			}),
			subject: firstFilled(
				// A bot's or an agent's subject says nothing about what the customer wrote.
				startedBy === undefined ? fieldOf(opening, 'subject') : undefined,
				fieldOf(conversation, 'title'),
			),
			body: fieldOf(message, 'body'),
			email: firstFilled(writer.email, fieldOf(known?.contact, 'email')),
			name: firstFilled(writer.name, fieldOf(known?.contact, 'name')),
			createdAt: firstFilled(
				fieldOf(message, 'created_at'),
				// What opened it has no time of its own.
				message === opening ? fieldOf(conversation, 'created_at') : undefined,
			),
			channel: fieldOf(opening, 'type'),
			tags: tagsOf(
				listOf(fieldOf(conversation, 'tags'), 'tags')
					.slice(0, LIMITS.tags)
					.map((tag) => fieldOf(tag, 'name')),
				/,/,
			),
			organization: {
				id: fieldOf(company, 'id'),
				name: fieldOf(company, 'name'),
				externalId: fieldOf(company, 'company_id'),
			},
		},
		{ ...parts, domains },
		now,
	);
}

/**
 * The company a message is for: the conversation's own, or else the only one of the contact. Of several,
 * Intercom does not say which is meant, and the wrong one would alert the wrong owner.
 */
function companyOf(conversation: unknown, known: IntercomContact | undefined): unknown {
	if (namesCompany(conversation)) return fieldOf(conversation, 'company');
	return known?.companies?.length === 1 ? known.companies[0] : undefined;
}

/** Intercom gives parts oldest first; a rating takes its place between them by its time. */
function withRating(messages: LookedMessage[], rating: LookedMessage): LookedMessage[] {
	const time = rating.ticket.createdAt;
	const later = messages.findIndex(
		({ ticket }) => time !== undefined && (ticket.createdAt ?? '') > time,
	);
	return messages.toSpliced(later === -1 ? messages.length : later, 0, rating);
}

/** A snoozed conversation comes back by itself: it is open. The shape of 2019 may only say "open". */
function statusOf(conversation: unknown): TicketStatus {
	const state = fieldOf(conversation, 'state');
	if (state === 'closed') return 'closed';
	return state === undefined && fieldOf(conversation, 'open') === false ? 'closed' : 'open';
}

function assigneeOf(conversation: unknown): LookedTicket['assignee'] {
	const id = lineOf(fieldOf(conversation, 'admin_assignee_id'), 64);
	// Assigned to no agent, it is 0.
	if (id === undefined || id === '0') return undefined;
	const agents = [
		...listOf(fieldOf(conversation, 'teammates'), 'teammates'),
		...partsOf(conversation)
			.filter((part) => staffOf(part) === 'agent')
			.map((part) => fieldOf(part, 'author')),
	].filter((agent) => lineOf(fieldOf(agent, 'id'), 64) === id);
	const known = (field: string, limit: number) =>
		lineOf(firstFilled(...agents.map((agent) => fieldOf(agent, field))), limit);
	const name = known('name', LIMITS.name);
	const email = known('email', LIMITS.email);
	return { id, ...(name !== undefined && { name }), ...(email !== undefined && { email }) };
}

/** Parts by which an agent's words reach the customer; notes and assignments are for colleagues. */
const AGENT_REPLIES: readonly unknown[] = ['comment', 'open', 'close'];

function lastAgentReplyOf(conversation: unknown): string | undefined {
	const opening = openingOf(conversation);
	const times = partsOf(conversation)
		.filter((part) => AGENT_REPLIES.includes(fieldOf(part, 'part_type')) && isAgentsWord(part))
		.map((part) => dateOf(fieldOf(part, 'created_at')));
	if (isAgentsWord(opening)) times.push(dateOf(fieldOf(conversation, 'created_at')));
	const known = times.filter((time) => time !== undefined).sort();
	if (known.length > 0 || customerWordsOf(conversation).isWhole) return known.at(-1);
	return dateOf(fieldOf(conversation, 'statistics', 'last_admin_reply_at'));
}

function isAgentsWord(message: unknown): boolean {
	return staffOf(message) === 'agent' && hasBody(message);
}

function partsOf(conversation: unknown): readonly unknown[] {
	return listOf(fieldOf(conversation, 'conversation_parts'), 'conversation_parts');
}
