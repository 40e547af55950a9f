import { describe, expect, it } from 'vitest';

import { isBackfilled, type BackfillContext } from '../../../nodes/core/log/backfill';

const START = new Date('2026-03-10T12:00:00Z');
const hoursBefore = (hours: number) => new Date(START.getTime() - hours * 3_600_000);
const found = (over: Partial<BackfillContext>): BackfillContext => ({
	foundBy: 'backfill',
	backfillStartedAt: START,
	firstSeenAt: hoursBefore(24 * 30),
	...over,
});

describe('a message is one of a backfill', () => {
	it.each<[string, number | undefined, Partial<BackfillContext>, boolean]>([
		['written months before the trigger lived', 24 * 90, {}, true],
		['written after the trigger lived, but longer ago than anything is tried', 49, {}, true],
		['written since the last reconcile', 0.5, { reconciledAt: hoursBefore(1) }, false],
		[
			'written before the last reconcile, which would have found it',
			2,
			{ reconciledAt: hoursBefore(1) },
			true,
		],
		['written within 48 hours, without any reconcile', 47, {}, false],
		[
			'written within 48 hours, before the trigger lived',
			47,
			{ firstSeenAt: hoursBefore(1) },
			true,
		],
		['written after the backfill began', -1, { firstSeenAt: hoursBefore(1) }, false],
		['written nobody knows when', undefined, {}, true],
		['of a trigger the log does not know', 1, { firstSeenAt: undefined }, true],
		['of a backfill that is gone', 1, { backfillStartedAt: undefined }, true],
		['named by a webhook, written since the trigger lived', 49, { foundBy: 'webhook' }, false],
		['named by a webhook, written before the trigger lived', 24 * 31, { foundBy: 'webhook' }, true],
		['named by a webhook, written nobody knows when', undefined, { foundBy: 'webhook' }, false],
		[
			'named by a webhook, wanted by no backfill',
			24 * 90,
			{ foundBy: 'webhook', backfillStartedAt: undefined },
			false,
		],
		['found by a reconcile', 49, { foundBy: 'reconcile' }, false],
	])('%s', (_, hours, over, is) => {
		const writtenAt = hours === undefined ? undefined : hoursBefore(hours);
		expect(isBackfilled(writtenAt, found(over))).toBe(is);
	});
});
