import type { SentimentLabel } from '../item/types';

/** Scores from here on are "Frustrated": where a CS manager would want to know (DESIGN 2). */
export const FRUSTRATED_FROM = 65;
/** Scores from here on are "Critical" (DESIGN 2). */
export const CRITICAL_FROM = 80;
/** What mail that no person wrote can score at most: positive. */
export const AUTOMATIC_AT_MOST = 15;
/** Scores below this are "Positive" (DESIGN 2). */
export const NEUTRAL_FROM = 20;

/** The lowest score of each label, 0–100. */
export const LABEL_FROM: Readonly<Record<SentimentLabel, number>> = {
	Positive: 0,
	Neutral: NEUTRAL_FROM,
	Frustrated: FRUSTRATED_FROM,
	Critical: CRITICAL_FROM,
};

/** The label of a score 0–100: 0–19 Positive, 20–64 Neutral, 65–79 Frustrated, 80–100 Critical. */
export function labelOf(score: number): SentimentLabel {
	if (score >= CRITICAL_FROM) return 'Critical';
	if (score >= FRUSTRATED_FROM) return 'Frustrated';
	return score >= NEUTRAL_FROM ? 'Neutral' : 'Positive';
}
