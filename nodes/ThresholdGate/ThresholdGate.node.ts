import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { findTicket, readAccount, readSentiment, readTicketKey } from '../core/item/readers';
import { daysWithoutReply, openGate } from '../core/gate';
import type { Route } from '../core/item/types';
import { readFailedStep } from '../shared/itemError';
import { once } from '../shared/once';
import { runItems } from '../shared/runItems';
import { readBefore } from './history';
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
		inputs: `={{ ((p) => p.history === 'input' ? [{ type: 'main', displayName: 'Tickets' }, { type: 'main', displayName: 'History' }] : [{ type: 'main' }])($parameter) }}`,
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Alert', 'Review', 'Digest'],
		properties: thresholdGateProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const settings = once(() => readGateSettings(this));
		const now = new Date();
		const before = await readBefore(this, now, settings);
		const decide = once(() => openGate(settings(), now, before));
		return await runItems(
			this,
			({ json }, position) => {
				const failedStep = readFailedStep(json);
				const sentiment = readSentiment(json);
				const ticket = findTicket(json);
				const gate = decide()({
					ticketKey: readTicketKey(json),
					score: sentiment?.score,
					label: sentiment?.label,
					topic: sentiment?.topic,
					event: ticket?.event,
					flags: sentiment?.flags,
					account: readAccount(json),
					waitedDays: ticket && daysWithoutReply(ticket, now),
					failure: failedStep && `${failedStep.node}: ${failedStep.message}`,
					position,
					standsAlone: ticket?.isTest === true || ticket?.backfill === true,
				});
				return { adds: { gate }, output: OUTPUT_OF[gate.route] };
			},
			{ outputs: 3, failedOutput: OUTPUT_OF.review },
		);
	}
}
