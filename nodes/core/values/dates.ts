const DAY_MS = 86_400_000;

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
