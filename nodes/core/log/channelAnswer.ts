import { IN_WORDS } from '../alert/recipient';
import { isStillToSend } from '../item/deliveryReaders';
import type { AlertChannel } from '../item/types';
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
	/**
	 * Whether nothing was sent at all, since there is nobody to send it to or nothing to send it by: the next attempt takes
	 * another way at once.
	 */
	isUnwritten?: boolean;
	/** Slack's own name of the message. */
	message?: { channel: string; ts: string };
	/** Whether the message is a copy that an earlier attempt left, so that it says how things stood then. */
	isEarlierCopy?: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/** What was tried, for the words of what did not go out. */
export interface Tried {
	/** Address the mail was for; a copy that was refused then does not count. */
	recipient?: string;
	channel?: AlertChannel;
	/** Why that channel, after "because", e.g. "it is Default Channel". */
	because?: string;
	/** Name of the node that gave out the item. */
	node?: string;
}

/** The item came out as it went in: a disabled node lets everything pass. */
function nothingSent({ channel, because, node }: Tried): string {
	const how = channel === undefined ? '' : ` ${IN_WORDS[channel]}`;
	const who = node === undefined ? 'the node of this channel' : `the node "${node}"`;
	const why = because === undefined ? '' : ` This channel was chosen because ${because}.`;
	return `Nothing was sent${how}: ${who} is disabled or sends nothing.${why} Choose a credential in that node, enable it and publish, or let alerts go by a channel whose node is enabled`;
}

const UNREADABLE =
	'The answer cannot be read, so something between n8n and the channel gave it, e.g. a proxy. Check the network of n8n';
/** A channel that is asked too much without saying for how long gets half a minute. */
const DEFAULT_RETRY_AFTER_MS = 30_000;
/** No channel asks for more; one that does must not hold up all others for a day. */
const MOST_RETRY_AFTER_MS = 3_600_000;

/**
 * Reads the item a channel's node gave out: Slack's `ok`, `channel` and `ts` (n8n calls it
 * `message_timestamp`; Find Earlier Copy adds `earlierCopy`), the mail server's `accepted` and `rejected` (nodemailer), the `error` of a
 * node that goes on after errors, the status of a whole HTTP response, or the answer of any other
 * node. An item that still holds the alert passed through a disabled node: that is no delivery.
 */
export function readChannelAnswer(json: unknown, tried: Tried = {}): ChannelAnswer {
	// n8n's Slack node gives out whatever text came with status 200 (n8n-nodes-base 2.41, tried).
	if (!isObject(json)) return { isDelivered: false, error: UNREADABLE, mayHaveArrived: true };
	if (json.ok === false) {
		return answerOfError(`Slack refused the message: ${textOf(json.error) ?? 'no reason given'}`);
	}
	if (isGiven(json.error)) return answerOfError(json.error);
	if (isStillToSend(json) || Object.keys(json).length === 0) {
		return { isDelivered: false, error: nothingSent(tried), isUnwritten: true };
	}
	if (json.ok === true) {
		const isEarlierCopy = json.earlierCopy === true;
		return {
			isDelivered: true,
			...slackMessageOf(json),
			...(isEarlierCopy && { isEarlierCopy }),
		};
	}
	if (Array.isArray(json.accepted))
		return answerOfMail(json.accepted, json.rejected, tried.recipient);
	// HTTP Request with its options "Include Response Headers and Status" and "Never Error".
	if (isHttpError(json.statusCode)) return answerOfError({ ...json, message: json.statusMessage });
	return { isDelivered: true };
}

const isGiven = (value: unknown) =>
	value !== undefined && value !== null && value !== '' && value !== false;

function slackMessageOf(json: Json): { message?: { channel: string; ts: string } } {
	const { channel, message } = json;
	const ts = json.message_timestamp ?? json.ts ?? (isObject(message) ? message.ts : undefined);
	return typeof channel === 'string' && typeof ts === 'string' ? { message: { channel, ts } } : {};
}

function answerOfMail(
	accepted: readonly unknown[],
	rejected: unknown,
	recipient: string | undefined,
): ChannelAnswer {
	const refused = Array.isArray(rejected) ? rejected : [];
	const isTaken = accepted.some(
		(address) =>
			recipient !== undefined && textOf(address)?.toLowerCase() === recipient.toLowerCase(),
	);
	if (isTaken || (accepted.length > 0 && refused.length === 0)) return { isDelivered: true };
	const whom = textOf(refused[0]) ?? 'the recipient';
	return {
		isDelivered: false,
		error: `The mail server refused ${whom}. Check the address of the owner`,
		mayHaveArrived: accepted.length > 0,
	};
}

/**
 * The message certainly did not go out: it was refused in so many words, or there was nobody to take
 * it. The texts are those of n8n's nodes and its errors (n8n-nodes-base and n8n-workflow 2.41), of
 * Node.js and of nodemailer, as they came out when they were tried.
 */
