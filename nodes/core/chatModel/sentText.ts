import { findPersonalData } from '../privacy/redaction';
import type { Quote } from '../item/types';

/** What a model gets to see of a ticket, and where each part of it stands in the scored text. */
export interface SentText {
	text: string;
	/** The scored text that quotes are taken from. */
	readonly original: string;
	/** Pieces of personal data left out, by kind. */
	readonly redacted: Record<string, number>;
	/** Whether the middle of a very long ticket was left out. */
	readonly isShortened: boolean;
	/** Parts that were sent as they stand. */
	readonly pieces: readonly Piece[];
}

interface Piece {
	/** In the sent text. */
	at: number;
	/** In the original. */
	from: number;
	length: number;
}

/** About 6,000 tokens. Customers say what matters at the beginning, and what they want at the end. */
const LONGEST_HEAD = 18_000;
const LONGEST_TAIL = 6_000;
/** Replaced one for one, so that all places stay where they are. */
const HALF_PAIR = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SHORTENED = '\n[…]\n';
/** A part of a quote that holds personal data still tells something when it is this long. */
const SHORTEST_PART = 12;
const SHORTEST_QUOTE = 3;
const LONGEST_QUOTE = 300;

/** @param redacts whether personal data is replaced by placeholders like "[email]" */
export function composeSentText(original: string, redacts: boolean): SentText {
	const tailStart = original.length - LONGEST_TAIL;
	const isShortened = tailStart > LONGEST_HEAD;
	const gaps = redacts
		? findPersonalData(original).map(({ kind, start, end }) => ({
				start,
				end,
				kind: kind as string | undefined,
				placeholder: `[${kind}]`,
			}))
		: [];
	const outside = isShortened
		? [
				...gaps.filter(({ start, end }) => end <= LONGEST_HEAD || start >= tailStart),
				...cutMiddle(gaps, tailStart),
			].sort((a, b) => a.start - b.start)
		: gaps;

	const redacted: Record<string, number> = {};
	const pieces: Piece[] = [];
	let text = '';
	let from = 0;
	const keep = (end: number): void => {
		if (end > from) pieces.push({ at: text.length, from, length: end - from });
		text += original.slice(from, end);
	};
	for (const { start, end, kind, placeholder } of outside) {
		keep(start);
		text += placeholder;
		from = end;
		if (kind !== undefined) redacted[kind] = (redacted[kind] ?? 0) + 1;
	}
	keep(original.length);
	return { text: text.replace(HALF_PAIR, '\ufffd'), original, redacted, isShortened, pieces };
}

/** The part of a long ticket that is not sent; personal data at its edges goes with it. */
function cutMiddle(gaps: ReadonlyArray<{ start: number; end: number }>, tailStart: number) {
	const touching = gaps.filter(({ start, end }) => end > LONGEST_HEAD && start < tailStart);
	const start = Math.min(LONGEST_HEAD, ...touching.map((gap) => gap.start));
	const end = Math.max(tailStart, ...touching.map((gap) => gap.end));
	return [{ start, end, kind: undefined, placeholder: SHORTENED }];
}

/**
 * Finds where a model's quote stands in the scored text. Differences in white space, kinds of quotation marks and
 * case, which models introduce, are forgiven; the result is what the customer wrote, to the letter. Where a quote
 * runs over personal data, its longest part without is taken.
 */
export function locateQuote(sent: SentText, quote: string): Quote | undefined {
	const wanted = quote.replace(/^[\s"'“”‘’«»…]+|[\s"'“”‘’«»…]+$/gu, '').slice(0, LONGEST_QUOTE * 4);
	if (wanted.length < SHORTEST_QUOTE) return undefined;
	const exact = sent.text.indexOf(wanted);
	const place =
		exact >= 0 ? { start: exact, end: exact + wanted.length } : locateLoosely(sent.text, wanted);
	return place === undefined ? undefined : inOriginal(sent, place);
}

function inOriginal(sent: SentText, place: { start: number; end: number }): Quote | undefined {
	let best: { start: number; end: number } | undefined;
	for (const { at, from, length } of sent.pieces) {
		if (at + length <= place.start) continue;
		if (at >= place.end) break;
		const start = from + Math.max(0, place.start - at);
		const end = from + Math.min(length, place.end - at);
		if (best === undefined || end - start > best.end - best.start) best = { start, end };
	}
	if (best === undefined) return undefined;
	const isWhole = best.end - best.start === place.end - place.start;
	const { original } = sent;
	let { start, end } = best;
	if (end - start > LONGEST_QUOTE) end = start + LONGEST_QUOTE;
	if (end < original.length && /[\ud800-\udbff]/.test(original.charAt(end - 1))) end--;
	while (start < end && /\s/.test(original.charAt(start))) start++;
	while (end > start && /\s/.test(original.charAt(end - 1))) end--;
	if (end - start < (isWhole ? SHORTEST_QUOTE : SHORTEST_PART)) return undefined;
	return { quote: original.slice(start, end), start, end };
}

/** A text with its variations levelled, and where each of its characters stood. */
function levelled(text: string): { text: string; places: number[] } {
	const places: number[] = [];
	let result = '';
	let wasSpace = false;
	for (let at = 0; at < text.length; at++) {
		const character = levelCharacter(text.charAt(at));
		if (character === ' ' && wasSpace) continue;
		wasSpace = character === ' ';
		result += character;
		places.push(at);
	}
	return { text: result, places };
}

function levelCharacter(character: string): string {
	if (/\s/.test(character)) return ' ';
	if (/[‘’‚`´]/.test(character)) return "'";
	if (/[“”„«»]/.test(character)) return '"';
	if (/[‐‑–—]/.test(character)) return '-';
	const lower = character.toLowerCase();
	return lower.length === 1 ? lower : character;
}

function locateLoosely(text: string, quote: string): { start: number; end: number } | undefined {
	const haystack = levelled(text);
	const needle = levelled(quote).text;
	const found = haystack.text.indexOf(needle);
	if (found < 0) return undefined;
	const start = haystack.places[found] ?? 0;
	const last = haystack.places[found + needle.length - 1] ?? start;
	return { start, end: last + 1 };
}
