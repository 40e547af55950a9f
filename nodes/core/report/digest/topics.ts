import type { LoggedScore, Period } from '../rows';

/** What messages were about, and whether there are more of them than before. */
export interface TopicCount {
	topic: string;
	messages: number;
	/** Average score, 0–100. */
	score: number;
	/** Messages that came of it in as many days, on average, of the weeks before; absent where they are not known. */
	before?: number;
}

const DAY_MS = 86_400_000;
/** Fewer days of history say nothing of a week. */
const LEAST_HISTORY_DAYS = 7;
/** Topics come from a list; a model may make up more of them than anybody reads. */
const MOST_TOPICS = 1000;

export function topicCounter({ since, until }: Period) {
	const topics = new Map<string, { now: number; score: number; before: number }>();
	return {
		add: ({ topic, score, receivedAt }: LoggedScore) => {
			if (topic === undefined || score === undefined) return;
			const known = topics.get(topic);
			if (known === undefined && topics.size >= MOST_TOPICS) return;
			const count = known ?? { now: 0, score: 0, before: 0 };
			topics.set(topic, count);
			if (receivedAt < since) {
				count.before += 1;
				return;
			}
			count.now += 1;
			count.score += score;
		},
		/**
		 * Most first.
		 * @param first when the first message of anybody came, of the weeks before: an audience may have been quiet
		 */
		counts: (first: Date): TopicCount[] => {
			const history = since.getTime() - first.getTime();
			const isKnown = history >= LEAST_HISTORY_DAYS * DAY_MS;
			const periods = history / (until.getTime() - since.getTime());
			return [...topics]
				.flatMap(([topic, { now, score, before }]) =>
					now === 0
						? []
						: [
								{
									...{ topic, messages: now, score: score / now },
									...(isKnown && { before: before / periods }),
								},
							],
				)
				.sort((a, b) => b.messages - a.messages || b.score - a.score);
		},
	};
}
