import { describe, expect, it } from 'vitest';

import {
	composeTopics,
	DEFAULT_TOPICS,
	readTopics,
	writeTopics,
} from '../../../nodes/core/topic/topicList';

describe('a list of topics', () => {
	it('reads what it wrote', () => {
		expect(readTopics(writeTopics(DEFAULT_TOPICS))).toEqual({
			topics: DEFAULT_TOPICS,
			problems: [],
		});
	});

	it('takes topics without keywords, and blank lines', () => {
		expect(readTopics('\nlegal\n\nexport: csv,, pdf \n').topics).toEqual([
			{ topic: 'legal', phrases: [] },
			{ topic: 'export', phrases: ['csv', 'pdf'] },
		]);
	});

	it.each([
		['a\n: b', 'Line 2: there is no topic'],
		['a: x\nA: y', 'Line 2: "A" is on line 1 already'],
		[`a\n${'x'.repeat(61)}`, 'Line 2: the topic is longer'],
	])('names the line that is wrong and keeps the others: %j', (text, message) => {
		const { topics, problems } = readTopics(text);
		expect(problems).toEqual([expect.stringContaining(message)]);
		expect(topics.map(({ topic }) => topic)).toEqual(['a']);
	});
});

describe('the topics of a node', () => {
	const own = [
		{ topic: 'time tracking', phrases: ['timesheet'] },
		{ topic: 'Billing', phrases: ['dunning run'] },
	];

	it("are the admin's own first, then the built-in ones that have no name in common with them", () => {
		const topics = composeTopics(own, true);
		expect(topics.slice(0, 2).map(({ topic }) => topic)).toEqual(['time tracking', 'Billing']);
		expect(topics).toHaveLength(DEFAULT_TOPICS.length + 1);
		const builtIn = DEFAULT_TOPICS.find(({ topic }) => topic === 'billing')?.phrases ?? [];
		expect(topics[1]?.phrases).toEqual(['dunning run', ...builtIn]);
	});

	it('are her own alone when she wants no others', () => {
		expect(composeTopics(own, false)).toEqual(own);
	});
});
