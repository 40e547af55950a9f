import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
	type IWebhookDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { csAlertResponseTriggerProperties } from './CsAlertResponseTrigger.properties';

/** The same for every workflow, so that links in old messages lead there after the workflow was made anew. */
const address = (
	webhook: Pick<IWebhookDescription, 'name' | 'httpMethod'>,
): IWebhookDescription => ({
	...webhook,
	responseMode: 'onReceived',
	responseData: '',
	path: 'cs-alerts/answer',
	isFullPath: true,
});

const NOTHING_HEARD =
	'No answer is at hand. Choose Execute workflow again, open the Test URL in your browser and answer the sample alert';

export class CsAlertResponseTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CS Alert Response Trigger',
		name: 'csAlertResponseTrigger',
		icon: {
			light: 'file:csAlertResponseTrigger.svg',
			dark: 'file:csAlertResponseTrigger.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ $parameter["slackButtons"] === "none" ? "answers by link" : "answers by link and Slack button" }}',
		description:
			'Starts when somebody answers an alert: acknowledge, useful, noise, snooze, close, attach and more, by a link or a Slack button',
		eventTriggerDescription: 'Waiting for an answer to an alert',
		activationMessage:
			'Alerts that are sent from now on carry links to answer them. The log has each answer before your workflow runs.',
		triggerPanel: {
			header: 'Try an answer',
			executionsHelp: {
				inactive:
					'Listen for a test event, then open the Test URL in your browser: it shows a sample alert. What you answer to it runs the workflow once, marked as a test, and is kept nowhere.',
				active:
					'Listen for a test event, then open the Test URL in your browser: it shows a sample alert. What you answer to it runs the workflow once, marked as a test, and is kept nowhere. Real answers run the published workflow; see <a data-key="executions">executions</a>.',
			},
			activationHint: 'Publish the workflow, and alerts carry links to answer them.',
		},
		defaults: { name: 'CS Alert Response Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'slackApi',
				required: true,
				displayOptions: { show: { slackButtons: ['slackApi'] } },
			},
			{
				name: 'slackOAuth2Api',
				required: true,
				displayOptions: { show: { slackButtons: ['slackOAuth2Api'] } },
			},
		],
		webhooks: [
			{ ...address({ name: 'default', httpMethod: 'POST' }), ndvHideMethod: true },
			{ ...address({ name: 'setup', httpMethod: 'GET' }), ndvHideUrl: true },
			// Some mail scanners and chats ask so before they open a link.
			{ ...address({ name: 'setup', httpMethod: 'HEAD' }), ndvHideUrl: true },
		],
		properties: csAlertResponseTriggerProperties,
	};

	/** The log is told where answers are taken, so that nobody enters an address. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				// Saving it again costs nothing, and the address may have changed.
				return await Promise.resolve(false);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const { saveAddress } = await import('./address');
				await saveAddress(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				const { forgetAddress } = await import('./address');
				await forgetAddress(this);
				return true;
			},
		},
	};

	/** Answers the person, and starts a run for what has changed something. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { answerWebhook } = await import('./webhook');
		const response = await answerWebhook(this);
		if (response === undefined) return { noWebhookResponse: true };
		const json = { response: { ...response } };
		if (this.getMode() === 'manual') {
			const { keepHeard } = await import('../shared/heard');
			keepHeard(this, json);
		}
		return { noWebhookResponse: true, workflowData: [[{ json }]] };
	}

	/**
	 * Starts no run by itself. At its own start n8n calls `webhookMethods` only of nodes that it has to start anew
	 * (n8n 2.41, WorkflowPublicationApplier), which are those with a `trigger`: without it the log would keep an
	 * address that has changed, and a new log would never be told one.
	 */
	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		if (this.getMode() !== 'manual') return {};
		const { emitHeard } = await import('../shared/heard');
		return { manualTriggerFunction: async () => emitHeard(this, NOTHING_HEARD) };
	}
}
