import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { readDelivery } from '../../nodes/core/item/deliveryReaders';
import { readAccount, readGate, readSentiment, readTicket } from '../../nodes/core/item/readers';
import { CsAlertTrigger } from '../../nodes/CsAlertTrigger/CsAlertTrigger.node';
import { startOutbox } from '../../nodes/CsAlertTrigger/outboxRuns';
import { settle, until, useTemporaryLog } from '../support/temporaryLog';
import { runOf, triggerDouble, type EmittedRun } from '../support/triggerDouble';

const log = useTemporaryLog();
const START = Date.parse('2026-11-23T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const stops: Array<() => void> = [];
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown) => unhandled.push(reason);

beforeEach(() => {
	vi.useFakeTimers({
		now: START,
		toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
	});
	process.on('unhandledRejection', onUnhandled);
});

afterEach(async () => {
	for (const stop of stops.splice(0)) stop();
	await settle();
	vi.useRealTimers();
	process.off('unhandledRejection', onUnhandled);
	expect(unhandled.splice(0)).toEqual([]);
});

/** Decides on tickets of different accounts, each to be alerted by e-mail, which needs no pace. */
async function alertOf(...ids: string[]): Promise<void> {
	const opened = await log.open();
	await opened.recordDecisions(
		ids.map((id) => ({
			ticket: {
				key: `zendesk:acme:${id}`,
				messageId: 'new',
				subject: `Ticket ${id}`,
				body: 'a text that no alert forwards',
				requester: { email: 'mia@globex.example' },
			},
			account: {
				status: 'matched' as const,
				id,
				name: `Account ${id}`,
				owner: { email: 'jo@team.example', channel: 'email' as const },
			},
			sentiment: { score: 85, topic: 'export', signals: [], flags: [] },
			gate: {
				route: 'alert' as const,
				severity: 'high' as const,
				rules: [],
				reason: 'score 85 is at least 80',
				missing: [],
				counterfactual: '',
				history: {},
				config: '',
			},
			source: 'workflow-1/node-1',
			workflowId: 'workflow-1',
		})),
		new Date(),
	);
}

async function start(extra: Parameters<typeof triggerDouble>[0] = {}, keepTextDays = 90) {
	const double = triggerDouble(extra);
	const outbox = await startOutbox(double.context, keepTextDays);
	const stop = () => outbox.stop();
	stops.push(stop);
	await settle();
	return { ...double, stop };
}

const jsonOf = (run: EmittedRun | undefined): IDataObject => run?.outputs[0]?.[0]?.json ?? {};
const deliveryOf = (run: EmittedRun | undefined) => {
	const delivery = readDelivery(jsonOf(run));
	if (delivery === undefined) throw new Error('No delivery was given out');
	return delivery;
};
const keyOf = (run: EmittedRun | undefined) => readTicket(jsonOf(run)).key;

/** What Record Delivery does in the run. */
async function record(run: EmittedRun | undefined, isDelivered = true): Promise<void> {
	const { id, attempt } = deliveryOf(run);
	const answer = isDelivered ? { isDelivered } : { isDelivered, error: 'no such channel' };
	await (await log.open()).recordDelivery(id, attempt, answer, new Date());
}

async function pass(milliseconds: number): Promise<void> {
	await vi.advanceTimersByTimeAsync(milliseconds);
	await settle();
}

const message = async (id: string) =>
	(await log.messages()).find(({ ticketKey }) => ticketKey === `zendesk:acme:${id}`);

