/**
 * The circles among files that import one another, each as its files in order: whoever reads one of them
 * has to read them all.
 * @param importsOf what each file imports; names that are no file of the map count for nothing
 */
export function circlesOf(importsOf: ReadonlyMap<string, readonly string[]>): string[][] {
	const reached = new Map(
		[...importsOf.keys()].map((file) => [file, reachedFrom(file, importsOf)]),
	);
	const inCircles = [...importsOf.keys()].filter((file) => reached.get(file)?.has(file));
	const circles = new Map<string, string[]>();
	for (const file of inCircles) {
		const circle = inCircles
			.filter((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file))
			.sort();
		circles.set(circle.join(), circle);
	}
	return [...circles.values()].sort();
}

function reachedFrom(
	start: string,
	importsOf: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
	const reached = new Set<string>();
	const waiting = [...(importsOf.get(start) ?? [])];
	for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
		if (reached.has(file)) continue;
		reached.add(file);
		waiting.push(...(importsOf.get(file) ?? []));
	}
	return reached;
}
