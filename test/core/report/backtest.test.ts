import { describe, expect, it } from 'vitest';

import { evaluateGate, type GateRule, type GateSettings } from '../../../nodes/core/gate';
import { backtestReport } from '../../../nodes/core/report/backtest/backtestReport';
import { alertsOn, loadOf } from '../../../nodes/core/report/backtest/desks';
import { replayer } from '../../../nodes/core/report/backtest/replay';
import { suggest } from '../../../nodes/core/report/backtest/suggest';
import { changeRules, readSettings, withThresholds } from '../../../nodes/core/report/gateRules';
import type { LoggedScore } from '../../../nodes/core/report/rows';
import { at, DAY, gate, globex, randomOf, scored, START } from './fixtures';

const noPause = async () => {};
const period = (days: number) => ({ since: START, until: new Date(START.getTime() + days * DAY) });

function replayed(messages: LoggedScore[], settings: GateSettings = gate, days = 14) {
	const replay = replayer(settings, period(days), 'UTC');
	replay.add(messages);
	return replay.result();
}

const ben = { name: 'Ben', email: 'Ben@team.example' };

describe('a replay', () => {
	it('counts an alert once while it is open, again when it got worse, and anew after seven quiet days', () => {
		const replay = replayed([
			scored({ receivedAt: at(0), score: 66 }),
			scored({ receivedAt: at(1), score: 70 }), // joins
			scored({ receivedAt: at(2), score: 76 }), // 10 above 66: again
			scored({ receivedAt: at(10), score: 66 }), // 8 quiet days later: anew
		]);
		expect(replay.desks).toHaveLength(1);
		expect(replay.desks[0]).toMatchObject({ owner: 'Ana', opened: 2, again: 1 });
		expect([...(replay.desks[0]?.byDay ?? [])]).toEqual([
			['2026-03-02', 1],
			['2026-03-04', 1],
			['2026-03-12', 1],
		]);
		expect(replay.routes).toEqual({ alert: 4, review: 0, digest: 0 });
	});

	it('counts a manager without alerts, and alerts without an owner for nobody', () => {
		const replay = replayed([
			scored({ score: 20, account: { ...globex, id: 'hooli', owner: ben } }),
			scored({ score: 90, account: { ...globex, id: 'acme', owner: undefined } }),
			scored({ score: 90 }),
			scored({ score: 90, account: { status: 'unmatched' } }),
			scored({ score: 20, receivedAt: at(7) }),
		]);
		const load = loadOf(replay.desks, replay.workingDays);
		expect(load).toEqual({
			managers: 2,
			workingDays: 10,
			average: 1 / 2 / 10,
			busiest: 0.1,
			withoutOwner: 2,
		});
	});

	it('counts a manager of whom only the Slack ID is known', () => {
		const owner = { slackId: 'U0CLEO' };
		const replay = replayed([scored({ score: 90, account: { ...globex, owner } })]);
		expect(replay.desks).toMatchObject([{ owner: 'U0CLEO', opened: 1 }]);
		expect(loadOf(replay.desks, replay.workingDays)).toMatchObject({
			managers: 1,
			withoutOwner: 0,
		});
	});

	it('names what goes elsewhere, by account, with the reason of the gate', () => {
		const rules: GateRule[] = [{ name: 'Paying', minScore: 75, mrrAtLeast: 1000 }];
		const replay = replayed(
			[
				scored({ score: 70 }),
				scored({ score: 60, account: { ...globex, id: 'small', mrr: 100 } }),
				scored({ score: 78, account: { ...globex, id: 'big' }, route: 'digest' }),
			],
			{ ...gate, rules },
		);
		expect(replay).toMatchObject({ newlyAlerting: 1, noLongerAlerting: 1 });
		expect(replay.accounts.map(({ account, because }) => [account?.id, because])).toEqual([
			['globex', 'Score 70 is below 75, the lowest score of any rule'],
			['big', 'Paying: score 78 is at least 75 and MRR $2,400 is at least $1,000'],
		]);
	});

	it('decides each message as the gate itself does', () => {
		const random = randomOf(7);
		const messages = year(random, 600);
		const routes = { alert: 0, review: 0, digest: 0 };
		for (const { ticketKey, score, flags, account, receivedAt } of messages) {
			routes[evaluateGate({ ticketKey, score, flags, account }, gate, receivedAt).route] += 1;
		}
		expect(replayed(messages, gate, 365).routes).toEqual(routes);
		expect(routes.alert).toBeGreaterThan(50);
	});

	it('with the rules that decided changes nothing', () => {
		const replay = replayed(year(randomOf(3), 500), gate, 365);
		expect(replay).toMatchObject({ newlyAlerting: 0, noLongerAlerting: 0 });
		expect(replay.desks).toEqual(replay.happened);
	});

	it('knows earlier frustrated tickets of the account, and nothing of those to come', () => {
		const rules: GateRule[] = [{ name: 'Again', minScore: 65, frustratedTickets: 1 }];
		const replay = replayed(
			[
				scored({ score: 70, receivedAt: at(0) }),
				scored({ score: 70, receivedAt: at(1), account: { ...globex, id: 'other' } }),
				scored({ score: 70, receivedAt: at(29) }),
				scored({ score: 70, receivedAt: at(61) }),
			],
			{ ...gate, rules },
			70,
		);
		expect(replay.routes).toEqual({ alert: 1, review: 0, digest: 3 });
	});

	it('counts no days in gaps of more than a week, between what was fetched and what came', () => {
		const messages = [0, 1, 10, 18, 30].map((day) => scored({ receivedAt: at(day) }));
		const replay = replayed(messages, gate, 35);
		// Gaps are the eight days after the second message and the eleven before the last; the seven between are none.
		expect([replay.days.length, replay.silentDays]).toEqual([35, 8 + 11]);
		// Mon, Tue; Thu 12 to Fri 20 March; Wed 1 to Fri 3 April.
		expect(replay.workingDays).toBe(2 + 7 + 3);
		expect(replayed(messages.slice(0, 2), gate, 9)).toMatchObject({ silentDays: 0 });
		expect(replayed(messages.slice(0, 2), gate, 10)).toMatchObject({ silentDays: 8 });
	});

	it('counts days where the people are', () => {
		const replay = replayer(gate, period(2), 'Pacific/Auckland');
		replay.add([scored({ score: 90, receivedAt: new Date('2026-03-02T12:00:00.000Z') })]);
		expect([...(replay.result().desks[0]?.byDay.keys() ?? [])]).toEqual(['2026-03-03']);
	});
});

