import { zonedTime } from '../values/zonedTime';
import type { Period } from './rows';

/** Calendar days where the report's people are. */

/** No zone's day begins within a quarter of an hour. */
const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;
/** Three years; more no log keeps. */
export const MOST_REPORT_DAYS = 1096;

/**
 * Gives the calendar day of a time, e.g. "2026-11-28". Made for times in their
 * order: within the same quarter of an hour nothing is looked up again.
 * @param timeZone IANA name, e.g. "Europe/Berlin"; one that is unknown counts as UTC
 */
export function dayReader(timeZone: string): (time: number) => string {
	const format = dayFormat(timeZone);
	let last = { quarter: NaN, day: '' };
	return (time) => {
		const quarter = Math.floor(time / QUARTER_MS);
		if (quarter !== last.quarter) last = { quarter, day: format.format(quarter * QUARTER_MS) };
		return last.day;
	};
}

function dayFormat(timeZone: string): Intl.DateTimeFormat {
	const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
	try {
		// Sweden writes dates as ISO 8601 does.
		return new Intl.DateTimeFormat('sv-SE', { ...parts, timeZone });
	} catch {
		return new Intl.DateTimeFormat('sv-SE', { ...parts, timeZone: 'UTC' });
	}
}

/** The last days up to now, today as the last of them, from midnight on where the people are. */
export function lastDays(days: number, now: Date, timeZone: string): Period {
	const today = Date.parse(`${dayReader(timeZone)(now.getTime())}T00:00:00Z`);
	return { since: startOf(isoDay(today - (days - 1) * DAY_MS), timeZone), until: now };
}

/** How many of the last days reach back to a time, as {@link lastDays} counts them; at most as many as a report may have. */
export function daysBackTo(from: Date, now: Date, timeZone: string): number {
	return Math.min(daysOf(from, now, dayReader(timeZone)).length, MOST_REPORT_DAYS);
}

/**
 * The last days as far back as anything is known: days before it would count as days without alerts.
 * @param first when what is known begins; absent where nothing is known
 */
export function lastKnownDays(
	days: number,
	first: Date | undefined,
	now: Date,
	timeZone: string,
): Period {
	const period = lastDays(days, now, timeZone);
	if (first === undefined) return period;
	const known = startOf(dayReader(timeZone)(Math.min(first.getTime(), now.getTime())), timeZone);
	return known > period.since ? { ...period, since: known } : period;
}

const startOf = (day: string, timeZone: string): Date =>
	zonedTime(day, timeZone) ?? new Date(Date.parse(day));

/** Every calendar day of a period, in order; a day that is only touched counts. */
export function daysOf(since: Date, until: Date, dayOf: (time: number) => string): string[] {
	const last = dayOf(Math.max(since.getTime(), until.getTime() - 1));
	const days: string[] = [];
	for (let day = dayOf(since.getTime()); day <= last; day = nextDay(day)) days.push(day);
	return days;
}

/**
 * How many working days alerts of a period can lie on: those of a backfill, and those from before the log, had none.
 * @param firstLive when the first message was decided live; absent where there is none
 */
export function workingDaysOf(
	{ since, until }: Period,
	firstLive: Date | undefined,
	dayOf: (time: number) => string,
): number {
	const from = firstLive !== undefined && firstLive > since ? firstLive : since;
	return daysOf(from, until, dayOf).filter(isWorkingDay).length;
}

/** Monday to Friday. */
export function isWorkingDay(day: string): boolean {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	return weekday >= 1 && weekday <= 5;
}

/** The Monday of a day's week. */
export function weekOf(day: string): string {
	const time = Date.parse(`${day}T00:00:00Z`);
	const afterMonday = (new Date(time).getUTCDay() + 6) % 7;
	return isoDay(time - afterMonday * DAY_MS);
}

function nextDay(day: string): string {
	return isoDay(Date.parse(`${day}T00:00:00Z`) + DAY_MS);
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** "28 Nov 2026". */
export function shownDay(day: string): string {
	return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
		timeZone: 'UTC',
		day: 'numeric',
		month: 'short',
		year: 'numeric',
	});
}
