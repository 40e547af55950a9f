import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Query, SqlRow } from '../../nodes/log/database';
import { pagesInOrder } from '../../nodes/log/pagesInOrder';

const SIZE = 5;
const UNTIL = 1_000_000_000;
const period = { since: new Date(0), until: new Date(UNTIL) };

/** A table that answers as the statement of a page would, and how far each question looked. */
function tableOf(times: readonly number[]) {
	const all = times
		.map((at, index) => ({ at, id: `r${index.toString().padStart(4, '0')}` }))
		.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
	const asked: Array<{ span: number; matching: number }> = [];
	const query = (async (_text: string, values: readonly unknown[] = []) => {
		const [from, upTo, id] = values as [number, number, string];
		const rows = all.filter(
			(row) => row.at >= from && row.at < upTo && (row.at > from || row.id > id),
		);
		asked.push({ span: upTo - from, matching: rows.length });
		return await Promise.resolve(rows.slice(0, SIZE));
	}) as Query;
	return { all: all.filter(({ at }) => at < UNTIL), asked, query };
}

async function read(query: Query): Promise<SqlRow[][]> {
	const pages: SqlRow[][] = [];
	for await (const page of pagesInOrder(query, { statement: 's', size: SIZE }, period)) {
		pages.push(page);
	}
	return pages;
}

describe('pages in order', () => {
	it('bring each row once, whatever its time, and none without rows', async () => {
		const times = fc.array(
			fc.oneof(fc.nat({ max: UNTIL + 10 }), fc.nat({ max: 20 }), fc.constantFrom(0, 7, UNTIL - 1)),
			{ maxLength: 80 },
		);
		await fc.assert(
			fc.asyncProperty(times, async (some) => {
				const { all, query } = tableOf(some);
				const pages = await read(query);
				expect(pages.flat()).toEqual(all);
				expect(pages.every(({ length }) => length > 0)).toBe(true);
			}),
			{ seed: 5 },
		);
	});

	it('never ask for all that is left once it is known how close the rows stand', async () => {
		const count = 400;
		const { query, asked } = tableOf(
			Array.from({ length: count }, (_, index) => Math.floor((index * UNTIL) / count)),
		);
		await read(query);
		expect(asked.length).toBeLessThan((2 * count) / SIZE);
		for (const { matching } of asked.slice(1)) expect(matching).toBeLessThanOrEqual(4 * SIZE);
	});

	it('cross a year without a row in a few questions', async () => {
		const { query, asked } = tableOf([0, 1, 2, 3, 4, 5, 6, UNTIL - 1]);
		expect((await read(query)).flat()).toHaveLength(8);
		expect(asked.length).toBeLessThan(40);
	});
});
