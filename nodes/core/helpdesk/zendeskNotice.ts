import { fieldOf, isFields } from './fields';
import type { HelpdeskNotice } from './helpdeskNotice';
import { readTicketId } from './ticketId';

const EVENT = 'zen:event-type:';
const TICKET_EVENT = 'zen:event-type:ticket.';

/**
 * Reads which ticket a delivery is about: our own trigger's body `{"ticket_id": "…"}`, or an event that an
 * admin subscribed to, whose `detail.id` is the ticket's (API-REFERENCE.md §1). Without an API credential
 * nothing could be learnt from either; then readZendesk reads the whole ticket from the delivery.
 */
export function readZendeskNotice(body: unknown): HelpdeskNotice {
	if (!isFields(body)) {
		return { kind: 'unreadable', reason: 'The body is no JSON object with the field "ticket_id"' };
	}
	const type = fieldOf(body, 'type');
	if (typeof type !== 'string' || !type.startsWith(EVENT)) {
		return noticeOf(fieldOf(body, 'ticket_id'), {
			name: 'ticket_id',
			remedy:
				'The Zendesk trigger that n8n made is put right by itself within the hour; in one made by hand, set "ticket_id" to {{ticket.id}}',
		});
	}
	if (!type.startsWith(TICKET_EVENT)) {
		return { kind: 'ignored', reason: 'The Zendesk event is not about a ticket' };
	}
	return noticeOf(fieldOf(body, 'detail', 'id'), {
		name: 'detail.id',
		remedy: 'Subscribe the Zendesk webhook to ticket events only',
	});
}

function noticeOf(value: unknown, field: { name: string; remedy: string }): HelpdeskNotice {
	const reading = readTicketId(value, field);
	return 'id' in reading
		? { kind: 'ticket', id: reading.id }
		: { kind: 'unreadable', reason: reading.problem };
}
