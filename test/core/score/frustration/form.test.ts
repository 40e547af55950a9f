import { describe, expect, it } from 'vitest';

import { formOf } from '../../../../nodes/core/score/frustration/form';

describe('the form of a text', () => {
	it.each([
		['### Steps\nx', 1, 0],
		['**Describe the bug**\nx', 1, 0],
		['__Expected__\nx', 1, 0],
		['Version: 4.2', 1, 0],
		['Umgebung:', 1, 0],
		['Hello: and a sentence. Then: more', 1, 0],
		['I wrote. Then: x', 0, 0],
		['1. Open\n2) Close', 0, 2],
		['- Android\n* iOS\n• Web', 0, 3],
		['plain words\nmore words', 0, 0],
		['#hashtag', 0, 0],
	])('%j has headings and entries', (text, headings, entries) => {
		expect(formOf(text)).toMatchObject({ headings, entries });
	});

	it.each([
		['Steps:\n1. Open\nIt closes', 2 / 3],
		['Steps:\n\n\n1. Open\nIt closes', 2 / 3],
		['Steps:\n1. Open', 0],
	])('of %j, how many lines are either, from three lines on', (text, share) => {
		expect(formOf(text).share).toBeCloseTo(share);
	});

	it.each([
		['since 5.2.1', true],
		['on v3.4', true],
		['build 2211', true],
		['Android 13', true],
		['die Version 4', true],
		['version 4', true],
		['costs 3.40', false],
		['in 2024', false],
	])('names a version: %s %s', (text, namesVersion) => {
		expect(formOf(text).namesVersion).toBe(namesVersion);
	});

	it('shows in the first 80 lines and 4,000 characters', () => {
		expect(formOf(`${'x\n'.repeat(79)}- y`).entries).toBe(1);
		expect(formOf(`${'x\n'.repeat(80)}- y`).entries).toBe(0);
		expect(formOf(`${'x'.repeat(3990)} v3.4`).namesVersion).toBe(true);
		expect(formOf(`${'x'.repeat(4000)} v3.4`).namesVersion).toBe(false);
	});
});