describe('what is due', () => {
	it('is given out one message a run, as it was decided, without the ticket’s text', async () => {
		await alertOf('1', '2');
		const { emitted } = await start();
		expect(emitted.map(({ outputs }) => outputs.map((items) => items.length))).toEqual([[1], [1]]);
		expect(emitted.map(keyOf).sort()).toEqual(['zendesk:acme:1', 'zendesk:acme:2']);
		expect(deliveryOf(emitted[0])).toMatchObject({
			kind: 'alert',
			attempt: 1,
			step: 'owner',
			mayBeRepeat: false,
		});
		expect(readAccount(jsonOf(emitted[0]))?.status).toBe('matched');
		expect(JSON.stringify(emitted)).not.toContain('no alert forwards');
	});

	it('goes at once when it is decided, and no more than four at a time', async () => {
		const { emitted } = await start();
		await alertOf('1', '2', '3', '4', '5', '6');
		await settle();
		expect(emitted).toHaveLength(4);
		await record(emitted[0]);
		emitted[0]?.end(runOf('success'));
		await settle();
		expect(emitted).toHaveLength(5);
	});

	it('and was recorded in its run is done', async () => {
		await alertOf('1');
		const { emitted } = await start();
		await record(emitted[0]);
		emitted[0]?.end(runOf('success'));
		await pass(HOUR);
		expect(emitted).toHaveLength(1);
		expect(await message('1')).toMatchObject({
			state: 'alerted',
			delivery: { state: 'delivered' },
		});
	});

	it('and was recorded as not delivered is not counted twice when its run then fails', async () => {
		await alertOf('1');
		const { emitted } = await start();
		await record(emitted[0], false);
		emitted[0]?.end(runOf('error', new Error('Not delivered: no such channel')));
		await settle();
		expect(await message('1')).toMatchObject({
			state: 'alerting',
			delivery: {
				state: 'due',
				attempts: 1,
				error: 'no such channel',
				dueAt: new Date(START + MINUTE).toISOString(),
			},
		});
	});
});

describe('what was not recorded', () => {
	it.each<[string, (run: EmittedRun | undefined) => void, string, boolean]>([
		['though the run went well', (run) => run?.end(runOf('success')), 'Record Delivery', true],
		[
			'since Slack refused it',
			(run) => run?.end(runOf('error', { message: 'Slack error response: "channel_not_found"' })),
			'channel_not_found',
			false,
		],
		[
			'since its answer was lost',
			(run) =>
				run?.end(
					runOf('error', {
						message: 'The connection to the server was closed unexpectedly',
						messages: ['socket hang up'],
					}),
				),
			'socket hang up',
			true,
		],
		[
			'since the log failed behind the channel',
			(run) =>
				run?.end(
					runOf('error', {
						message: 'The log is held',
						node: { type: 'n8n-nodes-cs-alerts.ticketLog' },
					}),
				),
			'The log is held',
			true,
		],
		['since n8n crashed in it', (run) => run?.end(runOf('crashed')), 'crashed', true],
		[
			'since it waits for a person',
			(run) => run?.end(runOf('waiting')),
			'Put that node behind Ticket Log',
			true,
		],
		['since n8n did not start it', (run) => run?.end(undefined), 'did not start', false],
		[
			'since it was stopped by hand',
			(run) => run?.reject(new Error('The execution was cancelled manually')),
			'cancelled',
			true,
		],
	])(
		'%s, is due again after a minute, says why, and whether it may be a repeat',
		async (_, end, words, mayBeRepeat) => {
			await alertOf('1');
			const { emitted } = await start();
			end(emitted[0]);
			await settle();
			expect((await message('1'))?.delivery).toMatchObject({
				state: 'due',
				error: expect.stringContaining(words) as string,
				dueAt: new Date(START + MINUTE).toISOString(),
			});
			await pass(MINUTE);
			expect(deliveryOf(emitted[1])).toMatchObject({ attempt: 2, mayBeRepeat });
		},
	);

	it('since it could not be written goes every other way at once, and is a problem when there is none', async () => {
		await alertOf('1');
		const { emitted } = await start();
		const unwritten = runOf('error', {
			message: 'The alert for Acme has nobody to go to. Fill in Fallback Owner Email',
			node: { type: 'n8n-nodes-cs-alerts.csAlertFormatter' },
		});
		const steps: unknown[] = [];
		// Slack gets a message a second.
		for (let attempt = 0; attempt < 3; attempt += 1) {
			const { step, mayBeRepeat } = deliveryOf(emitted[attempt]);
			steps.push([step, mayBeRepeat]);
			emitted[attempt]?.end(unwritten);
			await settle();
			await pass(1000);
		}
		expect(steps).toEqual([
			['owner', false],
			['otherChannel', false],
			['manager', false],
		]);
		expect((await message('1'))?.delivery).toMatchObject({ state: 'undelivered' });
		expect(JSON.stringify(emitted[3]?.outputs[1])).toContain(
			'could not be delivered on any way: The alert for Acme has nobody to go to. Fill in Fallback Owner Email',
		);
		await pass(HOUR);
		expect(deliveryOf(emitted[4])).toMatchObject({ step: 'owner' });
	});

	it('since Slack had too much waits for as long as Slack asks, where that is known', async () => {
		await alertOf('1');
		const { emitted } = await start();
		const cause = Object.assign(new Error('429 - {"ok":false,"error":"ratelimited"}'), {
			statusCode: 429,
			response: { headers: { 'retry-after': '600' } },
		});
		const error = new Error('The service is receiving too many requests from you', { cause });
		emitted[0]?.end(runOf('error', error));
		await settle();
		expect((await message('1'))?.delivery?.dueAt).toBe(new Date(START + 600_000).toISOString());
	});

	it('and whose run never ends stays its own for as long as it lives', async () => {
		await alertOf('1');
		const { emitted } = await start();
		await pass(10 * MINUTE);
		expect(emitted).toHaveLength(1);
	});
});

