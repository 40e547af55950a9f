import { describe, expect, it } from 'vitest';

import {
	DEFAULT_GATE,
	DEFAULT_RULES,
	GATE_PRESETS,
	evaluateGate,
	identifyRules,
	type GateInput,
	type GateRule,
	type GateSettings,
} from '../../../nodes/core/gate';
import type { Account } from '../../../nodes/core/item/types';

const NOW = new Date('2026-11-23T09:00:00Z');

const acme = (facts: Partial<Account> = {}): Account => ({
	status: 'matched',
	matchedBy: 'contact',
	id: 'acme',
	name: 'Acme Corp',
	currency: 'USD',
	mrr: 3200,
	renewalDate: '2027-09-01',
	...facts,
});

const decide = (input: GateInput, settings: Partial<GateSettings> = {}) =>
	evaluateGate(input, { ...DEFAULT_GATE, ...settings }, NOW);

const presetRules = (value: string): readonly GateRule[] => {
	const preset = GATE_PRESETS.find((candidate) => candidate.value === value);
	if (preset === undefined) throw new Error(`No preset ${value}`);
	return preset.rules;
};

describe('the default rules', () => {
	it.each([
		['score 65 and MRR 1,000 alert', 65, { mrr: 1000 }, 'alert'],
		['score 64 with MRR 1,000 does not', 64, { mrr: 1000 }, 'digest'],
		['score 65 with MRR 999.99 does not', 65, { mrr: 999.99 }, 'digest'],
		['score 80 alerts whatever the MRR', 80, { mrr: 0 }, 'alert'],
		['score 79 of a small account does not', 79, { mrr: 0 }, 'digest'],
		['score 50 with renewal in 60 days alerts', 50, { mrr: 0, renewalDate: '2027-01-22' }, 'alert'],
		[
			'score 50 with renewal in 61 days does not',
			50,
			{ mrr: 0, renewalDate: '2027-01-23' },
			'digest',
		],
		['score 49 with renewal tomorrow does not', 49, { renewalDate: '2026-11-24' }, 'digest'],
		['renewal today counts as within', 50, { mrr: 0, renewalDate: '2026-11-23' }, 'alert'],
	])('%s', (_fact, score, facts, route) => {
		expect(decide({ score, account: acme(facts) }).route).toBe(route);
	});

	it('name every rule that fired with the numbers compared', () => {
		const { rules } = decide({ score: 85, account: acme({ renewalDate: '2026-12-21' }) });
		expect(rules).toEqual([
			{
				id: 'frustrated-paying-account',
				name: 'Frustrated paying account',
				text: 'Frustrated paying account: score 85 is at least 65 and MRR $3,200 is at least $1,000',
			},
			{
				id: 'critical-ticket',
				name: 'Critical ticket',
				text: 'Critical ticket: score 85 is at least 80',
			},
			{
				id: 'renewal-is-near',
				name: 'Renewal is near',
				text: 'Renewal is near: score 85 is at least 50 and renewal in 28 days is within 60 days',
			},
		]);
	});

	it('a rule without a name is told by its conditions alone', () => {
		const { rules } = decide({ score: 85 }, { rules: [{ minScore: 80 }] });
		expect(rules).toEqual([{ id: 'score-80', text: 'Score 85 is at least 80' }]);
	});

	it('tell why a quiet ticket stayed quiet', () => {
		expect(decide({ score: 70, account: acme({ mrr: 400 }) }).reason).toBe(
			'No rule fired: MRR $400 is below $1,000; score 70 is below 80; renewal in 282 days is later than 60 days',
		);
		expect(decide({ score: 12, account: acme() }).reason).toBe(
			'Score 12 is below 50, the lowest score of any rule',
		);
	});
});

describe('the counterfactual', () => {
	it('names the lowest score at which this account would still have alerted', () => {
		expect(decide({ score: 70, account: acme() }).counterfactual).toBe(
			'Would not have alerted below a score of 65',
		);
		expect(decide({ score: 40, account: acme({ mrr: 200 }) }).counterfactual).toBe(
			'Would have alerted at a score of 80',
		);
	});

	it('names what else would have been enough', () => {
		expect(decide({ score: 70, account: acme({ mrr: 200 }) }).counterfactual).toBe(
			'Would have alerted at a score of 80, or with an MRR of $1,000 or more, or with a renewal within 60 days',
		);
	});

	it('says so when no score would have alerted', () => {
		const { counterfactual } = decide(
			{ score: 90, account: acme({ mrr: 10 }) },
			{ rules: presetRules('cautious') },
		);
		expect(counterfactual).toContain('No score would have alerted');
	});
});

