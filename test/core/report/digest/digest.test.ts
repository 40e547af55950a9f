import { describe, expect, it } from 'vitest';

import type { Account } from '../../../../nodes/core/item/types';
import { readDigest } from '../../../../nodes/core/item/deliveryReaders';
import { digestFigures } from '../../../../nodes/core/report/digest/digestFigures';
import {
	leadDigest,
	ownerDigest,
	queuedDigests,
	USUAL_CAPACITY,
} from '../../../../nodes/core/report/digest/digestReport';
import { renderReport } from '../../../../nodes/core/report/render';
import { alerted, at, DAY, gate, globex, randomOf, scored, START } from '../fixtures';
import { textsOf } from '../../../support/messages.ts';
import { blockProblems, hasSlackSchema } from '../../../support/slackSchema.ts';
import { logOf, rowOf, standingAt, WEEK, type Logged } from './rig';

const SETTINGS = { timeZone: 'UTC', forEachOwner: true };
const figuresOf = async (logged: Logged) => await digestFigures(logOf(logged), WEEK, SETTINGS);
const reportOf = async (logged: Logged) =>
	leadDigest(await figuresOf(logged), WEEK, USUAL_CAPACITY);
const sectionOf = async (logged: Logged, title: string) =>
	(await reportOf(logged)).sections.find((section) => section.title === title);

const ana = globex.owner;
const bob = { name: 'Bob', email: 'bob@team.example' };
const accountOf = (id: string, owner: Account['owner'] = ana): Account => ({
	...globex,
	id,
	name: id,
	owner,
});
/** Messages of an account with these scores, one a day from that day on. */
const messagesOf = (account: Account, from: number, ...scores: number[]) =>
	scores.map((score, index) => scored({ account, score, receivedAt: at(from + index) }));

describe('accounts by rising frustration', () => {
	it('are ranked by what few messages can say, by hand', async () => {
		const { rising } = await figuresOf({
			scores: [
				// All accounts before: 30 on average (2 × 20 and 2 × 40).
				...messagesOf(accountOf('steady'), -20, 40, 40),
				...messagesOf(accountOf('turned'), -20, 20, 20),
				...messagesOf(accountOf('steady'), 0, 40, 40),
				// Expected 26 = (40 + 3 × 30) / 5; now 53 = (240 + 3 × 26) / 6: 27 more.
				...messagesOf(accountOf('turned'), 0, 80, 80, 80),
				// New: expected 30, now 45 = (90 + 90) / 4: 15 more.
				...messagesOf(accountOf('new'), 1, 90),
			],
		});
		expect(rising).toEqual([
			expect.objectContaining({ now: 80, before: 20, rise: 27, messages: 3, contacts: 1 }),
			expect.objectContaining({ now: 90, rise: 15, messages: 1 }),
		]);
		expect(rising.map(({ account }) => account.id)).toEqual(['turned', 'new']);
		expect(rising[1]).not.toHaveProperty('before');
	});

	it('pool all contacts, months back included, and leave out whom nobody knows', async () => {
		const { rising } = await figuresOf({
			scores: [
				...messagesOf(accountOf('calm'), -9, 10, 10, 10),
				...['a@x.example', 'b@x.example', 'a@x.example'].map((requesterEmail, day) =>
					scored({
						...{ account: accountOf('loud'), score: 70, receivedAt: at(day), requesterEmail },
						isBackfill: day === 2,
					}),
				),
				scored({ account: { status: 'unmatched' }, score: 99, receivedAt: at(1) }),
			],
		});
		expect(rising).toHaveLength(1);
		expect(rising[0]).toMatchObject({ messages: 3, contacts: 2 });
	});

	it('are found in a month of noise: those that were planted, and no other of the first ones', async () => {
		const random = randomOf(7);
		const one = scored();
		const scores = Array.from({ length: 200 }, (_, number) => {
			const account = accountOf(`account ${number}`);
			const usual = 20 + 30 * random();
			const isPlanted = number % 40 === 0;
			return Array.from({ length: 25 }, (__, index) => {
				const day = -28 + Math.floor(random() * 35);
				const rise = isPlanted && day >= 0 ? 40 : 0;
				const score = Math.round(Math.min(100, Math.max(0, usual + rise + 30 * (random() - 0.5))));
				return { ...one, id: `${number}-${index}`, account, score, receivedAt: at(day) };
			});
		}).flat();
		const { rising, topics } = await figuresOf({ scores });
		const first = rising.slice(0, 5).map(({ account }) => account.id);
		expect(first.sort()).toEqual([
			'account 0',
			'account 120',
			'account 160',
			'account 40',
			'account 80',
		]);
		const inWeek = scores.filter(({ receivedAt }) => receivedAt >= START).length;
		expect(topics).toEqual([expect.objectContaining({ topic: 'Export', messages: inWeek })]);
	});
});