/** A year of messages of 60 accounts and three managers. */
function year(random: () => number, count: number): LoggedScore[] {
	const owners = ['Ana', 'Ben', 'Cem'].map((name) => ({ name, email: `${name}@team.example` }));
	return Array.from({ length: count }, (_, index) => {
		const account = Math.floor(random() * 60);
		const mrr = account % 5 === 0 ? undefined : 200 + account * 60;
		const renewal = new Date(START.getTime() + (account % 12) * 31 * DAY)
			.toISOString()
			.slice(0, 10);
		return scored({
			receivedAt: new Date(START.getTime() + Math.floor((index / count) * 365 * DAY)),
			score: random() < 0.03 ? undefined : Math.floor(random() * 100),
			flags: random() < 0.05 ? ['truncated'] : [],
			account:
				random() < 0.1
					? { status: 'unmatched' }
					: { ...globex, id: `a${account}`, mrr, renewalDate: renewal, owner: owners[account % 3] },
			requesterEmail: `p${account}@x.example`,
		});
	});
}

describe('what is tried fast', () => {
	const cases: GateRule[][] = [
		[...gate.rules],
		[{ minScore: 70, mrrMoreThan: 2000 }, { minScore: 85 }],
		[{ minScore: 55, mrrAtLeast: 1234, renewalWithinDays: 90 }],
	];
	it.each(cases)('brings what a replay of the same thresholds brings', (...rules) => {
		const settings = { ...gate, rules: rules.filter((rule) => typeof rule === 'object') };
		const messages = year(randomOf(11), 2000);
		const { candidates } = replayed(messages, settings, 365);
		for (const [minScore, floor] of [
			[undefined, undefined],
			[75, 3],
			[60, 0],
		] as const) {
			const thresholds = candidates.rules.map(({ own, floors }) => ({
				minScore: minScore ?? own.minScore,
				floor: floors.length === 0 ? 0 : (floor ?? own.floor),
			}));
			const same = candidates.rules.map(({ rule, floors }, index) => {
				const place = thresholds[index];
				return withThresholds(rule, place?.minScore ?? 0, floors[place?.floor ?? 0]);
			});
			const replay = replayed(messages, { ...settings, rules: same }, 365);
			const total = replay.desks.reduce((sum, desk) => sum + alertsOn(desk), 0);
			expect(candidates.try(thresholds).total).toBe(total);
		}
	});
});

