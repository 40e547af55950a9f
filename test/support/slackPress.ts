import { createHmac } from 'node:crypto';

import type { ResponseAction } from '../../nodes/core/item/types.ts';
import { channelId } from '../outbox/slack.ts';
import type { SlackMessage, SlackUser } from '../outbox/types.ts';

/** What Slack sends when somebody presses a button of a message. */

/** The headers of an interaction, as Slack signs it (docs.slack.dev, "Verifying requests from Slack"). */
export function signedBySlack(body: string, secret: string, at = new Date()) {
	const time = String(Math.floor(at.getTime() / 1000));
	const signature = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
	return {
		'content-type': 'application/x-www-form-urlencoded',
		'x-slack-signature': `v0=${signature}`,
		'x-slack-request-timestamp': time,
	};
}

/** The buttons of a message that the app itself takes, by their answer. */
export function buttonsIn({ blocks }: SlackMessage): Map<string, string> {
	const values = new Map<string, string>();
	JSON.stringify(blocks, (_key, value: unknown) => {
		const { action_id: id, value: token } = (value ?? {}) as Record<string, unknown>;
		if (typeof id === 'string' && id.startsWith('cs_') && typeof token === 'string') {
			values.set(id.slice('cs_'.length), token);
		}
		return value;
	});
	return values;
}

/**
 * The body of a press on a button of a message, with all that Slack sends along (docs.slack.dev, "block_actions").
 * @throws Error when the message has no such button
 */
export function pressBody(
	message: SlackMessage,
	action: ResponseAction,
	user: SlackUser,
	more: object = {},
): string {
	const value = buttonsIn(message).get(action);
	if (value === undefined) throw new Error(`The message has no button for "${action}"`);
	const { ts, threadTs, text, blocks } = message;
	const id = message.user?.id ?? channelId(message.channel.replace(/^#/, ''));
	const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
	return new URLSearchParams({
		payload: JSON.stringify({
			type: 'block_actions',
			user: { id: user.id, username: user.name, name: user.name, team_id: 'T0OUTBOX0' },
			api_app_id: 'A0OUTBOX0',
			token: 'verification token, out of use',
			container: {
				type: 'message',
				message_ts: ts,
				channel_id: id,
				is_ephemeral: false,
				...thread,
			},
			trigger_id: '8123456789.9876543210.0123456789abcdef',
			team: { id: 'T0OUTBOX0', domain: 'outbox' },
			enterprise: null,
			is_enterprise_install: false,
			channel: { id, name: message.channel.replace(/^#/, '') },
			message: { type: 'message', bot_id: 'B0OUTBOX0', ts, text, blocks, ...thread },
			state: { values: {} },
			actions: [
				{
					type: 'button',
					action_id: `cs_${action}`,
					block_id: 'answers',
					text: { type: 'plain_text', text: action, emoji: false },
					value,
					action_ts: `${Math.floor(Date.now() / 1000)}.000000`,
				},
			],
			...more,
		}),
	}).toString();
}
