import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { LIMITS } from '../../../nodes/core/helpdesk';
import type { LookedTicket } from '../../../nodes/core/helpdesk/lookedTicket';
import { needsComments, readZendeskTicket } from '../../../nodes/core/helpdesk/zendeskLook';
import { readZendeskNotice } from '../../../nodes/core/helpdesk/zendeskNotice';
import { readZendeskPeople } from '../../../nodes/core/helpdesk/zendeskPeople';
import { NOW } from './fixtures';

const CONTEXT = { host: 'northwind.zendesk.com', now: NOW };
const STATUSES = ['open', 'solved', 'closed', 'spam', 'deleted', 'merged'];

function* textsOf(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (typeof value === 'object' && value !== null) {
		for (const entry of Object.values(value)) yield* textsOf(entry);
	}
}

/** What must hold of every ticket that was read, whatever the API answered. */
function expectSound(looked: LookedTicket): void {
	for (const text of textsOf(looked)) {
		expect(text.isWellFormed()).toBe(true);
		expect(text.includes('\0')).toBe(false);
		expect(text).not.toBe('');
	}
	expect(looked.key).toBe(`zendesk:northwind.zendesk.com:${looked.id}`);
	expect(STATUSES).toContain(looked.status);
	if (looked.mergedInto !== undefined) expect(looked.status).toBe('merged');
	for (const date of [looked.updatedAt, looked.lastAgentReplyAt]) {
		if (date !== undefined) expect(new Date(date).toISOString()).toBe(date);
	}
	const ids = looked.messages.map(({ ticket }) => ticket.messageId);
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids[0]).toBe('new');
	for (const { ticket } of looked.messages) {
		expect(ticket.key).toBe(looked.key);
		expect(ticket.url).toBe(`https://northwind.zendesk.com/agent/tickets/${looked.id}`);
		expect(ticket.body?.length ?? 0).toBeLessThanOrEqual(LIMITS.body);
		expect(ticket.subject?.length ?? 0).toBeLessThanOrEqual(LIMITS.subject);
		expect(ticket.organization?.domains?.length ?? 0).toBeLessThanOrEqual(LIMITS.tags);
		if (ticket.createdAt !== undefined) {
			expect(new Date(ticket.createdAt).toISOString()).toBe(ticket.createdAt);
		}
	}
}

const any = fc.oneof(
	fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, maxDepth: 2 }),
	fc.string({ unit: 'binary', maxLength: 200 }),
	fc.constantFrom<unknown>(
		'',
		'\0',
		'\ud800',
		'{{ticket.id}}',
		'__proto__',
		-1,
		NaN,
		1e300,
		['x'],
		'2026-99-99T99:99Z',
		'Mia <mia@globex.example>',
	),
);
const id = fc.oneof(
	{ weight: 4, arbitrary: fc.integer({ min: -1, max: 5 }) },
	fc.constantFrom('1', '2', '3'),
	any,
);
const oddly = <T>(usual: fc.Arbitrary<T>) =>
	fc.oneof({ weight: 5, arbitrary: usual as fc.Arbitrary<unknown> }, any);

