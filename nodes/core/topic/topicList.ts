import { DEFAULT_TOPICS, type TopicRow } from './defaultTopics';

export { DEFAULT_TOPICS, type TopicRow } from './defaultTopics';

/** The largest list taken: a model's answer format holds no more choices. */
export const MOST_TOPICS = 100;
const LONGEST_TOPIC = 60;

/** A list as an admin edits it: one topic per line, e.g. "export: csv, download report". */
export function writeTopics(topics: readonly TopicRow[]): string {
	return topics.map(({ topic, phrases }) => `${topic}: ${phrases.join(', ')}`).join('\n');
}

/**
 * Reads what {@link writeTopics} wrote or an admin made of it. A line without keywords is a topic that only a model
 * or a signal can choose. A line that is wrong is left out, so that it never stops the others.
 * @returns the topics, and for each line left out why, naming it
 */
export function readTopics(text: string): { topics: TopicRow[]; problems: string[] } {
	const seen = new Map<string, number>();
	const topics: TopicRow[] = [];
	const problems: string[] = [];
	text.split(/\r?\n/).forEach((line, index) => {
		if (line.trim() === '') return;
		const colon = line.indexOf(':');
		const topic = (colon < 0 ? line : line.slice(0, colon)).trim();
		const problem = problemOf(topic, seen.get(topic.toLowerCase()), topics.length);
		if (problem !== undefined) {
			problems.push(`Line ${index + 1}: ${problem}`);
			return;
		}
		seen.set(topic.toLowerCase(), index + 1);
		const keywords = colon < 0 ? '' : line.slice(colon + 1);
		const phrases = keywords.split(',').map((phrase) => phrase.trim());
		topics.push({ topic, phrases: phrases.filter((phrase) => phrase !== '') });
	});
	return { topics, problems };
}

/** @param first line that has the same topic already */
function problemOf(topic: string, first: number | undefined, known: number): string | undefined {
	if (topic === '') {
		return 'there is no topic before the colon. Write it like "export: csv, download report".';
	}
	if (topic.length > LONGEST_TOPIC) {
		return `the topic is longer than ${LONGEST_TOPIC} characters. Put a colon after the topic's name.`;
	}
	if (first !== undefined) return `"${topic}" is on line ${first} already. Remove one of them.`;
	return known >= MOST_TOPICS ? `at most ${MOST_TOPICS} topics are taken.` : undefined;
}

/**
 * The topics a node works with: the admin's own first, then the built-in ones. An own topic with the name of a built-in
 * one adds its words to it.
 */
export function composeTopics(own: readonly TopicRow[], usesBuiltIn: boolean): TopicRow[] {
	if (!usesBuiltIn) return [...own];
	const builtIn = new Map(DEFAULT_TOPICS.map((row) => [row.topic.toLowerCase(), row]));
	const names = new Set(own.map(({ topic }) => topic.toLowerCase()));
	return [
		...own.map(({ topic, phrases }) => ({
			topic,
			phrases: [...new Set([...phrases, ...(builtIn.get(topic.toLowerCase())?.phrases ?? [])])],
		})),
		...DEFAULT_TOPICS.filter(({ topic }) => !names.has(topic.toLowerCase())),
	].slice(0, MOST_TOPICS);
}
