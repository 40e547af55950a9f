import { describe, expect, it } from 'vitest';

import {
	DEFAULT_GATE,
	GATE_PRESETS,
	checkSettings,
	type GateRule,
	type GateSettings,
} from '../../../nodes/core/gate';

const check = (settings: Partial<GateSettings>) => () => {
	checkSettings({ ...DEFAULT_GATE, ...settings });
};

describe('settings that can be meant', () => {
	it.each(GATE_PRESETS)('are those of $name', ({ rules }) => {
		expect(check({ rules })).not.toThrow();
	});

	it('are two rules that differ in what they ask for, though they have one name', () => {
		const rules = [
			{ name: 'A', minScore: 50, mrrAtLeast: 1000 },
			{ name: 'A', minScore: 50, mrrMoreThan: 1000 },
			{ name: 'A', minScore: 50, mrrAtLeast: 1000, currency: 'EUR' },
		];
		expect(check({ rules })).not.toThrow();
	});
});

describe('rows an admin got wrong are refused by name', () => {
	it.each<[string, GateRule[], string]>([
		['no row', [], 'The gate has no rules. Add at least one row under Rules'],
		[
			'a score over 100',
			[{ minScore: 101 }],
			'Rule 1: Minimum Score must be a number from 0 to 100',
		],
		[
			'a score that is none',
			[{ minScore: 50 }, { name: 'VIP', minScore: Number.NaN }],
			'Rule 2 ("VIP"): Minimum Score must be a number from 0 to 100',
		],
		[
			'a row without any condition',
			[{ name: 'All', minScore: 0 }],
			'Rule 1 ("All"): would alert on every ticket. Set a Minimum Score above 0, or add a condition',
		],
		[
			'two equal rows',
			[
				{ name: 'A', minScore: 60, topics: ['Billing'] },
				{ minScore: 70 },
				{ name: 'B', minScore: 60, topics: ['billing ', 'billing'] },
			],
			'Rules 1 and 3 ask for the same. Change one of them, or delete it',
		],
		[
			'an MRR below 0',
			[{ minScore: 5, mrrAtLeast: -1 }],
			'Rule 1: MRR at Least must be a number of 0 or more',
		],
		[
			'days below 0',
			[{ minScore: 5, renewalWithinDays: -1 }],
			'Rule 1: Renewal Within Days must be a number of 0 or more',
		],
		[
			'no days to wait',
			[{ minScore: 40, noReplyDays: 0 }],
			'Rule 1: No Answer for Days must be a number of 1 or more',
		],
		[
			'health beyond 100',
			[{ minScore: 5, healthBelow: 101 }],
			'Rule 1: Health Below must be a number from 0 to 100',
		],
		['no topic', [{ minScore: 5, topics: [' '] }], 'Rule 1: Topics must name at least one topic'],
		[
			'no event',
			[{ minScore: 5, events: [] }],
			'Rule 1: Events must name at least one kind of message',
		],
		[
			'a field without values',
			[{ minScore: 5, accountFields: [{ field: 'segment', values: [] }] }],
			'Rule 1: Account Fields must name a field and at least one value',
		],
		[
			'a currency that is none',
			[{ minScore: 5, mrrAtLeast: 1, currency: 'EURO' }],
			'Rule 1: Currency of the MRR must be a currency code of three letters, e.g. EUR',
		],
		[
			'a currency of nothing',
			[{ minScore: 5, currency: 'EUR' }],
			'Rule 1: Currency of the MRR is set, but the rule asks for no MRR. Add MRR at Least, or remove the currency',
		],
	])('%s', (_, rules, message) => {
		expect(check({ rules })).toThrow(new Error(message));
	});

	it('and a name stays on its line', () => {
		expect(check({ rules: [{ name: `A\n\u202EB${'x'.repeat(300)}`, minScore: 101 }] })).toThrow(
			/^Rule 1 \("A Bx+…"\): Minimum Score must be a number from 0 to 100$/,
		);
	});
});

describe('other settings an admin got wrong are refused by name', () => {
	const yen = { currency: 'JPY', worth: 0.0066 };

	it.each<[string, Partial<GateSettings>, string]>([
		[
			'the currency',
			{ currency: 'DOLLARS' },
			'Currency of the Rules must be a currency code of three letters, e.g. EUR',
		],
		[
			'the currency of a rate',
			{ rates: [yen, { currency: '', worth: 1 }] },
			'Exchange Rate 2: Currency must be a currency code of three letters, e.g. EUR',
		],
		[
			'a rate of nothing',
			{ rates: [{ ...yen, worth: 0 }] },
			'Exchange Rate 1: Worth must be a number above 0',
		],
		['two rates', { rates: [yen, yen] }, 'Exchange Rate 2: JPY has a rate already'],
		[
			'a rate of the rules’ own currency',
			{ rates: [{ currency: 'USD', worth: 1.1 }] },
			'Exchange Rate 1: USD is the currency of the rules and needs no rate',
		],
		[
			'the time zone',
			{ timeZone: 'Mars/Olympus' },
			'Time Zone "Mars/Olympus" is not known. Use a name such as Europe/Berlin, or leave the field empty for the time zone of the workflow',
		],
		[
			'the step of worsening',
			{ worseByPoints: 0 },
			'Alert Again When Worse By must be a number from 1 to 100',
		],
		[
			'the accounts of an incident',
			{ incident: { accounts: 1, minutes: 60 } },
			'Accounts of an Incident must be a number from 2 to 1000',
		],
		[
			'the minutes of an incident',
			{ incident: { accounts: 5, minutes: 0 } },
			'Minutes of an Incident must be a number from 1 to 1440',
		],
	])('%s', (_, settings, message) => {
		expect(check(settings)).toThrow(new Error(message));
	});
});
