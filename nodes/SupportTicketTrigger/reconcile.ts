import { openLog } from '../log/open';
import { timeOf } from '../core/values/dates';
import type { HelpdeskApi } from './helpdesk';
import { liveFrom } from './liveFrom';
import { noticeOf, type NoticePlace } from './noticeOf';

/** Pages of one reconcile, so that one that never ends is seen; at 100 tickets a page that is a million. */
const MOST_PAGES = 10_000;

export interface ReconcileOptions extends NoticePlace {
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
	const { source, api, isStopped } = options;
	const log = await openLog();
	const progress = await log.triggerProgress(source);
	let position = progress?.position;
	const since = liveFrom(progress?.firstSeenAt ?? now);
	let found = 0;
	for (let page = 0; page < MOST_PAGES && !isStopped(); page++) {
		const changed = await api.changedSince(position, since, now);
		const named = changed.changes.map(({ id, updatedAt }) => ({
			notice: noticeOf(options, id, 'reconcile'),
			updatedAt: timeOf(updatedAt),
		}));
		const records = await log.ticketRecords(named.map(({ notice }) => notice.key));
		const known = new Map(records.map(({ key, updatedAt }) => [key, timeOf(updatedAt)]));
		const notices = named
			.filter(({ notice, updatedAt }) => !isKnown(known.get(notice.key), updatedAt))
			.map(({ notice }) => notice);
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

function isKnown(known: number | undefined, updatedAt: number | undefined): boolean {
	return known !== undefined && updatedAt !== undefined && known >= updatedAt;
}
