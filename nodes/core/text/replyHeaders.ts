import { oneLine, pattern } from '../values/tables';
import { beginsWithIsoDate, hasClock, hasDate, hasFullDate } from './dates';
import { nextTextLine, patternHead, type Line } from './lines';

/**
 * The line a mail client writes above the mail it quotes ("On 3 May 2024 at 10:12, Jane wrote:"). It is
 * read by its structure, in any language and order: a date, an address, and a colon or dashes at its
 * end. Only a header without an address needs a verb that is known. All is tried on at most 500
 * characters.
 */

/** Clients wrap the line at about 76 characters: a name and an address make it five lines at most. */
const MAX_WRAPPED_LINES = 6;
const MAX_LENGTH = 500;

/** "wrote" where a header has nothing but a name or a date beside it. */
const VERB = oneLine`
	(?:wrote|writes|sa(?:id|ys)|sent|a [ée]crit|nous a dit|escribi[óo]|escreveu|ha scritto|geschrieben|
	geschreven|schrieb(?:en sie)?|schreef|skrev|napisał(?:\\(a\\)|a)?|написал|пише|kirjoitti|写道)
`;
const VERB_AT_END = new RegExp(`(?<!\\p{L})${VERB}\\s?[:：]?$`, 'iu');
const VERB_INSIDE = new RegExp(`(?<!\\p{L})${VERB}\\s[^\\n]{1,300}:$`, 'iu');
const ANY_VERB = new RegExp(VERB, 'iu');