const via = fc.record(
	{
		channel: oddly(fc.constantFrom('email', 'web', 'system', 'rule', 8)),
		source: oddly(fc.record({ rel: oddly(fc.constantFrom(null, 'merge', 'follow_up')) })),
	},
	{ requiredKeys: [] },
);
const user = fc.record(
	{
		id,
		name: oddly(fc.string()),
		email: oddly(fc.emailAddress()),
		role: oddly(fc.constantFrom('end-user', 'agent', 'admin')),
		suspended: oddly(fc.boolean()),
	},
	{ requiredKeys: [] },
);
const organization = fc.record(
	{ id, name: any, external_id: any, domain_names: oddly(fc.array(oddly(fc.domain()))) },
	{ requiredKeys: [] },
);
const comment = fc.record(
	{
		id,
		author_id: id,
		body: oddly(fc.string()),
		html_body: oddly(fc.string()),
		public: oddly(fc.boolean()),
		created_at: oddly(fc.constantFrom('2026-11-20T08:00:00Z', '2026-11-20T08:00Z')),
		via: oddly(via),
	},
	{ requiredKeys: [] },
);
const ticket = fc.record(
	{
		id: fc.constantFrom<unknown>(4811, '4811'),
		subject: any,
		description: oddly(fc.string()),
		status: oddly(fc.constantFrom('new', 'open', 'solved', 'closed', 'deleted')),
		requester_id: id,
		submitter_id: id,
		assignee_id: id,
		organization_id: id,
		tags: oddly(fc.array(fc.constantFrom('closed_by_merge', 'vip'))),
		via: oddly(via),
		satisfaction_rating: oddly(
			fc.record({ id, score: oddly(fc.constantFrom('bad', 'good')), comment: any }),
		),
		created_at: any,
		updated_at: any,
		comment_count: any,
	},
	{ requiredKeys: ['id'] },
);

describe('any answer of Zendesk', () => {
	it('is a sound ticket or none, and stays as it was', () => {
		fc.assert(
			fc.property(any, fc.array(any), fc.array(any), (body, comments, people) => {
				const before = fc.stringify([body, comments, people]);
				const read = readZendeskTicket(body, comments, readZendeskPeople(people), CONTEXT);
				if (read !== undefined) expectSound(read);
				needsComments(body);
				readZendeskNotice(body);
				expect(fc.stringify([body, comments, people])).toBe(before);
			}),
			{ numRuns: 300 },
		);
	});

	it('is a sound ticket where its fields are there and hold anything', () => {
		const people = fc.record({
			users: oddly(fc.array(oddly(user), { maxLength: 6 })),
			organizations: oddly(fc.array(oddly(organization), { maxLength: 3 })),
		});
		const kinds = new Set<string>();
		fc.assert(
			fc.property(ticket, fc.array(oddly(comment), { maxLength: 5 }), people, (...parts) => {
				const [body, comments, beside] = parts;
				const before = fc.stringify(parts);
				const read = readZendeskTicket(body, comments, readZendeskPeople([beside]), CONTEXT);
				expect(read).toBeDefined();
				if (read === undefined) return;
				expectSound(read);
				for (const message of read.messages) {
					kinds.add(message.skippedBecause ?? message.ticket.event);
				}
				expect(fc.stringify(parts)).toBe(before);
			}),
			{ numRuns: 200, seed: 20_261_123 },
		);
		expect([...kinds]).toEqual(expect.arrayContaining(['new', 'reply', 'csat']));
	});

	it('is read when it is deep, wide or huge', () => {
		const huge = 'x '.repeat(2_500_000);
		const deep: unknown = JSON.parse(`${'{"via":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
		const fields = { subject: huge, description: huge, tags: huge, status: huge, created_at: huge };
		const bodies = [
			{ id: 1, ...fields, satisfaction_rating: { score: 'bad', comment: huge } },
			{ id: 1, via: deep, satisfaction_rating: deep, tags: deep },
			{ id: 1, requester_id: 2, submitter_id: huge, assignee_id: huge, organization_id: huge },
		];
		const one = {
			id: 5,
			author_id: 2,
			public: true,
			html_body: huge,
			body: huge,
			created_at: huge,
		};
		const comments = [one, { ...one, id: 6 }, { id: huge, via: deep }, deep];
		const users = [{ id: 2, name: huge, email: huge, role: huge }, deep];
		const organizations = [{ id: 3, name: huge, domain_names: [huge, ...'x'.repeat(9000)] }];
		const start = performance.now();
		for (const body of bodies) {
			const people = readZendeskPeople([{ users, organizations }, deep]);
			const read = readZendeskTicket(body, comments, people, CONTEXT);
			expect(read).toBeDefined();
			if (read !== undefined) expectSound(read);
			needsComments(body);
		}
		expect(performance.now() - start).toBeLessThan(3000);
	});
});
