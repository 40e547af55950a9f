import { CUE_GROUPS, type CueGroup } from './cues/types';
import { formOf } from './form';
import { placeOf, type Features } from './layout';
import { find } from './lookup';
import { EXCLAMATION, NUMBER, QUESTION, STOP, SYMBOL, type HashedTokens } from './tokens';
import type { Lexicon } from './wordValues';

const group = (name: CueGroup): number => CUE_GROUPS.indexOf(name);
const RESOLVED = group('resolved');
const CALM = group('calm');
const QUESTIONS = group('question');
const REPETITION = group('repetition');
const WAITING = group('waiting');
const PRAISE = group('praise');
const TROUBLE = bits('failure', 'loss', 'wrongData', 'blocked', 'security', 'money', 'support');
const PRAISE_BIT = bits('praise');
const HARM = bits('people', 'business', 'deadline', 'labour', 'bigNumber', 'waiting', 'repetition');
const NEGATIVE =
	TROUBLE |
	bits(
		'waiting',
		'repetition',
		'recontact',
		'churn',
		'legal',
		'anger',
		'disappointment',
		'accusation',
		'labour',
		'leaving',
	);

/** What tells how the writer feels or is dealt with, beside the fault itself. */
const MOOD = bits(
	'people',
	'business',
	'waiting',
	'recontact',
	'churn',
	'legal',
	'money',
	'anger',
	'disappointment',
	'sarcasm',
	'support',
	'accusation',
	'labour',
	'leaving',
);
const GENTLE = bits('calm', 'resolved', 'praise', 'request', 'feature');
const QUESTION_COUNT = placeOf('questions');
const FORM = placeOf('headings');
/** Beyond this many words, more of them say nothing. */
const LONGEST = 120;

function bits(...names: CueGroup[]): number {
	return names.reduce((sum, name) => sum | (1 << group(name)), 0);
}

/** The form of the text, and trouble that is told without a mood, or only denied. */
export function readForm(
	text: string,
	{ dense, matches, tokens }: Features,
	value: Float64Array,
	{ negations }: Lexicon,
): void {
	const { headings, entries, share, namesVersion } = formOf(text);
	let present = 0;
	for (let index = 0; index < matches.count; index++) {
		present |= 1 << (matches.group[index] as number);
	}
	let denied = 0;
	for (let index = 1; index < tokens.count; index++) {
		if ((value[index] as number) <= 0) continue;
		const isNegated =
			find(negations, tokens.hash[index - 1] as number) !== -1 ||
			(index > 1 && find(negations, tokens.hash[index - 2] as number) !== -1);
		if (isNegated) denied++;
	}
	let at = FORM;
	dense[at++] = Math.log1p(headings) / 2;
	dense[at++] = Math.log1p(entries) / 2;
	dense[at++] = share;
	dense[at++] = namesVersion ? 1 : 0;
	dense[at++] = present & TROUBLE && !(present & MOOD) ? 1 : 0;
	dense[at++] = countBits(present & MOOD) / 3;
	dense[at++] = Math.log1p(denied);
	dense[at++] = present & PRAISE_BIT && !(present & NEGATIVE) ? 1 : 0;
}

/** How the text is told: questions, statements, and what of trouble, harm and calm stands where. */
export function readStructure({ tokens, matches, dense, words }: Features): void {
	let questions = 0;
	let sentences = 0;
	let exclamations = 0;
	let numbers = 0;
	let lastEnd = -1;
	for (let index = 0; index < tokens.count; index++) {
		const kind = tokens.kind[index];
		if (kind === QUESTION) questions++;
		if (kind === EXCLAMATION) exclamations++;
		if (kind === NUMBER) numbers++;
		if (kind === QUESTION || kind === EXCLAMATION || kind === STOP) {
			if (index > lastEnd + 1) sentences++;
			lastEnd = index;
		}
	}
	if (lastEnd < tokens.count - 1) sentences++;
	let present = 0;
	let lastTrouble = -1;
	let lastCalm = -1;
	let negativeMatches = 0;
	let troubleStated = 0;
	let negativeStated = 0;
	let calmStated = 0;
	const asked = askedTokens(tokens);
	for (let index = 0; index < matches.count; index++) {
		const cue = matches.group[index] as number;
		const bit = 1 << cue;
		present |= bit;
		if (bit & TROUBLE) lastTrouble = index;
		if (cue === CALM || cue === RESOLVED) lastCalm = index;
		if (bit & NEGATIVE) negativeMatches++;
		if (asked[matches.first[index] as number] === 1) continue;
		if (bit & TROUBLE) troubleStated++;
		if (bit & NEGATIVE) negativeStated++;
		if (bit & GENTLE) calmStated++;
	}
	const trouble = countBits(present & TROUBLE);
	const harm = countBits(present & HARM);
	const asks = questions > 0 || (dense[QUESTIONS] as number) > 0;
	let at = QUESTION_COUNT;
	dense[at++] = Math.log1p(questions);
	dense[at++] = sentences === 0 ? 0 : questions / sentences;
	dense[at++] = endsInQuestion(tokens) ? 1 : 0;
	dense[at++] = Math.min(exclamations, 3) / 3;
	dense[at++] = Math.log1p(numbers) / 2;
	at++;
	dense[at++] = trouble > 0 && !asks ? 1 : 0;
	dense[at++] = countBits(present & NEGATIVE) / 4;
	dense[at++] = trouble > 0 && asks ? 1 : 0;
	dense[at++] = lastCalm > lastTrouble && lastTrouble >= 0 ? 1 : 0;
	dense[at++] = trouble > 0 ? harm / 3 : 0;
	const repeats = (dense[REPETITION] as number) + (dense[WAITING] as number);
	dense[at++] = (dense[RESOLVED] as number) > 0 && repeats === 0 ? 1 : 0;
	dense[at++] = (dense[PRAISE] as number) > 0 && trouble > 0 ? 1 : 0;
	dense[at++] = negativeMatches / Math.sqrt(words + 9);
	dense[at++] = (present & NEGATIVE) === 0 ? 1 : 0;
	dense[at++] = present === 0 ? 1 : 0;
	dense[at++] = Math.log1p(troubleStated);
	dense[at++] = Math.log1p(negativeStated);
	dense[at++] = Math.log1p(negativeMatches - negativeStated);
	dense[at++] = Math.log1p(Math.max(0, sentences - questions));
	dense[at++] = Math.log1p(Math.min(words, LONGEST)) / 4;
	dense[at++] = Math.log1p(calmStated);
}

/** 1 for each token of a sentence that ends in a question mark. */
function askedTokens(tokens: HashedTokens): Uint8Array {
	const asked = new Uint8Array(tokens.count);
	let isAsked = 0;
	for (let index = tokens.count - 1; index >= 0; index--) {
		const kind = tokens.kind[index];
		if (kind === QUESTION) isAsked = 1;
		else if (kind === STOP || kind === EXCLAMATION) isAsked = 0;
		asked[index] = isAsked;
	}
	return asked;
}

function endsInQuestion(tokens: HashedTokens): boolean {
	for (let index = tokens.count - 1; index >= 0 && index >= tokens.count - 8; index--) {
		const kind = tokens.kind[index];
		if (kind === QUESTION) return true;
		if (kind === STOP && index < tokens.count - 5) return false;
		if (kind === SYMBOL || kind === EXCLAMATION) continue;
	}
	return false;
}

function countBits(value: number): number {
	let rest = value;
	let count = 0;
	while (rest !== 0) {
		rest &= rest - 1;
		count++;
	}
	return count;
}
