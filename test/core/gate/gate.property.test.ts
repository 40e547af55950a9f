import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
	DEFAULT_GATE,
	checkSettings,
	evaluateGate,
	hashSettings,
	historyOfMessages,
	identifyRules,
	readHistoryRows,
	type GateInput,
	type GateRule,
	type GateSettings,
} from '../../../nodes/core/gate';
import type { Account } from '../../../nodes/core/item/types';

const NOW = new Date('2026-11-28T12:00:00Z');

const score = fc.integer({ min: 0, max: 100 });
const currency = fc.constantFrom('USD', 'EUR', 'JPY');
const topic = fc.constantFrom('sync', 'billing', 'export');
const segment = fc.constantFrom('smb', 'enterprise');

const rule: fc.Arbitrary<GateRule> = fc
	.record(
		{
			minScore: score,
			mrrAtLeast: fc.integer({ min: 0, max: 5000 }),
			mrrMoreThan: fc.integer({ min: 0, max: 5000 }),
			renewalWithinDays: fc.integer({ min: 0, max: 120 }),
			healthBelow: score,
			healthDrop: fc.integer({ min: 1, max: 100 }),
			labelAtLeast: fc.constantFrom('Positive', 'Neutral', 'Frustrated', 'Critical'),
			topics: fc.array(topic, { minLength: 1, maxLength: 1 }),
			events: fc.array(fc.constantFrom('new', 'reply', 'csat'), { minLength: 1, maxLength: 1 }),
			frustratedTickets: fc.integer({ min: 1, max: 4 }),
			noReplyDays: fc.integer({ min: 1, max: 9 }),
			accountFields: fc.array(
				fc.record({
					field: fc.constant('segment'),
					values: fc.array(segment, { minLength: 1, maxLength: 1 }),
				}),
				{ minLength: 1, maxLength: 1 },
			),
			currency,
		},
		{ requiredKeys: ['minScore'] },
	)
	// A currency without an MRR is refused, since it would say nothing.
	.map(({ currency: own, ...asks }) =>
		own !== undefined && (asks.mrrAtLeast !== undefined || asks.mrrMoreThan !== undefined)
			? { ...asks, currency: own }
			: asks,
	);

const rules = fc.array(rule, { minLength: 1, maxLength: 4 });

const settings: fc.Arbitrary<GateSettings> = fc.record(
	{
		rules,
		currency,
		rates: fc.uniqueArray(
			fc.record({ currency: fc.constantFrom('GBP', 'KWD'), worth: fc.integer({ min: 1, max: 3 }) }),
			{
				maxLength: 1,
			},
		),
		unknownFacts: fc.constantFrom('review', 'otherRules'),
		unknownRates: fc.constantFrom('review', 'otherRules'),
		unsureScores: fc.constantFrom('review', 'trust'),
		noPerson: fc.constantFrom('review', 'digest', 'trust'),
		noAccount: fc.constantFrom('review', 'digest'),
		history: fc.constantFrom('log', 'input', 'none'),
		timeZone: fc.constantFrom('UTC', 'Asia/Tokyo', 'America/New_York'),
		worseByPoints: fc.integer({ min: 1, max: 100 }),
		incident: fc.record({
			accounts: fc.integer({ min: 2, max: 9 }),
			minutes: fc.integer({ min: 1, max: 90 }),
		}),
	},
	{
		requiredKeys: [
			'rules',
			'currency',
			'rates',
			'unknownFacts',
			'unknownRates',
			'unsureScores',
			'noPerson',
			'noAccount',
			'history',
			'timeZone',
			'worseByPoints',
		],
	},
);

