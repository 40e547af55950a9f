import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyOf, type Fault, playFault } from '../faults.ts';
import { searchConversations } from './search.ts';
import {
	companiesOf,
	contactOf,
	conversationOf,
	emptyWorkspace,
	meOf,
	problem,
	type Workspace,
} from './workspace.ts';

export interface IntercomStandIn {
	url: string;
	workspace: Workspace;
	/** "<method> <path>" of each request. */
	calls: string[];
	/** Bodies of the searches. */
	searches: unknown[];
	/** Values of the Intercom-Version header. */
	versions: Set<string | undefined>;
	faults: Fault[];
	tokens: Set<string>;
	/** Requests allowed in ten seconds. */
	limit: number;
	close(): Promise<void>;
}

export interface IntercomOptions {
	app?: string;
	region?: Workspace['region'];
	/** The clock that rates are limited by, and that the Date header tells. */
	now?: () => Date;
}

const WINDOW_S = 10;

/** Intercom's API 2.16 over HTTP: conversations, their search, contacts and companies, and its limits. */
export async function startIntercom(options: IntercomOptions = {}): Promise<IntercomStandIn> {
	const now = options.now ?? (() => new Date());
	let window = { number: 0, used: 0 };
	const standIn: IntercomStandIn = {
		url: '',
		workspace: emptyWorkspace(options.app ?? 'nw7x2k1q', options.region ?? 'US'),
		calls: [],
		searches: [],
		versions: new Set(),
		faults: [],
		tokens: new Set(['good-token']),
		limit: 166,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};

	const handle = async (request: IncomingMessage, response: ServerResponse) => {
		const { pathname } = new URL(request.url ?? '/', 'http://stand-in');
		standIn.calls.push(`${request.method} ${pathname}`);
		standIn.versions.add(headerOf(request, 'intercom-version'));
		const text = await bodyOf(request);
		if (playFault(standIn.faults, request, response)) return;
		const time = now();
		const number = Math.floor(time.getTime() / 1000 / WINDOW_S);
		window = { number, used: window.number === number ? window.used + 1 : 1 };
		const headers = {
			Date: time.toUTCString(),
			'X-RateLimit-Limit': String(standIn.limit),
			'X-RateLimit-Remaining': String(Math.max(0, standIn.limit - window.used)),
			'X-RateLimit-Reset': String((number + 1) * WINDOW_S),
			'Intercom-Version': headerOf(request, 'intercom-version') ?? '2.16',
		};
		const [status, body] = answerTo(standIn, request, pathname, text, window.used);
		send(response, status, body, headers);
	};
	const server = createServer((request, response) => {
		handle(request, response).catch((error: unknown) => {
			send(response, 500, problem('server_error', String(error)), {});
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return standIn;
}

function answerTo(
	standIn: IntercomStandIn,
	request: IncomingMessage,
	path: string,
	text: string,
	used: number,
): [status: number, body: unknown] {
	const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
	if (token === undefined || !standIn.tokens.has(token)) {
		return [401, problem('unauthorized', 'Access Token Invalid')];
	}
	if (used > standIn.limit) return [429, problem('rate_limit_exceeded', 'Exceeded rate limit')];
	const { workspace } = standIn;
	if (request.method === 'POST' && path === '/conversations/search') {
		const query: unknown = JSON.parse(text);
		standIn.searches.push(query);
		return searchConversations([...workspace.conversations.values()], query);
	}
	if (request.method !== 'GET') return [404, problem('not_found', 'Resource Not Found')];
	if (path === '/me') return [200, meOf(workspace)];
	const id = /^\/conversations\/(\d+)$/.exec(path)?.[1];
	const conversation = workspace.conversations.get(id ?? '');
	if (conversation !== undefined) return [200, conversationOf(conversation, true)];
	const [, person, what] = /^\/contacts\/([\w-]+)(\/companies)?$/.exec(path) ?? [];
	const contact = workspace.contacts.get(person ?? '');
	if (contact !== undefined) {
		return [
			200,
			what === undefined ? contactOf(workspace, contact) : companiesOf(workspace, contact),
		];
	}
	return [
		404,
		problem('not_found', person === undefined ? 'Resource Not Found' : 'User Not Found'),
	];
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
	const value = request.headers[name];
	return typeof value === 'string' ? value : undefined;
}

function send(
	response: ServerResponse,
	status: number,
	body: unknown,
	headers: Record<string, string>,
): void {
	response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
	response.end(JSON.stringify(body));
}
