import { isDeviceLine } from './deviceLines';
import { cutLine, nextTextLine, type Line } from './lines';
import {
	DEMAND,
	hasContact,
	isClosing,
	isClosingPhrase,
	isContactLine,
	isName,
	isTagline,
} from './signatureLines';
import { hasSpeaker } from './speaker';

/**
 * Signatures: what follows "-- ", a closing phrase with the name and contact lines under it, and
 * the lines that phones and mail programs add. English, German, French, Spanish, Portuguese, Dutch.
 */

/** A signature is looked for in this many last lines with text of a stretch of own words. */
const MAX_SIGNATURE_LINES = 16;

const DELIMITER = /^(?:--|—|––|_{2,60})$/;
/** The mark of RFC 3676, by which all that follows is a signature. */
const STANDARD_DELIMITER = '--';
const MAX_MARKED_LINES = 5;

const POSTSCRIPT = /^(?:p\.?\s?s\.?|n\.?b\.?|ps)\s?[:.\s]/i;

/** Whether the line is a company's slogan: shouted, with two contact lines or more below it. */
function isInContacts(lines: readonly Line[], index: number, end: number): boolean {
	if (!isTagline(lines[index]?.text ?? '')) return false;
	let contacts = 0;
	for (let i = index + 1; i < end && i <= index + MAX_SIGNATURE_LINES; i++) {
		if (hasContact(lines[i]?.text ?? '')) contacts++;
	}
	return contacts >= 2;
}

/** Marks the closing at `index` and the contact lines under it; stops where own words go on. */
function cutFromClosing(lines: readonly Line[], index: number, end: number): void {
	const closing = lines[index];
	if (closing === undefined) return;
	const hasName = !isClosingPhrase(closing.text);
	const next = nextTextLine(lines, index + 1, end);
	const nextText = next < 0 ? '' : (lines[next]?.text ?? '');
	// "Thanks!" with nothing under it is a word of the customer; so is one before more text.
	const isThanks =
		/^(?:many |muchas |vielen |besten |muito )?(?:thank|thx|dank|merci|gracias|obrigad|bedankt|grat[oa])/i.test(
			closing.text,
		);
	if (next < 0 && isThanks && !hasName) return;
	if (next >= 0 && !hasName && !isName(nextText) && !isContactLine(nextText)) {
		if (!isThanks && closing.text.includes(' ')) cutLine(closing, 'signature');
		return;
	}
	cutLine(closing, 'signature');
	let isFirst = !hasName;
	for (let i = index + 1; i < end; i++) {
		const line = lines[i];
		if (line === undefined || line.kind !== undefined || line.text === '') continue;
		if (POSTSCRIPT.test(line.text)) return;
		const belongs =
			isContactLine(line.text) || (isFirst ? isName(line.text) : isInContacts(lines, i, end));
		if (!belongs) return;
		cutLine(line, 'signature');
		isFirst = false;
	}
}

/** Whether the lines after a "--" are a signature rather than the rest of a text. */
function isSignatureBlock(
	lines: readonly Line[],
	from: number,
	end: number,
	delimiter: string,
	areDividers: boolean,
): boolean {
	let first: string | undefined;
	let count = 0;
	let sentences = 0;
	let contacts = 0;
	let speaks = false;
	for (let i = from; i < end; i++) {
		const line = lines[i];
		if (line === undefined || line.text === '' || line.kind !== undefined) continue;
		first ??= line.text;
		count++;
		if (hasContact(line.text)) contacts++;
		if (isContactLine(line.text)) continue;
		const head = line.text.slice(0, 1_000);
		speaks ||= hasSpeaker(head) || DEMAND.test(head) || /[?!]/.test(head);
		const ends = head.match(/[.!?](?:\s|$)/g)?.length;
		sentences += ends ?? (line.text.length > 60 ? 1 : 0);
	}
	const needsContact = areDividers || delimiter.length > 5;
	if (needsContact && contacts === 0) return false;
	if (count <= MAX_MARKED_LINES && !speaks) {
		const isNamed = first !== undefined && !/^\p{Ll}/u.test(first);
		if (delimiter === STANDARD_DELIMITER && isNamed && !areDividers && sentences <= 1) return true;
		if (contacts > 0 && sentences === 0) return true;
	}
	if (first !== undefined && !isName(first) && !isContactLine(first)) return false;
	return sentences <= 2;
}

