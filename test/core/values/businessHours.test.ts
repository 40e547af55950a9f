import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
	addBusinessMinutes,
	DEFAULT_WORKING_HOURS,
	endOfQuietHours,
	type WorkingTime,
} from '../../../nodes/core/values/businessHours';

const time = (extra: Partial<WorkingTime> = {}): WorkingTime => ({
	hours: DEFAULT_WORKING_HOURS,
	timeZone: 'Europe/Berlin',
	holidays: new Set(),
	...extra,
});
const after = (from: string, hours: number, extra: Partial<WorkingTime> = {}) =>
	addBusinessMinutes(new Date(from), hours * 60, time(extra)).toISOString();

describe('business hours', () => {
	it('run on within a day', () => {
		expect(after('2026-11-23T09:00:00Z', 4)).toBe('2026-11-23T13:00:00.000Z');
	});

	it('go on the next morning', () => {
		expect(after('2026-11-23T15:00:00Z', 4)).toBe('2026-11-24T11:00:00.000Z');
	});

	it('begin when work begins for what comes at night or on a weekend', () => {
		expect(after('2026-11-24T02:00:00Z', 1)).toBe('2026-11-24T09:00:00.000Z');
		expect(after('2026-11-28T12:00:00Z', 1)).toBe('2026-11-30T09:00:00.000Z');
	});

	it('leave out the weekend, over the end of a month', () => {
		expect(after('2026-11-27T15:00:00Z', 2)).toBe('2026-11-30T09:00:00.000Z');
		expect(after('2026-11-30T15:00:00Z', 8)).toBe('2026-12-01T15:00:00.000Z');
	});

	it('leave out holidays', () => {
		expect(after('2026-12-24T15:00:00Z', 2, { holidays: new Set(['2026-12-25']) })).toBe(
			'2026-12-28T09:00:00.000Z',
		);
	});

	it('keep to the clocks when they change', () => {
		// Berlin leaves summer time on 2026-10-25: nine o'clock is 07:00Z before and 08:00Z after.
		expect(after('2026-10-23T14:00:00Z', 2)).toBe('2026-10-26T09:00:00.000Z');
		// It begins on 2026-03-29.
		expect(after('2026-03-27T15:00:00Z', 2)).toBe('2026-03-30T08:00:00.000Z');
	});

	it('count a night shift over midnight as one', () => {
		const nights = [0, 1, 2, 3, 4, 5, 6].map(() => [{ from: 22 * 60, to: 6 * 60 }]);
		const shift = { hours: nights, timeZone: 'UTC' };
		expect(after('2026-11-24T01:00:00Z', 6, shift)).toBe('2026-11-24T23:00:00.000Z');
	});

	it('count a break between two stretches', () => {
		const day = [
			{ from: 13 * 60, to: 17 * 60 },
			{ from: 9 * 60, to: 12 * 60 },
		];
		const hours = [day, day, day, day, day, day, day];
		expect(after('2026-11-24T11:00:00Z', 2, { hours, timeZone: 'UTC' })).toBe(
			'2026-11-24T14:00:00.000Z',
		);
	});

	it('are at most 400 days ahead, where so much takes longer', () => {
		const hours = [[], [], [], [], [], [{ from: 0, to: 30 }], []];
		expect(after('2026-01-01T00:00:00Z', 100, { hours, timeZone: 'UTC' })).toBe(
			'2027-02-05T00:00:00.000Z',
		);
	});

	it('count by the clock where nobody ever works', () => {
		const hours = [[], [], [], [], [], [], []];
		expect(after('2026-11-24T11:00:00Z', 2, { hours })).toBe('2026-11-24T13:00:00.000Z');
	});
});

describe('business hours, whatever is asked', () => {
	const anyTime = fc.date({
		min: new Date('2025-01-01'),
		max: new Date('2028-01-01'),
		noInvalidDate: true,
	});
	const zones = [
		'UTC',
		'Europe/Berlin',
		'America/New_York',
		'Australia/Lord_Howe',
		'Asia/Kolkata',
		'Pacific/Apia',
	];
	const anyRange = fc
		.tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 30, max: 239 }))
		.map(([from, length]) => [{ from, to: from + length }]);
	const anyWorkingTime = fc.record({
		hours: fc
			.array(fc.oneof(anyRange, fc.constant([])), { minLength: 7, maxLength: 7 })
			.filter((days) => days.some((ranges) => ranges.length > 0)),
		timeZone: fc.constantFrom(...zones),
		holidays: fc.constant(new Set(['2026-12-25', '2027-01-01'])),
	});
	const anyMinutes = fc.integer({ min: 1, max: 3000 });

	it('end after they began, and more of them no earlier', () => {
		fc.assert(
			fc.property(anyTime, anyMinutes, anyMinutes, anyWorkingTime, (from, some, more, when) => {
				const [end, later] = [some, some + more].map((minutes) =>
					addBusinessMinutes(from, minutes, when).getTime(),
				);
				expect(end).toBeGreaterThanOrEqual(from.getTime() + some * 60_000);
				expect(later).toBeGreaterThanOrEqual(end ?? Infinity);
			}),
			{ numRuns: 60 },
		);
	});

	it('begin no later for what comes earlier', () => {
		fc.assert(
			fc.property(
				anyTime,
				fc.nat(5000),
				anyMinutes,
				anyWorkingTime,
				(from, wait, minutes, when) => {
					const second = new Date(from.getTime() + wait * 60_000);
					expect(addBusinessMinutes(second, minutes, when).getTime()).toBeGreaterThanOrEqual(
						addBusinessMinutes(from, minutes, when).getTime(),
					);
				},
			),
			{ numRuns: 60 },
		);
	});

	it('end while somebody works, by the clocks of their zone', () => {
		fc.assert(
			fc.property(anyTime, anyMinutes, anyWorkingTime, (from, minutes, when) => {
				const end = addBusinessMinutes(from, minutes, when);
				fc.pre(end.getTime() < from.getTime() + 400 * 86_400_000);
				const parts = new Map(
					new Intl.DateTimeFormat('en-CA', {
						timeZone: when.timeZone,
						hourCycle: 'h23',
						weekday: 'short',
						year: 'numeric',
						month: '2-digit',
						day: '2-digit',
						hour: 'numeric',
						minute: 'numeric',
					})
						.formatToParts(end)
						.map(({ type, value }) => [type, value]),
				);
				const weekday = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].findIndex((day) =>
					parts.get('weekday')?.startsWith(day),
				);
				const clock = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
				const ranges = when.hours[weekday] ?? [];
				const date = [parts.get('year'), parts.get('month'), parts.get('day')].join('-');
				expect(when.holidays.has(date)).toBe(false);
				// The night the clocks change, an hour that does not exist ends elsewhere.
				const isOddNight = clock < 4 * 60;
				expect(isOddNight || ranges.some((range) => clock >= range.from && clock <= range.to)).toBe(
					true,
				);
			}),
			{ numRuns: 60 },
		);
	});
});

describe('quiet hours', () => {
	const end = (at: string) =>
		endOfQuietHours(new Date(at), { from: 20 * 60, to: 7 * 60 }, 'Europe/Berlin')?.toISOString();

	it('end in the morning, whether they began today or yesterday', () => {
		expect(end('2026-11-23T21:00:00Z')).toBe('2026-11-24T06:00:00.000Z');
		expect(end('2026-11-24T05:59:00Z')).toBe('2026-11-24T06:00:00.000Z');
	});

	it('do not run by day', () => {
		expect(end('2026-11-24T06:00:00Z')).toBeUndefined();
		expect(end('2026-11-24T18:59:00Z')).toBeUndefined();
	});
});
