/** What `npm run train` needs of the model; nothing that scores tickets imports this file. */
import { LANGUAGES } from './cues/languages';
import type { LexiconEntry } from './format';
import { buildLookup } from './lookup';
import { negationTable, type Lexicon } from './wordValues';

export { LANGUAGES } from './cues/languages';
export { createExtractor, extract } from './features';
export { packWeights } from './format';
export { hashWord } from './tokens';

/** Look-up tables of the word values: one list for each of {@link LANGUAGES}, then VADER's. */
export function lexiconOf(entries: ReadonlyArray<readonly LexiconEntry[]>): Lexicon {
	const tables = entries.map((list) => buildLookup(list));
	return {
		first: tables.slice(0, LANGUAGES.length),
		second: tables[LANGUAGES.length] ?? buildLookup([]),
		negations: negationTable(),
	};
}
