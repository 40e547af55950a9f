import { LRUCache } from 'lru-cache';

export interface BatchCacheOptions {
	/** Entries kept; the least recently used go first. */
	max: number;
	/** Milliseconds that an answer is good for. */
	ttl: number;
	/** Milliseconds that "there is none" is good for: briefly, since a missing contact may be added any moment. */
	emptyTtl: number;
}

/** Settles as the promise does, or rejects when the time is up. */
export type Wait = <T>(promise: Promise<T>) => Promise<T>;

/**
 * Remembers answers that are fetched for many keys in one call. Keys that another execution is just
 * fetching are waited for, not fetched again. Failures are not remembered.
 */
export class BatchCache<V> {
	private readonly entries: LRUCache<string, Promise<V | undefined>>;

	/** Promises of entries that came to an answer. */
	private readonly answered = new WeakSet<Promise<V | undefined>>();

	private readonly options: BatchCacheOptions;

	private readonly isEmpty: (value: V | undefined) => boolean;

	constructor(
		options: BatchCacheOptions,
		isEmpty: (value: V | undefined) => boolean = (value) => value === undefined,
	) {
		this.options = options;
		this.isEmpty = isEmpty;
		this.entries = new LRUCache({ max: options.max, ttl: options.ttl, perf: Date });
	}

	/** Whether this key is known, or just being fetched, so that asking for it costs no call. */
	has(key: string): boolean {
		return this.entries.has(key);
	}

	/** Whether an answer for this key is here. */
	holds(key: string): boolean {
		const entry = this.entries.peek(key);
		return entry !== undefined && this.answered.has(entry);
	}

	/**
	 * The answers for all keys; keys without an answer are absent.
	 * @param fetchMissing gets the keys that are not known, and is not called when all are
	 * @param wait how long to wait for what another execution is fetching: rejects when the time is up
	 */
	async load(
		keys: Iterable<string>,
		fetchMissing: (missing: string[]) => Promise<ReadonlyMap<string, V>>,
		wait: Wait = async (promise) => await promise,
	): Promise<Map<string, V>> {
		const answers = new Map<string, V>();
		// Another execution may be stopped, or have less time, without the CRM being at fault.
		const failed = await this.collect(new Set(keys), fetchMissing, wait, answers);
		const lost = await this.collect(failed.keys(), fetchMissing, wait, answers);
		for (const cause of lost.values()) throw cause;
		return answers;
	}

	/** Adds what is known or can be fetched to the answers; keys that others failed to fetch are given back. */
	private async collect(
		keys: Iterable<string>,
		fetchMissing: (missing: string[]) => Promise<ReadonlyMap<string, V>>,
		wait: Wait,
		answers: Map<string, V>,
	): Promise<Map<string, unknown>> {
		const others: Array<[key: string, promise: Promise<V | undefined>]> = [];
		const missing: string[] = [];
		for (const key of keys) {
			const known = this.entries.get(key);
			if (known) others.push([key, known]);
			else missing.push(key);
		}
		const batch = missing.length > 0 ? fetchMissing(missing) : undefined;
		const own = batch && missing.map((key) => [key, this.remember(key, batch)] as const);
		const failed = new Map<string, unknown>();
		const note = (key: string, value: V | undefined) => {
			if (value !== undefined) answers.set(key, value);
		};
		await Promise.all([
			...(own ?? []).map(async ([key, promise]) => note(key, await promise)),
			...others.map(async ([key, promise]) => {
				const settled = promise.then(
					(value) => note(key, value),
					(cause: unknown) => failed.set(key, cause),
				);
				await wait(settled);
			}),
		]);
		return failed;
	}

	private remember(key: string, batch: Promise<ReadonlyMap<string, V>>): Promise<V | undefined> {
		const entry = batch.then((found) => found.get(key));
		this.entries.set(key, entry);
		const isCurrent = () => this.entries.peek(key) === entry;
		entry.then(
			(value) => {
				if (!this.isEmpty(value)) this.answered.add(entry);
				else if (isCurrent()) this.entries.set(key, entry, { ttl: this.options.emptyTtl });
			},
			() => {
				if (isCurrent()) this.entries.delete(key);
			},
		);
		return entry;
	}
}
