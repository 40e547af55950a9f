import {
	compileCues,
	createMatches,
	guessLanguage,
	LANGUAGES,
	matchCues,
	type CueMatcher,
	type CueMatches,
} from './cues/lexicon';
import { CUE_GROUPS } from './cues/types';
import { formOf } from './form';
import { find, mix, type Lookup } from './lookup';
import {
	createTokens,
	EXCLAMATION,
	NUMBER,
	QUESTION,
	STOP,
	SYMBOL,
	tokenize,
	WORD,
	type Tokens,
} from './tokens';

/** Word and letter-group tables each have 2^BITS entries. */
export const BITS = 17;
const SHIFT = 32 - BITS;

const GROUPS = CUE_GROUPS.length;
/** Further dense features after the cue groups (presence, amount and place of each). */
export const STRUCTURE = [
	'lexiconSum',
	'lexiconPositive',
	'lexiconNegative',
	'lexiconMean',
	'lexiconWorst',
	'secondSum',
	'secondMean',
	'questions',
	'questionShare',
	'endsInQuestion',
	'exclamations',
	'numbers',
	'negations',
	'troubleNoQuestion',
	'troubleGroups',
	'troubleInQuestion',
	'calmAfterTrouble',
	'harmAndTrouble',
	'resolvedNoRepeat',
	'praiseAndTrouble',
	'groupsPerWord',
	'nothingWrong',
	'nothingAtAll',
	'troubleStated',
	'negativeStated',
	'negativeAsked',
	'statements',
	'length',
	'calmStated',
	'headings',
	'entries',
	'formShare',
	'namesVersion',
	'faultsOnly',
	'moodGroups',
	'deniedTrouble',
	'praiseAlone',
] as const;
export const DENSE = GROUPS * 3 + STRUCTURE.length;

const LEXICON_NEGATIVE = GROUPS * 3 + STRUCTURE.indexOf('lexiconNegative');
const NOTHING_WRONG = GROUPS * 3 + STRUCTURE.indexOf('nothingWrong');

const group = (name: (typeof CUE_GROUPS)[number]): number => CUE_GROUPS.indexOf(name);
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
/** Beyond this many words, more of them say nothing. */
const LONGEST = 120;

function bits(...names: Array<(typeof CUE_GROUPS)[number]>): number {
	return names.reduce((sum, name) => sum | (1 << group(name)), 0);
}

/** Whether anything in the text just read speaks of trouble: one of the negative cues, or an unpleasant word. */
export function speaksOfTrouble({ dense }: Features): boolean {
	return dense[NOTHING_WRONG] !== 1 || dense[LEXICON_NEGATIVE] !== 0;
}

/** Word values of -127..127 (positive is pleasant) by word hash, for each language. */
export interface Lexicon {
	/** AFINN in each of {@link LANGUAGES}. */
	readonly first: readonly Lookup[];
	/** VADER, English only. */
	readonly second: Lookup;
	/** Words that turn the next ones around, of all languages. */
	readonly negations: Lookup;
}

export interface Features {
	readonly tokens: Tokens;
	readonly matches: CueMatches;
	readonly dense: Float64Array;
	language: number;
	words: number;
	/** Slots of the word table, one or more for each token in order. */
	slots: number;
	readonly slot: Int32Array;
	readonly slotToken: Int16Array;
	/** Slots of the letter-group table, in the order of `tokens.gram`. */
	readonly gramSlot: Int32Array;
	/** 1 for each token of a question. */
	readonly asked: Uint8Array;
	/** Value of each token by the lexicon, after negation. */
	readonly value: Float64Array;
}

export interface Extractor {
	readonly matcher: CueMatcher;
	readonly lexicon: Lexicon;
	readonly features: Features;
}

