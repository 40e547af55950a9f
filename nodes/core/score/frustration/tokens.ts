import { APOSTROPHES, isJoined, isSign, SIGN, tokensOf, type TextTokens } from '../../text/tokens';
import { buildLookup, find } from './lookup';
import { NUMBER_WORDS, ORDINAL_WORDS } from './cues/languages';

/** What a hashed token is. */
export const WORD = 0;
export const NUMBER = 1;
export const QUESTION = 2;
export const EXCLAMATION = 3;
export const STOP = 4;
export const SYMBOL = 5;

/** More than a customer types; a longer text is judged by its beginning. */
export const MAX_TOKENS = 4000;
const MAX_GRAMS = 32_000;
const STEM_LETTERS = 5;
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** The tokens of a text as the weights know them: by hashes, so that no strings are built. */
export interface HashedTokens {
	count: number;
	readonly hash: Int32Array;
	readonly kind: Uint8Array;
	readonly start: Int32Array;
	readonly end: Int32Array;
	/** Hash of each token's beginning that a cue prefix knows, 0 where none does. */
	readonly prefix: Int32Array;
	/** Hash of the first five letters of a longer word, 0 for a short one: a rough stem. */
	readonly stem: Int32Array;
	/** Hashes of letter groups of four, and the token each belongs to. */
	grams: number;
	readonly gram: Int32Array;
	readonly gramToken: Int16Array;
}

/** Folded character for each code below 0x250: a letter, `0` for a digit, 0 for anything else. */
const FOLD = buildFold();
const SHARP_S = 0xdf;

function buildFold(): Uint8Array {
	const fold = new Uint8Array(0x250);
	for (let code = 0; code < fold.length; code++) {
		const base = String.fromCharCode(code).normalize('NFD').toLowerCase().charCodeAt(0);
		if (base >= 97 && base <= 122) fold[code] = base;
		else if (code >= 48 && code <= 57) fold[code] = 48;
	}
	const extra: Array<[string, string]> = [
		['øØ', 'o'],
		['æÆ', 'a'],
		['œŒ', 'o'],
		['łŁ', 'l'],
		['ı', 'i'],
		['ßẞ', 's'],
		['ð', 'd'],
	];
	for (const [from, to] of extra) {
		for (const letter of from) {
			const code = letter.charCodeAt(0);
			if (code < fold.length) fold[code] = to.charCodeAt(0);
		}
	}
	return fold;
}

function foldCode(code: number): number {
	if (code < 0x250) return FOLD[code] as number;
	if (code < 0x370 || (code >= 0x2000 && code <= 0x2bff)) return 0;
	if (code >= 0xd800 && code <= 0xf8ff) return 0;
	if (code >= 0xfe00 && code <= 0xff0f) return 0;
	return code;
}

function hashFolded(word: string): number {
	let hash = SEED;
	for (let index = 0; index < word.length; index++) {
		hash = Math.imul(hash ^ word.charCodeAt(index), PRIME);
	}
	return hash;
}

const NUMBERS = buildLookup([
	...NUMBER_WORDS.map((word) => [hashFolded(word), hashFolded('0')] as const),
	...ORDINAL_WORDS.map((word) => [hashFolded(word), hashFolded('0th')] as const),
]);

export interface PrefixSet {
	has(hash: number): boolean;
	/** One bit per low 12 bits of a known prefix: most tokens are dismissed by it. */
	readonly filter: Uint8Array;
}

/** Hash of one folded word, as {@link hashTokens} makes it; for building tables. */
export function hashWord(word: string): number {
	const { count, hash } = hashTokens(tokensOf(word), null);
	return count === 0 ? 0 : (hash[0] as number);
}

/**
 * The step from a text's tokens to those of the weights. Letters are lower-cased and stripped of accents, digits and
 * number words become one `0` ("three" is `0`, "3rd" and "third" are `0th`), an apostrophe joins a short ending
 * ("can't" is `cant`) and separates a long one ("l'export" is `l`, `export`), dots and commas join digits. Linear in the
 * text's length.
 */
export function hashTokens(tokens: TextTokens, prefixes: PrefixSet | null): HashedTokens {
	const { text, count, start, kind } = tokens;
	const most = Math.min(MAX_TOKENS, count);
	const mostGrams = Math.min(MAX_GRAMS, text.length);
	const hashed = {
		count: 0,
		hash: new Int32Array(most),
		kind: new Uint8Array(most),
		start: new Int32Array(most),
		end: new Int32Array(most),
		prefix: new Int32Array(most),
		stem: new Int32Array(most),
		grams: 0,
		gram: new Int32Array(mostGrams),
		gramToken: new Int16Array(mostGrams),
	};
	/** How far the text is read: an emoticon may end inside a token. */
	let read = 0;
	let at = 0;
	while (at < count && hashed.count < most) {
		const from = Math.max(start[at] ?? 0, read);
		if (kind[at] === SIGN) {
			read = hashSign(text, from, hashed);
			while (at < count && (tokens.end[at] ?? 0) <= read) at++;
		} else {
			at = hashLetters(tokens, at, from, prefixes, hashed);
		}
	}
	return hashed;
}

