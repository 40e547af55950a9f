/**
 * What the phrase engine knows of one language. Words are separated by blanks and written in small letters without
 * accents, in English as stems (see stem.ts): "be" stands for is, are, was, been …
 */
export interface MatchWords {
	/** May stand in a gap without using it up. */
	articles: string;
	/** May stand anywhere in a gap. */
	fillers: string;
	pronouns: string;
	modals?: string;
	/** A gap or a negation does not reach over them. */
	clauseBreaks: string;
	conjunctions: string;
	conditions: string;
	/** "not", "no", "never": what follows is denied. */
	negations: string;
	/** The same, but too much of a word to stand in a gap. */
	nothing?: string;
	/** The customer says that the trouble is over. Judged by their surroundings: resolution.ts. */
	resolutions: readonly string[];
	/** Thanks and praise for something; politeness alone ("thanks in advance") is none. */
	praise: readonly string[];
	/** The customer says that it does not matter much or has time. */
	calm: readonly string[];
	/** Nothing is wrong, in the words that else tell of trouble: "no crashes since May". */
	content: readonly string[];
	/** What turns "is fixed" into a wish, a promise, a question, a condition or someone else's word; a pattern. */
	notYet: string;
}
