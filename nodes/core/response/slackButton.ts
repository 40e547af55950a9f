import { type Headers, headerOf, type SignatureClaim } from '../helpdesk/signature';
import { RESPONSE_ACTIONS } from '../item/deliveryReaders';
import { isObject, oneOf, type Json } from '../item/fields';
import type { ResponseAction } from '../item/types';
import { shown } from '../text/shown';
import { webLink } from '../values/link';
import { textOf } from '../values/text';

/** What Slack sends when somebody presses a button of an alert (API-REFERENCE.md §6; docs.slack.dev, "Verifying requests from Slack" and "block_actions"). */

const SIGNATURE = /^v0=([0-9a-f]{64})$/i;
/** Seconds since 1970. */
const TIMESTAMP = /^\d{1,12}$/;
/** In front of the answer in a button's `action_id`, e.g. "cs_acknowledge". */
const ACTION_PREFIX = 'cs_';
/** Where Slack takes answers to what somebody did: its own hosts, and those of GovSlack. */
const RESPONSE_HOSTS: readonly string[] = ['hooks.slack.com', 'hooks.slack-gov.com'];

/**
 * hex(HMAC-SHA256(signing secret, "v0:" + timestamp + ":" + raw body)).
 * @returns undefined when one of the two headers is missing, repeated or malformed
 */
export function slackSignature(headers: Headers): SignatureClaim | undefined {
	const signature = SIGNATURE.exec(headerOf(headers, 'x-slack-signature') ?? '')?.[1];
	const timestamp = headerOf(headers, 'x-slack-request-timestamp');
	if (signature === undefined || timestamp === undefined || !TIMESTAMP.test(timestamp)) {
		return undefined;
	}
	const time = new Date(Number(timestamp) * 1000);
	if (Number.isNaN(time.getTime())) return undefined;
	return {
		algorithm: 'sha256',
		encoding: 'hex',
		signedPrefix: `v0:${timestamp}:`,
		signature: signature.toLowerCase(),
		timestamp: time.toISOString(),
	};
}

/** A button of ours that somebody pressed. */
export interface PressedButton {
	action: ResponseAction;
	token: string;
	/** e.g. "@dana". */
	by?: string;
	/** Where Slack takes a word to that person. Absent when the payload names no address of Slack's. */
	responseUrl?: string;
	/** Of the message the button stands on. */
	messageTs?: string;
	/** Of the message above, where that one stands in a thread. */
	threadTs?: string;
}

/**
 * The button that was pressed. Absent for all else that an app's one address is sent: links, which carry no value,
 * buttons of others, dialogs.
 */
export function readPressedButton(payload: string | null): PressedButton | undefined {
	const event = parsed(payload ?? '');
	if (event?.type !== 'block_actions' || !Array.isArray(event.actions)) return undefined;
	const common = pressOf(event);
	for (const pressed of event.actions) {
		if (!isObject(pressed)) continue;
		const id = textOf(pressed.action_id);
		const token = textOf(pressed.value);
		const action = id?.startsWith(ACTION_PREFIX)
			? oneOf(RESPONSE_ACTIONS, id.slice(ACTION_PREFIX.length))
			: undefined;
		if (action !== undefined && token !== undefined) {
			return { action, token, ...common };
		}
	}
	return undefined;
}

/** Who pressed, on which message, and where they can be told something. */
function pressOf(event: Json): Omit<PressedButton, 'action' | 'token'> {
	const by = personOf(event.user);
	const responseUrl = responseUrlOf(event.response_url);
	const { message_ts, thread_ts } = isObject(event.container) ? event.container : {};
	const [messageTs, threadTs] = [textOf(message_ts), textOf(thread_ts)];
	return {
		...(by !== undefined && { by }),
		...(responseUrl !== undefined && { responseUrl }),
		...(messageTs !== undefined && { messageTs }),
		...(threadTs !== undefined && { threadTs }),
	};
}

/** Nothing is ever sent to another host, whatever a payload says. */
function responseUrlOf(value: unknown): string | undefined {
	const link = webLink(textOf(value));
	if (link === undefined) return undefined;
	const { protocol, host, href } = new URL(link);
	return protocol === 'https:' && RESPONSE_HOSTS.includes(host) ? href : undefined;
}

function personOf(user: unknown): string | undefined {
	if (!isObject(user)) return undefined;
	const name = shown(user.username, 80) ?? shown(user.name, 80);
	return name === undefined ? shown(user.id, 80) : `@${name.replace(/^@+/, '')}`;
}

function parsed(text: string): Json | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
