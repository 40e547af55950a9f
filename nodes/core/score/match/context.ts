import { pattern } from '../../values/tables';
import { JOINED } from './cutText';
import { CLAUSE_BREAK, FILLER, NEGATOR, PRONOUN } from './functionWords';
import { inAnyLanguage } from './languages/all';
import type { TokenStream } from './tokens';

/**
 * Whether a phrase that was found really says that the thing happened: not when it is negated, imagined or
 * asked about in general.
 */

/** As far back as a negation, a condition or a question word is looked for. */
const WINDOW = 160;
const FOLLOWING = 40;
const FARTHEST_NEGATOR = 5;

/** "not only", "not just": says more, not less. */
const NOT_A_NEGATION = new Set([
	'only',
	'just',
	'merely',
	'necessarily',
	'nur',
	'bloss',
	'seulement',
	'solo',
	'so',
	'alleen',
]);
const STOPPED =
	/\b(?:stopped|stops|quit|ceased|fixed the|fixed that|resolved the|solved the)\s+(?:\w+\s+)?$/;

export interface Window {
	/** The sentence up to the match, lower case, straight apostrophes, at most {@link WINDOW} characters. */
	before: string;
	match: string;
	/** The rest of the sentence, likewise. */
	after: string;
	/** What comes next, wherever the sentence ends, at most {@link FOLLOWING} characters. */
	following: string;
	isQuestion: boolean;
}

function plain(value: string): string {
	const lower = value.toLowerCase().replace(/\s+/g, ' ');
	if (/^[\x00-\x7f]*$/.test(lower)) return lower;
	return lower
		.replace(/[\u2018\u2019]/g, "'")
		.normalize('NFD')
		.replace(/\p{M}/gu, '');
}

export function windowOf(text: string, stream: TokenStream, first: number, last: number): Window {
	const sentence = stream.sentence[first] ?? 0;
	let from = first;
	while (from > 0 && stream.sentence[from - 1] === sentence && first - from < 30) from--;
	const start = stream.start[first] ?? 0;
	const end = stream.end[last] ?? 0;
	let to = last;
	while (to + 1 < stream.count && stream.sentence[to + 1] === sentence && to - last < 30) to++;
	return {
		before: plain(text.slice(Math.max(stream.start[from] ?? 0, start - WINDOW), start)),
		match: plain(text.slice(start, end)),
		after: plain(text.slice(end, Math.min(stream.end[to] ?? end, end + WINDOW))),
		following: plain(text.slice(end, end + FOLLOWING)),
		isQuestion: stream.isQuestion[sentence] === true,
	};
}

/** "I am not asking to cancel", "we don't want a refund": what nobody asks for. */
const NOT_WANTED = pattern()`
	\b(?:not|n't|never|dont|didnt) (?:actually |really |currently )?(?:want|wanting|need|needing|ask|
	asking|looking|plan|planning|going|intend|intending|trying|requesting|threatening|
	thinking)(?: (?:to|for|of|about|a|an|the|any|our|my|you))* $
`;
/** "We don't want to leave, but if this goes on": wanted or not. */
const UNLESS = /\b(?:but|unless|however|although|though|if)\b/;

/** Whether what was found is only said not to be wanted. */
export function isUnwanted({ before, after }: Window): boolean {
	return NOT_WANTED.test(before) && !UNLESS.test(after);
}

/** "is not failing", "no errors", "never had any data loss", "stopped crashing", "fixed the broken export". */
export function isNegated(text: string, stream: TokenStream, first: number): boolean {
	const { flags, gap, start, end } = stream;
	const before = text.slice(Math.max(0, (start[first] ?? 0) - 24), start[first]).toLowerCase();
	if (gap[first] === JOINED && STOPPED.test(before)) return !isNegated(text, stream, first - 1);
	for (let k = first - 1, steps = 0; k >= 0 && steps < FARTHEST_NEGATOR; k--, steps++) {
		if (gap[k + 1] !== JOINED) return false;
		const flag = flags[k] ?? 0;
		if ((flag & NEGATOR) !== 0) {
			return !NOT_A_NEGATION.has(text.slice(start[k + 1], end[k + 1]).toLowerCase());
		}
		if ((flag & FILLER) === 0 || (flag & (PRONOUN | CLAUSE_BREAK)) !== 0) return false;
	}
	return false;
}

const IMAGINED = new RegExp(String.raw`\b(?:${inAnyLanguage('imagined')})\b`);
const DEFINITION = new RegExp(
	String.raw`^(?:so |ok |hi |hello |hey |quick question |\W)*(?:${inAnyLanguage('asksMeaning')})\b`,
);
const DEFINED = new RegExp(String.raw`\b(?:${inAnyLanguage('means')})\b`);
const CONDITION = new RegExp(
	String.raw`\b(?:${inAnyLanguage('condition')}) (?:(?:${inAnyLanguage('determiners')})\b ?|\w+ ?){0,2}$`,
);
const MODAL = new RegExp(String.raw`\b(?:${inAnyLanguage('modal')})(?: \w+){0,3} $`);
const HAPPENED =
	/\b(?:why|again|still|keeps?|kept|just|since|yesterday|every time|each time|already)\b/;

/** A sentence that asks how something is done or whether it exists, or says what is planned. */
const GENERAL = new RegExp(String.raw`\b(?:${inAnyLanguage('general')})\b`);
/** Trials are there to fail. */
const TRIED_OUT =
	/\b(?:sandbox|staging|test (?:account|order|environment|tenant|workspace|project|machine|data|run)|load test|dry run)\b/;
const REAL = /\b(?:prod|production|live|customers?|clients?)\b/;
/** What makes a question one about something that went wrong. */
const COMPLAINING = new RegExp(String.raw`\b(?:${inAnyLanguage('complaining')})\b`);

/**
 * "what happens when a sync fails?", "in case the export fails", "would I lose data if …", "how do I see failed
 * payments?".
 * @param hasNegation whether the phrase itself says "can't" or "not", as only things that happened do
 */
export function isHarmless(window: Window, hasNegation: boolean): boolean {
	const { before, after, match, isQuestion } = window;
	if (IMAGINED.test(before)) return true;
	if (isQuestion && DEFINITION.test(before) && DEFINED.test(after)) return true;
	const sentence = `${before}${match}${after}`;
	if (TRIED_OUT.test(sentence) && !REAL.test(sentence)) return true;
	if (HAPPENED.test(match)) return false;
	if (
		!hasNegation &&
		GENERAL.test(before) &&
		(isQuestion || /\b(?:like|love|wondering|interested|want)\b/.test(before)) &&
		!COMPLAINING.test(`${before} ${after}`)
	) {
		return true;
	}
	const condition = CONDITION.exec(before);
	if (
		condition !== null &&
		!/[,:]/.test(condition[0]) &&
		!/\b(?:it|they|this)\b/.test(match.slice(1))
	) {
		// "if I click Save nothing happens" tells what happened; "if we lose data" does not.
		return !/ (?:i|we|you) (?!ever|then|also)\w+ $/.test(condition[0]);
	}
	if (hasNegation || !MODAL.test(before) || HAPPENED.test(before)) return false;
	return isQuestion || /\bif\b/.test(after) || /\b(?:might|could|may) (?:\w+ )?$/.test(before);
}
