import { compileTaxonomy, findMentions, type Mention } from '../score/match';
import type { ReadText } from '../score/readText';
import { tokensOf } from '../text/tokens';
import { DEFAULT_TOPICS, GENERAL_TOPIC, HINT_MARK, type TopicRow } from './defaultTopics';
import {
	shippedTopicModel,
	topicEvidence,
	topicWords,
	type TopicModel,
	type TopicWords,
} from './topicModel';
import type { Signal } from '../item/types';

export { DEFAULT_TOPICS, GENERAL_TOPIC, type TopicRow } from './defaultTopics';

/** A subject says what a ticket is about; the end of a long text rarely does. */
const SUBJECT_VOTE = 2.2;
const EARLY_VOTE = 1.3;
const EARLY = 160;
const LONGEST_SUBJECT = 120;
/** The first thing a subject names is what it is about: "Import of the price list". */
const HEAD_VOTE = 1.2;
/** Less than one plain word late in a text says nothing. */
const LEAST_VOTE = 0.5;
/** What praise counts in a ticket that is nothing else. */
const PRAISED = 1.6;
/** What a word that only hints at a topic counts beside one that names it. */
const HINT_SHARE = 0.4;
/** The second mention of a topic says half as much as the first, the third a quarter. */
const REPEATED_SHARE = 0.6;
/** What a signal of the word list says of the topic, beside the words of the topic list. */
const SIGNAL_VOTE = 0.8;
/** Topics of how things are said or served, which only count when little else does. */
const FAINT: ReadonlyMap<string, number> = new Map([
	['question', 0.15],
	['praise', 0.3],
	['support', 0.55],
	['feature request', 0.7],
	['deadline', 0],
	['legal', 0.3],
]);
/** Words that the list does not know must say a topic so clearly; all topics alike have 0.05. */
const LEAST_SHARE = 0.12;
/** What the root of an own topic's votes counts beside what was learnt of the built-in ones. */
const OWN_TOPIC = 4;
/** Names of neighbouring areas that share their evidence: the area is decided first, the name then. */
const NEIGHBOURS: ReadonlyArray<ReadonlySet<string>> = [
	new Set(['sync', 'integration']),
	new Set(['performance', 'outage']),
];
/** What evidence for one neighbour says for the other. */
const NEIGHBOUR_SHARE = 0.7;

/**
 * Tells a ticket's topic.
 * @param topicOf the topic that belongs to a signal's name, '' when it has none
 * @param isPositive whether the ticket is glad: praise is what it is about then, and not an aside
 * @param read the text as it was cut before, where it was
 * @returns one of the list's topics or of the signals' topics, or "general"
 */
export type TopicFinder = (
	text: string,
	signals: readonly Signal[],
	topicOf: (signal: string) => string,
	isPositive?: boolean,
	read?: Pick<ReadText, 'tokens' | 'cut'>,
) => string;

/** The built-in topics' names by their lower case: an admin may write "Billing". */
const BUILT_IN = new Map(DEFAULT_TOPICS.map(({ topic }) => [topic.toLowerCase(), topic]));

/** As {@link TopicFinder}, with what speaks for each topic instead of the best of them. */
export type TopicVotes = (...ticket: Parameters<TopicFinder>) => Map<string, number>;

/**
 * @param topics the topics an admin wants to see; of equally good ones the earlier is taken
 * @param usesLearnt whether what was learnt of the built-in topics' words counts, too, where the list holds all of them
 * @returns a function that tells the topic, as the list spells it, by what the list says of it and by what was learnt
 */
export function topicFinder(
	topics: readonly TopicRow[] = DEFAULT_TOPICS,
	usesLearnt = true,
): TopicFinder {
	const votesFor = topicVotes(topics);
	const spelled = new Map(topics.map(({ topic }) => [topic.toLowerCase(), topic]));
	const isBuiltIn = DEFAULT_TOPICS.every(({ topic }) => spelled.has(topic.toLowerCase()));
	if (!usesLearnt || !isBuiltIn) return (...ticket) => mostVoted(votesFor(...ticket));
	return (...ticket) => {
		const [text, , , , read] = ticket;
		const votes = new Map(
			[...votesFor(...ticket)].map(([topic, vote]) => [
				BUILT_IN.get(topic.toLowerCase()) ?? topic,
				vote,
			]),
		);
		const words = topicWords(read?.tokens ?? tokensOf(text), subjectEndOf(text));
		const topic = likeliestTopic(shippedTopicModel(), words, votes);
		return spelled.get(topic.toLowerCase()) ?? topic;
	};
}

/** Where the subject of a cleaned text ends, 0 without one. */
export function subjectEndOf(text: string): number {
	const end = text.indexOf('\n\n');
	return end > LONGEST_SUBJECT ? 0 : Math.max(0, end);
}

