import { buildLookup, find, mix, type Lookup } from '../lookup';
import { hashWord, STOP, type HashedTokens, type PrefixSet } from '../tokens';
import { CUES } from './languages';
import { CUE_GROUPS, type CueGroup } from './types';

/** A longer match of one of these takes its words away from the others: "no longer broken". */
const OVERRULING: ReadonlySet<CueGroup> = new Set([
	'resolved',
	'calm',
	'praise',
	'bulk',
	'feature',
	'request',
	'withdrawal',
]);
const MAX_GAP = 2;
const MAX_MATCHES = 2048;

export interface CueMatcher {
	readonly prefixes: PrefixSet;
	readonly words: Lookup;
	readonly prefixIds: Lookup;
	readonly edges: Lookup;
	readonly roots: readonly number[];
	/** Nodes after which up to two words may stand between. */
	readonly gaps: Uint8Array;
	/** Groups that end at a node, as bits. */
	readonly ends: Int32Array;
}

/** Cues found in a text, as parallel lists in the order of their first tokens. */
export interface CueMatches {
	count: number;
	readonly group: number[];
	readonly first: number[];
	readonly last: number[];
}

const OVERRULING_BITS = CUE_GROUPS.reduce(
	(bits, group, index) => (OVERRULING.has(group) ? bits | (1 << index) : bits),
	0,
);

interface Build {
	wordIds: Map<number, number>;
	prefixIds: Map<number, number>;
	edges: Map<number, number>;
	gaps: number[];
	ends: number[];
	ids: number;
}

function edgeKey(node: number, id: number): number {
	return mix(Math.imul(node, 65_599) + id) | 1;
}

function addPhrase(build: Build, root: number, phrase: string, group: number): void {
	let node = root;
	for (const part of phrase.split(' ')) {
		if (part === '~') {
			build.gaps[node] = 1;
			continue;
		}
		const isPrefix = part.endsWith('*');
		const hash = hashWord(isPrefix ? part.slice(0, -1) : part);
		const ids = isPrefix ? build.prefixIds : build.wordIds;
		let id = ids.get(hash);
		if (id === undefined) {
			id = build.ids++;
			ids.set(hash, id);
		}
		const key = edgeKey(node, id);
		let next = build.edges.get(key);
		if (next === undefined) {
			next = build.gaps.length;
			build.gaps.push(0);
			build.ends.push(0);
			build.edges.set(key, next);
		}
		node = next;
	}
	build.ends[node] = (build.ends[node] as number) | (1 << group);
}

/** Compiles the cue lists of all languages into one trie; a few milliseconds, done on first use. */
export function compileCues(): CueMatcher {
	const build: Build = {
		wordIds: new Map(),
		prefixIds: new Map(),
		edges: new Map(),
		gaps: [],
		ends: [],
		ids: 1,
	};
	const roots: number[] = [];
	for (const list of CUES) {
		const root = build.gaps.length;
		build.gaps.push(0);
		build.ends.push(0);
		roots.push(root);
		CUE_GROUPS.forEach((group, index) => {
			for (const phrase of list[group].split('|')) addPhrase(build, root, phrase, index);
		});
	}
	const filter = new Uint8Array(512);
	for (const hash of build.prefixIds.keys()) {
		filter[(hash >>> 3) & 511] = (filter[(hash >>> 3) & 511] as number) | (1 << (hash & 7));
	}
	const prefixIds = buildLookup([...build.prefixIds]);
	return {
		prefixes: { filter, has: (hash) => find(prefixIds, hash) !== -1 },
		words: buildLookup([...build.wordIds]),
		prefixIds,
		edges: buildLookup([...build.edges]),
		roots,
		gaps: Uint8Array.from(build.gaps),
		ends: Int32Array.from(build.ends),
	};
}

/** All cues of one language (-1: of every language) in the order of their first token. */
export function matchCues(matcher: CueMatcher, tokens: HashedTokens, language: number): CueMatches {
	const matches: CueMatches = { count: 0, group: [], first: [], last: [] };
	for (let index = 0; index < tokens.count; index++) {
		if (language >= 0) {
			walk(matcher, tokens, index, index, matcher.roots[language] as number, 0, matches);
			continue;
		}
		for (let list = 0; list < matcher.roots.length; list++) {
			walk(matcher, tokens, index, index, matcher.roots[list] as number, 0, matches);
		}
	}
	overrule(matches);
	return matches;
}

function walk(
	matcher: CueMatcher,
	tokens: HashedTokens,
	first: number,
	at: number,
	node: number,
	gap: number,
	matches: CueMatches,
): void {
	if (at >= tokens.count || tokens.kind[at] === STOP) return;
	const word = find(matcher.words, tokens.hash[at] as number);
	if (word !== -1) step(matcher, tokens, first, at, node, word, matches);
	const prefix = tokens.prefix[at] as number;
	if (prefix !== 0) {
		const id = find(matcher.prefixIds, prefix);
		if (id !== -1) step(matcher, tokens, first, at, node, id, matches);
	}
	if (at > first && matcher.gaps[node] === 1 && gap < MAX_GAP) {
		walk(matcher, tokens, first, at + 1, node, gap + 1, matches);
	}
}

function step(
	matcher: CueMatcher,
	tokens: HashedTokens,
	first: number,
	at: number,
	node: number,
	id: number,
	matches: CueMatches,
): void {
	const next = find(matcher.edges, edgeKey(node, id));
	if (next === -1) return;
	let groups = matcher.ends[next] as number;
	for (let group = 0; groups !== 0; group++, groups >>>= 1) {
		if ((groups & 1) === 0 || matches.count >= MAX_MATCHES) continue;
		matches.group[matches.count] = group;
		matches.first[matches.count] = first;
		matches.last[matches.count] = at;
		matches.count++;
	}
	walk(matcher, tokens, first, at + 1, next, 0, matches);
}

/** Drops matches inside a longer overruling one, and repeats of a group on the same words. */
function overrule(matches: CueMatches): void {
	let kept = 0;
	const reach = new Int16Array(CUE_GROUPS.length).fill(-1);
	for (let index = 0; index < matches.count; index++) {
		const group = matches.group[index] as number;
		const first = matches.first[index] as number;
		const last = matches.last[index] as number;
		if (isOverruled(matches, index, group, first, last)) continue;
		if (first <= (reach[group] as number)) {
			reach[group] = Math.max(reach[group] as number, last);
			continue;
		}
		reach[group] = last;
		matches.group[kept] = group;
		matches.first[kept] = first;
		matches.last[kept] = last;
		kept++;
	}
	matches.count = kept;
}

function isOverruled(
	matches: CueMatches,
	index: number,
	group: number,
	first: number,
	last: number,
): boolean {
	// Matches come in the order of their first word, so a covering one is near.
	const from = Math.max(0, index - 24);
	const to = Math.min(matches.count, index + 12);
	for (let other = from; other < to; other++) {
		const otherGroup = matches.group[other] as number;
		if (otherGroup === group || ((OVERRULING_BITS >> otherGroup) & 1) === 0) continue;
		const otherFirst = matches.first[other] as number;
		const otherLast = matches.last[other] as number;
		if (otherFirst > first || otherLast < last) continue;
		if (otherLast - otherFirst > last - first) return true;
	}
	return false;
}
