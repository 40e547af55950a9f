import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	type IntercomContact,
	readConversation,
	writersOf,
} from '../../../nodes/core/helpdesk/intercomConversation';
import { NOW } from './fixtures';
import { expectSoundLook, HOSTILE } from './looked';

const BOT = { type: 'bot', id: 'b', name: 'Operator', email: 'operator@intercom.example' };
const ADMIN = { type: 'admin', id: '74', name: 'Sam', email: 'sam@northwind.example' };
const JO = { type: 'user', id: 'u1', name: 'Jo', email: 'jo@acme.example' };
const at = (minute: number) => 1795424400 + minute * 60;
const iso = (minute: number) => new Date(at(minute) * 1000).toISOString();

const part = (id: number, author: object, body: string | null, more: object = {}) => ({
	type: 'conversation_part',
	id: String(id),
	part_type: 'comment',
	body,
	created_at: at(id),
	author,
	...more,
});
const parts = (list: object[], total_count = list.length) => ({
	type: 'conversation_part.list',
	conversation_parts: list,
	total_count,
});
const conversation = (more: object = {}) => ({
	type: 'conversation',
	id: '501',
	created_at: at(0),
	updated_at: at(30),
	title: null,
	state: 'open',
	open: true,
	admin_assignee_id: 0,
	source: { type: 'email', id: '9', subject: 'Outage', body: '<p>It is down.</p>', author: JO },
	contacts: { type: 'contact.list', contacts: [{ type: 'contact', id: 'u1' }] },
	tags: { type: 'tag.list', tags: [{ name: 'Billing' }] },
	conversation_rating: null,
	conversation_parts: parts([]),
	...more,
});
const read = (item: unknown, contacts: Record<string, IntercomContact> = {}) =>
	readConversation(item, {
		now: NOW,
		app: 'nw7x2k1q',
		region: 'api.eu.intercom.io',
		contacts: new Map(Object.entries(contacts)),
	});
const messages = (item: unknown, contacts: Record<string, IntercomContact> = {}) =>
	(read(item, contacts)?.messages ?? []).map(({ ticket }) => ticket);
const named = (item: unknown) =>
	messages(item).map(({ messageId, event, body }) => [messageId, event, body]);

describe('a conversation, as the API gives it', () => {
	it('is its state and the messages of its customer', () => {
		const item = conversation({
			admin_assignee_id: 74,
			conversation_parts: parts([
				part(1, ADMIN, 'We look into it'),
				part(2, JO, 'Any update?'),
				part(3, ADMIN, 'Assigned', { part_type: 'assignment' }),
				part(4, ADMIN, 'Careful with them', { part_type: 'note' }),
				part(5, JO, 'Hello??', { part_type: 'open' }),
			]),
		});
		expect(read(item)).toMatchObject({
			key: 'intercom:nw7x2k1q:501',
			status: 'open',
			assignee: { id: '74', name: 'Sam', email: 'sam@northwind.example' },
			updatedAt: iso(30),
			lastAgentReplyAt: iso(1),
		});
		expect(named(item)).toEqual([
			['new', 'new', '<p>It is down.</p>'],
			['2', 'reply', 'Any update?'],
			['5', 'reply', 'Hello??'],
		]);
		expect(messages(item)[1]).toEqual({
			key: 'intercom:nw7x2k1q:501',
			messageId: '2',
			event: 'reply',
			helpdesk: 'intercom',
			instance: 'nw7x2k1q',
			id: '501',
			subject: 'Outage',
			body: 'Any update?',
			requester: { email: 'jo@acme.example', name: 'Jo' },
			createdAt: iso(2),
			receivedAt: NOW.toISOString(),
			url: 'https://app.eu.intercom.com/a/inbox/nw7x2k1q/inbox/conversation/501',
			channel: 'email',
			tags: ['Billing'],
		});
	});

	it.each([
		[{ state: 'closed', open: false }, 'closed'],
		[{ state: 'snoozed', open: true }, 'open'],
		[{ state: undefined, open: false }, 'closed'],
		[{ state: undefined, open: undefined }, 'open'],
	])('with %j is %s', (state, status) => {
		expect(read(conversation(state))?.status).toBe(status);
	});

	it('that nobody has or answered leaves both out', () => {
		const looked = read(conversation());
		expect(looked).not.toHaveProperty('assignee');
		expect(looked).not.toHaveProperty('lastAgentReplyAt');
	});

	it('tells when an agent wrote last only where one wrote, not a bot', () => {
		const fin = { ...ADMIN, from_ai_agent: true };
		const item = (list: object[]) => conversation({ conversation_parts: parts(list) });
		expect(read(item([part(1, BOT, 'Hi'), part(2, fin, 'Hi')]))).not.toHaveProperty(
			'lastAgentReplyAt',
		);
		const closed = part(3, ADMIN, 'All fixed', { part_type: 'close' });
		expect(read(item([part(2, ADMIN, 'Hi'), closed]))?.lastAgentReplyAt).toBe(iso(3));
		const silent = part(4, ADMIN, null, { part_type: 'close' });
		expect(read(item([part(2, ADMIN, 'Hi'), silent]))?.lastAgentReplyAt).toBe(iso(2));
	});
});

