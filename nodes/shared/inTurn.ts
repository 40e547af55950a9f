/** What is under way, by name. */
const underWay = new Map<string, Promise<unknown>>();

/** Does work of one name in turn: each piece begins when the one before it has ended, well or not. */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
	const before = underWay.get(name) ?? Promise.resolve();
	const mine = before.then(work, work);
	underWay.set(name, mine);
	try {
		return await mine;
	} finally {
		if (underWay.get(name) === mine) underWay.delete(name);
	}
}
