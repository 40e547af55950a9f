import { readNumber } from '../values/cells';
import { textOf } from '../values/text';
import type {
	KnownSentiment,
	Account,
	AccountStatus,
	Alert,
	AlertChannel,
	Delivery,
	DeliveryKind,
	DeliveryStep,
	Digest,
	DigestEntry,
	DigestSection,
	FiredRule,
	GateDecision,
	PreviousMessage,
	Quote,
	Requester,
	Route,
	Severity,
	Signal,
	SlackMessageId,
	Ticket,
	TicketEvent,
	TicketOrganization,
} from './types';

/**
 * The readers of the item contract: what another node, a data table or a person's own mapping put
 * under a key, checked once, so that everything after works on a type.
 */

type Json = Record<string, unknown>;

const ACCOUNT_STATUSES: readonly AccountStatus[] = [
	'matched',
	'ambiguous',
	'unmatched',
	'personal-domain',
	'error',
];
const SENTIMENT_LABELS = ['Positive', 'Neutral', 'Frustrated', 'Critical'] as const;
const ROUTES: readonly Route[] = ['alert', 'review', 'digest'];
const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
const TICKET_EVENTS: readonly TicketEvent[] = ['new', 'reply', 'csat'];
const ALERT_CHANNELS: readonly AlertChannel[] = ['slack', 'email'];
const DELIVERY_KINDS: readonly DeliveryKind[] = [
	'alert',
	'update',
	'reminder',
	'escalation',
	'review',
	'closed',
	'digest',
];
const DELIVERY_STEPS: readonly DeliveryStep[] = ['owner', 'otherChannel', 'manager'];

/**
 * The ticket of an item; a field of the wrong type is absent.
 * @throws Error when there is none, saying how it gets there
 */
export function readTicket(json: Json): Ticket {
	const { ticket } = json;
	if (typeof ticket === 'string') {
		throw new Error(
			'The "ticket" key holds a text, not an object with subject, body and requester. Parse it first, e.g. with an Edit Fields node',
		);
	}
	if (!isObject(ticket)) {
		throw new Error(
			'The item has no "ticket" key. Put the ticket there first, e.g. with an Edit Fields node as in the templates',
		);
	}
	return {
		key: textOf(ticket.key) ?? textOf(ticket.id) ?? '',
		messageId: textOf(ticket.messageId),
		event: oneOf(TICKET_EVENTS, ticket.event),
		helpdesk: textOf(ticket.helpdesk),
		instance: textOf(ticket.instance),
		id: textOf(ticket.id),
		subject: textOf(ticket.subject),
		body: textOf(ticket.body),
		requester: requesterOf(ticket),
		organization: organizationOf(ticket),
		createdAt: textOf(ticket.createdAt),
		receivedAt: textOf(ticket.receivedAt),
		url: textOf(ticket.url),
		channel: textOf(ticket.channel),
		tags: Array.isArray(ticket.tags) ? textsOf(ticket.tags) : undefined,
		...(Array.isArray(ticket.previous) && {
			previous: ticket.previous.flatMap(previousMessageOf),
		}),
		lastAgentReplyAt: textOf(ticket.lastAgentReplyAt),
		status: textOf(ticket.status),
		forwardedBy: textOf(ticket.forwardedBy),
		backfill: flagOf(ticket.backfill),
		isTest: flagOf(ticket.isTest),
	};
}

/** Who wrote the ticket of an item, as far as it is known; absent when the item has no ticket. */
export function readRequester({ ticket }: Json): Requester | undefined {
	return isObject(ticket) ? requesterOf(ticket) : undefined;
}

/** The organization of an item's ticket, as far as the helpdesk knows it; absent when the item has none. */
export function readOrganization({ ticket }: Json): TicketOrganization | undefined {
	return isObject(ticket) ? organizationOf(ticket) : undefined;
}

/** The ticket of an item, where there is one: a score may come without it, e.g. from an AI agent. */
export function findTicket(json: Json): Ticket | undefined {
	return isObject(json.ticket) ? readTicket(json) : undefined;
}

/** The key of an item's ticket; absent when it has none. */
export function readTicketKey({ ticket }: Json): string | undefined {
	return isObject(ticket) ? (textOf(ticket.key) ?? textOf(ticket.id)) : undefined;
}

/**
 * The scored part of an item, as far as later nodes need it; absent when there is none.
 * @throws Error when there is a score that is not a number from 0 to 100
 */
