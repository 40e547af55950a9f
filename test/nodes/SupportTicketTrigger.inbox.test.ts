import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { IncomingTicket } from '../../nodes/core/helpdesk';
import { startInbox } from '../../nodes/SupportTicketTrigger/inboxRuns';
import { isSetUp, takeDown } from '../../nodes/SupportTicketTrigger/registration';
import { SupportTicketTrigger } from '../../nodes/SupportTicketTrigger/SupportTicketTrigger.node';
import { keepHeard } from '../../nodes/shared/heard';
import { hookDouble } from '../support/hookDouble';
import { settle, until, useTemporaryLog } from '../support/temporaryLog';
import { runOf, triggerDouble, type EmittedRun } from '../support/triggerDouble';
import { webhookDouble } from '../support/webhookDouble';

const log = useTemporaryLog();
const START = Date.parse('2026-11-23T12:00:00Z');
const MINUTE = 60_000;
const SOURCE = 'workflow-1/node-1';
/** Zendesk as an admin sets it up by hand. */
const BY_HAND = { helpdesk: 'zendesk', instance: 'northwind.zendesk.com' };

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

const ticket = (id: string): IncomingTicket => ({
	key: `zendesk:northwind.zendesk.com:${id}`,
	messageId: 'new',
	event: 'new',
	helpdesk: 'zendesk',
	instance: 'northwind.zendesk.com',
	id,
	subject: `Ticket ${id}`,
	receivedAt: new Date().toISOString(),
});

async function takeIn(...ids: string[]): Promise<void> {
	const opened = await log.open();
	for (const id of ids) {
		await opened.takeIn(
			{ ticket: ticket(id), source: SOURCE, workflowId: 'workflow-1' },
			new Date(),
		);
	}
}

const idsOf = (run: EmittedRun | undefined) =>
	(run?.outputs[0] ?? []).map(({ json }) => (json.ticket as { id: string }).id);

/** Starts the trigger as n8n does when its workflow is published. */
async function start(extra: Parameters<typeof triggerDouble>[0] = {}) {
	const double = triggerDouble({
		...extra,
		parameters: { ...BY_HAND, authentication: 'signature', ...extra.parameters },
		credentials: { csAlertsSigningSecretApi: { secret: 'a secret that is long enough' } },
	});
	const inbox = await startInbox(double.context);
	const stop = () => inbox.stop();
	stops.push(stop);
	await settle();
	return { ...double, stop };
}

/** What the nodes of a run would have done: decides on all of its tickets. */
async function decide(run: EmittedRun | undefined): Promise<void> {
	const opened = await log.open();
	const decisions = (run?.outputs[0] ?? []).map(({ json }) => ({
		ticket: json.ticket as unknown as IncomingTicket,
		gate: {
			route: 'digest' as const,
			severity: 'low' as const,
			rules: [],
			reason: 'calm',
			missing: [],
			counterfactual: '',
			history: {},
			config: '',
		},
		source: SOURCE,
		workflowId: 'workflow-1',
	}));
	await opened.recordDecisions(decisions, new Date());
}

const states = async () =>
	Object.fromEntries(
		(await log.messages()).map(({ ticketKey, state }) => [ticketKey.split(':')[2], state]),
	);
const row = async (id: string) =>
	(await log.messages()).find(({ ticketKey }) => ticketKey.endsWith(`:${id}`));

async function pass(milliseconds: number): Promise<void> {
	await vi.advanceTimersByTimeAsync(milliseconds);
	await settle();
}

