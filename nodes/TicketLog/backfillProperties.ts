import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { trimmedTextOf } from '../core/values/text';
import { zonedTime } from '../core/values/zonedTime';
import { forOperation } from './operationProperty';
import { timeTextOf } from './takeInProperties';

export const backfillProperties: INodeProperties[] = [
	{
		displayName:
			'The tickets of the period are fetched by the API of the helpdesk, scored and looked up like any other, so that thresholds can be tried on them. Nobody is alerted of them, and live tickets come first. It needs a <b>Support Ticket Trigger</b> with an API credential in a published workflow. <b>Get Intake Status</b> shows how far it is.',
		name: 'backfillNotice',
		type: 'notice',
		displayOptions: forOperation('startBackfill'),
		default: '',
	},
	{
		displayName: 'Trigger Name or ID',
		name: 'backfillTrigger',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getBackfillTriggers' },
		displayOptions: forOperation('startBackfill'),
		default: '',
		required: true,
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'From',
		name: 'backfillFrom',
		type: 'dateTime',
		displayOptions: forOperation('startBackfill'),
		default: '',
		required: true,
		description: 'The earliest time a ticket of the backfill was created',
	},
	{
		displayName: 'To',
		name: 'backfillTo',
		type: 'dateTime',
		displayOptions: forOperation('startBackfill'),
		default: '',
		description: 'The time the period ends. Left empty, it ends now.',
	},
	{
		displayName: 'Backfill Name or ID',
		name: 'runningBackfill',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getRunningBackfills' },
		displayOptions: forOperation('stopBackfill'),
		default: '',
		required: true,
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'Backfill Name or ID',
		name: 'stoppedBackfill',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getStoppedBackfills' },
		displayOptions: forOperation('continueBackfill'),
		default: '',
		required: true,
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
];

/**
 * Which helpdesk's tickets of which period an item asks for.
 * @throws Error naming the field that cannot be used
 */
export function readBackfill(
	context: IExecuteFunctions,
	itemIndex: number,
	now: Date,
): { source: string; from: Date; to: Date } {
	const source = chosen(context, 'backfillTrigger', itemIndex);
	const from = readTime(context, 'backfillFrom', itemIndex);
	if (from === undefined) throw new Error('From is empty. Choose when the period begins');
	const to = readTime(context, 'backfillTo', itemIndex) ?? now;
	if (from.getTime() >= to.getTime()) {
		throw new Error('From must be before To. Choose an earlier beginning, or a later end');
	}
	if (from.getTime() >= now.getTime()) {
		throw new Error(
			'From lies in the future, where there are no tickets yet. Choose an earlier time',
		);
	}
	return { source, from, to };
}

/** The ID of the backfill an item names. */
export function readBackfillId(
	context: IExecuteFunctions,
	field: 'runningBackfill' | 'stoppedBackfill',
	itemIndex: number,
): string {
	return chosen(context, field, itemIndex);
}

function chosen(context: IExecuteFunctions, field: string, itemIndex: number): string {
	const value = trimmedTextOf(context.getNodeParameter(field, itemIndex, ''));
	if (value !== undefined) return value;
	throw new Error(`${nameOf(field)} is empty. Choose an entry of the list`);
}

function readTime(context: IExecuteFunctions, field: string, itemIndex: number): Date | undefined {
	const text = trimmedTextOf(timeTextOf(context.getNodeParameter(field, itemIndex, '')));
	if (text === undefined) return undefined;
	const time = zonedTime(text, context.getTimezone());
	if (time !== undefined) return time;
	throw new Error(`${nameOf(field)} is no date. Choose one, or map e.g. "2026-11-23T09:00:00Z"`);
}

function nameOf(field: string): string {
	const { displayName = field } = backfillProperties.find(({ name }) => name === field) ?? {};
	return displayName.replace(' Name or ID', '');
}
