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

/** Tries of one request in all. */
export const MAX_TRIES = 4;

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
 * Milliseconds to wait before the next try: what the Retry-After header asks for (seconds or a date,
 * RFC 9110 §10.2.3), else one second, doubled with every try.
 * @param tries how many have failed so far, from 1
 * @param now milliseconds since 1970
 */
export function waitBeforeRetry(retryAfter: unknown, tries: number, now: number): number {
	const asked = typeof retryAfter === 'string' ? retryAfter.trim() : '';
	if (/^\d{1,6}(\.\d+)?$/.test(asked)) return Math.ceil(Number(asked) * 1000);
	const at = asked === '' ? Number.NaN : Date.parse(asked);
	if (Number.isFinite(at)) return Math.max(0, at - now);
	return FIRST_WAIT_MS * 2 ** (tries - 1);
}
