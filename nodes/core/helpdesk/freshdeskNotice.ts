import { webhookFieldsOf, webhookIdOf } from './freshdeskWebhook';
import type { HelpdeskNotice } from './helpdeskNotice';

/**
 * Which ticket a Freshdesk automation rule's webhook is about: {"freshdesk_webhook":{"ticket_id":…}} is
 * enough, whatever the rule was triggered by. The rest is then asked for by API.
 */
export function readFreshdeskNotice(body: unknown): HelpdeskNotice {
	const read = webhookFieldsOf(body);
	if ('problem' in read) return { kind: 'unreadable', reason: read.problem };
	const reading = webhookIdOf(read.fields);
	if ('problem' in reading) return { kind: 'unreadable', reason: reading.problem };
	return { kind: 'ticket', id: reading.id };
}
