import { patternHead, type Line } from './lines';

/**
 * The line a mail client writes above the mail it quotes ("On 3 May 2024 at 10:12, Jane wrote:"),
 * in English, German, French, Spanish, Portuguese, Dutch and Italian. Patterns are tried on at most
 * 600 characters.
 */

/** Clients wrap the line at about 76 characters: a name and an address make it four lines at most. */
const MAX_WRAPPED_LINES = 4;

const OPENER =
	/^(?:(?:on|am|le|el|em|op|il|a|no dia|en|den|at|um)\s|(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)[.,]\s?)/i;
const VERB_AT_END =
	/(?:\bwrote|\bwrites|a [ée]crit|\bescribi[óo]|\bescreveu|ha scritto|\bgeschrieben|\bgeschreven|\bschrieb|\bschreef)\s*:$/i;
const VERB_INSIDE = /\b(?:schrieb|schreef|wrote|a [ée]crit|escribi[óo]|escreveu)\s[^\n]{1,300}:$/i;
const ANY_VERB =
	/wrote|writes|schr(?:ie|ee)b|schreef|geschr[ie]+[bv]en|[ée]crit|escribi|escreveu|scritto/i;

const ADDRESS = /[<([]?[\w.+'-]{1,64}@[\w.-]{1,100}/;
const TIME = /\b\d{1,2}(?:[:.h]|\s?Uhr\s?)\d{2}\b|\b\d{1,2}\s?(?:am|pm|Uhr)\b/i;
const FULL_DATE =
	/\b\d{4}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}[./]\d{1,2}\.(?=\s|$)|\b\d{1,2}\.?\s+(?:de\s+)?\p{L}{3,12}\b|\b\p{L}{3,12}\s+\d{1,2}(?:st|nd|rd|th)?,/u;

/** "On Monday I wrote:", "as your colleague wrote:" introduce the customer's own words. */
const TOLD_BY_CUSTOMER =
	/\b(?:I|we|you|they|he|she|who|which|ich|wir|er|sie|ik|wij|jullie|u|je|nous|vous|on|il|elle)\s+(?:\p{L}+\s+)?(?:wrote|schrieb|schreef|(?:avons|avez|a)\s+[ée]crit)\b|\b(?:schrieb|schreef)\s+(?:ich|wir|ik|wij|we)\b|\b(?:my|our|your|the|a|mein|unser|ihr|euer|der|die|das|mijn|onze|jullie|de|het|mi|su|tu|vuestro|meu|seu|o|votre|mon|notre)\s+\p{L}+\s+(?:wrote|schrieb|schreef|a [ée]crit|escribi[óo]|escreveu)(?!\p{L})/iu;

const YEAR = /\b(?:19|20)\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b/;
const CLOCK = /\b\d{1,2}(?::|h|\s?Uhr\s?)\d{2}\b|\b\d{1,2}\s?(?:am|pm|Uhr)\b/i;
const NAME_AFTER_VERB = /\b(?:schrieb|schreef)\s\p{Lu}[^\n.?!,;:]{1,60}\s?:$/u;
const NO_NAME_AFTER_VERB =
	/\b(?:schrieb|schreef)\s(?:Sie|Ihr|Ihre|Euer|Dein|Mein|Unser|Der|Die|Das|Uw|Jullie|U|Ein)\b/;

/** Whether the line is all that clients write there: date with year, time, name and verb. */
function isComplete(header: string): boolean {
	if (!OPENER.test(header) || header.length > 160) return false;
	if (!YEAR.test(header) || !CLOCK.test(header)) return false;
	const endsWell =
		VERB_AT_END.test(header) || (NAME_AFTER_VERB.test(header) && !NO_NAME_AFTER_VERB.test(header));
	// Day and month may be written small; a sentence has more such words.
	const small = header.replace(VERB_AT_END, '').match(/(?<!\p{L})\p{Ll}{3,}/gu)?.length ?? 0;
	return endsWell && small <= 3;
}

/** Old Gmail: "2024-05-03 10:12 GMT+02:00 Jane Doe <jane@acme.com>:" */
const DATE_AND_ADDRESS = /^\d{4}[-/]\d{2}[-/]\d{2}\s[^\n]{0,200}<[^<>\s]{3,120}>\s*:$/;

/** How sure the header is by itself. */
export type HeaderStrength = 'certain' | 'likely';

export interface ReplyHeader {
	/** Index after the header's last line. */
	end: number;
	strength: HeaderStrength;
	/** A likely one with full date and time: enough where nothing runs on into it. */
	complete?: boolean;
}

/** Whether the text has a word that every reply header has; a cheap test before the costly one. */
export function mayHaveReplyHeader(text: string): boolean {
	return ANY_VERB.test(text) || />\s*:\s*(?:\n|$)/.test(text);
}

/**
 * The reply header that starts at line `index`, or undefined. It is `certain` with a mail address
 * next to date or name, `likely` when only the verb and a date speak for it.
 */
export function replyHeaderAt(lines: readonly Line[], index: number): ReplyHeader | undefined {
	const first = lines[index]?.text ?? '';
	if (first === '' || first.length > 400) return undefined;
	const opens = OPENER.test(first);
	let joined = '';
	for (let i = index; i < lines.length && i < index + MAX_WRAPPED_LINES; i++) {
		const line = lines[i];
		if (line === undefined || line.text === '' || line.structural) break;
		if (line.text.startsWith('>')) break;
		// What stands above a header is not its beginning, even if it starts with "On".
		if (i > index && OPENER.test(line.text) && (TIME.test(line.text) || FULL_DATE.test(line.text)))
			break;
		joined = `${joined} ${line.text}`.trimStart().replace(/^[-*_\s]{1,10}/, '');
		if (joined.length > 500) return undefined;
		const header = patternHead(joined).replace(/[\s*_-]{1,10}$/, '');
		if (!header.endsWith(':')) {
			if (/[?!]$/.test(header) || (!opens && !ADDRESS.test(header))) return undefined;
			continue;
		}
		if (DATE_AND_ADDRESS.test(header)) return { end: i + 1, strength: 'certain' };
		if (!VERB_AT_END.test(header) && !VERB_INSIDE.test(header)) continue;
		if (TOLD_BY_CUSTOMER.test(header)) return undefined;
		const hasAddress = ADDRESS.test(header);
		const hasTime = TIME.test(header);
		const hasDate = FULL_DATE.test(header);
		if (hasAddress && (opens || hasDate || hasTime || /^\S+(?:\s\S+){0,6}$/.test(header))) {
			return { end: i + 1, strength: 'certain' };
		}
		if (hasDate || hasTime) {
			return { end: i + 1, strength: 'likely', complete: isComplete(header) };
		}
		return undefined;
	}
	return undefined;
}

const INLINE_HEADER =
	/(?:\s|^)(?:on|am|le|el|em|op)\s[^\n<>]{6,160}(?:<[^<>\s]{3,120}>\)?,?\s?(?:wrote|a [ée]crit|escribi[óo]|escreveu|geschreven)\s?:|(?:schrieb|schreef)\s[^\n<>]{1,100}<[^<>\s]{3,120}>\s?:)(?=\s|$)/i;

/**
 * Where a reply header begins within a line whose mail was flattened to one line, or -1. Only
 * headers with an address in brackets count, since nothing else in a sentence looks like them.
 */
export function inlineHeaderStart(line: string): number {
	if (line.length < 60 || !line.includes('@') || !line.includes('<')) return -1;
	return INLINE_HEADER.exec(line)?.index ?? -1;
}
