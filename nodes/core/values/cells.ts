import { textOf } from './text';

/** A value read from a table cell: absent when the cell is empty, a problem when it cannot be understood. */
export type ValueReading<T> = { value?: T; problem?: string };

const SIGNS: Record<string, string> = {
	'€': 'EUR',
	'£': 'GBP',
	'₹': 'INR',
	'₩': 'KRW',
	US$: 'USD',
};

/** Google Sheets and Excel count days from here. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** Whether a cell holds nothing: no fact, rather than a zero. */
export function isEmptyCell(value: unknown): boolean {
	return (
		value === undefined ||
		value === null ||
		(typeof value === 'string' && value.trim() === '') ||
		(typeof value === 'number' && Number.isNaN(value))
	);
}

export interface Money {
	amount: number;
	/** ISO 4217, where the text names one. "$" alone names several and is left out. */
	currency?: string;
}

/** Beyond it a sum loses its cents, and no account pays that much: such a cell holds something else. */
const MAX_AMOUNT = 1e13;

/**
 * Reads an amount of money: a number, or text such as "$1,234.50", "1.234,50 €", "CHF 1'200".
 * "1.234" is refused, since it means 1,234 in one country and one and a bit in the next; with the euro beside it, it is
 * 1,234, since a euro has two decimals and most of its countries group by dots.
 */
export function readMoney(cell: unknown): ValueReading<Money> {
	if (isEmptyCell(cell)) return {};
	if (typeof cell === 'number' || typeof cell === 'bigint') {
		return withinReason(Number(cell));
	}
	if (typeof cell !== 'string' || cell.length > 60) return { problem: 'is not an amount' };
	const text = cell.trim();
	const match =
		/^(?<before>[^\d().,-]*)(?<open>\(?)(?<minus>-?)(?<sign>[^\d().,-]*)(?<digits>\d[\d.,'’\s]*|[.,]\d+)(?<close>\)?)(?<after>[^\d]*)$/u.exec(
			text,
		);
	const groups = match?.groups;
	if (!groups) return { problem: `"${text}" is not an amount` };
	const label = `${groups.before ?? ''}${groups.sign ?? ''}${groups.after ?? ''}`.trim();
	const currency = currencyOf(label);
	if (currency === undefined) return { problem: `"${text}" is not an amount` };
	const number = readDecimal((groups.digits ?? '').trim(), currency === 'EUR');
	if (number === undefined) return { problem: `"${text}" can be read in two ways, or not at all` };
	const isNegative = groups.minus === '-' || (groups.open === '(' && groups.close === ')');
	const amount = isNegative && number !== 0 ? -number : number;
	return withinReason(amount, currency);
}

function withinReason(amount: number, currency = ''): ValueReading<Money> {
	if (!Number.isFinite(amount)) return { problem: 'is not a finite number' };
	if (Math.abs(amount) > MAX_AMOUNT) return { problem: `${amount} is too large for an amount` };
	return { value: currency === '' ? { amount } : { amount, currency } };
}

/** Reads a plain number, also from text such as "58", "-14", "58%" or "58/100". */
export function readNumber(cell: unknown): ValueReading<number> {
	if (isEmptyCell(cell)) return {};
	if (typeof cell === 'number') {
		return Number.isFinite(cell) ? { value: cell } : { problem: 'is not a finite number' };
	}
	if (typeof cell === 'string' && cell.length <= 40) {
		const match = /^([-+−]?\d+(?:[.,]\d+)?)\s*(?:%|\/\s*100|pts?|points?)?$/i.exec(cell.trim());
		const value = Number(match?.[1]?.replace(',', '.').replace('−', '-'));
		if (Number.isFinite(value)) return { value };
	}
	return {
		problem:
			typeof cell === 'string' ? `"${cell.slice(0, 40)}" is not a number` : 'is not a number',
	};
}

/**
 * Reads a calendar date as "YYYY-MM-DD": ISO dates and times (the date as written), dates with month
 * names, unambiguous day and month orders, Date objects, Unix times and sheet serial numbers.
 * "03/04/2027" is refused, since it can be read in two ways.
 */
export function readDate(cell: unknown): ValueReading<string> {
	if (isEmptyCell(cell)) return {};
	if (cell instanceof Date) return fromTime(cell.getTime(), String(cell));
	if (
		typeof cell === 'object' &&
		cell !== null &&
		'toISO' in cell &&
		typeof cell.toISO === 'function'
	) {
		return readDate((cell.toISO as () => unknown)());
	}
	if (typeof cell === 'number') return fromNumber(cell);
	if (typeof cell !== 'string' || cell.length > 80) return { problem: 'is not a date' };
	const text = cell.trim();
	if (/^\d{10}(\d{3})?$/.test(text)) return fromNumber(Number(text));

	const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
	if (iso) return fromParts(iso[1], Number(iso[2]), iso[3], text);
	const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
	if (compact) return fromParts(compact[1], Number(compact[2]), compact[3], text);

	const numeric = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[T, ].*)?$/.exec(text);
	if (numeric)
		return fromDayAndMonth(Number(numeric[1]), Number(numeric[3]), numeric[4], numeric[2], text);

	const named =
		/^(?:\p{L}{3,10}\.?,?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th|er|º)?[\s.-]+(?:de\s+)?(?<month>\p{L}{3,10})[.,]?[\s,-]+(?:de\s+)?(?<year>\d{4})\b/iu.exec(
			text,
		) ??
		/^(?:\p{L}{3,10}\.?,?\s+)?(?<month>\p{L}{3,10})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})\b/iu.exec(
			text,
		);
	if (named?.groups) {
		return fromParts(
			named.groups.year,
			monthNamed(named.groups.month ?? ''),
			named.groups.day,
			text,
		);
	}
	return { problem: `"${text}" is not a date. Use YYYY-MM-DD` };
}

