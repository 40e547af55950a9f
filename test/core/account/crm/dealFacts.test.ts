import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOfDeals } from '../../../../nodes/core/account';

const monthly = { mrrPeriod: 'month' as const };

describe('sumOfDeals', () => {
	it.each([
		['adds amounts up', [{ amount: 100.1 }, { amount: '200.2' }], { mrr: 300.3 }],
		['counts no amount for nothing', [{ amount: 100 }, { amount: null }], { mrr: 100 }],
		['keeps a zero that is a zero', [{ amount: 0 }], { mrr: 0 }],
		['is absent without deals', [], {}],
		['is absent without amounts', [{ amount: '' }, { amount: undefined }], {}],
		[
			'names the currency of all',
			[
				{ amount: 1, currency: 'eur' },
				{ amount: 2, currency: 'EUR' },
			],
			{ mrr: 3, currency: 'EUR' },
		],
	])('%s', (_, deals, facts) => {
		expect(sumOfDeals(deals, monthly)).toEqual({ facts });
	});

	it('divides yearly amounts by twelve and uses the currency that is set', () => {
		const reading = { mrrPeriod: 'year' as const, defaultCurrency: 'USD' };
		expect(sumOfDeals([{ amount: 12_000 }, { amount: 600 }], reading)).toEqual({
			facts: { mrr: 1050, currency: 'USD' },
		});
	});

	it('is absent, with the problem, where it cannot be told', () => {
		const mixed = [
			{ amount: 1, currency: 'EUR' },
			{ amount: 2, currency: 'USD' },
		];
		expect(sumOfDeals(mixed, monthly)).toEqual({
			facts: {},
			problem: 'the amounts are in different currencies (EUR, USD)',
		});
		expect(sumOfDeals([{ amount: 1 }, { amount: 'much' }], monthly)).toEqual({
			facts: {},
			problem: '"much" is not an amount',
		});
	});

	it('refuses an amount that would make the sum infinite', () => {
		expect(sumOfDeals([{ amount: 1.8e306 }, { amount: '9'.repeat(300) }], monthly)).toEqual({
			facts: {},
			problem: '1.8e+306 is too large for an amount',
		});
	});

	it('never gives anything but a finite number or nothing, whatever the deals', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.record({ amount: fc.oneof(fc.double(), fc.anything()), currency: fc.anything() }),
				),
				(deals) => {
					const { mrr } = sumOfDeals(deals, monthly).facts;
					expect(mrr === undefined || Number.isFinite(mrr)).toBe(true);
				},
			),
		);
	});
});
