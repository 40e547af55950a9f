import { readAccountFields } from './accountFields';
import { readNumber } from '../values/cells';
import { textOf } from '../values/text';
import { flagOf, isObject, notOneOf, numberOf, oneOf, textsOf, type Json } from './fields';
import type {
	KnownSentiment,
	Account,
	AccountStatus,
	EarlierTicket,
	FiredRule,
	GateDecision,
	Incident,
	PreviousMessage,
	Quote,
	Requester,
	Route,
	Severity,
	Signal,
	Ticket,
	TicketEvent,
	TicketHistory,
	TicketOrganization,
	WrittenAmount,
} from './types';

/**
 * The readers of the item contract: what another node, a data table or a person's own mapping put
 * under a key, checked once, so that everything after works on a type.
 */

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
	const unlistedScore = readNumber(sentiment.unlistedScore).value;
	return {
		score,
		...(unlistedScore !== undefined && { unlistedScore }),
		summary: textOf(sentiment.summary),
		topic: textOf(sentiment.topic) ?? '',
		signals: readSignals(sentiment.signals),
		...(Array.isArray(sentiment.quotes) && { quotes: sentiment.quotes.filter(isQuote) }),
		flags: textsOf(sentiment.flags),
		label: oneOf(SENTIMENT_LABELS, sentiment.label),
		language: textOf(sentiment.language),
		version: textOf(sentiment.version),
	};
}

/**
 * The account of an item, with all that was put there; its `fields` only as {@link readAccountFields} keeps them. Absent
 * when none was looked up.
 * @throws Error when the status is none the contract knows
 */
export function readAccount(json: Json): Account | undefined {
	const { account } = json;
	if (!isObject(account)) return undefined;
	const status = oneOf(ACCOUNT_STATUSES, account.status);
	if (status === undefined) {
		throw new Error(notOneOf('account.status', ACCOUNT_STATUSES, account.status));
	}
	const { fields, ...known } = account;
	const own = isObject(fields) ? readAccountFields(Object.entries(fields)) : undefined;
	return { ...known, status, ...(own !== undefined && { fields: own }) };
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
		history: historyIn(gate.history),
		config: textOf(gate.config) ?? '',
		...withKnown(incidentOf(gate.incident), numberOf(gate.worseByPoints)),
		...(Array.isArray(gate.amounts) && { amounts: gate.amounts.flatMap(readAmount) }),
	};
}

function readAmount(written: unknown): WrittenAmount[] {
	if (!isObject(written)) return [];
	const text = textOf(written.text);
	const [amount, currency] = [numberOf(written.amount), textOf(written.currency)];
	if (text === undefined || amount === undefined) return [];
	return [{ text, amount, ...(currency !== undefined && { currency }) }];
}

function historyIn(history: unknown): TicketHistory {
	if (!isObject(history)) return {};
	const { firstFrustratedTicket, daysWithoutReply, ...known } = history;
	const first = earlierTicketOf(firstFrustratedTicket);
	const days = numberOf(daysWithoutReply);
	return {
		...known,
		...(first !== undefined && { firstFrustratedTicket: first }),
		...(days !== undefined && { daysWithoutReply: days }),
	};
}

function earlierTicketOf(ticket: unknown): EarlierTicket | undefined {
	if (!isObject(ticket)) return undefined;
	const [key, at, url] = [textOf(ticket.key), textOf(ticket.at), textOf(ticket.url)];
	if (at === undefined) return undefined;
	return { ...(key !== undefined && { key }), at, ...(url !== undefined && { url }) };
}

function withKnown(incident: Incident | undefined, worseByPoints: number | undefined) {
	return {
		...(incident !== undefined && { incident }),
		...(worseByPoints !== undefined && { worseByPoints }),
	};
}

function incidentOf(incident: unknown): Incident | undefined {
	if (!isObject(incident)) return undefined;
	const topic = textOf(incident.topic);
	const [accounts, minutes] = [numberOf(incident.accounts), numberOf(incident.minutes)];
	if (topic === undefined || accounts === undefined || minutes === undefined) return undefined;
	return { topic, accounts, minutes };
}

/** Whether the gate has decided on an item. */
export function hasGate({ gate }: Json): boolean {
	return isObject(gate);
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

function readFiredRule(rule: unknown): FiredRule[] {
	if (!isObject(rule)) return [];
	const [id, name, text] = [textOf(rule.id), textOf(rule.name), textOf(rule.text)];
	if (id === undefined || text === undefined) return [];
	return [{ id, ...(name !== undefined && { name }), text }];
}

function isQuote(value: unknown): value is Quote {
	return isObject(value) && typeof value.quote === 'string';
}

/** The entries of a list that are signals. */
export function readSignals(value: unknown): Signal[] {
	return Array.isArray(value) ? value.filter(isSignal) : [];
}

function isSignal(value: unknown): value is Signal {
	return (
		isObject(value) &&
		typeof value.name === 'string' &&
		typeof value.quote === 'string' &&
		typeof value.weight === 'number'
	);
}
