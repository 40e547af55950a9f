import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	type HelpdeskKind,
	LIMITS,
	type Reading,
	excerptOf,
	readPayload,
} from '../../../nodes/core/helpdesk';
import { NOW, fixture } from './fixtures';

const HELPDESKS: readonly HelpdeskKind[] = ['zendesk', 'intercom', 'freshdesk', 'other'];
const URLS = {
	zendesk: /^https:\/\/[a-z0-9][a-z0-9-]*\.zendesk\.com\/agent\/tickets\/[\w-]{1,64}$/,
	intercom:
		/^https:\/\/app\.(?:(?:eu|au)\.)?intercom\.com\/a\/inbox\/[\w-]{1,64}\/inbox\/conversation\/[\w-]{1,64}$/,
	freshdesk: /^https:\/\/[a-z0-9][a-z0-9-]*\.freshdesk\.com\/a\/tickets\/[\w-]{1,64}$/,
	// Whatever page the admin maps.
	other: /^https?:\/\/[^\s@/]+(?:[/?#]\S*)?$/,
};

function* textsOf(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (typeof value === 'object' && value !== null) {
		for (const entry of Object.values(value)) yield* textsOf(entry);
	}
}

/** What must hold of every reading, whatever came in. */
function expectSound(helpdesk: HelpdeskKind, reading: Reading): void {
	for (const text of textsOf(reading)) {
		expect(text.isWellFormed()).toBe(true);
		expect(text.includes('\0')).toBe(false);
		expect(text).not.toBe('');
	}
	if (reading.kind !== 'ticket') expect(reading.reason.length).toBeLessThan(400);
	if (reading.kind === 'ignored' || reading.kind === 'unreadable') {
		expect(Object.keys(reading).sort()).toEqual(['kind', 'reason']);
		return;
	}
	const { ticket } = reading;
	expect(ticket.key).toBe(`${helpdesk}:${ticket.instance}:${ticket.id}`);
	if (helpdesk === 'other') {
		expect(ticket.id).toMatch(/^[^\r\n\u2028\u2029]{1,200}$/);
		expect(ticket.instance).toMatch(/^[^:\r\n\u2028\u2029]{1,200}$/);
	} else {
		expect(ticket.id).toMatch(/^[\w-]{1,64}$/);
		expect(ticket.messageId).toMatch(/^(?:new|csat:[\w:.-]{1,64}|[\w-]{1,64})$/);
		expect(ticket.instance).toMatch(/^[\w.-]{1,253}$/);
	}
	if (ticket.url !== undefined) expect(ticket.url).toMatch(URLS[helpdesk]);
	expect(ticket.subject?.length ?? 0).toBeLessThanOrEqual(LIMITS.subject);
	expect(ticket.body?.length ?? 0).toBeLessThanOrEqual(LIMITS.body);
	expect(ticket.requester?.name?.length ?? 0).toBeLessThanOrEqual(LIMITS.name);
	expect(ticket.requester?.name ?? '').not.toMatch(/[\r\n\u2028\u2029]/);
	expect(ticket.requester?.email?.length ?? 0).toBeLessThanOrEqual(LIMITS.email);
	expect(ticket.channel?.length ?? 0).toBeLessThanOrEqual(LIMITS.channel);
	expect(ticket.organization?.name?.length ?? 0).toBeLessThanOrEqual(LIMITS.name);
	expect(ticket.tags?.length ?? 0).toBeLessThanOrEqual(LIMITS.tags);
	for (const tag of ticket.tags ?? []) expect(tag.length).toBeLessThanOrEqual(LIMITS.tag);
	for (const date of [ticket.createdAt, ticket.receivedAt]) {
		if (date !== undefined) expect(new Date(date).toISOString()).toBe(date);
	}
}

/** Values that payloads, mistakes and attackers put where a field should be. */
const HOSTILE: readonly unknown[] = [
	undefined,
	null,
	'',
	' ',
	'{{ticket.id}}',
	'__proto__',
	'constructor',
	0,
	-1,
	1e300,
	NaN,
	true,
	[],
	{},
	[['x']],
	{ length: 3 },
	JSON.parse('{"__proto__":{"id":"9"},"toString":1,"constructor":{"prototype":{}}}'),
	'\0',
	'\ud800',
	'a\0b\udfffc',
	'x'.repeat(5000),
	'😀'.repeat(3000),
	'https://northwind.zendesk.com@evil.example/',
	'https://evil.example/#.freshdesk.com',
	'app.eu.intercom.com.evil.example',
	'../../etc',
	'"><script>alert(1)</script>',
	'a@b@c',
	'Mia <mia@globex.example>',
	'----------------------------------------------\n\nAngry Corp, Nov 23, 2026, 09:00\n\n',
	'2026-99-99T99:99Z',
	'bot',
	'user',
	'9'.repeat(30),
];

/** Repeatable random numbers (mulberry32). */
function randomOf(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return (((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below;
	};
}

/** The payload with one of its values, anywhere, put away, doubled or replaced. */
function mutate(value: unknown, random: (below: number) => number): unknown {
	const pick = <T>(list: readonly T[]) => list[Math.floor(random(list.length))];
	if (typeof value !== 'object' || value === null || random(10) < 1) return pick(HOSTILE);
	const keys = Object.keys(value);
	const key = pick(keys);
	if (key === undefined) return pick(HOSTILE);
	const copy: Record<string, unknown> = { ...value };
	switch (Math.floor(random(6))) {
		case 0:
			delete copy[key];
			break;
		case 1:
			copy[pick(keys) ?? key] = copy[key];
			break;
		default:
			copy[key] = mutate(copy[key], random);
	}
	return Array.isArray(value) ? Object.values(copy) : copy;
}

describe.each(HELPDESKS)('any body for %s', (helpdesk) => {
	const context = { now: NOW };
	const anyBody = fc.oneof(
		fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
		fc.jsonValue({ maxDepth: 6 }) as fc.Arbitrary<unknown>,
		fc.string({ unit: 'binary', maxLength: 500 }),
	);

	it('gives one of the four readings, sound, and stays as it was', () => {
		fc.assert(
			fc.property(anyBody, (body) => {
				const before = fc.stringify(body);
				expectSound(helpdesk, readPayload(helpdesk, body, context));
				expect(excerptOf(body).length).toBeLessThanOrEqual(2000);
				expect(excerptOf(body).isWellFormed()).toBe(true);
				expect(fc.stringify(body)).toBe(before);
			}),
			{ numRuns: 500 },
		);
	});

	it('gives a sound ticket where the fields are there and hold anything', () => {
		const any = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.anything(),
			fc.constantFrom(...HOSTILE),
			fc.webUrl(),
			fc.emailAddress(),
		);
		const id = fc.constantFrom('1', 2, 'a-b_c');
		const keys = (names: string) =>
			fc.record(Object.fromEntries(names.split(' ').map((name) => [name, any])), {
				requiredKeys: [],
			});
		const bodies: Record<HelpdeskKind, fc.Arbitrary<unknown>> = {
			zendesk: fc
				.tuple(
					id,
					keys(
						'subject description requester_email requester_name created_at link via tags organization_id organization_name',
					),
				)
				.map(([id, fields]) => ({ ...fields, id })),
			freshdesk: fc
				.tuple(
					id,
					keys(
						'ticket_url ticket_subject ticket_description requester_email requester_name ticket_source ticket_tags created_at company_name',
					),
				)
				.map(([ticket_id, fields]) => ({ freshdesk_webhook: { ...fields, ticket_id } })),
			other: fc
				.tuple(
					id,
					keys(
						'helpdeskName subject body requesterEmail requesterName createdAt url channel tags organizationName organizationId organizationExternalId',
					),
				)
				.map(([ticketId, fields]) => ({ ...fields, ticketId })),
			intercom: fc
				.tuple(
					id,
					keys('source conversation_message user contacts conversation_parts tags title links'),
					any,
				)
				.map(([id, item, app_id]) => ({
					topic: 'conversation.user.created',
					app_id,
					data: { item: { ...item, id } },
				})),
		};
		fc.assert(
			fc.property(bodies[helpdesk], (body) => {
				const reading = readPayload(helpdesk, body, context);
				expect(['ticket', 'skipped']).toContain(reading.kind);
				expectSound(helpdesk, reading);
			}),
			{ numRuns: 300 },
		);
	});

	it('is read in 2,000 mutations of real payloads', () => {
		const names = {
			zendesk: ['zendesk.form', 'zendesk.nested'],
			intercom: ['intercom.customer', 'intercom.bot', 'intercom.replied', 'intercom.rated'],
			freshdesk: ['freshdesk.advanced', 'freshdesk.simple'],
			other: ['other.mapped'],
		}[helpdesk];
		const random = randomOf(20_261_123);
		const kinds = new Set<string>();
		for (let run = 0; run < 2000; run++) {
			let body = fixture(names[run % names.length] ?? '');
			for (let times = random(4); times >= 0; times--) body = mutate(body, random);
			const before = JSON.stringify(body);
			const reading = readPayload(helpdesk, body, context);
			expectSound(helpdesk, reading);
			expect(readPayload(helpdesk, body, context)).toEqual(reading);
			expect(JSON.stringify(body)).toBe(before);
			kinds.add(reading.kind);
		}
		expect([...kinds]).toEqual(expect.arrayContaining(['ticket', 'unreadable']));
	});

	it('is read when it is deep, wide or huge', () => {
		const deep: unknown = JSON.parse(`${'{"ticket":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
		const huge = 'x '.repeat(8_000_000);
		const everywhere = {
			...{ id: '1', subject: huge, description: huge, requester_email: huge, requester_name: huge },
			...{
				link: huge,
				created_at: huge,
				via: huge,
				tags: huge,
				topic: 'conversation.user.created',
			},
			freshdesk_webhook: {
				...{ ticket_id: '1', ticket_subject: huge, ticket_description: huge, ticket_url: huge },
				...{ requester_email: huge, requester_name: huge, ticket_tags: huge },
			},
			data: { item: { id: '1', title: huge, source: { body: huge, author: { name: huge } } } },
		};
		const start = performance.now();
		for (const body of [deep, [deep], huge, everywhere, { ticket: everywhere }]) {
			expectSound(helpdesk, readPayload(helpdesk, body, context));
			expect(excerptOf(body).length).toBeLessThanOrEqual(2000);
		}
		expect(performance.now() - start).toBeLessThan(2000);
	});
});
