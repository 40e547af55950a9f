import type {
	Account,
	AccountFacts,
	DeliveryKind,
	DeliveryStep,
	GateDecision,
	KnownSentiment,
	Ticket,
} from '../core/item/types';
import type { ChannelAnswer } from '../core/log/channelAnswer';
import type { DeliveryState, MessageState } from '../core/log/states';

/** A message as a trigger takes it in: `ticket.key` and `ticket.messageId` make it one of its kind. */
export interface IncomingMessage {
	ticket: Ticket;
	/** The trigger node that hands it on: "<workflow id>/<node id>". */
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

/** What a trigger got to work on, for a time; nobody else gets it before that time is over. */
export interface Lease<T> {
	token: string;
	entries: T[];
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

/** One thing to send, as CS Alert Trigger gets it. */
export interface LeasedDelivery {
	id: string;
	kind: DeliveryKind;
	alertId?: string;
	/** Attempts so far, this one included. */
	attempt: number;
	step: DeliveryStep;
	/** Whether an earlier attempt may have arrived without our knowing. */
	mayBeRepeat: boolean;
	/** The alert's message in Slack, once there is one. */
	message?: { channel: string; ts: string };
	/** How many messages of customers the alert has taken in. */
	messages?: number;
	/** The alert as it was last sent whole, for an update of it. */
	sent?: Record<string, unknown>;
	/** Why an open alert comes again, in one line. */
	news?: string;
	/** The item's keys as they were decided: ticket, sentiment, account, gate; or the digest. */
	content: Record<string, unknown>;
}

export interface DeliveryLease {
	token: string;
	delivery?: LeasedDelivery;
	/** When it is worth asking again, if something waits. */
	nextAt?: Date;
}

/** What a channel said to an attempt, and where the attempt went. */
export interface DeliveryAnswer extends ChannelAnswer {
	channel?: string;
	recipient?: string;
}

export interface RecordedDelivery {
	state: DeliveryState;
	alertId?: string;
	/** Whether its end had been recorded before: then nothing was changed. */
	isRepeat: boolean;
	/** When it is tried again; absent when it has ended. */
	dueAt?: Date;
	/** Whether every way has just been tried, so that somebody has to be told. */
	isNewlyUndelivered: boolean;
	/** What it is about, in a few words for people. */
	title: string;
}

/** An earlier message of an account, as the gate reads it. */
export interface AccountMessage {
	accountId: string;
	ticketKey: string;
	score: number;
	receivedAt: Date;
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

export interface Purged {
	messagesWithoutText: number;
	messagesDeleted: number;
}

/** What is known of a trigger between runs and restarts. */
export interface TriggerRecord {
	source: string;
	workflowId: string;
	helpdesk?: string;
	/** The webhook's public address. */
	address?: string;
	/** How far it has read what the helpdesk has, in the helpdesk's own terms. */
	position?: string;
}

/** Something a person has to look at, since it did not work out by itself. */
export interface LogProblem {
	kind: 'failed' | 'undelivered';
	/** The whole of it in one sentence. */
	text: string;
	ticketKey?: string;
	accountName?: string;
	reason: string;
	url?: string;
}

export interface Alias {
	/** Lower case. */
	address: string;
	accountId: string;
	accountName?: string;
	byWhom?: string;
}

/** What was known of an account on one day; the last look-up of the day counts. */
export interface DailyFacts {
	accountId: string;
	/** ISO date, UTC. */
	day: string;
	healthScore?: number;
	mrr?: number;
}

/** One person's way to answer an alert; only the hash of what they hold is kept. */
export interface ActionToken {
	hash: string;
	alertId: string;
	person?: string;
	expiresAt: Date;
}

/**
 * The log: every message ends in exactly one state, whoever writes when (DESIGN §4). All states change
 * by compare-and-set, so a late writer never wins. All methods throw LogError.
 */
export interface TicketLog {
	readonly kind: 'sqlite' | 'postgres';
	/** Where it is, in plain words and without any password. */
	readonly place: string;

