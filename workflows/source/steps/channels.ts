import type { NodeOptions } from '../canvas/canvas.ts';

/** The node whose items the channels send. */
export const FORMATTER = 'CS Alert Formatter';

const ALERT = `$('${FORMATTER}').first().json.alert`;

/** Channels wait, disabled, for the credential that only the admin can choose. */
const disabled = { disabled: true } as const;
/** Blocks and the text of the notification come as one object, as Slack takes them. */
const blocks = (alert: string, form: 'slack' | 'slackReply') => ({
	messageType: 'block',
	blocksUi: `={{ ${alert}.${form} }}`,
	text: `={{ ${alert}.${form}.text }}`,
});
const channelOf = (reference: string) => ({
	__rl: true,
	mode: 'id',
	value: `={{ ${reference} }}`,
});

export const postToSlack: NodeOptions = {
	...disabled,
	parameters: {
		select: 'channel',
		channelId: channelOf('$json.alert.recipient.slack'),
		...blocks('$json.alert', 'slack'),
		otherOptions: { includeLinkToWorkflow: false },
	},
};

/** Reads where a message that may be a repeat would stand; an app that may not read it sends it marked. */
export const readConversation: NodeOptions = {
	...disabled,
	parameters: {
		resource: 'channel',
		operation: 'history',
		channelId: channelOf('$json.alert.earlier.channel'),
		returnAll: false,
		limit: 200,
		filters: { oldest: '={{ $json.alert.earlier.since }}' },
	},
	alwaysOutputData: true,
	onError: 'continueRegularOutput',
};

export const updateInSlack: NodeOptions = {
	...disabled,
	parameters: {
		operation: 'update',
		channelId: channelOf('$json.alert.slackMessage.channel'),
		ts: '={{ $json.alert.slackMessage.ts }}',
		...blocks('$json.alert', 'slack'),
		updateFields: {},
		otherOptions: { includeLinkToWorkflow: false },
	},
};

/** Takes what {@link updateInSlack} answered, too, so it never looks at its own input. */
export const replyInThread: NodeOptions = {
	...disabled,
	parameters: {
		select: 'channel',
		channelId: channelOf(`${ALERT}.slackMessage.channel`),
		...blocks(ALERT, 'slackReply'),
		otherOptions: {
			includeLinkToWorkflow: false,
			thread_ts: { replyValues: { thread_ts: `={{ ${ALERT}.slackMessage.ts }}` } },
		},
	},
};

export const sendEmail: NodeOptions = {
	...disabled,
	parameters: {
		fromEmail: 'cs-alerts@example.com',
		toEmail: '={{ $json.alert.recipient.email }}',
		subject: '={{ $json.alert.email.subject }}',
		emailFormat: 'both',
		text: '={{ $json.alert.email.text }}',
		html: '={{ $json.alert.email.html }}',
		options: { appendAttribution: false },
	},
};

/** By Microsoft Graph, since n8n's own Teams node sends no cards. */
export const postToTeams: NodeOptions = {
	...disabled,
	parameters: {
		method: 'POST',
		url: '={{ $json.alert.teams.url }}',
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'microsoftTeamsOAuth2Api',
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ $json.alert.teams.body }}',
		options: {},
	},
};
