import { describe, expect, it } from 'vitest';

import {
	DEFAULT_GATE,
	evaluateGate,
	historyOfMessages,
	type Before,
	type GateInput,
	type GateRule,
	type GateSettings,
} from '../../../nodes/core/gate';
import type { Account } from '../../../nodes/core/item/types';

const NOW = new Date('2026-11-28T12:00:00Z');
const account = (facts: object = {}): Account => ({
	status: 'matched',
	id: 'a',
	name: 'Acme',
	...facts,
});

/** Decides by one rule that asks for a score of 50 and one condition more. */
const ask = (
	condition: Partial<GateRule>,
	input: GateInput,
	settings: Partial<GateSettings> = {},
	before: Before = {},
) =>
	evaluateGate(
		{ score: 60, account: account(), ...input },
		{ ...DEFAULT_GATE, rules: [{ minScore: 50, ...condition }], ...settings },
		NOW,
		before,
	);

describe('money of different currencies', () => {
	const byDefault = (facts: object, settings: Partial<GateSettings> = {}) =>
		evaluateGate(
			{ score: 66, account: account({ renewalDate: '2027-11-01', ...facts }) },
			{ ...DEFAULT_GATE, ...settings },
			NOW,
		);

	it('¥50,000 is not taken for 50,000 dollars: without a rate it is unknown', () => {
		const decision = byDefault({ mrr: 50_000, currency: 'JPY' });
		expect(decision.route).toBe('review');
		expect(decision.missing).toEqual(['exchange rate from JPY to USD']);
		expect(decision.reason).toBe(
			'Would alert if a fact were known. Frustrated paying account: score 66 is at least 65 and MRR ¥50,000 cannot be compared with $1,000: the gate has no exchange rate for it',
		);
	});

	it('with a rate it is compared, and said in both', () => {
		const rates = [{ currency: 'JPY', worth: 0.0066 }];
		const decision = byDefault({ mrr: 50_000, currency: 'JPY' }, { rates });
		expect(decision.route).toBe('digest');
		expect(decision.reason).toContain('MRR ¥50,000 (about $330) is below $1,000');
	});

	it('KWD 900 is more than it looks', () => {
		const rates = [{ currency: 'KWD', worth: 3.2 }];
		const decision = byDefault({ mrr: 900, currency: 'KWD' }, { rates });
		expect(decision.route).toBe('alert');
		expect(decision.reason).toMatch(/MRR KWD\s900 \(about \$2,880\) is at least \$1,000$/);
		expect(byDefault({ mrr: 312.5, currency: 'KWD' }, { rates }).route).toBe('alert');
	});

	it('an unknown rate can be left to the other rules, apart from other unknown facts', () => {
		const yen = { mrr: 50_000, currency: 'JPY' };
		expect(byDefault(yen, { unknownRates: 'otherRules' }).route).toBe('digest');
		expect(byDefault(yen, { unknownFacts: 'otherRules' }).route).toBe('review');
		expect(byDefault({}, { unknownRates: 'otherRules' }).route).toBe('review');
	});

	it('a rule that lacks a rate and a fact is worth a look only where both are', () => {
		const both = { mrrAtLeast: 1000, healthBelow: 50 };
		const yen = { account: account({ mrr: 50_000, currency: 'JPY' }) };
		expect(ask(both, yen).route).toBe('review');
		expect(ask(both, yen, { unknownRates: 'otherRules' }).route).toBe('digest');
		expect(ask(both, yen, { unknownFacts: 'otherRules' }).route).toBe('digest');
	});

	it('an account without a currency counts as in the one of the rules', () => {
		expect(byDefault({ mrr: 1000 }, { currency: 'EUR' }).reason).toContain(
			'MRR 1,000 is at least €1,000',
		);
		expect(byDefault({ mrr: 1000, currency: 'eur' }, { currency: 'EUR' }).route).toBe('alert');
	});

	it('a rule can count in a currency of its own, by the same rates', () => {
		const settings = {
			rates: [
				{ currency: 'EUR', worth: 1.1 },
				{ currency: 'GBP', worth: 1.32 },
			],
		};
		const inEuros = { mrrMoreThan: 1200, currency: 'EUR' };
		const of = (mrr: number, currency: string) => ({ account: account({ mrr, currency }) });
		expect(ask(inEuros, of(1001, 'GBP'), settings).route).toBe('alert');
		expect(ask(inEuros, of(1000, 'GBP'), settings).route).toBe('digest');
		expect(ask(inEuros, of(1320, 'USD'), settings).route).toBe('digest');
		expect(ask(inEuros, of(1321, 'USD'), settings).route).toBe('alert');
		expect(ask(inEuros, of(1e6, 'SEK'), settings).route).toBe('review');
	});
});

