import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { getMessages, purge, queueDigest, tryAgain } from './people';
import { recordDecisions } from './recordDecision';
import { recordDeliveries } from './recordDelivery';
import type { Operation } from './TicketLog.properties';

/** What each operation does with the items that came in. */
export const operations: Record<
	Operation,
	(context: IExecuteFunctions) => Promise<INodeExecutionData[][]>
> = {
	recordDecision: recordDecisions,
	recordDelivery: recordDeliveries,
	queueDigest,
	getMessages,
	tryAgain,
	purge,
};
