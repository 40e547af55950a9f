import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { GateDecision } from '../../nodes/core/item/types';
import type { AlertLog } from '../../nodes/log/alertLog';
import { logInUse, openLog } from '../../nodes/log/open';
import { ThresholdGate } from '../../nodes/ThresholdGate/ThresholdGate.node';
import { runNode } from '../support/engine';

const [ALERT, REVIEW, DIGEST] = [0, 1, 2];

const item = (id: string, score: unknown, mrr = 3200) => ({
	ticket: { key: `zendesk:acme:${id}`, subject: `Ticket ${id}` },
	sentiment: { score, label: 'Neutral', topic: 'sync', signals: [] },
	account: { status: 'matched', id: 'acme', name: 'Acme Corp', mrr, currency: 'USD' },
});

const keysOf = (items: Array<{ json: { ticket?: unknown } }> | undefined) =>
	(items ?? []).map(({ json }) => (json.ticket as { key: string }).key);

const userFolder = mkdtempSync(join(tmpdir(), 'cs-alerts-gate-'));
const before = process.env.N8N_USER_FOLDER;

beforeAll(() => {
	process.env.N8N_USER_FOLDER = userFolder;
});

afterAll(async () => {
	await (await openLog()).close();
	if (before === undefined) delete process.env.N8N_USER_FOLDER;
	else process.env.N8N_USER_FOLDER = before;
	rmSync(userFolder, { recursive: true });
});

