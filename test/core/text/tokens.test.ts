import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
	APOSTROPHES,
	isJoined,
	isSign,
	SIGN,
	tokensOf,
	UNSPACED,
	WORD,
} from '../../../nodes/core/text/tokens';

const cut = (text: string): string[] => {
	const { count, start, end } = tokensOf(text);
	return Array.from({ length: count }, (_, index) => text.slice(start[index], end[index]));
};

describe('a text is cut', () => {
	it.each([
		['Hello, world', ['Hello', ',', 'world']],
		["can't", ['can', "'", 't']],
		['3.5 GB', ['3', '.', '5', 'GB']],
		['a\u00a0b\tc', ['a', 'b', 'c']],
		['a\n\nb', ['a', '\n', '\n', 'b']],
		['Äpfel über 1½', ['Äpfel', 'über', '1½']],
		['cafe\u0301', ['cafe\u0301']],
		['Ver\u00adsand', ['Ver\u00adsand']],
		['на связи', ['на', 'связи']],
		['😡!', ['😡', '!']],
		['𝕳i', ['𝕳i']],
		['abc中文.', ['abc', '中文', '.']],
		['\ud800x', ['\ud800', 'x']],
		['', []],
	])('%j', (text, pieces) => {
		expect(cut(text)).toEqual(pieces);
	});

	it('into words, unspaced script and signs', () => {
		expect(tokensOf('Ok 中, 𠀀').kind).toEqual([WORD, UNSPACED, SIGN, WORD]);
	});

	it.each([...APOSTROPHES])('at %s, which is a sign though some are letters', (apostrophe) => {
		expect(tokensOf(`a${apostrophe}b`).kind).toEqual([WORD, SIGN, WORD]);
	});

	it('so that nothing but blanks is left out, and tokens follow each other', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
				const { count, start, end } = tokensOf(text);
				let last = 0;
				for (let index = 0; index < count; index++) {
					expect(text.slice(last, start[index])).toMatch(/^[^\S\n]*$/);
					expect(end[index]).toBeGreaterThan(start[index] ?? 0);
					last = end[index] ?? 0;
				}
				expect(text.slice(last)).toMatch(/^[^\S\n]*$/);
			}),
		);
	});
});

describe('two tokens', () => {
	const tokens = tokensOf('re-sync it');

	it('are joined where no blank is between them', () => {
		expect([0, 1, 2, 3].map((index) => isJoined(tokens, index))).toEqual([
			true,
			true,
			false,
			false,
		]);
	});

	it('are told by their sign', () => {
		expect(isSign(tokens, 1, '-/')).toBe(true);
		expect(isSign(tokens, 1, '/')).toBe(false);
		expect(isSign(tokens, 0, 'r')).toBe(false);
	});
});