const account: fc.Arbitrary<Account> = fc.record(
	{
		status: fc.constantFrom('matched', 'unmatched', 'ambiguous', 'personal-domain', 'error'),
		id: fc.constant('a'),
		mrr: fc.integer({ min: 0, max: 6000 }),
		currency: fc.constantFrom('USD', 'EUR', 'GBP', 'SEK'),
		renewalDate: fc.constantFrom('2026-11-20', '2026-11-28', '2026-12-20', '2027-09-01', 'soon'),
		healthScore: score,
		healthChange: fc.record({
			points: fc.integer({ min: -60, max: 60 }),
			days: fc.constantFrom(7, 30),
		}),
		segment,
	},
	{ requiredKeys: ['status'] },
);

const input: fc.Arbitrary<GateInput & { score: number }> = fc.record(
	{
		score,
		label: fc.constantFrom('Positive', 'Neutral', 'Frustrated', 'Critical'),
		topic,
		event: fc.constantFrom('new', 'reply', 'csat'),
		flags: fc.subarray(['truncated', 'no-person:newsletter', 'language-not-covered:zh', 'other']),
		account,
		waitedDays: fc.integer({ min: 0, max: 12 }),
		failure: fc.constant('Account Lookup: time-out'),
	},
	{ requiredKeys: ['score'] },
);

const HISTORY = historyOfMessages(
	['z:1', 'z:2'].map((ticketKey) => ({
		accountId: 'a',
		ticketKey,
		score: 70,
		receivedAt: NOW,
		alerted: false,
	})),
);
const decide = (ticket: GateInput, gate: GateSettings) =>
	evaluateGate(ticket, gate, NOW, { history: HISTORY });

describe('whatever the settings and the ticket', () => {
	it('a higher score never turns an alert into anything calmer, nor a look into none', () => {
		const calmness = { alert: 0, review: 1, digest: 2 };
		fc.assert(
			fc.property(input, score, settings, (ticket, other, gate) => {
				const [low, high] = [Math.min(ticket.score, other), Math.max(ticket.score, other)];
				const before = decide({ ...ticket, score: low }, gate).route;
				const after = decide({ ...ticket, score: high }, gate).route;
				expect(calmness[after]).toBeLessThanOrEqual(calmness[before]);
			}),
		);
	});

	it('the order of the rules changes no route', () => {
		const shuffled = rules.chain((list) =>
			fc.tuple(
				fc.constant(list),
				fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
			),
		);
		fc.assert(
			fc.property(input, settings, shuffled, (ticket, gate, [list, other]) => {
				const one = decide(ticket, { ...gate, rules: list });
				const two = decide(ticket, { ...gate, rules: other });
				expect([two.route, two.severity]).toEqual([one.route, one.severity]);
				expect(new Set(two.missing)).toEqual(new Set(one.missing));
			}),
		);
	});

	it('what is unknown fires nothing: where only score and label are known, only rules fire that ask for no more', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 100 }), settings, (points, gate) => {
				const blind = decide(
					{ score: points, label: 'Critical', account: { status: 'matched', id: 'b' } },
					{ ...gate, history: 'none' },
				);
				const asked = ['id', 'minScore', 'labelAtLeast'];
				for (const row of identifyRules(gate.rules)) {
					if (!blind.rules.some(({ id }) => id === row.id)) continue;
					expect(points).toBeGreaterThanOrEqual(row.minScore);
					expect(Object.keys(row).filter((name) => !asked.includes(name))).toEqual([]);
				}
			}),
		);
	});

	it('an alert names a rule that fired, and nothing else does so without being unsure', () => {
		fc.assert(
			fc.property(input, settings, (ticket, gate) => {
				const decision = decide(ticket, gate);
				if (decision.route === 'alert') expect(decision.rules).not.toEqual([]);
				else if (decision.rules.length > 0) expect(decision.reason).toMatch(/is unsure/);
			}),
		);
	});

	it('neither ticket nor settings are changed', () => {
		fc.assert(
			fc.property(input, settings, (ticket, gate) => {
				const copies = structuredClone([ticket, gate]);
				decide(ticket, gate);
				expect([ticket, gate]).toEqual(copies);
			}),
		);
	});
});

