/** The first of many, in an order, however many come: what is behind them is only counted. */
export interface TopList<T> {
	add(entry: T): void;
	/** How many came. */
	count(): number;
	first(): T[];
}

/** @param compare negative where the first comes before the second */
export function topList<T>(most: number, compare: (one: T, other: T) => number): TopList<T> {
	let kept: T[] = [];
	let count = 0;
	const cut = () => {
		kept = kept.sort(compare).slice(0, most);
	};
	return {
		add: (entry) => {
			count += 1;
			kept.push(entry);
			if (kept.length >= 2 * most) cut();
		},
		count: () => count,
		first: () => {
			cut();
			return [...kept];
		},
	};
}
