import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { DEFAULT_GATE as gate, hashSettings } from '../../nodes/core/gate';
import { CsAlertReport } from '../../nodes/CsAlertReport/CsAlertReport.node';
import { ThresholdGate } from '../../nodes/ThresholdGate/ThresholdGate.node';
import type { Decision } from '../../nodes/log/ticketLog';
import { decisionOf } from '../log/rig';
import { runNode } from '../support/engine';
import { useTemporaryLog } from '../support/temporaryLog';

const log = useTemporaryLog();
const DAY = 86_400_000;
const now = Date.now();
const daysAgo = (days: number) => new Date(now - days * DAY);

const config = hashSettings(gate);
/** As what a chat model answered is marked. */
const MODEL = 'fedcba9876543210';

type OnError = Parameters<typeof runNode>[3];
const run = async (
	parameters: INodeParameters,
	{
		items = [{}],
		rows,
		onError,
	}: { items?: IDataObject[]; rows?: IDataObject[]; onError?: OnError } = {},
) =>
	await runNode(
		new CsAlertReport(),
		rows === undefined ? [items] : [items, rows],
		parameters,
		onError,
	);

interface Made {
	kind: string;
	title: string;
	figures: Record<string, unknown>;
	slack: { text: string; blocks: unknown[] };
	email: { subject: string; html: string; text: string };
	html: string;
}
const reportIn = ({ outputs }: Awaited<ReturnType<typeof run>>) =>
	outputs[0]?.[0]?.json.report as unknown as Made;

/** Decides and records a message of an account as it came so many days ago. */
async function record(id: number, days: number, over: Parameters<typeof decisionOf>[1] = {}) {
	const opened = await log.open();
	const receivedAt = daysAgo(days).toISOString();
	const base = decisionOf(id, { ...over, ticket: { receivedAt, createdAt: receivedAt } });
	const decision: Decision = {
		...base,
		...(base.gate && { gate: { ...base.gate, config } }),
	};
	await opened.takeIn({ ticket: decision.ticket, source: 's', workflowId: 'w' }, daysAgo(days));
	await opened.recordDecisions([decision], daysAgo(days));
	return opened;
}

async function quarter() {
	for (let id = 1; id <= 12; id += 1) {
		await record(id, 4 * id, { accountId: `a${id % 4}`, score: 60 + id });
	}
	for (let id = 20; id <= 30; id += 1) {
		await record(id, id, { accountId: `a${id}`, score: 20, route: 'digest' });
	}
	const opened = await log.open();
	await opened.saveGateConfig(config, gate, daysAgo(90));
	return opened;
}

