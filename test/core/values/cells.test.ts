import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, readMoney, readNumber } from '../../../nodes/core/values/cells';

describe('readMoney', () => {
	it.each([
		[1250, 1250],
		[0, 0],
		['0', 0],
		['$1,234.50', 1234.5],
		['1.234,50 €', 1234.5],
		['€ 1.234.567', 1234567],
		['£1,234', 1234],
		['1,234,567.89', 1234567.89],
		['4.500 €', 4500],
		['€12.500', 12500],
		['4.500 EUR', 4500],
		['4.50 €', 4.5],
		["CHF 1'200.50", 1200.5],
		['1 200,50', 1200.5],
		['1\u00a0200,50 €', 1200.5],
		['12,50', 12.5],
		['1250.000', 1250],
		['0.500', 0.5],
		['-$20', -20],
		['(1,500.00)', -1500],
		['USD 99', 99],
	])('reads %j as %d', (cell, amount) => {
		expect(readMoney(cell).value?.amount).toBe(amount);
	});

	it.each([
		'1.234',
		'12.345',
		'1,23,4',
		'1.2.3',
		'twelve',
		'12 apples',
		'1.2k',
		'--5',
		'1e5',
		true,
		'5 yrs',
		'12 mon',
		'ARR 500',
		1e14,
		'9'.repeat(30),
	])('refuses %j rather than guess', (cell) => {
		const reading = readMoney(cell);
		expect(reading.value).toBeUndefined();
		expect(reading.problem).toBeTruthy();
	});

	it.each([undefined, null, '', '   ', Number.NaN])(
		'takes %j for unknown, not for zero',
		(cell) => {
			expect(readMoney(cell)).toEqual({});
		},
	);

	it.each([
		['€5', 'EUR'],
		['5 £', 'GBP'],
		['US$5', 'USD'],
		['5 chf', 'CHF'],
		['$5', undefined],
	])('finds the currency of %j', (cell, currency) => {
		expect(readMoney(cell).value?.currency).toBe(currency);
	});

	it('reads back every amount in both common notations', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (cents) => {
				const amount = cents / 100;
				for (const locale of ['en-US', 'de-DE']) {
					const text = amount.toLocaleString(locale, { minimumFractionDigits: 2 });
					expect(readMoney(text).value?.amount).toBe(amount);
				}
			}),
		);
	});

	it('never gives a number that is not finite, whatever the cell', () => {
		fc.assert(
			fc.property(fc.anything(), (cell) => {
				const { value } = readMoney(cell);
				if (value) expect(Number.isFinite(value.amount)).toBe(true);
			}),
		);
	});
});

describe('readDate', () => {
	it.each([
		['2026-12-24', '2026-12-24'],
		['2026-12-24T23:30:00.000Z', '2026-12-24'],
		['2026-12-24T01:00:00+05:00', '2026-12-24'],
		['2026-12-24 00:00:00', undefined],
		['2021-12-03T17:59:20.000+0000', '2021-12-03'],
		['2026/1/5', '2026-01-05'],
		['20261224', '2026-12-24'],
		['24.12.2026', '2026-12-24'],
		['04.03.2027', '2027-03-04'],
		['24/12/2026', '2026-12-24'],
		['12/24/2026', '2026-12-24'],
		['Dec 24, 2026', '2026-12-24'],
		['24 December 2026', '2026-12-24'],
		['Thu Dec 24 2026', '2026-12-24'],
		[new Date('2026-12-24T00:00:00Z'), '2026-12-24'],
		[46380, '2026-12-24'],
		[1_798_070_400_000, '2026-12-24'],
		['1798070400', '2026-12-24'],
		[{ toISO: () => '2026-12-24T00:00:00.000+01:00' }, '2026-12-24'],
		['24 décembre 2026', '2026-12-24'],
		['24. Dezember 2026', '2026-12-24'],
		['24 de diciembre de 2026', '2026-12-24'],
		['jeudi 24 déc. 2026', '2026-12-24'],
	])('reads %j', (cell, date) => {
		expect(readDate(cell).value).toBe(date ?? '2026-12-24');
	});

	it.each([
		'03/04/2027',
		'2026-02-30',
		'2026-13-01',
		'soon',
		'Q3 2026',
		'Foo 3, 2026',
		'5 Martial 2027',
		12,
		{},
		new Date(NaN),
	])('refuses %j rather than guess', (cell) => {
		const reading = readDate(cell);
		expect(reading.value).toBeUndefined();
		expect(reading.problem).toBeTruthy();
	});

	it('gives a real calendar date or nothing, whatever the text', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.stringMatching(/^[\d./ -]{6,12}$/),
					fc.double(),
					fc.date({ noInvalidDate: true }),
				),
				(cell) => {
					const { value } = readDate(cell);
					if (value && !/^[+-]/.test(value)) {
						expect(new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10)).toBe(value);
					}
				},
			),
		);
	});
});

describe('readNumber', () => {
	it.each([
		[58, 58],
		['58', 58],
		['58/100', 58],
		['58 %', 58],
		['-14', -14],
		['−14 pts', -14],
		['+3', 3],
		['58,5', 58.5],
	])('reads %j', (cell, value) => {
		expect(readNumber(cell).value).toBe(value);
	});

	it.each(['green', '5 of 10', Infinity, [], '1/2', 'B2', '<50', '~50', '€5', 'Q3'])(
		'refuses %j',
		(cell) => {
			expect(readNumber(cell).value).toBeUndefined();
			expect(readNumber(cell).problem).toBeTruthy();
		},
	);

	it('never gives a number that is not finite, whatever the cell', () => {
		const cells = fc.oneof(fc.anything(), fc.stringMatching(/^.{0,2}\d{1,3}[.,%/]?\d{0,3}.{0,2}$/));
		fc.assert(
			fc.property(cells, (cell) => {
				const { value } = readNumber(cell);
				if (value !== undefined) expect(Number.isFinite(value)).toBe(true);
			}),
		);
	});
});
