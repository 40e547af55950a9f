import { dateOf, timeOf } from '../../core/helpdesk/dates';
import { fieldOf, lineOf, listOf } from '../../core/helpdesk/fields';
import type { ChangePage, Look } from '../../core/helpdesk/lookedTicket';
import {
	isZendeskTicketId,
	needsComments,
	readZendeskTicket,
} from '../../core/helpdesk/zendeskLook';
import { readZendeskPeople, zendeskIdOf } from '../../core/helpdesk/zendeskPeople';
import { mapConcurrently } from '../../shared/concurrency';
import type { HelpdeskApi, Period } from '../helpdesk';
import { askZendesk, unlessStatus, type ZendeskAccess } from './request';

/**
 * Zendesk takes 100 IDs at once, but most tickets cost a request of their own for their comments, and a look
 * that is refused in the midst is done anew: 26 requests fit into what every plan allows in a minute.
 */
const MOST_PER_LOOK = 25;
/** Tickets whose comments are fetched at the same time. */
const AT_ONCE = 4;
/** A ticket has at most 5,000 comments (Ticket Comments API). */
const COMMENTS_PER_PAGE = 100;
const MOST_COMMENT_PAGES = 50;

/**
 * At most 1,000; a page is read whole before its end is remembered. Ten calls a minute are allowed, so this is
 * more than could be looked at in that time.
 */
const TICKETS_PER_PAGE = 500;
/** Zendesk leaves out what changed in the last minute and refuses a start within it. */
const START_DISTANCE_MS = 61_000;
const START = /^start_time=(\d{1,12})$/;

const MAY_READ =
	'It needs an agent or admin who can see all tickets, and with OAuth2 the scope "read"';
const MAY_EXPORT =
	'The export of changed tickets, which finds what a webhook missed, needs an admin, and with OAuth2 the scope "read"';

/** Zendesk, asked with the node's credential. Source: developer.zendesk.com, Ticketing API. */
export function zendeskApi(access: ZendeskAccess): HelpdeskApi {
	return {
		mostPerLook: MOST_PER_LOOK,
		look: async (ids, now) => await look(access, ids, now),
		changedSince: async (position, since, now) => {
			const page = await exportPage(access, position, since, now);
			const changes = page.tickets.map(({ id, updatedAt }) => ({
				id,
				...(updatedAt !== undefined && { updatedAt }),
			}));
			return { changes, position: page.position, isLast: page.isLast };
		},
		createdIn: async (period, position, now) => await createdIn(access, period, position, now),
	};
}

async function look(access: ZendeskAccess, ids: readonly string[], now: Date): Promise<Look[]> {
	const asked = [...new Set(ids.filter(isZendeskTicketId))];
	const body =
		asked.length === 0
			? undefined
			: await askZendesk(
					access,
					{
						method: 'GET',
						path: '/api/v2/tickets/show_many.json',
						query: { ids: asked.join(','), include: 'users,organizations,comment_count' },
					},
					MAY_READ,
				);
	const tickets = new Map<string, unknown>();
	for (const ticket of listOf(fieldOf(body, 'tickets'), 'tickets')) {
		const id = zendeskIdOf(fieldOf(ticket, 'id'));
		if (id !== undefined) tickets.set(id, ticket);
	}
	return await mapConcurrently(ids, AT_ONCE, async (id): Promise<Look> => {
		const ticket = tickets.get(id);
		if (ticket === undefined) return { id, gone: true };
		const pages = needsComments(ticket) ? await commentPages(access, id) : [];
		if (pages === undefined) return { id, gone: true };
		const comments = pages.flatMap((page) => listOf(fieldOf(page, 'comments'), 'comments'));
		const people = readZendeskPeople([body, ...pages]);
		const context = { host: access.host, now };
		const read = readZendeskTicket(ticket, comments, people, context);
		return read === undefined ? { id, gone: true } : { id, ticket: read };
	});
}

