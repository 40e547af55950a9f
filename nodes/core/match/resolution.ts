import type { Window } from './context';

/** What turns "is fixed" into a wish, a question or a condition. */
const NOT_YET =
	/\b(?:until|till|once|when|if|unless|as soon as|soon|hope|hoping|hopefully|please|pls|need|needs|want|wants|wanted|must|should|would|will|can|could|get|have|having|expect|expected|expecting|before|after|to be|not|never|isn't|wasn't|hasn't|aren't|didn't|supposedly|allegedly|claimed|claims|told|said|says|thought|supposed|marked(?: as)?|why|how|nothing|neither|without)\b[^.!?]*$/;
/** Fine for a while, or fine by somebody's word only. */
const TAKEN_BACK =
	/^[^.!?]{0,12}\b(?:for (?:a|about|an|one|two|five|ten|\d+|some|maybe)|until|till|as (?:promised|claimed)|not)\b|\b(?:but (?:now|then|again|it|the|we|i|today|this|still)|and now|only to|and then|then (?:broke|stopped|failed)|again and again)\b/;

/** What the words of the good news may not have between them. */
const SPOILED = /^closed\b|\b(?:worse|after|before|until|still|not|never|without|instead)\b/;
/** Closed by others is not closed. */
const BY_OTHERS = /\b(?:you|they|support|team|agent|colleague|somebody|someone) (?:\w+ )?$/;

/** Whether words like "has been fixed" are the customer's statement that it has. */
export function isResolved({ before, match, after, isQuestion }: Window): boolean {
	if (isQuestion || (SPOILED.test(match) && !/\b(?:not|no longer)\b/.test(match))) return false;
	if (BY_OTHERS.test(before) && /clos/.test(match)) return false;
	const clause = before.slice(
		Math.max(before.lastIndexOf(','), before.lastIndexOf(' but '), before.lastIndexOf(' and ')) + 1,
	);
	if (NOT_YET.test(clause)) return false;
	return !TAKEN_BACK.test(after);
}

const PAST =
	/\b(?:was|were|had|did|got|kept|earlier|previously|yesterday|before|last (?:week|night|month)|this morning)\b/i;
const PRESENT = /\b(?:still|again|now|today|but|however|keeps?|is|are|every time)\b/i;

/** Whether a trouble told of after the good news is the story of what was. */
export function isPast(text: string, start: number, end: number): boolean {
	let from = start;
	while (from > 0 && start - from < 120 && !/[.!?\n]/.test(text.charAt(from - 1))) from--;
	const clause = text.slice(from, end);
	return PAST.test(clause) && !PRESENT.test(clause);
}
