import { isStillToSend } from '../item/readers';
import { textOf } from '../values/text';

/** What a channel said to one attempt, as far as it can be told from what its node left. */
export interface ChannelAnswer {
	isDelivered: boolean;
	/** Why not, in plain words. */
	error?: string;
	/** Whether the message may have arrived all the same, e.g. because the answer was lost. */
	mayHaveArrived?: boolean;
	/** How long the channel asked to wait, in milliseconds. */
	retryAfterMs?: number;
	/** Slack's own name of the message. */
	message?: { channel: string; ts: string };
}

type Json = Readonly<Record<string, unknown>>;

const NOTHING_SENT =
	'The node of this channel is disabled or there is none, so nothing was sent. Choose a credential in it and enable it';
/** A channel that is asked too much without saying for how long gets half a minute. */
const DEFAULT_RETRY_AFTER_MS = 30_000;

/**
 * Reads the item a channel's node gave out: Slack's `ok`, `channel` and `ts` (n8n calls it
 * `message_timestamp`), the mail server's `accepted` and `rejected` (nodemailer), the `error` of a
 * node that goes on after errors, or the answer of any other node. An item that still holds the alert
 * passed through a disabled node: that is no delivery.
 */
export function readChannelAnswer(json: Json): ChannelAnswer {
	if (json.error !== undefined && json.error !== null && json.error !== '') {
		return answerOfError(json.error);
	}
	if (isStillToSend(json) || Object.keys(json).length === 0) {
		return { isDelivered: false, error: NOTHING_SENT };
	}
	if (json.ok === false)
		return answerOfError(`Slack refused the message: ${textOf(json.error) ?? 'unknown'}`);
	if (json.ok === true) return { isDelivered: true, ...slackMessageOf(json) };
	if (Array.isArray(json.accepted)) return answerOfMail(json.accepted, json.rejected);
	return { isDelivered: true };
}

function slackMessageOf(json: Json): { message?: { channel: string; ts: string } } {
	const { channel, message } = json;
	const ts = json.message_timestamp ?? json.ts ?? (isObject(message) ? message.ts : undefined);
	return typeof channel === 'string' && typeof ts === 'string' ? { message: { channel, ts } } : {};
}

function answerOfMail(accepted: readonly unknown[], rejected: unknown): ChannelAnswer {
	const refused = Array.isArray(rejected) ? rejected.length : 0;
	if (accepted.length > 0 && refused === 0) return { isDelivered: true };
	return {
		isDelivered: false,
		error: 'The mail server refused the recipient. Check the address of the owner',
		mayHaveArrived: accepted.length > 0,
	};
}

/** The message certainly did not go out. */
const REFUSED =
	/slack error response|refused the message|\b(?:429|40[0134])\b|too many requests|rate.?limited|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EAUTH|EENVELOPE|\b5[0-5]\d [25]\.|invalid login|no recipients/i;
/** The request may have been taken before its answer was lost. */
const LOST =
	/ECONNRESET|ECONNABORTED|ETIMEDOUT|ESOCKET|EPIPE|timed? ?out|timeout|socket hang up|aborted|\b5\d\d\b|connection (?:was )?(?:closed|lost|reset)|unexpectedly|service (?:unavailable|was not able)/i;
const TOO_MANY = /\b429\b|too many requests|rate.?limited/i;

/**
 * Reads an error, of a node on its error output or of a whole run: what it says, whether the message
 * may have arrived all the same, and how long the channel asked to wait, where that can be found.
 */
export function answerOfError(error: unknown): ChannelAnswer {
	const text = wordsOf(error).join(': ');
	const isTooMany = TOO_MANY.test(text);
	const retryAfterMs = isTooMany ? (retryAfterOf(error) ?? DEFAULT_RETRY_AFTER_MS) : undefined;
	return {
		isDelivered: false,
		error: text === '' ? 'The channel gave no reason' : text,
		...(!REFUSED.test(text) && LOST.test(text) && { mayHaveArrived: true }),
		...(retryAfterMs !== undefined && { retryAfterMs }),
	};
}

/** How deep errors lie in each other, at most. */
const MOST_CAUSES = 6;

/** An error and its causes, outermost first. */
function causesOf(error: unknown): unknown[] {
	const causes: unknown[] = [];
	for (
		let one: unknown = error;
		one !== undefined && one !== null && causes.length < MOST_CAUSES;

	) {
		causes.push(one);
		one = isObject(one) ? (one.cause ?? one.error) : undefined;
	}
	return causes;
}

/** What an error says, each thing once: its message, description and codes, and those of its causes. */
function wordsOf(error: unknown): string[] {
	const words = causesOf(error).flatMap((cause) =>
		isObject(cause)
			? [cause.message, cause.description, cause.code, cause.httpCode, cause.statusCode].flatMap(
					(text) => textOf(text) ?? [],
				)
			: (textOf(cause) ?? []),
	);
	return [...new Set(words.map((word) => word.slice(0, 300)))].filter(
		(word, index, all) => !all.slice(0, index).some((earlier) => earlier.includes(word)),
	);
}

/** The channel's Retry-After in milliseconds (RFC 9110 §10.2.3, seconds), wherever n8n kept the answer's headers. */
function retryAfterOf(error: unknown): number | undefined {
	for (const cause of causesOf(error)) {
		if (!isObject(cause)) continue;
		for (const holder of [cause.response, cause.context, cause]) {
			const headers = isObject(holder) ? holder.headers : undefined;
			const asked = isObject(headers) ? textOf(headers['retry-after']) : undefined;
			if (asked !== undefined && /^\d{1,5}$/.test(asked)) return Number(asked) * 1000;
		}
	}
	return undefined;
}

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
