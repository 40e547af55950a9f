import type { DeliveryStep } from '../item/types';
import { withinPatience } from './inboxPolicy';

const MINUTE_MS = 60_000;

/** Waits on the owner's own channel after its failed attempts, in minutes. */
const OWN_CHANNEL_WAITS = [1, 5, 15] as const;
/** Attempts on the owner's own channel before any other way is taken. */
const OWN_CHANNEL_ATTEMPTS = OWN_CHANNEL_WAITS.length + 1;
/** The attempts that use each way once: then the alert counts as undelivered. */
export const LADDER_LENGTH = OWN_CHANNEL_ATTEMPTS + 2;
const LATER_WAIT = 60;

/** What happens after an attempt that did not deliver. */
export interface NextAttempt {
	/** When it is tried again; absent when it is given up for good. */
	dueAt?: Date;
	/** Whether every way has now been tried, so that somebody has to be told. */
	isUndelivered: boolean;
}

/**
 * The way of an attempt, counted from 1: the owner's channel four times, then the other channel,
 * then the manager; after that the owner's and the other channel in turns, once an hour.
 */
export function stepOf(attempt: number): DeliveryStep {
	if (attempt <= OWN_CHANNEL_ATTEMPTS) return 'owner';
	if (attempt === OWN_CHANNEL_ATTEMPTS + 1) return 'otherChannel';
	if (attempt === LADDER_LENGTH) return 'manager';
	return (attempt - LADDER_LENGTH) % 2 === 1 ? 'owner' : 'otherChannel';
}

/**
 * The attempt that one counts as which could not even be written or sent, e.g. since there was nobody to send it to or
 * the channel's node is disabled: waiting changes nothing there, so the next one takes another way at once.
 */
export function countedUnwritten(attempt: number): number {
	return Math.max(attempt, OWN_CHANNEL_ATTEMPTS);
}

/**
 * When an alert that was not delivered is tried again: on the same channel after 1, 5 and 15 minutes,
 * then at once on the other channel, then at once to the manager, then hourly for 48 hours in all.
 * @param attempt the one that failed, counted from 1
 * @param since when it was first due
 * @param retryAfterMs what the channel asked to wait, in milliseconds
 */
export function afterFailedAttempt(
	attempt: number,
	since: Date,
	now: Date,
	retryAfterMs = 0,
): NextAttempt {
	const wait =
		attempt < OWN_CHANNEL_ATTEMPTS
			? (OWN_CHANNEL_WAITS[attempt - 1] ?? 1)
			: attempt < LADDER_LENGTH
				? 0
				: LATER_WAIT;
	const at = new Date(now.getTime() + Math.max(wait * MINUTE_MS, retryAfterMs));
	const dueAt = withinPatience(at, since);
	return { ...(dueAt && { dueAt }), isUndelivered: attempt >= LADDER_LENGTH };
}

/**
 * When the edit of a message that stands in Slack is tried again: as an alert on its owner's channel, and no
 * further. Nobody who misses it misses an alert.
 * @param attempt the one that failed, counted from 1
 */
export function afterFailedEdit(
	attempt: number,
	since: Date,
	now: Date,
	retryAfterMs = 0,
): NextAttempt {
	if (attempt >= OWN_CHANNEL_ATTEMPTS) return { isUndelivered: true };
	return afterFailedAttempt(attempt, since, now, retryAfterMs);
}
