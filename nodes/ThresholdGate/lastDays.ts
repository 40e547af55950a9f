import type { IExecuteFunctions } from 'n8n-workflow';

import type { GateSettings } from '../core/gate';
import { lastDaysHtml } from '../core/report/backtest/lastDays';
import { logInUse, openLog } from '../log/open';
import { startDeadline } from '../shared/deadline';
import { reasonOf } from '../shared/reasonOf';

/** How long a run by hand reads the log for it: some 100,000 messages where nothing else is going on. */
const MOST_MS = 5000;

/**
 * Shows above the output what the last 30 days would have given with the very settings of this run. Nothing of the run
 * depends on it.
 */
export async function showLastDays(
	context: IExecuteFunctions,
	now: Date,
	gate: GateSettings,
): Promise<void> {
	try {
		// A gate that asks the log nothing makes none.
		const log = gate.history === 'log' ? await openLog() : await logInUse();
		if (log === undefined) return;
		const { signal } = startDeadline(MOST_MS, context.getExecutionCancelSignal());
		const message = await lastDaysHtml(log, gate, now, () => signal.aborted);
		context.addExecutionHints({ type: 'info', location: 'outputPane', message });
	} catch (error) {
		context.addExecutionHints({
			type: 'warning',
			location: 'outputPane',
			message: `What these rules would have made of the last 30 days is unknown, since the log could not be read: ${reasonOf(error)}`,
		});
	}
}
