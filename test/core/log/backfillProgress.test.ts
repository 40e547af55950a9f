import { describe, expect, it } from 'vitest';

import { backfillProgress, type BackfillCounts } from '../../../nodes/core/log/backfillProgress';

const NOW = new Date('2026-03-10T12:00:00Z');
const MINUTE = 60_000;
const minutesOn = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);
const counts = (over: Partial<BackfillCounts> = {}): BackfillCounts => ({
	state: 'running',
	tickets: 120,
	total: 500,
	waiting: 20,
	messages: 200,
	ended: 200,
	runningMs: 10 * MINUTE,
	startedAt: minutesOn(-10),
	...over,
});
const expected = (over: Partial<BackfillCounts>) => backfillProgress(counts(over), NOW).expectedEnd;

describe('the progress of a backfill', () => {
	it('is told in tickets, messages, a rate and an end', () => {
		expect(backfillProgress(counts(), NOW)).toEqual({
			ticketsDone: 100,
			ticketsPerMinute: 10,
			expectedEnd: minutesOn(40),
			progress: '100 of 500 tickets looked at, 200 of 200 messages decided',
		});
	});

	it('ends when the slower of looking and scoring has ended', () => {
		// 1,000 messages are to come; 100 were decided in ten minutes.
		expect(expected({ ended: 100 })).toEqual(minutesOn(90));
	});

	it('waits for its messages when all tickets were looked at', () => {
		const read = { state: 'done', tickets: 500, waiting: 0, messages: 1000, ended: 250 } as const;
		expect(backfillProgress(counts(read), NOW)).toMatchObject({
			expectedEnd: minutesOn(30),
			progress: '500 tickets looked at, 250 of 1000 messages decided',
		});
		expect(expected({ ...read, ended: 1000 })).toBeUndefined();
	});

	it.each<[string, Partial<BackfillCounts>]>([
		['nothing was looked at yet', { waiting: 120 }],
		['it has hardly begun', { runningMs: 500 }],
		['nobody knows how many there are', { total: undefined }],
		['none of its messages was decided yet', { ended: 0 }],
		['it stands still', { state: 'stopped' }],
		['it has failed', { state: 'failed' }],
	])('has no end in sight while %s', (_, over) => {
		expect(expected(over)).toBeUndefined();
	});

	it('says that there may be more where the helpdesk does not say how many', () => {
		const { progress } = backfillProgress(counts({ total: undefined }), NOW);
		expect(progress).toBe('100 of 120 or more tickets looked at, 200 of 200 messages decided');
	});

	it('has no rate before one can be told', () => {
		expect(backfillProgress(counts({ runningMs: 0 }), NOW)).not.toHaveProperty('ticketsPerMinute');
	});
});
