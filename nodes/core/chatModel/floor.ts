import { labelOf } from '../score/labels';
import type { Sentiment } from '../item/types';

/** Says in `flags` that the word list's score stands where the model's was lower. */
export const FLOOR_FLAG = 'built-in-floor';

/**
 * Holds a model's answer to what the word list found: it cannot go under the weight of a Critical signal, nor
 * of a High one that Built-In counted. (A signal that is denied, or over by the ticket's own word, is none.)
 * @returns the answer with those signals as evidence, lifted where it was lower
 */
export function withFloor(answer: Sentiment, builtIn: Sentiment): Sentiment {
	const isSolved = builtIn.flags.includes('resolved');
	const strong = builtIn.signals.filter(
		({ riskLevel, weight }) =>
			(riskLevel === 'critical' && !isSolved) ||
			((riskLevel === 'critical' || riskLevel === 'high') && weight <= builtIn.score),
	);
	if (strong.length === 0) return answer;
	const floor = Math.max(...strong.map(({ weight }) => weight));
	const isLifted = answer.score < floor;
	const score = isLifted ? floor : answer.score;
	const added = strong.filter(
		(signal) =>
			!answer.signals.some(
				(known) =>
					known.name === signal.name && known.start < signal.end && signal.start < known.end,
			),
	);
	return {
		...answer,
		score,
		unlistedScore: answer.score,
		label: labelOf(score),
		signals: [...answer.signals, ...added].sort((a, b) => a.start - b.start || b.weight - a.weight),
		flags: isLifted ? [...answer.flags, FLOOR_FLAG] : answer.flags,
	};
}
