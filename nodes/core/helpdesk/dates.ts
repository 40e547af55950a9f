/** Unix times up to here are seconds, beyond it milliseconds: the year 5138, or March 1973. */
const MAX_SECONDS = 1e11;
/** No helpdesk had a ticket before, and no ticket is from a later century. */
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/**
 * ISO 8601 as the helpdesks write it: Zendesk without seconds ("2026-11-23T09:00Z"), Intercom's contacts
 * with an offset and fractions (contracts/webhooks), with a space for the "T" or "UTC" for the "Z".
 */
const ISO =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;

/** A date as ISO 8601 in UTC; absent when it is none. Without a time zone it is taken for UTC. */
export function dateOf(value: unknown): string | undefined {
	const time = timeOf(value);
	if (time === undefined || !(time >= EARLIEST && time < LATEST)) return undefined;
	return new Date(time).toISOString();
}

/** Milliseconds since 1970. Intercom's REST times are Unix seconds; forms send numbers as text. */
export function timeOf(value: unknown): number | undefined {
	if (typeof value === 'number') return fromUnix(value);
	if (typeof value !== 'string' || value.length > 60) return undefined;
	const text = value.trim();
	return /^\d{9,13}(?:\.\d+)?$/.test(text) ? fromUnix(Number(text)) : fromIso(text);
}

function fromUnix(value: number): number | undefined {
	if (!Number.isFinite(value)) return undefined;
	return value < MAX_SECONDS ? value * 1000 : value;
}

function fromIso(text: string): number | undefined {
	const [match, ...parts] = ISO.exec(text) ?? [];
	if (match === undefined) return undefined;
	const [year, month, day, hour, minute, second] = parts.map((part) => Number(part ?? 0));
	const milliseconds = Math.floor(Number(`0.${parts[6] ?? 0}`) * 1000);
	const time = Date.UTC(
		year ?? 0,
		(month ?? 0) - 1,
		day,
		hour,
		minute,
		Math.min(second ?? 0, 59),
		milliseconds,
	);
	// The 30th of February would become the 2nd of March.
	const date = new Date(time);
	const isReal =
		date.getUTCMonth() + 1 === month &&
		date.getUTCDate() === day &&
		date.getUTCHours() === hour &&
		date.getUTCMinutes() === minute &&
		(second ?? 0) <= 60;
	return isReal ? time - offsetOf(parts[7]) : undefined;
}

function offsetOf(zone: string | undefined): number {
	const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
	const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
	return sign === '-' ? -offset : offset;
}
