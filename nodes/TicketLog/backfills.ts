import type {
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodePropertyOptions,
} from 'n8n-workflow';

import { backfillProgress } from '../core/log/backfillProgress';
import type { Backfill, BackfillState, IntakeStatus } from '../log/intakeLog';
import { openLog } from '../log/open';
import { plainError } from '../shared/plainError';
import { readBackfill, readBackfillId } from './backfillProperties';
import { backfillEntry } from './intakeStatus';
import { logItems } from './logItems';

/** Backfills a list offers; the latest come first. */
const MOST_OPTIONS = 100;

export async function startBackfill(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const now = new Date();
	return await logItems(context, async (_item, itemIndex) => {
		const wanted = readBackfill(context, itemIndex, now);
		const log = await openLog();
		const trigger = (await log.intakeStatus()).find(({ source }) => source === wanted.source);
		if (trigger === undefined) {
			throw new Error(
				`The log knows no trigger "${wanted.source}". Choose one from the list; a trigger stands there once its workflow was published`,
			);
		}
		if (!trigger.hasApi) {
			throw new Error(
				'This trigger has no API credential, so its helpdesk cannot be asked for earlier tickets. Add the credential to the trigger, publish its workflow, then start the backfill',
			);
		}
		const started = await log.startBackfill(wanted, now);
		return { adds: { log: backfillEntry(started, now, context.getTimezone()) } };
	});
}

export async function stopBackfill(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await change(context, 'runningBackfill', 'stopped');
}

export async function continueBackfill(
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	return await change(context, 'stoppedBackfill', 'running');
}

async function change(
	context: IExecuteFunctions,
	field: 'runningBackfill' | 'stoppedBackfill',
	state: 'running' | 'stopped',
): Promise<INodeExecutionData[][]> {
	const now = new Date();
	return await logItems(context, async (_item, itemIndex) => {
		const id = readBackfillId(context, field, itemIndex);
		const log = await openLog();
		const changed = await log.setBackfillState(id, state, now);
		return { adds: { log: backfillEntry(changed, now, context.getTimezone()) } };
	});
}

/** Triggers whose helpdesk can be asked for months back. */
export async function getBackfillTriggers(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await options(this, async () => {
		const triggers = await (await openLog()).intakeStatus();
		return triggers
			.filter(({ hasApi }) => hasApi)
			.map((one) => ({ name: labelOf(one), value: one.source }));
	});
}

export async function getRunningBackfills(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await options(this, async () => await backfillOptions(this, ['running']));
}

export async function getStoppedBackfills(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await options(this, async () => await backfillOptions(this, ['stopped', 'failed']));
}

async function backfillOptions(
	context: ILoadOptionsFunctions,
	states: readonly BackfillState[],
): Promise<INodePropertyOptions[]> {
	const log = await openLog();
	const now = new Date();
	const triggers = new Map((await log.intakeStatus()).map((one) => [one.source, one]));
	const lists = await Promise.all(
		states.map(async (state) => await log.backfills({ state, limit: MOST_OPTIONS })),
	);
	const timeZone = context.getTimezone();
	return lists.flat().map((one) => ({
		...optionOf(one, triggers.get(one.source)),
		description: backfillProgress(one, now, timeZone).progress,
	}));
}

function optionOf(backfill: Backfill, trigger: IntakeStatus | undefined): INodePropertyOptions {
	const day = (time: Date) => time.toISOString().slice(0, 10);
	const { state, from, to, id } = backfill;
	const whose = trigger === undefined ? 'A trigger that is gone' : labelOf(trigger);
	return {
		name: `${whose}: ${day(from)} to ${day(to)}, ${state}`,
		value: id,
	};
}

/** e.g. "Zendesk in Workflow aB3: https://n8n.example/webhook/…". */
function labelOf({ helpdesk = 'Trigger', workflowId, address }: IntakeStatus): string {
	const system = helpdesk.charAt(0).toUpperCase() + helpdesk.slice(1);
	return `${system} in Workflow ${workflowId}${address === undefined ? '' : `: ${address}`}`;
}

async function options(
	context: ILoadOptionsFunctions,
	read: () => Promise<INodePropertyOptions[]>,
): Promise<INodePropertyOptions[]> {
	try {
		return await read();
	} catch (error) {
		throw plainError(context.getNode(), error);
	}
}
