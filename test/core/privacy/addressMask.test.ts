import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addressMask } from '../../../nodes/core/privacy/addressMask';

const FORMS = ['mia@globex.example', 'mia%40globex.example'];
const { hide, hideIn } = addressMask(FORMS, 'forgotten-1');

describe('the mask of an address', () => {
	it.each([
		['Write to mia@globex.example.', 'Write to forgotten-1.'],
		['<mia@globex.example>,mia@globex.example', '<forgotten-1>,forgotten-1'],
		['https://x.example/?q=mia%40globex.example&a=1', 'https://x.example/?q=forgotten-1&a=1'],
		['sender:mia@globex.example', 'sender:forgotten-1'],
	])('takes its place in "%s"', (text, masked) => {
		expect(hide(text)).toBe(masked);
	});

	it.each([
		'mary-mia@globex.example',
		'mia+billing@globex.example',
		'x+mia@globex.example',
		'mia@globex.example.org',
		'mia@globex.examples',
		'mia@globexxexample',
		'ümia@globex.example',
	])('leaves "%s", which is somebody else', (text) => {
		expect(hide(text)).toBe(text);
	});

	it('tells writings apart that differ by capitals, each always the same', () => {
		const masked = hide('Mia@globex.example MIA@globex.example Mia@globex.example');
		const [first, second, third] = masked.split(' ');
		expect(first).toMatch(/^forgotten-1-\d$/);
		expect(second).not.toBe(first);
		expect(third).toBe(first);
	});

	it('goes through values, keys included, and changes nothing of its input', () => {
		const value = { 'mia@globex.example': ['\nmia@globex.example', 7, null, true] };
		const before = structuredClone(value);
		expect(hideIn(value)).toEqual({ 'forgotten-1': ['\nforgotten-1', 7, null, true] });
		expect(value).toEqual(before);
	});

	it('leaves nothing of the address between any other characters', () => {
		const between = fc.string({ unit: fc.constantFrom(' ', '\n', '<', ',', ':', '“', '🙂', '(') });
		fc.assert(
			fc.property(between, between, (left, right) => {
				expect(hide(`${left}${FORMS[0]}${right}`)).toBe(`${left}forgotten-1${right}`);
			}),
		);
	});
});
