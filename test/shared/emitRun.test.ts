import type { INodeExecutionData } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { emitRun } from '../../nodes/shared/emitRun';
import { triggerDouble, runOf } from '../support/triggerDouble';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const items: INodeExecutionData[][] = [[{ json: { a: 1 } }]];
const noRenewal = async () => {};

describe('a run that was started', () => {
	it('gets the items, and its end is told', async () => {
		const double = triggerDouble();
		const ending = emitRun(double.context, items, noRenewal, 1000);
		expect(double.emitted).toHaveLength(1);
		expect(double.emitted[0]?.outputs).toEqual(items);
		double.emitted[0]?.end(runOf('success'));
		expect(await ending).toEqual({ isSuccess: true });
	});

	it.each([
		['failed', runOf('error', new Error('no')), { error: new Error('no') }],
		['ended well but for an error', runOf('success', new Error('no')), { error: new Error('no') }],
		[
			// n8n's MaxStalledCountError; what the run did before is known to nobody.
			'lost its worker',
			runOf('error', new Error('processed too many times'), ''),
			{ isUnclear: true, isLost: true, error: new Error('processed too many times') },
		],
		[
			'crashed',
			runOf('crashed'),
			{ isUnclear: true, error: new Error('The run ended as "crashed"') },
		],
		[
			'waits',
			runOf('waiting'),
			{
				isUnclear: true,
				error: new Error(
					'The run waits for something, e.g. at a Wait node, before the Ticket Log node was reached. Put that node behind Ticket Log',
				),
			},
		],
		[
			// n8n ends a run so whose workflow may not use one of its credentials.
			'never started',
			undefined,
			{
				didNotStart: true,
				error: new Error(
					"n8n did not start the run, e.g. since the workflow may not use one of its credentials. The workflow's executions say why",
				),
			},
		],
	])('and %s was no success', async (_, run, end) => {
		const double = triggerDouble();
		const ending = emitRun(double.context, items, noRenewal, 1000);
		double.emitted[0]?.end(run);
		expect(await ending).toEqual({ isSuccess: false, ...end });
	});

	it('and was stopped by hand was no success', async () => {
		const double = triggerDouble();
		const ending = emitRun(double.context, items, noRenewal, 1000);
		double.emitted[0]?.reject(new Error('The execution was cancelled manually'));
		expect(await ending).toEqual({
			isSuccess: false,
			isUnclear: true,
			error: new Error('The execution was cancelled manually'),
		});
	});

	it('has its lease renewed for as long as it lives, also after a renewal that failed', async () => {
		const double = triggerDouble();
		const renew = vi.fn(async () => await Promise.reject(new Error('the log is down')));
		const ending = emitRun(double.context, items, renew, 1000);
		await vi.advanceTimersByTimeAsync(3500);
		expect(renew).toHaveBeenCalledTimes(3);
		double.emitted[0]?.end(runOf('success'));
		await ending;
		await vi.advanceTimersByTimeAsync(5000);
		expect(renew).toHaveBeenCalledTimes(3);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('and is never heard of again is given up after an hour; a late failure then bothers nobody', async () => {
		const double = triggerDouble();
		const ending = emitRun(double.context, items, noRenewal, 1000);
		await vi.advanceTimersByTimeAsync(60 * 60_000);
		expect(await ending).toBeUndefined();
		expect(vi.getTimerCount()).toBe(0);
		double.emitted[0]?.reject(new Error('late'));
		await vi.advanceTimersByTimeAsync(1);
	});

	it('but could not be handed to n8n was no success', async () => {
		const double = triggerDouble({
			onEmit: () => {
				throw new Error('the workflow is gone');
			},
		});
		expect(await emitRun(double.context, items, noRenewal, 1000)).toEqual({
			isSuccess: false,
			didNotStart: true,
			error: new Error('the workflow is gone'),
		});
		expect(vi.getTimerCount()).toBe(0);
	});
});
