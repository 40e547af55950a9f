import { describe, expect, it } from 'vitest';

import { arrivalsCheck, likeHours } from '../../../nodes/core/setupCheck/arrivals';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday. */
const NOW = new Date('2026-11-23T15:00:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const silence = (lastAgo: number | undefined, knownFor = 60 * DAY) => ({
	name: 'Zendesk',
	last: lastAgo === undefined ? undefined : ago(lastAgo),
	firstSeenAt: ago(knownFor),
});

describe('the hours a silence is compared with', () => {
	it('are the same ones of the four weeks before', () => {
		const spans = likeHours(silence(3 * HOUR), NOW);
		expect(spans.map(({ since, until }) => [since.toISOString(), until.toISOString()])).toEqual([
			['2026-11-16T12:00:00.000Z', '2026-11-16T15:00:00.000Z'],
			['2026-11-09T12:00:00.000Z', '2026-11-09T15:00:00.000Z'],
			['2026-11-02T12:00:00.000Z', '2026-11-02T15:00:00.000Z'],
			['2026-10-26T12:00:00.000Z', '2026-10-26T15:00:00.000Z'],
		]);
	});

	it('never touch the silence itself, however long it is', () => {
		for (const days of [1, 6.9, 7, 7.1, 10, 20]) {
			const quiet = silence(days * DAY, 400 * DAY);
			for (const { until } of likeHours(quiet, NOW)) {
				expect(until.getTime()).toBeLessThanOrEqual(ago(days * DAY).getTime());
			}
		}
	});

	it('leave out weeks before the trigger was there', () => {
		expect(likeHours(silence(HOUR, 15 * DAY), NOW)).toHaveLength(2);
		expect(likeHours(silence(HOUR, 5 * DAY), NOW)).toEqual([]);
	});

	it('of a trigger that never had a ticket lie before it: there are none', () => {
		expect(likeHours(silence(undefined), NOW)).toEqual([]);
	});
});

describe('whether tickets still arrive', () => {
	const check = (counts: number[], lastAgo: number | undefined = 3 * HOUR) =>
		arrivalsCheck(silence(lastAgo), counts, NOW);

	it('is told when many came in the same hours of earlier weeks', () => {
		expect(check([12, 9, 14, 11])).toMatchObject({
			status: 'warning',
			found: expect.stringContaining(
				'3 hours ago; in the same hours of earlier weeks 11.5 came on average, so this is an unusually long time',
			) as string,
		});
	});

	it.each([
		['a night or a weekend is quiet every week', [0, 0, 0, 0], 'ok'],
		['few are no proof', [4, 5, 4, 5], 'ok'],
		['five on average are', [5, 5], 'warning'],
	])('%s', (_, counts, status) => {
		expect(check(counts).status).toBe(status);
	});

	it('is not judged on less than two earlier weeks, and says so', () => {
		for (const counts of [[], [40]]) {
			const found = check(counts);
			expect(found.status).toBe('skipped');
			expect(found.found).toContain('for three weeks');
		}
	});

	it('says when none has ever come, and after a week that this is no good sign', () => {
		const never = (days: number) => arrivalsCheck(silence(undefined, days * DAY), [], NOW);
		expect(never(6)).toMatchObject({ status: 'skipped' });
		expect(never(6).found).toContain('None has come yet');
		expect(never(8)).toMatchObject({ status: 'warning' });
	});
});
