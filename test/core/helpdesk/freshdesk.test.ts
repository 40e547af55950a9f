import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPayload } from '../../../nodes/core/helpdesk';
import { hasShared, sharedUrl } from '../../support/shared';
import { NOW, fixture, reasonOf, ticketOf } from './fixtures';

const read = (body: unknown, instance?: string) =>
	readPayload('freshdesk', body, { now: NOW, ...(instance !== undefined && { instance }) });
const ticket = (body: unknown, instance?: string) => ticketOf(read(body, instance));
const hook = (fields: object) => ({ freshdesk_webhook: { ticket_id: '1', ...fields } });

describe("what Freshdesk's automation rule sends", () => {
	it('is a ticket, with the content "Advanced"', () => {
		expect(ticket(fixture('freshdesk.advanced'))).toEqual({
			key: 'freshdesk:northwind.freshdesk.com:912',
			messageId: 'new',
			event: 'new',
			helpdesk: 'freshdesk',
			instance: 'northwind.freshdesk.com',
			id: '912',
			subject: 'Salesforce sync stopped',
			body: '<div>Nothing has come "through" since Friday.</div>',
			requester: { email: 'ops@initech.example', name: 'Bill L.' },
			receivedAt: NOW.toISOString(),
			url: 'https://northwind.freshdesk.com/a/tickets/912',
			tags: ['sync', 'big customer'],
		});
	});

	it('is a ticket, with the content "Simple"', () => {
		expect(ticket(fixture('freshdesk.simple'))).toMatchObject({
			key: 'freshdesk:northwind.freshdesk.com:913',
			requester: { email: 'sammy@hooli.example', name: 'Sammy' },
			channel: 'Portal',
			url: 'https://northwind.freshdesk.com/a/tickets/913',
		});
	});

	it('has the key the admin set, with and without a link', () => {
		const { key } = ticket(hook({}), 'northwind');
		expect(key).toBe('freshdesk:northwind.freshdesk.com:1');
		const other = ticket(hook({ ticket_url: 'https://evil.freshdesk.com/' }), 'northwind');
		expect(other).toMatchObject({ key, url: 'https://northwind.freshdesk.com/a/tickets/1' });
		expect(ticket(hook({ ticket_url: 'tickets/1' })).key).toBe('freshdesk:freshdesk:1');
	});

	it.each([
		'https://northwind.freshdesk.com@evil.example/',
		'https://northwind.freshdesk.com:1/',
		'https://northwind.zendesk.com/',
		'https://a.b.freshdesk.com/',
		'https://freshdesk.com.evil.example/',
	])('is read without the link %s', (ticket_url) => {
		expect(ticket(hook({ ticket_url }))).not.toHaveProperty('url');
	});

	it.each([
		'{ticket_action:updated}',
		'{note_type:private}',
		'{status:{from:Open,to:Resolved}}',
		'{priority:{from:Low,to:High}}',
	])('is ignored where the event is %s', (triggered_event) => {
		expect(read(hook({ triggered_event })).kind).toBe('ignored');
	});

	it.each([undefined, '', '{ticket_action:created}', '{{triggered_event}}', 'created', 7, {}])(
		'is a new ticket where the event is %j',
		(triggered_event) => {
			expect(read(hook({ triggered_event })).kind).toBe('ticket');
		},
	);

	it.each(['Outbound Email', 'outbound_email', 10])(
		'is skipped where its source is %s',
		(source) => {
			const reading = read(hook({ ticket_source: source }));
			expect(reading).toMatchObject({ kind: 'skipped', ticket: { id: '1' } });
			expect(reasonOf(reading)).toContain('An agent');
		},
	);

	it.each([undefined, null, 'x', [], {}, { freshdesk_webhook: [] }, { ticket_id: '1' }])(
		'%j is unreadable',
		(body) => {
			expect(reasonOf(read(body))).toContain('"freshdesk_webhook"');
			expect(read(body).kind).toBe('unreadable');
		},
	);

	it.each([undefined, null, '', '{{ticket.id}}', [], {}, 'a b'])(
		'an ID of %j is unreadable',
		(id) => {
			const reading = read(hook({ ticket_id: id }));
			expect(reading.kind).toBe('unreadable');
			expect(reasonOf(reading)).toMatch(/"freshdesk_webhook\.ticket_id".*\{\{ticket\.id\}\}/);
		},
	);
});

describe.skipIf(!hasShared)('payloads that others recorded', () => {
	it.each([
		['ticket_created', '11'],
		['ticket_created.inline_images', '12'],
	])('reads %s', (name, id) => {
		const file = sharedUrl(`contracts/webhooks/freshdesk.${name}.json`);
		const read = ticket(JSON.parse(readFileSync(file, 'utf8')));
		expect(read.key).toBe(`freshdesk:test1234zzz.freshdesk.com:${id}`);
		expect(read.url).toBe(`https://test1234zzz.freshdesk.com/a/tickets/${id}`);
		expect(read.requester).toEqual({
			email: 'requester-bob@example.com',
			name: 'Requester ☃ Bob',
		});
		expect(read.body).toContain('<div>');
	});
});
