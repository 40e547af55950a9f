/**
 * Money as people read it, without cents: "$3,200" where the currency is known, else "3,200".
 * @param currency ISO 4217; anything else is set behind the number as it came
 * @param locale BCP 47; whose readers it is written for
 */
export function formatMoney(amount: number, currency?: string, locale = 'en-US'): string {
	const decimals = Number.isInteger(amount) ? 0 : 2;
	try {
		return moneyFormat(locale, currency, decimals).format(amount);
	} catch {
		return `${moneyFormat(locale, undefined, decimals).format(amount)} ${currency ?? ''}`;
	}
}

/** "58" or "58.5", as readers of a locale write it. */
export function formatNumber(value: number, locale = 'en-US'): string {
	return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

/** Kept, since making one takes longer than deciding a ticket; there are few currencies. */
const moneyFormats = new Map<string, Intl.NumberFormat>();

/** @throws RangeError for what cannot be the code of a currency */
function moneyFormat(
	locale: string,
	currency: string | undefined,
	decimals: number,
): Intl.NumberFormat {
	const key = `${locale} ${currency ?? ''} ${decimals}`;
	const known = moneyFormats.get(key);
	if (known !== undefined) return known;
	const format = new Intl.NumberFormat(locale, {
		...(currency !== undefined && { style: 'currency', currency }),
		minimumFractionDigits: 0,
		maximumFractionDigits: decimals,
	});
	moneyFormats.set(key, format);
	return format;
}

/** "today", "tomorrow" or "in 28 days"; "3 days ago" for days that have passed. */
export function formatDaysAhead(days: number): string {
	if (days === 0) return 'today';
	if (days === 1) return 'tomorrow';
	return days > 0 ? `in ${days} days` : `${countOf(-days, 'day')} ago`;
}

/** "1 day", "3 days". */
export function countOf(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "1st", "2nd", "3rd", "11th". */
export function ordinal(count: number): string {
	const lastTwo = count % 100;
	if (lastTwo >= 11 && lastTwo <= 13) return `${count}th`;
	return `${count}${['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'}`;
}

/** "a", "a and b", "a, b and c". */
export function listOf(parts: readonly string[]): string {
	if (parts.length < 2) return parts.join('');
	return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
