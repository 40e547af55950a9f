import { mix } from '../score/frustration/lookup';
import { hashTokens, NUMBER, WORD } from '../score/frustration/tokens';
import type { TextTokens } from '../text/tokens';
import { TOPIC_WEIGHTS } from './topicWeights';

/**
 * What the words of a ticket say of its topic, beside the topic list: a linear model over hashed words and rough stems,
 * those of the subject apart, learnt from our own tickets (`npm run train`). It holds hashes and weights, no text.
 */
export interface TopicModel {
	readonly topics: readonly string[];
	/** What the root of a topic's votes by the list counts, one for each of `topics`. */
	readonly voteWeight: readonly number[];
	/** For each slot one weight for each of `topics`, in units of `scale`. */
	readonly words: Int8Array;
	readonly scale: number;
}

/** The model as `topicWeights.ts` holds it; `words` in Base64. */
export interface PackedTopicModel extends Omit<TopicModel, 'words'> {
	readonly words: string;
}

const BITS = 14;
export const TOPIC_SLOTS = 1 << BITS;
const STEM_SEED = 0x6a09e667;
const SUBJECT_SEED = 0x3c6ef372;
/** A subject says what a ticket is about. */
const SUBJECT_SHARE = 1.5;

/** So few words say little beside the list. */
const FEW_WORDS = 15;

/** Slots of the model's table and what each counts; the squares of a long text add up to 1, those of a few words to less. */
export type TopicWords = ReadonlyMap<number, number>;

/** The words of a text whose subject ends at `subjectEnd`, 0 without a subject. */
export function topicWords(read: TextTokens, subjectEnd: number): TopicWords {
	const tokens = hashTokens(read, null);
	const found = new Map<number, number>();
	const add = (hash: number, share: number): void => {
		found.set(mix(hash) >>> (32 - BITS), share);
	};
	for (let index = 0; index < tokens.count; index++) {
		const kind = tokens.kind[index];
		if (kind !== WORD && kind !== NUMBER) continue;
		const hash = tokens.hash[index] ?? 0;
		const stem = tokens.stem[index] ?? 0;
		add(hash, 1);
		if (stem !== 0) add(stem ^ STEM_SEED, 1);
		if ((tokens.start[index] ?? 0) >= subjectEnd) continue;
		add(hash ^ SUBJECT_SEED, SUBJECT_SHARE);
		if (stem !== 0) add(stem ^ STEM_SEED ^ SUBJECT_SEED, SUBJECT_SHARE);
	}
	let squares = FEW_WORDS;
	for (const share of found.values()) squares += share * share;
	for (const [slot, share] of found) found.set(slot, share / Math.sqrt(squares));
	return found;
}

/** What list and words together say for each topic of the model: log-odds up to a constant. */
export function topicEvidence(
	model: TopicModel,
	words: TopicWords,
	votes: ReadonlyMap<string, number>,
): number[] {
	const { topics, voteWeight, words: table, scale } = model;
	const evidence = topics.map(
		(topic, index) => (voteWeight[index] ?? 0) * Math.sqrt(votes.get(topic) ?? 0),
	);
	for (const [slot, share] of words) {
		const first = slot * topics.length;
		for (let index = 0; index < topics.length; index++) {
			evidence[index] = (evidence[index] ?? 0) + (table[first + index] ?? 0) * scale * share;
		}
	}
	return evidence;
}

export function unpackTopicModel({ words, ...rest }: PackedTopicModel): TopicModel {
	return { ...rest, words: Int8Array.from(Buffer.from(words, 'base64')) };
}

let shipped: TopicModel | undefined;

/** The model that ships in the pack, decoded on first use (n8n loads node files at start). */
export function shippedTopicModel(): TopicModel {
	shipped ??= unpackTopicModel(TOPIC_WEIGHTS);
	return shipped;
}
