import type { AccountFacts, DeliveryKind } from '../core/item/types';
import type { AlertLog } from './alertLog';
import type { News } from './database';
import type { DeliveryAnswer, DeliveryLease, RecordedDelivery } from './delivery';
import type { Forgotten } from './forgetPerson';
import type { IntakeLog, IntakeStatus } from './intakeLog';
import type { Lease } from './lease';
import type {
	AccountMessage,
	Decision,
	IncomingMessage,
	LeasedMessage,
	LeaseOptions,
	LoggedMessage,
	MessageFilter,
	RecordedDecision,
	RunEnd,
	TakenIn,
	UnfinishedMessage,
} from './message';
import type { ReportLog } from './reportLog';
import type { SetupLog } from './setupLog';
import type { TriggerRecord } from './triggerRecord';

export type * from './alertLog';
export type * from './delivery';
export type { Forgotten } from './forgetPerson';
export type { Lease } from './lease';
export type * from './message';
export type { TriggerRecord } from './triggerRecord';

export interface Purged {
	messagesWithoutText: number;
	messagesDeleted: number;
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

/** Names one problem that somebody is being told of. */
export interface ProblemLease {
	kind: LogProblem['kind'];
	id: string;
	token: string;
}

export interface LeasedProblem {
	problem: LogProblem;
	lease: ProblemLease;
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

/**
 * The log: every message ends in exactly one state, whoever writes when (DESIGN §4). All states change
 * by compare-and-set, so a late writer never wins. All methods throw LogError.
 */
export interface TicketLog extends IntakeLog, AlertLog, ReportLog, SetupLog {
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
	/** Ends messages and notices that no trigger has taken up for 48 hours as failed; returns how many. */
	endAbandoned(now: Date): Promise<number>;
	/** Messages, notices and backfills of triggers that are gone, handed to this one of the same workflow and helpdesk. */
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
	/** Puts a delivery back until then, for a day at most, without counting the attempt. */
	holdDelivery(id: string, attempt: number, until: Date, now: Date): Promise<RecordedDelivery>;
	/** Ends a lease whose run recorded nothing, with what is known of it: that is no delivery. */
	settleDelivery(
		token: string,
		answer: DeliveryAnswer,
		now: Date,
	): Promise<RecordedDelivery | undefined>;
	/** What has failed for good or on every way and was told to nobody: nobody else gets it for that long. */
	leaseProblems(leaseMs: number, now: Date): Promise<LeasedProblem[]>;
	/** Makes the lease of one last until `until`; called while somebody is being told. */
	renewProblem(lease: ProblemLease, until: Date): Promise<void>;
	/** It was told, and is not told again. One that nobody says this of is told anew when its lease ends. */
	problemTold(lease: ProblemLease, now: Date): Promise<void>;
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

	/**
	 * Takes a person out of the log by their address, in one transaction; figures stay.
	 * @param isOnlyCount counts what would go, and changes nothing
	 * @throws LogError when `email` is not one address
	 */
	forgetPerson(email: string, options: { isOnlyCount: boolean }, now: Date): Promise<Forgotten>;

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
	/** Whose messages wait to be handed to this workflow's runs, the longest waiting first, each address once. */
	waitingRequesters(workflowId: string, limit: number): Promise<string[]>;
	/** The health score and MRR of an account, day by day since then. */
	accountFacts(accountIds: readonly string[], sinceDay: string): Promise<DailyFacts[]>;
	/** Keeps what is known of accounts today; the last of a day counts. Accounts without an ID are left out. */
	saveAccountFacts(accounts: readonly AccountFacts[], now: Date): Promise<void>;

	/** Keeps the rules behind a decision's `gate.config`, once. */
	saveGateConfig(hash: string, rules: unknown, now: Date): Promise<void>;

	/** Remembers a trigger, so that others can tell whether it lives. */
	saveTrigger(trigger: TriggerRecord, now: Date): Promise<void>;
	triggers(): Promise<Array<TriggerRecord & { seenAt: Date }>>;
	/** How intake stands, for each trigger the log knows. */
	intakeStatus(): Promise<IntakeStatus[]>;

	/** Calls back when something new may wait, until the returned function is called. */
	onNews(news: News, listener: () => void): () => void;
	close(): Promise<void>;
}
