import type { ModelUsage } from '../item/types';

interface Price {
	/** US dollars per million tokens. */
	input: number;
	cachedInput: number;
	output: number;
}

/**
 * OpenAI's list prices for standard requests, read in November 2026: developers.openai.com/api/docs/pricing and the
 * pages of the models. Models that are not here have no estimate; a wrong one would be worse.
 */
const PRICES: Readonly<Record<string, Price>> = {
	'gpt-6-luna': { input: 0.1, cachedInput: 0.01, output: 0.5 },
	'gpt-6-sol': { input: 2, cachedInput: 0.2, output: 10 },
	'gpt-5.6-luna': { input: 0.2, cachedInput: 0.02, output: 1.2 },
	'gpt-5.6-terra': { input: 2, cachedInput: 0.2, output: 12 },
};

/** Snapshots are named for their day and cost what the model costs. */
const SNAPSHOT = /-\d{4}-\d{2}-\d{2}$/;

/**
 * What the tokens cost by list price, in US dollars.
 * @returns undefined when the model's price is not known
 */
export function estimateCost(usage: Omit<ModelUsage, 'estimatedCostUsd'>): number | undefined {
	const price = PRICES[usage.model] ?? PRICES[usage.model.replace(SNAPSHOT, '')];
	if (price === undefined) return undefined;
	const cached = Math.min(usage.cachedInputTokens ?? 0, usage.inputTokens);
	const dollars =
		((usage.inputTokens - cached) * price.input +
			cached * price.cachedInput +
			usage.outputTokens * price.output) /
		1_000_000;
	return Math.round(dollars * 1e9) / 1e9;
}
