import type { INodeProperties } from 'n8n-workflow';

export type Operation =
	| 'checkSetup'
	| 'continueBackfill'
	| 'findEarlierCopy'
	| 'forgetPerson'
	| 'getIntakeStatus'
	| 'getMessages'
	| 'purge'
	| 'queueDigest'
	| 'recordDecision'
	| 'recordDelivery'
	| 'sampleTicket'
	| 'sendTestAlert'
	| 'startBackfill'
	| 'stopBackfill'
	| 'takeIn'
	| 'tryAgain';

/** Shows a field for these operations only. */
export const forOperation = (...operation: Operation[]) => ({ show: { operation } });

export const operationProperty: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Check Setup',
			value: 'checkSetup',
			action: 'Check the setup',
			description: 'Say in plain words what is missing or broken, and where to click',
		},
		{
			name: 'Continue Backfill',
			value: 'continueBackfill',
			action: 'Continue a backfill',
			description: 'Let a backfill go on that was stopped or has failed',
		},
		{
			name: 'Find Earlier Copy',
			value: 'findEarlierCopy',
			action: 'Find an earlier copy',
			description:
				'Behind a Slack node that reads a conversation: tell whether a message that may be a repeat stands there already',
		},
		{
			name: 'Forget a Person',
			value: 'forgetPerson',
			action: 'Forget a person',
			description:
				'Take the words, the name and the email address of one sender out of the log, with a receipt; scores and times stay',
		},
		{
			name: 'Get Intake Status',
			value: 'getIntakeStatus',
			action: 'Get the intake status',
			description: 'See for each trigger what came, what was missing and what waits',
		},
		{
			name: 'Get Messages',
			value: 'getMessages',
			action: 'Get messages',
			description: 'Read what became of tickets, newest first',
		},
		{
			name: 'Purge',
			value: 'purge',
			action: 'Purge old entries',
			description: 'Remove the words of customers, or whole entries, after a time',
		},
		{
			name: 'Queue Digest',
			value: 'queueDigest',
			action: 'Queue a digest',
			description: 'Sum up the last days and send it the way alerts go',
		},
		{
			name: 'Record Decision',
			value: 'recordDecision',
			action: 'Record decisions',
			description:
				'Behind Threshold Gate: write what was decided, and hold ready what is to be sent',
		},
		{
			name: 'Record Delivery',
			value: 'recordDelivery',
			action: 'Record a delivery',
			description: 'Behind Slack, Send Email and other channels: write whether the message arrived',
		},
		{
			name: 'Sample Ticket',
			value: 'sampleTicket',
			action: 'Get a sample ticket',
			description:
				'Give out an invented ticket to try a workflow with: it shows its alert, marked as a test, and stays out of all figures',
		},
		{
			name: 'Send Test Alert',
			value: 'sendTestAlert',
			action: 'Send a test alert',
			description: 'Send an invented alert, marked as a test, the way alerts go',
		},
		{
			name: 'Start Backfill',
			value: 'startBackfill',
			action: 'Start a backfill',
			description: 'Fetch and score the tickets of months back; nobody is alerted of them',
		},
		{
			name: 'Stop Backfill',
			value: 'stopBackfill',
			action: 'Stop a backfill',
			description: 'Hold a backfill; it can be continued where it stopped',
		},
		{
			name: 'Take In',
			value: 'takeIn',
			action: 'Take in tickets',
			description:
				'Behind any other trigger: put tickets of a mailbox, a CRM or a form into the log',
		},
		{
			name: 'Try Again',
			value: 'tryAgain',
			action: 'Try failed ones again',
			description: 'Make failed tickets and undelivered alerts due at once',
		},
	],
	default: 'recordDecision',
};
