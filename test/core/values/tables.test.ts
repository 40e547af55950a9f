import { describe, expect, it } from 'vitest';

import { oneLine, pattern } from '../../../nodes/core/values/tables';

describe('a table written in short lines', () => {
	it('is the same pattern as in one line', () => {
		const written = pattern('iu')`
			^(?:invoice|
			bill \d{1,3})\s?$
		`;
		expect(written).toEqual(/^(?:invoice|bill \d{1,3})\s?$/iu);
		expect(pattern()`a|b`).toEqual(/a|b/);
	});

	it('is the same text as in one line: a break is a space, and nothing behind a bar', () => {
		const name = 'ours';
		expect(oneLine`
			one|two words|
			three
			and more ${name}|
			end
		`).toBe('one|two words|three and more ours|end');
		expect(oneLine`alone`).toBe('alone');
	});
});
