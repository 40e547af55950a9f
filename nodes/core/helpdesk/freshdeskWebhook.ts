import { type Fields, fieldOf, isFields } from './fields';
import { readTicketId } from './ticketId';

/** The object that every webhook of a Freshdesk automation rule wraps its fields in. */
const CONTAINER = 'freshdesk_webhook';

const ID = {
	name: `${CONTAINER}.ticket_id`,
	remedy:
		'In the content of the Freshdesk automation rule, set "ticket_id" to {{ticket.id}} as in the setup notes',
};

/** The fields of a webhook, or what is wrong with it and how it is put right. */
export function webhookFieldsOf(body: unknown): { fields: Fields } | { problem: string } {
	const fields = fieldOf(body, CONTAINER);
	if (isFields(fields)) return { fields };
	return {
		problem: `The body has no object "${CONTAINER}". Set the encoding of the Freshdesk automation rule's webhook to JSON, and its content to the one in the setup notes`,
	};
}

/** The ID of a webhook's ticket, or what is wrong with it. */
export function webhookIdOf(fields: Fields): { id: string } | { problem: string } {
	return readTicketId(fieldOf(fields, 'ticket_id'), ID);
}
