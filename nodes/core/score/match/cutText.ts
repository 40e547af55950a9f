/** What lies between a token and the one before it. */
export const JOINED = 0;
export const SOFT = 1;
export const HARD = 2;

/** What a token is: a word, a character of a script written without spaces, an address. */
export const WORD = 0;
export const SIGN = 1;
export const ADDRESS = 2;

/** A text cut into tokens, as parallel lists with one entry per token. */
export class CutText {
	readonly start: number[] = [];
	readonly end: number[] = [];
	readonly kind: number[] = [];
	readonly gap: number[] = [];
	/** Counts from 0. */
	readonly sentence: number[] = [];
	/** Per sentence: whether it ends with a question mark. */
	readonly isQuestion: boolean[] = [];

	get count(): number {
		return this.start.length;
	}

	push(start: number, end: number, kind: number, gap: number): void {
		this.gap.push(this.count === 0 ? HARD : gap);
		this.start.push(start);
		this.end.push(end);
		this.kind.push(kind);
		this.sentence.push(this.isQuestion.length);
	}
}

const SEPARATOR = 0;
const LETTER = 1;
const APOSTROPHE = 2;
/** A character of a script written without spaces is a token of its own. */
const ALONE = 3;

const APOSTROPHES = "'\u2018\u2019\u02bc\u00b4\u2032\uff07`";
const UNSPACED_SCRIPT =
	/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/;

function classify(character: string): number {
	if (APOSTROPHES.includes(character)) return APOSTROPHE;
	if (UNSPACED_SCRIPT.test(character)) return WORD_CHARACTER.test(character) ? ALONE : SEPARATOR;
	return WORD_CHARACTER.test(character) || INVISIBLE.test(character) ? LETTER : SEPARATOR;
}

const ASCII = Array.from({ length: 128 }, (_, code) => classify(String.fromCharCode(code)));

/** The class of the character at `i`; a letter beyond the basic plane takes two units. */
function classAt(text: string, i: number): number {
	const code = text.charCodeAt(i);
	if (code < 128) return ASCII[code] ?? SEPARATOR;
	if (!(code >= 0xd800 && code <= 0xdfff))
		return Number.isNaN(code) ? SEPARATOR : classify(text.charAt(i));
	// The second half of a pair belongs to what its first half is.
	const before = code >= 0xdc00 && i > 0 ? (text.codePointAt(i - 1) ?? 0) : 0;
	const point = before > 0xffff ? before : (text.codePointAt(i) ?? 0);
	if (point <= 0xffff) return SEPARATOR;
	return classify(String.fromCodePoint(point)) === SEPARATOR ? SEPARATOR : LETTER;
}

