/** Area under the ROC curve; ties count half. NaN when one class is missing. */
export function areaUnderCurve(scores: ArrayLike<number>, labels: readonly number[]): number {
	const order = labels.map((_, index) => index);
	order.sort((a, b) => (scores[a] as number) - (scores[b] as number));
	let ranks = 0;
	let positives = 0;
	let index = 0;
	while (index < order.length) {
		let next = index;
		const value = scores[order[index] as number];
		while (next < order.length && scores[order[next] as number] === value) next++;
		for (let tied = index; tied < next; tied++) {
			if (labels[order[tied] as number] !== 1) continue;
			ranks += (index + next + 1) / 2;
			positives++;
		}
		index = next;
	}
	const negatives = labels.length - positives;
	return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Recall and false-positive rate when `score >= threshold` counts as frustrated. */
export function ratesAt(
	scores: ArrayLike<number>,
	labels: readonly number[],
	threshold: number,
): { recall: number; falsePositiveRate: number; f1: number } {
	let hits = 0;
	let alarms = 0;
	let positives = 0;
	labels.forEach((label, index) => {
		const isOver = (scores[index] as number) >= threshold;
		if (label === 1) positives++;
		if (isOver && label === 1) hits++;
		if (isOver && label !== 1) alarms++;
	});
	return {
		recall: hits / positives,
		falsePositiveRate: alarms / (labels.length - positives),
		f1: (2 * hits) / (hits + alarms + positives),
	};
}

/** Share of all positives among the `share` highest-scored rows. */
export function recallAtTop(
	scores: ArrayLike<number>,
	labels: readonly number[],
	share: number,
): number {
	const order = labels.map((_, index) => index);
	order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
	const top = order.slice(0, Math.round(labels.length * share));
	const positives = labels.filter((label) => label === 1).length;
	return top.filter((index) => labels[index] === 1).length / positives;
}
