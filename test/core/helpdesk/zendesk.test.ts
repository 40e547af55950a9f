import { describe, expect, it } from 'vitest';
import { readPayload } from '../../../nodes/core/helpdesk';
import { NOW, fixture, reasonOf, ticketOf } from './fixtures';

const read = (body: unknown, instance?: string) =>
	readPayload('zendesk', body, { now: NOW, ...(instance !== undefined && { instance }) });
const ticket = (body: unknown, instance?: string) => ticketOf(read(body, instance));

describe("what Zendesk's trigger sends", () => {
	it('is a ticket, as form fields', () => {
		expect(ticket(fixture('zendesk.form'))).toEqual({
			key: 'zendesk:northwind.zendesk.com:4811',
			messageId: 'new',
			event: 'new',
			helpdesk: 'zendesk',
			instance: 'northwind.zendesk.com',
			id: '4811',
			subject: "Our team's Q3 data disappeared",
			body: 'All of our Q3 data has disappeared.\n\nJo',
			requester: { email: 'jo.oneil@acme.example', name: 'Angry Corp' },
			organization: { name: 'Acme Corp', externalId: 'acme-1' },
			createdAt: '2026-11-23T09:00:00.000Z',
			receivedAt: '2026-11-23T10:00:00.000Z',
			url: 'https://northwind.zendesk.com/agent/tickets/4811',
			channel: 'Mail',
			tags: ['vip', 'export'],
		});
	});

	it('is a ticket, nested and with objects', () => {
		expect(ticket(fixture('zendesk.nested'))).toMatchObject({
			key: 'zendesk:northwind.zendesk.com:4812',
			subject: 'Export',
			requester: { email: 'tess@soylent.example', name: 'Tess Green' },
			createdAt: '2026-11-23T07:00:30.000Z',
			url: 'https://northwind.zendesk.com/agent/tickets/4812',
			channel: 'web',
			tags: ['export'],
		});
	});

	it('leaves out what is not there, empty, or left unfilled', () => {
		const body = {
			id: '1',
			subject: ' ',
			description: '',
			requester_email: '{{ticket.requester.email}}',
			requester_name: '{{ticket.requester.nam}}',
			created_at: 'yesterday',
			via: ['Mail', 'Web'],
			tags: null,
		};
		expect(ticket(body)).toEqual({
			key: 'zendesk:zendesk:1',
			messageId: 'new',
			event: 'new',
			helpdesk: 'zendesk',
			instance: 'zendesk',
			id: '1',
			receivedAt: NOW.toISOString(),
		});
	});

	it.each([
		[{ subject: 'x' }, /"id" is missing\. .*\{\{ticket\.id\}\}/],
		[{ id: '' }, /"id" is empty/],
		[{ id: '  ' }, /"id" is empty/],
		[{ id: null }, /"id" is missing/],
		[{ id: '{{ticket.id}}' }, /"id" holds a placeholder that was not filled in/],
		[{ id: ['1', '2'] }, /"id" is a list/],
		[{ id: { id: 1 } }, /"id" is no text and no number/],
		[{ id: '1:2' }, /"id" is not a ticket ID/],
		[{ id: '../1' }, /"id" is not a ticket ID/],
		[{ id: 'x'.repeat(65) }, /"id" is not a ticket ID/],
		[{ id: 12345678901234567890n.toString(), subject: 'x' }, undefined],
		[{ id: 1e20 }, /too large/],
		[{ id: 1.5 }, /"id" is not a ticket ID/],
		[{ id: true }, /"id" is no text/],
		[{ ticket: { subject: 'x' } }, /"id" is missing/],
		['{"id":', /neither form fields nor a JSON object/],
		[[{ id: 1 }], /neither form fields nor a JSON object/],
		[undefined, /neither/],
		[null, /neither/],
	])('%j: says what is wrong with the ID', (body, reason) => {
		const reading = read(body);
		if (reason === undefined) expect(reading.kind).toBe('ticket');
		else {
			expect(reading.kind).toBe('unreadable');
			expect(reasonOf(reading)).toMatch(reason);
		}
	});

	it('refuses an event subscription, whose "id" is the event and which names no requester', () => {
		const event = {
			id: 'cbe4028c-7239-495d-b020-f22348516046',
			type: 'zen:event-type:ticket.created',
			subject: 'zen:ticket:5158',
			detail: { id: '5158' },
		};
		expect(read(event).kind).toBe('unreadable');
		expect(reasonOf(read(event))).toContain('Trigger or automation');
	});
});

