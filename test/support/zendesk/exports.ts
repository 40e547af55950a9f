import type { Desk, DeskTicket } from './desk.ts';
import { presentTicket } from './present.ts';

/** What changed within it is left out of exports, and no export may begin in it. */
export const EXPORT_LAG_MS = 60_000;

const MOST_PER_PAGE = 1000;

/** A page of GET /api/v2/incremental/tickets/cursor.json: by time of change, deleted tickets included. */
export function exportTickets(
	{ tickets }: Desk,
	query: URLSearchParams,
	now: number,
	origin: string,
): [status: number, answer: unknown] {
	const cursor = query.get('cursor');
	const start = query.get('start_time');
	let after: readonly [generated: number, id: number];
	if (cursor !== null) {
		const [, generated, id] =
			/^(\d+)\.0\|\|(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8')) ?? [];
		if (generated === undefined) {
			return [400, { error: 'InvalidCursor', description: 'The cursor is invalid' }];
		}
		after = [Number(generated), Number(id)];
	} else {
		if (start === null || !/^\d+$/.test(start)) {
			return [400, { error: 'InvalidValue', description: 'Missing or invalid start_time' }];
		}
		if (Number(start) * 1000 > now - EXPORT_LAG_MS) {
			return [
				422,
				{
					error: 'StartTimeTooRecent',
					description: 'Too recent start_time. Use a start_time older than 60 seconds',
				},
			];
		}
		after = [Number(start) * 1000, 0];
	}
	const perPage = Math.min(Number(query.get('per_page') ?? MOST_PER_PAGE), MOST_PER_PAGE);
	const waiting = [...tickets.values()]
		.filter((ticket) => isAfter(ticket, after) && ticket.generated <= now - EXPORT_LAG_MS)
		.sort((one, other) => one.generated - other.generated || one.id - other.id);
	const page = waiting.slice(0, perPage);
	const last = page.at(-1);
	const next = last === undefined ? cursor : cursorOf(last);
	return [
		200,
		{
			tickets: page.map((ticket) => presentTicket(ticket, origin)),
			after_url:
				next === null ? null : `${origin}/api/v2/incremental/tickets/cursor.json?cursor=${next}`,
			after_cursor: next,
			before_url: null,
			before_cursor: null,
			end_of_stream: page.length === waiting.length,
		},
	];
}

function isAfter({ generated, id }: DeskTicket, [time, last]: readonly [number, number]): boolean {
	return generated > time || (generated === time && id > last);
}

function cursorOf({ generated, id }: DeskTicket): string {
	return Buffer.from(`${generated}.0||${id}`, 'utf8').toString('base64');
}