const NEGATION_WORDS =
	'not no never nothing nobody none without cant cannot dont doesnt didnt isnt wasnt wont arent werent havent hasnt hadnt couldnt shouldnt wouldnt aint neither nor hardly ' +
	'nicht kein keine keinen keiner nie niemand ohne weder ' +
	'pas ne jamais aucun aucune rien sans ni personne ' +
	'nunca sin tampoco nadie ninguno ninguna ' +
	'nao nem nunca sem ninguem nenhum nenhuma ' +
	'niet geen nooit niemand zonder';

export function negationWords(): string[] {
	return NEGATION_WORDS.split(' ');
}

export function createExtractor(lexicon: Lexicon): Extractor {
	const tokens = createTokens();
	return {
		matcher: compileCues(),
		lexicon,
		features: {
			tokens,
			matches: createMatches(),
			dense: new Float64Array(DENSE),
			language: -1,
			words: 0,
			slots: 0,
			slot: new Int32Array(tokens.hash.length * 4),
			slotToken: new Int16Array(tokens.hash.length * 4),
			gramSlot: new Int32Array(tokens.gram.length),
			asked: new Uint8Array(tokens.hash.length),
			value: new Float64Array(tokens.hash.length),
		},
	};
}

/** Reads `text` into `extractor.features`; the next call overwrites them. */
export function extract(extractor: Extractor, text: string, language?: string): Features {
	const { matcher, features } = extractor;
	const { tokens, dense } = features;
	tokenize(text, tokens, matcher.prefixes);
	const known = language === undefined ? -1 : LANGUAGES.indexOf(language as 'en');
	features.language = known === -1 ? guessLanguage(matcher, tokens) : known;
	dense.fill(0);
	collectSlots(features);
	matchCues(matcher, tokens, features.language, features.matches);
	readCues(features);
	readLexicon(extractor);
	readStructure(extractor);
	readForm(extractor, text);
	return features;
}

function collectSlots(features: Features): void {
	const { tokens, slot, slotToken, gramSlot } = features;
	let slots = 0;
	let words = 0;
	let previous = 0x2545f491;
	let before = 0x1b873593;
	for (let index = 0; index < tokens.count; index++) {
		const hash = tokens.hash[index] as number;
		const kind = tokens.kind[index] as number;
		if (kind === WORD) words++;
		slot[slots] = mix(hash) >>> SHIFT;
		slotToken[slots++] = index;
		const stem = tokens.stem[index] as number;
		if (stem !== 0) {
			slot[slots] = mix(stem ^ 0x6a09e667) >>> SHIFT;
			slotToken[slots++] = index;
		}
		slot[slots] = mix(Math.imul(previous, 31) ^ hash ^ 0x3c6ef372) >>> SHIFT;
		slotToken[slots++] = index;
		slot[slots] = mix(Math.imul(before, 131) ^ Math.imul(hash, 3) ^ 0x51ed270b) >>> SHIFT;
		slotToken[slots++] = index;
		before = previous;
		previous = kind === STOP ? 0x2545f491 : hash;
	}
	features.slots = slots;
	features.words = words;
	for (let index = 0; index < tokens.grams; index++) {
		gramSlot[index] = mix(tokens.gram[index] as number) >>> SHIFT;
	}
}

/** For each group: whether it is there, how much of it, and whether in the first third. */
function readCues({ tokens, matches, dense }: Features): void {
	const early = tokens.count / 3;
	for (let index = 0; index < matches.count; index++) {
		const cue = matches.group[index] as number;
		dense[cue] = 1;
		dense[GROUPS + cue] = (dense[GROUPS + cue] as number) + 1;
		if ((matches.first[index] as number) < early) dense[2 * GROUPS + cue] = 1;
	}
	for (let cue = 0; cue < GROUPS; cue++) {
		dense[GROUPS + cue] = Math.log1p(dense[GROUPS + cue] as number);
	}
}

const LEXICON = GROUPS * 3;

