import { loadCore } from './loadCore.ts';
import type { TopicExample } from './learnTopics.ts';
import type { Row } from './rows.ts';

type Score = typeof import('../../nodes/core/score/scoreTicket');
type Match = typeof import('../../nodes/core/score/match');
type Taxonomy = typeof import('../../nodes/core/score/wordList');
type Finder = typeof import('../../nodes/core/topic/topicFinder');
type Model = typeof import('../../nodes/core/topic/topicModel');
type Tokens = typeof import('../../nodes/core/text/tokens');

export const topicCore = await loadCore<Score & Match & Taxonomy & Finder & Model & Tokens>([
	'score/scoreTicket.ts',
	'score/match/index.ts',
	'score/wordList/index.ts',
	'topic/topicFinder.ts',
	'topic/topicModel.ts',
	'text/tokens.ts',
]);
const taxonomy = topicCore.compileTaxonomy(topicCore.DEFAULT_TAXONOMY);
const votesFor = topicCore.topicVotes();

/** The ticket as the topic finder sees it; undefined where no topic is given or nothing is left to read. */
export function toTopicExample({
	subject,
	body,
	text,
	format,
	...row
}: Row): TopicExample | undefined {
	const accepted = [...new Set([row.topic ?? '', ...(row.acceptTopics ?? [])])].filter(
		(topic) => topic !== '',
	);
	let seen: Omit<TopicExample, 'accepted'> | undefined;
	const findTopic: Parameters<typeof topicCore.scoreTicket>[2] = {
		format: format ?? 'text',
		findTopic: (...ticket) => {
			const [read] = ticket;
			seen = {
				words: topicCore.topicWords(topicCore.tokensOf(read), topicCore.subjectEndOf(read)),
				votes: votesFor(...ticket),
			};
			return topicCore.GENERAL_TOPIC;
		},
	};
	if (accepted.length === 0) return undefined;
	topicCore.scoreTicket({ subject, body: body ?? text }, taxonomy, findTopic);
	return seen && { ...seen, accepted };
}
