import type { CueMatches } from './cues/lexicon';
import { CUE_GROUPS } from './cues/types';
import type { HashedTokens } from './tokens';

/** The cue groups come first among the dense features: presence, amount and place of each. */
export const GROUPS = CUE_GROUPS.length;
/** Further dense features after them. */
const STRUCTURE = [
	'lexiconSum',
	'lexiconPositive',
	'lexiconNegative',
	'lexiconMean',
	'lexiconWorst',
	'secondSum',
	'secondMean',
	'questions',
	'questionShare',
	'endsInQuestion',
	'exclamations',
	'numbers',
	'negations',
	'troubleNoQuestion',
	'troubleGroups',
	'troubleInQuestion',
	'calmAfterTrouble',
	'harmAndTrouble',
	'resolvedNoRepeat',
	'praiseAndTrouble',
	'groupsPerWord',
	'nothingWrong',
	'nothingAtAll',
	'troubleStated',
	'negativeStated',
	'negativeAsked',
	'statements',
	'length',
	'calmStated',
	'headings',
	'entries',
	'formShare',
	'namesVersion',
	'faultsOnly',
	'moodGroups',
	'deniedTrouble',
	'praiseAlone',
] as const;
export const DENSE = GROUPS * 3 + STRUCTURE.length;

/** Where a feature stands among the dense ones. */
export const placeOf = (name: (typeof STRUCTURE)[number]): number =>
	GROUPS * 3 + STRUCTURE.indexOf(name);

/** What the model sees of one text. */
export interface Features {
	readonly tokens: HashedTokens;
	readonly matches: CueMatches;
	readonly dense: Float64Array;
	/** Place among the languages of the model, -1 for none of them. */
	readonly language: number;
	readonly words: number;
	/** Slots of the word table, one or more for each token in order. */
	readonly slots: number;
	readonly slot: Int32Array;
	readonly slotToken: Int16Array;
	/** Slots of the letter-group table, in the order of `tokens.gram`. */
	readonly gramSlot: Int32Array;
}