describe('problems', () => {
	/** Fails every run until every way has been tried. */
	async function failAll(emitted: EmittedRun[]): Promise<void> {
		for (let ended = 0, minutes = 0; minutes < 60; minutes += 1) {
			while (ended < emitted.length) {
				const run = emitted[ended];
				ended += 1;
				// Whoever is told of a problem stops with an error, as the template does.
				run?.end(runOf('error', { message: 'Slack is down' }));
				await settle();
			}
			await pass(MINUTE);
		}
	}
	const problemsOf = (emitted: EmittedRun[]) =>
		emitted
			.flatMap(({ outputs }) => outputs[1] ?? [])
			.map(({ json }) => json.problem as IDataObject);

	/** Fails a ticket for good, so that there is something to tell. */
	async function failForGood(): Promise<void> {
		const opened = await log.open();
		const ticket = { key: 'zendesk:acme:7', messageId: 'new' };
		const source = 'workflow-1/node-1';
		await opened.takeIn({ ticket, source, workflowId: 'workflow-1' }, new Date(START - 49 * HOUR));
		const options = { source, limit: 1, leaseMs: 1000, kind: 'normal' as const };
		const lease = await opened.leaseMessages(options, new Date());
		await opened.settleMessages(lease.token, { isSuccess: false, error: 'HubSpot' }, new Date());
	}

	it('leave by the second output once each, with nothing on the first', async () => {
		await alertOf('1');
		const { emitted } = await start();
		await failAll(emitted);
		const told = emitted.filter(({ outputs }) => outputs.length === 2);
		expect(told.map(({ outputs }) => outputs[0])).toEqual([[]]);
		expect(problemsOf(emitted)).toEqual([
			expect.objectContaining({
				kind: 'undelivered',
				ticketKey: 'zendesk:acme:1',
				text: expect.stringContaining('Slack is down') as string,
			}),
		]);
	});

	it('of an inbox that gave up are told within half a minute', async () => {
		const { emitted } = await start();
		await failForGood();
		await pass(30_000);
		expect(problemsOf(emitted)).toEqual([
			expect.objectContaining({ kind: 'failed', reason: 'HubSpot' }),
		]);
		emitted.at(-1)?.end(runOf('success'));
		await pass(HOUR);
		expect(problemsOf(emitted)).toHaveLength(1);
	});

	it('of which n8n ended in the middle of the telling are told again when it is back', async () => {
		await failForGood();
		const lost = await start();
		await pass(30_000);
		expect(problemsOf(lost.emitted)).toHaveLength(1);
		// As long as that run lives nobody else tells it.
		await pass(10 * MINUTE);
		expect(problemsOf(lost.emitted)).toHaveLength(1);
		const then = Date.now();
		vi.clearAllTimers();
		vi.setSystemTime(then);
		const fresh = await start();
		await pass(30_000);
		expect(problemsOf(fresh.emitted)).toEqual([]);
		await pass(2 * MINUTE);
		expect(problemsOf(fresh.emitted)).toHaveLength(1);
		fresh.emitted.at(-1)?.end(runOf('error', { message: 'Told', node: {} }));
		await pass(HOUR);
		expect(problemsOf(fresh.emitted)).toHaveLength(1);
	});

	it.each([
		['n8n refused to start', undefined],
		['lost its worker', runOf('error', new Error('processed too many times'), '')],
	])('whose run %s are told again', async (_, end) => {
		await failForGood();
		const { emitted } = await start();
		await pass(30_000);
		emitted.at(-1)?.end(end);
		await pass(MINUTE);
		expect(problemsOf(emitted)).toHaveLength(1);
		await pass(MINUTE);
		expect(problemsOf(emitted)).toHaveLength(2);
		emitted.at(-1)?.end(runOf('success'));
		await pass(HOUR);
		expect(problemsOf(emitted)).toHaveLength(2);
	});

	it('wait for a trigger that is published: a stopped one could tell nobody', async () => {
		await alertOf('1');
		const { emitted, stop } = await start();
		const opened = await log.open();
		const { id } = deliveryOf(emitted[0]);
		// Every way was tried, by whoever.
		let attempt = 1;
		for (let now = START; attempt <= 5; now += HOUR) {
			await opened.recordDelivery(id, attempt, { isDelivered: false, error: 'no' }, new Date(now));
			const next = await opened.leaseDelivery(1000, new Date(now + HOUR));
			attempt = next.delivery?.attempt ?? 99;
		}
		stop();
		vi.setSystemTime(START + 10 * HOUR);
		await opened.recordDelivery(id, attempt, { isDelivered: false, error: 'no' }, new Date());
		emitted[0]?.end(runOf('error', new Error('no')));
		await pass(HOUR);
		expect(problemsOf(emitted)).toEqual([]);
		const fresh = await start();
		await pass(30_000);
		expect(problemsOf(fresh.emitted)).toHaveLength(1);
	});
});

