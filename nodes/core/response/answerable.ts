import type { AccountFacts, AlertStanding, ResponseAction } from '../item/types';
import { addressOrDomain } from '../account/aliases';
import { readEmail } from '../account/email';
import { alertActions, REVIEW_ACTIONS } from '../log/answerLinks';

/** What a link of ours opens, as far as its pages tell of it. */
export interface Answerable {
	/** Absent for a message in Review. */
	alertId?: string;
	/** The message in Review; absent for an alert. */
	messageRow?: string;
	/** Whom the link was sent to: a name, an address or a Slack channel. Absent while that is not known. */
	person?: string;
	expiresAt: Date;
	isTest: boolean;
	/** How the alert stands. Absent for a message in Review. */
	standing?: AlertStanding;
	/** Of a message in Review: what has become of it. Absent while it waits. */
	reviewedBecause?: string;
	account?: AccountFacts;
	/** Whether several accounts have its trouble at once: it belongs to none of them alone. */
	isIncident: boolean;
	/** Accounts that the newest message may belong to, where it is not known. */
	candidates: AccountFacts[];
	topic?: string;
	/** 0–100; the highest the alert took in. */
	score?: number;
	severity?: string;
	/** Of the newest message. */
	ticketKey?: string;
	subject?: string;
	ticketUrl?: string;
	requesterEmail?: string;
}

/** What can be answered to it by now, in the order it is offered: what most people want comes first. */
export function actionsFor(target: Answerable): readonly ResponseAction[] {
	const { messageRow, account, isIncident } = target;
	const isClosed = hasEnded(target);
	if (messageRow !== undefined) return isClosed ? [] : REVIEW_ACTIONS;
	return alertActions({ isClosed, isMatched: isIncident || account !== undefined });
}

/** Whether it has come to its end: the alert is closed, or the message was dealt with. */
export function hasEnded({ standing, reviewedBecause }: Answerable): boolean {
	return standing?.state === 'closed' || reviewedBecause !== undefined;
}

/** The sender's domain as it may be attached whole, e.g. "@acme.com"; absent for one that many share. */
export function attachableDomain({ requesterEmail }: Answerable): string | undefined {
	const reading = readEmail(requesterEmail);
	return 'email' in reading ? addressOrDomain(`@${reading.email.host}`) : undefined;
}

/** Candidates that can be chosen: those with an ID, each once. */
export function choosable({ candidates }: Answerable): Array<AccountFacts & { id: string }> {
	const byId = new Map<string, AccountFacts & { id: string }>();
	for (const candidate of candidates) {
		const { id } = candidate;
		if (id !== undefined && !byId.has(id)) byId.set(id, { ...candidate, id });
	}
	return [...byId.values()];
}
