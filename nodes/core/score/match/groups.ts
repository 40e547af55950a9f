import { CANNOT, CANNOT_FLAGS, GROUPS, NO_LONGER, NOT, NOT_FLAGS } from './functionWords';
import { JOINED } from './cutText';
import type { TokenStream } from './tokens';
import type { Vocabulary } from './vocabulary';

interface Group {
	tail: readonly number[];
	result: number;
}

interface GroupTable {
	/** 1 for each token that a group starts with. */
	isFirst: Uint8Array;
	byFirst: ReadonlyMap<number, readonly Group[]>;
	not: number;
	cannot: number;
	noLonger: number;
	stop: number;
	to: number;
	/** "fails to load", "refuses to load": does not load. */
	failing: ReadonlySet<number>;
}

const tables = new WeakMap<Vocabulary, GroupTable>();

function tableOf(vocabulary: Vocabulary): GroupTable {
	const known = tables.get(vocabulary);
	if (known !== undefined) return known;
	const byFirst = new Map<number, Group[]>();
	for (const [group, result] of GROUPS) {
		const [first, ...tail] = group.map((token) => vocabulary.idOf(token));
		if (first === undefined) continue;
		const list = byFirst.get(first) ?? [];
		list.push({ tail, result: vocabulary.idOf(result) });
		list.sort((a, b) => b.tail.length - a.tail.length);
		byFirst.set(first, list);
	}
	const isFirst = new Uint8Array(Math.max(...byFirst.keys()) + 1);
	for (const first of byFirst.keys()) isFirst[first] = 1;
	const table = {
		isFirst,
		byFirst,
		not: vocabulary.idOf(NOT),
		cannot: vocabulary.idOf(CANNOT),
		noLonger: vocabulary.idOf(NO_LONGER),
		stop: vocabulary.idOf('stop'),
		to: vocabulary.idOf('to'),
		failing: new Set([vocabulary.idOf('fail'), vocabulary.idOf('refuse')]),
	};
	tables.set(vocabulary, table);
	return table;
}

/** The longest group that starts with the token `first`, the rest of it at `from` and after. */
function groupAt(
	table: GroupTable,
	stream: TokenStream,
	first: number,
	from: number,
): Group | undefined {
	if (table.isFirst[first] !== 1) return undefined;
	const groups = table.byFirst.get(first);
	if (groups === undefined) return undefined;
	for (const group of groups) if (follows(group.tail, stream, from)) return group;
	return undefined;
}

function follows(tail: readonly number[], stream: TokenStream, from: number): boolean {
	if (from + tail.length > stream.count) return false;
	for (let k = 0; k < tail.length; k++) {
		if (stream.id[from + k] !== tail[k] || stream.gap[from + k] !== JOINED) return false;
	}
	return true;
}

/**
 * Replaces word groups ("unable to", "is not") by the token they stand for, in place, and notes what a word may
 * stand for besides: "stopped syncing" is "not syncing" too.
 */
export function joinGroups(text: string, stream: TokenStream, vocabulary: Vocabulary): void {
	const table = tableOf(vocabulary);
	const { id, start, end, flags, gap, sentence, alternatives } = stream;
	const n = stream.count;
	const hadAlternatives = alternatives.size > 0;
	let out = 0;
	for (let i = 0; i < n; ) {
		const first = id[i] ?? 0;
		let length = 1;
		let result = first;
		let group = first === 0 ? undefined : groupAt(table, stream, first, i + 1);
		while (group !== undefined) {
			length += group.tail.length;
			result = group.result;
			// "do not" has become "not", which may start "not able to".
			group = result === table.not ? groupAt(table, stream, result, i + length) : undefined;
		}
		let also: readonly number[] | undefined = hadAlternatives ? alternatives.get(i) : undefined;
		if (hadAlternatives) alternatives.delete(i);
		if (result === table.noLonger) also = [table.not];
		else if (length === 1 && i + 1 < n) {
			if (table.failing.has(first) && id[i + 1] === table.to) also = [table.not];
			if (first === table.stop && text.endsWith('ing', end[i + 1])) also = [table.not];
		}
		start[out] = start[i] ?? 0;
		end[out] = end[i + length - 1] ?? 0;
		gap[out] = gap[i] ?? 0;
		sentence[out] = sentence[i] ?? 0;
		id[out] = result;
		if (length === 1) flags[out] = flags[i] ?? 0;
		else if (result === table.cannot) flags[out] = CANNOT_FLAGS;
		else flags[out] = result === table.not || result === table.noLonger ? NOT_FLAGS : 0;
		if (also !== undefined) alternatives.set(out, also);
		out++;
		i += length;
	}
	stream.count = out;
}