const REFUSED = anyOf(
	'slack error response|refused the message|missing required oauth scopes',
	'bad request|authorization failed|payment required|forbidden|could not be found|method not allowed',
	'request is invalid|too many requests|rate.?limited|(?:^|: )4\\d\\d - ',
	'ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EDNS|ETLS',
	'refused the connection|connection cannot be established|host is unreachable|dns server',
	'ssl routines|ssl issue|certificate',
	'EAUTH|EENVELOPE|EMESSAGE|invalid login|missing credentials|invalid greeting',
	'invalid (?:sender|recipient)|recipients were rejected|no recipients|(?:mail|data) command failed',
	'message failed|\\b5[0-5]\\d [25]\\.',
);
/** The request may have been taken before its answer was lost. */
const LOST = anyOf(
	'ECONNRESET|ECONNABORTED|ECONNECTION|ETIMEDOUT|ESOCKET|EPIPE|timed? ?out|timeout|socket hang up|aborted',
	'connection (?:was )?(?:closed|lost|reset)|unexpected|execution was cancelled',
	'bad gateway|service unavailable|failed to process|not able to process|(?:^|: )5\\d\\d - ',
);
/** What Slack answers when "some aspect of the operation" may have succeeded (docs.slack.dev, chat.postMessage). */
const HALF_DONE = anyOf('(?:internal|fatal)_error|service_unavailable|request_timeout');
const TOO_MANY = anyOf('(?:^|: )429\\b|too many requests|rate.?limited');

function anyOf(...patterns: string[]): RegExp {
	return new RegExp(patterns.join('|'), 'i');
}

/**
 * Reads an error, of a node on its error output or of a whole run: what it says, whether the message
 * may have arrived all the same, and how long the channel asked to wait, where that can be found.
 */
export function answerOfError(error: unknown): ChannelAnswer {
	const text = wordsOfError(error);
	const status = statusOf(error);
	const isTooMany = status === 429 || TOO_MANY.test(text);
	const retryAfterMs = retryAfterOf(error) ?? (isTooMany ? DEFAULT_RETRY_AFTER_MS : undefined);
	return {
		isDelivered: false,
		error: text === '' ? 'The channel gave no reason' : text,
		...(mayHaveArrived(text, status) && { mayHaveArrived: true }),
		...(retryAfterMs !== undefined && { retryAfterMs }),
	};
}

function mayHaveArrived(text: string, status: number | undefined): boolean {
	if (HALF_DONE.test(text)) return true;
	if (status !== undefined) return status >= 500;
	return !REFUSED.test(text) && LOST.test(text);
}

/** How deep errors lie in each other, at most. */
const MOST_CAUSES = 6;

/** An error and its causes, outermost first. */
function causesOf(error: unknown): unknown[] {
	const causes: unknown[] = [];
	let one = error;
	while (one !== undefined && one !== null && causes.length < MOST_CAUSES) {
		causes.push(one);
		one = isObject(one) ? (one.cause ?? one.errorResponse ?? one.error) : undefined;
	}
	return causes;
}

/**
 * What an error says, each thing once: its message, description and codes, what n8n put its own words
 * in the place of (`messages`), and the same of its causes. Empty where it says nothing.
 */
export function wordsOfError(error: unknown): string {
	const words = causesOf(error).flatMap((cause) => {
		if (!isObject(cause)) return textOf(cause) ?? [];
		const { message, description, messages, code, httpCode, statusCode, status } = cause;
		const original = Array.isArray(messages) ? (messages as unknown[]).slice(0, 5) : [];
		return [message, description, ...original, code, httpCode, statusCode, status].flatMap(
			(text) => textOf(text) ?? [],
		);
	});
	return [...new Set(words.map((word) => word.slice(0, 300)))]
		.filter((word, index, all) => !all.slice(0, index).some((earlier) => earlier.includes(word)))
		.join(': ');
}

/** The HTTP status of a failed answer, under any of the names it has. */
function statusOf(error: unknown): number | undefined {
	return causesOf(error)
		.flatMap((cause) =>
			isObject(cause) ? [cause.httpCode, cause.statusCode, cause.status].map(Number) : [],
		)
		.find(isHttpError);
}

const isHttpError = (status: unknown) =>
	typeof status === 'number' && Number.isInteger(status) && status >= 400 && status <= 599;

/**
 * The channel's Retry-After in milliseconds (RFC 9110 §10.2.3, seconds), where the answer's headers
 * are left: in a whole HTTP response, or in an error that still has its cause. n8n's engine drops the
 * cause of what a node throws and of what is put on an item (n8n-core 2.41, tried), so that n8n's own
 * Slack node never says how long.
 */
function retryAfterOf(error: unknown): number | undefined {
	for (const cause of causesOf(error)) {
		if (!isObject(cause)) continue;
		for (const holder of [cause.response, cause]) {
			const headers = isObject(holder) && isObject(holder.headers) ? holder.headers : {};
			const name = Object.keys(headers).find((key) => key.toLowerCase() === 'retry-after');
			const asked = name === undefined ? undefined : textOf(headers[name]);
			if (asked !== undefined && /^\d{1,9}$/.test(asked)) {
				return Math.min(Number(asked) * 1000, MOST_RETRY_AFTER_MS);
			}
		}
	}
	return undefined;
}

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
