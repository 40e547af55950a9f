import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
} from 'n8n-workflow';

/** Customers' words leave the log after three months unless told otherwise (DESIGN §4). */
const KEEP_TEXT_DAYS = 90;

export class CsAlertTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CS Alert Trigger',
		name: 'csAlertTrigger',
		icon: { light: 'file:csAlertTrigger.svg', dark: 'file:csAlertTrigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: 'whatever is due, one message a run',
		description:
			'Starts when an alert, an update, a reminder, a review or a digest is to be sent: one message a run, tried again until it is delivered',
		eventTriggerDescription: 'Waiting for something to send',
		activationMessage: 'Your workflow now sends what the log holds ready.',
		defaults: { name: 'CS Alert Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['To Send', 'Problem'],
		properties: [
			{
				displayName:
					'Hands out one message a run, to CS Alert Formatter. Connect every channel behind it to a Ticket Log node with the operation <b>Record Delivery</b>: what is not recorded as delivered is tried again after 1, 5 and 15 minutes, then on the other channel, then at the manager, then hourly for 48 hours. One CS Alert Trigger serves all workflows; with several, each message leaves by any one of them. <b>Problem</b> gives one item when all of these have failed, or when a ticket could not be processed for 48 hours.',
				name: 'howItWorks',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [
					{
						displayName: 'Keep Quotes For (Days)',
						name: 'keepTextDays',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: KEEP_TEXT_DAYS,
						description:
							'How long the log keeps the subject, summary and quotes of a ticket that has ended. Its full text leaves when it ends; that of a failed one stays for 14 days, so that it can be tried again.',
					},
				],
			},
		],
	};

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const { startOutbox, showSample } = await import('./outboxRuns');
		if (this.getMode() === 'manual') {
			return { manualTriggerFunction: async () => showSample(this) };
		}
		const days = Number(this.getNodeParameter('options.keepTextDays', KEEP_TEXT_DAYS));
		const outbox = await startOutbox(this, days >= 1 ? days : KEEP_TEXT_DAYS);
		return { closeFunction: async () => outbox.stop() };
	}
}
