import { pattern } from '../values/tables';

/**
 * Messages that no one wrote by hand, told from subject and first words. English, German, French,
 * Spanish, Portuguese and Dutch; the subjects are the ones that Exchange, Gmail, Postfix, Exim,
 * qmail and Amazon SES send.
 */

const AUTO_REPLY_SUBJECT = pattern('i')`
	^(?:auto(?:matic|mated)?[ -]?(?:reply|response|answer)|autoreply|autoresponder|
	out of (?:the )?office|ooo\s?[:-]|(?:on )?(?:vacation|annual leave|parental leave|
	maternity leave)\s?[:-]|away from (?:the )?office|automatische (?:antwort|r[üu]ckantwort)|
	abwesenheits(?:notiz|meldung|nachricht|assistent)|abwesenheit\s?[:-]|abwesend\s?[:-]|
	nicht im b[üu]ro|r[ée]ponse automatique|absence du bureau|message d[’']absence|en cong[ée]s?\s?[:-]|
	absent du bureau|respuesta autom[áa]tica|fuera de (?:la )?oficina|ausencia de la oficina|
	resposta autom[áa]tica|fora do escrit[óo]rio|aus[êe]ncia (?:tempor[áa]ria|do escrit[óo]rio)|
	automatisch (?:antwoord|bericht)|automatische (?:beantwoording|reactie)|afwezigheids(?:bericht|
	melding|assistent)|afwezig(?:heid)?\s?[:-]|niet op kantoor)
`;

/** Sentences that open an automatic reply. Tried at the beginning of the first sentences only. */
const AUTO_REPLY_OPENING = pattern('i')`
	^(?:(?:hi|hello|hallo|bonjour|hola|ol[áa]|dear \w+|guten tag|goedendag|
	beste \w+)[,!.]?\s{0,3})?(?:(?:thank you|thanks) for (?:your|the) (?:e-?mail|
	message)[.,!]?\s{1,3}(?:i|we)(?:['’]?m| am| are|['’]re|['’]ll be| will be)?\s(?:currently |now |
	presently )?(?:out (?:of (?:the )?office|until|today|this week)|away(?! from (?!(?:my |
	the )?(?:desk|office|e-?mails?|work|keyboard)))|on (?:annual |parental |maternity |sick )?(?:leave|
	vacation|holiday)|not in (?:the )?office)|i (?:am|
	will be)(?: currently| now)? (?:out of (?:the )?office|away from (?:the )?office|on (?:annual |
	parental |maternity |sick |paid )?(?:leave|vacation|holidays?))|(?:this is an?|
	please note that this is an?) (?:auto(?:matic(?:ally)?|mated)?[ -]?)(?:generated )?(?:reply|
	response|message|e-?mail|notification)|this (?:e-?mail|message) (?:was|
	has been) (?:sent )?automatically|(?:please )?do not reply to this (?:e-?mail|message)|
	(?:vielen dank|danke) f[üu]r ihre (?:e-?mail|nachricht|mail)[.,!]?\s{1,3}(?:ich bin|wir sind|
	unser b[üu]ro)\s.{0,40}(?:nicht (?:im (?:b[üu]ro|haus|dienst)|erreichbar|anwesend)|abwesend|
	\bim urlaub|au[ßs]er haus|geschlossen)|ich bin (?:derzeit |momentan |zurzeit |aktuell |vom .{1,40}|
	bis .{1,40}|ab .{1,40}){0,2}(?:nicht (?:im (?:b[üu]ro|haus)|erreichbar)|abwesend|im urlaub|
	au[ßs]er haus)|(?:dies|das) ist eine automatisch|diese (?:e-?mail|nachricht) wurde automatisch|
	je suis (?:actuellement |pr[ée]sentement )?(?:absente?|en (?:cong[ée]s?|vacances)|hors du bureau)|
	merci pour votre (?:message|e-?mail|courriel)[.,!]?\s{1,3}je (?:suis|
	serai) (?:actuellement )?(?:absent|en cong)|(?:ceci|ce message) est (?:un (?:message|e-?mail) |
	une r[ée]ponse )?(?:g[ée]n[ée]r[ée] )?automatique|estoy (?:actualmente |
	de )?(?:fuera de (?:la )?oficina|vacaciones|ausente)|me encuentro (?:fuera de (?:la )?oficina|
	de vacaciones|ausente)|(?:este es un|esta es una) (?:mensaje|correo|respuesta) autom[áa]tic|
	estou (?:atualmente |de |em )?(?:fora do escrit[óo]rio|f[ée]rias|ausente)|(?:esta [ée] uma|
	este [ée] um) (?:resposta|mensagem|e-?mail) autom[áa]tic|ik ben (?:momenteel |tot .{1,40}|
	van .{1,40}|op dit moment ){0,2}(?:afwezig|niet op kantoor|met (?:verlof|vakantie)|op vakantie|
	niet aanwezig)|(?:bedankt|dank) voor (?:uw|je) (?:e-?mail|
	bericht)[.,!]?\s{1,3}ik ben .{0,40}(?:afwezig|niet (?:op kantoor|aanwezig|bereikbaar)|met (?:verlof|
	vakantie)|op vakantie)|dit is een automatisch)
`;

