import { CRITICAL_FROM } from './labels';
import type { Signal } from '../item/types';

/** Score of a ticket in which nothing was found: low neutral. */
const NOTHING_FOUND = 20;
/** The source recipe scores "love the new feature but …" at 15. */
const PRAISE_WITH_LOW_SIGNALS = 15;
const PRAISE_ONLY = 8;
/** Weights up to here are grumbles that praise outweighs. */
const LOW_WEIGHT = 45;
/** All that further signals can add to the strongest. */
const MOST_ADDED = 14;
const PER_FURTHER_SIGNAL = 6;
const PER_REPETITION = 2;
const MOST_REPETITIONS = 2;

/** What of a signal its weight in a score follows from. */
type Weighed = Pick<Signal, 'name' | 'weight'>;

/** The highest weight, 0 without a signal. */
export function strongestOf(signals: readonly Weighed[]): number {
	return signals.reduce((most, { weight }) => Math.max(most, weight), 0);
}

/**
 * The score of the word list alone, from what it found.
 * The strongest signal's weight counts whole; each further signal and each repetition adds a little, bounded, so that
 * one signal alone scores exactly its weight and many small ones never pass for a large one.
 * @param praiseCount places where the ticket praises or thanks for something; matter only beside low signals
 * @returns 0–100; adding a signal never lowers it
 */
export function wordListScore(signals: readonly Weighed[], praiseCount = 0): number {
	if (signals.length === 0) return praiseCount > 0 ? PRAISE_ONLY : NOTHING_FOUND;
	const weights = new Map<string, { weight: number; count: number }>();
	for (const { name, weight } of signals) {
		const known = weights.get(name);
		if (known === undefined) weights.set(name, { weight, count: 1 });
		else {
			known.weight = Math.max(known.weight, weight);
			known.count++;
		}
	}
	const sorted = [...weights.values()].sort((a, b) => b.weight - a.weight);
	const strongest = sorted[0];
	if (strongest === undefined) return NOTHING_FOUND;
	if (praiseCount > 0 && strongest.weight <= LOW_WEIGHT)
		return Math.min(PRAISE_WITH_LOW_SIGNALS, strongest.weight);
	let added = 0;
	sorted.forEach(({ weight, count }, index) => {
		if (index > 0) added += (PER_FURTHER_SIGNAL * weight) / 100;
		added += (Math.min(count - 1, MOST_REPETITIONS) * PER_REPETITION * weight) / 100;
	});
	// Critical alerts whatever the account, so only a Critical signal may make it: many High ones do not add up to it.
	const most = strongest.weight < CRITICAL_FROM ? CRITICAL_FROM - 1 : 100;
	return Math.min(most, Math.round(strongest.weight + Math.min(added, MOST_ADDED)));
}
