import { DUTCH } from './dutch';
import { ENGLISH } from './english';
import { FRENCH } from './french';
import { GERMAN } from './german';
import { PORTUGUESE } from './portuguese';
import { SPANISH } from './spanish';
import type { MatchPatterns, MatchWords } from './types';

/** The languages that the phrase engine reads, all of them in every text. */
export const MATCH_WORDS: readonly MatchWords[] = [
	ENGLISH,
	GERMAN,
	FRENCH,
	SPANISH,
	PORTUGUESE,
	DUTCH,
];

/** What any language says of one thing, as the alternatives of a pattern. */
export function inAnyLanguage(name: keyof MatchPatterns): string {
	return MATCH_WORDS.flatMap((words) => words[name]?.source ?? []).join('|');
}
