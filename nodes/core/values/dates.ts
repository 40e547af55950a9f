const DAY_MS = 86_400_000;

/**
 * Whole calendar days (UTC) from `now` to an ISO date or time: 0 is today, negative is past.
 * Absent when the text is not a date.
 */
export function daysUntil(isoDate: string | undefined, now: Date): number | undefined {
	const time = timeOf(isoDate);
	if (time === undefined) return undefined;
	return Math.floor(time / DAY_MS) - Math.floor(now.getTime() / DAY_MS);
}

/** Milliseconds since 1970 of an ISO date or time; absent when the text is not one. */
export function timeOf(isoDate: string | undefined): number | undefined {
	if (isoDate === undefined) return undefined;
	const time = Date.parse(isoDate);
	return Number.isNaN(time) ? undefined : time;
}

/** The time `days` days before `now`, in milliseconds since 1970. */
export function daysBefore(now: Date, days: number): number {
	return now.getTime() - days * DAY_MS;
}
