import type { IHttpRequestMethods, IHttpRequestOptions, IDataObject } from 'n8n-workflow';
import type { OpenAI } from 'openai';

import { ModelFailure, SCHEMA_NAME, readFailure } from '../core/chatModel';
import { lowestEffort } from '../core/chatModel/models';
import type { ChatModel, ModelReply, ModelRequest } from './chatModel';

/** What n8n's own credential type "openAiApi" holds. */
export interface OpenAiCredential {
	apiKey: string;
	organizationId?: string;
	/** Base URL with the version, e.g. "https://api.openai.com/v1". */
	url?: string;
	header?: boolean;
	headerName?: string;
	headerValue?: string;
}

export type HttpRequest = (options: IHttpRequestOptions) => Promise<unknown>;

const DEFAULT_URL = 'https://api.openai.com/v1';
/** Far more than an answer needs; stops a model that was talked into writing a novel. */
const MOST_OUTPUT_TOKENS = 1500;

/** Parts of a request that compatible servers may not know, and what their refusals name them. */
const OPTIONAL_PARTS = {
	effort: /reasoning/,
	limit: /max_completion_tokens/,
	schema: /response_format|json_schema/,
};
type OptionalPart = keyof typeof OPTIONAL_PARTS;

/** The official client, sending through n8n's own HTTP, so that the proxy and the network rules of n8n hold. */
export async function openAiClient(
	credential: OpenAiCredential,
	httpRequest: HttpRequest,
): Promise<OpenAI> {
	const { default: Client } = await import('openai');
	const { header, headerName, headerValue } = credential;
	return new Client({
		// Servers of one's own often ask for none; the client insists on one.
		apiKey: credential.apiKey.trim() || 'none',
		organization: credential.organizationId || null,
		baseURL: credential.url || DEFAULT_URL,
		// Said in full, since the client would read the rest from n8n's environment.
		project: null,
		adminAPIKey: null,
		webhookSecret: null,
		logLevel: 'off',
		maxRetries: 0,
		...(header && headerName && { defaultHeaders: { [headerName]: headerValue ?? '' } }),
		fetch: async (input, init) => await send(httpRequest, String(input), init),
	});
}

/** Takes the key and what else is secret in a credential out of a text. */
export function hideSecrets(text: string, credential: Partial<OpenAiCredential>): string {
	let hidden = text;
	for (const secret of [credential.apiKey, credential.headerValue, credential.organizationId]) {
		const shown = secret?.trim();
		if (shown) hidden = hidden.replaceAll(shown, '[hidden]');
	}
	return hidden;
}

async function send(
	httpRequest: HttpRequest,
	url: string,
	init: RequestInit | undefined,
): Promise<Response> {
	const { body, statusCode, headers } = (await httpRequest({
		url,
		method: (init?.method ?? 'GET').toUpperCase() as IHttpRequestMethods,
		headers: Object.fromEntries(new Headers(init?.headers)),
		...(typeof init?.body === 'string' && { body: init.body }),
		encoding: 'arraybuffer',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		abortSignal: init?.signal ?? undefined,
		sendCredentialsOnCrossOriginRedirect: false,
	})) as { body: Uint8Array<ArrayBuffer>; statusCode: number; headers: IDataObject };
	const answered = new Headers();
	for (const [name, value] of Object.entries(headers)) {
		// The body has been unpacked already.
		if (!/^(?:content-encoding|content-length|transfer-encoding)$/i.test(name)) {
			answered.set(name, String(value));
		}
	}
	const hasNoBody = statusCode === 204 || statusCode === 304;
	return new Response(hasNoBody ? null : body, { status: statusCode, headers: answered });
}

/**
 * A model over Chat Completions, at OpenAI or any server that speaks the same. A part of the request that such a
 * server does not know is left out from then on.
 */
export function openAiModel(client: OpenAI, model: string): ChatModel {
	const dropped = new Set<OptionalPart>();
	return {
		name: model,
		ask: async (request, signal) => {
			for (;;) {
				const asked = [...dropped];
				try {
					return readCompletion(await complete(client, model, request, dropped, signal));
				} catch (error) {
					const part = unknownPart(error, asked);
					dropped.add(part);
				}
			}
		},
	};
}

async function complete(
	client: OpenAI,
	model: string,
	request: ModelRequest,
	dropped: ReadonlySet<OptionalPart>,
	signal: AbortSignal,
) {
	const effort = dropped.has('effort') ? undefined : lowestEffort(model);
	const hasSchema = !dropped.has('schema');
	return await client.chat.completions.create(
		{
			model,
			messages: [
				{ role: 'system', content: hasSchema ? request.system : request.systemWithSchema },
				{ role: 'user', content: request.user },
			],
			...(hasSchema && {
				response_format: {
					type: 'json_schema' as const,
					json_schema: { name: SCHEMA_NAME, strict: true, schema: request.schema },
				},
			}),
			...(effort && { reasoning_effort: effort }),
			...(!dropped.has('limit') && { max_completion_tokens: MOST_OUTPUT_TOKENS }),
		},
		{ signal },
	);
}

/**
 * The part of a request that a server refused for not knowing it.
 * @throws the error itself when it was refused for something else
 */
function unknownPart(error: unknown, dropped: readonly OptionalPart[]): OptionalPart {
	const { rejectedPart = '' } = readFailure(error, () => '', Date.now());
	const part = (Object.keys(OPTIONAL_PARTS) as OptionalPart[]).find((candidate) =>
		OPTIONAL_PARTS[candidate].test(rejectedPart),
	);
	if (part === undefined || dropped.includes(part)) throw error;
	return part;
}

function readCompletion(completion: OpenAI.Chat.ChatCompletion): ModelReply {
	// Compatible servers and proxies answer with anything.
	const { choices, usage, model } = (completion ?? {}) as Partial<OpenAI.Chat.ChatCompletion>;
	const choice = Array.isArray(choices) ? choices[0] : undefined;
	if (choice?.message === undefined) {
		throw new ModelFailure('schema-mismatch', { detail: 'The answer is no chat completion' });
	}
	if (choice.finish_reason === 'content_filter') throw new ModelFailure('content-filter');
	if (choice.message.refusal) throw new ModelFailure('refusal');
	if (choice.finish_reason === 'length') throw new ModelFailure('incomplete');
	return {
		content: choice.message.content,
		...(typeof usage?.prompt_tokens === 'number' &&
			typeof usage.completion_tokens === 'number' && {
				usage: {
					inputTokens: usage.prompt_tokens,
					cachedInputTokens: usage.prompt_tokens_details?.cached_tokens,
					outputTokens: usage.completion_tokens,
				},
			}),
		model,
	};
}