describe('topics', () => {
	it('stand beside as many days of the weeks before', async () => {
		const ofTopic = (topic: string, ...days: number[]) =>
			days.map((day) => scored({ topic, score: 50, receivedAt: at(day) }));
		const { topics } = await figuresOf({
			scores: [
				// Two weeks of history: 6 before are 3 a week.
				...ofTopic('Export', -14, -13, -12, -3, -2, -1),
				...ofTopic('Billing', 0, 1, 2, 3),
				...ofTopic('Export', 0, 1),
				...ofTopic('Gone', -5),
			],
		});
		expect(topics).toEqual([
			{ topic: 'Billing', messages: 4, score: 50, before: 0 },
			{ topic: 'Export', messages: 2, score: 50, before: expect.closeTo(3.08, 1) as number },
		]);
	});

	it('of one owner stand beside the same days as those of all', async () => {
		const before = [-28, -3, -2, -1].map((day, index) =>
			scored({ account: accountOf('a', index === 0 ? ana : bob), score: 50, receivedAt: at(day) }),
		);
		const now = scored({ account: accountOf('b', bob), score: 50, receivedAt: at(1) });
		const { owners } = await figuresOf({ scores: [...before, now] });
		// Three in four weeks, and not in three days.
		const his = owners.find(({ owner }) => owner.name === 'Bob');
		expect(his?.topics).toEqual([
			expect.objectContaining({ messages: 1, before: expect.closeTo(0.76, 2) as number }),
		]);
	});

	it('have no change where the log is younger than a week', async () => {
		const { topics } = await figuresOf({
			scores: [scored({ receivedAt: at(-3) }), scored({ receivedAt: at(1) })],
		});
		expect(topics).toEqual([{ topic: 'Export', messages: 1, score: 40 }]);
	});
});

