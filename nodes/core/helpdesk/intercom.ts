import { fieldOf, firstFilled, isFields, lineOf, listOf } from './fields';
import { appOf, inboxUrl } from './intercomApp';
import { firstMessageOf, writerOf } from './intercomMessage';
import { newTicket } from './newTicket';
import { tagsOf } from './tags';
import { type IncomingTicket, LIMITS, type Reading, type ReadingContext } from './ticket';
import { readTicketId } from './ticketId';

/**
 * Intercom's own envelope around a conversation, in the shape of 2.x (`source`, `contacts`) or of 2019
 * (`conversation_message`, `user`). Source: contracts/API-REFERENCE.md §2, contracts/webhooks/intercom.*.
 */

/** There is no topic "conversation.created" (API-REFERENCE.md §0). */
const NEW_CONVERSATION = 'conversation.user.created';
const ID = {
	name: 'data.item.id',
	remedy: `Send Intercom's webhook here as it is, with the topic ${NEW_CONVERSATION}`,
};

/** Reads a notification of Intercom's webhooks. */
export function readIntercom(body: unknown, context: ReadingContext): Reading {
	const topic = isFields(body) ? lineOf(fieldOf(body, 'topic'), 100) : undefined;
	if (topic === undefined) {
		return {
			kind: 'unreadable',
			reason: `The body has no "topic", so it is no notification of Intercom's. ${ID.remedy}`,
		};
	}
	const conversation = fieldOf(body, 'data', 'item');
	if (topic === 'ping' || fieldOf(conversation, 'type') === 'ping') {
		return { kind: 'ignored', reason: 'A ping of Intercom' };
	}
	if (topic !== NEW_CONVERSATION) {
		return {
			kind: 'ignored',
			reason: `The Intercom topic is ${topic}; only ${NEW_CONVERSATION} tells of a new ticket`,
		};
	}
	const reading = readTicketId(fieldOf(conversation, 'id'), ID);
	if ('problem' in reading) return { kind: 'unreadable', reason: reading.problem };
	return readConversation(body, conversation, reading.id, context);
}

function readConversation(
	body: unknown,
	conversation: unknown,
	id: string,
	{ now, instance: setting }: ReadingContext,
): Reading {
	const { message, startedBy, isWhole } = firstMessageOf(conversation);
	const writer = writerOf(conversation, message);
	const app = appOf(setting) ?? appOf(fieldOf(body, 'app_id'));
	const tags = listOf(fieldOf(conversation, 'tags'), 'tags').slice(0, LIMITS.tags);
	const ticket: IncomingTicket = newTicket(
		{
			helpdesk: 'intercom',
			instance: app ?? 'intercom',
			id,
			...(app !== undefined && { url: inboxUrl(app, id, { setting, body }) }),
			subject: firstFilled(
				// A bot's or an agent's subject says nothing about what the customer wrote.
				startedBy === undefined ? fieldOf(message, 'subject') : undefined,
				fieldOf(conversation, 'title'),
			),
			body: fieldOf(message, 'body'),
			email: writer.email,
			name: writer.name,
			createdAt: firstFilled(fieldOf(conversation, 'created_at'), fieldOf(body, 'created_at')),
			channel: fieldOf(conversation, 'source', 'type'),
			tags: tagsOf(
				tags.map((tag) => fieldOf(tag, 'name')),
				/,/,
			),
		},
		now,
	);
	if (startedBy !== undefined && message === undefined && isWhole) {
		const who = startedBy === 'bot' ? 'A bot' : 'An agent';
		const reason = `${who} began this conversation, and the customer has not written in it yet`;
		return { kind: 'skipped', reason, ticket };
	}
	return { kind: 'ticket', ticket };
}
