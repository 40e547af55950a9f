import { pattern } from '../../values/tables';
import type { Window } from './context';

/** What a phrase is said for, where the words alone would mislead. All of it reads plain lower case without accents. */

/** "Please delete all contacts of the test import": asked for, and so not lost. */
const BASE_FORM = pattern()`
	^(?:delete|erase|remove|wipe|clear|reset|overwrite|merge|losch\w*|supprim\w*|effac\w*|elimin\w*|
	borr\w*|exclu\w*|apag\w*|verwijder\w*|wis)\b
`;
const ASKING = pattern()`
	(?:^|[.!?,:;]\s*|\b(?:please|kindly|to|can you|could you|would you|will you|and|then|we can|you may|
	bitte|zu|konnt ihr|konnen sie|svp|veuillez|pouvez vous|de|por favor|pueden|podrian|podem|favor|
	graag|willen jullie|kunnen jullie|kunt u|te) )$
`;

/** Whether what was found is a wish of the writer. */
export function isAskedFor({ before, match }: Window): boolean {
	return BASE_FORM.test(match) && ASKING.test(before);
}

const NONE_AFTER = pattern()`
	^\s*(?:[:=–-]\s*|(?:was|were|is|are|hatten|haben|hatte|gab es|gibt es|il n'y a|hubo|houve|
	was er) (?:(?:wir|ich|es|we|i) )?)(?:none|no|nil|zero|0|nothing|n\/a|never|kein\w*|nein|aucune?|non|
	ningun[oa]?|nenhum[a]?|nao|geen|nee)\b
`;
/** "The data loss clause", "early termination fee", "are deleted after 24 months": a rule, not an event. */
const RULE_AFTER = pattern()`
	^\s*(?:fee|fees|clause|section|policy|policies|prevention|protection|insurance|scenario|coverage|
	warning|dialog|klausel|versicherung|szenario)\b|^\s*(?:after|within|nach|apres|despues de|apos|
	na) \d+ (?:days|weeks|months|years|tag\w*|monat\w*|jahr\w*|jours|mois|ans|dias|meses|anos|dagen|
	maanden|jaar)
`;
const RULE_BEFORE = pattern()`
	\b(?:maximum|maximal\w*|acceptable|potential|possible|against|risk of|avoid|prevent|
	protect \w+ from|without|ohne|gegen|sans|sin|sem|zonder|(?:when|after|once|if) (?:a|an|the)|one of|
	two of|a few of|einer|eine von) (?:\w+ )?$
`;
/** "Everything will be down on Sunday", "we are winding down". */
const NO_OUTAGE =
	/\b(?:will be (?:down|offline|unavailable)|(?:wind|winding|scal\w+|narrow\w*|track\w*|cutting|writ\w+|settl\w+|calm\w+) down)\b/;
/** "The messages go to the queue": the word is that of "gone", the event is not. */
const MERELY_GOES = /\b(?:go|goes|going|went)\b(?! (?:missing|down|offline|blank|lost))/;

/** Whether a critical phrase tells of no event: "Data lost: none", "the data loss clause", "tasks went from 40 to 10". */
export function isNoEvent({ before, match, following }: Window): boolean {
	if (NONE_AFTER.test(following) || RULE_AFTER.test(following)) return true;
	if (RULE_BEFORE.test(before) || NO_OUTAGE.test(match)) return true;
	return (
		MERELY_GOES.test(match) && !/^(?:where|everything)\b/.test(match) && !/\bdown\b/.test(match)
	);
}

const OATH =
	/^(?:f+u+c+king?|fuckin|fricking|freaking|bloody|damn|goddamn|verdammt\w*|sau|putain|puta|foda|verdomde)$/;
const GLAD = pattern()`
	^\s*(?:awesome|great|amazing|good|love|lovely|brilliant|genius|nice|cool|fantastic|perfect|
	impressive|fast|beautiful|excellent|incredible|gut|geil|genial|stark|schnell|bien|bon|buen[oa]|bom|
	boa|goed|mooi)\b
`;

/** "Cannot recommend it highly enough". */
const NOT_ENOUGH =
	/^\s*(?:it |this |them |you |your \w+ )*(?:highly |strongly |warmly )?enough\b|^\s*(?:it |this |them |you )*more highly\b/;

/** "This is fucking awesome", "I can't recommend it enough": the words of trouble, said in praise. */
export function isPraise({ match, after }: Window): boolean {
	return (OATH.test(match) && GLAD.test(after)) || NOT_ENOUGH.test(after);
}