/** Apostrophe endings that are words of their own: "it's down", "we've lost". */
const ENDING = /^['\u2018\u2019\u02bc\u00b4\u2032\uff07`](?:s|re|ve|m|d|ll)$/i;
/** French elisions: "l'export", "n'arrive", "qu'on". */
const ELISION = /^(?:[ldjnsmct]|qu)$/i;

/** Whether the `.`, `!` or `?` at `i` ends a sentence; dots in "3.5", "e.g." and "app.example.com" do not. */
function isStop(text: string, i: number, wordLength: number): boolean {
	const code = text.charCodeAt(i);
	if (code === 33 || code === 63) return true;
	const next = text.charCodeAt(i + 1);
	// "e.g." and initials
	if (wordLength === 1 && classAt(text, i - 1) === LETTER && next === 32) {
		const letter = text.charCodeAt(i - 1) | 32;
		return !(letter === 103 || letter === 101);
	}
	return (
		!(next > 32) || next === 34 || next === 39 || next === 41 || next === 0x201d || next === 0x2019
	);
}

/**
 * Cuts a text into words and sentences, before any list is asked what the words mean. Linear in the text's length;
 * offsets are those of the text as given.
 */
export function cutText(text: string): CutText {
	const cut = new CutText();
	const n = text.length;
	let i = 0;
	let gap = JOINED;
	/** Tokens before the present sentence. */
	let before = 0;
	let lastLength = 0;
	while (i < n) {
		const kind = classAt(text, i);
		if (kind === LETTER) {
			let j = i + 1;
			let apostrophe = -1;
			while (j < n) {
				const k = classAt(text, j);
				if (k === LETTER) j++;
				else if (k === APOSTROPHE && j + 1 < n && classAt(text, j + 1) === LETTER) {
					if (apostrophe < 0 && j - i < 3 && ELISION.test(text.slice(i, j))) {
						cut.push(i, j, WORD, gap);
						gap = JOINED;
						i = j + 1;
						j = i;
					} else apostrophe = j;
					j++;
				} else break;
			}
			// An address is one thing nobody's phrase is in.
			if (
				text.charCodeAt(j) === 58 &&
				text.charCodeAt(j + 1) === 47 &&
				text.charCodeAt(j + 2) === 47
			) {
				while (j < n && text.charCodeAt(j) > 32) j++;
				cut.push(i, j, ADDRESS, gap);
			} else if (apostrophe > 0 && j - apostrophe <= 3 && ENDING.test(text.slice(apostrophe, j))) {
				cut.push(i, apostrophe, WORD, gap);
				cut.push(apostrophe, j, WORD, JOINED);
				lastLength = j - apostrophe;
			} else {
				cut.push(i, j, WORD, gap);
				lastLength = j - i;
			}
			gap = JOINED;
			i = j;
			continue;
		}
		if (kind === ALONE) {
			cut.push(i, i + 1, SIGN, gap);
			gap = JOINED;
			lastLength = 1;
			i++;
			continue;
		}
		const code = text.charCodeAt(i);
		if (code === 32) {
			i++;
			continue;
		}
		let isEnd = false;
		let isQuestion = false;
		if (code === 46 || code === 33 || code === 63) {
			if (isStop(text, i, lastLength)) {
				isEnd = true;
				isQuestion = code === 63;
				while (i + 1 < n) {
					const next = text.charCodeAt(i + 1);
					if (next !== 46 && next !== 33 && next !== 63) break;
					if (next === 63) isQuestion = true;
					i++;
				}
			}
		} else if (code === 10) {
			let j = i + 1;
			let lines = 1;
			while (
				j < n &&
				(text.charCodeAt(j) === 32 ||
					text.charCodeAt(j) === 9 ||
					text.charCodeAt(j) === 10 ||
					text.charCodeAt(j) === 13)
			) {
				if (text.charCodeAt(j) === 10) lines++;
				j++;
			}
			const next = text.charCodeAt(j);
			if (lines > 1 || next === 45 || next === 42 || next === 0x2022) isEnd = true;
			else if (gap < SOFT) gap = SOFT;
			i = j - 1;
		} else if (
			code === 59 ||
			code === 0x2026 ||
			code === 0x3002 ||
			code === 0xff01 ||
			code === 0xff1f
		) {
			isEnd = true;
			isQuestion = code === 0xff1f;
		} else if (gap < SOFT) {
			// A hyphen inside a word ("re-sync") and a slash ("import/export") join.
			const isJoiner =
				(code === 45 || code === 47 || code === 95) &&
				i > 0 &&
				i + 1 < n &&
				classAt(text, i - 1) === LETTER &&
				classAt(text, i + 1) === LETTER;
			if (
				code === 44 ||
				code === 58 ||
				code === 40 ||
				code === 41 ||
				code === 0x2013 ||
				code === 0x2014 ||
				(code === 45 && !isJoiner)
			) {
				gap = SOFT;
			}
		}
		if (isEnd) {
			gap = HARD;
			if (cut.count > before) {
				before = cut.count;
				cut.isQuestion.push(isQuestion);
			}
		}
		i++;
	}
	if (cut.count > before) cut.isQuestion.push(false);
	return cut;
}
