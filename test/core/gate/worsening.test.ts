import { describe, expect, it } from 'vitest';

import { worseningOf } from '../../../nodes/core/gate/worsening';

const at = new Date('2026-03-02T10:00:00Z');
const later = new Date('2026-03-05T10:00:00Z');

describe('worseningOf', () => {
	it.each([
		[66, 75, undefined],
		[66, 76, 'Worse: score 76, before 66'],
		[66, 80, 'Critical for the first time: score 80, before 66'],
		[79, 80, 'Critical for the first time: score 80, before 79'],
		[82, 91, undefined],
		[82, 92, 'Worse: score 92, before 82'],
		[90, 70, undefined],
		[undefined, 79, undefined],
		[undefined, 85, 'Critical for the first time: score 85, before unknown'],
		[70, undefined, undefined],
	])('from %s to %s says %j', (before, after, news) => {
		expect(worseningOf({ score: before, at }, { score: after, at: later }, 10)).toBe(news);
	});

	it.each([
		[5, 70, 75, 'Worse: score 75, before 70'],
		[5, 70, 74, undefined],
		[20, 60, 79, undefined],
		[Infinity, 20, 79, undefined],
		[Infinity, 20, 80, 'Critical for the first time: score 80, before 20'],
	])('from a rise by %s points on: %s to %s says %j', (points, before, after, news) => {
		expect(worseningOf({ score: before, at }, { score: after, at: later }, points)).toBe(news);
	});

	it.each([
		['was 62 days away and is 59', '2026-05-03', '2026-05-03', true],
		['was 50 days away and is 47', '2026-04-21', '2026-04-21', false],
		['was unknown and is within 60 days', undefined, '2026-04-21', true],
		['is 61 days away', undefined, '2026-05-05', false],
		['is over', undefined, '2026-03-01', false],
		['is unknown', '2026-04-21', undefined, false],
		['is no date', undefined, 'soon', false],
	])('when the renewal %s', (_what, before, after, isNews) => {
		const news = worseningOf(
			{ score: 70, renewalDate: before, at },
			{ score: 70, renewalDate: after, at: later },
			10,
		);
		expect(news).toBe(isNews ? 'The renewal has come within 60 days' : undefined);
	});
});
