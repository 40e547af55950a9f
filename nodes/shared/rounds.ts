/** What a look at the queue found. */
export interface Found<T> {
	/** Something to work on; absent when nothing is ready. */
	work?: T;
	/** When something will be ready, if that is known. */
	nextAt?: Date;
}

interface RoundsOptions<T> {
	/** Most pieces of work at once. */
	parallel: number;
	/** Longest time between two looks, in milliseconds. */
	idleMs: number;
	/** Takes the next piece of work, so that nobody else gets it. */
	take(): Promise<Found<T>>;
	/** Does it. Has to settle it in the log itself, also when it fails. */
	run(work: T): Promise<void>;
	/** Told of what `take` and `run` throw; the rounds go on. */
	onError(error: unknown): void;
}

export interface Rounds {
	/** Looks at once rather than at the next round. */
	wake(): void;
	/** Takes nothing new any more; what is under way goes on, and what is being taken at this moment is still done. */
	stop(): void;
}

/** Shortest pause before a look that was asked for by the clock: paced work is due before it may go. */
const SHORTEST_PAUSE_MS = 100;
/** Pause after an error, so that a database that is down is not asked a hundred times a second. */
const ERROR_PAUSE_MS = 2000;

/**
 * Takes work from a queue and does it, a few pieces at a time: at once when woken, when a piece ends
 * or when something becomes ready, and every `idleMs` in any case.
 */
export function startRounds<T>(options: RoundsOptions<T>): Rounds {
	const { parallel, idleMs, take, run, onError } = options;
	let underWay = 0;
	let isStopped = false;
	let isLooking = false;
	let isWoken = false;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const lookIn = (milliseconds: number) => {
		clearTimeout(timer);
		if (isStopped) return;
		timer = setTimeout(() => void look(), milliseconds);
		// Waiting for work must not keep n8n from ending.
		timer.unref();
	};
	const work = async (piece: T) => {
		try {
			await run(piece);
		} catch (error) {
			onError(error);
		} finally {
			underWay -= 1;
			void look();
		}
	};
	const look = async (): Promise<void> => {
		if (isStopped) return;
		if (isLooking) {
			isWoken = true;
			return;
		}
		isLooking = true;
		let pause = idleMs;
		try {
			do {
				isWoken = false;
				while (!isStopped && underWay < parallel) {
					const { work: piece, nextAt } = await take();
					if (piece === undefined) {
						pause = pauseUntil(nextAt, idleMs);
						break;
					}
					underWay += 1;
					void work(piece);
				}
			} while (isWoken && !isStopped && underWay < parallel);
		} catch (error) {
			onError(error);
			pause = ERROR_PAUSE_MS;
		} finally {
			isLooking = false;
			lookIn(pause);
		}
	};
	void look();
	return {
		wake: () => void look(),
		stop: () => {
			isStopped = true;
			clearTimeout(timer);
		},
	};
}

function pauseUntil(nextAt: Date | undefined, idleMs: number): number {
	if (nextAt === undefined) return idleMs;
	return Math.min(idleMs, Math.max(SHORTEST_PAUSE_MS, nextAt.getTime() - Date.now()));
}
