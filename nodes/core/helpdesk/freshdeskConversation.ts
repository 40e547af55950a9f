import { dateOf } from './dates';
import { fieldOf, lineOf, limitedTextOf } from './fields';
import { isChat } from './freshdeskSource';
import type { FreshdeskFacts } from './freshdeskFacts';
import { numberOf } from './freshdeskNumber';
import { LIMITS } from './ticket';

/**
 * Who wrote what in the conversations of a Freshdesk ticket: `incoming` is from outside, `private` is for
 * colleagues. Source: developers.freshdesk.com/api, conversations.
 */

/** Sources of a conversation: what a survey's form was filled with, and an e-mail forwarded to others. */
const SURVEY_FEEDBACK = 6;
const FORWARD = 8;

/** The replies of customers, oldest first. */
export function customerRepliesOf({ ticket, conversations, ratings }: FreshdeskFacts): unknown[] {
	const replies = conversations.filter(
		(one) => fieldOf(one, 'incoming') === true && fieldOf(one, 'private') !== true,
	);
	// The words beside a rating come with the rating, where it can be asked for.
	const isRated = ratings !== undefined && ratings.length > 0;
	const own = replies.filter((one) => !(isRated && fieldOf(one, 'source') === SURVEY_FEEDBACK));
	return isChat(fieldOf(ticket, 'source')) && isSaidAgain(ticket, own[0]) ? own.slice(1) : own;
}

/** Whether a chat's first reply is its description once more. */
function isSaidAgain(ticket: unknown, reply: unknown): boolean {
	const said = limitedTextOf(fieldOf(ticket, 'description_text'), LIMITS.body)?.trim();
	return (
		said !== undefined && limitedTextOf(fieldOf(reply, 'body_text'), LIMITS.body)?.trim() === said
	);
}

/** IDs of people who are agents for sure: the responder, and who wrote from inside. */
export function agentsOf({ ticket, conversations }: FreshdeskFacts): Set<string> {
	const ids = conversations
		.filter((one) => fieldOf(one, 'incoming') === false)
		.map((one) => numberOf(fieldOf(one, 'user_id')));
	ids.push(numberOf(fieldOf(ticket, 'responder_id')));
	return new Set(ids.filter((id) => id !== undefined));
}

/** When an agent last wrote to the customer; ISO 8601, UTC. */
export function lastAgentReplyOf({ ticket, conversations }: FreshdeskFacts): string | undefined {
	const times = conversations
		.filter(
			(one) =>
				fieldOf(one, 'incoming') === false &&
				fieldOf(one, 'private') === false &&
				fieldOf(one, 'source') !== FORWARD,
		)
		.map((one) => dateOf(fieldOf(one, 'created_at')));
	times.push(dateOf(fieldOf(ticket, 'stats', 'agent_responded_at')));
	return times
		.filter((time) => time !== undefined)
		.sort()
		.at(-1);
}

/** The note that Freshdesk proposes for a ticket it closes by merging; agents rarely change it. */
const MERGED = /^\s*This ticket is closed and merged into ticket #?(\d{1,20})\b/i;

/**
 * The ID of the ticket it was merged into. The API has no field for it, only the note. Customers cannot
 * write one: theirs are incoming.
 */
export function mergedIntoOf({ conversations }: FreshdeskFacts): string | undefined {
	for (const one of conversations.toReversed()) {
		if (fieldOf(one, 'incoming') !== false) continue;
		const id = MERGED.exec(lineOf(fieldOf(one, 'body_text'), 300) ?? '')?.[1];
		if (id !== undefined) return id;
	}
	return undefined;
}

/** Ratings that say somebody is unhappy: -101 to -103; 100 is neutral, 101 to 103 are happy. */
export function badRatingsOf(ratings: readonly unknown[]): unknown[] {
	return ratings.filter((rating) => {
		const value = fieldOf(rating, 'ratings', 'default_question');
		return typeof value === 'number' && value < 0 && numberOf(fieldOf(rating, 'id')) !== undefined;
	});
}
