import { describe, expect, it } from 'vitest';

import { composeTopics } from '../../../nodes/core/topic/topicList';
import { DEFAULT_TOPICS, GENERAL_TOPIC, topicFinder } from '../../../nodes/core/topic/topicFinder';
import {
	shippedTopicModel,
	topicEvidence,
	topicWords as wordsOfTokens,
	TOPIC_SLOTS,
	unpackTopicModel,
} from '../../../nodes/core/topic/topicModel';
import { tokensOf } from '../../../nodes/core/text/tokens';

const none = () => '';
const topicWords = (text: string, subjectEnd: number) => wordsOfTokens(tokensOf(text), subjectEnd);

describe('what was learnt of the words of a topic', () => {
	it('tells the topic by words that the list does not know', () => {
		const text = 'Lock\n\nNobody gets past the second factor, all colleagues stand outside';
		const model = shippedTopicModel();
		const evidence = topicEvidence(model, topicWords(text, 'Lock'.length), new Map());
		expect(model.topics[evidence.indexOf(Math.max(...evidence))]).toBe('access');
	});

	it('is of the topics of the built-in list', () => {
		const names = DEFAULT_TOPICS.map(({ topic }) => topic);
		expect([...names, GENERAL_TOPIC]).toEqual(
			expect.arrayContaining([...shippedTopicModel().topics]),
		);
	});

	it('says nothing of a greeting', () => {
		for (const text of ['Hello there.', 'Hi', 'Good day to you all']) {
			expect(topicFinder()(text, [], none), text).toBe(GENERAL_TOPIC);
		}
	});

	it('gives way to an own topic that the ticket names', () => {
		const find = topicFinder(composeTopics([{ topic: 'Fleet', phrases: ['tachograph'] }], true));
		expect(find('The tachograph shows nothing since Monday', [], none)).toBe('Fleet');
		expect(find('Please send the invoice for March', [], none)).toBe('billing');
	});

	it('has no say in a list of the admin’s own', () => {
		const find = topicFinder([{ topic: 'Fleet', phrases: ['tachograph'] }]);
		expect(find('The handhelds shut down, the invoice is wrong', [], none)).toBe(GENERAL_TOPIC);
	});

	it('answers in the spelling of the admin’s list', () => {
		const find = topicFinder(composeTopics([{ topic: 'Billing', phrases: ['dunning'] }], true));
		for (const text of ['The dunning letter is wrong', 'Please send the invoice for March']) {
			expect(find(text, [], none), text).toBe('Billing');
		}
	});

	it('has no say either where the list, with all built-in names, is the admin’s alone', () => {
		const rows = DEFAULT_TOPICS.map(({ topic }) => ({ topic, phrases: [`only ${topic} here`] }));
		expect(topicFinder(rows, false)('Please send the invoice for March', [], none)).toBe(
			GENERAL_TOPIC,
		);
	});
});

describe('words of a topic', () => {
	it('count more in the subject, and all of a long text as much as all of another', () => {
		const long = (words: number): string =>
			Array.from(
				{ length: words },
				(_, index) => `word${'abcdefghij'[index % 10]}${'klmnopqrst'[Math.floor(index / 10) % 10]}`,
			).join(' ');
		const squares = (text: string): number =>
			[...topicWords(text, 0).values()].reduce((sum, share) => sum + share * share, 0);
		expect(squares(long(90))).toBeGreaterThan(0.8);
		expect(squares('late')).toBeLessThan(0.1);
		const inSubject = Math.max(...topicWords('invoice\n\nlate', 7).values());
		expect(inSubject).toBeGreaterThan(Math.max(...topicWords('invoice\n\nlate', 0).values()));
	});

	it('are slots of the table, whatever the text', () => {
		for (const text of ['', '😡😡', 'ſtrange Ünïcode 漢字', 'x'.repeat(5_000)]) {
			for (const [slot, share] of topicWords(text, 3)) {
				expect(slot).toBeGreaterThanOrEqual(0);
				expect(slot).toBeLessThan(TOPIC_SLOTS);
				expect(share).toBeGreaterThan(0);
			}
		}
	});

	it('weigh as the packed table says', () => {
		const words = new Int8Array(TOPIC_SLOTS * 2);
		const text = 'espresso';
		for (const slot of topicWords(text, 0).keys()) words[slot * 2 + 1] = 127;
		const model = unpackTopicModel({
			topics: ['Tea', 'Coffee'],
			voteWeight: [2, 2],
			scale: 0.1,
			words: Buffer.from(words.buffer).toString('base64'),
		});
		const [tea = 0, coffee = 0] = topicEvidence(model, topicWords(text, 0), new Map([['Tea', 4]]));
		expect(tea).toBe(4);
		expect(coffee).toBeGreaterThan(0);
	});
});
