import { shownCount } from '../accountWords';

/** What the sections of a digest have in common. */

/** Rows of a table; more nobody reads. */
const MOST_ROWS = 20;
/** Bars of a chart, and names in a sentence. */
export const MOST_BARS = 8;
export const MOST_REASON = 160;

/** The first rows of many, and how many more there are. */
export function cut<T>(entries: readonly T[], toRow: (entry: T) => string[], all = entries.length) {
	const some = entries.slice(0, MOST_ROWS);
	return { rows: some.map(toRow), more: Math.max(0, all - some.length) };
}

export const numbers = (...titles: string[]) => titles.map((title) => ({ title, isNumber: true }));

export const whole = (value: number) => shownCount(Math.round(value));
