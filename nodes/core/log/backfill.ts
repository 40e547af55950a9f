import { PATIENCE_MS } from './inboxPolicy';

/** How a ticket of a helpdesk was learnt of. */
export const FOUND_BY = ['webhook', 'reconcile', 'backfill'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

/** What is known when a look found a message. */
export interface BackfillContext {
	foundBy: FoundBy;
	/** When the backfill that wants the ticket began; absent when none does. */
	backfillStartedAt?: Date;
	/** When the trigger first lived. */
	firstSeenAt?: Date;
	/** When its last reconcile ended well. */
	reconciledAt?: Date;
}

/**
 * Whether a message belongs to a backfill: scored, never alerted. A ticket of long ago can have an
 * answer of this minute whose webhook is still on its way; found by a backfill first, it must alert all
 * the same. So what was written since the last reconcile stays live, but for 48 hours at most, as long
 * as anything is tried. A ticket that a webhook named is wanted by a backfill only for what was written
 * before the trigger lived.
 * @param writtenAt absent when the helpdesk does not say
 */
export function isBackfilled(
	writtenAt: Date | undefined,
	{ foundBy, backfillStartedAt, firstSeenAt, reconciledAt }: BackfillContext,
): boolean {
	// One that was purged is from so long ago that nothing of it can be live.
	if (backfillStartedAt === undefined || writtenAt === undefined) return foundBy === 'backfill';
	const firstSeen = firstSeenAt?.getTime() ?? backfillStartedAt.getTime();
	const liveFrom =
		foundBy === 'backfill'
			? Math.max(firstSeen, reconciledAt?.getTime() ?? 0, backfillStartedAt.getTime() - PATIENCE_MS)
			: firstSeen;
	return writtenAt.getTime() < liveFrom;
}
