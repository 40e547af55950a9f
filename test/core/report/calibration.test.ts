import { describe, expect, it } from 'vitest';

import { calibrationReport } from '../../../nodes/core/report/calibration/calibrationReport';
import { judge } from '../../../nodes/core/report/calibration/judge';
import type { GateSettings } from '../../../nodes/core/gate';
import { suggestMoves } from '../../../nodes/core/report/calibration/moves';
import { sampler } from '../../../nodes/core/report/calibration/sample';
import { trialOf, type AlertMessage } from '../../../nodes/core/report/calibration/trial';
import { readOutcomes, tellsSince, type Outcome } from '../../../nodes/core/report/outcomes';
import type { LoggedAlert } from '../../../nodes/core/report/rows';
import { shownShare, wilson } from '../../../nodes/core/report/wilson';
import { alerted, at, DAY, gate, openerOf, scored, START, trialOn } from './fixtures';

const period = { since: START, until: new Date(START.getTime() + 60 * DAY) };

function judged(alerts: LoggedAlert[], outcomes: Outcome[] = []) {
	const judging = judge(outcomes, period);
	judging.add(alerts);
	return judging.result();
}

const many = (count: number, over: Partial<LoggedAlert>) =>
	Array.from({ length: count }, (_, index) => alerted({ accountId: `a${index}`, ...over }));
const churned = (accountId: string, day: number): Outcome => ({
	accountId,
	kind: 'churned',
	at: at(day),
	end: at(day),
});

describe('an interval', () => {
	// Known values: Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I.
	it.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718],
	])('of %i of %i is from %f to %f', (hits, of, low, high) => {
		const share = wilson(hits, of);
		expect(share.low).toBeCloseTo(low, 4);
		expect(share.high).toBeCloseTo(high, 4);
	});

	it('of none says nothing', () => {
		expect(wilson(0, 0)).toEqual({ hits: 0, of: 0, low: 0, high: 1 });
		expect(shownShare(wilson(0, 0))).toBe('none counted');
		expect(shownShare(wilson(9, 11))).toBe('9 of 11, 82 % (52–95 %)');
	});
});

