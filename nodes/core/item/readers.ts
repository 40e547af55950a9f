import type {
	Account,
	AccountStatus,
	FiredRule,
	GateDecision,
	Quote,
	Route,
	Sentiment,
	Signal,
	Ticket,
} from './types';
import { textOf } from '../values/text';

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
const ROUTES: readonly Route[] = ['alert', 'review', 'digest'];

/**
 * The ticket of an item.
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
	const requester = isObject(ticket.requester) ? ticket.requester : {};
	return {
		key: textOf(ticket.key) ?? textOf(ticket.id) ?? '',
		helpdesk: textOf(ticket.helpdesk),
		id: textOf(ticket.id),
		subject: textOf(ticket.subject),
		body: textOf(ticket.body),
		requester: { email: textOf(requester.email), name: textOf(requester.name) },
		createdAt: textOf(ticket.createdAt),
		receivedAt: textOf(ticket.receivedAt),
		url: textOf(ticket.url),
		channel: textOf(ticket.channel),
	};
}

/** The key of an item's ticket; absent when it has none. */
export function readTicketKey({ ticket }: Json): string | undefined {
	return isObject(ticket) ? textOf(ticket.key) : undefined;
}

/**
 * The scored part of an item, as far as later nodes need it; absent when there is none.
 * @throws Error when there is a score that is not a number from 0 to 100
 */
export function readSentiment(
	json: Json,
): Pick<Sentiment, 'score' | 'summary' | 'signals' | 'quotes' | 'topic' | 'flags'> | undefined {
	const { sentiment } = json;
	if (!isObject(sentiment)) return undefined;
	const { score } = sentiment;
	if (typeof score !== 'number' || !(score >= 0 && score <= 100)) {
		throw new Error(
			`sentiment.score must be a number from 0 to 100, but it is ${JSON.stringify(score) ?? 'missing'}`,
		);
	}
	return {
		score,
		summary: textOf(sentiment.summary),
		topic: textOf(sentiment.topic) ?? '',
		signals: Array.isArray(sentiment.signals) ? sentiment.signals.filter(isSignal) : [],
		...(Array.isArray(sentiment.quotes) && { quotes: sentiment.quotes.filter(isQuote) }),
		flags: textsOf(sentiment.flags),
	};
}

/**
 * The account of an item; absent when none was looked up.
 * @throws Error when the status is none the contract knows
 */
export function readAccount(json: Json): Account | undefined {
	const { account } = json;
	if (!isObject(account)) return undefined;
	const status = ACCOUNT_STATUSES.find((known) => known === account.status);
	if (status === undefined) {
		throw new Error(
			`account.status must be one of ${ACCOUNT_STATUSES.join(', ')}, but it is ${JSON.stringify(account.status) ?? 'missing'}`,
		);
	}
	return { ...(account as object), status };
}

/**
 * The gate's decision on an item.
 * @throws Error when there is none
 */
export function readGate(json: Json): GateDecision {
	const { gate } = json;
	const route = isObject(gate) ? ROUTES.find((known) => known === gate.route) : undefined;
	if (!isObject(gate) || route === undefined) {
		throw new Error(
			'The item has no gate decision. Connect this node to the Alert output of a Threshold Gate node',
		);
	}
	return {
		route,
		severity:
			(['critical', 'high', 'medium', 'low'] as const).find((s) => s === gate.severity) ?? 'medium',
		rules: Array.isArray(gate.rules) ? gate.rules.flatMap(readFiredRule) : [],
		reason: textOf(gate.reason) ?? '',
		missing: textsOf(gate.missing),
		counterfactual: textOf(gate.counterfactual) ?? '',
		history: isObject(gate.history) ? gate.history : {},
		config: textOf(gate.config) ?? '',
	};
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
