import { fieldOf } from './fields';
import type { ChangePage } from './lookedTicket';

/**
 * A walk through a helpdesk's tickets by a time of whole seconds, oldest first, while they change. Each
 * step asks anew for what is at or after the last second seen, instead of for page after page: a ticket that
 * changes moves to the end, so that those behind it move up by one, and pages would jump over them.
 */
export interface Walk {
	/** Unix seconds. Everything before is done. */
	from: number;
	/** The helpdesk's own name of a further page, while one second fills more than a page. */
	page?: string;
	/** How many were given before this question was asked first, and how many in all. */
	before: number;
	given: number;
}

/** What a helpdesk answered. */
export interface WalkedPage {
	/** `second` is the time the walk goes by, in Unix seconds; absent where the helpdesk does not say. */
	entries: ReadonlyArray<{ id: string; second?: number; updatedAt?: string }>;
	/** The helpdesk's name of the next page of the same question; absent when there is none. */
	next?: string;
	/** How many entries the whole question has. */
	total?: number;
}

/** The year 2100. */
const LATEST_S = 4_102_444_800;

/** The walk of a position that {@link stepOf} gave, or the beginning of one. */
export function readWalk(position: string | undefined, since: Date): Walk {
	let kept: unknown;
	try {
		kept = position === undefined ? undefined : JSON.parse(position);
	} catch {
		kept = undefined;
	}
	const from = fieldOf(kept, 'from');
	if (typeof from !== 'number' || !Number.isInteger(from) || from < 0 || from > LATEST_S) {
		return { from: Math.floor(since.getTime() / 1000), before: 0, given: 0 };
	}
	const page = fieldOf(kept, 'page');
	const count = (name: string) => {
		const value = fieldOf(kept, name);
		return typeof value === 'number' && value >= 0 ? value : 0;
	};
	return {
		from,
		...(typeof page === 'string' && { page }),
		before: count('before'),
		given: count('given'),
	};
}

/**
 * The entries of a page to be looked at, and where the next one begins. The newest second of a page is
 * left to the next one, which holds all of it. A page that is one second throughout, or is not in order,
 * goes on by the helpdesk's own pages.
 * @param end Unix seconds: where the walk begins again once nothing more is known
 */
export function stepOf(walk: Walk, { entries, next, total }: WalkedPage, end: number): ChangePage {
	const due = entries.filter(({ second }) => second === undefined || second >= walk.from);
	const seconds = entries.map(({ second }) => second ?? Number.NaN);
	const isInOrder = seconds.every(
		(second, index) => index === 0 || second >= (seconds[index - 1] ?? 0),
	);
	const newest = seconds.at(-1) ?? Number.NaN;
	const all = total === undefined ? {} : { total: walk.before + total };
	if (next === undefined) {
		const further: Walk = { from: Math.max(walk.from, end), before: 0, given: 0 };
		return { changes: changesOf(due), position: JSON.stringify(further), isLast: true, ...all };
	}
	const movesOn = isInOrder && newest > walk.from;
	const changes = changesOf(movesOn ? due.filter(({ second }) => second !== newest) : due);
	const given = walk.given + changes.length;
	const further: Walk = movesOn
		? { from: newest, before: given, given }
		: { from: walk.from, page: next, before: walk.before, given };
	return { changes, position: JSON.stringify(further), isLast: false, ...all };
}

function changesOf(entries: WalkedPage['entries']): ChangePage['changes'] {
	const changes = new Map<string, ChangePage['changes'][number]>();
	for (const { id, updatedAt } of entries) {
		changes.set(id, { id, ...(updatedAt !== undefined && { updatedAt }) });
	}
	return [...changes.values()];
}

/**
 * How long a change may take until a helpdesk's lists and searches know of it. No helpdesk says; what
 * connectors that go on from the newest change lose shows that it takes a while (airbytehq/airbyte #66292).
 */
const SETTLING_S = 300;

/**
 * The second up to which a helpdesk's lists are complete: five minutes before now, by the earlier of its clock
 * and ours, so that a clock that is ahead loses nothing.
 * @param date the answer's Date header
 * @returns Unix seconds
 */
export function settledSecond(date: unknown, now: Date): number {
	const theirs = typeof date === 'string' ? Date.parse(date) : Number.NaN;
	const time = Number.isFinite(theirs) ? Math.min(theirs, now.getTime()) : now.getTime();
	return Math.floor(time / 1000) - SETTLING_S;
}
