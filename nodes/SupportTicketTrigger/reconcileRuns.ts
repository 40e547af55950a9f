import { openLog } from '../log/open';
import { HelpdeskError, type HelpdeskApi } from './helpdesk';
import { reconcile } from './reconcile';
import { reasonOf } from '../shared/reasonOf';

/**
 * After a start, a helpdesk is asked at once for what came while n8n was down; then twice more, since n8n
 * answers "starting up" with 200 in its first seconds (N8N.md §4) and helpdesks tell the newest minute late.
 */
const AFTER_START_MS = [0, 2 * 60_000, 10 * 60_000];
const EVERY_MS = 60 * 60_000;
const AGAIN_AFTER_ERROR_MS = 5 * 60_000;
/** A helpdesk that names a time names seconds at most; it is not asked more often than this. */
const AGAIN_AT_LEAST_MS = 10_000;
const TELL_AFTER_MS = 60_000;

export interface ReconcilingOptions {
	source: string;
	workflowId: string;
	helpdesk: string;
	/** Whether the helpdesk is asked for what is missing; its registration is looked after in any case. */
	isOn: boolean;
	connect(): Promise<{ api: HelpdeskApi; instance: string }>;
	/** Makes again what vanished at the helpdesk; true when something had. */
	keepRegistered(): Promise<boolean>;
	tell(text: string): void;
	onError(error: unknown): void;
}

/** Looks after a trigger's registration and asks its helpdesk for what never arrived, until stopped. */
export function startReconciling(options: ReconcilingOptions): { stop(): void } {
	const { source, workflowId, helpdesk, isOn, connect, keepRegistered, tell, onError } = options;
	let isStopped = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let telling: ReturnType<typeof setTimeout> | undefined;
	const startedAt = Date.now();

	/** Tells what the last reconcile found, unless it was told; before the next one counts anew. */
	const tellNow = async () => {
		if (telling === undefined) return;
		clearTimeout(telling);
		telling = undefined;
		await tellMissing(source, tell);
	};
	/** Milliseconds until the next round. */
	const round = async (): Promise<number> => {
		const log = await openLog();
		try {
			await tellNow();
			if (await keepRegistered()) {
				tell('its registration at the helpdesk was gone or changed, and was made again');
			}
			if (!isOn) return untilNext(startedAt);
			const { api, instance } = await connect();
			const now = new Date();
			await log.saveTriggerProgress(source, { missing: 0 });
			await reconcile(
				{ source, workflowId, helpdesk, instance, api, isStopped: () => isStopped },
				now,
			);
			if (!isStopped) {
				await log.saveTriggerProgress(source, { reconciledAt: now, reconcileError: '' });
				// By then, what it found has been looked at.
				telling = setTimeout(() => void tellNow().catch(onError), TELL_AFTER_MS);
				telling.unref();
			}
			return untilNext(startedAt);
		} catch (error) {
			onError(error);
			const reason = reasonOf(error);
			await log.saveTriggerProgress(source, { reconcileError: reason }).catch(onError);
			const retryAt = error instanceof HelpdeskError ? error.retryAt : undefined;
			return retryAt === undefined
				? Math.min(AGAIN_AFTER_ERROR_MS, untilNext(startedAt))
				: Math.max(AGAIN_AT_LEAST_MS, retryAt.getTime() - Date.now());
		}
	};
	const next = (waitMs: number) => {
		if (isStopped) return;
		timer = setTimeout(() => {
			round()
				.catch((error: unknown) => {
					onError(error);
					return AGAIN_AFTER_ERROR_MS;
				})
				.then(next, onError);
		}, waitMs);
		timer.unref();
	};
	next(0);
	return {
		stop: () => {
			isStopped = true;
			clearTimeout(timer);
			clearTimeout(telling);
		},
	};
}

/** Milliseconds until the next of the rounds after a start, or else of those of every hour. */
function untilNext(startedAt: number): number {
	const since = Date.now() - startedAt;
	const next = AFTER_START_MS.find((after) => after > since);
	return next === undefined ? EVERY_MS : next - since;
}

/** Says how much the last reconcile found that had never arrived. */
async function tellMissing(source: string, tell: (text: string) => void): Promise<void> {
	const log = await openLog();
	const { missing = 0, missingSince } = (await log.triggerProgress(source)) ?? {};
	if (missing === 0) return;
	const since = missingSince === undefined ? '' : `, the first of ${missingSince.toISOString()}`;
	tell(`${missing} messages had never arrived by webhook${since}; they were fetched and taken in`);
}
