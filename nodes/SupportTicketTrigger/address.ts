import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { openLog } from '../log/open';
import type { TriggerRecord } from '../log/ticketLog';
import { sourceOf } from './inboxRuns';

/** Whether the log knows this trigger under the address it has now. */
export async function isRemembered(context: IHookFunctions): Promise<boolean> {
	const { source, address } = recordOf(context);
	try {
		const log = await openLog();
		return (await log.triggers()).some(
			(known) => known.source === source && known.address === address,
		);
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error as Error);
	}
}

/** Tells the log the trigger's public address, so that others can say where it is. */
export async function remember(context: IHookFunctions): Promise<void> {
	try {
		const log = await openLog();
		await log.saveTrigger(recordOf(context), new Date());
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error as Error);
	}
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