describe('judging alerts', () => {
	it('counts useful against noise, by rule, signal, phrase and score; wrong matches for neither', () => {
		const result = judged([
			alerted({ verdict: 'useful', score: 82, rules: [{ id: 'critical', name: 'Critical' }] }),
			alerted({ verdict: 'noise', score: 67 }),
			alerted({ verdict: 'wrongAccount', score: 100 }),
			alerted({ verdict: 'wrongOwner', score: 69 }),
			alerted({ score: 69, signals: [{ name: 'General annoyance', quote: 'SO  Slow' }] }),
		]);
		expect(result).toMatchObject({ right: { hits: 1, of: 2 }, wrongAccount: 1, wrongOwner: 1 });
		expect(
			result.rules.map(({ id, right, alerts }) => [id, right.hits, right.of, alerts.length]),
		).toEqual([
			['frustrated-paying-account', 0, 1, 4],
			['critical', 1, 1, 1],
		]);
		expect(result.phrases.map(({ id, alerts }) => [id, alerts.length])).toEqual([['so slow', 5]]);
		expect(result.scores.map(({ name, alerts }) => [name, alerts.length])).toEqual([
			['65–69', 3],
			['80–84', 1],
			['95–100', 1],
		]);
	});

	it('takes an account that leaves or buys less within 90 days for right, whatever was said', () => {
		const alerts = [
			alerted({ accountId: 'left', verdict: 'noise' }),
			alerted({ accountId: 'less' }),
			alerted({ accountId: 'late', verdict: 'noise' }),
			alerted({ accountId: 'before', verdict: 'noise', openedAt: at(50) }),
			alerted({ accountId: 'stayed' }),
		];
		const result = judged(alerts, [
			churned('left', 90),
			{ accountId: 'less', kind: 'contracted', at: at(10), end: at(10) },
			churned('late', 91),
			churned('before', 49),
			{ accountId: 'stayed', kind: 'renewed', at: at(10), end: at(10) },
		]);
		expect(result.alerts.map(({ isRight }) => isRight)).toEqual([
			true,
			true,
			false,
			false,
			undefined,
		]);
	});

	it('leaves a wrong match out, also where the account it went to left later', () => {
		const result = judged(
			[
				alerted({ accountId: 'left', verdict: 'wrongAccount' }),
				alerted({ accountId: 'left', verdict: 'wrongOwner' }),
			],
			[churned('left', 10)],
		);
		expect(result).toMatchObject({ right: { hits: 0, of: 0 }, wrongAccount: 1, wrongOwner: 1 });
	});

	it('finds who left without an alert in the 90 days before, also where that was before the period', () => {
		const result = judged(
			[
				alerted({ accountId: 'warned', openedAt: at(-80) }),
				alerted({ accountId: 'old', openedAt: at(-90) }),
			],
			[churned('warned', 5), churned('old', 5), churned('silent', 59), churned('later', 61)],
		);
		expect(result.alerts).toEqual([]);
		expect(result).toMatchObject({ churned: 3 });
		expect(result.missed.map(({ accountId }) => accountId)).toEqual(['old', 'silent']);
	});

	it('counts an account that left once, however many rows tell it', () => {
		const rows = [churned('gone', 9), churned('gone', 5), churned('gone', -1), churned('other', 7)];
		const result = judged([], rows);
		expect(result.churned).toBe(2);
		expect(result.missed).toEqual([churned('gone', 5), churned('other', 7)]);
		const ten = Array.from({ length: 10 }, () => churned('gone', 20));
		expect(suggestMoves(judged([], ten), trialOn([]), gate)).toEqual([]);
	});

	it('takes an alert of the day on which the account left for one before, where only the day is known', () => {
		const opened = { accountId: 'gone', openedAt: at(5) };
		const row = { account_id: 'gone', outcome: 'churned' };
		const leftOn = (date: string) => readOutcomes([{ ...row, date }]).outcomes;
		const sameDay = judged([alerted(opened)], leftOn('2026-03-07'));
		expect(sameDay.alerts.map(({ isRight }) => isRight)).toEqual([true]);
		expect(sameDay.missed).toEqual([]);
		for (const before of ['2026-03-06', '2026-03-07T08:59:00Z']) {
			const result = judged([alerted(opened)], leftOn(before));
			expect(result.alerts.map(({ isRight }) => isRight)).toEqual([undefined]);
			expect(result.missed).toHaveLength(1);
		}
	});

	it('counts one alert once for a signal it has twice', () => {
		const signals = [
			{ name: 'Slow', quote: 'slow' },
			{ name: 'Slow', quote: 'slow' },
		];
		expect(judged([alerted({ signals })]).signals[0]?.alerts).toHaveLength(1);
	});
});

/** The moves that these alerts call for, each with the one message that opened it. */
const movesOf = (alerts: LoggedAlert[], settings: GateSettings = gate) =>
	suggestMoves(judged(alerts), trialOn(alerts), settings);

