import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyOf, playFault, takeFault, type Fault } from '../faults.ts';
import { isLike, parseSoql, SoqlError, type Condition, type Literal } from './soql.ts';

export type Row = Record<string, unknown>;

/** Salesforce refuses longer URLs with status 414. */
const MAX_URL_LENGTH = 16_384;

export interface SalesforceOrg {
	/** Rows by object; a lookup such as Account.Owner is an object on the row. */
	objects: Record<string, Row[]>;
	/** Fields of each object; a query of any other fails as Salesforce does. */
	fields: Record<string, Record<string, Partial<FieldDescription>>>;
	recordTypes?: Record<string, Array<{ recordTypeId: string; name: string }>>;
}

interface FieldDescription {
	type: string;
	label: string;
	referenceTo: string[];
	relationshipName: string | null;
	/** Whether queries may search it; true unless told. */
	filterable: boolean;
}

export interface SalesforceStandIn {
	url: string;
	/** Every request that came in, as "METHOD /path". */
	calls: string[];
	/** The SOQL of every query that came in. */
	queries: string[];
	faults: Fault[];
	/** Tokens that are good; all others get 401. */
	tokens: Set<string>;
	/** Forms posted to the token endpoint. */
	tokenRequests: Array<Record<string, string>>;
	pageSize: number;
	/** What the token endpoint gives as the org's address; the stand-in's own unless told. */
	instanceUrl?: string;
	close(): Promise<void>;
}

