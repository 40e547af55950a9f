import { inAnyLanguage } from './languages/all';
import type { Signal } from '../item/types';

const MOST_CHARACTERS = 300;
/** A second sentence has to be worth its place. */
const SHORTEST_SENTENCE = 15;

interface Sentence {
	start: number;
	end: number;
	weight: number;
}

/** Greetings, thanks and sign-offs tell nothing. */
const POLITENESS = new RegExp(String.raw`^(?:${inAnyLanguage('politeness')})\b[^.!?]{0,40}$`, 'i');

function sentencesOf(text: string, from: number): Sentence[] {
	const sentences: Sentence[] = [];
	let start = from;
	const push = (end: number): void => {
		let a = start;
		let b = end;
		while (a < b && text.charCodeAt(a) <= 32) a++;
		while (b > a && text.charCodeAt(b - 1) <= 32) b--;
		if (b > a) sentences.push({ start: a, end: b, weight: 0 });
		start = end;
	};
	for (let i = from; i < text.length; i++) {
		const code = text.charCodeAt(i);
		const next = text.charCodeAt(i + 1);
		const isStop = code === 46 || code === 33 || code === 63 || code === 0x2026 || code === 0x3002;
		if (isStop && (!(next > 32) || code === 0x3002)) push(i + 1);
		else if (code === 10 && (next === 10 || next === 13 || next === 45 || next === 42)) push(i + 1);
	}
	push(text.length);
	return sentences;
}

const UNEVEN_SPACE = /[^\S ]| {2}/;

/** Cuts at a word, never inside a surrogate pair; the result ends with "…" when something was cut. */
function shorten(text: string, most: number): string {
	const flat = UNEVEN_SPACE.test(text) ? text.replace(/\s+/g, ' ') : text;
	if (flat.length <= most) return flat;
	const cut = flat.slice(0, most - 1);
	const space = cut.lastIndexOf(' ');
	const whole = space > most / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '');
	return `${whole.replace(/[\s,;:.–—-]+$/, '')}…`;
}

/**
 * The one or two sentences of the customer that tell most, word for word (line breaks become spaces).
 * @param signals what was found in `text`
 * @param bodyStart where the body begins when `text` starts with the subject; the subject is taken only if the body says nothing
 * @returns at most about 300 characters, cut at a word with "…"; undefined when there is no text
 */
export function summarise(
	text: string,
	signals: readonly Signal[],
	bodyStart: number,
): string | undefined {
	const body = sentencesOf(text, bodyStart);
	const all = body.length > 0 ? body : sentencesOf(text.slice(0, bodyStart), 0);
	const [only] = all;
	if (only === undefined) return undefined;
	if (all.length === 1) return shorten(text.slice(only.start, only.end), MOST_CHARACTERS);
	let at = 0;
	for (const signal of [...signals].sort((a, b) => a.start - b.start)) {
		while (at < all.length && (all[at]?.end ?? 0) <= signal.start) at++;
		const holder = all[at];
		if (holder !== undefined && signal.start >= holder.start) holder.weight += signal.weight;
	}
	const telling = all.filter(
		(sentence) => !POLITENESS.test(text.slice(sentence.start, sentence.end)),
	);
	const candidates = telling.length > 0 ? telling : all;
	// Of equals the earlier: customers lead with what matters.
	const ranked = [...candidates].sort((a, b) => b.weight - a.weight || a.start - b.start);
	const first = ranked[0];
	if (first === undefined) return undefined;
	const second = ranked.find(
		(sentence) =>
			sentence !== first &&
			sentence.end - sentence.start >= SHORTEST_SENTENCE &&
			sentence.end - sentence.start + (first.end - first.start) < MOST_CHARACTERS &&
			(sentence.weight > 0 || first.weight === 0),
	);
	const chosen = second === undefined ? [first] : [first, second].sort((a, b) => a.start - b.start);
	const joined = chosen.map((sentence) => text.slice(sentence.start, sentence.end)).join(' ');
	return shorten(joined, MOST_CHARACTERS);
}
