import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { MESSAGE_STATES, type MessageState } from '../core/log/states';
import { textOf, trimmedTextOf } from '../core/values/text';
import type { MessageFilter } from '../log/ticketLog';
import { backfillProperties } from './backfillProperties';
import { forgetProperties } from './forgetProperties';
import { forOperation, operationProperty } from './operationProperty';
import { setupProperties } from './setupProperties';
import { takeInProperties } from './takeInProperties';

const DAY_MS = 86_400_000;
/** A century; more would be no date. */
const MOST_DAYS = 36_500;

const STATE_NAMES: Record<MessageState, string> = {
	alerted: 'Alerted',
	alerting: 'Alerting',
	done: 'Done',
	failed: 'Failed',
	monitored: 'Monitored',
	received: 'Received',
	skipped: 'Skipped',
	unattached: 'Unattached (Review)',
	updated: 'Updated',
};

export const ticketLogProperties: INodeProperties[] = [
	operationProperty,
	{
		displayName:
			'Connect all three outputs of <b>Threshold Gate</b> here. An alert is held ready for the workflow that has a <b>CS Alert Trigger</b>; any other ticket ends here, as unattached (Review) or monitored (Digest). Each message counts once: it is known by <i>ticket.key</i> and <i>ticket.messageId</i>. A ticket of a Support Ticket Trigger that failed on the way is tried again by itself for 48 hours. It comes by Review: a No Operation node there, as in the template, lets the others be recorded first.',
		name: 'decisionNotice',
		type: 'notice',
		displayOptions: forOperation('recordDecision'),
		default: '',
	},
	{
		displayName: 'Sent Item',
		name: 'sentItem',
		type: 'json',
		displayOptions: forOperation('recordDelivery', 'findEarlierCopy'),
		default: "={{ $('CS Alert Formatter').first().json }}",
		required: true,
		description:
			'The item of CS Alert Formatter that the channel is to send. What comes in is what the channel itself gave out: its answer, or the messages of its conversation.',
	},
	{
		displayName: 'Days',
		name: 'digestDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 92 },
		displayOptions: forOperation('queueDigest'),
		default: 7,
		description: 'How many days back the digest goes',
	},
	{
		displayName: 'Received Within Days',
		name: 'withinDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: forOperation('getMessages'),
		default: 7,
		description: 'How many days back to look',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: forOperation('getMessages'),
		default: 50,
		description: 'Max number of results to return',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		displayOptions: forOperation('getMessages'),
		default: {},
		options: [
			{
				displayName: 'Account ID',
				name: 'accountId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 0015g00000XyZ12AAB',
				description: 'Only messages of this account',
			},
			{
				displayName: 'Include Test Tickets',
				name: 'includeTests',
				type: 'boolean',
				default: false,
				description: 'Whether tickets that were marked as a test are listed, too',
			},
			{
				displayName: 'Minimum Score',
				name: 'minimumScore',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 100 },
				default: 65,
				description: 'Only messages with at least this frustration score',
			},
			{
				displayName: 'Requester Email',
				name: 'requesterEmail',
				type: 'string',
				default: '',
				placeholder: 'e.g. mia@globex.example',
				description: 'Only messages of this sender',
			},
			{
				displayName: 'States',
				name: 'states',
				type: 'multiOptions',
				options: MESSAGE_STATES.map((value) => ({ name: STATE_NAMES[value], value })).sort((a, b) =>
					a.name.localeCompare(b.name),
				),
				default: [],
				description: 'Only messages in one of these states',
			},
			{
				displayName: 'Ticket Key',
				name: 'ticketKey',
				type: 'string',
				default: '',
				placeholder: 'e.g. zendesk:northwind.zendesk.com:4811',
				description: 'Only messages of this ticket',
			},
		],
	},
	{
		displayName: 'What to Try Again',
		name: 'what',
		type: 'multiOptions',
		displayOptions: forOperation('tryAgain'),
		options: [
			{ name: 'Failed Tickets', value: 'failed' },
			{ name: 'Undelivered Alerts', value: 'undelivered' },
		],
		default: ['failed', 'undelivered'],
		description: 'They are made due at once and have all their tries before them again',
	},
	{
		displayName: 'Ticket Key',
		name: 'againTicketKey',
		type: 'string',
		displayOptions: forOperation('tryAgain'),
		default: '',
		placeholder: 'e.g. zendesk:northwind.zendesk.com:4811',
		description: 'Only this ticket. Left empty, all of them.',
	},
	{
		displayName: 'Remove Texts After Days',
		name: 'textDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		displayOptions: forOperation('purge'),
		default: 90,
		description:
			'Subjects, names, summaries and quotes of tickets that ended longer ago leave the log; scores and decisions stay',
	},
	{
		displayName: 'Delete Entries After Days',
		name: 'deleteDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		displayOptions: forOperation('purge'),
		default: 0,
		description: 'Whole entries that ended longer ago are deleted. 0 keeps them for good.',
	},
	...forgetProperties,
	...takeInProperties,
	...backfillProperties,
	...setupProperties,
];

/** Which messages an item asks for. */
export function readMessageFilter(
	context: IExecuteFunctions,
	itemIndex: number,
	now: Date,
): MessageFilter {
	const text = (name: string) =>
		trimmedTextOf(context.getNodeParameter(`filters.${name}`, itemIndex, ''));
	const minimum = context.getNodeParameter('filters.minimumScore', itemIndex, -1) as number;
	return {
		since: daysBack(context, 'withinDays', itemIndex, now),
		limit: Math.max(1, Math.floor(numberIn(context, 'limit', itemIndex))),
		states: context.getNodeParameter('filters.states', itemIndex, []) as MessageState[],
		accountId: text('accountId'),
		ticketKey: text('ticketKey'),
		requesterEmail: text('requesterEmail'),
		...(minimum >= 0 && { minimumScore: minimum }),
		includeTests: context.getNodeParameter('filters.includeTests', itemIndex, false) as boolean,
	};
}

/**
 * The time a field's days before `now`.
 * @throws Error when the field holds no number: an expression that found nothing must not mean "0 days"
 */
export function daysBack(
	context: IExecuteFunctions,
	field: string,
	itemIndex: number,
	now: Date,
): Date {
	const days = Math.min(numberIn(context, field, itemIndex), MOST_DAYS);
	return new Date(now.getTime() - days * DAY_MS);
}

function numberIn(context: IExecuteFunctions, field: string, itemIndex: number): number {
	const text = textOf(context.getNodeParameter(field, itemIndex));
	const value = text === undefined ? NaN : Number(text);
	if (value >= 0) return value;
	const { displayName = field } = ticketLogProperties.find(({ name }) => name === field) ?? {};
	throw new Error(`${displayName} must be a number, 0 or more`);
}
