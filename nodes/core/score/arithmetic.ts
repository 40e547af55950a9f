import { CRITICAL_FROM } from './labels';
import { strongestOf, wordListScore } from './wordScore';

/**
 * How a score is put together once a text is read: numbers alone, so that a logged score can be taken apart again
 * (otherWeight.ts).
 */

type Weighed = Parameters<typeof wordListScore>[0];

/**
 * The weights alone stay below Critical: such a score alerts whatever the account, so it takes a listed phrase that an
 * alert can show. It also keeps a listed Critical phrase from ever lowering a score.
 */
export const UNLISTED_AT_MOST = CRITICAL_FROM - 1;
/** What a ticket that says its trouble is over can score at most: neutral. */
export const RESOLVED_AT_MOST = 40;
/** What a text in a language the built-in method does not serve can score: below what a rule with a renewal asks for. */
export const UNSURE_AT_MOST = 49;
/** A calm report of one fault stays below what a rule with a renewal asks for. */
export const REPORT_AT_MOST = 49;
/** Praise brings a calm ticket down to what the word list gives it. */
export const CALM_BELOW = 55;
const PRAISE_SHARE = 0.38;
/** Says in `flags` that the score was raised, since the customer wrote before in the same ticket. */
export const ASKED_BEFORE = 'asked-before';
/** Below this a message is calm, whatever came before: an answer, a log, a thank you; a listed phrase tells an ask. */
const ASKS_FROM = 44;
const ASKS_UNLISTED_FROM = 50;
/** What each earlier message of the ticket adds, so that "any update?" counts the third time it is asked. */
const PER_EARLIER_MESSAGE = 10;
export const MOST_EARLIER = 4;

/** What praise leaves of the weights' score: nothing but praise keeps their order, below all that is neutral. */
export function besidePraise(score: number, signals: Weighed, praiseCount: number): number {
	const strongest = strongestOf(signals);
	if (praiseCount === 0 || score >= CALM_BELOW || strongest >= CALM_BELOW) return score;
	return Math.min(
		score,
		strongest > 0 ? wordListScore(signals, praiseCount) : Math.round(score * PRAISE_SHARE),
	);
}

/**
 * The weights' score lifted to what the signals that count ask for. Further ones count only when the strongest does.
 * @param floor the highest weight of those that count, above 0
 */
export function liftedScore(
	score: number,
	floor: number,
	signals: Weighed,
	praiseCount: number,
): number {
	const asked = floor >= strongestOf(signals) ? wordListScore(signals, praiseCount) : floor;
	return Math.max(score, asked);
}

/**
 * The third ask is worse than the first: what a message scores of a customer who wrote before in the same ticket.
 * @param earlier how many messages came before
 */
export function askedAgainScore(score: number, earlier: number, hasSignals: boolean): number {
	const asks = score >= (hasSignals ? ASKS_FROM : ASKS_UNLISTED_FROM);
	if (earlier < 1 || !asks || score >= UNLISTED_AT_MOST) return score;
	return Math.min(UNLISTED_AT_MOST, score + PER_EARLIER_MESSAGE * Math.min(earlier, MOST_EARLIER));
}
