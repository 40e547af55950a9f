import { labelOf } from '../labels';
import type { Sentiment, Signal } from '../types';

/** Says in `flags` that the word list's score stands where the model's was lower. */
export const FLOOR_FLAG = 'built-in-floor';

const isStrong = ({ riskLevel }: Signal): boolean =>
	riskLevel === 'critical' || riskLevel === 'high';

/**
 * Holds a model's answer to what the word list found: it cannot go under the weight of a Critical or High signal that
 * Built-In counted. (A signal whose trouble is over by the ticket's own word does not count there either.)
 * @returns the answer with those signals as evidence, lifted where it was lower
 */
export function withFloor(answer: Sentiment, builtIn: Sentiment): Sentiment {
	const strong = builtIn.signals.filter(
		(signal) => isStrong(signal) && signal.weight <= builtIn.score,
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
		label: labelOf(score),
		signals: [...answer.signals, ...added].sort((a, b) => a.start - b.start || b.weight - a.weight),
		flags: isLifted ? [...answer.flags, FLOOR_FLAG] : answer.flags,
	};
}
