import { compileTaxonomy } from '../../../../nodes/core/score/match';
import { scoreTicket } from '../../../../nodes/core/score/scoreTicket';
import { DEFAULT_TAXONOMY } from '../../../../nodes/core/score/wordList';
import type { Sentiment } from '../../../../nodes/core/item/types';

const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

/** The node's whole score of a text with the built-in words. */
export function sentimentOf(body: string, subject?: string): Sentiment {
	return scoreTicket({ subject, body }, taxonomy);
}

export const namesIn = ({ signals }: Sentiment): string[] => signals.map(({ name }) => name);
