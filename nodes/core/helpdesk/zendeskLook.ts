import { dateOf } from './dates';
import { type Fields, fieldOf, isFields, lineOf } from './fields';
import { hostOfSetting } from './host';
import type { LookedMessage, LookedTicket, TicketStatus } from './lookedTicket';
import { messageTicket } from './messageTicket';
import { tagsOf } from './tags';
import { FIRST_MESSAGE, type IncomingTicket } from './ticket';
import { ticketKey } from './ticketKey';
import {
	isMachine,
	lastAgentReplyAt,
	mergeTargetOf,
	readZendeskComments,
	type ZendeskComment,
} from './zendeskComments';
import {
	organizationOf,
	type ZendeskPeople,
	type ZendeskUser,
	writerProblem,
	zendeskIdOf,
} from './zendeskPeople';

/**
 * A ticket as Zendesk's API has it: GET /api/v2/tickets/show_many with users and organizations beside it, and
 * its comments. Source: developer.zendesk.com, Tickets, Ticket Comments, Satisfaction Ratings.
 */

export interface LookContext {
	/** The admin's setting: a subdomain or host. */
	host: string;
	now: Date;
}

/** What an agent leaves on a ticket by merging it into another. */
const MERGED_TAG = 'closed_by_merge';
const TAG_SEPARATOR = /[\s,]+/;

/** An ID of Zendesk's tickets: other ones would make it refuse all that are asked for with it. */
const TICKET_ID = /^\d{1,20}$/;

/** Whether a ticket can have this ID at Zendesk. */
export function isZendeskTicketId(id: string): boolean {
	return TICKET_ID.test(id);
}

/**
 * Signs of images, markup and quoted mail ("On Monday Ann wrote:", "From: …", a line across), which `description`
 * has in a poorer form than the comment's HTML: there, quoted mail is no longer told from the customer's words.
 */
