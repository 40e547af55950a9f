import { oneLine, pattern } from '../values/tables';
import { isDeviceLine } from './deviceLines';
import { cutLine, nextTextLine, type Line } from './lines';
import { hasSpeaker } from './speaker';

/**
 * Signatures: what follows "-- ", a closing phrase with the name and contact lines under it, and
 * the lines that phones and mail programs add. English, German, French, Spanish, Portuguese, Dutch.
 */

/** A signature is looked for in this many last lines with text of a stretch of own words. */
const MAX_SIGNATURE_LINES = 16;
const MAX_LINE_LENGTH = 120;

const CLOSING_PHRASES = [
	// English
	'(?:(?:with )?(?:best|kind|kindest|warm|warmest|many|my best)?,? ?(?:regards|wishes))',
	oneLine`
		(?:all the best|best|cheers|sincerely|yours(?: sincerely| truly| faithfully)?|sincerely yours|
		respectfully|cordially|thank you(?: very much| so much)?|thanks(?: a lot| again| so much| (?:and|&|
		\\+|n) (?:best |kind |warm )?regards)?|many thanks|thx|thanks in advance|thank you in advance|
		thank you and (?:best |kind )?regards|take care|rgds|br|kr)
	`,
	// German
	'(?:mit )?(?:freundlichen|besten|lieben|herzlichen|sonnigen|vielen|sch[öo]nen) (?:gr(?:[üu]|ue)(?:[ßs]|ss)en?|dank)(?: aus .{1,30})?',
	'(?:viele|liebe|beste|freundliche|herzliche|sch[öo]ne|sonnige) gr(?:[üu]|ue)(?:[ßs]|ss)e(?: aus .{1,30})?',
	oneLine`
		(?:hochachtungsvoll|vielen dank(?: im voraus)?|besten dank|danke(?: im voraus)?|danke und (?:viele |
		beste |liebe )?gr(?:[üu]|ue)(?:[ßs]|ss)e|gru(?:ß|ss)|gr(?:[üu]|ue)(?:ß|ss)e|mfg|vg|lg|
		m\\.?f\\.?g\\.?)
	`,
	// French
	oneLine`
		(?:bien |tr[èe]s )?cordialement(?: v[ôo]tre)?|bien [àa] vous|sinc[èe]res salutations|(?:meilleures|
		cordiales) salutations|salutations(?: distingu[ée]es)?|bonne (?:journ[ée]e|soir[ée]e)|
		merci(?: beaucoup| d[’']avance| par avance)?|cdlt|cdt|bien amicalement|amicalement|respectueusement
	`,
	// Spanish
	oneLine`
		(?:un |muchos )?(?:cordial(?:es)? |atentos? )?saludos?(?: cordial(?:es)?| atentos?)?|atentamente|
		cordialmente|un abrazo|(?:muchas )?gracias(?: de antemano| por adelantado| y (?:un )?saludos?)?|atte
	`,
	// Portuguese
	oneLine`
		(?:muito )?atenciosamente|(?:os )?(?:melhores|meus) cumprimentos|
		(?:com os )?(?:melhores )?cumprimentos|cordiais (?:cumprimentos|sauda[çc][õo]es)|sauda[çc][õo]es|
		(?:um )?abra[çc]os?|(?:muito )?obrigad[oa](?: desde j[áa])?|att|grato|grata|
		desde j[áa],? (?:obrigad[oa]|agrade[çc]o)
	`,
	// Dutch
	oneLine`
		(?:met )?(?:vriendelijke|hartelijke|beste|zonnige) groet(?:en)?|hartelijke dank|
		(?:veel )?groet(?:en|jes)?|hoogachtend|(?:alvast )?bedankt|dank (?:u|je)(?: wel)?|mvg|
		m\\.?v\\.?g\\.?
	`,
];
const PHRASES = CLOSING_PHRASES.join('|');
const CLOSING_LINE = new RegExp(`^(?:${PHRASES})\\s?[,.!;:–—-]{0,3}$`, 'i');
/** "Best regards, Jane Doe" on one line: one to four capitalised words after the phrase. */
const CLOSING_WITH_NAME = new RegExp(
	`^(?:${PHRASES})\\s?[,.!–—-]\\s?(?<name>[^,.!?;:]{2,40})\\.?$`,
	'i',
);
/** The first word of any closing phrase, as a cheap test. */
const CLOSING_START = pattern('i')`
	^(?:with|best|kind|warm|many|my|regards|wishes|all|cheers|sincerely|yours|respect|cordial|thank|thx|
	take|rgds|br\b|kr\b|mit|freundlich|besten|lieb|herzlich|sonnig|viel|sch|beste|hochacht|dank|gr|mfg|
	vg|lg|m\.|bien|tr|sinc|meill|salut|bonne|merci|cd|amic|un\b|much|atent|saludo|grac|atte?\b|muito|
	atenc|os\b|melhor|meus|com\b|cumpr|sauda|um\b|abra|obrig|grat|desde|met|vriend|hart|zon|veel|hoog|
	alvast|bedankt|mvg)
`;