describe('waiting tickets', () => {
	it('go to one run together, oldest first, as a batch', async () => {
		await takeIn('1', '2', '3');
		const { emitted } = await start();
		expect(emitted.map(idsOf)).toEqual([['1', '2', '3']]);
		expect(emitted[0]?.outputs[0]?.[0]).toEqual({
			json: { ticket: expect.objectContaining(ticket('1')) as IDataObject },
		});
	});

	it('are no more in one run than the batch size, and no more runs at once than set', async () => {
		await takeIn('1', '2', '3', '4', '5', '6', '7');
		const { emitted } = await start({ parameters: { options: { batchSize: 3 } } });
		expect(emitted.map(idsOf)).toEqual([
			['1', '2', '3'],
			['4', '5', '6'],
		]);
		await decide(emitted[0]);
		emitted[0]?.end(runOf('success'));
		await settle();
		expect(idsOf(emitted[2])).toEqual(['7']);
	});

	it.each([
		[{ batchSize: 0 }],
		[{ batchSize: 'many' }],
		[{ parallelRuns: -1 }],
		[{ parallelRuns: null }],
	])('go on also with settings that make no sense: %j', async (options) => {
		await takeIn('1', '2');
		const { emitted } = await start({ parameters: { options } as IDataObject });
		expect(emitted.map(idsOf)).toEqual([['1', '2']]);
	});

	it('that come alone go at once: nobody waits for others', async () => {
		const { emitted } = await start();
		await takeIn('1');
		await settle();
		expect(emitted.map(idsOf)).toEqual([['1']]);
	});

	it('that come right after a run began are gathered for half a second, and go in one', async () => {
		const { emitted } = await start();
		await takeIn('1');
		await settle();
		for (const id of ['2', '3', '4']) {
			await takeIn(id);
			await settle();
		}
		expect(emitted.map(idsOf)).toEqual([['1']]);
		await vi.advanceTimersByTimeAsync(500);
		await settle();
		expect(emitted.map(idsOf)).toEqual([['1'], ['2', '3', '4']]);
	});

	it('are given to one trigger only: those of another stay where they are', async () => {
		const opened = await log.open();
		await opened.takeIn(
			{ ticket: ticket('9'), source: 'workflow-1/other', workflowId: 'workflow-1' },
			new Date(),
		);
		const { emitted } = await start();
		expect(emitted).toEqual([]);
	});
});

describe('when a run ends', () => {
	it('well and all is decided, nothing is left to do', async () => {
		await takeIn('1', '2');
		const { emitted } = await start();
		await decide(emitted[0]);
		emitted[0]?.end(runOf('success'));
		await pass(10 * MINUTE);
		expect(await states()).toEqual({ 1: 'monitored', 2: 'monitored' });
		expect(emitted).toHaveLength(1);
	});

	it('well without a decision, its tickets are done: the workflow has no Record Decision', async () => {
		await takeIn('1');
		const { emitted } = await start();
		emitted[0]?.end(runOf('success'));
		await settle();
		expect(await row('1')).toMatchObject({
			state: 'done',
			reason: expect.stringContaining('Record Decision') as string,
		});
	});

	it('badly, its tickets are due again after a minute, each by itself, with the reason', async () => {
		await takeIn('1', '2');
		const { emitted } = await start({ parameters: { options: { parallelRuns: 1 } } });
		emitted[0]?.end(
			runOf('error', { message: 'HubSpot is down', node: { name: 'Account Lookup' } }),
		);
		await settle();
		expect(await row('1')).toMatchObject({
			state: 'received',
			reason: 'HubSpot is down',
			attempts: 1,
			dueAt: new Date(START + MINUTE).toISOString(),
		});
		await pass(MINUTE - 1);
		expect(emitted).toHaveLength(1);
		await pass(5001);
		// What took a run down is given out alone, so that it takes nobody with it.
		expect(idsOf(emitted[1])).toHaveLength(1);
		await decide(emitted[1]);
		emitted[1]?.end(runOf('success'));
		await settle();
		expect(idsOf(emitted[2])).toHaveLength(1);
		expect(new Set([...idsOf(emitted[1]), ...idsOf(emitted[2])])).toEqual(new Set(['1', '2']));
	});

	it('badly after some were decided, only the others come again', async () => {
		await takeIn('1', '2');
		const { emitted } = await start();
		const [first] = emitted[0]?.outputs[0] ?? [];
		if (first === undefined) throw new Error('Nothing was given out');
		await decide({ ...emitted[0], outputs: [[first]] } as EmittedRun);
		emitted[0]?.end(runOf('error', new Error('no')));
		await settle();
		expect(await states()).toEqual({ 1: 'monitored', 2: 'received' });
	});

	it.each<[string, (run: EmittedRun | undefined) => void, string]>([
		[
			'was stopped by hand',
			(run) => run?.reject(new Error('The execution was cancelled manually')),
			'The execution was cancelled manually',
		],
		['was never started', (run) => run?.end(undefined), 'n8n did not start the run'],
		['crashed', (run) => run?.end(runOf('crashed')), 'The run ended as "crashed"'],
		['waits for a person', (run) => run?.end(runOf('waiting')), 'Put that node behind Ticket Log'],
	])('because it %s, its tickets come again', async (_, end, reason) => {
		await takeIn('1');
		const { emitted } = await start();
		end(emitted[0]);
		await settle();
		expect(await row('1')).toMatchObject({
			state: 'received',
			reason: expect.stringContaining(reason) as string,
			dueAt: new Date(START + MINUTE).toISOString(),
		});
	});

	it('never, its tickets stay its own for as long as it lives', async () => {
		await takeIn('1');
		const { emitted } = await start();
		await pass(10 * MINUTE);
		expect(emitted).toHaveLength(1);
		await decide(emitted[0]);
		emitted[0]?.end(runOf('success'));
		await settle();
		expect(await states()).toEqual({ 1: 'monitored' });
	});

	it('never, and n8n has forgotten it, its tickets come again after an hour', async () => {
		await takeIn('1');
		const { emitted } = await start();
		await pass(64 * MINUTE);
		expect(idsOf(emitted[1])).toEqual(['1']);
	});

	it('after its lease was lost, what the other run decided stands', async () => {
		await takeIn('1');
		const { emitted } = await start();
		await (await log.open()).endForeignLeases(new Date());
		await decide(emitted[0]);
		emitted[0]?.end(runOf('error', new Error('late')));
		await settle();
		expect(await states()).toEqual({ 1: 'monitored' });
	});
});

