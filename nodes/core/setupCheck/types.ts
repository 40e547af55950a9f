import type { DeliveryState, MessageState } from '../log/states';

/** `skipped` was not looked at, and says why; a `warning` works, but not as well as it could. */
export type CheckStatus = 'ok' | 'warning' | 'problem' | 'skipped';

/** One thing that was looked at, in plain words. */
export interface SetupCheck {
	/** The same at every run, e.g. "storage". */
	id: string;
	name: string;
	status: CheckStatus;
	found: string;
	/** Which button to press, or what to fill in where. */
	whatToDo?: string;
	/** Where that is done. */
	link?: string;
}

/** What the log says of itself; messages of months back and tests are left out unless told. Unknown is absent. */
export interface SetupFacts {
	kind: 'sqlite' | 'postgres';
	/** Without any password. */
	place: string;
	schemaVersion: number;
	/** What the log takes on disk. */
	bytes?: number;
	/** What is left on the disk of its file; only where the log is a file. */
	freeBytes?: number;
	/** Messages by state, tests and months back included. */
	messages: Partial<Record<MessageState, number>>;
	/** When the oldest message came that is not decided yet. */
	oldestWaitingAt?: Date;
	/** Messages that should have been worked on by now, and deliveries that should have gone out. */
	overdueMessages: number;
	overdueDeliveries: number;
	/** Messages that failed within the last week. */
	failed: number;
	/** What no channel took so far or was given up within the last week, tests included, and why the newest of it was refused. */
	undelivered: number;
	undeliveredBecause?: string;
	/** What was refused so far and is tried again, tests included, and why the newest of it was. */
	retried: number;
	retriedBecause?: string;
	/** Alerts that went to a manager, are open, and were acknowledged by nobody. */
	unansweredEscalations: number;
	/** Where answers to alerts are taken. */
	responseAddress?: string;
	/** The newest test ticket of the last 30 days. */
	test?: TestFacts;
}

/** What became of a test ticket. */
export interface TestFacts {
	at: Date;
	state: MessageState;
	reason?: string;
	delivery?: {
		state: DeliveryState;
		channel?: string;
		recipient?: string;
		error?: string;
	};
}

/** A trigger, as the log knows it. Unknown is absent. */
export interface TriggerFacts {
	/** "<workflow id>/<node id>". */
	source: string;
	workflowId: string;
	helpdesk?: string;
	address?: string;
	/** It says every minute that it lives. */
	seenAt: Date;
	firstSeenAt: Date;
	reconcileError?: string;
}
