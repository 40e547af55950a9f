import { NodeOperationError } from 'n8n-workflow';
import { DeadlineError, inSeconds, StoppedError } from '../../shared/deadline';
import { CrmError } from '../crmError';

/** Codes of a refused credential and of limits of calls. */
const OF_ANY_CALL = [
	'REQUEST_LIMIT_EXCEEDED',
	'ERROR_HTTP_429',
	'INVALID_SESSION_ID',
	'ERROR_HTTP_401',
];

/** How jsforce begins when no new session could be had. */
const isSessionLost = (detail: string) => detail.startsWith('Unable to refresh session');

/** Salesforce's own error code, for callers that know what to make of it. */
export class SalesforceApiError extends CrmError {
	readonly code: string;

	/** Salesforce's own words. */
	readonly detail: string;

	constructor(code: string, detail: string, message: string, description: string) {
		super(message, description, OF_ANY_CALL.includes(code) || isSessionLost(detail));
		this.code = code;
		this.detail = detail;
	}
}

/** What Salesforce answered to a call or a query it refused, in words an admin can act on. */
export function refusal(code: string, detail: string): SalesforceApiError {
	const [message, description] = wordsFor(code, detail);
	return new SalesforceApiError(code, detail, message, description);
}

/** Puts whatever was thrown on the way to Salesforce into words an admin can act on. */
export function explainFailure(cause: unknown): Error {
	if (cause instanceof StoppedError) return cause;
	// n8n says best what is wrong with a credential.
	if (cause instanceof CrmError || cause instanceof NodeOperationError) return cause;
	if (cause instanceof DeadlineError) {
		return new CrmError(
			`Salesforce did not answer within ${inSeconds(cause.seconds)}`,
			'Try again later, or allow more time under "Time-Out" in Options',
			true,
		);
	}
	const error = cause instanceof Error ? cause : new Error(String(cause));
	const code = 'errorCode' in error ? String(error.errorCode) : '';
	const network = networkCodeOf(error);
	// "fetch failed" says nothing; the code below it does.
	return refusal(code, network === undefined ? error.message : `${error.message} (${network})`);
}

/** The code of a failure to connect, e.g. "ENOTFOUND", which fetch hides below its own error. */
export function networkCodeOf(error: unknown): string | undefined {
	const cause = error instanceof Error ? error.cause : undefined;
	return typeof cause === 'object' && cause !== null && 'code' in cause
		? String(cause.code)
		: undefined;
}

/** What was asked for, or `otherwise` where Salesforce refused with one of these codes. */
export async function unlessRefused<T>(
	codes: string[],
	asked: Promise<T>,
	otherwise: (refused: SalesforceApiError) => T | Promise<T>,
): Promise<T> {
	return await asked.catch(async (cause: unknown) => {
		if (cause instanceof SalesforceApiError && codes.includes(cause.code)) {
			return await otherwise(cause);
		}
		throw cause;
	});
}

function wordsFor(code: string, detail: string): [message: string, description: string] {
	const said = `Salesforce said: ${detail}`;
	if (isSessionLost(detail)) {
		return [
			'The Salesforce session has expired and could not be renewed',
			`Open the Salesforce credential and connect it again. ${detail}`,
		];
	}
	switch (code) {
		case 'REQUEST_LIMIT_EXCEEDED':
			if (/concurrent/i.test(detail)) {
				return [
					'Salesforce refused the call because too many long calls run in the org at once',
					`Other tools may be using the org. Try again in a moment. ${said}`,
				];
			}
			return [
				'Salesforce refused the call because the org has used up its API calls for now',
				`The limit counts the last 24 hours, over all tools that use the org. Wait, or see Setup, "Company Information", "API Requests, Last 24 Hours". ${said}`,
			];
		case 'ERROR_HTTP_429':
			return [
				'Salesforce is getting too many requests',
				`Other tools may be using the org. Try again in a moment. ${said}`,
			];
		case 'QUERY_TIMEOUT':
			return [
				'Salesforce took too long to search the accounts',
				'The search by website is slow in large orgs. Process fewer tickets at once',
			];
		case 'API_DISABLED_FOR_ORG':
		case 'API_CURRENTLY_DISABLED':
			return [
				'The Salesforce API is switched off for this org or user',
				`Ask a Salesforce admin for the permission "API Enabled". ${said}`,
			];
		case 'INSUFFICIENT_ACCESS':
		case 'INSUFFICIENT_ACCESS_OR_READONLY':
		case 'FUNCTIONALITY_NOT_ENABLED':
			return ['The connected Salesforce user lacks a permission', said];
		case 'SERVER_UNAVAILABLE':
		case 'UNKNOWN_EXCEPTION':
		case 'ERROR_HTTP_500':
		case 'ERROR_HTTP_502':
		case 'ERROR_HTTP_503':
		case 'ERROR_HTTP_504':
			return ['Salesforce had a problem of its own', `Try again later. ${said}`];
		case '':
			return ['Salesforce could not be reached', `Try again later. ${detail}`];
		default:
			return [`Salesforce refused the call (${code})`, said];
	}
}
