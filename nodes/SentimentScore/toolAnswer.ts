import type { IDataObject } from 'n8n-workflow';

import type { Sentiment } from '../core/item/types';

/** What an AI agent that called the node as its tool needs of a score, without the ticket's whole text. */
export function toolAnswer(sentiment: Sentiment): IDataObject {
	const { score, label, topic, summary, signals, language, confidence, flags } = sentiment;
	return {
		score,
		meaning: 'Frustration from 0 (pleased) to 100; a person should look from 65, at once from 80',
		label,
		topic,
		...(summary !== undefined && { summary }),
		evidence: signals.map(({ name, quote }) => ({ signal: name, quote })),
		...(language !== undefined && { language }),
		confidence,
		...(flags.length > 0 && { flags }),
	};
}
