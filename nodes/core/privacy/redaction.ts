import { pattern } from '../values/tables';

/**
 * Finds personal data and secrets in a ticket, so that they are not sent to a model. All expressions are bounded:
 * time is linear in the text.
 */

export type PersonalDataKind = 'email' | 'phone' | 'card' | 'key' | 'iban';

export interface PersonalData {
	kind: PersonalDataKind;
	start: number;
	end: number;
}

const EMAIL =
	/(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}/gu;

const PRIVATE_KEY_BEGIN = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/g;
const PRIVATE_KEY_END = /-----END [A-Z ]{0,30}PRIVATE KEY-----/g;

/** Forms that give a key away: the prefixes that well-known services put before theirs, and JSON Web Tokens. */
const KNOWN_KEYS = [
	/\b(?:sk|pk|rk)[-_][A-Za-z0-9_-]{12,250}/g,
	/\b(?:whsec|shpat|shpss|npm|dop_v1|hf|gsk|xai|pat|r8|lin_api|phc|sq0\w{3})[-_][A-Za-z0-9_-]{16,250}/g,
	/\bgh[pousr]_[A-Za-z0-9]{20,250}|\bgithub_pat_\w{20,250}/g,
	/\bglpat-[\w-]{16,250}|\bxox[abeoprs]-[\w-]{10,250}|\bxapp-[\w-]{10,250}/g,
	/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
	/\bAIza[\w-]{30,60}|\bya29\.[\w-]{20,500}/g,
	/\bSG\.[\w-]{16,40}\.[\w-]{16,80}/g,
	/(?<=\bhooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/)[\w/-]{8,250}/g,
	/(?<![\w-])eyJ[\w-]{8,4000}\.[\w-]{4,4000}(?:\.[\w-]{0,4000})?/g,
];

