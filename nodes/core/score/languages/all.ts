import { DUTCH } from './dutch';
import { ENGLISH } from './english';
import { FRENCH } from './french';
import { GERMAN } from './german';
import { PORTUGUESE } from './portuguese';
import { SPANISH } from './spanish';
import type { ScoreWords } from './types';

export const SCORE_WORDS: readonly ScoreWords[] = [
	ENGLISH,
	GERMAN,
	FRENCH,
	SPANISH,
	PORTUGUESE,
	DUTCH,
];

/** What any language says of one thing, as the alternatives of a pattern. */
export function inAnyLanguage(name: keyof ScoreWords): string {
	return SCORE_WORDS.map((words) => words[name].source).join('|');
}
