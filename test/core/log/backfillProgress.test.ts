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
const expected = (over: Partial<BackfillCounts>) =>
	backfillProgress(counts(over), NOW, 'UTC').expectedEnd;

describe('the progress of a backfill', () => {
	it('is told in tickets, messages, a rate and an end', () => {
		expect(backfillProgress(counts(), NOW, 'Europe/Berlin')).toEqual({
			stage: 'running',
			ticketsDone: 100,
			ticketsPerMinute: 10,
			expectedEnd: minutesOn(40),
			progress:
				'100 of 500 tickets looked at, 200 of 200 messages decided, 10 tickets a minute, done at about 1:40 PM',
		});
	});

	it('ends when the slower of looking and scoring has ended', () => {
		// 1,000 messages are to come; 100 were decided in ten minutes.
		expect(expected({ ended: 100 })).toEqual(minutesOn(90));
	});

	it('waits for its messages when all tickets were looked at', () => {
		const read = { state: 'done', tickets: 500, waiting: 0, messages: 1000, ended: 250 } as const;
		expect(backfillProgress(counts(read), NOW, 'UTC')).toMatchObject({
			expectedEnd: minutesOn(30),
			stage: 'running',
			progress:
				'500 tickets looked at, 250 of 1000 messages decided, 50 tickets a minute, done at about 12:30 PM',
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
		const { progress } = backfillProgress(counts({ total: undefined }), NOW, 'UTC');
		expect(progress).toBe(
			'100 of 120 or more tickets looked at, 200 of 200 messages decided, 10 tickets a minute',
		);
	});

	it('is finished once all is decided, and tells no rate then', () => {
		const over = { state: 'done', tickets: 500, waiting: 0, messages: 1000 } as const;
		expect(backfillProgress(counts({ ...over, ended: 1000 }), NOW, 'UTC')).toMatchObject({
			stage: 'finished',
			progress: '500 tickets looked at, 1000 of 1000 messages decided',
		});
		// The helpdesk had nothing: there is nothing to wait for.
		const empty = { state: 'done', tickets: 0, waiting: 0, messages: 0, ended: 0 } as const;
		expect(backfillProgress(counts(empty), NOW, 'UTC').stage).toBe('finished');
	});

	it.each(['stopped', 'failed'] as const)('%s is what it is', (state) => {
		expect(backfillProgress(counts({ state }), NOW, 'UTC').stage).toBe(state);
	});

	it('has no rate before one can be told', () => {
		expect(backfillProgress(counts({ runningMs: 0 }), NOW, 'UTC')).not.toHaveProperty(
			'ticketsPerMinute',
		);
	});
});
