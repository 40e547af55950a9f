import { pattern } from '../values/tables';
import { cutLine, type Line } from './lines';
import { speaksFreely } from './speaker';

/**
 * Legal notices, warnings of mail gateways, company particulars and list footers, in English,
 * German, French, Spanish, Portuguese and Dutch. A paragraph is one when it opens like one and says
 * what only they say.
 */

/** Notices show what they are at their beginning. */
const HEAD_LENGTH = 500;

const TITLE = pattern('i')`
	^[*_\s]{0,4}(?:confidentiality (?:notice|note|statement)|legal (?:notice|disclaimer)|disclaimer|
	privileged and confidential|vertraulichkeitshinweis|haftungsausschluss|rechtlicher hinweis|
	avis de confidentialit[ée]|mention l[ée]gale|aviso (?:legal|de confidencialidad(?:e)?)|
	vertrouwelijkheidsverklaring)\b
`;

/** A notice speaks of the message itself … */
const THIS_MESSAGE = pattern('i')`
	\b(?:this|the information (?:contained )?in this|the contents? of this) (?:e-?mail|message|
	communication|transmission)|\bdiese (?:e-?mail|nachricht|mitteilung)|\b(?:ce|cet|
	le pr[ée]sent) (?:message|courriel|e-?mail|courrier)|\beste (?:mensaje|correo|e-?mail)|
	\besta (?:mensagem|comunica[çc][ãa]o)|\beste e-?mail|\bdit (?:bericht|e-?mail)|\bdeze e-?mail|
	\bde informatie (?:in|verzonden)|\b(?:questo|il presente) (?:messaggio|documento)|
	\bquesta (?:e-?mail|comunicazione)|\bdenn[ae] e-?post|\bdette? (?:meddelande|meddelelse)|
	\bta wiadomość|это (?:письмо|сообщение)
`;
/** … and of who may read it. Two different ones of these are needed, and more than {@link WEAK_TERMS}. */
const NOTICE_TERMS: readonly RegExp[] = [
	/confiden[ct]i|vertraulich|vertrouwelijk|riservat|konfidentiel|fortrolig|poufn|конфиденциал/i,
	pattern('i')`
		intended (?:solely |only )?(?:for|recipient)|addressee|bestimmt(?:e[nr]?)? (?:sind|ist|f[üu]r|
		empf[äa]nger)|adressat|destin[ée]e?s? |destinataire|destinatari|dirigid[oa]|destina-se|bestemd|
		geadresseerde|adressat|mottagare|modtager|odbiorc|adresat|адресат|получател
	`,
	/privileged|legally protected|rechtlich gesch[üu]tzt|secret professionnel|privilegiad|legalmente/i,
	/received (?:this|it) .{0,30}(?:in error|by mistake)|irrt[üu]mlich|par erreur|por error|por engano|per abuis|ten onrechte|abusivement/i,
	pattern('i')`
		notify (?:the )?sender|delete (?:this|it|the)|informieren sie|vernichten|supprimer|d[ée]truire|
		notifi(?:que|car)|elimin|cancellar|apag(?:ue|ar)|verwijder|afzender
	`,
	/disclos|distribut|copying|unauthori[sz]ed|unbefugt|weitergabe|divulgation|diffusion|divulga|verspreid|openbaarmaking/i,
	/prohibited|forbidden|not permitted|untersagt|nicht gestattet|interdit|prohibid|proibid|verboden/i,
];
/** A leak is told with these two: "confidential data was disclosed". */
const WEAK_TERMS: readonly RegExp[] = [0, 5].flatMap((index) => NOTICE_TERMS[index] ?? []);

/** What a gateway puts above mail from outside. */
const GATEWAY = pattern('i')`
	^[\s[*_(]{0,6}(?:(?:caution|warning|attention|important|achtung|warnung|vorsicht|let op|atenci[óo]n|
	aten[çc][ãa]o|aviso|externe? e-?mail|external(?: e-?mail| sender| message)?)\b(?=.{0,100}\b(?:this|
	diese[rs]?|cet?|dit|deze|est[ea]|external|externe[rns]?|the|der|die|le|l[’'])[ ’'](?:e-?mail|mail|
	message|nachricht|courriel|bericht|sender|absender|exp[ée]diteur|afzender|mensaje|correo|mensagem|
	remitente|remetente)\b|.{0,100}externo).{0,60}\b(?:originated (?:from )?(?:outside|an external)|
	(?:from|sent) outside|outside (?:of )?(?:the|your|our|this) |external (?:e-?mail|sender|source|
	message)\s?(?:$|[.:!\])*]|-?\s?(?:do not|think|be |use ))|externe[rns]? (?:e-?mail|absender|mail|
	nachricht|afzender)\s?(?:$|[.:!\])*-])|au[ßs]erhalb (?:der|ihrer|unserer|des|ihres|unseres) |(?:de|
	[àa]) l[’']ext[ée]rieur|(?:courriel|e-?mail|message|exp[ée]diteur) externe\s?(?:$|[.:!\])*-])|
	buiten (?:de|uw|onze|het) |(?:correo|remitente|remetente|e-?mail) externo\s?(?:$|[.:!\])*-])|
	(?:fuera|fora) d(?:e la|e su|a|a sua) organi)|
	external(?: e-?mail| sender| message)?[\])*_:!.\s-]{0,6}$|external (?:e-?mail|sender|
	message)\s?[:\])*!.-].{0,80}\b(?:click|links?|attachments?|outside|sender)\b)
`;

