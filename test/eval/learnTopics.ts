import type { PackedTopicModel, TopicWords } from '../../nodes/core/topic/topicModel.ts';

/** One ticket as the topic learner sees it. */
export interface TopicExample {
	words: TopicWords;
	/** What the topic list says, by topic. */
	votes: ReadonlyMap<string, number>;
	/** Every topic that is right. */
	accepted: readonly string[];
}

const EPOCHS = 10;
/** AdaGrad steps of words and of vote weights. */
const RATE = 0.1;
const VOTE_RATE = 0.03;
/** The list is trusted so much at first. */
const FIRST_VOTE_WEIGHT = 2;
const L2 = 1e-5;
/** Share of the words left out of each step, so that no weight leans on another one. */
const DROP = 0.3;
const LEAST_COUNT = 2;

/** A weight table for AdaGrad. */
interface Weights {
	values: Float64Array;
	squares: Float64Array;
}

/**
 * Softmax regression in an order that is always the same. Of several right topics the one that the model holds
 * likelier gets more of the push. No topic has a bias: how often we wrote of one says nothing of a customer's tickets.
 * @param slots size of the word table
 */
export function learnTopics(examples: readonly TopicExample[], slots: number): PackedTopicModel {
	const topics = [...new Set(examples.flatMap(({ accepted }) => accepted))].sort();
	const count = topics.length;
	const known = examples.map((example) => ({
		words: frequentWords(example.words, countsOf(examples, slots)),
		roots: topics.map((topic) => Math.sqrt(example.votes.get(topic) ?? 0)),
		right: topics.map((topic) => example.accepted.includes(topic)),
	}));
	const words = weights(slots * count, 0);
	const votes = weights(count, FIRST_VOTE_WEIGHT);
	const random = randomNumbers();
	const order = known.map((_, index) => index);
	for (let epoch = 0; epoch < EPOCHS; epoch++) {
		for (let index = order.length - 1; index > 0; index--) {
			const other = Math.floor(random() * (index + 1));
			[order[index], order[other]] = [order[other] as number, order[index] as number];
		}
		for (const index of order) {
			const { words: all, roots, right } = known[index] as (typeof known)[number];
			const some = all
				.filter(() => random() >= DROP)
				.map(([slot, share]): [number, number] => [slot, share / (1 - DROP)]);
			const shares = softmax(
				topics.map((_, topic) =>
					some.reduce(
						(sum, [slot, share]) => sum + (words.values[slot * count + topic] as number) * share,
						(votes.values[topic] as number) * (roots[topic] as number),
					),
				),
			);
			const inRight = shares.reduce((sum, share, topic) => sum + (right[topic] ? share : 0), 0);
			shares.forEach((share, topic) => {
				const error = share - (right[topic] ? share / inRight : 0);
				for (const [slot, value] of some) step(words, slot * count + topic, error * value, RATE);
				const root = roots[topic] as number;
				if (root > 0) step(votes, topic, error * root, VOTE_RATE);
			});
		}
	}
	return { topics, ...packed(words.values), voteWeight: rounded(votes) };
}

const countsCache = new WeakMap<readonly TopicExample[], Uint32Array>();

function countsOf(examples: readonly TopicExample[], slots: number): Uint32Array {
	const known = countsCache.get(examples);
	if (known !== undefined) return known;
	const counts = new Uint32Array(slots);
	for (const { words } of examples) {
		for (const slot of words.keys()) counts[slot] = (counts[slot] as number) + 1;
	}
	countsCache.set(examples, counts);
	return counts;
}

function frequentWords(words: TopicWords, counts: Uint32Array): Array<[number, number]> {
	return [...words].filter(([slot]) => (counts[slot] as number) >= LEAST_COUNT);
}

function weights(size: number, value: number): Weights {
	return {
		values: new Float64Array(size).fill(value),
		squares: new Float64Array(size).fill(0.01),
	};
}

function step({ values, squares }: Weights, at: number, push: number, rate: number): void {
	const gradient = push + L2 * (values[at] as number);
	const square = (squares[at] as number) + gradient * gradient;
	squares[at] = square;
	values[at] = (values[at] as number) - (rate * gradient) / Math.sqrt(square);
}

function softmax(values: readonly number[]): number[] {
	const most = Math.max(...values);
	const powers = values.map((value) => Math.exp(value - most));
	const sum = powers.reduce((total, power) => total + power, 0);
	return powers.map((power) => power / sum);
}

/** The same numbers from 0 to 1 each time. */
function randomNumbers(): () => number {
	let state = 7;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 4294967296;
	};
}

/** Int8 with one scale; the few largest weights are clipped so that the others keep their detail. */
function packed(values: Float64Array): { words: string; scale: number } {
	const sizes = Array.from(values, Math.abs)
		.filter((value) => value > 0)
		.sort((a, b) => a - b);
	const scale = (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127;
	const bytes = Int8Array.from(values, (value) =>
		Math.max(-127, Math.min(127, Math.round(value / scale))),
	);
	return { words: Buffer.from(bytes.buffer).toString('base64'), scale };
}

function rounded({ values }: Weights): number[] {
	return Array.from(values, (value) => Math.round(value * 1e4) / 1e4);
}