export function readSentiment(json: Json): KnownSentiment | undefined {
	const { sentiment } = json;
	if (!isObject(sentiment)) return undefined;
	const score = readNumber(sentiment.score).value;
	if (score === undefined || !(score >= 0 && score <= 100)) {
		throw new Error(
			`sentiment.score must be a number from 0 to 100, but it is ${JSON.stringify(sentiment.score) ?? 'missing'}`,
		);
	}
	return {
		score,
		summary: textOf(sentiment.summary),
		topic: textOf(sentiment.topic) ?? '',
		signals: Array.isArray(sentiment.signals) ? sentiment.signals.filter(isSignal) : [],
		...(Array.isArray(sentiment.quotes) && { quotes: sentiment.quotes.filter(isQuote) }),
		flags: textsOf(sentiment.flags),
		label: oneOf(SENTIMENT_LABELS, sentiment.label),
		language: textOf(sentiment.language),
		version: textOf(sentiment.version),
	};
}

/**
 * The account of an item; absent when none was looked up.
 * @throws Error when the status is none the contract knows
 */
export function readAccount(json: Json): Account | undefined {
	const { account } = json;
	if (!isObject(account)) return undefined;
	const status = oneOf(ACCOUNT_STATUSES, account.status);
	if (status === undefined) {
		throw new Error(notOneOf('account.status', ACCOUNT_STATUSES, account.status));
	}
	return { ...(account as object), status };
}

/**
 * The gate's decision on an item.
 * @throws Error when there is none
 */
export function readGate(json: Json): GateDecision {
	const { gate } = json;
	const route = isObject(gate) ? oneOf(ROUTES, gate.route) : undefined;
	if (!isObject(gate) || route === undefined) {
		throw new Error(
			'The item has no gate decision. Connect this node to the Alert output of a Threshold Gate node',
		);
	}
	return {
		route,
		severity: oneOf(SEVERITIES, gate.severity) ?? 'medium',
		rules: Array.isArray(gate.rules) ? gate.rules.flatMap(readFiredRule) : [],
		reason: textOf(gate.reason) ?? '',
		missing: textsOf(gate.missing),
		counterfactual: textOf(gate.counterfactual) ?? '',
		history: isObject(gate.history) ? gate.history : {},
		config: textOf(gate.config) ?? '',
	};
}

/** Whether the gate has decided on an item. */
export function hasGate({ gate }: Json): boolean {
	return isObject(gate);
}

/** Whether an item is still the one that was to be sent, rather than what a channel made of it. */
export function isStillToSend({ alert, delivery }: Json): boolean {
	return alert !== undefined || delivery !== undefined;
}

/**
 * The delivery of an item; absent when the item was not taken from what is due.
 * @throws Error when there is one without an ID or of no kind the contract knows, since it could be recorded nowhere
 */
export function readDelivery(json: Json): Delivery | undefined {
	const { delivery } = json;
	if (!isObject(delivery)) return undefined;
	const id = textOf(delivery.id);
	if (id === undefined) throw new Error('delivery.id is missing');
	const kind = oneOf(DELIVERY_KINDS, delivery.kind);
	if (kind === undefined) {
		throw new Error(notOneOf('delivery.kind', DELIVERY_KINDS, delivery.kind));
	}
	const { attempt, messages } = delivery;
	const news = textOf(delivery.news);
	const sent = sentOf(delivery.sent);
	return {
		id,
		kind,
		alertId: textOf(delivery.alertId),
		attempt: typeof attempt === 'number' && Number.isInteger(attempt) && attempt > 0 ? attempt : 1,
		mayBeRepeat: delivery.mayBeRepeat === true,
		step: oneOf(DELIVERY_STEPS, delivery.step) ?? 'owner',
		message: slackMessageOf(delivery.message),
		...(typeof messages === 'number' && messages > 0 && { messages }),
		...(sent !== undefined && { sent }),
		...(news !== undefined && { news }),
	};
}

/**
 * The digest of an item.
 * @throws Error when there is none
 */
export function readDigest(json: Json): Digest {
	const { digest } = json;
	const title = isObject(digest) ? textOf(digest.title) : undefined;
	if (!isObject(digest) || title === undefined) {
		throw new Error(
			'The item has no digest. It is made by a Ticket Log node with the operation Queue Digest',
		);
	}
	const counts = isObject(digest.counts) ? Object.entries(digest.counts) : [];
	return {
		title,
		lead: textOf(digest.lead) ?? '',
		since: textOf(digest.since) ?? '',
		until: textOf(digest.until) ?? '',
		counts: Object.fromEntries(
			counts.filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
		),
		sections: Array.isArray(digest.sections) ? digest.sections.flatMap(digestSectionOf) : [],
	};
}

