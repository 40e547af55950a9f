import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { bodyOf, playFault, type Fault } from '../faults.ts';
import type { OpenAiContract } from './contract.ts';

export interface ChatRequest {
	model: string;
	messages: Array<{ role: string; content: string }>;
	response_format?: {
		type: string;
		json_schema: { name: string; strict: boolean; schema: Record<string, unknown> };
	};
	reasoning_effort?: string;
	max_completion_tokens?: number;
}

/** What the model says; an object is sent as JSON text. */
export interface Said {
	content?: unknown;
	refusal?: string;
	finish?: 'stop' | 'length' | 'content_filter';
}

export interface OpenAiStandIn {
	/** Base URL with the version. */
	url: string;
	requests: Array<{ path: string; headers: IncomingMessage['headers']; body?: ChatRequest }>;
	faults: Fault[];
	latencyMs: number;
	/** Requests under way at once, at most. */
	mostAtOnce: number;
	/** What the model says about a ticket. */
	say: (ticket: string, request: ChatRequest) => Said;
	models: Array<{ id: string; created?: number; shutdown_date?: string | null }>;
	/** Where a request or a reply does not fit OpenAI's own description. */
	problems: string[];
	/** Back to the beginning, for the next test. */
	reset(): void;
	close(): Promise<void>;
}

export const API_KEY = 'sk-test-0123456789abcdefghij';

/** A calm, valid answer; tests change what they are about. */
export const answerWith = (changes: object = {}) => ({
	label: 'Neutral',
	score: 40,
	topic: 'export',
	summary: 'The customer asks about an export.',
	quotes: [],
	signals: [],
	...changes,
});

export const problem = (code: string | null, message: string, type = 'invalid_request_error') => ({
	error: { message, type, param: null, code },
});

/** The text between the two marker lines of a prompt. */
export function ticketIn({ messages }: ChatRequest): string {
	const text = messages.find(({ role }) => role === 'user')?.content ?? '';
	const marker = /"(TICKET-[0-9a-f]+)"/.exec(text)?.[1] ?? '';
	return text.split(`\n${marker}\n`)[1] ?? '';
}

/** OpenAI's Chat Completions and list of models over HTTP, checked against its own description where that is known. */
export async function startOpenAi(contract?: OpenAiContract): Promise<OpenAiStandIn> {
	let atOnce = 0;
	const defaults = () => ({
		requests: [],
		faults: [],
		latencyMs: 0,
		mostAtOnce: 0,
		say: () => ({ content: answerWith() }),
		models: [{ id: 'gpt-6-luna' }],
		problems: [],
	});
	const standIn: OpenAiStandIn = {
		url: '',
		...defaults(),
		reset: () => void Object.assign(standIn, defaults()),
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
	const send = (
		response: ServerResponse,
		status: number,
		body: unknown,
		check?: (body: unknown) => string[],
	) => {
		standIn.problems.push(...(check?.(body) ?? []));
		response.writeHead(status, { 'Content-Type': 'application/json' });
		response.end(JSON.stringify(body));
	};
	const handle = async (request: IncomingMessage, response: ServerResponse) => {
		const path = request.url ?? '/';
		const text = await bodyOf(request);
		const body = text === '' ? undefined : (JSON.parse(text) as ChatRequest);
		standIn.requests.push({ path, headers: request.headers, body });
		if (standIn.latencyMs > 0) await sleep(standIn.latencyMs);
		if (playFault(standIn.faults, request, response)) return;
		if (request.headers.authorization !== `Bearer ${API_KEY}`) {
			const said = `Incorrect API key provided: ${request.headers.authorization}.`;
			send(response, 401, problem('invalid_api_key', said), contract?.error);
		} else if (request.method === 'GET' && path === '/v1/models') {
			send(response, 200, listOf(standIn.models), contract?.models);
		} else if (request.method === 'POST' && path === '/v1/chat/completions' && body) {
			standIn.problems.push(...(contract?.request(body) ?? []));
			send(response, 200, completionOf(body, standIn.say), contract?.completion);
		} else {
			send(response, 404, problem(null, `Invalid URL (${request.method} ${path})`));
		}
	};
	const server = createServer((request, response) => {
		atOnce++;
		standIn.mostAtOnce = Math.max(standIn.mostAtOnce, atOnce);
		handle(request, response)
			.catch((error: unknown) => send(response, 500, problem(null, String(error))))
			.finally(() => atOnce--);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
	return standIn;
}

function listOf(models: OpenAiStandIn['models']) {
	return {
		object: 'list',
		data: models.map(({ id, created = 1_790_000_000, shutdown_date = null }) => ({
			id,
			object: 'model',
			created,
			owned_by: 'openai',
			shutdown_date,
		})),
	};
}

function completionOf(request: ChatRequest, say: OpenAiStandIn['say']) {
	const { content = null, refusal = null, finish = 'stop' } = say(ticketIn(request), request);
	return {
		id: 'chatcmpl-1',
		object: 'chat.completion',
		created: 1_790_000_000,
		model: request.model,
		choices: [
			{
				index: 0,
				finish_reason: finish,
				logprobs: null,
				message: {
					role: 'assistant',
					content:
						typeof content === 'string' || content === null ? content : JSON.stringify(content),
					refusal,
					annotations: [],
				},
			},
		],
		usage: {
			prompt_tokens: 600,
			completion_tokens: 120,
			total_tokens: 720,
			prompt_tokens_details: { cached_tokens: 100, audio_tokens: 0 },
		},
	};
}
