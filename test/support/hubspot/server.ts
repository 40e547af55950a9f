import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyOf, playFault, type Fault } from '../faults.ts';

export type Properties = Record<string, string | null>;

export interface StandInObject {
	id: string;
	properties: Properties;
	history?: Record<string, Array<{ value: string; timestamp: string }>>;
	/** IDs of associated objects by object name; the primary one is named apart. */
	associations?: Record<string, string[]>;
	primary?: string;
}

export interface HubSpotAccount {
	contacts: StandInObject[];
	companies: StandInObject[];
	deals: StandInObject[];
	owners: Array<{
		id: string;
		email: string;
		firstName: string;
		lastName: string;
		archived: boolean;
	}>;
	/** Names of the properties that companies have, besides HubSpot's own. */
	companyProperties: Record<string, string>;
	/** Names of the properties that deals have; any when absent. */
	dealProperties?: Record<string, string>;
	pipelines?: Array<{ id: string; label: string }>;
	/** Addresses that HubSpot takes for none: it refuses every batch they are part of. */
	malformedEmails?: string[];
	/** Whether additional addresses find a contact without being among its properties. */
	hidesAdditionalEmails?: boolean;
}

export interface HubSpotStandIn {
	url: string;
	calls: string[];
	/** Bodies of the searches that came in. */
	searches: Array<Record<string, unknown>>;
	/** When each search came in, milliseconds since 1970. */
	searchTimes: number[];
	faults: Fault[];
	tokens: Set<string>;
	/** Forms posted to the token endpoint. */
	tokenRequests: Array<Record<string, string>>;
	close(): Promise<void>;
}

interface Filter {
	propertyName: string;
	operator: string;
	value?: string;
	values?: string[];
}

const OWN_COMPANY_PROPERTIES = [
	'name',
	'domain',
	'hs_additional_domains',
	'hs_parent_company_id',
	'hubspot_owner_id',
	'createdate',
	'hs_object_id',
];

