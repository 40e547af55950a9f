/** A date or time without a zone, as a date picker gives it; with one, as everything else does. */
const LOCAL = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?$/;

/**
 * The time an ISO date or time means where `timeZone` is the time of the clocks; one that names its own
 * zone keeps it. Absent when the text is none.
 * @param timeZone IANA name, e.g. "Europe/Berlin"; one that is unknown counts as UTC
 */
export function zonedTime(text: string, timeZone: string): Date | undefined {
	const plain = text.trim();
	// JavaScript finds a date in "days 90", too.
	if (!/^\d{4}-\d{2}-\d{2}/.test(plain)) return undefined;
	const isLocal = LOCAL.test(plain);
	const time = Date.parse(isLocal ? withZone(plain) : plain);
	if (Number.isNaN(time)) return undefined;
	if (!isLocal) return new Date(time);
	const guess = time - offsetAt(time, timeZone);
	// The night the clocks change, the first guess may lie on the wrong side.
	return new Date(time - offsetAt(guess, timeZone));
}

/**
 * The calendar day that clocks of a zone show at a time, e.g. "2026-11-28".
 * @param timeZone IANA name; one that is unknown counts as UTC
 */
export function localDate(at: Date, timeZone: string): string {
	const shown = new Date(at.getTime() + offsetAt(at.getTime(), timeZone));
	return shown.toISOString().slice(0, 10);
}

/** Whether clocks somewhere go by this name, e.g. "Europe/Berlin". */
export function isTimeZone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
	} catch {
		return false;
	}
}

function withZone(local: string): string {
	return local.length === 10 ? `${local}T00:00:00Z` : `${local.replace(' ', 'T')}Z`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Kept for each zone there is: making one takes longer than all it is used for. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
	const known = clocks.get(timeZone);
	if (known !== undefined) return known;
	const clock = new Intl.DateTimeFormat('en-US', {
		timeZone,
		calendar: 'gregory',
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	});
	clocks.set(timeZone, clock);
	return clock;
}

/** How far the clocks are ahead of UTC at a time, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
	const whole = Math.floor(time / 1000) * 1000;
	try {
		const parts = new Map(
			clockOf(timeZone)
				.formatToParts(whole)
				.map(({ type, value }) => [type, Number(value)]),
		);
		const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
		return (
			Date.UTC(
				part('year'),
				part('month') - 1,
				part('day'),
				part('hour'),
				part('minute'),
				part('second'),
			) - whole
		);
	} catch {
		return 0;
	}
}
