/** How one language says what moves a score besides its phrases: alternatives, but for `calledOff`. */
export interface ScoreWords {
	/** "But". */
	turn: RegExp;
	/** "And now it …" is a turn, too. */
	and: RegExp;
	now: RegExp;
	then: RegExp;
	/** "It ran without a problem": how it was. */
	was: RegExp;
	/** A meeting, an order or a job is cancelled; whole, so that a verb of one language and a thing of another are no match. */
	calledOff: RegExp;
	/** Of these, what only moves it. */
	moved: RegExp;
	/** Behind the name of what a customer has: not that, but a date about it, "the account review". */
	occasion: RegExp;
	/** What a customer has of us. */
	ours: RegExp;
	/** What stands before it. */
	our: RegExp;
	/** How a sentence begins that only greets, thanks or takes leave. */
	politeness: RegExp;
}
