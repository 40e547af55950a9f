import type { Connection, HttpRequest } from 'jsforce';
import type { Deadline } from '../../shared/deadline';
import {
	isPassingCode,
	isPassingStatus,
	retry,
	waitBeforeRetry,
	type Try,
} from '../../shared/retry';
import { explainFailure, networkCodeOf } from './failures';
import { listenTo, type Heard } from './transport';

/** Sends one request and gives back the body of the answer; what fails is explained. */
export type Requester = <T>(request: HttpRequest) => Promise<T>;

/**
 * Sends requests through a connection under the deadline, again after a passing failure and no sooner
 * than Salesforce asks for. Only what may be repeated may be sent.
 */
export function requester(connection: Connection, deadline: Deadline): Requester {
	return async <T>(request: HttpRequest) => {
		const attempt = async (tries: number): Promise<Try<T>> => {
			const heard: Heard = {};
			try {
				const options = optionsFor(connection, deadline, heard);
				return { value: await deadline.race(connection.request<T>({ ...request }, options)) };
			} catch (error) {
				const isPassing =
					heard.status === undefined
						? isPassingCode(networkCodeOf(error))
						: isPassingStatus(heard.status);
				const waitMs = waitBeforeRetry(heard.retryAfter, tries, Date.now());
				return { failed: { error, isPassing, waitMs } };
			}
		};
		return await retry(attempt, deadline).catch((cause: unknown) => {
			throw explainFailure(cause);
		});
	};
}

function optionsFor(connection: Connection, deadline: Deadline, heard: Heard) {
	return {
		// Without a time-out of ours, jsforce waits half an hour.
		timeout: deadline.callTimeoutMs(),
		// jsforce repeats without regard to Retry-After; of no method, it repeats nothing.
		retry: { maxRetries: 0, methods: [] },
		transport: { httpRequest: listenTo(connection, heard) },
	};
}
