import { describe, expect, it } from 'vitest';

import type { LookedTicket } from '../../../nodes/core/helpdesk/lookedTicket';
import { needsComments } from '../../../nodes/core/helpdesk/zendeskLook';
import { cleanTicketText } from '../../../nodes/core/text';
import { ADMIN, AGENT, comment, HELD, look, MIA, ticket, TOM } from './zendeskTickets';

const idsOf = ({ messages }: LookedTicket) => messages.map((one) => one.ticket.messageId);
const reasonsOf = ({ messages }: LookedTicket) => messages.map((one) => one.skippedBecause);

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

	it('are cleaned to the customer’s own words, which their text alone would not be', () => {
		const html_body =
			'<div class="zd-comment"><p>Use &lt;b&gt; tags</p><div class="gmail_quote">On Mon, Nov 23, 2026 Ann wrote:<blockquote>Try again</blockquote></div></div>';
		const body = 'Use <b> tags\n\nOn Mon, Nov 23, 2026 Ann wrote:\nTry again';
		const read = look({}, [comment(1, MIA), comment(3, MIA, { html_body, body })]);
		expect(cleanTicketText({ body: read.messages[1]?.ticket.body }).text).toBe('Use <b> tags');
		expect(cleanTicketText({ body }).text).toContain('Try again');
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

	it('asks for none of a deleted ticket: Zendesk has them no more', () => {
		expect(needsComments(ticket({ status: 'deleted', comment_count: 7 }))).toBe(false);
	});

	it.each([
		['more comments', { comment_count: 2 }],
		['no public one', { comment_count: 0 }],
		['an unknown number', {}],
		['another author', { comment_count: 1, submitter_id: AGENT }],
		['an unknown author', { comment_count: 1, submitter_id: null, requester_id: null }],
		['no description', { comment_count: 1, description: '' }],
		['an image', { comment_count: 1, description: 'See ![](https://x.example/1.png)' }],
		['a mail’s head', { comment_count: 1, description: 'Again.\nOn Monday Ann wrote:\nHello' }],
		['a line across', { comment_count: 1, description: 'Again.\n_____\nHello' }],
		['quoted mail', { comment_count: 1, description: 'Still broken\n> Hello' }],
		['a tag', { comment_count: 1, description: 'It says <b>' }],
		['a merge', { comment_count: 1, tags: ['closed_by_merge'] }],
	])('asks with %s', (_, fields) => {
		expect(needsComments(ticket(fields))).toBe(true);
	});
});
