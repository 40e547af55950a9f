import { CRITICAL_FROM } from '../score/labels';
import { daysUntil } from '../values/dates';

/** An open alert comes again, rather than being updated, from this rise of the score on, unless told otherwise. */
export const WORSE_BY_POINTS = 10;
/** The renewal window of the recipe's third rule. */
const RENEWAL_WINDOW_DAYS = 60;

/** What was known when the alert last went out, or is known now. */
export interface AlertStanding {
	/** 0–100. */
	score?: number;
	/** ISO date. */
	renewalDate?: string;
	/** When that was. */
	at: Date;
}

/**
 * Why a further message of an account makes its open alert worth sending anew: the score rose by so
 * many points or more, became critical for the first time, or the renewal has come within 60 days. An unknown
 * score before cannot have risen; it can only have become critical.
 * @param points from which rise on it comes again
 * @returns one line in plain words; absent when the alert is only updated
 */
export function worseningOf(
	before: AlertStanding,
	after: AlertStanding,
	points = WORSE_BY_POINTS,
): string | undefined {
	const { score: scoreBefore } = before;
	const { score } = after;
	if (score !== undefined && score >= CRITICAL_FROM && (scoreBefore ?? 0) < CRITICAL_FROM) {
		return `Critical for the first time: score ${score}, before ${scoreBefore ?? 'unknown'}`;
	}
	if (score !== undefined && scoreBefore !== undefined && score - scoreBefore >= points) {
		return `Worse: score ${score}, before ${scoreBefore}`;
	}
	if (isInWindow(after) && !isInWindow(before)) {
		return `The renewal has come within ${RENEWAL_WINDOW_DAYS} days`;
	}
	return undefined;
}

function isInWindow({ renewalDate, at }: AlertStanding): boolean {
	const days = daysUntil(renewalDate, at);
	return days !== undefined && days >= 0 && days <= RENEWAL_WINDOW_DAYS;
}
