import { dateOf } from './dates';
import { fieldOf, firstFilled, limitedTextOf } from './fields';
import { type ZendeskPeople, type ZendeskUser, zendeskIdOf } from './zendeskPeople';

/** One comment of a ticket, read. */
export interface ZendeskComment {
	id?: string;
	authorId?: string;
	/** Absent when the answer does not list the author. */
	author?: ZendeskUser;
	/** Whether the customer can see it. */
	isPublic: boolean;
	/** Written by Zendesk itself: a rule, a merge, a system message. */
	isMachine: boolean;
	/** HTML where there is some, else text; still as it came. */
	body: unknown;
	/** The same as text. */
	text: unknown;
	createdAt?: string;
	channel: unknown;
}

/**
 * Channels behind which nobody sits. "rule" is a trigger or an automation, "merge" what Zendesk writes into
 * both tickets. Source: developer.zendesk.com, "Via types reference".
 */
const MACHINES: readonly unknown[] = ['system', 'rule', 'merge', 8, 19];

/**
 * The comments of a ticket in the order of the API: oldest first.
 *
 * `html_body` comes before `body`: it alone keeps what tells a customer's words from the rest (quoted mail,
 * hidden text, code), which core/text reads; and it escapes what looks like HTML in a plain message, which
 * `body` has raw, so that it would be taken for HTML. `body` has images as Markdown, `plain_body` entities.
 */
export function readZendeskComments(
	entries: readonly unknown[],
	people: ZendeskPeople,
): ZendeskComment[] {
	return entries.map((entry) => {
		const field = (...path: string[]) => fieldOf(entry, ...path);
		const id = zendeskIdOf(field('id'));
		const authorId = zendeskIdOf(field('author_id'));
		const author = authorId === undefined ? undefined : people.users.get(authorId);
		const createdAt = dateOf(field('created_at'));
		return {
			...(id !== undefined && { id }),
			...(authorId !== undefined && { authorId }),
			...(author !== undefined && { author }),
			isPublic: field('public') === true,
			isMachine: isMachine(field('via')),
			body: firstFilled(field('html_body'), field('body'), field('plain_body')),
			text: firstFilled(field('body'), field('plain_body')),
			...(createdAt !== undefined && { createdAt }),
			channel: field('via', 'channel'),
		};
	});
}

/** Whether a `via` object names a channel behind which nobody sits. */
export function isMachine(via: unknown): boolean {
	const channel = fieldOf(via, 'channel');
	return MACHINES.includes(channel) || fieldOf(via, 'source', 'rel') === 'merge';
}

/** When an agent last wrote to the customer; the comment that opened the ticket is no reply. */
export function lastAgentReplyAt(comments: readonly ZendeskComment[]): string | undefined {
	return comments
		.slice(1)
		.findLast(
			({ author, isPublic, isMachine }) => isPublic && !isMachine && author?.isAgent === true,
		)?.createdAt;
}

/** What a merge writes stands within its first words. */
const MERGE_NOTE = 2000;
const REQUEST_NUMBER = /#(\d{1,20})\b/;

/**
 * The ticket that one which was merged went into. The API has no field for it, so it is read from the last
 * thing that Zendesk or an agent wrote: "This request was closed and merged into request #35 …", in the
 * agent's language. Nothing can be written after it, and a customer's words are not asked.
 * @param id of the merged ticket itself
 */
export function mergeTargetOf(comments: readonly ZendeskComment[], id: string): string | undefined {
	const note = comments.findLast(({ author, isMachine }) => isMachine || author?.isAgent === true);
	const target = REQUEST_NUMBER.exec(limitedTextOf(note?.text, MERGE_NOTE) ?? '')?.[1];
	return target === id ? undefined : target;
}
