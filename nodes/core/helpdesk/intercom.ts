import { fieldOf, firstFilled, listOf } from './fields';
import { appOf, inboxUrl } from './intercomApp';
import { customerWordsOf, openingOf, partIdOf, writerOf } from './intercomMessage';
import { type IntercomNotification, readNotification } from './intercomNotification';
import { badRatingOf } from './intercomRating';
import { INTERCOM_TOPICS } from './intercomTopics';
import { type MessageParts, messageTicket } from './messageTicket';
import { tagsOf } from './tags';
import {
	FIRST_MESSAGE,
	type IncomingTicket,
	LIMITS,
	type Reading,
	type ReadingContext,
} from './ticket';

/**
 * Intercom's own envelope around a conversation, in the shape of 2.x (`source`, `contacts`) or of 2019
 * (`conversation_message`, `user`). Source: contracts/API-REFERENCE.md §2, contracts/webhooks/intercom.*.
 */

const { created, replied, rated } = INTERCOM_TOPICS;

/** Reads the customer's words in a notification of Intercom's webhooks, for want of an access token. */
export function readIntercom(body: unknown, context: ReadingContext): Reading {
	const notification = readNotification(body, [created, replied, rated]);
	if (notification.kind !== 'conversation') return notification;
	const ticketOf = (message: unknown, parts: MessageParts) =>
		ticketOfMessage(body, notification, message, parts, context);
	switch (notification.topic) {
		case replied:
			return readReply(notification, ticketOf);
		case rated:
			return readRating(notification, ticketOf);
		default:
			return readNew(notification, ticketOf);
	}
}

type TicketOf = (message: unknown, parts: MessageParts) => IncomingTicket;

function readNew({ conversation }: IntercomNotification, ticketOf: TicketOf): Reading {
	const { first, replies, click, startedBy, isWhole } = customerWordsOf(conversation);
	if (first === undefined && replies.length === 0 && click !== undefined) {
		// Named as a reply is: words that come later are the first message.
		const messageId = partIdOf(click) ?? FIRST_MESSAGE;
		return { kind: 'ticket', ticket: ticketOf(click, { messageId, event: 'new' }) };
	}
	const opening = startedBy === undefined ? openingOf(conversation) : undefined;
	const message = first ?? replies[0] ?? opening;
	const ticket = ticketOf(message, { messageId: FIRST_MESSAGE, event: 'new' });
	if (startedBy !== undefined && message === undefined && isWhole) {
		const who = startedBy === 'bot' ? 'A bot' : 'An agent';
		const reason = `${who} began this conversation, and the customer has not written in it yet`;
		return { kind: 'skipped', reason, ticket };
	}
	return { kind: 'ticket', ticket };
}

/** The newest part is the news; Intercom puts it alone or last among the parts it sends along. */
function readReply({ conversation }: IntercomNotification, ticketOf: TicketOf): Reading {
	const { first, replies } = customerWordsOf(conversation);
	const isPart = first !== undefined && first !== openingOf(conversation);
	const reply = replies.at(-1) ?? (isPart ? first : undefined);
	if (reply === undefined) {
		return { kind: 'ignored', reason: 'The Intercom reply holds no words of the customer' };
	}
	const messageId = partIdOf(reply);
	if (messageId === undefined) {
		return {
			kind: 'unreadable',
			reason:
				'The reply in "data.item.conversation_parts" has no "id", so it cannot be told from others. Send Intercom\'s webhook here as it is',
		};
	}
	return { kind: 'ticket', ticket: ticketOf(reply, { messageId, event: 'reply' }) };
}

function readRating({ conversation }: IntercomNotification, ticketOf: TicketOf): Reading {
	const rating = badRatingOf(conversation);
	if (rating === undefined) {
		return { kind: 'ignored', reason: 'The Intercom rating is not a bad one (1 or 2 of 5)' };
	}
	const { messageId, message } = rating;
	return { kind: 'ticket', ticket: ticketOf(message, { messageId, event: 'csat' }) };
}

function ticketOfMessage(
	body: unknown,
	{ id, conversation }: IntercomNotification,
	message: unknown,
	parts: MessageParts,
	{ now, instance: setting }: ReadingContext,
): IncomingTicket {
	const { startedBy } = customerWordsOf(conversation);
	const writer = writerOf(conversation, message);
	const app = appOf(setting) ?? appOf(fieldOf(body, 'app_id'));
	const tags = listOf(fieldOf(conversation, 'tags'), 'tags').slice(0, LIMITS.tags);
	const isFirst = parts.event === 'new';
	return messageTicket(
		{
			helpdesk: 'intercom',
			instance: app ?? 'intercom',
			id,
			...(app !== undefined && { url: inboxUrl(app, id, { setting, body }) }),
			subject: firstFilled(
				// A bot's or an agent's subject says nothing about what the customer wrote.
				startedBy === undefined ? fieldOf(openingOf(conversation), 'subject') : undefined,
				fieldOf(conversation, 'title'),
			),
			body: fieldOf(message, 'body'),
			email: writer.email,
			name: writer.name,
			createdAt: firstFilled(
				isFirst ? fieldOf(conversation, 'created_at') : fieldOf(message, 'created_at'),
				fieldOf(body, 'created_at'),
			),
			channel: fieldOf(conversation, 'source', 'type'),
			tags: tagsOf(
				tags.map((tag) => fieldOf(tag, 'name')),
				/,/,
			),
		},
		parts,
		now,
	);
}
