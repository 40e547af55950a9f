import { buildBorrowedWords, buildFunctionWords } from './functionWords';
import { LONGEST_WORD, MOST_WORDS, startWords, wordNumber } from './wordNumbers';

/** Addresses, paths, mentions, names with digits or inner capitals: no words of any language. */
const NOT_A_WORD = /[\d_@/\\{}=<>#]|[a-z][A-Z]/;
const WORD_BREAK = /[^\p{L}\p{M}'’-]+/u;
const WIDE_SPACE = /\s/;

const functionWords = buildFunctionWords();
const borrowedWords = buildBorrowedWords();
/** Languages that have function words of their own. */
export const VOTED_LANGUAGES: readonly string[] = [...new Set([...functionWords.values()].flat())];
/** The sets of languages that words have, as indices into {@link VOTED_LANGUAGES}. */
const languageSets: number[][] = [];
const setOf = new Map<string, number>();
for (const [word, languages] of functionWords) {
	setOf.set(word, languageSets.length);
	languageSets.push(languages.map((language) => VOTED_LANGUAGES.indexOf(language)));
}

export interface WordVotes {
	/** How many words tell: neither borrowed nor names with digits. */
	telling: number;
	borrowed: number;
	/** Votes by language; a word of several languages is shared among them. */
	readonly votes: Float64Array;
	/** Words that only this language has, by language. */
	readonly exclusive: Int32Array;
	/** Languages with votes, in the order of their first words. */
	voted: number[];
	/** Numbers of the telling words in order, 0 for one without. */
	readonly numbers: Int32Array;
	/** Characters of the telling words. */
	characters: number;
}

/** The language shows in the first sentences; more text costs time and adds nothing. */
export const MAX_LENGTH = 800;

const result: WordVotes = {
	telling: 0,
	borrowed: 0,
	votes: new Float64Array(VOTED_LANGUAGES.length),
	exclusive: new Int32Array(VOTED_LANGUAGES.length),
	voted: [],
	numbers: new Int32Array(MAX_LENGTH),
	characters: 0,
};

/** What a word says, by its number: one of these, or {@link FIRST_SET} and more for a function word. */
const UNKNOWN = 0;
const BORROWED = 1;
const TELLING = 2;
const FIRST_SET = 3;
const saidBy = new Int16Array(MOST_WORDS + 1);
let generation = 0;

const BREAK = 0;
const LETTER = 1;
const CAPITAL = 2;
/** Apostrophe and hyphen: part of a word, but not at its ends. */
const INNER = 3;
const SPACE = 4;
/** A character that no word has. */
const SPOILER = 5;
const classes = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
	const character = String.fromCharCode(code);
	if (/[a-z]/.test(character)) classes[code] = LETTER;
	else if (/[A-Z]/.test(character)) classes[code] = CAPITAL;
	else if (/['-]/.test(character)) classes[code] = INNER;
	else if (/\s/.test(character)) classes[code] = SPACE;
	else if (NOT_A_WORD.test(character)) classes[code] = SPOILER;
}

/**
 * Counts the words that tell a language.
 * @param text at most {@link MAX_LENGTH} characters
 * @returns the same object for every text; the next call overwrites it
 */
export function countVotes(text: string): WordVotes {
	start();
	forEachWord(text, countWord);
	return result;
}

/** The words that {@link countVotes} counts as telling, in small letters. */
export function tellingWords(text: string): string[] {
	const words: string[] = [];
	forEachWord(text, (source, from, to) => {
		const word = source.slice(from, to).toLowerCase();
		if (!borrowedWords.has(word)) words.push(word);
	});
	return words;
}

function start(): void {
	const present = startWords();
	if (present !== generation) {
		generation = present;
		saidBy.fill(UNKNOWN);
	}
	result.telling = 0;
	result.borrowed = 0;
	result.characters = 0;
	if (result.voted.length === 0) return;
	result.votes.fill(0);
	result.exclusive.fill(0);
	result.voted = [];
}

type Visit = (source: string, from: number, to: number) => void;

function forEachWord(text: string, visit: Visit): void {
	const n = text.length;
	let i = 0;
	while (i < n) {
		const from = i;
		let before = SPACE;
		let isSpoilt = false;
		let isWide = false;
		for (; i < n; i++) {
			const code = text.charCodeAt(i);
			if (code > 127) {
				if (WIDE_SPACE.test(text.charAt(i))) break;
				isWide = true;
				before = BREAK;
				continue;
			}
			const kind = classes[code] as number;
			if (kind === SPACE) break;
			if (kind === SPOILER || (kind === CAPITAL && before === LETTER)) isSpoilt = true;
			before = kind;
		}
		if (!isSpoilt && i > from) {
			if (isWide) visitWide(text.slice(from, i), visit);
			else visitPlain(text, from, i, visit);
		}
		i++;
	}
}

function visitPlain(text: string, from: number, to: number, visit: Visit): void {
	let i = from;
	while (i < to) {
		while (i < to && (classes[text.charCodeAt(i)] === BREAK || isInner(text, i))) i++;
		const first = i;
		while (i < to && classes[text.charCodeAt(i)] !== BREAK) i++;
		let last = i;
		while (last > first && isInner(text, last - 1)) last--;
		if (last > first) visit(text, first, last);
	}
}

function isInner(text: string, i: number): boolean {
	return classes[text.charCodeAt(i)] === INNER;
}

function visitWide(token: string, visit: Visit): void {
	for (const part of token.toLowerCase().split(WORD_BREAK)) {
		const word = part.replaceAll('’', "'").replace(/^['-]+|['-]+$/g, '');
		if (word !== '') visit(word, 0, word.length);
	}
}

function countWord(source: string, from: number, to: number): void {
	const number = to - from > LONGEST_WORD ? 0 : wordNumber(source, from, to);
	let said = number === 0 ? UNKNOWN : (saidBy[number] as number);
	if (said === UNKNOWN) {
		const word = source.slice(from, to).toLowerCase();
		const set = setOf.get(word);
		if (borrowedWords.has(word)) said = BORROWED;
		else said = set === undefined ? TELLING : FIRST_SET + set;
		if (number !== 0) saidBy[number] = said;
	}
	if (said === BORROWED) {
		result.borrowed++;
		return;
	}
	result.numbers[result.telling++] = number;
	result.characters += to - from;
	if (said === TELLING) return;
	const languages = languageSets[said - FIRST_SET] as number[];
	const share = 1 / languages.length;
	for (const language of languages) {
		if (result.votes[language] === 0) result.voted.push(language);
		result.votes[language] = (result.votes[language] as number) + share;
	}
	const only = languages[0] as number;
	if (languages.length === 1) result.exclusive[only] = (result.exclusive[only] as number) + 1;
}