describe('housekeeping', () => {
	it('ends the alerts whose tickets were solved, within five minutes', async () => {
		await alertOf('1');
		const { emitted } = await start();
		await record(emitted[0]);
		emitted[0]?.end(runOf('success'));
		const opened = await log.open();
		const solved = { key: 'zendesk:acme:1', helpdesk: 'zendesk', instance: 'acme', id: '1' };
		await opened.notice(
			[{ ...solved, source: 'w/n', workflowId: 'w', foundBy: 'webhook' }],
			new Date(),
		);
		const leased = { source: 'w/n', limit: 1, leaseMs: MINUTE };
		const { token } = await opened.leaseNotices(leased, new Date());
		const updatedAt = new Date().toISOString();
		const result = { ...solved, status: 'solved' as const, updatedAt, messages: [] };
		await opened.recordLooks(token, [result], new Date());
		expect([...(await opened.openAlerts(['1'])).keys()]).toEqual(['1']);
		await pass(5 * MINUTE);
		await until(async () => (await opened.openAlerts(['1'])).size === 0);
	});

	it('takes the words of customers out when their time is over, and keeps the decision', async () => {
		await alertOf('1');
		const { emitted } = await start({}, 1);
		await record(emitted[0]);
		emitted[0]?.end(runOf('success'));
		await settle();
		expect(await message('1')).toMatchObject({ subject: 'Ticket 1' });
		vi.setSystemTime(START + 25 * HOUR);
		await pass(HOUR);
		const kept = await message('1');
		expect(kept).toMatchObject({ state: 'alerted', score: 85 });
		expect(kept).not.toHaveProperty('subject');
	});

	it.each([0, -1, 'never', null])(
		'keeps them for 90 days when the setting is %j',
		async (keepTextDays) => {
			await alertOf('1');
			const { context, emitted } = triggerDouble({
				parameters: { options: { keepTextDays } } as IDataObject,
			});
			const { closeFunction } = await new CsAlertTrigger().trigger.call(context);
			await settle();
			await record(emitted[0]);
			emitted[0]?.end(runOf('success'));
			vi.setSystemTime(START + 80 * 24 * HOUR);
			await pass(HOUR);
			expect(await message('1')).toHaveProperty('subject');
			await closeFunction?.();
			await settle();
			expect(vi.getTimerCount()).toBe(0);
		},
	);
});

