import type { AccountFacts, Owner } from '../item/types';
import { shown } from '../text/shown';
import { shownAddress } from '../text/shownAddress';
import { formatMoney } from '../values/wording';

/** How what strangers called something stands in a table of ours. */

/** An account by its name, else by its ID. */
export function accountName(account: Pick<AccountFacts, 'id' | 'name'> | undefined): string {
	return shown(account?.name, 60) ?? shown(account?.id, 60) ?? 'an account without a name';
}

/** Whom an alert is about, where there may be no account. */
export function whoseName(account: AccountFacts | undefined, sender: string | undefined): string {
	if (account !== undefined) return accountName(account);
	return shownAddress(sender) ?? 'an unknown sender';
}

/** Empty where it is unknown. */
export function shownMrr(account: Pick<AccountFacts, 'mrr' | 'currency'> | undefined): string {
	if (account?.mrr === undefined) return '';
	return formatMoney(account.mrr, shown(account.currency, 10));
}

/** Whose desk alerts come to, by what is known of them; absent where nobody owns the account. */
export function ownerName(owner: Owner | undefined): string | undefined {
	return shown(owner?.name, 60) ?? shown(owner?.email, 60) ?? shown(owner?.slackId, 60);
}

export function shownOwner(account: AccountFacts | undefined): string {
	const { name, email, slackId } = account?.owner ?? {};
	return shown(name, 60) ?? shownAddress(email) ?? shown(slackId, 60) ?? '';
}

/** "4.2", "0". */
export function shownRate(rate: number): string {
	return rate.toLocaleString('en-US', { maximumFractionDigits: 1 });
}

export const shownCount = (count: number) => count.toLocaleString('en-US');

/** "1 alert", "1,083 alerts". */
export const counted = (count: number, noun: string) =>
	`${shownCount(count)} ${noun}${count === 1 ? '' : 's'}`;
