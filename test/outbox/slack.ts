import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { readBody } from './readBody.ts';
import { blockErrors, isTooLong } from './slackBlocks.ts';
import type { Failure, JsonObject, JsonValue, SlackMessage, SlackUser, StandIn } from './types.ts';

/** The one token that the stand-in takes. */
export const SLACK_TOKEN = 'xoxb-outbox-token';
/** What the app's interactions are signed with. */
export const SLACK_SIGNING_SECRET = 'b0f5d3a1c4e2f7089a6b5c4d3e2f1a0b';

/** What the app may do, as Slack tells with every answer. */
const SCOPES =
	'chat:write,users:read,users:read.email,channels:read,channels:history,groups:history,im:history';

// https://docs.slack.dev/reference/methods/chat.postMessage: longer text is cut or refused
const MAX_TEXT = 40_000;

type Answer = JsonObject & { ok: boolean };
type Method = (args: JsonObject) => Answer;
type NewSlackMessage = Omit<SlackMessage, 'id' | 'at'>;

export interface SlackOptions {
	/** Everybody in the workspace; users.lookupByEmail finds only these. */
	users: SlackUser[];
	/** Names of all channels, without "#"; any name is a channel unless told. */
	channels?: string[];
	/** Keeps a new message, or a message again after a change. */
	keep: (message: NewSlackMessage) => void;
	messages: () => SlackMessage[];
	/** Hands over the next injected failure, if any. */
	nextFailure: () => Extract<Failure, { of: 'slack' }> | undefined;
	now: () => number;
}

/**
 * A stand-in for https://slack.com/api: it checks the token, the channel and the blocks as Slack
 * does, and answers failures as Slack does, with HTTP status 200 and `ok: false`.
 */
export function slackStandIn(options: SlackOptions): StandIn {
	const methods = slackMethods(options);
	return async (request, response) => {
		const failure = options.nextFailure();
		if (failure && 'status' in failure) {
			const { status, retryAfter } = failure;
			response.writeHead(status, retryAfter === undefined ? {} : { 'Retry-After': retryAfter });
			response.end(status === 429 ? '{"ok":false,"error":"ratelimited"}' : '');
			return;
		}
		const answer =
			failure && 'error' in failure ? refuse(failure.error) : await call(methods, request);
		if (failure && 'answer' in failure) {
			if (failure.answer === 'lost') {
				request.socket.destroy();
				return;
			}
			await sleep(failure.afterMs);
		}
		response.writeHead(200, {
			'Content-Type': 'application/json; charset=utf-8',
			'x-oauth-scopes': SCOPES,
		});
		response.end(JSON.stringify(answer));
	};
}

