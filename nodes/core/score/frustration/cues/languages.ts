import { DUTCH } from './dutch';
import { ENGLISH } from './english';
import { FRENCH } from './french';
import { GERMAN } from './german';
import { PORTUGUESE } from './portuguese';
import { SPANISH } from './spanish';
import type { ModelWords } from './types';

/** The languages of the model. Their order is part of the trained model: append only, then train again. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'nl'] as const;
/** One for each of {@link LANGUAGES}. */
const WORDS: readonly ModelWords[] = [ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, DUTCH];

const all = (of: (words: ModelWords) => string): string[] =>
	WORDS.flatMap((words) => of(words).split(' '));

export const CUES = WORDS.map(({ cues }) => cues);
export const NEGATION_WORDS: readonly string[] = all(({ negations }) => negations);
export const NUMBER_WORDS: readonly string[] = all(({ numbers }) => numbers);
export const ORDINAL_WORDS: readonly string[] = all(({ ordinals }) => ordinals);