	/** Puts a message in; it is on disk when this returns. */
	takeIn(message: IncomingMessage, now: Date): Promise<TakenIn>;
	/** Messages to work on; none twice. A row that cannot be read becomes `failed` and holds up nobody. */
	leaseMessages(options: LeaseOptions, now: Date): Promise<Lease<LeasedMessage>>;
	/** Makes a lease last until `until`; called while its run lives. */
	renewLease(token: string, until: Date): Promise<void>;
	/** Ends a lease: what its run left undecided is done, tried again, or failed. */
	settleMessages(token: string, end: RunEnd, now: Date): Promise<UnfinishedMessage[]>;
	/** Ends all leases that another process held, for databases that only one process has open. */
	endForeignLeases(now: Date): Promise<void>;
	/** Ends messages that no trigger has taken up for 48 hours as failed; returns how many. */
	endAbandoned(now: Date): Promise<number>;
	/** Messages of triggers that are gone, handed to this one of the same workflow and helpdesk. */
	adoptMessages(trigger: TriggerRecord, now: Date): Promise<number>;

	/** Writes what was decided: the messages' states, their accounts' alerts and what is to be sent, in one transaction. */
	recordDecisions(decisions: readonly Decision[], now: Date): Promise<RecordedDecision[]>;

	/** The next thing to send, if any. */
	leaseDelivery(leaseMs: number, now: Date): Promise<DeliveryLease>;
	/** Writes what the channel said to one attempt. */
	recordDelivery(
		id: string,
		attempt: number,
		answer: DeliveryAnswer,
		now: Date,
	): Promise<RecordedDelivery>;
	/** Ends a lease whose run recorded nothing, with what is known of it: that is no delivery. */
	settleDelivery(
		token: string,
		answer: DeliveryAnswer,
		now: Date,
	): Promise<RecordedDelivery | undefined>;
	/** What has failed for good or on every way since the last call: each is told once. */
	takeProblems(now: Date): Promise<LogProblem[]>;
	/** Puts something to send into the outbox that belongs to no message, once for each `onceKey`. */
	queueDelivery(
		kind: DeliveryKind,
		onceKey: string,
		content: Record<string, unknown>,
		now: Date,
	): Promise<boolean>;

	findMessages(filter: MessageFilter): Promise<LoggedMessage[]>;
	/** Tries failed messages and undelivered alerts again; all of them, or those of one ticket. */
	tryAgain(
		what: { failed: boolean; undelivered: boolean; ticketKey?: string },
		now: Date,
	): Promise<{ messages: number; deliveries: number }>;
	/** Takes customers' words out of what ended before `textsBefore`, and deletes what ended before `deleteBefore`. */
	purge(limits: { textsBefore: Date; deleteBefore?: Date }): Promise<Purged>;

	/** The messages of these accounts since then with at least this score, test tickets and backfill left out. */
	accountMessages(
		accountIds: readonly string[],
		since: Date,
		minimumScore: number,
	): Promise<AccountMessage[]>;

	/** An address that a person attached to an account by hand. */
	saveAlias(alias: Alias, now: Date): Promise<void>;
	/** The accounts of those of these addresses that were attached by hand. */
	findAliases(addresses: readonly string[]): Promise<Alias[]>;
	/** The health score and MRR of an account, day by day since then. */
	accountFacts(accountIds: readonly string[], sinceDay: string): Promise<DailyFacts[]>;
	/** Keeps what is known of accounts today; the last of a day counts. Accounts without an ID are left out. */
	saveAccountFacts(accounts: readonly AccountFacts[], now: Date): Promise<void>;
	/** Keeps a token's hash, so that it can be used once. */
	saveToken(token: ActionToken): Promise<void>;
	/** Uses a token up; absent when it is unknown, used or expired. */
	useToken(hash: string, now: Date): Promise<ActionToken | undefined>;

	/** Keeps the rules behind a decision's `gate.config`, once. */
	saveGateConfig(hash: string, rules: unknown, now: Date): Promise<void>;

	/** Remembers a trigger, so that others can tell whether it lives. */
	saveTrigger(trigger: TriggerRecord, now: Date): Promise<void>;
	triggers(): Promise<Array<TriggerRecord & { seenAt: Date }>>;

	/** Calls back when something new may wait, until the returned function is called. */
	onNews(news: 'inbox' | 'outbox', listener: () => void): () => void;
	close(): Promise<void>;
}
