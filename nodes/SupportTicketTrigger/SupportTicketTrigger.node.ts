import {
	NodeConnectionTypes,
	type ICredentialTestFunctions,
	type ICredentialsDecrypted,
	type IDataObject,
	type IHookFunctions,
	type INodeCredentialTestResult,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import {
	onlyFor,
	supportTicketTriggerProperties,
	webhookPath,
} from './SupportTicketTrigger.properties';

const NOTHING_HEARD =
	'No test event is at hand. Choose Execute workflow again, then let the helpdesk send a ticket to the Test URL. To try a workflow without a helpdesk, start it by a Manual Trigger and a Ticket Log node with the operation Sample Ticket';

export class SupportTicketTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Support Ticket Trigger',
		name: 'supportTicketTrigger',
		icon: { light: 'file:supportTicketTrigger.svg', dark: 'file:supportTicketTrigger.dark.svg' },
		group: ['trigger'],
		// In each call of a webhook node of version 1, n8n evaluates an expression about binary data (a tenth of the call).
		version: 2,
		subtitle:
			'={{ { zendesk: "Zendesk", intercom: "Intercom", freshdesk: "Freshdesk", other: $parameter["helpdeskName"] || "other helpdesk" }[$parameter["helpdesk"]] }}',
		description:
			'Starts with every message of your customers in Zendesk, Intercom, Freshdesk or another helpdesk: logged before the helpdesk is answered, given again after a failure',
		eventTriggerDescription: 'Waiting for a ticket from your helpdesk',
		activationMessage:
			'Your workflow now takes in tickets. Each one is logged before it is answered.',
		defaults: { name: 'Support Ticket Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'zendeskApi',
				required: true,
				displayOptions: { ...onlyFor('zendesk'), show: { authentication: ['zendeskApi'] } },
			},
			{
				name: 'zendeskOAuth2Api',
				required: true,
				displayOptions: { ...onlyFor('zendesk'), show: { authentication: ['zendeskOAuth2Api'] } },
			},
			{
				name: 'csAlertsIntercomApi',
				required: true,
				displayOptions: onlyFor('intercom'),
			},
			{
				name: 'csAlertsSigningSecretApi',
				required: true,
				displayOptions: {
					...onlyFor('zendesk', 'other'),
					show: { authentication: ['signature'] },
				},
				testedBy: 'testSigningSecret',
			},
			{
				// n8n's own type, named by n8n.
				// eslint-disable-next-line n8n-nodes-base/node-class-description-credentials-name-unsuffixed
				name: 'httpHeaderAuth',
				required: true,
				displayOptions: {
					...onlyFor('zendesk', 'freshdesk', 'other'),
					show: { authentication: ['headerAuth'] },
				},
			},
			{
				name: 'freshdeskApi',
				required: true,
				displayOptions: { ...onlyFor('freshdesk'), show: { readTicketsBy: ['api'] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: '',
				...webhookPath,
				isFullPath: true,
			},
			{
				// Intercom asks whether the address is there before it saves it.
				name: 'setup',
				httpMethod: 'HEAD',
				responseMode: 'onReceived',
				responseData: '',
				...webhookPath,
				isFullPath: true,
				ndvHideUrl: true,
			},
		],
		properties: supportTicketTriggerProperties,
	};

	methods = {
		credentialTest: {
			async testSigningSecret(
				this: ICredentialTestFunctions,
				credential: ICredentialsDecrypted,
			): Promise<INodeCredentialTestResult> {
				const { secretProblem } = await import('./secrets');
				const problem = secretProblem(credential.data?.secret);
				return problem === undefined
					? { status: 'OK', message: 'The secret can be used' }
					: { status: 'Error', message: problem };
			},
		},
	};

	/** Zendesk is told the address by API; at other helpdesks an admin enters it. The log remembers it. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				const { isSetUp } = await import('./registration');
				return await isSetUp(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const { setUp } = await import('./registration');
				await setUp(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				const { takeDown } = await import('./registration');
				await takeDown(this);
				return true;
			},
		},
	};

	/** Answers the helpdesk. Starts no run by itself: a run is started from the log, by `trigger`. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { answerWebhook } = await import('./webhook');
		const ticket = await answerWebhook(this);
		if (ticket === undefined) return { noWebhookResponse: true };
		const { keepHeard } = await import('../shared/heard');
		const json = { ticket: { ...ticket } as IDataObject };
		keepHeard(this, json);
		return { noWebhookResponse: true, workflowData: [[{ json }]] };
	}

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		if (this.getMode() === 'manual') {
			const { emitHeard } = await import('../shared/heard');
			return { manualTriggerFunction: async () => emitHeard(this, NOTHING_HEARD) };
		}
		const { startInbox } = await import('./inboxRuns');
		const inbox = await startInbox(this);
		return { closeFunction: async () => inbox.stop() };
	}
}
