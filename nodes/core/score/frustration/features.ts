import { tokensOf } from '../../text/tokens';
import { compileCues, matchCues, type CueMatcher } from './cues/lexicon';
import { LANGUAGES } from './cues/languages';
import { DENSE, GROUPS, placeOf, type Features } from './layout';
import { mix } from './lookup';
import { readForm, readStructure } from './structure';
import { hashTokens, STOP, WORD, type HashedTokens } from './tokens';
import { readLexicon, type Lexicon } from './wordValues';

/** Word and letter-group tables each have 2^BITS entries. */
export const BITS = 17;
const SHIFT = 32 - BITS;
/** A word, its stem, and the pairs with the word before and the one before that. */
const MOST_SLOTS = 4;

const LEXICON_NEGATIVE = placeOf('lexiconNegative');
const NOTHING_WRONG = placeOf('nothingWrong');

/** Whether anything in the text speaks of trouble: one of the negative cues, or an unpleasant word. */
export function speaksOfTrouble({ dense }: Features): boolean {
	return dense[NOTHING_WRONG] !== 1 || dense[LEXICON_NEGATIVE] !== 0;
}

/** What features are read with. */
export interface Extractor {
	readonly matcher: CueMatcher;
	readonly lexicon: Lexicon;
}

export function createExtractor(lexicon: Lexicon): Extractor {
	return { matcher: compileCues(), lexicon };
}

/**
 * Reads what the model sees of a text.
 * @param language ISO 639-1; where it is not known, or none of the model's, cues of every language count
 * @param tokens the text's tokens, where it was cut before
 */
export function extract(
	{ matcher, lexicon }: Extractor,
	text: string,
	language: string | undefined,
	tokens = tokensOf(text),
): Features {
	const hashed = hashTokens(tokens, matcher.prefixes);
	const spoken = LANGUAGES.findIndex((code) => code === language);
	const features = {
		tokens: hashed,
		matches: matchCues(matcher, hashed, spoken),
		dense: new Float64Array(DENSE),
		language: spoken,
		...slotsOf(hashed),
	};
	readCues(features);
	const value = readLexicon(lexicon, features);
	readStructure(features);
	readForm(text, features, value, lexicon);
	return features;
}

function slotsOf(
	tokens: HashedTokens,
): Pick<Features, 'words' | 'slots' | 'slot' | 'slotToken' | 'gramSlot'> {
	const slot = new Int32Array(MOST_SLOTS * tokens.count);
	const slotToken = new Int16Array(MOST_SLOTS * tokens.count);
	const gramSlot = new Int32Array(tokens.grams);
	let slots = 0;
	let words = 0;
	let previous = 0x2545f491;
	let before = 0x1b873593;
	for (let index = 0; index < tokens.count; index++) {
		const hash = tokens.hash[index] as number;
		const kind = tokens.kind[index] as number;
		if (kind === WORD) words++;
		slot[slots] = mix(hash) >>> SHIFT;
		slotToken[slots++] = index;
		const stem = tokens.stem[index] as number;
		if (stem !== 0) {
			slot[slots] = mix(stem ^ 0x6a09e667) >>> SHIFT;
			slotToken[slots++] = index;
		}
		slot[slots] = mix(Math.imul(previous, 31) ^ hash ^ 0x3c6ef372) >>> SHIFT;
		slotToken[slots++] = index;
		slot[slots] = mix(Math.imul(before, 131) ^ Math.imul(hash, 3) ^ 0x51ed270b) >>> SHIFT;
		slotToken[slots++] = index;
		before = previous;
		previous = kind === STOP ? 0x2545f491 : hash;
	}
	for (let index = 0; index < tokens.grams; index++) {
		gramSlot[index] = mix(tokens.gram[index] as number) >>> SHIFT;
	}
	return { words, slots, slot, slotToken, gramSlot };
}

/** For each group: whether it is there, how much of it, and whether in the first third. */
function readCues({ tokens, matches, dense }: Features): void {
	const early = tokens.count / 3;
	for (let index = 0; index < matches.count; index++) {
		const cue = matches.group[index] as number;
		dense[cue] = 1;
		dense[GROUPS + cue] = (dense[GROUPS + cue] as number) + 1;
		if ((matches.first[index] as number) < early) dense[2 * GROUPS + cue] = 1;
	}
	for (let cue = 0; cue < GROUPS; cue++) {
		dense[GROUPS + cue] = Math.log1p(dense[GROUPS + cue] as number);
	}
}
