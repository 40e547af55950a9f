import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPayload } from '../../../nodes/core/helpdesk';
import { hasShared, sharedUrl } from '../../support/shared';
import { NOW, fixture, reasonOf, ticketOf } from './fixtures';

const read = (body: unknown, instance?: string) =>
	readPayload('intercom', body, { now: NOW, ...(instance !== undefined && { instance }) });
const ticket = (body: unknown, instance?: string) => ticketOf(read(body, instance));

/** A notification of a new conversation. */
const about = (item: unknown, more: object = {}) => ({
	type: 'notification_event',
	topic: 'conversation.user.created',
	app_id: 'nw7x2k1q',
	data: { item },
	...more,
});
const BOT = { type: 'bot', id: 'b', name: 'Operator', email: 'operator@intercom.example' };
const ADMIN = { type: 'admin', id: 'a', name: 'Sam', email: 'sam@northwind.example' };
const USER = { type: 'user', id: 'u', name: 'Jo', email: 'jo@acme.example' };
const part = (author: object, body: string, more: object = {}) => ({
	part_type: 'comment',
	author,
	body,
	...more,
});

describe("what Intercom's webhook sends", () => {
	it('is a ticket where a customer began the conversation', () => {
		expect(ticket(fixture('intercom.customer'))).toEqual({
			key: 'intercom:nw7x2k1q:215471',
			messageId: 'new',
			event: 'new',
			helpdesk: 'intercom',
			instance: 'nw7x2k1q',
			id: '215471',
			subject: 'Invoice',
			body: '<p>We were charged the wrong amount again.</p>',
			requester: { email: 'k.brandt@wayne.example', name: 'Karl Brandt' },
			createdAt: '2026-11-23T09:00:00.000Z',
			receivedAt: NOW.toISOString(),
			url: 'https://app.eu.intercom.com/a/inbox/nw7x2k1q/inbox/conversation/215471',
			channel: 'email',
			tags: ['Billing'],
		});
	});

	it("is read from the customer's first own words where a bot began it", () => {
		const read = ticket(fixture('intercom.bot'));
		expect(read).toMatchObject({
			id: '215480',
			body: '<p>All our boards are gone.</p>',
			requester: { email: 'lena@globex.example', name: 'Lena' },
			createdAt: '2026-11-23T09:00:00.000Z',
		});
		expect(read).not.toHaveProperty('subject');
	});

	it('takes a click on an answer of the bot where the customer wrote nothing else', () => {
		const click = part(USER, '<p>Cancel my plan</p>', { metadata: { quick_reply_uuid: 'x' } });
		const item = { id: '1', source: part(BOT, 'Hi'), conversation_parts: [click] };
		expect(ticket(about(item)).body).toBe('<p>Cancel my plan</p>');
	});

	it('names such a click by its own ID, so that words which follow are the first message', () => {
		const click = part(USER, 'Cancel', { id: '7', metadata: { quick_reply_uuid: 'x' } });
		const item = { id: '1', source: part(BOT, 'Hi'), conversation_parts: [click] };
		expect(ticket(about(item))).toMatchObject({ messageId: '7', event: 'new' });
		const words = [click, part(USER, 'It broke', { id: '8' })];
		expect(ticket(about({ ...item, conversation_parts: words }))).toMatchObject({
			messageId: 'new',
			body: 'It broke',
		});
	});

	it.each(['user', 'lead', 'contact', undefined])(
		'takes an author of type %s for a customer',
		(type) => {
			const item = { id: '1', source: part({ ...USER, type }, 'Hello') };
			expect(ticket(about(item))).toMatchObject({
				body: 'Hello',
				requester: { email: 'jo@acme.example' },
			});
		},
	);

	it("never takes an agent's or a bot's words, address or subject for the customer's", () => {
		const source = { ...part(ADMIN, 'You will love it'), subject: 'News' };
		const parts = [part(BOT, 'Hi'), part(ADMIN, 'Angry'), part(USER, ''), part(USER, 'It broke')];
		const item = { id: '1', source, conversation_parts: { conversation_parts: parts } };
		const read = ticket(about(item));
		expect(read).toMatchObject({ body: 'It broke', requester: { email: 'jo@acme.example' } });
		expect(read).not.toHaveProperty('subject');
	});

	it.each([
		[BOT, 'A bot began this conversation'],
		[ADMIN, 'An agent began this conversation'],
		[{ ...ADMIN, from_ai_agent: true }, 'A bot began this conversation'],
	])('%j began it and nobody answered: skipped with the reason', (author, reason) => {
		const conversation_parts = { conversation_parts: [part(BOT, 'Hi')], total_count: 1 };
		const reading = read(about({ id: '1', source: part(author, 'Hello'), conversation_parts }));
		expect(reading).toMatchObject({ kind: 'skipped', ticket: { key: 'intercom:nw7x2k1q:1' } });
		expect(reasonOf(reading)).toContain(reason);
		expect(reading).not.toHaveProperty('ticket.body');
	});

	it.each([undefined, {}, { conversation_parts: [], total_count: 3 }])(
		'goes on without text where the payload may not hold all of it (%j)',
		(conversation_parts) => {
			const contacts = [{ id: 'u', email: 'jo@acme.example' }];
			const item = { id: '1', source: part(BOT, 'Hi'), contacts, conversation_parts };
			const read = ticket(about(item));
			expect(read).not.toHaveProperty('body');
			expect(read.requester).toEqual({ email: 'jo@acme.example' });
		},
	);

	it('asks no contact of a group for an address that is not theirs', () => {
		const contacts = [
			{ id: 'x', email: 'x@a.example' },
			{ id: 'y', email: 'y@b.example' },
		];
		const item = { id: '1', source: part({ type: 'user', id: 'u' }, 'Hi'), contacts };
		expect(ticket(about(item))).not.toHaveProperty('requester');
	});

	it.each([
		['ping', 'A ping'],
		['conversation.created', 'conversation.user.created'],
		['conversation.read', 'conversation.read'],
		['conversation.admin.replied', 'conversation.user.replied'],
		['ticket.created', 'ticket.created'],
	])('of the topic %s is ignored with the reason', (topic, reason) => {
		const reading = read({ ...about({ id: '1' }), id: null, topic });
		expect(reading.kind).toBe('ignored');
		expect(reasonOf(reading)).toContain(reason);
	});

	it.each([undefined, null, '', ' ', {}, ['ping']])(
		'without a topic (%j) is unreadable',
		(topic) => {
			const reading = read({ ...about({ id: '1' }), topic });
			expect(reading.kind).toBe('unreadable');
			expect(reasonOf(reading)).toContain('"topic"');
		},
	);

	it.each([undefined, null, '', '{{conversation.id}}', {}, ['1'], '1/2'])(
		'with the conversation ID %j is unreadable',
		(id) => {
			const reading = read(about({ id, source: part(USER, 'Hi') }));
			expect(reading.kind).toBe('unreadable');
			expect(reasonOf(reading)).toContain('"data.item.id"');
		},
	);

	it.each([undefined, null, 'x', [], {}, { item: null }, { item: [] }])(
		'%j for "data" is unreadable',
		(data) => {
			expect(read({ ...about({}), data }).kind).toBe('unreadable');
		},
	);
});

