import { pattern } from '../values/tables';

/** Result of {@link normaliseCharacters}. */
export interface NormalisedCharacters {
	text: string;
	/** Whether zero-width or bidirectional control characters were taken out. */
	hidden: boolean;
	/** Whether words mixing Latin with look-alike Cyrillic or Greek letters were respelled. */
	lookAlikes: boolean;
}

/** Control characters of ASCII and Latin-1 except tab and line feed. */
const CONTROLS = /[^\P{Cc}\t\n]+/gu;

/**
 * Characters without a glyph that separate, join or reorder letters: zero-width spaces, word
 * joiners, bidirectional marks and isolates, Mongolian vowel separator, Hangul and Khmer fillers,
 * interlinear annotation, invisible operators, and the tag characters (U+E0000 to U+E007F).
 */
const HIDDEN = pattern('g')`
	\u034f|
	[\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\uffa0\ufff9-\ufffb]|
	[\u17b4\u17b5]|[\u180b-\u180d]|\udb40[\udc00-\udc7f]
`;
/** Marks of line breaking and byte order: no meaning, and common in honest mail. */
const HARMLESS_INVISIBLE = /[\u00ad\ufeff]/g;
/** Joiners shape Arabic, Indic and emoji sequences; anywhere else they only hide something. */
const JOINER = /([\s\S]?)([\u200c\u200d]+)(?=([\s\S]?))/g;
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Full-width forms, mathematical alphanumerics and Latin ligatures read as plain letters. */
const COMPATIBILITY = /[\uff01-\uff5e\ufb00-\ufb06]|\ud835[\udc00-\udfff]/g;
/** More marks than this on one letter is ornament, and canonical ordering costs their square. */
const MARK_PILE = /(\p{M}{8})\p{M}+/gu;
const MARK = /\p{M}/u;

/** With the u flag, the halves of a pair are one character and do not match. */
export const LONE_SURROGATE = /\p{Cs}/gu;

const NEEDS_CARE = /[^\n\x20-\x7e]/;
const CYRILLIC_OR_GREEK = /[\u0370-\u03ff\u0400-\u04ff]/;
const LATIN = /[A-Za-z]/;
const WORD = /[A-Za-z\u0370-\u03ff\u0400-\u04ff]+/g;

/** Letters drawn alike, after the Unicode confusables table (UTS #39), upright letters only. */
const LOOK_ALIKE = new Map(
	Object.entries({
		а: 'a',
		с: 'c',
		ԁ: 'd',
		е: 'e',
		һ: 'h',
		і: 'i',
		ј: 'j',
		ӏ: 'l',
		о: 'o',
		р: 'p',
		ѕ: 's',
		у: 'y',
		х: 'x',
		А: 'A',
		В: 'B',
		С: 'C',
		Е: 'E',
		Н: 'H',
		І: 'I',
		Ј: 'J',
		К: 'K',
		М: 'M',
		О: 'O',
		Р: 'P',
		Ѕ: 'S',
		Т: 'T',
		У: 'Y',
		Х: 'X',
		Α: 'A',
		Β: 'B',
		Ε: 'E',
		Ζ: 'Z',
		Η: 'H',
		Ι: 'I',
		Κ: 'K',
		Μ: 'M',
		Ν: 'N',
		Ο: 'O',
		Ρ: 'P',
		Τ: 'T',
		Υ: 'Y',
		Χ: 'X',
		ο: 'o',
		ν: 'v',
		ι: 'i',
		α: 'a',
	}),
);

function respell(word: string): string {
	let latin = false;
	let result = '';
	for (const letter of word) {
		if (letter <= 'z') {
			latin = true;
			result += letter;
			continue;
		}
		const alike = LOOK_ALIKE.get(letter);
		// One letter that only its own script has makes it a real word of that script.
		if (alike === undefined) return word;
		result += alike;
	}
	return latin ? result : word;
}

/**
 * Makes text safe and comparable without changing how it reads: lone surrogates become U+FFFD,
 * control, zero-width and bidirectional characters go, every kind of space becomes a space and
 * every kind of line break "\n", letters are composed (NFC), full-width and mathematical letters
 * become plain ones, and a word that mixes Latin with look-alike Cyrillic or Greek letters is
 * respelled in Latin. Words wholly in another script stay as written, and so do apostrophes.
 */
export function normaliseCharacters(input: string): NormalisedCharacters {
	if (!NEEDS_CARE.test(input)) return { text: input, hidden: false, lookAlikes: false };
	let text = input
		.replace(LONE_SURROGATE, '\ufffd')
		.replace(LINE_BREAKS, '\n')
		.replace(SPACES, ' ');
	text = text.replace(CONTROLS, '').replace(HARMLESS_INVISIBLE, '');

	const visible = text
		.replace(HIDDEN, '')
		.replace(JOINER, (joined: string, before: string, _joiner: string, after: string) =>
			before >= '\u0600' && after >= '\u0600' ? joined : before,
		);
	const hidden = visible.length !== text.length;
	text = visible;

	if (MARK.test(text)) text = text.replace(MARK_PILE, '$1');
	text = text.normalize('NFC').replace(COMPATIBILITY, (letter) => letter.normalize('NFKC'));

	let lookAlikes = false;
	if (CYRILLIC_OR_GREEK.test(text)) {
		text = text.replace(WORD, (word) => {
			const respelled = LATIN.test(word) && CYRILLIC_OR_GREEK.test(word) ? respell(word) : word;
			if (respelled !== word) lookAlikes = true;
			return respelled;
		});
	}
	return { text, hidden, lookAlikes };
}
