import { describe, expect, it } from 'vitest';

import { zonedTime } from '../../../nodes/core/values/zonedTime';

describe('a time of a date picker', () => {
	it.each([
		['2026-01-15T09:00:00', 'Europe/Berlin', '2026-01-15T08:00:00.000Z'],
		['2026-07-15T09:00:00', 'Europe/Berlin', '2026-07-15T07:00:00.000Z'],
		['2026-07-15 09:00', 'America/New_York', '2026-07-15T13:00:00.000Z'],
		['2026-07-15', 'Asia/Kolkata', '2026-07-14T18:30:00.000Z'],
		['2026-07-15T09:00:00.250', 'UTC', '2026-07-15T09:00:00.250Z'],
		// The clocks go forward at 2 o'clock of the 29th of March, and back at 3 of the 25th of October.
		['2026-03-29T01:59:59', 'Europe/Berlin', '2026-03-29T00:59:59.000Z'],
		['2026-03-29T03:00:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
		['2026-10-25T04:00:00', 'Europe/Berlin', '2026-10-25T03:00:00.000Z'],
		['2026-07-15T09:00:00Z', 'Europe/Berlin', '2026-07-15T09:00:00.000Z'],
		['2026-07-15T09:00:00+05:00', 'Europe/Berlin', '2026-07-15T04:00:00.000Z'],
		['2026-07-15T09:00:00', 'Nowhere/Land', '2026-07-15T09:00:00.000Z'],
	])('%s in %s is %s', (text, zone, time) => {
		expect(zonedTime(text, zone)?.toISOString()).toBe(time);
	});

	it.each(['', 'soon', 'days 90', '7', '2026-13-01', '2026-07-15T25:00:00'])(
		'is none in %j',
		(text) => {
			expect(zonedTime(text, 'UTC')).toBeUndefined();
		},
	);
});