describe("what Intercom's webhook says of a reply", () => {
	const replied = (parts: object[], more: object = {}) => ({
		...about({ id: '1', source: part(USER, 'Hello'), conversation_parts: parts, ...more }),
		topic: 'conversation.user.replied',
	});

	it('is the newest part of the customer, under its own ID and time', () => {
		const parts = [
			part(USER, 'Any update?', { id: '11', created_at: 1795424460 }),
			part(ADMIN, 'Soon', { id: '12', created_at: 1795424470 }),
			part(USER, 'Still down!', { id: 13, created_at: 1795424480 }),
			part(BOT, 'How did we do?', { id: '14' }),
		];
		expect(ticket(replied(parts, { title: 'Outage' }))).toMatchObject({
			key: 'intercom:nw7x2k1q:1',
			messageId: '13',
			event: 'reply',
			subject: 'Outage',
			body: 'Still down!',
			requester: { email: 'jo@acme.example' },
			createdAt: '2026-11-23T09:01:20.000Z',
		});
	});

	it('is a reply also where an agent or a bot began', () => {
		const body = replied([part(USER, 'No', { id: '11' })], { source: part(BOT, 'Hi') });
		expect(ticket(body)).toMatchObject({ messageId: '11', event: 'reply', body: 'No' });
	});

	it.each([
		['no part', []],
		['an agent', [part(ADMIN, 'Soon', { id: '1' })]],
		['a note', [part(USER, 'x', { id: '1', part_type: 'note' })]],
		['a click', [part(USER, 'Yes', { id: '1', metadata: { quick_reply_uuid: 'x' } })]],
		['nothing written', [part(USER, ' ', { id: '1' })]],
	])('of %s is ignored', (_, parts) => {
		expect(read(replied(parts)).kind).toBe('ignored');
	});

	it('without an ID is unreadable, and says so', () => {
		expect(reasonOf(read(replied([part(USER, 'Still down!')])))).toContain('conversation_parts');
	});
});

