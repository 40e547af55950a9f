import { ALONE_IN_GAP } from './functionWords';
import { joinGroups } from './groups';
import type { Vocabulary } from './vocabulary';
import { startWords, wordNumber } from '../../language/wordNumbers';

/** What lies between a token and the one before it. */
export const JOINED = 0;
export const SOFT = 1;
export const HARD = 2;

/** One text as parallel arrays, one entry per token, as one list reads it. `sentence` counts from 0. */
export class TokenStream {
	count = 0;
	start: Int32Array = new Int32Array(256);
	end: Int32Array = new Int32Array(256);
	id: Int32Array = new Int32Array(256);
	flags: Int32Array = new Int32Array(256);
	gap: Uint8Array = new Uint8Array(256);
	sentence: Int32Array = new Int32Array(256);
	alternatives = new Map<number, readonly number[]>();
	/** Starts of the words that exact phrases are looked up by, with the sentence each is in. */
	anchors: Array<{ start: number; end: number; sentence: number }> = [];
	/** Per sentence: 1 when it ends with a question mark. */
	question: Uint8Array = new Uint8Array(256);

	/** Takes the tokens of a cut text with what the list knows of them. */
	read(text: string, cut: CutText, vocabulary: Vocabulary): void {
		const { count } = cut;
		if (this.start.length < cut.start.length) this.fit(cut.start.length);
		this.count = count;
		if (this.alternatives.size > 0) this.alternatives.clear();
		if (this.anchors.length > 0) this.anchors = [];
		const { start, end, id, flags, gap, sentence } = this;
		for (let i = 0; i < count; i++) {
			const from = cut.start[i] as number;
			const to = cut.end[i] as number;
			const word = cut.word[i] as number;
			start[i] = from;
			end[i] = to;
			gap[i] = cut.gap[i] as number;
			sentence[i] = cut.sentence[i] as number;
			if (word === NO_WORD) {
				id[i] = 0;
				flags[i] = 0;
				continue;
			}
			const info = vocabulary.lookUp(text, from, to, word, this, i);
			flags[i] = (flags[i] as number) | (cut.flags[i] as number);
			if (info === undefined) continue;
			if (info.alternatives !== undefined && info.alternatives.length > 0) {
				this.alternatives.set(i, info.alternatives);
			}
			if (info.isAnchor === true) {
				this.anchors.push({ start: from, end: to, sentence: sentence[i] as number });
			}
		}
		for (let i = 0; i < cut.sentences; i++) this.question[i] = cut.question[i] as number;
	}

	private fit(size: number): void {
		this.start = new Int32Array(size);
		this.end = new Int32Array(size);
		this.id = new Int32Array(size);
		this.flags = new Int32Array(size);
		this.gap = new Uint8Array(size);
		this.sentence = new Int32Array(size);
		this.question = new Uint8Array(size);
	}
}

const SEPARATOR = 0;
const LETTER = 1;
const APOSTROPHE = 2;
/** A character of a script written without spaces is a token of its own. */
const ALONE = 3;
const UNKNOWN = 9;

const classes = new Uint8Array(0x10000).fill(UNKNOWN);
for (let code = 0; code < 128; code++) {
	classes[code] = /[0-9A-Za-z]/.test(String.fromCharCode(code)) ? LETTER : SEPARATOR;
}
for (const apostrophe of "'\u2018\u2019\u02bc\u00b4\u2032\uff07`") {
	classes[apostrophe.charCodeAt(0)] = APOSTROPHE;
}

function classify(character: string): number {
	if (
		/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(
			character,
		)
	) {
		return /[\p{L}\p{N}\p{M}]/u.test(character) ? ALONE : SEPARATOR;
	}
	return /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/u.test(character) ? LETTER : SEPARATOR;
}

