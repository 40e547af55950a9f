import { isMonthName, isWeekdayName } from './calendarWords';

/**
 * Zendesk's placeholder `{{ticket.description}}` puts a header before what the customer wrote: a line of 46
 * dashes, an empty line, the writer's name and a date, an empty line. (contracts/API-REFERENCE.md §1; the
 * form is seen in gist henrik/3807718.) A writer called "Angry Corp" is no part of the message.
 */

/** The header stands at the very beginning, or there is none: nothing beyond is looked at. */
const HEAD = 2000;
const MAX_HEADER_LINE = 320;
/** Fewer dashes are a signature's, a list's or Markdown's. */
const DASHES = /^\s*-{20,}[^\S\r\n]*(?:\r\n|\r|\n)/;
const LINE = /^\s*([^\r\n]*)(?:\r\n|\r|\n|$)/;

const NAME = String.raw`(?:.{0,200}[,،、，]\s?)??`;
const WEEKDAY = String.raw`(?:(?<weekday>[\p{L}\p{M}]{2,14})\.?\s)??`;
const WORD = String.raw`(?<month>[\p{L}\p{M}][\p{L}\p{M}.]{0,19})`;
const YEAR = String.raw`(?<year>\d{4})\.?`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|er|º|\.)?`;
const CLOCK = String.raw`(?:(?:,|\s(?:at|um|à|às|a\slas|om|kl\.?|alle|ore|o|в|–|-)(?=\s))?\s*(?<time>\p{L}{0,2}\s?\d{1,2}\s?[:.h]\s?\d{2}(?::\d{2})?)(?:\s?(?:[apAP]\.?\s?[mM]\.?|Uhr|h))?(?:\s?\(?[A-Z]{0,5}(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)?)?`;

/** The ways a date is written; each may be followed by the time. */
const DATES = [
	String.raw`${WORD}\s${DAY}(?:,?\s${YEAR})?`,
	String.raw`${DAY}\s(?:de\s|d['’]|τις\s)?${WORD}(?:,?\s(?:de\s|del\s)?${YEAR}(?:\s?[гр]\.)?)?`,
	String.raw`\d{1,2}\s(?:thg|tháng)\s\d{1,2},?\s(?<year>\d{4})`,
	String.raw`${YEAR}\s${WORD}\s${DAY}`,
	String.raw`(?:(?<year>\d{4})\s?[年년]\s?)?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]?`,
	String.raw`(?<year>\d{4})\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2}\.?`,
	String.raw`\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?<year>\d{4}|\d{2})\.?`,
].map((date) => new RegExp(String.raw`^${NAME}${WEEKDAY}${date}T?${CLOCK}:?$`, 'u'));

/** A ticket's description without the header, where it begins with one. */
export function withoutDescriptionHeader(description: string): string {
	const head = description.slice(0, HEAD);
	const dashes = DASHES.exec(head)?.[0].length ?? 0;
	if (dashes === 0) return description;
	const [line, content = ''] = LINE.exec(head.slice(dashes)) ?? [''];
	if (!isNameAndDate(content)) return description;
	return description.slice(dashes + line.length).trimStart();
}

/** Whether a line is a date, or a name and a date, and nothing else. */
function isNameAndDate(line: string): boolean {
	const text = line.trim().replace(/\s+/g, ' ');
	if (text.length > MAX_HEADER_LINE) return false;
	return DATES.some((pattern) => {
		const { weekday, month, year, time } = pattern.exec(text)?.groups ?? {};
		if (year === undefined && time === undefined) return false;
		if (weekday !== undefined && !isWeekdayName(weekday)) return false;
		return month === undefined || isMonthName(month);
	});
}