describe('near misses', () => {
	const quiet = (score: number, over: Parameters<typeof scored>[0] = {}) =>
		scored({ score, receivedAt: at(2), route: 'digest', ...over });

	it('would have alerted at a score that the gate’s own rules say, the nearest first', async () => {
		const [poor, near, nearer, far] = [
			// MRR below 1,000: only "score 80" could make it alert.
			quiet(72, { account: { ...globex, mrr: 100 } }),
			quiet(58),
			quiet(62),
			quiet(54),
		];
		const renews = quiet(45, { account: { ...globex, renewalDate: '2026-03-20' } });
		const { near: found, nearCount } = await figuresOf({
			scores: [poor, near, nearer, far, renews].filter((one) => one !== undefined),
			texts: [
				{
					...{ id: nearer?.id ?? '', ticketKey: '', receivedAt: at(2) },
					...{ subject: 'So slow', url: 'https://acme.example/1' },
				},
			],
		});
		expect(found.map(({ message, alertsAt }) => [message.score, alertsAt])).toEqual([
			[62, 65],
			[45, 50],
			[58, 65],
			[72, 80],
		]);
		expect(found[0]).toMatchObject({ subject: 'So slow', url: 'https://acme.example/1' });
		expect(nearCount).toBe(4);
	});

	it('would have alerted where a rule asks for a label, too, whatever score it asks for', async () => {
		const rule = { name: 'Frustrated', minScore: 0, labelAtLeast: 'Frustrated' } as const;
		const { near } = await figuresOf({
			scores: [quiet(60), quiet(40)],
			settings: { ...gate, rules: [rule, { ...rule, name: 'Late', minScore: 90 }] },
		});
		expect(near.map(({ message, alertsAt }) => [message.score, alertsAt])).toEqual([[60, 65]]);
	});

	it('would have alerted where a rule asks for days without an answer, by how long its customer had waited', async () => {
		const { near } = await figuresOf({
			scores: [quiet(55, { waitedDays: 3 }), quiet(58, { waitedDays: 1 }), quiet(59)],
			settings: { ...gate, rules: [{ name: 'Left waiting', minScore: 60, noReplyDays: 2 }] },
		});
		expect(near.map(({ message, alertsAt }) => [message.score, alertsAt])).toEqual([[55, 60]]);
	});

	it('are none where it alerted, went to Review, came from months back or before, or its gate is not known', async () => {
		const figures = await figuresOf({
			scores: [
				quiet(62, { route: 'alert' }),
				quiet(62, { route: 'review' }),
				quiet(62, { isBackfill: true }),
				quiet(62, { receivedAt: at(-1) }),
				quiet(62, { flags: ['language-not-covered:zh'] }),
			],
		});
		expect(figures).toMatchObject({ nearCount: 0, isGateKnown: true });
		const unknown = await figuresOf({ scores: [quiet(62, { config: 'other' })] });
		expect(unknown).toMatchObject({ nearCount: 0, isGateKnown: false });
		const { notes } = leadDigest(unknown, WEEK, USUAL_CAPACITY);
		expect(notes.join(' ')).toContain('near misses are missing');
	});

	it('are cut, and counted', async () => {
		const section = await sectionOf(
			{ scores: Array.from({ length: 130 }, () => quiet(61)) },
			'Near misses',
		);
		expect(section?.table).toMatchObject({ more: 110 });
		expect(section?.table?.rows).toHaveLength(20);
	});
});

describe('alerts of a digest', () => {
	it('tell by nearest rank how long they took, and how many were escalated', async () => {
		const minutes = Array.from({ length: 20 }, (_, index) => index + 1);
		const alerts = minutes.map((minute) =>
			alerted({
				ticketAt: at(1),
				openedAt: at(1),
				deliveredAt: new Date(at(1).getTime() + minute * 60_000),
				...(minute % 5 === 0 && { escalatedAt: at(2) }),
			}),
		);
		const figures = await figuresOf({
			alerts: [...alerts, alerted({ openedAt: at(2), deliveredAt: undefined })],
		});
		expect(figures.alerts).toMatchObject({
			...{ opened: 21, delivered: 20, escalated: 4 },
			timeToAlert: { p50: 600_000, p95: 1_140_000, max: 1_200_000 },
		});
		const report = leadDigest(figures, WEEK, USUAL_CAPACITY);
		expect(report.sections.find(({ title }) => title === 'From ticket to alert')?.lines).toEqual([
			'Half of the alerts arrived within 10 minutes of what the customer wrote, 95 of 100 within 19 minutes, the slowest after 20 minutes.',
			'1 alert opened and not delivered.',
			'Escalated to a manager: 4 of 20, 20 % (8–42 %).',
		]);
	});

	it('that have not ended are open, acknowledged, snoozed, and overdue where somebody should have answered', async () => {
		const now = WEEK.until.getTime();
		const hoursAgo = (hours: number) => new Date(now - hours * 3_600_000);
		const figures = await figuresOf({
			standing: [
				standingAt(hoursAgo(30), { accountName: 'Old' }),
				standingAt(hoursAgo(2), { accountName: 'Reminded', isReminded: true }),
				standingAt(hoursAgo(1), { accountName: 'Fresh' }),
				standingAt(hoursAgo(90), { state: 'acknowledged' }),
				standingAt(hoursAgo(90), { state: 'snoozed' }),
			],
		});
		expect(figures.alerts).toMatchObject({
			standing: { open: 3, acknowledged: 1, snoozed: 1 },
			overdue: 2,
		});
		const report = leadDigest(figures, WEEK, USUAL_CAPACITY);
		expect(report.lead).toContain('3 alerts without an answer, 2 of them overdue.');
		expect(report.sections[0]).toMatchObject({
			title: 'Alerts that have not ended',
			table: {
				rows: [
					['Old', 'Ana', '70', '30 hours', 'for over a day'],
					['Reminded', 'Ana', '70', '2 hours', 'reminded'],
					['Fresh', 'Ana', '70', '1 hour', ''],
				],
			},
		});
	});

	it('show owners with too many, and those with none', async () => {
		const scores = [
			scored({ account: accountOf('a'), receivedAt: at(0) }),
			scored({ account: accountOf('b', bob), receivedAt: at(0) }),
		];
		const alerts = Array.from({ length: 45 }, () => alerted({ openedAt: at(1) }));
		const section = await sectionOf({ scores, alerts }, 'Alerts by owner');
		expect(section?.lines).toEqual([
			'More than 8 a working day: Ana.',
			'No alert, though messages of their accounts came: Bob.',
		]);
		expect(section?.table?.rows).toEqual([
			['Ana', '45', '9', '45 on 3 Mar 2026'],
			['Bob', '0', '0', ''],
		]);
	});
});

