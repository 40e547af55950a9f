import type { SentimentLabel, TicketEvent } from '../item/types';

/** What an admin sets the gate to. Money is per month; scores and health are 0–100. */

/** A field of the account, and what may stand in it. */
export interface FieldCondition {
	/**
	 * As in the item's `account`, with dots for what lies deeper, e.g. "owner.email", or as in its `fields`, with or
	 * without "fields." in front, e.g. "plan". Capital letters do not matter.
	 */
	field: string;
	/** Any of these; capital letters and outer spaces do not matter. */
	values: readonly string[];
}

/** What a rule can ask for besides the score, each with what it is compared with. */
export interface ConditionValues {
	/** In the rule's currency. */
	mrrAtLeast: number;
	/** In the rule's currency. */
	mrrMoreThan: number;
	/** The renewal must lie between today and this many days ahead. */
	renewalWithinDays: number;
	/** The account's health score must be below this. */
	healthBelow: number;
	/** The health score must have fallen by at least so many points. */
	healthDrop: number;
	/** The account must have had at least so many frustrated tickets before this one in 30 days. */
	frustratedTickets: number;
	/** The customer must have waited at least so many days for an agent's answer. */
	noReplyDays: number;
	/** The ticket's label must be this one or a worse one. */
	labelAtLeast: SentimentLabel;
	/** The ticket must be about one of these. */
	topics: readonly string[];
	/** One of these must have made the message come in. */
	events: readonly TicketEvent[];
	/** Every one must hold. */
	accountFields: readonly FieldCondition[];
}

export type ConditionName = keyof ConditionValues;

/**
 * One row of the gate: it fires when every condition it names holds. A condition that is absent is not
 * asked, so a row without an account condition needs no account.
 */
export interface GateRule extends Partial<ConditionValues> {
	/** Shown in the reasons; rows without a name are called by their conditions alone. */
	name?: string;
	/** 0–100; the score must be at least this. */
	minScore: number;
	/** ISO 4217: what the row's MRR is in. Absent: in the currency of the gate. */
	currency?: string;
}

/** What one unit of a currency is worth in the currency of the gate. */
export interface ExchangeRate {
	/** ISO 4217. */
	currency: string;
	worth: number;
}

/** To Review, or left to the rules that can be decided. */
export type UnknownFactsPolicy = 'review' | 'otherRules';
/** To Review, or decided by the rules as any other. */
export type UnsureScoresPolicy = 'review' | 'trust';
export type NoPersonPolicy = 'review' | 'digest' | 'trust';
export type NoAccountPolicy = 'review' | 'digest';
/** Where earlier tickets come from. */
export type HistorySource = 'log' | 'input' | 'none';

/** From how many accounts on, within how many minutes, the same topic looks like one trouble. */
export interface IncidentSettings {
	accounts: number;
	minutes: number;
}

export interface GateSettings {
	rules: readonly GateRule[];
	/** ISO 4217: of the rules that name none, and of what exchange rates are worth. */
	currency: string;
	rates: readonly ExchangeRate[];
	/** What becomes of a ticket that only misses an alert because a fact is unknown. */
	unknownFacts: UnknownFactsPolicy;
	/** The same where only an exchange rate is unknown. */
	unknownRates: UnknownFactsPolicy;
	/** What becomes of a ticket whose score may be wrong. */
	unsureScores: UnsureScoresPolicy;
	/** What becomes of mail that no customer seems to have written. */
	noPerson: NoPersonPolicy;
	/** What becomes of a frustrated ticket without an account, where no rule fires. */
	noAccount: NoAccountPolicy;
	history: HistorySource;
	/** IANA name, e.g. "Europe/Berlin": whose calendar days are counted to the renewal. */
	timeZone: string;
	/** From which rise of the score on an open alert comes again instead of being updated. */
	worseByPoints: number;
	/** Absent: nothing is looked for. */
	incident?: IncidentSettings;
}
