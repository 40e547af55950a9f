import type { Row } from './rows.ts';

/** How decision values become scores; see `Weights` in nodes/core/score/frustration/format.ts. */
export interface Calibration {
	threshold: number;
	steepnessBelow: number;
	steepnessAbove: number;
}

/**
 * Share of the frustrated tickets that score 65 or more by the model alone, in cross-validation. The word list's caps
 * take less than a point of it, so that the whole score finds nine of ten.
 */
const RECALL = 0.905;
/**
 * Of the tickets scored 65 to 72 (what the node makes of a probability of 0.65 to 0.84), this share is to be frustrated;
 * what the word list lifts leaves 70 % of it.
 */
const SHARE_IN_FIRST_BAND = 0.75;
const FIRST_BAND_ENDS_AT = 0.8375;
const logit = (probability: number): number => Math.log(probability / (1 - probability));
const LOGIT_AT_DECISION = logit(0.65);

/** @param values decision values of tickets by models that never saw them */
export function calibrate(values: readonly number[], rows: readonly Row[]): Calibration {
	const labels = rows.map(({ label }) => label ?? 0);
	const threshold = thresholdOf(values, labels);
	return {
		threshold,
		steepnessBelow: steepnessBelow(values, rows, threshold),
		steepnessAbove: steepnessAbove(values, labels, threshold),
	};
}

/** The highest value that leaves enough of the frustrated ones above it. */
function thresholdOf(values: readonly number[], labels: readonly number[]): number {
	const frustrated = values.filter((_, index) => labels[index] === 1).sort((a, b) => b - a);
	return frustrated[Math.ceil(frustrated.length * RECALL) - 1] ?? 0;
}

/** As near as may be to the scores people gave to what is below the threshold. */
function steepnessBelow(
	values: readonly number[],
	rows: readonly Row[],
	threshold: number,
): number {
	let steepness = 1;
	let least = Infinity;
	for (let candidate = 0.2; candidate < 1.5; candidate += 0.02) {
		const loss = values.reduce((total, value, index) => {
			if (value >= threshold) return total;
			const score = 100 / (1 + Math.exp(-((value - threshold) * candidate + LOGIT_AT_DECISION)));
			return total + Math.abs(score - (rows[index]?.score ?? score));
		}, 0);
		if (loss < least) {
			least = loss;
			steepness = candidate;
		}
	}
	return steepness;
}

/** As steep as may be while the first band above the threshold is right often enough. */
function steepnessAbove(
	values: readonly number[],
	labels: readonly number[],
	threshold: number,
): number {
	for (let candidate = 1.5; candidate > 0.1; candidate -= 0.01) {
		const end = threshold + (logit(FIRST_BAND_ENDS_AT) - LOGIT_AT_DECISION) / candidate;
		const band = labels.filter((_, index) => {
			const value = values[index] ?? 0;
			return value >= threshold && value < end;
		});
		const share = band.reduce((total, label) => total + label, 0) / band.length;
		if (band.length > 0 && share >= SHARE_IN_FIRST_BAND) return candidate;
	}
	return 0.1;
}
