import { learn, valueOf, type LearnOptions, type LinearModel, type Example } from './learn.ts';
import type { Labelled } from './examples.ts';

const base = { epochs: 8, denseL2: 1e-4, l2: 3e-6, useGrams: true, drop: 0, denseDrop: 0 };
/** Steps and weights chosen by leaving folds, kinds of tickets and whole sets out; see README. */
export const TICKET: LearnOptions = {
	...base,
	epochs: 16,
	rate: 0.3,
	denseRate: 0.05,
	drop: 0.5,
	denseDrop: 0.4,
	weightOf: (set) => (set === 'tickets' ? 1 : 0.4),
};
export const GENERAL: LearnOptions = {
	...base,
	rate: 0.05,
	denseRate: 0.05,
	weightOf: (set, size) => {
		if (set === 'tickets') return 1200;
		if (set.startsWith('short')) return 1200;
		// One small set each must carry a whole language.
		return size ** 0.7 * 2000 ** 0.3 * (set.startsWith('tweets') ? 1.5 : 1);
	},
};
const GATE: LearnOptions = {
	...base,
	epochs: 4,
	rate: 0.1,
	denseRate: 0.05,
	useGrams: false,
	weightOf: () => 1,
};
/** A text in doubt is taken for a ticket: that is what the node reads. */
export const GATE_SHIFT = 0.5;

export interface Trained {
	ticket: LinearModel;
	general: LinearModel;
	gate: LinearModel;
}

export function trainAll(examples: readonly Labelled[]): Trained {
	const own = examples.filter(({ set }) => set === 'tickets' || set.startsWith('short'));
	const isTicket = examples
		.filter(({ set }) => !set.startsWith('short'))
		.map((example) => ({
			...example,
			set: 'gate',
			label: example.set === 'tickets' ? 1 : 0,
		}));
	return {
		ticket: learn(own, TICKET),
		general: learn(examples, GENERAL),
		gate: learn(isTicket, GATE),
	};
}

/** The decision value as `generalScore` in nodes/core/score/frustration makes it, before quantising. */
export function decide({ ticket, general, gate }: Trained, example: Example): number {
	const share = 1 / (1 + Math.exp(-(valueOf(gate, example) + GATE_SHIFT)));
	return share * valueOf(ticket, example) + (1 - share) * valueOf(general, example);
}
