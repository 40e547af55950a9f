import type { INodeExecutionData, IRun, ITriggerFunctions } from 'n8n-workflow';

/** How the run of emitted items ended. */
export interface EndedRun {
	isSuccess: boolean;
	/** What stopped it; absent when nothing did. */
	error?: unknown;
	/** Whether n8n says nothing of how far it came, so that it may have done all it was to do. */
	isUnclear?: boolean;
	/** Whether no node of it is known to have run, as where its worker was killed. */
	isLost?: boolean;
	/** Whether n8n refused to start it, so that nothing was done at all. */
	didNotStart?: boolean;
}

/** A run that n8n never reports an end of is given up after this; its lease then runs out. */
const MOST_RUN_MS = 60 * 60_000;

const GIVEN_UP = Symbol('given up');

/**
 * Starts a run with items and waits for its end, renewing whatever is leased to it meanwhile.
 * @param outputs the items of each output of the trigger
 * @param renew called every `everyMs` milliseconds while the run lives
 * @returns absent when n8n reported no end within an hour; never throws
 */
export async function emitRun(
	context: ITriggerFunctions,
	outputs: INodeExecutionData[][],
	renew: () => Promise<void>,
	everyMs: number,
): Promise<EndedRun | undefined> {
	const done = context.helpers.createDeferredPromise<IRun | undefined>();
	const renewing = setInterval(() => {
		// One renewal that fails is made good by the next, long before the lease ends.
		renew().catch(() => {});
	}, everyMs);
	let givingUp: ReturnType<typeof setTimeout> | undefined;
	const givenUp = new Promise<typeof GIVEN_UP>((resolve) => {
		givingUp = setTimeout(() => resolve(GIVEN_UP), MOST_RUN_MS);
	});
	// A run that hangs must not keep n8n from ending.
	renewing.unref();
	givingUp?.unref();
	let isHandedOver = false;
	try {
		context.emit(outputs, undefined, done as Parameters<typeof context.emit>[2]);
		isHandedOver = true;
		const run = await Promise.race([done.promise, givenUp]);
		return run === GIVEN_UP ? undefined : endOf(run);
	} catch (error) {
		// Stopped by hand, or its worker stopped: at which node, n8n does not say.
		return {
			isSuccess: false,
			error,
			...(isHandedOver ? { isUnclear: true } : { didNotStart: true }),
		};
	} finally {
		clearInterval(renewing);
		clearTimeout(givingUp);
	}
}

function endOf(run: IRun | null | undefined): EndedRun {
	// Nothing at all is what n8n gives where it refused to start the run, e.g. for a credential it may not use.
	if (run === undefined || run === null) {
		return {
			isSuccess: false,
			didNotStart: true,
			error: new Error(
				"n8n did not start the run, e.g. since the workflow may not use one of its credentials. The workflow's executions say why",
			),
		};
	}
	const { error, lastNodeExecuted } = run.data?.resultData ?? {};
	if (error !== undefined) {
		// In queue mode the run of a worker that was killed ends so, a minute later: with an error of no node.
		const isLost = lastNodeExecuted === undefined;
		return { isSuccess: false, error, ...(isLost && { isUnclear: true, isLost: true }) };
	}
	if (run.status === 'success') return { isSuccess: true };
	const reason =
		run.status === 'waiting'
			? 'The run waits for something, e.g. at a Wait node, before the Ticket Log node was reached. Put that node behind Ticket Log'
			: `The run ended as "${run.status}"`;
	return { isSuccess: false, isUnclear: true, error: new Error(reason) };
}
