import { setImmediate } from 'node:timers/promises';

import type { Period } from '../core/report/rows';
import type { Query, SqlRow } from './database';
import { numberIn, textIn } from './rows';

/** Milliseconds; no page looks at less. */
const SHORTEST_SPAN = 1000;

/**
 * Rows of a period in the order of their time, a page at a time: SQLite works in the foreground, and months of rows must
 * hold up nobody. Each page looks only a little farther than the one before it reached: PostgreSQL, as long as it has no
 * statistics, sorts for each page all that it is asked for, and that must not be the whole rest of a period.
 * @param statement gives the rows from the time $1 on and before $2, of those at $1 only what has an ID behind $3, in
 * the order of `at` and `id`, at most `size`; what else it asks for begins at $4
 */
export async function* pagesInOrder(
	query: Query,
	{ statement, size }: { statement: string; size: number },
	{ since, until }: Period,
	more: readonly string[] = [],
): AsyncGenerator<SqlRow[]> {
	const end = until.getTime();
	let [at, id] = [since.getTime(), ''];
	let span = end - at;
	while (at < end) {
		const upTo = Math.min(end, at + span);
		const rows = await query(statement, [at, upTo, id, ...more]);
		const last = rows.at(-1);
		if (last !== undefined) yield rows;
		if (last === undefined || rows.length < size) {
			[at, id] = [upTo, ''];
			span *= 2;
		} else {
			const reached = numberIn(last, 'at') ?? upTo;
			span = Math.max(SHORTEST_SPAN, 2 * (reached - at));
			[at, id] = [reached, textIn(last, 'id') ?? ''];
		}
		// Everybody else's turn.
		await setImmediate();
	}
}
