import type { TextTokens } from '../../text/tokens';
import { contributionsOf, type Contribution } from './contributions';
import { decide, sigmoid } from './decide';
import { extract, speaksOfTrouble } from './features';
import type { Weights } from './format';
import type { Features } from './layout';
import { shippedModel, type FrustrationModel } from './shippedModel';

export interface GeneralScore {
	/** 0–1: how sure the model is that the writer is frustrated; 0.65 is the decision point. */
	probability: number;
	/** 0–1: how much the text is like a support ticket rather than a post or a tweet. */
	ticketLikeness: number;
	/** The words that raised (positive) or lowered (negative) the score, strongest first. */
	contributions(): Contribution[];
}

/**
 * How frustrated the writer of `text` sounds, by the shipped model unless another is given.
 * @param language ISO 639-1; undefined where it cannot be told
 */
export function generalScore(
	text: string,
	language: string | undefined,
	model: FrustrationModel = shippedModel(),
): GeneralScore {
	const features = extract(model.extractor, text, language);
	const { probability, ticketLikeness } = readingOf(model, features);
	return {
		probability,
		ticketLikeness,
		contributions: () => contributionsOf(model.weights, text, features),
	};
}

export interface FrustrationReading extends Pick<GeneralScore, 'probability' | 'ticketLikeness'> {
	words: number;
	/** Whether any word or turn of phrase in it is one of trouble. */
	speaksOfTrouble: boolean;
}

/**
 * As {@link generalScore} without the explanation, for scoring many texts.
 * @param tokens the text's tokens, where it was cut before
 */
export function frustration(
	text: string,
	language: string | undefined,
	model: FrustrationModel = shippedModel(),
	tokens?: TextTokens,
): FrustrationReading {
	return readingOf(model, extract(model.extractor, text, language, tokens));
}

function readingOf({ weights }: FrustrationModel, features: Features): FrustrationReading {
	const { ticket, general, share } = decide(weights, features);
	const value = share * ticket + (1 - share) * general;
	return {
		probability: probabilityOf(value, weights),
		ticketLikeness: share,
		words: features.words,
		speaksOfTrouble: speaksOfTrouble(features),
	};
}

/**
 * 0–1; the decision point is 0.65. Below it the slope follows the scores people gave, above it what share of such
 * tickets was frustrated (`npm run train`).
 */
function probabilityOf(value: number, weights: Weights): number {
	const distance = value - weights.threshold;
	const steepness = distance < 0 ? weights.steepnessBelow : weights.steepnessAbove;
	return sigmoid(distance * steepness + LOGIT_AT_DECISION);
}

/** ln(0.65 / 0.35): the decision value `threshold` maps to a score of 65. */
const LOGIT_AT_DECISION = 0.6190392084062235;
