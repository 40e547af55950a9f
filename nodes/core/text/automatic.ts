/**
 * Messages that no one wrote by hand, told from subject and first words. English, German, French,
 * Spanish, Portuguese and Dutch; the subjects are the ones that Exchange, Gmail, Postfix, Exim,
 * qmail and Amazon SES send.
 */

const AUTO_REPLY_SUBJECT =
	/^(?:auto(?:matic|mated)?[ -]?(?:reply|response|answer)|autoreply|autoresponder|out of (?:the )?office|ooo\s?[:-]|(?:on )?(?:vacation|annual leave|parental leave|maternity leave)\s?[:-]|away from (?:the )?office|automatische (?:antwort|r[üu]ckantwort)|abwesenheits(?:notiz|meldung|nachricht|assistent)|abwesenheit\s?[:-]|abwesend\s?[:-]|nicht im b[üu]ro|r[ée]ponse automatique|absence du bureau|message d[’']absence|en cong[ée]s?\s?[:-]|absent du bureau|respuesta autom[áa]tica|fuera de (?:la )?oficina|ausencia de la oficina|resposta autom[áa]tica|fora do escrit[óo]rio|aus[êe]ncia (?:tempor[áa]ria|do escrit[óo]rio)|automatisch (?:antwoord|bericht)|automatische (?:beantwoording|reactie)|afwezigheids(?:bericht|melding|assistent)|afwezig(?:heid)?\s?[:-]|niet op kantoor)/i;

/** Sentences that open an automatic reply. Tried at the beginning of the first sentences only. */
const AUTO_REPLY_OPENING =
	/^(?:(?:hi|hello|hallo|bonjour|hola|ol[áa]|dear \w+|guten tag|goedendag|beste \w+)[,!.]?\s{0,3})?(?:(?:thank you|thanks) for (?:your|the) (?:e-?mail|message)[.,!]?\s{1,3}(?:i|we)(?:['’]?m| am| are|['’]re|['’]ll be| will be)?\s(?:currently |now |presently )?(?:out|away|on (?:annual |parental |maternity |sick )?(?:leave|vacation|holiday)|not in)|i (?:am|will be)(?: currently| now)? (?:out of (?:the )?office|away from (?:the )?office|on (?:annual |parental |maternity |sick |paid )?(?:leave|vacation|holidays?))|(?:this is an?|please note that this is an?) (?:auto(?:matic(?:ally)?|mated)?[ -]?)(?:generated )?(?:reply|response|message|e-?mail|notification)|this (?:e-?mail|message) (?:was|has been) (?:sent )?automatically|(?:please )?do not reply to this (?:e-?mail|message)|(?:vielen dank|danke) f[üu]r ihre (?:e-?mail|nachricht|mail)[.,!]?\s{1,3}(?:ich bin|wir sind|unser b[üu]ro)\s.{0,40}(?:nicht|abwesend|urlaub|au[ßs]er haus|geschlossen)|ich bin (?:derzeit |momentan |zurzeit |aktuell |vom .{1,40}|bis .{1,40}|ab .{1,40}){0,2}(?:nicht (?:im (?:b[üu]ro|haus)|erreichbar)|abwesend|im urlaub|au[ßs]er haus)|(?:dies|das) ist eine automatisch|diese (?:e-?mail|nachricht) wurde automatisch|je suis (?:actuellement |pr[ée]sentement )?(?:absente?|en (?:cong[ée]s?|vacances)|hors du bureau)|merci pour votre (?:message|e-?mail|courriel)[.,!]?\s{1,3}je (?:suis|serai) (?:actuellement )?(?:absent|en cong)|(?:ceci|ce message) est (?:un (?:message|e-?mail) |une r[ée]ponse )?(?:g[ée]n[ée]r[ée] )?automatique|estoy (?:actualmente |de )?(?:fuera de (?:la )?oficina|vacaciones|ausente)|me encuentro (?:fuera de (?:la )?oficina|de vacaciones|ausente)|(?:este es un|esta es una) (?:mensaje|correo|respuesta) autom[áa]tic|estou (?:atualmente |de |em )?(?:fora do escrit[óo]rio|f[ée]rias|ausente)|(?:esta [ée] uma|este [ée] um) (?:resposta|mensagem|e-?mail) autom[áa]tic|ik ben (?:momenteel |tot .{1,40}|van .{1,40}|op dit moment ){0,2}(?:afwezig|niet op kantoor|met (?:verlof|vakantie)|op vakantie|niet aanwezig)|(?:bedankt|dank) voor (?:uw|je) (?:e-?mail|bericht)[.,!]?\s{1,3}ik ben|dit is een automatisch)/i;

const BOUNCE_SUBJECT =
	/^(?:undeliver(?:able|ed)\b|undelivered mail returned|delivery status notification|delivery (?:has )?fail(?:ed|ure)|mail delivery (?:failed|failure|subsystem|system)|mail system error|failure notice|returned mail|returned to sender|message (?:not delivered|undeliverable|delivery failure)|non.?delivery (?:report|notification)|unzustellbar|nicht zustellbar|unzustellbarkeitsbericht|zustellung fehlgeschlagen|non remis\b|[ée]chec de (?:la )?(?:remise|livraison|distribution)|message non distribu[ée]|notification d[’']?[ée]tat de remise|no se (?:puede|pudo|ha podido) entregar|no entregado|error de entrega|notificaci[óo]n de estado de entrega|n[ãa]o (?:foi poss[íi]vel entregar|entregue|[ée] poss[íi]vel entregar)|falha (?:na|de) entrega|notifica[çc][ãa]o de (?:status|estado) de entrega|onbestelbaar|niet bezorgd|bezorging mislukt|kan niet worden bezorgd)/i;
const BOUNCE_BODY =
	/this is the mail system at host|this message was created automatically by mail delivery|delivery to the following recipients? (?:has been )?(?:failed|delayed)|(?:your message|address)(?: to .{1,120})? (?:couldn['’]t|could not|wasn['’]t|was not) (?:be )?delivered|(?:wasn['’]t delivered to .{1,120} because)|hi\. this is the qmail-send program|the following addresses had permanent fatal errors|an error occurred while trying to deliver the mail|(?:^|\n)\s{0,20}(?:final-recipient|diagnostic-code)\s?:|konnte nicht zugestellt werden|n['’]a pas pu [êe]tre remis|no se ha podido entregar el mensaje|n[ãa]o p[ôo]de ser entregue|kan niet worden bezorgd aan/i;

/** Where the opening sentences of a message are looked for. */
const OPENING_LENGTH = 400;
/** A reply by machine is short; a complaint that mentions one is not begun by it. */
const MAX_AUTO_REPLY_LENGTH = 2_500;

/** A word that every opening above has; a cheap test before the costly one. */
const ANY_OPENING =
	/office|away|leave|vacation|holiday|automat|auto-|not reply|abwesen|b[üu]ro|haus|urlaub|erreichbar|geschlossen|absent|cong[ée]|vacances|oficina|vacaciones|ausente|escrit[óo]rio|f[ée]rias|afwezig|kantoor|verlof|vakantie|aanwezig|generated|not in/i;

function opensLikeAutoReply(body: string): boolean {
	const opening = body.slice(0, OPENING_LENGTH);
	if (!ANY_OPENING.test(opening)) return false;
	let start = 0;
	for (let sentence = 0; sentence < 3 && start < opening.length; sentence++) {
		const rest = opening.slice(start);
		const trimmed = rest.trimStart();
		if (AUTO_REPLY_OPENING.test(trimmed.replace(/\s+/g, ' '))) return true;
		const boundary = /[.!?,\n]\s/.exec(trimmed);
		if (boundary === null) return false;
		start += rest.length - trimmed.length + boundary.index + 2;
	}
	return false;
}

/**
 * "bounce" for a mail server's delivery report, "auto-reply" for an absence note or other automatic
 * answer. `subject` comes without reply marks, `body` as newly written.
 */
export function automaticFlags(subject: string, body: string): string[] {
	if (BOUNCE_SUBJECT.test(subject) || BOUNCE_BODY.test(body.slice(0, 4 * OPENING_LENGTH))) {
		return ['bounce'];
	}
	if (AUTO_REPLY_SUBJECT.test(subject)) return ['auto-reply'];
	if (body.length <= MAX_AUTO_REPLY_LENGTH && opensLikeAutoReply(body)) return ['auto-reply'];
	return [];
}
