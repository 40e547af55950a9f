import type { Sentiment } from '../item/types';
import { AUTOMATIC_AT_MOST } from '../score/labels';
import { hasNoPerson } from '../score/noPerson/noPersonReason';
import { isMachineMail } from '../text';
import { modelFacts, toSentiment, type AnswerContext } from './answer';
import type { ModelFailure } from './failure';
import { withFloor } from './floor';
import { hasInstructions } from './instructions';

/**
 * The result of a model method for one ticket. The word list's floor holds when the method asks for it, and whenever
 * the text tries to steer the model.
 * @throws ModelFailure when the answer cannot be used
 */
export function readModelAnswer(
	raw: unknown,
	context: AnswerContext,
	hasFloor: boolean,
): Sentiment {
	const answer = toSentiment(raw, context);
	const isSuspicious = answer.flags.includes('suspicious-instructions');
	return hasFloor || isSuspicious ? withFloor(answer, context.builtIn) : answer;
}

/** What Built-In said, marked as standing in for a model, with the reason. */
export function fallBackTo(
	builtIn: Sentiment,
	modelName: string,
	failure: ModelFailure,
	asked?: Pick<AnswerContext, 'sent' | 'usage'>,
): Sentiment {
	return {
		...builtIn,
		method: `Built-In (${modelName} failed)`,
		flags: [
			...builtIn.flags,
			failure.flag,
			...(hasInstructions(builtIn.text) ? ['suspicious-instructions'] : []),
		],
		...(asked && modelFacts(asked)),
	};
}

/** Whether a ticket is mail that no person wrote: Built-In knows it by its form, and a model is not asked. */
export function isAutomatic({ flags, score }: Sentiment): boolean {
	return score <= AUTOMATIC_AT_MOST && (isMachineMail(flags) || hasNoPerson(flags));
}
