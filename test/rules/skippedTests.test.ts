import { describe, expect, it } from 'vitest';

import { TESTS_OF_SHARED, tooManySkipped } from '../support/skippedTests.ts';

describe('the ceiling on skipped tests', () => {
	it('is none at all where ../shared is there', () => {
		expect(tooManySkipped(0, true)).toBeUndefined();
		expect(tooManySkipped(1, true)).toBe(
			'Skipped tests: 1; with ../shared there at most 0 are allowed',
		);
	});

	it('is the tests that read ../shared where it is not', () => {
		expect(tooManySkipped(TESTS_OF_SHARED, false)).toBeUndefined();
		expect(tooManySkipped(TESTS_OF_SHARED + 1, false)).toContain('even without ../shared');
	});
});
