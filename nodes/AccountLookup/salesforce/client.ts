import type { Connection } from 'jsforce';
import { DeadlineError, inSeconds, type Deadline } from '../../shared/deadline';
import { CrmError } from '../crmError';
import { SALESFORCE_API_VERSION, type SalesforceSession, type SessionProvider } from './session';

export type SalesforceRecord = Record<string, unknown>;

export interface SalesforceClient {
	readonly instanceUrl: string;
	/** All records of a query, page by page. */
	query(soql: string): Promise<SalesforceRecord[]>;
	/** The description of an object, as the REST API gives it. */
	describe(object: string): Promise<SalesforceDescribe>;
}

export interface SalesforceDescribe {
	fields: Array<{
		name: string;
		label: string;
		type: string;
		referenceTo?: string[] | null;
	}>;
	recordTypeInfos?: Array<{
		recordTypeId?: string | null;
		name?: string;
		active?: boolean;
		master?: boolean;
	}>;
}

/** Salesforce's own error code, for callers that know what to make of it. */
export class SalesforceApiError extends CrmError {
	readonly code: string;

	/** Salesforce's own words. */
	readonly detail: string;

	constructor(code: string, detail: string, message: string, description: string) {
		super(message, description);
		this.code = code;
		this.detail = detail;
	}
}

/** A batch looks up hundreds of accounts; more rows mean a pattern that matches half the org. */
const MAX_PAGES = 10;
const MAX_RENEWALS = 2;

/** Fewer than jsforce's five, since someone waits for the alert and n8n can retry the node. */
const RETRY = { maxRetries: 2, minTimeout: 500, timeoutFactor: 2 };

/** Opens a connection with jsforce, which is loaded here and not before. */
export async function connectSalesforce(
	sessions: SessionProvider,
	deadline: Deadline,
): Promise<SalesforceClient> {
	const [{ Connection: JsforceConnection }, opened] = await deadline.race(
		Promise.all([import('jsforce'), sessions.open()]),
	);
	let session: SalesforceSession = opened;
	let renewals = 0;
	const connection: Connection = new JsforceConnection({
		...session,
		version: SALESFORCE_API_VERSION,
		refreshFn: (_connection, callback) => {
			renewals += 1;
			if (renewals > MAX_RENEWALS) {
				callback(new Error('the renewed session was refused, too'));
				return;
			}
			sessions.renew(session).then(
				(renewed) => {
					session = renewed;
					callback(null, renewed.accessToken);
				},
				(cause: unknown) => callback(withAdvice(cause)),
			);
		},
	});

	const get = async <T>(url: string): Promise<T> => {
		// Without a time-out of ours, jsforce waits half an hour.
		const options = { timeout: deadline.callTimeoutMs(), retry: RETRY };
		try {
			return await deadline.race(connection.request<T>(url, options));
		} catch (cause) {
			throw explain(cause);
		}
	};
	return {
		instanceUrl: session.instanceUrl,
		describe: async (object) => await get(`/sobjects/${object}/describe`),
		query: async (soql) => {
			const records: SalesforceRecord[] = [];
			let url: string | undefined = `/query?q=${encodeURIComponent(soql)}`;
			for (let page = 0; url !== undefined; page += 1) {
				if (page === MAX_PAGES) {
					throw new CrmError(
						`Salesforce found more than ${records.length} records for one look-up`,
						'Process fewer tickets at once, or exclude a domain that many accounts share under "More Personal Domains" in Options',
					);
				}
				const answer: QueryAnswer = await get(url);
				if (!Array.isArray(answer?.records)) {
					throw new CrmError(
						'Salesforce answered with something other than records',
						'A proxy or a login page may stand between n8n and Salesforce. Check the address of the credential',
					);
				}
				records.push(...answer.records);
				url = answer.done === false ? answer.nextRecordsUrl : undefined;
			}
			return records;
		},
	};
}

/** What was asked for, or `otherwise` where Salesforce refused with one of these codes. */
export async function unlessRefused<T>(
	codes: string[],
	asked: Promise<T>,
	otherwise: T,
): Promise<T> {
	return await asked.catch((cause: unknown) => {
		if (cause instanceof SalesforceApiError && codes.includes(cause.code)) return otherwise;
		throw cause;
	});
}

interface QueryAnswer {
	records?: SalesforceRecord[];
	done?: boolean;
	nextRecordsUrl?: string;
}

/** jsforce passes on only the message. */
function withAdvice(cause: unknown): Error {
	if (cause instanceof CrmError) return new Error(`${cause.message}. ${cause.description}`);
	return cause instanceof Error ? cause : new Error(String(cause));
}

/** Puts what Salesforce or the network said into words an admin can act on. */
function explain(cause: unknown): Error {
	if (cause instanceof CrmError) return cause;
	if (cause instanceof DeadlineError) {
		return new CrmError(
			`Salesforce did not answer within ${inSeconds(cause.seconds)}`,
			'Try again later, or allow more time under "Time-Out" in Options',
		);
	}
	const error = cause instanceof Error ? cause : new Error(String(cause));
	const code = 'errorCode' in error ? String(error.errorCode) : '';
	const detail = `${error.message}${networkCode(error)}`;
	const [message, description] = wordsFor(code, detail);
	return new SalesforceApiError(code, detail, message, description);
}

/** "fetch failed" says nothing; the code below it does, e.g. " (ENOTFOUND)". */
function networkCode({ cause }: Error): string {
	const isCoded = typeof cause === 'object' && cause !== null && 'code' in cause;
	return isCoded ? ` (${String(cause.code)})` : '';
}

function wordsFor(code: string, detail: string): [message: string, description: string] {
	const said = `Salesforce said: ${detail}`;
	if (detail.startsWith('Unable to refresh session')) {
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
			return ['Salesforce had a problem of its own', `Try again later. ${said}`];
		case '':
			return ['Salesforce could not be reached', `Try again later. ${detail}`];
		default:
			return [`Salesforce refused the call (${code})`, said];
	}
}
