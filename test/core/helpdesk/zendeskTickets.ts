import type { LookedTicket } from '../../../nodes/core/helpdesk/lookedTicket';
import { readZendeskTicket } from '../../../nodes/core/helpdesk/zendeskLook';
import { readZendeskPeople } from '../../../nodes/core/helpdesk/zendeskPeople';
import { NOW } from './fixtures';

/** People of a Zendesk account, by their IDs. */
export const MIA = 11;
export const TOM = 12;
export const AGENT = 21;
export const ADMIN = 22;
export const HELD = 13;
export const DAEMON = 14;

const PEOPLE = readZendeskPeople([
	{
		users: [
			{ id: MIA, name: 'Mia Vance', email: 'Mia@Globex.example', role: 'end-user' },
			{ id: TOM, name: 'Tom', email: 'tom@globex.example', role: 'end-user' },
			{ id: AGENT, name: 'Ann Agent', email: 'ann@northwind.example', role: 'agent' },
			{ id: ADMIN, name: 'Ada Admin', email: 'ada@northwind.example', role: 'admin' },
			{ id: HELD, name: 'Spammer', email: 's@spam.example', role: 'end-user', suspended: true },
			{ id: DAEMON, email: 'MAILER-DAEMON@mx.example', role: 'end-user' },
		],
		organizations: [
			{
				id: 501,
				name: 'Globex',
				external_id: '001A0000',
				domain_names: ['Globex.example', 'globex.co.example', 7, null],
			},
		],
	},
]);

/** A customer's open ticket. */
export const ticket = (more: object = {}) => ({
	id: 4811,
	subject: 'Export is broken',
	description: 'The export is broken.',
	status: 'open',
	requester_id: MIA,
	submitter_id: MIA,
	organization_id: 501,
	assignee_id: AGENT,
	tags: ['export', 'vip'],
	via: { channel: 'email', source: { rel: null } },
	created_at: '2026-11-20T08:00:00Z',
	updated_at: '2026-11-22T08:00:00Z',
	...more,
});

/** A public comment in the second that its ID says. */
export const comment = (id: number, author_id: number, more: object = {}) => ({
	id,
	author_id,
	body: `Words ${id}`,
	html_body: `<div class="zd-comment">Words ${id}</div>`,
	public: true,
	created_at: `2026-11-20T09:00:${String(id % 60).padStart(2, '0')}Z`,
	via: { channel: 'email' },
	...more,
});

/** Reads the ticket with some fields changed; fails the test where it is none. */
export function look(fields: object, comments?: object[]): LookedTicket {
	const read = readZendeskTicket(ticket(fields), comments, PEOPLE, { host: 'northwind', now: NOW });
	if (read === undefined) throw new Error('not read');
	return read;
}