/** Sums of word values as VADER takes them: a negation within three words turns a value around. */
function readLexicon({ lexicon, features }: Extractor): void {
	const { tokens, dense, value, language, words } = features;
	const first = lexicon.first[language === -1 ? 0 : language] as Lookup;
	const useSecond = language <= 0;
	let negated = -9;
	let sum = 0;
	let positive = 0;
	let negative = 0;
	let worst = 0;
	let second = 0;
	let negations = 0;
	for (let index = 0; index < tokens.count; index++) {
		value[index] = 0;
		if (tokens.kind[index] === STOP) negated = -9;
		const hash = tokens.hash[index] as number;
		const turn = index - negated <= 3 ? -0.6 : 1;
		const found = find(first, hash);
		if (found !== -1) {
			const points = ((found - 128) / 25) * turn;
			value[index] = points;
			sum += points;
			if (points > 0) positive += points;
			else negative += points;
			if (points < worst) worst = points;
		}
		if (useSecond) {
			const other = find(lexicon.second, hash);
			if (other !== -1) {
				const points = ((other - 128) / 25) * turn;
				second += points;
				value[index] = ((value[index] as number) + points) / 2;
			}
		}
		if (find(lexicon.negations, hash) !== -1) {
			negated = index;
			negations++;
		}
	}
	const perWord = Math.sqrt(words + 4);
	dense[LEXICON] = sum / Math.sqrt(sum * sum + 15);
	dense[LEXICON + 1] = Math.log1p(positive);
	dense[LEXICON + 2] = Math.log1p(-negative);
	dense[LEXICON + 3] = sum / perWord;
	dense[LEXICON + 4] = worst / 4;
	dense[LEXICON + 5] = second / Math.sqrt(second * second + 15);
	dense[LEXICON + 6] = second / perWord;
	dense[LEXICON + 12] = Math.log1p(negations);
}

const FORM = GROUPS * 3 + STRUCTURE.indexOf('headings');

/** The form of the text, and trouble that is told without a mood, or only denied. */
function readForm({ features, lexicon }: Extractor, text: string): void {
	const { dense, matches, tokens, value } = features;
	const { headings, entries, share, namesVersion } = formOf(text);
	let present = 0;
	for (let index = 0; index < matches.count; index++) {
		present |= 1 << (matches.group[index] as number);
	}
	let denied = 0;
	for (let index = 1; index < tokens.count; index++) {
		if ((value[index] as number) <= 0) continue;
		const isNegated =
			find(lexicon.negations, tokens.hash[index - 1] as number) !== -1 ||
			(index > 1 && find(lexicon.negations, tokens.hash[index - 2] as number) !== -1);
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

function readStructure({ features }: Extractor): void {
	const { tokens, matches, dense, words } = features;
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
	markAsked(features);
	for (let index = 0; index < matches.count; index++) {
		const cue = matches.group[index] as number;
		const bit = 1 << cue;
		present |= bit;
		if (bit & TROUBLE) lastTrouble = index;
		if (cue === CALM || cue === RESOLVED) lastCalm = index;
		if (bit & NEGATIVE) negativeMatches++;
		if (features.asked[matches.first[index] as number] === 1) continue;
		if (bit & TROUBLE) troubleStated++;
		if (bit & NEGATIVE) negativeStated++;
		if (bit & GENTLE) calmStated++;
	}
	const trouble = countBits(present & TROUBLE);
	const harm = countBits(present & HARM);
	const asks = questions > 0 || (dense[QUESTIONS] as number) > 0;
	let at = LEXICON + 7;
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

/** Marks the tokens of sentences that end in a question mark. */
function markAsked({ tokens, asked }: Features): void {
	let isAsked = 0;
	for (let index = tokens.count - 1; index >= 0; index--) {
		const kind = tokens.kind[index];
		if (kind === QUESTION) isAsked = 1;
		else if (kind === STOP || kind === EXCLAMATION) isAsked = 0;
		asked[index] = isAsked;
	}
}

function endsInQuestion(tokens: Tokens): boolean {
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
