import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers for one outside host, e.g. slack.com: it gets every request that n8n sends there. */
export type StandIn = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

export interface JsonObject {
	[key: string]: JsonValue;
}

interface Kept {
	/** Counts up from 1 over all kinds. */
	id: number;
	/** When it arrived: ISO 8601, UTC. */
	at: string;
}

export interface SlackMessage extends Kept {
	kind: 'slack';
	/** As the sender named it: "#cs-alerts", a channel id or a user id. */
	channel: string;
	/** Set when the channel is a person's direct messages. */
	user?: SlackUser;
	/** Slack's time stamp, which is the message's id within its channel. */
	ts: string;
	threadTs?: string;
	text: string;
	blocks: JsonObject[];
	/** The IDs of its blocks as it was posted: an edit brings its own. */
	postedIds: string[];
	/** How often chat.update has changed it. */
	edits: number;
}

export interface EmailMessage extends Kept {
	kind: 'email';
	from: string;
	to: string[];
	subject: string;
	html?: string;
	text?: string;
	/** Header lines in the order sent, names in lower case. */
	headers: Array<{ name: string; value: string }>;
}

export type OutboxMessage = SlackMessage | EmailMessage;

export interface SlackUser {
	/** e.g. "U01DANA" */
	id: string;
	name: string;
	email: string;
}

/**
 * The next refusal: one of Slack's error codes, an HTTP status of Slack's, or an SMTP reply. Or Slack does
 * as it is asked and its answer comes late, or never: the connection is closed instead.
 */
export type Failure =
	| { of: 'slack'; error: string }
	| { of: 'slack'; status: number; retryAfter?: number }
	| { of: 'slack'; answer: 'lost' }
	| { of: 'slack'; answer: 'late'; afterMs: number }
	| { of: 'smtp'; code: number; message: string };
