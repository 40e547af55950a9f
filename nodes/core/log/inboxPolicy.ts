const MINUTE_MS = 60_000;

/** Waits after the first failed runs of a message, in minutes; after these it is tried once an hour. */
const FIRST_WAITS = [1, 5, 15, 60] as const;
const LATER_WAIT = 60;

/**
 * How long a message, or an alert to be sent, is tried: an outage over a weekend's day and night must
 * not lose it. Version 0.1 gave up after an hour, and an outage of an afternoon lost its alerts.
 */
export const GIVES_UP_AFTER_HOURS = 48;

/**
 * When a message whose run failed is tried again: after 1, 5, 15 and 60 minutes, then hourly.
 * @param attempts runs so far, the failed one included
 * @param since when the first of them was possible
 * @returns absent when it has been tried for {@link GIVES_UP_AFTER_HOURS} hours
 */
export function nextTry(attempts: number, since: Date, now: Date): Date | undefined {
	const wait = FIRST_WAITS[attempts - 1] ?? LATER_WAIT;
	return withinPatience(new Date(now.getTime() + wait * MINUTE_MS), since);
}

/** The time, or absent when it lies beyond the time anything is tried for. */
export function withinPatience(at: Date, since: Date): Date | undefined {
	const lastTime = since.getTime() + GIVES_UP_AFTER_HOURS * 60 * MINUTE_MS;
	return at.getTime() <= lastTime ? at : undefined;
}
