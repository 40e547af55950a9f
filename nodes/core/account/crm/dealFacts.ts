import type { AccountFacts } from '../../item/types';
import { readMoney } from '../../values/cells';
import { trimmedTextOf } from '../../values/text';
import type { CrmReading } from './crmFacts';
import { monthlyFromYearly } from '../table/rows';

/** What one opportunity or deal is worth, as a CRM answers. */
export interface DealAmount {
	amount: unknown;
	/** ISO 4217, where the CRM names it. */
	currency?: unknown;
}

/**
 * The MRR of an account as the sum of what its opportunities or deals are worth; those without an amount
 * count for nothing. Absent when none has one, and, with the problem in plain words, when the sum cannot
 * be told.
 */
export function sumOfDeals(
	deals: readonly DealAmount[],
	{ mrrPeriod, defaultCurrency }: CrmReading,
): { facts: Pick<AccountFacts, 'mrr' | 'currency'>; problem?: string } {
	let sum = 0;
	let count = 0;
	const currencies = new Set<string | undefined>();
	for (const deal of deals) {
		const { value, problem } = readMoney(deal.amount);
		// A sum without this one would pass for the whole.
		if (problem !== undefined) return { facts: {}, problem };
		if (value === undefined) continue;
		sum += value.amount;
		count += 1;
		currencies.add(
			trimmedTextOf(deal.currency)?.toUpperCase() ?? value.currency ?? defaultCurrency,
		);
	}
	if (count === 0) return { facts: {} };
	if (currencies.size > 1) {
		const names = [...currencies].map((currency) => currency ?? 'an unknown one');
		return { facts: {}, problem: `the amounts are in different currencies (${names.join(', ')})` };
	}
	const [currency] = currencies;
	const mrr = mrrPeriod === 'year' ? monthlyFromYearly(sum) : Math.round(sum * 100) / 100;
	return { facts: { mrr, ...(currency !== undefined && { currency }) } };
}