describe('what a person has to look at', () => {
	it('begins with what nobody was told of, then what failed, then what waits', async () => {
		const late = new Date(WEEK.until.getTime() - 2 * 3_600_000).toISOString();
		const justNow = new Date(WEEK.until.getTime() - 60_000).toISOString();
		const rows = [
			rowOf({ state: 'received', attempts: 3, reason: 'OpenAI is down', receivedAt: late }),
			rowOf({ state: 'received', receivedAt: justNow }),
			rowOf({ state: 'failed', reason: 'Sentiment Score: no text' }),
			rowOf({
				state: 'alerting',
				delivery: { state: 'undelivered', error: 'channel_not_found' },
			}),
			rowOf({ state: 'alerting', reason: 'Score 85', delivery: { state: 'due' } }),
		];
		const report = await reportOf({ rows, states: { received: 2, failed: 1, alerting: 2 } });
		expect(report.lead).toBe(
			'Look at these first: 1 alert not delivered, 1 message failed and 2 messages unfinished.',
		);
		expect(report.sections[0]?.table?.rows.map(([what, , why]) => [what, why])).toEqual([
			['Not delivered', 'channel_not_found'],
			['Failed', 'Sentiment Score: no text'],
			['Not yet decided after 3 attempts', 'OpenAI is down'],
			['Not yet delivered', ''],
		]);
	});

	it('is Review, the highest scores first, without what somebody looked at, and what waits from before', async () => {
		const rows = [
			rowOf({ score: 70, reason: 'No account' }),
			rowOf({ score: 90, subject: 'Hot' }),
			rowOf({ score: 95, reviewedAt: at(4).toISOString() }),
		];
		const section = await sectionOf({ rows, reviewBefore: 3 }, 'To review');
		expect(section?.lines).toEqual(['3 messages from before this period still wait in Review.']);
		expect(section?.table?.rows.map(([, score, why]) => [score, why])).toEqual([
			['90 Critical', ''],
			['70 Frustrated', 'No account'],
		]);
	});

	it('knows why messages failed and were skipped, most first, however many reasons there are', async () => {
		const section = await sectionOf(
			{
				rows: [
					...Array.from({ length: 3 }, () => rowOf({ state: 'skipped', reason: 'Agent' })),
					rowOf({ state: 'failed', reason: 'Agent' }),
					...Array.from({ length: 600 }, (_, index) =>
						rowOf({ state: 'skipped', reason: `Reason ${index}` }),
					),
				],
			},
			'Failed and skipped, by reason',
		);
		expect(section?.table?.rows.slice(0, 2)).toEqual([
			['Agent', 'skipped', '3'],
			['Agent', 'failed', '1'],
		]);
		expect(section?.table?.more).toBe(480);
		expect(section?.lines).toEqual(['102 messages had yet other reasons.']);
	});
});

