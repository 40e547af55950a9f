import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FreshdeskFacts } from '../../../nodes/core/helpdesk/freshdeskFacts';
import { readFreshdeskNotice } from '../../../nodes/core/helpdesk/freshdeskNotice';
import {
	readFreshdeskTicket,
	unknownWritersOf,
} from '../../../nodes/core/helpdesk/freshdeskTicket';
import { NOW } from './fixtures';
import { expectSoundLook, HOSTILE } from './looked';

const JO = 11;
const SAM = 21;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString();

const ticket = (more: object = {}) => ({
	id: 912,
	subject: 'Sync stopped',
	description: '<div>Nothing since Friday.</div>',
	description_text: 'Nothing since Friday.',
	status: 2,
	source: 1,
	spam: false,
	requester_id: JO,
	requester: { id: JO, name: 'Jo', email: 'jo@acme.example' },
	responder_id: null,
	company_id: 31,
	company: { id: 31, name: 'Acme' },
	tags: ['sync'],
	created_at: at(0),
	updated_at: at(50),
	stats: { agent_responded_at: null },
	...more,
});
const said = (id: number, user_id: number, body_text: string, more: object = {}) => ({
	id,
	body: `<p>${body_text}</p>`,
	body_text,
	incoming: user_id !== SAM,
	private: false,
	user_id,
	source: 0,
	from_email: null,
	created_at: at(id),
	...more,
});
const read = (facts: Partial<FreshdeskFacts> = {}) =>
	readFreshdeskTicket(
		{ ticket: ticket(), conversations: [], ...facts },
		{ now: NOW, host: 'northwind.freshdesk.com' },
	);
const tickets = (facts: Partial<FreshdeskFacts> = {}) =>
	(read(facts)?.messages ?? []).map((message) => message.ticket);
const named = (facts: Partial<FreshdeskFacts>) =>
	tickets(facts).map(({ messageId, event }) => [messageId, event]);

describe('a ticket, as the API gives it', () => {
	it('is its state and the messages of its customer', () => {
		const company = { id: 31, name: 'Acme', domains: ['acme.example', 'https://www.acme.test/'] };
		const facts = {
			ticket: ticket({ responder_id: SAM }),
			conversations: [
				said(1, SAM, 'We look into it'),
				said(2, JO, 'And?'),
				said(3, SAM, 'Careful', { private: true, source: 2 }),
				said(4, JO, 'Between us', { private: true }),
			],
			company,
			responder: { id: SAM, contact: { name: 'Sam', email: 'sam@northwind.example' } },
		};
		expect(read(facts)).toMatchObject({
			key: 'freshdesk:northwind.freshdesk.com:912',
			status: 'open',
			assignee: { id: '21', name: 'Sam', email: 'sam@northwind.example' },
			updatedAt: at(50),
			lastAgentReplyAt: at(1),
		});
		expect(tickets(facts)[0]).toEqual({
			key: 'freshdesk:northwind.freshdesk.com:912',
			messageId: 'new',
			event: 'new',
			helpdesk: 'freshdesk',
			instance: 'northwind.freshdesk.com',
			id: '912',
			subject: 'Sync stopped',
			body: '<div>Nothing since Friday.</div>',
			requester: { email: 'jo@acme.example', name: 'Jo' },
			organization: { id: '31', name: 'Acme', domains: ['acme.example', 'acme.test'] },
			createdAt: at(0),
			receivedAt: NOW.toISOString(),
			url: 'https://northwind.freshdesk.com/a/tickets/912',
			channel: 'Email',
			tags: ['sync'],
		});
		expect(tickets(facts)[1]).toMatchObject({
			messageId: '2',
			event: 'reply',
			body: '<p>And?</p>',
			createdAt: at(2),
		});
		expect(tickets(facts)).toHaveLength(2);
	});

	it.each([
		[{ status: 2 }, 'open'],
		[{ status: 3 }, 'open'],
		[{ status: 4 }, 'solved'],
		[{ status: 5 }, 'closed'],
		[{ status: 7 }, 'open'],
		[{ status: 5, spam: true }, 'spam'],
		[{ spam: true, deleted: true }, 'deleted'],
	])('with %j is %s', (state, status) => {
		expect(read({ ticket: ticket(state) })?.status).toBe(status);
	});

	it('is merged where it is closed with the note that says so', () => {
		const note = said(9, SAM, 'This ticket is closed and merged into ticket 77', { private: true });
		const closed = ticket({ status: 5 });
		expect(read({ ticket: closed, conversations: [note] })).toMatchObject({
			status: 'merged',
			mergedInto: 'freshdesk:northwind.freshdesk.com:77',
		});
		expect(read({ conversations: [note] })?.status).toBe('open');
		const forged = { ...note, incoming: true, private: false, user_id: JO };
		expect(read({ ticket: closed, conversations: [forged] })?.status).toBe('closed');
	});

	it("knows the last agent's reply from its statistics, too", () => {
		const stats = { agent_responded_at: at(7) };
		const conversations = [said(1, SAM, 'Hi'), said(8, SAM, 'To a supplier', { source: 8 })];
		expect(read({ ticket: ticket({ stats }), conversations })?.lastAgentReplyAt).toBe(at(7));
		expect(read()).not.toHaveProperty('lastAgentReplyAt');
	});
});

