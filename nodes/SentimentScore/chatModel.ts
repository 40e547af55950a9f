import type { AnswerSchema } from '../core/chatModel';

export interface ModelRequest {
	system: string;
	/** The system text for models that take no schema beside it: it holds the schema. */
	systemWithSchema: string;
	/** The ticket, delimited. */
	user: string;
	schema: AnswerSchema;
}

export interface ModelReply {
	/** Text, object or blocks, as the model gave it. */
	content: unknown;
	usage?: { inputTokens: number; cachedInputTokens?: number; outputTokens: number };
	/** The model that answered, where it says so. */
	model?: string;
}

/** A model behind whatever connection. Both throw what came, turned to a ModelFailure by `failureOf`. */
export interface ChatModel {
	readonly name: string;
	ask(request: ModelRequest, signal: AbortSignal): Promise<ModelReply>;
}
