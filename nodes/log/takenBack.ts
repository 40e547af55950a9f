import type { Database, Query } from './database';

/** Carries no fault: it only ends the transaction. */
class TakenBack extends Error {}

/** What some work on the database comes to, of which nothing stays that it writes. */
export async function takenBack<T>(
	{ transaction }: Pick<Database, 'transaction'>,
	work: (query: Query) => Promise<T>,
): Promise<T> {
	let outcome = (): T => {
		throw new TakenBack('The work was not done');
	};
	try {
		await transaction(async (query) => {
			const result = await work(query);
			outcome = () => result;
			throw new TakenBack();
		});
	} catch (error) {
		if (!(error instanceof TakenBack)) throw error;
	}
	return outcome();
}
