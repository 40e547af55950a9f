/**
 * What the phrase engine knows of one language. Words are separated by blanks and written in small letters without
 * accents, in English as stems (see stem.ts): "be" stands for is, are, was, been …
 */
export interface MatchWords extends MatchPatterns {
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
}

/**
 * How one language says what turns the meaning of a phrase: alternatives that the engine's patterns are made of, in small
 * letters without accents.
 */
export interface MatchPatterns {
	/** What turns "is fixed" into a wish, a promise, a question, a condition or someone else's word. */
	notYet: RegExp;
	/** "What happens if …", "in case …". */
	imagined: RegExp;
	/** "What does … mean?" */
	asksMeaning: RegExp;
	means: RegExp;
	/** "If", and what may stand between it and the phrase. */
	condition: RegExp;
	determiners: RegExp;
	/** "Could", "might". */
	modal: RegExp;
	/** A sentence that asks how something is done or whether it exists, or says what is planned. */
	general: RegExp;
	/** What makes a question one about something that went wrong. */
	complaining: RegExp;
	/** "But". */
	turn: RegExp;
	/** "We were promised", and the "that" behind it. */
	reported: RegExp;
	that: RegExp;
	/** Fine for a while, or fine by somebody's word only. */
	forAWhile: RegExp;
	takenBack: RegExp;
	/** What the words of the good news may not have between them. */
	spoiled: RegExp;
	/** "By the way"; with its accents. */
	aside: RegExp;
	/** What was lost is there again; with its accents. */
	broughtBack: RegExp;
	/** "Delete …", asked for and so not lost, and what stands before it. */
	asked: RegExp;
	asking: RegExp;
	/** "Data lost: none", "was none". */
	was: RegExp;
	none: RegExp;
	/** "The data loss clause", "are deleted after 24 months", "against data loss": a rule, not an event. */
	kindOfRule?: RegExp;
	afterTime: RegExp;
	ruleBefore: RegExp;
	/** "Damn good". */
	oath?: RegExp;
	glad: RegExp;
	/** Someone else's contract: "their subscription", "for one of our customers". */
	others: RegExp;
	contract: RegExp;
	ofPreposition: RegExp;
	ofArticle: RegExp;
	people: RegExp;
	/** "When we cancel, …?" */
	when: RegExp;
	anyTime: RegExp;
	/** "By mistake", "reactivate". */
	undone: RegExp;
	/** Parts of a contract, and accounts that nobody pays for: "an add-on", "two of our seats". */
	part?: RegExp;
	few: RegExp;
	ofOurs: RegExp;
	seats: RegExp;
	/** "From 40 to 8". */
	from: RegExp;
	to: RegExp;
	trial: RegExp;
}
