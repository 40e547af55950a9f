const MINUTE_MS = 60_000;

/** Waits after the first failed runs of a message, in minutes; after these it is tried once an hour. */
const FIRST_WAITS = [1, 5, 15, 60] as const;
const LATER_WAIT = 60;

/**
 * How long a message, or an alert to be sent, is tried: an outage over a weekend's day and night must
 * not lose it. Version 0.1 gave up after an hour, and an outage of an afternoon lost its alerts.
 */
const GIVES_UP_AFTER_HOURS = 48;
/** The same in milliseconds. */
export const PATIENCE_MS = GIVES_UP_AFTER_HOURS * 60 * MINUTE_MS;

/** A message whose run has vanished so often may be what takes n8n down with it. */
export const MOST_VANISHED_RUNS = 5;

/**
 * When a message whose run failed is tried again: after 1, 5, 15 and 60 minutes, then hourly.
 * @param attempts runs so far, the failed one included
 * @param since when the first of them was possible
 * @returns absent when it has been tried for 48 hours
 */
export function nextTry(attempts: number, since: Date, now: Date): Date | undefined {
	return withinPatience(new Date(now.getTime() + waitAfter(attempts)), since);
}

/**
 * How long a message waits whose run vanished with its n8n, in milliseconds: not at all the first
 * time, then like after failed runs, so that one that kills n8n leaves the others time to get through.
 * @param attempts runs so far, the vanished one included
 */
export function waitAfterVanishing(attempts: number): number {
	return attempts <= 1 ? 0 : waitAfter(attempts - 1);
}

/** The time, or absent when it lies beyond the time anything is tried for. */
export function withinPatience(at: Date, since: Date): Date | undefined {
	return at.getTime() <= since.getTime() + PATIENCE_MS ? at : undefined;
}

function waitAfter(attempts: number): number {
	return (FIRST_WAITS[attempts - 1] ?? LATER_WAIT) * MINUTE_MS;
}
