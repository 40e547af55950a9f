/** How a phrase of the list is read. */

/** A phrase that can be written in more ways than this is a mistake, not a phrase. */
export const MOST_SPELLINGS = 20_000;

const EXACT = /^["\u201c\u201d\u201e](.+)["\u201c\u201d]$/su;

/** @returns the text between the quotes of an exact phrase, or undefined when the phrase is not one */
export function exactPhrase(phrase: string): string | undefined {
	return EXACT.exec(phrase.trim())?.[1]?.trim();
}

/** One place of a phrase and what may stand there. */
export interface PhrasePart {
	choices: string[];
	/** Whether it may be left out. */
	isOptional: boolean;
}

const CHOICE = String.raw`(?:\([^()]*\)|[^\s()|]+)`;
/** Words or parentheses with "|" between them, or parentheses alone, perhaps with a question mark. */
const PART = new RegExp(String.raw`(${CHOICE}(?:\|${CHOICE})+)|\(([^()]*)\)(\?)?`, 'g');

/**
 * A phrase as the parts that follow each other: "can't export|save" is `can't` and then `export` or `save`;
 * parentheses hold alternatives of several words, "can't (log in|export)", and a question mark behind them makes the
 * part optional, "closed (my|our)? ticket".
 */
export function phraseParts(phrase: string): PhrasePart[] {
	const parts: PhrasePart[] = [];
	const literal = (text: string): void => {
		if (text.trim() !== '') parts.push({ choices: [text.trim()], isOptional: false });
	};
	let last = 0;
	for (const part of phrase.matchAll(PART)) {
		literal(phrase.slice(last, part.index));
		const choices = (part[1] ?? part[2] ?? '')
			.split('|')
			.map((choice) => choice.replace(/[()]/g, '').trim());
		const filled = [...new Set(choices)].filter((choice) => choice !== '');
		if (filled.length > 0) parts.push({ choices: filled, isOptional: part[3] === '?' });
		last = part.index + part[0].length;
	}
	literal(phrase.slice(last));
	return parts;
}

/** In how many ways the parts can be read. */
export function spellingCount(parts: readonly PhrasePart[]): number {
	return parts.reduce(
		(product, { choices, isOptional }) => product * (choices.length + (isOptional ? 1 : 0)),
		1,
	);
}