describe('Threshold Gate', () => {
	it('routes every item of a batch to its output, paired with the item it came from', async () => {
		const { outputs } = await runNode(new ThresholdGate(), [
			[item('1', 10), item('2', 85), { ...item('3', 70), account: { status: 'unmatched' } }],
		]);
		expect(keysOf(outputs[ALERT])).toEqual(['zendesk:acme:2']);
		expect(keysOf(outputs[REVIEW])).toEqual(['zendesk:acme:3']);
		expect(keysOf(outputs[DIGEST])).toEqual(['zendesk:acme:1']);
		expect(outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 1 }],
			[{ item: 2 }],
			[{ item: 0 }],
		]);
	});

	it('adds its key and leaves the input as it was', async () => {
		const input = item('1', 85);
		const before = structuredClone(input);
		const { outputs } = await runNode(new ThresholdGate(), [[input]]);
		expect(input).toEqual(before);
		expect(outputs[ALERT]?.[0]?.json).toEqual({ ...before, gate: expect.any(Object) });
	});

	it('stops on a broken item, naming it', async () => {
		const { error } = await runNode(new ThresholdGate(), [
			[item('1', 10), item('2', 'high'), item('3', 85)],
		]);
		expect(error?.itemIndex).toBe(1);
		expect(error?.message).toContain('sentiment.score must be a number from 0 to 100');
	});

	it('sends a broken item to Review with its ticket when set to continue', async () => {
		const { outputs } = await runNode(
			new ThresholdGate(),
			[[item('1', 10), item('2', 'high'), item('3', 85)]],
			{},
			'continueRegularOutput',
		);
		expect(keysOf(outputs[REVIEW])).toEqual(['zendesk:acme:2']);
		expect(outputs[REVIEW]?.[0]?.json.error).toMatchObject({ node: 'Under Test' });
		expect(keysOf(outputs[ALERT])).toEqual(['zendesk:acme:3']);
		expect(keysOf(outputs[DIGEST])).toEqual(['zendesk:acme:1']);
	});

	it('moves a broken item to the error output, with its ticket, when set so', async () => {
		const { outputs } = await runNode(
			new ThresholdGate(),
			[[item('1', 10), item('2', 'high'), item('3', 85)]],
			{},
			'continueErrorOutput',
		);
		expect(outputs.map(keysOf)).toEqual([
			['zendesk:acme:3'],
			[],
			['zendesk:acme:1'],
			['zendesk:acme:2'],
		]);
	});

	it('sends an item that failed earlier to Review, with the reason', async () => {
		const unscored = { ...item('1', 0), sentiment: undefined };
		const { outputs } = await runNode(new ThresholdGate(), [
			[{ ...unscored, error: { message: 'no text', node: 'Sentiment Score' } }],
		]);
		expect(outputs[REVIEW]?.[0]?.json.gate).toMatchObject({
			route: 'review',
			reason: 'Could not be scored: Sentiment Score: no text',
		});
	});

	it('uses the rows of the chosen preset, as the admin edited them', async () => {
		const { outputs } = await runNode(new ThresholdGate(), [[item('1', 60)]], {
			preset: 'cautious',
			rules_cautious: {
				rule: [{ name: 'Mine', minScore: 60, conditions: {} }],
			},
		});
		expect(outputs[ALERT]?.[0]?.json.gate).toMatchObject({
			rules: [{ id: 'mine', name: 'Mine', text: 'Mine: score 60 is at least 60' }],
		});
	});

	it('reads every condition and every setting of the panel', async () => {
		const { outputs } = await runNode(
			new ThresholdGate(),
			[
				[
					{
						...item('1', 60, 90_000),
						account: {
							status: 'matched',
							id: 'acme',
							mrr: 90_000,
							currency: 'JPY',
							healthScore: 40,
							healthChange: { points: -12, days: 30 },
							segment: 'Enterprise',
						},
					},
				],
			],
			{
				rules_recommended: {
					rule: [
						{
							name: 'All of it',
							minScore: 50,
							conditions: {
								mrrAtLeast: 500,
								mrrMoreThan: 400,
								currency: 'eur',
								healthBelow: 50,
								healthDrop: 10,
								labelAtLeast: 'Neutral',
								topics: 'billing, Sync',
								accountFields: { field: [{ name: 'segment', values: 'Enterprise, VIP' }] },
							},
						},
					],
				},
				currency: 'usd',
				rates: {
					rate: [
						{ currency: 'jpy', worth: 0.0066 },
						{ currency: 'EUR', worth: 1.1 },
					],
				},
				history: 'none',
				worseByPoints: 20,
			},
		);
		const [decision] = decisionsOf(outputs[ALERT]);
		expect(decision?.reason).toBe(
			'All of it: score 60 is at least 50 and MRR ¥90,000 (about €540) is at least €500 and MRR ¥90,000 (about €540) is more than €400 and health 40 is below 50 and health fell 12 points in 30 days, at least 10 and segment is “Enterprise” and label Neutral is at least Neutral and topic is “sync”',
		);
		expect(decision?.worseByPoints).toBe(20);
	});

	it('knows what made the message come in, and how long its customer waited', async () => {
		const waiting = {
			...item('1', 60),
			ticket: {
				key: 'zendesk:acme:1',
				event: 'reply',
				status: 'open',
				createdAt: new Date(Date.now() - 3 * 86_400_000).toISOString(),
			},
		};
		const { outputs } = await runNode(new ThresholdGate(), [[waiting]], {
			rules_recommended: {
				rule: [{ name: '', minScore: 50, conditions: { events: ['reply'], noReplyDays: 3 } }],
			},
			history: 'none',
		});
		expect(decisionsOf(outputs[ALERT])[0]?.reason).toContain('message is a reply and 3 days');
	});

	it('counts the days to the renewal in the time zone it is set to', async () => {
		const { error } = await runNode(new ThresholdGate(), [[item('1', 60)]], {
			timeZone: 'Mars/Olympus',
		});
		expect(error?.message).toContain('Time Zone "Mars/Olympus" is not known');
	});

	it('sends an MRR in a currency without a rate to Review', async () => {
		const yen = {
			status: 'matched',
			id: 'a',
			mrr: 50_000,
			currency: 'JPY',
			renewalDate: '2099-11-01',
		};
		const { outputs } = await runNode(new ThresholdGate(), [[{ ...item('1', 66), account: yen }]], {
			history: 'none',
		});
		expect(decisionsOf(outputs[REVIEW])[0]?.missing).toEqual(['exchange rate from JPY to USD']);
	});

	it('refuses a gate without rules, saying where to add one', async () => {
		const { error } = await runNode(new ThresholdGate(), [[item('1', 60)]], {
			rules_recommended: { rule: [] },
		});
		expect(error?.message).toContain('Add at least one row under Rules');
	});
});

const decisionsOf = (items: Array<{ json: { gate?: unknown } }> | undefined) =>
	(items ?? []).map(({ json }) => json.gate as GateDecision);
const historiesOf = (items: Array<{ json: { gate?: unknown } }> | undefined) =>
	decisionsOf(items).map(({ history }) => ({
		...history,
		openAlert: undefined,
		firstFrustratedTicket: undefined,
	}));
const firstTicketsOf = (items: Array<{ json: { gate?: unknown } }> | undefined) =>
	decisionsOf(items).map(({ history }) => history.firstFrustratedTicket?.key);