const BOUNCE_SUBJECT = pattern('i')`
	^(?:undelivered mail returned(?: to (?:the )?sender)?|undeliver(?:able|ed)(?: mail)?|
	delivery status notification|mail delivery (?:failed|failure|subsystem|system)|mail system error|
	failure notice|returned mail|non.?delivery (?:report|notification)|unzustellbar|nicht zustellbar|
	unzustellbarkeitsbericht|zustellung fehlgeschlagen|non remis|[ée]chec de (?:la )?remise|
	message non distribu[ée]|notification d[’']?[ée]tat de remise|no se (?:puede|pudo|
	ha podido) entregar|notificaci[óo]n de estado de entrega|n[ãa]o (?:foi poss[íi]vel entregar|
	entregue|[ée] poss[íi]vel entregar)|notifica[çc][ãa]o de (?:status|estado) de entrega|onbestelbaar|
	kan niet worden bezorgd)
`;
/** What also goes wrong with parcels and with the mail that the product sends. */
const DELIVERY_SUBJECT = pattern('i')`
	^(?:delivery (?:has )?fail(?:ed|ure)|returned to sender|message (?:not delivered|undeliverable|
	delivery failure)|no entregado|error de entrega|falha (?:na|de) entrega|niet bezorgd|
	bezorging mislukt|[ée]chec de (?:la )?(?:livraison|distribution))
`;

const BOUNCE_BODY = pattern('i')`
		this is the mail system at host|this message was created automatically by mail delivery|
		hi\. this is the qmail-send program|the following addresses had permanent fatal errors|(?:^|
		\n)\s{0,20}(?:final-recipient|diagnostic-code)\s?:|\b(?:message|nachricht|mail|mensaje|
		mensagem|bericht) (?:to|an|[àa]|para|
		aan) [<"'*]{0,3}[\w.+-]{1,64}@[\w.-]{1,100}[>"'*]{0,3} (?:couldn['’]t|could not|wasn['’]t|
		was not|konnte nicht|n['’]a pas pu|no se ha podido|n[ãa]o p[ôo]de|kan niet|kon niet)[ ]
	`;
