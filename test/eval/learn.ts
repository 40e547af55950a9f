/** One text as the learner sees it: the table slots of its words and letter groups, and the rest. */
export interface Example {
	set: string;
	label: number;
	slots: Int32Array;
	grams: Int32Array;
	dense: Float64Array;
}

export interface LearnOptions {
	epochs: number;
	/** AdaGrad step for table weights and for dense ones. */
	rate: number;
	denseRate: number;
	l2: number;
	denseL2: number;
	/**
	 * Share of the words and letter groups, and of the dense features, left out of each step: no weight may lean on
	 * another one being there. 0 for none.
	 */
	drop: number;
	denseDrop: number;
	/** What a set weighs in all, whatever its size. */
	weightOf(set: string, size: number): number;
	useGrams: boolean;
}

export interface LinearModel {
	words: Float64Array;
	grams: Float64Array;
	dense: Float64Array;
	bias: number;
}

const TABLE = 1 << 17;
const LEAST_COUNT = 2;
const NONE = new Int32Array(0);

/**
 * Logistic regression by AdaGrad, in an order that is always the same. Every set has its own bias,
 * so that how common frustration is in a set teaches nothing about words; the model's bias is the
 * mean of them.
 */
export function learn(examples: readonly Example[], options: LearnOptions): LinearModel {
	const size = (examples[0] as Example).dense.length;
	const names = [...new Set(examples.map(({ set }) => set))];
	const setIndex = examples.map(({ set }) => names.indexOf(set));
	const weights = exampleWeights(examples, options);
	const wordCount = counts(examples.map(({ slots }) => slots));
	const gramCount = counts(examples.map(({ grams }) => grams));
	const words = new Float64Array(TABLE);
	const wordSquares = new Float64Array(TABLE).fill(0.01);
	const grams = new Float64Array(TABLE);
	const gramSquares = new Float64Array(TABLE).fill(0.01);
	const dense = new Float64Array(size);
	const denseSquares = new Float64Array(size).fill(0.01);
	const bias = new Float64Array(names.length);
	const biasSquares = new Float64Array(names.length).fill(0.01);
	const order = examples.map((_, index) => index);
	const random = randomNumbers();

	for (let epoch = 0; epoch < options.epochs; epoch++) {
		for (let index = order.length - 1; index > 0; index--) {
			const other = Math.floor(random() * (index + 1));
			[order[index], order[other]] = [order[other] as number, order[index] as number];
		}
		for (const index of order) {
			const example = examples[index] as Example;
			const set = setIndex[index] as number;
			const slots = someOf(example.slots, options.drop, random);
			const gramSlots = options.useGrams ? someOf(example.grams, options.drop, random) : NONE;
			const values = someValues(example.dense, options.denseDrop, random);
			// What is left counts for what is out, so that sums are as large as when nothing is left out.
			const perSlot = scaleOf(example.slots) / (1 - options.drop);
			const perGram = scaleOf(example.grams) / (1 - options.drop);
			const value =
				(bias[set] as number) +
				sum(words, slots) * perSlot +
				sum(grams, gramSlots) * perGram +
				dot(dense, values);
			const error = (1 / (1 + Math.exp(-value)) - example.label) * (weights[index] as number);
			for (const slot of slots) {
				if ((wordCount[slot] as number) < LEAST_COUNT) continue;
				step(words, wordSquares, slot, error * perSlot, options.rate, options.l2);
			}
			for (const slot of gramSlots) {
				if ((gramCount[slot] as number) < LEAST_COUNT) continue;
				step(grams, gramSquares, slot, error * perGram, options.rate, options.l2);
			}
			for (let at = 0; at < size; at++) {
				const feature = values[at] as number;
				if (feature === 0) continue;
				step(dense, denseSquares, at, error * feature, options.denseRate, options.denseL2);
			}
			step(bias, biasSquares, set, error, 0.05, 0);
		}
	}
	const mean = bias.reduce((total, one) => total + one, 0) / bias.length;
	return { words, grams, dense, bias: mean };
}

/** The same numbers from 0 to 1 each time (a linear congruential generator), so that training can be repeated. */
function randomNumbers(): () => number {
	let state = 7;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 4294967296;
	};
}

function someOf(slots: Int32Array, drop: number, random: () => number): Int32Array {
	return drop === 0 ? slots : slots.filter(() => random() >= drop);
}

function someValues(values: Float64Array, drop: number, random: () => number): Float64Array {
	if (drop === 0) return values;
	return values.map((value) => (value === 0 || random() < drop ? 0 : value / (1 - drop)));
}

/** Log-odds of one example. */
export function valueOf(model: LinearModel, example: Example): number {
	return (
		model.bias +
		sum(model.words, example.slots) * scaleOf(example.slots) +
		sum(model.grams, example.grams) * scaleOf(example.grams) +
		dot(model.dense, example.dense)
	);
}

function exampleWeights(examples: readonly Example[], options: LearnOptions): number[] {
	const sizes = new Map<string, { all: number; positive: number }>();
	for (const { set, label } of examples) {
		const size = sizes.get(set) ?? { all: 0, positive: 0 };
		sizes.set(set, { all: size.all + 1, positive: size.positive + label });
	}
	const weights = examples.map(({ set, label }) => {
		const { all, positive } = sizes.get(set) as { all: number; positive: number };
		const share = (label === 1 ? positive : all - positive) / all;
		return (options.weightOf(set, all) / all) * Math.sqrt(0.5 / share);
	});
	const mean = weights.reduce((total, one) => total + one, 0) / weights.length;
	return weights.map((weight) => weight / mean);
}

function counts(lists: ReadonlyArray<Int32Array>): Uint32Array {
	const count = new Uint32Array(TABLE);
	for (const list of lists) {
		for (const slot of new Set(list)) count[slot] = (count[slot] as number) + 1;
	}
	return count;
}

function scaleOf(slots: Int32Array): number {
	return slots.length === 0 ? 0 : 1 / Math.sqrt(slots.length);
}

function sum(table: Float64Array, slots: Int32Array): number {
	let total = 0;
	for (const slot of slots) total += table[slot] as number;
	return total;
}

function dot(weights: Float64Array, values: Float64Array): number {
	let total = 0;
	for (let index = 0; index < values.length; index++) {
		total += (weights[index] as number) * (values[index] as number);
	}
	return total;
}

function step(
	weights: Float64Array,
	squares: Float64Array,
	at: number,
	push: number,
	rate: number,
	l2: number,
): void {
	const gradient = push + l2 * (weights[at] as number);
	const square = (squares[at] as number) + gradient * gradient;
	squares[at] = square;
	weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(square);
}
