import { localDate, zonedTime } from '../values/zonedTime';

const DAY_MS = 86_400_000;
/** A date alone, also as systems write one that have only times. */
const DATE_ALONE = /^(\d{4}-\d{2}-\d{2})(?:T00:00(?::00(?:\.0{1,9})?)?(?:Z|\+00:00)?)?$/;

/** Whole days from today to an ISO date or time: 0 is today, negative is past. Absent when the text is none. */
export type DaysAhead = (isoDate: string | undefined) => number | undefined;

/**
 * Counts calendar days as they are where people work: at 23:30 in New York, tomorrow is one day ahead, though
 * in London it has begun.
 * @param timeZone IANA name; one that is unknown counts as UTC
 */
export function daysAheadIn(timeZone: string, now: Date): DaysAhead {
	const dayOf = (time: Date): number => dayNumber(localDate(time, timeZone));
	const today = dayOf(now);
	return (isoDate) => {
		if (isoDate === undefined) return undefined;
		const alone = DATE_ALONE.exec(isoDate.trim())?.[1];
		if (alone !== undefined) {
			const day = dayNumber(alone);
			return Number.isNaN(day) ? undefined : day - today;
		}
		const time = zonedTime(isoDate, timeZone);
		return time && dayOf(time) - today;
	};
}

/** Days since 1970-01-01 of "2026-12-24". */
function dayNumber(date: string): number {
	return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}