const of = (account: string) => ({ account: { status: 'matched', id: account } });

describe('the history of an account', () => {
	it('comes from the log, with the tickets before it in the batch', async () => {
		const log = await openLog();
		const now = new Date();
		const decided = (id: string, account: string, score: number) => ({
			ticket: { key: `zendesk:acme:${id}`, messageId: 'new' },
			sentiment: { score, topic: 'export', signals: [], flags: [] },
			account: { status: 'matched' as const, id: account },
			gate: {
				route: 'digest' as const,
				severity: 'low' as const,
				reason: 'Quiet',
				rules: [],
				missing: [],
				counterfactual: '',
				history: {},
				config: '',
			},
			source: 'w/n',
			workflowId: 'w',
		});
		await log.recordDecisions(
			[decided('8', 'globex', 71), decided('9', 'globex', 90), decided('10', 'globex', 20)],
			now,
		);
		const { outputs, hints } = await runNode(new ThresholdGate(), [
			[
				item('1', 85),
				{ ...item('2', 85), ...of('globex') },
				{ ...item('9', 85), ...of('globex') },
				{ ...item('3', 85), ...of('globex'), ticket: { key: 'zendesk:acme:2' } },
				{ ...item('4', 85), account: { status: 'unmatched' } },
			],
		]);
		expect(historiesOf(outputs[ALERT])).toEqual([
			{ frustratedTickets30Days: 0 },
			{ frustratedTickets30Days: 2 },
			// Ticket 9 is in the log itself: ticket 8 and the one before it count.
			{ frustratedTickets30Days: 2 },
			// Another message of ticket 2: tickets 8 and 9 count.
			{ frustratedTickets30Days: 2 },
			{},
		]);
		expect(firstTicketsOf(outputs[ALERT])).toEqual([
			undefined,
			...Array.from({ length: 3 }, () => expect.stringMatching(/^zendesk:acme:[89]$/) as string),
			undefined,
		]);
		expect(hints).toEqual([]);
	});

	it('leaves out months that were fetched later, in the log and in the batch', async () => {
		const log = await openLog();
		const backfilled = (id: string) => ({ key: `zendesk:acme:${id}`, backfill: true });
		const old = { ...item('20', 95), ...of('initech'), ticket: backfilled('20') };
		await log.recordDecisions(
			[
				{
					ticket: { ...backfilled('21'), messageId: 'new' },
					sentiment: { score: 95, topic: 'export', signals: [], flags: [] },
					account: { status: 'matched', id: 'initech' },
					gate: {
						...{ route: 'alert', severity: 'high', reason: 'Loud', rules: [], missing: [] },
						...{ counterfactual: '', history: {}, config: '' },
					},
					source: 'w/n',
					workflowId: 'w',
				},
			],
			new Date(),
		);
		const { outputs } = await runNode(new ThresholdGate(), [
			[old, { ...item('22', 85), ...of('initech') }],
		]);
		expect(historiesOf(outputs[ALERT])).toEqual([
			{ frustratedTickets30Days: 0 },
			{ frustratedTickets30Days: 0 },
		]);
	});

	it('is unknown when the log cannot be read, which is said: the gate decides all the same', async () => {
		const file = join(userFolder, 'file');
		writeFileSync(file, '');
		process.env.N8N_USER_FOLDER = file;
		try {
			const { outputs, hints, error } = await runNode(new ThresholdGate(), [[item('1', 85)]]);
			expect(error).toBeUndefined();
			expect(historiesOf(outputs[ALERT])).toEqual([{}]);
			expect(hints[0]).toContain('Earlier tickets are unknown, since the log could not be read: ');
		} finally {
			process.env.N8N_USER_FOLDER = userFolder;
		}
	});

	it('needs no log when it is switched off', async () => {
		const file = join(userFolder, 'file');
		process.env.N8N_USER_FOLDER = file;
		try {
			const off = await runNode(new ThresholdGate(), [[item('1', 85)]], { history: 'none' });
			expect(off.hints).toEqual([]);
			expect(historiesOf(off.outputs[ALERT])).toEqual([{}]);
		} finally {
			process.env.N8N_USER_FOLDER = userFolder;
		}
	});

	it.each([
		['the log', {}, 71],
		['the log, of no account', { account: { status: 'unmatched' } }, 72],
		['a second input', {}, 73],
		['nowhere', {}, 74],
	])(
		'comes from %s: a log in use keeps the rules of the decision all the same',
		async (from, over, minScore) => {
			await openLog();
			const history = { 'a second input': 'input', nowhere: 'none' }[from] ?? 'log';
			const { outputs, hints } = await runNode(
				new ThresholdGate(),
				[[{ ...item('1', 95), ...over }], ...(history === 'input' ? [[]] : [])],
				{ history, rules_recommended: { rule: [{ name: 'Mine', minScore, conditions: {} }] } },
			);
			expect(hints).toEqual([]);
			const [decision] = decisionsOf(outputs.flat());
			expect(await (await openLog()).gateConfig(decision?.config ?? '')).toBeDefined();
		},
	);

	it('comes from nowhere: the gate makes no log', async () => {
		process.env.N8N_USER_FOLDER = join(userFolder, 'another');
		try {
			await runNode(new ThresholdGate(), [[item('1', 85)]], { history: 'none' });
			expect(await logInUse()).toBeUndefined();
		} finally {
			process.env.N8N_USER_FOLDER = userFolder;
		}
	});

	it('comes from rows of the second input, joined by account, when chosen', async () => {
		const today = new Date().toISOString();
		const { outputs } = await runNode(
			new ThresholdGate(),
			[
				[item('1', 85), { ...item('2', 85), ...of('globex') }],
				[
					{ ticketKey: 'z:8', accountId: 'globex', score: 71, receivedAt: today },
					{ ticket_key: 'z:9', account_id: 'globex', score: 90, received_at: today },
				],
			],
			{ history: 'input' },
		);
		expect(historiesOf(outputs[ALERT])).toEqual([
			{ frustratedTickets30Days: 0 },
			{ frustratedTickets30Days: 2 },
		]);
	});
});

