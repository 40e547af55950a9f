/** Why a part of a message is not scored. */
export type CutKind =
	| 'quote'
	| 'forward'
	| 'signature'
	| 'footer'
	| 'code'
	| 'log'
	| 'markup'
	| 'truncated';

/** One line of a message. A line with a `kind` is cut; a line without one is the customer's own. */
export interface Line {
	/** Trimmed, without the line break. */
	text: string;
	kind?: CutKind;
	/** Whether `kind` was told by the HTML structure, and so is certain. */
	structural?: boolean;
	/** The HTML says that mail which is not new begins here. */
	beginsOldMail?: boolean;
	/** A name on the line is a link to a mail address. */
	linksToMail?: boolean;
}

/**
 * Lines longer than this are only looked at up to here: every pattern describes a line's beginning
 * or a short line, and a bounded input bounds what a regular expression can cost.
 */
export const MAX_PATTERN_LENGTH = 600;

/** Splits plain text into trimmed lines; runs of blank lines become one. */
export function toLines(text: string): Line[] {
	const lines: Line[] = [];
	let blank = true;
	for (const raw of text.split('\n')) {
		const line = raw.trim();
		if (line === '' && blank) continue;
		blank = line === '';
		lines.push({ text: line });
	}
	return lines;
}

/** The part of a line that patterns are tried on. */
export function patternHead(line: string): string {
	return line.length > MAX_PATTERN_LENGTH ? line.slice(0, MAX_PATTERN_LENGTH) : line;
}

/** Marks the line as cut unless something cut it before. */
export function cutLine(line: Line, kind: CutKind): void {
	line.kind ??= kind;
}

/** Index of the next line at or after `from` that has text, or -1. */
export function nextTextLine(lines: readonly Line[], from: number, limit = lines.length): number {
	for (let i = from; i < lines.length && i < limit; i++) {
		if (lines[i]?.text) return i;
	}
	return -1;
}

/** Joins the lines that were not cut, with at most one blank line between two of them. */
export function joinKept(lines: readonly Line[]): string {
	const kept: string[] = [];
	let blank = true;
	for (const line of lines) {
		if (line.kind !== undefined) {
			// What stood before and after a cut does not belong to one paragraph.
			if (!blank) kept.push('');
			blank = true;
			continue;
		}
		if (line.text === '' && blank) continue;
		blank = line.text === '';
		kept.push(line.text);
	}
	if (blank) kept.pop();
	return kept.join('\n');
}
