import type { Slot } from './slots';

/** More tokens than a list can have. */
const TOKENS = 2 ** 21;
/** Numbers for each edge. */
export const EDGE = 3;

/**
 * The phrases' tokens as a graph: a tree of plain phrases, in which alternatives of one place meet again. A text is
 * looked up from each of its tokens; what that costs depends on the text's words and not on the number of phrases.
 */
export class PhraseGraph {
	private nodes = 1;
	private edgeCount = 0;
	private readonly shared = new Map<string, number>();
	private readonly building = new Map<number, number[]>();
	/** Rows that end at a node. */
	readonly rowsOf = new Map<number, number[]>();

	root: Int32Array = new Int32Array(0);
	mask = 0;
	/** Edges as a hash table: node, token and target of each, side by side. */
	edges: Int32Array = new Int32Array(0);
	/** 64 bits for each node: which tokens there may be edges for. */
	filter: Int32Array = new Int32Array(0);
	isEnd: Uint8Array = new Uint8Array(0);

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
}

export function filterOf(node: number, token: number): number {
	return node * 2 + ((token >>> 5) & 1);
}

export function hash(node: number, token: number): number {
	let h = Math.imul(node, 0x9e3779b1) ^ Math.imul(token, 0x85ebca6b);
	h ^= h >>> 15;
	return h;
}
