import type { INodeProperties, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { HelpdeskKind } from '../core/helpdesk';
import { trimmedTextOf } from '../core/values/text';

export type Authentication = 'signature' | 'headerAuth';

const forHelpdesk = (...helpdesk: HelpdeskKind[]) => ({ show: { helpdesk } });

export const supportTicketTriggerProperties: INodeProperties[] = [
	{
		displayName: 'Helpdesk',
		name: 'helpdesk',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Freshdesk', value: 'freshdesk' },
			{ name: 'Intercom', value: 'intercom' },
			{ name: 'Zendesk', value: 'zendesk' },
		],
		default: 'zendesk',
		description: 'Where the tickets come from',
	},
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		noDataExpression: true,
		displayOptions: forHelpdesk('zendesk'),
		options: [
			{
				name: 'Signing Secret',
				value: 'signature',
				description: 'Zendesk signs each delivery with the secret it shows beside the webhook',
			},
			{
				name: 'Header Auth',
				value: 'headerAuth',
				description: 'Zendesk sends a header of your choice (Authentication: API key)',
			},
		],
		default: 'signature',
		description: 'How a delivery proves that it comes from Zendesk; anything else gets a 401',
	},
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'hidden',
		displayOptions: forHelpdesk('intercom'),
		default: 'signature',
	},
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'hidden',
		displayOptions: forHelpdesk('freshdesk'),
		default: 'headerAuth',
	},
	{
		// "id" is the name of a parameter, to be typed as it stands.
		// eslint-disable-next-line n8n-nodes-base/node-param-display-name-miscased-id
		displayName:
			'In Zendesk: <b>1.</b> Admin Center → Apps and integrations → Webhooks → Create webhook → <i>Trigger or automation</i>: the Production URL from the top of this panel, method POST, request format <b>Form encoded</b>. <b>2.</b> Put its signing secret (or the header you chose) into the credential above. <b>3.</b> Business rules → Triggers → <i>Ticket is Created</i> → <i>Notify active webhook</i> with these parameters: id {{ticket.id}}, subject {{ticket.title}}, description {{ticket.description}}, requester_email {{ticket.requester.email}}, requester_name {{ticket.requester.name}}, created_at {{ticket.created_at_with_timestamp}}, link {{ticket.link}}, via {{ticket.via}}',
		name: 'zendeskSteps',
		type: 'notice',
		displayOptions: forHelpdesk('zendesk'),
		default: '',
	},
	{
		displayName:
			'In Intercom: <b>1.</b> Developer Hub → your app → Webhooks: the Production URL from the top of this panel (publish this workflow first: Intercom checks that it answers). <b>2.</b> Subscribe to <b>conversation.user.created</b>; the app needs the permission <i>Read conversations</i>. <b>3.</b> Basic information → Client secret: put it into the credential above.',
		name: 'intercomSteps',
		type: 'notice',
		displayOptions: forHelpdesk('intercom'),
		default: '',
	},
	{
		displayName:
			'In Freshdesk: Admin → Automations → <i>Ticket creation</i> → new rule → action <i>Trigger webhook</i>: POST to the Production URL from the top of this panel, encoding JSON, your header under <i>Custom headers</i>, content <i>Advanced</i> as the README of this pack shows it.',
		name: 'freshdeskSteps',
		type: 'notice',
		displayOptions: forHelpdesk('freshdesk'),
		default: '',
	},
	{
		displayName: 'Zendesk Host',
		name: 'instance',
		type: 'string',
		displayOptions: forHelpdesk('zendesk'),
		default: '',
		placeholder: 'e.g. northwind.zendesk.com',
		description:
			'Makes the ticket links and tells several Zendesk accounts apart. Left empty, it is taken from the link in the payload.',
	},
	{
		displayName: 'Freshdesk Host',
		name: 'instance',
		type: 'string',
		displayOptions: forHelpdesk('freshdesk'),
		default: '',
		placeholder: 'e.g. northwind.freshdesk.com',
		description:
			'Makes the ticket links and tells several Freshdesk accounts apart. Left empty, it is taken from the link in the payload.',
	},
	{
		displayName: 'Intercom Region',
		name: 'instance',
		type: 'options',
		displayOptions: forHelpdesk('intercom'),
		options: [
			{ name: 'Australia', value: 'app.au.intercom.com' },
			{ name: 'Europe', value: 'app.eu.intercom.com' },
			{ name: 'US', value: 'app.intercom.com' },
		],
		default: 'app.intercom.com',
		description: 'Where your Intercom is, for the links to conversations',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Batch Size',
				name: 'batchSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 500 },
				default: 50,
				description:
					'Most tickets of one run when many wait; a single ticket never waits for others. Tickets of one run are looked up in the CRM together.',
			},
			{
				displayName: 'Parallel Runs',
				name: 'parallelRuns',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 20 },
				default: 2,
				description: 'Most runs of this trigger at once',
			},
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: '',
				placeholder: 'e.g. cs-alerts/zendesk-eu',
				description:
					'Path of the webhook, when two triggers of one helpdesk need different ones. Left empty, it is cs-alerts/ and the helpdesk.',
			},
		],
	},
];

/** Path of the webhook, as an expression of n8n. */
export const WEBHOOK_PATH =
	'={{ $parameter["options"]["path"] || "cs-alerts/" + $parameter["helpdesk"] }}';

export interface ReceivingSettings {
	helpdesk: HelpdeskKind;
	authentication: Authentication;
	instance?: string;
}

/** What a delivery is read and checked by. */
export function readReceivingSettings(
	context: IWebhookFunctions | ITriggerFunctions,
): ReceivingSettings {
	const instance = trimmedTextOf(context.getNodeParameter('instance', ''));
	return {
		helpdesk: context.getNodeParameter('helpdesk') as HelpdeskKind,
		authentication: context.getNodeParameter('authentication') as Authentication,
		...(instance !== undefined && { instance }),
	};
}

export interface RunSettings {
	batchSize: number;
	parallelRuns: number;
}

/** How waiting tickets become runs. */
export function readRunSettings(context: ITriggerFunctions): RunSettings {
	const whole = (name: string, otherwise: number) => {
		const value = Math.floor(Number(context.getNodeParameter(`options.${name}`, otherwise)));
		return value >= 1 ? value : otherwise;
	};
	return { batchSize: whole('batchSize', 50), parallelRuns: whole('parallelRuns', 2) };
}
