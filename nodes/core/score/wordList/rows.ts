import type { RiskLevel } from '../../item/types';

/** One signal of the word list, as an admin edits it. */
export interface TaxonomyRow {
	/** Unique, shown with every match. */
	signal: string;
	/** The topic this signal stands for; empty lets the topic list decide. */
	topic: string;
	riskLevel: RiskLevel;
	/** 0–100, the score the signal asks for on its own; without it the risk level's. */
	weight?: number;
	phrases: string[];
	/** Whether it counts however calm the text is: a built-in signal else needs a text that reads like trouble. */
	alwaysCounts?: boolean;
}

/** Scores the risk levels ask for (DESIGN §2: "data disappeared" scores 85). */
export const RISK_WEIGHTS: Record<RiskLevel, number> = {
	critical: 85,
	high: 75,
	mediumHigh: 65,
	lowMedium: 35,
};

/** The score, 0–100, that a signal asks for on its own. */
export function weightOf({ weight, riskLevel }: TaxonomyRow): number {
	return weight ?? RISK_WEIGHTS[riskLevel];
}

/** The phrases that a newcomer understands at a glance come first; their order means nothing to the score. */
export function plainFirst(phrases: readonly string[]): string[] {
	const isPlain = (phrase: string): boolean => !/[|(]/.test(phrase);
	return [...phrases.filter(isPlain), ...phrases.filter((phrase) => !isPlain(phrase))];
}
