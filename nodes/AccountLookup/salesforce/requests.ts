import { sleep } from 'n8n-workflow';
import type { Connection, HttpRequest } from 'jsforce';
import type { Deadline } from '../../shared/deadline';
import { isPassingCode, isPassingStatus, MAX_TRIES, waitBeforeRetry } from '../../shared/httpRetry';
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
		for (let tries = 1; ; tries += 1) {
			const heard: Heard = {};
			try {
				return await deadline.race(
					connection.request<T>({ ...request }, optionsFor(connection, deadline, heard)),
				);
			} catch (cause) {
				const isPassing =
					heard.status === undefined
						? isPassingCode(networkCodeOf(cause))
						: isPassingStatus(heard.status);
				const wait = waitBeforeRetry(heard.retryAfter, tries, Date.now());
				// Waiting past the time-out would only hide what Salesforce said.
				if (!isPassing || tries === MAX_TRIES || wait >= deadline.remainingMs()) {
					throw explainFailure(cause);
				}
				await pause(wait, deadline);
			}
		}
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

async function pause(milliseconds: number, deadline: Deadline): Promise<void> {
	try {
		await deadline.race(sleep(milliseconds));
	} catch (cause) {
		throw explainFailure(cause);
	}
}
