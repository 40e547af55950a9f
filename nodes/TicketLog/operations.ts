import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { checkSetup } from './checkSetup';
import { continueBackfill, startBackfill, stopBackfill } from './backfills';
import { findEarlierCopies } from './findEarlierCopy';
import { forgetPerson } from './forgetPerson';
import { getIntakeStatus } from './intakeStatus';
import type { Operation } from './operationProperty';
import { getMessages, purge, queueDigest, tryAgain } from './people';
import { recordDecisions } from './recordDecision';
import { recordDeliveries } from './recordDelivery';
import { giveSampleTicket } from './sampleTicket';
import { sendTestAlert } from './sendTestAlert';
import { takeIn } from './takeIn';

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
	findEarlierCopy: findEarlierCopies,
	forgetPerson,
	takeIn,
	sampleTicket: giveSampleTicket,
	getIntakeStatus,
	startBackfill,
	stopBackfill,
	continueBackfill,
	checkSetup,
	sendTestAlert,
};
