import type { Account } from '../item/types';

/** An open alert that nothing was heard of for so long is over, and the next message opens a new one. */
export const QUIET_DAYS = 7;

/** What of a message tells whose alert it is. */
export interface AlertingTicket {
	account?: Pick<Account, 'status' | 'id'>;
	requesterEmail?: string;
	ticketKey: string;
}

/** Under what the alert of a known account is kept. */
export const accountAlertKey = (accountId: string) => `account:${accountId}`;

/** Under what an alert is kept: it follows the account; where none is known, the sender; where nobody is, the ticket. */
export function alertKeyOf({ account, requesterEmail, ticketKey }: AlertingTicket): string {
	if (account?.status === 'matched' && account.id !== undefined) {
		return accountAlertKey(account.id);
	}
	return requesterEmail === undefined
		? `ticket:${ticketKey}`
		: `sender:${requesterEmail.toLowerCase()}`;
}
