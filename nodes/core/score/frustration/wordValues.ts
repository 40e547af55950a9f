import { NEGATION_WORDS } from './cues/languages';
import { placeOf, type Features } from './layout';
import { buildLookup, find, type Lookup } from './lookup';
import { hashWord, STOP } from './tokens';

/** Word values of -127..127 (positive is pleasant) by word hash, for each language. */
export interface Lexicon {
	/** AFINN in each of the languages of the model. */
	readonly first: readonly Lookup[];
	/** VADER, English only. */
	readonly second: Lookup;
	/** Words that turn the next ones around, of all languages. */
	readonly negations: Lookup;
}

/** The words that turn the next ones around, for look-ups. */
export function negationTable(): Lookup {
	return buildLookup(NEGATION_WORDS.map((word) => [hashWord(word), 1]));
}

const LEXICON = placeOf('lexiconSum');
const NEGATIONS = placeOf('negations');

/**
 * Sums of word values as VADER takes them: a negation within three words turns a value around.
 * @returns the value of each token, after negation
 */
export function readLexicon(
	lexicon: Lexicon,
	{ tokens, dense, language, words }: Features,
): Float64Array {
	const value = new Float64Array(tokens.count);
	const first = lexicon.first[language === -1 ? 0 : language] as Lookup;
	const useSecond = language <= 0;
	let negated = -9;
	let sum = 0;
	let positive = 0;
	let negative = 0;
	let worst = 0;
	let second = 0;
	let negations = 0;
	for (let index = 0; index < tokens.count; index++) {
		if (tokens.kind[index] === STOP) negated = -9;
		const hash = tokens.hash[index] as number;
		const turn = index - negated <= 3 ? -0.6 : 1;
		const found = find(first, hash);
		if (found !== -1) {
			const points = ((found - 128) / 25) * turn;
			value[index] = points;
			sum += points;
			if (points > 0) positive += points;
			else negative += points;
			if (points < worst) worst = points;
		}
		if (useSecond) {
			const other = find(lexicon.second, hash);
			if (other !== -1) {
				const points = ((other - 128) / 25) * turn;
				second += points;
				value[index] = ((value[index] as number) + points) / 2;
			}
		}
		if (find(lexicon.negations, hash) !== -1) {
			negated = index;
			negations++;
		}
	}
	const perWord = Math.sqrt(words + 4);
	dense[LEXICON] = sum / Math.sqrt(sum * sum + 15);
	dense[LEXICON + 1] = Math.log1p(positive);
	dense[LEXICON + 2] = Math.log1p(-negative);
	dense[LEXICON + 3] = sum / perWord;
	dense[LEXICON + 4] = worst / 4;
	dense[LEXICON + 5] = second / Math.sqrt(second * second + 15);
	dense[LEXICON + 6] = second / perWord;
	dense[NEGATIONS] = Math.log1p(negations);
	return value;
}