/** What a customer may say of the product's mail: a bounce only next to a mail server's words. */
const NOT_DELIVERED = pattern('i')`
	delivery to the following recipients? (?:has been )?(?:failed|delayed)|
	an error occurred while trying to deliver the mail|(?:couldn['’]t|could not|wasn['’]t|
	was not) (?:be )?delivered|konnte nicht zugestellt werden|n['’]a pas pu [êe]tre remis|
	no se ha podido entregar|n[ãa]o p[ôo]de ser entregue|kan niet worden bezorgd
`;
const MAIL_SERVER = pattern('i')`
	\bpostmaster\b|mailer-daemon|\b[45]\d\d[ -]#?\d\.\d{1,3}\.\d{1,3}|#\d\.\d{1,3}\.\d{1,3}|
	\bremote (?:mail )?server (?:returned|replied|responded)|final-recipient|diagnostic-code
`;

/** Mail programs put the answered subject after a colon and a reason in brackets. */
const MARKED_TAIL =
	/^\s?:|^\s\([^()]{1,40}\)$|^\s(?:until|till|from|bis|vom|ab|jusqu|du|hasta|del?|at[ée]|tot|van|vanaf)\b.{0,30}\d/i;
const OPEN_TAIL = /^\s?[.!]?$|^\s[-–—]/;

/** When someone is back, who else answers, that no one reads this. */
const SECOND_TRAIT = pattern('i')`
	\b(?:until|till|back|returning|return|bis|ab dem|hasta|vuelt[ao]|regres[oa]r?[ée]?|volt[ao]|
	retorn[oa]|retornarei|tot(?: en met)?|terug|vanaf|wieder|retour|reviens|partir du)\b.{0,25}(?:\d|
	further notice|auf weiteres|tomorrow|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|
	donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|mi[ée]rcoles|
	jueves|viernes|segunda|ter[çc]a|quarta|quinta|sexta|maandag|dinsdag|woensdag|donderdag|vrijdag)|
	(?:jusqu|at[ée]\s).{0,25}\d|\b(?:urgent|emergency|dringend|d[’']urgence|urgence|urgencia|
	urg[êe]ncia|spoed)\b.{0,60}(?:@|\b(?:contact|call|wenden|kontakt|anrufen|adresse|contacte|llame|
	ligue|contacteer)|\+?\d{3})|\b(?:contact|reach(?: out to)?|wenden sie sich(?: bitte)? an|contacter|
	contacte|neem contact op met)\s(?!me\b|us\b|mich|uns\b|moi|nous|mij|ons\b).{0,60}@|\b(?:limited|no|
	without|sporadic) access to (?:my |our )?(?:e-?mails?|mail|messages|phone)|(?:do not|don['’]t|nicht|
	ne pas|pas|no|n[ãa]o|niet) (?:reply|antworten|r[ée]pondre|respond[ae]|beantwoorden)|\b(?:will|
	shall) (?:reply|respond|answer|get back|be (?:answered|read|back))\b|nicht weitergeleitet|
	not monitored|unmonitored|unattended|(?:has been|was) received|we (?:have )?received your
`;
/** For "do not reply", which customers write too. */
const MACHINE = /automat|generated|monitored|unattended|no-?reply/i;

/** Where the opening sentences of a message are looked for. */
const OPENING_LENGTH = 400;
/** A reply by machine is short; a complaint that mentions one is not begun by it. */
const MAX_AUTO_REPLY_LENGTH = 2_500;

/** A word that every opening above has; a cheap test before the costly one. */
const ANY_OPENING = pattern('i')`
	office|away|leave|vacation|holiday|automat|auto-|not reply|abwesen|b[üu]ro|haus|urlaub|erreichbar|
	geschlossen|absent|cong[ée]|vacances|oficina|vacaciones|ausente|escrit[óo]rio|f[ée]rias|afwezig|
	kantoor|verlof|vakantie|aanwezig|generated|not in
`;

/** No absence note complains; missing one costs less than hiding a furious ticket. */
const COMPLAINT = pattern('iu')`
	(?<!\p{L})(?:lost|refund|cancel|lawyer|charged|outage|broken|crash|unacceptable|furious|k[üu]ndig|
	verloren|gel[öo]scht|anwalt|kaputt|r[ée]sili|rembours|avocat|perdu|cancelar|reembols|abogado|
	advogado|perd[ei]|opzeg|kapot|advocaat)
`;

