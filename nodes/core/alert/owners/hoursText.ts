import type { TimeOfDayRange, WorkingHours } from '../../values/businessHours';

/** How people write down when they work: "Mon-Fri 09:00-17:30", "weekdays 9am-5pm", "Mon-Thu 9-17, Fri 9-13". */

const DAYS = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'];
const DAY = '(?:sun|mon|tue|wed|thu|fri|sat|su|mo|tu|we|th|fr|sa)[a-z]*';
const TIME = '\\d{1,2}(?:[:.h]\\d{2})?\\s*(?:[ap]\\.?m\\.?)?';
const TO = '\\s*(?:-|–|—|to|until)\\s*';
const RANGE = new RegExp(`^(${TIME})${TO}(${TIME})$`);
const DAY_PART = `(?:weekdays|every ?day|daily|${DAY}(?:${TO}${DAY})?)`;
/** Days, then times: "mon-thu 9-17", of which either may be left out. */
const PART = new RegExp(`^(${DAY_PART})?\\s*:?\\s*(${TIME}${TO}${TIME})?$`);
const MINUTES_A_DAY = 1440;
const MOST_CHARACTERS = 200;

/** Working hours as text; absent when it cannot be understood. Times without days are those of Monday to Friday. */
export function workingHoursOf(text: string): WorkingHours | undefined {
	const plain = text.trim().toLowerCase();
	if (plain.length > MOST_CHARACTERS) return undefined;
	if (/^24\s*[/x]\s*7$/.test(plain)) {
		return DAYS.map(() => [{ from: 0, to: MINUTES_A_DAY }]);
	}
	const week = DAYS.map((): TimeOfDayRange[] => []);
	// Days that were named before the times they share: "mon, wed 9-12".
	let waiting: number[] = [];
	let current: number[] = [1, 2, 3, 4, 5];
	for (const part of plain.split(/\s*(?:[,;/]|\band\b)\s*/)) {
		const match = PART.exec(part);
		if (match === null || part === '') return undefined;
		const [, days, times] = match;
		const named = days === undefined ? [] : daysOf(days);
		if (named === undefined) return undefined;
		waiting.push(...named);
		if (times === undefined) continue;
		const range = timeRangeOf(times);
		if (range === undefined) return undefined;
		if (waiting.length > 0) current = waiting;
		for (const day of current) week[day]?.push(range);
		waiting = [];
	}
	return waiting.length === 0 ? week : undefined;
}

/** "20:00-07:00" or "8pm to 7am"; absent when it cannot be understood. */
export function timeRangeOf(text: string): TimeOfDayRange | undefined {
	const match = RANGE.exec(text.trim().toLowerCase());
	const [from, to] = [minutesOf(match?.[1]), minutesOf(match?.[2])];
	return from === undefined || to === undefined || from === to || from === MINUTES_A_DAY
		? undefined
		: { from, to };
}

function minutesOf(time: string | undefined): number | undefined {
	const match = /^(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?/.exec(time ?? '');
	if (match === null) return undefined;
	const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
	const half = match[3];
	if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
	const total = (half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute;
	return minute < 60 && total <= MINUTES_A_DAY ? total : undefined;
}

/** Weekdays from 0, Sunday. */
function daysOf(text: string): number[] | undefined {
	if (text === 'weekdays') return [1, 2, 3, 4, 5];
	if (/^(?:every ?day|daily)$/.test(text)) return [0, 1, 2, 3, 4, 5, 6];
	const [first, last] = text.split(new RegExp(TO)).map((day) => DAYS.indexOf(day.slice(0, 2)));
	if (first === undefined || first < 0) return undefined;
	if (last === undefined) return [first];
	if (last < 0) return undefined;
	const length = ((last - first + 7) % 7) + 1;
	return Array.from({ length }, (_, index) => (first + index) % 7);
}
