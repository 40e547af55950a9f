import { describe, expect, it } from 'vitest';

import { readPayload } from '../../../nodes/core/helpdesk';
import { DEFAULT_MAPPING, type OtherMapping } from '../../../nodes/core/helpdesk/otherNames';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const read = (body: unknown, mapping?: Partial<OtherMapping>) =>
	readPayload('other', body, {
		now: NOW,
		...(mapping && { mapping: { ...DEFAULT_MAPPING, ...mapping } }),
	});

describe('a delivery of a helpdesk we do not know', () => {
	it('needs no mapping where its fields have our names', () => {
		expect(
			read({
				ticketId: 4811,
				subject: 'Export',
				body: 'It is broken.',
				requesterEmail: 'Mia Chen <mia@globex.example>',
				messageId: 'm-2',
				event: 'reply',
				tags: 'vip, beta',
			}),
		).toMatchObject({
			kind: 'ticket',
			ticket: {
				key: 'other:other:4811',
				messageId: 'm-2',
				event: 'reply',
				subject: 'Export',
				body: 'It is broken.',
				requester: { email: 'mia@globex.example', name: 'Mia Chen' },
				tags: ['vip', 'beta'],
			},
		});
	});

	it('is read by the names its admin gives, also of fields in fields and of names with dots', () => {
		const body = {
			data: { id: 'T-9', customer: { mail: 'mia@globex.example' } },
			'comment.text': 'Still broken.',
		};
		expect(
			read(body, {
				helpdeskName: 'gorgias',
				id: 'data.id',
				email: 'data.customer.mail',
				body: 'comment.text',
			}),
		).toMatchObject({
			ticket: {
				key: 'other:gorgias:T-9',
				body: 'Still broken.',
				requester: { email: 'mia@globex.example' },
			},
		});
	});

	it('gets the link its admin wrote, and never one of the payload', () => {
		const body = { ticketId: 'a/b?c', url: 'https://evil.example/', link: 'https://evil.example/' };
		expect(read(body)).not.toHaveProperty('ticket.url');
		expect(read(body, { link: 'https://desk.example.com/t/{id}' })).toHaveProperty(
			'ticket.url',
			'https://desk.example.com/t/a%2Fb%3Fc',
		);
	});

	it('without the ID says which field to correct', () => {
		expect(read({ id: '1' })).toEqual({
			kind: 'unreadable',
			reason:
				'The body has no field "ticketId". Correct Ticket ID Field of this trigger, or send that field',
		});
		expect(read('text')).toMatchObject({ kind: 'unreadable' });
	});

	it('sees own fields only', () => {
		expect(read({ ticketId: '1' }, { body: 'constructor.name' })).not.toHaveProperty('ticket.body');
		expect(read({}, { id: '__proto__.id' })).toMatchObject({ kind: 'unreadable' });
	});
});
