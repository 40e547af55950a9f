import type { Answerable } from '../../../nodes/core/response/answerable';

export const NOW = new Date('2026-11-28T13:05:00Z');

/** An open alert as a link shows it. */
export const alertTarget = (more: Partial<Answerable> = {}): Answerable => ({
	alertId: 'alert-1',
	person: 'dana@northwind.example',
	expiresAt: new Date('2026-12-28T13:05:00Z'),
	isTest: false,
	isIncident: false,
	standing: { state: 'open', openedAt: '2026-11-28T12:00:00.000Z' },
	account: { id: 'A-1', name: 'Globex' },
	candidates: [],
	topic: 'billing',
	score: 85,
	severity: 'critical',
	ticketKey: 'zendesk:northwind.zendesk.com:4811',
	subject: 'Charged twice again',
	ticketUrl: 'https://northwind.zendesk.com/agent/tickets/4811',
	requesterEmail: 'mia@globex.example',
	...more,
});

/** A message that waits in Review. */
export const reviewTarget = (more: Partial<Answerable> = {}): Answerable => ({
	messageRow: '17',
	person: 'Support leads',
	expiresAt: new Date('2026-12-28T13:05:00Z'),
	isTest: false,
	isIncident: false,
	candidates: [
		{ id: 'A-1', name: 'Globex Europe', mrr: 3200, currency: 'EUR', owner: { name: 'Dana' } },
		{ id: 'A-2', name: 'Globex USA' },
	],
	topic: 'billing',
	score: 71,
	ticketKey: 'zendesk:northwind.zendesk.com:4812',
	subject: 'Still no refund',
	requesterEmail: 'mia@mail.globex.com',
	...more,
});
