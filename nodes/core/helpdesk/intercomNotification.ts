import { fieldOf, isFields, lineOf } from './fields';
import { INTERCOM_TOPICS } from './intercomTopics';
import { readTicketId } from './ticketId';

const ID = {
	name: 'data.item.id',
	remedy: `Send Intercom's webhook here as it is, with the topic ${INTERCOM_TOPICS.created}`,
};

/** A notification of a conversation, its envelope read. */
export interface IntercomNotification {
	kind: 'conversation';
	topic: string;
	id: string;
	/** `data.item`. */
	conversation: unknown;
}

/**
 * Reads the envelope that Intercom puts around a conversation (contracts/webhooks/intercom.*).
 * @param topics those to read; all others are ignored
 */
export function readNotification(
	body: unknown,
	topics: readonly string[],
): IntercomNotification | { kind: 'ignored' | 'unreadable'; reason: string } {
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
	if (!topics.includes(topic)) {
		return {
			kind: 'ignored',
			reason: `The Intercom topic is ${topic}; what counts are ${topics.join(', ')}`,
		};
	}
	const reading = readTicketId(fieldOf(conversation, 'id'), ID);
	if ('problem' in reading) return { kind: 'unreadable', reason: reading.problem };
	return { kind: 'conversation', topic, id: reading.id, conversation };
}
