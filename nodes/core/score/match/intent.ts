import { pattern } from '../../values/tables';
import type { Window } from './context';
import { inAnyLanguage } from './languages/all';

/** What a phrase is said for, where the words alone would mislead. All of it reads plain lower case without accents. */

/** "Please delete all contacts of the test import": asked for, and so not lost. */
const BASE_FORM = new RegExp(String.raw`^(?:${inAnyLanguage('asked')})\b`);
const ASKING = new RegExp(String.raw`(?:^|[.!?,:;]\s*|\b(?:${inAnyLanguage('asking')}) )$`);

/** Whether what was found is a wish of the writer. */
export function isAskedFor({ before, match }: Window): boolean {
	return BASE_FORM.test(match) && ASKING.test(before);
}

const NONE_AFTER = new RegExp(
	String.raw`^\s*(?:[:=–-]\s*|(?:${inAnyLanguage('was')}) )(?:${inAnyLanguage('none')})\b`,
);
/** "The data loss clause", "early termination fee", "are deleted after 24 months": a rule, not an event. */
const RULE_AFTER = new RegExp(
	String.raw`^\s*(?:${inAnyLanguage('kindOfRule')}|${inAnyLanguage('afterTime')})\b`,
);
const RULE_BEFORE = new RegExp(String.raw`\b(?:${inAnyLanguage('ruleBefore')}) (?:\w+ )?$`);
/** "Everything will be down on Sunday", "we are winding down". */
const NO_OUTAGE =
	/\b(?:will be (?:down|offline|unavailable)|(?:wind|winding|scal\w+|narrow\w*|track\w*|cutting|writ\w+|settl\w+|calm\w+) down)\b/;
/** "The messages go to the queue": the word is that of "gone", the event is not. */
const MERELY_GOES = /\b(?:go|goes|going|went)\b(?! (?:missing|down|offline|blank|lost))/;

/** Whether a critical phrase tells of no event: "Data lost: none", "the data loss clause", "tasks went from 40 to 10". */
export function isNoEvent({ before, match, following }: Window): boolean {
	if (NONE_AFTER.test(following) || RULE_AFTER.test(following)) return true;
	if (RULE_BEFORE.test(before) || NO_OUTAGE.test(match)) return true;
	return (
		MERELY_GOES.test(match) && !/^(?:where|everything)\b/.test(match) && !/\bdown\b/.test(match)
	);
}

const OATH = new RegExp(String.raw`^(?:${inAnyLanguage('oath')})$`);
const GLAD = new RegExp(String.raw`^\s*(?:${inAnyLanguage('glad')})\b`);

/** "Cannot recommend it highly enough". */
const NOT_ENOUGH =
	/^\s*(?:it |this |them |you |your \w+ )*(?:highly |strongly |warmly )?enough\b|^\s*(?:it |this |them |you )*more highly\b/;

/** "This is fucking awesome", "I can't recommend it enough": the words of trouble, said in praise. */
export function isPraise({ match, after }: Window): boolean {
	return (OATH.test(match) && GLAD.test(after)) || NOT_ENOUGH.test(after);
}

/** Someone else's contract, or a product that sells subscriptions. */
const OF_OTHERS = new RegExp(
	String.raw`\b(?:${inAnyLanguage('others')})\s+(?:\w+ )?(?:${inAnyLanguage('contract')})`,
);
/** Each article is taken whole: where it could be cut anywhere, "unununun" would be tried in every way there is. */
const FOR_OTHERS = new RegExp(
	String.raw`^\s*(?:${inAnyLanguage('ofPreposition')}) (?:(?:${inAnyLanguage('ofArticle')})\b[ ']?)+(?:\w+ )?(?:${inAnyLanguage('people')})`,
);
/** What one may cancel without leaving. */
const OTHER_THING = pattern()`
	^\s*(?:to|for|from|of|an|a|de|van) (?:\w+ )?(?:newsletter|mailing|digest|notifications?|e-?mails?|
	blog|alerts?|updates?|podcast|webinar)\b|^\s*(?:page|button|flow|screen|feature|endpoint|webhook|
	event|api|form|link|email|template|process|policy|settings?|upgrade|import|export|fees?|clause|
	section|executive|manager|team)\b
`;
/** "Deleted accounts": a kind of account, and nothing that anyone does. */
const KIND_OF =
	/^(?:deleted|closed|cancell?ed|removed|terminated|deactivated|expired) (?:account|subscription|contract|membership|licen[cs]e|workspace)/;
const IMAGINED_BEFORE = new RegExp(String.raw`\b(?:${inAnyLanguage('when')})(?: \S+){0,3} $`);
const ANY_TIME = new RegExp(String.raw`\b(?:${inAnyLanguage('anyTime')})\b`);
const UNDONE = new RegExp(String.raw`\b(?:${inAnyLanguage('undone')})\b`);
/** Parts of a contract, and accounts that nobody pays for. */
const PART_ONLY = new RegExp(
	String.raw`\b(?:${inAnyLanguage('part')})\b|\b(?:${inAnyLanguage('few')}) (?:${inAnyLanguage('ofOurs')})?(?:${inAnyLanguage('seats')})\b`,
);
/** "From 40 to 8 seats" is a step out of the door, "from 25 to 19" a department that shrank. */
const FROM_TO = new RegExp(
	String.raw`\b(?:${inAnyLanguage('from')}) (\d{1,6})\b[^.!?]{0,25}?\b(?:${inAnyLanguage('to')}) (\d{1,6})\b`,
);
const SMALL_CUT = 0.6;
const TRIAL = new RegExp(String.raw`\b(?:${inAnyLanguage('trial')})\b`);

/**
 * Whether a cancellation is none of the writer's whole contract: someone else's, a trial, a part, a thing of another
 * kind, a "what if", or undone.
 */
export function isNoLeaving({ before, match, after, isQuestion }: Window): boolean {
	if (OF_OTHERS.test(`${before.slice(-30)}${match}`) || FOR_OTHERS.test(after)) return true;
	if (OTHER_THING.test(after) || KIND_OF.test(match)) return true;
	const sentence = `${before}${match}${after}`;
	if (UNDONE.test(sentence) || TRIAL.test(sentence)) return true;
	if (PART_ONLY.test(`${match}${after.slice(0, 20)}`)) return true;
	const [, from, to] = FROM_TO.exec(sentence) ?? [];
	if (from !== undefined && Number(to) >= SMALL_CUT * Number(from)) return true;
	return isQuestion && (IMAGINED_BEFORE.test(before) || ANY_TIME.test(sentence));
}
