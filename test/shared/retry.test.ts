import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Deadline } from '../../nodes/shared/deadline';
import { retry, waitBeforeRetry, type FailedTry } from '../../nodes/shared/retry';

const NOW = Date.parse('2026-11-23T12:00:00Z');

/** A clock of its own, so that waits are counted and not waited for. */
beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
	vi.useRealTimers();
});

const within = (milliseconds: number): Deadline => ({
	signal: new AbortController().signal,
	remainingMs: () => NOW + milliseconds - Date.now(),
	callTimeoutMs: () => milliseconds,
	race: async (promise) => await promise,
	check: () => {},
});

const failure = (extra: Partial<FailedTry> = {}): FailedTry => ({
	error: new Error('busy'),
	isPassing: true,
	waitMs: 1000,
	...extra,
});

/** Tries that fail in this way and then succeed; `times` are the milliseconds after which each was made. */
async function run(failures: FailedTry[], deadline = within(60_000), maxTries?: number) {
	const times: number[] = [];
	const attempt = async (tries: number) => {
		times.push(Date.now() - NOW);
		const failed = failures[tries - 1];
		return failed === undefined ? { value: 'answer' } : { failed };
	};
	const outcome = retry(attempt, deadline, maxTries).catch((error: Error) => error.message);
	await vi.runAllTimersAsync();
	return { outcome: await outcome, times };
}

describe('trying again', () => {
	it('waits as long as each failed try says and gives back the first answer', async () => {
		expect(await run([failure(), failure({ waitMs: 2500 })])).toEqual({
			outcome: 'answer',
			times: [0, 1000, 3500],
		});
	});

	it('stops at once at what will not pass', async () => {
		expect(await run([failure({ isPassing: false })])).toEqual({ outcome: 'busy', times: [0] });
	});

	it('gives up after four tries, or as many as are allowed', async () => {
		const failures = Array.from({ length: 9 }, () => failure());
		expect((await run(failures)).times).toHaveLength(4);
		vi.setSystemTime(NOW);
		expect((await run(failures, within(60_000), 2)).times).toHaveLength(2);
	});

	it('does not start a wait that would outlast the deadline', async () => {
		expect(await run([failure({ waitMs: 5000 })], within(5000))).toEqual({
			outcome: 'busy',
			times: [0],
		});
	});

	it('lets a try wait in its own way', async () => {
		const paused: number[] = [];
		const pause = async (waitMs: number) => {
			paused.push(waitMs);
		};
		expect(await run([failure({ waitMs: 700, pause })])).toEqual({
			outcome: 'answer',
			times: [0, 0],
		});
		expect(paused).toEqual([700]);
	});

	it('makes no try that nobody waits for', async () => {
		let isOver = false;
		const deadline = {
			...within(60_000),
			check: () => {
				if (isOver) throw new Error('stopped');
			},
		};
		const pause = async () => {
			isOver = true;
		};
		expect(await run([failure({ pause })], deadline)).toEqual({ outcome: 'stopped', times: [0] });
	});

	it('passes on what a try throws, without another', async () => {
		const attempt = vi.fn(async () => {
			throw new Error('not connected');
		});
		await expect(retry(attempt, within(60_000))).rejects.toThrow('not connected');
		expect(attempt).toHaveBeenCalledTimes(1);
	});
});

describe('the wait before a further try', () => {
	it.each([
		['seconds', '7', 1, 7000],
		['parts of a second', '0.5', 1, 500],
		['a date', 'Mon, 23 Nov 2026 12:00:05 GMT', 1, 5000],
		['a date that has passed', 'Mon, 23 Nov 2026 11:59:00 GMT', 1, 0],
		['nothing, the first time', undefined, 1, 1000],
		['nothing, the third time', undefined, 3, 4000],
		['something unreadable', 'soon', 2, 2000],
	])('when Retry-After is %s', (_, header, tries, wait) => {
		expect(waitBeforeRetry(header, tries, NOW)).toBe(wait);
	});
});
