/**
 * Calls `work` for every item, at most `limit` at a time, starting in order.
 * @returns the results in the order of the items
 * @throws the first error; nothing new is started after it
 */
export async function mapConcurrently<T, R>(
	items: readonly T[],
	limit: number,
	work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
	const results = new Array<R>(items.length);
	const queue = items.entries();
	let hasFailed = false;
	const stop = (error: unknown): unknown => {
		hasFailed = true;
		return error;
	};
	const worker = async (): Promise<void> => {
		for (const [index, item] of queue) {
			if (hasFailed) return;
			try {
				results[index] = await work(item, index);
			} catch (error) {
				throw stop(error);
			}
		}
	};
	const workers = Math.max(1, Math.min(limit, items.length));
	await Promise.all(Array.from({ length: workers }, worker));
	return results;
}
