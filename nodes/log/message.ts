import type {
	Account,
	DeliveryKind,
	GateDecision,
	KnownSentiment,
	Ticket,
} from '../core/item/types';
import type { FoundBy } from '../core/log/backfill';
import type { DeliveryState, MessageState } from '../core/log/states';

/** A message as a trigger takes it in: `ticket.key` and `ticket.messageId` make it one of its kind. */
export interface IncomingMessage {
	ticket: Ticket;
	/** The trigger node that hands it on: "<workflow id>/<node id>"; or TAKEN_IN. */
	source: string;
	workflowId: string;
	/** Set for messages that end at once, with the reason in plain words. */
	skippedBecause?: string;
}

export interface TakenIn {
	/**
	 * 'new': a row of its own now stands in the log. 'again': its row had failed and is tried again.
	 * 'known': it was delivered before, and nothing was started.
	 */
	outcome: 'new' | 'again' | 'known';
	id?: string;
}

export interface LeasedMessage {
	id: string;
	ticket: Ticket;
	/** Runs so far, this one included. */
	attempt: number;
}

export interface LeaseOptions {
	source: string;
	/** Most messages of one lease. */
	limit: number;
	/** How long the lease lasts unless it is renewed, in milliseconds. */
	leaseMs: number;
	/**
	 * 'normal': messages of which none has ever taken a run down with it, many at a time. 'suspect':
	 * one whose run failed or vanished, by itself, so that it can hold up nobody.
	 */
	kind: 'normal' | 'suspect';
	/** Whether messages that Ticket Log's Take In took in are handed out, too. */
	alsoTakenIn?: boolean;
}

/** How the run of a lease ended, as n8n tells it. */
export interface RunEnd {
	isSuccess: boolean;
	/** Why it failed, in n8n's words. */
	error?: string;
}

/** A message that a run left without an end, and what becomes of it. */
export interface UnfinishedMessage {
	id: string;
	ticketKey: string;
	state: MessageState;
	reason: string;
	/** When it is tried again; absent when it has ended. */
	dueAt?: Date;
}

/** What was decided on one message, as the nodes before Record Decision left it on the item. */
export interface Decision {
	ticket: Ticket;
	sentiment?: KnownSentiment;
	account?: Account;
	gate?: GateDecision;
	/** The step that failed on the way here; the message is then tried again. */
	failure?: string;
	source: string;
	workflowId: string;
}

export interface RecordedDecision {
	state: MessageState;
	reason: string;
	/** Whether this very message had been decided before: then nothing was changed. */
	isRepeat: boolean;
	alertId?: string;
	/** What was put into the outbox for it. */
	kind?: DeliveryKind;
	dueAt?: Date;
}

/** An earlier message of an account, as the gate reads it. */
export interface AccountMessage {
	accountId: string;
	ticketKey: string;
	score: number;
	receivedAt: Date;
	url?: string;
	alerted: boolean;
}

export interface MessageFilter {
	states?: readonly MessageState[];
	since?: Date;
	accountId?: string;
	ticketKey?: string;
	requesterEmail?: string;
	minimumScore?: number;
	includeTests?: boolean;
	limit: number;
}

/** A row of the log as people read it. Unknown is absent. */
export interface LoggedMessage {
	ticketKey: string;
	messageId: string;
	event: string;
	helpdesk?: string;
	state: MessageState;
	reason?: string;
	attempts: number;
	/** When a message that waits is tried again. */
	dueAt?: string;
	receivedAt: string;
	decidedAt?: string;
	endedAt?: string;
	/** When somebody looked at a message in Review: it waits for nobody any more. */
	reviewedAt?: string;
	subject?: string;
	requesterEmail?: string;
	requesterName?: string;
	url?: string;
	score?: number;
	label?: string;
	topic?: string;
	language?: string;
	summary?: string;
	evidence?: string[];
	accountId?: string;
	accountName?: string;
	ownerName?: string;
	route?: string;
	severity?: string;
	rules?: string[];
	alertId?: string;
	isTest?: boolean;
	backfill?: boolean;
	/** How a helpdesk's ticket was learnt of, where its API was asked for it. */
	foundBy?: FoundBy;
	/** How its message to the owner stands. */
	delivery?: {
		state: DeliveryState;
		attempts: number;
		channel?: string;
		recipient?: string;
		error?: string;
		dueAt?: string;
	};
}