/** @returns where the sign, with those that belong to it, ends */
function hashSign(text: string, from: number, hashed: HashedTokens): number {
	const first = text.charCodeAt(from);
	const kind = symbolKind(first);
	let end = from + 1;
	let hash = 0;
	if (kind === 0) {
		const mouth = first === 58 || first === 59 || first === 61 ? emoticon(text, from) : 0;
		if (mouth === 0) return end;
		end = from + (mouth >> 16);
		hash = Math.imul(mouth & 0xffff, 0x9e3779b1);
	} else if (kind === SYMBOL) {
		const low = from + 1 < text.length ? text.charCodeAt(from + 1) : 0;
		if (first >= 0xd800 && first <= 0xdbff) end = Math.min(from + 2, text.length);
		hash = Math.imul((first << 16) ^ low, 0x9e3779b1) | 1;
	} else {
		while (text.charCodeAt(end) === first) end++;
		hash = Math.imul(first + (end > from + 1 ? 1000 : 0), 0x85ebca6b);
	}
	const { count } = hashed;
	hashed.hash[count] = hash;
	hashed.kind[count] = kind === 0 ? SYMBOL : kind;
	hashed.start[count] = from;
	hashed.end[count] = end;
	hashed.count++;
	return end;
}

/** Hashes the word that begins with the token `first`, from `from` on. @returns the first token behind it */
function hashLetters(
	tokens: TextTokens,
	first: number,
	from: number,
	prefixes: PrefixSet | null,
	hashed: HashedTokens,
): number {
	const { text } = tokens;
	const { count } = hashed;
	let at = first;
	let end = tokens.end[first] ?? 0;
	let index = from;
	let hash = SEED;
	let prefix = 0;
	let stem = 0;
	let letters = 0;
	let isNumber = true;
	let window = 94;
	let previous = 0;
	for (;;) {
		if (index >= end) {
			const next = continuation(tokens, at, previous);
			if (next === undefined) break;
			at = next;
			index = tokens.start[at] ?? 0;
			end = tokens.end[at] ?? 0;
		}
		const code = text.charCodeAt(index++);
		const letter = foldCode(code);
		if (letter === 0 || (letter === 48 && previous === 48)) continue;
		if (letter !== 48) isNumber = false;
		let repeats = code === SHARP_S ? 2 : 1;
		while (repeats-- > 0) {
			hash = Math.imul(hash ^ letter, PRIME);
			letters++;
			if (letters === STEM_LETTERS) stem = hash;
			window = (window << 8) | (letter & 0xff);
			if (letters < 3) continue;
			if (hashed.grams < hashed.gram.length) {
				hashed.gram[hashed.grams] = Math.imul(window ^ 0x5bd1e995, 0x9e3779b1);
				hashed.gramToken[hashed.grams] = count;
				hashed.grams++;
			}
			if (
				prefixes !== null &&
				((prefixes.filter[(hash >>> 3) & 511] as number) >> (hash & 7)) & 1 &&
				prefixes.has(hash)
			) {
				prefix = hash;
			}
		}
		previous = letter;
	}
	// Marks and signs of numbers alone are no word.
	if (letters === 0) return at + 1;
	const number = letters < LONGEST_NUMBER ? find(NUMBERS, hash) : -1;
	hashed.hash[count] = number === -1 ? hash : number;
	hashed.kind[count] = isNumber ? NUMBER : WORD;
	hashed.prefix[count] = prefix;
	hashed.stem[count] = letters > STEM_LETTERS ? stem : 0;
	hashed.start[count] = from;
	hashed.end[count] = index;
	hashed.count++;
	return at + 1;
}

/** Number words have ten letters at most. */
const LONGEST_NUMBER = 11;

/** The token in which the word that ends with the letter `last` at the end of a token goes on. */
function continuation(tokens: TextTokens, at: number, last: number): number | undefined {
	const { text, start, kind, count } = tokens;
	if (!isJoined(tokens, at)) return undefined;
	if (kind[at + 1] !== SIGN) return at + 1;
	if (!isJoined(tokens, at + 1) || at + 2 >= count || kind[at + 2] === SIGN) return undefined;
	const after = start[at + 2] ?? 0;
	if (last === 48) {
		const digit = text.charCodeAt(after);
		return isSign(tokens, at + 1, ',.:') && digit >= 48 && digit <= 57 ? at + 2 : undefined;
	}
	const letters = isSign(tokens, at + 1, APOSTROPHES) ? lettersFrom(text, after) : 0;
	return letters === 1 || letters === 2 ? at + 2 : undefined;
}

/** How many letters stand at `index` and behind, counted up to three. */
function lettersFrom(text: string, index: number): number {
	let letters = 0;
	while (letters < 3 && foldCode(text.charCodeAt(index + letters)) >= 97) letters++;
	return letters;
}

function symbolKind(code: number): number {
	if (code === 63 || code === 0xbf) return QUESTION;
	if (code === 33 || code === 0xa1) return EXCLAMATION;
	if (code === 46 || code === 10 || code === 0x2026) return STOP;
	if (code >= 0xd800 && code <= 0xdbff) return SYMBOL;
	if (code >= 0x2600 && code <= 0x27bf) return SYMBOL;
	return 0;
}

/** Length of an emoticon in the high half and its mouth in the low one; 0 where there is none. */
function emoticon(text: string, index: number): number {
	let at = index + 1;
	if (text.charCodeAt(at) === 45) at++;
	const mouth = text.charCodeAt(at);
	if (
		mouth === 40 ||
		mouth === 41 ||
		mouth === 47 ||
		mouth === 68 ||
		mouth === 80 ||
		mouth === 124
	) {
		return ((at + 1 - index) << 16) | mouth;
	}
	return 0;
}
