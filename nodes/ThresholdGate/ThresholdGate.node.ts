import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { readAccount, readSentiment, readTicketKey } from '../core/item/readers';
import { evaluateGate, readHistoryRows } from '../core/gate';
import type { Route } from '../core/item/types';
import { readFailedStep, toFailedItem, toItemError } from '../shared/itemError';
import { once } from '../shared/once';
import { readSecondInput } from '../shared/secondInput';
import { readGateSettings, thresholdGateProperties } from './ThresholdGate.properties';

const OUTPUT_OF: Record<Route, number> = { alert: 0, review: 1, digest: 2 };

export class ThresholdGate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Threshold Gate',
		name: 'thresholdGate',
		icon: { light: 'file:thresholdGate.svg', dark: 'file:thresholdGate.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { recommended: "recommended rules", cautious: "cautious start", team1to3: "1–3 managers", team4to8: "4–8 managers", team9to15: "9–15 managers", team15plus: "more than 15 managers", workedExample: "worked example" }[$parameter["preset"]] }}',
		description:
			'Decide by score, MRR and renewal whether a ticket becomes an alert, needs a look or goes to the digest',
		defaults: { name: 'Threshold Gate' },
		usableAsTool: true,
		inputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Tickets' },
			{ type: NodeConnectionTypes.Main, displayName: 'History' },
		],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Alert', 'Review', 'Digest'],
		properties: thresholdGateProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const outputs: INodeExecutionData[][] = [[], [], []];
		const settings = once(() => readGateSettings(this));
		const historyRows = readSecondInput(this);
		const history = historyRows.length > 0 ? readHistoryRows(historyRows) : undefined;
		const now = new Date();
		for (const [itemIndex, item] of this.getInputData().entries()) {
			try {
				const failedStep = readFailedStep(item.json);
				const sentiment = readSentiment(item.json);
				const gate = evaluateGate(
					{
						ticketKey: readTicketKey(item.json),
						score: sentiment?.score,
						flags: sentiment?.flags,
						account: readAccount(item.json),
						failure: failedStep && `${failedStep.node}: ${failedStep.message}`,
						history,
					},
					settings(),
					now,
				);
				outputs[OUTPUT_OF[gate.route]]?.push({
					...item,
					json: { ...item.json, gate: { ...gate, history: { ...gate.history } } },
					pairedItem: { item: itemIndex },
				});
			} catch (cause) {
				const error = toItemError(this.getNode(), cause, itemIndex);
				if (!this.continueOnFail()) throw error;
				outputs[OUTPUT_OF.review]?.push(toFailedItem(item, error, itemIndex));
			}
		}
		return outputs;
	}
}
