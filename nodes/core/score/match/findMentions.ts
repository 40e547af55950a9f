import { tokensOf } from '../../text/tokens';
import type { CompiledTaxonomy } from './compile';
import { cutText } from './cutText';
import { findExact } from './exactMatches';
import type { RawMatch } from './findings';
import { MOST_QUOTES, selectMatches } from './select';
import { tokenise } from './tokenise';

/** A phrase of a list, by the name of its row and where it stands. */
export interface Mention {
	name: string;
	start: number;
	end: number;
}

/**
 * Where a text has phrases of the list at all, said, denied or imagined: at less cost than {@link findSignals},
 * as what is said of them need not be read.
 * @param cut the text's words, where it was cut before
 */
export function findMentions(
	text: string,
	taxonomy: CompiledTaxonomy,
	cut = cutText(tokensOf(text)),
): readonly Mention[] {
	const { rows, graph } = taxonomy;
	const stream = tokenise(text, cut, taxonomy.vocabulary);
	const matches: RawMatch[] = [];
	graph.scan(stream, ({ row, first, last }) => {
		if (row < 0) return;
		const start = stream.start[first] ?? 0;
		matches.push({ row, start, end: stream.end[last] ?? 0, sentence: 0, isOff: false });
	});
	if (stream.anchors.length > 0) findExact(text, stream, taxonomy, matches);
	const isPlain = matches.length <= MOST_QUOTES && !overlaps(matches);
	const selected = isPlain ? matches.sort(byPlace) : selectMatches(matches);
	return selected.map(({ row, start, end }) => ({ name: rows[row]?.signal ?? '', start, end }));
}

function byPlace(a: RawMatch, b: RawMatch): number {
	return a.start - b.start || a.end - b.end || a.row - b.row;
}

/** Whether two matches of one row share words, so that only one of them counts. */
function overlaps(matches: readonly RawMatch[]): boolean {
	return matches.some((match, i) =>
		matches.some(
			(other, k) =>
				k < i && other.row === match.row && other.start < match.end && match.start < other.end,
		),
	);
}
