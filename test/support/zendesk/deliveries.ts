import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import type { DeskEvent } from './desk.ts';

/** A webhook as it was made by the API. */
export interface Webhook {
	id: string;
	name: string;
	endpoint: string;
	http_method: string;
	request_format: string;
	status: string;
	subscriptions: string[];
	created_at: string;
	secret: string;
}

export interface Condition {
	field: string;
	operator: string;
	value: string;
}

/** A trigger (business rule) as it was made by the API. */
export interface Trigger {
	id: number;
	title: string;
	active: boolean;
	conditions: { all: Condition[]; any: Condition[] };
	actions: Array<{ field: string; value: unknown }>;
}

/**
 * How Zendesk delivers. API-REFERENCE.md §1: the numbers are second-hand and disagree, hence settings: about 12
 * seconds, five retries after a time-out, three after a 409, and after 429 or 503 one when the answer's
 * Retry-After is under a minute.
 */
export interface DeliverySettings {
	timeoutMs: number;
	timeoutRetries: number;
	conflictRetries: number;
	/** After 429 and 503. */
	busyRetries: number;
	/** Before a retry for which nobody named a time. */
	retryWaitMs: number;
	longestRetryAfterMs: number;
}

export const AS_DOCUMENTED: DeliverySettings = {
	timeoutMs: 12_000,
	timeoutRetries: 5,
	conflictRetries: 3,
	busyRetries: 5,
	retryWaitMs: 1000,
	longestRetryAfterMs: 60_000,
};

/** What became of telling one address of one update. */
export interface Invocation {
	id: string;
	ticketId: number;
	webhookId: string;
	body: string;
	/** Status of each answer in turn, or why there was none. */
	attempts: Array<number | 'timeout' | 'unreachable'>;
	/** The text of each answer. */
	answers: string[];
	isDelivered: boolean;
}

export interface Deliveries {
	/** All there were, oldest first. */
	readonly invocations: readonly Invocation[];
	/** Tells the webhooks of the triggers that an update fits. */
	tell(event: DeskEvent): void;
	/** Resolves when nothing is on its way any more. */
	settled(): Promise<void>;
	stop(): void;
}

export function createDeliveries(
	triggers: ReadonlyMap<number, Trigger>,
	webhooks: ReadonlyMap<string, Webhook>,
	settings: DeliverySettings,
): Deliveries {
	const invocations: Invocation[] = [];
	const underWay = new Set<Promise<void>>();
	const stopping = new AbortController();

	async function deliver(invocation: Invocation): Promise<void> {
		const left = {
			timeout: settings.timeoutRetries,
			conflict: settings.conflictRetries,
			busy: settings.busyRetries,
		};
		for (;;) {
			// Deleted or switched off meanwhile, it is told of nothing.
			const webhook = webhooks.get(invocation.webhookId);
			if (webhook?.status !== 'active' || stopping.signal.aborted) return;
			const { attempt, text, retryAfterMs } = await post(webhook, invocation);
			invocation.attempts.push(attempt);
			invocation.answers.push(text);
			if (typeof attempt === 'number' && attempt >= 200 && attempt < 300) {
				invocation.isDelivered = true;
				return;
			}
			const kind = retryKindOf(attempt);
			if (kind === undefined || left[kind] === 0) return;
			if (
				kind === 'busy' &&
				!(retryAfterMs !== undefined && retryAfterMs < settings.longestRetryAfterMs)
			)
				return;
			left[kind] -= 1;
			const waitMs = retryAfterMs ?? settings.retryWaitMs;
			await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => {});
		}
	}

	async function post(
		webhook: Webhook,
		{ id, body }: Invocation,
	): Promise<{ attempt: Invocation['attempts'][number]; text: string; retryAfterMs?: number }> {
		const timestamp = new Date().toISOString().replace(/\.\d{3}Z$/, 'Z');
		const signature = createHmac('sha256', webhook.secret).update(timestamp).update(body);
		try {
			const answer = await fetch(webhook.endpoint, {
				method: webhook.http_method,
				headers: {
					'content-type': 'application/json; charset=utf-8',
					'user-agent': 'Zendesk Webhook',
					'x-zendesk-account-id': '1234567',
					'x-zendesk-webhook-id': webhook.id,
					'x-zendesk-webhook-invocation-id': id,
					'x-zendesk-webhook-signature': signature.digest('base64'),
					'x-zendesk-webhook-signature-timestamp': timestamp,
				},
				body,
				signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(settings.timeoutMs)]),
			});
			const text = await answer.text();
			const header = answer.headers.get('retry-after');
			return {
				attempt: answer.status,
				text,
				...(header !== null && { retryAfterMs: Number(header) * 1000 }),
			};
		} catch (error) {
			const isTimeout = error instanceof Error && error.name === 'TimeoutError';
			return { attempt: isTimeout ? 'timeout' : 'unreachable', text: '' };
		}
	}

	return {
		invocations,
		tell: (event) => {
			for (const trigger of triggers.values()) {
				if (!trigger.active || !fits(trigger, event)) continue;
				for (const { field, value } of trigger.actions) {
					if (field !== 'notification_webhook' || !Array.isArray(value)) continue;
					const [webhookId, template] = value as [string, string];
					const invocation: Invocation = {
						id: randomUUID(),
						ticketId: event.ticket.id,
						webhookId,
						body: template.replaceAll('{{ticket.id}}', String(event.ticket.id)),
						attempts: [],
						answers: [],
						isDelivered: false,
					};
					invocations.push(invocation);
					const running = deliver(invocation).finally(() => underWay.delete(running));
					underWay.add(running);
				}
			}
		},
		settled: async () => {
			while (underWay.size > 0) await Promise.all(underWay);
		},
		stop: () => stopping.abort(),
	};
}

function retryKindOf(
	attempt: Invocation['attempts'][number],
): 'timeout' | 'conflict' | 'busy' | undefined {
	if (attempt === 'timeout') return 'timeout';
	if (attempt === 409) return 'conflict';
	return attempt === 429 || attempt === 503 ? 'busy' : undefined;
}

function fits({ conditions: { all, any } }: Trigger, event: DeskEvent): boolean {
	const holds = (condition: Condition) => isMet(condition, event);
	return all.every(holds) && (any.length === 0 || any.some(holds));
}

/** The conditions that are played here; the API refuses all others. */
export const PLAYED_CONDITIONS: Readonly<Record<string, readonly [string, RegExp]>> = {
	update_type: ['is', /^(?:Create|Change)$/],
	role: ['is', /^(?:end_user|agent|admin)$/],
	status: ['value', /^(?:new|open|pending|hold|solved|closed)$/],
	satisfaction_score: ['value', /^(?:good|bad)(?:_with_comment)?$/],
};

function isMet({ field, value }: Condition, { updateType, actor, changed }: DeskEvent): boolean {
	switch (field) {
		case 'update_type':
			return value === updateType;
		case 'role':
			return value === actor.role.replace('-', '_');
		case 'status':
		case 'satisfaction_score':
			return changed[field] === value;
		default:
			return false;
	}
}
