import { fieldOf, isFields, lineOf, listOf, limitedTextOf } from './fields';
import { FIRST_MESSAGE, LIMITS } from './ticket';

/**
 * Who wrote what in an Intercom conversation. It may begin with a bot's greeting, an agent's message or a
 * campaign; what counts are the customer's own words. Shapes: contracts/webhooks/intercom.* and
 * conversation_part in contracts/intercom/intercom-2.16.trimmed.yaml.
 */

/** The API gives the newest so many, and does not say whether its count is of those or of all (2.16). */
const MOST_PARTS = 500;

const PART_ID = /^[\w-]{1,64}$/;

/** What customers wrote in a conversation, as far as the payload holds it. */
export interface CustomerWords {
	/** Their first own words: what opened the conversation, or a part. Absent when it is not known to be here. */
	first?: unknown;
	/** Their further parts, oldest first. */
	replies: unknown[];
	/** A click on one of the bot's answers, where there is nothing else: the bot's wording, a choice all the same. */
	click?: unknown;
	/** Who began the conversation, where it was not the customer. */
	startedBy?: 'agent' | 'bot';
	/** Whether the payload holds the whole conversation, so that what is not in it was not written. */
	isWhole: boolean;
}

/**
 * What customers wrote, sorted out. What is the first message never becomes another one when more is
 * written: a click is no first message, and where older parts are left out (Intercom gives the newest 500)
 * no part is taken for it.
 */
export function customerWordsOf(conversation: unknown): CustomerWords {
	const opening = openingOf(conversation);
	const wrapper = fieldOf(conversation, 'conversation_parts');
	const parts = listOf(wrapper, 'conversation_parts');
	const total = fieldOf(wrapper, 'total_count');
	const isListed = Array.isArray(wrapper) || Array.isArray(fieldOf(wrapper, 'conversation_parts'));
	const isCut = parts.length >= MOST_PARTS || (typeof total === 'number' && total > parts.length);
	const isWhole = isListed && !isCut;

	const startedBy = staffOf(opening);
	const own = parts.filter((part) => isMessage(part) && staffOf(part) === undefined);
	const words = own.filter((part) => !isClick(part));
	const start = { isWhole, ...(startedBy !== undefined && { startedBy }) };
	if (startedBy === undefined && saysSomething(opening)) {
		return { ...start, first: opening, replies: words };
	}
	if (words.length === 0)
		return { ...start, replies: [], ...(own.length > 0 && { click: own[0] }) };
	return isWhole
		? { ...start, first: words[0], replies: words.slice(1) }
		: { ...start, replies: words };
}

/** The message a conversation began with: 2.x `source`, 2019 `conversation_message`. */
export function openingOf(conversation: unknown): unknown {
	return fieldOf(conversation, 'source') ?? fieldOf(conversation, 'conversation_message');
}

/** The ID of a part; absent where it cannot tell parts apart. */
export function partIdOf(part: unknown): string | undefined {
	const id = lineOf(fieldOf(part, 'id'), 65);
	return id !== undefined && id !== FIRST_MESSAGE && PART_ID.test(id) ? id : undefined;
}

/** The author's type where it says that no customer wrote; contacts are "user", "lead" or "contact". */
export function staffOf(message: unknown): CustomerWords['startedBy'] {
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

function isClick(part: unknown): boolean {
	return fieldOf(part, 'metadata', 'quick_reply_uuid') !== undefined;
}

/** An e-mail may say all it has to say in its subject. */
function saysSomething(opening: unknown): boolean {
	return hasBody(opening) || lineOf(fieldOf(opening, 'subject'), LIMITS.subject) !== undefined;
}

/** Whether a message has any text. */
export function hasBody(message: unknown): boolean {
	return limitedTextOf(fieldOf(message, 'body'), LIMITS.body) !== undefined;
}

/** The ID of the contact who wrote a message, or of the conversation's only contact. */
export function writerIdOf(conversation: unknown, message: unknown): string | undefined {
	const people = peopleOf(conversation);
	const only = people.length === 1 ? people[0] : undefined;
	return lineOf(fieldOf(message, 'author', 'id'), 200) ?? lineOf(fieldOf(only, 'id'), 200);
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
	const people = peopleOf(conversation);
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

function peopleOf(conversation: unknown): unknown[] {
	return [
		fieldOf(conversation, 'user'),
		...listOf(fieldOf(conversation, 'contacts'), 'contacts').slice(0, 100),
	].filter(isFields);
}
