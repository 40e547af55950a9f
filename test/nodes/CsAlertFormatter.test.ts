import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { CsAlertFormatter } from '../../nodes/CsAlertFormatter/CsAlertFormatter.node';
import { sampleDelivery } from '../../nodes/CsAlertTrigger/sample';
import { ThresholdGate } from '../../nodes/ThresholdGate/ThresholdGate.node';
import type { Alert, GateDecision, SendableMessage } from '../../nodes/core/item/types';
import { runNode } from '../support/engine';

/** Of n8n, where a workflow names none. */
const ZONE = 'America/New_York';
const item = (id: string) => ({
	ticket: { key: `zendesk:acme:${id}`, subject: `Ticket ${id}` },
	sentiment: { score: 85, topic: 'data', signals: [], summary: `Summary ${id}` },
	account: {
		status: 'matched',
		id: 'acme',
		name: 'Acme Corp',
		owner: { email: 'dana@example.com' },
	},
	gate: {
		route: 'alert',
		severity: 'critical',
		rules: [{ id: 'critical', text: 'Critical' }],
		missing: [],
		counterfactual: '',
		history: {},
	},
});
const broken = { ticket: { key: 'zendesk:acme:broken' } };

describe('CS Alert Formatter', () => {
	it('formats every item of a batch, paired with the item it came from', async () => {
		const { outputs } = await runNode(new CsAlertFormatter(), [[item('1'), item('2'), item('3')]]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(outputs[0]?.map(({ json }) => (json.alert as { summary: string }).summary)).toEqual([
			'Summary 1',
			'Summary 2',
			'Summary 3',
		]);
	});

	it('adds its key and leaves the input as it was', async () => {
		const input = item('1');
		const before = structuredClone(input);
		const { outputs } = await runNode(new CsAlertFormatter(), [[input]]);
		expect(input).toEqual(before);
		expect(outputs[0]?.[0]?.json).toEqual({ ...before, alert: expect.any(Object) });
	});

	it('stops on a broken item, naming it', async () => {
		const { error } = await runNode(new CsAlertFormatter(), [[item('1'), broken, item('3')]]);
		expect(error?.itemIndex).toBe(1);
		expect(error?.message).toContain('no gate decision');
	});

	it('keeps the ticket of a broken item when set to continue', async () => {
		const { outputs } = await runNode(
			new CsAlertFormatter(),
			[[item('1'), broken, item('3')]],
			{},
			'continueRegularOutput',
		);
		expect(outputs[0]).toHaveLength(3);
		expect(outputs[0]?.[1]?.json).toMatchObject({ ...broken, error: { node: 'Under Test' } });
	});

	it('moves a broken item to the error output, with its ticket, when set so', async () => {
		const { outputs } = await runNode(
			new CsAlertFormatter(),
			[[item('1'), broken, item('3')]],
			{},
			'continueErrorOutput',
		);
		expect(outputs[0]).toHaveLength(2);
		expect(outputs[1]?.map(({ json }) => json)).toEqual([
			{
				...broken,
				error: { node: 'Under Test', message: expect.stringContaining('no gate decision') },
			},
		]);
	});

	it('says which setting to fill in when nobody would get the alert', async () => {
		const { error } = await runNode(
			new CsAlertFormatter(),
			[[{ ...item('1'), account: { status: 'unmatched' } }]],
			{ channel: 'email' },
		);
		expect(error?.message).toContain('Fill in Fallback Owner Email');
	});
});

describe('CS Alert Formatter behind CS Alert Trigger', () => {
	const due = (id: string, extra: object) => ({
		...item(id),
		delivery: { id: `d${id}`, kind: 'alert', attempt: 1, step: 'owner', ...extra },
	});
	const digest = {
		title: 'Support frustration, week to 28 Nov 2026: 1 alert in 1 ticket',
		lead: 'Every message was decided, and every alert delivered.',
		sections: [{ title: 'Alerted', entries: [{ text: '85: Acme Corp' }], more: 0 }],
	};
	const alertsOf = (outputs: Array<Array<{ json: { alert?: unknown } }>>) =>
		(outputs[0] ?? []).map(({ json }) => json.alert as SendableMessage);

	it('says how each thing is to be sent: what the Switch asks', async () => {
		const { outputs, error } = await runNode(
			new CsAlertFormatter(),
			[
				[
					due('1', {}),
					due('2', { kind: 'update', message: { channel: 'C1', ts: '1.2' }, messages: 2 }),
					due('3', { step: 'otherChannel' }),
					{ digest, delivery: { id: 'd4', kind: 'digest', attempt: 1 } },
				],
			],
			{ fallbackOwnerEmail: 'cs@example.com' },
		);
		expect(error).toBeUndefined();
		const alerts = alertsOf(outputs);
		expect(alerts.map(({ via }) => via)).toEqual(['slack', 'slackUpdate', 'email', 'slack']);
		expect(alerts[1]?.slackMessage).toEqual({ channel: 'C1', ts: '1.2' });
		expect(alerts[3]?.title).toBe(digest.title);
		expect(alerts.map(({ slack }) => slack.blocks[0]?.block_id)).toEqual([
			'cs:d1',
			'cs:d2',
			'cs:d3',
			'cs:d4',
		]);
	});

	it('puts the alert first on the item, with its title and text first, to be read at a glance', async () => {
		const { outputs } = await runNode(new CsAlertFormatter(), [[item('1')]]);
		const json = outputs[0]?.[0]?.json ?? {};
		expect(Object.keys(json)[0]).toBe('alert');
		expect(Object.keys(json.alert ?? {}).slice(0, 2)).toEqual(['title', 'text']);
	});

	it('shows the sample of CS Alert Trigger as a test', async () => {
		const sample = sampleDelivery(new Date(), ZONE);
		const { outputs } = await runNode(new CsAlertFormatter(), [[sample]]);
		expect(alertsOf(outputs)[0]?.title).toBe('Test: Critical ticket from Example Customer');
	});

	it('shows in that sample what an alert has: evidence, risk factors and the rules', async () => {
		const sample = sampleDelivery(new Date(), ZONE);
		const { outputs } = await runNode(new CsAlertFormatter(), [[sample]]);
		expect(alertsOf(outputs)[0]).toMatchObject({
			evidence: ['“look at other tools” (Threat to leave)', '“third time” (Repeated contact)'],
			riskFactors: [
				'Renewal in 28 days',
				'MRR $3,200',
				'3rd frustrated ticket within 30 days',
				'Frustration 92/100 (Critical)',
			],
		});
	});

	it('shows in that sample what Threshold Gate decides about it', async () => {
		const { gate, delivery, ...decided } = sampleDelivery(new Date(), ZONE);
		expect(delivery).toBeDefined();
		const { outputs } = await runNode(new ThresholdGate(), [[decided]]);
		const { route, severity, reason, rules, missing, counterfactual } = outputs[0]?.[0]?.json
			.gate as unknown as GateDecision;
		expect(gate).toMatchObject({ route, severity, reason, rules, missing, counterfactual });
	});

	it.each([
		[{ kind: 'review' }, 'no "review" key'],
		[{ kind: 'digest' }, 'The item has no digest'],
		[{ step: 'manager' }, 'Fill in Fallback Owner Email or Slack Channel'],
	])('refuses %j, naming the item', async (extra, message) => {
		const { error } = await runNode(new CsAlertFormatter(), [[due('1', {}), due('2', extra)]], {
			slackChannel: '',
			channel: 'email',
		});
		expect(error?.itemIndex).toBe(1);
		expect(error?.message).toContain(message);
	});
});

describe('CS Alert Formatter with its settings', () => {
	const run = async (parameters: object, rows: IDataObject[] = [], own: object = {}) => {
		const { outputs, hints, error } = await runNode(
			new CsAlertFormatter(),
			[[{ ...item('1'), ...own }], rows],
			{ ...parameters },
		);
		return { alert: outputs[0]?.[0]?.json.alert as Alert | undefined, hints, error };
	};

	it('has a second input only where owners come in by it', () => {
		const inputs = (owners: string) => {
			const expression = new CsAlertFormatter().description.inputs as string;
			return new Function('$parameter', `return ${expression.slice(3, -2)}`)({ owners }) as unknown;
		};
		expect(inputs('none')).toEqual([{ type: 'main' }]);
		expect(inputs('input')).toEqual([
			{ type: 'main', displayName: 'Messages' },
			{ type: 'main', displayName: 'Owners' },
		]);
	});

	it('takes owners from the second input where it is told to', async () => {
		const rows = [
			{ email: 'dana@example.com', absent_from: '2020-01-01', delegate: 'lee@example.com' },
			{ email: 'lee@example.com', name: 'Lee', channel: 'email' },
		];
		const { alert, hints } = await run({ owners: 'input' }, rows);
		expect(alert).toMatchObject({ via: 'email', recipient: { email: 'lee@example.com' } });
		expect(hints).toEqual([]);
		expect((await run({}, rows)).alert?.recipient.email).toBe('dana@example.com');
	});

	it('takes an owner whose row has a column of the name "error" for an owner', async () => {
		const away = { absent_from: '2020-01-01', delegate: 'lee@example.com' };
		const { alert, hints } = await run({ owners: 'input' }, [
			{ email: 'dana@example.com', error: 'phone number missing', ...away },
			{ email: 'lee@example.com', name: 'Lee', channel: 'email' },
		]);
		expect(alert?.recipient.email).toBe('lee@example.com');
		expect(hints).toEqual([]);
	});

	it('tells the admin of cells that cannot be read, once, and sends the alert all the same', async () => {
		const { alert, hints } = await run({ owners: 'input' }, [
			{ email: 'dana@example.com', timeZone: 'Mars' },
			{ error: 'The table is gone' },
		]);
		expect(alert?.recipient.email).toBe('dana@example.com');
		expect(hints).toEqual([
			'The owners could not be read: The table is gone',
			'Owners, row 1, Time Zone: "Mars" is no time zone. Use a name such as Europe/Berlin',
		]);
		const { hints: none } = await run({ owners: 'input' });
		expect(none).toEqual([expect.stringContaining('No owners came in on the second input')]);
	});

	it('tells the admin of a Slack ID that can be none', async () => {
		const account = { status: 'matched', name: 'Acme', owner: { name: 'Dana', slackId: '@dana' } };
		const { hints } = await run({}, [], { account });
		expect(hints).toEqual([expect.stringContaining('"@dana" of Dana is no Slack member ID')]);
	});

	it('writes the default steps of what follows a critical alert', async () => {
		const { alert } = await run({});
		expect(alert?.followUps?.map(({ kind }) => kind)).toEqual(['reminder', 'escalation']);
		const [first, second] = alert?.followUps?.map(({ at }) => Date.parse(at)) ?? [];
		expect((second ?? 0) - (first ?? 0)).toBe(3 * 3_600_000);
		expect((await run({ followUps: {} })).alert?.followUps).toEqual([]);
	});

	it('recommends what its rows say', async () => {
		const row = {
			text: 'Ring them',
			severity: 'any',
			minTickets: 1,
			renewalCondition: 'any',
			renewalDays: 14,
			ownerCondition: 'any',
			withinHours: 0,
			playbookUrl: '',
		};
		const { alert } = await run({ actions: { action: [row] } });
		expect([alert?.recommendedAction, alert?.actBy]).toEqual(['Ring them', undefined]);
		expect((await run({})).alert?.recommendedAction).toBe('Book a call within 24 hours');
	});

	it('writes numbers and dates by its options, and says which of them are none', async () => {
		const account = { status: 'matched', name: 'Acme', mrr: 3200, owner: { slackId: 'U0AB' } };
		const known = await run({ options: { locale: 'de-DE', timeZone: 'Europe/Berlin' } }, [], {
			account,
		});
		expect(known.alert?.riskFactors).toContain('MRR 3.200');
		const { alert, hints } = await run(
			{ options: { locale: 'no way', timeZone: 'Mars', holidays: '2026-12-25, 03/04/2027' } },
			[],
			{ account },
		);
		expect(alert?.riskFactors).toContain('MRR 3,200');
		expect(hints).toEqual([
			'Locale "no way" is none, so en-US is used. Use e.g. en-GB',
			'Time Zone "Mars" is none, so UTC is used. Use e.g. Europe/Berlin',
			'Holidays: "03/04/2027" can be read in two ways. Use YYYY-MM-DD',
		]);
	});

	it('writes the money in the reasons by its options, too, and leaves what is no amount', async () => {
		const gate = {
			route: 'alert',
			severity: 'high',
			rules: [{ id: 'a', text: 'MRR $3,200 is at least $1,000' }],
			counterfactual: '',
			history: {},
		};
		const amounts = [
			{ text: '$3,200', amount: 3200, currency: 'USD' },
			{ text: '$1,000', amount: 'much', currency: 'USD' },
			{ amount: 1 },
			'MRR',
			null,
		];
		const options = { locale: 'de-DE' };
		const { alert } = await run({ options }, [], { gate: { ...gate, amounts } });
		expect(alert?.why).toEqual(['MRR 3.200 $ is at least $1,000']);
		const without = await run({ options }, [], { gate: { ...gate, amounts: 'none' } });
		expect(without.alert?.why).toEqual(['MRR $3,200 is at least $1,000']);
	});

	it('posts to the Teams channel that its link names, and refuses any other link', async () => {
		const link =
			'https://teams.microsoft.com/l/channel/19%3a0123abcd%40thread.tacv2/CS?groupId=01234567-89ab-cdef-0123-456789abcdef';
		const { alert } = await run({ channel: 'teams', teamsChannelLink: link });
		expect(alert?.via).toBe('teams');
		expect(alert?.teams?.url).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/teams\/01234567-/);
		const { error } = await run({ channel: 'teams', teamsChannelLink: 'General' });
		expect(error?.message).toContain('Teams Channel Link is no link to a channel');
	});

	it('puts answers on buttons of a Slack app where it is told to', async () => {
		const delivery = {
			id: 'd1',
			kind: 'alert',
			links: { acknowledge: 'https://n8n.example.com/a?token=t0ken&action=acknowledge' },
		};
		const slackOf = async (slackButtons: string) =>
			JSON.stringify((await run({ options: { slackButtons } }, [], { delivery })).alert?.slack);
		expect(await slackOf('app')).toContain('"value":"t0ken"');
		expect(await slackOf('links')).toContain('token=t0ken');
	});
});
