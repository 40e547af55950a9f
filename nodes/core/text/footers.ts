import { cutLine, type Line } from './lines';

/**
 * Legal notices, warnings of mail gateways, company particulars and list footers, in English,
 * German, French, Spanish, Portuguese and Dutch. A paragraph is one when it opens like one and says
 * what only they say.
 */

/** Notices show what they are at their beginning. */
const HEAD_LENGTH = 500;

const TITLE =
	/^[*_\s]{0,4}(?:confidentiality (?:notice|note|statement)|legal (?:notice|disclaimer)|disclaimer|privileged and confidential|vertraulichkeitshinweis|haftungsausschluss|rechtlicher hinweis|avis de confidentialit[ée]|mention l[ée]gale|aviso (?:legal|de confidencialidad(?:e)?)|vertrouwelijkheidsverklaring)\b/i;

/** A notice speaks of the message itself … */
const THIS_MESSAGE =
	/\b(?:this|the information (?:contained )?in this|the contents? of this) (?:e-?mail|message|communication|transmission)|\bdiese (?:e-?mail|nachricht|mitteilung)|\b(?:ce|cet|le pr[ée]sent) (?:message|courriel|e-?mail|courrier)|\beste (?:mensaje|correo|e-?mail)|\besta (?:mensagem|comunica[çc][ãa]o)|\beste e-?mail|\bdit (?:bericht|e-?mail)|\bdeze e-?mail|\bde informatie (?:in|verzonden)/i;
/** … and of who may read it. Two different ones of these are needed. */
const NOTICE_TERMS: readonly RegExp[] = [
	/confiden[ct]i|vertraulich|vertrouwelijk/i,
	/intended (?:solely |only )?(?:for|recipient)|addressee|bestimmt(?:e[nr]?)? (?:sind|ist|f[üu]r|empf[äa]nger)|adressat|destin[ée]e?s? |destinataire|destinatari|dirigid[oa]|destina-se|bestemd|geadresseerde/i,
	/privileged|legally protected|rechtlich gesch[üu]tzt|secret professionnel|privilegiad|legalmente/i,
	/received (?:this|it) .{0,30}(?:in error|by mistake)|irrt[üu]mlich|par erreur|por error|por engano|per abuis|ten onrechte|abusivement/i,
	/notify (?:the )?sender|delete (?:this|it|the)|informieren sie|vernichten|supprimer|d[ée]truire|notifi(?:que|car)|elimin|apag(?:ue|ar)|verwijder|afzender/i,
	/disclos|distribut|copying|unauthori[sz]ed|unbefugt|weitergabe|divulgation|diffusion|divulga|verspreid|openbaarmaking/i,
];

/** One of these alone makes the paragraph a footer. */
const CERTAIN =
	/^(?:.{0,40}\b(?:consider the environment before printing|denken sie an die umwelt|pensez à l[’']environnement|piense en el medio ambiente|pense no meio ambiente|denk aan het milieu)|[\s[*_(]{0,6}(?:caution|warning|external(?: e-?mail| sender)?|achtung|attention|externe? e-?mail)\b.{0,40}\b(?:originated|from outside|external|au[ßs]erhalb|externe[rs]?|ext[ée]rieur|buiten)\b|(?:to )?unsubscribe\b.{0,60}$|(?:hier )?(?:abmelden|abbestellen)\b.{0,40}$|se d[ée]sabonner\b.{0,40}$|(?:click here to )?(?:view|open) (?:this|it) (?:e-?mail )?in (?:your|a) browser|you (?:are )?receiv(?:ed|ing) this (?:e-?mail|message) because|sie erhalten diese (?:e-?mail|nachricht), weil|vous recevez (?:ce|cet) .{0,20}car |(?:virus-free|virenfrei|sans virus|libre de virus|livre de v[íi]rus|virusvrij)\.?.{0,40}$|scanned by .{1,60}$|you don['’]t often get e-?mail from|some people who received this message don['’]t often|checked by avg)/i;
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

function isFooter(paragraph: string, afterFooter: boolean): boolean {
	if (afterFooter && countMatches(NOTICE_TERMS, paragraph) >= 2) return true;
	if (CERTAIN.test(paragraph)) return true;
	if (
		TITLE.test(paragraph) &&
		(paragraph.length < 60 || countMatches(NOTICE_TERMS, paragraph) > 0)
	) {
		return true;
	}
	if (paragraph.length < 40) return false;
	if (THIS_MESSAGE.test(paragraph) && countMatches(NOTICE_TERMS, paragraph) >= 2) return true;
	return countMatches(PARTICULARS, paragraph) >= 2;
}

const ANY_FOOTER =
	/confiden[ct]i|disclaimer|haftung|legal|vertraulich|vertrouwelijk|environment|umwelt|medio ambiente|meio ambiente|milieu|caution|warning|external|achtung|attention|unsubscribe|abmelden|abbestellen|browser|receiv|erhalten|recevez|virus|viren|often get|scanned|checked by|amtsgericht|handelsregister|hr[ab]\s?\d|registered|kvk|intended|bestimmt|destin|bestemd|irrt[üu]mlich|erreur|error|engano|abuis/i;

/** Marks paragraphs that are legal notices or other footers. */
export function cutFooters(lines: readonly Line[], text: string): void {
	if (!ANY_FOOTER.test(text)) return;
	// Notices run over several paragraphs, of which only the first names the message.
	let afterFooter = false;
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
		afterFooter = isFooter(head.slice(0, HEAD_LENGTH), afterFooter);
		if (afterFooter) {
			for (let j = i; j < end; j++) {
				const line = lines[j];
				if (line !== undefined) cutLine(line, 'footer');
			}
		}
		i = end;
	}
}
