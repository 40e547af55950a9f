import {
	NodeApiError,
	NodeOperationError,
	sleep,
	type IDataObject,
	type IHttpRequestMethods,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { DeadlineError, inSeconds, type Deadline } from '../../shared/deadline';
import {
	isPassingCode,
	isPassingStatus,
	retry,
	waitBeforeRetry,
	type Try,
} from '../../shared/retry';
import { reasonOf } from '../../shared/reasonOf';
import { CrmError } from '../crmError';

const BASE_URL = 'https://api.hubapi.com';

/**
 * Searches have a limit of their own, 4 or 5 a second for the whole HubSpot account depending on whom
 * one asks; this stays under both.
 */
const SEARCH_INTERVAL_MS = 300;

export interface HubSpotAnswer {
	status: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/** Sends one request with the credential's token, and gives back any answer, also an error. */
export type HubSpotSend = (options: IHttpRequestOptions) => Promise<HubSpotAnswer>;

export interface HubSpotClient {
	get(path: string, query?: IDataObject): Promise<unknown>;
	post(path: string, body: IDataObject): Promise<unknown>;
	/** Like post, but held under the limit of searches. */
	search(object: string, body: IDataObject): Promise<unknown>;
}

/** HubSpot's own answer to a call it refused. */
export class HubSpotApiError extends CrmError {
	readonly status: number;

	constructor(status: number, message: string, description: string) {
		super(message, description, status === 401 || status === 429);
		this.status = status;
	}
}

/** What was asked for, or `otherwise` where HubSpot refused with this status. */
export async function unlessStatus<T>(
	status: number,
	asked: Promise<T>,
	otherwise: (refused: HubSpotApiError) => T | Promise<T>,
): Promise<T> {
	return await asked.catch(async (cause: unknown) => {
		if (cause instanceof HubSpotApiError && cause.status === status) return await otherwise(cause);
		throw cause;
	});
}

/** When each credential may search next, over all executions in this process. */
const nextSearchAt = new Map<string, number>();

/**
 * @param account what the search limit is counted for: the credential's ID
 */
export function hubSpotClient(
	send: HubSpotSend,
	account: string,
	deadline: Deadline,
): HubSpotClient {
	const call = async (
		method: IHttpRequestMethods,
		path: string,
		extra: Partial<IHttpRequestOptions>,
		turn: () => Promise<void> = async () => {},
	): Promise<unknown> => {
		const attempt = async (tries: number): Promise<Try<unknown>> => {
			await turn();
			const answer = await ask(send, deadline, {
				method,
				url: `${BASE_URL}${path}`,
				json: true,
				timeout: deadline.callTimeoutMs(),
				...extra,
			});
			if ('body' in answer && answer.status >= 200 && answer.status < 300) {
				return { value: answer.body };
			}
			const mayPass =
				'body' in answer ? isPassingStatus(answer.status) : isPassingCode(answer.code);
			const retryAfter = 'body' in answer ? answer.headers['retry-after'] : undefined;
			return {
				failed: {
					error: explain(answer),
					isPassing: mayPass && !isDailyLimit(answer),
					waitMs: waitBeforeRetry(retryAfter, tries, Date.now()),
				},
			};
		};
		return await retry(attempt, deadline).catch((cause: unknown) => {
			throw cause instanceof DeadlineError ? timedOut(cause) : cause;
		});
	};
	return {
		get: async (path, query = {}) => await call('GET', path, { qs: query }),
		post: async (path, body) => await call('POST', path, { body }),
		search: async (object, body) =>
			await call('POST', `/crm/v3/objects/${object}/search`, { body }, async () => {
				await searchTurn(account, deadline);
			}),
	};
}

/** Waits until the credential may search again; every try takes a turn of its own. */
async function searchTurn(account: string, deadline: Deadline): Promise<void> {
	const now = Date.now();
	const at = Math.max(now, nextSearchAt.get(account) ?? 0);
	nextSearchAt.set(account, at + SEARCH_INTERVAL_MS);
	if (at > now) await deadline.race(sleep(at - now));
}

interface NetworkFailure {
	code: string | undefined;
	message: string;
}

async function ask(
	send: HubSpotSend,
	deadline: Deadline,
	options: IHttpRequestOptions,
): Promise<HubSpotAnswer | NetworkFailure> {
	try {
		return await deadline.race(send(options));
	} catch (cause) {
		// What ends a call that nobody waits for is no failure of the network.
		deadline.check();
		if (cause instanceof NodeApiError && cause.httpCode && /^[45]\d\d$/.test(cause.httpCode)) {
			const message = cause.description ?? cause.message;
			return { status: Number(cause.httpCode), headers: {}, body: { message } };
		}
		// The deadline is none of the network's, nor is a credential that has to be reconnected; n8n says that best.
		if (cause instanceof NodeOperationError || codeOf(cause) === undefined) throw asError(cause);
		return { code: codeOf(cause), message: reasonOf(cause) };
	}
}

function timedOut({ seconds }: DeadlineError): CrmError {
	return new CrmError(
		`HubSpot did not answer within ${inSeconds(seconds)}`,
		'Try again later, or allow more time under "Time-Out" in Options',
		true,
	);
}

/** The daily allowance does not come back by waiting a second. */
function isDailyLimit(answer: HubSpotAnswer | NetworkFailure): boolean {
	return 'body' in answer && answer.status === 429 && /daily/i.test(JSON.stringify(answer.body));
}

function explain(answer: HubSpotAnswer | NetworkFailure): Error {
	if (!('body' in answer)) {
		return new CrmError('HubSpot could not be reached', `Try again later. ${answer.message}`);
	}
	const { status, body } = answer;
	// HubSpot's own refusals are JSON; a proxy on the way there answers with a page or with nothing.
	if (status === 403 && (typeof body !== 'object' || body === null)) {
		return new CrmError(
			'HubSpot could not be reached',
			'Something on the way there, e.g. a proxy, refused the call with status 403. Let n8n reach api.hubapi.com',
		);
	}
	const detail =
		typeof body === 'object' && body !== null && 'message' in body
			? String(body.message)
			: `status ${status}`;
	const [message, description] = wordsFor(status, detail, isDailyLimit(answer));
	return new HubSpotApiError(status, message, description);
}

function wordsFor(
	status: number,
	detail: string,
	isDaily: boolean,
): [message: string, description: string] {
	const said = `HubSpot said: ${detail}`;
	if (status === 401) {
		return [
			'HubSpot did not accept the credential',
			`Open the HubSpot credential and connect it again, or enter a new service key. ${said}`,
		];
	}
	if (status === 403) {
		return [
			'The HubSpot credential lacks a permission',
			`It needs the scopes crm.objects.contacts.read, crm.objects.companies.read and crm.objects.owners.read, crm.schemas.companies.read for the pickers, and crm.objects.deals.read for renewals from deals. ${said}`,
		];
	}
	if (status === 429) {
		return isDaily
			? [
					'HubSpot refused the call because the account has used up its API calls for today',
					`The limit counts all tools that use the account. ${said}`,
				]
			: [
					'HubSpot is getting too many requests',
					`Other tools may be using the same account. Try again in a moment. ${said}`,
				];
	}
	if (status >= 500) return ['HubSpot had a problem of its own', `Try again later. ${said}`];
	return [`HubSpot refused the call (${status})`, said];
}

function asError(cause: unknown): Error {
	return cause instanceof Error ? cause : new Error(String(cause));
}

function codeOf(cause: unknown): string | undefined {
	for (let error = cause; typeof error === 'object' && error !== null; ) {
		const { code, cause: inner } = error as { code?: unknown; cause?: unknown };
		if (typeof code === 'string') return code;
		error = inner;
	}
	return undefined;
}
