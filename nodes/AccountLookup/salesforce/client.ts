import type { Connection } from 'jsforce';
import type { Deadline } from '../../shared/deadline';
import { isPassingStatus } from '../../shared/retry';
import { CrmError } from '../crmError';
import { explainFailure, refusal, unlessRefused } from './failures';
import { requester, type Requester } from './requests';
import { SALESFORCE_API_VERSION, type SalesforceSession, type SessionProvider } from './session';

export type SalesforceRecord = Record<string, unknown>;

export interface SalesforceClient {
	readonly instanceUrl: string;
	/**
	 * All records of each query, in the order of the queries, as few calls as Salesforce allows; undefined
	 * for a query that finds more than a look-up can use.
	 */
	queryEach(queries: string[]): Promise<Array<SalesforceRecord[] | undefined>>;
	/** The description of an object, as the REST API gives it. */
	describe(object: string): Promise<SalesforceDescribe>;
}

export interface SalesforceDescribe {
	fields: Array<{
		name: string;
		label: string;
		type: string;
		/** False for fields that no query can search, such as long text areas. */
		filterable?: boolean;
		referenceTo?: string[] | null;
	}>;
	recordTypeInfos?: Array<{
		recordTypeId?: string | null;
		name?: string;
		active?: boolean;
		master?: boolean;
	}>;
}

/** A batch looks up hundreds of accounts; more pages mean a pattern that matches half the org. */
const MAX_PAGES = 10;
const MAX_RENEWALS = 2;

/**
 * A composite call takes 25 requests, five of them queries, and counts as one call (Salesforce REST API
 * guide, "Send Multiple Requests Using Composite").
 */
const MAX_COMPOSITE_QUERIES = 5;

/** How the resource itself is refused, as by gateways that let only some through; a query's own refusal is another. */
const NO_COMPOSITE_CODES = [
	'NOT_FOUND',
	'METHOD_NOT_ALLOWED',
	'ERROR_HTTP_404',
	'ERROR_HTTP_405',
	'ERROR_HTTP_501',
];

/** Opens a connection with jsforce, which is loaded here and not before. */
export async function connectSalesforce(
	sessions: SessionProvider,
	deadline: Deadline,
): Promise<SalesforceClient> {
	const connection = await openConnection(sessions, deadline);
	const request = requester(connection, deadline);
	const together = { isRefused: false };
	return {
		instanceUrl: connection.instanceUrl,
		describe: async (object) =>
			await request({ method: 'GET', url: `/sobjects/${object}/describe` }),
		queryEach: async (queries) => {
			const found: Array<SalesforceRecord[] | undefined> = [];
			for (let start = 0; start < queries.length; start += MAX_COMPOSITE_QUERIES) {
				const some = queries.slice(start, start + MAX_COMPOSITE_QUERIES);
				for (const page of await firstPages(request, some, together)) {
					found.push(await allPages(request, page));
				}
			}
			return found;
		},
	};
}

async function openConnection(sessions: SessionProvider, deadline: Deadline): Promise<Connection> {
	const opening = deadline.race(Promise.all([import('jsforce'), sessions.open()]));
	const [{ Connection: JsforceConnection }, opened] = await opening.catch((cause: unknown) => {
		throw explainFailure(cause);
	});
	let session: SalesforceSession = opened;
	let renewals = 0;
	return new JsforceConnection({
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
}

interface QueryPage {
	records: SalesforceRecord[];
	totalSize?: number;
	done?: boolean;
	nextRecordsUrl?: string;
}

interface CompositeAnswer {
	compositeResponse?: Array<{ httpStatusCode?: number; body?: unknown }>;
}

/**
 * The first page of each query, in one call.
 * @param together remembers that this org, or a gateway before it, lets nobody send several at once: then each goes alone
 */
async function firstPages(
	request: Requester,
	queries: string[],
	together: { isRefused: boolean },
): Promise<QueryPage[]> {
	const ask = async (soql: string) => readPage(await request({ method: 'GET', url: pathOf(soql) }));
	const pages: QueryPage[] = [];
	const answers =
		queries.length > 1 && !together.isRefused ? await askAll(request, queries) : undefined;
	if (answers === undefined) {
		together.isRefused ||= queries.length > 1;
		for (const soql of queries) pages.push(await ask(soql));
		return pages;
	}
	for (const [index, soql] of queries.entries()) {
		const { httpStatusCode = 0, body } = answers[index] ?? {};
		// What may be well in a moment is asked for once more, alone, where it is waited for.
		if (isPassingStatus(httpStatusCode)) pages.push(await ask(soql));
		else if (httpStatusCode >= 400) throw refusalOf(httpStatusCode, body);
		else pages.push(readPage(body));
	}
	return pages;
}

/** Undefined where queries cannot be sent together. */
async function askAll(
	request: Requester,
	queries: string[],
): Promise<CompositeAnswer['compositeResponse']> {
	const answer = await unlessRefused(
		NO_COMPOSITE_CODES,
		request<CompositeAnswer>({
			method: 'POST',
			url: '/composite',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({
				allOrNone: false,
				compositeRequest: queries.map((soql, index) => ({
					method: 'GET',
					url: pathOf(soql),
					referenceId: `query${index}`,
				})),
			}),
		}),
		() => ({}) as CompositeAnswer,
	);
	return Array.isArray(answer.compositeResponse) ? answer.compositeResponse : undefined;
}

async function allPages(
	request: Requester,
	first: QueryPage,
): Promise<SalesforceRecord[] | undefined> {
	const { totalSize = 0 } = first;
	// Known from the first page, so that the others need not be read in vain.
	if (totalSize > MAX_PAGES * first.records.length) return undefined;
	const records = [...first.records];
	let page = first;
	for (let pages = 1; page.done === false && page.nextRecordsUrl; pages += 1) {
		if (pages === MAX_PAGES) return undefined;
		page = readPage(await request({ method: 'GET', url: page.nextRecordsUrl }));
		records.push(...page.records);
	}
	return records;
}

function pathOf(soql: string): string {
	return `/services/data/v${SALESFORCE_API_VERSION}/query?q=${encodeURIComponent(soql)}`;
}

function readPage(answer: unknown): QueryPage {
	if (typeof answer === 'object' && answer !== null && 'records' in answer) {
		if (Array.isArray(answer.records)) return answer as QueryPage;
	}
	throw new CrmError(
		'Salesforce answered with something other than records',
		'A proxy or a login page may stand between n8n and Salesforce. Check the address of the credential',
	);
}

function refusalOf(status: number, body: unknown): CrmError {
	const [first] = (Array.isArray(body) ? body : []) as Array<{
		errorCode?: unknown;
		message?: unknown;
	}>;
	return refusal(
		String(first?.errorCode ?? `ERROR_HTTP_${status}`),
		String(first?.message ?? JSON.stringify(body)),
	);
}

/** jsforce passes on only the message. */
function withAdvice(cause: unknown): Error {
	if (cause instanceof CrmError) return new Error(`${cause.message}. ${cause.description}`);
	return cause instanceof Error ? cause : new Error(String(cause));
}
