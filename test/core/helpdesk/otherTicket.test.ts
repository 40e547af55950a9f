import { describe, expect, it } from 'vitest';

import {
	LIMITS,
	type OtherFields,
	type Reading,
	readOtherTicket,
} from '../../../nodes/core/helpdesk';
import { NOW } from './fixtures';

const WHOLE: OtherFields = {
	ticketId: '<CAF123@mail.globex.example>',
	helpdeskName: 'Mailbox EU',
	subject: 'Invoices\nare wrong',
	body: '<p>Third time now.</p>',
	requesterEmail: 'mia@globex.example',
	requesterName: 'Mia Chen',
	createdAt: '2026-11-23T09:00:00+01:00',
	url: 'https://mail.northwind.example/t/1',
	channel: 'email',
	tags: 'billing, vip',
	organizationName: 'Globex',
	organizationId: 9,
	organizationExternalId: '0015g00000XyZ12AAB',
};

const read = (over: OtherFields = {}): Reading => readOtherTicket({ ...WHOLE, ...over }, NOW);
function ticketOf(over: OtherFields = {}) {
	const reading = read(over);
	if (reading.kind !== 'ticket') throw new Error(JSON.stringify(reading));
	return reading.ticket;
}

describe('a ticket whose fields were mapped by hand', () => {
	it('is a ticket like any other', () => {
		expect(ticketOf()).toEqual({
			key: 'other:Mailbox EU:<CAF123@mail.globex.example>',
			messageId: 'new',
			event: 'new',
			helpdesk: 'other',
			instance: 'Mailbox EU',
			id: '<CAF123@mail.globex.example>',
			subject: 'Invoices are wrong',
			body: '<p>Third time now.</p>',
			requester: { email: 'mia@globex.example', name: 'Mia Chen' },
			organization: { id: '9', name: 'Globex', externalId: '0015g00000XyZ12AAB' },
			createdAt: '2026-11-23T08:00:00.000Z',
			receivedAt: NOW.toISOString(),
			url: 'https://mail.northwind.example/t/1',
			channel: 'email',
			tags: ['billing', 'vip'],
		});
	});

	it('needs its ID only, and leaves out what is not known', () => {
		expect(readOtherTicket({ ticketId: 4811 }, NOW)).toEqual({
			kind: 'ticket',
			ticket: {
				key: 'other:other:4811',
				messageId: 'new',
				event: 'new',
				helpdesk: 'other',
				instance: 'other',
				id: '4811',
				receivedAt: NOW.toISOString(),
			},
		});
	});

	it.each<[string, OtherFields, RegExp]>([
		['no ticket ID', { ticketId: undefined }, /^The field "Ticket ID" is missing\. Map it/],
		['an empty one', { ticketId: ' ' }, /"Ticket ID" is empty/],
		['an expression that was not filled in', { ticketId: '{{ $json.id }}' }, /not filled in/],
		['a number no computer keeps', { ticketId: 2 ** 60 }, /too large to be read exactly/],
		['a list', { ticketId: ['1'] }, /is a list/],
		['an ID that would be cut', { ticketId: 'x'.repeat(201) }, /longer than 200/],
		['an event that is none', { event: 'closed' }, /"Event" is none of/],
		[
			'a reply that cannot be told from the ticket',
			{ event: 'reply' },
			/"Message ID" is empty, and the event is a reply/,
		],
		['a rating that cannot', { event: 'csat', messageId: '' }, /the event is a rating/],
		['a message ID that is a list', { messageId: [] }, /"Message ID" is a list/],
	])('is refused with %s, naming the field', (_, over, words) => {
		const reading = read(over);
		expect(reading.kind).toBe('unreadable');
		expect((reading as { reason: string }).reason).toMatch(words);
	});

	it('of one system is no ticket of another, however they are called', () => {
		const one = ticketOf({ helpdeskName: 'a:b', ticketId: 'c' });
		const other = ticketOf({ helpdeskName: 'a', ticketId: 'b:c' });
		expect(one.key).not.toBe(other.key);
		expect(ticketOf({ helpdeskName: '\n:\n' }).instance).toBe('other');
	});

	it('as a reply has the ID it was given', () => {
		expect(ticketOf({ event: 'Reply', messageId: 77 })).toMatchObject({
			event: 'reply',
			messageId: '77',
		});
	});

	it.each([
		['"Mia Chen" <mia@globex.example>', { email: 'mia@globex.example', name: 'Mia Chen' }],
		['Mia Chen <MIA@globex.example>', { email: 'mia@globex.example', name: 'Mia Chen' }],
		['mia@globex.example', { email: 'mia@globex.example' }],
		['Mia', undefined],
		[['mia@globex.example'], undefined],
	])('takes %j for its sender', (requesterEmail, requester) => {
		expect(ticketOf({ requesterEmail, requesterName: '' }).requester).toEqual(requester);
	});

	it('takes the name that was mapped before the one in the address', () => {
		const both = { requesterEmail: 'Support <mia@globex.example>', requesterName: 'Mia' };
		expect(ticketOf(both).requester).toEqual({ email: 'mia@globex.example', name: 'Mia' });
	});

	it.each([
		['Mon, 23 Nov 2026 09:00:00 +0100', '2026-11-23T08:00:00.000Z'],
		['23 Nov 2026 09:00 GMT (Greenwich)', '2026-11-23T09:00:00.000Z'],
		['2026-11-23T09:00:00.000+0000', '2026-11-23T09:00:00.000Z'],
		['1795424400000', '2026-11-23T09:00:00.000Z'],
		[1795424400, '2026-11-23T09:00:00.000Z'],
		['yesterday', undefined],
		['Mon, 99 Nov 2026 09:00:00 +0100', undefined],
		[{}, undefined],
	])('was written %j', (createdAt, time) => {
		expect(ticketOf({ createdAt }).createdAt).toBe(time);
	});

	it.each([
		'javascript:alert(1)',
		'data:text/html,x',
		'ftp://files.example',
		'https://user:pass@evil.example/',
		'mail.example/t/1',
		`https://x.example/${'a'.repeat(LIMITS.url)}`,
		['https://x.example'],
	])('has no link where it is %j', (url) => {
		expect(ticketOf({ url })).not.toHaveProperty('url');
	});

	it('keeps no more of a field than any ticket does', () => {
		const long = 'ä😀\0\ud800'.repeat(400_000);
		const ticket = ticketOf({ subject: long, body: long, requesterName: long, tags: [long, 'a'] });
		expect(ticket.subject?.length).toBeLessThanOrEqual(LIMITS.subject);
		expect(ticket.body?.length).toBeLessThanOrEqual(LIMITS.body);
		expect(ticket.requester?.name?.length).toBeLessThanOrEqual(LIMITS.name);
		expect(ticket.tags?.[0]?.length).toBeLessThanOrEqual(LIMITS.tag);
		expect(JSON.stringify(ticket).isWellFormed()).toBe(true);
	});
});