describe('a suggested move of a rule', () => {
	/** Noise in 9 of 11, all of it below the two that were useful. */
	const noisy = [
		...many(9, { verdict: 'noise', score: 68 }),
		...many(2, { verdict: 'useful', score: 74 }),
		...many(30, {
			rules: [{ id: 'critical-ticket', name: 'Critical ticket' }],
			signals: [],
			score: 85,
		}),
	];

	it('raises it as far as it loses nothing that was useful, and says what it would have spared', () => {
		const [move] = movesOf(noisy);
		expect(move).toEqual({
			kind: 'rule',
			id: 'frustrated-paying-account',
			minScore: 69,
			spared: 9,
			lost: 0,
			text: 'Rule “Frustrated paying account”: noise in 9 of 11. Raise its minimum score from 65 to 69; it would have spared 9 of 41 alerts and lost none that were useful.',
		});
	});

	it('never goes beyond the lowest score that was useful, nor farther than it helps', () => {
		const mixed = [
			...many(12, { verdict: 'noise', score: 72 }),
			...many(3, { verdict: 'noise', score: 66 }),
			alerted({ verdict: 'useful', score: 70 }),
		];
		expect(movesOf(mixed)[0]).toMatchObject({ minScore: 67, spared: 3, lost: 0 });
	});

	it('spares no alert that another rule, or a later message of it, would have made', () => {
		const alerts = many(12, { verdict: 'noise', score: 68 });
		const messages = alerts.map((alert) => openerOf(alert));
		const [first, second, third] = alerts;
		const more = [
			openerOf(first!, { score: 82, rules: ['frustrated-paying-account', 'critical-ticket'] }),
			openerOf(second!, { score: 69 }),
			openerOf(third!, { score: 60, rules: ['renewal-is-near'] }),
		];
		const trial = trialOf([...messages, ...more], new Map([['abc', gate]]));
		expect(suggestMoves(judged(alerts), trial, gate)[0]).toMatchObject({
			minScore: 70,
			spared: 10,
		});
	});

	it('says what would go of those without a verdict on their worth, wrong matches among them', () => {
		const [move] = movesOf([
			...many(12, { verdict: 'noise', score: 68 }),
			...many(4, { score: 66 }),
			alerted({ score: 66, verdict: 'wrongOwner' }),
		]);
		expect(move?.text).toContain(
			'it would have spared 12 of 17 alerts and lost none that were useful; of those without a verdict on their worth, 5 would not have come either.',
		);
	});

	it('needs no more of the gate that decided than which rules fired', () => {
		const alerts = many(12, { verdict: 'noise', score: 68 });
		const trial = trialOf(
			alerts.map((alert) => openerOf(alert)),
			new Map(),
		);
		expect(suggestMoves(judged(alerts), trial, undefined)[0]).toMatchObject({
			...{ minScore: 69, spared: 12, lost: 0 },
			text: expect.stringContaining('Raise its minimum score to 69;') as string,
		});
	});

	it('is none on fewer than ten verdicts', () => {
		expect(movesOf(many(9, { verdict: 'noise' }))).toEqual([]);
	});

	it('is none where chance may have made it: the interval holds one half', () => {
		const close = [...many(8, { verdict: 'noise' }), ...many(4, { verdict: 'useful', score: 90 })];
		expect(wilson(4, 12).high).toBeGreaterThan(0.5);
		expect(movesOf(close)).toEqual([]);
	});

	it('is none where the rule stands there already', () => {
		const raised = {
			...gate,
			rules: [{ ...gate.rules[0], name: 'Frustrated paying account', minScore: 80 }],
		};
		const found = movesOf(noisy, raised).filter(({ kind }) => kind === 'rule');
		expect(found).toEqual([]);
	});

	it('looks at lower thresholds when most of ten or more left without an alert', () => {
		const left = Array.from({ length: 10 }, (_, index) => churned(`gone${index}`, 20));
		expect(suggestMoves(judged([], left), trialOn([]), gate)).toMatchObject([{ kind: 'missed' }]);
		expect(suggestMoves(judged([], left.slice(0, 9)), trialOn([]), gate)).toEqual([]);
	});
});

describe('a suggested move of a signal', () => {
	const core = [{ name: 'Core workflow failure', quote: 'export fails' }];
	const threat = { name: 'Threat to leave', riskLevel: 'critical', weight: 85 } as const;
	const coreSignal = { name: 'Core workflow failure', riskLevel: 'high', weight: 75 } as const;
	const critical = [{ id: 'critical-ticket', name: 'Critical ticket' }];
	const noise = many(9, { verdict: 'noise', score: 75, signals: core });
	const useful = many(2, { verdict: 'useful', score: 90, rules: critical, signals: core });
	const others = many(30, { score: 85, rules: critical, signals: [] });
	const signalMoveOf = (messages: AlertMessage[], alerts = [...noise, ...useful, ...others]) =>
		suggestMoves(judged(alerts), trialOf(messages, new Map([['abc', gate]])), gate).find(
			({ kind }) => kind === 'signal',
		);
	const openers = (alerts: LoggedAlert[], over: Partial<AlertMessage> = {}) =>
		alerts.map((alert) => openerOf(alert, over));

	it('lowers its weight as little as spares the noise, with what that would have done', () => {
		// At 60 the nine score 60 and miss 65. The two useful ones have a threat in them: 85 + 3.6 still makes 80.
		const strong = openers(useful, { signals: [threat, coreSignal] });
		expect(signalMoveOf([...openers(noise), ...strong, ...openers(others)])).toEqual({
			kind: 'signal',
			id: 'Core workflow failure',
			weightNow: 75,
			weight: 60,
			spared: 9,
			lost: 0,
			text: 'Signal “Core workflow failure”: noise in 9 of 11. Lower its weight from 75 to 60; it would have spared 9 of 41 alerts and lost none that were useful.',
		});
	});

	it('is to make its phrases narrower where a lower weight would lose useful ones, too', () => {
		const alerts = [...noise, ...many(2, { verdict: 'useful', score: 75, signals: core })];
		const move = signalMoveOf(openers(alerts), alerts);
		expect(move).toMatchObject({ weightNow: 75, spared: 9, lost: 2 });
		expect(move).not.toHaveProperty('weight');
		expect(move?.text).toBe(
			'Signal “Core workflow failure”: noise in 9 of 11. Make its phrases narrower. Only a lower weight would lose useful ones, too: at 60 it would have spared 9 of 11 alerts and lost 2 that were useful.',
		);
	});

	it('says that no weight helps where they would have scored high enough without it', () => {
		const move = signalMoveOf(openers([...noise, ...useful], { score: 78, unlistedScore: 78 }));
		expect(move).toMatchObject({ spared: 0, lost: 0 });
		expect(move?.text).toContain(
			'A lower weight than its 75 would have spared none of them: they would have scored high enough all the same.',
		);
	});

	it('is none where the log cannot tell what a lower weight would have done', () => {
		expect(signalMoveOf(openers([...noise, ...useful], { unlistedScore: undefined }))).toBe(
			undefined,
		);
		expect(signalMoveOf(openers([...noise, ...useful], { signals: undefined }))).toBe(undefined);
	});

	it('is told by a range where the rules that decided some of them are not known', () => {
		const messages = noise.map((alert, index) =>
			openerOf(alert, { config: index < 4 ? 'gone' : 'abc' }),
		);
		const strong = openers(useful, { signals: [threat, coreSignal] });
		const move = signalMoveOf([...messages, ...strong]);
		expect(move).toMatchObject({ weight: 60, spared: 5, lost: 0 });
		expect(move?.text).toContain('it would have spared 5 to 9 of 41 alerts and lost none');
	});

	it('is none where its weight was lowered meanwhile: the noise is from before', () => {
		const later = alerted({ openedAt: at(30), signals: core, score: 67 });
		const lowered = openerOf(later, {
			unlistedScore: 67,
			signals: [{ ...coreSignal, weight: 50 }],
		});
		expect(signalMoveOf([...openers(noise), lowered], [...noise, ...useful, later])).toBe(
			undefined,
		);
	});
});

