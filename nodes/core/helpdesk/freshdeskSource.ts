import { lineOf } from './fields';

/** How tickets come in, as the API numbers it. Source: developers.freshdesk.com/api, ticket properties. */
const SOURCES: Readonly<Record<string, string>> = {
	1: 'Email',
	2: 'Portal',
	3: 'Phone',
	7: 'Chat',
	9: 'Feedback Widget',
	10: 'Outbound Email',
};

/** Chats, whose first message may stand in the description and once more among the replies. */
const CHATS: readonly unknown[] = [7, 15];

/** The name of a ticket's source, as rules write it; absent for numbers that are not documented. */
export function sourceName(source: unknown): string | undefined {
	const text = lineOf(source, 100);
	if (text === undefined) return undefined;
	return /^\d+$/.test(text) ? SOURCES[text] : text;
}

/** Whether an agent began the ticket with an e-mail. */
export function isOutbound(source: unknown): boolean {
	return /^outbound[ _]email$/i.test(sourceName(source) ?? '');
}

/** Whether the ticket is a chat; 15 is today's web chat (chatwoot/chatwoot #15261). */
export function isChat(source: unknown): boolean {
	return CHATS.includes(source);
}
