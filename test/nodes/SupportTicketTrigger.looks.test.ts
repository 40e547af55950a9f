import { afterEach, describe, expect, it } from 'vitest';

import { startBackfills } from '../../nodes/SupportTicketTrigger/backfillRuns';
import { HelpdeskError } from '../../nodes/SupportTicketTrigger/helpdesk';
import { startLooks } from '../../nodes/SupportTicketTrigger/lookRuns';
import { reconcile } from '../../nodes/SupportTicketTrigger/reconcile';
import type { ReceivingSettings } from '../../nodes/SupportTicketTrigger/settings';
import {
	busyUntil,
	helpdeskDouble,
	INSTANCE,
	keyOf,
	lookedTicket,
} from '../support/helpdeskDouble';
import { endWaits } from '../support/logRows';
import { standing, standingAlert } from '../log/lifeRig';
import { decisionOf, deliveryDue } from '../log/rig';
import { until, useTemporaryLog } from '../support/temporaryLog';

const log = useTemporaryLog();
const SOURCE = 'workflow-1/node-1';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds);

const SETTINGS = {
	helpdesk: 'zendesk',
	counts: ['new', 'reply'],
	who: { ownDomains: ['northwind.example'], excludedSenders: [], excludedTags: ['internal'] },
} as unknown as ReceivingSettings;

const stops: Array<() => void> = [];
afterEach(() => {
	for (const stop of stops.splice(0)) stop();
});

/** The trigger has lived for an hour; its helpdesk is the double. */
async function living(helpdesk = helpdeskDouble(), settings: Partial<ReceivingSettings> = {}) {
	const opened = await log.open();
	await opened.saveTrigger(
		{ source: SOURCE, workflowId: 'workflow-1', helpdesk: 'zendesk' },
		ago(HOUR),
	);
	const errors: unknown[] = [];
	const start = () => {
		const looks = startLooks({
			source: SOURCE,
			settings: { ...SETTINGS, ...settings },
			connect: async () => await Promise.resolve(helpdesk.api),
			onError: (error) => errors.push(error),
		});
		const stopListening = opened.onNews('notices', () => looks.wake());
		stops.push(() => {
			stopListening();
			looks.stop();
		});
	};
	const notice = async (id: string, foundBy: 'webhook' | 'reconcile' = 'webhook') =>
		await opened.notice(
			[
				{
					key: keyOf(id),
					helpdesk: 'zendesk',
					instance: INSTANCE,
					id,
					source: SOURCE,
					workflowId: 'workflow-1',
					foundBy,
				},
			],
			new Date(),
		);
	return { opened, helpdesk, errors, start, notice };
}

const statesOf = async () =>
	(await log.messages())
		.map(({ ticketKey, messageId, state, reason }) => ({ ticketKey, messageId, state, reason }))
		.sort((a, b) => `${a.ticketKey}${a.messageId}`.localeCompare(`${b.ticketKey}${b.messageId}`));