/** All comments of a ticket with their authors, page by page; undefined when the ticket is there no more. */
async function commentPages(access: ZendeskAccess, id: string): Promise<unknown[] | undefined> {
	const pages: unknown[] = [];
	let after: string | undefined;
	do {
		const query = {
			include: 'users',
			'page[size]': COMMENTS_PER_PAGE,
			...(after !== undefined && { 'page[after]': after }),
		};
		const path = `/api/v2/tickets/${id}/comments.json`;
		const page = await unlessStatus(
			[404],
			askZendesk(access, { method: 'GET', path, query }, MAY_READ),
			() => undefined,
		);
		if (page === undefined) return undefined;
		pages.push(page);
		const next = lineOf(fieldOf(page, 'meta', 'after_cursor'), 2000);
		after = fieldOf(page, 'meta', 'has_more') === true && next !== after ? next : undefined;
	} while (after !== undefined && pages.length < MOST_COMMENT_PAGES);
	return pages;
}

interface ExportedTicket {
	id: string;
	updatedAt?: string;
	createdAt?: string;
	isDeleted: boolean;
}

interface ExportPage {
	tickets: ExportedTicket[];
	position: string;
	isLast: boolean;
}

/**
 * A page of the incremental export by cursor. Its cursors are made to be kept from one export to the next, so
 * that a reconcile or a backfill goes on where it was stopped; it has no end at 1,000 tickets, and holds
 * archived ones. A cursor that Zendesk refuses all the same is given up for the time it all began.
 */
async function exportPage(
	access: ZendeskAccess,
	position: string | undefined,
	since: Date,
	now: Date,
): Promise<ExportPage> {
	const latest = now.getTime() - START_DISTANCE_MS;
	const start = Math.max(0, Math.floor(Math.min(since.getTime(), latest) / 1000));
	const beginning = `start_time=${start}`;
	const from = position ?? beginning;
	const ask = async (place: string): Promise<unknown> => {
		const startTime = START.exec(place)?.[1];
		const query = {
			...(startTime === undefined ? { cursor: place } : { start_time: startTime }),
			per_page: TICKETS_PER_PAGE,
		};
		const path = '/api/v2/incremental/tickets/cursor.json';
		return await askZendesk(access, { method: 'GET', path, query }, MAY_EXPORT);
	};
	const body = await (from === beginning
		? ask(from)
		: unlessStatus([400, 422], ask(from), async () => await ask(beginning)));
	const tickets = new Map<string, ExportedTicket>();
	for (const entry of listOf(fieldOf(body, 'tickets'), 'tickets')) {
		const id = zendeskIdOf(fieldOf(entry, 'id'));
		if (id !== undefined) tickets.set(id, exportedTicket(id, entry));
	}
	// Where nothing changed yet, there is no cursor either.
	const next = lineOf(fieldOf(body, 'after_cursor'), 2000) ?? from;
	return {
		tickets: [...tickets.values()],
		position: next,
		isLast: next === from || fieldOf(body, 'end_of_stream') !== false,
	};
}

function exportedTicket(id: string, entry: unknown): ExportedTicket {
	const updatedAt = dateOf(fieldOf(entry, 'updated_at'));
	const createdAt = dateOf(fieldOf(entry, 'created_at'));
	return {
		id,
		...(updatedAt !== undefined && { updatedAt }),
		...(createdAt !== undefined && { createdAt }),
		isDeleted: fieldOf(entry, 'status') === 'deleted',
	};
}

/**
 * What was created in a period, out of what changed since it began: each ticket of the period did, at the
 * latest by being created. Zendesk's search would name them more directly, but it ends at 1,000 results, and
 * its export's cursors end after an hour. Tickets that were deleted meanwhile are left out.
 */
async function createdIn(
	access: ZendeskAccess,
	{ from, to }: Period,
	position: string | undefined,
	now: Date,
): Promise<ChangePage> {
	const page = await exportPage(access, position, from, now);
	const changes = page.tickets.filter(({ createdAt, isDeleted }) => {
		const time = timeOf(createdAt);
		return !isDeleted && time !== undefined && time >= from.getTime() && time < to.getTime();
	});
	return {
		changes: changes.map(({ id, updatedAt }) => ({
			id,
			...(updatedAt !== undefined && { updatedAt }),
		})),
		position: page.position,
		isLast: page.isLast,
	};
}
