import { compileTaxonomy, findMentions, type CutText, type Mention } from '../score/match';
import { DEFAULT_TOPICS, GENERAL_TOPIC, HINT_MARK, type TopicRow } from './defaultTopics';
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
 * @param cut the text's words, where it was cut before
 * @returns one of the list's topics or of the signals' topics, or "general"
 */
export type TopicFinder = (
	text: string,
	signals: readonly Signal[],
	topicOf: (signal: string) => string,
	isPositive?: boolean,
	cut?: CutText,
) => string;

/**
 * @param topics the topics an admin wants to see; of equally good ones the earlier is taken
 * @returns a function that counts, for each topic, the words that speak for it: the subject's and the first ones more,
 * hints and repetitions less, and the topics of the signals found among them
 */
export function topicFinder(topics: readonly TopicRow[] = DEFAULT_TOPICS): TopicFinder {
	const compiled = compileTaxonomy(topics.flatMap(rowsOf));
	const rank = new Map(topics.map(({ topic }, index) => [topic, index]));
	return (text, signals, topicOf, isPositive = false, cut) => {
		const subjectEnd = text.indexOf('\n\n');
		const isSubject = (start: number): boolean =>
			subjectEnd > 0 && subjectEnd <= LONGEST_SUBJECT && start < subjectEnd;
		const evidence = new Map<string, number[]>();
		const vote = (topic: string, weight: number): void => {
			const faint = weight * (isPositive && topic === 'praise' ? PRAISED : (FAINT.get(topic) ?? 1));
			if (topic === '' || faint <= 0) return;
			const list = evidence.get(topic);
			if (list === undefined) evidence.set(topic, [faint]);
			else list.push(faint);
		};
		const named = findMentions(text, compiled, cut);
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
		let best = '';
		let most = 0;
		for (const [topic, own] of votes) {
			const lead = own + NEIGHBOUR_SHARE * ofNeighbours(votes, topic) - most;
			const isEarlier = (rank.get(topic) ?? topics.length) < (rank.get(best) ?? topics.length);
			if (best !== '' && lead < 0) continue;
			if (best !== '' && lead === 0 && !isEarlier) continue;
			best = topic;
			most += lead;
		}
		return best === '' || most < LEAST_VOTE ? GENERAL_TOPIC : best;
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