const DELIMITER = /^(?:--|—|––|_{2,60})$/;
/** The mark of RFC 3676, by which all that follows is a signature. */
const STANDARD_DELIMITER = '--';
const MAX_MARKED_LINES = 5;

const CONTACT = pattern('i')`
	[\w.+-]{1,64}@[\w-]{1,63}\.|\b(?:www\.|https?:\/\/)|(?:^|[\s|:])\+?\(?\d[\d\s()./-]{6,}|\b(?:tel|
	phone|mobile?|cell|fax|t[ée]l|telefon|telefoon|telefone|m[óo]vil|direct|office|e-?mail|web|skype|
	linkedin|hrb|ust-?id|vat|siret|nif|cnpj|kvk|btw)\b\s?[.:]|\s[|•·]\s|\b(?:inc|llc|ltd|gmbh|ag|kg|ug|
	s\.?a\.?r?\.?l?|s\.?l\.?|lda|ltda|b\.?v|n\.?v|plc|corp)\b\.?$
`;
const PARTICLE = pattern('i')`
	^(?:of|and|for|the|de|da|do|dos|das|del|la|le|les|du|des|von|van|der|den|ten|ter|zu|und|f[üu]r|et|y|
	e|en|at|in|i\.|i\.?\s?[av]\.?|ppa?\.?|&|-|–|\||\/|bei|chez|em|at)$
`;
const POSTSCRIPT = /^(?:p\.?\s?s\.?|n\.?b\.?|ps)\s?[:.\s]/i;

/** What is asked for under "Thanks" is no name ("CANCEL NOW"). */
const DEMAND = pattern('iu')`
	(?<!\p{L})(?:cancel(?:l?ed|lation)?|refund|now|today|asap|immediately|k[üu]ndig(?:en|ung)|sofort|
	jetzt|r[ée]sili(?:ez|er|ation)|rembours(?:ez|ement)|maintenant|cancelar|reembolso|ahora|agora|
	opzeg(?:gen|ging))(?!\p{L})
`;

/** A shouted sentence is no name, though every word of it is capitalised. */
function isShouted(text: string): boolean {
	return text === text.toUpperCase() && (text.match(/\p{Lu}+/gu)?.length ?? 0) >= 3;
}

/** Whether every word is capitalised, as in names, titles, companies and places. */
function isTitleCase(text: string): boolean {
	return !isShouted(text) && isTagline(text);
}

/** As {@link isTitleCase}, also all in capitals: what companies say of themselves. */
function isTagline(text: string): boolean {
	if (hasSpeaker(text) || DEMAND.test(text)) return false;
	const words = text.split(/[\s,]+/).filter(Boolean);
	if (words.length === 0 || words.length > 10) return false;
	let capitalised = 0;
	for (const word of words) {
		if (/^[\p{Lu}\p{Lt}\d("'“]/u.test(word)) capitalised++;
		else if (!PARTICLE.test(word)) return false;
	}
	return capitalised > 0;
}

const LABEL =
	/^(?:tel|phone|mobile?|cell|fax|ext|office|direct|web|e-?mail|ou|or|oder|o|of)[.:]?$/i;

function hasContact(text: string): boolean {
	if (!CONTACT.test(text)) return false;
	const words = text.split(/\s+/);
	// An address within a sentence is no contact line.
	const small = words.filter(
		(word) => /^\p{Ll}{2,}[.,:;!?]?$/u.test(word) && !PARTICLE.test(word) && !LABEL.test(word),
	);
	return words.length <= 14 && small.length <= 1;
}

function isContactLine(text: string): boolean {
	if (text.length > MAX_LINE_LENGTH) return false;
	if (hasContact(text)) return true;
	return isTitleCase(text) && !/[?!]$/.test(text);
}

/** A name right under a closing phrase may be written small ("thanks, / bob"). */
function isName(text: string): boolean {
	if (text.length > 60 || /[?!:]$/.test(text)) return false;
	return isTitleCase(text) || /^\p{L}[\p{L}.'’-]{1,20}\.?$/u.test(text);
}

/** Whether the line is closing phrases only; firms with two languages write both ("Groet / Regards"). */
function isClosingPhrase(text: string): boolean {
	if (CLOSING_LINE.test(text)) return true;
	return /[/|]/.test(text) && text.split(/\s?[/|]\s?/).every((part) => CLOSING_LINE.test(part));
}

/** Whether the line is a closing phrase, also one with a name behind it. */
export function isClosing(text: string): boolean {
	if (text.length > 80 || !CLOSING_START.test(text)) return false;
	if (isClosingPhrase(text)) return true;
	const name = CLOSING_WITH_NAME.exec(text)?.groups?.name?.trim();
	return name !== undefined && name.split(/\s+/).length <= 4 && isTitleCase(name);
}

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