/** The topic with the most votes, of equal ones the earlier of the list. */
function mostVoted(votes: ReadonlyMap<string, number>): string {
	let best = GENERAL_TOPIC;
	let most = LEAST_VOTE;
	for (const [topic, vote] of votes) {
		if (vote > most || (vote === most && best === GENERAL_TOPIC)) [best, most] = [topic, vote];
	}
	return best;
}

/**
 * The topic that votes and words speak for most. Topics the model does not know (the admin's own) stand by their votes.
 */
export function likeliestTopic(
	model: TopicModel,
	words: TopicWords,
	votes: ReadonlyMap<string, number>,
): string {
	const evidence = topicEvidence(model, words, votes);
	let best = GENERAL_TOPIC;
	let most = -Infinity;
	model.topics.forEach((topic, index) => {
		const value = evidence[index] ?? 0;
		if (value > most) [best, most] = [topic, value];
	});
	let isListed = false;
	for (const [topic, vote] of votes) {
		if (vote < LEAST_VOTE) continue;
		isListed = true;
		const value = model.topics.includes(topic) ? -Infinity : OWN_TOPIC * Math.sqrt(vote);
		if (value > most) [best, most] = [topic, value];
	}
	const share = 1 / evidence.reduce((sum, value) => sum + Math.exp(value - most), 0);
	return isListed || share >= LEAST_SHARE ? best : GENERAL_TOPIC;
}

/**
 * @returns a function that counts, for each topic, the words that speak for it: the subject's and the first ones more,
 * hints and repetitions less, and the topics of the signals found among them; in the order of the list
 */
export function topicVotes(topics: readonly TopicRow[] = DEFAULT_TOPICS): TopicVotes {
	const compiled = compileTaxonomy(topics.flatMap(rowsOf));
	const rank = new Map(topics.map(({ topic }, index) => [topic, index]));
	const rankOf = (topic: string): number => rank.get(topic) ?? topics.length;
	return (text, signals, topicOf, isPositive = false, read) => {
		const subjectEnd = subjectEndOf(text);
		const isSubject = (start: number): boolean => start < subjectEnd;
		const evidence = new Map<string, number[]>();
		const vote = (topic: string, weight: number): void => {
			const faint = weight * (isPositive && topic === 'praise' ? PRAISED : (FAINT.get(topic) ?? 1));
			if (topic === '' || faint <= 0) return;
			const list = evidence.get(topic);
			if (list === undefined) evidence.set(topic, [faint]);
			else list.push(faint);
		};
		const named = findMentions(text, compiled, read?.cut);
		const head = named.find(({ name, start }) => isSubject(start) && !name.startsWith(HINT_MARK));
		for (const { name, start, end } of named) {
			const place =
				(isSubject(start) ? SUBJECT_VOTE : start < EARLY ? EARLY_VOTE : 1) *
				(start === head?.start ? HEAD_VOTE : 1);
			if (isInside(named, start, end)) continue;
			if (name.startsWith(HINT_MARK)) vote(name.slice(HINT_MARK.length), place * HINT_SHARE);
			else vote(name, place);
		}
		for (const { name, weight } of signals) vote(topicOf(name), (SIGNAL_VOTE * weight) / 85);
		const votes = new Map([...evidence].map(([topic, list]) => [topic, total(list)]));
		return new Map(
			[...votes]
				.map(([topic, own]): [string, number] => [
					topic,
					own + NEIGHBOUR_SHARE * ofNeighbours(votes, topic),
				])
				.sort(([a], [b]) => rankOf(a) - rankOf(b)),
		);
	};
}

/** A topic's plain phrases and its hints as rows of their own. */
function rowsOf({
	topic,
	phrases,
}: TopicRow): Array<Parameters<typeof compileTaxonomy>[0][number]> {
	const isHint = (phrase: string): boolean => phrase.startsWith(HINT_MARK);
	const row = (signal: string, of: string[]) => ({
		signal,
		topic: '',
		riskLevel: 'lowMedium' as const,
		phrases: of,
	});
	return [
		row(
			topic,
			phrases.filter((phrase) => !isHint(phrase)),
		),
		row(
			HINT_MARK + topic,
			phrases.filter(isHint).map((phrase) => phrase.slice(HINT_MARK.length)),
		),
	].filter(({ phrases: kept }) => kept.length > 0);
}

/** Whether a longer plain phrase says it better: "account manager" is no account, "export the report" one thing. */
function isInside(named: readonly Mention[], start: number, end: number): boolean {
	return named.some(
		(other) =>
			!other.name.startsWith(HINT_MARK) &&
			other.start <= start &&
			end <= other.end &&
			other.end - other.start > end - start,
	);
}

function total(list: number[]): number {
	return list
		.sort((a, b) => b - a)
		.reduce((sum, weight, index) => sum + weight * REPEATED_SHARE ** index, 0);
}

function ofNeighbours(votes: ReadonlyMap<string, number>, topic: string): number {
	let sum = 0;
	for (const group of NEIGHBOURS) {
		if (!group.has(topic)) continue;
		for (const other of group) if (other !== topic) sum += votes.get(other) ?? 0;
	}
	return sum;
}
