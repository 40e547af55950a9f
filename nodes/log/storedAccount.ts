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

/** The account in the column of a message's row. */
export function accountOfRow(row: SqlRow): Account | undefined {
	return accountIn({ account: objectIn(row, 'account') });
}