describe('the first message of a conversation', () => {
	const greeting = { type: 'conversation', body: 'Hi! How can we help?', author: BOT };
	const click = part(1, JO, 'Something else', { metadata: { quick_reply_uuid: 'x' } });

	it("is the customer's first own words where a bot began", () => {
		const item = conversation({
			source: greeting,
			conversation_parts: parts([click, part(2, BOT, 'Tell us'), part(3, JO, 'Data is gone')]),
		});
		expect(named(item)).toEqual([['new', 'new', 'Data is gone']]);
		expect(messages(item)[0]?.createdAt).toBe(iso(3));
		expect(messages(item)[0]).not.toHaveProperty('subject');
	});

	it('is not a click: that has its own name, also when words follow', () => {
		const before = conversation({ source: greeting, conversation_parts: parts([click]) });
		expect(named(before)).toEqual([['1', 'new', 'Something else']]);
	});

	it('is none yet where only a bot or an agent wrote', () => {
		const item = conversation({
			source: greeting,
			conversation_parts: parts([part(1, BOT, 'Hi')]),
		});
		expect(messages(item)).toEqual([]);
	});

	it('is never an old part where the oldest are left out', () => {
		const list = Array.from({ length: 500 }, (_, index) => part(index + 1, JO, `No. ${index}`));
		for (const total of [612, 500]) {
			const begun = conversation({ source: greeting, conversation_parts: parts(list, total) });
			expect(named(begun)).toHaveLength(500);
			expect(named(begun)[0]).toEqual(['1', 'reply', 'No. 0']);
		}
		const own = conversation({ conversation_parts: parts(list, 612) });
		expect(named(own).slice(0, 2)).toEqual([
			['new', 'new', '<p>It is down.</p>'],
			['1', 'reply', 'No. 0'],
		]);
	});

	it('may be all in the subject of an e-mail', () => {
		const source = { type: 'email', subject: 'Cancel my account', body: '', author: JO };
		const [first] = messages(conversation({ source }));
		expect(first).toMatchObject({ messageId: 'new', subject: 'Cancel my account' });
		expect(first).not.toHaveProperty('body');
	});
});

describe('a rating', () => {
	const rated = (rating: unknown) => ({
		rating,
		remark: 'Slow',
		created_at: at(2),
		updated_at: at(4),
		contact: { type: 'contact', id: 'u1', external_id: '70' },
	});

	it('that is bad is a message, at its place in time', () => {
		const item = conversation({
			conversation_rating: rated(2),
			conversation_parts: parts([part(3, JO, 'Thanks for nothing'), part(6, JO, 'And?')]),
		});
		expect(named(item)).toEqual([
			['new', 'new', '<p>It is down.</p>'],
			['3', 'reply', 'Thanks for nothing'],
			[`csat:${iso(4)}`, 'csat', 'Slow'],
			['6', 'reply', 'And?'],
		]);
	});

	it.each([3, 4, 5, null, undefined])('of %j is none', (rating) => {
		expect(messages(conversation({ conversation_rating: rated(rating) }))).toHaveLength(1);
	});
});

