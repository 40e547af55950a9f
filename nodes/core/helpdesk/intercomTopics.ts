/**
 * Topics of Intercom's webhooks that tell of a conversation's customer, or of its end; all need the
 * permission "Read conversations". There is no topic "conversation.created" (API-REFERENCE.md §0).
 * Source: developers.intercom.com, "Webhook models" 2.16.
 */
export const INTERCOM_TOPICS = {
	created: 'conversation.user.created',
	replied: 'conversation.user.replied',
	rated: 'conversation.rating.added',
	closed: 'conversation.admin.closed',
	/** Carries the ID and nothing else. */
	deleted: 'conversation.deleted',
} as const;