describe('the hash of the gate', () => {
	it('is equal when, and only when, the settings are', () => {
		const pairs = fc.oneof(
			fc.tuple(settings, settings),
			settings.map((gate) => [gate, structuredClone(gate)] as const),
			fc
				.tuple(settings, settings, fc.constantFrom(...Object.keys(DEFAULT_GATE)))
				.map(
					([one, other, key]) =>
						[one, { ...one, [key]: other[key as keyof GateSettings] } as GateSettings] as const,
				),
		);
		fc.assert(
			fc.property(pairs, ([one, other]) => {
				expect(hashSettings(one) === hashSettings(other)).toBe(
					isDeepStrictEqual(structuredClone(plain(one)), structuredClone(plain(other))),
				);
			}),
			{ numRuns: 500 },
		);
	});

	/** As settings mean: a rule that names the gate's currency names none, an absent incident is none. */
	const plain = ({ rules: rows, incident, ...rest }: GateSettings) => ({
		...rest,
		incident: incident ?? null,
		rules: rows.map(({ currency: own, ...asks }) => ({
			...asks,
			...(own !== undefined && own !== rest.currency && { currency: own }),
		})),
	});
});

describe('any text', () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 400 }),
		fc.constantFrom(
			'__proto__',
			'constructor',
			'a\r\nb',
			'\u202Eevil',
			'\uD800',
			'${1}',
			'<b>',
			'',
		),
	);
	/** Line breaks, control characters and those that turn the direction of a line. */
	const HARM = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

	it('in names, fields, topics and reasons leaves one clean line, and IDs of letters and digits', () => {
		fc.assert(
			fc.property(text, text, text, text, (name, field, value, told) => {
				const gate: GateSettings = {
					...DEFAULT_GATE,
					rules: [
						{ name, minScore: 0 },
						{ name, minScore: 50, accountFields: [{ field, values: [value, told] }] },
						{ name: value, minScore: 60, topics: [told], mrrAtLeast: 9 },
					],
				};
				const known = {
					status: 'matched',
					id: 'a',
					mrr: 5,
					currency: told,
					[field]: value,
					fields: { [field]: told, [told]: value },
				} as const;
				const tickets: GateInput[] = [
					{ score: 70, topic: value, account: known },
					{ score: 70, topic: value, account: { status: 'error', reason: told } },
					{ score: 70, account: { status: 'ambiguous', candidates: [{ name: told }] } },
					{ failure: told },
					{ score: 10, flags: [`no-person:${told}`, `language-not-covered:${value}`] },
				];
				for (const ticket of tickets) {
					const decision = decide(ticket, gate);
					const words = [
						decision.reason,
						decision.counterfactual,
						...decision.missing,
						...decision.rules.flatMap((fired) => [fired.name ?? '', fired.text]),
					];
					for (const line of words) expect(line).not.toMatch(HARM);
					for (const { id } of decision.rules) expect(id).toMatch(/^[\p{L}\p{M}\p{N}-]+$/u);
				}
			}),
		);
	});

	it('in settings is refused in words, or meant', () => {
		fc.assert(
			fc.property(text, text, text, (name, other, code) => {
				const gate: GateSettings = {
					...DEFAULT_GATE,
					rules: [{ name, minScore: 50, topics: [other], mrrAtLeast: 1, currency: code }],
					timeZone: other,
				};
				try {
					checkSettings(gate);
				} catch (error) {
					expect(error).toBeInstanceOf(Error);
					expect((error as Error).message).toMatch(/^(?:Rule 1|Currency|Time Zone)/);
					expect((error as Error).message).not.toMatch(HARM);
				}
			}),
		);
	});

	it('in rows of the second input is read or passed over', () => {
		fc.assert(
			fc.property(fc.array(fc.dictionary(text, fc.anything(), { maxKeys: 6 })), (rows) => {
				const history = readHistoryRows(rows);
				expect(history.rows.size).toBeLessThanOrEqual(rows.length);
			}),
		);
	});
});
