import { describe, expect, it } from 'vitest';

import { oneLine, quoted, shorten, shown } from '../../../nodes/core/text/shown';
import { shownAddress } from '../../../nodes/core/text/shownAddress';

describe('a stranger’s text on a line of ours', () => {
	it('is one line without hidden characters', () => {
		expect(oneLine(' a\r\n\tb\u2028c \u202ed\u200b\0')).toBe('a b c d');
	});

	it('stands between marks that it cannot close', () => {
		expect(quoted('he said “no”, "never"')).toBe("“he said 'no', 'never'”");
	});

	it('is absent when nothing of it can be seen', () => {
		expect([shown(' \u200b\n'), quoted('\u202e'), shown(undefined), shown({})]).toEqual([
			undefined,
			undefined,
			undefined,
			undefined,
		]);
	});

	it('is cut at a whole character', () => {
		expect(shorten('ab😀d', 4)).toBe('ab…');
		expect(shorten('abcd', 4)).toBe('abcd');
	});

	it.each([
		['Jo@Acme.com', 'jo@acme.com'],
		['Mia <mia@globex.example>', 'mia@globex.example'],
		['"Acme Corp: all well"@evil.example', undefined],
		['Acme Corp', undefined],
		['jo@acme.com\nOwner: nobody', undefined],
		[undefined, undefined],
	])('is an address only when it is one: %j', (text, address) => {
		expect(shownAddress(text)).toBe(address);
	});
});
