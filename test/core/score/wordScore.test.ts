import { describe, expect, it } from 'vitest';

import type { Signal } from '../../../nodes/core/item/types';
import { wordListScore } from '../../../nodes/core/score/wordScore';

const signal = (name: string, weight: number, start = 0): Signal => ({
	name,
	riskLevel: weight >= 80 ? 'critical' : 'high',
	weight,
	quote: '',
	start,
	end: start + 1,
});
const many = (count: number, weight: number): Signal[] =>
	Array.from({ length: count }, (_, index) => signal(`signal ${index}`, weight));

describe('the score of the word list alone', () => {
	it('is low neutral where nothing was found, and lower with praise', () => {
		expect(wordListScore([])).toBe(20);
		expect(wordListScore([], 1)).toBe(8);
	});

	it.each([35, 50, 65, 75, 85, 100])('of one signal is its weight: %i', (weight) => {
		expect(wordListScore([signal('one', weight)])).toBe(weight);
	});

	it('is lowered by praise beside a grumble of at most 45, and not beside more', () => {
		expect(wordListScore([signal('grumble', 35)], 1)).toBe(15);
		expect(wordListScore([signal('grumble', 45)], 1)).toBe(15);
		expect(wordListScore([signal('grumble', 46)], 1)).toBe(46);
		expect(wordListScore([signal('tiny', 10)], 2)).toBe(10);
	});

	it('rises by 6 hundredths of each further signal and 2 of each of two repetitions', () => {
		expect(wordListScore([signal('one', 50), signal('two', 50)])).toBe(53);
		expect(wordListScore([signal('one', 50), signal('one', 50, 9)])).toBe(51);
		const often = [0, 10, 20, 30, 40].map((start) => signal('one', 50, start));
		expect(wordListScore(often)).toBe(52);
	});

	it('rises by 14 at most, and many High signals never make a Critical score', () => {
		expect(wordListScore(many(40, 85))).toBe(99);
		expect(wordListScore(many(40, 50))).toBe(64);
		expect(wordListScore(many(40, 75))).toBe(79);
	});

	it('takes a signal’s highest weight, wherever it stands', () => {
		expect(wordListScore([signal('one', 40), signal('one', 60, 5)])).toBe(61);
	});
});
