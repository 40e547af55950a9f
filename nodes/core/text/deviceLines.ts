/**
 * The line that a phone or mail program puts under a mail: "Sent from my iPhone", "Get Outlook for
 * iOS". Nothing else may stand on it, since sentences begin with the same words.
 */

const SENT =
	/^(?:sent (?:from|via|with|using)|gesendet (?:von|mit|via|[üu]ber|aus)|envoy[ée]e? (?:d[e’']|depuis|[àa] partir|avec|via|par)|enviad[oa] (?:desde|d[eoa]|a partir|con|com|pel[oa]|por|via)|(?:verzonden|verstuurd) (?:vanaf|vanuit|met|via|van))(?!\p{L})/iu;
const SENT_GERMAN = /^(?:von meine[mr]?|diese nachricht wurde von)\s.{0,80}\sgesendet\.?$/i;
const PROGRAM = "(?:o |l[’'])?(?:microsoft )?(?:outlook|blue ?mail|proton ?mail|spark|yahoo mail)";
const SYSTEM =
	'(?:for|f[üu]r|pour|para|voor) (?:ios|android|iphone|ipad|mac|windows|mobile)(?: (?:und|and|et|y|e|en) (?:ios|android))?';
const GET = new RegExp(
	`^(?:(?:get|download|obtenir|obtenez|t[ée]l[ée]charge[rz]|obt[ée]n(?:er|ga)?|obter|obtenha|baix(?:e|ar)|descarg(?:ar?|ue)|holen sie sich|laden sie) ${PROGRAM} ${SYSTEM}|outlook ${SYSTEM}(?: (?:herunterladen|holen|abrufen|downloaden|ophalen))?)(?: herunter)?\\.?$`,
	'i',
);
const DEVICE_NAME =
	/\b(?:iphone|ipad|ios|android|blackberry|samsung|galaxy|huawei|xiaomi|pixel|mobile|smartphone|handy|mobiltelefon|mobilger[äa]t|m[óo]vil|celular|telem[óo]vel|mobiel|telefoon|t[ée]l[ée]phone|outlook|yahoo|proton ?mail|gmx|web\.de|mail app|mail f[üu]r|mail for windows|windows|spark|superhuman|airmail|thunderbird|hey\.com|front)\b/i;
/** Words in small letters that stand next to the names of phones and programs. */
const SMALL_WORD =
	/^(?:my|the|an?|mein(?:em|er)?|dem|der|vom|mon|ma|mi|meu|minha|mijn|o|do|da|de|del|d|le|la|el|una?|uma?|het|een|e-?mail|mail|mobile|mobiler?|mobiele?|phone|device|smartphone|handy|tablet|iphone|ipad|android|for|f[üu]r|pour|para|voor|on|auf|sur|en|no|op|using|via|with|from|mit|avec|con|com|met|secure|app|application|aplicativo|aplicaci[óo]n|appli|t[ée]l[ée]phone|tel[ée]fono|telefone|m[óo]vil|celular|telem[óo]vel|mobiel|telefoon|mobiltelefon|mobilger[äa]t|ger[äa]t|web|web\.de|hey\.com|and|und|et|y|e|outlook|yahoo|nachricht|wurde|gesendet|von|partir|vanaf)$/i;

function isOnlyNames(text: string): boolean {
	return text
		.split(/[\s,;()’']+/)
		.map((word) => word.replace(/[.:]$/, ''))
		.every((word) => word === '' || /[\p{Lu}\p{N}&]/u.test(word) || SMALL_WORD.test(word));
}

/** Whether the line is one that a phone or mail program added. */
export function isDeviceLine(text: string): boolean {
	if (text.length > 100) return false;
	if (GET.test(text)) return true;
	const sent = SENT.exec(text)?.[0] ?? (SENT_GERMAN.test(text) ? '' : undefined);
	if (sent === undefined || /[?!]$/.test(text)) return false;
	return DEVICE_NAME.test(text) && isOnlyNames(text.slice(sent.length));
}
