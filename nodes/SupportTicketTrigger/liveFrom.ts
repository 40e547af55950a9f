/** Messages written so shortly before the trigger first ran are its business: clocks differ. */
const MARGIN_MS = 5 * 60_000;

/** From when on messages count by themselves; those from before are none of the trigger's, but a backfill's. */
export function liveFrom(firstSeenAt: Date): Date {
	return new Date(firstSeenAt.getTime() - MARGIN_MS);
}