describe('whose message it is', () => {
	const whyFirst = (more: object, conversations: object[] = []) =>
		read({ ticket: ticket(more), conversations })?.messages[0]?.skippedBecause;

	it("is the agent's where they began by e-mail or for themselves", () => {
		expect(whyFirst({ source: 10 })).toContain('e-mail of their own');
		expect(whyFirst({ requester_id: SAM, responder_id: SAM })).toContain('on their own');
		expect(whyFirst({ requester_id: SAM }, [said(1, SAM, 'Note to self')])).toContain('own');
	});

	it("is the customer's where an agent opened it for them, e.g. after a call", () => {
		expect(whyFirst({ source: 3, responder_id: SAM })).toBeUndefined();
	});

	it('is whoever replied', () => {
		const conversations = [
			said(1, 12, 'Me too', { from_email: '"Kim" <kim@acme.example>' }),
			said(2, 13, 'Same here'),
			said(3, 14, 'And here'),
		];
		const contacts = new Map([['13', { id: 13, name: 'Lu', email: 'lu@acme.example' }]]);
		expect(unknownWritersOf({ ticket: ticket(), conversations })).toEqual(['13', '14']);
		expect(tickets({ conversations, contacts }).map(({ requester }) => requester)).toEqual([
			{ email: 'jo@acme.example', name: 'Jo' },
			{ email: 'kim@acme.example' },
			{ email: 'lu@acme.example', name: 'Lu' },
			undefined,
		]);
	});

	it('of a chat is counted once, though it stands in the ticket and its replies', () => {
		const conversations = [said(1, JO, 'Nothing since Friday.'), said(2, JO, 'Hello?')];
		expect(named({ ticket: ticket({ source: 15 }), conversations })).toEqual([
			['new', 'new'],
			['2', 'reply'],
		]);
		expect(named({ conversations })).toHaveLength(3);
	});
});

describe('a rating', () => {
	const rated = (id: number, value: unknown) => ({
		id,
		user_id: JO,
		feedback: 'Too slow',
		ratings: { default_question: value },
		created_at: at(id),
	});

	it('that is bad is a message under its own ID, once with its words', () => {
		const conversations = [said(6, JO, 'Too slow', { source: 6 }), said(9, JO, 'And?')];
		const ratings = [rated(5, -103), rated(7, 103), rated(8, 100)];
		expect(named({ conversations, ratings })).toEqual([
			['new', 'new'],
			['csat:5', 'csat'],
			['9', 'reply'],
		]);
		expect(tickets({ ratings })[1]).toMatchObject({
			body: 'Too slow',
			requester: { email: 'jo@acme.example' },
			createdAt: at(5),
		});
	});

	it('that cannot be asked for leaves its words among the replies', () => {
		const conversations = [said(6, JO, 'Too slow', { source: 6 })];
		expect(named({ conversations })).toEqual([
			['new', 'new'],
			['6', 'reply'],
		]);
	});

	it.each([100, 101, 0, '-103', null, undefined])('of %j is none', (value) => {
		expect(tickets({ ratings: [rated(5, value)] })).toHaveLength(1);
	});
});

describe('any answer of the API', () => {
	const any = fc.oneof(
		fc.jsonValue({ maxDepth: 4 }),
		fc.anything(),
		fc.constantFrom(...HOSTILE, JO, SAM, true, false, 5, 6, 10, 15, -103),
	);
	const fields = (names: string) =>
		fc.record(Object.fromEntries(names.split(' ').map((name) => [name, any])), {
			requiredKeys: [],
		});

	it('gives a sound ticket or none, and stays as it was', () => {
		const anyTicket = fc.oneof(
			any,
			fields(
				'subject description status source spam deleted requester_id requester responder_id company_id company tags created_at updated_at stats',
			).map((some) => ({ ...some, id: 5 })),
		);
		const anyConversation = fields(
			'body body_text incoming private user_id source from_email created_at',
		);
		const lists = fc.tuple(
			fc.array(fc.oneof(any, anyConversation), { maxLength: 6 }),
			fc.array(fc.oneof(any, fields('user_id feedback ratings created_at')), { maxLength: 4 }),
		);
		fc.assert(
			fc.property(anyTicket, lists, any, (item, [conversations, ratings], other) => {
				const numbered = (list: unknown[]) =>
					list.map((one, index) =>
						typeof one === 'object' && one !== null && !Array.isArray(one)
							? { ...one, id: index + 1 }
							: { id: index + 1 },
					);
				const facts: FreshdeskFacts = {
					ticket: item,
					conversations: [...numbered(conversations), ...conversations.filter(isNoObject)],
					ratings: [...numbered(ratings), ...ratings.filter(isNoObject)],
					company: other,
					responder: other,
					contacts: new Map([[String(JO), other]]),
				};
				const before = fc.stringify(facts);
				const looked = read(facts);
				if (looked !== undefined) expectSoundLook(looked);
				expect(fc.stringify(facts)).toBe(before);
			}),
			{ numRuns: 500 },
		);
	});

	const isNoObject = (value: unknown) => typeof value !== 'object';
});

describe('the ticket that a webhook names', () => {
	it.each([
		[{ ticket_id: '912' }],
		[{ ticket_id: 912, triggered_event: '{note_type:private}' }],
		[{ ticket_id: ' 912 ', triggered_event: '{status:{from:Open,to:Resolved}}' }],
	])('is known from %j', (freshdesk_webhook) => {
		expect(readFreshdeskNotice({ freshdesk_webhook })).toEqual({ kind: 'ticket', id: '912' });
	});

	it.each([undefined, null, 'x', [], {}, { ticket_id: '1' }, { freshdesk_webhook: {} }])(
		'is none in %j',
		(body) => {
			const read = readFreshdeskNotice(body);
			expect(read.kind).toBe('unreadable');
			expect(read).toHaveProperty('reason', expect.stringContaining('freshdesk_webhook'));
		},
	);

	it('is never taken from anything else', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.jsonValue()), (body) => {
				expect(readFreshdeskNotice(body).kind).toBe('unreadable');
				expect(['ticket', 'unreadable']).toContain(
					readFreshdeskNotice({ freshdesk_webhook: { ticket_id: body } }).kind,
				);
			}),
		);
	});
});
