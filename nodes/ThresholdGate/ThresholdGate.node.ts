import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type NodeHint,
} from 'n8n-workflow';

import { findTicket, readAccount, readSentiment, readTicketKey } from '../core/item/readers';
import { daysWithoutReply, openGate } from '../core/gate';
import type { Route } from '../core/item/types';
import { readFailedStep } from '../shared/itemError';
import { isTriedOut } from '../shared/isTriedOut';
import { once } from '../shared/once';
import { runItems } from '../shared/runItems';
import { readBefore } from './history';
import {
	knownSettings,
	readGateSettings,
	thresholdGateProperties,
} from './ThresholdGate.properties';

/** Where the table of the presets meets the admin's own tickets: known to the log alone, which only a run can ask. */
const tryOutHint: NodeHint = {
	message:
		'Once this step has run by hand, it says here how many alerts per manager and working day these rules would have made of the last 30 days in your log.',
	type: 'info',
	location: 'outputPane',
	whenToDisplay: 'beforeExecution',
};

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
		hints: [tryOutHint],
		properties: thresholdGateProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const settings = once(() => readGateSettings(this));
		const now = new Date();
		const known = knownSettings(settings);
		const before = known === undefined ? {} : await readBefore(this, now, known);
		const decide = once(() => openGate(settings(), now, before));
		const outputs = await runItems(
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
		if (known !== undefined && isTriedOut(this)) {
			// Loaded here, so that n8n's start does not wait for it.
			const { showLastDays } = await import('./lastDays');
			await showLastDays(this, now, known);
		}
		return outputs;
	}
}
