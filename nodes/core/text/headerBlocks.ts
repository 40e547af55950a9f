import { patternHead, type Line } from './lines';

/**
 * The block of header fields that Outlook and others put above quoted and forwarded mail, and the
 * separator lines of mail clients and helpdesks. English, German, French, Spanish, Portuguese,
 * Dutch and Italian.
 */

const FIELD =
	/^[*_>\s]{0,6}(?:(from|von|de|van|da|expéditeur|remitente|afzender)|(sent|date|gesendet|datum|envoy[ée](?: le)?|fecha|enviado(?: el| em)?|enviada(?: em)?|data|verzonden|inviato)|(to|an|à|a|para|aan)|(subject|betreff|objet|asunto|assunto|onderwerp|oggetto)|(cc|bcc|kopie|copie|copia|cópia|reply-to|antwort an|importance|priorität|wichtigkeit|importancia))\s?:/i;
/** A field may wrap, and Outlook lists many recipients: this many lines are looked at. */
const MAX_BLOCK_LINES = 14;

/**
 * Index after the header block that starts at line `index`, or undefined. A block starts with
 * sender or date and has the sender and two more different fields.
 */
export function headerBlockEnd(lines: readonly Line[], index: number): number | undefined {
	const first = lines[index]?.text ?? '';
	const opening = FIELD.exec(first.slice(0, 30));
	// GMX and Web.de put the date above the sender.
	if (opening === null || (opening[1] === undefined && opening[2] === undefined)) return undefined;
	if (isInlineBlock(first)) return index + 1;
	let from = opening[1] !== undefined;
	if (from && isNoSender(first)) return undefined;
	let sent = opening[2] !== undefined;
	let to = false;
	let subject = false;
	let evidence = isEvidence(first, sent);
	let end = index + 1;
	let misses = 0;
	for (let i = index + 1; i < lines.length && i < index + MAX_BLOCK_LINES; i++) {
		const text = lines[i]?.text ?? '';
		const field = FIELD.exec(text.slice(0, 30));
		if (field === null) {
			// Blank lines and wrapped recipients stand between fields; a text does not.
			if (++misses > 3) break;
			continue;
		}
		if (field[1] !== undefined && (from || isNoSender(text))) break;
		misses = 0;
		end = i + 1;
		from ||= field[1] !== undefined;
		sent ||= field[2] !== undefined;
		to ||= field[3] !== undefined;
		subject ||= field[4] !== undefined;
		evidence ||= isEvidence(text, field[2] !== undefined);
	}
	const fields = Number(sent) + Number(to) + Number(subject);
	return from && evidence && fields >= 2 ? end : undefined;
}

/** "Von: 8:00 bis 9:00" and "From: 3 May" tell a time; only an empty value goes on below. */
function isNoSender(line: string): boolean {
	const value = patternHead(line).replace(/^[^:]{0,40}:[*_\s]{0,6}/, '');
	if (value === '' || value.includes('@')) return false;
	return !/\p{L}/u.test(value) || /^\d|\b\d{1,2}[:.]\d{2}\b/.test(value);
}

/** Whether the line names the subject of a mail. */
export function isSubjectField(line: string): boolean {
	return FIELD.exec(line.slice(0, 30))?.[4] !== undefined;
}

/** An address or a date: labels alone may begin sentences of the customer. */
function isEvidence(line: string, isDate: boolean): boolean {
	const head = patternHead(line);
	return head.includes('@') || (isDate && /\d/.test(head));
}

const INLINE_SENT =
	/\s(?:sent|date|gesendet|datum|envoy[ée]|fecha|enviad[oa](?: e[lm])?|data|verzonden)\s?:/i;
const INLINE_TO = /\s(?:to|an|à|para|aan)\s?:/i;
const INLINE_SUBJECT = /\s(?:subject|betreff|objet|asunto|assunto|onderwerp)\s?:/i;

/** The whole block on one line, as flattened mail has it. */
function isInlineBlock(line: string): boolean {
	const head = patternHead(line);
	return (
		head.includes('@') &&
		INLINE_SENT.test(head) &&
		INLINE_TO.test(head) &&
		INLINE_SUBJECT.test(head)
	);
}

const ORIGINAL =
	/^[-_*\s]{2,40}(?:original message|original appointment|reply message|urspr[üu]ngliche (?:nachricht|mail)|originalnachricht|message d['’]origine|message original|mensaje original|mensagem original|oorspronkelijk bericht|messaggio originale)[-_*\s:]{0,40}$/i;
const FORWARDED =
	/^[-_*>\s]{0,40}(?:begin forwarded message|forwarded message|forwarded by .{1,80}|weitergeleitete nachricht|anfang der weitergeleiteten (?:nachricht|e-?mail)|message transf[ée]r[ée]|d[ée]but du message (?:r[ée]exp[ée]di[ée]|transf[ée]r[ée])|mensaje reenviado|inicio del mensaje reenviado|mensagem (?:encaminhada|reencaminhada)|in[íi]cio da mensagem (?:encaminhada|reencaminhada)|doorgestuurd bericht|begin doorgestuurd bericht|messaggio inoltrato|inizio messaggio inoltrato)\s{0,5}:?[-_*\s]{0,40}$/i;
/** What helpdesks put above the conversation in their notifications, in the language of the account. */
const REPLY_ABOVE =
	/^[-–—#=*_<>\s]{0,40}(?:please\s|bitte\s|veuillez\s|por favor,?\s)?(?:(?:type|write|enter|add|reply|respond|post)\b.{0,40}\babove this line|(?:geben|schreiben|antworten)\b.{0,60}\b(?:über|oberhalb) dieser (?:zeile|linie)|(?:r[ée]pondez|r[ée]pondre|saisissez|saisir|[ée]crivez|[ée]crire|entrer|inscrire|taper|tapez)\b.{0,60}\bau-dessus de cette ligne|(?:escriba|escribe|responda|responde|ingrese|introduzca)\b.{0,60}\b(?:encima|arriba|por encima) de esta l[íi]nea|(?:escreva|digite|responda|insira)\b.{0,60}\bacima d(?:esta|essa) linha|(?:typ|schrijf|antwoord|reageer|plaats)\b.{0,60}\bboven deze (?:regel|lijn))/i;
const ZENDESK_DELIMITER = /^#{2}-.{1,200}-#{2}$/;

/** What a separator line says of the lines after it. */
export function separatorAt(line: string): 'original' | 'forwarded' | 'replyAbove' | undefined {
	if (line.length > 220) return undefined;
	const head = patternHead(line);
	if (ZENDESK_DELIMITER.test(head)) return 'replyAbove';
	if (ORIGINAL.test(head)) return 'original';
	if (FORWARDED.test(head)) return 'forwarded';
	if (head.length <= 140 && REPLY_ABOVE.test(head)) return 'replyAbove';
	return undefined;
}

const ANY_SEPARATOR =
	/(?:^|\n)[^\S\n]*(?:##-|[-_*]{2}[-_* \t]{0,60}[a-zà-ÿ])|\b(?:from|von|de|van|da|expéditeur|remitente|afzender)\s?:|forwarded|weitergeleitet|transf[ée]r|r[ée]exp[ée]di|reenviado|encaminhada|doorgestuurd|inoltrato|this line|dieser (?:zeile|linie)|cette ligne|esta l[íi]n[he]a|essa linha|deze (?:regel|lijn)/i;

/** Whether the text may have a header block or separator; a cheap test before the costly ones. */
export function mayHaveSeparator(text: string): boolean {
	return ANY_SEPARATOR.test(text);
}