describe('a suggestion', () => {
	/**
	 * Forty working days, two managers; each day brings each of them five alerts from scores of 70 on at MRR 1,000, and
	 * many more below either: an alert each, since no account comes twice within a week.
	 */
	function planted(): LoggedScore[] {
		const messages: LoggedScore[] = [];
		const random = randomOf(5);
		for (let day = 0; day < 56; day += 1) {
			if (day % 7 > 4) continue;
			for (const owner of ['Ana', 'Ben']) {
				for (let index = 0; index < 25; index += 1) {
					const isAbove = index < 5;
					const isRich = isAbove || index >= 15;
					const score =
						isAbove || !isRich ? 70 + Math.floor(random() * 10) : 60 + Math.floor(random() * 10);
					messages.push(
						scored({
							receivedAt: at(day, 8 + index / 10),
							score,
							account: {
								...globex,
								id: `${owner}-${day}-${index}`,
								mrr: isRich ? 1000 + index * 10 : 800,
								owner: { name: owner, email: `${owner}@team.example` },
							},
						}),
					);
				}
			}
		}
		return messages;
	}
	const loose: GateSettings = {
		...gate,
		rules: [{ name: 'Paying', minScore: 50, mrrAtLeast: 500 }],
	};

	it('finds the thresholds that were planted', async () => {
		const { candidates, workingDays } = replayed(planted(), loose, 56);
		expect(workingDays).toBe(40);
		const found = await suggest(candidates, { from: 4, to: 6 }, workingDays, noPause);
		expect(found).toMatchObject({
			kind: 'move',
			rules: [{ name: 'Paying', minScore: 70, mrrAtLeast: 1000 }],
			best: { average: 5, busiest: 5, alerts: 400, distance: 0 },
			current: { average: 25, busiest: 25 },
		});
	});

	it('leaves rules as they are that fit', async () => {
		const { candidates } = replayed(planted(), loose, 56);
		const found = await suggest(candidates, { from: 20, to: 30 }, 40, noPause);
		expect(found.kind).toBe('fits');
	});

	it('loosens rules that bring too little', async () => {
		const tight = { ...loose, rules: [{ ...loose.rules[0], minScore: 95 }] };
		const { candidates } = replayed(planted(), tight, 56);
		const found = await suggest(candidates, { from: 14, to: 16 }, 40, noPause);
		expect(found).toMatchObject({ kind: 'move', rules: [{ minScore: 70, mrrAtLeast: 500 }] });
	});

	it('says nothing where nobody owns an account, and of a few days', async () => {
		const { candidates } = replayed([scored({ account: undefined })]);
		expect(await suggest(candidates, { from: 3, to: 8 }, 40, noPause)).toMatchObject({
			kind: 'none',
		});
		const { candidates: owned } = replayed([scored()]);
		expect(await suggest(owned, { from: 3, to: 8 }, 4, noPause)).toMatchObject({
			kind: 'none',
			because: expect.stringContaining('4 working days') as string,
		});
	});
});

