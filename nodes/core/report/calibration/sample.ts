import type { LoggedScore } from '../rows';

/** A sample of quiet tickets to be checked by hand: the only way to learn of what nobody was told. */

export interface Sampler {
	add(messages: readonly LoggedScore[]): void;
	/** IDs of the drawn messages. */
	ids(): string[];
	/** How many quiet messages there were. */
	quiet(): number;
}

/**
 * Draws messages that went to the digest, each as likely as any other, and the same ones again with the same seed,
 * whatever order or pages they come in: those whose IDs, mixed with the seed, make the lowest numbers.
 */
export function sampler(seed: number, size: number): Sampler {
	let drawn: Array<{ id: string; rank: number }> = [];
	let quiet = 0;
	const cut = () => {
		drawn = drawn
			.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
			.slice(0, Math.max(0, Math.floor(size)));
	};
	return {
		add: (messages) => {
			for (const { id, route, isBackfill } of messages) {
				if (route !== 'digest' || isBackfill) continue;
				quiet += 1;
				drawn.push({ id, rank: rankOf(id, seed) });
			}
			cut();
		},
		ids: () => {
			cut();
			return drawn.map(({ id }) => id);
		},
		quiet: () => quiet,
	};
}

/** FNV-1a over the seed and the ID, mixed so that near IDs land far apart (the finaliser of MurmurHash3). */
function rankOf(id: string, seed: number): number {
	let hash = 0x811c9dc5;
	for (const character of `${seed}:${id}`) {
		hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}
