import { lineKeyOf } from './alerts';
import type { Database } from './database';
import { recordDecision } from './decisions';
import { LogError } from './errors';
import type { Decision, RecordedDecision } from './message';
import { queueReview, type WaitingReview } from './reviewQueue';

/**
 * All decisions in one transaction; where one of them cannot be written, each in a transaction of its
 * own, so that it takes none of the others with it.
 */
export async function recordAll(
	database: Database,
	decisions: readonly Decision[],
	now: Date,
): Promise<RecordedDecision[]> {
	// In one order everywhere, so that two batches about the same accounts do not wait for each other.
	const inOrder = [...decisions.entries()].sort(([, a], [, b]) =>
		orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0,
	);
	const results: RecordedDecision[] = [];
	const record = async (entries: typeof inOrder) => {
		const recorded = await database.transaction(async (query) => {
			const inside: Array<[number, RecordedDecision]> = [];
			const reviews: WaitingReview[] = [];
			for (const [index, decision] of entries) {
				const { recorded: one, review } = await recordDecision(query, decision, now);
				inside.push([index, one]);
				if (review !== undefined) reviews.push(review);
			}
			// Last, since all batches meet at the one delivery that gathers them.
			await queueReview(query, reviews, now);
			return inside;
		});
		for (const [index, one] of recorded) results[index] = one;
	};
	try {
		await record(inOrder);
	} catch (error) {
		// With the database away, each of them would only wait for it again.
		const isPassing = error instanceof LogError && error.isPassing;
		if (isPassing || inOrder.length === 1) throw error;
		const errors: unknown[] = [];
		for (const entry of inOrder) {
			await record([entry]).catch((itemError: unknown) => errors.push(itemError));
		}
		// What could be written stands; the run fails all the same, and the rest is tried again.
		if (errors.length > 0) throw errors[0];
	}
	return results;
}

const orderOf = (decision: Decision) =>
	`${lineKeyOf(decision, decision.ticket.isTest === true)} ${decision.ticket.key}`;
