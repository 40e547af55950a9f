/**
 * Money as people read it, without cents: "$3,200" where the currency is known, else "3,200".
 * @param currency ISO 4217; anything else is set behind the number as it came
 */
export function formatMoney(amount: number, currency?: string): string {
	const digits = { maximumFractionDigits: Number.isInteger(amount) ? 0 : 2 };
	if (currency === undefined) return amount.toLocaleString('en-US', digits);
	try {
		return amount.toLocaleString('en-US', {
			style: 'currency',
			currency,
			minimumFractionDigits: 0,
			...digits,
		});
	} catch {
		return `${amount.toLocaleString('en-US', digits)} ${currency}`;
	}
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
