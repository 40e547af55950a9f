import { textOf } from '../values/text';
import { normaliseCharacters } from './characters';

/**
 * How text that strangers wrote, such as a name or a subject, stands on a line that people read: on
 * one line, without hidden characters, and never so that it could pass for words of ours.
 */

/** Long enough for a subject, short enough for a line. */
const MOST_IN_LINE = 200;

/** Cuts text to `most` UTF-16 units, at a whole character, with an ellipsis where something was cut. */
export function shorten(text: string, most: number): string {
	if (text.length <= most) return text;
	const cut = text.slice(0, most - 1);
	const last = cut.charCodeAt(cut.length - 1);
	const splitsPair = last >= 0xd800 && last <= 0xdbff;
	return `${(splitsPair ? cut.slice(0, -1) : cut).trimEnd()}…`;
}

/** One line: line breaks and other control characters become spaces, hidden characters go. */
export function oneLine(text: string): string {
	return normaliseCharacters(text.replace(/[\s\p{Cc}]+/gu, ' ')).text.trim();
}

/** Text on one line and not too long; absent when nothing of it can be seen. */
export function shown(value: unknown, most = MOST_IN_LINE): string | undefined {
	const line = shorten(oneLine(textOf(value) ?? ''), most);
	return line === '' ? undefined : line;
}

/**
 * A stranger's words between quotation marks, which theirs cannot close: marks inside become single.
 * Absent when nothing of them can be seen.
 */
export function quoted(value: unknown, most = MOST_IN_LINE): string | undefined {
	const line = shown(value, most);
	return line && `“${line.replace(/[“”„‟"«»❝❞〝〞]/g, "'")}”`;
}
