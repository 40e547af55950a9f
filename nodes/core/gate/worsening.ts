import { CRITICAL_FROM } from '../score/labels';
import { timeOf } from '../values/dates';

/** An open alert comes again, rather than being updated, from this rise of the score on, unless told otherwise. */
export const WORSE_BY_POINTS = 10;
/** The renewal window of the recipe's third rule. */
const RENEWAL_WINDOW_DAYS = 60;
const DAY_MS = 86_400_000;

/** What was known when the alert last went out, or is known now. */
export interface AlertStanding {
	/** 0–100. */
	score?: number;
	/** ISO date. */
	renewalDate?: string;
	/** When that was. */
	at: Date;
}

/** The same in numbers, made once where many are compared. Days are whole days in UTC since 1970. */
export interface Standing {
	score?: number;
	renewalDay?: number;
	day: number;
}

export type Worsening = 'critical' | 'score' | 'renewal';

/**
 * What makes a further message of an account make its open alert worth sending anew: it became critical for the first
 * time, the score rose by so many points or more, or the renewal has come within 60 days. An unknown score before
 * cannot have risen; it can only have become critical.
 * @param points from which rise on it comes again
 * @returns absent when the alert is only updated
 */
export function worseningIn(
	before: Standing,
	after: Standing,
	points = WORSE_BY_POINTS,
): Worsening | undefined {
	const { score: scoreBefore } = before;
	const { score } = after;
	if (score !== undefined && score >= CRITICAL_FROM && (scoreBefore ?? 0) < CRITICAL_FROM) {
		return 'critical';
	}
	if (score !== undefined && scoreBefore !== undefined && score - scoreBefore >= points) {
		return 'score';
	}
	return isInWindow(after) && !isInWindow(before) ? 'renewal' : undefined;
}

/** As {@link worseningIn}, in one line in plain words. */
export function worseningOf(
	before: AlertStanding,
	after: AlertStanding,
	points = WORSE_BY_POINTS,
): string | undefined {
	const { score } = after;
	switch (worseningIn(standingOf(before), standingOf(after), points)) {
		case 'critical':
			return `Critical for the first time: score ${score}, before ${before.score ?? 'unknown'}`;
		case 'score':
			return `Worse: score ${score}, before ${before.score}`;
		case 'renewal':
			return `The renewal has come within ${RENEWAL_WINDOW_DAYS} days`;
		default:
			return undefined;
	}
}

export function standingOf({ score, renewalDate, at }: AlertStanding): Standing {
	const renewal = timeOf(renewalDate);
	return {
		score,
		renewalDay: renewal === undefined ? undefined : Math.floor(renewal / DAY_MS),
		day: Math.floor(at.getTime() / DAY_MS),
	};
}

function isInWindow({ renewalDay, day }: Standing): boolean {
	if (renewalDay === undefined) return false;
	return renewalDay >= day && renewalDay <= day + RENEWAL_WINDOW_DAYS;
}
