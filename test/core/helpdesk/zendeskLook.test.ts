import { describe, expect, it } from 'vitest';

import type { LookedTicket } from '../../../nodes/core/helpdesk/lookedTicket';
import { needsComments, readZendeskTicket } from '../../../nodes/core/helpdesk/zendeskLook';
import { readZendeskPeople } from '../../../nodes/core/helpdesk/zendeskPeople';
import { NOW } from './fixtures';

const MIA = 11;
const TOM = 12;
const AGENT = 21;
const ADMIN = 22;
const HELD = 13;
const DAEMON = 14;

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

const ticket = (more: object = {}) => ({
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

const comment = (id: number, author_id: number, more: object = {}) => ({
	id,
	author_id,
	body: `Words ${id}`,
	html_body: `<div class="zd-comment">Words ${id}</div>`,
	public: true,
	created_at: `2026-11-20T09:00:${String(id % 60).padStart(2, '0')}Z`,
	via: { channel: 'email' },
	...more,
});

function look(fields: object, comments?: object[]): LookedTicket {
	const read = readZendeskTicket(ticket(fields), comments, PEOPLE, { host: 'northwind', now: NOW });
	if (read === undefined) throw new Error('not read');
	return read;
}

const idsOf = ({ messages }: LookedTicket) => messages.map((one) => one.ticket.messageId);
const reasonsOf = ({ messages }: LookedTicket) => messages.map((one) => one.skippedBecause);

describe('a ticket as the API has it', () => {
	it('is read with who wrote it, their organization, its assignee and its link', () => {
		expect(look({}, [comment(1, MIA)])).toEqual({
			key: 'zendesk:northwind.zendesk.com:4811',
			helpdesk: 'zendesk',
			instance: 'northwind.zendesk.com',
			id: '4811',
			status: 'open',
			assignee: { id: String(AGENT), name: 'Ann Agent', email: 'ann@northwind.example' },
			updatedAt: '2026-11-22T08:00:00.000Z',
			messages: [
				{
					ticket: {
						key: 'zendesk:northwind.zendesk.com:4811',
						messageId: 'new',
						event: 'new',
						helpdesk: 'zendesk',
						instance: 'northwind.zendesk.com',
						id: '4811',
						subject: 'Export is broken',
						body: '<div class="zd-comment">Words 1</div>',
						requester: { email: 'mia@globex.example', name: 'Mia Vance' },
						organization: {
							id: '501',
							name: 'Globex',
							externalId: '001A0000',
							domains: ['globex.example', 'globex.co.example'],
						},
						createdAt: '2026-11-20T08:00:00.000Z',
						receivedAt: NOW.toISOString(),
						url: 'https://northwind.zendesk.com/agent/tickets/4811',
						channel: 'email',
						tags: ['export', 'vip'],
					},
				},
			],
		});
	});

	it('is read without its comments from its description', () => {
		const [first] = look({}).messages;
		expect(first?.ticket.body).toBe('The export is broken.');
		expect(first?.skippedBecause).toBeUndefined();
	});

	it.each([
		['new', {}, 'open'],
		['pending', {}, 'open'],
		['hold', {}, 'open'],
		['SOLVED', {}, 'solved'],
		['closed', {}, 'closed'],
		['closed', { tags: ['closed_by_merge'] }, 'merged'],
		['open', { tags: ['closed_by_merge'] }, 'open'],
		['deleted', {}, 'deleted'],
		['deleted', { requester_id: HELD }, 'spam'],
		[7, {}, 'open'],
	])('has with the status %j %j the state "%s"', (status, more, expected) => {
		expect(look({ status, ...more }).status).toBe(expected);
	});

	it('names the ticket it was merged into, as the note of the merge says', () => {
		const note = {
			public: false,
			body: 'This request was closed and merged into request #35 "x".',
		};
		const merged = { status: 'closed', tags: ['closed_by_merge'] };
		const { mergedInto } = look(merged, [comment(1, MIA), comment(2, AGENT, note)]);
		expect(mergedInto).toBe('zendesk:northwind.zendesk.com:35');
	});

	it('takes no number of a customer, of HTML, or of itself for where it was merged into', () => {
		const merged = { status: 'closed', tags: ['closed_by_merge'] };
		const said = [comment(1, MIA, { body: 'merged into request #35' })];
		expect(look(merged, said).mergedInto).toBeUndefined();
		const html = { body: 'Thanks', html_body: 'That&#39;s it <b style="color:#333">x</b>' };
		expect(look(merged, [comment(1, AGENT, html)]).mergedInto).toBeUndefined();
		expect(look(merged, [comment(1, AGENT, { body: '#4811' })]).mergedInto).toBeUndefined();
	});
});

describe('who opened a ticket', () => {
	it.each([
		['the customer', {}, MIA, {}, undefined],
		['an agent for a customer', { submitter_id: AGENT }, AGENT, {}, undefined],
		[
			'an agent for themselves',
			{ requester_id: AGENT, submitter_id: AGENT },
			AGENT,
			{},
			'An agent opened this ticket on their own',
		],
		[
			'an agent for a colleague',
			{ requester_id: AGENT, submitter_id: ADMIN },
			ADMIN,
			{},
			'An agent opened this ticket for a colleague',
		],
		[
			'an agent with an internal note',
			{ submitter_id: AGENT },
			AGENT,
			{ public: false },
			'An agent opened this ticket with an internal note',
		],
		[
			'somebody suspended',
			{ requester_id: HELD, submitter_id: HELD },
			HELD,
			{},
			'Who wrote this is suspended in Zendesk',
		],
		[
			'a mail server',
			{ requester_id: DAEMON, submitter_id: DAEMON },
			DAEMON,
			{},
			'A mail server wrote this, not a person',
		],
		['Zendesk', { via: { channel: 'system' } }, MIA, {}, 'Zendesk itself opened this ticket'],
	])('%s', (_, fields, author, more, reason) => {
		expect(reasonsOf(look(fields, [comment(1, author, more)]))).toEqual([reason]);
	});

	it('is the customer when an agent opened it for them', () => {
		const [first] = look({ submitter_id: AGENT }, [comment(1, AGENT)]).messages;
		expect(first?.ticket.requester?.email).toBe('mia@globex.example');
	});

	it('is its author when the ticket was given to an agent later', () => {
		const [first] = look({ requester_id: AGENT }, [comment(1, TOM)]).messages;
		expect(first?.ticket.requester?.email).toBe('tom@globex.example');
		expect(first?.skippedBecause).toBeUndefined();
	});

	it('is told from the submitter where the comments were not fetched', () => {
		const own = look({ requester_id: AGENT, submitter_id: AGENT });
		expect(reasonsOf(own)).toEqual(['An agent opened this ticket on their own']);
	});

	it('is a customer when nothing is known of them', () => {
		const [first] = look({ requester_id: 999, submitter_id: 999 }, [comment(1, 999)]).messages;
		expect(first?.skippedBecause).toBeUndefined();
		expect(first?.ticket.requester).toBeUndefined();
	});
});

describe("a ticket's later messages", () => {
	it('are the public comments of customers, under their own IDs', () => {
		const read = look({}, [
			comment(1, MIA),
			comment(2, AGENT),
			comment(3, MIA),
			comment(4, AGENT, { public: false }),
			comment(5, TOM),
			comment(6, MIA, { public: false }),
			comment(7, MIA, { public: 'yes' }),
			comment(8, -1),
			comment(9, 777),
			comment(10, MIA, { via: { channel: 'rule' } }),
			comment(11, MIA, { via: { channel: 'web', source: { rel: 'merge' } } }),
			comment(3, MIA),
			comment(12, MIA, { id: null }),
		]);
		expect(idsOf(read)).toEqual(['new', '3', '5']);
		const [, reply, other] = read.messages;
		expect(reply?.ticket).toMatchObject({
			event: 'reply',
			body: '<div class="zd-comment">Words 3</div>',
			createdAt: '2026-11-20T09:00:03.000Z',
			requester: { email: 'mia@globex.example' },
		});
		expect(other?.ticket.requester?.email).toBe('tom@globex.example');
		expect(other?.ticket.organization?.id).toBe('501');
	});

	it('are skipped with a reason when who wrote is suspended', () => {
		const read = look({}, [comment(1, MIA), comment(2, HELD)]);
		expect(reasonsOf(read)).toEqual([undefined, 'Who wrote this is suspended in Zendesk']);
	});

	it('are a requester’s whom the answer does not list', () => {
		const read = look({ requester_id: 999 }, [comment(1, 999), comment(2, 999), comment(3, 998)]);
		expect(idsOf(read)).toEqual(['new', '2']);
	});

	it.each([
		['', 'Words 3', 'Words 3'],
		[null, 'Words 3', 'Words 3'],
		['<p>Words &lt;b&gt; 3</p>', 'Words <b> 3', '<p>Words &lt;b&gt; 3</p>'],
	])('have the HTML %j before the text %j', (html_body, body, expected) => {
		const read = look({}, [comment(1, MIA), comment(3, MIA, { html_body, body })]);
		expect(read.messages[1]?.ticket.body).toBe(expected);
	});

	it('say when an agent last wrote to the customer', () => {
		const read = look({}, [
			comment(1, MIA),
			comment(2, AGENT),
			comment(3, ADMIN),
			comment(4, MIA),
			comment(5, AGENT, { public: false }),
			comment(6, AGENT, { via: { channel: 'rule' } }),
		]);
		expect(read.lastAgentReplyAt).toBe('2026-11-20T09:00:03.000Z');
	});

	it('say nothing of an agent who only opened the ticket', () => {
		expect(look({ submitter_id: AGENT }, [comment(1, AGENT)]).lastAgentReplyAt).toBeUndefined();
	});
});

describe('a rating', () => {
	it('that is bad is a message of its own, with its comment', () => {
		const read = look({ satisfaction_rating: { id: 77, score: 'bad', comment: 'Too slow' } });
		expect(idsOf(read)).toEqual(['new', 'csat:77']);
		expect(read.messages[1]?.ticket).toMatchObject({
			event: 'csat',
			body: 'Too slow',
			requester: { email: 'mia@globex.example' },
			createdAt: '2026-11-22T08:00:00.000Z',
		});
	});

	it.each([
		[{ score: 'bad' }, 'csat:bad'],
		[{ score: 'bad', comment: null, id: 'x y' }, 'csat:bad'],
		[
			{ score: 'bad_with_comment', updated_at: '2026-11-21T08:00:00Z' },
			'csat:2026-11-21T08:00:00.000Z',
		],
	])('%j is called %s', (satisfaction_rating, messageId) => {
		expect(idsOf(look({ satisfaction_rating }))).toEqual(['new', messageId]);
	});

	it.each(['good', 'offered', 'unoffered', '', null, 5, {}])('%j is no message', (score) => {
		expect(idsOf(look({ satisfaction_rating: { score } }))).toEqual(['new']);
	});
});

describe('needsComments', () => {
	it('spares the request where the one comment is the requester’s plain description', () => {
		expect(needsComments(ticket({ comment_count: 1 }))).toBe(false);
	});

	it.each([
		['more comments', { comment_count: 2 }],
		['no public one', { comment_count: 0 }],
		['an unknown number', {}],
		['another author', { comment_count: 1, submitter_id: AGENT }],
		['an unknown author', { comment_count: 1, submitter_id: null, requester_id: null }],
		['no description', { comment_count: 1, description: '' }],
		['an image', { comment_count: 1, description: 'See ![](https://x.example/1.png)' }],
		['quoted mail', { comment_count: 1, description: 'Still broken\n> Hello' }],
		['a tag', { comment_count: 1, description: 'It says <b>' }],
	])('asks with %s', (_, fields) => {
		expect(needsComments(ticket(fields))).toBe(true);
	});
});
