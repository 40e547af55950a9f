import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { HelpdeskError } from '../../nodes/SupportTicketTrigger/helpdesk';
import { startLooks } from '../../nodes/SupportTicketTrigger/lookRuns';
import {
	startReconciling,
	type ReconcilingOptions,
} from '../../nodes/SupportTicketTrigger/reconcileRuns';
import type { ReceivingSettings } from '../../nodes/SupportTicketTrigger/settings';
import { busyUntil, helpdeskDouble, INSTANCE, lookedTicket } from '../support/helpdeskDouble';
import { settle, useTemporaryLog } from '../support/temporaryLog';

const log = useTemporaryLog();
const SOURCE = 'workflow-1/node-1';
const START = Date.parse('2026-11-23T09:00:00Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const stops: Array<() => void> = [];
beforeEach(() => {
	vi.useFakeTimers({ now: START, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
	for (const stop of stops.splice(0)) stop();
	vi.useRealTimers();
});

async function pass(milliseconds: number): Promise<void> {
	await vi.advanceTimersByTimeAsync(milliseconds);
	await settle();
}

/** A trigger that has lived for a day and starts now; `at` tells when its helpdesk was asked, in seconds. */
async function start(options: Partial<ReconcilingOptions> = {}, helpdesk = helpdeskDouble()) {
	const opened = await log.open();
	await opened.saveTrigger(
		{ source: SOURCE, workflowId: 'workflow-1', helpdesk: 'zendesk' },
		new Date(START - 24 * HOUR),
	);
	const at: number[] = [];
	const looked: number[] = [];
	const told: string[] = [];
	const errors: unknown[] = [];
	const { changedSince } = helpdesk.api;
	helpdesk.api.changedSince = async (...page) => {
		at.push((Date.now() - START) / SECOND);
		return await changedSince(...page);
	};
	const reconciling = startReconciling({
		source: SOURCE,
		workflowId: 'workflow-1',
		helpdesk: 'zendesk',
		isOn: true,
		connect: async () => await Promise.resolve({ api: helpdesk.api, instance: INSTANCE }),
		keepRegistered: async () => {
			looked.push((Date.now() - START) / SECOND);
			return await Promise.resolve(false);
		},
		tell: (text) => told.push(text),
		onError: (error) => errors.push(error),
		...options,
	});
	stops.push(() => reconciling.stop());
	const progress = async () => await opened.triggerProgress(SOURCE);
	await pass(0);
	return { opened, helpdesk, at, looked, told, errors, reconciling, progress };
}

describe('a helpdesk', () => {
	it('is asked at a start, after 2 and after 10 minutes, then each hour', async () => {
		const { at, looked, progress } = await start();
		for (let minutes = 0; minutes < 180; minutes += 1) await pass(MINUTE);
		expect(at).toEqual([0, 120, 600, 4200, 7800]);
		expect(looked).toEqual(at);
		expect((await progress())?.reconciledAt?.getTime()).toBe(START + 7800 * SECOND);
	});

	it('is asked no more once the workflow is unpublished', async () => {
		const { at, reconciling } = await start();
		reconciling.stop();
		await pass(3 * HOUR);
		expect(at).toEqual([0]);
	});

	it('is asked for nothing where that is switched off, and its registration looked after all the same', async () => {
		const { at, looked } = await start({ isOn: false });
		await pass(10 * MINUTE);
		expect(at).toEqual([]);
		expect(looked).toEqual([0, 120, 600]);
	});
});

describe('a helpdesk that cannot be asked', () => {
	it('is asked again with the next round after a start, then each five minutes; the reason is kept', async () => {
		const helpdesk = helpdeskDouble();
		const down = () => new HelpdeskError('Zendesk could not be reached');
		helpdesk.faults.push(down(), down(), down(), down());
		const { at, errors, progress } = await start({}, helpdesk);
		expect((await progress())?.reconcileError).toBe('Zendesk could not be reached');
		for (let minutes = 0; minutes < 80; minutes += 1) await pass(MINUTE);
		expect(at).toEqual([0, 120, 420, 600, 900, 4500]);
		expect(errors).toHaveLength(4);
		expect((await progress())?.reconcileError ?? '').toBe('');
	});

	it.each([
		['seconds', 30, [0, 30, 120]],
		['longer than until the next round', 200, [0, 200]],
		['no time at all', 0, [0, 10, 120]],
	])('is not asked before it wants to be: %s', async (_, seconds, asked) => {
		const helpdesk = helpdeskDouble();
		helpdesk.faults.push(busyUntil(new Date(START + seconds * SECOND)));
		const { at } = await start({}, helpdesk);
		for (let seconds = 0; seconds < 300; seconds += 10) await pass(10 * SECOND);
		expect(at).toEqual(asked);
	});

	it('whose registration cannot be read is not asked either, and both come again', async () => {
		let looks = 0;
		const { at, errors } = await start({
			keepRegistered: async () => {
				looks += 1;
				if (looks === 1) throw new HelpdeskError('Zendesk could not be reached');
				return await Promise.resolve(false);
			},
		});
		await pass(2 * MINUTE);
		expect(at).toEqual([120]);
		expect(errors).toHaveLength(1);
	});
});

describe('what was found', () => {
	it('registered no more is told of, once made again', async () => {
		let isGone = true;
		const { told } = await start({
			keepRegistered: async () => {
				const wasGone = isGone;
				isGone = false;
				return await Promise.resolve(wasGone);
			},
		});
		await pass(2 * MINUTE);
		expect(told).toEqual([
			'its registration at the helpdesk was gone or changed, and was made again',
		]);
	});

	/** Looks at what is named, at once. */
	const look = (helpdesk: ReturnType<typeof helpdeskDouble>) => {
		const looks = startLooks({
			source: SOURCE,
			settings: {
				helpdesk: 'zendesk',
				counts: ['new', 'reply'],
				who: { ownDomains: [], excludedSenders: [], excludedTags: [] },
			} as unknown as ReceivingSettings,
			connect: async () => await Promise.resolve(helpdesk.api),
			onError: (error) => expect(error).toBeUndefined(),
		});
		stops.push(() => looks.stop());
		return looks;
	};
	const missedTickets = () =>
		helpdeskDouble(
			['1', '2', '3'].map((id) =>
				lookedTicket(id, [{ at: new Date(START - 30 * MINUTE - Number(id) * MINUTE) }]),
			),
		);
	const TOLD =
		'3 messages had never arrived by webhook, the first of 2026-11-23T08:27:00.000Z; they were fetched and taken in';

	it('and had never arrived is told once, a minute later, when it has been looked at', async () => {
		const helpdesk = missedTickets();
		const { told } = await start({}, helpdesk);
		look(helpdesk);
		await pass(59 * SECOND);
		expect(told).toEqual([]);
		await pass(SECOND);
		expect(told).toEqual([TOLD]);
		await pass(3 * HOUR);
		expect(told).toEqual([TOLD]);
		expect(await log.messages()).toHaveLength(3);
	});

	it('is told before the next round counts anew, however short the time between them', async () => {
		const helpdesk = missedTickets();
		const { changedSince } = helpdesk.api;
		let isFirst = true;
		// A first round that takes longer than the time until the second.
		helpdesk.api.changedSince = async (...page) => {
			if (isFirst) {
				isFirst = false;
				await new Promise((resolve) => setTimeout(resolve, 90 * SECOND));
			}
			return await changedSince(...page);
		};
		const { told } = await start({}, helpdesk);
		await pass(90 * SECOND);
		look(helpdesk);
		await pass(29 * SECOND);
		expect(told).toEqual([]);
		await pass(SECOND);
		expect(told).toEqual([TOLD]);
		await pass(HOUR);
		expect(told).toEqual([TOLD]);
	});
});
