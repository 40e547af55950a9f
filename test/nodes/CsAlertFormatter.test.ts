import { describe, expect, it } from 'vitest';

import { CsAlertFormatter } from '../../nodes/CsAlertFormatter/CsAlertFormatter.node';
import { sampleDelivery } from '../../nodes/CsAlertTrigger/sample';
import type { SendableMessage } from '../../nodes/core/item/types';
import { runNode } from '../support/engine';

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
		const sample = sampleDelivery(new Date('2026-11-28T09:00:00Z'));
		const { outputs } = await runNode(new CsAlertFormatter(), [[sample]]);
		expect(alertsOf(outputs)[0]?.title).toBe('Test: Critical ticket from Example Customer');
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