describe('when the trigger is stopped', () => {
	it('it gives out nothing new; what is under way is settled; no timer is left', async () => {
		await alertOf('1');
		const { emitted, stop } = await start();
		stop();
		await alertOf('2');
		await pass(10 * MINUTE);
		expect(emitted).toHaveLength(1);
		emitted[0]?.end(runOf('error', { message: 'Slack is down' }));
		await settle();
		expect((await message('1'))?.delivery).toMatchObject({ state: 'due', error: 'Slack is down' });
		expect(vi.getTimerCount()).toBe(0);
	});

	it('while it is still opening the log, it gives out nothing and listens to nothing', async () => {
		await alertOf('1');
		const { context, emitted } = triggerDouble();
		const outbox = await startOutbox(context, 90);
		outbox.stop();
		await settle();
		await alertOf('2');
		await pass(HOUR);
		expect(emitted).toEqual([]);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('and published again, nothing that is under way is given out twice', async () => {
		await alertOf('1');
		const old = await start();
		old.stop();
		const fresh = await start();
		await pass(MINUTE);
		expect(fresh.emitted).toEqual([]);
		await record(old.emitted[0]);
		old.emitted[0]?.end(runOf('success'));
		await pass(HOUR);
		expect(fresh.emitted).toEqual([]);
		expect(await message('1')).toMatchObject({ state: 'alerted' });
	});

	it('two of them share the work: nothing leaves by both', async () => {
		const first = await start();
		const second = await start({ nodeId: 'node-2' });
		await alertOf('1', '2', '3', '4', '5', '6');
		await settle();
		const keys = [...first.emitted, ...second.emitted].map(keyOf);
		expect(keys.sort()).toEqual([...new Set(keys)]);
		expect(keys).toHaveLength(6);
	});
});

describe('when the log is down', () => {
	it('the workflow is published all the same, and goes on when it is back', async () => {
		const opened = await log.open();
		await alertOf('1');
		await opened.close();
		const folder = process.env.N8N_USER_FOLDER;
		const inTheWay = join(log.folder(), 'blocked');
		writeFileSync(inTheWay, 'in the way');
		process.env.N8N_USER_FOLDER = inTheWay;
		const { emitted, warnings } = await start();
		await until(() => warnings.length > 0);
		process.env.N8N_USER_FOLDER = folder;
		await pass(2000);
		await until(() => emitted.length > 0);
		expect(keyOf(emitted[0])).toBe('zendesk:acme:1');
	});

	it('for good, as in queue mode without a database, the workflow is not published', async () => {
		process.env.EXECUTIONS_MODE = 'queue';
		await expect(start()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining('Set CS_ALERTS_DATABASE_URL on each of them') as string,
		});
		expect(vi.getTimerCount()).toBe(0);
	});
});

describe('in the editor', () => {
	it('an invented alert is given out, marked as a test, and the outbox stays as it is', async () => {
		await alertOf('1');
		const { context, emitted } = triggerDouble({ mode: 'manual' });
		const { manualTriggerFunction } = await new CsAlertTrigger().trigger.call(context);
		await manualTriggerFunction?.();
		await pass(MINUTE);
		expect(emitted).toHaveLength(1);
		expect(emitted[0]?.outputs[1]).toEqual([]);
		const json = jsonOf(emitted[0]);
		expect(readTicket(json)).toMatchObject({ isTest: true });
		expect(readDelivery(json)).toMatchObject({ id: 'test', kind: 'alert', attempt: 1 });
		expect(readSentiment(json)?.score).toBe(92);
		expect(readGate(json).route).toBe('alert');
		expect(readAccount(json)?.owner).toBeUndefined();
		expect((await message('1'))?.delivery).toMatchObject({ state: 'due', attempts: 0 });
	});
});
