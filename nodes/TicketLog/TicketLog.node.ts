import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { ticketLogProperties, type Operation } from './TicketLog.properties';

export class TicketLog implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ticket Log',
		name: 'ticketLog',
		icon: { light: 'file:ticketLog.svg', dark: 'file:ticketLog.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { recordDecision: "record decision", recordDelivery: "record delivery", queueDigest: "queue digest", getMessages: "get messages", tryAgain: "try again", purge: "purge" }[$parameter["operation"]] }}',
		description:
			'The log of every ticket: record what was decided and delivered, look it up, try failed ones again',
		defaults: { name: 'Ticket Log' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: ticketLogProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as Operation;
		// Loaded here, so that n8n's start does not wait for it.
		const { operations } = await import('./operations');
		return await operations[operation](this);
	}
}