describe('who wrote', () => {
	const lead = { type: 'lead', id: 'u1', name: null, email: null };
	const asLead = conversation({ source: { type: 'conversation', body: 'Hi', author: lead } });
	const acme = { type: 'company', id: 'c1', company_id: 'ACME-7', name: 'Acme', website: null };

	it('is asked for where the conversation leaves out the address', () => {
		expect([...writersOf(asLead)]).toEqual([['u1', { hasEmail: false }]]);
		expect([...writersOf(conversation())]).toEqual([['u1', { hasEmail: true }]]);
		const two = conversation({
			conversation_parts: parts([part(1, { type: 'user', id: 'u2' }, 'Me too')]),
		});
		expect([...writersOf(two).keys()]).toEqual(['u1', 'u2']);
	});

	it('comes from the contact', () => {
		const contact = { id: 'u1', email: 'Lena@Globex.example', name: 'Lena' };
		expect(messages(asLead, { u1: { contact } })[0]?.requester).toEqual({
			email: 'lena@globex.example',
			name: 'Lena',
		});
	});

	it('stays unknown where the contact has no address or is gone', () => {
		for (const known of [{}, { contact: { id: 'u1', email: null, name: null } }]) {
			expect(messages(asLead, { u1: known })[0]).not.toHaveProperty('requester');
		}
	});

	it('belongs to the company of the contact', () => {
		const companies = [{ ...acme, website: 'https://www.acme.example/en' }];
		expect(messages(conversation(), { u1: { companies } })[0]?.organization).toEqual({
			id: 'c1',
			name: 'Acme',
			externalId: 'ACME-7',
			domains: ['acme.example'],
		});
		expect(messages(conversation(), { u1: { companies: [acme] } })[0]?.organization).toEqual({
			id: 'c1',
			name: 'Acme',
			externalId: 'ACME-7',
		});
	});

	it('belongs to none of several companies, unless the conversation names it', () => {
		const companies = [acme, { ...acme, id: 'c2', name: 'Acme UK' }];
		expect(messages(conversation(), { u1: { companies } })[0]).not.toHaveProperty('organization');
		const item = conversation({ company: { ...acme, id: 'c2', name: 'Acme UK' } });
		expect(messages(item, { u1: { companies } })[0]?.organization).toMatchObject({ id: 'c2' });
	});
});

describe('any answer of the API', () => {
	const any = fc.oneof(
		fc.jsonValue({ maxDepth: 4 }),
		fc.anything(),
		fc.constantFrom(...HOSTILE),
		fc.constantFrom(JO, ADMIN, BOT, { rating: 1 }, at(3), '3', 'closed', 'comment'),
	);
	const fields = (names: string, value: fc.Arbitrary<unknown>) =>
		fc.record(Object.fromEntries(names.split(' ').map((name) => [name, value])), {
			requiredKeys: [],
		});
	const anyPart = fields('id part_type body created_at author metadata', any);
	const anyParts = fc.oneof(
		any,
		fc.uniqueArray(anyPart, { selector: ({ id }) => fc.stringify(id) }).map((list) => parts(list)),
	);

	it('gives a sound ticket or none, and stays as it was', () => {
		const anyItem = fc.oneof(
			any,
			fc
				.tuple(
					fields(
						'created_at updated_at title state open admin_assignee_id source contacts user tags company conversation_rating statistics teammates',
						any,
					),
					anyParts,
				)
				.map(([item, conversation_parts]) => ({ id: '5', ...item, conversation_parts })),
		);
		fc.assert(
			fc.property(anyItem, any, (item, contact) => {
				const before = fc.stringify(item);
				const contacts = { u1: { contact, companies: [contact] } };
				const looked = read(item, contacts);
				if (looked !== undefined) expectSoundLook(looked);
				expect(() => writersOf(item)).not.toThrow();
				expect(fc.stringify(item)).toBe(before);
			}),
			{ numRuns: 500 },
		);
	});
});
