import { compileTaxonomy, type CompiledTaxonomy } from '../core/score/match';
import { topicFinder, type TopicFinder } from '../core/topic/topicFinder';
import { composeTopics, DEFAULT_TOPICS, readTopics, type TopicRow } from '../core/topic/topicList';
import { readSignalChanges, type ChangeRow } from '../core/score/wordList/changes';
import { composeWordList, type WordListSettings } from '../core/score/wordList/compose';
import { reasonOf } from '../shared/reasonOf';

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

/** Words and topics as the node's fields hold them, before any check. */
export interface Words extends Omit<WordListSettings, 'changes'> {
	changes: readonly ChangeRow[];
	/** One topic per line. */
	ownTopics: string;
	usesBuiltInTopics: boolean;
}

export interface CompiledWords {
	taxonomy: CompiledTaxonomy;
	topics: readonly TopicRow[];
	/** Absent for the built-in topics, which are ready in any case. */
	findTopic?: TopicFinder;
	/** What could not be used, in plain words, and the flags that say so on each item. */
	problems: string[];
	flags: string[];
}

/** Words and topics ready for use; what is unfinished or wrong is left out and told. */
export const compileWords: (words: Words) => CompiledWords = keeping((words) => {
	const { ownTopics, usesBuiltInTopics, ...fields } = words;
	const { changes, skipped: skippedChanges } = readSignalChanges(fields.changes);
	const { rows, skipped, problem } = signalsOf({ ...fields, changes });
	const { topics: own, problems } = readTopics(ownTopics);
	const isShipped = own.length === 0 && usesBuiltInTopics;
	const topics = isShipped ? DEFAULT_TOPICS : composeTopics(own, usesBuiltInTopics);
	return {
		taxonomy: compileTaxonomy(rows),
		topics,
		...(!isShipped && { findTopic: topicFinder(topics, usesBuiltInTopics) }),
		problems: [
			...(problem === undefined ? [] : [`Your Own Signals: ${problem}`]),
			...skipped.map(({ reason }) => `Your Own Signals, ${reason}`),
			...skippedChanges.map(({ reason }) => `Change Built-In Signals, ${reason}`),
			...problems.map((reason) => `Your Own Topics, ${reason}`),
		],
		flags: [
			...(problem === undefined ? [] : ['own-signals-skipped']),
			...skipped.map(({ number }) => `own-signal-skipped:${number}`),
			...skippedChanges.map(({ number }) => `built-in-change-skipped:${number}`),
			...(problems.length > 0 ? ['own-topic-skipped'] : []),
		],
	};
});

/** The word list; when the admin's own is no list at all, the rest of it and why. */
function signalsOf(
	settings: WordListSettings,
): ReturnType<typeof composeWordList> & { problem?: string } {
	try {
		return composeWordList(settings);
	} catch (error) {
		const problem = reasonOf(error);
		return { ...composeWordList({ ...settings, own: [] }), problem };
	}
}
