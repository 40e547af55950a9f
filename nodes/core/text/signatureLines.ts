import { oneLine, pattern } from '../values/tables';
import { hasSpeaker } from './speaker';

/** What a line under a message is: a closing phrase, a name, a contact line, a slogan. */

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

/** What is asked for under "Thanks" is no name ("CANCEL NOW"). */
export const DEMAND = pattern('iu')`
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
export function isTagline(text: string): boolean {
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

export function hasContact(text: string): boolean {
	if (!CONTACT.test(text)) return false;
	const words = text.split(/\s+/);
	// An address within a sentence is no contact line.
	const small = words.filter(
		(word) => /^\p{Ll}{2,}[.,:;!?]?$/u.test(word) && !PARTICLE.test(word) && !LABEL.test(word),
	);
	return words.length <= 14 && small.length <= 1;
}

export function isContactLine(text: string): boolean {
	if (text.length > MAX_LINE_LENGTH) return false;
	if (hasContact(text)) return true;
	return isTitleCase(text) && !/[?!]$/.test(text);
}

/** A name right under a closing phrase may be written small ("thanks, / bob"). */
export function isName(text: string): boolean {
	if (text.length > 60 || /[?!:]$/.test(text)) return false;
	return isTitleCase(text) || /^\p{L}[\p{L}.'’-]{1,20}\.?$/u.test(text);
}

/** Whether the line is closing phrases only; firms with two languages write both ("Groet / Regards"). */
export function isClosingPhrase(text: string): boolean {
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
