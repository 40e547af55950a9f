import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { isTriedOut } from '../shared/isTriedOut';
import { runItems } from '../shared/runItems';
import { csAlertFormatterProperties, readDeliverySettings } from './CsAlertFormatter.properties';
import { draftsReplies } from './draftProperties';
import { previewOf, PREVIEW_HINT } from './preview';
import { wordingHint } from './wordingProperties';

/** A table of owners that was filled in wrongly would hide the alert behind its hints. */
const MOST_HINTS = 10;

export class CsAlertFormatter implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CS Alert Formatter',
		name: 'csAlertFormatter',
		icon: { light: 'file:csAlertFormatter.svg', dark: 'file:csAlertFormatter.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { owner: "by owner preference", slack: "for Slack", email: "for email", teams: "for Teams" }[$parameter["channel"]] }}',
		description:
			'Write the alert for the customer-success owner: account, health, summary, evidence, risk factors and what to do; or the update, reminder, escalation, review or digest that is due',
		defaults: { name: 'CS Alert Formatter' },
		usableAsTool: true,
		inputs: `={{ ((p) => [...(p.owners === 'input' ? [{ type: 'main', displayName: 'Messages' }, { type: 'main', displayName: 'Owners' }] : [{ type: 'main' }]), ...(p.draftReply ? [{ type: 'ai_languageModel', displayName: 'Model', maxConnections: 1 }] : [])])($parameter) }}`,
		outputs: [NodeConnectionTypes.Main],
		hints: [wordingHint],
		properties: csAlertFormatterProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const now = new Date();
		// Loaded here, so that n8n's start does not wait for it.
		const { composeForItem } = await import('../core/alert');
		const { readOwners } = await import('./ownersInput');
		const remarks = new Set<string>();
		const remark = (text: string) => remarks.add(text);
		const owners = readOwners(this, remark);
		const draftFor = draftsReplies(this)
			? (await import('./replyDrafts')).replyDrafter(this, remark)
			: undefined;
		const showsPreview = isTriedOut(this);
		const outputs = await runItems(
			this,
			async ({ json }, itemIndex) => {
				const settings = readDeliverySettings(this, itemIndex, owners, remark);
				const { message, remarks: own } = composeForItem(json, settings, now);
				own.forEach(remark);
				// What is held is written anew when it goes out.
				const draft = message.via === 'hold' ? undefined : await draftFor?.(json, itemIndex);
				const drafted =
					draft === undefined ? message : composeForItem(json, settings, now, draft).message;
				return {
					adds: { alert: { ...drafted } },
					...(showsPreview && { binary: await previewOf(this, drafted) }),
				};
			},
			{ addsFirst: true },
		);
		for (const message of [...remarks].slice(0, MOST_HINTS)) {
			this.addExecutionHints({ type: 'warning', location: 'outputPane', message });
		}
		if (showsPreview) {
			this.addExecutionHints({ type: 'info', location: 'outputPane', message: PREVIEW_HINT });
		}
		return outputs;
	}
}
