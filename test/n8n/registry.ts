import { isNetworkFailure, InstallError, NO_REGISTRY } from './installErrors.ts';
import { NpmError, runNpm } from './npm.ts';
import type { NpmRun } from './npm.ts';

// Without a network npm ci tries every package again and again, for an hour. While it makes no
// progress for this long, the registry is asked whether it is still there.
const STANDSTILL_MS = 30_000;

/**
 * Does `work` for as long as the npm registry can be reached: asks it first, and again whenever
 * `progress` has stood still. Throws InstallError, and aborts the signal that `work` got, when the
 * registry does not answer.
 */
export async function whileRegistryAnswers(
	progress: () => string,
	run: NpmRun & { signal: AbortSignal },
	work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
	await assertRegistryAnswers(run);
	const unreachable = new AbortController();
	let last = progress();
	const timer = setInterval(() => {
		const now = progress();
		const hasMoved = now !== last;
		last = now;
		if (!hasMoved) assertRegistryAnswers(run).catch((error: unknown) => unreachable.abort(error));
	}, STANDSTILL_MS);
	try {
		await work(AbortSignal.any([run.signal, unreachable.signal]));
	} finally {
		clearInterval(timer);
	}
}

async function assertRegistryAnswers(run: NpmRun): Promise<void> {
	try {
		await runNpm(
			['ping', '--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=1000'],
			run,
		);
	} catch (error) {
		// Many company registries answer a ping with "not found": they are there.
		if (error instanceof NpmError && isNetworkFailure(error.log)) {
			throw new InstallError(NO_REGISTRY, { cause: error });
		}
		if (!(error instanceof NpmError)) throw error;
	}
}
