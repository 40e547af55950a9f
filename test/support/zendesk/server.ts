import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { bodyOf, playFault, type Fault } from '../faults.ts';
import { type Account, respond } from './api.ts';
import {
	AS_DOCUMENTED,
	createDeliveries,
	type Deliveries,
	type DeliverySettings,
	type Trigger,
	type Webhook,
} from './deliveries.ts';
import { createDesk, type Desk, type DeskEvent } from './desk.ts';

/** Who may ask: with `email/token:token` as Basic, or with the token as Bearer (OAuth2). */
export interface Access {
	email: string;
	token: string;
	role: 'admin' | 'agent';
}

export interface ZendeskOptions {
	/** One admin unless told. */
	access?: Access[];
	/** Milliseconds since 1970; the system's unless told. */
	now?: () => number;
	deliveries?: Partial<DeliverySettings>;
	/** True unless told. */
	hasSurveys?: boolean;
	/** Requests a minute: of the account (the Professional plan's unless told), and of exports. */
	limits?: { account?: number; exports?: number };
}

export interface ZendeskStandIn {
	url: string;
	desk: Desk;
	webhooks: ReadonlyMap<string, Webhook>;
	triggers: ReadonlyMap<number, Trigger>;
	deliveries: Deliveries;
	/** Every request that came in, as "METHOD /path?query". */
	calls: string[];
	faults: Fault[];
	access: Access[];
	close(): Promise<void>;
}

export const ADMIN: Access = {
	email: 'admin@northwind.example',
	token: 'zendesk-api-token',
	role: 'admin',
};

const ACCOUNT_LIMIT = 400;
const EXPORT_LIMIT = 10;
const MINUTE = 60_000;

/** A Zendesk account over HTTP on 127.0.0.1: its API, its limits, and the webhooks it calls. */
export async function startZendesk(options: ZendeskOptions = {}): Promise<ZendeskStandIn> {
	const now = options.now ?? Date.now;
	const webhooks = new Map<string, Webhook>();
	const triggers = new Map<number, Trigger>();
	const settings = { ...AS_DOCUMENTED, ...options.deliveries };
	const deliveries = createDeliveries(triggers, webhooks, settings);
	const desk = createDesk(now, (event: DeskEvent) => deliveries.tell(event));
	const account: Account = {
		desk,
		webhooks,
		triggers,
		hasSurveys: options.hasSurveys ?? true,
		now,
	};
	const takeTurn = limiter(now, options.limits?.account ?? ACCOUNT_LIMIT);
	const takeExportTurn = limiter(now, options.limits?.exports ?? EXPORT_LIMIT);

	const standIn: ZendeskStandIn = {
		url: '',
		desk,
		webhooks,
		triggers,
		deliveries,
		calls: [],
		faults: [],
		access: options.access ?? [ADMIN],
		close: async () => {
			deliveries.stop();
			await deliveries.settled();
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};

	const handle = async (request: IncomingMessage, response: ServerResponse) => {
		const method = request.method ?? '';
		standIn.calls.push(`${method} ${decodeURIComponent(request.url ?? '')}`);
		const text = await bodyOf(request);
		if (playFault(standIn.faults, request, response)) return;
		const url = new URL(request.url ?? '/', standIn.url);
		const path = url.pathname.replace(/\.json$/, '');
		const access = accessOf(standIn.access, request.headers.authorization ?? '');
		if (access === undefined) {
			send(response, 401, { error: "Couldn't authenticate you" });
			return;
		}
		const waitMs = takeTurn() ?? (path.includes('/incremental/') ? takeExportTurn() : undefined);
		if (waitMs !== undefined) {
			const words = 'Number of allowed API requests per minute exceeded';
			send(response, 429, words, { 'Retry-After': String(Math.ceil(waitMs / 1000)) });
			return;
		}
		const [status, answer] = respond(account, {
			method,
			path,
			query: url.searchParams,
			body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
			origin: standIn.url,
			isAdmin: access.role === 'admin',
		});
		send(response, status, answer);
	};
	const server = createServer((request, response) => {
		handle(request, response).catch((error: unknown) => {
			send(response, 500, { error: 'InternalError', description: String(error) });
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return standIn;
}

function accessOf(known: readonly Access[], header: string): Access | undefined {
	const [, scheme, proof = ''] = /^(Basic|Bearer) (.+)$/.exec(header) ?? [];
	if (scheme === 'Bearer') return known.find(({ token }) => token === proof);
	const plain = Buffer.from(proof, 'base64').toString('utf8');
	return known.find(({ email, token }) => plain === `${email}/token:${token}`);
}

/** Counts requests in whole minutes; says how long to wait when there are too many. */
function limiter(now: () => number, most: number): () => number | undefined {
	let minute = -1;
	let count = 0;
	return () => {
		const current = Math.floor(now() / MINUTE);
		if (current !== minute) {
			minute = current;
			count = 0;
		}
		count += 1;
		return count > most ? (current + 1) * MINUTE - now() : undefined;
	};
}

function send(
	response: ServerResponse,
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
): void {
	const isText = typeof body === 'string';
	response.writeHead(status, {
		'Content-Type': isText ? 'text/plain; charset=UTF-8' : 'application/json; charset=UTF-8',
		'X-Zendesk-API-Version': 'v2',
		...headers,
	});
	if (body === undefined) response.end();
	else response.end(isText ? body : JSON.stringify(body));
}