const MARKUP = /!\[|[<>]|[:：](?:\s|$)|-{5}|_{5}/;

/**
 * Whether a ticket's comments have to be fetched to say what its customer wrote. Not when its one comment was
 * written by the requester and is plain words, which then stand in `description`: so a burst of new tickets
 * costs one request, not one each. `comment_count` comes only when asked for (side-loading); it counts public
 * comments, and a merge leaves a private one. A deleted ticket's comments cannot be had any more.
 */
export function needsComments(ticket: unknown): boolean {
	if (fieldOf(ticket, 'status') === 'deleted') return false;
	const requester = zendeskIdOf(fieldOf(ticket, 'requester_id'));
	const submitter = zendeskIdOf(fieldOf(ticket, 'submitter_id'));
	const description = fieldOf(ticket, 'description');
	return (
		fieldOf(ticket, 'comment_count') !== 1 ||
		requester === undefined ||
		requester !== submitter ||
		typeof description !== 'string' ||
		description.trim() === '' ||
		MARKUP.test(description) ||
		tagsOf(fieldOf(ticket, 'tags'), TAG_SEPARATOR).includes(MERGED_TAG)
	);
}

/** What all messages of a ticket have in common. */
interface Opened {
	fields: Fields;
	id: string;
	host: string | undefined;
	now: Date;
	requesterId: string | undefined;
	requester: ZendeskUser | undefined;
	organization: IncomingTicket['organization'];
	tags: string[];
}

/**
 * Reads one ticket of the API.
 * @param comments as they came, oldest first; absent when {@link needsComments} said that they need not be asked
 * @returns undefined when it is no ticket
 */
export function readZendeskTicket(
	ticket: unknown,
	comments: readonly unknown[] | undefined,
	people: ZendeskPeople,
	{ host, now }: LookContext,
): LookedTicket | undefined {
	const id = zendeskIdOf(fieldOf(ticket, 'id'));
	if (id === undefined || !isFields(ticket)) return undefined;
	const requesterId = zendeskIdOf(fieldOf(ticket, 'requester_id'));
	const opened: Opened = {
		fields: ticket,
		id,
		host: hostOfSetting('zendesk', host),
		now,
		requesterId,
		requester: requesterId === undefined ? undefined : people.users.get(requesterId),
		organization: organizationOf(zendeskIdOf(fieldOf(ticket, 'organization_id')), people),
		tags: tagsOf(fieldOf(ticket, 'tags'), TAG_SEPARATOR),
	};
	const read = readZendeskComments(comments ?? [], people);
	const first = firstMessage(opened, read[0], people);
	const messages = [first, ...replies(opened, read.slice(1)), ...ratings(opened)];
	const status = statusOf(opened);
	const target = status === 'merged' ? mergeTargetOf(read, id) : undefined;
	const updatedAt = dateOf(fieldOf(ticket, 'updated_at'));
	const repliedAt = lastAgentReplyAt(read);
	const assignee = assigneeOf(zendeskIdOf(fieldOf(ticket, 'assignee_id')), people);
	const { key, helpdesk, instance } = first.ticket;
	return {
		key,
		helpdesk,
		instance,
		id,
		status,
		...(target !== undefined && { mergedInto: ticketKey(helpdesk, instance, target) }),
		...(assignee !== undefined && { assignee }),
		...(updatedAt !== undefined && { updatedAt }),
		...(repliedAt !== undefined && { lastAgentReplyAt: repliedAt }),
		messages,
	};
}

function statusOf({ fields, tags, requester }: Opened): TicketStatus {
	const status = lineOf(fieldOf(fields, 'status'), 20)?.toLowerCase();
	// "Mark as spam" deletes the ticket and suspends who wrote it; there is no state of its own.
	if (status === 'deleted') return requester?.isSuspended === true ? 'spam' : 'deleted';
	if (status !== 'solved' && status !== 'closed') return 'open';
	return tags.includes(MERGED_TAG) ? 'merged' : status;
}

function assigneeOf(id: string | undefined, { users }: ZendeskPeople): LookedTicket['assignee'] {
	if (id === undefined) return undefined;
	const { name, email } = users.get(id) ?? {};
	return { id, ...(name !== undefined && { name }), ...(email !== undefined && { email }) };
}

interface MessageParts {
	writer: ZendeskUser | undefined;
	body: unknown;
	createdAt: unknown;
	channel: unknown;
}

/** One message as intake takes it in; `identity` says which. */
function messageOf(
	opened: Opened,
	parts: MessageParts,
	identity: Pick<IncomingTicket, 'messageId' | 'event'>,
	skippedBecause: string | undefined,
): LookedMessage {
	const { fields, id, host, now, organization, tags } = opened;
	const { writer, body, createdAt, channel } = parts;
	const ticket = messageTicket(
		{
			helpdesk: 'zendesk',
			instance: host ?? 'zendesk',
			id,
			...(host !== undefined && { url: `https://${host}/agent/tickets/${id}` }),
			subject: fieldOf(fields, 'subject'),
			body,
			email: writer?.email,
			name: writer?.name,
			createdAt,
			channel,
			tags,
			organization,
		},
		{ ...identity, domains: organization?.domains },
		now,
	);
	return {
		ticket,
		...(skippedBecause !== undefined && { skippedBecause }),
	};
}

/**
 * What opened the ticket. An agent who opens one for a customer writes for them; the submitter of a ticket is
 * always the author of its first comment (Tickets API, `submitter_id`).
 */
function firstMessage(
	opened: Opened,
	comment: ZendeskComment | undefined,
	{ users }: ZendeskPeople,
): LookedMessage {
	const { fields, requester, requesterId } = opened;
	const submitterId = zendeskIdOf(fieldOf(fields, 'submitter_id')) ?? requesterId;
	const submitter = submitterId === undefined ? undefined : users.get(submitterId);
	const author = comment?.author ?? submitter;
	const via = fieldOf(fields, 'via');
	const isOfCustomer = author?.isAgent === false && requester?.isAgent !== false;
	const writer = isOfCustomer ? author : requester;
	const message = messageOf(
		opened,
		{
			writer,
			body: comment?.body ?? fieldOf(fields, 'description'),
			createdAt: fieldOf(fields, 'created_at'),
			channel: fieldOf(via, 'channel'),
		},
		{ messageId: FIRST_MESSAGE, event: 'new' },
		writerProblem(writer) ?? openingProblem(writer, author, isMachine(via), comment),
	);
	return message.skippedBecause !== undefined && writer?.isAgent === true && !isMachine(via)
		? { ...message, isByAgent: true }
		: message;
}

/** Why a ticket was not opened by or for a customer; absent when it was. */
function openingProblem(
	writer: ZendeskUser | undefined,
	author: ZendeskUser | undefined,
	isOfMachine: boolean,
	comment: ZendeskComment | undefined,
): string | undefined {
	if (isOfMachine) return 'Zendesk itself opened this ticket';
	if (writer?.isAgent === true) {
		return author === undefined || author.id === writer.id
			? 'An agent opened this ticket on their own'
			: 'An agent opened this ticket for a colleague';
	}
	return author?.isAgent === true && comment?.isPublic === false
		? 'An agent opened this ticket with an internal note'
		: undefined;
}

/** What customers wrote later on: public comments, each once. */
function replies(opened: Opened, comments: readonly ZendeskComment[]): LookedMessage[] {
	const { requester, requesterId } = opened;
	const seen = new Set<string>();
	return comments.flatMap((comment) => {
		const { id, authorId, isPublic, body, createdAt, channel } = comment;
		// A requester whom the answer does not list is still the requester; anybody else could be an agent.
		const author = comment.author ?? (authorId === requesterId ? requester : undefined);
		const isOfCustomer = author === undefined ? authorId === requesterId : author.isAgent === false;
		const isRead = id !== undefined && !seen.has(id);
		if (!isRead || authorId === undefined || !isPublic || comment.isMachine || !isOfCustomer) {
			return [];
		}
		seen.add(id);
		const parts = { writer: author, body, createdAt, channel };
		return [messageOf(opened, parts, { messageId: id, event: 'reply' }, writerProblem(author))];
	});
}

/**
 * A bad rating; "offered", "unoffered" and good ones are none. Its own ID keeps it apart from a later one; where
 * the ticket does not say the ID, all bad ratings of a ticket are one. A ticket does not say when it was rated
 * either: then no later than its last change.
 */
function ratings(opened: Opened): LookedMessage[] {
	const { fields, requester } = opened;
	const rating = fieldOf(fields, 'satisfaction_rating');
	const score = lineOf(fieldOf(rating, 'score'), 40)?.toLowerCase();
	if (score !== 'bad' && score !== 'bad_with_comment') return [];
	const ratedAt = dateOf(fieldOf(rating, 'updated_at')) ?? dateOf(fieldOf(rating, 'created_at'));
	const name = zendeskIdOf(fieldOf(rating, 'id')) ?? ratedAt ?? 'bad';
	return [
		messageOf(
			opened,
			{
				writer: requester,
				body: fieldOf(rating, 'comment'),
				createdAt: ratedAt ?? fieldOf(fields, 'updated_at'),
				channel: fieldOf(fields, 'via', 'channel'),
			},
			{ messageId: `csat:${name}`, event: 'csat' },
			writerProblem(requester) ??
				(requester?.isAgent === true ? 'An agent rated a ticket of their own' : undefined),
		),
	];
}
