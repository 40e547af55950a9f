import { NodeConnectionTypes, type IExecuteFunctions } from 'n8n-workflow';

import { ModelFailure } from '../core/chatModel/failure';

/** What a model answered. */
export interface ModelReply {
	/** Text, object or blocks, as the model gave it. */
	content: unknown;
	usage?: { inputTokens: number; cachedInputTokens?: number; outputTokens: number };
	/** The model that answered, where it says so. */
	model?: string;
}

/** A chat model that an admin attached to a node. */
export interface ConnectedModel {
	readonly name: string;
	/** @throws ModelFailure for an answer that is none; whatever the model's node throws */
	ask(request: { system: string; user: string }, signal: AbortSignal): Promise<ModelReply>;
}

/** What n8n's chat model nodes give out, as far as it is used here. */
interface Invocable {
	invoke(
		messages: Array<[role: 'system' | 'human', text: string]>,
		options: { signal: AbortSignal },
	): Promise<unknown>;
}

interface Message {
	content?: unknown;
	usage_metadata?: {
		input_tokens?: number;
		output_tokens?: number;
		input_token_details?: { cache_read?: number };
	};
	response_metadata?: Record<string, unknown>;
	additional_kwargs?: { refusal?: unknown };
}

const REFUSED = /^(?:refusal|refused)$/i;
const FILTERED = /content[_-]?filter|^(?:safety|prohibited_content|blocklist|recitation)$/i;
const CUT_OFF = /^(?:length|max_tokens)$/i;

/**
 * The chat model that is attached to the node's Model input.
 * @throws ModelFailure "not-connected" when there is none, or it cannot be set up
 */
export async function connectedModel(context: IExecuteFunctions): Promise<ConnectedModel> {
	let connected: unknown;
	try {
		connected = await context.getInputConnectionData(NodeConnectionTypes.AiLanguageModel, 0);
	} catch (error) {
		throw notConnected(error);
	}
	const model = Array.isArray(connected) ? (connected[0] as unknown) : connected;
	if (!isInvocable(model)) throw new ModelFailure('not-connected');
	return {
		name: nameOf(model),
		ask: async ({ system, user }, signal) =>
			readMessage(
				await model.invoke(
					[
						['system', system],
						['human', user],
					],
					{ signal },
				),
			),
	};
}

const notConnected = (error: unknown): ModelFailure =>
	new ModelFailure('not-connected', {
		detail: error instanceof Error ? error.message : undefined,
	});

function isInvocable(value: unknown): value is Invocable {
	return typeof (value as Partial<Invocable> | undefined)?.invoke === 'function';
}

function nameOf(model: object): string {
	const { model: name, modelName, modelId } = model as Record<string, unknown>;
	const known = [name, modelName, modelId].find((value) => typeof value === 'string');
	return typeof known === 'string' ? known : 'connected model';
}

function readMessage(answer: unknown): ModelReply {
	// Models of the older, text-only kind answer with the text itself.
	if (typeof answer === 'string') return { content: answer };
	const {
		content,
		usage_metadata: usage,
		response_metadata: facts = {},
		additional_kwargs: extra,
	} = (answer ?? {}) as Message;
	const reasons = [facts.finish_reason, facts.stop_reason, facts.finishReason, facts.done_reason];
	const ended = (pattern: RegExp) =>
		reasons.some((reason) => typeof reason === 'string' && pattern.test(reason));
	if (extra?.refusal || ended(REFUSED) || hasRefusal(content)) throw new ModelFailure('refusal');
	if (ended(FILTERED)) throw new ModelFailure('content-filter');
	if (ended(CUT_OFF)) throw new ModelFailure('incomplete');
	const model = [facts.model_name, facts.model].find((value) => typeof value === 'string');
	return {
		content,
		...(typeof usage?.input_tokens === 'number' &&
			typeof usage.output_tokens === 'number' && {
				usage: {
					inputTokens: usage.input_tokens,
					cachedInputTokens: usage.input_token_details?.cache_read,
					outputTokens: usage.output_tokens,
				},
			}),
		model: typeof model === 'string' ? model : undefined,
	};
}

function hasRefusal(content: unknown): boolean {
	return (
		Array.isArray(content) &&
		content.some((block: unknown) => (block as { type?: unknown } | null)?.type === 'refusal')
	);
}
