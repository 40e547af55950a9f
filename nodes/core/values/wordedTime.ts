import { countOf } from './wording';
import { localDate } from './zonedTime';

/** How numbers, money and dates are written for those who read them. */
export interface Regional {
	/** BCP 47, e.g. "en-US". */
	locale: string;
	/** IANA name, e.g. "Europe/Berlin". */
	timeZone: string;
}

/** Of readers whose own is not known. */
export const DEFAULT_LOCALE = 'en-US';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 1440;

/** Whether dates and numbers can be written by this name of a language and region, e.g. "de-DE". */
export function isLocale(name: string): boolean {
	try {
		return Intl.DateTimeFormat.supportedLocalesOf(name).length > 0;
	} catch {
		return false;
	}
}

/** "2:02 PM" today, "Nov 27, 2:02 PM" on any other day; the year only where it is another. */
export function formatMoment(at: Date, now: Date, { locale, timeZone }: Regional): string {
	const [day, today] = [localDate(at, timeZone), localDate(now, timeZone)];
	return written(at, locale, {
		timeZone,
		hour: 'numeric',
		minute: '2-digit',
		...(day !== today && dayParts(day, today)),
	});
}

/** "Nov 27, 2026, 2:02 PM GMT+1": for what is looked at on any day, by readers whose own clocks are not known. */
export function formatFullMoment(at: Date, { locale, timeZone }: Regional): string {
	return written(at, locale, {
		timeZone,
		year: 'numeric',
		month: 'short',
		day: 'numeric',
		hour: 'numeric',
		minute: '2-digit',
		timeZoneName: 'short',
	});
}

/** "Dec 5" of an ISO date or time; of a time, the day it is in the reader's zone. Absent when it is none. */
export function formatDay(
	isoDate: string,
	now: Date,
	{ locale, timeZone }: Regional,
): string | undefined {
	const at = new Date(isoDate);
	if (Number.isNaN(at.getTime())) return undefined;
	const day = isoDate.length === 10 ? isoDate : localDate(at, timeZone);
	return written(new Date(`${day}T00:00:00Z`), locale, {
		timeZone: 'UTC',
		...dayParts(day, localDate(now, timeZone)),
	});
}

/** "25 minutes", "4 hours" or "3 days", rounded down; at least a minute. */
export function formatSpan(milliseconds: number): string {
	const minutes = Math.max(1, Math.floor(milliseconds / MINUTE_MS));
	if (minutes < HOUR_MINUTES) return countOf(minutes, 'minute');
	if (minutes < 2 * DAY_MINUTES) return countOf(Math.floor(minutes / HOUR_MINUTES), 'hour');
	return countOf(Math.floor(minutes / DAY_MINUTES), 'day');
}

function dayParts(day: string, today: string): Intl.DateTimeFormatOptions {
	const isOtherYear = day.slice(0, 4) !== today.slice(0, 4);
	return { month: 'short', day: 'numeric', ...(isOtherYear && { year: 'numeric' }) };
}

function written(at: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
	// Some languages put a narrow or a fixed space there, which mail clients show as a box.
	return new Intl.DateTimeFormat(locale, options).format(at).replace(/\s/gu, ' ');
}
