import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

import { type Conversation, conversationOf, partsOf, type Workspace } from './workspace.ts';

/** Source of all numbers: API-REFERENCE.md §2, "Delivery". */
const ANSWER_WITHIN_MS = 5000;
const RETRY_AFTER_MS = 60_000;

export interface NotificationCounts {
	/** Requests sent, retries included. */
	sent: number;
	/** Notifications that were answered with 2xx. */
	accepted: number;
	retried: number;
	/** Given up after the retry, or while throttled. */
	dropped: number;
}

export interface IntercomWebhooks {
	counts: NotificationCounts;
	/** Whether a 410 ended the subscription. */
	isDisabled(): boolean;
	/** What saving the address in the Developer Hub asks: whether it answers HEAD with 2xx. */
	check(): Promise<boolean>;
	ping(): Promise<void>;
	/** Sends a topic about a conversation: resolves when it was accepted or given up. */
	deliver(topic: string, id: string): Promise<void>;
}

export interface WebhookOptions {
	url: string;
	clientSecret: string;
	topics: readonly string[];
	now?: () => Date;
	/** Instead of waiting for the minute before the retry. */
	wait?: (ms: number) => Promise<unknown>;
}

/** Webhooks of an app, as the Developer Hub sets them up. */
export function intercomWebhooks(
	workspace: Workspace,
	{ url, clientSecret, topics, now = () => new Date(), wait = setTimeout }: WebhookOptions,
): IntercomWebhooks {
	const counts: NotificationCounts = { sent: 0, accepted: 0, retried: 0, dropped: 0 };
	let isDisabled = false;
	let number = 0;

	const post = async (notification: object): Promise<number> => {
		const body = JSON.stringify(notification);
		counts.sent += 1;
		try {
			const response = await fetch(url, {
				method: 'POST',
				body,
				headers: {
					'content-type': 'application/json',
					accept: 'application/json',
					'user-agent': 'intercom-parrot-service-client/1.0',
					'x-hub-signature': `sha1=${createHmac('sha1', clientSecret).update(body).digest('hex')}`,
				},
				signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
			});
			await response.arrayBuffer();
			return response.status;
		} catch {
			return 0;
		}
	};
	const send = async (notification: object) => {
		if (isDisabled) return;
		for (const attempt of [1, 2]) {
			const status = await post({
				...notification,
				delivery_status: attempt === 1 ? 'pending' : 'retry',
				delivery_attempts: attempt,
			});
			if (status >= 200 && status < 300) {
				counts.accepted += 1;
				return;
			}
			if (status === 410) isDisabled = true;
			// 429 throttles for 1 minute to 2 hours and then drops.
			if (status === 410 || status === 429) break;
			if (attempt === 1) {
				counts.retried += 1;
				await wait(RETRY_AFTER_MS);
			}
		}
		counts.dropped += 1;
	};
	const envelope = (topic: string, item: object, id: string | null) => {
		const second = Math.floor(now().getTime() / 1000);
		return {
			type: 'notification_event',
			app_id: workspace.app,
			data: { type: 'notification_event_data', item },
			links: {},
			id,
			topic,
			delivered_at: 0,
			first_sent_at: second,
			created_at: second,
			self: null,
		};
	};
	return {
		counts,
		isDisabled: () => isDisabled,
		check: async () => {
			const response = await fetch(url, { method: 'HEAD' });
			return response.ok;
		},
		ping: async () => {
			await send(envelope('ping', { type: 'ping', message: 'something something' }, null));
		},
		deliver: async (topic, id) => {
			if (!topics.includes(topic)) return;
			number += 1;
			const name = `notif_${String(number).padStart(8, '0')}-6d4f-47a9-a715-be6cf19a273a`;
			await send(envelope(topic, itemOf(topic, id, workspace.conversations.get(id)), name));
		},
	};
}

/** A deletion names its conversation and nothing else; a reply comes with its part alone. */
function itemOf(topic: string, id: string, conversation: Conversation | undefined): object {
	if (conversation === undefined || topic === 'conversation.deleted') {
		return { object: 'conversation', id, deleted: true };
	}
	const newest =
		topic === 'conversation.user.created' ? conversation.parts : conversation.parts.slice(-1);
	return { ...conversationOf(conversation, false), conversation_parts: partsOf(newest) };
}