/** A Salesforce org over HTTP: queries with paging, describe, OAuth tokens, and the errors it answers with. */
export async function startSalesforce(org: SalesforceOrg): Promise<SalesforceStandIn> {
	const pages = new Map<string, Row[]>();
	let issued = 0;
	const standIn: SalesforceStandIn = {
		url: '',
		calls: [],
		queries: [],
		faults: [],
		tokens: new Set(['good-token']),
		tokenRequests: [],
		pageSize: 2000,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};

	const handle = async (request: IncomingMessage, response: ServerResponse) => {
		const url = new URL(request.url ?? '/', 'http://stand-in');
		standIn.calls.push(`${request.method} ${url.pathname}`);
		if (playFault(standIn.faults, request, response)) return;
		if ((request.url ?? '').length > MAX_URL_LENGTH) {
			send(response, 414, '<html>URI Too Long</html>', 'text/html');
			return;
		}
		if (url.pathname === '/services/oauth2/token') {
			const form = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
			standIn.tokenRequests.push(form);
			issued += 1;
			const token = `issued-${issued}`;
			standIn.tokens.add(token);
			sendJson(response, 200, {
				access_token: token,
				instance_url: standIn.instanceUrl ?? standIn.url,
				id: `${standIn.url}/id/00D000000000001EAA/005000000000001AAA`,
				token_type: 'Bearer',
				issued_at: String(Date.now()),
				signature: 'c2lnbmF0dXJl',
			});
			return;
		}
		const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
		if (token === undefined || !standIn.tokens.has(token)) {
			sendJson(response, 401, [
				{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' },
			]);
			return;
		}
		const [, version, rest] = /^\/services\/data\/v(\d+\.\d)\/(.*)$/.exec(url.pathname) ?? [];
		const described = /^sobjects\/(\w+)\/describe$/.exec(rest ?? '')?.[1];
		const single = /^sobjects\/(\w+)\/(\w{15,18})$/.exec(rest ?? '');
		const page = /^query\/(\w+-\d+)$/.exec(rest ?? '')?.[1];
		if (rest === 'query') {
			const [status, answer] = query(url);
			sendJson(response, status, answer);
		} else if (rest === 'composite' && request.method === 'POST') {
			const [status, answer] = composite(await bodyOf(request));
			sendJson(response, status, answer);
		} else if (page !== undefined && pages.has(page)) {
			const rows = pages.get(page) ?? [];
			sendJson(response, 200, paged(rows, version ?? '', Number(page.split('-')[1])));
		} else if (request.method === 'GET' && single) {
			const [, object = '', id] = single;
			const name = Object.keys(org.objects).find(
				(known) => known.toLowerCase() === object.toLowerCase(),
			);
			const row = org.objects[name ?? '']?.find(({ Id }) => Id === id);
			if (row && name)
				sendJson(
					response,
					200,
					project(org, row, name, Object.keys(org.fields[name] ?? {}), version ?? ''),
				);
			else sendNotFound(response);
		} else if (described !== undefined && org.fields[described]) {
			sendJson(response, 200, describe(org, described));
		} else {
			sendNotFound(response);
		}
	};

	const query = (url: URL): [status: number, answer: unknown] => {
		const version = /\/v(\d+\.\d)\//.exec(url.pathname)?.[1] ?? '';
		const soql = url.searchParams.get('q') ?? '';
		standIn.queries.push(soql);
		try {
			return [200, paged(runQuery(org, soql, version), version, 0)];
		} catch (error) {
			if (!(error instanceof SoqlError)) throw error;
			return [400, [{ message: error.message, errorCode: error.errorCode }]];
		}
	};

	const composite = (text: string): [status: number, answer: unknown] => {
		const { compositeRequest: asked } = JSON.parse(text) as { compositeRequest: Subrequest[] };
		const queries = asked.filter(({ url }) => /\/query\b/.test(url));
		if (asked.length > 25 || queries.length > 5) {
			const message = 'Limit of 25 subrequests, 5 of them queries, exceeded';
			return [400, [{ message, errorCode: 'LIMIT_EXCEEDED' }]];
		}
		const compositeResponse = asked.map(({ method, url, referenceId }) => {
			const fault = takeFault(standIn.faults, `${method} ${decodeURIComponent(url)}`);
			const [httpStatusCode, body] = fault
				? [fault.status ?? 500, fault.body]
				: url.length > MAX_URL_LENGTH
					? [414, [{ message: 'URI Too Long', errorCode: 'URI_TOO_LONG' }]]
					: query(new URL(url, standIn.url));
			return { body, httpHeaders: {}, httpStatusCode, referenceId };
		});
		return [200, { compositeResponse }];
	};

	const paged = (rows: Row[], version: string, start: number) => {
		const end = start + standIn.pageSize;
		const records = rows.slice(start, end);
		if (end >= rows.length) return { totalSize: rows.length, done: true, records };
		const cursor = `01gSTANDIN${pages.size}-${end}`;
		pages.set(cursor, rows);
		return {
			totalSize: rows.length,
			done: false,
			nextRecordsUrl: `/services/data/v${version}/query/${cursor}`,
			records,
		};
	};

	const server = createServer((request, response) => {
		handle(request, response).catch((error: unknown) => {
			sendJson(response, 500, [{ message: String(error), errorCode: 'UNKNOWN_EXCEPTION' }]);
		});
	});
	server.maxHeadersCount = 100;
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return standIn;
}

interface Subrequest {
	method: string;
	url: string;
	referenceId: string;
}

function runQuery(org: SalesforceOrg, soql: string, version: string): Row[] {
	const query = parseSoql(soql);
	const rows = org.objects[query.object];
	if (!rows) {
		throw new SoqlError(
			'INVALID_TYPE',
			`\n${soql.slice(0, 60)}\n^\nERROR at Row:1:Column:1\nsObject type '${query.object}' is not supported.`,
		);
	}
	for (const field of [...query.fields, ...fieldsOf(query.where)])
		checkField(org, query.object, field, soql);
	checkFilters(org, query.object, query.where, soql);
	let found = rows.filter((row) => !query.where || isTrue(row, query.where));
	const { orderBy } = query;
	if (orderBy) {
		found = [...found].sort((a, b) =>
			String(valueAt(a, orderBy)).localeCompare(String(valueAt(b, orderBy))),
		);
	}
	return found
		.slice(0, query.limit)
		.map((row) => project(org, row, query.object, query.fields, version));
}

function checkField(org: SalesforceOrg, object: string, path: string, soql: string): void {
	const [first = '', ...rest] = path.split('.');
	const fields = org.fields[object] ?? {};
	const near = `\n${soql.slice(0, 40)}\n^\nERROR at Row:1:Column:8\n`;
	if (rest.length === 0) {
		if (fields[first]) return;
		throw new SoqlError(
			'INVALID_FIELD',
			`${near}No such column '${first}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`,
		);
	}
	const target = Object.values(fields).find(({ relationshipName }) => relationshipName === first);
	if (!target?.referenceTo?.[0]) {
		throw new SoqlError(
			'INVALID_FIELD',
			`${near}Didn't understand relationship '${first}' in field path.`,
		);
	}
	checkField(org, target.referenceTo[0], rest.join('.'), soql);
}

/** Long text areas cannot be searched, and an ID has to be one. */
function checkFilters(
	org: SalesforceOrg,
	object: string,
	condition: Condition | undefined,
	soql: string,
): void {
	if (!condition) return;
	if ('all' in condition) {
		for (const part of condition.all) checkFilters(org, object, part, soql);
		return;
	}
	const { type = '', filterable } = org.fields[object]?.[condition.field] ?? {};
	const near = `\n${soql.slice(0, 40)}\n^\nERROR at Row:1:Column:8\n`;
	if (filterable === false) {
		throw new SoqlError(
			'INVALID_FIELD',
			`${near}field '${condition.field}' can not be filtered in a query call`,
		);
	}
	if (!['id', 'reference'].includes(type)) return;
	const values = condition.kind === 'in' ? condition.values : [condition.value];
	const bad = values.find((value) => typeof value === 'string' && !isId(value));
	if (bad !== undefined) {
		throw new SoqlError('INVALID_QUERY_FILTER_OPERATOR', `${near}invalid ID field: ${String(bad)}`);
	}
}

/** Fifteen letters and digits, and three that add up which of these are capitals. */
function isId(text: string): boolean {
	if (!/^[A-Za-z0-9]{15}(?:[A-Z0-5]{3})?$/.test(text)) return false;
	const bits = [...text.slice(0, 15)].map((character) => (/[A-Z]/.test(character) ? '1' : '0'));
	const sums = [bits.slice(0, 5), bits.slice(5, 10), bits.slice(10)].map((group) =>
		Number.parseInt(group.reverse().join(''), 2),
	);
	const suffix = sums.map((sum) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'.charAt(sum)).join('');
	return text.length === 15 || text.endsWith(suffix);
}

function fieldsOf(condition: Condition | undefined): string[] {
	if (!condition) return [];
	return 'all' in condition ? condition.all.flatMap(fieldsOf) : [condition.field];
}

function isTrue(row: Row, condition: Condition): boolean {
	switch (condition.kind) {
		case 'and':
			return condition.all.every((part) => isTrue(row, part));
		case 'or':
			return condition.all.some((part) => isTrue(row, part));
		case 'in':
			return condition.values.some((value) => isSame(valueAt(row, condition.field), value));
		default: {
			const actual = valueAt(row, condition.field);
			const { operator, value } = condition;
			if (operator === '=') return isSame(actual, value);
			if (operator === '!=') return !isSame(actual, value);
			if (operator === 'LIKE') return typeof actual === 'string' && isLike(actual, String(value));
			const left = comparable(actual);
			const right = comparable(typeof value === 'object' && value ? value.date : value);
			if (operator === '>=') return left >= right;
			if (operator === '<=') return left <= right;
			return operator === '>' ? left > right : left < right;
		}
	}
}

function isSame(actual: unknown, value: Literal): boolean {
	if (value === null) return actual === null || actual === undefined;
	if (typeof actual === 'string' && typeof value === 'string') {
		return actual.toLowerCase() === value.toLowerCase();
	}
	return actual === value;
}

function comparable(value: unknown): number {
	return typeof value === 'number' ? value : Date.parse(String(value));
}

function valueAt(row: Row, path: string): unknown {
	return (
		path.split('.').reduce<unknown>((value, name) => (value as Row | null)?.[name], row) ?? null
	);
}

/** As Salesforce writes records: attributes first, related records nested, null where they cannot be read. */
function project(
	org: SalesforceOrg,
	row: Row,
	object: string,
	fields: string[],
	version: string,
): Row {
	const record: Row = {
		attributes: {
			type: object,
			url: `/services/data/v${version}/sobjects/${object}/${String(row.Id)}`,
		},
	};
	const nested = new Map<string, string[]>();
	for (const field of fields) {
		const [first = '', ...rest] = field.split('.');
		if (rest.length === 0) record[first] = row[first] ?? null;
		else nested.set(first, [...(nested.get(first) ?? []), rest.join('.')]);
	}
	for (const [name, inner] of nested) {
		const [field, { referenceTo: [type = ''] = [] } = {}] =
			Object.entries(org.fields[object] ?? {}).find(
				([, { relationshipName }]) => relationshipName === name,
			) ?? [];
		const related =
			row[name] ?? org.objects[type]?.find(({ Id }) => Id === row[field ?? '']) ?? null;
		record[name] = related && project(org, related as Row, type, inner, version);
	}
	return record;
}

function describe(org: SalesforceOrg, object: string) {
	return {
		name: object,
		label: object,
		custom: false,
		queryable: true,
		recordTypeInfos: (org.recordTypes?.[object] ?? []).map((type) => ({
			active: true,
			available: true,
			defaultRecordTypeMapping: false,
			developerName: type.name,
			master: false,
			...type,
		})),
		fields: Object.entries(org.fields[object] ?? {}).map(([name, field]) => ({
			name,
			label: name,
			type: 'string',
			custom: name.endsWith('__c'),
			filterable: true,
			nillable: true,
			picklistValues: [],
			referenceTo: [],
			relationshipName: null,
			...field,
		})),
	};
}

function sendNotFound(response: ServerResponse): void {
	sendJson(response, 404, [
		{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' },
	]);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
	send(response, status, JSON.stringify(body), 'application/json;charset=UTF-8');
}

function send(response: ServerResponse, status: number, body: string, type: string): void {
	response.writeHead(status, {
		'Content-Type': type,
		'Sforce-Limit-Info': 'api-usage=18/15000',
		'Cache-Control': 'no-cache,must-revalidate,max-age=0,no-store,private',
	});
	response.end(body);
}