/** A HubSpot account over HTTP: batch reads, searches, associations, owners, properties, and its limits. */
export async function startHubSpot(account: HubSpotAccount): Promise<HubSpotStandIn> {
	const standIn: HubSpotStandIn = {
		url: '',
		calls: [],
		searches: [],
		searchTimes: [],
		faults: [],
		tokens: new Set(['good-token']),
		tokenRequests: [],
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
	const handle = async (request: IncomingMessage, response: ServerResponse) => {
		const url = new URL(request.url ?? '/', 'http://stand-in');
		standIn.calls.push(`${request.method} ${url.pathname}`);
		const text = await bodyOf(request);
		if (playFault(standIn.faults, request, response)) return;
		if (url.pathname === '/oauth/v1/token') {
			const form = Object.fromEntries(new URLSearchParams(text));
			standIn.tokenRequests.push(form);
			const issued = `issued-${standIn.tokenRequests.length}`;
			standIn.tokens.add(issued);
			send(response, 200, {
				access_token: issued,
				refresh_token: form.refresh_token,
				expires_in: 1800,
				token_type: 'bearer',
			});
			return;
		}
		const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
		if (token === undefined || !standIn.tokens.has(token)) {
			send(
				response,
				401,
				problem('INVALID_AUTHENTICATION', 'Authentication credentials not found.'),
			);
			return;
		}
		const [status, answer] = respond(account, standIn, request.method ?? '', url, text);
		send(response, status, answer);
	};
	const server = createServer((request, response) => {
		handle(request, response).catch((error: unknown) => {
			send(response, 500, problem('INTERNAL_ERROR', String(error)));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return standIn;
}

function respond(
	account: HubSpotAccount,
	standIn: HubSpotStandIn,
	method: string,
	url: URL,
	text: string,
): [status: number, answer: unknown] {
	const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
	const path = url.pathname;
	const objectsOf = (name: string): StandInObject[] | undefined =>
		name === 'contacts' || name === 'companies' || name === 'deals' ? account[name] : undefined;

	const batch = /^\/crm\/v3\/objects\/(\w+)\/batch\/read$/.exec(path)?.[1];
	const searched = /^\/crm\/v3\/objects\/(\w+)\/search$/.exec(path)?.[1];
	const link = /^\/crm\/v4\/associations\/(\w+)\/(\w+)\/batch\/read$/.exec(path);
	if (method === 'POST' && batch) return batchRead(account, batch, objectsOf(batch) ?? [], body);
	if (method === 'POST' && searched) {
		standIn.searches.push(body);
		standIn.searchTimes.push(Date.now());
		if (text.length > 3000) {
			return [400, problem('VALIDATION_ERROR', 'The request body exceeds 3000 characters')];
		}
		return search(account, searched, objectsOf(searched) ?? [], body);
	}
	if (method === 'POST' && link)
		return associate(objectsOf(link[1] ?? '') ?? [], link[2] ?? '', body);
	const legacy = /^\/companies\/v2\/companies\/(\d+)$/.exec(path)?.[1];
	const company = legacy && account.companies.find(({ id }) => id === legacy);
	if (company) return [200, legacyCompany(company)];
	if (path === '/crm/v3/owners') {
		const archived = url.searchParams.get('archived') === 'true';
		return [200, { results: account.owners.filter((owner) => owner.archived === archived) }];
	}
	if (path === '/crm/v3/properties/deals') {
		const all = Object.entries(account.dealProperties ?? {});
		return [200, { results: all.map(([name, type]) => ({ name, label: name, type })) }];
	}
	if (path === '/crm/v3/properties/companies') {
		const own = OWN_COMPANY_PROPERTIES.map((name) => [name, 'string']);
		const all = [...own, ...Object.entries(account.companyProperties)];
		return [
			200,
			{
				results: all.map(([name, type]) => ({
					name,
					label: name,
					type,
					fieldType: 'text',
					hidden: false,
					calculated: false,
					...(name === 'hubspot_owner_id' && { referencedObjectType: 'OWNER' }),
				})),
			},
		];
	}
	if (path === '/crm/v3/pipelines/deals') return [200, { results: account.pipelines ?? [] }];
	return [404, problem('OBJECT_NOT_FOUND', 'resource not found')];
}

/** The form that n8n's own node still asks for. */
function legacyCompany({ id, properties }: StandInObject) {
	return {
		companyId: Number(id),
		isDeleted: false,
		properties: Object.fromEntries(
			Object.entries(properties).map(([name, value]) => [name, { value: value ?? '' }]),
		),
	};
}

function batchRead(
	account: HubSpotAccount,
	name: string,
	all: StandInObject[],
	body: Record<string, unknown>,
): [number, unknown] {
	const inputs = (body.inputs ?? []) as Array<{ id: string }>;
	const withHistory = (body.propertiesWithHistory ?? []) as string[];
	if (inputs.length > 100)
		return [
			400,
			problem(
				'VALIDATION_ERROR',
				'The maximum number of inputs supported in a batch request is 100.',
			),
		];
	if (withHistory.length > 0 && inputs.length > 50) {
		return [
			400,
			problem(
				'VALIDATION_ERROR',
				'The maximum number of inputs supported in a batch request for property histories is 50. Please reduce the number of items and try again',
			),
		];
	}
	const malformed = inputs.find(({ id }) => account.malformedEmails?.includes(id));
	if (malformed) {
		return [400, problem('VALIDATION_ERROR', `Email address ${malformed.id} is invalid`)];
	}
	const found = new Map<string, StandInObject>();
	const errors: unknown[] = [];
	for (const { id } of inputs) {
		const wanted = id.toLowerCase();
		const object = all.find((one) =>
			body.idProperty === 'email'
				? [one.properties.email, ...(one.properties.hs_additional_emails ?? '').split(';')].some(
						(email) => email?.toLowerCase() === wanted,
					)
				: one.id === id,
		);
		if (object) found.set(object.id, object);
		else
			errors.push({
				status: 'error',
				category: 'OBJECT_NOT_FOUND',
				message: 'Could not get some objects',
				context: { ids: [id] },
			});
	}
	return [
		errors.length > 0 ? 207 : 200,
		{
			status: 'COMPLETE',
			results: [...found.values()].map((one) => ({
				...present(account, name, one, (body.properties ?? []) as string[]),
				...(withHistory.length > 0 && {
					propertiesWithHistory: Object.fromEntries(
						withHistory.map((property) => [
							property,
							(one.history?.[property] ?? []).map((entry) => ({ ...entry, sourceType: 'CRM_UI' })),
						]),
					),
				}),
			})),
			...(errors.length > 0 && { numErrors: errors.length, errors }),
			startedAt: '2026-11-23T12:00:00.000Z',
			completedAt: '2026-11-23T12:00:00.100Z',
		},
	];
}

function search(
	account: HubSpotAccount,
	name: string,
	all: StandInObject[],
	body: Record<string, unknown>,
): [number, unknown] {
	const groups = (body.filterGroups ?? []) as Array<{ filters: Filter[] }>;
	const limit = Number(body.limit ?? 10);
	if (limit > 200 || groups.length > 5) return [400, problem('VALIDATION_ERROR', 'too many')];
	if (groups.flatMap(({ filters }) => filters).length > 18) {
		return [400, problem('VALIDATION_ERROR', 'too many filters')];
	}
	for (const { filters } of groups) {
		if (filters.length > 6) return [400, problem('VALIDATION_ERROR', 'too many filters')];
		for (const { operator, values = [] } of filters) {
			if (operator === 'IN' && (values.length === 0 || values.length > 100)) {
				return [400, problem('VALIDATION_ERROR', 'IN takes 1 to 100 values')];
			}
			// HubSpot compares text in lower case and leaves the values of IN as they come.
			if (operator === 'IN' && values.some((text) => text !== text.toLowerCase())) {
				return [200, { total: 0, results: [] }];
			}
		}
	}
	const found = all.filter((one) =>
		groups.some(({ filters }) => filters.every((filter) => fits(account, name, one, filter))),
	);
	const start = Number(body.after ?? 0);
	const end = start + limit;
	return [
		200,
		{
			total: found.length,
			results: found
				.slice(start, end)
				.map((one) => present(account, name, one, (body.properties ?? []) as string[])),
			...(end < found.length && { paging: { next: { after: String(end) } } }),
		},
	];
}

function fits(account: HubSpotAccount, name: string, one: StandInObject, filter: Filter): boolean {
	const { propertyName, operator, value, values = [] } = filter;
	if (propertyName === 'associations.company') {
		return account.companies.some(
			({ id, associations }) => values.includes(id) && associations?.[name]?.includes(one.id),
		);
	}
	const text = propertyOf(one, propertyName);
	if (operator === 'HAS_PROPERTY') return text !== '';
	// Several values of one property are kept with semicolons between them.
	const actual = text.toLowerCase().split(';');
	if (operator === 'CONTAINS_TOKEN' && value?.startsWith('*')) {
		return actual.some((one) => one.endsWith(value.slice(1)));
	}
	const wanted = operator === 'IN' ? values : [value ?? ''];
	if (operator !== 'IN' && operator !== 'EQ')
		throw new Error(`operator ${operator} is not played here`);
	return wanted.some((value) => value !== '' && actual.includes(value));
}

/** A property's text; the domain of a contact's address is one that HubSpot makes by itself. */
function propertyOf({ properties }: StandInObject, name: string): string {
	if (name === 'hs_email_domain') return (properties.email ?? '').split('@')[1] ?? '';
	return properties[name] ?? '';
}

function associate(
	all: StandInObject[],
	to: string,
	body: Record<string, unknown>,
): [number, unknown] {
	const inputs = (body.inputs ?? []) as Array<{ id: string }>;
	if (inputs.length > 1000) return [400, problem('VALIDATION_ERROR', 'at most 1000 inputs')];
	const errors: unknown[] = [];
	const results = inputs.flatMap(({ id }) => {
		const from = all.find((one) => one.id === id);
		const ids = from?.associations?.[to] ?? [];
		if (ids.length === 0) {
			errors.push({
				status: 'error',
				category: 'OBJECT_NOT_FOUND',
				subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
				message: `No ${to} are associated with ${id}.`,
				context: { fromObjectId: [id] },
			});
			return [];
		}
		return [
			{
				from: { id },
				to: ids.map((toObjectId) => ({
					toObjectId: Number(toObjectId),
					associationTypes: [
						{ category: 'HUBSPOT_DEFINED', typeId: 279, label: null },
						...(from?.primary === toObjectId
							? [{ category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' }]
							: []),
					],
				})),
			},
		];
	});
	return [
		errors.length > 0 ? 207 : 200,
		{
			status: 'COMPLETE',
			results,
			...(errors.length > 0 && { numErrors: errors.length, errors }),
		},
	];
}

/** Properties that were asked for and exist come as text or null; others are left out, as HubSpot does. */
function present(account: HubSpotAccount, name: string, one: StandInObject, asked: string[]) {
	const exists = (property: string) =>
		!(account.hidesAdditionalEmails && property === 'hs_additional_emails') &&
		((name === 'deals' && (!account.dealProperties || property in account.dealProperties)) ||
			name === 'contacts' ||
			OWN_COMPANY_PROPERTIES.includes(property) ||
			(name === 'companies' && property in account.companyProperties));
	return {
		id: one.id,
		properties: {
			createdate: '2026-01-01T00:00:00.000Z',
			hs_object_id: one.id,
			...Object.fromEntries(
				asked.filter(exists).map((property) => [property, one.properties[property] ?? null]),
			),
		},
		createdAt: '2026-01-01T00:00:00.000Z',
		updatedAt: '2026-01-01T00:00:00.000Z',
		archived: false,
	};
}

export function problem(category: string, message: string) {
	return {
		status: 'error',
		message,
		correlationId: '19dab6f7-0000-0000-0000-a45d27c9c4da',
		category,
	};
}

function send(response: ServerResponse, status: number, body: unknown): void {
	response.writeHead(status, {
		'Content-Type': 'application/json;charset=utf-8',
		'X-HubSpot-RateLimit-Daily': '250000',
		'X-HubSpot-RateLimit-Daily-Remaining': '248580',
	});
	response.end(JSON.stringify(body));
}
