import type { TicketStatus } from '../core/helpdesk/lookedTicket';
import type { Ticket } from '../core/item/types';
import type { FoundBy } from '../core/log/backfill';
import type { Lease } from './lease';
import type { TriggerRecord } from './triggerRecord';

/** What the log keeps for taking in tickets that a helpdesk only names: notices, tickets, backfills. */

/** A ticket the helpdesk said something about; it is to be looked at. Two of one ticket are one. */
export interface Notice {
	/** As `ticket.key`. */
	key: string;
	helpdesk: string;
	instance: string;
	/** In the helpdesk. */
	id: string;
	/** The trigger node that looks: "<workflow id>/<node id>". */
	source: string;
	workflowId: string;
	/** How it was learnt of. */
	foundBy: FoundBy;
	/** Of the backfill that wants it. A notice of a webhook takes the place of one of a backfill, not the other way; either keeps this. */
	backfillId?: string;
}

export interface LeasedNotice extends Notice {
	/** Looks so far, this one included. */
	attempt: number;
	noticedAt: Date;
}

/** What a look at one ticket found. */
export interface LookResult {
	key: string;
	helpdesk: string;
	instance: string;
	id: string;
	status: TicketStatus;
	mergedInto?: string;
	assigneeName?: string;
	assigneeEmail?: string;
	/** ISO 8601, UTC. */
	updatedAt?: string;
	lastAgentReplyAt?: string;
	/** The customers' messages that count; those known already change nothing. */
	messages: Array<{ ticket: Ticket; skippedBecause?: string }>;
}

/** What the log knows of a ticket at the helpdesk. */
export interface TicketRecord {
	key: string;
	status: TicketStatus;
	mergedInto?: string;
	assigneeName?: string;
	assigneeEmail?: string;
	updatedAt?: string;
	lastAgentReplyAt?: string;
	lookedAt: Date;
}

/** What a trigger's registration and reconcile have come to. All times of the log. */
export interface TriggerProgress {
	/** IDs the helpdesk gave our webhook and rules, as the adapter wrote them; no secrets. */
	registration?: string;
	/** Where the next reconcile begins, in the helpdesk's own terms. */
	position?: string;
	reconciledAt?: Date;
	/** How many messages the last reconcile found that had never arrived, and since when. */
	missing?: number;
	missingSince?: Date;
	/** Why the last reconcile failed; empty once one succeeded. */
	reconcileError?: string;
	/** When the first message or notice of this trigger came by its webhook, and the last. */
	lastHeardAt?: Date;
	/** When this trigger first lived: messages from before are none of its business but a backfill's. */
	firstSeenAt: Date;
}

export type BackfillState = 'running' | 'stopped' | 'done' | 'failed';

export interface Backfill {
	id: string;
	/** The trigger whose helpdesk and credential it uses. */
	source: string;
	from: Date;
	to: Date;
	state: BackfillState;
	/** Where its next page begins; absent before the first. */
	position?: string;
	/** Whether the helpdesk has named all tickets of the period; what waits is still looked at. */
	isRead: boolean;
	/** Tickets the helpdesk named so far, and in all where it said so. */
	tickets: number;
	total?: number;
	/** Its tickets that are still to be looked at. */
	waiting: number;
	/** Messages it put into the log, and how many of those have ended. */
	messages: number;
	ended: number;
	startedAt: Date;
	/** Time it has been running, stops left out, in milliseconds. */
	runningMs: number;
	endedAt?: Date;
	/** Why it stands still or failed. */
	error?: string;
}

/** How the intake of one trigger stands. */
export interface IntakeStatus
	extends TriggerRecord,
		Omit<TriggerProgress, 'registration' | 'position'> {
	seenAt: Date;
	/** Whether its helpdesk is asked by API: it has registered there, or tried a reconcile. */
	hasApi: boolean;
	/** Tickets that are still to be looked at, those of backfills included. */
	noticesWaiting: number;
	/** Messages that are still to be decided, those of backfills included. */
	messagesWaiting: number;
	/** Messages of Ticket Log's Take In that wait, where this trigger hands them on. */
	takenInWaiting?: number;
}

/** The part of the log behind webhooks that only name a ticket. All methods throw LogError. */
export interface IntakeLog {
	/** Remembers tickets to look at; on disk when this returns. One that waits is looked at once. */
	notice(notices: readonly Notice[], now: Date): Promise<void>;
	/**
	 * Notices to look at, none twice: oldest first, those of a backfill only when no others wait.
	 * Those of triggers that are gone are taken over as messages are (adoptMessages).
	 */
	leaseNotices(
		options: { source: string; limit: number; leaseMs: number },
		now: Date,
	): Promise<Lease<LeasedNotice> & { /** When one will be due, if some wait. */ nextAt?: Date }>;
	/**
	 * Writes what a look found, in one transaction, and ends the notices of these keys, unless one was
	 * noticed again meanwhile: then it is due at once. Messages get `foundBy` of their notice, and `backfill`
	 * where `isBackfilled` (core/log) says so. Keys whose notice this lease has lost change nothing: whoever has it
	 * by now writes them. Messages that a reconcile found, and no webhook ever brought, are counted as the
	 * trigger's `missing`.
	 * @returns how many messages were new
	 */
	recordLooks(token: string, results: readonly LookResult[], now: Date): Promise<{ taken: number }>;
	/**
	 * Ends the rest of a lease: those notices are due again after 1, 5, 15, 60 minutes, then hourly, or at
	 * `retryAt`, until 48 hours after they came; then the ticket stands in the log as one `failed` message.
	 */
	postponeNotices(token: string, why: { error: string; retryAt?: Date }, now: Date): Promise<void>;
	/** Of these tickets, what is known; absent ones were never looked at. */
	ticketRecords(keys: readonly string[]): Promise<TicketRecord[]>;

	triggerProgress(source: string): Promise<TriggerProgress | undefined>;
	/**
	 * A trigger that was last seen before `goneSince` begins anew: what was written until now is none of its
	 * business but a backfill's.
	 */
	beginAnew(source: string, goneSince: Date, now: Date): Promise<void>;
	/**
	 * Changes only what is given; an empty text takes what was known away, and 0 missing takes their time with it.
	 * @throws LogError when the log does not know the trigger
	 */
	saveTriggerProgress(
		source: string,
		progress: Partial<Omit<TriggerProgress, 'firstSeenAt'>>,
	): Promise<void>;

	/** @throws LogError when one of this trigger is running */
	startBackfill(backfill: { source: string; from: Date; to: Date }, now: Date): Promise<Backfill>;
	/**
	 * Stops it, or lets it go on where it stopped or failed: its tickets and messages that wait are held
	 * meanwhile, what is under way is finished. One that is done stays so.
	 */
	setBackfillState(id: string, state: 'running' | 'stopped', now: Date): Promise<Backfill>;
	/**
	 * After a page, whose `tickets` are added up, or with what went wrong: it stays running and is asked
	 * again, until it has gone wrong for 48 hours. `isLast` makes it `done` once none of its notices waits.
	 */
	saveBackfillPage(
		id: string,
		page: { position?: string; tickets?: number; total?: number; isLast?: boolean; error?: string },
		now: Date,
	): Promise<void>;
	backfills(filter: { source?: string; state?: BackfillState; limit: number }): Promise<Backfill[]>;
}