describe('unknown facts', () => {
	it('an unknown MRR satisfies no MRR condition and sends a would-be alert to Review', () => {
		const decision = decide({ score: 70, account: acme({ mrr: undefined }) });
		expect(decision.route).toBe('review');
		expect(decision.missing).toEqual(['MRR']);
		expect(decision.reason).toContain('MRR is unknown');
	});

	it('can be left to the other rules', () => {
		const settings = { unknownFacts: 'otherRules' } as const;
		const account = acme({ mrr: undefined });
		expect(decide({ score: 70, account }, settings).route).toBe('digest');
		expect(decide({ score: 80, account }, settings).route).toBe('alert');
	});

	it('a calm ticket stays in Digest though facts are unknown', () => {
		const account = acme({ mrr: undefined, renewalDate: undefined });
		expect(decide({ score: 20, account }).route).toBe('digest');
	});

	it('an unknown MRR is not MRR 0: a rule that asks for at least 0 does not fire', () => {
		const rules = [{ minScore: 0, mrrAtLeast: 0 }];
		expect(decide({ score: 70, account: acme({ mrr: undefined }) }, { rules }).route).toBe(
			'review',
		);
		expect(decide({ score: 70, account: acme({ mrr: 0 }) }, { rules }).route).toBe('alert');
	});

	it('a renewal date that has passed is unknown, not near', () => {
		const decision = decide({ score: 55, account: acme({ mrr: 0, renewalDate: '2026-11-20' }) });
		expect(decision.route).toBe('review');
		expect(decision.reason).toContain('the renewal is overdue: its date passed 3 days ago');
	});

	it('a renewal date that is no date is unknown', () => {
		expect(decide({ score: 55, account: acme({ renewalDate: 'soon' }) }).missing).toEqual([
			'renewal date',
		]);
	});
});

describe('tickets without an account', () => {
	it.each([
		['unmatched', 85, 'alert'],
		['unmatched', 55, 'review'],
		['unmatched', 49, 'digest'],
		['personal-domain', 85, 'alert'],
		['personal-domain', 50, 'review'],
		['personal-domain', 10, 'digest'],
		['ambiguous', 85, 'alert'],
		['ambiguous', 55, 'review'],
		['ambiguous', 10, 'review'],
		['error', 85, 'alert'],
		['error', 5, 'review'],
	] as const)('%s with score %i goes to %s', (status, score, route) => {
		expect(decide({ score, account: { status } }).route).toBe(route);
	});

	it('never use facts of a candidate', () => {
		const account: Account = { status: 'ambiguous', mrr: 90_000, candidates: [acme(), acme()] };
		expect(decide({ score: 70, account }).route).toBe('review');
	});

	it('can all go to Digest, but for those that a rule alerts on without an account', () => {
		const settings = { noAccount: 'digest' } as const;
		expect(decide({ score: 70 }, settings)).toMatchObject({
			route: 'digest',
			reason: 'No account was found, and no rule fires without one',
		});
		expect(decide({ score: 80 }, settings).route).toBe('alert');
		expect(decide({ score: 5, account: { status: 'error' } }, settings).route).toBe('review');
	});

	it('without any account key are treated as unmatched', () => {
		expect(decide({ score: 70 }).route).toBe('review');
		expect(decide({ score: 10 }).route).toBe('digest');
	});
});

