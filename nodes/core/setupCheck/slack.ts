import { isObject } from '../item/fields';
import { textOf } from '../values/text';
import { listOf } from '../values/wording';
import { shown } from '../text/shown';
import type { SetupCheck } from './types';

/** What Slack answered; absent bodies were not asked for. */
export interface SlackAnswers {
	/** Of auth.test. */
	auth: unknown;
	/** Header x-oauth-scopes of that answer. */
	scopes?: string;
	/** Of conversations.info; absent when no channel was named. */
	channel?: unknown;
}

const APP = { id: 'slack', name: 'Slack app' } as const;
const CHANNEL = { id: 'slackChannel', name: 'Slack channel' } as const;
/** To read a public channel, a private one, and direct messages (docs.slack.dev, conversations.history). */
const HISTORY_SCOPES = ['channels:history', 'groups:history', 'im:history'] as const;
const REINSTALL =
	'In your Slack app → OAuth & Permissions → Bot Token Scopes, then reinstall it to the workspace.';

/** Nobody chose a Slack credential. */
export const SLACK_SKIPPED: SetupCheck = {
	...APP,
	status: 'skipped',
	found: 'Slack was not asked.',
	whatToDo:
		'With Slack: choose Slack in the node Check Setup of CS Alerts Setup, its credential and the channel, and run it again.',
};

/** Slack could not be asked at all. */
export function slackUnreachable(reason: string): SetupCheck {
	return {
		...APP,
		status: 'problem',
		found: `Slack could not be asked: ${shown(reason, 300) ?? 'no answer'}.`,
		whatToDo: 'Test the Slack credential, and see that n8n may call slack.com.',
	};
}

/** What was entered as the channel is no ID. */
export function unreadableChannel(entered: string): SetupCheck {
	return {
		...CHANNEL,
		status: 'warning',
		found: `“${shown(entered, 80) ?? ''}” is no channel ID, so the channel was not looked at.`,
		whatToDo: 'Copy the ID from the foot of the channel’s details, e.g. C024BE91L.',
	};
}

/** Whether Slack knows the token, what the app may do, and whether it is in the channel. */
export function slackChecks({ auth, scopes, channel }: SlackAnswers): SetupCheck[] {
	const app = read(auth);
	if (app.error !== undefined) {
		return [
			{
				...APP,
				status: 'problem',
				found: `Slack refused the token: ${app.error}.`,
				whatToDo:
					'Copy the Bot User OAuth Token (xoxb-…) of your Slack app into the credential once more, and test it.',
			},
		];
	}
	return [appCheck(app, scopes), ...(channel === undefined ? [] : [channelCheck(read(channel))])];
}

function appCheck({ body }: SlackBody, scopes: string | undefined): SetupCheck {
	const names = [shown(body.user, 60), shown(body.team, 60)].filter((name) => name !== undefined);
	const who =
		names.length === 0 ? 'Slack knows the token.' : `Slack knows it as ${names.join(' in ')}.`;
	if (scopes === undefined) {
		return { ...APP, status: 'ok', found: `${who} It does not say what the app may do.` };
	}
	const granted = new Set(scopes.split(',').map((scope) => scope.trim()));
	const has = (scope: string) => granted.has(scope);
	if (!has('chat:write')) {
		return {
			...APP,
			status: 'problem',
			found: `${who} It may not write messages: the scope chat:write is missing.`,
			whatToDo: `Add chat:write. ${REINSTALL}`,
		};
	}
	if (!has('users:read.email') || !has('users:read')) {
		return {
			...APP,
			status: 'warning',
			found: `${who} It may write. Member IDs cannot be found by address.`,
			whatToDo: `To fill in missing member IDs, add users:read and users:read.email. ${REINSTALL} Else enter them in cs_owners by hand.`,
		};
	}
	const found = `${who} It may write, and find member IDs by address.`;
	const missing = HISTORY_SCOPES.filter((scope) => !has(scope));
	if (missing.length === 0) return { ...APP, status: 'ok', found };
	return {
		...APP,
		status: 'ok',
		found: `${found} It may not read every conversation it writes to: an alert whose answer was lost is sent again, marked as a repeat.`,
		whatToDo: `To have the channel looked at first, add ${listOf(missing)}. ${REINSTALL}`,
	};
}

function channelCheck({ body, error, needed }: SlackBody): SetupCheck {
	if (error === 'missing_scope') {
		return {
			...CHANNEL,
			status: 'skipped',
			found: 'The app may not see channels, so whether it is in yours cannot be told.',
			whatToDo: `In the channel, write /invite @your-app. To have it looked at, add ${needed ?? 'channels:read'}. ${REINSTALL}`,
		};
	}
	if (error !== undefined) {
		return {
			...CHANNEL,
			status: 'problem',
			found: `Slack does not show the app this channel: ${error}.`,
			whatToDo:
				'Copy the channel’s ID from the foot of its details (C…), and in a private channel write /invite @your-app.',
		};
	}
	const channel = isObject(body.channel) ? body.channel : {};
	const name = shown(channel.name, 80);
	const called = name === undefined ? 'The channel' : `#${name}`;
	if (channel.is_archived === true) {
		return {
			...CHANNEL,
			status: 'problem',
			found: `${called} is archived.`,
			whatToDo: 'Choose another channel in CS Alert Formatter, or unarchive this one.',
		};
	}
	if (channel.is_member !== true) {
		return {
			...CHANNEL,
			status: 'problem',
			found: `The app is not in ${called}.`,
			whatToDo: 'In the channel, write /invite @your-app.',
		};
	}
	return { ...CHANNEL, status: 'ok', found: `The app is in ${called}.` };
}

interface SlackBody {
	body: Record<string, unknown>;
	/** Slack's own code in plain text. */
	error?: string;
	needed?: string;
}

function read(answer: unknown): SlackBody {
	const body = isObject(answer) ? answer : {};
	if (body.ok === true) return { body };
	const error = shown(body.error, 60) ?? 'its answer cannot be read';
	return { body, error, needed: textOf(body.needed) && listOf(String(body.needed).split(',')) };
}
