import { readAccount } from '../core/item/readers';
import type { Account } from '../core/item/types';
import type { SqlRow } from './database';
import { objectIn } from './rows';

/** The account of what was stored; absent where it is none that can be read. */
export function accountIn(content: Record<string, unknown> | undefined): Account | undefined {
	try {
		return content && readAccount(content);
	} catch {
		return undefined;
	}
}

/** Who owns an account, by what the CRM knows of them; absent where nobody does. */
export function ownerKeyOf(account: Account | undefined): string | undefined {
	const { email, slackId, name } = account?.owner ?? {};
	return (email ?? slackId ?? name)?.toLowerCase();
}

/** The account in the column of a message's row. */
export function accountOfRow(row: SqlRow): Account | undefined {
	return accountIn({ account: objectIn(row, 'account') });
}
