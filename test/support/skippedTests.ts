/**
 * How many tests read the folder beside the project (recordings, schemas, public texts) and skip themselves
 * where it is not. A test that is skipped for any other reason is one that nobody runs.
 */
export const TESTS_OF_SHARED = 29;

/** What of the surroundings is there that tests need. */
export interface Surroundings {
	hasShared: boolean;
	/** Whether PostgreSQL, Redis and Chromium are installed: much of the log's suite, all of queue mode and the pages need them. */
	hasPackages: boolean;
}

/** What is wrong with so many skipped tests; absent when each of them has its reason. */
export function tooManySkipped(
	skipped: number,
	{ hasShared, hasPackages }: Surroundings,
): string | undefined {
	// They skip by whole suites and say so themselves; CI installs all of them.
	if (!hasPackages) return undefined;
	const allowed = hasShared ? 0 : TESTS_OF_SHARED;
	if (skipped <= allowed) return undefined;
	const where = hasShared ? 'with ../shared there' : 'even without ../shared';
	return `Skipped tests: ${skipped}; ${where} at most ${allowed} are allowed`;
}
