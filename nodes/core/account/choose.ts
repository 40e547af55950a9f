import type { AccountRow } from './table/rows';

/** How one account is chosen when several match. "none" leaves it to a person. */
export type AccountChoice = 'none' | 'highestMrr' | 'parentAccount' | 'openRenewal';

export interface ChoiceOptions {
	chooseBy?: AccountChoice;
	/** ISO date. The choice by open renewal needs it: only a renewal from this day on is open. */
	today?: string;
}

/** The one of several accounts that the rule names, if it names one, and why or why not in plain words. */
export function choose(
	accounts: readonly AccountRow[],
	{ chooseBy = 'none', today }: ChoiceOptions,
): { account?: AccountRow; explanation: string } {
	switch (chooseBy) {
		case 'highestMrr':
			return chooseByMrr(accounts);
		case 'parentAccount':
			return chooseParent(accounts);
		case 'openRenewal':
			return chooseByRenewal(accounts, today);
		default:
			return { explanation: '' };
	}
}

function chooseByMrr(accounts: readonly AccountRow[]): ReturnType<typeof choose> {
	if (accounts.some(({ mrr }) => mrr === undefined)) {
		return { explanation: 'The MRR of some is unknown, so the highest cannot be told' };
	}
	if (new Set(accounts.map(({ currency }) => currency)).size > 1) {
		return { explanation: 'Their MRR is in different currencies, so the highest cannot be told' };
	}
	const highest = Math.max(...accounts.map(({ mrr = 0 }) => mrr));
	const [account, ...ties] = accounts.filter(({ mrr }) => mrr === highest);
	return account && ties.length === 0
		? { account, explanation: 'it has the highest MRR' }
		: { explanation: 'Several have the highest MRR' };
}

function chooseParent(accounts: readonly AccountRow[]): ReturnType<typeof choose> {
	const parents = new Map(accounts.map(({ id, parentId }) => [id, parentId]));
	const isUnder = (account: AccountRow, top: AccountRow): boolean => {
		let at = account.parentId;
		// As many steps as there are accounts: parents may go round in a circle.
		for (let step = 0; step < accounts.length && at !== undefined; step++) {
			if (at === top.id) return true;
			at = parents.get(at);
		}
		return false;
	};
	const [account, ...others] = accounts.filter((top) =>
		accounts.every((one) => one === top || isUnder(one, top)),
	);
	return account && others.length === 0
		? { account, explanation: 'it is the parent of the others' }
		: { explanation: 'None of them is the parent of all others' };
}

function chooseByRenewal(
	accounts: readonly AccountRow[],
	today: string | undefined,
): ReturnType<typeof choose> {
	const open = accounts.filter(
		({ renewalDate }) => renewalDate !== undefined && (today === undefined || renewalDate >= today),
	);
	const next = open.map(({ renewalDate = '' }) => renewalDate).sort()[0];
	const [account, ...ties] = open.filter(({ renewalDate }) => renewalDate === next);
	if (account && ties.length === 0) return { account, explanation: 'its open renewal is the next' };
	return {
		explanation: account ? 'Several renew on the same day' : 'None of them has an open renewal',
	};
}
