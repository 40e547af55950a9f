import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { hasGate, readAccount, readGate, readSentiment, readTicket } from '../core/item/readers';
import type { Account } from '../core/item/types';
import { openLog } from '../log/open';
import type { Decision, RecordedDecision } from '../log/ticketLog';
import { readFailedStep } from '../shared/itemError';
import { runItems } from '../shared/runItems';
import { toLogEntry } from './logEntry';

/**
 * Writes the decisions of all items in one transaction, then marks the run as failed when one of them
 * will have to be tried again: a run that failed tickets must not look like a success.
 */
export async function recordDecisions(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const workflowId = context.getWorkflow().id ?? '';
	const source = `${workflowId}/${context.getNode().id}`;
	const decisions = new Map<number, Decision>();
	const problems = new Map<number, unknown>();
	for (const [itemIndex, { json }] of items.entries()) {
		try {
			decisions.set(itemIndex, { ...readDecision(json), source, workflowId });
		} catch (problem) {
			problems.set(itemIndex, problem);
		}
	}
	const recorded = new Map<number, RecordedDecision>();
	if (decisions.size > 0) {
		const log = await openLog();
		const results = await log.recordDecisions([...decisions.values()], new Date());
		[...decisions.keys()].forEach((itemIndex, position) => {
			const result = results[position];
			if (result !== undefined) recorded.set(itemIndex, result);
		});
	}
	assertNoneFailed(context, decisions, recorded);
	return await runItems(context, (_item, itemIndex) => {
		const result = recorded.get(itemIndex);
		if (result === undefined) throw problems.get(itemIndex);
		return { adds: { log: toLogEntry(result) } };
	});
}

function readDecision(json: INodeExecutionData['json']): Omit<Decision, 'source' | 'workflowId'> {
	const ticket = readTicket(json);
	if (ticket.key === '') {
		throw new Error(
			'The ticket has no "key", so the log cannot tell it from others. Take tickets from a Support Ticket Trigger node, or fill in ticket.key with something unique, e.g. "zendesk:acme:12345"',
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

/** Names what is tried again, in one error; unless the node is set to go on. */
function assertNoneFailed(
	context: IExecuteFunctions,
	decisions: ReadonlyMap<number, Decision>,
	recorded: ReadonlyMap<number, RecordedDecision>,
): void {
	if (context.continueOnFail()) return;
	const failed = [...recorded].filter(
		([, { state, isRepeat }]) => !isRepeat && (state === 'received' || state === 'failed'),
	);
	const [first] = failed;
	if (first === undefined) return;
	const [itemIndex, { reason, dueAt }] = first;
	const key = decisions.get(itemIndex)?.ticket.key ?? '';
	const others = failed.length > 1 ? ` and ${failed.length - 1} more` : '';
	const next =
		dueAt === undefined ? 'given up after 48 hours' : `tried again at ${dueAt.toISOString()}`;
	throw new NodeOperationError(
		context.getNode(),
		`Ticket ${key}${others} could not be decided: ${reason}`,
		{
			itemIndex,
			description: `The other tickets of this run are recorded. This one is ${next}.`,
		},
	);
}
