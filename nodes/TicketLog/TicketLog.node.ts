import type {
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodePropertyOptions,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import type { Operation } from './operationProperty';
import { withSlack } from './setupProperties';
import { ticketLogProperties } from './TicketLog.properties';

export class TicketLog implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ticket Log',
		name: 'ticketLog',
		icon: { light: 'file:ticketLog.svg', dark: 'file:ticketLog.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { recordDecision: "record decision", recordDelivery: "record delivery", queueDigest: "queue digest", findEarlierCopy: "find earlier copy", getMessages: "get messages", tryAgain: "try again", purge: "purge", forgetPerson: "forget a person", takeIn: "take in", sampleTicket: "sample ticket", getIntakeStatus: "intake status", startBackfill: "start backfill", stopBackfill: "stop backfill", continueBackfill: "continue backfill", checkSetup: "check setup", sendTestAlert: "send test alert" }[$parameter["operation"]] }}',
		description:
			'The log of every ticket: take tickets in, record what was decided and delivered, look it up, try failed ones again, forget a person',
		defaults: { name: 'Ticket Log' },
		usableAsTool: true,
		inputs: `={{ ((p) => p.operation === 'checkSetup' ? [{ type: 'main', displayName: 'Contact' }, { type: 'main', displayName: 'Owners' }, { type: 'main', displayName: 'Accounts' }] : [{ type: 'main' }])($parameter) }}`,
		outputs: `={{ ((p) => p.operation === 'findEarlierCopy' ? [{ type: 'main', displayName: 'To Send' }, { type: 'main', displayName: 'Sent Before' }] : [{ type: 'main' }])($parameter) }}`,
		credentials: [
			{ name: 'slackApi', required: true, displayOptions: withSlack('slackApi') },
			{ name: 'slackOAuth2Api', required: true, displayOptions: withSlack('slackOAuth2Api') },
		],
		properties: ticketLogProperties,
	};

	methods = {
		loadOptions: {
			async getBackfillTriggers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				return await (await import('./backfills')).getBackfillTriggers.call(this);
			},
			async getRunningBackfills(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				return await (await import('./backfills')).getRunningBackfills.call(this);
			},
			async getStoppedBackfills(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				return await (await import('./backfills')).getStoppedBackfills.call(this);
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as Operation;
		// Loaded here, so that n8n's start does not wait for it.
		const { operations } = await import('./operations');
		return await operations[operation](this);
	}
}
