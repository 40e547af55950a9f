import { DUTCH } from './dutch';
import { FRENCH } from './french';
import { GERMAN } from './german';
import { PORTUGUESE } from './portuguese';
import { SPANISH } from './spanish';
import type { TopicWords } from './types';

/** The words of the default topics in other languages than English. */
const FOREIGN: readonly TopicWords[] = [GERMAN, FRENCH, SPANISH, PORTUGUESE, DUTCH];

/** All languages' words for a topic. Compound words are listed, as matching compares whole words. */
export function foreignWordsFor(topic: string): string[] {
	return FOREIGN.flatMap((words) => words[topic] ?? []);
}

/** Matched letter by letter: among six languages, a word one letter away is most often another word. */
export const FOREIGN_TOPIC_PHRASES: ReadonlySet<string> = new Set(
	FOREIGN.flatMap((words) => Object.values(words).flat()).map((phrase) => phrase.replace(/^~/, '')),
);
