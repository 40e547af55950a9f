import { describe, expect, it } from 'vitest';

import { TESTS_OF_SHARED, tooManySkipped } from '../support/skippedTests.ts';

const whole = { hasShared: true, hasPackages: true };

describe('the ceiling on skipped tests', () => {
	it('is none at all where everything is there', () => {
		expect(tooManySkipped(0, whole)).toBeUndefined();
		expect(tooManySkipped(1, whole)).toBe(
			'Skipped tests: 1; with ../shared there at most 0 are allowed',
		);
	});

	it('is the tests that read ../shared where it is not', () => {
		const alone = { ...whole, hasShared: false };
		expect(tooManySkipped(TESTS_OF_SHARED, alone)).toBeUndefined();
		expect(tooManySkipped(TESTS_OF_SHARED + 1, alone)).toContain('even without ../shared');
	});

	it('does not count where PostgreSQL, Redis or Chromium is missing', () => {
		expect(tooManySkipped(500, { ...whole, hasPackages: false })).toBeUndefined();
	});
});