describe("what Intercom's webhook says of a rating", () => {
	const rated = (conversation_rating: unknown) => ({
		...about({ id: '1', source: part(USER, 'Hello'), conversation_rating }),
		topic: 'conversation.rating.added',
	});

	it('is a message of its own where the rating is bad', () => {
		const contact = { type: 'contact', id: 'u' };
		const rating = { rating: 1, remark: 'Useless', created_at: 1795424400, contact };
		expect(ticket(rated(rating))).toMatchObject({
			messageId: 'csat:2026-11-23T09:00:00.000Z',
			event: 'csat',
			body: 'Useless',
			createdAt: '2026-11-23T09:00:00.000Z',
		});
	});

	it('has no body without a remark, and is another message once there is one', () => {
		const rating = { rating: 2, remark: null, created_at: 1795424400, updated_at: 1795424400 };
		const bare = ticket(rated(rating));
		expect(bare).not.toHaveProperty('body');
		const remarked = ticket(rated({ ...rating, remark: 'Slow', updated_at: 1795424460 }));
		expect(remarked.messageId).not.toBe(bare.messageId);
	});

	it.each([undefined, null, {}, { rating: null }, { rating: '1' }, { rating: 0 }, { rating: 3 }])(
		'of %j is ignored',
		(rating) => {
			expect(read(rated(rating)).kind).toBe('ignored');
		},
	);
});

describe('the key and the link of an Intercom conversation', () => {
	const item = { id: '9', source: part(USER, 'Hi') };
	const inbox = (host: string, app: string) =>
		`https://${host}/a/inbox/${app}/inbox/conversation/9`;

	it('hold the app ID, or the one the admin set', () => {
		expect(ticket(about(item)).url).toBe(inbox('app.intercom.com', 'nw7x2k1q'));
		const set = ticket(about(item), ' myapp ');
		expect(set).toMatchObject({
			key: 'intercom:myapp:9',
			url: inbox('app.intercom.com', 'myapp'),
		});
		expect(ticket(about(item, { app_id: undefined }), 'myapp').key).toBe(set.key);
	});

	it.each([undefined, null, 5, 'a b', 'x/../y', '{{app}}', 'x'.repeat(65)])(
		'hold the name and no link where the app ID is %j',
		(app_id) => {
			const read = ticket(about(item, { app_id }));
			expect(read.key).toBe('intercom:intercom:9');
			expect(read).not.toHaveProperty('url');
		},
	);

	it('are in the region that admin, payload or links name', () => {
		const eu = inbox('app.eu.intercom.com', 'nw7x2k1q');
		const au = inbox('app.au.intercom.com', 'nw7x2k1q');
		expect(ticket(about(item), 'app.eu.intercom.com').url).toBe(eu);
		expect(ticket(about(item), 'https://api.au.intercom.io/').url).toBe(au);
		expect(ticket(about(item, { region: 'eu' })).url).toBe(eu);
		const self = 'https://api.au.intercom.io/conversations/9';
		expect(ticket(about(item, { self })).url).toBe(au);
		expect(ticket(about(item, { region: 'eu' }), 'app.intercom.com').url).toBe(
			inbox('app.intercom.com', 'nw7x2k1q'),
		);
	});

	it.each([
		'https://app.eu.intercom.com@evil.example/',
		'https://app.eu.intercom.com.evil.example/',
		'https://app.xx.intercom.com/',
		'https://app.eu.intercom.com:444/',
		{ href: 'x' },
	])('are never moved by %j', (conversation_web) => {
		const read = ticket(about({ ...item, links: { conversation_web } }));
		expect(read.url).toBe(inbox('app.intercom.com', 'nw7x2k1q'));
	});
});

describe.skipIf(!hasShared)('payloads that others recorded', () => {
	const recorded = (name: string): unknown =>
		JSON.parse(readFileSync(sharedUrl(`contracts/webhooks/intercom.${name}.json`), 'utf8'));

	it('reads the shape of 2019', () => {
		expect(ticket(recorded('conversation.user.created.legacy-2019'))).toEqual({
			key: 'intercom:i6wc9ipe:21321941764',
			messageId: 'new',
			event: 'new',
			helpdesk: 'intercom',
			instance: 'i6wc9ipe',
			id: '21321941764',
			body: '<p>Hello everyone!</p>',
			requester: { name: "Rose Poodle from St. John's" },
			createdAt: '2019-03-22T21:29:58.000Z',
			receivedAt: NOW.toISOString(),
			url: 'https://app.intercom.com/a/inbox/i6wc9ipe/inbox/conversation/21321941764',
		});
	});

	it('reads the shape of 2.x with bare contacts, were it of a new conversation', () => {
		const body = recorded('conversation.updated.v2-shape');
		expect(read(body).kind).toBe('ignored');
		const created = { ...(body as object), topic: 'conversation.user.created' };
		expect(ticket(created)).toMatchObject({
			key: 'intercom:vne310wv:123',
			subject: 'Conversation Title',
			body: '<p>Hi</p>',
			channel: 'conversation',
		});
	});

	it.each([
		'ping',
		'contact.user.updated.retry',
		'conversation.contact.attached.2024',
		'conversation.read.null-id',
	])('ignores %s', (name) => {
		expect(read(recorded(name)).kind).toBe('ignored');
	});
});