describe('a sample', () => {
	const quiet = Array.from({ length: 500 }, (_, index) => scored({ id: `m${index}`, score: 10 }));

	it('is the same for the same seed, whatever pages it comes in, and another for another', () => {
		const draw = (seed: number, pages: number) => {
			const drawn = sampler(seed, 20);
			for (let start = 0; start < quiet.length; start += quiet.length / pages) {
				drawn.add(quiet.slice(start, start + quiet.length / pages));
			}
			return drawn.ids();
		};
		expect(draw(1, 1)).toEqual(draw(1, 10));
		expect(draw(1, 1)).toHaveLength(20);
		expect(draw(2, 1)).not.toEqual(draw(1, 1));
	});

	it('draws each message about as often', () => {
		const counts = new Map<string, number>();
		for (let seed = 0; seed < 400; seed += 1) {
			const drawn = sampler(seed, 50);
			drawn.add(quiet);
			for (const id of drawn.ids()) counts.set(id, (counts.get(id) ?? 0) + 1);
		}
		// 40 times each on average; five standard deviations of 6.
		expect(counts.size).toBe(500);
		for (const count of counts.values()) expect(Math.abs(count - 40)).toBeLessThan(30);
	});

	it('leaves out what alerted, what waits in Review, and months back', () => {
		const drawn = sampler(1, 20);
		drawn.add([scored({ score: 90 }), scored({ isBackfill: true }), scored({ score: undefined })]);
		expect([drawn.ids(), drawn.quiet()]).toEqual([[], 0]);
	});
});

