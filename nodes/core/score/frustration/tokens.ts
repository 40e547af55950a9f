import { buildLookup, find } from './lookup';

/**
 * Splits text into hashed tokens without building strings. Letters are lower-cased and stripped of
 * accents, digits and number words become one `0` ("three" is `0`,
 * "3rd" and "third" are `0th`), an apostrophe joins
 * a short ending ("can't" is `cant`) and separates a long one ("l'export" is `l`, `export`).
 */
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

export interface Tokens {
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

export function createTokens(): Tokens {
	return {
		count: 0,
		hash: new Int32Array(MAX_TOKENS),
		kind: new Uint8Array(MAX_TOKENS),
		start: new Int32Array(MAX_TOKENS),
		end: new Int32Array(MAX_TOKENS),
		prefix: new Int32Array(MAX_TOKENS),
		stem: new Int32Array(MAX_TOKENS),
		grams: 0,
		gram: new Int32Array(MAX_GRAMS),
		gramToken: new Int16Array(MAX_GRAMS),
	};
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

function isApostrophe(code: number): boolean {
	return code === 39 || code === 0x2019 || code === 0x60 || code === 0xb4;
}

/** How many letters follow `index`, counted up to three. */
function lettersAfter(text: string, index: number): number {
	let letters = 0;
	while (letters < 3 && index + letters < text.length) {
		const folded = foldCode(text.charCodeAt(index + letters));
		if (folded < 97) break;
		letters++;
	}
	return letters;
}

const NUMBER_WORDS =
	'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty ' +
	'zwei drei vier funf sechs sieben acht neun zehn elf zwolf zwanzig ' +
	'deux trois quatre cinq sept huit neuf dix onze douze quinze vingt ' +
	'dos tres cuatro cinco seis siete ocho nueve diez doce veinte ' +
	'dois duas quatro sete oito nove dez doze vinte ' +
	'twee vijf zes zeven negen tien twaalf twintig';
const ORDINAL_WORDS =
	'second third fourth fifth sixth seventh eighth ninth tenth 0th 0nd 0rd umpteenth nth ' +
	'zweite zweiten zweites dritte dritten dritter drittes vierte vierten vierter funfte funften ' +
	'deuxieme troisieme quatrieme cinquieme 0e 0eme 0ieme ' +
	'segunda segundo tercera tercer tercero cuarta cuarto quinta quinto ' +
	'terceira terceiro quarta quarto ' +
	'tweede derde vierde vijfde 0de 0ste';

function hashFolded(word: string): number {
	let hash = SEED;
	for (let index = 0; index < word.length; index++) {
		hash = Math.imul(hash ^ word.charCodeAt(index), PRIME);
	}
	return hash;
}

const NUMBERS = buildLookup([
	...NUMBER_WORDS.split(' ').map((word) => [hashFolded(word), hashFolded('0')] as const),
	...ORDINAL_WORDS.split(' ').map((word) => [hashFolded(word), hashFolded('0th')] as const),
]);

export interface PrefixSet {
	has(hash: number): boolean;
	/** One bit per low 12 bits of a known prefix: most tokens are dismissed by it. */
	readonly filter: Uint8Array;
}

/** Hash of one folded word, as {@link tokenize} makes it; for building tables. */
export function hashWord(word: string): number {
	const tokens = createTokens();
	tokenize(word, tokens, null);
	return tokens.count === 0 ? 0 : (tokens.hash[0] as number);
}

/** Fills `tokens` from `text`; linear in its length. */
export function tokenize(text: string, tokens: Tokens, prefixes: PrefixSet | null): void {
	const length = text.length;
	let count = 0;
	let grams = 0;
	let index = 0;
	while (index < length && count < MAX_TOKENS) {
		const first = text.charCodeAt(index);
		const folded = foldCode(first);
		if (folded === 0) {
			if (first === 32 || first === 44) {
				index++;
				continue;
			}
			const kind = symbolKind(first);
			const begin = index;
			if (kind === 0) {
				const mouth = first === 58 || first === 59 || first === 61 ? emoticon(text, index) : 0;
				if (mouth === 0) {
					index++;
					continue;
				}
				index = begin + (mouth >> 16);
				tokens.hash[count] = Math.imul(mouth & 0xffff, 0x9e3779b1);
				tokens.kind[count] = SYMBOL;
			} else if (kind === SYMBOL) {
				const low = index + 1 < length ? text.charCodeAt(index + 1) : 0;
				index += first >= 0xd800 && first <= 0xdbff ? 2 : 1;
				tokens.hash[count] = Math.imul((first << 16) ^ low, 0x9e3779b1) | 1;
				tokens.kind[count] = SYMBOL;
			} else {
				let run = 1;
				while (index + run < length && text.charCodeAt(index + run) === first) run++;
				index += run;
				tokens.hash[count] = Math.imul(first + (run > 1 ? 1000 : 0), 0x85ebca6b);
				tokens.kind[count] = kind;
			}
			tokens.prefix[count] = 0;
			tokens.stem[count] = 0;
			tokens.start[count] = begin;
			tokens.end[count] = Math.min(index, length);
			count++;
			continue;
		}

		const begin = index;
		let hash = SEED;
		let prefix = 0;
		let stem = 0;
		let letters = 0;
		let isNumber = true;
		let window = 94;
		let previous = 0;
		while (index < length) {
			const code = text.charCodeAt(index);
			const letter = foldCode(code);
			if (letter === 0) {
				if (code >= 0x300 && code < 0x370) {
					index++;
					continue;
				}
				if (isApostrophe(code) && previous !== 48) {
					const after = lettersAfter(text, index + 1);
					if (after > 0 && after < 3) {
						index++;
						continue;
					}
				}
				if ((code === 44 || code === 46 || code === 58) && previous === 48) {
					const next = index + 1 < length ? text.charCodeAt(index + 1) : 0;
					if (next >= 48 && next <= 57) {
						index++;
						continue;
					}
				}
				break;
			}
			index++;
			if (letter === 48 && previous === 48) continue;
			if (letter !== 48) isNumber = false;
			let repeats = code === SHARP_S ? 2 : 1;
			while (repeats-- > 0) {
				hash = Math.imul(hash ^ letter, PRIME);
				letters++;
				if (letters === STEM_LETTERS) stem = hash;
				window = (window << 8) | (letter & 0xff);
				if (letters >= 3) {
					if (grams < MAX_GRAMS) {
						tokens.gram[grams] = Math.imul(window ^ 0x5bd1e995, 0x9e3779b1);
						tokens.gramToken[grams] = count;
						grams++;
					}
					if (
						prefixes !== null &&
						((prefixes.filter[(hash >>> 3) & 511] as number) >> (hash & 7)) & 1 &&
						prefixes.has(hash)
					) {
						prefix = hash;
					}
				}
			}
			previous = letter;
		}
		const number = letters < 11 ? find(NUMBERS, hash) : -1;
		tokens.hash[count] = number === -1 ? hash : number;
		tokens.kind[count] = isNumber ? NUMBER : WORD;
		tokens.prefix[count] = prefix;
		tokens.stem[count] = letters > STEM_LETTERS ? stem : 0;
		tokens.start[count] = begin;
		tokens.end[count] = index;
		count++;
	}
	tokens.count = count;
	tokens.grams = grams;
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
