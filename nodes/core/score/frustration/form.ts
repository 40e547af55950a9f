import { pattern } from '../../values/tables';

/**
 * The form of a text, apart from its words: bug reports are written line by line, with headings and steps, in every
 * language alike. How a fault is told says nothing of how the teller feels, but calm reports have this form more often.
 */

/** "### Steps", "**Describe the bug**", "Version: 4.2", "Umgebung:" alone on its line. */
const HEADING =
	/^\s{0,3}(?:#{1,6}\s\S|\*\*[^*\n]{2,60}\*\*:?\s*\S{0,40}|__[^_\n]{2,60}__:?|[\p{Lu}][^:.!?\n]{1,40}:(?:\s|$))/u;
/** "1. Open the app", "- Android 13", "- [ ] x". */
const ENTRY = /^\s{0,6}(?:\d{1,2}[.)]|[-*•–])\s+\S/u;
/** "5.2.1", "v3.4", "build 2211", "Android 13", "macOS 26.1". */
const VERSION = pattern('iu')`
	\bv?\d{1,4}\.\d{1,4}(?:\.\d{1,5})+\b|\bv\d{1,3}\.\d{1,3}\b|\b(?:version|versión|versão|versie) v?\d|
	\b(?:build|android|ios|ipados|macos|windows|chrome|firefox|safari|edge|ubuntu|debian|node|python|
	php|java) ?v?\d{1,5}(?:[.]\d{1,4})?\b
`;
/** Lines looked at; a longer text shows its form by then. */
const MOST_LINES = 80;

export interface TextForm {
	/** Lines that are headings or "name: value". */
	headings: number;
	/** Steps and list entries. */
	entries: number;
	/** Share of all lines that are either. */
	share: number;
	namesVersion: boolean;
}

/** How far a text has the form of a report. */
export function formOf(text: string): TextForm {
	let headings = 0;
	let entries = 0;
	let lines = 0;
	for (const line of text.split('\n', MOST_LINES)) {
		if (line.trim() === '') continue;
		lines++;
		if (HEADING.test(line)) headings++;
		else if (ENTRY.test(line)) entries++;
	}
	return {
		headings,
		entries,
		share: lines < 3 ? 0 : (headings + entries) / lines,
		namesVersion: VERSION.test(text.length > 4_000 ? text.slice(0, 4_000) : text),
	};
}
