import type { IExecuteFunctions, IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Ticket } from '../core/item/types';
import { manyItems } from './manyItems';

/** A sample ticket for each item that asks. */
export async function giveSampleTicket(
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	const now = new Date();
	return await manyItems(context, async () => {
		const ticket = { ...sampleTicket(now) } as IDataObject;
		return await Promise.resolve([{ ticket }]);
	});
}

/** An invented ticket to build a workflow with: marked as a test, so that it stays out of all figures. */
function sampleTicket(now: Date): Ticket {
	const at = now.toISOString();
	return {
		key: `other:sample:${now.getTime()}`,
		messageId: 'new',
		event: 'new',
		helpdesk: 'other',
		instance: 'sample',
		id: String(now.getTime()),
		subject: 'Export broken again, third ticket this month',
		body: 'Hello, the CSV export has shown the numbers of last month for three days now. This is the third time we write about it and nobody has answered yet. Our board meets on Friday. If this cannot be fixed we will have to look at other tools.\n\nMia',
		requester: { email: 'mia.chen@globex.example', name: 'Mia Chen' },
		createdAt: at,
		receivedAt: at,
		isTest: true,
	};
}
