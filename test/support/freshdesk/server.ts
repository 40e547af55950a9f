import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyOf, type Fault, playFault } from '../faults.ts';
import {
	type Account,
	emptyAccount,
	listedTicket,
	shownConversation,
	shownRating,
	shownTicket,
	type Ticket,
} from './account.ts';

export interface FreshdeskStandIn {
	url: string;
	account: Account;
	/** "<method> <path>" of each request. */
	calls: string[];
	faults: Fault[];
	apiKeys: Set<string>;
	/** Requests allowed in a minute. */
	limit: number;
	close(): Promise<void>;
}

type Answer = [status: number, body?: unknown];

const LAST_PAGE = 300;

/** Freshdesk's API v2 over HTTP: tickets, conversations, ratings, people and companies, and its limits. */
export async function startFreshdesk(
	now: () => Date = () => new Date(),
): Promise<FreshdeskStandIn> {
	let window = { number: 0, used: 0 };
	const standIn: FreshdeskStandIn = {
		url: '',
		account: emptyAccount(),
		calls: [],
		faults: [],
		apiKeys: new Set(['good-key']),
		limit: 700,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
	const handle = async (request: IncomingMessage, response: ServerResponse) => {
		const url = new URL(request.url ?? '/', 'http://stand-in');
		standIn.calls.push(`${request.method} ${url.pathname}`);
		await bodyOf(request);
		if (playFault(standIn.faults, request, response)) return;
		const second = Math.floor(now().getTime() / 1000);
		const number = Math.floor(second / 60);
		window = { number, used: window.number === number ? window.used + 1 : 1 };
		const headers = {
			Date: now().toUTCString(),
			'X-Freshdesk-API-Version': 'latest=v2; requested=v2',
			'X-RateLimit-Total': String(standIn.limit),
			'X-RateLimit-Remaining': String(Math.max(0, standIn.limit - window.used)),
			'X-RateLimit-Used-CurrentRequest': '1',
		};
		if (window.used > standIn.limit) {
			const wait = String((number + 1) * 60 - second);
			send(response, [429, { message: 'You have exceeded the limit of requests per minute' }], {
				...headers,
				'Retry-After': wait,
			});
			return;
		}
		const answer = isKnown(standIn, request) ? answerTo(standIn.account, url) : UNKNOWN;
		send(response, answer, { ...headers, ...linkOf(standIn.url, url, answer) });
	};
	const server = createServer((request, response) => {
		handle(request, response).catch((error: unknown) => {
			send(response, [500, { message: String(error) }], {});
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return standIn;
}

const UNKNOWN: Answer = [
	401,
	{ code: 'invalid_credentials', message: 'You have to be logged in to perform this action.' },
];

function isKnown({ apiKeys }: FreshdeskStandIn, { headers }: IncomingMessage): boolean {
	const basic = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
	const [key] = Buffer.from(basic, 'base64').toString().split(':');
	return apiKeys.has(key ?? '');
}

function answerTo(account: Account, { pathname, searchParams }: URL): Answer {
	if (pathname === '/api/v2/tickets') {
		const listed = listOf(account, searchParams);
		return 'problem' in listed
			? [400, { description: 'Validation failed', errors: [listed.problem] }]
			: [200, pageOf(listed.tickets, searchParams).map(listedTicket)];
	}
	const [, kind, id, what] = /^\/api\/v2\/(\w+)\/(\d+)(?:\/(\w+))?$/.exec(pathname) ?? [];
	const number = Number(id);
	if (kind === 'tickets') {
		const ticket = account.tickets.get(number);
		return ticket === undefined ? [404] : ofTicket(account, ticket, what, searchParams);
	}
	const agent = account.agents.get(number);
	if (kind === 'agents' && agent !== undefined) {
		const { name, email } = agent;
		return [200, { id: agent.id, available: true, contact: { active: true, name, email } }];
	}
	const found =
		kind === 'contacts'
			? account.contacts.get(number)
			: kind === 'companies'
				? account.companies.get(number)
				: undefined;
	return found === undefined ? [404] : [200, { ...found, custom_fields: {} }];
}

function ofTicket(
	account: Account,
	ticket: Ticket,
	what: string | undefined,
	query: URLSearchParams,
): Answer {
	switch (what) {
		case undefined:
			return [200, shownTicket(account, ticket, (query.get('include') ?? '').split(','))];
		case 'conversations':
			return [
				200,
				pageOf(ticket.conversations, query).map((one) => shownConversation(ticket, one)),
			];
		case 'satisfaction_ratings':
			return [200, ticket.ratings.map((rating) => shownRating(ticket, rating))];
		default:
			return [404];
	}
}

/** Those that changed since a time, without spam and deleted ones, in the order asked for. */
function listOf(
	account: Account,
	query: URLSearchParams,
): { tickets: Ticket[] } | { problem: object } {
	if (Number(query.get('page') ?? 1) > LAST_PAGE) {
		const message =
			'You cannot access tickets beyond the 300th page. Please provide a smaller page number.';
		return { problem: { field: 'page', message, code: 'invalid_value' } };
	}
	const field = query.get('order_by') ?? 'created_at';
	if (field !== 'created_at' && field !== 'updated_at') {
		return { problem: { field: 'order_by', message: 'It should be a known field' } };
	}
	const sign = query.get('order_type') === 'asc' ? 1 : -1;
	const since = query.get('updated_since') ?? '';
	const tickets = [...account.tickets.values()]
		.filter(({ updated_at, spam, deleted }) => updated_at >= since && !spam && !deleted)
		.sort((a, b) => sign * (a[field].localeCompare(b[field]) || a.id - b.id));
	return { tickets };
}

function pageOf<T>(all: T[], query: URLSearchParams): T[] {
	const perPage = Math.min(100, Number(query.get('per_page') ?? 30));
	const start = (Number(query.get('page') ?? 1) - 1) * perPage;
	return all.slice(start, start + perPage);
}

/** A full page may be followed by another. */
function linkOf(root: string, url: URL, [, body]: Answer): { Link?: string } {
	const perPage = Math.min(100, Number(url.searchParams.get('per_page') ?? 30));
	if (!Array.isArray(body) || body.length < perPage) return {};
	const next = new URL(url.pathname + url.search, root);
	next.searchParams.set('page', String(Number(url.searchParams.get('page') ?? 1) + 1));
	return { Link: `<${next.href}>; rel="next"` };
}

/** What is not there has no body. */
function send(
	response: ServerResponse,
	[status, body]: Answer,
	headers: Record<string, string>,
): void {
	response.writeHead(status, {
		...(body !== undefined && { 'Content-Type': 'application/json; charset=utf-8' }),
		...headers,
	});
	response.end(body === undefined ? undefined : JSON.stringify(body));
}
