import type { RawMatch } from './findings';

/** As often as one signal is quoted; more of the same says nothing new. */
export const MOST_QUOTES = 5;
const LONGEST_QUOTE = 300;

/**
 * Of each row's overlapping matches, the largest number that do not overlap (earliest end first, so that one more
 * phrase never makes them fewer), each widened by those it alone overlaps.
 * @returns sorted by start, then row
 */
export function selectMatches(matches: readonly RawMatch[]): RawMatch[] {
	if (matches.length === 0) return [];
	const byRow = new Map<number, RawMatch[]>();
	for (const match of matches) {
		const list = byRow.get(match.row);
		if (list === undefined) byRow.set(match.row, [match]);
		else list.push(match);
	}
	const selected: RawMatch[] = [];
	for (const list of byRow.values()) {
		list.sort((a, b) => a.end - b.end || b.start - a.start);
		const picks: RawMatch[] = [];
		for (const match of list) {
			const previous = picks[picks.length - 1];
			if (previous === undefined || match.start >= previous.end) picks.push({ ...match });
		}
		widen(picks, list);
		selected.push(...picks.slice(0, MOST_QUOTES));
	}
	return selected.sort((a, b) => a.start - b.start || a.end - b.end || a.row - b.row);
}

function widen(picks: RawMatch[], list: readonly RawMatch[]): void {
	const byStart = [...list].sort((a, b) => a.start - b.start || b.end - a.end);
	let p = 0;
	for (const match of byStart) {
		while (p < picks.length && (picks[p]?.end ?? 0) <= match.start) p++;
		const pick = picks[p];
		if (pick === undefined) return;
		const next = picks[p + 1];
		const start = Math.min(pick.start, match.start);
		const end = Math.max(pick.end, match.end);
		// What ends before it begins has been passed, so only the next one may be in the way.
		const isAlone = next === undefined || end <= next.start;
		if (isAlone && match.end > pick.start && end - start <= LONGEST_QUOTE) {
			pick.start = start;
			pick.end = end;
		}
	}
}
