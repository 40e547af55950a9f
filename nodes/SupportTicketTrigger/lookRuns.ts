import { isSolved, type LookedTicket } from '../core/helpdesk/lookedTicket';
import { whetherItCounts } from '../core/helpdesk/whoCounts';
import type { Backfill, LeasedNotice, LookResult } from '../log/intakeLog';
import { LogError } from '../log/errors';
import { openLog } from '../log/open';
import type { Lease } from '../log/ticketLog';
import { startRounds, type Rounds } from '../shared/rounds';
import { reasonOf } from '../shared/reasonOf';
import { timeOf } from '../core/values/dates';
import { HelpdeskError, type HelpdeskApi } from './helpdesk';
import { liveFrom } from './liveFrom';
import type { ReceivingSettings } from './settings';

/** A batch of looks may take a call for each ticket, at a helpdesk that answers slowly. */
const LEASE_MS = 10 * 60_000;
/** What waits longer is worth a look by the clock; news wakes the rounds at once. */
const IDLE_MS = 5000;
/** Most tickets of one look: one that fails is asked for again with the others of its batch. */
const MOST_PER_LOOK = 50;
/** Of single looks that failed; a helpdesk that gives none of so many gives no others either. */
const MOST_IN_A_ROW = 3;
/** One runs at a time, so that those with notices are among the newest. */
const MOST_BACKFILLS = 100;

export interface LookOptions {
	source: string;
	settings: ReceivingSettings;
	/** The helpdesk, asked for each time so that a changed credential counts. */
	connect(): Promise<HelpdeskApi>;
	onError(error: unknown): void;
}

/**
 * Looks at the tickets that a helpdesk has named, until stopped, and puts what their customers wrote
 * into the log. A look that fails comes again by itself.
 */
export function startLooks({ source, settings, connect, onError }: LookOptions): Rounds {
	const take = async () => {
		const log = await openLog();
		const lease = await log.leaseNotices(
			{ source, limit: MOST_PER_LOOK, leaseMs: LEASE_MS },
			new Date(),
		);
		return lease.entries.length > 0 ? { work: lease } : { nextAt: lease.nextAt };
	};
	const run = async ({ token, entries }: Lease<LeasedNotice>) => {
		const log = await openLog();
		try {
			const api = await connect();
			const periods = await periodsOf(source, entries);
			const lookAt = async (batch: readonly LeasedNotice[]) => {
				const looks = await api.look(
					batch.map(({ id }) => id),
					new Date(),
				);
				const byId = new Map(looks.map((look) => [look.id, look]));
				const results = batch.map((notice) => {
					const look = byId.get(notice.id);
					return look !== undefined && 'ticket' in look
						? resultOf(notice, look.ticket, settings, periods)
						: goneResult(notice);
				});
				await log.recordLooks(token, results, new Date());
				// Else the alert would end minutes later, by the clock of CS Alert Trigger.
				if (results.some(({ status }) => isSolved(status))) await log.closeSolved(new Date());
			};
			let failure: unknown;
			for (let start = 0; start < entries.length; start += api.mostPerLook) {
				const batch = entries.slice(start, start + api.mostPerLook);
				failure = (await lookAtAll(batch, lookAt)) ?? failure;
			}
			if (failure !== undefined) throw failure;
		} catch (error) {
			const retryAt = error instanceof HelpdeskError ? error.retryAt : undefined;
			const reason = reasonOf(error);
			await log.postponeNotices(token, { error: reason, retryAt }, new Date());
			onError(error);
		}
	};
	return startRounds({ parallel: 1, idleMs: IDLE_MS, take, run, onError });
}

/**
 * Looks at a batch. Where that fails though it failed before, at each of its tickets alone, so that one that
 * the helpdesk cannot give takes no others with it.
 * @returns what went wrong with single ones, if anything
 * @throws what goes wrong with all of them
 */
async function lookAtAll(
	batch: readonly LeasedNotice[],
	lookAt: (batch: readonly LeasedNotice[]) => Promise<void>,
): Promise<unknown> {
	const first = await failureOf(lookAt(batch));
	if (first === undefined) return undefined;
	if (concernsAll(first) || batch.every(({ attempt }) => attempt === 1)) throw first;
	let last: unknown;
	let inARow = 0;
	for (const notice of batch) {
		const failure = await failureOf(lookAt([notice]));
		inARow = failure === undefined ? 0 : inARow + 1;
		if (concernsAll(failure) || inARow === MOST_IN_A_ROW) throw failure;
		last = failure ?? last;
	}
	return last;
}

/** What work fails with; undefined when it does not. */
async function failureOf(work: Promise<void>): Promise<unknown> {
	return await work.then(
		() => undefined,
		(error: unknown) => error,
	);
}

/** Whether asking for one ticket alone would end the same. */
function concernsAll(error: unknown): boolean {
	return (
		error instanceof LogError ||
		(error instanceof HelpdeskError && (error.isLasting || error.retryAt !== undefined))
	);
}

/** When messages count: those of a backfill in its period, all others since the trigger first ran. */
interface Periods {
	live: { from: number };
	backfills: ReadonlyMap<string, Backfill>;
}

async function periodsOf(source: string, notices: readonly LeasedNotice[]): Promise<Periods> {
	const log = await openLog();
	const progress = await log.triggerProgress(source);
	const wanted = new Set(notices.flatMap(({ backfillId }) => backfillId ?? []));
	const backfills = wanted.size === 0 ? [] : await log.backfills({ source, limit: MOST_BACKFILLS });
	return {
		live: { from: liveFrom(progress?.firstSeenAt ?? new Date(0)).getTime() },
		backfills: new Map(backfills.map((backfill) => [backfill.id, backfill])),
	};
}

function resultOf(
	notice: LeasedNotice,
	ticket: LookedTicket,
	{ who, counts }: ReceivingSettings,
	periods: Periods,
): LookResult {
	const { assignee } = ticket;
	const counted = ticket.messages.filter(
		({ ticket: message }) =>
			counts.includes(message.event) && isIn(notice, timeOf(message.createdAt), periods),
	);
	return {
		key: notice.key,
		helpdesk: notice.helpdesk,
		instance: notice.instance,
		id: notice.id,
		status: ticket.status,
		mergedInto: ticket.mergedInto,
		assigneeName: assignee?.name,
		assigneeEmail: assignee?.email,
		updatedAt: ticket.updatedAt,
		lastAgentReplyAt: ticket.lastAgentReplyAt,
		messages: counted.map(({ ticket: message, skippedBecause, isByAgent }) =>
			skippedBecause === undefined || isByAgent === true
				? whetherItCounts(message, who, skippedBecause)
				: { ticket: message, skippedBecause },
		),
	};
}

function goneResult({ key, helpdesk, instance, id }: LeasedNotice): LookResult {
	return { key, helpdesk, instance, id, status: 'deleted', messages: [] };
}

/**
 * Whether a message belongs to what the notice stands for; one without a time does. Which of them alert
 * and which belong to the backfill alone, the log decides.
 */
function isIn(
	{ backfillId = '' }: LeasedNotice,
	writtenAt: number | undefined,
	{ live, backfills }: Periods,
): boolean {
	if (writtenAt === undefined || writtenAt >= live.from) return true;
	const period = backfills.get(backfillId);
	return (
		period !== undefined && writtenAt >= period.from.getTime() && writtenAt < period.to.getTime()
	);
}