describe('the key and the link of a Zendesk ticket', () => {
	it.each<[link: string | undefined, instance: string | undefined, host: string | undefined]>([
		[undefined, undefined, undefined],
		['https://Acme.Zendesk.com/agent/tickets/7', undefined, 'acme.zendesk.com'],
		['acme.zendesk.com/agent/tickets/7', undefined, 'acme.zendesk.com'],
		['http://acme.zendesk.com', undefined, 'acme.zendesk.com'],
		[undefined, 'acme', 'acme.zendesk.com'],
		[undefined, 'ACME.zendesk.com', 'acme.zendesk.com'],
		[undefined, 'https://acme.zendesk.com/agent', 'acme.zendesk.com'],
		['https://acme.zendesk.com/agent/tickets/7', 'acme', 'acme.zendesk.com'],
		['https://other.zendesk.com/agent/tickets/7', 'acme', 'acme.zendesk.com'],
		['https://evil.example/agent/tickets/7', 'help.acme.example', 'help.acme.example'],
		['https://help.acme.example/agent/tickets/7', 'help.acme.example', 'help.acme.example'],
		['https://help.acme.example/agent/tickets/7', undefined, undefined],
		['https://acme.zendesk.com/agent/tickets/7', '', 'acme.zendesk.com'],
		['https://acme.zendesk.com/agent/tickets/7', 'no host!', 'acme.zendesk.com'],
	])('link %s and setting %s', (link, instance, host) => {
		const read = ticket({ id: '7', link }, instance);
		expect(read.key).toBe(`zendesk:${host ?? 'zendesk'}:7`);
		expect(read.url).toBe(host && `https://${host}/agent/tickets/7`);
	});

	it.each([
		'https://northwind.zendesk.com@evil.example/agent/tickets/1',
		'https://northwind.zendesk.com:8443/agent/tickets/1',
		'https://user:pw@northwind.zendesk.com/agent/tickets/1',
		'https://evil.example/northwind.zendesk.com',
		'https://evil.example?northwind.zendesk.com',
		'https://northwind.zendesk.com.evil.example/',
		'https://evilzendesk.com/',
		'https://zendesk.com/',
		'https://.zendesk.com/',
		'https://a.b.zendesk.com/',
		'https://xn--northwnd-h1a.zendesk.com/',
		'https://northwind.zendesk.xn--com-qla/',
		'https://nörthwind.zendesk.com/',
		'https://northwind。zendesk。com/',
		'https://northwind.zendesk.com\\@evil.example/',
		'https://northwind.zendesk.com%2eevil.example/',
		'https:northwind.zendesk.com/',
		'//northwind.zendesk.com/',
		'javascript://northwind.zendesk.com/%0aalert(1)',
		'https://evil.example\nhttps://northwind.zendesk.com/',
		'https://-x.zendesk.com/',
		`https://${'x'.repeat(64)}.zendesk.com/`,
		`https://northwind.zendesk.com/${'x'.repeat(3000)}`,
		['https://northwind.zendesk.com/'],
		{ href: 'https://northwind.zendesk.com/' },
	])('%j is no link of theirs: the ticket is read without one', (link) => {
		const read = ticket({ id: '1', link });
		expect(read.key).toBe('zendesk:zendesk:1');
		expect(read).not.toHaveProperty('url');
	});

	it('takes nothing but the host from a link', () => {
		expect(ticket({ id: '1', link: 'https://acme.zendesk.com/evil?next=https://x/#y' }).url).toBe(
			'https://acme.zendesk.com/agent/tickets/1',
		);
	});
});
