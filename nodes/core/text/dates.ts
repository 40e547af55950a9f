import { pattern } from '../values/tables';

/**
 * Dates and times as mail programs write them, told by their numbers and not by names of months, so
 * that they are read in any language.
 */

/** 2024-05-03, 03.05.2024, 5/3/24, 11-Apr-2011, 2017. 7. 2., 2017年7月2日 */
const NUMBERS = pattern('u')`
	(?<!\d)(?:\d{4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|
	\d{1,2}\.\s\d{1,2}\.\s\d{4}|\d{1,2}-\p{L}{3,9}\.?-\d{2,4}|\p{L}{3,9}-\d{1,2}-\d{2,4}|
	\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2})(?!\d)
`;
/** 3 May 2024, 3. Mai 2024, 3 de mayo de 2024, 8 tháng 6, 2017 */
const DAY_FIRST =
	/(?<!\d)\d{1,2}(?:\p{L}{2})?[.,]?\s(?:de\s)?\p{L}{3,15}[.,]{0,2}\s(?:(?:de|del)\s|\d{1,2},?\s)?(?:19|20)\d{2}(?!\d)/u;
/** May 3, 2024 */
const MONTH_FIRST = /\p{L}{3,15}\.?\s\d{1,2}(?:\p{L}{2})?,?\s(?:19|20)\d{2}(?!\d)/u;
/** 2024. május 3. */
const YEAR_FIRST = /(?<!\d)(?:19|20)\d{2}\.?\s\p{L}{3,15}\.?\s\d{1,2}(?!\d)/u;
/** 3 May, May 3, 3.5.: enough next to a time. */
const WITHOUT_YEAR =
	/(?<!\d)\d{1,2}[./]\d{1,2}\.(?=\s|$)|(?<!\d)\d{1,2}\.?\s(?:de\s)?\p{L}{3,12}(?!\p{L})|(?<!\p{L})\p{L}{3,12}\s\d{1,2}(?:\p{L}{2})?,/u;
const CLOCK =
	/(?<![\d.])\d{1,2}\s?[:h]\d{2}(?!\d)|(?<![\d.])\d{1,2}\.\d{2}(?![\d.])|(?<!\d)\d{1,2}(?:\s?uhr\b|\s?[ap]\.?m\b)/i;

/** Whether the text has a date with its year. */
export function hasFullDate(text: string): boolean {
	return [NUMBERS, DAY_FIRST, MONTH_FIRST, YEAR_FIRST].some((form) => form.test(text));
}

/** Whether the text has a date, be it without its year. */
export function hasDate(text: string): boolean {
	return hasFullDate(text) || WITHOUT_YEAR.test(text);
}

/** Whether the text has a time of day. */
export function hasClock(text: string): boolean {
	return CLOCK.test(text);
}

const NUMBERS_FIRST = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?!\d)/;

/** Whether the text begins with a date as computers write it (2024-05-03). */
export function beginsWithIsoDate(text: string): boolean {
	return NUMBERS_FIRST.test(text);
}
