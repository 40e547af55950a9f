import type { Backfill } from '../log/intakeLog';
import { openLog } from '../log/open';
import { startRounds, type Rounds } from '../shared/rounds';
import { reasonOf } from '../shared/reasonOf';
import { HelpdeskError, type HelpdeskApi } from './helpdesk';
import { noticeOf } from './noticeOf';

/** A new page is read when fewer tickets than this wait to be looked at. */
const MOST_WAITING = 200;
const IDLE_MS = 10_000;

export interface BackfillOptions {
	source: string;
	workflowId: string;
	helpdesk: string;
	connect(): Promise<{ api: HelpdeskApi; instance: string }>;
	onError(error: unknown): void;
}

/**
 * Reads the past of a helpdesk, a page at a time, for backfills that people started. One that was
 * stopped goes on where it stood, also after a restart.
 */
export function startBackfills(options: BackfillOptions): Rounds {
	const { source, workflowId, helpdesk, connect, onError } = options;
	let waitUntil = 0;
	const take = async () => {
		if (Date.now() < waitUntil) return { nextAt: new Date(waitUntil) };
		const log = await openLog();
		const [backfill] = await log.backfills({ source, state: 'running', limit: 1 });
		return backfill !== undefined && backfill.waiting < MOST_WAITING && !backfill.isRead
			? { work: backfill }
			: {};
	};
	const run = async ({ id, from, to, position }: Backfill) => {
		const log = await openLog();
		try {
			const { api, instance } = await connect();
			const page = await api.createdIn({ from, to }, position, new Date());
			const place = { helpdesk, instance, source, workflowId };
			const notices = page.changes.map((change) => ({
				...noticeOf(place, change.id, 'backfill'),
				backfillId: id,
			}));
			if (notices.length > 0) await log.notice(notices, new Date());
			await log.saveBackfillPage(
				id,
				{
					position: page.position,
					tickets: notices.length,
					total: page.total,
					isLast: page.isLast,
				},
				new Date(),
			);
		} catch (error) {
			const reason = reasonOf(error);
			const retryAt = error instanceof HelpdeskError ? error.retryAt : undefined;
			// What it stands still for is seen in Get Intake Status.
			waitUntil = retryAt?.getTime() ?? Date.now() + 60_000;
			await log.saveBackfillPage(id, { error: reason }, new Date());
			onError(error);
		}
	};
	return startRounds({ parallel: 1, idleMs: IDLE_MS, take, run, onError });
}