/**
 * The alert of an item, as far as the log needs it; absent when none was written.
 * @throws Error when there is one for no channel the contract knows
 */
export function readAlert(json: Json): Pick<Alert, 'title' | 'channel' | 'recipient'> | undefined {
	const { alert } = json;
	if (!isObject(alert)) return undefined;
	const channel = oneOf(ALERT_CHANNELS, alert.channel);
	if (channel === undefined) {
		throw new Error(notOneOf('alert.channel', ALERT_CHANNELS, alert.channel));
	}
	const recipient = isObject(alert.recipient) ? alert.recipient : {};
	return {
		title: textOf(alert.title) ?? '',
		channel,
		recipient: {
			name: textOf(recipient.name),
			email: textOf(recipient.email),
			slack: textOf(recipient.slack),
			isFallback: recipient.isFallback === true,
			noAccount: flagOf(recipient.noAccount),
			inactiveOwner: textOf(recipient.inactiveOwner),
		},
	};
}

function requesterOf(ticket: Json): Requester {
	const requester = isObject(ticket.requester) ? ticket.requester : {};
	return { email: textOf(requester.email), name: textOf(requester.name) };
}

function organizationOf({ organization }: Json): TicketOrganization | undefined {
	if (!isObject(organization)) return undefined;
	return {
		id: textOf(organization.id),
		name: textOf(organization.name),
		externalId: textOf(organization.externalId),
		domains: Array.isArray(organization.domains) ? textsOf(organization.domains) : undefined,
	};
}

/** Without its score or its time it says nothing of how the ticket went. */
function previousMessageOf(message: unknown): PreviousMessage[] {
	if (!isObject(message)) return [];
	const { score } = message;
	const [messageId, createdAt] = [textOf(message.messageId), textOf(message.createdAt)];
	if (typeof score !== 'number' || !(score >= 0 && score <= 100)) return [];
	if (messageId === undefined || createdAt === undefined) return [];
	return [{ messageId, score, createdAt }];
}

function sentOf(sent: unknown): Delivery['sent'] {
	if (!isObject(sent)) return undefined;
	return {
		...(isObject(sent.ticket) && { ticket: readTicket(sent) }),
		sentiment: readSentiment(sent),
		account: readAccount(sent),
		...(isObject(sent.gate) && { gate: readGate(sent) }),
	};
}

function digestSectionOf(section: unknown): DigestSection[] {
	if (!isObject(section)) return [];
	const { entries, more } = section;
	return [
		{
			title: textOf(section.title) ?? '',
			entries: Array.isArray(entries) ? entries.flatMap(digestEntryOf) : [],
			more: typeof more === 'number' && more > 0 ? more : 0,
		},
	];
}

function digestEntryOf(entry: unknown): DigestEntry[] {
	if (!isObject(entry)) return [];
	const [text, url] = [textOf(entry.text), textOf(entry.url)];
	return text === undefined ? [] : [{ text, ...(url !== undefined && { url }) }];
}

function slackMessageOf(message: unknown): SlackMessageId | undefined {
	if (!isObject(message)) return undefined;
	const channel = textOf(message.channel);
	const ts = textOf(message.ts);
	return channel === undefined || ts === undefined ? undefined : { channel, ts };
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
	return known.find((candidate) => candidate === value);
}

function notOneOf(field: string, known: readonly string[], value: unknown): string {
	return `${field} must be one of ${known.join(', ')}, but it is ${JSON.stringify(value) ?? 'missing'}`;
}

function flagOf(value: unknown): boolean | undefined {
	return typeof value === 'boolean' ? value : undefined;
}

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readFiredRule(rule: unknown): FiredRule[] {
	if (!isObject(rule)) return [];
	const [id, name, text] = [textOf(rule.id), textOf(rule.name), textOf(rule.text)];
	if (id === undefined || text === undefined) return [];
	return [{ id, ...(name !== undefined && { name }), text }];
}

function isQuote(value: unknown): value is Quote {
	return isObject(value) && typeof value.quote === 'string';
}

function isSignal(value: unknown): value is Signal {
	return (
		isObject(value) &&
		typeof value.name === 'string' &&
		typeof value.quote === 'string' &&
		typeof value.weight === 'number'
	);
}

function textsOf(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}
