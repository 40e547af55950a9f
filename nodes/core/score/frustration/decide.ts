import type { Weights } from './format';
import { DENSE, type Features } from './layout';

export interface Decision {
	/** Log-odds of frustration by the model of support tickets. */
	ticket: number;
	/** The same by the model of everything else people write. */
	general: number;
	/** 0–1: how much the text is like a support ticket. */
	share: number;
}

/** The three linear models on one text. */
export function decide(weights: Weights, features: Features): Decision {
	const { words, grams, wordScale, gramScale, dense, bias } = weights;
	const { slots, slot, gramSlot, tokens } = features;
	let ticket = 0;
	let general = 0;
	let gate = 0;
	for (let index = 0; index < slots; index++) {
		const at = (slot[index] as number) * 3;
		ticket += words[at] as number;
		general += words[at + 1] as number;
		gate += words[at + 2] as number;
	}
	const perSlot = slots === 0 ? 0 : 1 / Math.sqrt(slots);
	ticket *= (wordScale[0] as number) * perSlot;
	general *= (wordScale[1] as number) * perSlot;
	gate *= (wordScale[2] as number) * perSlot;
	let ticketGrams = 0;
	let generalGrams = 0;
	const count = tokens.grams;
	for (let index = 0; index < count; index++) {
		const at = (gramSlot[index] as number) * 2;
		ticketGrams += grams[at] as number;
		generalGrams += grams[at + 1] as number;
	}
	const perGram = count === 0 ? 0 : 1 / Math.sqrt(count);
	ticket += ticketGrams * (gramScale[0] as number) * perGram;
	general += generalGrams * (gramScale[1] as number) * perGram;
	const values = features.dense;
	for (let index = 0; index < DENSE; index++) {
		const value = values[index] as number;
		if (value === 0) continue;
		ticket += value * (dense[index] as number);
		general += value * (dense[DENSE + index] as number);
		gate += value * (dense[2 * DENSE + index] as number);
	}
	return {
		ticket: ticket + (bias[0] as number),
		general: general + (bias[1] as number),
		share: sigmoid(gate + (bias[2] as number)),
	};
}

/** The logistic function. */
export function sigmoid(value: number): number {
	return 1 / (1 + Math.exp(-value));
}