describe('scores that are unsure', () => {
	const flags = ['language-not-covered:zh'];

	it('send a ticket to Review with the reason, and never alert by themselves', () => {
		const decision = decide({ score: 20, flags, account: acme() });
		expect(decision.route).toBe('review');
		expect(decision.reason).toBe(
			'Score 20 is unsure: the built-in scoring does not cover the language (Chinese)',
		);
		expect(decide({ score: 90, flags, account: acme() }).route).toBe('review');
		expect(decide({ score: 90, flags: ['truncated'], account: acme() }).route).toBe('review');
		const machine = decide({ score: 5, flags: ['no-person:auto-reply'], account: acme() });
		expect(machine.route).toBe('review');
		expect(machine.reason).toBe(
			'Score 5 is unsure: no customer seems to stand behind the text (auto reply)',
		);
	});

	it('of mail that no customer wrote can go to Digest, however loud', () => {
		const newsletter = { score: 90, flags: ['no-person:newsletter'], account: acme() };
		expect(decide(newsletter, { noPerson: 'digest' })).toMatchObject({
			route: 'digest',
			reason: 'Score 90 is unsure: no customer seems to stand behind the text (newsletter)',
		});
		expect(decide(newsletter, { noPerson: 'trust' }).route).toBe('alert');
		expect(decide({ score: 90, flags, account: acme() }, { noPerson: 'trust' }).route).toBe(
			'review',
		);
	});

	it('are not said to alert at a score they have', () => {
		expect(decide({ score: 90, flags, account: acme() }).counterfactual).toBe(
			'Would have alerted if its score could be trusted',
		);
	});

	it('can be trusted', () => {
		expect(decide({ score: 20, flags, account: acme() }, { unsureScores: 'trust' }).route).toBe(
			'digest',
		);
		expect(decide({ score: 90, flags, account: acme() }, { unsureScores: 'trust' }).route).toBe(
			'alert',
		);
	});
});

describe('failures', () => {
	it('a ticket that could not be scored goes to Review with the reason', () => {
		const decision = decide({ failure: 'Sentiment Score: no text', account: acme() });
		expect(decision.route).toBe('review');
		expect(decision.reason).toBe('Could not be scored: Sentiment Score: no text');
	});

	it('a failed step never hides in Digest, but an alert still goes out', () => {
		const failure = 'Account Lookup: time-out';
		expect(decide({ score: 5, account: acme(), failure }).route).toBe('review');
		expect(decide({ score: 90, account: acme(), failure }).route).toBe('alert');
	});
});

describe('the presets', () => {
	it.each([
		['team1to3', 75, 1500],
		['team4to8', 70, 1000],
		['team9to15', 65, 750],
		['team15plus', 60, 500],
	])('%s asks for score %i and MRR %i', (preset, score, mrr) => {
		const rules = presetRules(preset);
		expect(decide({ score, account: acme({ mrr }) }, { rules }).route).toBe('alert');
		expect(decide({ score: score - 1, account: acme({ mrr }) }, { rules }).route).toBe('digest');
		expect(decide({ score, account: acme({ mrr: mrr - 1 }) }, { rules }).route).toBe('digest');
	});

	it('the cautious start asks for score 80 and MRR 2,000, nothing less', () => {
		const rules = presetRules('cautious');
		expect(decide({ score: 80, account: acme({ mrr: 2000 }) }, { rules }).route).toBe('alert');
		expect(decide({ score: 95, account: acme({ mrr: 1999 }) }, { rules }).route).toBe('digest');
		expect(decide({ score: 79, account: acme({ mrr: 9000 }) }, { rules }).route).toBe('digest');
	});

	it('the worked example asks for more than 2,000, not exactly 2,000', () => {
		const rules = presetRules('workedExample');
		const far = { renewalDate: '2027-09-01' };
		expect(decide({ score: 70, account: acme({ mrr: 2001, ...far }) }, { rules }).route).toBe(
			'alert',
		);
		expect(decide({ score: 70, account: acme({ mrr: 2000, ...far }) }, { rules }).route).toBe(
			'digest',
		);
		expect(
			decide({ score: 70, account: acme({ mrr: 1, renewalDate: '2027-01-07' }) }, { rules }).route,
		).toBe('alert');
		expect(
			decide({ score: 70, account: acme({ mrr: 1, renewalDate: '2027-01-08' }) }, { rules }).route,
		).toBe('digest');
	});
});

describe('severity', () => {
	it.each([
		[85, { mrr: 1 }, 'critical'],
		[70, { renewalDate: '2026-12-20' }, 'critical'],
		[70, {}, 'high'],
		[55, { renewalDate: '2026-12-20' }, 'medium'],
		[10, {}, 'low'],
	])('score %i with %o is %s', (score, facts, severity) => {
		expect(decide({ score, account: acme(facts) }).severity).toBe(severity);
	});
});

