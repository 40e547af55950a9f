import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWalk, settledSecond, stepOf } from '../../../nodes/core/helpdesk/changeWalk';

const SINCE = new Date('2026-11-23T09:00:00Z');
const S = SINCE.getTime() / 1000;

/** A helpdesk whose pages count what stands before, so that what moves away shifts the rest. */
class Shelf {
	readonly tickets = new Map<string, number>();
	pageSize: number;
	constructor(pageSize: number) {
		this.pageSize = pageSize;
	}
	page(from: number, page: string | undefined) {
		const found = [...this.tickets]
			.filter(([, second]) => second >= from)
			.sort(([a, one], [b, other]) => one - other || a.localeCompare(b));
		const start = Number(page ?? 0);
		const end = start + this.pageSize;
		return {
			entries: found.slice(start, end).map(([id, second]) => ({ id, second })),
			total: found.length,
			...(end < found.length && { next: String(end) }),
		};
	}
}

/** Walks to the end; `between` happens after each page. */
function walkAll(shelf: Shelf, end: number, between: (page: number) => void = () => undefined) {
	const given: string[] = [];
	const totals = new Set<number | undefined>();
	let position: string | undefined;
	for (let page = 0; page < 1000; page++) {
		const walk = readWalk(position, SINCE);
		const step = stepOf(walk, shelf.page(walk.from, walk.page), end);
		given.push(...step.changes.map(({ id }) => id));
		totals.add(step.total);
		({ position } = step);
		if (step.isLast) return { given, position, totals: [...totals] };
		between(page);
	}
	throw new Error('It walks in circles');
}

describe('a walk through what changed', () => {
	it('gives each ticket once, in pages, and says how many there are', () => {
		const shelf = new Shelf(10);
		for (let index = 0; index < 47; index++) shelf.tickets.set(`t${index}`, S + (index >> 1));
		const { given, totals } = walkAll(shelf, S + 100);
		expect(given).toHaveLength(47);
		expect(new Set(given).size).toBe(47);
		expect(totals).toEqual([47]);
	});

	it('gets through a second that fills many pages', () => {
		const shelf = new Shelf(10);
		for (let index = 0; index < 47; index++) shelf.tickets.set(`t${index}`, S + 5);
		shelf.tickets.set('later', S + 6);
		const { given, totals } = walkAll(shelf, S + 100);
		expect(new Set(given).size).toBe(48);
		expect(given).toHaveLength(48);
		expect(totals).toEqual([48]);
	});

	it('loses nothing of what changes while it walks, and nothing of what stands behind that', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 60 }),
				fc.integer({ min: 2, max: 9 }),
				fc.array(fc.nat(), { maxLength: 30 }),
				(seconds, pageSize, touched) => {
					// As long as no single second fills a page: there, the helpdesk's own pages go on.
					const crowd = Math.max(...seconds.map((one) => seconds.filter((x) => x === one).length));
					const shelf = new Shelf(Math.max(pageSize, crowd + 1));
					seconds.forEach((second, index) => shelf.tickets.set(`t${index}`, S + second));
					let clock = S + 20;
					let last: string | undefined;
					const { given } = walkAll(shelf, S, (page) => {
						const index = touched[page];
						if (index === undefined) return;
						last = `t${index % seconds.length}`;
						shelf.tickets.set(last, (clock += 1));
					});
					expect(new Set(given).size).toBe(seconds.length);
					// What changed last is given after its change.
					if (last !== undefined) expect(given.at(-1)).toBe(last);
				},
			),
		);
	});

	it('goes on by the pages of a helpdesk that does not sort', () => {
		const entries = [{ id: 'a', second: S + 9 }, { id: 'b', second: S + 1 }, { id: 'c' }];
		const step = stepOf(readWalk(undefined, SINCE), { entries, next: 'p2' }, S);
		expect(step.changes.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
		expect(readWalk(step.position, SINCE)).toMatchObject({ from: S, page: 'p2' });
	});

	it('begins again where the helpdesk is known to be complete, never earlier than before', () => {
		const step = (end: number) => stepOf(readWalk(undefined, SINCE), { entries: [] }, end);
		expect(readWalk(step(S + 60).position, SINCE)).toEqual({ from: S + 60, before: 0, given: 0 });
		expect(readWalk(step(S - 60).position, SINCE).from).toBe(S);
	});

	it.each([undefined, '', 'x', '{}', '[]', 'null', '{"from":"1"}', '{"from":1e300}'])(
		'begins at the beginning with the position %j',
		(position) => {
			expect(readWalk(position, SINCE)).toEqual({ from: S, before: 0, given: 0 });
		},
	);
});

describe('the second up to which lists are complete', () => {
	it('is five minutes before the earlier clock', () => {
		expect(settledSecond('Mon, 23 Nov 2026 08:50:00 GMT', SINCE)).toBe(S - 900);
		expect(settledSecond('Mon, 23 Nov 2026 09:10:00 GMT', SINCE)).toBe(S - 300);
		expect(settledSecond(undefined, SINCE)).toBe(S - 300);
		expect(settledSecond('soon', SINCE)).toBe(S - 300);
	});
});
