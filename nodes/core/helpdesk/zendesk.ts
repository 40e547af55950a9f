import { type Fields, fieldOf, firstFilled, isFields } from './fields';
import { hostOf } from './host';
import { newTicket } from './newTicket';
import { tagsOf } from './tags';
import type { Reading, ReadingContext } from './ticket';
import { readTicketId } from './ticketId';
import { withoutDescriptionHeader } from './zendeskDescription';

/**
 * A Zendesk trigger that notifies a webhook sends what its admin wrote: form fields or JSON with the names
 * of our setup notes. Source of the placeholders: contracts/API-REFERENCE.md §1.
 */

const ID = {
	name: 'id',
	remedy:
		'In the Zendesk trigger that notifies this webhook, add the parameter "id" with the value {{ticket.id}}',
};

/** Reads the body of a Zendesk webhook of the kind "Trigger or automation". */
export function readZendesk(body: unknown, { now, instance }: ReadingContext): Reading {
	if (!isFields(body)) {
		return {
			kind: 'unreadable',
			reason:
				'The body is neither form fields nor a JSON object. Set the request format of the Zendesk webhook to Form encoded, and add the parameters of the setup notes to its trigger',
		};
	}
	const type = fieldOf(body, 'type');
	if (typeof type === 'string' && type.startsWith('zen:event-type:')) {
		// Its "id" is the event's, and it names no requester's address.
		return {
			kind: 'unreadable',
			reason:
				'This is an event of Zendesk, which does not say who wrote. Create the Zendesk webhook anew, of the kind "Trigger or automation"',
		};
	}
	const nested = fieldOf(body, 'ticket');
	return readFields(isFields(nested) ? nested : body, now, instance);
}

function readFields(fields: Fields, now: Date, setting: string | undefined): Reading {
	const field = (...path: string[]) => fieldOf(fields, ...path);
	const reading = readTicketId(field('id'), ID);
	if ('problem' in reading) return { kind: 'unreadable', reason: reading.problem };
	const { id } = reading;
	const host = hostOf('zendesk', setting, linkOf(fields));
	const description = field('description');
	const ticket = newTicket(
		{
			helpdesk: 'zendesk',
			instance: host ?? 'zendesk',
			id,
			...(host !== undefined && { url: `https://${host}/agent/tickets/${id}` }),
			subject: firstFilled(field('subject'), field('title')),
			body: typeof description === 'string' ? withoutDescriptionHeader(description) : description,
			email: firstFilled(field('requester_email'), field('requester', 'email')),
			name: firstFilled(field('requester_name'), field('requester', 'name')),
			createdAt: field('created_at'),
			channel: firstFilled(field('via'), field('via', 'channel')),
			// {{ticket.tags}} parts them by spaces.
			tags: tagsOf(field('tags'), /[\s,]+/),
			organization: {
				id: firstFilled(field('organization_id'), field('organization', 'id')),
				name: firstFilled(field('organization_name'), field('organization', 'name')),
				externalId: firstFilled(
					field('organization_external_id'),
					field('organization', 'external_id'),
				),
			},
		},
		now,
	);
	return { kind: 'ticket', ticket };
}

/** {{ticket.link}} is the full address, {{ticket.url}} the same without a scheme. */
function linkOf(fields: Fields): unknown {
	return firstFilled(fieldOf(fields, 'link'), fieldOf(fields, 'url'));
}