describe('a digest', () => {
	it('says so when nothing came, and when all went well', async () => {
		const empty = await reportOf({});
		expect(empty).toMatchObject({
			title: 'Support frustration, week to 9 Mar 2026: 0 alerts in 0 tickets',
			lead: 'No tickets came in during this period.',
			sections: [],
		});
		const { email, slack, html } = await renderReport(empty);
		expect(email.text).toContain('No tickets came in during this period.');
		expect(slack.blocks.length).toBeGreaterThan(1);
		expect(html).toContain('No tickets came in');
		const quiet = await reportOf({ states: { monitored: 1084, unattached: 3 }, tickets: 900 });
		expect(quiet.lead).toBe(
			'Every message was decided, and every alert delivered. Messages: 3 to review and 1,084 quiet.',
		);
	});

	it.each([
		[1, 'day to 9 Mar 2026'],
		[7, 'week to 9 Mar 2026'],
		[30, '30 days to 9 Mar 2026'],
	])('names its period of %i days', async (days, words) => {
		const period = { ...WEEK, since: new Date(WEEK.until.getTime() - days * DAY) };
		const figures = await digestFigures(logOf({}), period, SETTINGS);
		expect(leadDigest(figures, period, USUAL_CAPACITY).title).toContain(words);
	});

	it('of an owner holds their accounts and alerts alone', async () => {
		const [a, b] = [accountOf('Hers'), accountOf('His', bob)];
		const logged = {
			scores: [
				...messagesOf(a, 0, 80, 80),
				...messagesOf(b, 0, 85, 85),
				...messagesOf(a, -9, 10, 10, 10),
			],
			alerts: [
				alerted({ openedAt: at(1) }),
				alerted({ openedAt: at(1), owner: bob }),
				alerted({ openedAt: at(2), owner: bob }),
			],
			standing: [standingAt(at(6), { owner: bob, accountName: 'His' })],
			rows: [rowOf({ state: 'failed' })],
		};
		const { owners } = await figuresOf(logged);
		expect(owners.map(({ owner }) => owner.name)).toEqual(['Ana', 'Bob']);
		const [hers, his] = owners.map((one) => ownerDigest(one, WEEK));
		expect(hers?.title).toBe('Accounts of Ana, week to 9 Mar 2026: 1 alert');
		expect(hers?.lead).toBe('2 messages came in; frustration rose in 1 account.');
		expect(his?.title).toBe('Accounts of Bob, week to 9 Mar 2026: 2 alerts');
		expect(JSON.stringify(hers)).not.toMatch(/His|Bob|Subject/);
		expect(JSON.stringify(his)).not.toMatch(/Hers|Ana|Subject/);
		const alone = await digestFigures(logOf(logged), WEEK, { ...SETTINGS, forEachOwner: false });
		expect(alone.owners).toEqual([]);
	});

	it('has the working days on which the log was there, without those of a backfill', async () => {
		const old = scored({ receivedAt: at(-20), isBackfill: true });
		const thursday = [scored({ receivedAt: at(3) }), scored({ receivedAt: at(4) })];
		const workingDays = async (scores: Logged['scores']) =>
			(await figuresOf({ scores })).workingDays;
		expect(await workingDays([old, ...thursday])).toBe(2);
		expect(await workingDays([scored({ receivedAt: at(-20) }), ...thursday])).toBe(5);
	});

	it('goes to an owner of whom only the Slack ID is known, too', async () => {
		const cleo = { slackId: 'U0CLEO' };
		const figures = await figuresOf({ scores: messagesOf(accountOf('hers', cleo), 0, 80, 80, 80) });
		const queued = queuedDigests(figures, WEEK, USUAL_CAPACITY);
		expect(queued.map(({ owner }) => owner)).toEqual([undefined, cleo]);
		expect(figures.owners[0]).toMatchObject({ owner: cleo, topics: [{ messages: 3 }] });
		expect(figures.desks).toMatchObject([{ owner: 'U0CLEO' }]);
	});

	it('survives the way through the log, the lead’s and that of an owner', async () => {
		const figures = await figuresOf({
			scores: messagesOf(accountOf('Loud'), 0, 62, 62, 90),
			rows: [rowOf({ score: 70 })],
			states: { monitored: 2, unattached: 1 },
		});
		const digests = queuedDigests(figures, WEEK, USUAL_CAPACITY);
		expect(digests).toMatchObject([
			{ counts: { monitored: 2, unattached: 1 } },
			{ title: 'Accounts of Ana, week to 9 Mar 2026: 0 alerts', owner: ana },
		]);
		expect(digests[0]).not.toHaveProperty('owner');
		expect(digests[0]?.sections.length).toBeGreaterThan(3);
		for (const digest of digests) {
			expect(readDigest(JSON.parse(JSON.stringify({ digest })))).toEqual(digest);
		}
	});

	it('goes to no owner of whom there is nothing to tell, nor to one without an address', async () => {
		const gone = { name: 'Nobody can reach' };
		const figures = await figuresOf({
			scores: [
				...messagesOf(accountOf('Hers'), 0, 20),
				// Only from the weeks before.
				...messagesOf(accountOf('His', bob), -9, 90, 90),
				...messagesOf(accountOf('Theirs', gone), 0, 90),
			],
		});
		expect(figures.owners).toHaveLength(3);
		const [, ...owners] = queuedDigests(figures, WEEK, USUAL_CAPACITY);
		expect(owners.map(({ owner }) => owner)).toEqual([ana]);
		const silent = await figuresOf({
			standing: [standingAt(at(-20), { owner: bob })],
		});
		const [, his] = queuedDigests(silent, WEEK, USUAL_CAPACITY);
		expect(his).toMatchObject({ owner: bob, lead: expect.stringContaining('1 alert without') });
	});

	it('of an owner goes where the newest message knows them', async () => {
		const moved = { ...ana, slackId: 'U0NEW0001' };
		const { owners } = await figuresOf({
			scores: [
				...messagesOf(accountOf('A', ana), -9, 10),
				...messagesOf(accountOf('B', moved), 0, 10),
			],
			alerts: [alerted({ openedAt: at(1), owner: ana })],
			standing: [standingAt(at(-20), { owner: ana })],
		});
		expect(owners.map(({ owner }) => owner)).toEqual([moved]);
	});

	it.skipIf(!hasSlackSchema)(
		'is a message that Slack takes, however much there is to tell (needs ../shared)',
		async () => {
			const many = Array.from({ length: 40 }, (_, index) => index);
			const long = 'long name '.repeat(40);
			const report = await reportOf({
				scores: many.flatMap((index) => [
					...messagesOf(accountOf(`calm ${index}`), -9, 10),
					...messagesOf(accountOf(`${long}${index}`), 0, 62, 90),
					scored({ topic: `${long}${index}`, receivedAt: at(2) }),
				]),
				alerts: many.map((index) =>
					alerted({ openedAt: at(1), owner: { name: `${long}${index}` } }),
				),
				standing: many.map((index) => standingAt(at(1), { accountName: `${long}${index}` })),
				rows: many.flatMap((index) =>
					(['failed', 'skipped', 'unattached'] as const).map((state) =>
						rowOf({ state, subject: long, reason: `${index} ${long}` }),
					),
				),
			});
			const { slack, email, html } = await renderReport(report);
			expect(blockProblems()(slack.blocks)).toBe('');
			expect(slack.blocks.length).toBeLessThanOrEqual(50);
			expect(JSON.stringify(slack.blocks).length).toBeLessThanOrEqual(12_000);
			expect(email.text).toMatch(/and \d+ more/);
			expect(html).toMatch(/and 20 more/);
			for (const { title } of report.sections.slice(0, 4)) {
				expect(textsOf(slack.blocks).join('\n')).toContain(title);
			}
		},
		30_000,
	);

	it('is all of it data, too', async () => {
		const { figures } = await reportOf({
			scores: [
				...messagesOf(accountOf('Loud'), 0, 62, 90),
				...messagesOf(accountOf('Calm'), -9, 10, 10),
			],
			alerts: [alerted({ openedAt: at(1), ticketAt: at(1, 8), deliveredAt: at(1, 10) })],
		});
		expect(JSON.parse(JSON.stringify(figures))).toMatchObject({
			rising: [{ accountId: 'Loud', messages: 2 }],
			nearMisses: [{ score: 62, alertsAt: 65 }],
			alerts: { opened: 1, timeToAlert: { max: 7_200_000 } },
			owners: [{ owner: 'Ana', alerts: 1 }],
		});
	});
});