describe('the ID of a rule', () => {
	const idsOf = (rules: GateRule[]) => identifyRules(rules).map(({ id }) => id);

	it.each([
		['its name', { name: 'VIP: renewal & churn!', minScore: 50 }, 'vip-renewal-churn'],
		['its name in any script', { name: 'Großkunde 顧客', minScore: 50 }, 'großkunde-顧客'],
		[
			'its conditions where it has no name',
			{
				minScore: 65,
				mrrMoreThan: 1000,
				renewalWithinDays: 60,
			},
			'score-65-mrr-more-than-1000-renewal-within-60',
		],
		['its conditions where the name has no letter', { name: '🔥', minScore: 80 }, 'score-80'],
	])('is %s', (_, rule, id) => {
		expect(idsOf([rule])).toEqual([id]);
	});

	it('is its own among rules that are called alike', () => {
		const [a, b] = [
			{ name: 'A', minScore: 1 },
			{ name: 'A 2', minScore: 2 },
		];
		expect(idsOf([a, a, b, a])).toEqual(['a', 'a-2', 'a-2-2', 'a-3']);
	});

	it('stays when other rules are moved or removed', () => {
		const [first, second, third] = identifyRules(DEFAULT_RULES);
		expect(identifyRules(DEFAULT_RULES.toReversed())).toEqual([third, second, first]);
		expect(identifyRules(DEFAULT_RULES.slice(1))).toEqual([second, third]);
	});
});

describe('the hash of the gate', () => {
	const hashOf = (settings: Partial<GateSettings> = {}) => decide({ score: 70 }, settings).config;

	it('is on every decision, also on one without a score', () => {
		expect(hashOf()).toMatch(/^[0-9a-f]{16}$/);
		expect(decide({ score: 10, account: acme() }).config).toBe(hashOf());
		expect(decide({}).config).toBe(hashOf());
	});

	it('is the same for settings that say the same', () => {
		const rules = DEFAULT_RULES.map((rule) => ({
			renewalWithinDays: undefined,
			...Object.fromEntries(Object.entries(rule).reverse()),
		})) as GateRule[];
		expect(hashOf({ rules })).toBe(hashOf());
	});

	it('does not depend on the order or the case of what is listed', () => {
		const asks = (topics: string[], rates: GateSettings['rates']) =>
			hashOf({ rules: [{ minScore: 50, topics }], rates });
		const [yen, euro] = [
			{ currency: 'JPY', worth: 0.0066 },
			{ currency: 'EUR', worth: 1.1 },
		];
		expect(asks(['Billing', 'sync '], [yen, euro])).toBe(asks(['sync', 'billing'], [euro, yen]));
		expect(hashOf({ rules: [{ minScore: 50, mrrAtLeast: 1, currency: 'USD' }] })).toBe(
			hashOf({ rules: [{ minScore: 50, mrrAtLeast: 1 }] }),
		);
	});

	it.each<[string, Partial<GateSettings>]>([
		['a score', { rules: [{ ...DEFAULT_RULES[0]!, minScore: 66 }, ...DEFAULT_RULES.slice(1)] }],
		['a name', { rules: [{ ...DEFAULT_RULES[0]!, name: 'Mine' }, ...DEFAULT_RULES.slice(1)] }],
		['the number of rules', { rules: DEFAULT_RULES.slice(1) }],
		['the policy for unknown facts', { unknownFacts: 'otherRules' }],
		['the policy for unsure scores', { unsureScores: 'trust' }],
		['the policy for unknown rates', { unknownRates: 'otherRules' }],
		['the policy for mail that nobody wrote', { noPerson: 'digest' }],
		['the policy for tickets without an account', { noAccount: 'digest' }],
		['the currency', { currency: 'EUR' }],
		['a rate', { rates: [{ currency: 'JPY', worth: 0.0066 }] }],
		['where the history comes from', { history: 'none' }],
		['the time zone', { timeZone: 'Asia/Tokyo' }],
		['the step of worsening', { worseByPoints: 15 }],
		['the accounts of an incident', { incident: { accounts: 6, minutes: 60 } }],
		['the search for incidents', { incident: undefined }],
	])('changes with %s', (_, settings) => {
		expect(hashOf(settings)).not.toBe(hashOf());
	});
});
