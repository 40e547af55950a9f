import type { TaxonomyRow } from '../score/wordList/rows';
import { GENERAL_TOPIC } from '../topic/topicFinder';

/** All topics that an answer may choose from: the admin's, those of the signals, and "general". */
export function allowedTopics(
	topics: ReadonlyArray<{ topic: string }>,
	rows: readonly TaxonomyRow[],
): string[] {
	const all = [
		...topics.map(({ topic }) => topic),
		...rows.map(({ topic }) => topic),
		GENERAL_TOPIC,
	].filter((topic) => topic !== '');
	const known = new Set<string>();
	return all.filter((topic) => {
		const key = topic.toLowerCase();
		return !known.has(key) && known.add(key);
	});
}
