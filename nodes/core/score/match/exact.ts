import { APOSTROPHES, tokensOf } from '../../text/tokens';
import { ADDRESS, cutText } from './cutText';
import { fold } from './vocabulary';

/** A phrase in double quotes: its very characters, whatever the case, between word boundaries. */
export interface ExactPhrase {
	row: number;
	text: string;
	/** Offset in `text` of the word it is looked up by. */
	anchor: number;
}

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;

export interface ExactIndex {
	byWord: ReadonlyMap<string, readonly ExactPhrase[]>;
}

/** Looks each phrase up by the one of its words that the fewest other phrases have. */
export function indexExact(phrases: ReadonlyArray<Omit<ExactPhrase, 'anchor'>>): ExactIndex {
	const uses = new Map<string, number>();
	const words = phrases.map(({ text }) => {
		const { start, end, kind } = cutText(tokensOf(text));
		return start
			.map((at, i) => ({ word: fold(text.slice(at, end[i])), at }))
			.filter((_, i) => kind[i] !== ADDRESS);
	});
	for (const list of words) {
		for (const word of new Set(list.map((entry) => entry.word)))
			uses.set(word, (uses.get(word) ?? 0) + 1);
	}
	const byWord = new Map<string, ExactPhrase[]>();
	phrases.forEach((phrase, p) => {
		let best: { word: string; at: number } | undefined;
		for (const entry of words[p] ?? []) {
			if (best === undefined || (uses.get(entry.word) ?? 0) < (uses.get(best.word) ?? 0))
				best = entry;
		}
		if (best === undefined) return;
		const sharing = byWord.get(best.word) ?? [];
		sharing.push({ ...phrase, anchor: best.at });
		byWord.set(best.word, sharing);
	});
	return { byWord };
}

function isSpace(character: string): boolean {
	return /\s/.test(character);
}

function isSame(a: string, b: string): boolean {
	if (a === b || a.toLowerCase() === b.toLowerCase()) return true;
	return APOSTROPHES.includes(a) && APOSTROPHES.includes(b);
}

function isWordCharacterBefore(text: string, i: number): boolean {
	if (i <= 0) return false;
	const low = text.charCodeAt(i - 1);
	const from = low >= 0xdc00 && low <= 0xdfff && i > 1 ? i - 2 : i - 1;
	return WORD_CHARACTER.test(String.fromCodePoint(text.codePointAt(from) ?? 32));
}

function isWordCharacterAt(text: string, i: number): boolean {
	return i < text.length && WORD_CHARACTER.test(String.fromCodePoint(text.codePointAt(i) ?? 32));
}

/**
 * @param at where the anchor word begins in `text`
 * @returns where the phrase begins and ends in `text`, or undefined
 */
export function matchExact(
	text: string,
	at: number,
	phrase: ExactPhrase,
): { start: number; end: number } | undefined {
	const wanted = phrase.text;
	let end = at;
	for (let k = phrase.anchor; k < wanted.length; k++) {
		const character = wanted.charAt(k);
		if (isSpace(character)) {
			if (isSpace(wanted.charAt(k - 1))) continue;
			if (end >= text.length || !isSpace(text.charAt(end))) return undefined;
			while (end < text.length && isSpace(text.charAt(end))) end++;
		} else if (end < text.length && isSame(character, text.charAt(end))) end++;
		else return undefined;
	}
	let start = at;
	for (let k = phrase.anchor - 1; k >= 0; k--) {
		const character = wanted.charAt(k);
		if (isSpace(character)) {
			if (isSpace(wanted.charAt(k + 1))) continue;
			if (start === 0 || !isSpace(text.charAt(start - 1))) return undefined;
			while (start > 0 && isSpace(text.charAt(start - 1))) start--;
		} else if (start > 0 && isSame(character, text.charAt(start - 1))) start--;
		else return undefined;
	}
	if (isWordCharacterAt(wanted, 0) && isWordCharacterBefore(text, start)) return undefined;
	if (isWordCharacterBefore(wanted, wanted.length) && isWordCharacterAt(text, end))
		return undefined;
	return { start, end };
}
