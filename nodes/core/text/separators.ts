import { pattern } from '../values/tables';
import { patternHead } from './lines';

/** The lines by which mail clients and helpdesks set off older mail. */

const ORIGINAL = pattern('i')`
	^[-–—_*=\s]{2,40}(?:original message|original appointment|reply message|
	urspr[üu]ngliche (?:nachricht|mail)|originalnachricht|antwort nachricht|message d['’]origine|
	message original|mensaje original|mensagem original|oorspronkelijk bericht|messaggio originale|
	oprindelig (?:meddelelse|besked))[-–—_*=\s:]{0,40}$
`;
const FORWARDED = pattern('i')`
	^[-–—_*=>\s]{0,40}(?:begin forwarded message|forwarded message|forwarded by .{1,80}|
	weitergeleitete nachricht|anfang der weitergeleiteten (?:nachricht|e-?mail)|message transf[ée]r[ée]|
	d[ée]but du message (?:r[ée]exp[ée]di[ée]|transf[ée]r[ée])|mensaje reenviado|
	inicio del mensaje reenviado|mensagem (?:encaminhada|reencaminhada)|
	in[íi]cio da mensagem (?:encaminhada|reencaminhada)|doorgestuurd bericht|begin doorgestuurd bericht|
	messaggio inoltrato|inizio messaggio inoltrato)\s{0,5}:?[-–—_*=\s]{0,40}$
`;
/** What helpdesks put above the conversation in their notifications, in the language of the account. */
const REPLY_ABOVE = pattern('i')`
	^[-–—#=*_<>\s]{0,40}(?:please\s|bitte\s|veuillez\s|por favor,?\s)?(?:(?:type|write|enter|add|reply|
	respond|post)\b.{0,40}\babove this line|(?:geben|schreiben|antworten)\b.{0,60}\b(?:über|
	oberhalb) dieser (?:zeile|linie)|(?:r[ée]pondez|r[ée]pondre|saisissez|saisir|[ée]crivez|[ée]crire|
	entrer|inscrire|taper|tapez)\b.{0,60}\bau-dessus de cette ligne|(?:escriba|escribe|responda|
	responde|ingrese|introduzca)\b.{0,60}\b(?:encima|arriba|por encima) de esta l[íi]nea|(?:escreva|
	digite|responda|insira)\b.{0,60}\bacima d(?:esta|essa) linha|(?:typ|schrijf|antwoord|reageer|
	plaats)\b.{0,60}\bboven deze (?:regel|lijn))
`;
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

/** A line of dashes or underscores, also with a few words within, as clients put above header fields. */
export function isRule(text: string): boolean {
	return (
		text.length <= 100 &&
		/^(?:[-_*=]{10,80}|[-_*]{3,40}\s?\p{L}[^-_]{1,40}[-_*]{3,40})$/u.test(text)
	);
}
