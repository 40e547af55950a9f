import type { Window } from './context';
import { inAnyLanguage } from './languages/all';

/** What turns "is fixed" into a wish, a promise, a question, a condition or someone else's word. */
const NOT_YET = new RegExp(String.raw`\b(?:${inAnyLanguage('notYet')})\b[^.!?]*$`);
/** Said by others: "we were promised that it is fixed by May". */
const REPORTED = new RegExp(
	String.raw`\b(?:${inAnyLanguage('reported')})\b[^.!?]*\b(?:${inAnyLanguage('that')})\b[^.!?]*$`,
);
/** Fine for a while, or fine by somebody's word only. */
const TAKEN_BACK = new RegExp(
	String.raw`^[^.!?]{0,12}\b(?:${inAnyLanguage('forAWhile')})\b|\b(?:${inAnyLanguage('takenBack')})\b`,
);

/** What the words of the good news may not have between them. */
const SPOILED = new RegExp(
	String.raw`^(?:closed|fix|solve|resolve|sort|repair)\b|\b(?:${inAnyLanguage('spoiled')})\b`,
);
/** That it once worked says nothing of now, unless the customer is glad of it. */
const ONCE = /^it (?:\w+ )?(?:worked|helped)$/;
const GLAD_OR_DONE = /^(?:\W{0,3}$|[^.?]{0,20}\b(?:thank|thanks|perfect|great|now|cheers)\b)/;
/** Closed by others is not closed. */
const BY_OTHERS = /\b(?:you|they|support|team|agent|colleague|somebody|someone) (?:\w+ )?$/;

/** Whether words like "has been fixed" are the customer's statement that it has. */
export function isResolved({ before, match, after, isQuestion }: Window): boolean {
	if (isQuestion || (SPOILED.test(match) && !/\b(?:not|no longer)\b/.test(match))) return false;
	if (BY_OTHERS.test(before) && /clos/.test(match)) return false;
	if (ONCE.test(match) && !GLAD_OR_DONE.test(after)) return false;
	const clause = before.slice(
		Math.max(before.lastIndexOf(','), before.lastIndexOf(' but '), before.lastIndexOf(' and ')) + 1,
	);
	if (NOT_YET.test(clause) || REPORTED.test(before + match)) return false;
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
