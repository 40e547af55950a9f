import type {
	Account,
	ActionLinks,
	AlertStanding,
	DeliveryKind,
	GateDecision,
	IncidentAccounts,
	KnownSentiment,
	Ticket,
} from '../item/types';
import type { Regional } from '../values/wordedTime';
import type { ActionRule } from './actionRules';
import type { Wording } from './placeholders';

/** What an alert is made of. */
export interface AlertInput {
	ticket: Ticket;
	/** Absent when the ticket could not be scored. */
	sentiment?: Omit<KnownSentiment, 'flags'> & Partial<Pick<KnownSentiment, 'flags'>>;
	account?: Account;
	gate: GateDecision;
	/** What a chat model suggests to answer. */
	replyDraft?: string;
}

/** What the way an alert is sent adds to what it says. */
export interface Occasion {
	kind: DeliveryKind;
	now: Date;
	/** When its alert was first sent, where that is known: deadlines count from then. */
	since?: Date;
	regional: Regional;
	actions: readonly ActionRule[];
	ownerLine: string;
	/** Name or address of the account's owner, or of who stands in where nobody owns it. */
	owner?: string;
	/** Name or address of who reads it. */
	recipient?: string;
	wording: Wording;
	notices: readonly string[];
	/** Why it comes again, in one line. */
	news?: string;
	links?: ActionLinks;
	standing?: AlertStanding;
	incident?: IncidentAccounts;
	changes?: readonly string[];
	told?: string;
}
