import { describe, expect, it } from 'vitest';

import { selectMatches } from '../../../../nodes/core/score/match/select';

const match = (start: number, end: number, row = 0) => ({
	row,
	start,
	end,
	sentence: 0,
	isOff: false,
});
const spans = (...matches: Array<ReturnType<typeof match>>) =>
	selectMatches(matches).map(({ row, start, end }) => [start, end, row]);

describe('of what was found', () => {
	it('each row keeps as many matches as do not overlap, by start and then by row', () => {
		expect(spans(match(20, 30), match(0, 10), match(0, 10, 1), match(40, 44, 2))).toEqual([
			[0, 10, 0],
			[0, 10, 1],
			[20, 30, 0],
			[40, 44, 2],
		]);
	});

	it('one more phrase never makes them fewer', () => {
		expect(spans(match(0, 4), match(6, 10), match(0, 10))).toEqual([
			[0, 4, 0],
			[6, 10, 0],
		]);
	});

	it('a match grows by the one that it alone overlaps', () => {
		expect(spans(match(2, 6), match(0, 9))).toEqual([[0, 9, 0]]);
		expect(spans(match(0, 6), match(4, 9), match(20, 22))).toEqual([
			[0, 9, 0],
			[20, 22, 0],
		]);
	});

	it('but not by one that only touches it, nor beyond 300 characters', () => {
		expect(spans(match(0, 5), match(5, 9))).toEqual([
			[0, 5, 0],
			[5, 9, 0],
		]);
		expect(spans(match(0, 5), match(0, 300))).toEqual([[0, 300, 0]]);
		expect(spans(match(0, 5), match(0, 301))).toEqual([[0, 5, 0]]);
	});

	it('five of a row are kept, the first ones', () => {
		const many = Array.from({ length: 8 }, (_, index) => match(index * 10, index * 10 + 5));
		expect(spans(...many).map(([start]) => start)).toEqual([0, 10, 20, 30, 40]);
	});

	it('the list given stays as it was', () => {
		const given = [match(2, 6), match(0, 9)];
		selectMatches(given);
		expect(given).toEqual([match(2, 6), match(0, 9)]);
	});
});
