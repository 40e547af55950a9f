/** What texts without a customer behind them say in one language; a text is read in lower case. */
export interface NoPersonTraits {
	/** "I" and "my", which machines do not say. */
	firstPerson: RegExp;
	/** "We" and "our". */
	we: RegExp;
	/** How a calendar begins the subject of its mail, and what else stands in it. */
	calendarStart: RegExp;
	calendar: RegExp;
	noReply: {
		address: RegExp;
		unread: RegExp;
		automatic: RegExp;
		left: RegExp;
		closed: RegExp;
		cannotAnswer: RegExp;
		askElsewhere: RegExp;
		until: RegExp;
	};
	newsletter: {
		unsubscribe: RegExp;
		inBrowser: RegExp;
		whyYou: RegExp;
		issue: RegExp;
		readMore: RegExp;
	};
	parcel: { yours: RegExp; tracking: RegExp; delivery: RegExp };
	sales: {
		yourSite: RegExp;
		weOffer: RegExp;
		goods: RegExp;
		losses?: RegExp;
		free: RegExp;
		call: RegExp;
		opening?: RegExp;
	};
	/** How a bot greets, before and in its question; the question ends the text. */
	hello: RegExp;
	howCanIHelp: RegExp;
}
