import type { WrittenAmount } from '../../item/types';
import { isCurrency } from '../../values/cells';
import { shown } from '../../text/shown';
import { formatMoney } from '../../values/wording';
import type { ExchangeRate } from '../settings';
import { asItIs, fromTo, unknown, type Check, type Condition, type Facts } from './condition';

/** Converted amounts are told and compared to this many decimals: 312.5 × 3.2 is 1,000, not a hair less. */
const DECIMALS = 1e6;

/**
 * Converts by the admin's rates.
 * @param home the currency that the rates are worth in
 */
export function converter(home: string, rates: readonly ExchangeRate[]): Facts['convert'] {
	const worth = new Map([...rates.map((rate) => [rate.currency, rate.worth] as const), [home, 1]]);
	return (amount, from, to) => {
		if (from === to) return amount;
		const [has, asks] = [worth.get(from), worth.get(to)];
		if (has === undefined || asks === undefined) return undefined;
		return Math.round(((amount * has) / asks) * DECIMALS) / DECIMALS;
	};
}

/** "EUR" for " eur "; what is no code stays as it is, in capital letters. */
export function currencyCode(text: string): string {
	return text.trim().toUpperCase();
}

/** What is wrong with a currency that an admin typed; absent when nothing is. */
export function currencyProblem(code: string): string | undefined {
	return isCurrency(code) ? undefined : 'must be a currency code of three letters, e.g. EUR';
}

export const mrrAtLeast: Condition<number> = {
	label: 'MRR at Least',
	problem: fromTo(0),
	id: (amount) => `mrr at least ${amount}`,
	words: (amount, currency) => `an MRR of ${formatMoney(amount, currency)} or more`,
	canonical: asItIs,
	check: (amount, facts, currency) =>
		compare(amount, facts, currency, (mrr) =>
			mrr >= amount ? [true, 'at least'] : [false, 'below'],
		),
};

export const mrrMoreThan: Condition<number> = {
	label: 'MRR More Than',
	problem: fromTo(0),
	id: (amount) => `mrr more than ${amount}`,
	words: (amount, currency) => `an MRR of more than ${formatMoney(amount, currency)}`,
	canonical: asItIs,
	check: (amount, facts, currency) =>
		compare(amount, facts, currency, (mrr) =>
			mrr > amount ? [true, 'more than'] : [false, 'not more than'],
		),
};

/** An account whose MRR names no currency counts as in the rule's. */
function compare(
	amount: number,
	{ account, convert }: Facts,
	currency: string,
	relate: (mrr: number) => [holds: boolean, relation: string],
): Check {
	const asked = written(amount, currency);
	const known = account?.mrr;
	if (known === undefined || !Number.isFinite(known)) {
		return { ...unknown('MRR'), amounts: [asked] };
	}
	const named = shown(account?.currency, 20);
	const own = named === undefined ? undefined : currencyCode(named);
	const mrr = convert(known, own ?? currency, currency);
	const told = written(known, own);
	if (mrr === undefined) {
		return {
			text: `MRR ${told.text} cannot be compared with ${asked.text}: the gate has no exchange rate for it`,
			fact: `exchange rate from ${own} to ${currency}`,
			isRate: true,
			amounts: [asked, told],
		};
	}
	const [holds, relation] = relate(mrr);
	const about =
		own === undefined || own === currency ? undefined : written(Math.round(mrr), currency);
	const converted = about === undefined ? '' : ` (about ${about.text})`;
	return {
		holds,
		text: `MRR ${told.text}${converted} is ${relation} ${asked.text}`,
		amounts: [asked, told, ...(about === undefined ? [] : [about])],
	};
}

function written(amount: number, currency: string | undefined): WrittenAmount {
	return {
		text: formatMoney(amount, currency),
		amount,
		...(currency !== undefined && { currency }),
	};
}