let currencies: ReadonlySet<string> | undefined;

/** Whether a code of three capital letters is one of ISO 4217, as the runtime's Unicode data lists them. */
export function isCurrency(code: string): boolean {
	currencies ??= new Set(Intl.supportedValuesOf('currency'));
	return currencies.has(code);
}

/** "" when no currency is named, absent when the text beside the digits is something else. */
function currencyOf(label: string): string | undefined {
	if (label === '' || label === '$' || label === '¥') return '';
	const known = SIGNS[label];
	if (known) return known;
	const code = /^[$€£]?\s*([A-Z]{3})\s*[$€£]?$/.exec(label.toUpperCase());
	return code?.[1] !== undefined && isCurrency(code[1]) ? code[1] : undefined;
}

function readDecimal(digits: string, isEuro: boolean): number | undefined {
	const plain = digits.replace(/(?<=\d)['’\s](?=\d{3})/gu, '');
	if (!/^[\d.,]+$/.test(plain)) return undefined;
	const separators: string[] = plain.match(/[.,]/g) ?? [];
	const last = separators.at(-1);
	if (last === undefined) return Number(plain);
	const other = last === '.' ? ',' : '.';
	const lastAt = plain.lastIndexOf(last);
	const whole = plain.slice(0, lastAt);
	const fraction = plain.slice(lastAt + 1);
	if (separators.includes(other)) {
		if (whole.includes(last) || !isGrouped(whole, other)) return undefined;
		return Number(`${whole.replaceAll(other, '')}.${fraction || '0'}`);
	}
	if (whole.includes(last)) {
		return isGrouped(plain, last) ? Number(plain.replaceAll(last, '')) : undefined;
	}
	const looksGrouped = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
	if (looksGrouped) return last === ',' || isEuro ? Number(`${whole}${fraction}`) : undefined;
	return Number(`${whole || '0'}.${fraction || '0'}`);
}

function isGrouped(text: string, separator: string): boolean {
	const [first = '', ...rest] = text.split(separator);
	return /^\d{1,3}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));
}

function fromNumber(value: number): ValueReading<string> {
	const text = String(value);
	if (value >= 20_000 && value < 80_000) {
		return fromTime(SHEET_EPOCH + Math.floor(value) * DAY, text);
	}
	if (value >= 1e8 && value < 1e10) return fromTime(value * 1000, text);
	if (value >= 1e11 && value < 1e13) return fromTime(value, text);
	return { problem: `"${text}" is not a date. Use YYYY-MM-DD` };
}

function fromTime(time: number, text: string): ValueReading<string> {
	const date = new Date(time);
	if (Number.isNaN(date.getTime())) return { problem: `"${text}" is not a date` };
	return { value: date.toISOString().slice(0, 10) };
}

const MONTH_LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'nl'];
let months: ReadonlyMap<string, number> | undefined;

/** 1–12 for a month's name or its abbreviation, 0 for any other word. */
function monthNamed(name: string): number {
	months ??= new Map(
		MONTH_LANGUAGES.flatMap((language) =>
			(['long', 'short'] as const).flatMap((month) => {
				const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
				return Array.from({ length: 12 }, (_, index): [string, number] => [
					plainName(format.format(Date.UTC(2026, index, 1))),
					index + 1,
				]);
			}),
		),
	);
	const plain = plainName(name);
	// "Sept" and "Sep" are both common in English.
	return months.get(plain) ?? (plain === 'sep' ? 9 : 0);
}

/** Lower case, without accents and the dot of an abbreviation. */
function plainName(name: string): string {
	return name
		.normalize('NFD')
		.replace(/[\p{M}.]/gu, '')
		.toLowerCase();
}

function fromDayAndMonth(
	first: number,
	second: number,
	year: string | undefined,
	separator: string | undefined,
	text: string,
): ValueReading<string> {
	// Dots are only written day first; slashes and dashes both ways.
	if (separator === '.' || first > 12) return fromParts(year, second, String(first), text);
	if (second > 12 || first === second) return fromParts(year, first, String(second), text);
	return { problem: `"${text}" can be read in two ways. Use YYYY-MM-DD` };
}

function fromParts(
	year: string | undefined,
	month: number,
	day: string | undefined,
	text: string,
): ValueReading<string> {
	const time = Date.UTC(Number(year), month - 1, Number(day));
	const date = new Date(time);
	const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day);
	if (!isReal || Number(year) < 1000) return { problem: `"${text}" is not a date. Use YYYY-MM-DD` };
	return { value: date.toISOString().slice(0, 10) };
}

/** A row's cells by their columns' names in lower case, without anything but letters and digits. */
export function byPlainName(row: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
	return new Map(
		Object.entries(row).map(([name, value]) => [
			name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
			value,
		]),
	);
}

/** Text of a cell; databases give a time as a Date. Absent when it is none. */
export function textOfCell(value: unknown): string | undefined {
	if (!(value instanceof Date)) return textOf(value);
	return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
}