/** Someone else's contract, or a product that sells subscriptions. */
const OF_OTHERS = pattern()`
	\b(?:their|his|her|a|an|sein\w*|customers?'?s?|clients?'?|users?'?|subscribers?'?|members?'?|
	students?'?|patients?'?|employees?'?|colleagues?'?|guests?'?|tenants?'|kunden|kundin|mitglieds|
	nutzers|ihres kunden|client|du client|d'un|del cliente|do cliente|van (?:een|
	de) klant)\s+(?:\w+ )?(?:subscription|contract|account|plan|membership|licen[cs]e|agreement|abo|
	abonnement|vertrag|konto|compte|contrat|suscripcion|cuenta|assinatura|conta|contrato)
`;
const FOR_OTHERS = pattern()`
	^\s*(?:of|for|from|by|von|fur|de|d'|del|da|do|van|voor) (?:(?:a|an|one|some|the|this|that|our|my|
	ein\w*|unser\w*|un\w*|el|la|le|los|nuestr\w*|um\w*|noss\w*|een|onze?)[ ']?)+(?:\w+ )?(?:customer|
	client|user|subscriber|member|student|patient|guest|employee|colleague|kunde\w*|nutzer\w*|
	mitglied\w*|mitarbeiter\w*|utilisateur|clien\w*|usuari\w*|emplead\w*|klant\w*|gebruiker\w*|
	medewerker\w*)
`;
/** What one may cancel without leaving. */
const OTHER_THING = pattern()`
	^\s*(?:to|for|from|of|an|a|de|van) (?:\w+ )?(?:newsletter|mailing|digest|notifications?|e-?mails?|
	blog|alerts?|updates?|podcast|webinar)\b|^\s*(?:page|button|flow|screen|feature|endpoint|webhook|
	event|api|form|link|email|template|process|policy|settings?|upgrade|import|export|fees?|clause|
	section|executive|manager|team)\b
`;
/** "Deleted accounts": a kind of account, and nothing that anyone does. */
const KIND_OF =
	/^(?:deleted|closed|cancell?ed|removed|terminated|deactivated|expired) (?:account|subscription|contract|membership|licen[cs]e|workspace)/;
const IMAGINED_BEFORE = pattern()`
	\b(?:if|when|once|after|unless|until|wenn|falls|sobald|nachdem|bevor|si|quand|lorsque|apres|cuando|
	despues de|quando|depois de|als|wanneer|nadat)(?: \S+){0,3} $
`;
const ANY_TIME = pattern()`
	\b(?:any ?time|at any point|monthly|month to month|jederzeit|monatlich|a tout moment|
	en cualquier momento|a qualquer momento|op elk moment|maandelijks)\b
`;
const UNDONE = pattern()`
	\b(?:by mistake|by accident|accidentally|reactivate|restore|undo|reinstate|versehentlich|
	aus versehen|reaktivier\w*|par erreur|reactiver|por error|reactivar|por engano|reativar|per ongeluk|
	heractiveren)\b
`;
/** Parts of a contract, and accounts that nobody pays for. */
const PART_ONLY = pattern()`
	\b(?:add-?ons?|modules?|seat\b(?!s)|webinars?|orders?|meetings?|bookings?|buttons?|magazines?|
	newsletters?|test accounts?|demo accounts?|service accounts?|guest accounts?|personal account|
	free account|comptes invites|cuentas de prueba)\b|\b(?:\d|one|two|three|four|a few|some|zwei|drei|
	vier|einige|deux|trois|quelques|dos|tres|algunas|dois|duas|tres|algumas|twee|drie|
	enkele) (?:of our |of the |of my |unserer |von unseren |de nos |de nuestras |de nuestros |
	das nossas |van onze |unused |ungenutzte )?(?:seats|licen[cs]es|lizenzen|licences|licencias|
	licencas|licenties|users)\b
`;
/** "From 40 to 8 seats" is a step out of the door, "from 25 to 19" a department that shrank. */
const FROM_TO =
	/\b(?:from|von|de|van) (\d{1,6})\b[^.!?]{0,25}?\b(?:to|auf|a|para|naar) (\d{1,6})\b/;
const SMALL_CUT = 0.6;
const TRIAL =
	/\b(?:trial|pilot|testphase|testzugang|testversion|essai|prueba|teste|proef\w*|demo)\b/;

/**
 * Whether a cancellation is none of the writer's whole contract: someone else's, a trial, a part, a thing of another
 * kind, a "what if", or undone.
 */
export function isNoLeaving({ before, match, after, isQuestion }: Window): boolean {
	if (OF_OTHERS.test(`${before.slice(-30)}${match}`) || FOR_OTHERS.test(after)) return true;
	if (OTHER_THING.test(after) || KIND_OF.test(match)) return true;
	const sentence = `${before}${match}${after}`;
	if (UNDONE.test(sentence) || TRIAL.test(sentence)) return true;
	if (PART_ONLY.test(`${match}${after.slice(0, 20)}`)) return true;
	const [, from, to] = FROM_TO.exec(sentence) ?? [];
	if (from !== undefined && Number(to) >= SMALL_CUT * Number(from)) return true;
	return isQuestion && (IMAGINED_BEFORE.test(before) || ANY_TIME.test(sentence));
}
