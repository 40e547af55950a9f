import { type Conversation, conversationOf, problem } from './workspace.ts';

interface Filter {
	field: string;
	operator: string;
	value: unknown;
}

const MOST_PER_PAGE = 150;

/**
 * POST /conversations/search, as far as times are searched for. A cursor says how far
 * a page came, in the order asked for; what Intercom's own holds is its secret.
 */
export function searchConversations(
	all: Conversation[],
	request: unknown,
): [status: number, body: unknown] {
	const {
		query,
		pagination = {},
		sort = {},
	} = request as {
		query: Filter | { operator: 'AND'; value: Filter[] };
		pagination?: { per_page?: number; starting_after?: string };
		sort?: { field?: string; order?: string };
	};
	const filters = Array.isArray(query.value) ? (query.value as Filter[]) : [query as Filter];
	const order = sort.order ?? 'descending';
	const field = sort.field ?? 'created_at';
	const perPage = pagination.per_page ?? 20;
	if (order !== 'ascending' && order !== 'descending') {
		return [400, problem('invalid_sort_order', 'Sort order must be ascending or descending')];
	}
	if (perPage > MOST_PER_PAGE) return [400, problem('parameter_invalid', 'Per Page is too big')];
	const sign = order === 'ascending' ? 1 : -1;
	const found = all
		.filter((one) => filters.every((filter) => fits(one, filter)))
		.sort((a, b) => sign * (timeOf(a, field) - timeOf(b, field) || Number(a.id) - Number(b.id)));
	const after = pagination.starting_after;
	const reached = after === undefined ? undefined : reachedBy(after);
	if (after !== undefined && reached === undefined) {
		return [400, problem('parameter_invalid', 'Starting After is invalid')];
	}
	const isDone = (one: Conversation) =>
		reached !== undefined &&
		(sign * (timeOf(one, field) - reached.time) || Number(one.id) - reached.id) <= 0;
	const start = found.filter(isDone).length;
	const page = found.slice(start, start + perPage);
	const last = page.at(-1);
	const hasMore = last !== undefined && start + perPage < found.length;
	return [
		200,
		{
			type: 'conversation.list',
			pages: {
				type: 'pages',
				...(hasMore && {
					next: {
						page: Math.floor(start / perPage) + 2,
						starting_after: cursorOf(timeOf(last, field), last.id),
					},
				}),
				page: Math.floor(start / perPage) + 1,
				per_page: perPage,
				total_pages: Math.ceil(found.length / perPage),
			},
			total_count: found.length,
			conversations: page.map((one) => conversationOf(one, false)),
		},
	];
}

const cursorOf = (time: number, id: string) => Buffer.from(`[${time},${id}]`).toString('base64url');

function reachedBy(cursor: string): { time: number; id: number } | undefined {
	const text = Buffer.from(cursor, 'base64url').toString();
	const [, time, id] = /^\[(\d+),(\d+)\]$/.exec(text) ?? [];
	return time === undefined ? undefined : { time: Number(time), id: Number(id) };
}

function timeOf(one: Conversation, field: string): number {
	if (field !== 'created_at' && field !== 'updated_at') {
		throw new Error(`Sorting by ${field} is not played here`);
	}
	return one[field];
}

function fits(one: Conversation, { field, operator, value }: Filter): boolean {
	const time = timeOf(one, field);
	if (operator === '>') return time > Number(value);
	if (operator === '<') return time < Number(value);
	throw new Error(`The operator ${operator} is not played here`);
}
