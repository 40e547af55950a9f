/** One text as parallel lists, one entry per token, as one word list reads it. */
export interface TokenStream {
	count: number;
	readonly start: number[];
	readonly end: number[];
	/** What the list calls the token; 0 where it does not know it. */
	readonly id: number[];
	/** As in `functionWords.ts`. */
	readonly flags: number[];
	/** What lies before the token, as in `cutText.ts`. */
	readonly gap: number[];
	/** Counts from 0. */
	readonly sentence: number[];
	/** What else a token may stand for. */
	readonly alternatives: Map<number, readonly number[]>;
	/** The words that exact phrases are looked up by. */
	readonly anchors: ReadonlyArray<{ start: number; end: number; sentence: number }>;
	/** Per sentence: whether it ends with a question mark. */
	readonly isQuestion: readonly boolean[];
}
