import type { Signal } from '../../item/types';

export interface Evidence {
	quote: string;
	start: number;
	end: number;
}

export interface FoundSignals {
	/** What the ticket says is wrong, by start. */
	signals: Signal[];
	/** Phrases that were there but negated, imagined, asked about in general, called unimportant, or over by now. */
	negated: Signal[];
	/** Thanks and praise. */
	praise: Evidence[];
	/** Where the ticket says that nothing is wrong: "not a single crash since May". */
	content?: Evidence;
	/** Where the ticket says that the trouble is over. */
	resolution?: Evidence;
}

/** One phrase found in a text, before it is judged. */
export interface RawMatch {
	row: number;
	start: number;
	end: number;
	sentence: number;
	isOff: boolean;
}
