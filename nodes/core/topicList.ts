import type { TopicRow } from './taxonomy/topics';

export { DEFAULT_TOPICS, type TopicRow } from './taxonomy/topics';

/** The largest list taken: a model's answer format holds no more choices. */
export const MOST_TOPICS = 100;
const LONGEST_TOPIC = 60;

/** A list as an admin edits it: one topic per line, e.g. "export: csv, download report". */
export function writeTopics(topics: readonly TopicRow[]): string {
	return topics.map(({ topic, phrases }) => `${topic}: ${phrases.join(', ')}`).join('\n');
}

/**
 * Reads what {@link writeTopics} wrote or an admin made of it. A line without keywords is a topic that only a model
 * or a signal can choose.
 * @throws Error naming the line that is wrong
 */
export function readTopics(text: string): TopicRow[] {
	const seen = new Map<string, number>();
	const topics: TopicRow[] = [];
	text.split(/\r?\n/).forEach((line, index) => {
		if (line.trim() === '') return;
		const where = `Topics, line ${index + 1}`;
		const colon = line.indexOf(':');
		const topic = (colon < 0 ? line : line.slice(0, colon)).trim();
		if (topic === '') {
			throw new Error(
				`${where}: there is no topic before the colon. Write it like "export: csv, download report".`,
			);
		}
		if (topic.length > LONGEST_TOPIC) {
			throw new Error(
				`${where}: the topic is longer than ${LONGEST_TOPIC} characters. Put a colon after the topic's name.`,
			);
		}
		const first = seen.get(topic.toLowerCase());
		if (first !== undefined) {
			throw new Error(`${where}: "${topic}" is on line ${first} already. Remove one of them.`);
		}
		seen.set(topic.toLowerCase(), index + 1);
		const keywords = colon < 0 ? '' : line.slice(colon + 1);
		const phrases = keywords.split(',').map((phrase) => phrase.trim());
		topics.push({ topic, phrases: phrases.filter((phrase) => phrase !== '') });
	});
	if (topics.length > MOST_TOPICS) {
		throw new Error(`Topics has ${topics.length} lines. At most ${MOST_TOPICS} topics are taken.`);
	}
	return topics;
}
