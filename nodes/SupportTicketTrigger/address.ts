import type { IHookFunctions } from 'n8n-workflow';

import { openLog } from '../log/open';
import type { TriggerRecord } from '../log/ticketLog';
import { plainError } from '../shared/plainError';
import { sourceOf } from '../core/log/source';

/** Whether the log knows this trigger under the address it has now. */
export async function isRemembered(context: IHookFunctions): Promise<boolean> {
	if (isTest(context)) return true;
	const { source, address } = recordOf(context);
	try {
		const log = await openLog();
		return (await log.triggers()).some(
			(known) => known.source === source && known.address === address,
		);
	} catch (error) {
		throw plainError(context.getNode(), error);
	}
}

/** Tells the log the trigger's public address, so that others can say where it is. */
export async function remember(context: IHookFunctions): Promise<void> {
	if (isTest(context)) return;
	try {
		const log = await openLog();
		await log.saveTrigger(recordOf(context), new Date());
	} catch (error) {
		throw plainError(context.getNode(), error);
	}
}

/** "Listen for test event" has an address of its own, for two minutes: that is not where the trigger is. */
function isTest(context: IHookFunctions): boolean {
	return context.getMode() === 'manual';
}

function recordOf(context: IHookFunctions): TriggerRecord {
	const workflowId = context.getWorkflow().id ?? '';
	return {
		source: sourceOf(workflowId, context.getNode().id),
		workflowId,
		helpdesk: context.getNodeParameter('helpdesk') as string,
		address: context.getNodeWebhookUrl('default'),
	};
}