describe('when the trigger is stopped', () => {
	it('it takes nothing new, and what is under way is settled when it ends', async () => {
		await takeIn('1');
		const { emitted, stop } = await start();
		stop();
		await takeIn('2');
		await pass(10 * MINUTE);
		expect(emitted).toHaveLength(1);
		await decide(emitted[0]);
		emitted[0]?.end(runOf('success'));
		await pass(MINUTE);
		expect(await states()).toEqual({ 1: 'monitored', 2: 'received' });
		expect(emitted).toHaveLength(1);
	});

	it('no timer and no listener is left', async () => {
		const { stop } = await start();
		stop();
		await settle();
		expect(vi.getTimerCount()).toBe(0);
	});

	it('while it is still opening the log, it takes nothing and listens to nothing', async () => {
		await takeIn('1');
		const double = triggerDouble({
			parameters: { ...BY_HAND, authentication: 'headerAuth' },
			credentials: { httpHeaderAuth: { name: 'X', value: 'y' } },
		});
		const inbox = await startInbox(double.context);
		inbox.stop();
		await settle();
		await takeIn('2');
		await pass(10 * MINUTE);
		expect(double.emitted).toEqual([]);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('and published again, the new one leaves alone what the old one has under way', async () => {
		await takeIn('1');
		const old = await start();
		old.stop();
		const fresh = await start();
		await takeIn('2');
		await settle();
		expect(fresh.emitted.map(idsOf)).toEqual([['2']]);
		await decide(old.emitted[0]);
		old.emitted[0]?.end(runOf('success'));
		await settle();
		expect(await states()).toEqual({ 1: 'monitored', 2: 'received' });
	});
});

describe('two triggers of one workflow', () => {
	const waitsForOther = async () =>
		await (
			await log.open()
		).takeIn(
			{ ticket: ticket('9'), source: 'workflow-1/node-2', workflowId: 'workflow-1' },
			new Date(),
		);

	it('take nothing of each other after a long stop, whoever starts first', async () => {
		const opened = await log.open();
		const long = new Date(START - 24 * 60 * MINUTE);
		await opened.saveTrigger(
			{ source: 'workflow-1/node-2', workflowId: 'workflow-1', helpdesk: 'zendesk' },
			long,
		);
		await waitsForOther();
		const first = await start();
		await pass(1000);
		const second = await start({ nodeId: 'node-2' });
		await pass(5 * MINUTE);
		expect(first.emitted).toEqual([]);
		expect(second.emitted.map(idsOf)).toEqual([['9']]);
	});

	it('one that is gone leaves its tickets to the other', async () => {
		await waitsForOther();
		const { emitted } = await start();
		await pass(2 * MINUTE);
		expect(emitted.map(idsOf)).toEqual([['9']]);
	});
});

describe('when the log is down', () => {
	it('at the start, the workflow is published all the same, and goes on when the log is back', async () => {
		const inTheWay = join(log.folder(), '.n8n');
		writeFileSync(inTheWay, 'in the way');
		const { emitted, warnings } = await start();
		await until(() => warnings.length > 0);
		expect(warnings[0]).toContain(log.folder());
		rmSync(inTheWay);
		await takeIn('1');
		await pass(2000);
		await until(() => emitted.length > 0);
		expect(emitted.map(idsOf)).toEqual([['1']]);
	});

	it('says nothing of a customer in n8n’s log', async () => {
		writeFileSync(join(log.folder(), '.n8n'), 'in the way');
		const { warnings } = await start();
		await pass(5 * MINUTE);
		expect(warnings.join()).not.toMatch(/@|Ticket \d/);
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

describe('what is set wrong is told when the workflow is published', () => {
	it.each([
		[{ instance: 'two words' }, {}, 'your subdomain or your host'],
		[{ instance: '' }, {}, 'Zendesk Host is empty. Enter yours'],
		[{ ownDomains: 'ann@northwind.example' }, {}, 'in Own Domains is not a domain'],
		[{ excludedSenders: 'a b' }, {}, '"a" in Excluded Senders is not an address or a domain'],
		[
			{ helpdesk: 'other', moreFields: { link: 'desk/{id}' } },
			{},
			'Ticket Link is no web address with {id} in it',
		],
		[{}, { csAlertsSigningSecretApi: { secret: '' } }, 'Signing Secret is empty'],
		[{ authentication: 'headerAuth' }, { httpHeaderAuth: { name: 'X' } }, 'no name or no value'],
	])('%j %j', async (parameters, credentials, words) => {
		const { context } = triggerDouble({
			parameters: { ...BY_HAND, authentication: 'signature', ...parameters },
			credentials,
		});
		await expect(startInbox(context)).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining(words) as string,
		});
	});

	it('but a credential that cannot be read just now keeps nothing from being worked on', async () => {
		await takeIn('1');
		const { context, emitted, warnings } = triggerDouble({
			parameters: { ...BY_HAND, authentication: 'signature' },
		});
		const inbox = await startInbox(context);
		stops.push(() => inbox.stop());
		await settle();
		expect(emitted.map(idsOf)).toEqual([['1']]);
		expect(warnings[0]).toContain('does not have credentials');
	});
});

describe('where the trigger is', () => {
	it('is told to a log that was down when n8n started, as soon as it is back', async () => {
		const parameters = { ...BY_HAND, authentication: 'signature' };
		const blocked = join(log.folder(), '.n8n');
		writeFileSync(blocked, 'in the way');
		const address = 'https://new.example/webhook/cs-alerts/zendesk';
		const { context, warnings } = hookDouble({ parameters, activation: 'init', address });
		expect(await isSetUp(context)).toBe(true);
		expect(warnings).toHaveLength(1);
		await start();
		rmSync(blocked);
		await pass(MINUTE);
		expect(await (await log.open()).triggers()).toMatchObject([{ source: SOURCE, address }]);
		await takeDown(context);
	});
});

describe('the node', () => {
	it('gives a run of the editor the ticket that was heard, once, and nothing of the log', async () => {
		const { context, emitted, errors } = triggerDouble({ mode: 'manual' });
		await takeIn('1');
		keepHeard(webhookDouble({}).context, { ticket: { key: 'zendesk:acme:9', isTest: true } });
		const { manualTriggerFunction } = await new SupportTicketTrigger().trigger.call(context);
		await manualTriggerFunction?.();
		expect(emitted.map(({ outputs }) => outputs)).toEqual([
			[[{ json: { ticket: { key: 'zendesk:acme:9', isTest: true } } }]],
		]);
		await manualTriggerFunction?.();
		expect(emitted).toHaveLength(1);
		expect(errors.map(({ message }) => message)).toEqual([
			expect.stringContaining('Choose Execute workflow again'),
		]);
		await pass(MINUTE);
		expect(await states()).toEqual({ 1: 'received' });
	});

	it('starts and stops with its workflow', async () => {
		await takeIn('1');
		const { context, emitted } = triggerDouble({
			parameters: { ...BY_HAND, authentication: 'headerAuth' },
			credentials: { httpHeaderAuth: { name: 'X', value: 'y' } },
		});
		const { closeFunction } = await new SupportTicketTrigger().trigger.call(context);
		await settle();
		expect(emitted.map(idsOf)).toEqual([['1']]);
		await closeFunction?.();
		emitted[0]?.end(runOf('success'));
		await settle();
		expect(vi.getTimerCount()).toBe(0);
	});
});