describe('outcomes', () => {
	const dayOf = (day: string) => ({
		at: new Date(`${day}T00:00:00.000Z`),
		end: new Date(`${day}T23:59:59.999Z`),
	});

	it('are read under loose names and in any letters', () => {
		expect(
			readOutcomes([
				{ 'Account ID': 'a', Outcome: ' Churned ', 'Close Date': '2026-03-04' },
				{ customer_id: 7, status: 'renewed', date: new Date('2026-03-05T00:00:00Z') },
				{ ticketKey: 'zendesk:acme:1', answer: 'Missed' },
				{ ticketKey: 'zendesk:acme:2', answer: 'quiet' },
				{ accountId: 'a', outcome: 'churned' },
				{ accountId: 'a', outcome: 'unhappy', date: '2026-03-04' },
				{},
				{ account_id: '', outcome: 'missed', date: '' },
				// As HubSpot gives times, and as n8n's data tables number their rows.
				{ id: 3, account_id: 'b', outcome: 'expanded', date: '1772668800000', ticket_key: null },
				{ id: 4, account_id: null, outcome: 'expanded', date: '2026-03-05' },
				{ accountId: 'a', outcome: 'constructor', date: '2026-03-04' },
			]),
		).toEqual({
			outcomes: [
				{ accountId: 'a', kind: 'churned', ...dayOf('2026-03-04') },
				{ accountId: '7', kind: 'renewed', ...dayOf('2026-03-05') },
				{ accountId: 'b', kind: 'expanded', ...dayOf('2026-03-05') },
			],
			checks: [
				{ ticketKey: 'zendesk:acme:1', shouldHaveAlerted: true },
				{ ticketKey: 'zendesk:acme:2', shouldHaveAlerted: false },
			],
			problems: [
				'Outcomes, row 5: there is no date that can be read. Write e.g. 2027-03-31',
				'Outcomes, row 6: "unhappy" is no outcome. Write churned, contracted, renewed or expanded',
				'Outcomes, row 8: "missed" needs the key of its ticket',
				'Outcomes, row 10: there is no account_id',
				'Outcomes, row 11: "constructor" is no outcome. Write churned, contracted, renewed or expanded',
			],
		});
	});

	it('keep the time of day where one is written', () => {
		const rows = [{ accountId: 'a', outcome: 'churned', date: '2026-03-04T15:30:00Z' }];
		const moment = new Date('2026-03-04T15:30:00Z');
		expect(readOutcomes(rows).outcomes).toMatchObject([{ at: moment, end: moment }]);
	});

	it('of long ago tell nothing of a period', () => {
		const { outcomes } = readOutcomes([{ account: 'a', outcome: 'churned', date: '2020-03-04' }]);
		expect(tellsSince(outcomes, period.since)).toBe(false);
		const later = outcomes.map((one) => ({ ...one, at: period.until }));
		expect(tellsSince(later, period.since)).toBe(true);
	});
});

describe('the report', () => {
	it('says what those wrote who left, what to check by hand, and what is not known', () => {
		const text = {
			id: 't',
			ticketKey: 'zendesk:acme:9',
			receivedAt: at(1),
			accountId: 'gone',
			accountName: 'Gone Ltd',
			score: 58,
			summary: 'The sync stopped.',
			url: 'https://acme.zendesk.example/agent/tickets/9',
		};
		const report = calibrationReport(
			{
				trial: trialOn([]),
				gate: { ...gate, rules: [{ minScore: 60, frustratedTickets: 2 }] },
				judged: judged(many(3, { verdict: 'noise' }), [churned('gone', 5)]),
				missedTexts: new Map([['gone', [text]]]),
				sample: [{ ...text, score: 10, summary: undefined }],
				quiet: 300,
				checks: [
					{ ticketKey: 'zendesk:acme:9', shouldHaveAlerted: true },
					// Picked by hand, or drawn for an earlier report.
					{ ticketKey: 'x', shouldHaveAlerted: true },
					{ ticketKey: 'y', shouldHaveAlerted: false },
				],
				unreadable: 2,
			},
			period,
		);
		const cells = report.sections.flatMap(({ table }) => table?.rows.flat() ?? []);
		expect(cells).toEqual(
			expect.arrayContaining([
				'Gone Ltd',
				'58',
				'“The sync stopped.”',
				'the text has left the log',
			]),
		);
		const lines = report.sections.flatMap((section) => section.lines ?? []).join('\n');
		expect(lines).toContain('Nothing is suggested: 3 judged alerts so far, and at least 10');
		expect(lines).toContain('Of 1 drawn ticket that was checked');
		expect(lines).toContain(
			'Other tickets that were checked, which say nothing of the rest: x (should have alerted), y (rightly quiet).',
		);
		expect(report.notes.join('\n')).toContain('2 rows of outcomes could not be read');
		expect(report.notes.join('\n')).toContain('counts those as they were scored');
		expect(report.lead).toContain('0 of 3 judged alerts were right: 0 %');
		expect(report.lead).toContain(
			'Of 1 drawn ticket checked by hand, 1 should have alerted; of all 300 quiet messages that makes 62 to 300',
		);
		expect(report.figures).toMatchObject({
			checked: 1,
			checkedOthers: 2,
			shouldHaveAlerted: { hits: 1, of: 1 },
		});
	});
});
