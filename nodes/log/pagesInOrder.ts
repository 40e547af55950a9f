import { setImmediate } from 'node:timers/promises';

import type { Period } from '../core/report/rows';
import type { Query, SqlRow } from './database';
import { numberIn, textIn } from './rows';

/**
 * Rows of a period in the order of their time, a page at a time: SQLite works in the foreground, and months of rows must
 * hold up nobody.
 * @param statement gives the rows from the time $1 on and before $2, of those at $1 only what has an ID behind $3, in
 * the order of `at` and `id`, at most `size`; what else it asks for begins at $4
 */
export async function* pagesInOrder(
	query: Query,
	{ statement, size }: { statement: string; size: number },
	{ since, until }: Period,
	more: readonly string[] = [],
): AsyncGenerator<SqlRow[]> {
	let [at, id] = [since.getTime(), ''];
	for (;;) {
		const rows = await query(statement, [at, until.getTime(), id, ...more]);
		const last = rows.at(-1);
		if (last === undefined) return;
		yield rows;
		if (rows.length < size) return;
		[at, id] = [numberIn(last, 'at') ?? until.getTime(), textIn(last, 'id') ?? ''];
		// Everybody else's turn.
		await setImmediate();
	}
}