/** What stands after the name of a secret; the name stays, the value goes. */
const NAMED_SECRETS = [
	/\b(?:bearer|basic)\s{1,3}(?=[\w.~+/=-]{12})([\w.~+/=-]{12,4000})/gi,
	pattern('giu')`
		(?<![?&\w])(?:api[ _-]?key|access[ _-]?key|secret[ _-]?key|client[ _-]?secret|auth[ _-]?token|
		access[ _-]?token|refresh[ _-]?token|token|secret|password|passwort|kennwort|passwd|passphrase|
		pwd|pw|mot de passe|contrase(?:ñ|n\u0303?)a|senha|wachtwoord)\\{0,2}["'\x60]?(?:\s(?:for|of|
		für|von|pour|de|del|para|do|da|van|voor)(?:\s[^\s:=]{1,40}){1,3})?\s{0,3}(?:(?:is|was|ist|war|
		lautet|luidt|est|es|era|é|e\u0301)(?![\p{L}\p{N}])\s{0,3}[:=]?|
		[:=]{1,2}>?)\s{0,3}\\{0,2}["'\x60]?([^\s"'\x60,;<>]{4,500})
	`,
	/[?&](?:api[_-]?key|key|token|access_token|auth|sig|signature|secret|password)=([^\s&#"'<>]{4,1000})/gi,
	/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,100}:([^\s/@]{1,200})@/gi,
];
/** In data, e.g. JSON, the value of such a field is no word of a sentence. */
const QUOTED_FIELD = /["'`]\s{0,3}[:=]{1,2}>?\s{0,3}\\{0,2}["'`]/;
/** Words that follow "password is" in a complaint and are none. */
const NOT_A_SECRET = pattern('iu')`
	^(?:not|wrong|incorrect|invalid|expired|being|never|always|still|no|now|reset|rejected|too|the|a|an|
	my|our|your|in|on|gone|missing|required|broken|failing|falsch|ungültig|abgelaufen|nicht|incorrecta?|
	inválid[oa]|incorrect[ae]?|ongeldig|niet|pas|same|working|changed|correct|accepted|valid|unknown|
	empty|null|undefined|true|false)[^\p{L}\p{N}]{0,3}$
`;

/** Long runs of letters and digits mixed, as hashes, tokens and keys are. */
const LONG_RUN = /(?<![\w+/=.-])[A-Za-z0-9_+/=-]{32,4000}(?![\w+/=-])/g;
const SHORTEST_RUN = 32;

/** What software calls its requests and versions: agents need it, and nothing opens with it. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const GIT_HASH = /(?<![A-Za-z0-9])[0-9a-f]{40}(?![A-Za-z0-9])/g;
const HEX_ID = /^(?:req[_-])?[0-9a-f]{32}(?:[0-9a-f]{32})?$/i;
const ID_WORD =
	/(?:request|req|trace|correlation|span|commit|revision|checksum|sha-?\d{0,3}|md5)[ _-]?(?:id|hash)?\W{0,3}$/i;

const IBAN_START = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?=[ .\u00a0-]?[A-Za-z0-9])/g;
const LONGEST_IBAN = 34;
/** Lengths by country (ISO 13616 registry); other countries' are tried from 15 to 34. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
	AD: 24,
	AE: 23,
	AT: 20,
	BE: 16,
	BG: 22,
	BR: 29,
	CH: 21,
	CY: 28,
	CZ: 24,
	DE: 22,
	DK: 18,
	EE: 20,
	ES: 24,
	FI: 18,
	FR: 27,
	GB: 22,
	GR: 27,
	HR: 21,
	HU: 28,
	IE: 22,
	IL: 23,
	IS: 26,
	IT: 27,
	LI: 21,
	LT: 20,
	LU: 20,
	LV: 21,
	MC: 27,
	MT: 31,
	NL: 18,
	NO: 15,
	PL: 28,
	PT: 25,
	RO: 24,
	RS: 22,
	SA: 24,
	SE: 24,
	SI: 19,
	SK: 24,
	SM: 27,
	TR: 26,
	UA: 29,
};

const DIGIT_GROUPS =
	/(?<![\w,@#/-]|(?<!\b(?:tel|telef|tlf|fon|phone|ph|mob|fax|handy))\.)(?:\+|\(\+?)?\d(?:[\d ().\u00a0\u2011/-]{5,28})\d(?![\w@])/giu;
const DATE_LIKE = /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/;
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

/**
 * E-mail addresses, telephone numbers, card numbers (Luhn), keys, tokens and passwords, and bank accounts (IBAN).
 * @returns places in the text, by start, none overlapping another
 */
export function findPersonalData(text: string): PersonalData[] {
	const found: PersonalData[] = [];
	const add = (kind: PersonalDataKind, start: number, end: number): void => {
		found.push({ kind, start, end });
	};
	findPrivateKeys(text, add);
	for (const pattern of KNOWN_KEYS) {
		for (const match of text.matchAll(pattern)) {
			if (/\d/.test(match[0])) add('key', match.index, match.index + match[0].length);
		}
	}
	for (const pattern of NAMED_SECRETS) {
		for (const match of text.matchAll(pattern)) {
			const value = match[1] ?? '';
			if (NOT_A_SECRET.test(value)) continue;
			if (!isSecretLike(value) && !QUOTED_FIELD.test(match[0])) continue;
			const start = match.index + match[0].lastIndexOf(value);
			add('key', start, start + value.length);
		}
	}
	for (const match of text.matchAll(EMAIL)) {
		add('email', match.index, match.index + match[0].length);
	}
	findIbans(text, add);
	for (const match of text.matchAll(LONG_RUN)) {
		const isId =
			HEX_ID.test(match[0]) && ID_WORD.test(text.slice(Math.max(0, match.index - 30), match.index));
		const rest = match[0].replace(UUID, '').replace(GIT_HASH, '');
		const isOther = rest.length === match[0].length || rest.length >= SHORTEST_RUN;
		if (!isId && isOther && isMixed(rest)) add('key', match.index, match.index + match[0].length);
	}
	findCards(text, add);
	for (const match of text.matchAll(DIGIT_GROUPS)) findPhone(text, match[0], match.index, add);
	return withoutOverlaps(found);
}

/** The text with a placeholder like "[email]" for every piece of personal data. */
export function redact(text: string): string {
	let result = '';
	let from = 0;
	for (const { kind, start, end } of findPersonalData(text)) {
		result += `${text.slice(from, start)}[${kind}]`;
		from = end;
	}
	return result + text.slice(from);
}

type Add = (kind: PersonalDataKind, start: number, end: number) => void;

function findPrivateKeys(text: string, add: Add): void {
	const ends = [...text.matchAll(PRIVATE_KEY_END)].map((match) => match.index + match[0].length);
	let next = 0;
	for (const { index } of text.matchAll(PRIVATE_KEY_BEGIN)) {
		while (next < ends.length && (ends[next] ?? 0) < index) next++;
		// Without an end the key was cut off: what follows may be all of it.
		add('key', index, ends[next] ?? Math.min(text.length, index + 4000));
	}
}

/** A password may be a word, but then a digit, a sign or an inner capital tells it from the sentence's next word. */
function isSecretLike(value: string): boolean {
	// A sign at the end may be the sentence's.
	return /\d/.test(value) || /[!@#$%^&*_=+]/.test(value.slice(0, -1)) || /[a-z][A-Z]/.test(value);
}

function isMixed(run: string): boolean {
	const digits = run.replace(/\D/g, '').length;
	return digits >= 4 && /[A-Za-z]/.test(run) && !/[-_/](?:[a-z]{3,}[-_/]){2}/.test(run);
}

function findIbans(text: string, add: Add): void {
	for (const { index } of text.matchAll(IBAN_START)) {
		let compact = '';
		const ends: number[] = [];
		for (let at = index; at < text.length && compact.length < LONGEST_IBAN; at++) {
			const character = text.charAt(at);
			if (/[A-Za-z0-9]/.test(character)) {
				compact += character.toUpperCase();
				ends.push(at + 1);
			} else if (!/[ .\u00a0-]/.test(character) || !/[A-Za-z0-9]/.test(text.charAt(at + 1))) break;
		}
		const length = IBAN_LENGTHS[compact.slice(0, 2)];
		const lengths = length === undefined ? [34, 32, 30, 28, 27, 24, 23, 22, 20, 18, 16] : [length];
		for (const tried of lengths) {
			const end = ends[tried - 1];
			const follows = end === undefined ? '' : text.charAt(end);
			if (end === undefined || /[A-Za-z0-9]/.test(follows)) continue;
			if (!isIban(compact.slice(0, tried))) continue;
			add('iban', index, end);
			break;
		}
	}
}

/** ISO 7064 MOD 97-10. */
function isIban(iban: string): boolean {
	let rest = 0;
	for (const character of iban.slice(4) + iban.slice(0, 4)) {
		const value = Number.parseInt(character, 36);
		rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
	}
	return rest === 1;
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

interface DigitGroup {
	start: number;
	end: number;
}

const CARD_GAP =
	/^(?:[ \t.\u00a0\u2007\u2009\u202f\u2010-\u2015/-]{1,2}|[ \t\u00a0-]{0,2}\r?\n[ \t\u00a0>-]{0,2})$/;
/** How cards are printed, by the lengths of the groups. */
const CARD_SHAPE = /^(?:1[3-9]|4 4 4 4|4 4 4 4 3|4 6 5|4 6 4)$/;
const MOST_CARD_DIGITS = 19;
const CARD_WORD =
	/(?:card|karte|kreditkarte|visa|mastercard|amex|cc|carte|tarjeta|cartão|kaart|no|nr)[\s.:#-]{0,2}$/iu;

/** Cards among runs of digits, whatever stands around them: an expiry date often follows without a gap. */
function findCards(text: string, add: Add): void {
	let run: DigitGroup[] = [];
	for (const match of text.matchAll(/\d+/g)) {
		const group = { start: match.index, end: match.index + match[0].length };
		const gapStart = run.at(-1)?.end;
		const isNear = gapStart !== undefined && group.start - gapStart <= 6;
		if (!isNear || !CARD_GAP.test(text.slice(gapStart, group.start))) {
			findCardsIn(text, run, add);
			run = [];
		}
		run.push(group);
	}
	findCardsIn(text, run, add);
}

function findCardsIn(text: string, run: readonly DigitGroup[], add: Add): void {
	const [first] = run;
	const last = run.at(-1);
	if (first === undefined || last === undefined) return;
	const whole = text.slice(first.start, Math.min(last.end, first.start + 2 * MOST_CARD_DIGITS));
	// In groups of any length only where nothing else stands in the run.
	if (
		last.end - first.start === whole.length &&
		/^[\d \u00a0\u2011-]+$/.test(whole) &&
		!DATE_LIKE.test(whole) &&
		isCard(whole.replace(/\D/g, '')) &&
		mayBeginCard(text, first.start)
	) {
		add('card', first.start, last.end);
		return;
	}
	for (let from = 0; from < run.length; from++) {
		let lengths = '';
		for (let to = from; to < Math.min(run.length, from + 5); to++) {
			const { start } = run[from] ?? first;
			const group = run[to] ?? last;
			const length = group.end - group.start;
			if (length > MOST_CARD_DIGITS) break;
			lengths += `${lengths === '' ? '' : ' '}${length}`;
			if (!CARD_SHAPE.test(lengths)) continue;
			if (!isCard(text.slice(start, group.end).replace(/\D/g, ''))) continue;
			if (!mayBeginCard(text, start)) continue;
			add('card', start, group.end);
			from = to;
			break;
		}
	}
}

/** Not within a word, an address, or a number with decimals. */
function mayBeginCard(text: string, start: number): boolean {
	const before = text.slice(Math.max(0, start - 16), start);
	return !/(?:[\p{L}\p{N}_][-_]?|\d[.,]|[@/=])$/u.test(before) || CARD_WORD.test(before);
}

/** Luhn (ISO/IEC 7812-1), for numbers that no zero or one begins. */
function isCard(digits: string): boolean {
	if (!/^[2-6]\d{12,18}$/.test(digits)) return false;
	let sum = 0;
	for (let i = 0; i < digits.length; i++) {
		const digit = Number(digits[digits.length - 1 - i]);
		const doubled = digit * 2;
		sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}

/** Where two finds touch each other, the earlier and, of two at one place, the longer takes both. */
function withoutOverlaps(found: PersonalData[]): PersonalData[] {
	const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
	const kept: PersonalData[] = [];
	for (const data of sorted) {
		const last = kept.at(-1);
		if (last !== undefined && data.start < last.end) last.end = Math.max(last.end, data.end);
		else kept.push({ ...data });
	}
	return kept;
}