const ADDRESS = /[\w.+'=-]{1,64}@[\w.-]{1,100}/;
const IN_BRACKETS = /[<([][^<>()[\]@]{0,80}@[\w.-]{1,100}/;
const END = /[:：]$/;
/** A list of the customer's. */
const BULLET = /^[-*•]\s/;
/** Begins with words, a digit soon after: "On Fri, 3 May", "суббота, 14 марта", "11:00 AM". */
const OPENS = /^[^\d@?!:;]{0,30}\d/;
/** Prepositions that headers open with, also behind words of the customer on the same line. */
const OPENER =
	/(?:^|(?<=[\s>-]))(?:On|At|Am|Le|El|Em|Op|Il|Den|På|Dnia|W dniu|In data|Vào|Na)\s(?=[^\n\d@?!:;]{0,25}\d)/gu;

/** "On Monday I wrote:", "as your colleague wrote:" introduce the customer's own words. */
const TOLD_BY_CUSTOMER = pattern('iu')`
	\b(?:I|we|you|they|he|she|who|which|ich|wir|er|ik|wij|jullie|u|je|nous|vous|il|
	elle)\s+(?:\p{L}+\s+)?(?:wrote|sa(?:id|ys)|sent|schrieb|schreef|(?:avons|avez|a)\s+[ée]crit)\b|
	\b(?:schrieb|schreef)\s+(?:ich|wir|ik|wij|we)\b|\b(?:my|our|your|the|a|mein|unser|ihr|euer|der|die|
	das|mijn|onze|jullie|de|het|mi|su|tu|vuestro|meu|seu|o|votre|mon|notre)\s+\p{L}+\s+(?:wrote|sa(?:id|
	ys)|sent|schrieb|schreef|a [ée]crit|escribi[óo]|escreveu)(?!\p{L})
`;
/** Mail programs that do not name the writer. */
const UNNAMED = /^\S+\s[\d\s:./,APMapm-]{8,40}(?:you wrote|schrieben Sie):$/;
const FIRST_PERSON =
	/(?<![\p{L}.@-])(?:I|[Ww]e|[Ii]ch|[Ww]ir|[Jj]e|[Nn]ous|[Yy]o|[Ee]u|[Nn]ós|[Ii]k|[Ww]ij)(?![\p{L}.@-])/u;
/** A sentence ends within: no header has one, but names and dates have abbreviations. */
const SENTENCE_BREAK = /[?!]\s|[\p{L}\d]{3,}\.\s\p{Lu}/u;

const NAME_AFTER_VERB = /\b(?:schrieb|schreef|skrev)\s\p{Lu}[^\n.?!,;:]{1,60}\s?:$/u;
const NO_NAME_AFTER_VERB =
	/\b(?:schrieb|schreef)\s(?:Ihr|Ihre|Euer|Dein|Mein|Unser|Der|Die|Das|Uw|Jullie|U|Ein)\b/;

function smallWords(text: string): number {
	return text.match(/(?<!\p{L})\p{Ll}{2,}/gu)?.length ?? 0;
}

/** Whether the line is all that clients write there: date with year, time, name and verb. */
function isComplete(header: string): boolean {
	if (header.length > 160 || !hasFullDate(header) || !hasClock(header)) return false;
	const endsWell =
		VERB_AT_END.test(header) || (NAME_AFTER_VERB.test(header) && !NO_NAME_AFTER_VERB.test(header));
	// Day and month may be written small; a sentence has more such words.
	const small = header.replace(VERB_AT_END, '').match(/(?<!\p{L})\p{Ll}{3,}/gu)?.length ?? 0;
	return endsWell && small <= 3;
}

/**
 * How sure a header is by itself: `certain`, `complete` where nothing runs on into it, or `likely`
 * with quoted lines below it.
 */
export type HeaderStrength = 'certain' | 'complete' | 'likely';

export interface ReplyHeader {
	/** Index after the header's last line. */
	end: number;
	strength: HeaderStrength;
}

/** "---- On Tue, 22 Dec 2015 Jane wrote ----": dashes on both sides are an end mark, too. */
function isDashed(text: string): boolean {
	const inner = /^-{2,}\s?([^-\s].{0,200}?)\s?-{2,}:?$/.exec(text)?.[1];
	if (inner === undefined || FIRST_PERSON.test(inner)) return false;
	const words = inner.split(/\s+/).length;
	if (VERB_AT_END.test(inner)) return words <= 16;
	return ADDRESS.test(inner) && hasDate(inner) && words <= 16;
}

function withAddress(header: string, isBracketed: boolean): HeaderStrength | undefined {
	if (TOLD_BY_CUSTOMER.test(header) || SENTENCE_BREAK.test(header)) return undefined;
	const hasVerb = VERB_AT_END.test(header) || VERB_INSIDE.test(header);
	const isDated = hasDate(header) || hasClock(header);
	if (isDated && hasVerb) return 'certain';
	const words = header.split(/\s+/).length;
	if (!isDated) return hasVerb && words <= 9 ? 'certain' : words <= 9 ? 'likely' : undefined;
	if (FIRST_PERSON.test(header)) return undefined;
	if (isBracketed) return smallWords(header) <= 9 ? 'certain' : undefined;
	return hasDate(header) && hasClock(header) && smallWords(header) <= 5 ? 'likely' : undefined;
}

function withoutAddress(header: string): HeaderStrength | undefined {
	if (UNNAMED.test(header)) return 'complete';
	if (TOLD_BY_CUSTOMER.test(header)) return undefined;
	const isDated = hasDate(header) || hasClock(header);
	if (VERB_AT_END.test(header) || VERB_INSIDE.test(header)) {
		if (isDated) return isComplete(header) ? 'complete' : 'likely';
		return /^\p{L}/u.test(header) && header.split(/\s+/).length <= 7 ? 'likely' : undefined;
	}
	return hasFullDate(header) && hasClock(header) && smallWords(header) <= 5 ? 'likely' : undefined;
}

function withEnd(header: string): HeaderStrength | undefined {
	return ADDRESS.test(header)
		? withAddress(header, IN_BRACKETS.test(header))
		: withoutAddress(header);
}

/** What headers without a colon at their end have: an ISO date first, or the verb last. */
function withoutEnd(
	header: string,
	lines: readonly Line[],
	end: number,
): HeaderStrength | undefined {
	const below = lines[end]?.text ?? '';
	if (below !== '' && !below.startsWith('>')) return undefined;
	const next = nextTextLine(lines, end);
	const quoted = next >= 0 && lines[next]?.text.startsWith('>') ? 'likely' : undefined;
	const hasAddress = ADDRESS.test(header);
	if (beginsWithIsoDate(header) && smallWords(header) <= 6) {
		if (hasAddress) return header.endsWith('>') ? 'complete' : undefined;
		return hasClock(header) ? quoted : undefined;
	}
	if (/^posted by .{1,60} on \d/i.test(header)) return hasFullDate(header) ? 'complete' : undefined;
	if (!VERB_AT_END.test(header) || !hasFullDate(header)) return undefined;
	return hasAddress ? withAddress(header, IN_BRACKETS.test(header)) : quoted;
}

function isUnclosed(text: string): boolean {
	return text.split('<').length > text.split('>').length;
}

/** Whether line `index` goes on a header that has come as far as `header`. */
function continues(lines: readonly Line[], index: number, header: string): boolean {
	const line = lines[index];
	if (line === undefined || line.structural) return false;
	// Polymail sets the address apart, and Gmail breaks lines right before ">".
	if (line.text === '') return lines[index + 1]?.text.startsWith('<') ?? false;
	if (line.text.startsWith('>')) return isUnclosed(header) && END.test(line.text);
	// What stands above a header is not its beginning, even if it starts with "On".
	if (header === '' || line.text.search(OPENER) !== 0) return true;
	return !hasClock(line.text) && !hasDate(line.text);
}

/** The reply header that starts at line `index`, or undefined. */
export function replyHeaderAt(lines: readonly Line[], index: number): ReplyHeader | undefined {
	const first = lines[index]?.text ?? '';
	if (first === '' || first.length > MAX_LENGTH) return undefined;
	if (BULLET.test(first)) return undefined;
	if (isDashed(first)) return { end: index + 1, strength: 'certain' };
	const opens = OPENS.test(first);
	if (!opens && !ADDRESS.test(first) && !ANY_VERB.test(first)) return undefined;
	let header = '';
	for (let i = index; i < index + MAX_WRAPPED_LINES && continues(lines, i, header); i++) {
		const text = lines[i]?.text ?? '';
		// Addresses are broken before "@", too.
		const joined: string = text.startsWith('@') ? header + text : `${header} ${text}`;
		header = joined.trim().replace(/^[-*_\s]{1,10}/, '');
		if (header.length > MAX_LENGTH) return undefined;
		const bare = header.replace(/[\s*_-]{1,10}$/, '');
		const strength = END.test(bare) ? withEnd(bare) : withoutEnd(bare, lines, i + 1);
		if (strength !== undefined) return { end: i + 1, strength };
		if (END.test(bare) || /[?!]$/.test(bare)) return undefined;
		if (!ADDRESS.test(bare) && !(opens && (hasDate(bare) || hasClock(bare)))) return undefined;
	}
	return undefined;
}

/** An address in brackets, a verb of at most three words, and the colon. */
const FLAT_END = /<[^<>\s@]{1,64}@[^<>\s]{1,100}>{1,2}\)?,?\s?(?:[\p{L}()]{1,14}\s?){0,3}:/gu;
/** How far above its address a header opens. */
const FLAT_REACH = 200;

/**
 * Where a reply header begins behind words of the customer on line `index`, or -1: at the line's end,
 * or anywhere in a mail that was flattened to one line. Only headers with an address count.
 */
export function inlineHeaderStart(lines: readonly Line[], index: number): number {
	const line = lines[index]?.text ?? '';
	const head = patternHead(line);
	const openers = [...head.matchAll(OPENER)].map((match) => match.index).filter((at) => at > 0);
	for (const at of openers.slice(-3)) {
		const rest = [{ text: head.slice(at) }, ...lines.slice(index + 1, index + MAX_WRAPPED_LINES)];
		if (head.length === line.length && replyHeaderAt(rest, 0)?.strength === 'certain') return at;
	}
	if (line.length < 60 || !line.includes('@')) return -1;
	for (const { 0: end, index: at } of line.matchAll(FLAT_END)) {
		const from = Math.max(0, at - FLAT_REACH);
		const before = line.slice(from, at + end.length);
		const opener = [...before.matchAll(OPENER)].at(-1)?.index ?? -1;
		if (opener < 0 || from + opener === 0) continue;
		if (withAddress(before.slice(opener), true) === 'certain') return from + opener;
	}
	return -1;
}
