import type { Notice, TriggerProgress } from '../log/intakeLog';
import { openLog } from '../log/open';
import { timeOf } from '../core/values/dates';
import type { HelpdeskApi } from './helpdesk';

/** Pages of one reconcile, so that one that never ends is seen; at 100 tickets a page that is a million. */
const MOST_PAGES = 10_000;

export interface ReconcileOptions {
	source: string;
	workflowId: string;
	helpdesk: string;
	instance: string;
	api: HelpdeskApi;
	/** Whether to go no further. */
	isStopped(): boolean;
}

/**
 * Asks the helpdesk for what changed since the last time and has each ticket looked at that the log does
 * not know as it is now. What is read is kept page by page, so that it goes on where it was stopped.
 * @returns how many tickets are to be looked at
 * @throws HelpdeskError or LogError
 */
export async function reconcile(options: ReconcileOptions, now: Date): Promise<number> {
	const { source, workflowId, helpdesk, instance, api, isStopped } = options;
	const log = await openLog();
	const progress = await log.triggerProgress(source);
	let position = progress?.position;
	const since = sinceOf(progress, now);
	let found = 0;
	for (let page = 0; page < MOST_PAGES && !isStopped(); page++) {
		const changed = await api.changedSince(position, since, now);
		const keyOf = (id: string) => `${helpdesk}:${instance}:${id}`;
		const known = new Map(
			(await log.ticketRecords(changed.changes.map(({ id }) => keyOf(id)))).map((record) => [
				record.key,
				timeOf(record.updatedAt),
			]),
		);
		const notices = changed.changes
			.filter(({ id, updatedAt }) => !isKnown(known.get(keyOf(id)), timeOf(updatedAt)))
			.map(
				({ id }): Notice => ({
					key: keyOf(id),
					helpdesk,
					instance,
					id,
					source,
					workflowId,
					foundBy: 'reconcile',
				}),
			);
		if (notices.length > 0) await log.notice(notices, new Date());
		found += notices.length;
		const isSame = position === changed.position;
		position = changed.position;
		await log.saveTriggerProgress(source, { position });
		// A helpdesk that names no further page has nothing more to say, whatever it says of the end.
		if (changed.isLast || (isSame && changed.changes.length === 0)) break;
	}
	return found;
}

/** From when on everything counts: since this trigger first ran, a little before, since clocks differ. */
function sinceOf(progress: TriggerProgress | undefined, now: Date): Date {
	return new Date((progress?.firstSeenAt ?? now).getTime() - 5 * 60_000);
}

function isKnown(known: number | undefined, updatedAt: number | undefined): boolean {
	return known !== undefined && updatedAt !== undefined && known >= updatedAt;
}
