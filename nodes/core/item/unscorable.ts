/**
 * The ticket holds no text to score, and will hold none the next time either. `isFinal` travels with
 * the failed item, so that the log does not try it again for two days.
 */
export class UnscorableError extends Error {
	override readonly name = 'UnscorableError';
	readonly isFinal = true;
}
