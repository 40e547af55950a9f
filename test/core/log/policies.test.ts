import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
	afterFailedAttempt,
	afterFailedEdit,
	stepOf,
} from '../../../nodes/core/log/deliveryPolicy';
import { nextTry, waitAfterVanishing } from '../../../nodes/core/log/inboxPolicy';
import { ENDED_STATES } from '../../../nodes/core/log/states';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const since = new Date('2026-03-02T10:00:00Z');
const at = (ms: number) => new Date(since.getTime() + ms);

describe('nextTry', () => {
	it.each([
		[1, 1],
		[2, 5],
		[3, 15],
		[4, 60],
		[5, 60],
		[40, 60],
	])('after run %d waits %d minutes', (attempts, minutes) => {
		expect(nextTry(attempts, since, at(0))).toEqual(at(minutes * MINUTE));
	});

	it('ends 48 hours after the first run was possible', () => {
		expect(nextTry(40, since, at(47 * HOUR))).toEqual(at(48 * HOUR));
		expect(nextTry(40, since, at(47 * HOUR + 1))).toBeUndefined();
	});
});

describe('waitAfterVanishing', () => {
	it('is nothing the first time, then as after failed runs', () => {
		expect([1, 2, 3, 4, 5, 9].map((attempts) => waitAfterVanishing(attempts) / MINUTE)).toEqual([
			0, 1, 5, 15, 60, 60,
		]);
	});
});

describe('the ways of a delivery', () => {
	it('are the owner four times, the other channel, the manager, then owner and other in turns', () => {
		expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map(stepOf)).toEqual([
			...['owner', 'owner', 'owner', 'owner', 'otherChannel', 'manager'],
			...['owner', 'otherChannel', 'owner'],
		]);
	});

	it('wait 1, 5 and 15 minutes, then not at all, then an hour', () => {
		const waits = [1, 2, 3, 4, 5, 6, 7].map(
			(attempt) => afterFailedAttempt(attempt, since, at(0)).dueAt,
		);
		expect(waits).toEqual([1, 5, 15, 0, 0, 60, 60].map((minutes) => at(minutes * MINUTE)));
	});

	it('wait at least as long as the channel asks', () => {
		expect(afterFailedAttempt(1, since, at(0), 90_000).dueAt).toEqual(at(90_000));
		expect(afterFailedAttempt(2, since, at(0), 90_000).dueAt).toEqual(at(5 * MINUTE));
	});

	it('never go on for more than 48 hours, and somebody has to be told from the sixth attempt on', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 99 }),
				fc.nat(72 * HOUR),
				fc.nat(HOUR),
				(n, now, asked) => {
					const { dueAt, isUndelivered } = afterFailedAttempt(n, since, at(now), asked);
					expect(isUndelivered).toBe(n >= 6);
					if (dueAt !== undefined)
						expect(dueAt.getTime()).toBeLessThanOrEqual(at(48 * HOUR).getTime());
					if (now > 48 * HOUR) expect(dueAt).toBeUndefined();
				},
			),
		);
	});
});

describe('an edit', () => {
	it('is tried four times on its own channel, and then given up', () => {
		const ends = [1, 2, 3, 4].map((attempt) => afterFailedEdit(attempt, since, at(0)));
		expect(ends).toEqual([
			{ dueAt: at(MINUTE), isUndelivered: false },
			{ dueAt: at(5 * MINUTE), isUndelivered: false },
			{ dueAt: at(15 * MINUTE), isUndelivered: false },
			{ isUndelivered: true },
		]);
		expect(afterFailedEdit(1, since, at(0), 90_000).dueAt).toEqual(at(90_000));
	});
});

describe('states', () => {
	it('end a message, but for received and alerting', () => {
		expect(ENDED_STATES).toEqual([
			...['alerted', 'updated', 'monitored', 'unattached', 'skipped', 'failed', 'done'],
		]);
	});
});
