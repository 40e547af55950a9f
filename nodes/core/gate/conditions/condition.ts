import type { Account, SentimentLabel, TicketEvent, WrittenAmount } from '../../item/types';
import type { DaysAhead } from '../calendar';

/** What is known of a ticket and its account when the rules are asked. */
export interface Facts {
	/** Only of a matched account: the facts of a candidate are nobody's. */
	account?: Account;
	/** As the scoring called it. */
	label: SentimentLabel;
	topic?: string;
	event?: TicketEvent;
	/** Whole days that the customer has waited for an answer. */
	waitedDays?: number;
	/** Before this ticket. */
	frustratedTickets30Days?: number;
	daysAhead: DaysAhead;
	/** An amount in another currency; absent where a rate is unknown. */
	convert: (amount: number, from: string, to: string) => number | undefined;
}

/** One condition of a rule held against what is known. */
export type Check =
	| {
			holds: boolean;
			/** The comparison with its numbers, e.g. "MRR $3,200 is at least $1,000". */
			text: string;
			/** The money in it, and in what is said of the condition elsewhere. */
			amounts?: readonly WrittenAmount[];
	  }
	| {
			holds?: undefined;
			/** e.g. "MRR is unknown". */
			text: string;
			/** What is unknown, e.g. "MRR". */
			fact: string;
			/** Whether it is an exchange rate, and nothing about the account. */
			isRate?: true;
			amounts?: readonly WrittenAmount[];
	  };

/** One kind of condition: a row of the table that all else is read from. */
export interface Condition<T> {
	/** As the panel calls it. */
	label: string;
	/** What is wrong with a value that nobody can mean, e.g. "must be a number of 0 or more". */
	problem(value: T): string | undefined;
	/** For a rule's ID: plain, and the same for good, e.g. "mrr at least 1000". */
	id(value: T): string;
	/** What would have to be, e.g. "MRR of $1,000 or more". */
	words(value: T, currency: string): string;
	/** The same for values that say the same. */
	canonical(value: T): unknown;
	/** @param currency the rule's, ISO 4217 */
	check(value: T, facts: Facts, currency: string): Check;
}

/** A fact that nobody knows fires no rule and fails none. */
export function unknown(fact: string): Check {
	return { text: `${fact} is unknown`, fact };
}

/** What a condition on a number says of wrong numbers. */
export function fromTo(least: number, most = Infinity): (value: number) => string | undefined {
	const range = most === Infinity ? `of ${least} or more` : `from ${least} to ${most}`;
	return (value) =>
		Number.isFinite(value) && value >= least && value <= most
			? undefined
			: `must be a number ${range}`;
}

export const asItIs = <T>(value: T): T => value;
