import { sleep } from 'n8n-workflow';

import type { Deadline } from './deadline';

/** Answers that say "not now": too many requests, or a server that may be well again in a moment. */
const PASSING_STATUSES = [429, 500, 502, 503, 504];

/** Failures to connect that are often gone at the next try; those with UND_ERR are Node's own fetch's. */
const PASSING_CODES = [
	'ECONNREFUSED',
	'ECONNRESET',
	'EAI_AGAIN',
	'EPIPE',
	'ETIMEDOUT',
	'ECONNABORTED',
	'UND_ERR_SOCKET',
	'UND_ERR_CONNECT_TIMEOUT',
];

/** Tries of one request in all, where its caller sets no other number. */
const MAX_TRIES = 4;

const FIRST_WAIT_MS = 1000;

/** Whether a request with this answer is worth repeating. */
export function isPassingStatus(status: number): boolean {
	return PASSING_STATUSES.includes(status);
}

/** Whether a request that failed with this network error code is worth repeating. */
export function isPassingCode(code: string | undefined): boolean {
	return code !== undefined && PASSING_CODES.includes(code);
}

/**
 * Milliseconds that a Retry-After header asks for: seconds or a date (RFC 9110 §10.2.3).
 * @param now milliseconds since 1970
 * @returns undefined when it says nothing that can be read
 */
export function retryAfterMs(retryAfter: unknown, now: number): number | undefined {
	const asked = typeof retryAfter === 'string' ? retryAfter.trim() : '';
	if (/^\d{1,6}(\.\d+)?$/.test(asked)) return Math.ceil(Number(asked) * 1000);
	const at = asked === '' ? Number.NaN : Date.parse(asked);
	return Number.isFinite(at) ? Math.max(0, at - now) : undefined;
}

/**
 * Milliseconds to wait before the next try: what the Retry-After header asks for, else one second, doubled
 * with every try.
 * @param tries how many have failed so far, from 1
 * @param now milliseconds since 1970
 */
export function waitBeforeRetry(retryAfter: unknown, tries: number, now: number): number {
	return retryAfterMs(retryAfter, now) ?? FIRST_WAIT_MS * 2 ** (tries - 1);
}

/** A try that did not succeed. */
export interface FailedTry {
	/** What is thrown when there is no further try. */
	error: unknown;
	/** Whether the next try may go well. */
	isPassing: boolean;
	/** Milliseconds before the next try. */
	waitMs: number;
	/** Waits that long in a way of its own, e.g. together with others; else the time is simply slept. */
	pause?: (waitMs: number) => Promise<void>;
}

export type Try<T> = { value: T } | { failed: FailedTry };

/**
 * The one loop that tries again. It gives up when what failed will not pass, the tries are used up, or
 * the wait would outlast the deadline: waiting on would only hide what the other side said.
 * @param attempt makes one try, told which one it is, from 1; what it throws ends the loop at once
 * @param maxTries in all, the first one included
 * @throws the error of the last failed try
 * @throws DeadlineError or StoppedError where nobody waits for a further try
 */
export async function retry<T>(
	attempt: (tries: number) => Promise<Try<T>>,
	deadline: Deadline,
	maxTries = MAX_TRIES,
): Promise<T> {
	const slept = async (waitMs: number) => {
		await deadline.race(sleep(waitMs));
	};
	for (let tries = 1; ; tries += 1) {
		deadline.check();
		const outcome = await attempt(tries);
		if ('value' in outcome) return outcome.value;
		const { error, isPassing, waitMs, pause = slept } = outcome.failed;
		if (!isPassing || tries >= maxTries || waitMs >= deadline.remainingMs()) throw error;
		await pause(waitMs);
	}
}