async function call(methods: Record<string, Method>, request: IncomingMessage): Promise<Answer> {
	const url = new URL(request.url ?? '', 'https://slack.com');
	const args = await readArguments(request, url);
	if (!args) return refuse('invalid_json');
	const bearer = request.headers.authorization?.replace(/^Bearer /, '');
	const token = bearer ?? args.token;
	if (!token) return refuse('not_authed');
	if (token !== SLACK_TOKEN) return refuse('invalid_auth');
	const name = url.pathname.replace(/^\/api\//, '');
	const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
	return method ? method(args) : refuse('unknown_method', { req_method: name });
}

async function readArguments(request: IncomingMessage, url: URL): Promise<JsonObject | undefined> {
	const query = Object.fromEntries(url.searchParams);
	const body = await readBody(request);
	if (body === '') return query;
	try {
		if (request.headers['content-type']?.startsWith('application/json')) {
			const parsed = JSON.parse(body) as JsonValue;
			return isObject(parsed) ? { ...query, ...parsed } : undefined;
		}
		const form: JsonObject = Object.fromEntries(new URLSearchParams(body));
		if (typeof form.blocks === 'string') form.blocks = JSON.parse(form.blocks) as JsonValue;
		return { ...query, ...form };
	} catch {
		return undefined;
	}
}

function slackMethods({
	users,
	channels,
	keep,
	messages,
	now,
}: SlackOptions): Record<string, Method> {
	const channelNames = new Map(channels?.map((name) => [channelId(name), name]));
	const userOf = (channel: string) =>
		users.find(
			({ id, name }) => channel === id || channel === directId(id) || channel === `@${name}`,
		);
	const lastTs = { value: 0 };
	const nextTs = () => {
		// Never twice the same, also for two messages within a microsecond.
		lastTs.value = Math.max(lastTs.value + 1, now() * 1000);
		return `${Math.floor(lastTs.value / 1e6)}.${String(lastTs.value % 1e6).padStart(6, '0')}`;
	};

	/** The channel's name as the page shows it, or undefined when there is no such channel. */
	function findChannel(channel: JsonValue | undefined): string | undefined {
		if (typeof channel !== 'string' || channel === '') return undefined;
		if (userOf(channel)) return channel;
		// An id of somebody who is not here.
		if (/^[UD][A-Z0-9]{6,}$/.test(channel) || channel.startsWith('@')) return undefined;
		const name = channelNames.get(channel) ?? channel.replace(/^#/, '');
		if (channels && !channels.includes(name)) return undefined;
		if (!channels) channelNames.set(channelId(name), name);
		return /^C[A-Z0-9]{8,}$/.test(name) ? name : `#${name}`;
	}

	function post(args: JsonObject): Answer {
		const channel = findChannel(args.channel);
		if (channel === undefined) return refuse('channel_not_found');
		const objection = objectionTo(args);
		if (objection) return objection;
		const user = userOf(channel);
		const ts = nextTs();
		const message = {
			text: typeof args.text === 'string' ? args.text : '',
			blocks: (Array.isArray(args.blocks) ? args.blocks : []) as JsonObject[],
		};
		const thread = typeof args.thread_ts === 'string' ? { threadTs: args.thread_ts } : {};
		const postedIds = message.blocks.flatMap(({ block_id: id }) =>
			typeof id === 'string' ? [id] : [],
		);
		keep({
			kind: 'slack',
			channel,
			...(user && { user }),
			ts,
			...thread,
			...message,
			postedIds,
			edits: 0,
		});
		const id = conversationOf({ channel, user });
		return {
			...{ ok: true, channel: id, ts },
			message: publicMessage({ ts, ...message }),
		};
	}

	function update(args: JsonObject): Answer {
		const channel = findChannel(args.channel);
		if (channel === undefined) return refuse('channel_not_found');
		const kept = messages().find((message) => {
			const isThere = message.channel === channel || message.user?.id === userOf(channel)?.id;
			return isThere && message.ts === args.ts;
		});
		if (!kept) return refuse('message_not_found');
		const objection = objectionTo(args);
		if (objection) return objection;
		if (typeof args.text === 'string') kept.text = args.text;
		if (Array.isArray(args.blocks)) kept.blocks = args.blocks as JsonObject[];
		kept.edits += 1;
		keep(kept);
		const { ts, text, blocks } = kept;
		return { ok: true, channel: String(args.channel), ts, text, message: { text, blocks, ts } };
	}

	/** What stands in a conversation itself, newest first; only its ID opens it, no name. */
	function history({ channel, oldest, limit }: JsonObject): Answer {
		const id = String(channel);
		const isKnown = channelNames.has(id) || users.some((user) => directId(user.id) === id);
		if (!isKnown) return refuse('channel_not_found');
		const after = typeof oldest === 'string' ? Number(oldest) : 0;
		const there = messages()
			.filter((message) => conversationOf(message) === id && message.threadTs === undefined)
			.filter(({ ts }) => Number(ts) > after)
			.sort((one, other) => Number(other.ts) - Number(one.ts))
			.slice(0, Number(limit ?? 100));
		return { ok: true, messages: there.map(publicMessage), has_more: false };
	}

	const people = users.map(publicUser);
	return {
		'auth.test': () => ({
			...{ ok: true, url: 'https://outbox.slack.com/', team: 'Outbox', team_id: 'T0OUTBOX0' },
			...{ user: 'cs-alerts', user_id: 'U0OUTBOX0', bot_id: 'B0OUTBOX0' },
		}),
		'users.profile.get': () => ({ ok: true, profile: { real_name: 'CS Alerts' } }),
		'users.list': () => ({ ok: true, members: people, response_metadata: { next_cursor: '' } }),
		'users.info': ({ user }) => {
			const found = people.find(({ id }) => id === user);
			return found ? { ok: true, user: found } : refuse('user_not_found');
		},
		'users.lookupByEmail': ({ email }) => {
			const wanted = String(email).toLowerCase();
			const index = users.findIndex((user) => user.email.toLowerCase() === wanted);
			const found = people[index];
			return found ? { ok: true, user: found } : refuse('users_not_found');
		},
		'conversations.list': () => ({
			ok: true,
			channels: [...channelNames].map(([id, name]) => ({ id, name, is_channel: true })),
			response_metadata: { next_cursor: '' },
		}),
		'conversations.info': ({ channel }) => {
			const id = String(channel);
			const name = channelNames.get(id);
			return name === undefined
				? refuse('channel_not_found')
				: { ok: true, channel: { id, name, is_channel: true, is_member: true } };
		},
		'conversations.open': (args) => {
			const user = userOf(String(args.users));
			return user ? { ok: true, channel: { id: directId(user.id) } } : refuse('user_not_found');
		},
		'conversations.history': history,
		'chat.postMessage': post,
		'chat.update': update,
	};
}

function objectionTo({ text, blocks, attachments }: JsonObject): Answer | undefined {
	const hasBlocks = Array.isArray(blocks) ? blocks.length > 0 : !!blocks;
	if (!text && !hasBlocks && !attachments) return refuse('no_text');
	if (typeof text === 'string' && text.length > MAX_TEXT) return refuse('msg_too_long');
	if (!hasBlocks) return undefined;
	const errors = blockErrors(blocks ?? null);
	if (errors.length > 0)
		return refuse('invalid_blocks', { errors, response_metadata: { messages: errors } });
	return isTooLong(blocks ?? null) ? refuse('msg_blocks_too_long') : undefined;
}

function refuse(error: string, more: JsonObject = {}): Answer {
	return { ok: false, error, ...more };
}

function publicUser({ id, name, email }: SlackUser): JsonObject {
	const profile = { email, real_name: name, display_name: name };
	return { id, name, real_name: name, deleted: false, is_bot: false, profile };
}

function publicMessage({ ts, text, blocks }: Pick<SlackMessage, 'ts' | 'text' | 'blocks'>) {
	return { type: 'message', subtype: 'bot_message', bot_id: 'B0OUTBOX0', ts, text, blocks };
}

function conversationOf({ channel, user }: Pick<SlackMessage, 'channel' | 'user'>): string {
	return user ? directId(user.id) : channelId(channel.replace(/^#/, ''));
}

/** The same name always has the same id. */
export function channelId(name: string): string {
	return `C${createHash('sha256').update(name).digest('hex').slice(0, 10).toUpperCase()}`;
}

function directId(userId: string): string {
	return `D${userId.slice(1)}`;
}

function isObject(value: JsonValue): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
