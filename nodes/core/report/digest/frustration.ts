import { ownerKeyOf } from '../../item/ownerKey';
import type { Account } from '../../item/types';
import type { LoggedScore, Period } from '../rows';

/** How an account's frustration moved: all of its contacts and messages pooled. */
export interface RisingAccount {
	account: Account;
	/** Scored messages of the period, and the senders behind them. */
	messages: number;
	contacts: number;
	/** Average score of the period, 0–100. */
	now: number;
	/** The same of the four weeks before; absent where nothing came. */
	before?: number;
	/** Points by which it rose; few messages weigh less. */
	rise: number;
}

/** The weeks before the period that it is held against. */
export const BASELINE_DAYS = 28;
/** So many messages at the average are thought to have come besides: one angry message alone is no trend. */
const IMAGINED = 3;
/** A rise of fewer points is the common up and down. */
const LEAST_RISE = 5;
const DAY_MS = 86_400_000;

/** Where the weeks before a period begin. */
export function baselineSince({ since }: Period): Date {
	return new Date(since.getTime() - BASELINE_DAYS * DAY_MS);
}

interface Pooled {
	account: Account;
	now: Sum;
	before: Sum;
	contacts: Set<string>;
}

interface Sum {
	messages: number;
	score: number;
}

const noSum = (): Sum => ({ messages: 0, score: 0 });
const averageOf = ({ messages, score }: Sum) => (messages === 0 ? undefined : score / messages);

/**
 * Counts the scores of matched accounts. The rise of an account is the average of its period less the average of its
 * weeks before, each pulled towards what would be expected as if three more messages of that had come: the weeks
 * before towards the average of all accounts, the period towards the weeks before (Bayesian shrinkage).
 */
export function frustrationCounter({ since }: Period) {
	const accounts = new Map<string, Pooled>();
	const [allNow, allBefore] = [noSum(), noSum()];
	return {
		add: ({ account, score, requesterEmail, receivedAt }: LoggedScore) => {
			if (account?.status !== 'matched' || account.id === undefined || score === undefined) return;
			const known = accounts.get(account.id);
			const pooled = known ?? { account, now: noSum(), before: noSum(), contacts: new Set() };
			accounts.set(account.id, pooled);
			pooled.account = account;
			const isNow = receivedAt >= since;
			for (const sum of isNow ? [pooled.now, allNow] : [pooled.before, allBefore]) {
				sum.messages += 1;
				sum.score += score;
			}
			if (isNow && requesterEmail !== undefined) pooled.contacts.add(requesterEmail);
		},
		/**
		 * Those that rose, the most first.
		 * @param owner only the accounts of one person, by what tells people apart
		 */
		rising: (owner?: string): RisingAccount[] => {
			const usual = averageOf(allBefore) ?? averageOf(allNow) ?? 0;
			const risen = [...accounts.values()].flatMap(({ account, now, before, contacts }) => {
				const average = averageOf(now);
				if (average === undefined) return [];
				if (owner !== undefined && ownerKeyOf(account.owner) !== owner) return [];
				const expected = pulled(before, usual);
				const rise = pulled(now, expected) - expected;
				if (rise < LEAST_RISE) return [];
				return [
					{
						...{ account, messages: now.messages, contacts: contacts.size, now: average, rise },
						...(before.messages > 0 && { before: averageOf(before) }),
					},
				];
			});
			return risen.sort((a, b) => b.rise - a.rise || b.now - a.now);
		},
	};
}

const pulled = ({ messages, score }: Sum, towards: number) =>
	(score + IMAGINED * towards) / (messages + IMAGINED);
