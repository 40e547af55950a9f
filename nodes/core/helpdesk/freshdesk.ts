import { type Fields, fieldOf, firstFilled, lineOf } from './fields';
import { isOutbound } from './freshdeskSource';
import { webhookFieldsOf, webhookIdOf } from './freshdeskWebhook';
import { hostOf } from './host';
import { newTicket } from './newTicket';
import { tagsOf } from './tags';
import type { Reading, ReadingContext } from './ticket';

/**
 * A Freshdesk automation rule sends the container "freshdesk_webhook": with the content "Advanced" what its
 * admin wrote, with "Simple" the fields Freshdesk chose. Source: contracts/API-REFERENCE.md §3 and
 * contracts/webhooks/freshdesk.*; the names of "Simple" are those of 0.1's reader.
 */

/**
 * `triggered_event` of a rule on updates: "{status:{from:Open,to:Resolved}}", "{note_type:private}",
 * "{ticket_action:updated}". A creation's is "{ticket_action:created}". (zulip/zulip, webhook fixtures.)
 */
const CREATION = /ticket_action\s*:\s*created/i;
const OTHER_EVENT = /^\{\s*(?:ticket_action|note_type|reply_sent)\s*:|:\s*\{\s*from\s*:/i;

/** Reads the body of a Freshdesk automation rule's webhook. */
export function readFreshdesk(body: unknown, { now, instance }: ReadingContext): Reading {
	const read = webhookFieldsOf(body);
	if ('problem' in read) return { kind: 'unreadable', reason: read.problem };
	const event = lineOf(fieldOf(read.fields, 'triggered_event'), 200) ?? '';
	if (!CREATION.test(event) && OTHER_EVENT.test(event)) {
		return { kind: 'ignored', reason: 'The Freshdesk event is not the creation of a ticket' };
	}
	return readTicketFields(read.fields, now, instance);
}

function readTicketFields(fields: Fields, now: Date, setting: string | undefined): Reading {
	const field = (name: string) => fieldOf(fields, name);
	const reading = webhookIdOf(fields);
	if ('problem' in reading) return { kind: 'unreadable', reason: reading.problem };
	const { id } = reading;
	const host = hostOf('freshdesk', setting, field('ticket_url'));
	const source = field('ticket_source');
	const ticket = newTicket(
		{
			helpdesk: 'freshdesk',
			instance: host ?? 'freshdesk',
			id,
			...(host !== undefined && { url: `https://${host}/a/tickets/${id}` }),
			subject: field('ticket_subject'),
			body: field('ticket_description'),
			email: firstFilled(
				field('requester_email'),
				field('ticket_requester_email'),
				field('ticket_contact_email'),
			),
			name: firstFilled(
				field('requester_name'),
				field('ticket_requester_name'),
				field('ticket_contact_name'),
			),
			createdAt: firstFilled(field('created_at'), field('ticket_created_at')),
			channel: source,
			tags: tagsOf(field('ticket_tags'), /,/),
			organization: {
				id: field('company_id'),
				name: firstFilled(field('company_name'), field('ticket_company_name')),
			},
		},
		now,
	);
	return isOutbound(source)
		? { kind: 'skipped', reason: OUTBOUND_REASON, ticket }
		: { kind: 'ticket', ticket };
}

/** Why a ticket that an agent began is nobody's we care about. */
export const OUTBOUND_REASON = 'An agent began this ticket with an e-mail of their own';