/** How far behind its opening the second trait of an automatic reply stands. */
const TRAIT_REACH = 250;

function isAutoReply(opening: string, rest: string): boolean {
	if (/^(?:please )?do not reply/i.test(opening))
		return /^\s?[.,;)]/.test(rest) && MACHINE.test(rest);
	// Thanks for a mail and absence, or the dates of absence, are two traits already.
	if (/^(?:.{0,30}\b)?(?:thanks?|vielen dank|danke|merci|bedankt|dank) /i.test(opening))
		return true;
	if (/^.{0,40}\b(?:vom|bis|ab|tot|van) .{0,40}\d/i.test(opening)) return true;
	if (/^[\p{L}\s]{0,20}[.!]?\s*$/u.test(rest)) return true;
	return SECOND_TRAIT.test(rest.slice(0, TRAIT_REACH));
}

function opensLikeAutoReply(body: string): boolean {
	const head = body.slice(0, OPENING_LENGTH);
	if (!ANY_OPENING.test(head)) return false;
	let start = 0;
	for (let sentence = 0; sentence < 3 && start < head.length; sentence++) {
		const rest = head.slice(start);
		const trimmed = rest.trimStart();
		const words = body.slice(start, start + 2 * OPENING_LENGTH).trimStart();
		const line = words.replace(/\s+/g, ' ');
		const opening = AUTO_REPLY_OPENING.exec(line)?.[0];
		if (opening !== undefined && isAutoReply(opening, line.slice(opening.length))) return true;
		const boundary = /[.!?,\n]\s/.exec(trimmed);
		if (boundary === null) return false;
		start += rest.length - trimmed.length + boundary.index + 2;
	}
	return false;
}

/** How surely the subject is only the marker: "marked" as machines do, "open" as people may. */
function markerIn(pattern: RegExp, subject: string): 'marked' | 'open' | undefined {
	const marker = pattern.exec(subject)?.[0];
	if (marker === undefined) return undefined;
	const rest = subject.slice(marker.length);
	if (marker.endsWith(':') || MARKED_TAIL.test(rest)) return 'marked';
	return marker.endsWith('-') || OPEN_TAIL.test(rest) ? 'open' : undefined;
}

/**
 * "bounce" for a mail server's delivery report, "auto-reply" for an absence note or other automatic
 * answer. `subject` comes without reply marks, `body` as newly written. A person may write about
 * either, so that an opening needs a second trait.
 */
export function automaticFlags(subject: string, body: string): string[] {
	const head = body.slice(0, 4 * OPENING_LENGTH);
	const isServer = BOUNCE_BODY.test(head) || (NOT_DELIVERED.test(head) && MAIL_SERVER.test(head));
	if (isServer) return ['bounce'];
	const bounce = markerIn(BOUNCE_SUBJECT, subject);
	const isReport = body === '' || MAIL_SERVER.test(head);
	if (bounce === 'marked' || (bounce === 'open' && isReport)) return ['bounce'];
	if (isReport && markerIn(DELIVERY_SUBJECT, subject) !== undefined) return ['bounce'];

	const reply = markerIn(AUTO_REPLY_SUBJECT, subject);
	const isShort = body.length <= MAX_AUTO_REPLY_LENGTH;
	if (reply === 'marked') return ['auto-reply'];
	if (COMPLAINT.test(head)) return [];
	if (reply === 'open' && (body === '' || SECOND_TRAIT.test(body.slice(0, OPENING_LENGTH))))
		return ['auto-reply'];
	return isShort && opensLikeAutoReply(body) ? ['auto-reply'] : [];
}

/** Whether the flags of a cleaned text are those of mail that no person wrote. */
export function isMachineMail(flags: readonly string[]): boolean {
	return flags.includes('auto-reply') || flags.includes('bounce');
}
