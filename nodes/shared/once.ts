/**
 * Reads something the whole batch shares the first time it is asked for, inside the item's own try:
 * a wrong setting then fails each item by itself, and continue-on-fail keeps every ticket.
 */
export function once<T>(read: () => T): () => T {
	let settled: { value: T } | { error: unknown } | undefined;
	return () => {
		if (settled === undefined) {
			try {
				settled = { value: read() };
			} catch (error) {
				settled = { error };
			}
		}
		if ('error' in settled) throw settled.error;
		return settled.value;
	};
}