describe('the report', () => {
	const reportOf = async (messages: LoggedScore[], settings: GateSettings = gate) =>
		await backtestReport(
			replayed(messages, settings),
			period(14),
			{
				gate: settings,
				rulesName: 'current rules',
				rulesNotes: [],
				rescoring: { kind: 'off' } as const,
				capacity: { from: 3, to: 8 },
			},
			noPause,
		);

	it('of an empty log says so', async () => {
		const report = await reportOf([]);
		expect(report.lead).toBe(
			'The log has no decided messages in this period, so there is nothing to replay.',
		);
		expect(report.figures).toMatchObject({ messages: 0, managers: [], newlyAlerting: 0 });
	});

	it('of one message has its figures', async () => {
		const report = await reportOf([scored({ score: 90 })]);
		expect(report.lead).toContain('1 message would have made 1 alert, and 1 as they were decided.');
		expect(report.figures).toMatchObject({
			messages: 1,
			load: { managers: 1, average: 1, busiest: 1 },
			managers: [{ owner: 'Ana', alerts: 1, again: 0, byDay: { '2026-03-02': 1 } }],
		});
		expect(report.notes).toContain(
			'13 days in stretches of more than a week without any message look like gaps in the log and count for no average.',
		);
	});

	it('says that scores are of several versions, that messages were fetched, and what goes to Review', async () => {
		const { notes, sections } = await reportOf([
			scored({ version: 'v1' }),
			scored({ version: 'v1' }),
			scored({ version: 'v2', isBackfill: true }),
			scored({ score: undefined }),
		]);
		const versions = sections.find(({ title }) => title === 'What scored the messages');
		expect(versions?.lines?.[0]).toContain('of 2 versions of the word list, prompt or model');
		expect(versions?.table?.rows).toEqual([
			['A chat model', 'v1', '2'],
			['A chat model', 'v2', '1'],
		]);
		expect(notes.join('\n')).toContain('1 message came from months back');
		expect(notes.join('\n')).toContain('1 message had no score and went to Review');
	});

	it('says what rules cannot know of months back, where a rule asks for it', async () => {
		const rules = [{ minScore: 50, frustratedTickets: 2, noReplyDays: 2 }];
		const said = async (isBackfill: boolean, settings: GateSettings) =>
			(await reportOf([scored({ isBackfill })], settings)).notes.join('\n');
		const [earlier, waits] = [
			'Tickets from months back do not count as earlier frustrated tickets',
			'and not of tickets from months back, and kept since this version',
		];
		expect(await said(true, { ...gate, rules })).toContain(earlier);
		expect(await said(true, { ...gate, rules })).toContain(waits);
		expect(await said(false, { ...gate, rules })).not.toContain(earlier);
		expect(await said(true, gate)).not.toContain(earlier);
	});
});

describe('rules given in words', () => {
	it('are read from JSON, with or without the policies of the gate', () => {
		const rules = [{ name: 'Critical', minScore: 80 }];
		expect(readSettings(rules)).toEqual({ ...gate, rules });
		expect(readSettings({ rules, unknownFacts: 'otherRules' })).toEqual({
			...gate,
			rules,
			unknownFacts: 'otherRules',
		});
	});

	it.each([
		[undefined],
		['x'],
		[{}],
		[[{ name: 'x' }]],
		[[{ minScore: '80' }]],
		[[{ minScore: 80, mrrAtLeast: '5' }]],
		[[{ minScore: 80, topics: [5] }]],
		[[{ minScore: 80, events: [{}] }]],
		[[{ minScore: 80, accountFields: [null] }]],
		[[{ minScore: 80, accountFields: [{ field: 3, values: ['x'] }] }]],
		[[{ minScore: 80, accountFields: [{ field: 'plan', values: null }] }]],
		[{ rules: [{ minScore: 80 }], incident: null }],
	])('are refused when they are %j', (value) => {
		expect(() => readSettings(value)).toThrow('The rules must be a list such as');
	});

	it('are changed by name, whatever its letters', () => {
		const changed = changeRules(gate, [
			{ rule: 'frustrated PAYING account', minScore: 75 },
			{ rule: 'frustrated-paying-account', mrr: 1500 },
		]);
		expect(changed.rules[0]).toEqual({
			name: 'Frustrated paying account',
			minScore: 75,
			mrrAtLeast: 1500,
		});
		expect(changed.rules.slice(1)).toEqual(gate.rules.slice(1));
	});

	it('are not changed where there is no such rule, or no MRR to change', () => {
		expect(() => changeRules(gate, [{ rule: 'Nothing', minScore: 75 }])).toThrow(
			'there is no rule "Nothing". The rules are "Frustrated paying account", "Critical ticket", "Renewal is near"',
		);
		expect(() => changeRules(gate, [{ rule: 'Critical ticket', mrr: 75 }])).toThrow(
			'asks for no MRR',
		);
		expect(() => changeRules(gate, [{ rule: 'Critical ticket', minScore: 175 }])).toThrow(
			'Minimum Score must be a number from 0 to 100',
		);
	});
});
