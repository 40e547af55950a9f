import { trimmedTextOf } from '../core/values/text';
import { retryAfterMs } from '../shared/retry';

/** No helpdesk's limit lasts longer; a header that says so is wrong. */
const LONGEST_MS = 24 * 3_600_000;

/**
 * When a helpdesk that answered 429 wants to be asked again: its Retry-After (seconds or a date, RFC 9110
 * §10.2.3), else X-RateLimit-Reset (Unix seconds: Intercom, recorded/intercom.*).
 * @returns undefined when it does not say
 */
export function retryAtOf(headers: Readonly<Record<string, unknown>>, now: Date): Date | undefined {
	const waitMs =
		retryAfterMs(trimmedTextOf(headers['retry-after']), now.getTime()) ?? untilReset(headers, now);
	if (waitMs === undefined) return undefined;
	return new Date(now.getTime() + Math.min(waitMs, LONGEST_MS));
}

function untilReset(headers: Readonly<Record<string, unknown>>, now: Date): number | undefined {
	const reset = trimmedTextOf(headers['x-ratelimit-reset']) ?? '';
	return /^\d{10}$/.test(reset) ? Math.max(0, Number(reset) * 1000 - now.getTime()) : undefined;
}