/** One of these alone makes the paragraph a footer. */
const CERTAIN = pattern('i')`
	^(?:.{0,40}\b(?:consider the environment before printing|denken sie an die umwelt|
	pensez à l[’']environnement|piense en el medio ambiente|pense no meio ambiente|denk aan het milieu)|
	(?:(?:click (?:here )?)?to )?unsubscribe(?: from (?:this|these|our|future|all) (?:mailing |
	e-?mail )?(?:lists?|newsletters?|e-?mails?|mailings?|notifications?|messages|
	updates))?(?: here)?(?:\s?[|·•<[(].{0,80}|:? https?:\S{1,80})?[.\s]{0,3}$|
	to unsubscribe\b.{0,40}[, ](?:click|visit|reply|follow|go to|send)\b.{0,60}$|(?:(?:vom |
	diesen )?newsletter )?(?:hier )?(?:abmelden|abbestellen)(?:\s?[|·•<[(].{0,60}|
	:? https?:\S{1,80})?[.\s]{0,3}$|se d[ée]sabonner(?: de cette liste| ici)?(?:\s?[|·•<[(].{0,60}|
	:? https?:\S{1,80})?[.\s]{0,3}$|(?:click here to )?(?:view|open) (?:this|
	it) (?:e-?mail )?in (?:your|a) browser|you (?:are )?receiv(?:ed|ing) this (?:e-?mail|
	message) because|sie erhalten diese (?:e-?mail|nachricht), weil|vous recevez (?:ce|cet) .{0,20}car |
	(?:virus-free|virenfrei|sans virus|libre de virus|livre de v[íi]rus|virusvrij)\.?.{0,40}$|
	scanned by .{1,60}$|you don['’]t often get e-?mail from|
	some people who received this message don['’]t often|checked by avg)
`;
/** Particulars that German and other law asks companies to put under mail. */
const PARTICULARS: readonly RegExp[] = [
	/gesch[äa]ftsf[üu]hr(?:er|ung)|vorstand|managing directors?|aufsichtsrat/i,
	/amtsgericht|handelsregister|registergericht|\bhr[ab]\s?\d|registered (?:in|office)|company (?:no|number|reg)|kvk/i,
	/sitz der gesellschaft|\bsitz:|ust-?id|vat (?:no|number|id)|si[èe]ge social|\brcs\b/i,
];

function countMatches(patterns: readonly RegExp[], text: string): number {
	let count = 0;
	for (const pattern of patterns) if (pattern.test(text)) count++;
	return count;
}

function isNotice(paragraph: string): boolean {
	const count = countMatches(NOTICE_TERMS, paragraph);
	return count >= 2 && (count > 2 || countMatches(WEAK_TERMS, paragraph) < 2);
}

/** In a notice only its company speaks, as "we". */
const PERSON = /(?<!\p{L})(?:I|my|[Ii]ch|[Mm]eine?|[Jj]e|[Yy]o|[Ee]u|[Ii]k|[Mm]ijn)(?!\p{L})/u;
/** Who it is for, and what to do when it came to somebody else: no complaint says so. */
const RECIPIENT_TERMS: readonly RegExp[] = [1, 3].flatMap((index) => NOTICE_TERMS[index] ?? []);

/** A notice that threatens ("we will claim damages"), in one paragraph or in one after the notice. */
function isCompanysNotice(paragraph: string, afterFooter: boolean): boolean {
	if (PERSON.test(paragraph) || /[?!]/.test(paragraph)) return false;
	if (afterFooter) return countMatches(NOTICE_TERMS, paragraph) > 0 && THIS_MESSAGE.test(paragraph);
	return (
		THIS_MESSAGE.test(paragraph) &&
		countMatches(RECIPIENT_TERMS, paragraph) > 0 &&
		countMatches(NOTICE_TERMS, paragraph) >= 3
	);
}