describe('CS Alert Report', () => {
	it('backtests the rules of the gate that decided last', async () => {
		await quarter();
		const result = await run({ operation: 'backtest' });
		expect(result.error).toBeUndefined();
		const made = reportIn(result);
		expect(made).toMatchObject({
			kind: 'backtest',
			figures: { messages: 23, routes: { alert: 8 } },
		});
		expect(made.html).toMatch(/^<!doctype html>/);
		expect(made.html).toContain('<svg role="img"');
		expect(made.email.subject).toContain('Backtest: current rules');
		expect(made.slack.blocks.length).toBeGreaterThan(3);
		expect(JSON.stringify(result.outputs)).not.toContain('undefined');
	});

	it('divides by the days that the log has, where more were asked for', async () => {
		const opened = await record(1, 12, { accountId: 'a1', score: 70 });
		await opened.saveGateConfig(config, gate, daysAgo(90));
		const { title, html } = reportIn(await run({ operation: 'backtest' }));
		expect(title).toContain('current rules, 13 days to');
		expect(html).toContain(
			'The log does not go back 90 days: its 13 days are all that counts here.',
		);
	});

	it('keeps what the item brought along, and is paired with it, one report an item', async () => {
		await quarter();
		const { outputs } = await run({ operation: 'dashboard' }, { items: [{ a: 1 }, { a: 2 }] });
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.a, pairedItem])).toEqual([
			[1, { item: 0 }],
			[2, { item: 1 }],
		]);
	});

	it('tries changes and rules given as JSON', async () => {
		await quarter();
		const changed = await run({
			operation: 'backtest',
			changes: {
				change: [
					{ rule: 'Frustrated paying account', threshold: 'minScore', value: 70 },
					{ rule: 'Frustrated paying account', threshold: 'mrr', value: 500 },
				],
			},
		});
		expect(reportIn(changed)).toMatchObject({
			title: expect.stringContaining('current rules with 2 changes') as string,
			figures: { routes: { alert: 3 }, noLongerAlerting: 9 },
		});
		const given = await run({
			operation: 'backtest',
			rulesFrom: 'json',
			rulesJson: '[{"name": "All", "minScore": 10}]',
		});
		expect(reportIn(given).figures).toMatchObject({ routes: { alert: 23 }, newlyAlerting: 11 });
	});

	it('tries rows filled in as in Threshold Gate, with the rest of the gate as it decided last', async () => {
		await quarter();
		const rows = (over: INodeParameters): INodeParameters => ({
			operation: 'backtest',
			rulesFrom: 'rows',
			...over,
		});
		const preset = reportIn(await run(rows({ preset: 'cautious' })));
		expect(preset).toMatchObject({
			title: expect.stringContaining('Backtest: given rules') as string,
			figures: { routes: { alert: 0 }, rules: [{ minScore: 80, mrrAtLeast: 2000 }] },
		});
		expect(preset.html).toContain('counts here as in the gate that decided last');
		const rule = {
			name: 'Larger account',
			minScore: 70,
			conditions: { mrrAtLeast: 500, topics: 'export, billing', events: ['new'] },
		};
		const edited = reportIn(await run(rows({ rules_recommended: { rule: [rule] } })));
		expect(edited.figures.rules).toMatchObject([
			{ minScore: 70, mrrAtLeast: 500, topics: ['export', 'billing'], events: ['new'] },
		]);
		const refused = await run(rows({ rules_recommended: { rule: [{ ...rule, minScore: 700 }] } }));
		expect(refused.error?.message).toContain('Minimum Score must be a number from 0 to 100');
	});

	it('scores old versions again where their text is still there, and says what it could not', async () => {
		const today = '0123456789abcdef-01234567';
		const sentiment = (version: string, summary?: string) => ({
			score: 20,
			topic: 'Export',
			signals: [],
			flags: [],
			version,
			summary,
		});
		const digest = { route: 'digest' } as const;
		const angry = 'You have lost our data and we are going to cancel our contract.';
		for (const id of [1, 2]) await record(id, 2, { ...digest, sentiment: sentiment(today) });
		await record(3, 9, { ...digest, sentiment: sentiment(MODEL, angry) });
		const opened = await record(4, 9, { ...digest, sentiment: sentiment(MODEL) });
		await opened.saveGateConfig(config, gate, daysAgo(90));
		const off = reportIn(await run({ operation: 'backtest' }));
		expect(off.figures).toMatchObject({ newlyAlerting: 0 });
		expect(off.html).toContain('With Re-Score Old Versions turned on');
		const on = reportIn(await run({ operation: 'backtest', rescore: true }));
		expect(on.figures).toMatchObject({
			newlyAlerting: 1,
			rescored: { whole: 0, part: 1, gone: 1, byModel: 1 },
		});
		expect(on.html).toContain('1 message of other versions was scored again by Built-In');
		expect(on.html).toContain('The text of 1 message has left the log');
		expect(on.html).toContain('1 had been scored by a chat model, which a report never asks');
	});

	it('scores nothing again where a chat model scores today', async () => {
		const opened = await record(1, 1, {
			sentiment: { score: 70, topic: 'Export', signals: [], flags: [], version: MODEL },
		});
		await opened.saveGateConfig(config, gate, daysAgo(90));
		const made = reportIn(await run({ operation: 'backtest', rescore: true }));
		expect(made.figures).not.toHaveProperty('rescored');
		expect(made.html).toContain('a report never sends a ticket to one');
	});

	it('asks for rows by the fields of Threshold Gate, in view for them alone', () => {
		const rowsOf = (properties: INodeProperties[]) =>
			properties
				.filter(({ name, type }) => name.startsWith('rules_') && type === 'fixedCollection')
				.map(({ name, default: rows, options }) => ({ name, rows, options }));
		const own = new CsAlertReport().description.properties;
		expect(rowsOf(own)).toEqual(rowsOf(new ThresholdGate().description.properties));
		const inView = own.filter(({ name }) => name === 'preset' || name.startsWith('rules_'));
		for (const { displayOptions } of inView) {
			expect(displayOptions?.show).toMatchObject({
				'/operation': ['backtest'],
				'/rulesFrom': ['rows'],
			});
		}
	});

	it('says that the policies are those of a new gate where the log has none', async () => {
		await record(1, 3);
		const { html } = reportIn(await run({ operation: 'backtest', rulesFrom: 'rows' }));
		expect(html).toContain('counts here as Threshold Gate comes');
	});

	it('takes a change whose value was left empty for none, and numbers that a form gives as text', async () => {
		await quarter();
		const rule = 'Frustrated paying account';
		const changes = (first: IDataObject, second: IDataObject) => ({
			operation: 'backtest',
			changes: {
				change: [
					{ threshold: 'minScore', ...first },
					{ threshold: 'mrr', ...second },
				],
			} as INodeParameters,
		});
		const none = await run(changes({ rule: '', value: '' }, { rule: null, value: null }));
		expect(reportIn(none).title).toMatch(/current rules(?! with)/);
		const one = await run(changes({ rule, value: ' 70 ' }, { rule, value: '' }));
		expect(reportIn(one).title).toContain('current rules with 1 change');
		const nameless = await run(changes({ rule: '', value: '70' }, { rule: '', value: '' }));
		expect(nameless.error?.message).toContain('Rule is empty');
		const words = await run(changes({ rule, value: 'seventy' }, { rule, value: '' }));
		expect(words.error?.message).toContain('must be a number');
	});

	it('calibrates by verdicts and outcomes of the second input', async () => {
		const opened = await quarter();
		const { outputs, error } = await run(
			{ operation: 'calibration', outcomes: 'input', seed: 3, sampleSize: 5 },
			{
				rows: [
					{ 'Account ID': 'a1', Outcome: 'Churned', Date: daysAgo(1).toISOString() },
					{ accountId: 'a25', outcome: 'churned', date: daysAgo(2).toISOString() },
					{ accountId: 'a2' },
				],
			},
		);
		expect(error).toBeUndefined();
		const { figures, html } = outputs[0]?.[0]?.json.report as unknown as Made;
		expect(figures).toMatchObject({ churned: 2, quiet: 11, moves: [] });
		expect(figures.missed).toMatchObject([
			{ accountId: 'a25', texts: [{ ticketKey: 'zendesk:acme:25', summary: 'The export fails.' }] },
		]);
		expect(figures.sample).toHaveLength(5);
		expect(html).toContain('1 row of outcomes could not be read');
		await opened.close();
	});

	it('counts answers to the sample that were filled in, the last one to a ticket once', async () => {
		await quarter();
		const answer = (ticketKey: string, outcome: string) => ({ ticketKey, outcome });
		const check = [
			answer('zendesk:acme:20', 'missed'),
			answer('zendesk:acme:21', 'missed'),
			answer('zendesk:acme:21', 'quiet'),
			answer('', 'missed'),
		];
		const made = reportIn(await run({ operation: 'calibration', checks: { check } }));
		expect(made.figures).toMatchObject({ checked: 2, shouldHaveAlerted: { hits: 1, of: 2 } });
		expect(made.html).toContain('Of 2 drawn tickets checked by hand, 1 should have alerted');
		expect(made.html).toContain('rightly quiet');
	});

	it('shows impact and the dashboard of an empty log', async () => {
		const impact = reportIn(await run({ operation: 'impact' }));
		expect(impact.figures).toMatchObject({ opened: 0, sent: 0, hasOutcomes: false });
		expect(impact.email.text).toContain('No alert was sent in this period.');
		const dashboard = reportIn(await run({ operation: 'dashboard' }));
		expect(dashboard.email.text).toContain('No tickets came in during this period.');
		const digest = reportIn(await run({ operation: 'digest', forEachOwner: true }));
		expect(digest.email.text).toContain('No tickets came in during this period.');
		const calibration = reportIn(await run({ operation: 'calibration' }));
		expect(calibration.email.text).toContain('No alert was opened in this period.');
	});

	it('sums up the week, for the lead and, where it is asked to, for each owner', async () => {
		await quarter();
		const lead = await run({ operation: 'digest' }, { items: [{ a: 1 }, { a: 2 }] });
		expect(lead.error).toBeUndefined();
		expect(lead.outputs[0]?.map(({ json, pairedItem }) => [json.a, pairedItem])).toEqual([
			[1, { item: 0 }],
			[2, { item: 1 }],
		]);
		const made = reportIn(lead);
		expect(made).toMatchObject({
			kind: 'digest',
			figures: { states: { alerting: 1 }, tickets: 1, alerts: { opened: 1 } },
		});
		expect(made.title).toMatch(/^Support frustration, week to .*: 1 alert in 1 ticket$/);
		const each = await run(
			{ operation: 'digest', days: 60, forEachOwner: true },
			{ items: [{ a: 1 }, { a: 2 }] },
		);
		expect(each.outputs[0]?.map(({ json, pairedItem }) => [json.a, pairedItem])).toEqual([
			[1, { item: 0 }],
			[1, { item: 0 }],
			[2, { item: 1 }],
			[2, { item: 1 }],
		]);
		expect(each.outputs[0]?.[0]?.json.report).not.toHaveProperty('owner');
		expect(each.outputs[0]?.[1]?.json.report).toMatchObject({
			owner: { name: 'Ana', email: 'ana@acme.example' },
			title: expect.stringContaining('Accounts of Ana, 60 days to') as string,
			email: { subject: expect.stringContaining('Accounts of Ana') as string },
			html: expect.stringContaining('<svg role="img"') as string,
		});
		expect(JSON.stringify(each.outputs)).not.toContain('undefined');
	});

	it('says what to do when the log knows no rules, naming the item', async () => {
		const { error } = await run({ operation: 'backtest' });
		expect(error?.message).toContain('The log has no decided ticket yet');
		await record(1, 3);
		const without = await run({ operation: 'backtest' });
		expect(without.error?.message).toContain('Set History to From the Log in Threshold Gate');
		expect(without.error).toMatchObject({ itemIndex: 0 });
	});

	it('goes on with the failure on its item, where it is set to', async () => {
		const { outputs } = await run(
			{ operation: 'backtest' },
			{ items: [{ a: 1 }], onError: 'continueRegularOutput' },
		);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			a: 1,
			error: { message: expect.stringContaining('no decided ticket') as string },
		});
	});

	it.each<[string, INodeParameters, string]>([
		['days', { operation: 'impact', days: 0 }, 'Days must be a number from 1 to 1096'],
		[
			'rules',
			{ operation: 'backtest', rulesFrom: 'json', rulesJson: '[{' },
			'Rules as JSON is no JSON',
		],
		['days of a digest', { operation: 'digest', days: 'x' }, 'Days must be a number from 1 to'],
		['capacity of a digest', { operation: 'digest', capacityTo: 1 }, 'Most Alerts per Manager'],
		['capacity', { operation: 'dashboard', capacityFrom: 9 }, 'Most Alerts per Manager must be'],
		[
			'sample',
			{ operation: 'calibration', sampleSize: 500 },
			'Sample Size must be a number from 0 to 100',
		],
	])('refuses %s that mean nothing, naming the field', async (_, parameters, message) => {
		const { error } = await run(parameters);
		expect(error?.message).toContain(message);
	});
});
