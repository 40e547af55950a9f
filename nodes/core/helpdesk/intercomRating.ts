import { fieldOf, firstFilled } from './fields';
import { dateOf } from './dates';

/** Of 5; 3 is the middle one of Intercom's five faces. Source: conversation_rating in the 2.16 description. */
const WORST_FINE_RATING = 3;

/** A customer's rating of a conversation that says they are not satisfied. */
export interface BadRating {
	/**
	 * "csat:" and the time of the rating's last change: a remark that is added later is news, and a rating
	 * that is delivered twice is not.
	 */
	messageId: string;
	/** Who rated, what they remarked and when, as a message has it. */
	message: { author: unknown; body: unknown; created_at: unknown };
}

/** The bad rating of a conversation (1 or 2 of 5); absent when there is none, or a better one. */
export function badRatingOf(conversation: unknown): BadRating | undefined {
	const rating = fieldOf(conversation, 'conversation_rating');
	const value = fieldOf(rating, 'rating');
	if (typeof value !== 'number' || !(value >= 1 && value < WORST_FINE_RATING)) return undefined;
	const createdAt = firstFilled(fieldOf(rating, 'updated_at'), fieldOf(rating, 'created_at'));
	return {
		messageId: `csat:${dateOf(createdAt) ?? value}`,
		message: {
			author: fieldOf(rating, 'contact'),
			body: fieldOf(rating, 'remark'),
			created_at: createdAt,
		},
	};
}
