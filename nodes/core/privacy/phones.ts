import { pattern } from '../values/tables';
import type { Add } from './personalData';

const DIGIT_GROUPS =
	/(?<![\w,@#/-]|(?<!\b(?:tel|telef|tlf|fon|phone|ph|mob|fax|handy))\.)(?:\+|\(\+?)?\d(?:[\d ().\u00a0\u2011/-]{5,28})\d(?![\w@])/giu;
export const DATE_LIKE = /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/;
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const PHONE_WORD = pattern('iu')`
	(?:phone|tel|telephone|mobile|cell|call|fax|whatsapp|reach|ring|handy|rufnummer|telefon|téléphone|
	teléfono|móvil|telefone|celular|mobiel|bel)\W{0,3}(?:\w{1,12}\W{1,3}){0,3}$
`;
/** What numbers of these look like, telephones' may look like as well. */
const REFERENCE_WORD = pattern('iu')`
	(?:(?<![\p{L}\p{N}])(?:orders?|invoices?|(?<!any )(?<!that )cases?|tickets?|rows?|ref|refs|
	reference|bestellung|rechnung|auftrag|vorgang|zeile|referenz|aktenzeichen|commande|facture|dossier|
	rangée|référence|réf|pedido|factura|fila|referencia|fatura|encomenda|referência|bestelling|factuur|
	rij|regel|referentie|(?:customer|client|account|kunden?|konto|cliente|cuenta|conta|klant|caso|zaak|
	fall|cas)(?=\W{0,3}(?:number|no|nr|num|nummer|id|#|n[°º])))|(?:bestell|rechnungs|auftrags|vorgangs|
	kunden|ticket|fall|referenz|konto|order|factuur|klant|zaak|bestel|referentie)-?(?:nummer|nr)|
	n(?:umber|umm?er|uméro|úmero|[°ºo]) (?:de |da |do |of |del )?(?:la )?(?:order|invoice|case|commande|
	facture|dossier|client|pedido|factura|cliente|caso|fatura|
	encomenda))(?![\p{L}\p{N}])[\s.:#(-]{0,3}(?:(?:numbers?|numéro|número|nummer|num|nos?|nr|ids?|n[°º]|
	#|is|ist|est|es|é)[\s.:#(-]{1,3}){0,3}$
`;
/** A person's telephone number may follow these as well, but hardly one without gaps. */
const PERSON_WORD =
	/(?<![\p{L}\p{N}])(?:customer|client|kunde|cliente|klant|caso|cas|fall|zaak)[\s.:#]{1,3}$/iu;
/** These are telephone lines as well, so that only the thousands of a long number tell. */
const LINE_WORD = /(?<![\p{L}\p{N}])(?:ligne|línea|linha)[\s.:#]{1,3}$/iu;
const THOUSANDS = /^\d{1,2}(?:[ .\u00a0]\d{3})+$/;
const CURRENCY_BEFORE =
	/(?:[$€£¥₹]|(?<!\p{L})(?:eur|usd|gbp|chf|brl|jpy|cad|aud|sek|nok|dkk|pln|inr))\s{0,2}$/iu;
const CURRENCY_AFTER = pattern('iu')`
	^(?:,\d{2}|\.\d{2})?\s{0,2}(?:[$€£¥₹]|R\$|(?:eur|usd|gbp|chf|brl|jpy|cad|aud|sek|nok|dkk|pln|inr|
	euros?|dollars?|dólares|pounds?|francs?|franken|reais|pesos?)(?!\p{L}))
`;
/** A telephone number in the same run of digits as a reference before it. */
const LATER_PHONE = /[ (/](\(?0[1-9][\d ()./\u00a0-]{7,26})$/;

/** More digits than any telephone number has (ITU-T E.164). */
const MOST_PHONE_DIGITS = 15;

/** Telephone numbers, told from references, amounts, dates and addresses by their form and what stands before them. */
export function findPhones(text: string, add: Add): void {
	for (const match of text.matchAll(DIGIT_GROUPS)) findPhone(text, match[0], match.index, add);
}

function findPhone(text: string, written: string, start: number, add: Add): void {
	const end = start + written.length;
	const before = text.slice(Math.max(0, start - 50), start);
	if (isReference(written, before, text.slice(end, end + 20))) {
		const later = LATER_PHONE.exec(written)?.[1];
		if (later !== undefined && later.replace(/\D/g, '').length >= 9) {
			add('phone', end - later.length, end);
		}
	} else if (isPhone(written, before)) add('phone', start, end);
}

function isReference(written: string, before: string, after: string): boolean {
	if (/^\(?\+|^\(\d{2,5}\)/.test(written)) return false;
	if (REFERENCE_WORD.test(before)) return true;
	if (CURRENCY_BEFORE.test(before) || CURRENCY_AFTER.test(after)) return true;
	if (PERSON_WORD.test(before) && /^[1-9]\d+$/.test(written)) return true;
	return LINE_WORD.test(before) && THOUSANDS.test(written);
}

function isPhone(written: string, before: string): boolean {
	const digits = written.replace(/\D/g, '');
	if (digits.length < 7 || digits.length > MOST_PHONE_DIGITS) return false;
	if (DATE_LIKE.test(written) || IP_ADDRESS.test(written)) return false;
	// Filled up with zeros, which no country does.
	if (/^000/.test(written)) return false;
	if (/^\(?\+|^00[1-9]/.test(written)) return true;
	if (PHONE_WORD.test(before)) return true;
	if (/^\(?0\d{1,5}\)?[ /-]?\d/.test(written)) return digits.length >= 9;
	const groups = written.split(/[ ().\u00a0\u2011/-]+/).filter((group) => group !== '');
	if (groups.length >= 3 && digits.length >= 9) return true;
	if (/^\(\d{2,4}\)/.test(written)) return true;
	return groups.length === 1 && digits.length === 10;
}
