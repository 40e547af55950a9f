import { describe, expect, it } from 'vitest';

import { compileTaxonomy } from '../../../../nodes/core/score/match';
import { scoreTicket } from '../../../../nodes/core/score/scoreTicket';
import { DEFAULT_TAXONOMY } from '../../../../nodes/core/score/wordList';
import { sentimentOf } from './scoreOf';

const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

describe('a short message', () => {
	it.each(['Wo bleibt die Antwort?', '😡😡😡', 'This is a joke', 'still nothing'])(
		'is heard by what it says: %s',
		(body) => {
			expect(sentimentOf(body).score).toBeGreaterThanOrEqual(65);
		},
	);

	it.each(['👍', 'Hi Ana', 'Okta SSO', 'np', 'ok', 'Danke!', 'Merci beaucoup'])(
		'that says nothing is calm, and in no uncovered language: %s',
		(body) => {
			const { score, flags } = sentimentOf(body);
			expect(score).toBeLessThan(50);
			expect(flags).toEqual([]);
		},
	);
});

describe('the same ask', () => {
	const asked = (body: string, earlier: number) =>
		scoreTicket(
			{ body, previous: Array.from({ length: earlier }, () => ({ score: 45 })) },
			taxonomy,
		);

	it('is worse the third time than the first', () => {
		const [first, second, third] = [0, 1, 2].map((earlier) => asked('any update?', earlier));
		expect(first?.score).toBeLessThan(65);
		expect(second?.score).toBeGreaterThan(first?.score ?? 100);
		expect(third?.score).toBeGreaterThanOrEqual(65);
		expect(third).toMatchObject({ label: 'Frustrated', flags: ['asked-before'] });
	});

	it('up to four earlier messages make an ask worse, each by ten points, below Critical', () => {
		const scores = [0, 1, 2, 3, 4, 5].map((earlier) => asked('any update?', earlier).score);
		const first = scores[0] ?? 0;
		expect(scores).toEqual([0, 1, 2, 3, 4, 4].map((counted) => Math.min(79, first + 10 * counted)));
		expect(first + 30).toBeLessThan(79);
	});

	it('never makes a score Critical by itself', () => {
		expect(asked('any update?', 20).score).toBeLessThan(80);
	});

	it.each(['It works now, thank you!', 'Here is the log file.', 'Thanks, that helps a lot.'])(
		'is no ask at all when it is: %s',
		(body) => {
			expect(asked(body, 3).score).toBe(asked(body, 0).score);
		},
	);
});

describe('a language the built-in method does not serve', () => {
	it.each([
		'Děkuji mnohokrát za pomoc!',
		'Köszönöm szépen a gyors választ!',
		'Dziękuję!',
		'Спасибо большое!',
		'你们的系统又崩溃了我要退款',
		'Nie działa',
	])('is unsure, and never guessed upwards: %s', (body) => {
		const { score, flags, confidence } = sentimentOf(body);
		expect(score).toBeLessThan(50);
		expect(flags).toEqual([expect.stringMatching(/^language-not-covered/)]);
		expect(confidence).toBeLessThan(0.3);
	});

	it('does not read web addresses as words', () => {
		const link = 'https://blog.example/why-this-terrible-tool-is-a-scam-refund-now';
		expect(sentimentOf(`Can you add ${link} to my feed list?`).score).toBeLessThan(50);
	});
});
