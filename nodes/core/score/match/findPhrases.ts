import { HARD, JOINED, SOFT } from './cutText';
import {
	ALONE_IN_GAP,
	ARTICLE,
	CANNOT,
	CLAUSE_BREAK,
	CONJUNCTION,
	FILLER,
	NEGATOR,
	NOT,
	PRONOUN,
} from './functionWords';
import { EDGE, filterOf, hash, type PhraseGraph } from './graph';
import type { TokenStream } from './tokens';
import type { Vocabulary } from './vocabulary';

const MOST_SKIPPED = 3;
const MOST_SKIPPED_CONTENT = 2;
const WIDEST_GAP = 6;
/** Steps from one start; only texts made to be slow need more. */
const MOST_STEPS = 2_000;

export interface Found {
	row: number;
	/** Positions of the first and the last token. */
	first: number;
	last: number;
	/** Whether the words found say "not", "can't", "no" themselves: what they negate is what is wrong. */
	hasNegation: boolean;
	/** Whether a negation stands in one of the gaps: "data has not disappeared". */
	isNegatedInside: boolean;
}

/** Calls `onFound` for each phrase of a list found in a text. */
export function findPhrases(
	stream: TokenStream,
	{ graph, vocabulary }: { graph: PhraseGraph; vocabulary: Vocabulary },
	onFound: (found: Found) => void,
): void {
	new Walk(stream, graph, vocabulary, onFound).run();
}

/** One text on its way through the graph. */
class Walk {
	private readonly stream: TokenStream;
	private readonly graph: PhraseGraph;
	private readonly onFound: (found: Found) => void;
	private readonly notId: number;
	private readonly cannotId: number;
	private steps = 0;

	constructor(
		stream: TokenStream,
		graph: PhraseGraph,
		vocabulary: Vocabulary,
		onFound: (found: Found) => void,
	) {
		this.stream = stream;
		this.graph = graph;
		this.onFound = onFound;
		this.notId = vocabulary.idOf(NOT);
		this.cannotId = vocabulary.idOf(CANNOT);
	}

	run(): void {
		const { count, id, alternatives } = this.stream;
		const { root } = this.graph;
		const hasAlternatives = alternatives.size > 0;
		for (let i = 0; i < count; i++) {
			const token = id[i] ?? 0;
			if (token === 0 && !hasAlternatives) continue;
			this.steps = 0;
			if (token !== 0 && root[token] === 1) this.follow(0, token, i, i, false, false);
			if (token !== 0 && token === this.cannotId && root[this.notId] === 1) {
				this.follow(0, this.notId, i, i, false, false);
			}
			if (!hasAlternatives) continue;
			for (const other of alternatives.get(i) ?? []) this.follow(0, other, i, i, false, false);
		}
	}

	/** Takes every edge for `token` out of `node` to the text's token at `at`. */
	private follow(
		node: number,
		token: number,
		first: number,
		at: number,
		hasNegation: boolean,
		isNegatedInside: boolean,
	): void {
		if (((this.graph.filter[filterOf(node, token)] as number) & (1 << (token & 31))) === 0) return;
		const { edges, mask } = this.graph;
		let slot = hash(node, token) & mask;
		for (;;) {
			const key = edges[slot * EDGE] as number;
			if (key < 0) return;
			if (key === node && edges[slot * EDGE + 1] === token) {
				const target = edges[slot * EDGE + 2] as number;
				this.visit(target, first, at, token, hasNegation, isNegatedInside);
			}
			slot = (slot + 1) & mask;
		}
	}

	/** "stopped failing" */
	private standsForNot(at: number): boolean {
		const { alternatives } = this.stream;
		return alternatives.size > 0 && (alternatives.get(at)?.includes(this.notId) ?? false);
	}

	private visit(
		node: number,
		first: number,
		at: number,
		token: number,
		hadNegation: boolean,
		wasNegatedInside: boolean,
	): void {
		const { filter, isEnd, rowsOf } = this.graph;
		const { id, flags, gap, count, alternatives } = this.stream;
		const isAfterNot = token === this.notId || token === this.cannotId;
		const hasNegation = hadNegation || isAfterNot || ((flags[at] ?? 0) & NEGATOR) !== 0;
		if (isEnd[node] === 1) {
			for (const row of rowsOf.get(node) ?? []) {
				this.onFound({ row, first, last: at, hasNegation, isNegatedInside: wasNegatedInside });
			}
		}
		if (filter[node * 2] === 0 && filter[node * 2 + 1] === 0) return;
		const isFunctionWord = ((flags[at] ?? 0) & FILLER) !== 0 && !isAfterNot;
		let hasSkipped = false;
		let skipped = 0;
		let content = 0;
		let isNegatedInside = wasNegatedInside;
		let noAt = -1;
		const furthest = Math.min(count - 1, at + WIDEST_GAP);
		for (let j = at + 1; j <= furthest; j++) {
			if (gap[j] === HARD || ++this.steps > MOST_STEPS) return;
			if (gap[j] === SOFT) skipped++;
			if (skipped > MOST_SKIPPED) return;
			// Two structure words belong together only when they stand together: "so much for", "had it with".
			const areApart = isFunctionWord && hasSkipped && ((flags[j] ?? 0) & FILLER) !== 0;
			const candidate = id[j] ?? 0;
			if (candidate !== 0 && !areApart) {
				this.follow(node, candidate, first, j, hasNegation, isNegatedInside || noAt === j - 1);
				if (candidate === this.cannotId) {
					this.follow(node, this.notId, first, j, hasNegation, isNegatedInside);
				}
			}
			if (alternatives.size > 0 && !areApart) {
				for (const other of alternatives.get(j) ?? []) {
					this.follow(node, other, first, j, hasNegation, isNegatedInside);
				}
			}
			// What may be left out between two words of a phrase.
			const flag = flags[j] ?? 0;
			if ((flag & (CLAUSE_BREAK | ALONE_IN_GAP)) !== 0) return;
			if ((flag & CONJUNCTION) !== 0 && ((flags[j + 1] ?? 0) & PRONOUN) !== 0) return;
			if ((flag & NEGATOR) !== 0 || this.standsForNot(j)) {
				// "no" is also Portuguese for "in the": it negates only what it stands next to.
				if ((flag & ARTICLE) === 0) isNegatedInside = true;
				else noAt = j;
			}
			if ((flag & ARTICLE) !== 0) continue;
			skipped++;
			hasSkipped = true;
			if ((flag & (FILLER | CONJUNCTION)) === 0) {
				content++;
				if (content > MOST_SKIPPED_CONTENT) return;
				// "can't view or export", but not "can't wait to export".
				if (isAfterNot) {
					const isListed =
						j + 1 < count && (((flags[j + 1] ?? 0) & CONJUNCTION) !== 0 || gap[j + 1] !== JOINED);
					if (!isListed) return;
				}
			}
		}
	}
}
