import { oneLine, pattern } from '../values/tables';

/**
 * The line that a phone or mail program puts under a mail: "Sent from my iPhone", "Get Outlook for
 * iOS". Nothing else may stand on it, since sentences begin with the same words.
 */

const SENT = pattern('iu')`
	^(?:sent (?:from|via|with|using|by)|gesendet (?:von|mit|via|[üu]ber|aus)|envoy[ée]e? (?:d[e’']|
	depuis|[àa] partir|avec|via|par)|enviad[oa] (?:desde|d[eoa]|a partir|con|com|pel[oa]|por|via)|
	(?:verzonden|verstuurd) (?:vanaf|vanuit|met|via|van)|inviato (?:da|dal|con)|sendt fra|skickat från|
	wysłane z|lähetetty|отправлено (?:с|из))(?!\p{L})
`;
const SENT_GERMAN = /^(?:von meine[mr]?|diese nachricht wurde von)\s.{0,80}\sgesendet\.?$/i;
/** Chinese and Japanese. */
const SENT_HAN = /^(?:[從从].{1,40}[傳传發发]送|发自我的.{1,30}|.{1,30}から送信)$/u;
const NAMED =
	/^(?:from my (?=\S{1,20}$|iphone|ipad|phone|mobile)|\p{Lu}\p{Ll}{1,20} from mobile$)/iu;
const PROGRAM = "(?:o |l[’'])?(?:microsoft )?(?:outlook|blue ?mail|proton ?mail|spark|yahoo mail)";
const SYSTEM =
	'(?:for|f[üu]r|pour|para|voor|per|till|til|för) (?:ios|android|iphone|ipad|mac|windows|mobile)(?: (?:und|and|et|y|e|en) (?:ios|android))?';
const GET = new RegExp(
	oneLine`
		^(?:(?:get|download|obtenir|obtenez|t[ée]l[ée]charge[rz]|obt[ée]n(?:er|ga)?|obter|obtenha|baix(?:e|
		ar)|descarg(?:ar?|ue)|holen sie sich|laden sie|scarica|hämta|hent) ${PROGRAM} ${SYSTEM}|
		outlook ${SYSTEM}(?: (?:herunterladen|holen|abrufen|downloaden|ophalen))?)(?: herunter)?\\.?$
	`,
	'i',
);
const DEVICE_NAME = pattern('iu')`
	(?<!\p{L})(?:iphone(?:sta|[’']a)?|ipad|ipod|ios|android|blackberry|samsung|galaxy|huawei|xiaomi|
	pixel|htc|nokia|motorola|mobile|smartphone|cell|phone|tablet|pc|handy|mobiltelefon|mobilger[äa]t|
	m[óo]vil|celular|telem[óo]vel|mobiel|telefoon|t[ée]l[ée]phone|outlook|yahoo|mailbox|proton ?mail|
	gmx|web\.de|mail app|mail f[üu]r|mail for windows|windows|spark|superhuman|airmail|thunderbird|
	hey\.com|front)(?!\p{L})
`;
/** A model's or an app's name: "TI-85", "Flash2", "TypeApp". */
const MODEL_NAME =
	/(?<!\p{L})(?=\S{0,12}\d)\p{Lu}[\p{L}-]{1,12}\d{1,4}\b|^\s\p{Lu}\p{Ll}{1,12}\p{Lu}\p{Ll}{1,12}$/u;
/** Words in small letters that stand next to the names of phones and programs. */
const SMALL_WORD = pattern('i')`
	^(?:my|the|an?|mein(?:em|er)?|dem|der|vom|mon|ma|mi|meu|minha|mijn|min|mitt|mio|mojego|o|do|da|de|
	del|d|le|la|el|una?|uma?|het|een|e-?mail|mail|mobile|mobiler?|mobiele?|phone|cell|device|smartphone|
	handy|tablet|iphone(?:sta|a)?|ipad|android|galaxy|for|f[üuö]r|pour|para|voor|on|auf|sur|en|no|op|
	using|via|with|from|mit|avec|con|com|met|secure|app|application|aplicativo|aplicaci[óo]n|appli|
	t[ée]l[ée]phone|tel[ée]fono|telefone|m[óo]vil|celular|telem[óo]vel|mobiel|telefoon|mobiltelefon|
	mobilger[äa]t|ger[äa]t|web|web\.de|hey\.com|and|und|et|y|e|outlook|yahoo|nachricht|wurde|gesendet|
	von|partir|vanaf)$
`;
/** What people add to the line themselves. */
const EXCUSE = pattern('i')`
	[\s,.;!(-]{1,4}(?:please |so |bitte |veuillez |por favor )?(?:excuse|forgive|pardon|ignore|sorry|
	apolog(?:i[sz]e|ies)|entschuldige|excuse[rz]|disculp|perdon|desculp)[^.!?]{0,60}[.!)]{0,2}$
`;
const LINK = /\s?(?:<https?:[^<>\s]{1,300}>|\(https?:[^()\s]{1,300}\)|https?:\S{1,300})$/i;

function isOnlyNames(text: string): boolean {
	return text
		.split(/[\s,;()’'!]+/)
		.map((word) => word.replace(/[.:]$/, ''))
		.every((word) => word === '' || /[\p{Lu}\p{N}&]/u.test(word) || SMALL_WORD.test(word));
}

/** Whether the line is one that a phone or mail program added. */
export function isDeviceLine(line: string): boolean {
	if (line.length > 300) return false;
	const text = line
		.replace(LINK, '')
		.replace(/^[-–—([<*_\s]{1,3}/, '')
		.replace(/[-–—)\]>*_!\s]{1,3}$/, '');
	if (text.length > 100 || text.endsWith('?')) return false;
	if (GET.test(text) || SENT_HAN.test(text) || NAMED.test(text)) return true;
	const sent = SENT.exec(text)?.[0] ?? (SENT_GERMAN.test(text) ? '' : undefined);
	if (sent === undefined) return false;
	const device = text.slice(sent.length).replace(EXCUSE, '');
	return (DEVICE_NAME.test(device) || MODEL_NAME.test(device)) && isOnlyNames(device);
}
