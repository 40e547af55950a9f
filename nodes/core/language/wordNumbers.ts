/**
 * Numbers for the spellings texts are made of, so that what a list knows of a word is read from an array. The letters
 * are kept as codes: a slice of a text would keep the whole text alive.
 */

/** No word of any language is longer; reading megabytes of letters would be wasted. */
export const LONGEST_WORD = 64;
export const MOST_WORDS = 50_000;
const SLOTS = 131_072;

/** A word's number and its hash by turns. */
const slots = new Int32Array(SLOTS * 2);
const offsets = new Int32Array(MOST_WORDS + 2);
let letters = new Uint16Array(65_536);
let count = 0;
let generation = 1;

/** Changes when the numbers given so far no longer hold. */
export function wordGeneration(): number {
	return generation;
}

/**
 * Makes room for the words of one more text. To be called before a text is read, not within one: the numbers given so
 * far may no longer hold.
 * @returns as {@link wordGeneration}
 */
export function startWords(): number {
	if (count > MOST_WORDS - RESERVE) {
		slots.fill(0);
		count = 0;
		generation++;
	}
	return generation;
}

/** Room for the words of one text; what does not fit goes without a number. */
const RESERVE = 10_000;

/**
 * The number of the spelling `text.slice(start, end)`, capital ASCII letters read as small ones.
 * @returns a number above 0, or 0 for a word that is too long or one too many
 */
export function wordNumber(text: string, start: number, end: number): number {
	const length = end - start;
	if (length > LONGEST_WORD) return 0;
	let hash = length;
	for (let i = start; i < end; i++) {
		let code = text.charCodeAt(i);
		if (code >= 65 && code <= 90) code |= 32;
		hash = Math.imul(hash ^ code, 0x01000193);
	}
	hash ^= hash >>> 15;
	let slot = hash & (SLOTS - 1);
	for (;;) {
		const number = slots[slot * 2] as number;
		if (number === 0) break;
		if (slots[slot * 2 + 1] === hash && isSpelt(number, text, start, length)) return number;
		slot = (slot + 1) & (SLOTS - 1);
	}
	if (count >= MOST_WORDS) return 0;
	const number = ++count;
	slots[slot * 2] = number;
	slots[slot * 2 + 1] = hash;
	store(number, text, start, length);
	return number;
}

function isSpelt(number: number, text: string, start: number, length: number): boolean {
	const from = offsets[number] as number;
	if ((offsets[number + 1] as number) - from !== length) return false;
	for (let i = 0; i < length; i++) {
		let code = text.charCodeAt(start + i);
		if (code >= 65 && code <= 90) code |= 32;
		if (letters[from + i] !== code) return false;
	}
	return true;
}

function store(number: number, text: string, start: number, length: number): void {
	const from = offsets[number] as number;
	if (from + length > letters.length) {
		const more = new Uint16Array(letters.length * 2);
		more.set(letters);
		letters = more;
	}
	for (let i = 0; i < length; i++) {
		let code = text.charCodeAt(start + i);
		if (code >= 65 && code <= 90) code |= 32;
		letters[from + i] = code;
	}
	offsets[number + 1] = from + length;
}
