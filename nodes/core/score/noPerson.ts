import { pattern } from '../values/tables';

/**
 * Texts that no customer stands behind, besides the absence notes and bounces that cleaning knows: offers, newsletters,
 * calendars, monitors, parcels, no-reply answers. Every kind needs several traits, since customers write about all of
 * them. Six languages; read in lower case.
 */

export type NoPersonReason =
	| 'auto-reply'
	| 'bounce'
	| 'calendar'
	| 'monitoring'
	| 'newsletter'
	| 'no-reply'
	| 'notification'
	| 'phishing'
	| 'parcel'
	| 'sales-mail'
	| 'bot-greeting';

/** In front of the reason in `sentiment.flags`. */
export const NO_PERSON_FLAG = 'no-person';

/** Whether the flags of a score say that no customer stands behind the text. */
export function hasNoPerson(flags: readonly string[]): boolean {
	return flags.some((flag) => flag.startsWith(NO_PERSON_FLAG));
}

/** What a machine writes is short, and it is told by how it begins. */
const MOST_READ = 3_000;

const FIRST_PERSON =
	/(?<![\p{L}'])(?:i|i'm|i've|my|me|ich|mich|mir|mein\w*|je|j'ai|mon|ma|mes|yo|mi|mis|eu|meu|minha|ik|mijn)(?![\p{L}'])/u;
const WE =
	/(?<![\p{L}'])(?:we|we've|our|us|wir|unser\w*|uns|nous|notre|nos|nosotros|nuestr\w*|nós|noss\w*|wij|onze?|ons)(?![\p{L}'])/u;

const CALENDAR_START = pattern()`
	^(?:accepted|declined|tentative(?:ly accepted)?|invitation|updated invitation|cancell?ed event|
	new event|zugesagt|abgesagt|mit vorbehalt|angenommen|abgelehnt|einladung|termin abgesagt|accepté|
	acceptée|refusé|refusée|provisoire|invitation mise à jour|aceptad[oa]|rechazad[oa]|provisional|
	invitación|aceit[oa]|recusad[oa]|convite|geaccepteerd|geweigerd|afgewezen|voorlopig|uitnodiging)\s?:
`;
const CALENDAR_TRAIT = pattern()`
	@ (?:mon|tue|wed|thu|fri|sat|sun)|\b\d{1,2}[:.h]\d{2}\b|(?:hat die einladung|has (?:accepted|
	declined)|a accepté|a refusé|ha aceptado|ha rechazado|aceitou|recusou|heeft (?:uw|je|de|
	deze) uitnodiging)|(?:this|the|your|die|cette|la|o|de) (?:invitation|einladung|invitación|convite|
	uitnodiging)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|
	mittwoch|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miércoles|jueves|viernes|segunda|terça|
	quarta|quinta|sexta|maandag|dinsdag|woensdag|donderdag|vrijdag
`;

const NO_REPLY: readonly RegExp[] = [
	pattern()`
		no-?reply (?:e-?mail )?(?:address|mailbox)|(?:please )?do not (?:reply|respond) to this (?:e-?mail|
		message)|replies to this (?:e-?mail|address) are not (?:read|monitored)|
		antworten sie (?:bitte )?nicht auf diese|bitte nicht auf diese (?:e-?mail|nachricht) antworten|
		(?:merci de )?ne pas répondre à ce|no responda a este|não responda a est[ea]|
		niet (?:op deze e-?mail|op dit bericht) (?:te )?(?:antwoorden|beantwoorden)|
		gelieve niet te antwoorden
	`,
	pattern()`
		(?:mailbox|inbox|address|e-?mail account|postfach|boîte|buzón|caixa|mailadres|postvak) (?:is|wird|
		ist|n'est|no|não|wordt)(?: \S+){0,3} (?:monitored|read|used|in use|überwacht|gelesen|consultée|lue|
		supervisad[oa]|leíd[oa]|monitorad[oa]|lid[oa]|gelezen|bewaakt)|unmonitored|
		nicht überwachtes postfach
	`,
	pattern()`
		(?:this is an|this) (?:automated|automatic|auto-?generated) (?:message|e-?mail|reply|notification)|
		automatically generated|(?:diese|dies ist eine) (?:e-?mail|nachricht)? ?(?:wurde )?automatisch|
		automatisch (?:erzeugt|erstellt|generiert|verzonden|gegenereerd)|message automatique|
		généré automatiquement|mensaje automático|generado automáticamente|mensagem automática|
		gerad[oa] automaticamente|automatisch bericht
	`,
	pattern()`
		no longer (?:works?|working|with|employed)|has left (?:the company|us)|arbeitet nicht mehr|
		nicht mehr (?:bei|für) uns|unternehmen verlassen|ne travaille plus|a quitté (?:la société|
		l'entreprise)|ya no trabaja|no forma parte|já não trabalha|não trabalha mais|werkt niet (?:meer|
		langer)|niet langer werkzaam
	`,
	pattern()`
		(?:office|offices|büro|bureaux?|oficinas?|escritórios?|kantoor) (?:is|are|will be|ist|bleibt|sont|
		seront|están|estará|estarão|is|zijn) (?:closed|geschlossen|fermés?|cerrad[oa]s?|fechad[oa]s?|
		gesloten)
	`,
	pattern()`
		(?:cannot|can't|unable to|nicht|ne pouvons pas|no podemos|não podemos|kunnen (?:uw|
		je) .{0,20}niet) (?:handle|process|answer|read|bearbeite\w*|beantworte\w*|traiter|procesar|
		processar|verwerken|beantwoorden)
	`,
	pattern()`
		\b(?:please (?:contact|write to|use|visit)|wenden sie sich|kontaktieren sie|veuillez (?:contacter|
		écrire)|póngase en contacto|contacte|entre em contato|neem contact op)\b
	`,
	pattern()`
		\buntil (?:\d|mon|tues|wednes|thurs|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|
		\bbis (?:zum )?\d|jusqu'au|hasta el|até (?:o dia )?\d|\btot (?:en met )?\d
	`,
];

const NEWSLETTER: readonly RegExp[] = [
	pattern()`
		unsubscribe|abmelden|abbestellen|newsletter abbestell|se désabonner|désinscri|darse de baja|
		cancelar (?:la )?suscripción a|descadastr|cancelar inscrição|uitschrijven|afmelden
	`,
	pattern()`
		view (?:this e-?mail )?(?:it )?in (?:your )?browser|im browser (?:ansehen|anzeigen|öffnen)|(?:voir|
		afficher|ouvrir) dans (?:le|votre) navigateur|ver en (?:el|tu|su) navegador|ver no navegador|
		bekijk (?:deze mail )?in (?:je|uw) browser
	`,
	pattern()`
		you(?:'re| are) receiving this|you (?:get|got) this (?:e-?mail|message) because|
		you received this e-?mail because|sie erhalten diese|vous recevez (?:cet|ce)|recibe este|
		recibes este|você recebeu este|está recebendo este|je ontvangt deze|u ontvangt deze
	`,
	pattern()`
		(?:in this (?:issue|edition)|your (?:weekly|monthly|daily) (?:\w+ )?(?:report|digest|update|
		newsletter|roundup)|this (?:week|month): |hello from the|in dieser ausgabe|ihr(?:e)? wöchentlich|
		dans ce numéro|en esta edición|nesta edição|in deze editie|what's new in|an offer you shouldn't)
	`,
	pattern()`
		(?:register now|sign up today|read more|shop now|learn more|jetzt anmelden|mehr erfahren|
		weiterlesen|en savoir plus|inscrivez-vous|regístrate|leer más|saiba mais|inscreva-se|lees meer|
		meld je aan)
	`,
];

const MONITORING: readonly RegExp[] = [
	/^\[?(?:firing|resolved|alert|problem|recovery|critical|warning|uptime|down|up|ok|incident)\b[^\n]{0,20}[\]:]/,
	pattern()`
		monitor (?:is )?(?:down|up)|your monitor|host(?:name)?: |service: |(?:state|status|severity|
		priority): (?:critical|warning|ok|down|up|high|p\d)|alertmanager|nagios|zabbix|pagerduty|
		uptimerobot|pingdom|statuspage|grafana
	`,
	pattern()`
		(?:down|triggered|started|opened|resolved) (?:since|at|on):? ?\d{4}-\d\d|incident #?\d+|threshold|
		notified when|http \d{3}\b.{0,30}(?:since|down)|response time
	`,
];

const PARCEL: readonly RegExp[] = [
	pattern()`
		\b(?:your (?:parcel|package|shipment|delivery|order)|deliver parcel)\b|(?:ihr|dein) paket|
		ihre sendung|votre (?:colis|livraison)|(?:su|tu) (?:paquete|envío|pedido)|(?:sua|seu) (?:encomenda|
		pacote|pedido)|(?:uw|je) (?:pakket|zending|bestelling)
	`,
	pattern()`
		tracking (?:number|code)|track (?:your|the) (?:parcel|package|order)|sendungsnummer|
		sendungsverfolgung|numéro de suivi|suivre (?:votre|le) colis|número de seguimiento|código de rastre|
		volgnummer|track ?& ?trace
	`,
	pattern()`
		(?:has been|was|will be|wird|wurde|a été|sera|ha sido|será|foi|wordt|is|
		could not be) (?:\S+ ){0,2}(?:delivered|dispatched|shipped|arriving|zugestellt|versandt|livré|
		expédié|entregad[oa]|enviad[oa]|entregue|bezorgd|verzonden)|out for delivery|in zustellung|
		could not be delivered|tried to deliver|nobody was at home|pick-up point
	`,
];

const SALES: readonly RegExp[] = [
	pattern()`
		\b(?:your|ihre|eure|votre|su|seu|sua|uw|jullie) (?:web ?site|site|webseite|homepage|business|
		company|brand|domain|online presence|google ranking|unternehmen|entreprise|sitio web|página web|
		empresa|negocio|negócio|bedrijf)\b
	`,
	pattern()`
		\b(?:we|our (?:team|agency|company|experts)|i) (?:can |could |will )?(?:help|offer|provide|
		speciali[sz]e|build|design|develop|fix it|deliver|boost|increase|improve|grow)\b|\b(?:wir|
		unser team) (?:können |bieten|helfen|erstellen|optimieren|entwickeln|steigern)|nous (?:pouvons|
		proposons|offrons|créons|aidons)|(?:podemos|ofrecemos|ayudamos|creamos|oferecemos|ajudamos|
		criamos)\b|wij (?:kunnen|bieden|helpen|maken|bouwen)
	`,
	pattern()`
		\b(?:seo|backlinks?|guest posts?|first page|page one|more (?:traffic|leads|customers|clients|sales)|
		lead generation|cold calls?|search engines?|google rank\w*|web design|mobile apps?|outsourc\w+|
		virtual assistants?|e-?mail lists?|mehr (?:besucher|kunden|umsatz)|suchmaschinen\w*|
		plus de (?:trafic|clients)|référencement|más (?:clientes|ventas|tráfico)|posicionamiento|
		mais (?:clientes|vendas)|meer (?:klanten|bezoekers)|vindbaarheid)\b
	`,
	pattern()`
		\b(?:losing (?:customers|clients|sales|visitors|money)|(?:are|is) you(?:r)? (?:\w+ )?(?:losing|
		struggling|tired)|critical errors on your|serious issues|to competitors|verlieren sie (?:kunden|
		umsatz)|verlieren kunden|perdez(?:-vous)? des (?:clients|ventes)|pierde clientes|perdendo clientes|
		verliest u klanten|klanten verliezen)
	`,
	pattern()`
		\b(?:free (?:audit|consultation|quote|trial|analysis|demo|proposal|estimate)|
		kostenlos\w* (?:analyse|beratung|angebot|erstgespräch)|audit gratuit|devis gratuit|(?:auditoría|
		consulta|análisis) gratis|(?:auditoria|análise|consulta) gratuita|gratis (?:analyse|adviesgesprek|
		offerte)|special offer|limited offer|discount|best price|affordable)\b
	`,
	pattern()`
		\b(?:quick (?:call|chat)|(?:10|15|20|30)[- ]?min(?:ute)?s? (?:call|chat)|book a (?:call|demo|
		meeting)|schedule a (?:call|demo)|reply (?:"?yes|with)|interested\?|would you be (?:open|
		interested)|let me know if you(?:'d| would) (?:like|be)|kurzes (?:telefonat|gespräch)|court appel|
		breve llamada|chamada rápida|kort (?:belletje|gesprek)|act now|renew here|final notice|
		unless you act)\b
	`,
	pattern()`
		\b(?:dear (?:owner|sir|madam|business owner|webmaster)|hi (?:there )?(?:owner|webmaster)|
		i (?:came across|found|visited|was looking at) your|we(?:'ve| have)? (?:found|noticed|checked|
		reviewed) (?:\S+ )?(?:\S+ )?(?:errors|issues|problems)|i hope this (?:e-?mail|message) finds you)\b
	`,
];

/** Traits of offers that come in any number. */
const OFFERS: readonly RegExp[] = [
	/\btired of\b[^.!?\n]{0,40}\?|\b(?:losing sleep|killing your)\b[^.!?\n]{0,40}\?/,
	/\b(?:i'd love to show|open to a (?:quick )?(?:call|chat)|shall i send|floating this|following up on my last|happy to share)\b/,
	pattern()`
		\b(?:\d+ ?% off|(?:sale|offer) ends|don't miss out|last chance|terms apply|boost your|stop wasting|
		partnership opportunity|leading (?:offshore|provider|agency)|never sleeps|most (?:companies|smbs)|
		our experts|free trial\. regards)\b
	`,
];

const NOTIFICATION: readonly RegExp[] = [
	pattern()`
		\b(?:jenkins|dependabot|dmarc|backup\w*|fax|voicemail|calendar|mail system|mail receiver|
		visitor #?\d+|candidate|rma \d+|new mentions?|survey)\b|\[auto\]
	`,
	pattern()`
		\bsent by |(?:don't|do not) (?:need to )?(?:reply|resend)|please ignore this message|
		automatic reminder|(?:this is an? )?(?:automatic|automated|aggregate) (?:message|report|reminder)|
		turn off these|manage your preferences|you get this mail because|see attachment|
		open in (?:the )?(?:portal|app)|in the app\b|assigned the number|has been recorded|
		removed from your calendar|to fix \d+ alerts?|automatisch erzeugt|attached you'll find
	`,
	pattern()`
		\b(?:failed|result|reason|report id|pages|quality|organizer|task|name|status|dauer|when): |
		build (?:failed|aborted)|\btests? failed|event has been cancel|(?:you've|you have) received an?|
		your (?:message|answer) has been|closed due to inactivity|mentioned you|
		we found a critical severity|days overdue|has applied via
	`,
];

const PHISHING: readonly RegExp[] = [
	/\b(?:verify|confirm|update) your (?:password|card|account|identity|payment)|click here|act now|unless you (?:act|verify)/,
	pattern()`
		\byour (?:mailbox|account|domain|e-?mail) (?:has been|is|will be|expires)\b|unusual activity|
		final (?:warning|notice)|to avoid (?:termination|suspension)|within \d+ hours
	`,
	/\bdear (?:user|customer|client)\b|\b(?:suspended|terminated|expires?|99% full|cancelled and your)\b/,
];

const GREETING = pattern()`
	^(?:(?:hi|hello|hey|welcome|hallo|willkommen|bonjour|bienvenue|hola|olá|oi|hoi|
	welkom)\b[^?\n]{0,120})?(?:how (?:can|may) (?:i|we) help|what can (?:i|we) (?:do|help)|wie (?:kann|
	können) (?:ich|wir) (?:dir|ihnen|euch)? ?(?:weiter)?helfen|comment (?:puis-je|
	pouvons-nous) vous aider|(?:en qué|cómo) (?:puedo|podemos) ayudar|como (?:posso|podemos) ajudar|
	(?:waarmee|hoe) (?:kan ik|kunnen we))[^?\n]{0,40}\?\s*$
`;

const count = (traits: readonly RegExp[], text: string): number =>
	traits.reduce((sum, trait) => sum + (trait.test(text) ? 1 : 0), 0);

/**
 * Why no customer stands behind a text; undefined when nothing speaks for it.
 * @param text subject and newly written body, as cleaned
 * @param flags of the cleaned text
 */
export function noPersonReason(text: string, flags: readonly string[]): NoPersonReason | undefined {
	if (flags.includes('auto-reply')) return 'auto-reply';
	if (flags.includes('bounce')) return 'bounce';
	if (text.length > MOST_READ) return undefined;
	const plain = text
		.toLowerCase()
		.replace(/[\u2018\u2019]/g, "'")
		.trim();
	if (CALENDAR_START.test(plain) && CALENDAR_TRAIT.test(plain)) return 'calendar';
	if (GREETING.test(plain)) return 'bot-greeting';
	const isPersonal = FIRST_PERSON.test(plain);
	if (!isPersonal && count(NO_REPLY, plain) >= 2) return 'no-reply';
	if (!isPersonal && !WE.test(plain)) {
		if (count(MONITORING, plain) >= 2) return 'monitoring';
		if (count(PARCEL, plain) >= 2) return 'parcel';
	}
	if (!isPersonal && count(NEWSLETTER, plain) >= 2) return 'newsletter';
	if (!isPersonal && count(NOTIFICATION, plain) >= 2) return 'notification';
	if (!isPersonal && count(PHISHING, plain) >= 3) return 'phishing';
	return count(SALES, plain) + count(OFFERS, plain) >= 3 ? 'sales-mail' : undefined;
}
