import { isFormIntro } from './contactForms';
import { isDeviceLine } from './deviceLines';
import { headerBlockAt, isSubjectField } from './headerBlocks';
import { cutLine, nextTextLine, type CutKind, type Line } from './lines';
import { inlineHeaderStart, replyHeaderAt } from './replyHeaders';
import { isRule, separatorAt } from './separators';
import { isClosing } from './signatureLines';

export interface QuoteOptions {
	/** Whether the subject says that the mail is a forward, so that a header block starts one. */
	isForward: boolean;
	/** Whether text under header blocks stays and only the headers go: it is what the customer says. */
	keepBody: boolean;
}

/** ">>> our export <<<" is set off by the customer. */
const isSetOff = (text: string): boolean => /^>{2,}.{0,400}<{2,}$/.test(text);

const isPrefixed = (line: Line | undefined): boolean =>
	line !== undefined && line.text.startsWith('>') && !isSetOff(line.text);

const isQuoted = (line: Line | undefined): boolean =>
	isPrefixed(line) || (line?.structural === true && line.kind === 'quote');

/** What is left of a link that was wrapped in the middle of quoted lines. */
const isLinkRest = (line: Line | undefined): boolean =>
	line !== undefined &&
	line.text.length <= 400 &&
	/^(?:\(?<?https?:\/\/\S{1,300}|[^\s()]{1,300}\))[)>\s]{0,4}$/.test(line.text);

/** The ">" below such a line ends its link. */
const hasOpenLink = (line: Line | undefined): boolean =>
	line !== undefined && /<https?:\/\/[^\s<>]{1,2000}$/.test(line.text.slice(-2_100));

/** More lines of numbers than a person lists this way. */
const MAX_COMPARISONS = 5;

/**
 * ">" before a number is a comparison ("> 500 users affected") when it stands alone or among others;
 * quoted mail has words as well, or a numbered list.
 */
function areComparisons(lines: readonly Line[], from: number, to: number): boolean {
	if (to - from > MAX_COMPARISONS) return false;
	return lines
		.slice(from, to)
		.every(({ text }) => /^>\s?[$€£]?\s?\d/.test(text) && !/^>\s?\d{1,3}[.)]\s/.test(text));
}

function cutRange(lines: readonly Line[], from: number, to: number, kind: CutKind): void {
	for (let i = from; i < to && i < lines.length; i++) {
		const line = lines[i];
		if (line !== undefined) cutLine(line, kind);
	}
}

/** Marks lines that start with ">"; what the customer wrote between and below them stays. */
function cutPrefixed(lines: readonly Line[]): void {
	for (let i = 0; i < lines.length; i++) {
		const start = i;
		while (
			isPrefixed(lines[i]) ||
			(i > start && isPrefixed(lines[i + 1]) && isLinkRest(lines[i]))
		) {
			i++;
		}
		const isLinkEnd = i === start + 1 && hasOpenLink(lines[start - 1]);
		if (i > start && !isLinkEnd && !areComparisons(lines, start, i)) {
			cutRange(lines, start, i, 'quote');
		}
	}
}

/** Index after the run of quoted and blank lines that starts at `from`. */
function quotedRunEnd(lines: readonly Line[], from: number): number {
	let end = from;
	for (let i = from; i < lines.length; i++) {
		if (isQuoted(lines[i])) end = i + 1;
		else if (lines[i]?.text !== '') break;
	}
	return end;
}

/** What every header and separator has; a cheap test before the costly ones. */
const ANY_MARK =
	/[@:：—]|--|__|==|##|^\d{4}[-/]|posted by|(?:line|linie|zeile|ligne|l[íi]n[he]a|regel|lijn)\s?[-–—#=*_>]{0,40}$/i;

/**
 * Marks quoted and forwarded mail. After a reply header or separator, prefixed lines make up the
 * quote and what follows them is the customer's; where nothing is prefixed, the quote runs to the
 * end. Lines must not be marked by anything but structure before.
 */
export function cutQuotes(lines: Line[], options: QuoteOptions): void {
	if (lines.some(({ text, beginsOldMail }) => beginsOldMail || ANY_MARK.test(text))) {
		for (let i = 0; i < lines.length; ) i = cutQuoteAt(lines, i, options);
	}
	cutPrefixed(lines);
}

