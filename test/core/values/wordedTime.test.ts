import { describe, expect, it } from 'vitest';

import {
	formatDay,
	formatFullMoment,
	formatMoment,
	formatSpan,
	isLocale,
} from '../../../nodes/core/values/wordedTime';
import { formatMoney } from '../../../nodes/core/values/wording';
import { isTimeZone, localDate } from '../../../nodes/core/values/zonedTime';

const NOW = new Date('2026-11-28T15:00:00Z');
const berlin = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
const boston = { locale: 'en-US', timeZone: 'America/New_York' };

describe('times as their readers write them', () => {
	it('today are a time, on other days a day and a time, in other years with the year', () => {
		const at = (iso: string) => formatMoment(new Date(iso), NOW, berlin);
		expect(at('2026-11-28T13:02:00Z')).toBe('14:02');
		expect(at('2026-11-27T13:02:00Z')).toBe('27 Nov, 14:02');
		expect(at('2025-11-27T13:02:00Z')).toBe('27 Nov 2025, 14:02');
		expect(formatMoment(new Date('2026-11-28T13:02:00Z'), NOW, boston)).toBe('8:02 AM');
	});

	it('in full name the day, the year and the zone, else as alerts write them', () => {
		const at = new Date('2026-11-30T05:36:00Z');
		const [alert, full] = [formatMoment(at, NOW, boston), formatFullMoment(at, boston)];
		expect([alert, full]).toEqual(['Nov 30, 12:36 AM', 'Nov 30, 2026, 12:36 AM EST']);
		expect(formatFullMoment(at, berlin)).toBe('30 Nov 2026, 06:36 CET');
	});

	it('as days keep a calendar date, and give a time the day of its reader', () => {
		expect(formatDay('2026-12-05', NOW, boston)).toBe('Dec 5');
		expect(formatDay('2026-12-05T23:30:00Z', NOW, berlin)).toBe('6 Dec');
		expect(formatDay('2027-01-05', NOW, berlin)).toBe('5 Jan 2027');
		expect(formatDay('soon', NOW, berlin)).toBeUndefined();
	});

	it('as spans are rounded down', () => {
		expect([1_000, 25 * 60_000, 4.9 * 3_600_000, 3.2 * 86_400_000].map(formatSpan)).toEqual([
			'1 minute',
			'25 minutes',
			'4 hours',
			'3 days',
		]);
	});

	it('money as the locale groups it', () => {
		expect(formatMoney(3200, 'USD', 'en-GB')).toBe('US$3,200');
		expect(formatMoney(3200, undefined, 'de-DE')).toBe('3.200');
	});
});

describe('names of places', () => {
	it('are known or not', () => {
		expect(['en-GB', 'de', 'no way', ''].map(isLocale)).toEqual([true, true, false, false]);
		expect(['Europe/Berlin', 'UTC', 'Berlin', ''].map(isTimeZone)).toEqual([
			true,
			true,
			false,
			false,
		]);
	});

	it('the day is the one their clocks show', () => {
		const at = new Date('2026-11-28T23:30:00Z');
		expect(localDate(at, 'Europe/Berlin')).toBe('2026-11-29');
		expect(localDate(at, 'America/New_York')).toBe('2026-11-28');
	});
});
