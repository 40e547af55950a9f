import type { IDataObject } from 'n8n-workflow';

import { plainFirst, TAXONOMY_PRESETS, weightOf } from '../core/score/wordList';
import { DEFAULT_TOPICS, writeTopics } from '../core/topic/topicList';
import { BUILT_IN_SIGNALS } from '../core/score/wordList/compose';

/** What comes with the node, one entry for each signal and topic, in the form the node's own fields take. */
export function shownWords(): IDataObject[] {
	return [
		...BUILT_IN_SIGNALS.map((row) => ({
			kind: 'signal',
			signal: row.signal,
			topic: row.topic,
			riskLevel: row.riskLevel,
			weight: weightOf(row),
			addedBy:
				row.preset === undefined ? 'Use the Built-In Words' : TAXONOMY_PRESETS[row.preset]?.name,
			phrases: plainFirst(row.phrases),
		})),
		...DEFAULT_TOPICS.map((row) => ({
			kind: 'topic',
			topic: row.topic,
			line: writeTopics([row]),
		})),
	];
}