function isFooter(paragraph: string, afterFooter: boolean): boolean {
	if (isCompanysNotice(paragraph, afterFooter)) return true;
	// Losing the customer's own words is worse than keeping a footer.
	if (speaksFreely(paragraph)) return false;
	if (afterFooter && (isNotice(paragraph) || THIS_MESSAGE.test(paragraph))) return true;
	if (CERTAIN.test(paragraph)) return true;
	if (
		TITLE.test(paragraph) &&
		(paragraph.length < 60 || countMatches(NOTICE_TERMS, paragraph) > 0)
	) {
		return true;
	}
	if (paragraph.length < 40) return false;
	if (THIS_MESSAGE.test(paragraph) && isNotice(paragraph)) return true;
	return countMatches(PARTICULARS, paragraph) >= 2;
}

/** Footers stand in the last paragraphs above a quote or the end; a customer's text may follow few. */
const MAX_FOOTER_PARAGRAPHS = 6;

/** For each line, whether it is in one of the last paragraphs before a quote or the end. */
function nearEnd(lines: readonly Line[]): boolean[] {
	const near = new Array<boolean>(lines.length).fill(false);
	let paragraphs = 0;
	let inside = false;
	for (let i = lines.length - 1; i >= 0; i--) {
		const line = lines[i];
		if (line?.kind === 'quote' || line?.kind === 'forward') paragraphs = 0;
		const isText = line !== undefined && line.kind === undefined && line.text !== '';
		if (isText && !inside) paragraphs++;
		inside = isText;
		near[i] = paragraphs <= MAX_FOOTER_PARAGRAPHS;
	}
	return near;
}

const ANY_FOOTER = pattern('i')`
	riservat|konfident|fortrolig|poufn|конфиденциал|confiden[ct]i|disclaimer|haftung|legal|vertraulich|
	vertrouwelijk|environment|umwelt|medio ambiente|meio ambiente|milieu|caution|warning|extern|achtung|
	attention|outside|au[ßs]erhalb|buiten|fuera de|fora d|ext[ée]rieur|d[ée]sabonner|unsubscribe|
	abmelden|abbestellen|browser|receiv|erhalten|recevez|virus|viren|often get|scanned|checked by|
	amtsgericht|handelsregister|hr[ab]\s?\d|registered|kvk|intended|bestimmt|destin|bestemd|
	irrt[üu]mlich|erreur|error|engano|abuis
`;

const BANNER_TERMS = pattern('iu')`
	(?<!\p{L})(?:links?|attachments?|sender|safe|anh[äa]nge?|absender|pi[èe]ces jointes|liens?|
	exp[ée]diteur|enlaces|adjuntos|remitente|anexos|remetente|bijlagen|afzender)(?!\p{L})
`;
const MAX_BANNER_LINES = 5;
/** Mail programs wrap lines that are longer than this. */
const WRAPPED_LENGTH = 55;

/** Index after the banner that starts at `from`: the message may go on right under it. */
function bannerEnd(lines: readonly Line[], from: number, end: number): number | undefined {
	let text = '';
	let wraps = false;
	let found: number | undefined;
	for (let i = from; i < end && i < from + MAX_BANNER_LINES; i++) {
		const line = lines[i]?.text.slice(0, HEAD_LENGTH) ?? '';
		if (found !== undefined && !wraps && !BANNER_TERMS.test(line)) break;
		text = `${text} ${line}`.trim();
		if (speaksFreely(text)) break;
		if (found !== undefined || GATEWAY.test(text)) found = i + 1;
		wraps = line.length >= WRAPPED_LENGTH && !/[.!:*\])]$/.test(line);
	}
	return found;
}

/** Marks paragraphs that are legal notices or other footers. */
export function cutFooters(lines: readonly Line[], text: string): void {
	if (!ANY_FOOTER.test(text)) return;
	// Notices run over several paragraphs, of which only the first names the message.
	let afterFooter = false;
	let isFirst = true;
	const near = nearEnd(lines);
	for (let i = 0; i < lines.length; i++) {
		const first = lines[i];
		if (first === undefined || first.kind !== undefined || first.text === '') continue;
		let end = i;
		let head = '';
		for (; end < lines.length; end++) {
			const line = lines[end];
			if (line === undefined || line.kind !== undefined || line.text === '') break;
			if (head.length < HEAD_LENGTH)
				head += `${head === '' ? '' : ' '}${line.text.slice(0, HEAD_LENGTH)}`;
		}
		const isNear: boolean = isFirst || afterFooter || near[i] === true;
		const banner = isNear ? bannerEnd(lines, i, end) : undefined;
		if (banner !== undefined) {
			for (let j = i; j < banner; j++) {
				const line = lines[j];
				if (line !== undefined) cutLine(line, 'footer');
			}
			// What stands right under it is the message.
			i = end;
			continue;
		}
		afterFooter = isNear && isFooter(head.slice(0, HEAD_LENGTH), afterFooter);
		isFirst = false;
		if (afterFooter) {
			for (let j = i; j < end; j++) {
				const line = lines[j];
				if (line !== undefined) cutLine(line, 'footer');
			}
		}
		i = end;
	}
}