describe('the days to the renewal', () => {
	const within = (renewalDate: string, timeZone: string, now: string) =>
		evaluateGate(
			{ score: 60, account: account({ renewalDate }) },
			{ ...DEFAULT_GATE, rules: [{ minScore: 50, renewalWithinDays: 1 }], timeZone },
			new Date(now),
		).reason;

	it.each([
		['UTC', '2026-11-29T04:30:00Z', 'is within 1 day'],
		['UTC', '2026-11-28T23:30:00Z', 'renewal in 2 days'],
		['Asia/Tokyo', '2026-11-28T23:30:00Z', 'renewal tomorrow'],
		['America/New_York', '2026-11-29T04:30:00Z', 'renewal in 2 days'],
		['Pacific/Kiritimati', '2026-11-28T10:30:00Z', 'renewal tomorrow'],
	])('are those of the calendar in %s at %s', (timeZone, now, words) => {
		expect(within('2026-11-30', timeZone, now).toLowerCase()).toContain(words);
	});

	it('a date that a system writes as midnight in UTC is that date everywhere', () => {
		const now = '2026-11-28T12:00:00Z';
		expect(within('2026-11-30T00:00:00.000Z', 'America/New_York', now)).toContain('in 2 days');
		expect(within('2026-11-30T02:00:00Z', 'America/New_York', now)).toContain('tomorrow');
		expect(within('2026-11-30T20:00', 'Asia/Tokyo', now)).toContain('in 2 days');
	});

	it('decide on the severity, too', () => {
		const decide = (timeZone: string) =>
			evaluateGate(
				{ score: 70, account: account({ mrr: 2000, renewalDate: '2026-12-29' }) },
				{ ...DEFAULT_GATE, timeZone },
				new Date('2026-11-28T23:30:00Z'),
			).severity;
		expect(decide('UTC')).toBe('high');
		expect(decide('Europe/Berlin')).toBe('critical');
	});
});