/** Whether the customer's text ends above the line: with a blank line or a signature. */
function endsBefore(lines: readonly Line[], index: number): boolean {
	const above = lines[index - 1];
	if (above === undefined) return false;
	if (above.text === '' || above.kind === 'signature' || isDeviceLine(above.text)) return true;
	return isClosing(above.text) || isClosing(lines[index - 2]?.text ?? '');
}

/** A customer who cites puts it in quotation marks. */
const isCited = (line: Line | undefined): boolean => /^["'“”„«‘]/.test(line?.text ?? '');

/** Marks what starts at line `index`; returns the index to go on at. */
function cutQuoteAt(lines: Line[], index: number, options: QuoteOptions): number {
	const line = lines[index];
	if (line === undefined || line.text === '' || line.text.startsWith('>')) return index + 1;
	if (line.kind !== undefined) {
		// Gmail marks the headers of replies and of forwards alike.
		if (!line.structural || line.kind !== 'quote' || separatorAt(line.text) !== 'forwarded') {
			return index + 1;
		}
		for (let i = index; lines[i]?.structural && lines[i]?.kind === 'quote'; i++) {
			const header = lines[i];
			if (header !== undefined) header.kind = undefined;
		}
	}
	return cutSeparatedAt(lines, index, options) ?? cutRepliedAt(lines, index) ?? index + 1;
}

/** Marks the mail below a separator or header block at line `index`; returns the index to go on at. */
function cutSeparatedAt(
	lines: readonly Line[],
	index: number,
	options: QuoteOptions,
): number | undefined {
	const line = lines[index];
	const text = line?.text ?? '';
	const named = separatorAt(text);
	const isAbove = named !== undefined || isRule(text);
	const separator = named ?? (line?.beginsOldMail ? 'original' : undefined);
	const blockAt = isAbove ? nextTextLine(lines, index + 1, index + 4) : index;
	const blockEnd = blockAt < 0 ? undefined : headerBlockAt(lines, blockAt, isAbove)?.end;
	if (separator === undefined && blockEnd === undefined) return undefined;
	if (separator === undefined && blockEnd !== undefined && isFormIntro(lines, index)) {
		for (let i = index; i < blockEnd; i++) {
			const field = lines[i];
			// The subject is the visitor's own.
			if (field !== undefined && !isSubjectField(field.text)) cutLine(field, 'quote');
		}
		return blockEnd;
	}
	const forwarded = separator === 'forwarded' || (separator !== 'replyAbove' && options.isForward);
	const kind = forwarded ? 'forward' : 'quote';
	const headersEnd = blockEnd ?? index + 1;
	cutRange(lines, index, headersEnd, kind);
	if (options.keepBody && separator !== 'replyAbove') return headersEnd;
	if (!line?.beginsOldMail) return cutBody(lines, headersEnd, kind);
	cutRange(lines, headersEnd, lines.length, kind);
	return lines.length;
}

/** Marks the mail below a reply header at line `index`; returns the index to go on at. */
function cutRepliedAt(lines: Line[], index: number): number | undefined {
	const start = inlineHeaderStart(lines, index);
	if (start > 0) return cutBehind(lines, index, start);
	const header = replyHeaderAt(lines, index);
	if (header === undefined) return undefined;
	const next = nextTextLine(lines, header.end);
	const followedByQuote = next >= 0 && isQuoted(lines[next]);
	const standsAlone =
		header.strength === 'complete' && endsBefore(lines, index) && !isCited(lines[next]);
	if (header.strength !== 'certain' && !followedByQuote && !standsAlone && next >= 0)
		return undefined;
	cutRange(lines, index, header.end, 'quote');
	return cutBody(lines, header.end, 'quote');
}

/** Splits a line of the customer's words and a header: what stands before stays. */
function cutBehind(lines: Line[], index: number, start: number): number {
	const text = lines[index]?.text ?? '';
	const header: Line = { text: text.slice(start) };
	lines.splice(index, 1, { text: text.slice(0, start).replace(/[\s-]{1,20}$/, '') }, header);
	const end = replyHeaderAt(lines, index + 1)?.end;
	cutRange(lines, index + 1, end ?? lines.length, 'quote');
	return end === undefined ? lines.length : cutBody(lines, end, 'quote');
}

function cutBody(lines: readonly Line[], from: number, kind: CutKind): number {
	const next = nextTextLine(lines, from);
	if (next < 0) return lines.length;
	const end = isQuoted(lines[next]) ? quotedRunEnd(lines, next) : lines.length;
	cutRange(lines, from, end, kind);
	return end;
}
