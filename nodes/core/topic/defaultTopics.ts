import { ENGLISH } from './words/english';
import { foreignWordsFor } from './words/foreign';

/**
 * A topic and the words that speak for it, as an admin edits them. Phrases are read like the word list's; one that
 * starts with "~" only hints at the topic and gives way to a plain one.
 */
export interface TopicRow {
	topic: string;
	phrases: string[];
}

/** What a ticket is about when nothing says so; a helpdesk's own word for it. */
export const GENERAL_TOPIC = 'general';

/** In front of a phrase that only hints at its topic. */
export const HINT_MARK = '~';

/** What a newcomer understands at a glance comes first; the order means nothing to the topic. */
function simplestFirst(phrases: readonly string[]): string[] {
	const weight = (phrase: string): number =>
		phrase.length + (phrase.includes('(') ? 1000 : 0) + (phrase.startsWith(HINT_MARK) ? 2000 : 0);
	return [...phrases].sort((a, b) => weight(a) - weight(b));
}

/** In the order in which equally good topics are preferred. */
export const DEFAULT_TOPICS: readonly TopicRow[] = Object.entries(ENGLISH).map(
	([topic, phrases]) => ({
		topic,
		phrases: [...simplestFirst(phrases), ...foreignWordsFor(topic)],
	}),
);
