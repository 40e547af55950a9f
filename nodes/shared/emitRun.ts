import type { INodeExecutionData, IRun, ITriggerFunctions } from 'n8n-workflow';

/** How the run of emitted items ended. */
export interface EndedRun {
	isSuccess: boolean;
	/** What stopped it; absent when nothing did. */
	error?: unknown;
}

/** A run that n8n never reports an end of is given up after this; its lease then runs out. */
const MOST_RUN_MS = 60 * 60_000;

/**
 * Starts a run with items and waits for its end, renewing whatever is leased to it meanwhile.
 * @param outputs the items of each output of the trigger
 * @param renew called every `everyMs` milliseconds while the run lives
 */
export async function emitRun(
	context: ITriggerFunctions,
	outputs: INodeExecutionData[][],
	renew: () => Promise<void>,
	everyMs: number,
): Promise<EndedRun | undefined> {
	const done = context.helpers.createDeferredPromise<IRun>();
	const renewing = setInterval(() => {
		// One renewal that fails is made good by the next, long before the lease ends.
		renew().catch(() => {});
	}, everyMs);
	let givingUp: ReturnType<typeof setTimeout> | undefined;
	const lost = new Promise<undefined>((resolve) => {
		givingUp = setTimeout(() => resolve(undefined), MOST_RUN_MS);
	});
	try {
		context.emit(outputs, undefined, done);
		const run = await Promise.race([done.promise, lost]);
		return run === undefined ? undefined : endOf(run);
	} catch (error) {
		return { isSuccess: false, error };
	} finally {
		clearInterval(renewing);
		clearTimeout(givingUp);
	}
}

function endOf(run: IRun | null): EndedRun {
	const error = run?.data?.resultData?.error;
	const isSuccess = run?.status === 'success' && error === undefined;
	return {
		isSuccess,
		...(!isSuccess && { error: error ?? new Error(`The run ended as "${run?.status ?? 'lost'}"`) }),
	};
}
