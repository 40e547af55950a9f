import { localDate, zonedTime } from './zonedTime';

/** When people work, and when they want to be left alone. */

/** A stretch of a day in minutes from midnight; one that ends before it starts ends on the next day. */
export interface TimeOfDayRange {
	from: number;
	to: number;
}

/** What is worked on each weekday, Sunday first; an empty list is a day off. */
export type WorkingHours = ReadonlyArray<readonly TimeOfDayRange[]>;

export interface WorkingTime {
	hours: WorkingHours;
	/** IANA name, e.g. "Europe/Berlin". */
	timeZone: string;
	/** ISO dates on which nobody works. */
	holidays: ReadonlySet<string>;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MINUTES_A_DAY = 1440;
/** Further ahead no follow-up is of use; without an end, a calendar of nothing but days off would never answer. */
const MOST_DAYS = 400;

const NINE_TO_FIVE: readonly TimeOfDayRange[] = [{ from: 9 * 60, to: 17 * 60 }];

/** Monday to Friday, 09:00 to 17:00: what holds for whoever says nothing else. */
export const DEFAULT_WORKING_HOURS: WorkingHours = [
	[],
	NINE_TO_FIVE,
	NINE_TO_FIVE,
	NINE_TO_FIVE,
	NINE_TO_FIVE,
	NINE_TO_FIVE,
	[],
];

/**
 * The time at which so many minutes have been worked from a time on; never before it, and at most
 * {@link MOST_DAYS} days ahead. Where nobody works at all, the minutes count by the clock.
 */
export function addBusinessMinutes(from: Date, minutes: number, time: WorkingTime): Date {
	let left = minutes * MINUTE_MS;
	let reached = from.getTime();
	// A stretch that began the evening before may still run.
	let day = previousDay(localDate(from, time.timeZone));
	for (let days = 0; days < MOST_DAYS; days += 1) {
		for (const [start, end] of stretchesOf(day, time)) {
			const begins = Math.max(start, reached);
			if (begins >= end) continue;
			if (left <= end - begins) return new Date(begins + left);
			left -= end - begins;
			reached = end;
		}
		day = nextDay(day);
	}
	const isWorked = left < minutes * MINUTE_MS;
	return new Date(from.getTime() + (isWorked ? MOST_DAYS * DAY_MS : minutes * MINUTE_MS));
}

/**
 * When quiet hours that run at a time are over; absent when none run.
 * @param timeZone IANA name
 */
export function endOfQuietHours(
	at: Date,
	{ from, to }: TimeOfDayRange,
	timeZone: string,
): Date | undefined {
	const today = localDate(at, timeZone);
	for (const day of [previousDay(today), today]) {
		const [start, end] = stretchOf(day, { from, to }, timeZone);
		if (at.getTime() >= start && at.getTime() < end) return new Date(end);
	}
	return undefined;
}

/** What is worked from a calendar day on, in milliseconds since 1970. */
function stretchesOf(day: string, { hours, timeZone, holidays }: WorkingTime) {
	if (holidays.has(day)) return [];
	const ranges = hours[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? [];
	return ranges
		.map((range) => stretchOf(day, range, timeZone))
		.sort(([first], [second]) => first - second);
}

function stretchOf(day: string, { from, to }: TimeOfDayRange, timeZone: string): [number, number] {
	const end = to > from ? to : to + MINUTES_A_DAY;
	return [momentOf(day, from, timeZone), momentOf(day, end, timeZone)];
}

function momentOf(day: string, minutes: number, timeZone: string): number {
	const date = minutes < MINUTES_A_DAY ? day : nextDay(day);
	const ofDay = minutes % MINUTES_A_DAY;
	const clock = [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0'));
	return zonedTime(`${date}T${clock.join(':')}`, timeZone)?.getTime() ?? Number.NaN;
}

const nextDay = (day: string) => shifted(day, 1);
const previousDay = (day: string) => shifted(day, -1);

function shifted(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
