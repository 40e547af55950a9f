import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { DeliverySettings, OwnerDirectory } from '../core/alert';
import type { AlertChannel } from '../core/item/types';
import { actionProperties, readActions } from './actionProperties';
import { draftProperties } from './draftProperties';
import { followUpProperties, readFollowUps } from './followUpProperties';
import { optionProperties, readOptions } from './optionProperties';
import { readWording, wordingProperties } from './wordingProperties';

const channels = [
	{ name: 'Slack', value: 'slack' },
	{ name: 'Email', value: 'email' },
	{ name: 'Microsoft Teams', value: 'teams' },
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
				description:
					'As the owners table or the account says under owner.channel, else by the default channel',
			},
			...channels,
		],
		default: 'owner',
		description:
			'Written to alert.channel. A Switch node asks alert.via: slack, slackUpdate, slackEdit, slackReply, email or teams, and with Look Before Repeating slackRepeat. An alert that could not be delivered comes again by another channel.',
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
			'For owners who have not said what they prefer, for the fallback owner, for Review and for digests',
	},
	{
		displayName: 'Slack Channel',
		name: 'slackChannel',
		type: 'string',
		default: '#cs-alerts',
		placeholder: 'e.g. #cs-alerts',
		description:
			'Where Slack alerts go when the Slack ID of the owner is not known, and where Review and digests go; a channel name or ID',
	},
	{
		displayName: 'Teams Channel Link',
		name: 'teamsChannelLink',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://teams.microsoft.com/l/channel/19%3A…',
		description:
			'Where alerts for Microsoft Teams go. In Teams, open the menu of the channel and choose Get link to channel.',
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
			'Who gets the alerts of accounts that nobody owns, of unknown senders, and those that could not be delivered to the owner; also the manager of owners for whom none is known',
		hint: 'Left empty, such alerts can only go to the Slack channel',
	},
	{
		displayName: 'Owners',
		name: 'owners',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'From Second Input',
				value: 'input',
				description:
					'Rows with email, slackId, channel, manager, delegate, absentFrom, absentUntil, timeZone, workingHours and quietHours, or under similar names, e.g. of a table cs_owners',
			},
			{ name: 'None', value: 'none', description: 'Only what the account says of its owner' },
		],
		default: 'none',
		description:
			'What is known of CS managers besides the account: whose alerts go to whom while they are away, who their manager is and when they work',
	},
	...actionProperties,
	...followUpProperties,
	...draftProperties,
	...wordingProperties,
	...optionProperties,
];

/**
 * The delivery settings for one item.
 * @param owners what the second input says of them
 * @param remark takes a word to the admin about a setting that cannot be understood
 */
export function readDeliverySettings(
	context: IExecuteFunctions,
	itemIndex: number,
	owners: OwnerDirectory,
	remark: (text: string) => void,
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
		teamsChannelLink: text('teamsChannelLink'),
		fallbackOwner: { name: text('fallbackOwnerName'), email: text('fallbackOwnerEmail') },
		owners,
		actions: readActions(context, itemIndex),
		followUps: readFollowUps(context, itemIndex),
		wording: readWording(context, itemIndex, remark),
		...readOptions(context, itemIndex, remark),
	};
}
