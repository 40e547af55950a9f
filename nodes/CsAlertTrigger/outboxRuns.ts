import type { IDataObject, INodeExecutionData, ITriggerFunctions } from 'n8n-workflow';

import { answerOfError } from '../core/log/channelAnswer';
import { openLog } from '../log/open';
import { readLogPlace } from '../log/settings';
import type { DeliveryAnswer } from '../log/delivery';
import type { LeasedDelivery, LeasedProblem, TicketLog } from '../log/ticketLog';
import { emitRun, type EndedRun } from '../shared/emitRun';
import { plainError } from '../shared/plainError';
import { startRounds } from '../shared/rounds';
import { reasonOf } from '../shared/reasonOf';
import { sampleDelivery } from './sample';

/** A run that lives renews its lease three times before it would end. */
const LEASE_MS = 120_000;
const RENEW_MS = LEASE_MS / 3;
const IDLE_MS = 5000;
/** Messages under way at once: enough for a slow channel not to hold up the others. */
const PARALLEL = 4;
const HOUSEKEEPING_MS = 60 * 60_000;
/** How soon an alert ends that no look at a ticket has ended: what its customer wrote may have waited to be scored. */
const ENDS_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

const NOT_RECORDED =
	'The workflow finished without recording a delivery. Connect every channel to a Ticket Log node with the operation Record Delivery';

/**
 * Hands out what is due, one message a run, until it is stopped. A run that records nothing delivered
 * nothing: what stopped it is read from its error.
 * @param keepTextDays days after which customers' words leave the log
 * @throws NodeOperationError when the log can never work as it is set up
 */
export async function startOutbox(
	context: ITriggerFunctions,
	keepTextDays: number,
): Promise<{ stop(): void }> {
	const node = context.getNode();
	try {
		readLogPlace();
	} catch (error) {
		throw plainError(node, error);
	}
	const onError = (error: unknown) => {
		context.logger.warn(`${node.name}: ${reasonOf(error)}`);
	};
	let isStopped = false;
	let isPrepared = false;
	let stopListening: (() => void) | undefined;
	const take = async () => {
		const log = await readyLog();
		if (isStopped) return {};
		const { token, delivery, nextAt } = await log.leaseDelivery(LEASE_MS, new Date());
		return delivery === undefined ? { nextAt } : { work: { token, delivery } };
	};
	const run = async ({ token, delivery }: { token: string; delivery: LeasedDelivery }) => {
		const log = await openLog();
		const renew = async () => await log.renewLease(token, new Date(Date.now() + LEASE_MS));
		const end = await emitRun(context, [[toItem(delivery)]], renew, RENEW_MS);
		if (end === undefined) return;
		await log.settleDelivery(token, answerOfRun(end), new Date());
		await tellProblems(log);
	};

	/** What failed for good, or on every way there is, leaves by the second output. */
	async function tellProblems(log: TicketLog): Promise<void> {
		// A workflow that is no longer published could tell nobody.
		if (isStopped) return;
		for (const leased of await log.leaseProblems(LEASE_MS, new Date())) {
			tell(log, leased).catch(onError);
		}
	}

	/** Counts as told when its run has ended: where n8n ends before, it is told again rather than never. */
	async function tell(log: TicketLog, { problem, lease }: LeasedProblem): Promise<void> {
		const renew = async () => await log.renewProblem(lease, new Date(Date.now() + LEASE_MS));
		// The first output gets nothing: there is nothing to send.
		const outputs = [[], [{ json: { problem: { ...problem } } }]];
		const { didNotStart, isLost } = (await emitRun(context, outputs, renew, RENEW_MS)) ?? {};
		if (didNotStart === true || isLost === true) return;
		// A run that stops with an error is how the template starts the error workflow.
		await log.problemTold(lease, new Date());
	}

	async function readyLog(): Promise<TicketLog> {
		const log = await openLog();
		if (isPrepared) return log;
		if (log.kind === 'sqlite') await log.endForeignLeases(new Date());
		// Stopped meanwhile, nobody would ever end the listening.
		if (isStopped) return log;
		stopListening = log.onNews('outbox', () => rounds.wake());
		isPrepared = true;
		void keepHouse();
		return log;
	}
	/** At the start and once an hour: texts whose time is over leave the log. */
	async function keepHouse(): Promise<void> {
		try {
			const log = await openLog();
			await log.purge({ textsBefore: new Date(Date.now() - keepTextDays * DAY_MS) });
		} catch (error) {
			onError(error);
		}
	}
	const rounds = startRounds({ parallel: PARALLEL, idleMs: IDLE_MS, take, run, onError });
	const every = (ms: number, work: (log: TicketLog) => Promise<unknown>) => {
		const timer = setInterval(() => {
			openLog().then(work).catch(onError);
		}, ms);
		timer.unref();
		return timer;
	};
	const timers = [
		every(HOUSEKEEPING_MS, async (log) => {
			void keepHouse();
			// Not at the start: after a long stop every trigger looks gone until its first beat.
			await log.endAbandoned(new Date());
		}),
		every(IDLE_MS * 6, tellProblems),
		every(ENDS_MS, async (log) => {
			await log.closeSolved(new Date());
			await log.closeQuiet(new Date());
		}),
	];
	return {
		stop: () => {
			isStopped = true;
			for (const timer of timers) clearInterval(timer);
			stopListening?.();
			rounds.stop();
		},
	};
}

/** What is known of a delivery whose run recorded none. */
function answerOfRun({ isSuccess, error, isUnclear }: EndedRun): DeliveryAnswer {
	if (isSuccess) return { isDelivered: false, error: NOT_RECORDED, mayHaveArrived: true };
	const answer = answerOfError(error);
	// By then the channel had taken the message.
	if (isUnclear || isOf('ticketLog', error)) return { ...answer, mayHaveArrived: true };
	return isOf('csAlertFormatter', error) ? { ...answer, isUnwritten: true } : answer;
}

/** Whether a node of ours stopped the run. */
function isOf(type: 'ticketLog' | 'csAlertFormatter', error: unknown): boolean {
	const { node } = (error ?? {}) as { node?: { type?: unknown } };
	return typeof node?.type === 'string' && node.type.endsWith(`.${type}`);
}

/** The item of one run: what was decided, and what is to be done with it. */
function toItem({ content, ...delivery }: LeasedDelivery): INodeExecutionData {
	return { json: { ...(content as IDataObject), delivery: { ...delivery } } };
}

/** Gives out an invented alert, for trying the workflow in the editor. */
export function showSample(context: ITriggerFunctions): void {
	context.emit([[{ json: sampleDelivery(new Date(), context.getTimezone()) }], []]);
}
