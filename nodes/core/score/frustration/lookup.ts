/** A fixed hash table from 32-bit keys to 32-bit values, built once and only read afterwards. */
export interface Lookup {
	readonly mask: number;
	readonly keys: Int32Array;
	readonly values: Int32Array;
}

/** `entries` may repeat a key: the first one wins. The key 0 stands for "empty" and is never stored. */
export function buildLookup(entries: ReadonlyArray<readonly [number, number]>): Lookup {
	let size = 16;
	while (size < entries.length * 2) size *= 2;
	const mask = size - 1;
	const keys = new Int32Array(size);
	const values = new Int32Array(size);
	for (const [key, value] of entries) {
		if (key === 0) continue;
		let slot = mix(key) & mask;
		while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
		if (keys[slot] === key) continue;
		keys[slot] = key;
		values[slot] = value;
	}
	return { mask, keys, values };
}

/** The value of `key`, or -1. */
export function find(lookup: Lookup, key: number): number {
	let slot = mix(key) & lookup.mask;
	for (;;) {
		const found = lookup.keys[slot] as number;
		if (found === key) return lookup.values[slot] as number;
		if (found === 0) return -1;
		slot = (slot + 1) & lookup.mask;
	}
}

/** Spreads a key over 32 bits (finaliser of MurmurHash3). */
export function mix(key: number): number {
	let hash = key ^ (key >>> 16);
	hash = Math.imul(hash, 0x85ebca6b);
	hash ^= hash >>> 13;
	hash = Math.imul(hash, 0xc2b2ae35);
	return hash ^ (hash >>> 16);
}
