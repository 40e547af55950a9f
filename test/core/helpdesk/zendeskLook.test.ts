import { describe, expect, it } from 'vitest';

import type { LookedTicket } from '../../../nodes/core/helpdesk/lookedTicket';
import { NOW } from './fixtures';
import { ADMIN, AGENT, comment, DAEMON, HELD, look, MIA, TOM } from './zendeskTickets';

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
