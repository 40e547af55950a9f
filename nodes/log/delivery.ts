import type {
	ActionLinks,
	AlertStanding,
	DeliveryKind,
	DeliveryStep,
	EarlierPlace,
	FollowUp,
	IncidentAccounts,
} from '../core/item/types';
import type { ChannelAnswer } from '../core/log/channelAnswer';
import type { DeliveryState } from '../core/log/states';

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
	/** The alert as it was last sent whole, for all that comes after it. */
	sent?: Record<string, unknown>;
	/** Why it comes, in one line: an open alert again, a reminder, an escalation. */
	news?: string;
	/** Where its reader answers; absent while nobody takes answers. */
	links?: ActionLinks;
	/** How its alert stands at this moment. */
	standing?: AlertStanding;
	/** Only of an incident alert. */
	incident?: IncidentAccounts;
	/** It can be put back until its reader's quiet hours are over (holdDelivery). Absent of a critical alert. */
	mayWait?: true;
	/** Where a copy of it may stand already. Only of what may be a repeat, where that is known. */
	earlier?: EarlierPlace;
	/** The item's keys as they were decided: ticket, sentiment, account, gate; or the digest, or what waits in Review. */
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
	/** The recipient's name, or their address where no name is known: who answers by its links is them. */
	recipientName?: string;
	/** What happens while nobody answers the alert; kept when it has been delivered. */
	followUps?: readonly FollowUp[];
	/** The reply that the alert suggests; kept with it, so that no change to its message takes it away. */
	replyDraft?: string;
}

export interface RecordedDelivery {
	state: DeliveryState;
	alertId?: string;
	/** Whether its end had been recorded before: then nothing was changed. */
	isRepeat: boolean;
	/** When it is tried again; absent when it has ended. */
	dueAt?: Date;
	/** Whether it only handed an alert on that had come before. */
	isHandOver?: true;
	/** Whether every way has just been tried, so that somebody has to be told. */
	isNewlyUndelivered: boolean;
	/** What it is about, in a few words for people. */
	title: string;
}
