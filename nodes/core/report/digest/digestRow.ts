import type { DeliveryState, MessageState } from '../../log/states';
import { quoted, shown } from '../../text/shown';
import { shownAddress } from '../../text/shownAddress';

/** A message that somebody may have to look at, as far as a digest reads it. Tests and months back are none. */
export interface DigestRow {
	ticketKey: string;
	state: MessageState;
	reason?: string;
	attempts: number;
	/** ISO 8601. */
	receivedAt: string;
	/** ISO 8601. When somebody looked at a message in Review. */
	reviewedAt?: string;
	subject?: string;
	requesterEmail?: string;
	url?: string;
	score?: number;
	accountName?: string;
	/** How its message to the owner stands. */
	delivery?: { state: DeliveryState; error?: string };
}

/** Whom and what a message is about, e.g. "Acme Corp, “Export broken”"; the subject is marked as the customer's. */
export function aboutOf({
	accountName,
	requesterEmail,
	subject,
	ticketKey,
}: Pick<DigestRow, 'accountName' | 'requesterEmail' | 'subject' | 'ticketKey'>): string {
	const who = shown(accountName, 80) ?? shownAddress(requesterEmail) ?? 'an unknown sender';
	return `${who}, ${quoted(subject, 100) ?? shown(ticketKey, 80) ?? 'without a subject'}`;
}
