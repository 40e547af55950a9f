import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { comparableEmail } from '../core/account/email';
import { sourceOf } from '../core/log/source';
import { testDecision } from '../core/setupCheck/testAlert';
import { trimmedTextOf } from '../core/values/text';
import { openLog } from '../log/open';
import { toLogEntry } from './logEntry';
import { logItems } from './logItems';

/** Puts a test alert into the outbox for each item. */
export async function sendTestAlert(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const workflowId = context.getWorkflow().id ?? '';
	const source = sourceOf(workflowId, context.getNode().id);
	return await logItems(context, async (_item, itemIndex) => {
		const text = trimmedTextOf(context.getNodeParameter('testOwnerEmail', itemIndex, ''));
		const email = comparableEmail(text);
		if (text !== undefined && email === undefined) {
			throw new Error(`Owner Email: "${text}" is no email address`);
		}
		// A millisecond apart, so that each item's is an alert of its own.
		const decision = testDecision(new Date(Date.now() + itemIndex), email);
		const log = await openLog();
		const [recorded] = await log.recordDecisions([{ ...decision, source, workflowId }], new Date());
		return { adds: { log: toLogEntry({ ...recorded }) } };
	});
}
