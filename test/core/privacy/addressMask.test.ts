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
		["From: 'mia@globex.example'", "From: 'forgotten-1'"],
		['-mia@globex.example-', '-forgotten-1-'],
		['_mia@globex.example_, __mia@globex.example__', '_forgotten-1_, __forgotten-1__'],
		['see...mia@globex.example...', 'see...forgotten-1...'],
		['mailto%3Amia%40globex.example%3Fcc', 'mailto%3Aforgotten-1%3Fcc'],
		['mailto%3amia@globex.example', 'mailto%3aforgotten-1'],
		['q=%27mia%40globex.example%27', 'q=%27forgotten-1%27'],
		['a%40x.example%2Cmia%40globex.example', 'a%40x.example%2Cforgotten-1'],
		['%3Cmia%40globex.example%3E', '%3Cforgotten-1%3E'],
	])('takes its place in "%s"', (text, masked) => {
		expect(hide(text)).toBe(masked);
	});

	it.each([
		'mary-mia@globex.example',
		'mia+billing@globex.example',
		'x+mia@globex.example',
		'mary.mia@globex.example',
		'mary_mia@globex.example',
		"o'mia@globex.example",
		'mary--mia@globex.example',
		'mary.mia%40globex.example',
		'mary%2Bmia%40globex.example',
		'mailto%3Amary%2Emia%40globex.example',
		'%C3%BCmia%40globex.example',
		'mia@globex.example-shop.example',
		'mia%40globex.example%2Eorg',
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
		const between = fc.string({
			unit: fc.constantFrom(
				...[' ', '\n', '<', ',', ':', '“', '🙂', '(', "'", '-', '_', '.', '%3A', '%27'],
			),
		});
		fc.assert(
			fc.property(between, between, (left, right) => {
				expect(hide(`${left}${FORMS[0]}${right}`)).toBe(`${left}forgotten-1${right}`);
			}),
		);
	});

	it('is quick in a text made to hold it up', () => {
		const text = `${'-'.repeat(200_000)}${'%2B_'.repeat(50_000)}`;
		const started = performance.now();
		expect(hide(text)).toBe(text);
		expect(performance.now() - started).toBeLessThan(1000);
	});
});
