import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	healthChangeOver,
	nearestRenewal,
	readAccountRows,
	readCrmAccount,
	readHealthRows,
	withLoggedHealth,
} from '../../../../nodes/core/account';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-23T12:00:00Z');

describe('healthChangeOver', () => {
	it('compares with what the score was when the window began', () => {
		const readings = [
			{ at: NOW - 30 * DAY, score: 90 },
			{ at: NOW - 8 * DAY, score: 72 },
			{ at: NOW - 2 * DAY, score: 60 },
		];
		expect(healthChangeOver(readings, 58, NOW, 7)).toEqual({ points: -14, days: 7 });
	});

	it('says how far back it knows, when the score is younger than the window', () => {
		expect(healthChangeOver([{ at: NOW - 3 * DAY, score: 50 }], 58, NOW, 7)).toEqual({
			points: 8,
			days: 3,
		});
	});

	it('is unknown without readings, and ignores readings of the future', () => {
		expect(healthChangeOver([], 58, NOW, 7)).toBeUndefined();
		// A score written down an hour ago is no week without change.
		expect(healthChangeOver([{ at: NOW - DAY / 24, score: 58 }], 58, NOW, 7)).toBeUndefined();
		expect(healthChangeOver([{ at: NOW + DAY, score: 1 }], 58, NOW, 7)).toBeUndefined();
	});

	it('does not depend on the order of the readings', () => {
		const readings = fc.array(
			fc.record({
				at: fc.integer({ min: NOW - 60 * DAY, max: NOW }),
				score: fc.integer({ min: 0, max: 100 }),
			}),
		);
		fc.assert(
			fc.property(readings, (list) => {
				const distinct = [...new Map(list.map((reading) => [reading.at, reading])).values()];
				expect(healthChangeOver([...distinct].reverse(), 50, NOW, 7)).toEqual(
					healthChangeOver(distinct, 50, NOW, 7),
				);
			}),
		);
	});
});

describe('nearestRenewal', () => {
	it.each([
		[['2027-01-01', '2026-12-01', '2026-10-01'], '2026-12-01'],
		[['2026-11-23'], '2026-11-23'],
		[['2026-01-01', '2026-10-01'], '2026-10-01'],
		[[], undefined],
	])('of %j is %s', (dates, expected) => {
		expect(nearestRenewal(dates, '2026-11-23')).toBe(expected);
	});
});

describe('readCrmAccount', () => {
	const reading = { mrrPeriod: 'month' as const };

	it.each([
		['1234.5678', 1234.5678],
		['2400', 2400],
		[2400.5, 2400.5],
		['$2,400', 2400],
		['0', 0],
		[0, 0],
	])('reads the amount %j the way an API writes it', (mrr, expected) => {
		expect(readCrmAccount({ id: '1', mrr }, reading).account.mrr).toBe(expected);
	});

	it.each([null, undefined, ''])('leaves the amount %j absent, with its currency', (mrr) => {
		const { account } = readCrmAccount({ id: '1', mrr, currency: 'USD' }, reading);
		expect(account).toEqual({ id: '1', domains: [], contacts: [] });
	});

	it('prefers the currency of the record to the one that is set', () => {
		const settings = { ...reading, defaultCurrency: 'USD' };
		expect(readCrmAccount({ id: '1', mrr: 1, currency: 'eur' }, settings).account.currency).toBe(
			'EUR',
		);
		expect(readCrmAccount({ id: '1', mrr: 1 }, settings).account.currency).toBe('USD');
	});

	it.each(['1.000', '12.500', ' 4.500 ', '4.500 USD'])(
		'takes %j for no amount, since it can be read in two ways, and says so',
		(mrr) => {
			const { account, problems } = readCrmAccount({ id: '7', mrr, currency: 'USD' }, reading);
			expect(account).not.toHaveProperty('mrr');
			expect(account).not.toHaveProperty('currency');
			expect(problems).toEqual([
				`Account 7, MRR: "${mrr.trim()}" can be read in two ways, or not at all`,
			]);
		},
	);

	it.each([
		['4.500 €', 4500],
		['€12.500', 12500],
		['1.250 EUR', 1250],
	])('reads %j, since a euro has two decimals', (mrr, expected) => {
		expect(readCrmAccount({ id: '7', mrr }, reading).account).toMatchObject({
			mrr: expected,
			currency: 'EUR',
		});
	});

	it('takes no currency for another, and says what it cannot read', () => {
		const read = (mrr: unknown, currency: unknown) =>
			readCrmAccount({ id: '7', mrr, currency }, reading);
		expect(read(5, '€').account.currency).toBe('EUR');
		expect(read(5, 'Taler')).toMatchObject({
			account: { mrr: 5 },
			problems: ['Account 7, currency: "TALER" is not a currency code such as USD'],
		});
		expect(read('€5', 'USD').account).not.toHaveProperty('currency');
		expect(read('€5', 'USD').problems).toEqual([
			'Account 7, currency: the amount is in EUR, but the field says USD',
		]);
	});

	it('reads what the helpdesk calls the organization, one or more', () => {
		const read = (organizations: unknown) =>
			readCrmAccount({ id: '7', organizations }, reading).account;
		expect(read('4711, 4712').organizations).toEqual(['4711', '4712']);
		expect(read(4711).organizations).toEqual(['4711']);
		expect(read(' ')).not.toHaveProperty('organizations');
	});

	it('never throws, whatever the CRM answers', () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), fc.anything(), (a, b, c) => {
				const { account } = readCrmAccount(
					{
						id: '1',
						name: a,
						mrr: b,
						renewalDate: c,
						healthScore: a,
						ownerName: b,
						ownerEmail: c,
						domains: [a, b, c],
						currency: a,
					},
					reading,
				);
				expect(Object.values(account)).not.toContain(undefined);
			}),
		);
	});
});

describe('logged health scores', () => {
	const log = [
		{ id: 1, account_id: 'a1', health_score: '72', recorded_at: '2026-11-14T00:00:00Z' },
		{ id: 2, account_id: 'a1', health_score: 60, recorded_at: '2026-11-21T00:00:00Z' },
		{ id: 3, account_id: 'a2', health_score: 'green', recorded_at: '2026-11-21T00:00:00Z' },
		{ id: 4, account_id: 'a3', health_score: 5 },
	];

	it('are read by account, and never taken for accounts', () => {
		expect(
			[...readHealthRows(log)].map(([id, readings]) => [id, readings.map(({ score }) => score)]),
		).toEqual([['a1', [72, 60]]]);
		expect(readAccountRows(log)).toEqual({ accounts: [], problems: [] });
	});

	it('are read from the ticket log, too', () => {
		const row = {
			ticket_key: 'zendesk:acme:1',
			requester_email: 'jane@acme.com',
			account_id: 'a1',
			account_name: 'Acme',
			health_score: 72,
			received_at: '2026-11-14T00:00:00Z',
		};
		expect([...readHealthRows([row]).keys()]).toEqual(['a1']);
	});

	it('tell the change of an account whose source knows only the score', () => {
		const { accounts } = readAccountRows([{ account_id: 'a1', name: 'Acme', health_score: 58 }]);
		const [account] = accounts;
		if (!account) throw new Error('no account was read');
		expect(withLoggedHealth(account, readHealthRows(log), NOW, 7).healthChange).toEqual({
			points: -14,
			days: 7,
		});
		const known = { ...account, healthChange: { points: 1, days: 7 } };
		expect(withLoggedHealth(known, readHealthRows(log), NOW, 7)).toBe(known);
	});
});
