import { HARD, JOINED, SOFT } from './cutText';
import {
	ALONE_IN_GAP,
	ARTICLE,
	CLAUSE_BREAK,
	CONJUNCTION,
	FILLER,
	NEGATOR,
	PRONOUN,
} from './functionWords';
import type { Slot } from './slots';
import type { TokenStream } from './tokens';

const MOST_SKIPPED = 3;
const MOST_SKIPPED_CONTENT = 2;
const WIDEST_GAP = 6;
/** Steps from one start; only texts made to be slow need more. */
const MOST_STEPS = 2_000;
/** More tokens than a list can have. */
const TOKENS = 2 ** 21;
/** Numbers for each edge. */
const EDGE = 3;

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

/**
 * The phrases' tokens as a graph: a tree of plain phrases, in which alternatives of one place meet again. A text is
 * looked up from each of its tokens; what that costs depends on the text's words and not on the number of phrases.
 */
export class PhraseGraph {
	private nodes = 1;
	private edgeCount = 0;
	private readonly shared = new Map<string, number>();
	private readonly building = new Map<number, number[]>();
	private readonly rowsOf = new Map<number, number[]>();

	private root: Int32Array = new Int32Array(0);
	private mask = 0;
	/** Edges as a hash table: node, token and target of each, side by side. */
	private edges: Int32Array = new Int32Array(0);
	/** 64 bits for each node: which tokens there may be edges for. */
	private filter: Int32Array = new Int32Array(0);
	private isEnd: Uint8Array = new Uint8Array(0);

	private steps = 0;
	private stream: TokenStream | undefined;
	private onFound: (found: Found) => void = () => undefined;

	private readonly notId: number;
	private readonly cannotId: number;

	constructor(notId: number, cannotId: number) {
		this.notId = notId;
		this.cannotId = cannotId;
	}

	get size(): number {
		return this.nodes;
	}

	insert(slots: readonly Slot[], row: number): void {
		let node = 0;
		for (const { choices } of slots) node = this.target(node, choices);
		if (node === 0) return;
		const rows = this.rowsOf.get(node);
		if (rows === undefined) this.rowsOf.set(node, [row]);
		else if (!rows.includes(row)) rows.push(row);
	}

	private target(from: number, choices: ReadonlyArray<readonly number[]>): number {
		const written = new Map(choices.map((ids) => [ids.join(' '), ids]));
		const key = `${from}|${[...written.keys()].sort().join(',')}`;
		const known = this.shared.get(key);
		if (known !== undefined) return known;
		const target = this.nodes++;
		this.shared.set(key, target);
		for (const ids of written.values()) {
			let node = from;
			ids.forEach((id, i) => {
				const next = i === ids.length - 1 ? target : this.nodes++;
				this.addEdge(node, id, next);
				node = next;
			});
		}
		return target;
	}

	private addEdge(node: number, token: number, next: number): void {
		const key = node * TOKENS + token;
		const targets = this.building.get(key);
		if (targets === undefined) this.building.set(key, [next]);
		else targets.push(next);
		this.edgeCount++;
	}

	/** Turns the graph into flat arrays; nothing can be inserted afterwards. */
	freeze(vocabularySize: number): void {
		this.root = new Int32Array(vocabularySize);
		this.filter = new Int32Array(this.nodes * 2);
		this.isEnd = new Uint8Array(this.nodes);
		for (const node of this.rowsOf.keys()) this.isEnd[node] = 1;
		let size = 16;
		while (size < this.edgeCount * 2) size *= 2;
		this.mask = size - 1;
		const edges = new Int32Array(size * EDGE).fill(-1);
		this.edges = edges;
		for (const [key, targets] of this.building) {
			const node = Math.floor(key / TOKENS);
			const token = key % TOKENS;
			if (node === 0) this.root[token] = 1;
			const bits = filterOf(node, token);
			this.filter[bits] = (this.filter[bits] ?? 0) | (1 << (token & 31));
			for (const target of targets) {
				let slot = hash(node, token) & this.mask;
				while ((edges[slot * EDGE] as number) >= 0) slot = (slot + 1) & this.mask;
				edges[slot * EDGE] = node;
				edges[slot * EDGE + 1] = token;
				edges[slot * EDGE + 2] = target;
			}
		}
		this.building.clear();
		this.shared.clear();
	}

	/** Calls `onFound` for each phrase found. */
	scan(stream: TokenStream, onFound: (found: Found) => void): void {
		const { count, id, alternatives } = stream;
		this.stream = stream;
		this.onFound = onFound;
		const hasAlternatives = alternatives.size > 0;
		for (let i = 0; i < count; i++) {
			const token = id[i] ?? 0;
			if (token === 0 && !hasAlternatives) continue;
			this.steps = 0;
			if (token !== 0 && this.root[token] === 1) this.follow(0, token, i, i, false, false);
			if (token !== 0 && token === this.cannotId && this.root[this.notId] === 1) {
				this.follow(0, this.notId, i, i, false, false);
			}
			if (!hasAlternatives) continue;
			for (const other of alternatives.get(i) ?? []) this.follow(0, other, i, i, false, false);
		}
		this.stream = undefined;
		this.onFound = () => undefined;
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
		if (((this.filter[filterOf(node, token)] as number) & (1 << (token & 31))) === 0) return;
		const { edges, mask } = this;
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
		const { stream } = this;
		if (stream === undefined || stream.alternatives.size === 0) return false;
		return stream.alternatives.get(at)?.includes(this.notId) ?? false;
	}

	private visit(
		node: number,
		first: number,
		at: number,
		token: number,
		hadNegation: boolean,
		wasNegatedInside: boolean,
	): void {
		const { stream } = this;
		if (stream === undefined) return;
		const { id, flags, gap, count, alternatives } = stream;
		const isAfterNot = token === this.notId || token === this.cannotId;
		const hasNegation = hadNegation || isAfterNot || ((flags[at] ?? 0) & NEGATOR) !== 0;
		if (this.isEnd[node] === 1) {
			for (const row of this.rowsOf.get(node) ?? []) {
				this.onFound({ row, first, last: at, hasNegation, isNegatedInside: wasNegatedInside });
			}
		}
		if (this.filter[node * 2] === 0 && this.filter[node * 2 + 1] === 0) return;
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

function filterOf(node: number, token: number): number {
	return node * 2 + ((token >>> 5) & 1);
}

function hash(node: number, token: number): number {
	let h = Math.imul(node, 0x9e3779b1) ^ Math.imul(token, 0x85ebca6b);
	h ^= h >>> 15;
	return h;
}
