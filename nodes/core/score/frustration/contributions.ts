import { CUE_GROUPS } from './cues/types';
import { decide } from './decide';
import type { Weights } from './format';
import { DENSE, type Features } from './layout';

export interface Contribution {
	/** An exact piece of the text. */
	text: string;
	start: number;
	end: number;
	/** Log-odds: positive raised the score. */
	weight: number;
}

const MOST = 20;

/** Splits the decision over the words it came from; what belongs to no word (length, place) is left out. */
export function contributionsOf(
	weights: Weights,
	text: string,
	features: Features,
): Contribution[] {
	const { share } = decide(weights, features);
	const { tokens, matches, slots, slot, slotToken, gramSlot } = features;
	const byToken = new Float64Array(tokens.count);
	const add = (token: number, weight: number): void => {
		byToken[token] = (byToken[token] ?? 0) + weight;
	};
	const blend = (ticket: number, general: number): number => share * ticket + (1 - share) * general;

	const perSlot = 1 / Math.sqrt(Math.max(1, slots));
	for (let index = 0; index < slots; index++) {
		const at = (slot[index] as number) * 3;
		const ticket = (weights.words[at] as number) * (weights.wordScale[0] as number);
		const general = (weights.words[at + 1] as number) * (weights.wordScale[1] as number);
		add(slotToken[index] as number, blend(ticket, general) * perSlot);
	}
	const perGram = 1 / Math.sqrt(Math.max(1, tokens.grams));
	for (let index = 0; index < tokens.grams; index++) {
		const at = (gramSlot[index] as number) * 2;
		const ticket = (weights.grams[at] as number) * (weights.gramScale[0] as number);
		const general = (weights.grams[at + 1] as number) * (weights.gramScale[1] as number);
		add(tokens.gramToken[index] as number, blend(ticket, general) * perGram);
	}

	const found: Contribution[] = [];
	const taken = new Uint8Array(tokens.count);
	const groups = CUE_GROUPS.length;
	const amount = new Float64Array(groups);
	for (let index = 0; index < matches.count; index++) {
		const group = matches.group[index] as number;
		amount[group] = (amount[group] as number) + 1;
	}
	for (let index = 0; index < matches.count; index++) {
		const group = matches.group[index] as number;
		let weight = 0;
		for (let part = 0; part < 3; part++) {
			const at = part * groups + group;
			const value = features.dense[at] as number;
			weight += value * blend(weights.dense[at] as number, weights.dense[DENSE + at] as number);
		}
		weight /= amount[group] as number;
		const first = matches.first[index] as number;
		const last = matches.last[index] as number;
		for (let token = first; token <= last; token++) {
			if (taken[token] === 0) weight += byToken[token] as number;
			taken[token] = 1;
		}
		found.push(piece(text, tokens.start[first] as number, tokens.end[last] as number, weight));
	}
	for (let token = 0; token < tokens.count; token++) {
		if (taken[token] === 1) continue;
		const weight = byToken[token] as number;
		found.push(piece(text, tokens.start[token] as number, tokens.end[token] as number, weight));
	}
	return found
		.filter(({ weight }) => Math.abs(weight) > 0.02)
		.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start)
		.slice(0, MOST);
}

function piece(text: string, start: number, end: number, weight: number): Contribution {
	return { text: text.slice(start, end), start, end, weight };
}
