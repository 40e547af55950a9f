import { compileTaxonomy, type CompiledTaxonomy } from '../core/match';
import { parseTaxonomy, type TaxonomyRow } from '../core/taxonomy';
import { topicFinder, type TopicFinder } from '../core/topic';
import { DEFAULT_TOPICS, readTopics, writeTopics, type TopicRow } from '../core/topicList';

const MOST_KEPT = 8;

/** Keeps the last results between runs: compiling takes longer than scoring a ticket. */
function keeping<I, T>(compile: (input: I) => T): (input: I) => T {
	const kept = new Map<string, T>();
	return (input) => {
		const key = JSON.stringify(input) ?? '';
		const known = kept.get(key);
		if (known !== undefined) return known;
		const compiled = compile(input);
		const oldest = kept.keys().next();
		if (kept.size >= MOST_KEPT && !oldest.done) kept.delete(oldest.value);
		kept.set(key, compiled);
		return compiled;
	};
}

/** A word list as the node's fields hold it, before any check. */
export interface WordList {
	/** Rows, or the text of the JSON field. */
	list: unknown;
	presets: readonly TaxonomyRow[];
}

/**
 * The word list ready for matching.
 * @throws Error naming the row and field that is wrong
 */
export const compileWordList: (words: WordList) => CompiledTaxonomy = keeping(
	({ list, presets }) => {
		const rows = parseTaxonomy(list);
		return compileTaxonomy(presets.length > 0 ? parseTaxonomy([...rows, ...presets]) : rows);
	},
);

export interface CompiledTopics {
	rows: readonly TopicRow[];
	/** Absent for the built-in topics, which are ready in any case. */
	findTopic?: TopicFinder;
}

/**
 * The topic list ready for use.
 * @throws Error naming the line that is wrong
 */
export const compileTopics: (text: string) => CompiledTopics = keeping((text) => {
	if (text.trim() === writeTopics(DEFAULT_TOPICS)) return { rows: DEFAULT_TOPICS };
	const rows = readTopics(text);
	return { rows, findTopic: topicFinder(rows) };
});
