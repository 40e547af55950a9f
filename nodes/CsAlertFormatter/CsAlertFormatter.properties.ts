import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { DeliverySettings } from '../core/alert';
import type { AlertChannel } from '../core/item/types';

const channels = [
	{ name: 'Slack', value: 'slack' },
	{ name: 'Email', value: 'email' },
];

export const csAlertFormatterProperties: INodeProperties[] = [
	{
		displayName: 'Send By',
		name: 'channel',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Owner Preference',
				value: 'owner',
				description: 'As the account says under owner.channel, else by the default channel',
			},
			...channels,
		],
		default: 'owner',
		description:
			'Written to alert.channel. A Switch node asks alert.via: slack, slackUpdate or email. An alert that could not be delivered comes again by the other channel.',
	},
	{
		displayName: 'Default Channel',
		name: 'defaultChannel',
		type: 'options',
		noDataExpression: true,
		options: channels,
		displayOptions: { show: { channel: ['owner'] } },
		default: 'slack',
		description:
			'For owners who have not said what they prefer, for the fallback owner and for digests',
	},
	{
		displayName: 'Slack Channel',
		name: 'slackChannel',
		type: 'string',
		default: '#cs-alerts',
		placeholder: 'e.g. #cs-alerts',
		description:
			'Where Slack alerts go when the Slack ID of the owner is not known, and where digests go; a channel name or ID',
	},
	{
		displayName: 'Fallback Owner Name',
		name: 'fallbackOwnerName',
		type: 'string',
		default: '',
		placeholder: 'e.g. CS team',
		description: 'Who is named on alerts of accounts that nobody owns',
	},
	{
		displayName: 'Fallback Owner Email',
		name: 'fallbackOwnerEmail',
		type: 'string',
		default: '',
		placeholder: 'e.g. cs-team@example.com',
		description:
			'Who gets the alerts of accounts that nobody owns, of unknown senders, and those that could not be delivered to the owner',
		hint: 'Left empty, such alerts can only go to the Slack channel',
	},
];

/** The delivery settings for one item. */
export function readDeliverySettings(
	context: IExecuteFunctions,
	itemIndex: number,
): DeliverySettings {
	const channel = context.getNodeParameter('channel', itemIndex) as DeliverySettings['channel'];
	const text = (name: string) => {
		const value = context.getNodeParameter(name, itemIndex, '') as string;
		return value.trim() === '' ? undefined : value.trim();
	};
	return {
		channel,
		defaultChannel:
			channel === 'owner'
				? (context.getNodeParameter('defaultChannel', itemIndex) as AlertChannel)
				: channel,
		slackChannel: text('slackChannel'),
		fallbackOwner: { name: text('fallbackOwnerName'), email: text('fallbackOwnerEmail') },
	};
}
