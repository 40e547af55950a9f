import type { INodeProperties } from 'n8n-workflow';

export const csAlertResponseTriggerProperties: INodeProperties[] = [
	{
		displayName:
			'The links under each alert lead here: one opens a small page, and pressing its button gives the answer. The log and the alert’s message are up to date by themselves; connect nodes only for what else an answer is to do.',
		name: 'howItWorks',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Slack Buttons',
		name: 'slackButtons',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'None',
				value: 'none',
				description: 'Alerts in Slack carry links, which need no Slack app',
			},
			{
				name: 'Slack App (Access Token)',
				value: 'slackApi',
				description:
					'Buttons answer at once; the credential’s Signature Secret proves that Slack sent it',
			},
			{
				name: 'Slack App (OAuth2)',
				value: 'slackOAuth2Api',
				description:
					'Buttons answer at once; the credential’s Signature Secret proves that Slack sent it',
			},
		],
		default: 'none',
		description: 'Whether buttons in Slack answer without opening a page, and whose they are',
	},
	{
		displayName:
			'In your Slack app, turn on <b>Interactivity & Shortcuts</b> and enter this trigger’s Production URL as the Request URL. Copy the <b>Signing Secret</b> under Basic Information into the credential’s Signature Secret.',
		name: 'slackSteps',
		type: 'notice',
		displayOptions: { hide: { slackButtons: ['none'] } },
		default: '',
	},
];