describe('a ticket that was named', () => {
	it('is looked at, and each message of its customer is taken in once', async () => {
		const helpdesk = helpdeskDouble([
			lookedTicket('7', [
				{ at: ago(10 * MINUTE) },
				{ messageId: 'c2', event: 'reply', at: ago(MINUTE) },
			]),
		]);
		const { start, notice } = await living(helpdesk);
		await notice('7');
		await notice('7');
		start();
		await until(async () => (await log.messages()).length === 2);
		await notice('7');
		await until(() => helpdesk.looks.length === 2);
		expect(await statesOf()).toMatchObject([
			{ messageId: 'c2', state: 'received' },
			{ messageId: 'new', state: 'received' },
		]);
	});

	it('and is solved by now ends its alert at once', async () => {
		const written = [{ at: ago(10 * MINUTE) }];
		const ticket = (over: object) => lookedTicket('7', written, over);
		const helpdesk = helpdeskDouble([ticket({ status: 'open' })]);
		const { opened, start, notice } = await living(helpdesk);
		const decision = decisionOf('7', { ticket: { key: keyOf('7'), messageId: 'new' } });
		const { token } = await standingAlert(opened, { decision, now: ago(9 * MINUTE) });
		await notice('7');
		start();
		await until(() => helpdesk.looks.length === 1);
		const stateNow = async () => (await standing(opened, token, new Date())).state;
		expect(await stateNow()).toBe('open');
		helpdesk.tickets[0] = ticket({ status: 'solved', updatedAt: ago(MINUTE).toISOString() });
		await notice('7');
		await until(async () => (await stateNow()) === 'closed');
		expect((await deliveryDue(opened, new Date())).delivery).toMatchObject({ kind: 'closed' });
	});

	it('brings nothing from before the trigger lived, nor what does not count', async () => {
		const helpdesk = helpdeskDouble([
			lookedTicket('7', [
				{ at: ago(5 * HOUR) },
				{ messageId: 'c2', event: 'reply', at: ago(MINUTE) },
				{ messageId: 'csat:1', event: 'csat', at: ago(MINUTE) },
			]),
		]);
		const { start, notice } = await living(helpdesk);
		await notice('7');
		start();
		await until(async () => (await log.messages()).length > 0);
		expect((await statesOf()).map(({ messageId }) => messageId)).toEqual(['c2']);
	});

	it('is skipped with the reason where no customer wrote it', async () => {
		const helpdesk = helpdeskDouble([
			lookedTicket('1', [{ at: ago(MINUTE), email: 'ann@northwind.example' }]),
			lookedTicket('2', [{ at: ago(MINUTE), tags: ['Internal'] }]),
			lookedTicket('3', [{ at: ago(MINUTE), skippedBecause: 'Who wrote this is suspended' }]),
		]);
		const { start, notice } = await living(helpdesk);
		for (const id of ['1', '2', '3']) await notice(id);
		start();
		await until(async () => (await log.messages()).length === 3);
		expect(await statesOf()).toMatchObject([
			{
				state: 'skipped',
				reason: 'ann@northwind.example is at your own domain "northwind.example" (Own Domains)',
			},
			{ state: 'skipped', reason: 'The ticket has the tag "Internal" (Excluded Tags)' },
			{ state: 'skipped', reason: 'Who wrote this is suspended' },
		]);
	});

	it('that the helpdesk has no more leaves its state behind, and no message', async () => {
		const { opened, start, notice, helpdesk } = await living();
		await notice('9');
		start();
		await until(() => helpdesk.looks.length === 1);
		await until(async () => (await opened.ticketRecords([keyOf('9')])).length === 1);
		expect(await opened.ticketRecords([keyOf('9')])).toMatchObject([{ status: 'deleted' }]);
		expect(await log.messages()).toEqual([]);
	});

	it('waits as long as a busy helpdesk asks, and is told of', async () => {
		const helpdesk = helpdeskDouble([lookedTicket('7', [{ at: ago(MINUTE) }])]);
		helpdesk.faults.push(busyUntil(new Date(Date.now() + 400)));
		const { start, notice, errors } = await living(helpdesk);
		await notice('7');
		start();
		await until(() => errors.length === 1);
		expect(await log.messages()).toEqual([]);
		await until(async () => {
			await new Promise((resolve) => setTimeout(resolve, 5));
			return (await log.messages()).length === 1;
		});
		expect(errors).toHaveLength(1);
	});

	it('comes again a minute later where the helpdesk cannot be asked', async () => {
		const helpdesk = helpdeskDouble();
		helpdesk.faults.push(new HelpdeskError('Zendesk could not be reached'));
		const { opened, start, notice, errors } = await living(helpdesk);
		await notice('7');
		start();
		await until(() => errors.length === 1);
		const later = { source: SOURCE, limit: 10, leaseMs: 1000 };
		await until(async () => (await opened.leaseNotices(later, new Date())).nextAt !== undefined);
		const { nextAt } = await opened.leaseNotices(later, new Date());
		expect((nextAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(55_000);
	});
});

describe('a ticket that the helpdesk cannot give', () => {
	const ids = ['1', '2', '3', '4', '5'];
	const tickets = () => ids.map((id) => lookedTicket(id, [{ at: ago(MINUTE) }]));
	/** Makes what waits for its next try due, as its time would. */
	const hurry = () => endWaits(log.folder());

	/** Fails for each look that these are among. */
	function failingFor(...bad: string[]) {
		const helpdesk = helpdeskDouble(tickets());
		const { look } = helpdesk.api;
		const asked: string[][] = [];
		helpdesk.api.look = async (wanted, now) => {
			asked.push([...wanted]);
			if (wanted.some((id) => bad.includes(id))) throw new HelpdeskError('Zendesk answered 500');
			return await look(wanted, now);
		};
		return { helpdesk, asked };
	}

	it('takes none of those beside it with it: what fails again is asked for one by one', async () => {
		const { helpdesk, asked } = failingFor('2');
		const { start, notice, errors } = await living(helpdesk);
		for (const id of ids) await notice(id);
		start();
		await until(() => errors.length === 1);
		expect(asked).toEqual([['1', '2', '3']]);
		hurry();
		await notice('5');
		await until(async () => (await log.messages()).length === 4);
		expect(asked.slice(1)).toEqual([['1', '2', '3'], ['1'], ['2'], ['3'], ['4', '5']]);
		await until(() => errors.length === 2);
		hurry();
		await notice('2');
		await until(() => errors.length === 3);
		expect(asked.at(-1)).toEqual(['2']);
	});

	it('is no reason to ask for all one by one where the helpdesk is down or busy', async () => {
		const { helpdesk, asked } = failingFor(...ids);
		helpdesk.api.mostPerLook = 5;
		const { start, notice, errors } = await living(helpdesk);
		for (const id of ids) await notice(id);
		start();
		await until(() => errors.length === 1);
		hurry();
		await notice('5');
		await until(() => errors.length === 2);
		expect(asked).toEqual([ids, ids, ['1'], ['2'], ['3']]);
		helpdesk.api.look = async (wanted) => {
			asked.push([...wanted]);
			return await Promise.reject(busyUntil(new Date(Date.now() + HOUR)));
		};
		hurry();
		await notice('5');
		await until(() => errors.length === 3);
		expect(asked.slice(5)).toEqual([ids]);
	});
});

describe('a reconcile', () => {
	const run = async (helpdesk: ReturnType<typeof helpdeskDouble>) =>
		await reconcile(
			{
				source: SOURCE,
				workflowId: 'workflow-1',
				helpdesk: 'zendesk',
				instance: INSTANCE,
				api: helpdesk.api,
				isStopped: () => false,
			},
			new Date(),
		);

	it('finds what never arrived, page by page, and says how much and since when', async () => {
		const helpdesk = helpdeskDouble(
			['1', '2', '3', '4', '5'].map((id, index) =>
				lookedTicket(id, [{ at: ago((50 - index) * MINUTE) }]),
			),
		);
		const { opened, start, notice } = await living(helpdesk);
		start();
		await notice('3');
		await until(async () => (await log.messages()).length === 1);
		expect(await run(helpdesk)).toBe(4);
		await until(async () => (await log.messages()).length === 5);
		const progress = await opened.triggerProgress(SOURCE);
		expect(progress).toMatchObject({ missing: 4, position: '5' });
		expect(progress?.missingSince?.toISOString()).toBe(helpdesk.tickets[0]?.updatedAt);
		// The next one begins where this one ended.
		expect(await run(helpdesk)).toBe(0);
		expect(helpdesk.pages).toEqual([undefined, '2', '4', '5']);
	});

	it('keeps where it was when it fails in the midst', async () => {
		const helpdesk = helpdeskDouble(
			['1', '2', '3'].map((id) => lookedTicket(id, [{ at: ago(MINUTE) }])),
		);
		const { opened } = await living(helpdesk);
		const { api } = helpdesk;
		let calls = 0;
		helpdesk.api = {
			...api,
			changedSince: async (...page) => {
				calls += 1;
				if (calls === 2) throw new HelpdeskError('down');
				return await api.changedSince(...page);
			},
		};
		await expect(run(helpdesk)).rejects.toThrow('down');
		expect(await opened.triggerProgress(SOURCE)).toMatchObject({ position: '2' });
		expect(await run(helpdesk)).toBe(1);
	});
});

describe('a backfill', () => {
	it('takes in the past without alerts, is stopped and goes on', async () => {
		const helpdesk = helpdeskDouble(
			['1', '2', '3', '4', '5'].map((id, index) =>
				lookedTicket(id, [{ at: ago((200 - index) * HOUR) }]),
			),
		);
		const { opened, start } = await living(helpdesk);
		start();
		const runs = () => {
			const rounds = startBackfills({
				source: SOURCE,
				workflowId: 'workflow-1',
				helpdesk: 'zendesk',
				connect: async () => await Promise.resolve({ api: helpdesk.api, instance: INSTANCE }),
				onError: (error) => expect(error).toBeUndefined(),
			});
			stops.push(() => rounds.stop());
		};
		const { id } = await opened.startBackfill(
			{ source: SOURCE, from: ago(300 * HOUR), to: new Date() },
			new Date(),
		);
		await opened.setBackfillState(id, 'stopped', new Date());
		runs();
		await new Promise((resolve) => setTimeout(resolve, 30));
		expect(helpdesk.pages).toEqual([]);
		await opened.setBackfillState(id, 'running', new Date());
		runs();
		await until(async () => (await log.messages()).length === 5);
		expect((await log.messages()).every(({ backfill }) => backfill === true)).toBe(true);
		await until(async () => (await opened.backfills({ limit: 1 }))[0]?.isRead === true);
		expect(await opened.backfills({ limit: 1 })).toMatchObject([
			{ tickets: 5, total: 5, messages: 5 },
		]);
	});
});