describe('open alerts and topics of the log', () => {
	const kept: Pick<AlertLog, 'openAlerts' | 'topicAccounts'> = {
		openAlerts: async (accountIds) =>
			new Map(
				accountIds
					.filter((id) => id === 'globex')
					.map((id) => [id, { state: 'open', openedAt: '2026-01-02T09:00:00.000Z', score: 84 }]),
			),
		topicAccounts: async (topics, since, minimumScore) => {
			asked.push({
				topics,
				minutes: Math.round((Date.now() - since.getTime()) / 60_000),
				minimumScore,
			});
			return ['a', 'b', 'c', 'd'].map((accountId) => ({ topic: 'sync', accountId, at: since }));
		},
	};
	let asked: object[] = [];

	const runWithLog = async (items: IDataObject[], parameters = {}) => {
		asked = [];
		const log = await openLog();
		const own = { ...log };
		Object.assign(log, kept);
		try {
			return await runNode(new ThresholdGate(), [items], parameters);
		} finally {
			for (const name of Object.keys(kept)) Reflect.deleteProperty(log, name);
			Object.assign(log, own);
		}
	};

	it('are asked for once, and told in the reasons', async () => {
		const { outputs, hints } = await runWithLog([
			{ ...item('31', 85), ...of('globex') },
			{ ...item('32', 85), ...of('hooli') },
			{ ...item('33', 85), ...of('initrode') },
			{ ...item('34', 10), sentiment: { ...item('34', 10).sentiment, topic: 'billing' } },
		]);
		expect(hints).toEqual([]);
		expect(asked).toEqual([{ topics: ['sync'], minutes: 60, minimumScore: 65 }]);
		const [joins, fifth, sixth] = decisionsOf(outputs[ALERT]);
		expect(joins?.history.openAlert).toMatchObject({ state: 'open', score: 84 });
		expect(joins?.reason).toMatch(/An alert of this account has been open .* so this joins it$/);
		expect([joins, fifth, sixth].map((decision) => decision?.incident?.accounts)).toEqual([
			undefined,
			6,
			7,
		]);
	});

	it('a topic is asked for, too, where nobody knows whose the tickets are', async () => {
		await runWithLog([
			{ ...item('36', 95), account: { status: 'unmatched' } },
			{ ...item('37', 95), account: { status: 'unmatched' } },
		]);
		expect(asked).toEqual([{ topics: ['sync'], minutes: 60, minimumScore: 65 }]);
	});

	it('no topic is asked for where incidents are not looked for', async () => {
		const { outputs } = await runWithLog([{ ...item('35', 85), ...of('globex') }], {
			markIncidents: false,
		});
		expect(asked).toEqual([]);
		expect(decisionsOf(outputs[ALERT])[0]?.incident).toBeUndefined();
	});
});
