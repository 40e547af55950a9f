import type { Account, Owner, Route, Verdict } from '../item/types';
import type { ScoredTicket } from '../score/scoreTicket';

/** What the reports read of the log, with the facts as they were then. Unknown is absent; tests are left out. */

/** One decided message. */
export interface LoggedScore {
	id: string;
	ticketKey: string;
	event: string;
	/** When it came in; of one from months back, when it was written. */
	receivedAt: Date;
	/** 0–100; absent when it could not be scored. */
	score?: number;
	label?: string;
	topic?: string;
	flags: readonly string[];
	/** Hash of what the score depended on. */
	version?: string;
	account?: Account;
	requesterEmail?: string;
	/** Whole days that the customer had waited for an answer; absent where nobody knew. */
	waitedDays?: number;
	/** Where the gate sent it. */
	route: Route;
	/** IDs of the rules that fired. */
	rules: readonly string[];
	/** Hash of the gate that decided. */
	config?: string;
	/** Whether it came in from months back: decided, but nobody was alerted of it. */
	isBackfill: boolean;
	/** What the log still has of its text; only where that was asked for. */
	kept?: KeptText;
}

/** The text of a message as far as the log still has it. */
export interface KeptText {
	/** The whole message, as long as it waits in Review; then nothing else is needed. */
	whole?: ScoredTicket;
	subject?: string;
	/** The one or two sentences that tell most. */
	summary?: string;
}

/** One rule or signal behind an alert. */
export interface Named {
	id: string;
	name: string;
}

/** One alert, with the message that opened it. */
export interface LoggedAlert {
	id: string;
	accountId?: string;
	accountName?: string;
	owner?: Owner;
	/** Per month, in {@link currency}. */
	mrr?: number;
	currency?: string;
	/** When the customer wrote what opened it; absent where that has left the log. */
	ticketAt?: Date;
	openedAt: Date;
	/** When its message first arrived; absent when it never did. */
	deliveredAt?: Date;
	/** When somebody first answered it in whatever way. */
	answeredAt?: Date;
	acknowledgedAt?: Date;
	isReminded: boolean;
	escalatedAt?: Date;
	closedAt?: Date;
	verdict?: Verdict;
	/** 0–100; of the message that opened it. */
	score?: number;
	rules: readonly Named[];
	/** Empty where the texts have left the log, too. */
	signals: ReadonlyArray<{ name: string; quote: string }>;
	topic?: string;
}

/** What a customer wrote, as far as the log still has it. */
export interface LoggedText {
	id: string;
	ticketKey: string;
	receivedAt: Date;
	accountId?: string;
	accountName?: string;
	score?: number;
	topic?: string;
	subject?: string;
	summary?: string;
	url?: string;
}

/** From `since` on, before `until`. */
export interface Period {
	since: Date;
	until: Date;
}
