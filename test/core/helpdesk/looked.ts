import { expect } from 'vitest';
import { LIMITS } from '../../../nodes/core/helpdesk';
import type { LookedTicket } from '../../../nodes/core/helpdesk/lookedTicket';

function* textsOf(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (typeof value === 'object' && value !== null) {
		for (const entry of Object.values(value)) yield* textsOf(entry);
	}
}

/** What must hold of a ticket that was looked at, whatever the helpdesk answered. */
export function expectSoundLook(looked: LookedTicket): void {
	const { key, helpdesk, instance, id } = looked;
	expect(key).toBe(`${helpdesk}:${instance}:${id}`);
	expect(id).toMatch(/^[\w-]{1,64}$/);
	expect(['open', 'solved', 'closed', 'spam', 'deleted', 'merged']).toContain(looked.status);
	for (const text of textsOf(looked)) {
		expect(text).not.toBe('');
		expect(text.isWellFormed()).toBe(true);
		expect(text.includes('\0')).toBe(false);
	}
	for (const date of [looked.updatedAt, looked.lastAgentReplyAt]) {
		if (date !== undefined) expect(new Date(date).toISOString()).toBe(date);
	}
	const named = new Set<string>();
	for (const { ticket } of looked.messages) {
		expect(ticket).toMatchObject({ key, helpdesk, instance, id });
		expect(named.has(ticket.messageId)).toBe(false);
		named.add(ticket.messageId);
		expect(ticket.body?.length ?? 0).toBeLessThanOrEqual(LIMITS.body);
		expect(ticket.subject?.length ?? 0).toBeLessThanOrEqual(LIMITS.subject);
		expect(ticket.requester?.email?.length ?? 0).toBeLessThanOrEqual(LIMITS.email);
		if (ticket.createdAt !== undefined) {
			expect(new Date(ticket.createdAt).toISOString()).toBe(ticket.createdAt);
		}
		if (ticket.organization?.domains !== undefined) {
			expect(ticket.organization.domains.length).toBeGreaterThan(0);
		}
	}
}

/** Values that stand where something else should. */
export const HOSTILE: readonly unknown[] = [
	undefined,
	null,
	'',
	0,
	-1,
	1e300,
	true,
	[],
	{},
	[[{}]],
	'\0',
	'\ud800',
	'x'.repeat(5000),
	JSON.parse('{"__proto__":{"id":"9"},"constructor":1}'),
	'new',
	'2026-99-99T99:99Z',
];
