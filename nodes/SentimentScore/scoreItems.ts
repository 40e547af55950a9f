import type { IExecuteFunctions } from 'n8n-workflow';

import type { Sentiment } from '../core/item/types';
import { scoreTicket } from '../core/score/scoreTicket';
import { toItemError } from '../shared/itemError';
import { once } from '../shared/once';
import { readExplains, readMethod, readText, readWords } from './SentimentScore.properties';
import { compileWords } from './words';

export type Result = { sentiment: Sentiment } | { error: unknown };

/**
 * Scores all items: by Built-In first, which also finds items that cannot be scored before a model costs anything,
 * then by the chosen model. Words that an admin left unfinished are passed over, with a hint and a flag on each item.
 * @returns one result for each item, in their order
 * @throws NodeOperationError for the first item that fails, unless the node is set to continue
 */
export async function scoreItems(context: IExecuteFunctions): Promise<Result[]> {
	const method = readMethod(context);
	const explains = method === 'builtIn' && readExplains(context);
	const words = once(() => compileWords(readWords(context)));
	const results = context.getInputData().map(({ json }, itemIndex): Result => {
		try {
			const { taxonomy, findTopic } = words();
			const text = readText(context, json, itemIndex);
			return { sentiment: scoreTicket(text, taxonomy, { findTopic, explains }) };
		} catch (error) {
			if (!context.continueOnFail()) throw toItemError(context.getNode(), error, itemIndex);
			return { error };
		}
	});
	if (!results.some((result) => 'sentiment' in result)) return results;
	const { taxonomy, topics, problems, flags } = words();
	if (problems.length > 0) tell(context, problems);
	const flagged = (result: Result): Result =>
		'error' in result || flags.length === 0
			? result
			: { sentiment: { ...result.sentiment, flags: [...result.sentiment.flags, ...flags] } };
	if (method === 'builtIn') return results.map(flagged);
	try {
		const { readModelSettings } = await import('./modelSettings');
		const { scoreByModel } = await import('./modelScoring');
		const settings = readModelSettings(context, method);
		const builtIn = results.map((result) => ('sentiment' in result ? result.sentiment : undefined));
		const answers = await scoreByModel(context, builtIn, taxonomy, topics, settings);
		return results.map((result, index) => {
			const sentiment = answers[index];
			return flagged(sentiment === undefined ? result : { sentiment });
		});
	} catch (error) {
		if (!context.continueOnFail()) throw toItemError(context.getNode(), error, 0);
		return results.map((result) => ('error' in result ? result : { error }));
	}
}

function tell(context: IExecuteFunctions, problems: readonly string[]): void {
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message: `Tickets were scored without what is unfinished. ${problems.join(' ')}`,
	});
}
