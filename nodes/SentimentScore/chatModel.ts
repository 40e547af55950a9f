import type { AnswerSchema } from '../core/chatModel';
import type { ModelReply } from '../shared/connectedModel';

export type { ModelReply };

export interface ModelRequest {
	system: string;
	/** The system text for models that take no schema beside it: it holds the schema. */
	systemWithSchema: string;
	/** The ticket, delimited. */
	user: string;
	schema: AnswerSchema;
}

/** A model behind whatever connection. Both throw what came, turned to a ModelFailure by `failureOf`. */
export interface ChatModel {
	readonly name: string;
	ask(request: ModelRequest, signal: AbortSignal): Promise<ModelReply>;
}
