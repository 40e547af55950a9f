import type { IDataObject, ITriggerFunctions } from 'n8n-workflow';

import { wordsOfError } from '../core/log/channelAnswer';
import { openLog } from '../log/open';
import { readLogPlace } from '../log/settings';
import type { Lease, LeasedMessage, TicketLog, TriggerRecord } from '../log/ticketLog';
import { emitRun } from '../shared/emitRun';
import { plainError } from '../shared/plainError';
import { startRounds } from '../shared/rounds';
import { reasonOf } from '../shared/reasonOf';
import { forgetSecrets } from './keptSecrets';
import { credentialProblem } from './secrets';
import { sourceOf } from '../core/log/source';
import { publishedAddress } from './registration';
import { readReceivingSettings, readRunSettings } from './settings';
import { startHelpdeskRuns } from './helpdeskRuns';
import { hasApi } from './connection';

/** A run that lives renews its lease three times before it would end. */
const LEASE_MS = 120_000;
const RENEW_MS = LEASE_MS / 3;
/** News wakes the trigger at once; this is for what becomes due, and for news that was lost. */
const IDLE_MS = 5000;
const HEARTBEAT_MS = 60_000;
/**
 * After a run began, what comes next is gathered for so long: a run costs n8n as much for one ticket as for
 * twenty, so that in a burst few, larger ones take in more. A ticket that comes alone never waits.
 */
const GATHER_MS = 500;

/**
 * Hands waiting messages to runs until it is stopped: a batch a run, each message leased to one run
 * at a time, and given again when a run failed or vanished.
 * @throws NodeOperationError when the log can never work as it is set up, so that the workflow is not published
 */
export async function startInbox(context: ITriggerFunctions): Promise<{ stop(): void }> {
	const node = context.getNode();
	const onError = (error: unknown) => {
		context.logger.warn(`${node.name}: ${reasonOf(error)}`);
	};
	const settings = readReceivingSettings(context);
	forgetSecrets();
	// A credential that cannot be read just now must not keep what waits from being worked on.
	const problem = settings.problem ?? (await credentialProblem(context, settings).catch(onError));
	if (problem !== undefined) throw plainError(node, problem);
	const { batchSize, parallelRuns } = readRunSettings(context);
	const workflowId = context.getWorkflow().id ?? '';
	const trigger: TriggerRecord = {
		source: sourceOf(workflowId, node.id),
		workflowId,
		helpdesk: settings.helpdesk,
	};
	// A log that is only down for now must not unpublish the workflow: its webhook answers 503 meanwhile.
	readPlaceOrThrow(context);

	let isStopped = false;
	let isPrepared = false;
	let stopListening: (() => void) | undefined;
	let helpdesk: { stop(): void } | undefined;
	let kind: 'normal' | 'suspect' = 'suspect';
	let gathersUntil = 0;
	const take = async () => {
		const log = await readyLog();
		if (isStopped) return {};
		// In turns, so that neither fresh messages nor those that failed before wait for the others to end.
		kind = kind === 'normal' ? 'suspect' : 'normal';
		const isGathering = Date.now() < gathersUntil;
		for (const next of [kind, kind === 'normal' ? 'suspect' : 'normal'] as const) {
			if (next === 'normal' && isGathering) continue;
			const options = {
				source: trigger.source,
				limit: batchSize,
				leaseMs: LEASE_MS,
				kind: next,
				alsoTakenIn: settings.helpdesk === 'other',
			};
			const lease = await log.leaseMessages(options, new Date());
			if (lease.entries.length === 0) continue;
			// A whole batch says that more wait already.
			if (next === 'normal') {
				gathersUntil = lease.entries.length < batchSize ? Date.now() + GATHER_MS : 0;
			}
			return { work: lease };
		}
		return isGathering ? { nextAt: new Date(gathersUntil) } : {};
	};
	const run = async ({ token, entries }: Lease<LeasedMessage>) => {
		const log = await openLog();
		const items = entries.map(({ ticket }) => ({ json: { ticket: { ...ticket } as IDataObject } }));
		const renew = async () => await log.renewLease(token, new Date(Date.now() + LEASE_MS));
		const end = await emitRun(context, [items], renew, RENEW_MS);
		if (end === undefined) return;
		const error = wordsOfError(end.error) || undefined;
		await log.settleMessages(token, { isSuccess: end.isSuccess, error }, new Date());
	};
	/** The log, once it is open; the first time, what an earlier process left is taken up again. */
	async function readyLog(): Promise<TicketLog> {
		const log = await openLog();
		if (isPrepared) return log;
		if (log.kind === 'sqlite') await log.endForeignLeases(new Date());
		await saveTrigger(log);
		// A credential that cannot be read now is told of by the runs that need it; what waits goes on.
		const isByApi = await hasApi(context, settings).catch(() => true);
		// Stopped meanwhile, nobody would ever end the listening.
		if (isStopped) return log;
		stopListening = log.onNews('inbox', () => rounds.wake());
		if (isByApi) helpdesk = startHelpdeskRuns(context, trigger, settings, onError);
		isPrepared = true;
		return log;
	}
	/** Says that this trigger lives, and where: a log that was down at n8n's start was not told it then. */
	async function saveTrigger(log: TicketLog): Promise<void> {
		const address = publishedAddress(trigger.source);
		await log.saveTrigger({ ...trigger, address }, new Date());
	}
	/**
	 * Says that this trigger lives, then takes over from those that do not. Not at the start: after a
	 * long stop the other triggers of the workflow look gone until each has had its first beat.
	 */
	async function beat(log: TicketLog): Promise<void> {
		await saveTrigger(log);
		await log.adoptMessages(trigger, new Date());
	}
	const rounds = startRounds({ parallel: parallelRuns, idleMs: IDLE_MS, take, run, onError });
	const heartbeat = setInterval(() => {
		openLog().then(beat).catch(onError);
	}, HEARTBEAT_MS);
	heartbeat.unref();
	return {
		stop: () => {
			isStopped = true;
			clearInterval(heartbeat);
			stopListening?.();
			helpdesk?.stop();
			rounds.stop();
		},
	};
}

function readPlaceOrThrow(context: ITriggerFunctions): void {
	try {
		readLogPlace();
	} catch (error) {
		throw plainError(context.getNode(), error);
	}
}
