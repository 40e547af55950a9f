import type { AccountFacts } from '../../item/types';

/** A health score as it was from a moment on. */
export interface HealthReading {
	/** Milliseconds since 1970, UTC. */
	at: number;
	/** 0–100. */
	score: number;
}

const DAY = 86_400_000;

/**
 * How many points the health score gained or lost over the last `days`, from what it was at the start
 * of that time, or from its first known value within it; `days` of the result then says how long ago
 * that was. Absent when nothing is known of the time before.
 */
export function healthChangeOver(
	readings: readonly HealthReading[],
	current: number,
	now: number,
	days: number,
): AccountFacts['healthChange'] {
	const start = now - days * DAY;
	const sorted = readings.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
	const before = sorted.findLast(({ at }) => at <= start);
	const first = before ?? sorted[0];
	if (first === undefined) return undefined;
	// What was written down an hour ago is the same score, not a week without change.
	if (before === undefined && now - first.at < DAY) return undefined;
	const covered = before ? days : Math.max(1, Math.round((now - first.at) / DAY));
	return { points: Math.round((current - first.score) * 100) / 100, days: covered };
}
