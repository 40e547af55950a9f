import { pattern } from '../values/tables';

/**
 * Words by which a customer points at another mail in the same message. English, German, French,
 * Spanish, Portuguese, Dutch.
 */

/** All that a customer writes when the other mail is the message. */
const BELOW = pattern('i')`
	^(?:(?:hi|hello|hey|hallo|bonjour|hola|ol[áa]|dear \w+|moin|team|all|
	support)[\s,!.]*){0,3}(?:f\.?y\.?i\.?|fwd?|see (?:below|(?:the )?(?:forwarded|attached) (?:e-?mail|
	message|mail)|(?:e-?mail|message|mail) below)|(?:please |pls )(?:see|check|read|look at|
	have a look at|advise|help)(?: (?:the )?(?:below|(?:e-?mail|message|mail) below|
	forwarded (?:e-?mail|message|mail)))?|as below|below|siehe (?:unten|weiter unten|anhang)|
	(?:bitte )?(?:siehe|lesen|beachten)(?: sie)? (?:unten|unten stehende (?:mail|nachricht)|
	untenstehende (?:mail|nachricht))|s\.?\s?u\.?|z\.?\s?k\.?|zur (?:kenntnis|info(?:rmation)?)|
	voir (?:ci-dessous|plus bas)|pour (?:info(?:rmation)?)|ver (?:abajo|m[áa]s abajo|abaixo)|
	(?:por favor,? )?(?:vean?|veja|vejam) (?:abajo|abaixo|m[áa]s abajo)|para (?:tu|su|seu|
	vosso) (?:informaci[óo]n|conocimiento|conhecimento)|zie (?:onder(?:staand)?|hieronder|
	mail hieronder)|ter info(?:rmatie)?)[\s.,!:-]*(?:(?:thanks|thank you|danke|merci|gracias|
	obrigad[oa]|bedankt|thx)[\s.,!]*)?$
`;
/** Answers that Outlook users write into the quoted mail, told apart by nothing but colour. */
const ANSWERS = pattern('i')`
	\b(?:my|our) (?:comments?|answers?|repl(?:y|ies)|responses?|notes?) (?:are )?(?:in ?-?line|below|
	in (?:red|blue|green|bold|colou?r))|\b(?:(?:comments|answers|replies|responses) |answered |replied |
	see )in ?-?line\b|\b(?:meine|unsere) (?:antworten|kommentare|anmerkungen)\b.{0,30}\b(?:unten|
	im text|in (?:rot|blau|gr[üu]n|fett))|\b(?:mes|nos) (?:r[ée]ponses|
	commentaires)\b.{0,30}(?:ci-dessous|dans le texte|en (?:rouge|bleu|vert|gras))|\b(?:mis|nuestras|
	nuestros) (?:respuestas|comentarios)\b.{0,30}\b(?:abajo|en (?:rojo|azul|verde|negrita))|\b(?:minhas|
	meus|nossas) (?:respostas|coment[áa]rios)\b.{0,30}\b(?:abaixo|em (?:vermelho|azul|verde|negrito))|
	\b(?:mijn|onze) (?:antwoorden|opmerkingen|reacties)\b.{0,30}\b(?:hieronder|in (?:het )?(?:rood|
	blauw|groen|vet))
`;

/** Who points at another mail writes little else. */
const MAX_LENGTH = 400;

/** "below" when the text only points at the other mail, "answers" when it says that answers are in it. */
export function pointerIn(text: string): 'below' | 'answers' | undefined {
	if (text.length > MAX_LENGTH) return undefined;
	const line = text.replace(/\s+/g, ' ');
	if (line.length <= 120 && BELOW.test(line)) return 'below';
	return ANSWERS.test(line) ? 'answers' : undefined;
}
