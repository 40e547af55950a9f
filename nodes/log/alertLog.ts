import type { OpenAlert, ResponseAction, SlackMessageId } from '../core/item/types';
import type { Answerable } from '../core/response/answerable';

/** What the log keeps of an alert's life: who answered what, what follows, and when it ends. */

/** What a link of ours opens: an alert, or one message that waits in Review. */
export interface AnswerTarget extends Answerable {
	isExpired: boolean;
	/** The alert's message in Slack, which tells how it stands. Absent when there is none. */
	message?: SlackMessageId;
}

/** What somebody answers. */
export interface Answer {
	/** As it stands in the link; the log keeps only its hash. */
	token: string;
	action: ResponseAction;
	/** Who says so, where it is better known than by whom the link was sent to, e.g. a Slack user. */
	by?: string;
	/** For `snooze`. */
	days?: number;
	/** For `attach`. */
	accountId?: string;
	accountName?: string;
	/** For `attach`: every address of the sender's domain, where it is a company's own. */
	wholeDomain?: boolean;
}

export type AnswerResult =
	/** Done now. */
	| 'applied'
	/** Done before; nothing was changed. */
	| 'already'
	/** The alert has ended, or the message in Review was dealt with. */
	| 'closed'
	| 'expired'
	/** No link of ours. */
	| 'unknown';

export interface AnswerOutcome {
	result: AnswerResult;
	/** How things stand after it. Absent when the link is unknown. */
	target?: AnswerTarget;
	/** What was attached, lower case: "jo@acme.com" or "@acme.com". Only after `attach`. */
	attached?: string[];
}

/** An account and a topic that a frustrated message of it was about. */
export interface TopicAccount {
	topic: string;
	accountId: string;
	at: Date;
}

/** The part of the log behind the life of an alert. All methods throw LogError. */
export interface AlertLog {
	/** The alerts of these accounts that have not ended, by account ID; tests left out. */
	openAlerts(accountIds: readonly string[]): Promise<Map<string, OpenAlert>>;
	/** Which accounts wrote about these topics, in any case of letters, since then, with at least this score; tests and backfill left out. */
	topicAccounts(
		topics: readonly string[],
		since: Date,
		minimumScore: number,
	): Promise<TopicAccount[]>;

	/** What a link opens; changes nothing. Absent when it is none of ours. */
	readAnswerTarget(token: string, now: Date): Promise<AnswerTarget | undefined>;
	/**
	 * Applies an answer, once: the alert's state, its events, what its message says from now on, and for `attach` the
	 * remembered addresses and the waiting message, which runs again; all in one transaction.
	 */
	answer(answer: Answer, now: Date): Promise<AnswerOutcome>;

	/** Where answers are taken, as n8n's public address says; without it no message carries links. */
	saveResponseAddress(source: string, address: string, now: Date): Promise<void>;
	/** The trigger is gone: links would lead nowhere. */
	forgetResponseAddress(source: string): Promise<void>;

	/** Closes alerts whose tickets the helpdesk has solved and whose customers said nothing bad since; returns how many. */
	closeSolved(now: Date): Promise<number>;
	/** Closes alerts of which nothing was heard for 7 days, incidents after 24 hours; returns how many. */
	closeQuiet(now: Date): Promise<number>;
}