/** The class of the character at `i`; a letter beyond the basic plane takes two units. */
function classAt(text: string, i: number): number {
	const code = text.charCodeAt(i);
	const known = classes[code] ?? SEPARATOR;
	if (known !== UNKNOWN) return known;
	if (code >= 0xd800 && code <= 0xdfff) {
		const point = text.codePointAt(i) ?? 0;
		if (point <= 0xffff) {
			// The second half of a pair belongs to what its first half is.
			const before = code >= 0xdc00 && i > 0 ? (text.codePointAt(i - 1) ?? 0) : 0;
			return before > 0xffff ? pairClass(String.fromCodePoint(before)) : SEPARATOR;
		}
		return pairClass(String.fromCodePoint(point));
	}
	const found = classify(String.fromCharCode(code));
	classes[code] = found;
	return found;
}

function pairClass(character: string): number {
	return classify(character) === SEPARATOR ? SEPARATOR : LETTER;
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

/** Stands for no spelling: an address. */
const NO_WORD = -1;

/** A text cut into tokens, before any list is asked what they mean. */
class CutText {
	text: string | undefined;
	generation = 0;
	count = 0;
	sentences = 0;
	start: Int32Array = new Int32Array(256);
	end: Int32Array = new Int32Array(256);
	word: Int32Array = new Int32Array(256);
	flags: Int32Array = new Int32Array(256);
	gap: Uint8Array = new Uint8Array(256);
	sentence: Int32Array = new Int32Array(256);
	question: Uint8Array = new Uint8Array(256);

	push(start: number, end: number, word: number, flags: number, gap: number): void {
		const i = this.count;
		if (i === this.start.length) this.grow();
		this.start[i] = start;
		this.end[i] = end;
		this.word[i] = word;
		this.flags[i] = flags;
		this.gap[i] = i === 0 ? HARD : gap;
		this.sentence[i] = this.sentences;
		this.count = i + 1;
	}

	private grow(): void {
		const size = this.start.length * 2;
		const { start, end, word, flags, gap, sentence, question } = this;
		(this.start = new Int32Array(size)).set(start);
		(this.end = new Int32Array(size)).set(end);
		(this.word = new Int32Array(size)).set(word);
		(this.flags = new Int32Array(size)).set(flags);
		(this.gap = new Uint8Array(size)).set(gap);
		(this.sentence = new Int32Array(size)).set(sentence);
		// A sentence has a token at least.
		(this.question = new Uint8Array(size)).set(question);
	}
}

/** A text is read by several lists, one after the other: the last one stays cut. */
const lastCut = new CutText();

/**
 * Cuts a text into tokens and looks them up. Linear in the text's length; offsets are those of the text as given.
 * @param stream is emptied first
 */
export function tokenise(text: string, vocabulary: Vocabulary, stream: TokenStream): void {
	const generation = startWords();
	vocabulary.refresh(generation);
	const cut = lastCut;
	if (cut.text !== text || cut.generation !== generation) {
		cutText(text, cut);
		cut.text = text;
		cut.generation = generation;
	}
	stream.read(text, cut, vocabulary);
	joinGroups(text, stream, vocabulary);
}

function cutText(text: string, cut: CutText): void {
	cut.count = 0;
	cut.sentences = 0;
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
						cut.push(i, j, wordNumber(text, i, j), 0, gap);
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
				cut.push(i, j, NO_WORD, 0, gap);
			} else if (apostrophe > 0 && j - apostrophe <= 3 && ENDING.test(text.slice(apostrophe, j))) {
				cut.push(i, apostrophe, wordNumber(text, i, apostrophe), 0, gap);
				cut.push(apostrophe, j, wordNumber(text, apostrophe, j), 0, JOINED);
				lastLength = j - apostrophe;
			} else {
				cut.push(i, j, wordNumber(text, i, j), 0, gap);
				lastLength = j - i;
			}
			gap = JOINED;
			i = j;
			continue;
		}
		if (kind === ALONE) {
			cut.push(i, i + 1, wordNumber(text, i, i + 1), ALONE_IN_GAP, gap);
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
				cut.question[cut.sentences++] = isQuestion ? 1 : 0;
			}
		}
		i++;
	}
	if (cut.count > before) cut.question[cut.sentences++] = 0;
}
