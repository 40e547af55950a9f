import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { daysAheadIn } from '../../../nodes/core/gate/calendar';
import { isTimeZone } from '../../../nodes/core/values/zonedTime';

const DAY_MS = 86_400_000;
const zones = fc.constantFrom(
	'UTC',
	'America/New_York',
	'America/St_Johns',
	'Asia/Kathmandu',
	'Europe/Berlin',
	'Pacific/Apia',
	'Pacific/Pago_Pago',
);
const times = fc.date({
	min: new Date('2020-01-01T00:00:00Z'),
	max: new Date('2034-12-31T00:00:00Z'),
	noInvalidDate: true,
});

/** What a calendar on the wall says, by another way than the code's. */
function wallDate(time: Date, timeZone: string): string {
	const parts = new Map(
		new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'short', calendar: 'iso8601' })
			.formatToParts(time)
			.map(({ type, value }) => [type, value]),
	);
	const two = (type: 'month' | 'day') => (parts.get(type) ?? '').padStart(2, '0');
	return `${parts.get('year') ?? ''}-${two('month')}-${two('day')}`;
}

describe('calendar days', () => {
	it('are none to today, and as many as dates lie between, wherever people work', () => {
		fc.assert(
			fc.property(times, zones, fc.integer({ min: -400, max: 400 }), (now, timeZone, days) => {
				const today = wallDate(now, timeZone);
				const other = new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS);
				const daysAhead = daysAheadIn(timeZone, now);
				expect(daysAhead(today)).toBe(0);
				expect(daysAhead(other.toISOString().slice(0, 10))).toBe(days);
				expect(daysAhead(other.toISOString())).toBe(days);
			}),
		);
	});

	it.each([undefined, '', 'soon', '2026-13-01', 'days 90', '2026'])('are unknown to %j', (text) => {
		expect(daysAheadIn('UTC', new Date('2026-11-28T12:00:00Z'))(text)).toBeUndefined();
	});

	it('are counted only in time zones that there are', () => {
		expect(isTimeZone('Europe/Berlin')).toBe(true);
		expect(isTimeZone('Berlin')).toBe(false);
		expect(isTimeZone('')).toBe(false);
	});
});
