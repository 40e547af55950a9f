import type { WrittenAmount } from '../item/types';
import { literalPattern } from '../values/literalPattern';
import { formatMoney } from '../values/wording';

/**
 * A sentence of the gate with its money as all else of the alert has it: the gate writes before it is known who reads.
 * @param locale BCP 47
 */
export function inLocale(
	sentence: string,
	amounts: readonly WrittenAmount[],
	locale: string,
): string {
	const known = new Map(amounts.map((one) => [one.text, one]));
	if (known.size === 0) return sentence;
	// The longest first, and none within a longer number: "$1,000" is no part of "$1,000,000".
	const texts = [...known.keys()].sort((a, b) => b.length - a.length).map(literalPattern);
	const pattern = new RegExp(`(?<![\\d.,])(?:${texts.join('|')})(?!\\d|[.,]\\d)`, 'gu');
	return sentence.replace(pattern, (text) => {
		const { amount = 0, currency } = known.get(text) ?? {};
		return formatMoney(amount, currency, locale);
	});
}