describe('conditions beyond money and renewal', () => {
	const health = (facts: object) => ({ account: account(facts) });
	const known = (count: number): Before => ({
		history: historyOfMessages(
			Array.from({ length: count }, (_, index) => ({
				accountId: 'a',
				ticketKey: `z:${index}`,
				score: 70,
				receivedAt: NOW,
				alerted: false,
			})),
		),
	});

	it.each<[string, Partial<GateRule>, GateInput, string]>([
		['health below', { healthBelow: 60 }, health({ healthScore: 59 }), 'health 59 is below 60'],
		[
			'a fall of the health score',
			{ healthDrop: 10 },
			health({ healthChange: { points: -14, days: 7 } }),
			'health fell 14 points in 7 days, at least 10',
		],
		[
			'a field of the account',
			{ accountFields: [{ field: 'segment', values: ['Mid-Market', 'enterprise'] }] },
			health({ segment: ' Enterprise' }),
			'segment is “Enterprise”',
		],
		[
			'a field within a field, of any kind',
			{
				accountFields: [
					{ field: 'account.owner.email', values: ['DANA@x.example'] },
					{ field: 'vip', values: ['true'] },
					{ field: 'tags', values: ['beta'] },
				],
			},
			health({ owner: { email: 'dana@x.example' }, vip: true, tags: ['alpha', 'beta'] }),
			'owner.email is “dana@x.example” and vip is “true” and tags is “alpha” or “beta”',
		],
		[
			'a column of the accounts, by its bare name or in full, in any letters',
			{
				accountFields: [
					{ field: 'plan', values: ['gold'] },
					{ field: 'Account.Fields.PLAN', values: ['gold'] },
					{ field: 'dr. name', values: ['Who'] },
					{ field: 'fields.Dr.Name', values: ['Who'] },
					{ field: 'seats', values: ['0'] },
				],
			},
			health({ fields: { Plan: 'Gold', 'Dr. Name': 'Who', seats: 0 } }),
			'plan is “Gold” and Fields.PLAN is “Gold” and dr.name is “Who” and fields.Dr.Name is “Who” and seats is “0”',
		],
		[
			'the account’s own, before a column of that name',
			{
				accountFields: [
					{ field: 'plan', values: ['own'] },
					{ field: 'fields.plan', values: ['column'] },
				],
			},
			health({ plan: 'own', fields: { plan: 'column' } }),
			'plan is “own” and fields.plan is “column”',
		],
		[
			'a column whose fact has no text',
			{ accountFields: [{ field: 'Owner', values: ['Sales'] }] },
			health({ owner: { name: 'Dana' }, fields: { Owner: 'Sales' } }),
			'Owner is “Sales”',
		],
		[
			'of two columns the very one',
			{ accountFields: [{ field: 'plan', values: ['b'] }] },
			health({ fields: { Plan: 'a', plan: 'b' } }),
			'plan is “b”',
		],
		[
			'a label',
			{ labelAtLeast: 'Frustrated' },
			{ label: 'Critical' },
			'label Critical is at least Frustrated',
		],
		[
			'the label of the score',
			{ labelAtLeast: 'Neutral' },
			{},
			'label Neutral is at least Neutral',
		],
		['a topic', { topics: ['Sync', 'billing'] }, { topic: 'sync' }, 'topic is “sync”'],
		['an event', { events: ['csat'] }, { event: 'csat' }, 'message is a satisfaction rating'],
		[
			'days without an answer',
			{ noReplyDays: 2 },
			{ waitedDays: 3 },
			'3 days without an answer are at least 2',
		],
	])('%s fires, and is said', (_, condition, input, text) => {
		expect(ask(condition, input)).toMatchObject({
			route: 'alert',
			reason: `Score 60 is at least 50 and ${text}`,
		});
	});

	it.each<[string, Partial<GateRule>, GateInput, string]>([
		['health below', { healthBelow: 60 }, health({ healthScore: 60 }), 'health 60 is not below 60'],
		[
			'a fall of the health score',
			{ healthDrop: 10 },
			health({ healthChange: { points: 20, days: 7 } }),
			'health fell 0 points in 7 days, fewer than 10',
		],
		[
			'a field of the account',
			{ accountFields: [{ field: 'segment', values: ['Enterprise', 'Mid'] }] },
			health({ segment: 'SMB' }),
			'segment “SMB” is not “Enterprise” or “Mid”',
		],
		[
			'a label',
			{ labelAtLeast: 'Critical' },
			{ label: 'Frustrated' },
			'label Frustrated is below Critical',
		],
		['a topic', { topics: ['billing'] }, { topic: 'sync' }, 'topic “sync” is not “billing”'],
		[
			'an event',
			{ events: ['new', 'csat'] },
			{ event: 'reply' },
			'message is a reply, not a satisfaction rating or a new ticket',
		],
		[
			'days without an answer',
			{ noReplyDays: 2 },
			{ waitedDays: 1 },
			'1 day without an answer is fewer than 2',
		],
	])('%s fails, and is said', (_, condition, input, text) => {
		expect(ask(condition, input)).toMatchObject({
			route: 'digest',
			reason: `No rule fired: ${text}`,
		});
	});

	it.each<[string, Partial<GateRule>]>([
		['MRR', { mrrAtLeast: 0 }],
		['MRR', { mrrMoreThan: 0 }],
		['renewal date', { renewalWithinDays: 9999 }],
		['health score', { healthBelow: 100 }],
		['health change', { healthDrop: 1 }],
		['segment', { accountFields: [{ field: 'segment', values: ['x'] }] }],
		['fields', { accountFields: [{ field: 'fields', values: ['x'] }] }],
		['__proto__', { accountFields: [{ field: '__proto__', values: ['x'] }] }],
		['fields.constructor', { accountFields: [{ field: 'fields.constructor', values: ['x'] }] }],
		['toString', { accountFields: [{ field: 'toString', values: ['x'] }] }],
		['constructor.name', { accountFields: [{ field: 'constructor.name', values: ['Object'] }] }],
		['topic', { topics: ['sync'] }],
		['kind of message', { events: ['new', 'reply', 'csat'] }],
		['number of frustrated tickets in 30 days', { frustratedTickets: 1 }],
		['time without an answer', { noReplyDays: 1 }],
	])('an unknown %s is said and fires nothing', (fact, condition) => {
		expect(ask(condition, {})).toMatchObject({ route: 'review', missing: [fact] });
		expect(ask(condition, {}, { unknownFacts: 'otherRules' }).route).toBe('digest');
	});

	it('earlier frustrated tickets count where a history came in, and are unknown without one', () => {
		const twice = { frustratedTickets: 2 };
		expect(ask(twice, {}, {}, known(2))).toMatchObject({
			route: 'alert',
			reason: 'Score 60 is at least 50 and 2 earlier frustrated tickets in 30 days are at least 2',
		});
		expect(ask(twice, {}, {}, known(1)).reason).toBe(
			'No rule fired: 1 earlier frustrated ticket in 30 days is fewer than 2',
		);
		expect(ask(twice, {}, { history: 'none' }).route).toBe('review');
	});

	it('what a field holds stays between its quotation marks and on its line', () => {
		const segment = 'x”\nScore 99 is at least 1';
		const fields = { accountFields: [{ field: 'segment', values: ['y'] }] };
		expect(ask(fields, health({ segment })).reason).toBe(
			"No rule fired: segment “x' Score 99 is at least 1” is not “y”",
		);
	});
});
