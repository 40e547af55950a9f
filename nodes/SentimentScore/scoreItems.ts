import type { IExecuteFunctions } from 'n8n-workflow';

import { readTicket } from '../core/item/readers';
import { scoreTicket } from '../core/score';
import type { Sentiment } from '../core/item/types';
import { toItemError } from '../shared/itemError';
import { once } from '../shared/once';
import {
	readExplains,
	readMethod,
	readText,
	readTopicList,
	readWordList,
} from './SentimentScore.properties';
import { compileTopics, compileWordList } from './wordLists';

export type Result = { sentiment: Sentiment } | { error: unknown };

/**
 * Scores all items: by Built-In first, which also finds items that cannot be scored before a model costs anything,
 * then by the chosen model.
 * @returns one result for each item, in their order
 * @throws NodeOperationError for the first item that fails, unless the node is set to continue
 */
export async function scoreItems(context: IExecuteFunctions): Promise<Result[]> {
	const method = readMethod(context);
	const explains = method === 'builtIn' && readExplains(context);
	const taxonomy = once(() => compileWordList(readWordList(context)));
	const topics = once(() => compileTopics(readTopicList(context)));
	const results = context.getInputData().map(({ json }, itemIndex): Result => {
		try {
			const text = readText(context, json, itemIndex, readTicket);
			const { findTopic } = topics();
			return { sentiment: scoreTicket(text, taxonomy(), { findTopic, explains }) };
		} catch (error) {
			if (!context.continueOnFail()) throw toItemError(context.getNode(), error, itemIndex);
			return { error };
		}
	});
	if (method === 'builtIn' || !results.some((result) => 'sentiment' in result)) return results;
	try {
		const { readModelSettings } = await import('./modelSettings');
		const { scoreByModel } = await import('./modelScoring');
		const settings = readModelSettings(context, method);
		const builtIn = results.map((result) => ('sentiment' in result ? result.sentiment : undefined));
		const answers = await scoreByModel(context, builtIn, taxonomy(), topics().rows, settings);
		return results.map((result, index) => {
			const sentiment = answers[index];
			return sentiment === undefined ? result : { sentiment };
		});
	} catch (error) {
		if (!context.continueOnFail()) throw toItemError(context.getNode(), error, 0);
		return results.map((result) => ('error' in result ? result : { error }));
	}
}
