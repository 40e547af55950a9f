import type { INodeProperties } from 'n8n-workflow';

import { forOperation } from './operationProperty';

/** Which credential of Slack is asked; "none" where Slack is not looked at. */
export type SlackAccess = 'none' | 'slackApi' | 'slackOAuth2Api';

/** Shows a credential where it is asked. */
export const withSlack = (slack: Exclude<SlackAccess, 'none'>) => ({
	show: { operation: ['checkSetup'], slack: [slack] },
});

export const setupProperties: INodeProperties[] = [
	{
		displayName:
			'Looks at the log, the public addresses of the triggers, what is overdue, the time zone, your owners, accounts and outcomes, and says in plain words what is missing. Nothing is changed and nobody is told. Connect the rows of <i>cs_owners</i>, <i>cs_accounts</i> and <i>cs_outcomes</i> to the inputs Owners, Accounts and Outcomes, and an item that came through Account Lookup to the first, as in CS Alerts Setup; each of them is optional.',
		name: 'setupNotice',
		type: 'notice',
		displayOptions: forOperation('checkSetup'),
		default: '',
	},
	{
		displayName: 'Slack',
		name: 'slack',
		type: 'options',
		noDataExpression: true,
		displayOptions: forOperation('checkSetup'),
		options: [
			{
				name: 'Access Token',
				value: 'slackApi',
				description: 'Ask Slack with the credential that CS Alerts posts with',
			},
			{ name: 'Do Not Check', value: 'none' },
			{
				name: 'OAuth2',
				value: 'slackOAuth2Api',
				description: 'Ask Slack with the credential that CS Alerts posts with',
			},
		],
		default: 'none',
		description: 'Whether Slack is asked what the app may do and whether it is in the channel',
	},
	{
		displayName: 'Slack Channel ID',
		name: 'slackChannelId',
		type: 'string',
		displayOptions: { show: { operation: ['checkSetup'], slack: ['slackApi', 'slackOAuth2Api'] } },
		default: '',
		placeholder: 'e.g. C024BE91L',
		description:
			'The channel that CS Alert Formatter names, by its ID: it stands at the foot of the channel’s details. Left empty, no channel is looked at.',
	},
	{
		displayName:
			'Puts an invented alert, marked as a test, into the outbox. The published workflow with the CS Alert Trigger (CS Alerts) sends it the way alerts go. It counts in no figure, and nobody is reminded of it.',
		name: 'testAlertNotice',
		type: 'notice',
		displayOptions: forOperation('sendTestAlert'),
		default: '',
	},
	{
		displayName: 'Owner Email',
		name: 'testOwnerEmail',
		type: 'string',
		displayOptions: forOperation('sendTestAlert'),
		default: '',
		placeholder: 'e.g. dana.reyes@example.com',
		description:
			'Whose alert it is. Left empty, it belongs to nobody and goes to the fallback owner of CS Alert Formatter.',
	},
];
