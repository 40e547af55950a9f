import {
	APOSTROPHES,
	isJoined,
	isSign,
	UNSPACED,
	WORD as LETTERS,
	type TextTokens,
} from '../../text/tokens';

/** What lies between a token and the one before it. */
export const JOINED = 0;
export const SOFT = 1;
export const HARD = 2;

/** What a token is: a word, a character of a script written without spaces, an address. */
export const WORD = 0;
export const CHARACTER = 1;
export const ADDRESS = 2;

/** A text cut into words and sentences, as parallel lists with one entry per word. */
export class CutText {
	readonly start: number[] = [];
	readonly end: number[] = [];
	readonly kind: number[] = [];
	readonly gap: number[] = [];
	/** Counts from 0. */
	readonly sentence: number[] = [];
	/** Per sentence: whether it ends with a question mark. */
	readonly isQuestion: boolean[] = [];
	/** What lies between the last word and the next one. */
	private next = HARD;
	/** Words before the present sentence. */
	private before = 0;

	get count(): number {
		return this.start.length;
	}

	push(start: number, end: number, kind: number): void {
		this.gap.push(this.next);
		this.next = JOINED;
		this.start.push(start);
		this.end.push(end);
		this.kind.push(kind);
		this.sentence.push(this.isQuestion.length);
	}

	pause(): void {
		this.next = Math.max(this.next, SOFT);
	}

	endSentence(isQuestion: boolean): void {
		this.next = HARD;
		if (this.count === this.before) return;
		this.before = this.count;
		this.isQuestion.push(isQuestion);
	}
}

/** Apostrophe endings that are words of their own: "it's down", "we've lost". */
const ENDING = new RegExp(`^[${APOSTROPHES}](?:s|re|ve|m|d|ll)$`, 'i');
const LONGEST_ENDING = 3;
/** French elisions: "l'export", "n'arrive", "qu'on". */
const ELISION = /^(?:[ldjnsmct]|qu)$/i;
const LONGEST_ELISION = 2;

const STOPS = '.!?';
const ENDS = ';\u2026\u3002\uff01\uff1f';
const QUESTIONS = '?\uff1f';
/** Closing quotes and parentheses stand behind the end of a sentence. */
const CLOSING = /["')\u201d\u2019]/;
const PAUSES = ',:()\u2013\u2014';
/** What begins an entry of a list. */
const BULLETS = '-*\u2022';

/**
 * Cuts a text into words and sentences, before any list is asked what the words mean. Linear in the text's length;
 * offsets are those of the text as given.
 */
export function cutText(tokens: TextTokens): CutText {
	const cut = new CutText();
	const { text, start, end, kind, count } = tokens;
	let at = 0;
	while (at < count) {
		if (kind[at] === LETTERS) at = cutWord(tokens, at, cut);
		else if (kind[at] === UNSPACED) {
			const to = end[at] ?? 0;
			for (let i = start[at] ?? 0; i < to; i++) cut.push(i, i + 1, CHARACTER);
			at++;
		} else at = cutAtSign(tokens, at, text.charAt(start[at] ?? 0), cut);
	}
	cut.endSentence(false);
	return cut;
}

/** @returns the first token behind the word */
function cutWord(tokens: TextTokens, first: number, cut: CutText): number {
	const { text, start, end, kind, count } = tokens;
	let at = first;
	let from = start[first] ?? 0;
	let apostrophe = -1;
	while (
		isJoined(tokens, at) &&
		isSign(tokens, at + 1, APOSTROPHES) &&
		isJoined(tokens, at + 1) &&
		kind[at + 2] === LETTERS
	) {
		const to = end[at] ?? 0;
		if (apostrophe < 0 && to - from <= LONGEST_ELISION && ELISION.test(text.slice(from, to))) {
			cut.push(from, to, WORD);
			from = to + 1;
		} else apostrophe = to;
		at += 2;
	}
	let to = end[at] ?? 0;
	at++;
	if (text.startsWith('://', to)) {
		// An address is one thing nobody's phrase is in.
		while (text.charCodeAt(to) > 32) to++;
		while (at < count && (start[at] ?? 0) < to) at++;
		cut.push(from, to, ADDRESS);
	} else if (
		apostrophe > 0 &&
		to - apostrophe <= LONGEST_ENDING &&
		ENDING.test(text.slice(apostrophe, to))
	) {
		cut.push(from, apostrophe, WORD);
		cut.push(apostrophe, to, WORD);
	} else cut.push(from, to, WORD);
	return at;
}

/** What a sign does to the sentence it stands in. @returns the first token behind it */
function cutAtSign(tokens: TextTokens, first: number, sign: string, cut: CutText): number {
	const { text, start } = tokens;
	let at = first;
	if (sign === '\n') {
		while (isSign(tokens, at + 1, '\n')) at++;
		const isBullet = BULLETS.includes(text.charAt(start[at + 1] ?? text.length) || ' ');
		if (at > first || isBullet) cut.endSentence(false);
		else cut.pause();
	} else if (STOPS.includes(sign)) {
		if (!isStop(tokens, first, cut)) return first + 1;
		while (isJoined(tokens, at) && isSign(tokens, at + 1, STOPS)) at++;
		cut.endSentence(text.slice(start[first], (start[at] ?? 0) + 1).includes('?'));
	} else if (ENDS.includes(sign)) cut.endSentence(QUESTIONS.includes(sign));
	else if (PAUSES.includes(sign) || (sign === '-' && !isHyphen(tokens, first))) cut.pause();
	return at + 1;
}

/** Whether the `.`, `!` or `?` ends a sentence; dots in "3.5", "e.g." and "app.example.com" do not. */
function isStop(tokens: TextTokens, index: number, cut: CutText): boolean {
	const { text, start, kind } = tokens;
	const at = start[index] ?? 0;
	if (text[at] !== '.') return true;
	const next = text.charAt(at + 1);
	const last = cut.count - 1;
	const isLetter =
		(cut.end[last] ?? 0) - (cut.start[last] ?? 0) === 1 && cut.kind[last] !== ADDRESS;
	// "e.g." and initials
	if (isLetter && isJoined(tokens, index - 1) && kind[index - 1] === LETTERS && next === ' ') {
		return !/[eg]/i.test(text.charAt(at - 1));
	}
	return next <= ' ' || CLOSING.test(next);
}

/** A hyphen inside a word ("re-sync") joins it. */
function isHyphen(tokens: TextTokens, index: number): boolean {
	const { kind } = tokens;
	return (
		index > 0 &&
		kind[index - 1] === LETTERS &&
		isJoined(tokens, index - 1) &&
		isJoined(tokens, index) &&
		kind[index + 1] === LETTERS
	);
}
