import { fieldOf, isFields, listOf, limitedTextOf } from './fields';
import { LIMITS } from './ticket';

/**
 * Who wrote what in an Intercom conversation. It may begin with a bot's greeting, an agent's message or a
 * campaign; what counts are the customer's first own words. Shapes: contracts/webhooks/intercom.* and
 * conversation_part in contracts/intercom/intercom-2.16.trimmed.yaml.
 */

export interface FirstMessage {
	/** Absent when the customer's words are not in the payload. */
	message?: unknown;
	/** Who began the conversation, where it was not the customer. */
	startedBy?: 'agent' | 'bot';
	/** Whether the payload holds the whole conversation, so that what is not in it was not written. */
	isWhole: boolean;
}

/** The customer's first own message in a conversation: what opened it, or the first part they wrote. */
export function firstMessageOf(conversation: unknown): FirstMessage {
	const opening = fieldOf(conversation, 'source') ?? fieldOf(conversation, 'conversation_message');
	const wrapper = fieldOf(conversation, 'conversation_parts');
	const parts = listOf(wrapper, 'conversation_parts');
	const total = fieldOf(wrapper, 'total_count');
	const isListed = Array.isArray(wrapper) || Array.isArray(fieldOf(wrapper, 'conversation_parts'));
	const isWhole = isListed && !(typeof total === 'number' && total > parts.length);

	const startedBy = staffOf(opening);
	const own = parts.filter((part) => isMessage(part) && staffOf(part) === undefined);
	// A click on one of the bot's answers is the bot's wording; it counts where there is nothing else.
	const words = own.find((part) => fieldOf(part, 'metadata', 'quick_reply_uuid') === undefined);
	if (startedBy === undefined) {
		return { message: hasBody(opening) ? opening : (words ?? opening), isWhole };
	}
	return { message: words ?? own[0], startedBy, isWhole };
}

/** The author's type where it says that no customer wrote; contacts are "user", "lead" or "contact". */
function staffOf(message: unknown): FirstMessage['startedBy'] {
	const author = fieldOf(message, 'author');
	const type = fieldOf(author, 'type');
	if (type === 'bot' || fieldOf(author, 'from_ai_agent') === true) return 'bot';
	return type === 'admin' || type === 'team' || type === 'nobody_admin' ? 'agent' : undefined;
}

/** Assignments, notes and ratings are parts, too; a contact's comment may reopen the conversation. */
function isMessage(part: unknown): boolean {
	const type = fieldOf(part, 'part_type');
	return (type === undefined || type === 'comment' || type === 'open') && hasBody(part);
}

function hasBody(message: unknown): boolean {
	return limitedTextOf(fieldOf(message, 'body'), LIMITS.body) !== undefined;
}

/**
 * The person behind a message: its author, completed by what the conversation says about the same contact
 * (2.x: `contacts`; the shape of 2019: `user`).
 */
export function writerOf(
	conversation: unknown,
	message: unknown,
): { email: unknown; name: unknown } {
	const author = fieldOf(message, 'author');
	const people = [
		fieldOf(conversation, 'user'),
		...listOf(fieldOf(conversation, 'contacts'), 'contacts').slice(0, 100),
	].filter(isFields);
	const id = limitedTextOf(fieldOf(author, 'id'), 200);
	const same = people.find((person) => limitedTextOf(fieldOf(person, 'id'), 200) === id);
	// With a single contact it is nobody else; with several only the ID tells.
	const person =
		(id !== undefined ? same : undefined) ?? (people.length === 1 ? people[0] : undefined);
	const known = (name: string) =>
		limitedTextOf(fieldOf(author, name), 2000) !== undefined
			? fieldOf(author, name)
			: fieldOf(person, name);
	return { email: known('email'), name: known('name') };
}
