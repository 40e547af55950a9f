import type { LookedTicket } from '../../nodes/core/helpdesk/lookedTicket';
import { HelpdeskError, type HelpdeskApi } from '../../nodes/SupportTicketTrigger/helpdesk';

export const INSTANCE = 'northwind.zendesk.com';
export const keyOf = (id: string) => `zendesk:${INSTANCE}:${id}`;

interface Written {
	messageId?: string;
	event?: 'new' | 'reply' | 'csat';
	at: Date;
	email?: string;
	body?: string;
	tags?: string[];
	skippedBecause?: string;
	isByAgent?: boolean;
}

/** A ticket as a helpdesk tells it, with what was written in it. */
export function lookedTicket(id: string, written: readonly Written[], over = {}): LookedTicket {
	const newest = written.at(-1);
	return {
		key: keyOf(id),
		helpdesk: 'zendesk',
		instance: INSTANCE,
		id,
		status: 'open',
		...(newest && { updatedAt: newest.at.toISOString() }),
		messages: written.map(
			({ messageId = 'new', event = 'new', at, email, body, tags, ...rest }) => ({
				ticket: {
					key: keyOf(id),
					messageId,
					event,
					helpdesk: 'zendesk',
					instance: INSTANCE,
					id,
					subject: `Ticket ${id}`,
					body: body ?? 'The export is broken.',
					requester: { email: email ?? 'mia@globex.example' },
					createdAt: at.toISOString(),
					receivedAt: at.toISOString(),
					...(tags && { tags }),
				},
				...rest,
			}),
		),
		...over,
	};
}

/** A helpdesk in memory, to be asked as the trigger asks one. */
export function helpdeskDouble(tickets: LookedTicket[] = []) {
	const looks: string[][] = [];
	const pages: Array<string | undefined> = [];
	const faults: Error[] = [];
	const fail = () => {
		const fault = faults.shift();
		if (fault !== undefined) throw fault;
	};
	const createdAt = (ticket: LookedTicket) => ticket.messages[0]?.ticket.createdAt ?? '';
	const page = (all: LookedTicket[], position: string | undefined) => {
		const from = Number(position ?? 0);
		pages.push(position);
		const found = all.slice(from, from + 2);
		return {
			changes: found.map(({ id, updatedAt }) => ({ id, ...(updatedAt && { updatedAt }) })),
			position: String(from + found.length),
			isLast: from + found.length >= all.length,
			total: all.length,
		};
	};
	const api: HelpdeskApi = {
		mostPerLook: 3,
		look: async (ids) => {
			fail();
			looks.push([...ids]);
			return await Promise.resolve(
				ids.map((id) => {
					const ticket = tickets.find((known) => known.id === id);
					return ticket === undefined ? { id, gone: true } : { id, ticket };
				}),
			);
		},
		changedSince: async (position, since) => {
			fail();
			const changed = tickets.filter(({ updatedAt = '' }) => updatedAt >= since.toISOString());
			return await Promise.resolve(page(changed, position));
		},
		createdIn: async ({ from, to }, position) => {
			fail();
			const created = tickets.filter(
				(ticket) => createdAt(ticket) >= from.toISOString() && createdAt(ticket) < to.toISOString(),
			);
			return await Promise.resolve(page(created, position));
		},
	};
	return { api, tickets, looks, pages, faults };
}

export const busyUntil = (retryAt: Date) => new HelpdeskError('Asked too often', { retryAt });
