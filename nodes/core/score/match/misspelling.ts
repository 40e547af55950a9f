import { REAL_WORDS } from './realWords';

/** Shorter words are too close to each other: "date"/"data", "lost"/"last", "sync"/"sink". */
const SHORTEST = 7;
const LONG_ENOUGH_TO_INFLECT = 6;
const LONGEST = 32;
/** Bounds memory for lists of hostile or absurd size; the list's first words keep their tolerance. */
const MOST_ENTRIES = 2_000_000;

/** "dissapeared" and "disappeared" are one word once doubled letters are single. */
function single(word: string): string {
	return word.replace(/(.)\1/g, '$1');
}

/** Not at the ends: people rarely mistype a first letter, and another last letter is most often another inflection. */
function isWithinOneEdit(a: string, b: string): boolean {
	if (a === b) return true;
	const short = a.length <= b.length ? a : b;
	const long = a.length <= b.length ? b : a;
	if (long.length - short.length > 1) return false;
	let i = 0;
	while (i < short.length && short.charCodeAt(i) === long.charCodeAt(i)) i++;
	if (i === 0 || i >= long.length - 1) return false;
	if (long.length > short.length) return short.slice(i) === long.slice(i + 1);
	if (short.slice(i + 1) === long.slice(i + 1)) return true;
	return (
		short.charCodeAt(i) === long.charCodeAt(i + 1) &&
		short.charCodeAt(i + 1) === long.charCodeAt(i) &&
		short.slice(i + 2) === long.slice(i + 2)
	);
}

const BASE = 0x01000193;

/**
 * Calls `visit` with a hash of the word and of each of the words made by leaving one letter out.
 * Rolling hashes keep this linear in the word's length, and nothing is allocated.
 */
function forEachDeletion(word: string, visit: (hash: number) => void): void {
	const n = word.length;
	let suffixes = 0;
	let power = 1;
	let whole = 0;
	for (let i = 0; i < n; i++) whole = (Math.imul(whole, BASE) + word.charCodeAt(i)) | 0;
	visit(whole);
	let prefix = whole;
	// From the end: `prefix` is the hash of word[0..i), `suffixes` the one of word(i..n).
	const inverse = INVERSE;
	for (let i = n - 1; i >= 0; i--) {
		const code = word.charCodeAt(i);
		prefix = Math.imul((prefix - code) | 0, inverse);
		visit((Math.imul(prefix, power) + suffixes) | 0);
		suffixes = (suffixes + Math.imul(code, power)) | 0;
		power = Math.imul(power, BASE);
	}
}

/** The multiplicative inverse of BASE modulo 2^32 (BASE is odd), by Newton's iteration. */
const INVERSE = (() => {
	let x = BASE;
	for (let i = 0; i < 5; i++) x = Math.imul(x, 2 - Math.imul(BASE, x));
	return x;
})();

/**
 * Finds listed words one edit (a letter too much, too few, wrong, or two swapped; doubled letters are free)
 * away from a misspelt one, through the hashes of both words' one-letter deletions: the cost of a look-up
 * depends on the length of the word and not on the size of the list.
 */
export class MisspellingIndex {
	private readonly forms: string[] = [];
	private readonly ids: number[] = [];
	private readonly known = new Map<string, number[]>();
	private heads: Int32Array = new Int32Array(0);
	private next: Int32Array = new Int32Array(0);
	private entries: Int32Array = new Int32Array(0);
	private mask = 0;

	/** @param word lower case, folded, as listed; @param stem its stem; @param id what a look-up returns */
	add(word: string, stem: string, id: number): void {
		if (word.length > LONGEST || !/^[a-z]+$/.test(word)) return;
		const forms = new Set([word, stem]);
		// The other inflections of a word that is long enough to be told from others when misspelt.
		if (word.length >= LONG_ENOUGH_TO_INFLECT) {
			for (const ending of ['s', 'ing', 'ed']) forms.add(stem + ending);
		}
		for (const form of forms) {
			if (form.length < SHORTEST) continue;
			const key = single(form);
			const ids = this.known.get(key);
			if (ids?.includes(id) === true) continue;
			if (ids === undefined) this.known.set(key, [id]);
			else ids.push(id);
			this.forms.push(key);
			this.ids.push(id);
		}
	}

	/** Must be called once, after the last `add`. */
	build(): void {
		this.known.clear();
		let count = 0;
		for (const form of this.forms) count += form.length + 1;
		count = Math.min(count, MOST_ENTRIES);
		let size = 16;
		while (size < count * 2) size *= 2;
		this.mask = size - 1;
		this.heads = new Int32Array(size).fill(-1);
		this.next = new Int32Array(count);
		this.entries = new Int32Array(count);
		let used = 0;
		for (let f = 0; f < this.forms.length && used < count; f++) {
			forEachDeletion(this.forms[f] ?? '', (hash) => {
				if (used >= count) return;
				const slot = (hash ^ (hash >>> 15)) & this.mask;
				this.entries[used] = f;
				this.next[used] = this.heads[slot] ?? -1;
				this.heads[slot] = used++;
			});
		}
	}

	/** @returns the ids of all listed words within one edit, ascending; empty when the word is a word in its own right */
	find(word: string): readonly number[] {
		const n = word.length;
		if (n < SHORTEST || n > LONGEST || this.forms.length === 0) return NONE;
		let found: Set<number> | undefined;
		const reduced = single(word);
		forEachDeletion(reduced, (hash) => {
			let entry = this.heads[(hash ^ (hash >>> 15)) & this.mask] ?? -1;
			while (entry >= 0) {
				const f = this.entries[entry] ?? 0;
				const form = this.forms[f] ?? '';
				if (isWithinOneEdit(form, reduced)) {
					(found ??= new Set()).add(this.ids[f] ?? 0);
				}
				entry = this.next[entry] ?? -1;
			}
		});
		if (found === undefined || REAL_WORDS.has(word)) return NONE;
		return [...found].sort((a, b) => a - b);
	}
}

const NONE: readonly number[] = [];
