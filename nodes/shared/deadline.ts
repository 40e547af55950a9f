/** The time a whole look-up may take, over all its calls and waits. */
export interface Deadline {
	/** Aborted when the time is up or the execution was cancelled. */
	readonly signal: AbortSignal;
	/** Milliseconds left, never below 0. */
	remainingMs(): number;
	/**
	 * A time-out in milliseconds for one call under this deadline: a second past it, so that the deadline
	 * is what speaks first and a library's own time-out only ends what nobody waits for any more.
	 */
	callTimeoutMs(): number;
	/**
	 * Settles as the promise does, or rejects when the time is up first.
	 * @throws DeadlineError when the time is up
	 * @throws StoppedError when the execution was stopped
	 */
	race<T>(promise: Promise<T>): Promise<T>;
	/**
	 * Does nothing while there is time: asked before a call is made that nobody would wait for.
	 * @throws DeadlineError when the time is up
	 * @throws StoppedError when the execution was stopped
	 */
	check(): void;
}

const CALL_SLACK_MS = 1000;

/** The time was up before the other side had answered. */
export class DeadlineError extends Error {
	readonly seconds: number;

	constructor(seconds: number) {
		super(`There was no complete answer within ${inSeconds(seconds)}`);
		this.seconds = seconds;
	}
}

/** The execution was stopped: nobody waits for an answer any more. */
export class StoppedError extends Error {
	constructor() {
		super('The execution was stopped');
	}
}

/** "1 second", "20 seconds". */
export function inSeconds(seconds: number): string {
	return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
}

/** Starts the clock. `cancelled` is n8n's signal that the execution was stopped. */
export function startDeadline(milliseconds: number, cancelled?: AbortSignal): Deadline {
	const endsAt = Date.now() + milliseconds;
	const timeUp = AbortSignal.timeout(milliseconds);
	const signal = cancelled ? AbortSignal.any([timeUp, cancelled]) : timeUp;
	const error = () =>
		cancelled?.aborted ? new StoppedError() : new DeadlineError(Math.round(milliseconds / 1000));
	const remainingMs = () => Math.max(0, endsAt - Date.now());
	return {
		signal,
		remainingMs,
		callTimeoutMs: () => remainingMs() + CALL_SLACK_MS,
		race: async (promise) => {
			let onAbort = () => {};
			const aborted = new Promise<never>((_, reject) => {
				onAbort = () => reject(error());
			});
			if (signal.aborted) onAbort();
			else signal.addEventListener('abort', onAbort, { once: true });
			try {
				return await Promise.race([promise, aborted]);
			} finally {
				signal.removeEventListener('abort', onAbort);
			}
		},
		check: () => {
			if (signal.aborted) throw error();
		},
	};
}