/** Whether the mark of RFC 3676 stands right below the quoted mail: nobody goes on writing there. */
function isBelowQuote(lines: readonly Line[], at: number, start: number, end: number): boolean {
	if (start === 0 || lines[at]?.text !== STANDARD_DELIMITER) return false;
	const texts = (from: number, to: number): number =>
		lines.slice(from, to).filter(({ text }) => text !== '').length;
	return texts(start, at) === 0 && texts(at + 1, end) <= MAX_MARKED_LINES;
}

/** Marks a last paragraph of a name and contact lines that stands without a closing phrase. */
function cutContactBlock(lines: readonly Line[], start: number, end: number): void {
	let last = end - 1;
	while (last > start && (lines[last]?.text === '' || lines[last]?.kind !== undefined)) last--;
	let first = last;
	let contacts = 0;
	for (; first > start && last - first < MAX_SIGNATURE_LINES; first--) {
		const line = lines[first];
		if (line === undefined || line.text === '' || line.kind !== undefined) break;
		if (!isContactLine(line.text) && !isInContacts(lines, first, end)) return;
		if (hasContact(line.text)) contacts++;
	}
	const name = lines[first + 1]?.text ?? '';
	const isBlock = lines[first]?.text === '' && last - first >= 2 && contacts > 0;
	if (!isBlock || hasContact(name) || name.split(/\s+/).length > 5) return;
	for (let i = first + 1; i <= last; i++) {
		const line = lines[i];
		if (line !== undefined) cutLine(line, 'signature');
	}
}

/** Whether "--" stands between the parts of a text, so that the last part is none for its sake. */
function hasManyDelimiters(lines: readonly Line[], start: number, end: number): boolean {
	let count = 0;
	for (let i = start; i < end && count < 2; i++) {
		const line = lines[i];
		if (line?.kind === undefined && DELIMITER.test(line?.text ?? '')) count++;
	}
	return count > 1;
}

function cutInStretch(lines: readonly Line[], start: number, end: number): void {
	const areDividers = hasManyDelimiters(lines, start, end);
	let seen = 0;
	let closing = -1;
	for (let i = end - 1; i >= start && seen < MAX_SIGNATURE_LINES; i--) {
		const line = lines[i];
		if (line === undefined || line.text === '' || line.kind !== undefined) continue;
		seen++;
		if (isDeviceLine(line.text)) {
			cutLine(line, 'signature');
		} else if (
			DELIMITER.test(line.text) &&
			(isBelowQuote(lines, i, start, end) ||
				isSignatureBlock(lines, i + 1, end, line.text, areDividers))
		) {
			for (let j = i; j < end; j++) {
				const after = lines[j];
				if (after !== undefined && after.text !== '') cutLine(after, 'signature');
			}
		} else if (isClosing(line.text)) {
			closing = i;
		}
	}
	if (closing < 0) cutContactBlock(lines, start, end);
	// The uppermost closing: "Thanks" and "Best regards" may both stand above the name.
	for (let i = closing; i >= 0 && i < end; i++) {
		const line = lines[i];
		if (line?.kind === undefined && line?.text && isClosing(line.text))
			cutFromClosing(lines, i, end);
	}
}

/** Signatures speak for a company; a question or "I" was typed into their element by the writer. */
const WRITTEN = /(?<!\p{L})(?:I|my|[Ii]ch|[Mm]eine?|[Jj]e|[Mm]on|[Yy]o|[Ee]u|[Ii]k)(?!\p{L})|\?$/u;

/** The lines with sentences that were typed into a signature's element left to the customer. */
export function releaseWritten(lines: readonly Line[]): void {
	for (const line of lines) {
		if (line.structural !== true || line.kind !== 'signature' || !/[.?!]$/.test(line.text))
			continue;
		if (line.text.split(/\s+/).length < 5 || !WRITTEN.test(line.text)) continue;
		line.kind = undefined;
		line.structural = undefined;
	}
}

/**
 * Marks signatures. Each stretch of lines between quotes may end in one: customers sign above the
 * mail they quote as well as below it.
 */
export function cutSignatures(lines: readonly Line[]): void {
	let start = 0;
	for (let i = 0; i <= lines.length; i++) {
		const kind = lines[i]?.kind;
		if (i < lines.length && kind !== 'quote' && kind !== 'forward') continue;
		if (i > start) cutInStretch(lines, start, i);
		start = i + 1;
	}
}
