import { describe, expect, it } from 'vitest';

import { readZendeskNotice } from '../../../nodes/core/helpdesk/zendeskNotice';

describe('readZendeskNotice', () => {
	it.each([
		['our own trigger', { ticket_id: '4811' }, '4811'],
		['a number', { ticket_id: 4811 }, '4811'],
		[
			'an event of a ticket',
			{
				type: 'zen:event-type:ticket.created',
				id: '5a6b',
				subject: 'zen:ticket:4811',
				detail: { id: '4811', requester_id: '11' },
			},
			'4811',
		],
		[
			'an event of a comment',
			{ type: 'zen:event-type:ticket.comment_added', detail: { id: 4811 } },
			'4811',
		],
	])('reads the ticket of %s', (_, body, id) => {
		expect(readZendeskNotice(body)).toEqual({ kind: 'ticket', id });
	});

	it('ignores events that are not about a ticket', () => {
		const body = { type: 'zen:event-type:user.deleted', detail: { id: '11' } };
		expect(readZendeskNotice(body).kind).toBe('ignored');
	});

	it.each([
		[undefined],
		['4811'],
		[[{ ticket_id: '4811' }]],
		[{}],
		[{ ticket_id: '' }],
		[{ ticket_id: '{{ticket.id}}' }],
		[{ ticket_id: '../../users/1' }],
		[{ ticket_id: { id: '4811' } }],
		[{ ticket_id: 1e300 }],
		[{ type: 'zen:event-type:ticket.created', ticket_id: '4811' }],
		[{ type: 'zen:event-type:ticket.created', detail: null }],
		[JSON.parse('{"__proto__":{"ticket_id":"4811"}}')],
	])('refuses %j with a reason that names the field', (body) => {
		const notice = readZendeskNotice(body);
		expect(notice.kind).toBe('unreadable');
		expect('reason' in notice && notice.reason).toMatch(/"(?:ticket_id|detail\.id)"/);
	});
});
