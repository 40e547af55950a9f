/** What was asked for; each as it came, absent where it was not asked for or is not there. */
export interface FreshdeskFacts {
	/** GET /tickets/{id}?include=requester,stats,company. */
	ticket: unknown;
	/** GET /tickets/{id}/conversations, all pages. */
	conversations: readonly unknown[];
	/** GET /tickets/{id}/satisfaction_ratings. */
	ratings?: readonly unknown[];
	/** GET /companies/{id}: it alone has the domains. */
	company?: unknown;
	/** GET /agents/{id} of the responder. */
	responder?: unknown;
	/** GET /contacts/{id} of the customers who replied and whose address the reply does not say, by ID. */
	contacts?: ReadonlyMap<string, unknown>;
}
