import { describe, expect, it } from 'vitest';

import { textOf, trimmedTextOf } from '../../../nodes/core/values/text';

describe('textOf', () => {
	it.each([
		['text, as it came', ' Export broken\n', ' Export broken\n'],
		['a number, as it prints', 4811, '4811'],
		['zero, which is a number', 0, '0'],
	])('is %s', (_, value, text) => {
		expect(textOf(value)).toBe(text);
	});

	it.each([[''], ['  \n'], [undefined], [null], [Number.NaN], [Infinity], [true], [{}], [['a']]])(
		'is absent for %j',
		(value) => {
			expect(textOf(value)).toBeUndefined();
		},
	);
});

describe('trimmedTextOf', () => {
	it('is the same without the white space around it', () => {
		expect(trimmedTextOf(' https://acme.my.salesforce.com\n')).toBe(
			'https://acme.my.salesforce.com',
		);
		expect(trimmedTextOf(7)).toBe('7');
		expect(trimmedTextOf(' ')).toBeUndefined();
	});
});
