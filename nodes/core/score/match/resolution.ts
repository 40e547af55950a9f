import { pattern } from '../../values/tables';
import type { Window } from './context';
import { MATCH_WORDS } from './languages/all';

/** What turns "is fixed" into a wish, a promise, a question, a condition or someone else's word. */
const NOT_YET = new RegExp(
	String.raw`\b(?:${MATCH_WORDS.map(({ notYet }) => notYet).join('|')})\b[^.!?]*$`,
);
/** Said by others: "we were promised that it is fixed by May". */
const REPORTED = pattern()`
	\b(?:promised?|told|assured|wrote|said|claims?|versprochen|gesagt|geschrieben|zugesagt|hiess es|
	promis|dit|ecrit|prometi\w+|dijeron|dicho|escribi\w+|promet\w+|disseram|escrev\w+|beloofd|gezegd|
	geschreven)\b[^.!?]*\b(?:that|dass|que|qu|dat)\b[^.!?]*$
`;
/** Fine for a while, or fine by somebody's word only. */
const TAKEN_BACK = pattern()`
	^[^.!?]{0,12}\b(?:for (?:a|about|an|one|two|five|ten|\d+|some|maybe)|until|till|as (?:promised|
	claimed)|not|bis|jusqu|hasta|ate|tot)\b|\b(?:but (?:now|then|again|it|the|we|i|today|this|still)|
	and now|only to|and then|then (?:broke|stopped|failed|it|the|all|suddenly|yesterday|today|out)|
	all of a sudden|suddenly|again and again|aber (?:jetzt|nun|heute|seit|dann)|und jetzt|und dann|
	dann (?:ging|kam|war|ist)|plotzlich|mais (?:maintenant|depuis|aujourd|la)|et maintenant|
	puis (?:plus|tout|soudain)|soudain|pero (?:ahora|hoy|desde|luego)|y ahora|de repente|mas (?:agora|
	hoje|desde|depois)|e agora|maar (?:nu|sinds|vandaag)|en nu|en toen|plotseling|ineens)\b
`;

/** What the words of the good news may not have between them. */
const SPOILED = pattern()`
	^(?:closed|fix|solve|resolve|sort|repair)\b|\b(?:worse|after|before|until|still|not|never|without|
	instead|would|will|should|could|to be|going to|gets|bis|soll|zou|zal|pas|nicht|niet|nao|sera|serait|
	seria|estaria)\b
`;
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
