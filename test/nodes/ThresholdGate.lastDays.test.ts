import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { ThresholdGate } from '../../nodes/ThresholdGate/ThresholdGate.node';
import { decisionOf } from '../log/rig';
import { runWorkflow, source } from '../support/engine';
import { useTemporaryLog } from '../support/temporaryLog';

const log = useTemporaryLog();
const DAY = 86_400_000;

const ticket = {
	ticket: { key: 'zendesk:acme:1', subject: 'Export', isTest: true },
	sentiment: { score: 70, label: 'Frustrated', topic: 'sync', signals: [] },
	account: { status: 'matched', id: 'acme', name: 'Acme Corp', mrr: 3200, currency: 'USD' },
};

interface Way {
	isManual?: boolean;
	type?: string;
	json?: IDataObject;
}

async function run(
	parameters: INodeParameters = {},
	{ isManual = true, type = 'test.gate', json = ticket }: Way = {},
) {
	const node = (name: string, of: string, own: INodeParameters = {}): INode => ({
		id: name,
		name,
		type: of,
		typeVersion: 1,
		position: [0, 0],
		parameters: own,
	});
	const { data } = await runWorkflow({
		nodes: [node('Source', 'test.source'), node('Gate', type, { timeZone: 'UTC', ...parameters })],
		connections: { Source: { main: [[{ node: 'Gate', type: 'main', index: 0 }]] } },
		types: { 'test.source': source('Source', [[{ json }]]), [type]: new ThresholdGate() },
		start: 'Source',
		isManual,
	});
	const last = data.resultData.runData.Gate?.[0];
	return {
		error: last?.error ?? data.resultData.error,
		routed: (last?.data?.main ?? []).map((items) => items?.length ?? 0),
		hints: last?.hints ?? [],
	};
}

/** A frustrated message of an account of its own on each of so many days up to now. */
async function record(days: number): Promise<void> {
	const opened = await log.open();
	for (let day = days; day >= 1; day -= 1) {
		const at = new Date(Date.now() - day * DAY);
		const receivedAt = at.toISOString();
		const decision = decisionOf(day, {
			accountId: `a${day}`,
			score: 70,
			ticket: { receivedAt, createdAt: receivedAt },
		});
		await opened.takeIn({ ticket: decision.ticket, source: 's', workflowId: 'w' }, at);
		await opened.recordDecisions([decision], at);
	}
}

describe('a run of the gate by hand', () => {
	it('shows what the last 30 days would have given with its own rows', async () => {
		await record(40);
		const { hints, routed } = await run({
			rules_recommended: { rule: [{ name: 'Mine', minScore: 60, conditions: {} }] },
		});
		expect(routed).toEqual([1, 0, 0]);
		expect(hints).toEqual([
			{
				type: 'info',
				location: 'outputPane',
				message: expect.stringContaining('<b>The last 30 days with these rules</b>') as string,
			},
		]);
		expect(hints[0]?.message).toMatch(/29 messages would have made 29 alerts.+By rule: Mine 29\./);
		const strict = await run({
			rules_recommended: { rule: [{ name: 'Mine', minScore: 90, conditions: {} }] },
		});
		expect(strict.hints[0]?.message).toContain('29 messages would have made 0 alerts, and 29 as');
	});

	it('says so while the log has less than a week', async () => {
		await record(3);
		const { hints } = await run();
		expect(hints[0]?.message).toContain('The log holds 3 days of decided tickets so far');
	});

	it.each<[string, Way]>([
		['published', { isManual: false }],
		['a tool of an agent', { type: 'test.gateTool' }],
	])('is what shows it: nothing is read for it where the node is %s', async (_, way) => {
		await record(10);
		expect((await run({}, way)).hints).toEqual([]);
	});

	it('without a history asks a log that is in use, and makes none', async () => {
		expect((await run({ history: 'none' })).hints).toEqual([]);
		expect(existsSync(join(log.folder(), '.n8n', 'cs-alerts'))).toBe(false);
		await record(10);
		const { hints } = await run({ history: 'none' });
		expect(hints[0]?.message).toContain('The last 11 days');
	});

	it('goes on where the log cannot be read, and says what is unknown', async () => {
		const file = join(log.folder(), 'file');
		writeFileSync(file, '');
		process.env.N8N_USER_FOLDER = file;
		const { error, routed, hints } = await run();
		expect(error).toBeUndefined();
		expect(routed).toEqual([1, 0, 0]);
		expect(hints.map(({ type }) => type)).toEqual(['warning', 'warning']);
		expect(hints[1]?.message).toContain('of the last 30 days is unknown, since the log could not');
	});

	it('stops at rows that nobody can mean without a word on days', async () => {
		await record(10);
		const { error, hints } = await run({
			rules_recommended: { rule: [{ name: 'Mine', minScore: 700, conditions: {} }] },
		});
		expect(error?.message).toContain('Minimum Score must be a number from 0 to 100');
		expect(hints).toEqual([]);
	});
});
