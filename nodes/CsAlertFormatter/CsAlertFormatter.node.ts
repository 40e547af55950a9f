import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { runItems } from '../shared/runItems';
import { csAlertFormatterProperties, readDeliverySettings } from './CsAlertFormatter.properties';

export class CsAlertFormatter implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CS Alert Formatter',
		name: 'csAlertFormatter',
		icon: { light: 'file:csAlertFormatter.svg', dark: 'file:csAlertFormatter.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { owner: "by owner preference", slack: "for Slack", email: "for email" }[$parameter["channel"]] }}',
		description:
			'Write the alert for the customer-success owner: account, health, summary, evidence, risk factors and what to do; or the update or digest that is due',
		defaults: { name: 'CS Alert Formatter' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: csAlertFormatterProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const now = new Date();
		// Loaded here, so that n8n's start does not wait for it.
		const { composeForItem } = await import('../core/alert');
		return await runItems(
			this,
			({ json }, itemIndex) => ({
				adds: { alert: { ...composeForItem(json, readDeliverySettings(this, itemIndex), now) } },
			}),
			{ addsFirst: true },
		);
	}
}
