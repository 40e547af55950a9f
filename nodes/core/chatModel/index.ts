export { allowedTopics } from './allowedTopics';
export type { AnswerContext } from './answer';
export { ModelFailure, type FailureKind } from './failure';
export { estimateCost } from './price';
export {
	SCHEMA_NAME,
	composePrompt,
	composeUserMessage,
	type AnswerSchema,
	type Prompt,
} from './prompt';
export { readFailure } from './readFailure';
export { fallBackTo, isAutomatic, readModelAnswer } from './result';
export { composeSentText, type SentText } from './sentText';
