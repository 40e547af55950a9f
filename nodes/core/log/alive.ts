/** A trigger says every minute that it lives. */
const ALIVE_MS = 5 * 60_000;

/** Whether a trigger runs: its workflow is published, and n8n is up. */
export function isAlive({ seenAt }: { seenAt: Date }, now: Date): boolean {
	return now.getTime() - seenAt.getTime() < ALIVE_MS;
}
