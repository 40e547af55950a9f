import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { hasGate, readAccount, readGate, readSentiment, readTicket } from '../core/item/readers';
import type { Account } from '../core/item/types';
import { sourceOf } from '../core/log/source';
import { openLog } from '../log/open';
import type { Decision, RecordedDecision } from '../log/ticketLog';
import { readFailedStep } from '../shared/itemError';
import { plainError } from '../shared/plainError';
import { toLogEntry } from './logEntry';
import { logItems } from './logItems';

/**
 * Writes the decisions of all items in one transaction, then marks the run as failed when one of them
 * will have to be tried again: a run that failed tickets must not look like a success.
 */
export async function recordDecisions(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const workflowId = context.getWorkflow().id ?? '';
	const source = sourceOf(workflowId, context.getNode().id);
	const decisions = new Map<number, Decision>();
	const problems = new Map<number, unknown>();
	for (const [itemIndex, { json }] of context.getInputData().entries()) {
		try {
			decisions.set(itemIndex, { ...readDecision(json), source, workflowId });
		} catch (problem) {
			problems.set(itemIndex, problem);
		}
	}
	const recorded = new Map<number, RecordedDecision>();
	try {
		const results =
			decisions.size === 0
				? []
				: await (await openLog()).recordDecisions([...decisions.values()], new Date());
		[...decisions.keys()].forEach((itemIndex, position) => {
			const result = results[position];
			if (result !== undefined) recorded.set(itemIndex, result);
		});
	} catch (problem) {
		for (const itemIndex of decisions.keys()) problems.set(itemIndex, problem);
	}
	if (!context.continueOnFail()) await assertNoneFailed(context, decisions, recorded);
	return await logItems(context, (_item, itemIndex) => {
		const result = recorded.get(itemIndex);
		if (result === undefined) throw problems.get(itemIndex);
		return { adds: { log: toLogEntry(result) } };
	});
}

function readDecision(json: INodeExecutionData['json']): Omit<Decision, 'source' | 'workflowId'> {
	const ticket = readTicket(json);
	// The reader takes the ID where there is no key. Here the same ID of another helpdesk would be the same ticket.
	if (ticket.key === '' || ticket.key === ticket.id) {
		throw new Error(
			'The ticket has no "key" of its own, so the log cannot tell it from others. Take tickets from a Support Ticket Trigger node, or fill in ticket.key with something unique, e.g. "zendesk:acme:12345"',
		);
	}
	const account = readAccount(json);
	const gate = hasGate(json) ? readGate(json) : undefined;
	const failure = gate?.route === 'alert' ? undefined : failureOf(json, account);
	return { ticket, sentiment: readSentiment(json), account, gate, ...(failure && { failure }) };
}

/**
 * What went wrong on the way here and may go well the next time. A ticket that no try can score goes to
 * Review instead; an alert that needed nothing of what failed goes out.
 */
function failureOf(json: INodeExecutionData['json'], account: Account | undefined) {
	const failedStep = readFailedStep(json);
	if (failedStep !== undefined) {
		return failedStep.isFinal ? undefined : `${failedStep.node}: ${failedStep.message}`;
	}
	return account?.status === 'error'
		? `The account could not be looked up: ${account.reason ?? 'unknown reason'}`
		: undefined;
}

/** Names what was not decided, in one error, and what becomes of it. */
async function assertNoneFailed(
	context: IExecuteFunctions,
	decisions: ReadonlyMap<number, Decision>,
	recorded: ReadonlyMap<number, RecordedDecision>,
): Promise<void> {
	const failed = [...recorded].filter(
		([, { state, isRepeat }]) => !isRepeat && (state === 'received' || state === 'failed'),
	);
	const [first] = failed;
	if (first === undefined) return;
	const [itemIndex, { reason, dueAt }] = first;
	const ticket = decisions.get(itemIndex)?.ticket;
	const others = failed.length > 1 ? ` and ${failed.length - 1} more` : '';
	throw plainError(
		context.getNode(),
		`Ticket ${ticket?.key ?? ''}${others} could not be decided: ${reason}`,
		{
			itemIndex,
			description: `The other tickets of this run are recorded. ${await whatNext(ticket?.helpdesk, dueAt)}`,
		},
	);
}

/** Only what a Support Ticket Trigger gives out can be given out again. */
async function whatNext(helpdesk: string | undefined, dueAt: Date | undefined): Promise<string> {
	if (dueAt === undefined) return 'This one is given up after 48 hours.';
	const log = await openLog();
	const isTriedAgain = (await log.intakeStatus()).some(
		(trigger) =>
			trigger.helpdesk === helpdesk ||
			// What Take In took in is any system's, and is given out by whoever hands that on.
			(helpdesk === 'other' && trigger.takenInWaiting !== undefined),
	);
	return isTriedAgain
		? `This one is tried again at ${dueAt.toISOString()}.`
		: 'Nothing tries this one again by itself, since no Support Ticket Trigger gave it out. Once the cause is mended, run the workflow for it again.';
}
