import { trimmedTextOf } from '../core/values/text';

/** No helpdesk's limit lasts longer; a header that says so is wrong. */
const LONGEST_MS = 24 * 3_600_000;

/**
 * When a helpdesk that answered 429 wants to be asked again: its Retry-After (seconds or a date, RFC 9110
 * §10.2.3), else X-RateLimit-Reset (Unix seconds: Intercom, recorded/intercom.*).
 * @returns undefined when it does not say
 */
export function retryAtOf(headers: Readonly<Record<string, unknown>>, now: Date): Date | undefined {
	const time = afterOf(trimmedTextOf(headers['retry-after']) ?? '', now) ?? resetOf(headers);
	if (time === undefined) return undefined;
	return new Date(Math.min(Math.max(time, now.getTime()), now.getTime() + LONGEST_MS));
}

function afterOf(asked: string, now: Date): number | undefined {
	if (/^\d{1,6}(?:\.\d+)?$/.test(asked)) return now.getTime() + Math.ceil(Number(asked) * 1000);
	const date = asked === '' ? Number.NaN : Date.parse(asked);
	return Number.isFinite(date) ? date : undefined;
}

function resetOf(headers: Readonly<Record<string, unknown>>): number | undefined {
	const reset = trimmedTextOf(headers['x-ratelimit-reset']) ?? '';
	return /^\d{10}$/.test(reset) ? Number(reset) * 1000 : undefined;
}
