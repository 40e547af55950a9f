import { describe, expect, it } from 'vitest';

import { CsAlertFormatter } from '../../nodes/CsAlertFormatter/CsAlertFormatter.node';
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
