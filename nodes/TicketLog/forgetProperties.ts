import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { trimmedTextOf } from '../core/values/text';
import { forOperation } from './operationProperty';

export const forgetProperties: INodeProperties[] = [
	{
		displayName:
			'It cannot be undone, and it covers the log alone. What else to do is on the receipt. Erase the person in the helpdesk first: a ticket that it sends later is taken in as anyone’s.',
		name: 'forgetNotice',
		type: 'notice',
		displayOptions: forOperation('forgetPerson'),
		default: '',
	},
	{
		displayName: 'Email',
		name: 'forgetEmail',
		type: 'string',
		displayOptions: forOperation('forgetPerson'),
		default: '',
		required: true,
		placeholder: 'e.g. mia@globex.example',
		description:
			'Address of the person. One with a plus tag is an address of its own: forget each in a run of its own.',
	},
	{
		displayName: 'Only Count',
		name: 'onlyCount',
		type: 'boolean',
		displayOptions: forOperation('forgetPerson'),
		default: false,
		description: 'Whether to only count what would go, and change nothing',
	},
];

/** Whom an item asks to forget. */
export function readForgetting(context: IExecuteFunctions, itemIndex: number) {
	const email = trimmedTextOf(context.getNodeParameter('forgetEmail', itemIndex, ''));
	if (email === undefined) throw new Error('Email is empty. Enter the address of the person');
	return { email, isOnlyCount: context.getNodeParameter('onlyCount', itemIndex, false) === true };
}
