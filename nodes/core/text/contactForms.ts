import { pattern } from '../values/tables';
import type { Line } from './lines';

/**
 * Mail in which a website hands on what a visitor wrote: one line about the form, then the fields
 * and the message. Nobody replied there, so that what stands under the fields is the message.
 */
const INTRO = pattern('iu')`
	^\W{0,6}(?:(?:you(?:['’]ve| have) (?:got |received )?)?(?:a )?new (?:website |contact |
	web )?(?:form )?(?:message|e-?mail|enquiry|inquiry|submission|request|contact|feedback)|(?:message|
	e-?mail|enquiry|inquiry|submission|request|feedback) (?:from|via|through|on) (?:your |our |
	the )?(?:web|contact|site|form)|(?:website|contact|web|support|feedback) form(?: (?:submission|
	message|entry|enquiry|inquiry|request))?\W{0,6}$|(?:eine )?neue (?:nachricht|anfrage|mitteilung)|
	(?:nachricht|anfrage) (?:von|[üu]ber|aus) .{0,20}(?:web|kontakt|formular)|kontakt-?formular\W{0,6}$|
	nouveau message|nouvelle demande|formulaire de contact|nuev[oa] (?:mensaje|solicitud|consulta)|
	formulario de contacto|nov[oa] (?:mensagem|solicita[çc][ãa]o|contat?o|contacto)|
	formul[áa]rio de contac?to|(?:een )?nieuwe? (?:bericht|aanvraag)|
	contact-?formulier\W{0,6}$)(?!\p{L})
`;
const MAX_WORDS = 8;
/** The line about the form stands at the very top. */
const MAX_LINES = 8;

/** Whether the lines above `index` only say that a form was sent. */
export function isFormIntro(lines: readonly Line[], index: number): boolean {
	if (index === 0 || index > MAX_LINES) return false;
	const above = lines.slice(0, index).filter(({ text }) => text !== '');
	if (above.some(({ kind }) => kind !== undefined)) return false;
	const text = above.map((line) => line.text.slice(0, 200)).join(' ');
	return text.split(/\s+/).length <= MAX_WORDS && !/[!?]/.test(text) && INTRO.test(text);
}
